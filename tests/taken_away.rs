//! Tables as files: what is written is read back as it was, by the import and by readers that had no part in it.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod settled;

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

use breakdown::{Dataset, RecordSums, breakdown};
use calamine::{Data, Reader, Xlsx};
use dataset::{read_records, records_text};
use i18n::ENGLISH;
use import::{Import, Options};
use model::{Catalogue, Chosen, Currency, Dimension, Flow, Name, Period, Span};
use partners::{Scheme, by_code};
use proptest::prelude::*;
use records::{Builder, Filter, Provenance, Records, cross};
use report::{Tables, claims_table, rows_table};
use takeaway::{Format, Kind, Table, written};
use view::View;

/// Who may be in a random dataset. The import calls known partners and provinces as it knows them.
const PARTNERS: [&str; 4] = ["DEU", "MEX", "USA", "VNM"];
const PRODUCTS: [&str; 4] = ["03074900", "73241000", "76141000", "76149000"];

/// The code and the name of the member of a number.
type CodeAndName<'a> = &'a dyn Fn(usize) -> (String, Name);

/// Names that would be formulas, fields or lines, were they not kept from it. White space is not part of what the import
/// keeps.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[=+@'\"-]{0,2}q[a-z0-9,;|<&é-]{0,6}\"?", "q[a-z]{1,3} x[a-z]{1,5}", "_x0041_q[a-z]{1,3}"]
}

fn chinese() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 2 => "[铝线缆杆箔钢锭]{1,6}"]
}

/// A dataset as the import makes them: members in the order of their codes, each with rows, a row a key, months without
/// gaps. It has been through `builder` and so is one that a file can hold.
fn datasets() -> impl Strategy<Value = Records> {
    let row = ((0..4usize, 0..4usize), (0..5usize, 0..3usize, 0..3usize), (any::<u32>(), 0..u64::MAX >> 24));
    let rows = prop::collection::vec(row, 4..40);
    let names = prop::collection::vec((words(), chinese()), 12);
    let shape = (any::<[bool; 3]>(), 0..4usize, any::<bool>(), any::<bool>());
    (rows, names, shape).prop_map(|(rows, names, (told_apart, money, is_import, synthetic))| {
        let mut keys = BTreeMap::new();
        for (place, ((month, product), (partner, province, mode), amounts)) in rows.into_iter().enumerate() {
            // The first rows make a month without rows impossible.
            let month = if place < 4 { place } else { month };
            let apart = |told: bool, member: usize| if told { member } else { 0 };
            let [partners, provinces, modes] = told_apart;
            keys.insert(
                (month, product, apart(partners, partner), apart(provinces, province), apart(modes, mode)),
                amounts,
            );
        }
        let named = |place: usize| {
            let (en, zh) = &names[place];
            Name { en: en.clone(), zh: zh.clone() }
        };
        let partner = |place: usize| match PARTNERS.get(place) {
            Some(code) => ((*code).to_owned(), by_code(Scheme::Iso3, code).unwrap().name()),
            None => ("Q7".to_owned(), named(4)),
        };
        let province = |place: usize| match place {
            0 => ("32".to_owned(), Name { en: "Jiangsu".to_owned(), zh: "江苏省".to_owned() }),
            place => (format!("Z{place}"), named(4 + place)),
        };
        let mode = |place: usize| match place {
            0 => ("10".to_owned(), Name { en: "Ordinary trade".to_owned(), zh: "一般贸易".to_owned() }),
            place => (format!("X{place}"), named(7 + place)),
        };
        let product = |place: usize| (PRODUCTS[place].to_owned(), named(place));
        let flow = if is_import { Flow::Import } else { Flow::Export };
        let reporter = Name { en: "China".to_owned(), zh: "中国".to_owned() };
        let commodity = Name { en: "things".to_owned(), zh: String::new() };
        let catalogue = Catalogue { id: "x".to_owned(), reporter, commodity, flow, ..Catalogue::default() };
        let currency = [None, Some(Currency::Usd), Some(Currency::Eur), Some(Currency::Usd)][money];
        let mut builder = Builder::new(catalogue, currency);
        let dimensions: [(Dimension, bool, CodeAndName); 4] = [
            (Dimension::Product, true, &product),
            (Dimension::Destination, told_apart[0], &partner),
            (Dimension::RegistrationLocation, told_apart[1], &province),
            (Dimension::TradeMode, told_apart[2], &mode),
        ];
        let member = |key: &(usize, usize, usize, usize, usize), dimension| match dimension {
            Dimension::Product => key.1,
            Dimension::Destination => key.2,
            Dimension::RegistrationLocation => key.3,
            Dimension::TradeMode => key.4,
        };
        let mut places: HashMap<(Dimension, usize), _> = HashMap::new();
        for (dimension, told, of) in dimensions {
            let mut used: Vec<(String, Name, usize)> = Vec::new();
            for key in keys.keys().filter(|_| told) {
                let place = member(key, dimension);
                let (code, name) = of(place);
                if !used.iter().any(|(known, ..)| *known == code) {
                    used.push((code, name, place));
                }
            }
            used.sort_by(|a, b| a.0.cmp(&b.0));
            for (code, name, place) in used {
                places.insert((dimension, place), builder.member(dimension, &code, name).unwrap());
            }
        }
        let mut others = records::Amounts::default();
        for (key, (kilograms, value)) in &keys {
            let month: Period = format!("2025-0{}", key.0 + 3).parse().unwrap();
            builder.cover(month).unwrap();
            let members = model::DimensionMap::from_fn(|dimension| {
                places.get(&(dimension, member(key, dimension))).copied()
            });
            let value = if currency.is_some() { *value } else { 0 };
            builder.push(month, members, u64::from(*kilograms), value).unwrap();
            others.push(value / 7);
        }
        if money == 3 {
            builder.pair(Currency::Cny, others).unwrap();
        }
        builder.build(Provenance { synthetic, ..Provenance::default() })
    })
}

