//! Data that are not monthly: years and quarters from the file to the page. Worked answers, by hand, of
//! `fixtures/files/comtrade-annual.csv`: China's exports of HS 761410.
//!
//! | | 2022 | 2023 | 2024 |
//! |---|--:|--:|--:|
//! | Mexico, t | 4,000 | 5,000 | 6,750 |
//! | Portugal, t | 1,000 | 3,000 | 1,500 |
//! | Ghana, t | | | 500 |
//! | all, t | 5,000 | 8,000 | 8,750 |
//! | all, million US$ | 15.5 | 23 | 21 |

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use breakdown::{Dataset, Presence, breakdown, opening_month, series};
use dataset::{Manifest, read_head, read_records, read_sums, records_text, write_sums};
use factcheck::{Verdict, check};
use i18n::{ENGLISH, import_problem, summary_lines, words};
use import::{About, Given, Import, LeftOut, Options, Outcome, left_out_csv};
use model::{Answer, Catalogue, Dimension, Flow, Frequency, Language, Missing, Name, Period, Span, Unit};
use note::{Export, Material, text, write};
use records::{Extent, Records, merge};
use tonnage::{Shown, page_html};
use view::{Length, View};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn catalogue() -> Catalogue {
    let name = |en: &str, zh: &str| Name { en: en.to_owned(), zh: zh.to_owned() };
    Catalogue {
        id: "wire".to_owned(),
        title: name("Wire exports", "线缆出口"),
        commodity: name("wire", "线缆"),
        ..Catalogue::default()
    }
}

fn import(files: &[(&str, &str)], given: &[Given]) -> Outcome {
    let mut import = Import::new(Options { flow: Some(Flow::Export), ..Options::default() });
    for given in given {
        import.answer(given.clone()).unwrap();
    }
    for (name, content) in files {
        import.add(name, content.as_bytes().to_vec());
    }
    while !import.advance(10).finished {}
    import.finish(catalogue())
}

const ANNUAL: &str = include_str!("fixtures/files/comtrade-annual.csv");

fn records() -> Records {
    import(&[("annual.csv", ANNUAL)], &[]).records.unwrap()
}

fn dataset() -> Dataset {
    Dataset::Recorded((&records()).into())
}

fn sentences(outcome: &Outcome) -> Vec<String> {
    outcome.problems.iter().map(|problem| import_problem(&ENGLISH, problem)).collect()
}

#[track_caller]
fn near(answer: &Answer, expected: f64, unit: Unit) {
    let figure = answer.as_ref().unwrap();
    assert!((figure.value - expected).abs() < 1e-9, "{} is not {expected}", figure.value);
    assert_eq!(figure.unit, unit);
}

#[test]
fn years_are_kept_as_such_and_said() {
    let outcome = import(&[("annual.csv", ANNUAL)], &[]);
    assert_eq!(sentences(&outcome), [""; 0]);
    let lines = summary_lines(&ENGLISH, &outcome.summary);
    let years = lines.iter().find(|(name, _)| name == "Years").unwrap();
    assert_eq!(years.1, "3, from 2022 to 2024");
    // The world's rows are the sums of the others.
    assert_eq!(outcome.summary.left_out[&LeftOut::World].rows, 3);
    let records = outcome.records.unwrap();
    assert_eq!(records.frequency(), Frequency::Annual);
    assert_eq!(records.months(), ["2022", "2023", "2024"].map(period));
    assert!(records.coverage().is_whole());
}

