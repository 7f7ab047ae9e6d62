//! What the columns of a table are, by the names of layouts that are known, else by words in their names and by
//! what stands in them.

use csv::StringRecord;
use model::{Currency, Flow, Frequency};
use sheet::Sheet;

use super::columns::{self, Known, LAYOUTS, Origin, Role, key};
use super::mapping::{Column, Mapping, Plan};
use super::month::{When, month_named, month_of_year, when};
use super::number::{Reading, number, plainly};
use super::unit::unit_in_name;

/// What a head was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guessed {
    pub origin: Origin,
    /// In the order of the head.
    pub mapping: Mapping,
    /// Nobody need confirm it.
    pub is_sure: bool,
}

/// How many rows are looked at before a file is read.
pub(crate) const LOOKED_AT: usize = 60;

/// Which of the first rows is the head: the one that names the most columns, the first of several. `None` where no
/// row names two.
pub(crate) fn head(rows: &[&StringRecord]) -> Option<usize> {
    let names = |row: &&StringRecord| {
        let named = row.iter().filter(|cell| names_something(cell)).count();
        // Rows of amounts are none, whatever words stand in them. Years and months may be names.
        let amounts = row.iter().filter(|cell| {
            let is_number = !matches!(number(cell), Reading::No | Reading::Missing);
            is_number && !matches!(when(cell), Some(When::Of(_)))
        });
        named.saturating_sub(amounts.count() * 2)
    };
    let counts = rows.iter().take(LOOKED_AT / 2).map(names);
    let (place, count) =
        counts.enumerate().collect::<Vec<_>>().into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count >= 2).then_some(place)
}

/// Whether the columns of a sheet are known, and enough of them to be read.
pub(crate) fn is_table(sheet: &mut Sheet) -> bool {
    let rows: Vec<&StringRecord> = sheet.peek(LOOKED_AT).into_iter().map(|(_, row)| row).collect();
    let Some(place) = head(&rows) else { return false };
    let names: Vec<String> =
        rows.get(place).into_iter().flat_map(|row| row.iter()).map(str::to_owned).collect();
    let guessed = columns(&names, rows.get(place + 1..).unwrap_or_default(), "");
    Plan::of(&guessed.mapping, &guessed.origin.rules()).is_ok()
}

/// Which of the first rows may be the head of a table that names no column as others do: the first one of words alone
/// that stands above numbers. `None` where there is none, as in a text.
pub(crate) fn unknown_head(rows: &[&StringRecord]) -> Option<usize> {
    let is_name = |cell: &str| number(cell) == Reading::No && cell.chars().count() <= 60;
    rows.iter().take(LOOKED_AT / 2).enumerate().position(|(place, row)| {
        let mut names = row.iter().map(str::trim).filter(|cell| !cell.is_empty());
        let below = rows.get(place + 1..).unwrap_or_default();
        names.clone().count() >= 2
            && names.all(is_name)
            && below.iter().all(|other| other.len() == row.len())
            && (0..row.len()).any(|column| Cells::of(below, column).are_numbers())
    })
}

fn names_something(cell: &str) -> bool {
    let cell = cell.trim();
    if cell.is_empty() || cell.chars().count() > 60 || number(cell) != Reading::No {
        return false;
    }
    LAYOUTS.iter().any(|(origin, _)| layout_column(*origin, cell, "").is_some()) || by_words(cell).is_some()
}

/// What the columns are. `rows` are some of those below the head, `titles` what stands above it.
pub(crate) fn columns(head: &[String], rows: &[&StringRecord], titles: &str) -> Guessed {
    // The first of the best: of equal ones `max_by_key` takes the last.
    let scored =
        LAYOUTS.iter().rev().filter_map(|(origin, _)| Some((score(*origin, head, titles)?, *origin)));
    let best = scored.max_by_key(|(score, _)| *score);
    match best {
        Some((_, origin)) => of_layout(origin, head, titles),
        None => of_words(head, rows, titles),
    }
}

