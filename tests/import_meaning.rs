//! What rows of files mean together: whose trade, by which list, at which level; what is a sum of others, what is the
//! same row again, what corrects what.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use i18n::{ENGLISH, ImportWords, import_problem, import_remarks};
use import::{About, Choice, Given, Import, LeftOut, Options, Outcome, left_out_csv};
use model::{Catalogue, Dimension, Flow, Measured, Name, Period, Span};
use proptest::prelude::*;
use records::{Extent, Records};

/// A row of UN Comtrade with the columns that tell.
#[derive(Clone, Copy)]
struct Row<'a> {
    month: &'a str,
    reporter: (&'a str, &'a str),
    flow: &'a str,
    partner: (&'a str, &'a str),
    list: &'a str,
    code: &'a str,
    /// Procedure, means of transport, second partner.
    cut: [&'a str; 3],
    kilograms: &'a str,
    dollars: u64,
}

const WHOLE: [&str; 3] = ["C00", "0", "0"];

const ROW: Row = Row {
    month: "202504",
    reporter: ("156", "China"),
    flow: "X",
    partner: ("842", "USA"),
    list: "H6",
    code: "761410",
    cut: WHOLE,
    kilograms: "1000",
    dollars: 100,
};

const COMTRADE: &str = "period,reporterCode,reporterDesc,flowCode,partnerCode,partnerDesc,classificationCode,cmdCode,cmdDesc,customsCode,motCode,partner2Code,netWgt,primaryValue";

const WORLD: (&str, &str) = ("0", "World");
const GERMANY: (&str, &str) = ("276", "Germany");
const FRANCE: (&str, &str) = ("251", "France");

fn comtrade(rows: &[Row]) -> String {
    let line = |r: &Row| {
        let [procedure, transport, second] = r.cut;
        format!(
            "{},{},{},{},{},\"{}\",{},{},Goods {},{procedure},{transport},{second},{},{}\n",
            r.month,
            r.reporter.0,
            r.reporter.1,
            r.flow,
            r.partner.0,
            r.partner.1,
            r.list,
            r.code,
            r.code,
            r.kilograms,
            r.dollars
        )
    };
    format!("{COMTRADE}\n{}", rows.iter().map(line).collect::<String>())
}

