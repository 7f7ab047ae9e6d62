//! Files of every layout that is known, and lists of somebody's own: what they are taken for and what they make.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;

use i18n::{ENGLISH, import_problem};
use import::{About, EVERY_SHEET, Given, Import, LeftOut, Mapping, Options, Origin, Outcome, Role};
use model::{Catalogue, Currency, Dimension, Flow, Measured, Name, Period};
use proptest::prelude::*;
use rust_xlsxwriter::{Workbook, Worksheet};

fn options(flow: Option<Flow>) -> Options {
    Options { flow, ..Options::default() }
}

fn finish(reading: Import) -> Outcome {
    let name = |en: &str| Name { en: en.to_owned(), zh: String::new() };
    reading.finish(Catalogue {
        id: "mine".to_owned(),
        title: name("Mine"),
        commodity: name("goods"),
        reporter: name("Peru"),
        ..Catalogue::default()
    })
}

fn text(content: &str, options: Options) -> Outcome {
    let mut reading = Import::new(options);
    reading.add("f.csv", content.as_bytes().to_vec());
    finish(reading)
}

fn sentences(outcome: &Outcome) -> Vec<String> {
    outcome.problems.iter().map(|problem| import_problem(&ENGLISH, problem)).collect()
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/fixtures/files/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Answers whose trade rows are that do not say it.
fn of_peru(reading: &mut Import) {
    reading.answer(Given::new(About::Reporter, "Peru")).unwrap();
}

/// A file whose flow is chosen: whose it is, how many rows it makes, kilograms and values.
#[track_caller]
fn check(
    name: &str,
    origin: Origin,
    flow: Flow,
    rows: u64,
    kilograms: u64,
    value: (Currency, u64),
) -> Outcome {
    let mut reading = Import::new(options(Some(flow)));
    of_peru(&mut reading);
    reading.add(name, fixture(name));
    while !reading.advance(1).finished {}
    assert_eq!(reading.questions(), [], "{name}");
    let outcome = finish(reading);
    assert_eq!(outcome.summary.files[0].origin, Some(origin), "{name}");
    assert_eq!(sentences(&outcome), [""; 0], "{name}");
    let summary = &outcome.summary;
    assert_eq!((summary.rows_used, summary.quantity), (rows, kilograms), "{name}: {summary:?}");
    assert_eq!(summary.values, [value], "{name}");
    outcome
}

fn members(outcome: &Outcome, dimension: Dimension) -> Vec<&str> {
    let records = outcome.records.as_ref().unwrap();
    records.catalogue.members(dimension).iter().map(|member| member.code.as_str()).collect()
}

fn months(outcome: &Outcome) -> Vec<Period> {
    outcome.summary.months.iter().map(|month| month.month).collect()
}

#[test]
fn china_customs() {
    let outcome =
        check("customs-zh.csv", Origin::CustomsChinese, Flow::Export, 2, 4000, (Currency::Usd, 16_500));
    assert_eq!(members(&outcome, Dimension::RegistrationLocation), ["33", "44"]);
    check("customs-en.csv", Origin::CustomsEnglish, Flow::Export, 1, 4000, (Currency::Cny, 118_800));
    // What people make of it, with a title above and a note below: names stand for codes.
    let outcome = check("customs-zh-edited.csv", Origin::Own, Flow::Export, 2, 4000, (Currency::Usd, 16_500));
    assert_eq!(members(&outcome, Dimension::Destination), ["CHL"]);
    assert_eq!(outcome.summary.rows_read, 2);
}

#[test]
fn un_comtrade_and_what_programs_make_of_it() {
    let outcome = check("comtrade.csv", Origin::Comtrade, Flow::Export, 2, 2000, (Currency::Usd, 8401));
    // 0.4 kg went: said, not lost.
    assert_eq!((outcome.summary.files[0].rounded, outcome.summary.files[0].added), (1, -400));
    check("comtrade-r.csv", Origin::Comtrade, Flow::Export, 1, 100_000, (Currency::Usd, 500_000));
    let outcome =
        check("comtrade-python.csv", Origin::Comtrade, Flow::Export, 2, 2000, (Currency::Usd, 8400));
    assert_eq!(members(&outcome, Dimension::Destination), ["MEX"]);
    let outcome =
        check("comtrade-old.csv", Origin::ComtradeLegacy, Flow::Export, 1, 1000, (Currency::Usd, 50));
    assert_eq!(outcome.summary.left_out[&LeftOut::OtherFlow].rows, 2);
    check("comtrade-old-short.csv", Origin::ComtradeLegacy, Flow::Export, 1, 1000, (Currency::Usd, 50));
}

#[test]
fn eurostat() {
    // Two figures make a row. Which flow it is of comes before whether it has a weight.
    let outcome =
        check("comext-figures.csv", Origin::ComextFigures, Flow::Export, 2, 3234, (Currency::Eur, 24_000));
    assert_eq!(outcome.summary.left_out[&LeftOut::OtherFlow].rows, 1);
    let outcome =
        check("comext-bulk.dat", Origin::ComextBulk, Flow::Export, 2, 1334, (Currency::Eur, 10_000));
    assert_eq!(members(&outcome, Dimension::Destination), ["0508", "0512"]);
    check("comext-bulk-v2.csv", Origin::ComextBulk, Flow::Export, 2, 1334, (Currency::Eur, 10_001));
}

#[test]
fn other_countries() {
    let outcome = check("comexstat.csv", Origin::ComexStat, Flow::Export, 2, 1350, (Currency::Usd, 6100));
    assert_eq!(members(&outcome, Dimension::RegistrationLocation), ["RS", "SP"]);
    let outcome =
        check("usa-trade-online.csv", Origin::UsaTrade, Flow::Export, 2, 2400, (Currency::Usd, 15_000));
    assert_eq!(members(&outcome, Dimension::Product), ["732410"]);
    let outcome = check("census.json", Origin::Census, Flow::Export, 2, 2400, (Currency::Usd, 15_000));
    assert_eq!(members(&outcome, Dimension::Destination), ["CHL", "PER"]);
    // One line tells exports and imports.
    check("korea.csv", Origin::Korea, Flow::Export, 2, 1700, (Currency::Usd, 7000));
    check("korea.csv", Origin::Korea, Flow::Import, 1, 9000, (Currency::Usd, 31_000));
    // One line tells twelve months, and those without trade are no rows.
    let outcome = check("japan.csv", Origin::Japan, Flow::Export, 3, 340, (Currency::Jpy, 180_000));
    assert_eq!(members(&outcome, Dimension::Product), ["732410000"]);
    assert_eq!(members(&outcome, Dimension::Destination), ["BRA", "CHL"]);
    check("rows.csv", Origin::Rows, Flow::Export, 2, 4000, (Currency::Eur, 15_200));
}

#[test]
fn dataweb_has_a_sheet_for_each_measure() {
    // Which flow it is stands above each table, and every sheet is read without being asked for.
    let mut reading = Import::new(options(None));
    reading.add("dataweb.xlsx", fixture("dataweb.xlsx"));
    while !reading.advance(1).finished {}
    assert_eq!(reading.questions(), []);
    let outcome = finish(reading);
    assert_eq!(sentences(&outcome), [""; 0]);
    let summary = &outcome.summary;
    let files: Vec<_> = summary.files.iter().map(|file| (file.name.as_str(), file.origin)).collect();
    let of = |name| (name, Some(Origin::DataWeb));
    assert_eq!(
        files,
        [
            of("dataweb.xlsx / FAS Value"),
            of("dataweb.xlsx / First Unit of Quantity"),
            of("dataweb.xlsx / Second Unit of Quantity")
        ]
    );
    let catalogue = &outcome.records.as_ref().unwrap().catalogue;
    assert_eq!((catalogue.flow, catalogue.reporter.en.as_str()), (Flow::Export, "Peru"));
    assert_eq!(members(&outcome, Dimension::Destination), ["CZE", "MEX"]);
    // A value and a weight make a row. Sinks are counted in pieces first, so that their second unit counts; of wire, which
    // has 70 kg and 30 g, the second one does not.
    assert_eq!((summary.rows_used, summary.measured), (15, Measured::Weight));
    assert_eq!(summary.quantity, 10 + 750 + 310 + 25 + 70);
    assert_eq!(summary.values, [(Currency::Usd, 100 + 7500 + 3100 + 250 + 777)]);
    assert_eq!(summary.left_out[&LeftOut::Total].rows, 3);
}

#[test]
fn dataweb_of_one_measure_has_values_alone() {
    let mut reading = Import::new(options(None));
    reading.add("dataweb.csv", fixture("dataweb.csv"));
    while !reading.advance(1).finished {}
    assert_eq!(reading.questions(), []);
    let outcome = finish(reading);
    // What imports cost with insurance and freight is another measure, and not added to their value.
    let summary = &outcome.summary;
    assert_eq!((summary.rows_used, summary.measured), (13, Measured::Value));
    assert_eq!(summary.values, [(Currency::Usd, 75_000 + 4000)]);
    assert_eq!(outcome.records.as_ref().unwrap().catalogue.flow, Flow::Import);
    // A zero between months with trade says that there was none.
    let march = summary.months.iter().find(|month| month.month.to_string() == "2024-03").unwrap();
    assert_eq!((march.rows, march.whole, march.not_covered), (0, 1, 0));
    // One partner without a figure, and it is not known of all.
    let blank = String::from_utf8(fixture("dataweb.csv"))
        .unwrap()
        .replace("General CIF", "General Customs Value,Peru,2024,7,7,,7,7,7,7,7,7,7,7,7\nGeneral CIF");
    let outcome = text(&blank, options(None));
    let march = outcome.summary.months.iter().find(|month| month.month.to_string() == "2024-03");
    assert!(march.is_none_or(|march| march.whole == 0));
    // Exports of what came from elsewhere are none of the country's own: that is asked.
    let foreign =
        String::from_utf8(fixture("dataweb.csv")).unwrap().replace("General Imports", "Foreign Exports");
    let mut reading = Import::new(options(None));
    reading.add("f.csv", foreign.into_bytes());
    while !reading.advance(1).finished {}
    assert_eq!(reading.questions()[0].about, About::Flow);
    // Years in columns.
    let years = "Total Exports|Annual data,,,\nData Row Count,2,,\nData Type,Country,2023,2024\nFAS Value,Mexico,5,6\nFirst Unit of Quantity,Mexico,2,3\n";
    let outcome = text(years, options(None));
    assert_eq!(months(&outcome).iter().map(Period::to_string).collect::<Vec<_>>(), ["2023", "2024"]);
    assert_eq!(outcome.summary.values, [(Currency::Usd, 11)]);
}

#[test]
fn a_second_quantity_counts_only_without_a_first_in_whichever_order() {
    let head = "Total Exports|Monthly data for 2025,,,,\nData Row Count,2,,,\nData Type,Country,Quantity Description,Year,January\n";
    let first = "First Unit of Quantity,Mexico,kilograms,2025,70\n";
    let second = "Second Unit of Quantity,Mexico,kilograms,2025,9\n";
    for (lines, kilograms) in
        [([first, second], 70), ([second, first], 70), ([second, ""], 9), ([first, ""], 70)]
    {
        let outcome = text(&format!("{head}{}", lines.concat()), options(None));
        assert_eq!((outcome.summary.quantity, outcome.summary.rows_used), (kilograms, 1), "{lines:?}");
    }
    // In another unit it is a part of the same, and in the same one another row of it.
    let grams = "First Unit of Quantity,Mexico,grams,2025,5000\n";
    let outcome = text(&format!("{head}{first}{grams}{second}"), options(None));
    assert_eq!((outcome.summary.quantity, outcome.summary.rows_used), (75, 1));
    let outcome = text(&format!("{head}{first}{first}"), options(None));
    assert_eq!((outcome.summary.quantity, outcome.summary.rows_used), (70, 1));
}

/// Adds a sheet of a row of 7 kg.
fn sheet_of<'a>(book: &'a mut Workbook, name: &str, month: &str) -> &'a mut Worksheet {
    let sheet = book.add_worksheet().set_name(name).unwrap();
    sheet.write_row(0, 0, ["Date of data", "Commodity code", "Quantity", "Unit"]).unwrap();
    sheet.write_row(1, 0, [month, "76141000", "7", "Kilogram"]).unwrap()
}