/// How many columns are a layout's; `None` where the file is not of it.
fn score(origin: Origin, head: &[String], titles: &str) -> Option<usize> {
    let named = head.iter().filter(|name| !name.is_empty());
    let mut roles: Vec<Role> = Vec::new();
    let (mut all, mut known) = (0, 0);
    for name in named {
        all += 1;
        if let Some((_, role, _)) = layout_column(origin, name, titles) {
            known += 1;
            roles.push(role);
        }
    }
    let amounts = [Role::Quantity, Role::Value, Role::Figure];
    let tells = roles.iter().filter(|role| **role != Role::Ignored).count();
    let has_amounts = roles.iter().any(|role| amounts.contains(role));
    let is_of_it = match origin {
        // Common words: a list in which one more stands is somebody's own.
        Origin::Rows => known == all && tells >= 2,
        Origin::CustomsEnglish => tells >= 3,
        Origin::DataWeb => roles.contains(&Role::Indicator) && is_whole(titles) && has_times(head),
        _ => tells >= 3 || tells >= 2 && known == all,
    };
    (is_of_it && has_amounts).then_some(known)
}

/// A column of a layout, also where the layout has one for each month or year.
fn layout_column(origin: Origin, name: &str, titles: &str) -> Option<Known> {
    let known = columns::known(origin, name);
    let wide = || match origin {
        Origin::Japan => japan(name),
        Origin::India => india(name, titles),
        Origin::DataWeb => dataweb(name),
        _ => None,
    };
    known.or_else(wide)
}

/// `Quantity1-Jan`, `Value-Dec`: values are in thousands of yen.
fn japan(name: &str) -> Option<Known> {
    let (what, month) = name.split_once('-')?;
    month_named(month)?;
    let (role, currency, times) = match key(what).as_str() {
        "quantity1" => (Role::Quantity, None, None),
        "quantity2" => (Role::SecondQuantity, None, None),
        "value" => (Role::Value, Some(Currency::Jpy), Some(1000)),
        _ => return None,
    };
    Some(("", role, columns::Detail { unit: None, currency, times, flow: None }))
}

/// `January`, or `2024` of years: in dollars, or in what the line says.
fn dataweb(name: &str) -> Option<Known> {
    let is_year = matches!(when(name), Some(When::Of(_)));
    let detail = columns::Detail { unit: None, currency: Some(Currency::Usd), times: None, flow: None };
    (is_year || month_named(name).is_some()).then_some(("", Role::Figure, detail))
}

/// Whether columns for months stand beside one for the year, or are for years.
fn has_times(head: &[String]) -> bool {
    let is =
        |role| head.iter().any(|name| columns::known(Origin::DataWeb, name).is_some_and(|k| k.1 == role));
    is(Role::Year) || head.iter().any(|name| matches!(when(name), Some(When::Of(_))))
}

/// Whether the sheet of DataWeb's parameters, where it is there, says that numbers are whole, not in thousands.
fn is_whole(titles: &str) -> bool {
    let mut lines = titles.lines().skip_while(|line| *line != "Data Format").skip(1);
    lines.next().is_none_or(|format| format == "1")
}

/// `2014-2015`, `Apr-2025(F)`: in what the title says.
fn india(name: &str, titles: &str) -> Option<Known> {
    let Some(When::Of(_)) = when(name) else { return None };
    if !titles.to_lowercase().contains("values in") {
        return None;
    }
    let (currency, times) = money_in(titles);
    Some((
        "",
        Role::Value,
        columns::Detail { unit: None, currency: Some(currency?), times: Some(times), flow: None },
    ))
}