/// Rows of China's customs: month, product, partner, kilograms; a dollar a kilogram.
fn customs(rows: &[(&str, &str, &str, u64)]) -> String {
    let line = |(month, product, partner, kilograms): &(&str, &str, &str, u64)| {
        format!("{month},{product},{partner},{kilograms},Kilogram,{kilograms}\n")
    };
    let head = "Date of data,Commodity code,Trading partner code,Quantity,Unit,US dollar\n";
    head.to_owned() + &rows.iter().map(line).collect::<String>()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn read(files: &[(&str, &str)], flow: Option<Flow>, answers: &[Given]) -> Import {
    let mut import = Import::new(Options { flow, ..Options::default() });
    for (name, text) in files {
        import.add(name, text.as_bytes().to_vec());
    }
    for answer in answers {
        import.answer(answer.clone()).unwrap();
    }
    while !import.advance(1000).finished {}
    import
}

fn exports(files: &[(&str, &str)]) -> Outcome {
    let import = read(files, Some(Flow::Export), &[]);
    assert_eq!(import.questions(), []);
    import.finish(Catalogue::default())
}

fn export(text: &str) -> Outcome {
    exports(&[("f.csv", text)])
}

fn sentences(outcome: &Outcome) -> Vec<String> {
    outcome.problems.iter().map(|problem| import_problem(&ENGLISH, problem)).collect()
}

fn records(outcome: &Outcome) -> &Records {
    outcome.records.as_ref().unwrap()
}

/// Kilograms of a month, all members together.
fn of_month(outcome: &Outcome, month: &str) -> u64 {
    records(outcome).whole().total(period(month), Span::Month).unwrap().quantity
}

fn codes(outcome: &Outcome, dimension: Dimension) -> Vec<&str> {
    records(outcome).catalogue.members(dimension).iter().map(|member| member.code.as_str()).collect()
}

/// Rows, kilograms and value that were left out for a reason.
fn left(outcome: &Outcome, why: LeftOut) -> (u64, u64, u64) {
    let sum = outcome.summary.left_out.get(&why).cloned().unwrap_or_default();
    (sum.rows, sum.quantity, sum.value)
}

#[track_caller]
fn check_total(outcome: &Outcome, kilograms: u64, told: &[&str]) {
    let sentences = sentences(outcome);
    assert_eq!(outcome.summary.quantity, kilograms, "{sentences:?}");
    assert_eq!(sentences.len(), told.len(), "{sentences:?}");
    for (sentence, part) in sentences.iter().zip(told) {
        assert!(sentence.contains(part), "{sentence:?} without {part:?}");
    }
}

#[test]
fn whose_trade_it_is_comes_from_the_file() {
    let british = comtrade(&[Row { reporter: ("826", "United Kingdom"), ..ROW }]);
    let outcome = export(&british);
    assert_eq!(records(&outcome).catalogue.reporter.en, "United Kingdom");
    // What is said wins.
    let said = Name { en: "Britain".to_owned(), zh: String::new() };
    let outcome =
        read(&[("f.csv", &british)], None, &[]).finish(Catalogue { reporter: said, ..Catalogue::default() });
    assert_eq!(records(&outcome).catalogue.reporter.en, "Britain");
    // China's customs do not say it, and nobody else's files have their columns.
    let chinese = export(&customs(&[("202504", "76141000", "429", 5)]));
    let reporter = &records(&chinese).catalogue.reporter;
    assert_eq!((reporter.en.as_str(), reporter.zh.as_str()), ("China", "中国"));
}

#[test]
fn rows_of_nobodys_own_ask_whose_trade_they_are() {
    let rows = "month,product,destination,quantity_kg,value_usd\n2025-04,761410,Hamburg,12,1200\n";
    let import = read(&[("f.csv", rows)], Some(Flow::Export), &[]);
    let questions = import.questions();
    assert_eq!(
        questions.iter().map(|q| (q.about, q.choices.len())).collect::<Vec<_>>(),
        [(About::Reporter, 0)]
    );
    let import = read(&[("f.csv", rows)], Some(Flow::Export), &[Given::new(About::Reporter, "Chile")]);
    assert_eq!(import.questions(), []);
    let outcome = import.finish(Catalogue::default());
    assert_eq!(records(&outcome).catalogue.reporter.en, "Chile");
}

#[test]
fn several_reporters_are_never_added_up() {
    let of = |code, name, partner, kilograms| Row { reporter: (code, name), partner, kilograms, ..ROW };
    let text = comtrade(&[
        of("32", "Argentina", ("156", "China"), "3000"),
        of("76", "Brazil", ("156", "China"), "2000"),
        of("76", "Brazil", GERMANY, "500"),
    ]);
    let files = [("f.csv", text.as_str())];
    let import = read(&files, None, &[]);
    let questions = import.questions();
    let choice = |value: &str, name: &str, rows| Choice { name: name.to_owned(), rows, ..Choice::of(value) };
    assert_eq!(questions[0].about, About::Reporter);
    assert_eq!(questions[0].choices, [choice("32", "Argentina", 1), choice("76", "Brazil", 2)]);
    // Without an answer there is no dataset, and the reason is told.
    let outcome = import.finish(Catalogue::default());
    assert!(outcome.records.is_none());
    assert_eq!(left(&outcome, LeftOut::Unanswered).0, 3);
    assert!(
        sentences(&outcome)[0].contains("several reporters")
            && sentences(&outcome)[0].contains("76 (Brazil)")
    );
    for (answer, total) in [("32", 3000), ("brazil", 2500)] {
        let import = read(&files, None, &[Given::new(About::Reporter, answer)]);
        assert_eq!(import.questions(), []);
        let outcome = import.finish(Catalogue::default());
        check_total(&outcome, total, &[]);
        assert_eq!(left(&outcome, LeftOut::OtherReporter).1, 5500 - total);
    }
}

#[test]
fn rows_of_another_flow_are_counted_before_anything_else() {
    let import = |partner, kilograms, dollars| Row { flow: "M", partner, kilograms, dollars, ..ROW };
    let outcome = export(&comtrade(&[
        Row { partner: WORLD, dollars: 500, ..ROW },
        Row { dollars: 500, ..ROW },
        import(WORLD, "70000", 90_000),
        import(ROW.partner, "0", 90_000),
    ]));
    check_total(&outcome, 1000, &[]);
    assert_eq!(left(&outcome, LeftOut::World), (1, 1000, 500));
    assert_eq!(left(&outcome, LeftOut::OtherFlow), (2, 70_000, 180_000));
    assert_eq!(left(&outcome, LeftOut::NoWeight), (0, 0, 0));
    // Whatever is not used has its reason.
    let text = comtrade(&[ROW]);
    let outcome = read(&[("f.csv", &text)], Some(Flow::Import), &[]).finish(Catalogue::default());
    assert!(outcome.records.is_none());
    assert!(sentences(&outcome)[0].contains("You asked for imports; the rows are of exports"));
    let unweighed = Row { kilograms: "0", code: "761490", ..ROW };
    let outcome = export(&comtrade(&[ROW, unweighed]));
    assert_eq!(left(&outcome, LeftOut::NoWeight), (1, 0, 100));
    // Where none is weighed, all are measured by value.
    let outcome = export(&comtrade(&[unweighed]));
    assert_eq!(outcome.records.as_ref().unwrap().measured, Measured::Value);
    assert_eq!(sentences(&outcome), ["No row has a weight: everything is broken down by value."]);
}

#[test]
fn lists_of_goods_are_never_mixed() {
    let hs = comtrade(&[Row { partner: GERMANY, ..ROW }, ROW]);
    let sitc = comtrade(&[Row { list: "S4", code: "69313", kilograms: "2000", ..ROW }]);
    let files = [("hs.csv", hs.as_str()), ("sitc.csv", sitc.as_str())];
    let import = read(&files, None, &[]);
    let [question] = import.questions().try_into().unwrap();
    assert_eq!(question.about, About::Classification);
    assert_eq!(
        question.choices.iter().map(|c| (c.value.as_str(), c.rows)).collect::<Vec<_>>(),
        [("HS", 2), ("SITC", 1)]
    );
    for list in ["HS", "SITC"] {
        let outcome =
            read(&files, None, &[Given::new(About::Classification, list)]).finish(Catalogue::default());
        check_total(&outcome, 2000, &[]);
        assert_eq!(left(&outcome, LeftOut::OtherList).1, 2000);
    }
}

#[test]
fn versions_of_a_list_may_follow_one_another_and_not_stand_beside() {
    let of = |month, list| Row { month, list, ..ROW };
    let outcome = export(&comtrade(&[of("202112", "H5"), of("202201", "H6")]));
    check_total(&outcome, 2000, &["numbered by H5 and H6 in different months"]);
    let both = comtrade(&[of("202112", "H5"), of("202201", "H5"), of("202201", "H6")]);
    let files = [("f.csv", both.as_str())];
    let [question] = read(&files, None, &[]).questions().try_into().unwrap();
    assert_eq!(question.choices.iter().map(|c| c.value.as_str()).collect::<Vec<_>>(), ["H5", "H6"]);
    // The chosen one counts in its months; the other ones keep what they have.
    let outcome = read(&files, None, &[Given::new(About::Classification, "H6")]).finish(Catalogue::default());
    check_total(&outcome, 2000, &["H5 and H6"]);
    assert_eq!(left(&outcome, LeftOut::OtherList).0, 1);
}

#[test]
fn codes_get_back_the_zeros_that_a_program_ate() {
    let of = |month, code, kilograms| Row { month, code, kilograms, ..ROW };
    let good = comtrade(&[of("202504", "030749", "580000")]);
    let eaten = comtrade(&[of("202504", "30749", "580000"), of("202505", "30749", "510000")]);
    let outcome = exports(&[("good.csv", &good), ("eaten.csv", &eaten)]);
    check_total(&outcome, 1_090_000, &["read as 030749", "1 row stands in good.csv, too"]);
    assert_eq!(codes(&outcome, Dimension::Product), ["030749"]);
    assert_eq!((of_month(&outcome, "2025-04"), of_month(&outcome, "2025-05")), (580_000, 510_000));
    // 021011 is ham, and no sum of 210111, which is coffee.
    let outcome = export(&comtrade(&[of("202504", "21011", "580"), of("202504", "210111", "58")]));
    check_total(&outcome, 638, &["021011"]);
    let outcome = export(&comtrade(&[of("202504", "401", "1000"), of("202504", "4011", "2000")]));
    check_total(&outcome, 3000, &["0401"]);
    assert_eq!(codes(&outcome, Dimension::Product), ["0401", "4011"]);
    // Nine digits are Japan's, unless others have ten.
    let outcome = export(&comtrade(&[of("202504", "761410000", "1")]));
    assert_eq!(codes(&outcome, Dimension::Product), ["761410000"]);
    let outcome = export(&comtrade(&[of("202504", "307491000", "1"), of("202504", "7614100000", "1")]));
    assert_eq!(codes(&outcome, Dimension::Product), ["0307491000", "7614100000"]);
}

#[test]
fn codes_that_no_tariff_has_are_told_and_kept() {
    let outcome = export(&comtrade(&[Row { code: "A-100", ..ROW }, Row { code: "123", ..ROW }]));
    check_total(&outcome, 2000, &["Not HS codes, but taken as what goods are told apart by: A-100"]);
    assert_eq!(codes(&outcome, Dimension::Product), ["123", "A-100"]);
}

#[test]
fn a_row_that_stands_there_again_counts_once() {
    let row = ("202504", "76141000", "429", 1000);
    let outcome = export(&customs(&[row, row, row]));
    check_total(&outcome, 1000, &["f.csv, lines 3 and 4: The same row stands on line 2 already"]);
    assert_eq!(outcome.summary.rows_twice, 2);
    let [one, two] = [customs(&[row]), customs(&[row, ("202505", "76141000", "429", 7)])];
    check_total(&exports(&[("a.csv", &one), ("b.csv", &two)]), 1007, &["b.csv: 1 row stands in a.csv, too"]);
}

#[test]
fn other_figures_of_one_key_are_added_where_a_column_tells_why_and_asked_otherwise() {
    let plain = customs(&[("202504", "76141000", "429", 1000), ("202504", "76141000", "429", 2000)]);
    let files = [("f.csv", plain.as_str())];
    let [question] = read(&files, Some(Flow::Export), &[]).questions().try_into().unwrap();
    assert_eq!((question.about, question.file.as_deref()), (About::SameKey, Some("f.csv")));
    assert_eq!(
        question.choices.iter().map(|c| (c.value.as_str(), c.rows)).collect::<Vec<_>>(),
        [("add", 2), ("first", 2)]
    );
    for (answer, total) in [("add", 3000), ("first", 1000)] {
        let answers = [Given::of_file(About::SameKey, "f.csv", answer)];
        let import = read(&files, Some(Flow::Export), &answers);
        assert_eq!(import.questions(), [], "{answer}");
        assert_eq!(import.finish(Catalogue::default()).summary.quantity, total);
    }
    assert!(Import::new(Options::default()).answer(Given::new(About::SameKey, "some")).is_err());
    // A column that nothing is read from tells the rows apart, whether their figures differ or not.
    let mut lines = plain.lines();
    let head = format!("{},Port", lines.next().unwrap());
    let rows: Vec<String> = lines.map(str::to_owned).collect();
    let text = format!("{head}\n{},Ningbo\n{},Shanghai\n{},Tianjin\n", rows[0], rows[1], rows[1]);
    let outcome = export(&text);
    check_total(&outcome, 5000, &["“Port” is not known", "3 rows with 5,000 kg"]);
}

#[test]
fn a_later_file_corrects_an_earlier_one() {
    let may = |kilograms| ("202505", "76141000", "429", kilograms);
    let first = customs(&[
        ("202504", "76141000", "429", 72_000),
        may(80_000),
        ("202505", "76141000", "311", 10),
        ("202505", "76141000", "601", 500),
    ]);
    // Australia (601) is gone from May; nobody asked the second file for Portugal (311).
    let second = customs(&[may(80_001), ("202506", "76141000", "429", 5), ("202506", "76141000", "601", 6)]);
    let told = "b.csv: This file has other figures than a.csv for May 2025 and counts there: 2 rows of a.csv with 80,500 kg became 80,001 kg. 76141000 · 429 in May 2025: 80,000 kg became 80,001 kg; 76141000 · 601 in May 2025: 500 kg became 0 kg.";
    let outcome = exports(&[("a.csv", &first), ("b.csv", &second)]);
    check_total(&outcome, 72_000 + 80_001 + 10 + 11, &[told]);
    assert_eq!(left(&outcome, LeftOut::Revised), (2, 80_500, 80_500));
    // The date in a name says which is newer, in whichever order they are given.
    for files in [["old 2025-06-18.csv", "new 2025-07-18.csv"], ["z_6_18_2025.csv", "a_7_18_2025.csv"]] {
        let pair = [(files[0], first.as_str()), (files[1], second.as_str())];
        let reversed = [pair[1], pair[0]];
        assert_eq!(exports(&pair).summary.quantity, 152_022, "{files:?}");
        assert_eq!(exports(&reversed).summary.quantity, 152_022, "{files:?}");
    }
}

#[test]
fn a_file_that_was_cut_corrects_nothing() {
    let mut rows: Vec<(String, u64)> = (0..10_000u64).map(|i| (format!("{}", 1000 + i), 1)).collect();
    let text = |rows: &[(String, u64)]| {
        let rows: Vec<_> = rows.iter().map(|(p, kg)| ("202504", "76141000", p.as_str(), *kg)).collect();
        customs(&rows)
    };
    let cut = text(&rows);
    rows.truncate(9_000);
    rows[0].1 = 7;
    let whole = text(&rows);
    // Of the month that the cut file has only a part of, the whole one counts, though it is the older one.
    let outcome = exports(&[("old 2025-05-18.csv", &whole), ("new 2025-06-18.csv", &cut)]);
    // The partners of the rest stay: nobody knows whether the whole file was asked for them.
    assert_eq!(outcome.summary.quantity, 10_006);
    assert_eq!(left(&outcome, LeftOut::Revised), (1, 1, 1));
}

#[test]
fn a_shorter_code_is_left_out_only_where_longer_ones_make_it() {
    let of = |month, code, kilograms| Row { month, code, kilograms, ..ROW };
    let outcome = export(&comtrade(&[
        Row { dollars: 300, ..of("202504", "7614", "1000") },
        Row { dollars: 200, ..of("202504", "761410", "700.4") },
        Row { dollars: 100, ..of("202504", "761490", "299.6") },
    ]));
    check_total(&outcome, 1000, &[]);
    assert_eq!(left(&outcome, LeftOut::ShorterCode), (1, 1000, 300));
    // Only a part of it: the shorter one counts, and both weights are told.
    let part = [of("202504", "8486", "1000"), of("202504", "848610", "100"), of("202504", "848620", "300")];
    let outcome = export(&comtrade(&part));
    check_total(&outcome, 1000, &["8486: 1,000 kg; its longer codes in the files make 400 kg."]);
    assert_eq!(left(&outcome, LeftOut::LongerCode), (2, 400, 200));
    // A month in which it stands alone stays.
    let outcome = export(&customs(&[
        ("202503", "7614", "429", 900),
        ("202504", "7614", "429", 1000),
        ("202504", "76141000", "429", 300),
    ]));
    check_total(&outcome, 1900, &["7614: 1,000 kg"]);
    assert_eq!(of_month(&outcome, "2025-03"), 900);
}

#[test]
fn three_levels_are_decided_from_below() {
    let of = |code, kilograms, dollars| Row { code, kilograms, dollars, ..ROW };
    let outcome = export(&comtrade(&[
        of("76", "1000", 1000),
        of("7601", "400", 400),
        of("760110", "100", 100),
        of("760120", "300", 300),
        of("7614", "600", 600),
        of("761410", "500", 500),
    ]));
    // 7601 is the sum of its two, 7614 is more than its one; 76 is the sum of both.
    check_total(&outcome, 1000, &["7614: 600 kg; its longer codes in the files make 500 kg"]);
    assert_eq!(codes(&outcome, Dimension::Product), ["760110", "760120", "7614"]);
}

#[test]
fn levels_that_change_from_year_to_year_are_brought_to_the_common_one() {
    let months = |year: &str| (1..=3).map(|month| format!("{year}{month:02}")).collect::<Vec<_>>();
    let of = |month, code, kilograms| Row { month, code, kilograms, ..ROW };
    let (before, after) = (months("2024"), months("2025"));
    let before: Vec<Row> = before.iter().map(|month| of(month, "7614", "1000000")).collect();
    let after: Vec<Row> = after
        .iter()
        .flat_map(|month| [of(month, "761410", "700000"), of(month, "761490", "350000")])
        .collect();
    let outcome = exports(&[("2024.csv", &comtrade(&before)), ("2025.csv", &comtrade(&after))]);
    check_total(
        &outcome,
        6_150_000,
        &["HS 7614 is not divided in every month and for every partner. So 6 rows"],
    );
    assert_eq!(codes(&outcome, Dimension::Product), ["7614"]);
    assert_eq!((of_month(&outcome, "2024-01"), of_month(&outcome, "2025-01")), (1_000_000, 1_050_000));
    assert!(records(&outcome).coverage().is_whole());
    // Germany's goods are given by the shorter code alone.
    let outcome = export(&comtrade(&[
        of("202504", "7614", "1000000"),
        Row { partner: GERMANY, ..of("202504", "7614", "500000") },
        of("202504", "761410", "700000"),
    ]));
    check_total(&outcome, 1_500_000, &["7614: 1,000,000 kg; its longer codes in the files make 700,000 kg"]);
    assert_eq!(codes(&outcome, Dimension::Destination), ["DEU", "USA"]);
}

#[test]
fn parts_count_where_their_whole_is_missing() {
    let cut = |cut, kilograms| Row { cut, kilograms, ..ROW };
    // -1 is all means of transport together, as C00 is all procedures.
    let outcome = export(&comtrade(&[cut(["C00", "-1", "0"], "1000")]));
    check_total(&outcome, 1000, &[]);
    // So it is in lines with one field too many, of which that one must be found.
    let surplus = comtrade(&[cut(["C00", "-1", "0"], "1000")]).replace(",H6,", ",H6,extra,");
    check_total(&export(&surplus), 1000, &[]);
    let outcome = export(&comtrade(&[
        cut(WHOLE, "1000"),
        cut(["C01", "0", "0"], "400"),
        cut(["C00", "1", "0"], "300"),
    ]));
    check_total(&outcome, 1000, &[]);
    assert_eq!(left(&outcome, LeftOut::Part), (2, 700, 200));
    // By procedure and by transport they say the same twice.
    let outcome = export(&comtrade(&[
        cut(["C01", "0", "0"], "400"),
        cut(["C04", "0", "0"], "600"),
        cut(["C00", "1", "0"], "900"),
        cut(["C01", "1", "0"], "5"),
    ]));
    check_total(
        &outcome,
        1000,
        &["2 rows by customs procedure, transport or second partner with 1,000 kg were added"],
    );
    assert_eq!(left(&outcome, LeftOut::Part).0, 2);
}

#[test]
fn the_world_alone_is_a_dataset_without_partners() {
    let of = |month, kilograms| Row { partner: WORLD, month, kilograms, ..ROW };
    let outcome = export(&comtrade(&[of("202504", "1000"), of("202505", "2000")]));
    check_total(&outcome, 3000, &["Every row is for all partners together"]);
    assert_eq!(codes(&outcome, Dimension::Destination), [""; 0]);
    assert_eq!((of_month(&outcome, "2025-04"), of_month(&outcome, "2025-05")), (1000, 2000));
    // Beside months that have partners it is no partner.
    let outcome = export(&comtrade(&[of("202503", "900"), of("202504", "1000"), ROW]));
    check_total(
        &outcome,
        1000,
        &["In March 2025 some rows are for all partners together and have none beside them"],
    );
    assert!(sentences(&outcome)[0].contains("900 kg were left out"));
    assert_eq!(records(&outcome).months(), [period("2025-04")]);
}

#[test]
fn partners_are_compared_with_the_world_at_each_level_and_told_once() {
    let of = |partner, month, code, kilograms| Row { partner, month, code, kilograms, ..ROW };
    let usa = ROW.partner;
    let mut rows = Vec::new();
    for partner in [WORLD, usa] {
        for (code, kilograms, dollars) in
            [("7601", "3000", 300), ("760110", "1000", 100), ("760120", "2000", 200)]
        {
            rows.push(Row { dollars, ..of(partner, "202504", code, kilograms) });
        }
    }
    check_total(&export(&comtrade(&rows)), 3000, &[]);
    let months: Vec<String> = (1..=9).map(|month| format!("20250{month}")).collect();
    let rows: Vec<Row> = months
        .iter()
        .flat_map(|month| [of(WORLD, month, "760110", "10000"), of(usa, month, "760110", "4000")])
        .collect();
    let told = "the partners make 36,000 kg together, the files’ rows for all of them say 90,000 kg";
    check_total(&export(&comtrade(&rows)), 36_000, &[told]);
}

#[test]
fn a_group_counts_where_none_of_its_members_does() {
    let of = |partner, kilograms| Row { partner, kilograms, ..ROW };
    let union = ("97", "European Union");
    let outcome = export(&comtrade(&[
        of(WORLD, "700000"),
        of(union, "300000"),
        of(GERMANY, "200000"),
        of(FRANCE, "100000"),
        of(ROW.partner, "400000"),
    ]));
    check_total(&outcome, 700_000, &[]);
    assert_eq!(codes(&outcome, Dimension::Destination), ["DEU", "FRA", "USA"]);
    assert_eq!(left(&outcome, LeftOut::Group), (1, 300_000, 100));
    check_total(&export(&comtrade(&[of(union, "300000"), of(ROW.partner, "400000")])), 700_000, &[]);
    let some = export(&comtrade(&[of(union, "300000"), of(GERMANY, "200000")]));
    check_total(
        &some,
        200_000,
        &["European Union: 300,000 kg, left out because its members have rows, too. These make 200,000 kg."],
    );
    // What is nowhere else specified is nobody's sum.
    check_total(&export(&comtrade(&[of(("899", "Areas, nes"), "5"), of(GERMANY, "5")])), 10, &[]);
}

#[test]
fn who_was_in_a_group_is_asked_for_each_month() {
    let of = |month, partner, kilograms| Row { month, partner, kilograms, ..ROW };
    let (union, kingdom) = (("97", "European Union"), ("826", "United Kingdom"));
    let outcome = export(&comtrade(&[
        of("201904", union, "300"),
        of("201904", kingdom, "300"),
        of("202104", union, "500"),
        of("202104", kingdom, "200"),
    ]));
    // In 2019 it was one of the Union's; in 2021 it stood beside the Union.
    check_total(&outcome, 300 + 500 + 200, &[]);
    assert_eq!(left(&outcome, LeftOut::Group), (1, 300, 100));
}

#[test]
fn totals_below_a_table_and_in_it_are_no_members() {
    let rows = "month,destination,quantity_kg,value_usd\n2025-04,Mexico,100000,300000\n2025-04,Chile,30000,90000\n2025-04,Total,130000,390000\n";
    let answer = [Given::new(About::Reporter, "China")];
    let outcome = read(&[("f.csv", rows)], Some(Flow::Export), &answer).finish(Catalogue::default());
    check_total(&outcome, 130_000, &[]);
    let chinese = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,美元\n202504,76141000,线,429,墨西哥,100000,千克,300000\n202504,76141000,线,412,智利,30000,千克,90000\n合计,,,,,130000,千克,390000\n202504,76141000,线,合计,合计,130000,千克,390000\n";
    let outcome = export(chinese);
    check_total(&outcome, 130_000, &[]);
    assert_eq!(codes(&outcome, Dimension::Destination), ["CHL", "MEX"]);
    assert_eq!((left(&outcome, LeftOut::Total).0, left(&outcome, LeftOut::World).0), (1, 1));
    // All goods beside some goods.
    let goods = export(&comtrade(&[Row { code: "TOTAL", kilograms: "9000", ..ROW }, ROW]));
    check_total(&goods, 1000, &[]);
    assert_eq!(left(&goods, LeftOut::Total), (1, 9000, 100));
    // A partner that happens to be the sum of two others is none.
    let three = export(&customs(&[
        ("202504", "761410", "1", 1),
        ("202504", "761410", "2", 2),
        ("202504", "761410", "3", 3),
    ]));
    check_total(&three, 6, &[]);
}

#[test]
fn goods_that_came_back_are_imports_in_every_source() {
    let rows =
        [("133", 400), ("142", 350), ("143", 500)].map(|(partner, kg)| ("202504", "85423100", partner, kg));
    let text = customs(&rows);
    let outcome = read(&[("f.csv", &text)], Some(Flow::Import), &[]).finish(Catalogue::default());
    check_total(&outcome, 1250, &[]);
    let of = |partner, kilograms| Row { flow: "M", code: "854231", partner, kilograms, ..ROW };
    let outcome = read(
        &[(
            "f.csv",
            &comtrade(&[
                of(("410", "Korea"), "400"),
                of(("156", "China"), "350"),
                of(("490", "Other Asia, nes"), "500"),
            ]),
        )],
        None,
        &[],
    )
    .finish(Catalogue::default());
    check_total(&outcome, 1250, &[]);
}

#[test]
fn a_month_without_rows_inside_a_query_is_one_without_trade() {
    let of = |month, kilograms| (month, "27101210", "429", kilograms);
    let outcome = export(&customs(&[of("202501", 5), of("202503", 7), of("202504", 8)]));
    check_total(&outcome, 20, &["February 2025 has no rows"]);
    let ytd = records(&outcome).whole().total(period("2025-04"), Span::Ytd).unwrap();
    assert_eq!(ytd.quantity, 20);
}

#[test]
fn rows_at_which_a_source_stops_leave_the_last_month_incomplete() {
    let row = |i: u64| {
        format!(
            r#"{{"period":"{}","reporterCode":156,"reporterDesc":"China","flowCode":"X","partnerCode":{},"partnerDesc":"P","customsCode":"C00","motCode":0,"partner2Code":0,"cmdCode":"761410","netWgt":1,"primaryValue":1}}"#,
            if i < 300 { 202_503 } else { 202_504 },
            1000 + i
        )
    };
    let of = |count| {
        format!(r#"{{"count":{count},"data":[{}]}}"#, (0..count).map(row).collect::<Vec<_>>().join(","))
    };
    let outcome = exports(&[("f.json", &of(500))]);
    let told = sentences(&outcome);
    assert!(told[0].contains("exactly 500 rows"), "{told:?}");
    assert!(told[1].contains("stop in April 2025 at partner 1499 (P)"), "{told:?}");
    let coverage = records(&outcome).coverage();
    assert_eq!(coverage.of_all(period("2025-04"), Span::Month), Extent::Incomplete);
    assert_eq!(coverage.of_all(period("2025-03"), Span::Month), Extent::Whole);
    let grid: Vec<_> =
        outcome.summary.months.iter().map(|m| (m.month, m.rows, m.whole, m.incomplete)).collect();
    assert_eq!(grid, [(period("2025-03"), 300, 1, 0), (period("2025-04"), 200, 0, 1)]);
    assert_eq!(sentences(&exports(&[("f.json", &of(499))])), [""; 0]);
}

#[test]
fn sentences_that_repeat_are_one_with_its_first_lines() {
    let rows: Vec<Row> = (0..700).map(|_| Row { month: "soon", ..ROW }).collect();
    let outcome = export(&comtrade(&rows));
    let told = sentences(&outcome);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("f.csv, lines 2, 3, 4, 5, 6 and 695 more: “soon”"), "{told:?}");
    assert_eq!((outcome.problems[0].count, outcome.more_problems), (700, 0));
    let rows: Vec<Row> = (0..700).map(|_| Row { month: "2024-2025", ..ROW }).collect();
    let told = sentences(&export(&comtrade(&rows)));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("f.csv: 700 rows are of years that do not begin in January"), "{told:?}");
}