#[test]
fn a_year_is_compared_with_the_year_before_alone() {
    let dataset = dataset();
    assert_eq!(opening_month(&dataset), Some(period("2024")));
    let found = breakdown(&dataset, None, period("2024"), Span::Month);
    near(&found.total.quantity, 8750.0, Unit::Tonnes);
    near(&found.total.mom.absolute, 750.0, Unit::Tonnes);
    near(&found.total.mom.percent, 9.375, Unit::Percent);
    assert_eq!(found.total.yoy.percent, Err(Missing::NotApplicable));
    let recorded = found.total.recorded.as_ref().unwrap();
    near(&recorded.value_change.absolute, -2_000_000.0, Unit::Money(model::Currency::Usd));
    let [mexico, portugal, ghana] = found.ranking(Dimension::Destination).entries.as_slice() else {
        panic!()
    };
    near(&mexico.share, 6750.0 / 8750.0 * 100.0, Unit::Percent);
    near(&mexico.recorded.as_ref().unwrap().contribution, 1750.0 / 8000.0 * 100.0, Unit::Points);
    // The data begin with its first year in front.
    let streak = mexico.streak.as_ref().unwrap();
    assert_eq!((streak.value, streak.unit), (3.0, Unit::Periods(Frequency::Annual)));
    assert!(streak.bounds.high.is_infinite());
    near(&portugal.mom.percent, -50.0, Unit::Percent);
    assert_eq!(ghana.recorded.as_ref().unwrap().presence, Presence::New);
    let points: Vec<String> = series(&dataset, None).iter().map(|point| point.period.to_string()).collect();
    assert_eq!(points, ["2022", "2023", "2024"]);
    // No month is known of a year, nor a year that the file has not.
    let month = breakdown(&dataset, None, period("2024-12"), Span::Month);
    assert_eq!(month.total.quantity, Err(Missing::NotCovered));
    let before = breakdown(&dataset, None, period("2022"), Span::Month);
    assert_eq!(before.total.mom.percent, Err(Missing::NotCovered));
}

#[test]
fn a_dataset_of_years_says_its_frequency_and_is_read_again() {
    let records = records();
    let json = records_text(&records);
    assert!(json.contains("\"version\": \"1.3\"") && json.contains("\"frequency\": \"A\""), "{json}");
    assert!(json.contains("\"months\": [\"2022\",\"2023\",\"2024\"]"), "{json}");
    let read = read_records(json.as_bytes());
    assert_eq!((read.problems, read.read), (vec![], Some(records.clone())));
    let sums = read_sums(write_sums(&records, "abc").as_bytes(), "abc").unwrap();
    assert_eq!(&sums.whole, records.whole());
    // A month is none of its periods, and a dataset that says nothing has months.
    for (broken, place) in [
        (json.replace("\"2023\"", "\"2023-01\""), "months[1]"),
        (json.replace("  \"frequency\": \"A\",\n", ""), "months[0]"),
        (json.replace("\"A\"", "\"W\""), "frequency"),
    ] {
        let read = read_head(broken.as_bytes());
        assert!(read.read.is_none());
        assert_eq!(read.problems[0].place, place);
    }
    let months = import(&[("m.csv", "month,product,destination,quantity_kg\n2024-01,761410,MEX,5\n")], &[]);
    assert!(merge(vec![records, months.records.unwrap()]).is_err());
}

/// Rows of one product and partner: periods with their kilograms.
fn rows(of: &[(&str, u64)]) -> String {
    let rows = of.iter().map(|(period, kilograms)| format!("{period},761410,MEX,{kilograms}\n"));
    format!("month,product,destination,quantity_kg\n{}", rows.collect::<String>())
}

#[test]
fn a_year_is_never_added_to_its_months() {
    let both = rows(&[("2023", 90), ("2023-01", 40), ("2023-02", 50)]);
    let outcome = import(&[("both.csv", &both)], &[]);
    assert_eq!(outcome.summary.quantity, 90);
    assert_eq!(outcome.records.as_ref().unwrap().frequency(), Frequency::Monthly);
    assert_eq!(outcome.summary.left_out[&LeftOut::OtherFrequency].rows, 1);
    assert!(left_out_csv(&outcome.summary.left_out_rows).contains("both.csv,2,other-frequency,2023,"));
    let told = sentences(&outcome);
    assert!(told[0].contains("The months count; 1 row of others were left out"), "{told:?}");
    // Of 2022 there are no months: which of both count is asked.
    let apart = rows(&[("2022", 70), ("2023-01", 40)]);
    let mut asked = Import::new(Options { flow: Some(Flow::Export), ..Options::default() });
    asked.answer(Given::new(About::Reporter, "CHN")).unwrap();
    asked.add("apart.csv", apart.clone().into_bytes());
    while !asked.advance(10).finished {}
    let questions = asked.questions();
    assert_eq!(questions[0].about, About::Frequency);
    let choices: Vec<_> = questions[0].choices.iter().map(|c| (c.value.as_str(), c.rows)).collect();
    assert_eq!(choices, [("M", 1), ("A", 1)]);
    assert_eq!(import(&[("apart.csv", &apart)], &[]).records.map(|r| r.len()), None);
    for (answer, quantity, months) in [("A", 70, "2022"), ("M", 40, "2023-01")] {
        let outcome = import(&[("apart.csv", &apart)], &[Given::new(About::Frequency, answer)]);
        assert_eq!(outcome.summary.quantity, quantity);
        assert_eq!(outcome.records.unwrap().months(), [period(months)]);
    }
    assert!(asked.answer(Given::new(About::Frequency, "W")).is_err());
}

