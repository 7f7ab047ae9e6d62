//! Files as people bring them: real shapes, and everything that can be wrong with them.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use dataset::{read_records, records_text};
use i18n::import_problem;
use import::{About, Choice, Given, Import, LeftOut, NotAnAnswer, Options, Outcome, Question};
use model::{Catalogue, Currency, Dimension, Flow, Name, Period, Span};
use proptest::prelude::*;
use records::Records;

const CHINESE: &str = "\"商品编码\",\"商品名称\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"贸易方式编码\",\"贸易方式名称\",\"注册地编码\",\"注册地名称\",\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"人民币\",";
const CHINESE_ROWS: [&str; 3] = [
    "\"76149000\",\"其他非绝缘的铝制绞股线\",\"110\",\"中国香港\",\"10\",\"一般贸易\",\"44\",\"广东省\",\"214847\",\"千克\",\"0\",\"?\",\"5,848,714\",",
    "\"76141000\",\"非绝缘的钢芯铝制绞股线\",\"429\",\"墨西哥\",\"10\",\"一般贸易\",\"32\",\"江苏省\",\"72000\",\"千克\",\"0\",\"?\",\"457,928\",",
    "\"76141000\",\"非绝缘的钢芯铝制绞股线\",\"142\",\"中国\",\"14\",\"来料加工贸易\",\"32\",\"江苏省\",\"1000\",\"千克\",\"0\",\"?\",\"9,000\",",
];
const ENGLISH: &str = "\"Date of data\",\"Trading partner code\",\"Trading partner\",\"Commodity code\",\"Commodity\",\"Quantity\",\"Unit\",\"Supplimentary Quantity\",\"Supplimentary Unit\",\"US dollar\",";
const COMTRADE: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";

fn english_row(month: &str, partner: &str, name: &str, kilograms: &str, dollars: &str) -> String {
    format!(
        "\"{month}\",\"{partner}\",\"{name}\",\"76141000\",\"Stranded wire\",\"{kilograms}\",\"Kilogram\",\"0\",\"?\",\"{dollars}\","
    )
}

fn english(rows: &[String]) -> String {
    format!("{ENGLISH}\n{}\n", rows.join("\n"))
}

fn comtrade_row(partner: &str, name: &str, customs: &str, weight: &str, value: &str) -> String {
    format!(
        "C,M,20250401,2025,4,202504,156,CHN,China,X,Export,{partner},XXX,{name},0,W00,World,H6,HS,True,761410,Stranded wire,6,True,{customs},TOTAL CPC,0,0,TOTAL MOT,8,kg,{weight},False,-1,N/A,0,False,{weight},False,0,False,,{value},{value},0,False,True"
    )
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn exports(month: Option<&str>) -> Options {
    Options { flow: Some(Flow::Export), period: month.map(period), ..Options::default() }
}

fn catalogue() -> Catalogue {
    let name = |en: &str| Name { en: en.to_owned(), zh: String::new() };
    Catalogue {
        id: "mine".to_owned(),
        title: name("Mine"),
        commodity: name("goods"),
        reporter: name("China"),
        ..Catalogue::default()
    }
}

fn import(files: &[(&str, &[u8])], options: Options) -> Outcome {
    let mut import = Import::new(options);
    for (name, bytes) in files {
        import.add(name, bytes.to_vec());
    }
    import.finish(catalogue())
}

fn text(name: &str, content: &str, options: Options) -> Outcome {
    import(&[(name, content.as_bytes())], options)
}

fn sentences(outcome: &Outcome) -> Vec<String> {
    outcome.problems.iter().map(|problem| import_problem(&i18n::ENGLISH, problem)).collect()
}

#[track_caller]
fn check_refused(content: &[u8], sentence: &str) {
    let outcome = import(&[("f.csv", content)], exports(Some("2025-04")));
    assert!(outcome.records.is_none(), "{:?}", outcome.summary);
    let told = sentences(&outcome);
    assert!(told.iter().any(|t| t.contains(sentence)), "{told:?}");
}

/// One row that cannot be used, with its line, beside one that can.
#[track_caller]
fn check_row(row: &str, sentence: &str) {
    let good = english_row("202504", "429", "Mexico", "72000", "457,928");
    let outcome = text("f.csv", &english(&[good, row.to_owned()]), exports(None));
    let told = sentences(&outcome);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("f.csv, line 3: ") && told[0].contains(sentence), "{told:?}");
    assert_eq!(outcome.records.unwrap().len(), 1);
    assert_eq!(
        (outcome.summary.rows_read, outcome.summary.rows_used, outcome.summary.rows_faulty),
        (2, 1, 1)
    );
}