#[test]
fn rows_that_were_left_out_are_listed_with_their_places() {
    let outcome = export(&comtrade(&[ROW, Row { partner: WORLD, ..ROW }, Row { flow: "M", ..ROW }]));
    assert_eq!(
        left_out_csv(&outcome.summary.left_out_rows),
        "file,line,reason,month,product,partner,quantity_kg,value\nf.csv,3,world,2025-04,761410,0,1000,100\nf.csv,4,other-flow,2025-04,761410,842,1000,100\n"
    );
    let world = &outcome.summary.left_out[&LeftOut::World];
    assert_eq!(world.first.iter().map(|place| place.line).collect::<Vec<_>>(), [3]);
    assert_eq!(ENGLISH.first_places(&world.first), "first: f.csv, line 3");
}

#[test]
fn what_was_said_of_rows_stays_with_the_dataset() {
    let outcome =
        export(&comtrade(&[Row { code: "30749", ..ROW }, Row { partner: WORLD, code: "30749", ..ROW }]));
    let remarks = import_remarks(&ENGLISH, &outcome);
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(remarks[0].contains("030749") && remarks[1].contains("1 row for the whole world"), "{remarks:?}");
    let mut records = outcome.records.unwrap();
    records.provenance.remarks = remarks;
    let reading = dataset::read_records(dataset::records_text(&records).as_bytes());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.read.unwrap(), records);
}

