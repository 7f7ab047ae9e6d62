//! What the columns of a file are, by their names.

use super::CUSTOMS_LIMIT;
use super::problem::{Needed, ProblemKind};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Month,
    ProductCode,
    ProductName,
    PartnerCode,
    PartnerName,
    ModeCode,
    ModeName,
    ProvinceCode,
    ProvinceName,
    Quantity,
    Unit,
    SecondQuantity,
    SecondUnit,
    /// Net weight in kilograms, without a unit beside it.
    NetWeight,
    Usd,
    Cny,
    /// Comtrade: export, import and others.
    Flow,
    /// Whose trade it is.
    ReporterCode,
    ReporterName,
    /// By which list goods are numbered: a version of the HS, or SITC.
    Classification,
    /// Whether rows are of months, quarters or years.
    Frequency,
    /// Comtrade: rows of these are parts of others, and not added.
    CustomsProcedure,
    Transport,
    SecondPartner,
    /// Known, and not needed.
    Ignored,
}

/// Whose file it is. Some names of columns are those of two; a file that has names of several is of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// UN Comtrade as it was until 2022.
    ComtradeLegacy,
    /// UN Comtrade of today.
    Comtrade,
    /// stats.customs.gov.cn, in Chinese.
    CustomsChinese,
    /// The same, in English.
    CustomsEnglish,
    /// Rows with this project's own names.
    Rows,
}

/// What holds of the files of an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rules {
    /// The reporter is China, and the files do not say it.
    pub is_of_china: bool,
    /// The rows at which a download is cut without a word.
    pub limits: &'static [u64],
    /// A file is asked for by the first and the last month of a year: one between them without rows had no
    /// trade.
    pub by_range: bool,
    /// Numbers may be fractions, and are rounded to whole ones.
    pub fractions: bool,
    /// A net weight that is empty, 0 or "N/A" is not known.
    pub weight_may_be_missing: bool,
    /// Rows say whether they are exports or imports.
    pub tells_flow: bool,
    /// It has many columns that nothing is asked of, and that nobody need be told of.
    pub has_more_columns: bool,
    /// A line may have one field more than the header, anywhere.
    pub surplus_field: bool,
    /// Lines may end with commas that the header has not.
    pub trailing_commas: bool,
}

/// China's customs.
const CUSTOMS: Rules = Rules {
    is_of_china: true,
    limits: &[CUSTOMS_LIMIT],
    by_range: true,
    fractions: false,
    weight_may_be_missing: false,
    tells_flow: false,
    has_more_columns: false,
    surplus_field: false,
    trailing_commas: true,
};

/// UN Comtrade.
const COMTRADE: Rules = Rules {
    is_of_china: false,
    // Of the preview without a key, with one, and of premium subscribers.
    limits: &[500, 100_000, 250_000],
    by_range: false,
    fractions: true,
    weight_may_be_missing: true,
    tells_flow: true,
    has_more_columns: true,
    surplus_field: true,
    trailing_commas: false,
};

impl Origin {
    /// Its name among the sources of a dataset.
    pub fn name(self) -> &'static str {
        match self {
            Origin::ComtradeLegacy => "UN Comtrade, old format",
            Origin::Comtrade => "UN Comtrade",
            Origin::CustomsChinese => "China customs, Chinese",
            Origin::CustomsEnglish => "China customs, English",
            Origin::Rows => "rows of this site’s own format",
        }
    }

    /// How its files are read.
    pub(crate) fn rules(self) -> Rules {
        match self {
            Origin::ComtradeLegacy => Rules { trailing_commas: true, ..COMTRADE },
            Origin::Comtrade => COMTRADE,
            Origin::CustomsChinese | Origin::CustomsEnglish => CUSTOMS,
            // What people make of a customs download, of whichever country.
            Origin::Rows => Rules { is_of_china: false, ..CUSTOMS },
        }
    }
}

