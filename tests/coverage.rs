//! What files do not cover is not zero, and what was cut is compared with nothing.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use breakdown::{Dataset, Entry, NoExtreme, Presence, breakdown, extreme, series};
use dataset::{read_head, read_records, read_sums, records_text, write_head, write_sums};
use i18n::{ENGLISH, import_problem};
use import::{Import, Options, Outcome};
use model::{Against, Answer, Catalogue, Dimension, Flow, Missing, Name, Period, Span};
use records::{Extent, Filter, Records, cube, merge};

const HEAD: &str =
    "Date of data,Commodity code,Commodity,Trading partner code,Trading partner,Quantity,Unit,US dollar";

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// A file of customs: month, product, partner, kilograms.
fn file(rows: &[(&str, &str, &str, u64)]) -> String {
    let line = |(month, product, partner, kilograms): &(&str, &str, &str, u64)| {
        format!(
            "{month},{product},Goods {product},{partner},Partner {partner},{kilograms},Kilogram,{}",
            3 * kilograms
        )
    };
    format!("{HEAD}\n{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn imported(files: &[(&str, &str)]) -> Outcome {
    let mut import = Import::new(Options { flow: Some(Flow::Export), ..Options::default() });
    for (name, text) in files {
        import.add(name, text.as_bytes().to_vec());
    }
    let name = |en: &str| Name { en: en.to_owned(), zh: String::new() };
    import.finish(Catalogue {
        id: "mine".to_owned(),
        title: name("Mine"),
        commodity: name("goods"),
        reporter: name("China"),
        ..Catalogue::default()
    })
}

fn sentences(outcome: &Outcome) -> Vec<String> {
    outcome.problems.iter().map(|problem| import_problem(&ENGLISH, problem)).collect()
}

fn at(records: &Records, month: &str, span: Span) -> breakdown::Breakdown {
    breakdown(&Dataset::Recorded(records.into()), None, period(month), span)
}

fn line(records: &Records, month: &str, dimension: Dimension, code: &str) -> Entry {
    let of = |entry: &Entry| entry.member() == records.catalogue.find(dimension, code);
    let found = at(records, month, Span::Month);
    found.ranking(dimension).entries.iter().find(|entry| of(entry)).unwrap().clone()
}

fn presence(records: &Records, month: &str, dimension: Dimension, code: &str) -> Presence {
    line(records, month, dimension, code).recorded.unwrap().presence
}

#[track_caller]
fn is(answer: &Answer, tonnes: f64) {
    let figure = answer.as_ref().unwrap();
    assert_eq!((figure.value, figure.bounds.low, figure.bounds.high), (tonnes, tonnes, tonnes));
}

/// One file has a product from January on, another a second one from March on.
fn uneven() -> Outcome {
    let months = ["202501", "202502", "202503", "202504"];
    let first = file(&months.map(|month| (month, "76141000", "429", 100_000)));
    let second = file(&["202503", "202504"].map(|month| (month, "76149000", "429", 150_000)));
    imported(&[("a.csv", &first), ("b.csv", &second)])
}

#[test]
fn a_product_whose_file_begins_later_is_not_new_and_nothing_is_compared_with_before_it() {
    let outcome = uneven();
    assert_eq!(
        sentences(&outcome),
        [
            "No file covers HS 76149000 in January 2025 and February 2025: not known there, which is not zero, and neither are sums of all products."
        ]
    );
    let records = outcome.records.unwrap();
    let march = at(&records, "2025-03", Span::Month);
    is(&march.total.quantity, 250.0);
    for change in [&march.total.mom.percent, &march.total.mom.absolute, &march.total.mom.previous] {
        assert_eq!(*change, Err(Missing::NotCovered));
    }
    let own = |code| line(&records, "2025-03", Dimension::Product, code);
    is(&own("76141000").mom.absolute, 0.0);
    assert_eq!(own("76149000").mom.previous, Err(Missing::NotCovered));
    assert_eq!(own("76149000").recorded.unwrap().presence, Presence::Continuing);
    assert_eq!(presence(&records, "2025-03", Dimension::Destination, "429"), Presence::Continuing);

    // Of February the first product is known, its place and its part of the whole are not.
    let february = at(&records, "2025-02", Span::Month);
    assert_eq!(february.total.quantity, Err(Missing::NotCovered));
    let known = line(&records, "2025-02", Dimension::Product, "76141000");
    is(&known.quantity, 100.0);
    assert_eq!((known.rank, known.share), (Err(Missing::NotCovered), Err(Missing::NotCovered)));
    assert!(february.ranking(Dimension::Destination).entries.is_empty());

    // April compares with March; the year to date does not begin in January of both.
    is(&at(&records, "2025-04", Span::Month).total.mom.absolute, 0.0);
    assert_eq!(at(&records, "2025-04", Span::Ytd).whole.quantity, Err(Missing::NotCovered));
    // First place since March at least, not since March.
    let streak = line(&records, "2025-04", Dimension::Product, "76149000").streak.unwrap();
    assert_eq!((streak.value, streak.bounds.high), (2.0, f64::INFINITY));
    // The highest month since when cannot be told of a month that is not known.
    let dataset = Dataset::Recorded((&records).into());
    let months = series(&dataset, None);
    assert_eq!(extreme(&months, period("2025-03")), Err(NoExtreme::Unknown(period("2025-02"))));

    // Who asks for the first product alone has all of its months.
    let [first, second] = ["76141000", "76149000"].map(|code| {
        let place =
            records.catalogue.members(Dimension::Product).iter().position(|m| m.code == code).unwrap();
        model::MemberIndex::new(place).unwrap()
    });
    let chosen =
        |product| cube(&records, &Filter::all().only(Dimension::Product, [product]), &Dimension::ALL);
    let of = |product| breakdown(&dataset, Some(&chosen(product)), period("2025-03"), Span::Month);
    is(&of(first).total.mom.absolute, 0.0);
    assert_eq!(of(second).total.mom.absolute, Err(Missing::NotCovered));
    // Mexico took more of all goods in March than in a February of which only some is known: no change.
    assert_eq!(of(first).ranking(Dimension::Product).whole.mom.absolute, Err(Missing::NotCovered));
}

#[test]
fn within_one_file_a_product_that_begins_later_is_new() {
    let rows = [
        ("202501", "76141000", "429", 100_000),
        ("202502", "76141000", "429", 100_000),
        ("202503", "76141000", "429", 100_000),
        ("202503", "76149000", "412", 150_000),
    ];
    let outcome = imported(&[("a.csv", &file(&rows))]);
    assert_eq!(sentences(&outcome), [""; 0]);
    let records = outcome.records.unwrap();
    assert_eq!(presence(&records, "2025-03", Dimension::Product, "76149000"), Presence::New);
    assert_eq!(presence(&records, "2025-03", Dimension::Destination, "412"), Presence::New);
    is(&at(&records, "2025-03", Span::Month).total.mom.absolute, 150.0);
}

/// January in full, and February up to the 10,000th row: partners behind 499 are missing.
fn cut(by_month: bool) -> String {
    let mut rows = Vec::new();
    let partners: Vec<String> =
        (100..600).map(|code| code.to_string()).filter(|code| code != "142").collect();
    let codes: Vec<String> = (0..12).map(|code| format!("7324{code:04}")).collect();
    for month in ["202501", "202502"] {
        for partner in &partners {
            for code in &codes {
                rows.push((month, code.as_str(), partner.as_str(), 1_000));
            }
        }
    }
    if !by_month {
        rows.sort_by_key(|(month, code, partner, _)| (*partner, *code, *month));
    }
    rows.truncate(10_000);
    file(&rows)
}

#[test]
fn a_month_that_was_cut_is_shown_as_at_least_and_is_no_news() {
    let outcome = imported(&[("sinks.csv", &cut(true))]);
    let told = sentences(&outcome);
    assert!(told[0].contains("exactly 10,000 rows"), "{told:?}");
    assert_eq!(
        told[1],
        "sinks.csv: The rows stop in February 2025 at partner 435 (Puerto Rico). What they tell of February 2025 is incomplete: it is shown as “at least”, and compared with nothing."
    );
    let records = outcome.records.unwrap();
    assert_eq!(records.catalogue.default_period, Some(period("2025-01")));
    let february = at(&records, "2025-02", Span::Month);
    let total = &february.total;
    let quantity = total.quantity.as_ref().unwrap();
    assert_eq!(
        (quantity.value, quantity.bounds.low, quantity.bounds.high),
        (4_012.0, 4_012.0, f64::INFINITY)
    );
    assert!(quantity.is_incomplete());
    let recorded = total.recorded.as_ref().unwrap();
    for answer in [&total.mom.absolute, &total.mom.percent, &recorded.unit_value, &recorded.price_effect] {
        assert_eq!(*answer, Err(Missing::Incomplete));
    }
    // Nothing was seen of partner 599: it may be there.
    assert_eq!(presence(&records, "2025-02", Dimension::Destination, "599"), Presence::Absent);
    assert_eq!(line(&records, "2025-02", Dimension::Destination, "100").rank, Err(Missing::Incomplete));
    let destinations = february.ranking(Dimension::Destination);
    assert!(destinations.concentration.is_none() && !destinations.complete);
    assert_eq!(destinations.remainder, Err(Missing::Incomplete));
    // A year to date with it is as incomplete; January is whole.
    assert!(at(&records, "2025-02", Span::Ytd).whole.quantity.unwrap().is_incomplete());
    is(&at(&records, "2025-01", Span::Month).total.quantity, 5_988.0);
    let months = series(&Dataset::Recorded((&records).into()), None);
    assert_eq!(extreme(&months, period("2025-02")), Err(NoExtreme::Unknown(period("2025-02"))));
    assert!(breakdown::run(&months, period("2025-02"), Against::MonthBefore).is_err());
}

#[test]
fn a_cut_file_that_is_not_in_order_of_months_has_no_whole_month() {
    let records = imported(&[("sinks.csv", &cut(false))]).records.unwrap();
    for month in ["2025-01", "2025-02"] {
        assert_eq!(records.coverage().of_all(period(month), Span::Month), Extent::Incomplete);
    }
    assert_eq!(records.catalogue.default_period, None);
}

#[test]
fn a_month_without_rows_inside_one_query_had_no_trade_and_is_asked_about() {
    let rows = ["202501", "202503", "202504"].map(|month| (month, "27101210", "133", 14_000));
    let outcome = imported(&[("petrol.csv", &file(&rows))]);
    assert_eq!(
        sentences(&outcome),
        [
            "petrol.csv: February 2025 has no rows, between months that have some: taken for no trade. If they were not downloaded, the figures are too small."
        ]
    );
    let records = outcome.records.unwrap();
    is(&at(&records, "2025-02", Span::Month).total.quantity, 0.0);
    is(&at(&records, "2025-04", Span::Ytd).whole.quantity, 42.0);
    assert_eq!(presence(&records, "2025-03", Dimension::Destination, "133"), Presence::Returned(1));
    // A query is of months of one year: what lies between two years is not known.
    let apart = ["202411", "202502"].map(|month| (month, "27101210", "133", 14_000));
    let records = imported(&[("petrol.csv", &file(&apart))]).records.unwrap();
    assert_eq!(records.months(), [period("2024-11"), period("2025-02")]);
}

#[test]
fn a_destination_behind_a_month_that_is_not_covered_is_neither_new_nor_back() {
    let before = file(&[("202501", "76141000", "429", 100_000), ("202501", "76141000", "412", 5_000)]);
    let after = file(&[
        ("202503", "76141000", "429", 100_000),
        ("202503", "76141000", "412", 5_000),
        ("202503", "76141000", "434", 7_000),
    ]);
    let records = imported(&[("a.csv", &before), ("b.csv", &after)]).records.unwrap();
    for code in ["429", "412", "434"] {
        assert_eq!(presence(&records, "2025-03", Dimension::Destination, code), Presence::Continuing);
    }
}

#[test]
fn what_is_covered_is_written_read_summed_and_merged() {
    for records in [uneven().records.unwrap(), imported(&[("sinks.csv", &cut(true))]).records.unwrap()] {
        let text = records_text(&records);
        let reading = read_records(text.as_bytes());
        assert_eq!((reading.problems, reading.read.as_ref()), (Vec::new(), Some(&records)));
        assert!(!records.coverage().is_whole());
        assert_eq!(&read_head(write_head(&records).as_bytes()).read.unwrap().coverage, records.coverage());
        let sums = read_sums(write_sums(&records, "abc").as_bytes(), "abc").unwrap();
        assert_eq!(&sums.whole, records.whole());
        assert_eq!(&sums.head.coverage, records.coverage());
    }
    // The files as parts of their own, put together.
    let months = ["202501", "202502", "202503", "202504"];
    let part = |rows: &[_]| imported(&[("part.csv", &file(rows))]).records.unwrap();
    let first = part(&months.map(|month| (month, "76141000", "429", 100_000)));
    let second = part(&["202503", "202504"].map(|month| (month, "76149000", "429", 150_000)));
    let merged = merge(vec![first, second]).unwrap().unwrap();
    assert_eq!(merged.coverage(), uneven().records.unwrap().coverage());
}

#[test]
fn a_product_that_coverage_names_and_the_dataset_does_not_is_told() {
    let text =
        records_text(&uneven().records.unwrap()).replace("{\"product\":\"76149000\"", "{\"product\":\"99\"");
    let reading = read_records(text.as_bytes());
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].place, "coverage[0].product");
    assert!(reading.read.unwrap().coverage().is_whole());
}