fn which_flow() -> Question {
    let choices = ["export", "import"].map(Choice::of).to_vec();
    Question { choices, ..Question::new(About::Flow) }
}

/// Kilograms and values of all rows.
fn amounts(records: &Records) -> (Vec<u64>, Vec<u64>) {
    (records.quantity().iter().collect(), records.value().iter().collect())
}

#[test]
fn a_unit_by_another_name_counts_and_a_missing_one_is_told() {
    let kilograms = |head: &str, row: &str| {
        let outcome = text("f.csv", &format!("{head}\n{row}\n"), exports(Some("2025-04")));
        let told = sentences(&outcome);
        (amounts(&outcome.records.unwrap()).0, told)
    };
    for name in ["Quantity unit", "Unit of measure", "计量单位", "Units"] {
        let head = format!("Commodity code,Quantity,{name},US dollar");
        assert_eq!(kilograms(&head, "76141000,2628,Tonne,9000"), (vec![2_628_000], vec![]), "{name}");
    }
    let (quantities, told) = kilograms("Commodity code,Quantity,US dollar", "76141000,2628,9000");
    assert_eq!(quantities, [2628]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("No column names a unit") && told[0].contains("kilograms"), "{told:?}");
    // A name that is a unit is of a quantity.
    assert_eq!(kilograms("Commodity code,Tonnes", "76141000,5"), (vec![5000], vec![]));
    check_refused(b"Commodity code,Country\n76141000,Chile\n", "Names that are known: 第一数量, Quantity");
}

#[test]
fn a_chinese_file_in_gb18030_without_months() {
    let content = format!("{CHINESE}\n{}\n", CHINESE_ROWS.join("\n"));
    let (bytes, ..) = encoding_rs::GB18030.encode(&content);
    let mut reading = Import::new(Options::default());
    reading.add("出口 2025年4月.csv", bytes.to_vec());
    while !reading.advance(1).finished {}
    let file = "出口 2025年4月.csv";
    let month = Question {
        file: Some(file.to_owned()),
        guess: Some("2025-04".to_owned()),
        ..Question::new(About::Month)
    };
    assert_eq!(reading.questions(), [which_flow(), month]);
    reading.answer(Given::new(About::Flow, "export")).unwrap();
    reading.answer(Given::of_file(About::Month, file, "2025-04")).unwrap();
    let no_month = Given::of_file(About::Month, file, "April");
    assert_eq!(reading.answer(no_month.clone()), Err(NotAnAnswer(no_month)));
    assert_eq!(reading.questions(), []);

    let outcome = reading.finish(catalogue());
    assert_eq!(sentences(&outcome), [""; 0]);
    let records = outcome.records.unwrap();
    assert_eq!(records.currency, Some(Currency::Cny));
    // China itself is a partner of goods that came back, which customs counts.
    let total = records.whole().total(period("2025-04"), Span::Month).unwrap();
    assert_eq!((total.quantity, total.value), (287_847, 6_315_642));
    let provinces = records.catalogue.members(Dimension::RegistrationLocation);
    let names: Vec<(&str, &str)> =
        provinces.iter().map(|m| (m.name.en.as_str(), m.name.zh.as_str())).collect();
    assert_eq!(names, [("Jiangsu", "江苏省"), ("Guangdong", "广东省")]);
    assert!(outcome.summary.members.values().eq(&[2, 3, 2, 2]));
    assert_eq!(outcome.summary.values, [(Currency::Cny, 6_315_642)]);
}

