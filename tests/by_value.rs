//! Data without weights: broken down by value. Worked answers, by hand, of `fixtures/files/customs-values.csv`: China's
//! imports of HS 1201, of which customs gives values alone at four digits.
//!
//! | million US$ | March 2025 | April 2025 |
//! |---|--:|--:|
//! | Brazil, Shandong | 10 | 20 |
//! | United States, Shanghai | 30 | 28 |
//! | all | 40 | 48 |

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use breakdown::{Between, Dataset, Metric, breakdown, changes, cross_table, history};
use dataset::{Manifest, read_records, read_sums, records_text, write_sums};
use factcheck::check;
use i18n::{ENGLISH, import_problem, summary_lines};
use import::{Import, LeftOut, Options, Outcome};
use model::{
    Answer, Catalogue, Chosen, Currency, Dimension, Flow, Language, Measured, Missing, Name, Period, Span,
    Unit,
};
use note::{Export, Material, text, write};
use records::{Filter, Records, cross};
use report::{Tables, rows_table};
use takeaway::{Format, written};
use tonnage::{Shown, page_html};
use view::{Length, View};

const VALUES: &str = include_str!("fixtures/files/customs-values.csv");
const DOLLARS: Unit = Unit::Money(Currency::Usd);

fn april() -> Period {
    "2025-04".parse().unwrap()
}

fn import(content: &str) -> Outcome {
    let mut import = Import::new(Options { flow: Some(Flow::Import), ..Options::default() });
    import.add("values.csv", content.as_bytes().to_vec());
    while !import.advance(10).finished {}
    let name = |en: &str, zh: &str| Name { en: en.to_owned(), zh: zh.to_owned() };
    import.finish(Catalogue {
        id: "soya".to_owned(),
        title: name("Soya imports", "大豆进口"),
        reporter: name("China", "中国"),
        commodity: name("soya beans", "大豆"),
        ..Catalogue::default()
    })
}

fn records() -> Records {
    import(VALUES).records.unwrap()
}

fn dataset() -> Dataset {
    Dataset::Recorded((&records()).into())
}

#[track_caller]
fn near(answer: &Answer, expected: f64, unit: Unit) {
    let figure = answer.as_ref().unwrap();
    assert!((figure.value - expected).abs() < 1e-6, "{} is not {expected}", figure.value);
    assert_eq!(figure.unit, unit);
}

#[test]
fn a_file_of_values_alone_is_read_and_said_to_be_one() {
    let outcome = import(VALUES);
    assert_eq!(outcome.summary.rows_used, 4);
    assert_eq!(outcome.summary.values, [(Currency::Usd, 88_000_000)]);
    let told: Vec<String> = outcome.problems.iter().map(|p| import_problem(&ENGLISH, p)).collect();
    assert!(told.iter().any(|told| told.contains("No row has a weight")), "{told:?}");
    let lines = summary_lines(&ENGLISH, &outcome.summary);
    assert!(lines.iter().all(|(_, text)| !text.contains("kg")), "{lines:?}");
    assert_eq!(outcome.records.unwrap().measured, Measured::Value);
}

#[test]
fn rows_without_a_weight_are_left_out_beside_others_that_have_one() {
    let rows = "month,product,destination,quantity_kg,value_usd\n2025-04,1201,BRA,5,7\n2025-04,1201,USA,,9\n";
    let outcome = import(rows);
    assert_eq!((outcome.summary.measured, outcome.summary.quantity), (Measured::Weight, 5));
    assert_eq!(outcome.summary.left_out[&LeftOut::NoWeight].value, 9);
}

#[test]
fn everything_is_broken_down_by_value() {
    let dataset = dataset();
    let found = breakdown(&dataset, None, april(), Span::Month);
    near(&found.total.quantity, 48e6, DOLLARS);
    near(&found.total.mom.absolute, 8e6, DOLLARS);
    near(&found.total.mom.percent, 20.0, Unit::Percent);
    let recorded = found.total.recorded.as_ref().unwrap();
    assert_eq!(recorded.unit_value, Err(Missing::NotApplicable));
    assert_eq!(recorded.value, Err(Missing::NotApplicable));
    assert_eq!(recorded.volume_effect, Err(Missing::NotApplicable));
    let ranking = found.ranking(Dimension::Destination);
    let [states, brazil] = ranking.entries.as_slice() else { panic!() };
    near(&states.rank, 1.0, Unit::Rank);
    near(&states.share, 28.0 / 48.0 * 100.0, Unit::Percent);
    near(&brazil.mom.percent, 100.0, Unit::Percent);
    near(&brazil.recorded.as_ref().unwrap().contribution, 25.0, Unit::Points);
    let spread = ranking.concentration.as_ref().unwrap();
    near(&spread.hhi, (28.0f64 / 48.0 * 100.0).powi(2) + (20.0f64 / 48.0 * 100.0).powi(2), Unit::Index);
    near(&spread.top_three, 100.0, Unit::Percent);
    let between = Between { base: april().plus(-1), period: april(), span: Span::Month };
    let cut = changes(&dataset, None, between, Dimension::Destination, 8).unwrap();
    let steps: Vec<(f64, Unit)> = cut.steps.iter().map(|s| (s.change.value, s.change.unit)).collect();
    assert_eq!(steps, [(10e6, DOLLARS), (-2e6, DOLLARS)]);
    let of = |metric| history(&dataset, None, None, metric, Span::Month, [april()].into_iter());
    near(&of(Metric::Quantity)[0], 48e6, DOLLARS);
    assert_eq!(of(Metric::UnitValue)[0], Err(Missing::NotApplicable));
    let pair = (Dimension::Destination, Dimension::RegistrationLocation);
    let crossed = cross(&records(), &Filter::all(), pair, april(), Span::Month).unwrap();
    let table = cross_table(&crossed, Measured::Value, 12);
    assert_eq!((table.amount, table.rows[0].cells[0].amount), (48e6, 28e6));
}