fn of_layout(origin: Origin, head: &[String], titles: &str) -> Guessed {
    let mut mapping = Mapping::default();
    for name in head {
        let mut column = Column::new(name, Role::Other);
        if is_unnamed(name) {
            column.role = Role::Ignored;
        } else if let Some((_, role, detail)) = layout_column(origin, name, titles) {
            column.role = role;
            column.unit = detail.unit.map(str::to_owned);
            column.currency = detail.currency;
            column.times = detail.times.filter(|times| *times != 1);
            match role {
                Role::Quantity | Role::Value => column.flow = detail.flow,
                _ => mapping.flow = mapping.flow.or(detail.flow),
            }
            column.time = match origin {
                Origin::Japan if is_amount(role) => name.split_once('-').map(|(_, month)| month.to_owned()),
                Origin::India if is_amount(role) => Some(name.clone()),
                Origin::DataWeb if role == Role::Figure => Some(name.clone()),
                _ => None,
            };
        } else if by_words(name) == Some(Role::Ignored) {
            column.role = Role::Ignored;
        }
        mapping.columns.push(column);
    }
    // A unit by another name: quantities without it could be a thousand times too small.
    if !mapping.has(Role::Unit) {
        let others = mapping.columns.iter_mut().filter(|column| column.role == Role::Other);
        if let Some(column) = others.into_iter().find(|column| by_words(&column.name) == Some(Role::Unit)) {
            column.role = Role::Unit;
        }
    }
    // A month that somebody wrote beside the year: without it months would be taken for years.
    if mapping.has(Role::Year) && !mapping.has(Role::Time) && !mapping.has(Role::MonthOfYear) {
        let others = mapping.columns.iter_mut().filter(|column| column.role == Role::Other);
        if let Some(column) = others.into_iter().find(|column| by_words(&column.name) == Some(Role::Time)) {
            column.role = Role::MonthOfYear;
        }
    }
    // Whose trade the files are of that do not say it.
    mapping.reporter = reporter(origin).map(str::to_owned);
    mapping.flow = mapping.flow.or_else(|| match origin {
        Origin::India => flow_in(titles, "export ::", "import ::"),
        Origin::DataWeb => flow_in(titles, "exports", "imports"),
        _ => None,
    });
    Guessed { origin, mapping, is_sure: true }
}

/// Whose trade the files of an origin are.
fn reporter(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::ComexStat => Some("Brazil"),
        Origin::Census | Origin::UsaTrade | Origin::DataWeb => Some("United States"),
        Origin::Korea => Some("South Korea"),
        Origin::Japan => Some("Japan"),
        Origin::India => Some("India"),
        _ => None,
    }
}

/// `Export :: Commodity-wise`, `Total Exports|Monthly data for 2025`: by the words of one source. Exports of goods from
/// elsewhere are none of these.
fn flow_in(titles: &str, export: &str, import: &str) -> Option<Flow> {
    let titles = titles.to_lowercase();
    match (titles.contains(export), titles.contains(import)) {
        (true, false) if titles.contains("foreign exports") => None,
        (true, false) => Some(Flow::Export),
        (false, true) => Some(Flow::Import),
        _ => None,
    }
}

fn is_amount(role: Role) -> bool {
    matches!(role, Role::Quantity | Role::SecondQuantity | Role::Value)
}

/// The name that a program gives a column without one.
fn is_unnamed(name: &str) -> bool {
    name.is_empty() || name.starts_with("Unnamed:") || name == "..1"
}

