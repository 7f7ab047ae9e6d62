//! The dataset of published figures, `docs/dataset.md`.

use super::catalogue::read_catalogue;
use super::node::{Node, Problems, read_file, short};
use super::overlaps::note_overlaps;
use super::problem::{Declared, FieldKind, ProblemKind, Vocabulary};
use super::{PUBLISHED_FIGURES_FORMAT, Parsed};
use ledger::{Article, Bound, Claim, ClaimSpan, Ledger, Measure, Subject};
use model::{
    Dimension, DimensionMap, Frequency, MemberId, MemberIndex, Period, Places, Span, Valuation, read_decimal,
    write_shortest,
};

/// The ways in which articles break a total down.
const BREAKDOWNS: [Dimension; 3] =
    [Dimension::Product, Dimension::Destination, Dimension::RegistrationLocation];

/// Larger than any trade flow, and small enough for exact arithmetic on kilograms.
const LARGEST_NUMBER: f64 = 1e12;

/// Reads a dataset of published figures. A claim with a fault is left out; the rest stands.
pub fn read_ledger(bytes: &[u8]) -> Parsed<Ledger> {
    read_file(bytes, PUBLISHED_FIGURES_FORMAT, |root, problems| {
        let mut catalogue = read_catalogue(root, &BREAKDOWNS, Frequency::Monthly, problems);
        catalogue.valuation = valuation(root, problems);
        note_overlaps(&catalogue, &Dimension::ALL, problems);
        let ledger = Ledger::without_claims(catalogue);
        let ledger = articles(root, ledger, problems);
        if ledger.coverage().is_none() {
            root.fault(problems, ProblemKind::NothingToShow);
            return None;
        }
        Some(ledger)
    })
}

/// What values in money count, where the dataset says so.
fn valuation(root: &Node, problems: &mut Problems) -> Option<Valuation> {
    let node = root.get("valuation")?;
    let found = node.text(problems)?;
    let named = Valuation::NAMES.iter().find(|(name, _)| *name == found).map(|(_, valuation)| *valuation);
    if named.is_none() {
        let found = short(found);
        node.fault(problems, ProblemKind::UnknownWord { what: Vocabulary::Valuations, found });
    }
    named
}

fn articles(root: &Node, mut ledger: Ledger, problems: &mut Problems) -> Ledger {
    let codes = Codes::of(&ledger);
    let mut claims = Vec::new();
    let mut article_ids = Places::default();
    let mut claim_ids = Places::default();
    for node in root.list("articles", problems) {
        let Some(article) = article(&node, problems) else { continue };
        let index = ledger.articles.len();
        if article_ids.first(&article.id, index) != index {
            node.fault(problems, ProblemKind::Duplicate { id: short(&article.id) });
            continue;
        }
        ledger.articles.push(article);
        for node in node.list("claims", problems) {
            let Some(claim) = claim(&node, index, &codes, problems) else {
                continue;
            };
            if claim_ids.first(&claim.id, claims.len()) == claims.len() {
                claims.push(claim);
            } else {
                node.fault(problems, ProblemKind::Duplicate { id: short(&claim.id) });
            }
        }
    }
    ledger.with_claims(claims)
}

fn article(node: &Node, problems: &mut Problems) -> Option<Article> {
    let own = |text: &str| text.to_owned();
    let url = node.get("url").and_then(|n| {
        let url = n.text(problems)?;
        let safe = url.starts_with("https://") || url.starts_with("http://");
        if !safe {
            n.fault(problems, ProblemKind::BadAddress);
        }
        safe.then(|| url.to_owned())
    });
    let date = node.maybe_text("published", problems);
    let about_when = node.maybe_text("published_note", problems);
    Some(Article {
        id: node.need_text("id", problems)?.to_owned(),
        publisher: node.need_text("publisher", problems).map(own).unwrap_or_default(),
        subject: node.need_text("subject", problems).map(own).unwrap_or_default(),
        url,
        published: date.or(about_when).map(own),
        repost_of: node.maybe_text("repost_of", problems).map(own),
        read_in_full: node.flag("read_in_full", false, problems),
        note: node.maybe_text("note", problems).map(own),
    })
}

/// From codes to places in the dataset's lists.
struct Codes {
    members: DimensionMap<Places>,
}

