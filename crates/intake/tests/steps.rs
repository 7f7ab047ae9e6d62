//! From files to a dataset, as a page takes a reader through it: what is asked, chosen and told.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use import::decode_natively;
use intake::{Brought, KeptColumns, Reply, Session};
use messages::{Columns, Field, FieldKind, Part, Table};
use model::Language;

/// A list that names no column as others do.
const LIST: &str = "Wann;Wohin;Ware;Wieviel;Erlös;Bemerkung\n2025-03;Chile;73241000;1,5;6;a\n2025-03;Peru;73241000;0,25;1;\n2025-05;Chile;73241000;2,5;10;b\n";

fn begin(files: &[(&str, &str)], kept: &str, columns: &Columns) -> Session {
    let brought = |(name, text): &(&str, &str)| Brought {
        name: (*name).to_owned(),
        bytes: Some(text.as_bytes().to_vec().into()),
    };
    let files = files.iter().map(brought).collect();
    Session::begin(decode_natively, files, KeptColumns::read(kept), columns)
}

fn next(session: &mut Session) -> Reply {
    while !session.advance(2).finished {}
    session.step(Language::English).unwrap()
}

fn parts(reply: &Reply) -> &[Part] {
    &reply.step.said_in(Language::English).unwrap().parts
}

fn fields(reply: &Reply) -> Vec<&Field> {
    let parts = parts(reply).iter();
    parts.filter_map(|part| if let Part::Field(field) = part { Some(field) } else { None }).collect()
}

fn tables(reply: &Reply) -> Vec<&Table> {
    let parts = parts(reply).iter();
    parts.filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None }).collect()
}

fn items(reply: &Reply) -> Vec<&str> {
    let parts = parts(reply).iter();
    let lists = parts.filter_map(|part| if let Part::List { items, .. } = part { Some(items) } else { None });
    lists.flatten().map(String::as_str).collect()
}

fn fact<'a>(reply: &'a Reply, name: &str) -> &'a str {
    let facts =
        parts(reply).iter().find_map(|part| if let Part::Facts(facts) = part { Some(facts) } else { None });
    facts.unwrap().iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str()).unwrap()
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

/// Says what the list's columns are that no guess can know.
fn choose_columns(session: &mut Session) -> Reply {
    let mut reply = None;
    for (list, value) in [("3/1", "t"), ("4/0", "value"), ("4/1", "EUR"), ("4/2", "1000")] {
        reply = session.choose(list, value);
    }
    reply.unwrap()
}

/// Answers with exports of Chile.
fn finish(session: &mut Session) -> Reply {
    let asked = next(session);
    let labels: Vec<&str> = fields(&asked).iter().map(|field| field.label.as_str()).collect();
    assert!(labels[0].starts_with("Are these exports or imports?"), "{labels:?}");
    session.answer(vec!["export".to_owned()]);
    let asked = next(session);
    let [reporter, title] = fields(&asked)[..] else { panic!("{asked:?}") };
    assert_eq!((reporter.kind, reporter.is_required, title.value.as_str()), (FieldKind::Text, false, "list"));
    session.answer(vec!["Chile".to_owned(), "Sinks".to_owned()]);
    next(session)
}