#[test]
fn encodings_line_ends_and_marks_make_no_difference() {
    let plain = english(&[english_row("202504", "110", "Hong Kong£¬China", "72000", "457,928")]);
    let utf16 = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xFF, 0xFE].into_iter().chain(units).collect::<Vec<u8>>()
    };
    let variants = [
        plain.clone().into_bytes(),
        plain.replace('\n', "\r\n").into_bytes(),
        format!("\u{FEFF}{plain}").into_bytes(),
        plain.replace(",\n", "\n").into_bytes(),
        plain.replace('"', "").replace("457,928", "457928").into_bytes(),
        plain.replace("Supplimentary", "Supplementary").into_bytes(),
        utf16(&plain),
    ];
    for (i, bytes) in variants.iter().enumerate() {
        let outcome = import(&[("f.csv", bytes)], exports(None));
        assert_eq!(sentences(&outcome), [""; 0], "{i}");
        let records = outcome.records.unwrap();
        assert_eq!(records.catalogue.members(Dimension::Destination)[0].name.en, "Hong Kong", "{i}");
        assert_eq!(amounts(&records), (vec![72_000], vec![457_928]), "{i}");
    }
}

#[test]
fn fields_may_be_parted_by_semicolons_or_tabs() {
    let head = "Date of data,Trading partner code,\"Commodity; code, of all\",Commodity code,Quantity,Unit,US dollar";
    let row = "202504,429,\"a; b\",76141000,72000,Kilogram,457928";
    let amounts_of = |head: &str, row: &str| {
        let outcome = text("f.csv", &format!("\n{head}\n{row}\n"), exports(None));
        amounts(&outcome.records.unwrap())
    };
    let commas = amounts_of(head, row);
    assert_eq!(commas, (vec![72_000], vec![457_928]));
    for separator in [";", "\t"] {
        let parted = |line: &str| {
            let quoted = line.split('"').enumerate();
            let part = |(i, part): (usize, &str)| match i % 2 {
                0 => part.replace(',', separator),
                _ => format!("\"{part}\""),
            };
            quoted.map(part).collect::<String>()
        };
        assert_eq!(amounts_of(&parted(head), &parted(row)), commas, "{separator:?}");
    }
}

#[test]
fn a_comma_that_may_be_a_decimal_point_is_asked_about() {
    let of = |quantity: &str, mark: Option<&str>| {
        let head = "Date of data;Commodity code;Quantity;Unit;US dollar";
        let content = format!("{head}\n202504;76141000;{quantity};Kilogram;5,848,714\n");
        let mut reading = Import::new(exports(None));
        reading.add("f.csv", content.into_bytes());
        while !reading.advance(10).finished {}
        let asked = reading.questions();
        if let Some(mark) = mark {
            reading.answer(Given::new(About::DecimalMark, mark)).unwrap();
        }
        (asked, reading.finish(catalogue()))
    };
    let (asked, outcome) = of("72000", None);
    assert_eq!(asked, []);
    assert_eq!(amounts(&outcome.records.unwrap()), (vec![72_000], vec![5_848_714]));
    let (asked, outcome) = of("72,000", None);
    let [question] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!((question.about, question.of.as_deref()), (About::DecimalMark, Some("Quantity")));
    let choices: Vec<(&str, &[String])> =
        question.choices.iter().map(|choice| (choice.value.as_str(), choice.samples.as_slice())).collect();
    assert_eq!(
        choices,
        [
            ("dot", ["72,000 = 72000".to_owned()].as_slice()),
            ("comma", ["72,000 = 72.000".to_owned()].as_slice())
        ]
    );
    assert!(
        sentences(&outcome)[0].contains("It was not said whether a dot or a comma"),
        "{:?}",
        sentences(&outcome)
    );
    assert_eq!((outcome.records, outcome.summary.rows_faulty), (None, 1));
    assert_eq!(amounts(&of("72,000", Some("dot")).1.records.unwrap()).0, [72_000]);
    assert_eq!(amounts(&of("72,000", Some("comma")).1.records.unwrap()).0, [72]);
}

#[test]
fn the_flow_is_asked_and_both_answers_hold() {
    let content = english(&[english_row("202504", "429", "Mexico", "1", "1")]);
    for flow in [Flow::Export, Flow::Import] {
        let outcome =
            text("f.csv", &content, Options { flow: Some(flow), period: None, ..Options::default() });
        assert_eq!(outcome.records.unwrap().catalogue.flow, flow);
    }
}