/// Words in the names of columns. Those that stand for something else where they stand with others come first: a
/// unit price is no price's unit. Words of letters count whole, or as parts of names from five letters on.
const WORDS: &[(Role, &[&str])] = &[
    (
        Role::Ignored,
        &[
            "单价",
            "均价",
            "价格",
            "每吨",
            "同比",
            "环比",
            "占比",
            "比重",
            "增速",
            "增长",
            "累计",
            "price",
            "unitvalue",
            "preço",
            "precio",
            "preis",
            "prix",
            "growth",
            "share",
            "percent",
            "yoy",
            "mom",
            "rank",
            "ranking",
            "序号",
            "排名",
            "sno",
            "remark",
            "remarks",
            "备注",
            "average",
            "index",
            "rate",
            "flag",
            "cumulative",
        ],
    ),
    (Role::Unit, &["单位", "unit", "units", "uom", "unidad", "unidade", "einheit", "unité"]),
    (Role::ModeName, &["贸易方式", "监管方式", "trademode", "mode", "regime", "customsregime"]),
    (
        Role::FlowName,
        &[
            "进出口",
            "贸易流向",
            "流向",
            "flow",
            "tradeflow",
            "tradetype",
            "fluxo",
            "flujo",
            "direction",
            "exporimp",
            "importexport",
            "impexp",
        ],
    ),
    (Role::ReporterName, &["报告国", "申报国", "reporter", "reporting", "declarant"]),
    (
        Role::ProvinceName,
        &[
            "注册地",
            "省份",
            "省市",
            "发货人",
            "province",
            "state",
            "provinz",
            "bundesland",
            "estado",
            "uf",
            "department",
        ],
    ),
    (
        Role::PartnerName,
        &[
            "贸易伙伴",
            "国家",
            "国别",
            "目的国",
            "目的地",
            "原产国",
            "产终国",
            "出口国",
            "进口国",
            "country",
            "partner",
            "destination",
            "destinations",
            "market",
            "origin",
            "countries",
            "país",
            "pais",
            "destino",
            "land",
            "bestimmungsland",
            "ursprungsland",
            "pays",
            "buyer",
        ],
    ),
    (
        Role::ProductCode,
        &[
            "hs",
            "hscode",
            "hs编码",
            "税号",
            "税则号",
            "商品编码",
            "商品代码",
            "海关编码",
            "ncm",
            "cn8",
            "taric",
            "hts",
            "htsnumber",
            "hscodes",
            "tariff",
            "commoditycode",
            "productcode",
            "hs6",
            "hs8",
            "hs4",
            "warennummer",
        ],
    ),
    (
        Role::ProductName,
        &[
            "商品名称",
            "商品",
            "品名",
            "品种",
            "产品",
            "货物",
            "product",
            "commodity",
            "goods",
            "item",
            "description",
            "descrição",
            "descripción",
            "producto",
            "produto",
            "ware",
            "article",
        ],
    ),
    (
        Role::Value,
        &[
            "金额",
            "货值",
            "价值",
            "美元",
            "人民币",
            "总额",
            "value",
            "amount",
            "usd",
            "fob",
            "cif",
            "eur",
            "valor",
            "wert",
            "valeur",
            "turnover",
            "revenue",
            "money",
            "dollar",
            "dollars",
            "us",
        ],
    ),
    (
        Role::Quantity,
        &[
            "数量",
            "重量",
            "净重",
            "吨数",
            "quantity",
            "qty",
            "weight",
            "netweight",
            "volume",
            "swt",
            "tonnage",
            "cantidad",
            "quantidade",
            "peso",
            "menge",
            "gewicht",
            "quantité",
            "poids",
            "중량",
        ],
    ),
    (Role::Year, &["年份", "年度", "year", "año", "ano", "jahr", "année"]),
    (
        Role::Time,
        &[
            "年月",
            "月份",
            "日期",
            "时间",
            "期间",
            "month",
            "date",
            "period",
            "yearmonth",
            "time",
            "mes",
            "mês",
            "fecha",
            "monat",
            "mois",
            "datum",
            "기간",
        ],
    ),
];

/// What the words of a name say.
fn by_words(name: &str) -> Option<Role> {
    let plain = plainly(name);
    let lower = plain.to_lowercase();
    let tokens: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).collect();
    let joined = key(name);
    let says = |word: &&str| match word.is_ascii() {
        true => tokens.contains(word) || *word == joined || word.len() >= 5 && joined.contains(*word),
        false => lower.contains(*word),
    };
    // “Quantity (t)”, “Tonnes”: a name that is a unit is of a quantity.
    let found = WORDS.iter().find(|(_, words)| words.iter().any(says)).map(|(role, _)| *role);
    match found {
        None if joined == "月" => Some(Role::Time),
        None if joined == "年" => Some(Role::Year),
        None => unit_in_name(name).map(|_| Role::Quantity),
        // “出口额 (万吨)” has no word of a quantity, “单位：千克” none of a weight.
        found => found,
    }
}

/// Whether a name says that its column has codes.
fn says_code(name: &str) -> bool {
    let lower = plainly(name).to_lowercase();
    ["编码", "代码", "编号", "code", "código", "codigo", "iso", "id"].iter().any(|word| {
        match word.is_ascii() {
            true => {
                lower.split(|c: char| !c.is_alphanumeric()).any(|t| t == *word)
                    || *word == "code" && lower.ends_with("code")
            }
            false => lower.contains(word),
        }
    })
}