#[test]
fn more_sheets_than_are_read_are_told() {
    let mut book = Workbook::new();
    for number in 0..201 {
        sheet_of(&mut book, &number.to_string(), "202503");
    }
    let mut reading = Import::new(options(Some(Flow::Export)));
    reading.answer(Given::new(About::Sheet, EVERY_SHEET)).unwrap();
    reading.add("f.xlsx", book.save_to_buffer().unwrap());
    let outcome = finish(reading);
    assert_eq!(outcome.summary.rows_read, 200);
    let told = sentences(&outcome);
    assert!(told.iter().any(|told| told.contains("201 sheets or files, of which the first 200")), "{told:?}");
}

#[test]
fn every_sheet_of_a_workbook_may_be_meant() {
    let table = |month: u32, kilograms: u32| {
        format!(
            "<table><caption>{month}</caption><tr><td>Date of data</td><td>Commodity code</td><td>Quantity</td><td>Unit</td></tr><tr><td>{month}</td><td>76141000</td><td>{kilograms}</td><td>Kilogram</td></tr></table>"
        )
    };
    let other = "<table><tr><td>Country</td><td>Price</td><td>Rank</td></tr><tr><td>Chile</td><td>2</td><td>1</td></tr></table>";
    let about = "<table><tr><td>Downloaded</td><td>today</td></tr><tr><td>by</td><td>me</td></tr></table>";
    let mut reading = Import::new(options(Some(Flow::Export)));
    reading.add("f.html", (about.to_owned() + &table(202_503, 1) + &table(202_504, 20) + other).into_bytes());
    let questions = reading.questions();
    assert_eq!(questions[0].choices.last().map(|choice| choice.value.as_str()), Some(EVERY_SHEET));
    reading.answer(Given::new(About::Sheet, EVERY_SHEET)).unwrap();
    while !reading.advance(1).finished {}
    assert_eq!(reading.questions(), []);
    let outcome = finish(reading);
    assert_eq!((outcome.summary.rows_used, outcome.summary.quantity), (2, 21));
    let told = sentences(&outcome);
    assert_eq!(told.len(), 2, "{told:?}");
    let is_told = |told: &String| told.contains("other columns than the sheets that are read");
    assert!(told.iter().all(is_told), "{told:?}");
    // An answer may come first, and of a file without sheets it says nothing.
    let mut answered = Import::new(options(Some(Flow::Export)));
    answered.answer(Given::new(About::Sheet, EVERY_SHEET)).unwrap();
    answered.add("a.html", (table(202_503, 1) + &table(202_504, 20)).into_bytes());
    answered.add("b.html", table(202_505, 300).into_bytes());
    assert_eq!(finish(answered).summary.quantity, 321);
}