#[test]
fn a_file_that_says_no_time_may_be_of_a_year() {
    let rows = "product,destination,quantity_kg\n761410,MEX,5\n";
    let outcome = import(&[("wire.csv", rows)], &[Given::of_file(About::Month, "wire.csv", "2021")]);
    assert_eq!(outcome.records.unwrap().months(), [period("2021")]);
}

#[test]
fn quarters_have_years_to_date_and_sums_of_four() {
    let rows = rows(&[
        ("2024Q1", 1000),
        ("2024Q2", 2000),
        ("Q3 2024", 3000),
        ("2024-Q4", 4000),
        ("2025Q1", 1500),
        ("2025年第二季度", 2200),
    ]);
    let rows = rows.replace("2025年第二季度", "2025年第2季度");
    let records = import(&[("q.csv", &rows)], &[]).records.unwrap();
    assert_eq!(records.frequency(), Frequency::Quarterly);
    let read = read_records(records_text(&records).as_bytes()).read.unwrap();
    assert_eq!(read, records);
    let dataset = Dataset::Recorded((&records).into());
    let of = |span| breakdown(&dataset, None, period("2025-Q2"), span);
    let quarter = of(Span::Month);
    near(&quarter.total.mom.absolute, 0.7, Unit::Tonnes);
    near(&quarter.total.yoy.percent, 10.0, Unit::Percent);
    let to_date = of(Span::Ytd);
    near(&to_date.whole.quantity, 3.7, Unit::Tonnes);
    near(&to_date.whole.yoy.absolute, 0.7, Unit::Tonnes);
    near(&of(Span::Rolling).whole.quantity, 10.7, Unit::Tonnes);
    assert_eq!(records.coverage().of_all(period("2025-Q2"), Span::Rolling), Extent::Whole);
    let text = |language| {
        let material = Material::new(&dataset, None, period("2025-Q2"));
        text(&write(&material, language, Length::Full), Export::default())
    };
    let english = text(Language::English);
    assert!(english.contains("Q2 2025") && english.contains("QoQ"), "{english}");
    let chinese = text(Language::Chinese);
    assert!(chinese.contains("2025年二季度") && chinese.contains("上季度"), "{chinese}");
    for word in ["month", "MoM"] {
        assert!(!english.contains(word), "{english}");
    }
    assert!(!chinese.contains('月'), "{chinese}");
}