#[test]
fn a_dataset_of_values_has_no_column_of_weights() {
    let records = records();
    let json = records_text(&records);
    assert!(json.contains("\"measured\": \"value\"") && !json.contains("quantity_kg"), "{json}");
    let read = read_records(json.as_bytes());
    assert_eq!((read.problems, read.read), (vec![], Some(records.clone())));
    let sums = write_sums(&records, "abc");
    assert!(!sums.contains("quantity_kg"), "{sums}");
    assert_eq!(&read_sums(sums.as_bytes(), "abc").unwrap().whole, records.whole());
    // It is one or the other.
    let both = json.replace("\"value_usd\": [", "\"quantity_kg\": [1,1,1,1],\n    \"value_usd\": [");
    assert!(read_records(both.as_bytes()).read.is_none());
    let neither = json.replace("  \"measured\": \"value\",\n", "");
    assert!(read_records(neither.as_bytes()).read.is_none());
}

#[test]
fn tables_as_files_have_money_where_others_have_tonnes() {
    let dataset = dataset();
    let only = Chosen::default();
    let found = breakdown(&dataset, None, april(), Span::Month);
    let tables = Tables {
        words: &ENGLISH,
        dataset: &dataset,
        chosen: None,
        only: &only,
        period: april(),
        span: Span::Month,
    };
    let csv = |table| String::from_utf8(written(table, Format::Csv).unwrap()).unwrap();
    let text = csv(tables.ranking(&found, &[Dimension::Destination]));
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = lines.next().unwrap();
    assert!(heads.iter().all(|head| !head.ends_with("_t") && !head.contains("quantity")), "{heads:?}");
    let states = lines.find(|line| line.contains(&"USA")).unwrap();
    let of = |name: &str| states[heads.iter().position(|head| *head == name).unwrap()];
    let told = ["value", "currency", "month_before_value", "mom_value", "value_is"].map(of);
    assert_eq!(told, ["28000000", "USD", "30000000", "-2000000", "recorded"]);
    assert!(csv(tables.changes(april().plus(-1))).contains("change_value"));
    // Rows are read again as the same dataset.
    let records = records();
    let rows = csv(rows_table(&ENGLISH, &records));
    assert!(!rows.contains("quantity_kg"), "{rows}");
    let again = import(&rows).records.unwrap();
    assert_eq!(
        (again.measured, again.whole().totals.clone()),
        (Measured::Value, records.whole().totals.clone())
    );
}

#[test]
fn notes_and_checks_speak_of_values() {
    let dataset = dataset();
    let note = |language| {
        text(&write(&Material::new(&dataset, None, april()), language, Length::Full), Export::default())
    };
    let english = note(Language::English);
    assert!(
        english.contains("China’s imports of soya beans rose 20.0% MoM to US$48.0 million in April 2025"),
        "{english}"
    );
    for word in [" t ", " t,", "tonne", "quantity", "unit value"] {
        assert!(!english.contains(word), "{word}: {english}");
    }
    let chinese = note(Language::Chinese);
    assert!(chinese.contains("进口额为") && !chinese.contains("进口量"), "{chinese}");
    let verdicts = |text: &str| -> Vec<&'static str> {
        check(text, &dataset, Some(april())).findings.iter().map(|found| found.verdict.name()).collect()
    };
    assert_eq!(verdicts("In April 2025, shipments were worth US$48.0 million."), ["agrees"]);
    assert_eq!(verdicts("In April 2025, shipments were 48,123 t."), ["cannot-be-tested"]);
}

#[test]
fn no_view_of_values_speaks_of_tonnes() {
    for section in
        ["", "trend", "products", "destinations", "changes", "season", "prices", "member", "cross", "sources"]
    {
        let query = format!("view={section}&member=destination.USA&compare=destination.USA");
        let (view, _) = View::from_query(if section.is_empty() { "" } else { &query });
        let html =
            page_html(Manifest { datasets: Vec::new(), default: 0 }, Shown::of_site(dataset(), None), view);
        for word in ["onnes", "et weight", "\u{a0}t<", ", t<", "\u{a0}t\"", "/t"] {
            let body = html.body.replace("</t", "<");
            let at = body
                .find(word)
                .map(|at| body.get(at.saturating_sub(120)..at + 20).unwrap_or_default().to_owned());
            assert_eq!(at, None, "{section} says “{word}”");
        }
    }
    let html = page_html(
        Manifest { datasets: Vec::new(), default: 0 },
        Shown::of_site(dataset(), None),
        View::default(),
    )
    .body;
    assert!(html.contains("US$48.0\u{a0}million"), "{html}");
    assert!(html.contains("value in US$"), "{html}");
}