#[test]
fn one_product_gives_goods_their_name() {
    let text = comtrade(&[ROW]).replace("Goods 761410", "Palm oil");
    assert_eq!(records(&export(&text)).catalogue.commodity.en, "palm oil");
    let two = export(&comtrade(&[ROW, Row { code: "761490", ..ROW }]));
    assert_eq!(records(&two).catalogue.commodity, Name::default());
}

#[test]
fn a_partner_with_less_than_half_a_kilogram_is_one() {
    let text = "Date of data,Commodity code,Trading partner code,Quantity,Unit,US dollar\n202503,76141000,429,100000,Kilogram,300000\n202504,76141000,429,100000,Kilogram,300000\n202504,76141000,412,0,Kilogram,800\n202504,76141000,434,0,Kilogram,90\n";
    let outcome = export(text);
    let whole = records(&outcome).whole();
    let members = whole.each_member(period("2025-04"), Span::Month, Dimension::Destination).unwrap();
    assert_eq!(members.iter().filter(|sums| sums.is_traded()).count(), 3);
    let dataset = breakdown::Dataset::Recorded(breakdown::RecordSums::from(records(&outcome)));
    let month = breakdown::breakdown(&dataset, None, period("2025-04"), Span::Month);
    assert!(!month.ranking(Dimension::Destination).has_one_member());
    let presence: Vec<_> = month
        .ranking(Dimension::Destination)
        .entries
        .iter()
        .map(|entry| entry.recorded.as_ref().unwrap().presence)
        .collect();
    use breakdown::Presence::{Continuing, New};
    assert_eq!(presence, [Continuing, New, New]);
}

