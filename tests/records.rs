//! Records: sums against naive ones, the dataset read and written, faults with their places.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use dataset::{
    Problem, ProblemKind, read_head, read_records, read_records_in_pieces, records_text, write_head,
};
use model::{
    Catalogue, Currency, Dimension, DimensionMap, Measured, MemberId, MemberIndex, Name, Period, Span,
};
use proptest::prelude::*;
use records::{
    Builder, Coverage, Cube, Extent, Filter, Provenance, Records, Sums, Unlike, cross, cube, merge,
};

/// How many members a dimension has in the generated data.
fn width(dimension: Dimension) -> u16 {
    match dimension {
        Dimension::Product => 4,
        Dimension::Destination => 9,
        Dimension::RegistrationLocation => 5,
        Dimension::TradeMode => 3,
    }
}

/// A value for each dimension.
fn each<T: Copy>(product: T, destination: T, location: T, mode: T) -> DimensionMap<T> {
    DimensionMap::from_fn(|dimension| match dimension {
        Dimension::Product => product,
        Dimension::Destination => destination,
        Dimension::RegistrationLocation => location,
        Dimension::TradeMode => mode,
    })
}

#[derive(Debug, Clone)]
struct Row {
    month: Period,
    members: DimensionMap<MemberIndex>,
    quantity: u64,
    value: u64,
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn name(text: String) -> Name {
    Name { en: text, zh: String::new() }
}

fn catalogue() -> Catalogue {
    Catalogue {
        id: "random".to_owned(),
        title: name("Random records".to_owned()),
        commodity: name("goods".to_owned()),
        reporter: Name { en: "China".to_owned(), zh: "中国".to_owned() },
        ..Catalogue::default()
    }
}

fn build(rows: &[Row]) -> Records {
    let mut builder = Builder::new(catalogue(), Some(Currency::Usd));
    for dimension in Dimension::ALL {
        for index in 0..width(dimension) {
            builder.member(dimension, &format!("{index:02}"), name(format!("Member {index}"))).unwrap();
        }
    }
    for month in period("2023-01").to(period("2025-06")) {
        builder.cover(month).unwrap();
    }
    for row in rows {
        builder.push(row.month, row.members.map(Some), row.quantity, row.value).unwrap();
    }
    builder.build(Provenance {
        synthetic: true,
        sources: vec!["made by a test".to_owned()],
        ..Provenance::default()
    })
}

fn any_row() -> impl Strategy<Value = Row> {
    let members = Dimension::ALL.map(|dimension| 0..width(dimension));
    (0..30i32, members, 0..5_000_000u64, 0..9_000_000u64).prop_map(
        |(month, [product, destination, location, mode], quantity, value)| Row {
            month: period("2023-01").plus(month),
            members: each(product, destination, location, mode).map(MemberIndex::from),
            quantity,
            value,
        },
    )
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let choice = |dimension| prop::option::of(prop::collection::vec(0..width(dimension), 0..4));
    Dimension::ALL.map(choice).prop_map(|choices| {
        let mut filter = Filter::all();
        for (dimension, chosen) in Dimension::ALL.into_iter().zip(choices) {
            if let Some(chosen) = chosen {
                filter = filter.only(dimension, chosen.into_iter().map(MemberIndex::from));
            }
        }
        filter
    })
}

fn passes(row: &Row, filter: &Filter) -> bool {
    let mut members = row.members.iter();
    members.all(|(dimension, member)| filter.chosen(dimension).is_none_or(|chosen| chosen.contains(member)))
}

/// The plain way: a look at every row.
fn naive(rows: &[Row], months: impl Fn(Period) -> bool, test: impl Fn(&Row) -> bool) -> Sums {
    let mut sums = Sums::default();
    for row in rows.iter().filter(|r| months(r.month) && test(r)) {
        sums.quantity += row.quantity;
        sums.value += row.value;
    }
    sums
}

fn months_of(period: Period, span: Span) -> impl Fn(Period) -> bool {
    move |month| (span.first(period)..=period).contains(&month)
}

fn check_cube(
    cube: &Cube,
    rows: &[Row],
    filter: &Filter,
    at: Period,
    span: Span,
) -> Result<(), TestCaseError> {
    let expected = naive(rows, months_of(at, span), |r| passes(r, filter));
    prop_assert_eq!(cube.total(at, span), Some(expected));
    for dimension in Dimension::ALL {
        let others = filter.without(dimension);
        for index in MemberIndex::first(usize::from(width(dimension))) {
            let expected =
                naive(rows, months_of(at, span), |r| r.members[dimension] == index && passes(r, &others));
            let found = cube.member(at, span, MemberId { dimension, index });
            prop_assert_eq!(found, Some(expected), "{:?} {:?}", dimension, index);
        }
        // Parts make the whole of their own breakdown.
        let parts = cube.each_member(at, span, dimension).unwrap();
        let sum: u64 = parts.iter().map(|p| p.quantity).sum();
        prop_assert_eq!(sum, naive(rows, months_of(at, span), |r| passes(r, &others)).quantity);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_sum_agrees_with_a_naive_one(
        rows in prop::collection::vec(any_row(), 0..120),
        filter in any_filter(),
        back in 0..7i32,
    ) {
        let records = build(&rows);
        let at = period("2025-06").plus(-back);
        let cube = cube(&records, &filter, &Dimension::ALL);
        for span in [Span::Month, Span::Ytd, Span::Rolling] {
            check_cube(&cube, &rows, &filter, at, span)?;
        }
    }

    #[test]
    fn only_the_tables_that_are_wanted_are_made(
        rows in prop::collection::vec(any_row(), 0..60),
        filter in any_filter(),
        wanted in prop::sample::subsequence(Dimension::ALL.to_vec(), 0..=4),
    ) {
        let records = build(&rows);
        let mut all = cube(&records, &filter, &Dimension::ALL);
        for (dimension, table) in all.members.iter_mut() {
            if !wanted.contains(&dimension) {
                table.clear();
            }
        }
        let some = cube(&records, &filter, &wanted);
        prop_assert_eq!(&some, &all);
        let (months, bytes) = (records.months().to_vec(), some.to_bytes());
        let read = Cube::from_bytes(&records.catalogue, months, some.coverage.clone(), (records.currency, Measured::Weight), &wanted, &bytes);
        prop_assert_eq!(read, Some(all));
    }

    #[test]
    fn a_cross_table_agrees_with_a_naive_one(
        rows in prop::collection::vec(any_row(), 0..120),
        filter in any_filter(),
    ) {
        let records = build(&rows);
        let at = period("2025-03");
        let pair = (Dimension::Destination, Dimension::RegistrationLocation);
        let table = cross(&records, &filter, pair, at, Span::Ytd).unwrap();
        let mut whole = 0;
        for down in (0..width(pair.0)).map(MemberIndex::from) {
            for across in (0..width(pair.1)).map(MemberIndex::from) {
                let expected = naive(&rows, months_of(at, Span::Ytd), |r| {
                    r.members[pair.0] == down && r.members[pair.1] == across && passes(r, &filter)
                });
                prop_assert_eq!(table.cell(down, across), Some(expected));
                whole += expected.quantity;
            }
        }
        prop_assert_eq!(whole, cube(&records, &filter, &[]).total(at, Span::Ytd).unwrap().quantity);
    }

    #[test]
    fn cross_tables_of_every_month_agree_with_naive_ones(
        rows in prop::collection::vec(any_row(), 0..80),
        filter in any_filter(),
    ) {
        let records = build(&rows);
        let mut expected: BTreeMap<(Period, MemberIndex), u64> = BTreeMap::new();
        for row in rows.iter().filter(|r| passes(r, &filter)) {
            *expected.entry((row.month, row.members[Dimension::Destination])).or_default() += row.quantity;
        }
        let pair = (Dimension::Destination, Dimension::Product);
        for month in records.months() {
            let table = cross(&records, &filter, pair, *month, Span::Month).unwrap();
            for member in (0..width(pair.0)).map(MemberIndex::from) {
                let products = (0..width(pair.1)).map(MemberIndex::from);
                let found: u64 = products.map(|p| table.cell(member, p).unwrap().quantity).sum();
                prop_assert_eq!(found, expected.get(&(*month, member)).copied().unwrap_or(0));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_as_the_same(rows in prop::collection::vec(any_row(), 0..60)) {
        let records = build(&rows);
        let reading = read_records(records_text(&records).as_bytes());
        prop_assert_eq!(reading.problems, vec![]);
        prop_assert_eq!(reading.read.unwrap(), records);
    }

    #[test]
    fn coverage_is_read_as_it_was_written_and_answers_as_a_look_at_every_month_does(
        rows in prop::collection::vec(any_row(), 0..20),
        limits in prop::collection::vec((0..30i32, prop::option::of(0..width(Dimension::Product)), any::<bool>()), 0..12),
        filter in any_filter(),
        back in 0..30i32,
    ) {
        let mut coverage = Coverage::default();
        for (month, product, cut) in limits {
            let extent = if cut { Extent::Incomplete } else { Extent::NotCovered };
            coverage.limit(period("2023-01").plus(month), product.map(MemberIndex::from), extent);
        }
        let records = build(&rows).covering(coverage.clone());
        let reading = read_records(records_text(&records).as_bytes());
        prop_assert_eq!(reading.problems, vec![]);
        let read = reading.read.unwrap();
        prop_assert_eq!(read.coverage(), &coverage);
        let at = period("2025-06").plus(-back);
        let chosen = filter.chosen(Dimension::Product);
        for (_, span) in Span::NAMES {
            let counts = |(month, product, _): &(Period, Option<MemberIndex>, Extent)| {
                let passes = |p| chosen.is_none_or(|chosen| chosen.contains(&p));
                span.first(at) <= *month && *month <= at && product.is_none_or(passes)
            };
            let least = coverage.limits().filter(counts).map(|(.., extent)| extent).max();
            let found = cube(&records, &filter, &[]).coverage.of_chosen(at, span);
            prop_assert_eq!(found, least.unwrap_or(Extent::Whole));
        }
    }

    #[test]
    fn parts_by_month_or_product_make_the_whole(rows in prop::collection::vec(any_row(), 0..60), by_month in any::<bool>()) {
        let (one, other): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|r| match by_month {
            true => r.month < period("2024-01"),
            false => r.members[Dimension::Product].place() < 2,
        });
        let merged = merge(vec![build(&one), build(&other)]).unwrap().unwrap();
        prop_assert_eq!(merged, build(&rows));
    }

    #[test]
    fn a_cube_survives_its_bytes(rows in prop::collection::vec(any_row(), 0..40), filter in any_filter()) {
        let records = build(&rows);
        let all = Dimension::ALL;
        let cube = cube(&records, &filter, &all);
        let bytes = cube.to_bytes();
        let months = records.months().to_vec();
        let coverage = cube.coverage.clone();
        let read = |bytes: &[u8]| {
            Cube::from_bytes(&records.catalogue, months.clone(), coverage.clone(), (records.currency, Measured::Weight), &all, bytes)
        };
        prop_assert_eq!(read(&bytes), Some(cube));
        prop_assert_eq!(read(&bytes[..bytes.len() - 16]), None);
        prop_assert_eq!(read(&bytes[..bytes.len() - 1]), None);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in prop::collection::vec(any_row(), 0..60)) {
        let mut backwards = rows.clone();
        backwards.reverse();
        prop_assert_eq!(build(&rows), build(&backwards));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_records(&bytes);
    }

    #[test]
    fn no_mutation_panics(at in 0..1500usize, byte in any::<u8>(), cut in any::<bool>()) {
        let rows = [Row { month: period("2025-01"), members: each(1, 2, 3, 0).map(MemberIndex::from), quantity: 5, value: 6 }];
        let mut bytes = records_text(&build(&rows)).into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let reading = read_records(&bytes);
        prop_assert!(reading.read.is_some() || !reading.problems.is_empty());
    }
}

#[test]
fn five_million_rows_of_four_billion_kilograms_do_not_overflow() {
    let row = Row {
        month: period("2025-06"),
        members: each(1, 2, 3, 0).map(MemberIndex::from),
        quantity: 4_000_000_000,
        value: 4_000_000_000,
    };
    let records = build(&vec![row; 5_000_000]);
    let expected = 20_000_000_000_000_000;
    let sums = records.whole().total(period("2025-06"), Span::Rolling).unwrap();
    assert_eq!(sums, Sums { quantity: expected, value: expected });
    let filter = Filter::all().only(Dimension::Destination, [MemberIndex::from(2)]);
    let one = cube(&records, &filter, &[Dimension::Product]);
    let product = MemberId { dimension: Dimension::Product, index: MemberIndex::from(1) };
    assert_eq!(one.member(period("2025-06"), Span::Ytd, product).unwrap().quantity, expected);
}

#[test]
fn a_file_in_pieces_is_the_same_file() {
    let rows: Vec<Row> = (0..40_000u16)
        .map(|i| Row {
            month: period("2024-01").plus(i32::from(i % 24)),
            members: DimensionMap::from_fn(|dimension| MemberIndex::from(i % width(dimension))),
            quantity: u64::from(i) * 7_919,
            value: u64::from(i) * 104_729 * 7_919,
        })
        .collect();
    let text = records_text(&build(&rows));
    assert!(text.len() > 1 << 20, "more than a piece: {}", text.len());
    let marked = format!("\u{feff}{text}");
    for text in [&text, &marked] {
        assert_eq!(read_records_in_pieces(&mut text.as_bytes()), read_records(text.as_bytes()).read);
    }
    for cut in [0, 1, 300_000, text.len() - 2] {
        assert_eq!(read_records_in_pieces(&mut &text.as_bytes()[..cut]), None, "cut at {cut}");
    }
    // A fault in a part is no reason to read nothing, but has to be told.
    let strange = text.replacen("\"months\"", "\"sources\": [5], \"months\"", 1);
    assert!(!read_records(strange.as_bytes()).problems.is_empty());
    assert_eq!(read_records_in_pieces(&mut strange.as_bytes()), None);
}

#[test]
fn members_that_overlap_are_told_in_each_file_of_records() {
    let mut builder = Builder::new(catalogue(), None);
    let mut member =
        |dimension, code, en: &str| builder.member(dimension, code, name(en.to_owned())).unwrap();
    let product = member(Dimension::Product, "761410", "Other");
    // Goods of one name are told apart by their codes, and no sum counts them twice.
    member(Dimension::Product, "761490", "Other");
    member(Dimension::Product, "76149000", "Other wire");
    let members = DimensionMap::from_fn(|dimension| match dimension {
        Dimension::Product => Some(product),
        _ => {
            member(dimension, "801", "Some place");
            Some(member(dimension, "802", "some place"))
        }
    });
    builder.push(period("2025-01"), members, 1, 0).unwrap();
    let records = builder.build(Provenance::default());
    let text = records_text(&records);
    let told = |problems: &[Problem]| problems.iter().map(|p| p.place.clone()).collect::<Vec<_>>();
    let expected =
        ["destinations[1].name", "registration_locations[1].name", "trade_modes[1].name", "products[2].code"];
    let reading = read_records(text.as_bytes());
    assert_eq!(told(&reading.problems), expected);
    assert_eq!(reading.read.as_ref(), Some(&records));
    assert_eq!(told(&read_head(write_head(&records).as_bytes()).problems), expected);
    assert_eq!(read_records_in_pieces(&mut text.as_bytes()), None);
}

#[test]
fn sums_that_pass_64_bits_are_refused() {
    let mut builder = Builder::new(catalogue(), None);
    let member = builder.member(Dimension::Product, "01", Name::default()).unwrap();
    let members = DimensionMap::default().with(Dimension::Product, Some(member));
    builder.push(period("2025-01"), members, u64::MAX, 0).unwrap();
    assert!(builder.push(period("2025-01"), members, 1, 0).is_err());
}

#[test]
fn a_month_that_is_not_covered_is_not_zero() {
    let cube = build(&[]).whole().clone();
    assert_eq!(cube.total(period("2025-06"), Span::Month), Some(Sums::default()));
    assert_eq!(cube.total(period("2025-07"), Span::Month), None);
    assert_eq!(cube.total(period("2023-06"), Span::Rolling), None);
}

#[track_caller]
fn check_fault(change: (&str, &str), line: Option<usize>, place: &str, kind: ProblemKind) {
    let rows = [Row {
        month: period("2025-01"),
        members: each(1, 2, 3, 0).map(MemberIndex::from),
        quantity: 50,
        value: 60,
    }];
    let text = records_text(&build(&rows));
    assert!(text.contains(change.0), "{text}");
    let reading = read_records(text.replace(change.0, change.1).as_bytes());
    assert!(reading.read.is_none());
    let problem = reading.problems.last().unwrap();
    assert_eq!((problem.line, problem.place.as_str()), (line, place));
    assert_eq!(problem.kind, kind);
}

#[test]
fn a_fault_in_a_column_has_its_place() {
    let whole = |column| ProblemKind::NotAWholeNumber { column };
    check_fault(("[50]", "[-50]"), Some(22), "columns.quantity_kg", whole(21));
    check_fault(("[50]", "[5.0]"), Some(22), "columns.quantity_kg", whole(22));
    check_fault(("[50]", "[\"50\"]"), Some(22), "columns.quantity_kg", whole(21));
    let strange = ProblemKind::NoSuchCode { code: 12, members: 4 };
    check_fault(("\"product\": [1]", "\"product\": [12]"), None, "columns.product", strange);
    let unequal =
        |column: &str| ProblemKind::UnequalColumns { column: column.to_owned(), length: 2, rows: 1 };
    check_fault(("[60]", "[60,61]"), None, "columns.value_usd", unequal("value_usd"));
    check_fault(("\"month\": [24]", "\"month\": [24,1]"), None, "columns.month", unequal("month"));
    let missing = ProblemKind::MissingField { field: "columns" };
    check_fault(("\"columns\"", "\"column\""), Some(1), "", missing);
}

#[test]
fn parts_that_are_unlike_are_not_added() {
    let with = |currency| {
        let mut builder = Builder::new(catalogue(), Some(currency));
        let member = builder.member(Dimension::Product, "01", Name::default()).unwrap();
        builder
            .push(period("2025-01"), DimensionMap::default().with(Dimension::Product, Some(member)), 1, 1)
            .unwrap();
        builder.build(Provenance::default())
    };
    assert_eq!(merge(vec![with(Currency::Usd), with(Currency::Cny)]), Err(Unlike::Currency));
    assert_eq!(merge(vec![with(Currency::Usd), build(&[])]), Err(Unlike::Dimensions));
    assert_eq!(merge(vec![]), Ok(None));
}