#[test]
fn a_hidden_sheet_is_told_where_all_are_meant() {
    let mut book = Workbook::new();
    for (name, month) in [("March", "202503"), ("April", "202504"), ("Old", "202502")] {
        sheet_of(&mut book, name, month).set_hidden(name == "Old");
    }
    let bytes = book.save_to_buffer().unwrap();
    let read = |sheet: &str| {
        let mut reading = Import::new(options(Some(Flow::Export)));
        reading.answer(Given::new(About::Sheet, sheet)).unwrap();
        reading.add("f.xlsx", bytes.clone());
        finish(reading)
    };
    let every = read(EVERY_SHEET);
    assert_eq!((every.summary.quantity, sentences(&every).len()), (14, 1));
    assert_eq!(
        sentences(&every)[0],
        "f.xlsx / Old: It is hidden in the workbook, and not read. To read it, choose it alone."
    );
    assert_eq!(months(&read("Old")).iter().map(Period::to_string).collect::<Vec<_>>(), ["2025-02"]);
}

#[test]
fn numbers_of_partners_are_those_of_the_office_that_wrote_the_file() {
    let census = r#"[{"E_COMMODITY":"732410","CTY_CODE":"5700","ALL_VAL_MO":"1","QTY_1_MO":"1","UNIT_QY1":"KG","time":"2025-04"},
        {"E_COMMODITY":"732410","CTY_CODE":"5083","ALL_VAL_MO":"1","QTY_1_MO":"1","UNIT_QY1":"KG","time":"2025-04"},
        {"E_COMMODITY":"732410","CTY_CODE":"9999","ALL_VAL_MO":"1","QTY_1_MO":"1","UNIT_QY1":"KG","time":"2025-04"}]"#;
    let outcome = text(census, options(Some(Flow::Export)));
    assert_eq!(outcome.summary.files[0].origin, Some(Origin::Census));
    assert_eq!(members(&outcome, Dimension::Destination), ["9999", "CHN", "PSE"]);
    // Japan's 105 is China, 304 the United States; of China's customs these are Brunei and Germany.
    let japan =
        String::from_utf8(fixture("japan.csv")).unwrap().replace(",409,", ",105,").replace(",410,", ",304,");
    assert_eq!(members(&text(&japan, options(None)), Dimension::Destination), ["CHN", "USA"]);
}