/// The currency that a text speaks of, and how many of it one is.
fn money_in(text: &str) -> (Option<Currency>, u64) {
    let lower = plainly(text).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let token = |word: &str| lower.split(|c: char| !c.is_alphanumeric()).any(|t| t == word);
    let currency = if has(&["美元", "usd", "us$", "$us", "dollar", "천불", "백만불"]) || token("us") {
        Some(Currency::Usd)
    } else if has(&["欧元", "eur", "€"]) {
        Some(Currency::Eur)
    } else if has(&["日元", "jpy", "yen", "円"]) {
        Some(Currency::Jpy)
    } else if has(&["英镑", "gbp", "£", "pound sterling"]) {
        Some(Currency::Gbp)
    } else if has(&["韩元", "krw", "₩"]) {
        Some(Currency::Krw)
    } else if has(&["卢比", "inr", "₹", "rupee", "rs."]) {
        Some(Currency::Inr)
    } else if has(&["雷亚尔", "brl", "r$", "reais"]) {
        Some(Currency::Brl)
    } else if has(&["人民币", "rmb", "cny", "yuan", "元"]) {
        Some(Currency::Cny)
    } else {
        None
    };
    let times = [
        ("百万", 1_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
        ("千", 1000),
        ("million", 1_000_000),
        ("mln", 1_000_000),
        ("mio", 1_000_000),
        ("billion", 1_000_000_000),
        ("thousand", 1000),
        ("'000", 1000),
        ("1000", 1000),
        ("000s", 1000),
        ("crore", 10_000_000),
        ("lakh", 100_000),
        ("lac", 100_000),
        ("천불", 1000),
    ];
    let times = times.iter().find(|(word, _)| lower.contains(word)).map_or(1, |(_, times)| *times);
    (currency, times)
}

/// The cells of a column.
struct Cells<'a>(Vec<&'a str>);