#[test]
fn dollars_and_yuan_of_one_query_are_paired() {
    let dollars = english(&[english_row("202504", "429", "Mexico", "72000", "100")]);
    let yuan = dollars.replace("US dollar", "Renminbi Yuan").replace("\"100\"", "\"720\"");
    let both = import(&[("usd.csv", dollars.as_bytes()), ("cny.csv", yuan.as_bytes())], exports(None));
    assert_eq!(sentences(&both), [""; 0]);
    let records = both.records.unwrap();
    assert_eq!(records.len(), 1);
    let values: Vec<(Currency, Vec<u64>)> = records.values().map(|(c, v)| (c, v.iter().collect())).collect();
    assert_eq!(values, [(Currency::Usd, vec![100]), (Currency::Cny, vec![720])]);

    // Of another month they are no twins, and are never added.
    let later = yuan.replace("202504", "202505");
    let mixed = import(&[("usd.csv", dollars.as_bytes()), ("cny.csv", later.as_bytes())], exports(None));
    assert!(sentences(&mixed)[0].contains("another currency"), "{:?}", sentences(&mixed));
    assert_eq!(mixed.records.unwrap().len(), 1);
}

#[test]
fn overlaps_count_once_and_corrections_are_told() {
    let april = english_row("202504", "429", "Mexico", "72000", "100");
    let may = english_row("202505", "429", "Mexico", "80000", "110");
    let revised = english_row("202505", "429", "Mexico", "80001", "110");
    let one = english(&[april.clone(), may.clone()]);
    let two = english(&[may, english_row("202506", "429", "Mexico", "5", "6")]);
    let outcome = import(&[("a.csv", one.as_bytes()), ("b.csv", two.as_bytes())], exports(None));
    assert_eq!(sentences(&outcome), ["b.csv: 1 row stands in a.csv, too. It counts once."]);
    assert_eq!(outcome.summary.quantity, 152_005);

    // A file that comes later corrects one that came before.
    let three = english(&[revised]);
    let outcome = import(&[("a.csv", one.as_bytes()), ("c.csv", three.as_bytes())], exports(None));
    assert!(
        sentences(&outcome)[0].starts_with("c.csv: This file has other figures than a.csv for May 2025"),
        "{:?}",
        sentences(&outcome)
    );
    assert_eq!(outcome.summary.quantity, 152_001);

    let twice = english(&[april.clone(), april]);
    let outcome = text("d.csv", &twice, exports(None));
    assert_eq!(
        sentences(&outcome),
        ["d.csv, line 3: The same row stands on line 2 already. Only that one counts."]
    );
}

#[test]
fn files_that_tell_other_things_apart_are_not_mixed() {
    let one = english(&[english_row("202504", "429", "Mexico", "72000", "100")]);
    let two = "Date of data,Commodity code,Quantity,Unit,US dollar,\n202504,76141000,72000,Kilogram,100,\n";
    let outcome = import(&[("a.csv", one.as_bytes()), ("b.csv", two.as_bytes())], exports(None));
    assert!(
        sentences(&outcome)[0].starts_with("b.csv: The first file tells rows apart by product and partner")
    );
    assert_eq!(outcome.summary.quantity, 72_000);
}

#[test]
fn comtrade_keeps_the_world_and_parts_out_of_sums() {
    let rows = [
        comtrade_row("0", "World", "C00", "3000.0", "9000.0"),
        comtrade_row("484", "Mexico", "C00", "1000.4", "3000.5"),
        comtrade_row("620", "Portugal", "C00", "1999.6", "6000.1"),
        comtrade_row("484", "Mexico", "C01", "500", "1500"),
        comtrade_row("36", "Australia", "C00", "", "42"),
    ];
    let content = format!("{COMTRADE}\n{}\n", rows.join("\n"));
    let outcome = text("TradeData.csv", &content, Options::default());
    assert_eq!(sentences(&outcome), [""; 0]);
    assert_eq!((outcome.summary.rows_used, outcome.summary.quantity), (2, 3_000));
    let left = |why| outcome.summary.left_out[&why].rows;
    assert_eq!((left(LeftOut::World), left(LeftOut::Part), left(LeftOut::NoWeight)), (1, 1, 1));
    assert_eq!(outcome.records.unwrap().catalogue.flow, Flow::Export);

    let short = content.replace("3000.0,", "4000.0,");
    assert!(sentences(&text("f.csv", &short, Options::default()))[0].contains("say 4,000 kg"));
}