#[test]
fn years_that_do_not_begin_in_january_are_left_out_in_every_layout() {
    let india = String::from_utf8(fixture("india.csv")).unwrap();
    let of_india = india.replace("Apr-2024(R)", "2023-2024").replace("Apr-2025(F)", "2024-2025(Apr-Sep)");
    let own = "Year,HS code,Country,kg\n2023-24,732410,Chile,1\n2024-25,732410,Chile,2\n";
    let comtrade = "Year,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Netweight (kg),Trade Value (US$)\nFY2024,Export,699,India,152,Chile,732410,1,2\n";
    for (file, rows) in [(of_india.as_str(), 3), (own, 2), (comtrade, 1)] {
        let mut reading = Import::new(options(Some(Flow::Export)));
        reading.answer(Given::new(About::Columns, "yes")).unwrap();
        reading.add("f.csv", file.as_bytes().to_vec());
        let outcome = finish(reading);
        assert!(outcome.records.is_none());
        assert_eq!(
            outcome.summary.left_out.get(&LeftOut::FiscalYear).map(|sum| sum.rows),
            Some(rows),
            "{file}"
        );
        let told = sentences(&outcome);
        assert!(told.iter().any(|told| told.contains("do not begin in January")), "{told:?}");
    }
}

#[test]
fn a_cell_that_may_be_december_or_a_year_is_what_its_column_is() {
    let read = |cells: &[&str]| {
        let rows: String = cells.iter().map(|cell| format!("{cell},732410,Chile,1\n")).collect();
        let outcome = text(&format!("Year,HS code,Country,kg\n{rows}"), options(Some(Flow::Export)));
        let left_out = outcome.summary.left_out.get(&LeftOut::FiscalYear).map_or(0, |sum| sum.rows);
        (left_out, outcome.summary.months.iter().map(|month| month.month.to_string()).collect::<Vec<_>>())
    };
    // Before and behind what can only be a year from one summer to the next.
    assert_eq!(read(&["2011-12", "2012-13", "2010-11"]), (3, vec![]));
    assert_eq!(read(&["2011-12", "2012-2013"]), (2, vec![]));
    // Months beside it, or nothing that decides: months they are.
    assert_eq!(read(&["2011-10", "2011-12"]), (0, vec!["2011-10".to_owned(), "2011-12".to_owned()]));
    assert_eq!(read(&["2011-12"]), (0, vec!["2011-12".to_owned()]));
    // One that was mistyped turns no others.
    let mistyped = ["2011-10", "2012-13", "2011-12"];
    assert_eq!(read(&mistyped), (1, vec!["2011-10".to_owned(), "2011-12".to_owned()]));
}