/// What a file makes when it is imported, and whether anything was to be asked.
fn imported(name: &str, bytes: Vec<u8>, like: &Records) -> Records {
    let mut import = Import::new(Options::default());
    import.add(name, bytes);
    while !import.advance(1000).finished {}
    assert_eq!(import.questions(), [], "{name}");
    let Catalogue { id, commodity, title, .. } = like.catalogue.clone();
    let outcome = import.finish(Catalogue { id, commodity, title, ..Catalogue::default() });
    let mut records = outcome.records.unwrap_or_else(|| panic!("{name}: {:?}", outcome.problems));
    assert_eq!(outcome.summary.rows_faulty, 0, "{name}: {:?}", outcome.problems);
    records.provenance.sources.clear();
    records
}

fn file(records: &Records, format: Format) -> Vec<u8> {
    written(rows_table(&ENGLISH, records), format).unwrap()
}

/// How a list of somebody else may be written.
#[derive(Debug, Clone)]
struct Dialect {
    delimiter: char,
    quotes: bool,
    end: &'static str,
    utf_16: bool,
    mark: bool,
    /// What stands between three digits of a number; ".0" where nothing does and every number has a fraction, as programs
    /// write them that know no whole ones.
    numbers: &'static str,
    /// The order of the columns.
    order: Vec<usize>,
}

fn dialects() -> impl Strategy<Value = Dialect> {
    let parts = (
        prop::sample::select(vec![',', ';', '\t', '|']),
        any::<bool>(),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        any::<bool>(),
        any::<bool>(),
        prop::sample::select(vec!["", ",", " ", "'", ".0"]),
        Just((0..20usize).collect::<Vec<_>>()).prop_shuffle(),
    );
    parts.prop_map(|(delimiter, quotes, end, utf_16, mark, numbers, order)| Dialect {
        delimiter,
        quotes,
        end,
        utf_16,
        mark,
        numbers,
        order,
    })
}

