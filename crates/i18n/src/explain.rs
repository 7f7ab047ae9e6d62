//! A figure's interval, basis and sources in words.

use super::number::{look, plain, range, shown, step_text, unit};
use super::period::{date_name, span_name};
use super::words::{measure_name, member_name, members_name, members_word};
use breakdown::Dataset;
use ledger::implied::End;
use ledger::{ClaimSpan, Ledger, Subject};
use model::{Basis, Cell, Dimension, Figure, MemberId, Rule, Unit};

/// What a reader can ask of a number: how sure, how known, from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The figure as it is shown, with its unit.
    pub shown: String,
    /// What it can be: "between 21,250 and 21,400 t". Empty for an exact figure.
    pub bounds: String,
    /// How it is known, one step a sentence, the last one giving the figure itself.
    pub steps: Vec<String>,
    /// The printed forms that it rests on.
    pub sources: Vec<Source>,
    /// Other ways to it that can be true at the same time.
    pub agreements: Vec<String>,
    /// Other ways to it that cannot.
    pub contradictions: Vec<String>,
}

/// A printed form and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The claim's id in the dataset.
    pub claim: String,
    /// The article: an index into the ledger's list.
    pub article: usize,
    /// Publisher and date.
    pub publication: String,
    /// The article's address.
    pub url: Option<String>,
    /// The words and digits as printed.
    pub printed: String,
    /// The part of the article.
    pub location: String,
    /// A remark of the dataset's keeper.
    pub note: Option<String>,
}

/// Explains a figure.
pub fn explain(dataset: &Dataset, figure: &Figure) -> Explanation {
    let ledger = dataset.ledger();
    let mut steps = Vec::new();
    inner_steps(figure, &mut steps);
    // A change keeps its sign wherever it is told.
    let look = if is_change(ledger, figure) { look::CHANGE_UNIT } else { look::UNIT };
    steps.push(sentence(&how(ledger, figure)));
    steps.extend(
        ledger.into_iter().flat_map(|ledger| figure.implied.iter().flat_map(|cell| implied(ledger, *cell))),
    );
    let told = |agrees: bool| {
        let checks = figure.checks.iter().filter(move |c| c.agrees == agrees);
        checks.map(|c| format!("{}: {}", shown(&c.other, look), how(ledger, &c.other)))
    };
    Explanation {
        shown: shown(figure, look),
        bounds: bounds(figure, look.signed),
        steps,
        sources: figure.claims().iter().filter_map(|c| source(ledger?, *c)).collect(),
        agreements: told(true).collect(),
        contradictions: told(false).chain(figure.disputed.then(disputed)).collect(),
    }
}

fn disputed() -> String {
    "Other printed figures; the view “Check” names them.".to_owned()
}

/// Claims that are named for a bound.
const MOST_NAMED: usize = 4;

/// What all printed figures together leave of a quantity, and which figures do.
fn implied(ledger: &Ledger, cell: Cell) -> Vec<String> {
    let Some(bounds) = ledger.implied().bounds(cell) else { return Vec::new() };
    let Some(figure) = Figure::derived(Rule::Implied, bounds.low, bounds, Unit::Tonnes, Vec::new()) else {
        return Vec::new();
    };
    let told = range(&figure, false);
    let because = |end: End| {
        let claims = ledger.implied().behind(cell, end);
        let named: Vec<String> =
            claims.iter().take(MOST_NAMED).filter_map(|c| claim_name(ledger, *c)).collect();
        let more = match claims.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        format!("{}{more}.", named.join("; "))
    };
    vec![
        format!("All printed figures together leave {told}{}.", unit(Unit::Tonnes)),
        format!("Not less because of: {}", because(End::Low)),
        format!("Not more because of: {}", because(End::High)),
    ]
}

/// A claim in words: "Jiangsu, April 2025: share of the total “53.3%”".
pub fn claim_name(ledger: &Ledger, index: usize) -> Option<String> {
    let claim = ledger.claim(index)?;
    let product = claim.product.map(|index| MemberId { dimension: Dimension::Product, index });
    let who = match (&claim.subject, product) {
        (Subject::Members(members), _) => members_name(&ledger.catalogue, members),
        (_, Some(product)) => member_name(&ledger.catalogue, product).to_owned(),
        (Subject::Dimension(dimension), _) => members_word(*dimension, ledger.catalogue.flow).to_owned(),
        (Subject::Total, _) => "total".to_owned(),
    };
    let when = match claim.span {
        ClaimSpan::Of(period, span) => span_name(period, span),
        ClaimSpan::PartOfYear(year) => format!("some months of {year}"),
    };
    // The printed form has the unit.
    let measure = measure_name(claim.measure).split(',').next().unwrap_or_default();
    Some(format!("{who}, {when}: {measure} “{}”", claim.printed))
}

fn is_change(ledger: Option<&Ledger>, figure: &Figure) -> bool {
    match &figure.basis {
        Basis::Printed(claims) => {
            claims.first().and_then(|c| ledger?.claim(*c)).is_some_and(|c| c.measure.may_be_negative())
        }
        Basis::Recorded => false,
        Basis::Derived(rule, _) => {
            matches!(
                rule,
                Rule::Difference
                    | Rule::ChangeFromGrowth
                    | Rule::GrowthFromChange
                    | Rule::Growth
                    | Rule::PartOfChange
                    | Rule::VolumeEffect
                    | Rule::PriceEffect
            )
        }
    }
}