impl<'a> Cells<'a> {
    /// Those of a column that are not empty.
    fn of(rows: &[&'a StringRecord], place: usize) -> Cells<'a> {
        let cells = rows.iter().filter_map(|row| row.get(place)).map(str::trim);
        Cells(cells.filter(|cell| !cell.is_empty()).collect())
    }

    /// Whether nearly all of its cells pass a test; of an empty column none does.
    fn are(&self, test: impl Fn(&str) -> bool) -> bool {
        !self.0.is_empty() && self.0.iter().filter(|cell| test(cell)).count() * 10 >= self.0.len() * 9
    }

    fn are_numbers(&self) -> bool {
        self.are(|cell| !matches!(number(cell), Reading::No))
    }
}

/// What a list of somebody's own has.
fn of_words(head: &[String], rows: &[&StringRecord], titles: &str) -> Guessed {
    let mut is_sure = true;
    let mut mapping = Mapping::default();
    for (place, name) in head.iter().enumerate() {
        let cells = Cells::of(rows, place);
        let mut column = Column::new(name, Role::Other);
        if is_unnamed(name) {
            column.role = Role::Ignored;
            mapping.columns.push(column);
            continue;
        }
        let role = by_words(name).map(|role| by_contents(role, name, &cells));
        match role {
            Some(role) => column.role = role,
            // A column for each month or year.
            None if (matches!(when(name), Some(When::Of(_))) || month_named(name).is_some())
                && cells.are_numbers() =>
            {
                let (currency, times) = money_in(titles);
                column.role = if currency.is_some() { Role::Value } else { Role::Quantity };
                column.currency = currency;
                column.times = Some(times).filter(|times| currency.is_some() && *times != 1);
                column.time = Some(name.clone());
                is_sure = false;
            }
            None => {}
        }
        match column.role {
            Role::Value if column.currency.is_none() => {
                let (currency, times) = money_in(name);
                column.currency = currency;
                column.times = Some(times).filter(|times| *times != 1);
                is_sure &= cells.0.is_empty() || cells.are_numbers();
            }
            Role::Quantity if column.time.is_none() => {
                column.unit = unit_in_name(name).map(|(unit, _)| unit);
                is_sure &= cells.0.is_empty() || cells.are_numbers();
            }
            Role::Time => is_sure &= cells.0.is_empty() || cells.are(|cell| when(cell).is_some()),
            _ => {}
        }
        mapping.columns.push(column);
    }
    is_sure &= settle(&mut mapping);
    is_sure &= !by_contents_alone(&mut mapping, rows);
    Guessed { origin: Origin::Own, mapping, is_sure }
}

/// What columns may be whose names say nothing, by what stands in them, of roles that no other column has. Whether one was
/// found: it is to be confirmed.
fn by_contents_alone(mapping: &mut Mapping, rows: &[&StringRecord]) -> bool {
    let is_month = |cell: &str| match when(cell) {
        Some(When::Of(time)) => time.period().is_some_and(|period| period.frequency() == Frequency::Monthly),
        Some(When::By(..) | When::Either { .. }) => true,
        _ => false,
    };
    let is_hs = |cell: &str| (6..=10).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
    let fits = |role: Role, cells: &Cells| match role {
        Role::Time => cells.are(is_month),
        Role::PartnerName => cells.are(|cell| partners::by_name(cell, None).is_some()),
        Role::ProductCode => cells.are(is_hs),
        _ => cells.are_numbers(),
    };
    let mut found_one = false;
    for role in [Role::Time, Role::PartnerName, Role::ProductCode, Role::Quantity] {
        let others: &[Role] = match role {
            Role::Time => &[Role::Time, Role::Year],
            Role::PartnerName => &[Role::PartnerName, Role::PartnerCode, Role::PartnerLetters],
            Role::ProductCode => &[Role::ProductCode, Role::ProductName],
            _ => &[Role::Quantity],
        };
        let tells =
            |column: &Column| others.contains(&column.role) || role == Role::Time && column.time.is_some();
        if mapping.columns.iter().any(tells) {
            continue;
        }
        let open = mapping.columns.iter_mut().enumerate().filter(|(_, column)| column.role == Role::Other);
        let mut found = open.filter(|(place, _)| fits(role, &Cells::of(rows, *place)));
        if let Some((_, column)) = found.next() {
            column.role = role;
            found_one = true;
        }
    }
    found_one
}

/// What a column is whose name says `role`, by what stands in it.
fn by_contents(role: Role, name: &str, cells: &Cells) -> Role {
    // `73241000`, `A-100`: no word of a language.
    let is_code = |cell: &str| {
        cell.len() <= 14 && cell.bytes().any(|b| b.is_ascii_digit()) && !cell.contains(' ') && cell.is_ascii()
    };
    match role {
        Role::PartnerName if says_code(name) => Role::PartnerCode,
        Role::ProvinceName if says_code(name) => Role::ProvinceCode,
        Role::ModeName if says_code(name) => Role::ModeCode,
        Role::ReporterName if says_code(name) => Role::ReporterCode,
        Role::FlowName if says_code(name) => Role::Flow,
        Role::ProductName if says_code(name) || cells.are(is_code) => Role::ProductCode,
        // “Amount” of 28 t, “Volume” of US$.
        Role::Value if unit_in_name(name).is_some() && money_in(name).0.is_none() => Role::Quantity,
        Role::Quantity if unit_in_name(name).is_none() && money_in(name).0.is_some() => Role::Value,
        Role::Unit if !cells.0.is_empty() && cells.are_numbers() => match unit_in_name(name) {
            Some(_) => Role::Quantity,
            None => Role::Other,
        },
        Role::Time if cells.are(|cell| month_of_year(cell).is_some() && when(cell).is_none()) => Role::MonthOfYear,
        Role::Year if cells.are(|cell| !matches!(when(cell), Some(When::Of(time)) if time.period().is_none_or(|period| period.frequency() == Frequency::Annual))) => Role::Time,
        role => role,
    }
}

/// One column of each role. Whether it was clear which.
fn settle(mapping: &mut Mapping) -> bool {
    let mut is_sure = true;
    let mut seen: Vec<Role> = Vec::new();
    let mut money: Vec<Option<Currency>> = Vec::new();
    let weighs = |column: &Column| column.weight().is_some();
    let one_weighs = mapping.columns.iter().any(|column| column.role == Role::Quantity && weighs(column));
    for column in &mut mapping.columns {
        let again = match column.role {
            _ if column.time.is_some() => false,
            Role::Value if money.contains(&column.currency) => true,
            Role::Value => {
                money.push(column.currency);
                false
            }
            Role::Quantity => seen.contains(&Role::Quantity) || one_weighs && !weighs(column),
            Role::Other | Role::Ignored => false,
            role => seen.contains(&role),
        };
        if again {
            is_sure &= column.role == Role::Quantity && one_weighs && !weighs(column);
            column.role = if is_amount(column.role) { Role::Ignored } else { Role::Other };
        }
        seen.push(column.role);
    }
    // A month of a year that no column tells.
    is_sure && (!mapping.has(Role::MonthOfYear) || mapping.has(Role::Year))
}