#[test]
fn values_without_weights_are_told_with_a_way_out() {
    let mut reading = Import::new(options(None));
    reading.add("india.csv", fixture("india.csv"));
    while !reading.advance(10).finished {}
    let outcome = finish(reading);
    assert_eq!(outcome.summary.files[0].origin, Some(Origin::India));
    assert_eq!((outcome.summary.rows_used, outcome.summary.measured), (3, Measured::Value));
    assert_eq!(outcome.summary.values, [(Currency::Usd, 1_660_000)]);
    assert!(sentences(&outcome)[0].contains("values and no weights"), "{:?}", sentences(&outcome));
    let chinese = "数据年月,商品编码,贸易伙伴名称,美元\n202504,1201,巴西,\"14,842,385\"\n";
    let outcome = text(chinese, options(Some(Flow::Import)));
    assert!(sentences(&outcome)[0].contains("ask for codes of 8 digits"), "{:?}", sentences(&outcome));
    assert_eq!(outcome.summary.values, [(Currency::Usd, 14_842_385)]);
}

#[test]
fn a_list_of_its_own_is_no_customs_file_and_its_unit_is_asked() {
    let mut reading = Import::new(options(Some(Flow::Export)));
    reading.add("own-list.csv", fixture("own-list.csv"));
    while !reading.advance(10).finished {}
    let questions = reading.questions();
    let asked: Vec<_> = questions.iter().map(|question| (question.about, question.of.as_deref())).collect();
    assert_eq!(asked, [(About::Unit, Some("quantity"))]);
    reading.answer(Given { of: Some("quantity".to_owned()), ..Given::new(About::Unit, "t") }).unwrap();
    let outcome = finish(reading);
    assert_eq!(outcome.summary.files[0].origin, Some(Origin::Own));
    assert_eq!(outcome.summary.quantity, 17_000);
    assert_eq!(
        sentences(&outcome),
        ["own-list.csv: Not HS codes, but taken as what goods are told apart by: A-100 and A-200."]
    );
}