/// "between 21,250 and 21,400 t", or nothing for an exact figure.
fn bounds(figure: &Figure, signed: bool) -> String {
    if figure.bounds.low == figure.bounds.high {
        return String::new();
    }
    let unit = if figure.unit == Unit::Months { " months" } else { unit(figure.unit) };
    let range = range(figure, signed);
    match range.split_once('–').or_else(|| range.split_once(" to ")) {
        Some((low, high)) => format!("between {low} and {high}{unit}"),
        None if range.ends_with("more") => format!("{range}{unit}"),
        None => String::new(),
    }
}

/// The steps that gave the inputs, deepest first.
fn inner_steps(figure: &Figure, steps: &mut Vec<String>) {
    let Basis::Derived(_, from) = &figure.basis else { return };
    for input in from {
        inner_steps(input, steps);
        if let Basis::Derived(rule, inputs) = &input.basis {
            let step = format!("{}: {}.", shown(input, look::UNIT), derived(*rule, inputs, input));
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
}

fn how(ledger: Option<&Ledger>, figure: &Figure) -> String {
    match &figure.basis {
        Basis::Printed(claims) => printed(ledger, figure, claims),
        Basis::Recorded => recorded(figure),
        Basis::Derived(rule, from) => derived(*rule, from, figure),
    }
}

/// The exact sum, to the kilogram.
fn recorded(figure: &Figure) -> String {
    match figure.unit {
        Unit::Tonnes => format!(
            "the sum of the dataset’s rows, {}\u{a0}kg exactly",
            plain((figure.value * 1000.0).round(), 0, false)
        ),
        _ => "the exact sum of the dataset’s rows".to_owned(),
    }
}

fn printed(ledger: Option<&Ledger>, figure: &Figure, claims: &[usize]) -> String {
    let Some(claim) = claims.first().and_then(|c| ledger?.claim(*c)) else {
        return "printed".to_owned();
    };
    let form = format!("printed as “{}”", claim.printed);
    match claim.step {
        Some(step) if claim.measure.is_tonnage() => {
            format!("{form}, to {}, rounded or cut off", step_text(step, false))
        }
        Some(step) if figure.unit == Unit::Percent => {
            format!("{form}, rounded to {}", step_text(step, true))
        }
        _ => form,
    }
}

/// How a figure follows from its inputs, as a clause.
fn derived(rule: Rule, from: &[Figure], figure: &Figure) -> String {
    let input = |i: usize| from.get(i).map(|f| shown(f, look::UNIT)).unwrap_or_default();
    let change = |i: usize| from.get(i).map(|f| shown(f, look::CHANGE_UNIT)).unwrap_or_default();
    let together = || {
        let parts: Vec<String> = from.iter().map(|f| shown(f, look::UNIT)).collect();
        parts.join(" + ")
    };
    match rule {
        Rule::LessChange => format!("{} a month later, less the change of {}", input(0), change(1)),
        Rule::OverGrowth => format!("{} later, before its growth of {}", input(0), change(1)),
        Rule::PlusChange => format!("{} before, plus the change of {}", input(0), change(1)),
        Rule::TimesGrowth => format!("{} before, grown by {}", input(0), change(1)),
        Rule::ShareOfWhole => format!("a share of {} of the total of {}", input(0), input(1)),
        Rule::LessYearToDateBefore => {
            format!("{} from January to this month, less {} to the month before", input(0), input(1))
        }
        Rule::YearToDateBeforePlusMonth => {
            format!("{} from January to the month before, plus {} in this month", input(0), input(1))
        }
        Rule::January => format!("January alone and January to date are the same: {}", input(0)),
        Rule::SumOfProducts => format!("the products together, {}", together()),
        Rule::Difference => format!("{} less {} before", input(0), input(1)),
        Rule::ChangeFromGrowth => format!("a growth of {} that ended at {}", change(1), input(0)),
        Rule::GrowthFromChange => format!("a change of {} that ended at {}", change(1), input(0)),
        Rule::Growth => format!("{} compared with {} before", input(0), input(1)),
        Rule::PartOfWhole => format!("{} out of {}", input(0), input(1)),
        Rule::Remainder => format!("the total of {} less {} that are listed", input(0), input(1)),
        Rule::SumOfParts => format!("the listed together, {}", together()),
        Rule::Order if figure.bounds.low == figure.bounds.high => {
            "by size: nothing that is not listed could change it".to_owned()
        }
        Rule::Order => "by size among the listed; others that are not listed may be larger".to_owned(),
        Rule::ValuePerTonne => format!("{} for {}", input(0), input(1)),
        Rule::PartOfChange => format!("its change of {}, on the total of {} before", change(0), input(1)),
        Rule::VolumeEffect => {
            format!("the change in quantity, {}, at the mean of the two unit values", change(0))
        }
        Rule::PriceEffect => {
            format!("the change in unit value, {}, on the mean of the two quantities", change(0))
        }
        Rule::TopThree => format!("the three largest, {}, out of {}", input(0), input(1)),
        Rule::SquaredShares => {
            "the squares of all shares in percent, added up: 10,000 is one member alone".to_owned()
        }
        Rule::Implied => "what all printed figures together leave".to_owned(),
        Rule::HowMany => "members with rows in these months".to_owned(),
        Rule::Counted => "counted back through the months in which first place is certain".to_owned(),
    }
}

fn source(ledger: &Ledger, index: usize) -> Option<Source> {
    let claim = ledger.claim(index)?;
    let article = ledger.article_of(index)?;
    let publication = match &article.published {
        Some(date) => format!("{}, {}", article.publisher, date_name(date)),
        None => article.publisher.clone(),
    };
    Some(Source {
        claim: claim.id.clone(),
        article: claim.article,
        publication,
        url: article.url.clone(),
        printed: claim.printed.clone(),
        location: claim.location.clone(),
        note: claim.note.clone(),
    })
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    capitalised(clause) + "."
}

/// With a capital letter in front.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