impl Dialect {
    /// A table as somebody else would have written it.
    fn written(&self, table: Table) -> Vec<u8> {
        let order: Vec<usize> =
            self.order.iter().copied().filter(|place| *place < table.columns.len()).collect();
        let kinds: Vec<Kind> = table.columns.iter().map(|column| column.kind).collect();
        let head: Vec<String> = table.columns.iter().map(|column| column.name.to_owned()).collect();
        // The plain CSV, whose rows the reader of another crate parts.
        let text = String::from_utf8(written(table, Format::Csv).unwrap()).unwrap();
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), head);
        let mut lines = vec![head];
        lines.extend(reader.records().map(|record| {
            let record = record.unwrap();
            let cells = record.iter().zip(&kinds).map(|(cell, kind)| match kind {
                Kind::Number { .. } => number(cell, self.numbers),
                _ => cell.to_owned(),
            });
            cells.collect()
        }));
        let quoted = |cell: &String| match self.quotes || cell.contains([self.delimiter, '"', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.clone(),
        };
        let line = |cells: &Vec<String>| {
            let cells: Vec<String> = order.iter().map(|place| quoted(&cells[*place])).collect();
            cells.join(&self.delimiter.to_string()) + self.end
        };
        let text: String = lines.iter().map(line).collect();
        let text = if self.mark || self.utf_16 { format!("\u{FEFF}{text}") } else { text };
        match self.utf_16 {
            true => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            false => text.into_bytes(),
        }
    }
}

fn number(digits: &str, by: &str) -> String {
    if by == ".0" {
        return format!("{digits}.0");
    }
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(by);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, max_shrink_iters: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_dataset_comes_back_from_every_format(records in datasets()) {
        let told = records_text(&records);
        for (name, format) in [("r.csv", Format::Csv), ("r.xlsx", Format::Workbook), ("r.json", Format::Json)] {
            let back = imported(name, file(&records, format), &records);
            prop_assert!(records_text(&back) == told, "{name}: {} is not {told}", records_text(&back));
        }
    }

    #[test]
    fn a_dataset_comes_back_from_any_dialect(records in datasets(), dialect in dialects()) {
        let back = imported("r.txt", dialect.written(rows_table(&ENGLISH, &records)), &records);
        let told = records_text(&records);
        prop_assert!(records_text(&back) == told, "{} is not {told}", records_text(&back));
    }
}

fn sinks() -> Records {
    let bytes = std::fs::read("public/data/cn-stainless-steel-sinks.json").unwrap();
    read_records(&bytes).read.unwrap()
}

#[test]
fn the_records_that_ship_come_back() {
    let records = sinks();
    let back = imported("sinks.xlsx", file(&records, Format::Workbook), &records);
    // The order of the members may be another.
    let facts = |records: &Records| {
        let told = rows_table(&ENGLISH, records);
        let mut rows: Vec<String> = told.rows.map(|cells| format!("{cells:?}")).collect();
        rows.sort();
        (rows, records.months().to_vec())
    };
    let (rows, months) = facts(&records);
    assert!(rows.len() > 1_000 && facts(&back) == (rows, months));
}

#[test]
fn rows_of_one_key_are_one_line() {
    let month: Period = "2025-04".parse().unwrap();
    let mut builder = Builder::new(Catalogue::default(), Some(Currency::Usd));
    let product = builder.member(Dimension::Product, "76141000", Name::default()).unwrap();
    builder.cover(month).unwrap();
    let members =
        model::DimensionMap::from_fn(|dimension| (dimension == Dimension::Product).then_some(product));
    // As the import adds up what a column tells apart that no dataset has.
    for _ in 0..2 {
        builder.push(month, members, 1_000, 3_000).unwrap();
    }
    let records = builder.build(Provenance::default());
    let text = takeaway::csv(rows_table(&ENGLISH, &records), false);
    assert_eq!(
        text,
        "month,flow,reporter,product,quantity_kg,value_usd\n2025-04,export,,76141000,2000,6000\n"
    );
}

/// A table's lines by its columns' names.
fn lines(bytes: Vec<u8>) -> Vec<HashMap<String, Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let (_, sheet) = workbook.worksheets().swap_remove(0);
    let head: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let line = |row: &[Data]| head.iter().cloned().zip(row.iter().cloned()).collect();
    sheet.rows().skip(1).map(line).collect()
}

fn about(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let (_, sheet) = workbook.worksheets().swap_remove(1);
    sheet.rows().map(|row| (row[0].to_string(), row[1].to_string())).collect()
}