#[test]
fn cells_of_a_workbook_stand_in_their_columns_also_where_one_has_no_name() {
    // Two columns under one merged head, and one without a head at all.
    let path = format!("{}/crates/sheet/tests/fixtures/book.xls", env!("CARGO_MANIFEST_DIR"));
    let mut reading = Import::new(options(Some(Flow::Export)));
    of_peru(&mut reading);
    reading.add("book.xls", fs::read(path).unwrap());
    let columns: Vec<_> =
        reading.seen()[0].columns.iter().map(|column| (column.name.clone(), column.role)).collect();
    assert_eq!(columns[2..], [("Export".to_owned(), Role::Quantity), ("Export (2)".to_owned(), Role::Other)]);
    for (about, value) in [(About::Columns, "yes"), (About::Unit, "kg")] {
        reading.answer(Given::new(about, value)).unwrap();
    }
    let summary = finish(reading).summary;
    assert_eq!((summary.rows_read, summary.rows_used, summary.quantity), (3, 3, 72_800));
}

#[test]
fn names_stand_for_codes_that_are_missing() {
    let comtrade = "Year,Period,Trade Flow Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)\n2025,202504,2,Mexico,731815,Screws,1000,100\n2025,202504,2,Portugal,731815,Screws,2000,200\n";
    let outcome = text(comtrade, options(None));
    assert_eq!((outcome.summary.quantity, outcome.summary.rows_used), (3000, 2));
    assert_eq!(members(&outcome, Dimension::Destination), ["MEX", "PRT"]);
    // Also where only some rows have none.
    let some = "数据年月,商品编码,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,美元\n202504,76141000,429,墨西哥,1,千克,1\n202504,76141000,,秘鲁,2,千克,1\n";
    let outcome = text(some, options(Some(Flow::Export)));
    assert_eq!(members(&outcome, Dimension::Destination), ["MEX", "PER"]);
}

#[test]
fn a_year_is_no_month() {
    let years = "Year,Reporter Code,Trade Flow Code,Partner Code,Classification,Commodity Code,Netweight (kg),Value\n2020,699,2,156,H3,730711,1000,100\n2021,699,2,156,H3,730711,5000,900\n";
    let outcome = text(years, Options { period: "2021-12".parse().ok(), ..options(None) });
    assert_eq!(sentences(&outcome), [""; 0]);
    let months: Vec<_> =
        outcome.summary.months.iter().map(|of| (of.month.to_string(), of.quantity)).collect();
    assert_eq!(months, [("2020".to_owned(), 1000), ("2021".to_owned(), 5000)]);
    assert_eq!(outcome.summary.values, [(Currency::Usd, 1000)]);
    // A month of the year beside it is one.
    let months = years
        .replace("Year,", "Year,refMonth,")
        .replace("\n2020,", "\n2020,4,")
        .replace("\n2021,", "\n2021,5,");
    let of = |content: &str| -> Vec<String> {
        let months = text(content, options(None)).summary.months;
        months.iter().map(|of| of.month.to_string()).collect()
    };
    assert_eq!(of(&months.replace("refMonth", "Month")), ["2020-04", "2021-05"]);
    let dates = months.replace("refMonth", "Month").replace(",4,", ",2020-04,").replace(",5,", ",2021-05,");
    assert_eq!(of(&dates), ["2020-04", "2021-05"]);
}