/// Rows with keys of their own: parents that are sums and parents that are more, the world and parts of it.
fn tables() -> impl Strategy<Value = Vec<(u8, u8, u8, u16)>> {
    prop::collection::btree_map((0..4u8, 0..4u8, 0..5u8), 1..60u16, 1..40)
        .prop_map(|rows| rows.into_iter().map(|((m, p, c), kg)| (m, p, c, kg)).collect())
}

fn text_of(rows: &[(u8, u8, u8, u16)]) -> String {
    let owned: Vec<[String; 2]> =
        rows.iter().map(|(month, .., kg)| [format!("20250{}", month + 1), kg.to_string()]).collect();
    let rows = rows.iter().zip(&owned).map(|((_, partner, code, kg), [month, kilograms])| Row {
        month,
        partner: [WORLD, GERMANY, FRANCE, ("97", "European Union")][usize::from(*partner)],
        code: ["7614", "761410", "761490", "30749", "030749"][usize::from(*code)],
        kilograms,
        dollars: u64::from(*kg),
        ..ROW
    });
    comtrade(&rows.collect::<Vec<_>>())
}

/// Everything that a dataset says but its sources.
fn facts(outcome: &Outcome) -> Option<(Vec<u64>, Vec<Period>, Vec<String>)> {
    let records = outcome.records.as_ref()?;
    let members = Dimension::ALL.iter().flat_map(|d| records.catalogue.members(*d)).map(|m| m.code.clone());
    Some((records.quantity().iter().collect(), records.months().to_vec(), members.collect()))
}