/// Every name that is known, in lower case, with what it means in files of which origin. `docs/records.md`
/// lists where each was seen.
const NAMES: &[(&str, Role, Origin)] = {
    use Origin::{Comtrade, ComtradeLegacy, CustomsChinese, CustomsEnglish, Rows};
    use Role::*;
    &[
        ("数据年月", Month, CustomsChinese),
        ("商品编码", ProductCode, CustomsChinese),
        ("商品名称", ProductName, CustomsChinese),
        ("贸易伙伴编码", PartnerCode, CustomsChinese),
        ("贸易伙伴名称", PartnerName, CustomsChinese),
        ("贸易方式编码", ModeCode, CustomsChinese),
        ("贸易方式名称", ModeName, CustomsChinese),
        ("注册地编码", ProvinceCode, CustomsChinese),
        ("注册地名称", ProvinceName, CustomsChinese),
        ("收发货人注册地编码", ProvinceCode, CustomsChinese),
        ("收发货人注册地名称", ProvinceName, CustomsChinese),
        ("第一数量", Quantity, CustomsChinese),
        ("第一计量单位", Unit, CustomsChinese),
        ("第二数量", SecondQuantity, CustomsChinese),
        ("第二计量单位", SecondUnit, CustomsChinese),
        ("美元", Usd, CustomsChinese),
        ("人民币", Cny, CustomsChinese),
        ("date of data", Month, CustomsEnglish),
        // Comtrade's old files spell this one with a capital C; case does not count.
        ("commodity code", ProductCode, CustomsEnglish),
        ("commodity", ProductName, CustomsEnglish),
        ("trading partner code", PartnerCode, CustomsEnglish),
        ("trading partner", PartnerName, CustomsEnglish),
        ("customs regime code", ModeCode, CustomsEnglish),
        ("customs regime", ModeName, CustomsEnglish),
        ("locations of importers and exporters code", ProvinceCode, CustomsEnglish),
        ("locations of importers and exporters", ProvinceName, CustomsEnglish),
        ("quantity", Quantity, CustomsEnglish),
        ("unit", Unit, CustomsEnglish),
        ("supplementary quantity", SecondQuantity, CustomsEnglish),
        ("supplementary unit", SecondUnit, CustomsEnglish),
        ("supplimentary quantity", SecondQuantity, CustomsEnglish),
        ("supplimentary unit", SecondUnit, CustomsEnglish),
        ("us dollar", Usd, CustomsEnglish),
        ("renminbi yuan", Cny, CustomsEnglish),
        ("period", Month, Comtrade),
        ("freqcode", Frequency, Comtrade),
        ("reportercode", ReporterCode, Comtrade),
        ("reporterdesc", ReporterName, Comtrade),
        ("classificationcode", Classification, Comtrade),
        ("flowcode", Flow, Comtrade),
        ("partnercode", PartnerCode, Comtrade),
        ("partnerdesc", PartnerName, Comtrade),
        ("partner2code", SecondPartner, Comtrade),
        ("cmdcode", ProductCode, Comtrade),
        ("cmddesc", ProductName, Comtrade),
        ("customscode", CustomsProcedure, Comtrade),
        ("motcode", Transport, Comtrade),
        ("netwgt", NetWeight, Comtrade),
        ("primaryvalue", Usd, Comtrade),
        ("classification", Classification, ComtradeLegacy),
        ("reporter code", ReporterCode, ComtradeLegacy),
        ("reporter", ReporterName, ComtradeLegacy),
        ("trade flow code", Flow, ComtradeLegacy),
        ("partner code", PartnerCode, ComtradeLegacy),
        ("partner", PartnerName, ComtradeLegacy),
        ("2nd partner code", SecondPartner, ComtradeLegacy),
        ("customs proc. code", CustomsProcedure, ComtradeLegacy),
        ("mode of transport code", Transport, ComtradeLegacy),
        ("netweight (kg)", NetWeight, ComtradeLegacy),
        ("trade value (us$)", Usd, ComtradeLegacy),
        ("period desc.", Ignored, ComtradeLegacy),
        ("month", Month, Rows),
        ("product", ProductCode, Rows),
        ("destination", PartnerCode, Rows),
        ("registration_location", ProvinceCode, Rows),
        ("trade_mode", ModeCode, Rows),
        ("quantity_kg", NetWeight, Rows),
        ("value_usd", Usd, Rows),
        ("value_cny", Cny, Rows),
    ]
};

