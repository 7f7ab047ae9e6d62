//! What columns hold, and what they are called in layouts that are known.

use model::{Currency, Flow};
use serde::{Deserialize, Serialize};

use super::CUSTOMS_LIMIT;
use super::number::plainly;

/// What a column holds. A mapping calls it by its name in small letters: `product_code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A month, quarter or year, or a day of it.
    Time,
    /// A year, beside a month of the year or alone.
    Year,
    /// A month of the year, beside a year.
    MonthOfYear,
    /// Whether rows are of months, quarters or years: `M`, `Q`, `A`.
    Frequency,
    /// Codes of goods, with or without a name after them.
    ProductCode,
    /// Names of goods.
    ProductName,
    /// Codes of partners.
    PartnerCode,
    /// Letters that stand for partners; read where there are no codes.
    PartnerLetters,
    /// Names of partners.
    PartnerName,
    /// Codes of the registration location, the state or another part of the reporter.
    ProvinceCode,
    /// Its names.
    ProvinceName,
    /// Codes of the trade mode.
    ModeCode,
    /// Its names.
    ModeName,
    /// Names of goods in Chinese, beside those in English.
    ProductNameZh,
    /// The same of partners.
    PartnerNameZh,
    /// The same of provinces.
    ProvinceNameZh,
    /// The same of trade modes.
    ModeNameZh,
    /// `synthetic` in rows that a program made up, as this project writes them.
    Remark,
    /// A weight, or what is counted in another unit.
    Quantity,
    /// What quantities are counted in.
    Unit,
    /// What the same goods make in another unit.
    SecondQuantity,
    /// What second quantities are counted in.
    SecondUnit,
    /// Money.
    Value,
    /// Exports, imports and others, by a code.
    Flow,
    /// The same by a name; read where the code says nothing.
    FlowName,
    /// Codes of whose trade it is.
    ReporterCode,
    /// Its names.
    ReporterName,
    /// By which list goods are numbered: a version of the HS, or SITC.
    Classification,
    /// Comtrade's customs procedures: rows of these are parts of others, and not added.
    CustomsProcedure,
    /// Means of transport: as customs procedures.
    Transport,
    /// Second partners: as customs procedures.
    SecondPartner,
    /// Which figure of several stands on the line.
    Indicator,
    /// The figure that an indicator tells.
    Figure,
    /// Nothing that is read, but what may tell rows apart.
    Other,
    /// Nothing that is read or tells rows apart: prices, shares, notes.
    Ignored,
}

impl Role {
    /// Every role with its name in mappings.
    pub const NAMES: [(&'static str, Role); 35] = [
        ("time", Role::Time),
        ("year", Role::Year),
        ("month_of_year", Role::MonthOfYear),
        ("frequency", Role::Frequency),
        ("product_code", Role::ProductCode),
        ("product_name", Role::ProductName),
        ("partner_code", Role::PartnerCode),
        ("partner_letters", Role::PartnerLetters),
        ("partner_name", Role::PartnerName),
        ("province_code", Role::ProvinceCode),
        ("province_name", Role::ProvinceName),
        ("mode_code", Role::ModeCode),
        ("mode_name", Role::ModeName),
        ("product_name_zh", Role::ProductNameZh),
        ("partner_name_zh", Role::PartnerNameZh),
        ("province_name_zh", Role::ProvinceNameZh),
        ("mode_name_zh", Role::ModeNameZh),
        ("remark", Role::Remark),
        ("quantity", Role::Quantity),
        ("unit", Role::Unit),
        ("second_quantity", Role::SecondQuantity),
        ("second_unit", Role::SecondUnit),
        ("value", Role::Value),
        ("flow", Role::Flow),
        ("flow_name", Role::FlowName),
        ("reporter_code", Role::ReporterCode),
        ("reporter_name", Role::ReporterName),
        ("classification", Role::Classification),
        ("customs_procedure", Role::CustomsProcedure),
        ("transport", Role::Transport),
        ("second_partner", Role::SecondPartner),
        ("indicator", Role::Indicator),
        ("figure", Role::Figure),
        ("other", Role::Other),
        ("ignored", Role::Ignored),
    ];

    /// Its name in mappings.
    pub fn name(self) -> &'static str {
        Role::NAMES.iter().find(|(_, role)| *role == self).map_or("", |(name, _)| name)
    }