#[test]
fn units_are_converted_exactly_and_unknown_ones_are_asked() {
    let head = "Date of data,Commodity code,Trading partner code,Quantity,Unit,Supplementary Quantity,Supplementary Unit,US dollar";
    let of = |quantity: &str, unit: &str, second: &str| {
        text(
            &format!("{head}\n202504,76141000,429,{quantity},{unit},{second},5\n"),
            options(Some(Flow::Export)),
        )
    };
    for (quantity, unit, kilograms) in [
        ("28.5", "t", 28_500),
        ("1", "MT", 1000),
        ("2", "公吨", 2000),
        ("0.1", "万吨", 1_000_000),
        ("10", "lb", 5),
        ("2500", "克", 3),
    ] {
        assert_eq!(of(quantity, unit, "0,?").summary.quantity, kilograms, "{quantity} {unit}");
    }
    // The second unit where the first is no weight.
    assert_eq!(of("3", "台", "45,千克").summary.quantity, 45);
    assert!(sentences(&of("3", "台", "0,?"))[0].contains("counted in “台”"));
    // A row of less than half a kilogram stays one.
    let small = of("0.4", "kg", "0,?");
    assert_eq!((small.summary.rows_used, small.summary.quantity), (1, 0));
    let unknown = format!("{head}\n202504,76141000,429,3,袋,0,?,5\n202504,76141000,412,10,kg,0,?,5\n");
    let mut reading = Import::new(options(Some(Flow::Export)));
    reading.add("f.csv", unknown.clone().into_bytes());
    while !reading.advance(10).finished {}
    let questions = reading.questions();
    assert_eq!(
        (questions.len(), questions[0].about, questions[0].of.as_deref()),
        (1, About::Unit, Some("袋"))
    );
    assert_eq!(questions[0].choices[0].rows, 1);
    let outcome = text(&unknown, options(Some(Flow::Export)));
    assert!(sentences(&outcome)[0].contains("what the unit is worth in kilograms (“袋”)"));
    assert_eq!((outcome.summary.rows_used, outcome.summary.rows_faulty), (1, 1));
    reading.answer(Given::new(About::Unit, "t")).unwrap();
    assert_eq!(finish(reading).summary.quantity, 3010);
}

#[test]
fn dates_of_which_the_order_is_open_are_asked_about() {
    let file = |dates: [&str; 2]| {
        let row = |date| format!("{date},Chile,100,300\n");
        let content = format!("Date,Country,Quantity (kg),Value (US$)\n{}{}", row(dates[0]), row(dates[1]));
        let mut reading = Import::new(options(Some(Flow::Export)));
        of_peru(&mut reading);
        reading.add("f.csv", content.into_bytes());
        while !reading.advance(10).finished {}
        reading
    };
    let known = file(["04/05/2025", "13/05/2025"]);
    assert_eq!(known.questions(), []);
    assert_eq!(months(&finish(known)), ["2025-05".parse().unwrap()]);
    let mut open = file(["04/05/2025", "06/05/2025"]);
    let questions = open.questions();
    assert_eq!((questions.len(), questions[0].about), (1, About::DateOrder));
    assert_eq!(questions[0].choices[0].samples[0], "04/05/2025 = 2025-05");
    open.answer(Given::new(About::DateOrder, "month")).unwrap();
    assert_eq!(months(&finish(open)), ["2025-04".parse().unwrap(), "2025-06".parse().unwrap()]);
}