#[test]
fn a_workbook_of_published_figures_says_how_each_is_known() {
    let dataset = Dataset::Published(settled::wire());
    let (only, period, span) = (Chosen::default(), "2025-04".parse().unwrap(), Span::Month);
    let tables = Tables { words: &ENGLISH, dataset: &dataset, chosen: None, only: &only, period, span };
    let view = |query: &str| View::from_query(query).0;
    let ranking = || tables.of_view(&view("?view=destinations"), false, None).unwrap();
    let bytes = written(ranking(), Format::Workbook).unwrap();
    let lines = lines(bytes.clone());
    let text = |text: &str| Data::String(text.to_owned());
    let of = |kind: &str| lines.iter().find(|line| line["line"] == text(kind)).unwrap();
    let mexico = of("member");
    assert_eq!(
        (&mexico["code"], &mexico["name"], &mexico["month"]),
        (&text("MEX"), &text("Mexico"), &text("2025-04"))
    );
    assert_eq!((&mexico["rank"], &mexico["quantity_t"]), (&Data::Float(1.0), &Data::Float(2628.738)));
    assert_eq!(
        (&mexico["quantity_is"], &mexico["quantity_low_t"]),
        (&text("printed"), &Data::Float(2628.7375))
    );
    assert_eq!(mexico["quantity_claims"], text("smm-103353491.15"));
    assert!(mexico["quantity_source"].to_string().starts_with("SMM"), "{}", mexico["quantity_source"]);
    // March follows from April and its change.
    assert_eq!((&mexico["month_before_t"], &mexico["mom_t"]), (&Data::Empty, &Data::Float(326.75)));
    assert_eq!(mexico["month_before_low_t"], Data::Float(2301.9775));
    assert_eq!(mexico["month_before_high_t"], Data::Float(2301.994));
    let rest = of("not_itemised");
    assert_eq!((&rest["quantity_is"], &rest["code"]), (&text("computed"), &Data::Empty));
    assert_eq!(of("total")["quantity_t"], Data::Float(21300.0));
    let about = about(bytes);
    let has = |name: &str, text: &str| about.iter().any(|(n, t)| n == name && t.contains(text));
    assert!(has("table", "Destinations") && has("unit", "tonnes") && has("period", "2025-04"), "{about:?}");
    assert!(has("source", "https://") && has("licence", "articles") && !has("synthetic", ""), "{about:?}");

    let changes = tables.of_view(&view("?view=changes"), false, None).unwrap();
    let changes = lines_of(changes);
    let total = changes.iter().find(|line| line["line"] == text("total")).unwrap();
    assert_eq!((&total["base"], &total["dimension"]), (&text("2025-03"), &text("product")));
    let months = lines_of(tables.of_view(&view("?view=trend"), false, None).unwrap());
    let april = months.iter().find(|line| line["month"] == text("2025-04")).unwrap();
    assert_eq!(april["quantity_t"], Data::Float(21300.0));
    assert!(months.iter().any(|line| line["quantity_is"] == text("not_published")));
    let claims = lines_of(claims_table(&ENGLISH, &dataset).unwrap());
    assert_eq!(claims.len(), dataset.ledger().unwrap().claims().len());
    assert!(claims.iter().any(|line| line["verdict"] == text("contradicts") && line["why"] != Data::Empty));
    // Nothing to show is no file.
    for query in ["?view=cross", "?view=member&member=nobody", "?view=note", "?view=sources", ""] {
        assert!(tables.of_view(&view(query), false, None).is_none(), "{query}");
    }
    assert!(tables.of_view(&view("?view=destinations"), true, None).is_none());
    assert_eq!(
        tables.file_name(&view("?view=destinations"), false, Format::CsvForExcel),
        "cn-aluminium-wire-cable-2025-04-month-destinations-excel.csv"
    );
}

fn lines_of(table: Table) -> Vec<HashMap<String, Data>> {
    lines(written(table, Format::Workbook).unwrap())
}