    /// The role of a name.
    pub fn named(name: &str) -> Option<Role> {
        Role::NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }

    /// Whether a file may have several columns of it.
    pub fn may_repeat(self) -> bool {
        matches!(
            self,
            Role::Quantity | Role::SecondQuantity | Role::Value | Role::Other | Role::Ignored | Role::Figure
        )
    }
}

/// Whose file it is. A file of which several have as many columns is of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// UN Comtrade as it was until 2022.
    ComtradeLegacy,
    /// UN Comtrade of today.
    Comtrade,
    /// stats.customs.gov.cn, in Chinese.
    CustomsChinese,
    /// The same, in English.
    CustomsEnglish,
    /// Eurostat, one figure a line (SDMX-CSV).
    ComextFigures,
    /// Eurostat, files of a month or year.
    ComextBulk,
    /// ComexStat of Brazil.
    ComexStat,
    /// The programming interface of the United States Census Bureau.
    Census,
    /// USA Trade Online of the same.
    UsaTrade,
    /// DataWeb of the United States International Trade Commission, one figure a line.
    DataWeb,
    /// The customs service of Korea.
    Korea,
    /// The trade statistics of Japan.
    Japan,
    /// TradeStat of India.
    India,
    /// Rows with this project's own names.
    Rows,
    /// A list of somebody's own.
    Own,
}

/// What holds of the files of an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rules {
    /// Whose trade it is where rows do not say it: the code of UN Comtrade, and the names in English and Chinese.
    pub reporter: Option<(&'static str, &'static str, &'static str)>,
    /// The rows at which a download is cut without a word.
    pub limits: &'static [u64],
    /// A file is asked for by the first and the last month of a year: one between them without rows had no
    /// trade.
    pub by_range: bool,
    /// Numbers are whole, so that three digits after a dot are taken for nothing without being asked.
    pub whole: bool,
    /// A net weight of 0 is not known.
    pub zero_is_unknown: bool,
    /// It has many columns that nothing is asked of, and that nobody need be told of.
    pub has_more_columns: bool,
    /// A line may have one field more than the head, anywhere.
    pub surplus_field: bool,
    /// The code of exports and that of imports.
    pub flows: Option<(&'static str, &'static str)>,
    /// Quantities without a unit are kilograms.
    pub kilograms: bool,
    /// A ton without a word on which may be one of 2,000 pounds.
    pub short_tons: bool,
    /// With what lines begin that are no rows, above each of several tables on one sheet.
    pub notes: &'static [&'static str],
}

/// What holds of most.
const PLAIN: Rules = Rules {
    reporter: None,
    limits: &[],
    by_range: false,
    whole: false,
    zero_is_unknown: false,
    has_more_columns: true,
    surplus_field: false,
    flows: None,
    kilograms: false,
    short_tons: false,
    notes: &[],
};

/// China's customs.
const CUSTOMS: Rules = Rules {
    reporter: Some(("156", "China", "中国")),
    limits: &[CUSTOMS_LIMIT],
    by_range: true,
    whole: true,
    has_more_columns: false,
    kilograms: true,
    ..PLAIN
};

/// UN Comtrade.
const COMTRADE: Rules = Rules {
    // Of the preview without a key, with one, and of premium subscribers.
    limits: &[500, 100_000, 250_000],
    zero_is_unknown: true,
    surplus_field: true,
    flows: Some(("2", "1")),
    ..PLAIN
};