fn added(files: &[(&str, &str)]) -> Outcome {
    read(files, None, &[Given::new(About::SameKey, "add")]).finish(Catalogue::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in tables().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let [one, other] = [&rows, &shuffled].map(|rows| added(&[("f.csv", &text_of(rows))]));
        prop_assert_eq!(facts(&one), facts(&other));
    }

    #[test]
    fn a_table_in_two_files_is_the_same(rows in tables(), at in 0..40usize) {
        // A code and the same without its zero are one key, which two files would give other figures of.
        let rows: Vec<_> = rows.into_iter().filter(|(_, _, code, _)| *code != 3).collect();
        let (first, second) = rows.split_at(at.min(rows.len()));
        let [whole, first, second] = [&rows, first, second].map(text_of);
        let one = added(&[("f.csv", &whole)]);
        for files in [[("a.csv", &*first), ("b.csv", &*second)], [("b.csv", &*second), ("a.csv", &*first)]] {
            prop_assert_eq!(facts(&one), facts(&added(&files)));
        }
    }

    #[test]
    fn every_row_is_accounted_for(rows in tables()) {
        let outcome = added(&[("f.csv", &text_of(&rows))]);
        let summary = &outcome.summary;
        let left: u64 = summary.left_out.values().map(|sum| sum.rows).sum();
        prop_assert_eq!(summary.rows_read, summary.rows_used + summary.rows_faulty + summary.rows_twice + left);
        prop_assert_eq!(summary.left_out_rows.len() as u64, left + summary.rows_twice);
    }
}