#[test]
fn a_list_that_nobody_knows_is_mapped_kept_used_again_and_forgotten() {
    let mut session = begin(&[("list.csv", LIST)], "", &Columns::Sure);
    let asked = next(&mut session);
    let columns = tables(&asked)[0];
    let chosen = |table: &Table| -> Vec<String> {
        table.heads.iter().map(|head| head.lists[0].value.clone()).collect()
    };
    assert_eq!(chosen(columns), ["time", "partner_name", "product_code", "quantity", "other", "other"]);
    assert_eq!(cells(columns)[0], ["2025-03", "Chile", "73241000", "1,5", "6", "a"]);
    assert_eq!(items(&asked), ["What is counted in “Wieviel”?"]);
    // What its first rows become is shown at once, and what must still be said of them.
    assert_eq!(cells(tables(&asked)[1])[0], ["2", "March 2025", "73241000", "Chile", "1,5 (unit?)", "–"]);
    let valued = session.choose("4/0", "value").unwrap();
    let first = ["2", "March 2025", "73241000", "Chile", "1,5 (unit?)", "6 (currency?)"];
    assert_eq!(cells(tables(&valued)[1])[0], first);
    assert_eq!(
        items(&valued),
        ["In which currency are the values of “Erlös”?", "What is counted in “Wieviel”?"]
    );

    let mapped = choose_columns(&mut session);
    let becomes = tables(&mapped)[1];
    assert_eq!(cells(becomes)[0], ["2", "March 2025", "73241000", "Chile", "1,500 kg", "6,000 EUR"]);
    assert_eq!(items(&mapped), [""; 0]);
    assert!(mapped.files[0].contains("\"times\": 1000"), "{}", mapped.files[0]);
    // One column of a kind: the one before is not used any more. What is no choice changes nothing.
    let other = session.choose("5/0", "partner_name").unwrap();
    assert_eq!(chosen(tables(&other)[0])[1], "other");
    for (list, value) in [("9/0", "time"), ("x", "time"), ("0/0", "colour"), ("0/7", "t")] {
        assert_eq!(chosen(tables(&session.choose(list, value).unwrap())[0]), chosen(tables(&other)[0]));
    }
    session.choose("1/0", "partner_name").unwrap();
    session.choose("5/0", "ignored").unwrap();
    session.answer(Vec::new());
    let kept = session.changed_columns().unwrap();
    assert_eq!(session.changed_columns(), None);
    let end = finish(&mut session);
    assert_eq!((fact(&end, "Trade"), fact(&end, "Total quantity")), ("Exports of Chile", "4,250 kg"));
    assert_eq!(end.step.end.as_ref().unwrap().title, "Sinks");
    assert_eq!(end.records.as_ref().unwrap().quantity().iter().count(), 3);
    // The month in the middle is nobody's, and is neither zero nor whole.
    let months = tables(&end).last().copied().unwrap();
    assert_eq!(cells(months)[0][..6], ["2025", "–", "–", "■", "–", "■"]);
    assert_eq!(months.rows[0][3].told.as_deref(), Some("whole: 2 rows, 1,750 kg"));
    assert!(session.step(Language::English).is_none());

    // Next time nobody is asked, and the end says why and how to be asked.
    let mut again = begin(&[("list.csv", LIST)], &kept, &Columns::Sure);
    let end = finish(&mut again);
    assert_eq!((fact(&end, "Total quantity"), again.changed_columns()), ("4,250 kg", None));
    let forget = parts(&end).iter().find_map(|part| match part {
        Part::Again { columns: columns @ Columns::Forget(_), .. } => Some(columns.clone()),
        _ => None,
    });
    let forget = forget.expect("a way to forget the columns");
    assert!(parts(&end).contains(&Part::Note("Read by the columns that you chose before.".to_owned())));
    let mut asked_anew = begin(&[("list.csv", LIST)], &kept, &forget);
    assert_eq!(items(&next(&mut asked_anew)), ["What is counted in “Wieviel”?"]);
    assert_eq!(asked_anew.changed_columns().as_deref(), Some("[]"));
    // Columns that are sure are shown, too, when they are to be checked.
    let mut checked = begin(&[("list.csv", LIST)], &kept, &Columns::Check(Vec::new()));
    assert_eq!(tables(&next(&mut checked)).len(), 2);
    // What was kept and cannot be read counts for nothing.
    let asked = next(&mut begin(&[("list.csv", LIST)], "{", &Columns::Sure));
    assert_eq!(items(&asked), ["What is counted in “Wieviel”?"]);
}

#[test]
fn files_with_the_same_columns_are_asked_once() {
    let mut session = begin(&[("list.csv", LIST), ("b.csv", LIST)], "", &Columns::Sure);
    next(&mut session);
    choose_columns(&mut session);
    session.answer(Vec::new());
    let end = finish(&mut session);
    // The second file has the same rows.
    assert_eq!(fact(&end, "Rows"), "6 read, 3 used, 3 that others repeat");
}

#[test]
fn a_file_of_columns_is_used_and_one_that_is_none_is_told() {
    let mut session = begin(&[("list.csv", LIST)], "", &Columns::Sure);
    next(&mut session);
    let saved = choose_columns(&mut session).files.remove(0);
    for order in [
        [("columns.json", saved.as_str()), ("list.csv", LIST)],
        [("list.csv", LIST), ("columns.json", &saved)],
    ] {
        let mut mapped = begin(&order, "", &Columns::Sure);
        let end = finish(&mut mapped);
        assert_eq!(fact(&end, "Total quantity"), "4,250 kg");
        let forgets = |part: &Part| matches!(part, Part::Again { columns: Columns::Forget(_), .. });
        assert!(!parts(&end).iter().any(forgets), "it was brought, and is not kept");
    }
    let alone = next(&mut begin(&[("columns.json", &saved)], "", &Columns::Sure));
    assert!(items(&alone)[0].contains("Bring it together with the file"), "{:?}", items(&alone));
    let faulty = saved.replace("\"EUR\"", "\"XXX\"");
    let told = next(&mut begin(&[("columns.json", &faulty)], "", &Columns::Sure));
    assert!(items(&told)[0].contains("XXX") && told.records.is_none(), "{:?}", items(&told));
}