#[test]
fn the_note_names_what_is_not_covered_and_makes_no_news_of_it() {
    let records = uneven().records.unwrap();
    let dataset = Dataset::Recorded((&records).into());
    let written = |language| {
        let material = note::Material::new(&dataset, None, period("2025-03"));
        note::text(&note::write(&material, language, note::Length::Full), note::Export::default())
    };
    let english = written(model::Language::English);
    assert!(english.contains("No file covers HS 76149000 in January 2025 and February 2025"), "{english}");
    for news in ["rose", "new", "150.0%"] {
        assert!(!english.contains(news), "{news}: {english}");
    }
    let chinese = written(model::Language::Chinese);
    assert!(chinese.contains("未包括HS编码76149000在2025年1月、2025年2月的数据"), "{chinese}");
}

#[test]
fn a_destination_with_less_than_half_a_kilogram_is_one_as_well() {
    let text = format!(
        "{HEAD}\n202503,76141000,Wire,429,Mexico,100000,Kilogram,300000\n202503,76141000,Wire,412,Chile,500,Kilogram,2500\n\
         202504,76141000,Wire,429,Mexico,100000,Kilogram,300000\n202504,76141000,Wire,412,Chile,0,Kilogram,800\n\
         202504,76141000,Wire,434,Peru,0,Kilogram,90\n"
    );
    let records = imported(&[("a.csv", &text)]).records.unwrap();
    let april = at(&records, "2025-04", Span::Month);
    let spread = april.ranking(Dimension::Destination).concentration.as_ref().unwrap();
    is(&spread.members, 3.0);
    let dataset = Dataset::Recorded((&records).into());
    let material = note::Material::new(&dataset, None, period("2025-04"));
    let english = note::text(
        &note::write(&material, model::Language::English, note::Length::Full),
        note::Export::default(),
    );
    assert!(!english.contains("only"), "{english}");
}

