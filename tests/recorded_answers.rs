//! A month's questions answered from records: small ones, worked by hand.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use breakdown::{Dataset, Entry, Presence, RecordSums, breakdown, cross_table, series};
use i18n::ENGLISH;
use model::{Answer, Catalogue, Currency, Dimension, DimensionMap, Measured, Missing, Name, Period, Span};
use records::{Builder, Filter, Provenance, Records, cross, cube};
use report::Tables;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// (month, partner, province, kilograms, US$)
const ROWS: [(&str, &str, &str, u64, u64); 9] = [
    ("2024-04", "MEX", "32", 1_000_000, 2_500_000),
    ("2024-12", "TUN", "11", 50_000, 150_000),
    ("2025-02", "IRQ", "11", 70_000, 200_000),
    ("2025-03", "MEX", "32", 2_000_000, 6_000_000),
    ("2025-03", "GHA", "41", 500_000, 1_400_000),
    ("2025-04", "MEX", "32", 1_500_000, 4_800_000),
    ("2025-04", "MEX", "41", 1_000_000, 3_200_000),
    ("2025-04", "IRQ", "11", 400_000, 1_100_000),
    ("2025-04", "PRT", "41", 100_000, 300_000),
];

fn records() -> Records {
    let mut builder = Builder::new(Catalogue::default(), Some(Currency::Usd));
    for month in period("2024-04").to(period("2025-04")) {
        builder.cover(month).unwrap();
    }
    for (month, partner, province, quantity, value) in ROWS {
        let partner = builder.member(Dimension::Destination, partner, Name::default()).unwrap();
        let province = builder.member(Dimension::RegistrationLocation, province, Name::default()).unwrap();
        let members = DimensionMap::default()
            .with(Dimension::Destination, Some(partner))
            .with(Dimension::RegistrationLocation, Some(province));
        builder.push(period(month), members, quantity, value).unwrap();
    }
    builder.build(Provenance::default())
}

fn dataset() -> Dataset {
    Dataset::Recorded((&records()).into())
}

#[track_caller]
fn near(answer: &Answer, expected: f64) {
    let figure = answer.as_ref().unwrap();
    assert!((figure.value - expected).abs() < 1e-9, "{} is not {expected}", figure.value);
    assert_eq!(figure.bounds.low, figure.bounds.high);
}

fn entry<'a>(records: &Records, entries: &'a [Entry], code: &str) -> &'a Entry {
    let is =
        |e: &&Entry| e.member().and_then(|m| records.catalogue.member(m)).is_some_and(|m| m.code == code);
    entries.iter().find(is).unwrap()
}

#[test]
fn a_month_is_exact() {
    let records = records();
    let april = breakdown(&dataset(), None, period("2025-04"), Span::Month);
    near(&april.total.quantity, 3_000.0);
    near(&april.total.mom.absolute, 500.0);
    near(&april.total.mom.percent, 20.0);
    near(&april.total.yoy.percent, 200.0);
    let value = april.total.recorded.as_ref().unwrap();
    near(&value.value, 9_400_000.0);
    near(&value.unit_value, 9_400_000.0 / 3_000.0);
    // The change of 2,000,000 is 500 t at the mean of 2,960 and 3,133.33 US$/t, and 173.33 US$/t on
    // the mean of 2,500 and 3,000 t.
    near(&value.volume_effect, 500.0 * (2_960.0 + 9_400.0 / 3.0) / 2.0);
    near(&value.price_effect, (9_400.0 / 3.0 - 2_960.0) * 2_750.0);
    let effects = [&value.volume_effect, &value.price_effect].map(|e| e.as_ref().unwrap().value);
    assert!((effects.iter().sum::<f64>() - 2_000_000.0).abs() < 1e-6);

    let destinations = april.ranking(Dimension::Destination);
    let mexico = entry(&records, &destinations.entries, "MEX");
    near(&mexico.rank, 1.0);
    near(&mexico.share, 250.0 / 3.0);
    near(&mexico.streak, 2.0);
    // Mexico rose by 500 t, on 2,500 t of March.
    near(&mexico.recorded.as_ref().unwrap().contribution, 20.0);
    let spread = destinations.concentration.as_ref().unwrap();
    near(&spread.members, 3.0);
    near(&spread.top_three, 100.0);
    near(&spread.hhi, (250.0f64 / 3.0).powi(2) + (40.0f64 / 3.0).powi(2) + (10.0f64 / 3.0).powi(2));
}