#[test]
fn what_is_asked_has_its_form_and_what_is_no_answer_is_asked_again() {
    let head = "Date of data,Commodity code,Trading partner code,Quantity,Unit\n";
    let rows = "202504,73241000,412,3,袋\n202504,73241000,429,9,kg\n";
    let mut session = begin(&[("2025-04.csv", &format!("{head}{rows}"))], "", &Columns::Sure);
    let asked = next(&mut session);
    let [flow, unit, title] = fields(&asked)[..] else { panic!("{asked:?}") };
    assert_eq!((flow.kind, flow.is_required, flow.value.as_str()), (FieldKind::Few, true, ""));
    assert_eq!(unit.label, "2025-04.csv: What is counted in “袋”?");
    assert_eq!(unit.choices[4].label, "No weight: leave these rows out");
    assert_eq!(title.value, "2025-04");
    session.answer(vec!["neither".to_owned(), "t".to_owned(), " ".to_owned()]);
    let asked = next(&mut session);
    assert_eq!(fields(&asked).len(), 2);
    session.answer(vec!["import".to_owned()]);
    let end = next(&mut session);
    assert_eq!((fact(&end, "Total quantity"), fact(&end, "Trade")), ("3,009 kg", "Imports of China"));

    // A month is guessed from the file's name, and said to be a guess.
    let no_month = "Commodity code,Trading partner code,Quantity,Unit\n73241000,412,3,kg\n";
    let asked = next(&mut begin(&[("2025-04.csv", no_month)], "", &Columns::Sure));
    let month = fields(&asked)[1];
    assert_eq!((month.kind, month.value.as_str()), (FieldKind::Month, "2025-04"));
    assert!(month.note.contains("guess"));
}

#[test]
fn what_is_left_out_is_told_by_reason_and_given_as_a_file() {
    let head =
        "period,reporterCode,reporterDesc,flowCode,partnerCode,partnerDesc,cmdCode,netWgt,primaryValue\n";
    let rows = "202504,152,Chile,X,604,Peru,732410,7,70\n202504,152,Chile,X,0,World,732410,7,70\n202504,152,Chile,X,32,Argentina,732410,x,70\n";
    let end = next(&mut begin(&[("f.csv", &format!("{head}{rows}"))], "", &Columns::Sure));
    let left = tables(&end)[0];
    assert_eq!(
        cells(left)[0],
        ["for the whole world: sums of others", "1", "7 kg", "70", "first: f.csv, line 3"]
    );
    assert_eq!(cells(left)[1][..2], ["that could not be read: see the remarks", "1"]);
    assert!(end.files[0].contains("f.csv,3,world,2025-04,732410,0,7,70\n"), "{}", end.files[0]);
    // The dataset comes first among what comes along.
    assert!(parts(&end).iter().any(|part| matches!(part, Part::Download { attachment: 1, .. })));
    // Nothing that could be used has its reason.
    let picture = next(&mut begin(&[("f.csv", "\u{1}\u{2}\0\0")], "", &Columns::Sure));
    assert!(picture.records.is_none() && !items(&picture).is_empty());
    let large = vec![Brought { name: "f.csv".to_owned(), bytes: None }];
    let mut large = Session::begin(decode_natively, large, KeptColumns::default(), &Columns::Sure);
    assert!(items(&next(&mut large))[0].contains("Download it in parts"));
}

#[test]
fn years_have_a_mark_each_and_what_is_not_weighed_has_no_weight() {
    let annual = include_str!("../../../tests/fixtures/files/comtrade-annual.csv");
    let end = next(&mut begin(&[("annual.csv", annual)], "", &Columns::Sure));
    let grid = tables(&end).pop().unwrap();
    assert_eq!(cells(grid), [["2022", "■"], ["2023", "■"], ["2024", "■"]]);
    let heads: Vec<&str> = grid.heads.iter().map(|head| head.name.as_str()).collect();
    assert_eq!(heads, ["Year", "Periods covered"]);

    let head = "period,reporterCode,reporterDesc,flowCode,partnerCode,partnerDesc,cmdCode,primaryValue\n";
    let rows = "202504,152,Chile,X,604,Peru,732410,70\n202506,152,Chile,X,604,Peru,732410,30\n";
    let end = next(&mut begin(&[("values.csv", &format!("{head}{rows}"))], "", &Columns::Sure));
    let told: Vec<&str> =
        tables(&end).pop().unwrap().rows[0].iter().filter_map(|cell| cell.told.as_deref()).collect();
    assert_eq!(told[3..6], ["whole: 1 row", "not covered", "whole: 1 row"]);
}

/// What the first rows of a file become, once a column of it is chosen.
fn becomes(text: &str, (list, value): (&str, &str)) -> (Vec<Vec<String>>, Vec<String>) {
    let mut session = begin(&[("list.csv", text)], "", &Columns::Check(Vec::new()));
    next(&mut session);
    let reply = session.choose(list, value).unwrap();
    let rows = cells(tables(&reply)[1]).into_iter();
    let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect()).collect();
    (rows, items(&reply).into_iter().map(str::to_owned).collect())
}