#[test]
fn a_mapping_says_what_a_list_is() {
    let content = "When;Where;How much;Worth\n04/2025;Chile;1,5;2\n04/2025;Peru;0,25;1\n";
    let mapping = Mapping::read(
        r#"{"columns": [{"name": "When", "is": "time"}, {"name": "Where", "is": "partner_name"},
            {"name": "How much", "is": "quantity", "unit": "t", "decimal_mark": "comma"},
            {"name": "Worth", "is": "value", "currency": "EUR", "times": 1000}], "flow": "import"}"#,
    )
    .unwrap();
    let outcome = text(content, Options { mappings: vec![mapping], ..Options::default() });
    assert_eq!(sentences(&outcome), [""; 0]);
    let summary = &outcome.summary;
    assert_eq!((summary.quantity, &summary.values), (1750, &vec![(Currency::Eur, 3000)]));
    assert_eq!(outcome.records.unwrap().catalogue.flow, Flow::Import);
    for (json, why) in [
        ("{", "it is no mapping"),
        (r#"{"columns": [{"name": "a", "is": "price"}]}"#, "price"),
        (r#"{"columns": [{"name": "a", "is": "value", "currency": "XXX"}]}"#, "XXX"),
        (r#"{"columns": [{"name": "a", "is": "quantity", "unit": "bags"}]}"#, "“bags” is no unit of weight"),
        (r#"{"columns": [{"name": "a", "is": "time"}, {"name": "a", "is": "year"}]}"#, "“a” twice"),
        (r#"{"columns": [], "period": "soon"}"#, "“soon”"),
    ] {
        let told = Mapping::read(json).unwrap_err().to_string();
        assert!(told.contains(why), "{told}");
    }
}

#[test]
fn columns_that_are_not_sure_are_asked_and_answered_one_by_one() {
    let content = "Month,Country,Net weight (kg),Gross weight (kg),Value (US$),Insurance value (US$)\n2025-04,Chile,90,100,300,9\n";
    let mut reading = Import::new(options(Some(Flow::Export)));
    of_peru(&mut reading);
    reading.add("f.csv", content.as_bytes().to_vec());
    let seen = reading.seen();
    assert_eq!(seen[0].columns[1].role, Role::PartnerName);
    assert_eq!(seen[0].columns[1].samples, ["Chile"]);
    while !reading.advance(10).finished {}
    let questions = reading.questions();
    assert_eq!((questions.len(), questions[0].about), (1, About::Columns));
    assert_eq!(questions[0].guess.as_deref(), Some(seen[0].mapping.write().as_str()));
    let column =
        |name: &str, role: &str| Given { of: Some(name.to_owned()), ..Given::new(About::Columns, role) };
    reading.answer(column("Insurance value (US$)", "ignored")).unwrap();
    while !reading.advance(10).finished {}
    assert_eq!(reading.questions(), []);
    let summary = finish(reading).summary;
    assert_eq!((summary.quantity, summary.values), (90, vec![(Currency::Usd, 300)]));
}

/// A number as programs of a country write it, with two digits after the mark.
fn written(hundredths: u64, style: usize) -> String {
    let (whole, fraction) = (hundredths / 100, hundredths % 100);
    let digits = whole.to_string();
    let grouped = |mark: &str| {
        let groups: Vec<String> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect();
        groups.join(mark)
    };
    match style {
        0 => format!("{digits}.{fraction:02}"),
        1 => format!("{}.{fraction:02}", grouped(",")),
        2 => format!("{},{fraction:02}", grouped(".")),
        3 => format!("{},{fraction:02}", grouped("\u{A0}")),
        4 => format!("{}.{fraction:02}", grouped("'")),
        _ => format!("{digits},{fraction:02}"),
    }
}

fn month_written(month: u32, style: usize) -> String {
    let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        [month as usize - 1];
    match style {
        0 => format!("2025{month:02}"),
        1 => format!("2025-{month:02}"),
        2 => format!("2025-{month:02}-01"),
        3 => format!("{name}-25"),
        4 => format!("2025年{month}月"),
        5 => format!("2025M{month:02}"),
        6 => format!("{month:02}/2025"),
        7 => format!("2025{month:02}.0"),
        _ => format!("M{month} 2025"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_list_is_read_as_it_is_written(
        rows in prop::collection::vec((1u32..=12, 0usize..4, 1u64..200_000_000, 1u64..200_000_000), 1..30),
        order in Just((0usize..5).collect::<Vec<_>>()).prop_shuffle(),
        (numbers, months, delimiter) in (0usize..6, 0usize..9, 0usize..3),
    ) {
        let delimiter = [",", ";", "\t"][delimiter];
        let line = |cells: [String; 5]| {
            let cells: Vec<String> = order.iter().map(|place| format!("\"{}\"", cells[*place])).collect();
            cells.join(delimiter) + "\n"
        };
        let mut content = line(["Month", "HS code", "Country", "Quantity (t)", "Value (EUR)"].map(str::to_owned));
        let (mut kilograms, mut euros) = (0, 0);
        for (i, (month, country, quantity, value)) in rows.iter().enumerate() {
            // Each row has a key of its own.
            let code = format!("{:06}", 730_000 + i);
            let country = ["Chile", "Peru", "Viet Nam", "Côte d’Ivoire"][*country].to_owned();
            content += &line([month_written(*month, months), code, country, written(*quantity, numbers), written(*value, numbers)]);
            kilograms += quantity * 10;
            euros += (value + 50) / 100;
        }
        let outcome = text(&content, options(Some(Flow::Export)));
        prop_assert_eq!(sentences(&outcome), Vec::<String>::new());
        prop_assert_eq!(outcome.summary.rows_used, rows.len() as u64);
        prop_assert_eq!((outcome.summary.quantity, &outcome.summary.values), (kilograms, &vec![(Currency::Eur, euros)]));
    }
}