#[test]
fn members_come_go_and_return() {
    let records = records();
    let at = |month: &str| breakdown(&dataset(), None, period(month), Span::Month);
    let presence = |month: &str, code: &str| {
        let breakdown = at(month);
        entry(&records, &breakdown.ranking(Dimension::Destination).entries, code)
            .recorded
            .as_ref()
            .unwrap()
            .presence
    };
    assert_eq!(presence("2025-04", "PRT"), Presence::New);
    assert_eq!(presence("2025-04", "IRQ"), Presence::Returned(1));
    assert_eq!(presence("2025-04", "MEX"), Presence::Continuing);
    assert_eq!(presence("2025-04", "GHA"), Presence::Lost);
    assert_eq!(presence("2025-03", "MEX"), Presence::Returned(10));
    // In the first month of the data nobody can be new.
    assert_eq!(presence("2024-04", "MEX"), Presence::Continuing);
    // Tunisia had something neither in April nor in March: it has no line.
    let codes = at("2025-04").ranking(Dimension::Destination).entries.len();
    assert_eq!(codes, 4);
}

#[test]
fn spans_need_all_their_months() {
    let at = |span| breakdown(&dataset(), None, period("2025-04"), span);
    near(&at(Span::Ytd).whole.quantity, 5_570.0);
    near(&at(Span::Rolling).whole.quantity, 5_620.0);
    assert_eq!(at(Span::Ytd).whole.yoy.percent, Err(Missing::NotCovered));
    assert_eq!(at(Span::Month).total.mom.previous.as_ref().unwrap().value, 2_500.0);
    let later = breakdown(&dataset(), None, period("2025-05"), Span::Month);
    assert_eq!(later.total.quantity, Err(Missing::NotYetReleased));
    // A month without rows is one without trade, and no base for a percentage.
    let december = breakdown(&dataset(), None, period("2024-12"), Span::Month);
    near(&december.total.mom.previous, 0.0);
    assert_eq!(december.total.mom.percent, Err(Missing::ZeroBase));
    assert_eq!(series(&dataset(), None).len(), 13);
}

#[test]
fn a_choice_changes_the_whole_but_not_its_own_list() {
    let records = records();
    let mexico = records.catalogue.find(Dimension::Destination, "MEX").unwrap();
    let filter = Filter::all().only(Dimension::Destination, [mexico.index]);
    let chosen = cube(&records, &filter, &Dimension::ALL);
    let april = breakdown(&dataset(), Some(&chosen), period("2025-04"), Span::Month);
    near(&april.whole.quantity, 2_500.0);
    near(&april.ranking(Dimension::RegistrationLocation).whole.quantity, 2_500.0);
    near(&april.ranking(Dimension::Destination).whole.quantity, 3_000.0);
    near(&entry(&records, &april.ranking(Dimension::RegistrationLocation).entries, "41").share, 40.0);
}

#[test]
fn a_cross_table_adds_up_on_both_edges() {
    let records = records();
    let pair = (Dimension::Destination, Dimension::RegistrationLocation);
    let table = cross(&records, &Filter::all(), pair, period("2025-04"), Span::Month).unwrap();
    let table = cross_table(&table, Measured::Weight, 1);
    // Mexico apart, two others; Jiangsu apart, two others.
    assert_eq!((table.rows.len(), table.other_rows, table.columns.len(), table.other_columns), (2, 2, 2, 2));
    let rows: Vec<Vec<f64>> = table.rows.iter().map(|r| r.cells.iter().map(|c| c.amount).collect()).collect();
    assert_eq!(rows, [[1_500.0, 1_000.0], [0.0, 500.0]]);
    assert_eq!((table.totals, table.amount), (vec![1_500.0, 1_500.0], 3_000.0));
}

#[test]
fn a_table_of_records_says_its_currency_and_that_it_is_made_up() {
    let mut sums = RecordSums::from(&records());
    sums.provenance.synthetic = true;
    let dataset = Dataset::Recorded(sums);
    let april = breakdown(&dataset, None, period("2025-04"), Span::Month);
    let only = Default::default();
    let (period, span) = (april.period, april.span);
    let tables = Tables { words: &ENGLISH, dataset: &dataset, chosen: None, only: &only, period, span };
    let text = takeaway::csv(tables.ranking(&april, &[Dimension::Destination]), false);
    let mexico = text.lines().find(|l| l.contains(",MEX,")).unwrap();
    let start = "2025-04,month,destination,member,1,MEX,MEX,2500,2500,2500,recorded,,,83.333333,";
    assert!(mexico.starts_with(start), "{mexico}");
    assert!(mexico.contains(",8000000,USD,3200,") && mexico.ends_with(",synthetic"), "{mexico}");
    assert_eq!(mexico.split(',').count(), text.lines().next().unwrap().split(',').count());
}