impl Codes {
    fn of(ledger: &Ledger) -> Codes {
        let mut members: DimensionMap<Places> = DimensionMap::default();
        for (dimension, list) in ledger.catalogue.members.iter() {
            for (place, member) in list.iter().enumerate() {
                members[dimension].first(&member.code, place);
            }
        }
        Codes { members }
    }

    fn find(&self, node: &Node, dimension: Dimension, problems: &mut Problems) -> Option<MemberId> {
        let code = node.text(problems)?;
        let place = self.members[dimension].find(code);
        let member = place.and_then(MemberIndex::new).map(|index| MemberId { dimension, index });
        if member.is_none() {
            let what = Declared::Member(dimension);
            let found = short(code);
            node.fault(problems, ProblemKind::Undeclared { what, found });
        }
        member
    }
}

fn claim(node: &Node, article: usize, codes: &Codes, problems: &mut Problems) -> Option<Claim> {
    let id = node.need_text("id", problems)?.to_owned();
    let span = span(node, problems)?;
    let product = match node.get("product") {
        Some(code) => Some(codes.find(&code, Dimension::Product, problems)?.index),
        None => None,
    };
    let subject = subject(node, codes, problems)?;
    let measure_node = node.need("measure", problems)?;
    let name = measure_node.text(problems)?;
    let Some(measure) = Measure::named(name) else {
        let what = Vocabulary::Measures;
        let found = short(name);
        measure_node.fault(problems, ProblemKind::UnknownWord { what, found });
        return None;
    };
    let unit = unit(node, measure, problems)?;
    let bound = match node.get("bound") {
        None => None,
        Some(n) => Some(match n.text(problems)? {
            "above" => Bound::Above,
            "below" => Bound::Below,
            found => {
                let found = short(found);
                let what = Vocabulary::Bounds;
                n.fault(problems, ProblemKind::UnknownWord { what, found });
                return None;
            }
        }),
    };
    let text = |key: &'static str, problems: &mut Problems| node.maybe_text(key, problems).map(str::to_owned);
    Some(Claim {
        id,
        article,
        span,
        product,
        subject,
        measure,
        value: value(node, measure, unit, problems)?,
        step: step(node, measure, unit, problems)?,
        bound,
        forecast: node.flag("forecast", false, problems),
        printed: node.need_text("printed", problems)?.to_owned(),
        location: text("where", problems).unwrap_or_default(),
        note: text("note", problems),
    })
}

fn span(node: &Node, problems: &mut Problems) -> Option<ClaimSpan> {
    let period = node.need("period", problems)?;
    let text = period.text(problems)?;
    let span = match node.get("span") {
        Some(span) => span.text(problems)?,
        None => "month",
    };
    // A year is its December's year to date.
    let year = || match text.len() {
        4 => format!("{text}-12").parse::<Period>().ok(),
        _ => None,
    };
    let month = || text.parse().ok().filter(|period: &Period| period.frequency() == Frequency::Monthly);
    let read = match span {
        "month" => month().map(|p| ClaimSpan::Of(p, Span::Month)),
        "ytd" => month().map(|p| ClaimSpan::Of(p, Span::Ytd)),
        "year" => year().map(|p| ClaimSpan::Of(p, Span::Ytd)),
        "part_of_year" => year().map(|p| ClaimSpan::PartOfYear(p.year())),
        found => {
            let found = short(found);
            let what = Vocabulary::Spans;
            let place = node.place.key("span");
            problems.add(&place, ProblemKind::UnknownWord { what, found });
            return None;
        }
    };
    if read.is_none() {
        period.no_period(Frequency::Monthly, problems);
    }
    read
}

fn subject(node: &Node, codes: &Codes, problems: &mut Problems) -> Option<Subject> {
    // Without its dimension a member's figure would pass for the total's.
    let total = |problems: &mut Problems| match node.get("member").or_else(|| node.get("all_but")) {
        None => Some(Subject::Total),
        Some(_) => {
            problems.add(&node.place.key("dimension"), ProblemKind::MissingField { field: "dimension" });
            None
        }
    };
    let Some(dimension_node) = node.get("dimension") else {
        return total(problems);
    };
    let dimension = match dimension_node.text(problems)? {
        "total" => return total(problems),
        "destination" => Dimension::Destination,
        "registration_location" => Dimension::RegistrationLocation,
        "trade_mode" => Dimension::TradeMode,
        found => {
            let found = short(found);
            let what = Vocabulary::Dimensions;
            dimension_node.fault(problems, ProblemKind::UnknownWord { what, found });
            return None;
        }
    };
    match (node.get("member"), node.get("all_but")) {
        (None, None) => Some(Subject::Dimension(dimension)),
        (Some(some), None) => members(&some, dimension, codes, problems).map(Subject::Members),
        (None, Some(all_but)) => members(&all_but, dimension, codes, problems).map(Subject::AllBut),
        (Some(_), Some(all_but)) => {
            all_but.fault(problems, ProblemKind::NotTogether { other: "member" });
            None
        }
    }
}