#[test]
fn comtrade_lines_with_a_surplus_field_are_read_in_place() {
    let straight = comtrade_row("484", "Mexico", "C00", "1000", "3000");
    // The surplus field stands after the classification, as where a description holds a bare comma.
    let shifted = straight.replace(",H6,HS,", ",H6,extra,HS,");
    let content = format!("{COMTRADE}\n{shifted}\n");
    let outcome = text("f.csv", &content, Options::default());
    assert_eq!(sentences(&outcome), [""; 0]);
    let records = outcome.records.unwrap();
    assert_eq!(amounts(&records), (vec![1000], vec![3000]));
    assert_eq!(records.catalogue.members(Dimension::Destination)[0].code, "MEX");
}

#[test]
fn partners_of_two_lists_are_one() {
    let customs = english(&[
        english_row("202504", "429", "Mexico", "72000", "457,928"),
        english_row("202504", "410", "Brazil", "1000", "100"),
        english_row("202504", "800", "Atlantis", "1", "1"),
    ])
    .replace("76141000", "761410");
    let comtrade = format!(
        "{COMTRADE}\n{}\n{}\n",
        comtrade_row("484", "Mexico", "C00", "1000", "3000").replace("202504", "202505"),
        comtrade_row("410", "Rep. of Korea", "C00", "2000", "4000").replace("202504", "202505"),
    );
    let files: [(&str, &[u8]); 2] =
        [("customs.csv", customs.as_bytes()), ("comtrade.csv", comtrade.as_bytes())];
    let records = import(&files, exports(None)).records.unwrap();
    let told: Vec<(&str, String, &str, &str)> = records
        .catalogue
        .members(Dimension::Destination)
        .iter()
        .map(|m| (m.code.as_str(), m.also.join(" "), m.name.en.as_str(), m.name.zh.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("800", String::new(), "Atlantis", ""),
            ("BRA", "410".to_owned(), "Brazil", "巴西"),
            ("KOR", "410".to_owned(), "South Korea", "韩国"),
            ("MEX", "429 484".to_owned(), "Mexico", "墨西哥"),
        ]
    );
}

#[test]
fn comtrade_as_json_and_as_it_was() {
    let json = r#"{"elapsedMs":1,"count":1,"data":[{"period":"202504","flowCode":"X","partnerCode":484,"partnerDesc":"Mexico","partner2Code":0,"cmdCode":"761410","cmdDesc":"Wire","customsCode":"C00","motCode":0,"netWgt":1000.0,"primaryValue":3000.0}],"error":""}"#;
    let legacy = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag\nHS,2025,202504,April 2025,6,1,2,Export,156,China,CHN,484,Mexico,MEX,761410,Wire,8,Weight in kilograms,1000,1000,3000,0\n";
    for content in [json, legacy] {
        let outcome = text("f", content, Options::default());
        assert_eq!(sentences(&outcome), [""; 0]);
        let records = outcome.records.unwrap();
        assert_eq!(amounts(&records), (vec![1000], vec![3000]));
        assert_eq!(records.months(), [period("2025-04")]);
    }
    // The longer of the two old forms has the columns that tell parts of rows apart.
    let web = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\nHS,2025,202504,April 2025,6,1,2,Export,156,China,CHN,484,Mexico,MEX,,,,,,,,761410,Wire,8,Weight in kilograms,1000,,,,1000,,3000,,3000,0\nHS,2025,202504,April 2025,6,1,4,Re-Import,156,China,CHN,484,Mexico,MEX,,,,,,,,761410,Wire,8,Weight in kilograms,9,,,,9,,9,,9,0\n";
    let outcome = text("f", web, Options { flow: Some(Flow::Export), period: None, ..Options::default() });
    assert_eq!((sentences(&outcome).len(), outcome.summary.quantity), (0, 1000));
    assert_eq!(outcome.summary.left_out[&LeftOut::OtherFlow].rows, 1);

    let both = json.replace("]", r#",{"period":"202504","flowCode":"M","partnerCode":620,"cmdCode":"761410","customsCode":"C00","motCode":0,"netWgt":7,"primaryValue":8}]"#);
    let mut reading = Import::new(Options::default());
    reading.add("f.json", both.into_bytes());
    while !reading.advance(10).finished {}
    assert_eq!(reading.questions(), [which_flow()]);
    reading.answer(Given::new(About::Flow, "import")).unwrap();
    assert_eq!(reading.finish(catalogue()).summary.quantity, 7);
    let year = legacy.replace("202504", "2025");
    let outcome = text("f", &year, Options::default());
    assert_eq!(outcome.records.unwrap().months(), ["2025".parse().unwrap()]);
}

#[test]
fn what_is_no_table_is_named() {
    check_refused(b"\x89PNG\r\n\x1a\n....", "This is a picture");
    check_refused(b"PK\x03\x04....", "damaged or cut");
    check_refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "workbook is damaged or cut");
    check_refused(b"<!doctype html><title>502</title>", "web page");
    check_refused(&vec![b'1'; 200_000_001], "larger than 200 MB");
    check_refused(b"", "The file is empty");
    check_refused(b"\xEF\xBB\xBF \n", "The file is empty");
    check_refused(b"\x00\x01\x02\x03", "no text");
    check_refused(b"name,amount\nx,1\n", "reads “name, amount”");
    check_refused(b"{\"a\": 1}", "no list of rows");
    check_refused(b"{\"a\": ", "cannot be read");
    check_refused(b"Date of data,Commodity code,Unit\n", "no column for the quantity");
    check_refused(
        b"Commodity code,Quantity,Unit,US dollar,Quantity\n1,2,3,4,5\n",
        "“Quantity” stands there twice",
    );
}