/// The download of January to November 2025 ends at the row where customs' site cuts, so that November lacks partners.
#[test]
fn the_records_that_ship_say_which_month_was_cut() {
    let file = include_bytes!("../public/data/cn-stainless-steel-sinks.json");
    let records = dataset::read_records(file).read.unwrap();
    let november: model::Period = "2025-11".parse().unwrap();
    for month in records.months() {
        let expected = if *month == november { Extent::Incomplete } else { Extent::Whole };
        assert_eq!(records.coverage().of_all(*month, Span::Month), expected, "{month}");
    }
    let note = |period: &str| {
        let dataset = breakdown::Dataset::Recorded((&records).into());
        let material = note::Material::new(&dataset, None, period.parse().unwrap());
        let note = note::write(&material, note::Language::English, note::Length::Full);
        note::export(&note, note::Format::Text, note::Export::default())
    };
    let november = note("2025-11").replace('\u{a0}', " ");
    assert!(
        november.contains("at least 15,098 t") && !november.contains("Nothing was shipped"),
        "{november}"
    );
    assert!(!note("2025-12").contains("after none in November"));
}

/// Of such a month a reader sees in every chart that it is none like the others.
#[test]
fn a_month_that_was_cut_is_hatched_wherever_it_is_drawn() {
    let file = include_bytes!("../public/data/cn-stainless-steel-sinks.json");
    let records = dataset::read_records(file).read.unwrap();
    let page = |query: &str| {
        let manifest = dataset::Manifest { datasets: Vec::new(), default: 0 };
        let shown = tonnage::Shown::of_site(Dataset::Recorded((&records).into()), None);
        let (view, _) = view::View::from_query(&format!("?period=2026-06&{query}"));
        tonnage::page_html(manifest, shown, view).body
    };
    let hatched = |html: &str| html.matches("class=\"c-gap\"").count();
    assert_eq!(hatched(&page("view=trend")), 1);
    // Months cut into members, in tonnes and as shares; the line of one who is compared; each alone.
    assert_eq!(hatched(&page("view=destinations")), 1);
    assert_eq!(hatched(&page("view=destinations&as=share")), 1);
    assert_eq!(hatched(&page("view=destinations&compare=USA")), 2);
    assert_eq!(hatched(&page("view=destinations&compare=USA~THA&panels=each")), 3);
    // An index compares: it has no figure of that month.
    assert_eq!(hatched(&page("view=destinations&compare=USA&as=index")), 1);
    let season = page("view=season");
    assert_eq!(hatched(&season), 1);
    assert!(season.contains(">≥15,098<"), "as much or more");
}