#[test]
fn a_note_on_a_year_reads_as_one() {
    let dataset = dataset();
    let note = |language, length| {
        let mut material = Material::new(&dataset, None, period("2024"));
        material.link = "wire".to_owned();
        text(&write(&material, language, length), Export::default())
    };
    let english = note(Language::English, Length::Full);
    for said in [
        "China’s exports of wire rose 9.4% YoY to 8,750 t in 2024",
        "in 2024, up 9.4% YoY (from 8,000 t)",
        "2024’s exports were worth US$21.0 million, down 8.7% YoY",
        "Mexico ranked first for at least 3 years in a row",
        "the first time in data that begins in 2022",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    for word in ["onth", "MoM", "January", "December", "year to date", "Cumulative"] {
        assert!(!english.contains(word), "{word}: {english}");
    }
    let chinese = note(Language::Chinese, Length::Full);
    assert!(chinese.contains("2024年中国线缆出口8750吨 同比增长9.4%"), "{chinese}");
    for word in ["月", "环比", "上年同期"] {
        assert!(!chinese.contains(word), "{word}: {chinese}");
    }
}

#[test]
fn a_text_on_years_is_compared_with_years() {
    let dataset = dataset();
    let verdicts = |text: &str| -> Vec<&'static str> {
        let proof = check(text, &dataset, Some(period("2024")));
        proof.findings.iter().map(|finding| finding.verdict.name()).collect()
    };
    let agrees = "In 2024, China exported 8,750 t of wire, up 9.4% from 2023. Mexico took 6,750 t.";
    assert_eq!(verdicts(agrees), ["agrees"; 3]);
    assert_eq!(verdicts("In 2024, China exported 9,123 t of wire."), ["differs"]);
    assert_eq!(verdicts("In 2023, China exported 8,000 t of wire."), ["agrees"]);
    // A year is no month.
    let proof = check("In December 2024, China exported 8,750 t of wire.", &dataset, None);
    assert!(!matches!(proof.findings[0].verdict, Verdict::Agrees(_) | Verdict::Differs(_)));
    assert_eq!(check(agrees, &dataset, None).period, Some(period("2024")));
}

/// What a reader sees and hears of a page: its texts, and the attributes that are read out.
fn read_out(html: &str) -> String {
    let mut told = String::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        for name in [" aria-label=\"", " title=\"", " data-on=\"", " data-unit=\""] {
            let value = tag.split_once(name).and_then(|(_, rest)| rest.split_once('"'));
            told += value.map_or("", |(value, _)| value);
            told.push('\n');
        }
        told += text;
        told.push('\n');
    }
    told
}

#[test]
fn no_view_of_years_speaks_of_months() {
    let sections = [
        "",
        "trend",
        "products",
        "destinations",
        "changes",
        "season",
        "prices",
        "member",
        "cross",
        "sources",
        "note",
        "check-note",
    ];
    for section in sections {
        let query = format!("view={section}&member=destination.MEX&compare=destination.MEX~destination.PRT");
        let (view, _) = View::from_query(if section.is_empty() { "" } else { &query });
        let html =
            page_html(Manifest { datasets: Vec::new(), default: 0 }, Shown::of_site(dataset(), None), view);
        let told = read_out(&html.body) + &html.title;
        assert!(section == "note" || told.contains("2024"), "{section}: {told}");
        for word in ["onth", "MoM", "12-", "Year to date", "January"] {
            let line = told.lines().find(|line| line.contains(word));
            assert_eq!(line, None, "{section} says “{word}”");
        }
    }
    let html = page_html(
        Manifest { datasets: Vec::new(), default: 0 },
        Shown::of_site(dataset(), None),
        View::default(),
    )
    .body;
    let told = read_out(&html).replace('\n', "");
    assert!(told.contains("Exports rose 9.4% from 2023 to 8,750\u{a0}t in 2024"), "{told}");
    assert!(told.contains("These data are of whole years."), "{told}");
}

#[test]
fn a_link_to_a_month_or_a_part_of_a_year_is_told_where_there_are_years() {
    let coverage = Some((period("2022"), period("2024")));
    let resolved = |query: &str| {
        let (view, notices) = View::from_query(query);
        assert_eq!(notices, []);
        let (period, notice) = view::resolve_period(&view, coverage, None);
        let (span, no_span) = view::resolve_span(&view, Frequency::Annual);
        (period.unwrap().to_string(), span, notice.or(no_span).is_some())
    };
    assert_eq!(resolved("period=2023"), ("2023".to_owned(), Span::Month, false));
    assert_eq!(resolved("period=2023-04"), ("2024".to_owned(), Span::Month, true));
    assert_eq!(resolved("period=2023&span=ytd"), ("2023".to_owned(), Span::Month, true));
    // A link of a year, written and read again, is the same.
    let view = View { period: Some(period("2023")), ..View::default() };
    assert_eq!(View::from_query(&view.to_query()).0, view);
    assert_eq!(words(Language::English).month(period("2023")), "2023");
}