#[test]
fn a_header_alone_is_a_month_without_trade() {
    let outcome = text("f.csv", &format!("{CHINESE}\n"), exports(Some("2025-04")));
    assert!(sentences(&outcome)[0].contains("customs has no trade for this query"));
    let records = outcome.records.unwrap();
    assert_eq!(records.whole().total(period("2025-04"), Span::Month).unwrap().quantity, 0);
    // Without a month it says nothing.
    assert!(text("f.csv", &format!("{ENGLISH}\n"), exports(None)).records.is_none());
}

#[test]
fn rows_that_cannot_be_used_have_their_line() {
    let row = |month, kilograms, dollars| english_row(month, "311", "Portugal", kilograms, dollars);
    check_row(&row("202513", "5", "5"), "“202513” is not a month");
    check_row(&row("202504", "5.123", "5"), "“5.123” in the column “Quantity” is not a number");
    check_row(&row("202504", "-5", "5"), "“-5”");
    check_row(&row("202504", "5", "1.234,5"), "“1.234,5” in the column “US dollar”");
    check_row(&row("202504", "(5)", "5"), "“(5)”");
    let nobody = row("202504", "5", "5").replace("311", "").replace("Portugal", "");
    check_row(&nobody, "“Trading partner code” has no code");
    check_row(&row("202504", "5", "5").replace("Kilogram", "Unit"), "counted in “Unit”");
    check_row("\"202504\",\"311\"", "has 2 fields, the header has 11");
    let full_width = text("f.csv", &english(&[row("202504", "１２３", "4")]), exports(None));
    assert_eq!(full_width.summary.quantity, 123);
}

#[test]
fn a_quote_that_never_closes_costs_its_line_only() {
    let row = |code, name, kilograms| english_row("202504", code, name, kilograms, "457,928");
    let good = row("429", "Mexico", "72000");
    let content = format!("{}\"202504,311\n{}\n", english(&[good]), row("412", "Chile", "8000"));
    let outcome = text("f.csv", &content, exports(None));
    assert!(
        sentences(&outcome)[0].starts_with("f.csv, line 3: A quote is opened here"),
        "{:?}",
        sentences(&outcome)
    );
    assert_eq!(outcome.summary.quantity, 80_000);
}

#[test]
fn exactly_ten_thousand_rows_are_probably_cut() {
    let row = |i: usize| english_row("202504", &format!("{i}"), "Somewhere", "1", "1");
    let of = |count: usize| english(&(1000..1000 + count).map(row).collect::<Vec<_>>());
    assert!(sentences(&text("f.csv", &of(10_000), exports(None)))[0].contains("probably cut"));
    assert_eq!(sentences(&text("f.csv", &of(9_999), exports(None))), [""; 0]);
}

#[test]
fn slices_give_the_same_as_one_go() {
    let rows: Vec<String> = (0..20_000u64)
        .map(|i| {
            english_row(
                ["202503", "202504"][(i % 2) as usize],
                &format!("{}", i / 2 + 1000),
                "Somewhere",
                &i.to_string(),
                "2",
            )
        })
        .collect();
    let content = english(&rows);
    let mut reading = Import::new(exports(None));
    reading.add("f.csv", content.clone().into_bytes());
    let mut before = 0;
    loop {
        let progress = reading.advance(777);
        assert!(progress.rows >= before && progress.done <= progress.of);
        before = progress.rows;
        if progress.finished {
            break;
        }
    }
    let sliced = reading.finish(catalogue());
    assert_eq!(sliced.summary.quantity, (0..20_000u64).sum::<u64>());
    assert_eq!(sliced.records, text("f.csv", &content, exports(None)).records);
}