#[test]
fn what_is_open_of_a_row_stands_there_as_in_the_file_and_the_rest_is_read() {
    // A unit that nobody knows beside one that is known, and a date and a number that can be read in two ways.
    let list =
        "Month;Country;Qty;Unit;Value (EUR)\n04/05/2025;Chile;1,234;crates;7\n30/04/2025;Peru;5,5;t;1,250\n";
    let (rows, items) = becomes(list, ("3/0", "unit"));
    assert_eq!(rows[0], ["2", "May 2025", "–", "Chile", "1,234 (unit?)", "7 EUR"]);
    assert_eq!(rows[1], ["3", "April 2025", "–", "Peru", "5,500 kg", "1,250 (decimal mark?)"]);
    assert_eq!(rows.len(), 2);
    assert_eq!(items.len(), 2, "{items:?}");

    let list = "Month;Country;Weight (kg)\n04/05/2025;Chile;7\n06/07/2025;Peru;8\n";
    let (rows, items) = becomes(list, ("2/1", "kg"));
    assert_eq!(rows[0], ["2", "04/05/2025 (day or month first?)", "–", "Chile", "7 kg", "–"]);
    assert_eq!(items.len(), 1, "{items:?}");

    // Two columns of values whose currencies nobody knows are two values.
    let list = "Month;Country;Weight (kg);Worth;Price paid\n2025-04;Chile;7;10;20\n";
    let mut session = begin(&[("list.csv", list)], "", &Columns::Check(Vec::new()));
    next(&mut session);
    session.choose("3/0", "value");
    let reply = session.choose("4/0", "value").unwrap();
    let becomes = cells(tables(&reply)[1])[0].last().copied();
    assert_eq!(becomes, Some("10 (currency?), 20 (currency?)"));

    // Of a line with columns of several months each row has the cell of its own.
    let list = "Country;Jan-25;Feb-25\nChile;7;8\n";
    let mut session = begin(&[("list.csv", list)], "", &Columns::Check(Vec::new()));
    next(&mut session);
    session.choose("1/0", "quantity");
    let reply = session.choose("2/0", "quantity").unwrap();
    let rows = cells(tables(&reply)[1]);
    assert_eq!((rows[0][1], rows[0][4]), ("January 2025", "7 (unit?)"));
    assert_eq!((rows[1][1], rows[1][4]), ("February 2025", "8 (unit?)"));
}

#[test]
fn every_step_is_said_in_every_language() {
    let headings = |reply: &Reply, language| -> Vec<String> {
        let parts = reply.step.said_in(language).unwrap().parts.iter();
        let said = parts.filter_map(|part| match part {
            Part::Heading(text) | Part::Note(text) => Some(text.clone()),
            Part::Field(field) => Some(field.label.clone()),
            _ => None,
        });
        said.collect()
    };
    let is_chinese = |text: &String| Language::of_text(text) == Language::Chinese;
    let mut session = begin(&[("list.csv", LIST)], "", &Columns::Sure);
    let mut steps = vec![next(&mut session), choose_columns(&mut session)];
    session.answer(Vec::new());
    steps.push(finish(&mut session));
    for step in &steps {
        let [english, chinese] = [Language::English, Language::Chinese].map(|of| headings(step, of));
        assert!(!english.is_empty() && !english.iter().any(is_chinese), "{english:?}");
        assert_eq!(chinese.len(), english.len());
        assert!(chinese.iter().filter(|text| !text.starts_with('■')).all(is_chinese), "{chinese:?}");
    }
    // What a step gives goes with it in whichever language.
    assert_eq!(steps[1].files.len(), 1);
}

#[test]
fn a_dataset_says_what_it_is_made_of_in_the_language_of_its_reader() {
    const ROWS: &str = "month,product,destination,quantity_kg\n2025-03,73241000,CHL,7\n";
    let sources = |language: Language| {
        let mut session = begin(&[("a.csv", ROWS)], "", &Columns::Sure);
        for answers in [vec!["export"], vec!["Peru", "Mine"]] {
            while !session.advance(2).finished {}
            assert!(session.step(language).unwrap().records.is_none());
            session.answer(answers.into_iter().map(str::to_owned).collect());
        }
        while !session.advance(2).finished {}
        session.step(language).unwrap().records.unwrap().provenance.sources
    };
    assert_eq!(sources(Language::English), ["a.csv: rows of this site’s own format, 1 row."]);
    assert_eq!(sources(Language::Chinese), ["a.csv：本站格式的数据行，1行。"]);
}