impl Origin {
    /// Its name in English.
    pub fn name(self) -> &'static str {
        match self {
            Origin::ComtradeLegacy => "UN Comtrade, old format",
            Origin::Comtrade => "UN Comtrade",
            Origin::CustomsChinese => "China customs, Chinese",
            Origin::CustomsEnglish => "China customs, English",
            Origin::ComextFigures => "Eurostat Comext, SDMX-CSV",
            Origin::ComextBulk => "Eurostat Comext, bulk file",
            Origin::ComexStat => "ComexStat, Brazil",
            Origin::Census => "US Census Bureau",
            Origin::UsaTrade => "USA Trade Online",
            Origin::DataWeb => "USITC DataWeb",
            Origin::Korea => "Korea customs",
            Origin::Japan => "Trade statistics of Japan",
            Origin::India => "TradeStat, India",
            Origin::Rows => "rows of this site’s own format",
            Origin::Own => "a list of its own",
        }
    }

    /// How its files are read.
    pub(crate) fn rules(self) -> Rules {
        match self {
            Origin::ComtradeLegacy | Origin::Comtrade => COMTRADE,
            Origin::CustomsChinese | Origin::CustomsEnglish => CUSTOMS,
            // What people make of a customs download, of whichever country.
            Origin::Rows => Rules { reporter: None, ..CUSTOMS },
            // https://ec.europa.eu/eurostat/comext/newxtweb: flow 1 is import, 2 export.
            Origin::ComextFigures | Origin::ComextBulk => Rules { flows: Some(("2", "1")), ..PLAIN },
            Origin::Japan => {
                Rules { reporter: Some(("392", "Japan", "日本")), flows: Some(("1", "2")), ..PLAIN }
            }
            Origin::Census | Origin::UsaTrade => {
                Rules { reporter: Some(("842", "United States", "美国")), short_tons: true, ..PLAIN }
            }
            Origin::DataWeb => Rules { notes: &["Data Row Count"], ..Origin::Census.rules() },
            Origin::ComexStat => Rules { reporter: Some(("76", "Brazil", "巴西")), ..PLAIN },
            Origin::Korea => Rules { reporter: Some(("410", "South Korea", "韩国")), ..PLAIN },
            Origin::India => Rules { reporter: Some(("699", "India", "印度")), ..PLAIN },
            Origin::Own => Rules { has_more_columns: false, ..PLAIN },
        }
    }
}

/// What more there is to say of a column of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Detail {
    /// What quantities are counted in.
    pub unit: Option<&'static str>,
    /// What values are counted in.
    pub currency: Option<Currency>,
    /// How many of it one is.
    pub times: Option<u64>,
    /// Exports or imports, where a line tells both.
    pub flow: Option<Flow>,
}