#[test]
fn what_is_imported_is_written_and_read_as_the_same() {
    let content = format!("{CHINESE}\n{}\n", CHINESE_ROWS.join("\n"));
    let records = text("f.csv", &content, exports(Some("2025-04"))).records.unwrap();
    let reading = read_records(records_text(&records).as_bytes());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.read.unwrap(), records);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        import(&[("f", &bytes)], exports(Some("2025-04")));
    }

    #[test]
    fn no_mutation_panics_and_every_row_is_accounted_for(
        at in 0..2000usize, byte in any::<u8>(), which in 0..3usize, cut in any::<bool>(),
    ) {
        let comtrade = format!("{COMTRADE}\n{}\n", comtrade_row("484", "Mexico", "C00", "1000", "3000"));
        let chinese = format!("{CHINESE}\n{}\n", CHINESE_ROWS.join("\n"));
        let content = [english(&[english_row("202504", "429", "Mexico", "7", "9")]), chinese, comtrade][which].clone();
        let mut bytes = content.into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let outcome = import(&[("f", &bytes)], exports(Some("2025-04")));
        let summary = &outcome.summary;
        let left: u64 = summary.left_out.values().map(|s| s.rows).sum();
        prop_assert_eq!(summary.rows_read, summary.rows_used + summary.rows_faulty + summary.rows_twice + left);
        prop_assert!(outcome.records.is_some() || left > 0 || !outcome.problems.is_empty());
    }
}

#[test]
fn what_bytes_leave_open_is_asked_before_anything_is_read() {
    let content = english(&[english_row("202504", "429", "Mexico", "72", "457")]).replace("Kilogram", "吨");
    let (bytes, ..) = encoding_rs::GB18030.encode(&content);
    let mut reading = Import::new(exports(None));
    reading.add("f.csv", bytes.to_vec());
    assert!(reading.advance(10).finished);
    let questions = reading.questions();
    let [question] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!((question.about, question.guess.as_deref()), (About::Encoding, Some("gb18030")));
    assert_eq!(question.choices[0].samples, ["吨"]);
    reading.answer(Given::of_file(About::Encoding, "f.csv", "gb18030")).unwrap();
    while !reading.advance(10).finished {}
    assert_eq!(reading.questions(), []);
    assert_eq!(reading.finish(catalogue()).summary.quantity, 72_000);

    // An answer may come first, and without one nothing is guessed.
    let mut answered = Import::new(exports(None));
    answered.answer(Given::new(About::Encoding, "gb18030")).unwrap();
    answered.add("f.csv", bytes.to_vec());
    assert_eq!(answered.finish(catalogue()).summary.quantity, 72_000);
    let mut unanswered = Import::new(exports(None));
    unanswered.add("f.csv", bytes.to_vec());
    let outcome = unanswered.finish(catalogue());
    assert!(outcome.records.is_none());
    assert!(sentences(&outcome)[0].contains("how the text is written"), "{:?}", sentences(&outcome));
}

#[test]
fn of_several_tables_one_is_chosen() {
    let table = |kilograms: u32| {
        format!(
            "<table><tr><td>Date of data</td><td>Commodity code</td><td>Quantity</td><td>Unit</td></tr><tr><td>202504</td><td>76141000</td><td>{kilograms}</td><td>Kilogram</td></tr></table>"
        )
    };
    let mut reading = Import::new(exports(None));
    reading.add("f.html", (table(1) + &table(20)).into_bytes());
    let questions = reading.questions();
    let [question] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!((question.about, question.choices.len()), (About::Sheet, 3));
    let second = question.choices[1].value.clone();
    reading.answer(Given::new(About::Sheet, "no such")).unwrap();
    assert_eq!(reading.questions(), questions);
    reading.answer(Given::new(About::Sheet, &second)).unwrap();
    assert_eq!(reading.finish(catalogue()).summary.quantity, 20);
}