/// A code, or a list of codes.
fn members(
    node: &Node,
    dimension: Dimension,
    codes: &Codes,
    problems: &mut Problems,
) -> Option<Vec<MemberId>> {
    let nodes = match node.value.as_list().is_some() {
        true => node.elements(problems),
        false => vec![node.clone()],
    };
    if nodes.is_empty() {
        node.fault(problems, ProblemKind::WrongType { expected: FieldKind::Codes });
        return None;
    }
    let mut members: Vec<MemberId> = Vec::new();
    for node in &nodes {
        let found = codes.find(node, dimension, problems)?;
        if members.contains(&found) {
            let id = node.text(problems).map(short).unwrap_or_default();
            node.fault(problems, ProblemKind::Duplicate { id });
            continue;
        }
        members.push(found);
    }
    Some(members)
}

/// A number as a problem quotes it. Through `serde_json` it would take another table of powers of ten.
fn digits(number: f64) -> String {
    short(&write_shortest(number))
}

/// The units in which articles print tonnages, each with the power of ten that makes tonnes of it.
const TONNAGES: [(&str, i32); 4] = [("kg", -3), ("t", 0), ("10,000 t", 4), ("million t", 6)];

/// The same of values, and dollars.
const DOLLARS: [(&str, i32); 5] =
    [("US$", 0), ("10,000 US$", 4), ("million US$", 6), ("100 million US$", 8), ("billion US$", 9)];

/// The power of ten that makes tonnes or dollars of a claim's numbers.
fn unit(node: &Node, measure: Measure, problems: &mut Problems) -> Option<i32> {
    let Some(node) = node.get("unit") else { return Some(0) };
    let found = node.text(problems)?;
    let units: &[(&str, i32)] = match measure {
        Measure::ValueUsd => &DOLLARS,
        measure if measure.is_tonnage() => &TONNAGES,
        _ => &[],
    };
    let power = units.iter().find(|(name, _)| *name == found).map(|(_, power)| *power);
    if power.is_none() {
        let found = short(found);
        node.fault(problems, ProblemKind::UnknownWord { what: Vocabulary::Units, found });
    }
    power
}

/// A number with its decimal point so many places to the right: 1.37 by four places is 13700, which a product
/// of binary fractions is not.
fn shifted(number: f64, places: i32) -> f64 {
    if places == 0 {
        return number;
    }
    read_decimal(&format!("{}e{places}", write_shortest(number))).unwrap_or(number * f64::INFINITY)
}

fn value(node: &Node, measure: Measure, unit: i32, problems: &mut Problems) -> Option<f64> {
    let node = node.need("value", problems)?;
    let value = shifted(node.number(problems)?, unit);
    let found = digits(value);
    if value < 0.0 && !measure.may_be_negative() {
        node.fault(problems, ProblemKind::Negative { found });
        return None;
    }
    let whole_from_one = measure.has_step() || (value >= 1.0 && value.fract() == 0.0);
    if value.abs() > LARGEST_NUMBER || !whole_from_one {
        node.fault(problems, ProblemKind::OutOfRange { found });
        return None;
    }
    Some(value)
}

/// `Some(None)` for a measure that has no step; `None` for a fault.
fn step(node: &Node, measure: Measure, unit: i32, problems: &mut Problems) -> Option<Option<f64>> {
    if !measure.has_step() {
        return Some(None);
    }
    let node = node.need("step", problems)?;
    let step = shifted(node.number(problems)?, unit);
    let possible = (1e-6..=LARGEST_NUMBER).contains(&step);
    if !possible {
        let found = digits(step);
        node.fault(problems, ProblemKind::OutOfRange { found });
    }
    possible.then_some(Some(step))
}