/// A column of a layout: its name as [`key`] makes it, and what it holds.
pub(crate) type Known = (&'static str, Role, Detail);

const fn is(name: &'static str, role: Role) -> Known {
    (name, role, Detail { unit: None, currency: None, times: None, flow: None })
}

const fn kg(name: &'static str) -> Known {
    (name, Role::Quantity, Detail { unit: Some("kg"), currency: None, times: None, flow: None })
}

const fn money(name: &'static str, currency: Currency, times: u64) -> Known {
    (name, Role::Value, Detail { unit: None, currency: Some(currency), times: Some(times), flow: None })
}

const fn usd(name: &'static str) -> Known {
    money(name, Currency::Usd, 1)
}

const fn figure(name: &'static str, currency: Currency) -> Known {
    (name, Role::Figure, Detail { unit: None, currency: Some(currency), times: None, flow: None })
}

const fn of_flow(known: Known, flow: Flow) -> Known {
    (known.0, known.1, Detail { flow: Some(flow), ..known.2 })
}

/// The columns of every layout that is known. `docs/records.md` says where each was seen.
pub(crate) const LAYOUTS: &[(Origin, &[Known])] = {
    use Role::*;
    &[
        (
            Origin::ComtradeLegacy,
            &[
                is("classification", Classification),
                is("year", Year),
                is("period", Time),
                is("perioddesc", Ignored),
                is("aggregatelevel", Ignored),
                is("isleafcode", Ignored),
                is("tradeflowcode", Flow),
                is("tradeflow", FlowName),
                is("reportercode", ReporterCode),
                is("reporter", ReporterName),
                is("reporteriso", Ignored),
                is("partnercode", PartnerCode),
                is("partner", PartnerName),
                is("partneriso", PartnerLetters),
                is("2ndpartnercode", SecondPartner),
                is("2ndpartner", Ignored),
                is("2ndpartneriso", Ignored),
                is("customsproccode", CustomsProcedure),
                is("customs", Ignored),
                is("modeoftransportcode", Transport),
                is("modeoftransport", Ignored),
                is("commoditycode", ProductCode),
                is("commodity", ProductName),
                is("qtyunitcode", Ignored),
                is("qtyunit", Ignored),
                is("qty", Ignored),
                is("altqtyunitcode", Ignored),
                is("altqtyunit", Ignored),
                is("altqty", Ignored),
                kg("netweightkg"),
                is("grossweightkg", Ignored),
                usd("tradevalueus"),
                usd("tradevalue"),
                // Files that people made of the old programming interface.
                usd("value"),
                is("ciftradevalueus", Ignored),
                is("fobtradevalueus", Ignored),
                is("flag", Ignored),
            ],
        ),
        (
            Origin::Comtrade,
            &[
                is("typecode", Ignored),
                is("freqcode", Frequency),
                is("refperiodid", Ignored),
                is("refyear", Year),
                is("refmonth", MonthOfYear),
                is("period", Time),
                is("reportercode", ReporterCode),
                is("reporteriso", Ignored),
                is("reporterdesc", ReporterName),
                is("flowcode", Flow),
                is("flowdesc", FlowName),
                is("flowcategory", Ignored),
                is("partnercode", PartnerCode),
                is("partneriso", PartnerLetters),
                is("partnerdesc", PartnerName),
                is("partner2code", SecondPartner),
                is("partner2iso", Ignored),
                is("partner2desc", Ignored),
                is("classificationcode", Classification),
                is("classificationsearchcode", Ignored),
                is("isoriginalclassification", Ignored),
                is("cmdcode", ProductCode),
                is("cmddesc", ProductName),
                is("aggrlevel", Ignored),
                is("isleaf", Ignored),
                is("customscode", CustomsProcedure),
                is("customsdesc", Ignored),
                is("moscode", Ignored),
                is("motcode", Transport),
                is("motdesc", Ignored),
                is("qtyunitcode", Ignored),
                is("qtyunitabbr", Ignored),
                is("qty", Ignored),
                is("isqtyestimated", Ignored),
                is("altqtyunitcode", Ignored),
                is("altqtyunitabbr", Ignored),
                is("altqty", Ignored),
                is("isaltqtyestimated", Ignored),
                kg("netwgt"),
                is("isnetwgtestimated", Ignored),
                is("grosswgt", Ignored),
                is("isgrosswgtestimated", Ignored),
                is("cifvalue", Ignored),
                is("fobvalue", Ignored),
                usd("primaryvalue"),
                is("legacyestimationflag", Ignored),
                is("isreported", Ignored),
                is("isaggregate", Ignored),
            ],
        ),
        (
            Origin::CustomsChinese,
            &[
                is("数据年月", Time),
                is("商品编码", ProductCode),
                is("商品名称", ProductName),
                is("贸易伙伴编码", PartnerCode),
                is("贸易伙伴名称", PartnerName),
                is("贸易方式编码", ModeCode),
                is("贸易方式名称", ModeName),
                is("注册地编码", ProvinceCode),
                is("注册地名称", ProvinceName),
                is("收发货人注册地编码", ProvinceCode),
                is("收发货人注册地名称", ProvinceName),
                is("第一数量", Quantity),
                is("第一计量单位", Unit),
                is("第二数量", SecondQuantity),
                is("第二计量单位", SecondUnit),
                usd("美元"),
                usd("金额美元"),
                money("人民币", Currency::Cny, 1),
                money("人民币元", Currency::Cny, 1),
                money("金额人民币", Currency::Cny, 1),
                is("每吨人民币", Ignored),
                is("每吨美元", Ignored),
            ],
        ),
        (
            Origin::CustomsEnglish,
            &[
                is("dateofdata", Time),
                is("commoditycode", ProductCode),
                is("commodity", ProductName),
                is("tradingpartnercode", PartnerCode),
                is("tradingpartner", PartnerName),
                is("customsregimecode", ModeCode),
                is("customsregime", ModeName),
                is("locationsofimportersandexporterscode", ProvinceCode),
                is("locationsofimportersandexporters", ProvinceName),
                is("quantity", Quantity),
                is("unit", Unit),
                is("supplementaryquantity", SecondQuantity),
                is("supplementaryunit", SecondUnit),
                is("supplimentaryquantity", SecondQuantity),
                is("supplimentaryunit", SecondUnit),
                usd("usdollar"),
                money("renminbiyuan", Currency::Cny, 1),
            ],
        ),
        (
            Origin::ComextFigures,
            &[
                is("dataflow", Ignored),
                is("structure", Ignored),
                is("structureid", Ignored),
                is("structurename", Ignored),
                is("lastupdate", Ignored),
                is("freq", Frequency),
                is("reporter", ReporterCode),
                is("partner", PartnerCode),
                is("product", ProductCode),
                is("flow", Flow),
                is("indicators", Indicator),
                is("timeperiod", Time),
                figure("obsvalue", Currency::Eur),
                is("obsflag", Ignored),
                is("confstatus", Ignored),
            ],
        ),
        (
            Origin::ComextBulk,
            &[
                is("declarant", ReporterCode),
                is("declarantiso", ReporterName),
                is("reporter", ReporterCode),
                is("partner", PartnerCode),
                is("partneriso", PartnerLetters),
                is("tradetype", Other),
                is("productnc", ProductCode),
                is("productsitc", Ignored),
                is("productcpa2002", Ignored),
                is("productcpa2008", Ignored),
                is("productcpa21", Ignored),
                is("productcpa22", Ignored),
                is("productbec", Ignored),
                is("productbec5", Ignored),
                is("productsection", Ignored),
                is("flow", Flow),
                is("statregime", Other),
                is("statprocedure", Other),
                is("suppunit", Ignored),
                is("supplunit", Ignored),
                is("period", Time),
                money("valueineuros", Currency::Eur, 1),
                money("valueeur", Currency::Eur, 1),
                money("value1000ecu", Currency::Eur, 1000),
                is("valuenac", Ignored),
                is("valueinnac", Ignored),
                kg("quantityinkg"),
                kg("quantitykg"),
                (
                    "quantityton",
                    Quantity,
                    Detail { unit: Some("t"), currency: None, times: None, flow: None },
                ),
                is("supquantity", Ignored),
                is("quantitysupplunit", Ignored),
            ],
        ),
        (
            Origin::ComexStat,
            &[
                is("coano", Year),
                is("comes", MonthOfYear),
                is("concm", ProductCode),
                is("sh4", ProductCode),
                is("counid", Ignored),
                is("copais", PartnerCode),
                is("sgufncm", ProvinceCode),
                is("sgufmun", ProvinceCode),
                is("comun", Other),
                is("covia", Other),
                is("courf", Other),
                is("qtestat", Ignored),
                kg("kgliquido"),
                usd("vlfob"),
                is("vlfrete", Ignored),
                is("vlseguro", Ignored),
            ],
        ),
        (
            Origin::Census,
            &[
                of_flow(is("ecommodity", ProductCode), model::Flow::Export),
                of_flow(is("icommodity", ProductCode), model::Flow::Import),
                is("ecommodityldesc", ProductName),
                is("icommodityldesc", ProductName),
                is("ecommoditysdesc", Ignored),
                is("icommoditysdesc", Ignored),
                is("ctycode", PartnerCode),
                is("ctyname", PartnerName),
                is("state", ProvinceCode),
                is("year", Year),
                is("month", MonthOfYear),
                is("time", Time),
                usd("allvalmo"),
                usd("genvalmo"),
                is("convalmo", Ignored),
                is("qty1mo", Quantity),
                is("genqy1mo", Quantity),
                is("unitqy1", Unit),
                is("qty2mo", SecondQuantity),
                is("genqy2mo", SecondQuantity),
                is("unitqy2", SecondUnit),
                is("commlvl", Ignored),
                is("summarylvl", Ignored),
            ],
        ),
        (
            Origin::UsaTrade,
            &[
                is("commodity", ProductCode),
                is("country", PartnerName),
                is("state", ProvinceName),
                is("time", Time),
                of_flow(usd("customsvaluegenus"), model::Flow::Import),
                of_flow(usd("customsvaluegenusdefaultmember"), model::Flow::Import),
                is("customsvalueconsus", Ignored),
                of_flow(usd("totalexportsvalueus"), model::Flow::Export),
                of_flow(usd("totalvalueus"), model::Flow::Export),
                of_flow(usd("valueus"), model::Flow::Export),
                of_flow(is("quantity1gen", Quantity), model::Flow::Import),
                of_flow(is("quantity1", Quantity), model::Flow::Export),
                is("unitofmeasure1", Unit),
            ],
        ),
        (
            Origin::DataWeb,
            &[
                is("datatype", Indicator),
                is("htsnumber", ProductCode),
                is("description", ProductName),
                is("country", PartnerName),
                is("quantitydescription", Unit),
                is("year", Year),
                is("district", Other),
                is("specialimportprogram", Other),
                is("rateprovisioncode", Other),
            ],
        ),
        (
            Origin::Korea,
            &[
                is("기간", Time),
                is("year", Time),
                is("국가", PartnerName),
                is("국가명", PartnerName),
                is("국가코드", PartnerCode),
                is("statcd", PartnerCode),
                is("statcdcntnkor1", PartnerName),
                is("hs코드", ProductCode),
                is("hscd", ProductCode),
                is("hscode", ProductCode),
                is("품목명", ProductName),
                is("statkor", ProductName),
                of_flow(kg("수출중량"), model::Flow::Export),
                of_flow(kg("expwgt"), model::Flow::Export),
                of_flow(kg("수입중량"), model::Flow::Import),
                of_flow(kg("impwgt"), model::Flow::Import),
                of_flow(money("수출금액", Currency::Usd, 1000), model::Flow::Export),
                of_flow(usd("expdlr"), model::Flow::Export),
                of_flow(money("수입금액", Currency::Usd, 1000), model::Flow::Import),
                of_flow(usd("impdlr"), model::Flow::Import),
                is("무역수지", Ignored),
                is("balpayments", Ignored),
            ],
        ),
        (
            Origin::Japan,
            &[
                is("exporimp", Flow),
                is("year", Year),
                is("custom", Other),
                is("hs", ProductCode),
                is("country", PartnerCode),
                is("unit1", Unit),
                is("unit2", SecondUnit),
                is("quantity1year", Ignored),
                is("quantity2year", Ignored),
                is("valueyear", Ignored),
            ],
        ),
        (
            Origin::India,
            &[
                is("sno", Ignored),
                is("hscode", ProductCode),
                is("commodity", ProductName),
                is("country", PartnerName),
                is("countryregion", PartnerName),
                is("countriesregion", PartnerName),
                is("unit", Ignored),
                is("share", Ignored),
                is("growth", Ignored),
            ],
        ),
        (
            Origin::Rows,
            &[
                is("month", Time),
                is("flow", Flow),
                is("reporter", ReporterName),
                is("product", ProductCode),
                is("productname", ProductName),
                is("productnamezh", ProductNameZh),
                is("destination", PartnerCode),
                is("destinationname", PartnerName),
                is("destinationnamezh", PartnerNameZh),
                is("registrationlocation", ProvinceCode),
                is("registrationlocationname", ProvinceName),
                is("registrationlocationnamezh", ProvinceNameZh),
                is("trademode", ModeCode),
                is("trademodename", ModeName),
                is("trademodenamezh", ModeNameZh),
                is("remark", Remark),
                kg("quantitykg"),
                usd("valueusd"),
                money("valuecny", Currency::Cny, 1),
                money("valueeur", Currency::Eur, 1),
                money("valuegbp", Currency::Gbp, 1),
                money("valuejpy", Currency::Jpy, 1),
                money("valuekrw", Currency::Krw, 1),
                money("valueinr", Currency::Inr, 1),
                money("valuebrl", Currency::Brl, 1),
            ],
        ),
    ]
};

/// A column's name as names are compared: letters and digits in small letters, so that `netWgt`, `net_wgt` and
/// `Net Wgt` are one, and so are `Trade Value (US$)` and what R makes of it, `Trade.Value..US..`.
pub(crate) fn key(name: &str) -> String {
    plainly(name).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a column of a layout holds.
pub(crate) fn known(origin: Origin, name: &str) -> Option<Known> {
    let names = LAYOUTS.iter().find(|(of, _)| *of == origin)?.1;
    let key = key(name);
    names.iter().find(|(known, ..)| *known == key).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_write_their_names_as_they_are_compared() {
        for (origin, names) in LAYOUTS {
            for (place, (name, role, _)) in names.iter().enumerate() {
                assert_eq!(&key(name), name, "{origin:?}");
                assert!(!names.iter().take(place).any(|(other, ..)| other == name), "{origin:?} {name}");
                assert_eq!(Role::named(role.name()), Some(*role));
            }
        }
        assert_eq!(key("Trade.Value..US.."), key("Trade Value (US$)"));
        assert_eq!(key("net_wgt"), key("netWgt"));
    }
}