impl Needed {
    /// Any of them will do.
    fn roles(self) -> &'static [Role] {
        match self {
            Needed::Quantity => &[Role::Quantity, Role::NetWeight],
            Needed::Code => &[Role::ProductCode, Role::PartnerCode, Role::ProvinceCode, Role::ModeCode],
        }
    }

    /// What its column may be called, in lower case.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.iter().filter(move |(_, role, _)| self.roles().contains(role)).map(|(name, ..)| *name)
    }
}

/// "Quantity unit", "Unit of measure", "计量单位".
fn names_a_unit(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphabetic());
    name.contains("单位") || words.any(|w| w.eq_ignore_ascii_case("unit") || w.eq_ignore_ascii_case("units"))
}

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// As the file writes them.
    pub names: Vec<String>,
    /// What each holds; `None` for one that is not known.
    pub roles: Vec<Option<Role>>,
    /// Whose file it is.
    pub origin: Origin,
}

impl Header {
    /// Reads the first line of a file, or says why it is none.
    pub fn read(fields: &[String]) -> Result<Header, ProblemKind> {
        let names: Vec<String> = fields
            .iter()
            .map(|f| f.trim_matches(|c: char| c.is_whitespace() || c == '"').to_owned())
            .collect();
        let known = |name: &String| {
            let lower = name.to_lowercase();
            NAMES.iter().find(|(n, ..)| *n == lower)
        };
        let found: Vec<_> = names.iter().map(known).collect();
        let Some(origin) = found.iter().flatten().map(|(_, _, origin)| *origin).min() else {
            let found: String = names.join(", ").chars().take(80).collect();
            return Err(ProblemKind::NoHeader { found });
        };
        let mut roles: Vec<Option<Role>> = Vec::new();
        for (name, found) in names.iter().zip(found) {
            let role = match found {
                Some((_, role, _)) => Some(*role),
                None if origin.rules().has_more_columns || name.is_empty() => Some(Role::Ignored),
                None => None,
            };
            let twice = role.is_some_and(|r| r != Role::Ignored && roles.contains(&Some(r)));
            if twice {
                return Err(ProblemKind::ColumnTwice(name.clone()));
            }
            roles.push(role);
        }
        // A unit by another name: quantities without it could be a thousand times too small.
        if !roles.contains(&Some(Role::Unit)) {
            let unit = names.iter().zip(&roles).position(|(name, role)| role.is_none() && names_a_unit(name));
            if let Some(slot) = unit.and_then(|place| roles.get_mut(place)) {
                *slot = Some(Role::Unit);
            }
        }
        let header = Header { names, roles, origin };
        header.complete()?;
        Ok(header)
    }

    fn complete(&self) -> Result<(), ProblemKind> {
        let missing = |needed: &Needed| !needed.roles().iter().any(|role| self.place(*role).is_some());
        match [Needed::Quantity, Needed::Code].into_iter().find(missing) {
            Some(needed) => Err(ProblemKind::MissingColumn(needed)),
            None => Ok(()),
        }
    }

    /// Whether nothing says what quantities are counted in.
    pub fn has_no_unit(&self) -> bool {
        self.place(Role::Quantity).is_some() && self.place(Role::Unit).is_none()
    }

    /// Where a role's column is.
    pub fn place(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|r| *r == Some(role))
    }

    /// The columns that are not known.
    pub fn unknown(&self) -> impl Iterator<Item = &String> {
        self.names.iter().zip(&self.roles).filter(|(_, role)| role.is_none()).map(|(name, _)| name)
    }
}