#[test]
fn every_table_of_records_has_its_values_and_says_what_is_made_up() {
    let mut records = sinks();
    records.provenance.synthetic = true;
    let dataset = Dataset::Recorded(RecordSums::from(&records));
    let (only, period, span) = (Chosen::default(), "2025-04".parse().unwrap(), Span::Month);
    let tables = Tables { words: &ENGLISH, dataset: &dataset, chosen: None, only: &only, period, span };
    let pair = (Dimension::Destination, Dimension::RegistrationLocation);
    let crossed = cross(&records, &Filter::all(), pair, period, span).unwrap();
    let april = breakdown(&dataset, None, period, span);
    let whole = april.whole.quantity.as_ref().unwrap().value;
    for (query, compared) in [
        ("?view=destinations", false),
        ("?view=destinations&compare=MEX%7EUSA", true),
        ("?view=trend", false),
        ("?view=season", false),
        ("?view=prices", false),
        ("?view=member&member=MEX", false),
        ("?view=changes", false),
        ("?view=cross", false),
    ] {
        let table = || tables.of_view(&View::from_query(query).0, compared, Some(&crossed)).unwrap();
        let lines = lines_of(table());
        assert!(!lines.is_empty(), "{query}");
        for line in &lines {
            assert_eq!(line["remark"], Data::String("synthetic".to_owned()), "{query}");
            assert!(matches!(line["quantity_t"], Data::Float(_) | Data::Empty), "{query}");
        }
        let about = about(written(table(), Format::Workbook).unwrap());
        assert!(
            about.iter().any(|(name, text)| name == "synthetic" && text.contains("do not quote")),
            "{query}"
        );
        // Each format has every line, and every line every column.
        let columns = table().columns.len();
        let text = String::from_utf8(written(table(), Format::CsvForExcel).unwrap()).unwrap();
        let mut reader =
            csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let read: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!((read.len(), read[0].len()), (lines.len(), columns), "{query}");
        let json: serde_json::Value =
            serde_json::from_slice(&written(table(), Format::Json).unwrap()).unwrap();
        assert_eq!(json["rows"].as_array().unwrap().len(), lines.len(), "{query}");
        assert!(json["about"]["synthetic"].is_string());
    }
    let crossed: f64 = lines_of(tables.crossed(&crossed))
        .iter()
        .map(|line| line["quantity_t"].to_string().parse::<f64>().unwrap())
        .sum();
    assert!((crossed - whole).abs() < 1e-6, "{crossed} {whole}");
}

/// The lines of a dataset's file for other programs, as a reader of CSV that had no part in it has them.
fn all_series(dataset: &Dataset) -> Vec<HashMap<String, String>> {
    let (only, period, span) = (Chosen::default(), "2025-04".parse().unwrap(), Span::Ytd);
    let tables = Tables { words: &ENGLISH, dataset, chosen: None, only: &only, period, span };
    let bytes = written(tables.all_series(), Format::Csv).unwrap();
    csv::Reader::from_reader(bytes.as_slice()).deserialize().map(Result::unwrap).collect()
}

#[test]
fn other_programs_get_every_known_figure_of_a_month() {
    let lines = all_series(&Dataset::Published(settled::wire()));
    let of = |month: &str, code: &str| {
        lines.iter().find(|line| line["month"] == month && line["code"] == code).cloned()
    };
    let total = of("2025-04", "").unwrap();
    assert_eq!([&total["dimension"], &total["name"], &total["name_zh"]], ["total", "Total", "合计"]);
    assert_eq!(total["quantity_t"], "21300");
    let mexico = of("2025-04", "MEX").unwrap();
    assert_eq!(
        [&mexico["dimension"], &mexico["name"], &mexico["name_zh"]],
        ["destination", "Mexico", "墨西哥"]
    );
    assert_eq!([&mexico["quantity_t"], &mexico["quantity_is"]], ["2628.738", "printed"]);
    // What nobody prints and nothing implies has no line.
    assert!(of("2025-06", "").is_none() && of("2025-06", "MEX").is_none());
    assert!(
        lines.iter().all(
            |line| !line["quantity_low_t"].is_empty() || line["quantity_is"].starts_with("not_listed_or")
        )
    );

    let records = read_records(include_bytes!("fixtures/data/cn-stainless-steel-sinks.json")).read.unwrap();
    let lines = all_series(&Dataset::Recorded(RecordSums::from(&records)));
    let sum = |dimension: &str| -> f64 {
        let of_month =
            lines.iter().filter(|line| line["month"] == "2026-06" && line["dimension"] == dimension);
        of_month.map(|line| line["quantity_t"].parse::<f64>().unwrap()).sum()
    };
    // As in tests/sinks_answers.rs.
    assert!((sum("total") - 18_671.557).abs() < 1e-6, "{}", sum("total"));
    // Its rows tell no modes of trade apart.
    assert!(lines.iter().all(|line| line["dimension"] != "trade_mode"));
    for dimension in ["product", "destination", "registration_location"] {
        assert!((sum(dimension) - sum("total")).abs() < 1e-3, "{dimension}: {}", sum(dimension));
    }
}
