//! A figure's interval, basis and sources in words.

use super::numbers::{Ends, ends, look, range_with_unit, shown, step_text};
use super::{NameWords, member_name, members_name};
use breakdown::Dataset;
use ledger::{Article, ClaimSpan, End, Ledger, Subject};
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
    /// The reported forms that it rests on.
    pub sources: Vec<Source>,
    /// Other ways to it that can be true at the same time.
    pub agreements: Vec<String>,
    /// The claims of it that are set aside.
    pub contradictions: Vec<SetAside>,
}

/// A claim that is set aside, because it cannot be true together with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The claim's id in the dataset.
    pub claim: String,
    /// What is said of it.
    pub text: String,
}

/// A reported form and where it stands.
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
    /// The words and digits as reported.
    pub printed: String,
    /// The part of the article.
    pub location: String,
    /// A remark of the dataset's keeper.
    pub note: Option<String>,
}

/// How a figure is known, in words. A clause has no capital and no stop, so that sentences can hold it.
pub trait ExplainWords: NameWords {
    /// What a figure can be: "between 21,250 and 21,400 t".
    fn between(&self, low: &str, high: &str, unit: Unit) -> String;
    /// What a reported figure can be that does not contain it: whoever reported it cut its last digits off.
    fn truncated_to(&self, between: &str) -> String;
    /// What a figure can be where nothing bounds it from above: "21,250 t or more".
    fn bounded_below(&self, low: &str, unit: Unit) -> String;
    /// A clause as a sentence.
    fn sentence(&self, clause: &str) -> String;
    /// A figure and, as a clause, another way to it: "21,300 t: the products together, …".
    fn way(&self, figure: &str, clause: &str) -> String;
    /// A claim that is set aside, and what all others leave for its number: "reported as “18%”: all other
    /// figures leave 8.39–8.41%, so that it is set aside".
    fn set_aside(&self, printed: &str, others_allow: Option<&str>) -> String;
    /// The claim of another month with the very same number.
    fn repeats(&self, claim: &str) -> String;
    /// A clause: an article reports it, and nothing more is known.
    fn reported(&self) -> &'static str;
    /// A clause: as which an article reports it, and to which step that is exact: "0.1 t". A source may
    /// truncate tonnages.
    fn reported_as(&self, form: &str, step: Option<&str>, may_be_truncated: bool) -> String;
    /// A clause: the sum of records' rows, with its kilograms where it is a weight.
    fn recorded(&self, kilograms: Option<f64>) -> String;
    /// That a sum of rows is of a file that was cut.
    fn of_cut_file(&self) -> &'static str;
    /// A clause: how a figure follows from its inputs.
    fn derived(&self, rule: Rule, from: &[Figure], figure: &Figure) -> String;
    /// What all reported figures together imply of a figure.
    fn implied(&self, range: &str) -> String;
    /// Which claims keep a figure from being less, and how many more do.
    fn not_less(&self, claims: &[String], more: usize) -> String;
    /// The same of more.
    fn not_more(&self, claims: &[String], more: usize) -> String;
    /// A claim: "Jiangsu, April 2025: share of the total “53.3%”".
    fn claim(&self, who: &str, when: &str, measure: &str, form: &str) -> String;
    /// What members leave of the whole: "all but Mexico and Portugal".
    fn all_but(&self, members: &str) -> String;
    /// Publisher and date of an article.
    fn publication(&self, publisher: &str, date: Option<&str>) -> String;
}

/// A part of a clause on how a figure follows from its inputs. A clause is a list of these rather than a `format!` of its
/// own, of which each rule's would be code.
pub(crate) enum Part {
    /// Words.
    Words(&'static str),
    /// The input of that place.
    Amount(usize),
    /// The same, which is a change and has its sign.
    Change(usize),
    /// All inputs, added up.
    Sum,
}

/// A clause on how a figure follows from its inputs.
pub(crate) fn clause(words: &dyn ExplainWords, from: &[Figure], parts: &[Part]) -> String {
    let input = |place: usize, look| from.get(place).map(|f| shown(words, f, look)).unwrap_or_default();
    let part = |part: &Part| match part {
        Part::Words(text) => (*text).to_owned(),
        Part::Amount(place) => input(*place, look::UNIT),
        Part::Change(place) => input(*place, look::CHANGE_UNIT),
        Part::Sum => (0..from.len()).map(|place| input(place, look::UNIT)).collect::<Vec<_>>().join(" + "),
    };
    parts.iter().map(part).collect()
}

/// Explains a figure.
pub fn explain(words: &dyn ExplainWords, dataset: &Dataset, figure: &Figure) -> Explanation {
    let ledger = dataset.ledger();
    let mut steps = Vec::new();
    inner_steps(words, figure, &mut steps);
    // A change keeps its sign wherever it is told.
    let look = if is_change(ledger, figure) { look::CHANGE_UNIT } else { look::UNIT };
    steps.push(words.sentence(&how(words, ledger, figure)));
    if figure.is_incomplete() {
        steps.push(words.of_cut_file().to_owned());
    }
    if let Some(ledger) = ledger {
        steps.extend(figure.implied.iter().flat_map(|cell| implied(words, ledger, *cell)));
    }
    if let Some(ledger) = ledger {
        let named = figure.repeats.iter().filter_map(|claim| claim_name(words, ledger, *claim));
        steps.extend(named.map(|claim| words.repeats(&claim)));
    }
    let way = |other: &Figure| words.way(&shown(words, other, look), &how(words, ledger, other));
    let aside = |claim: &usize| set_aside(words, ledger?, *claim);
    // Two articles may tell the same, and a reader needs it once.
    let own = way(figure);
    let mut agreements: Vec<String> = Vec::new();
    for told in figure.checks.iter().map(way) {
        if told != own && !agreements.contains(&told) {
            agreements.push(told);
        }
    }
    let mut contradictions: Vec<SetAside> = Vec::new();
    for told in figure.aside.iter().filter_map(aside) {
        if !contradictions.iter().any(|other| other.text == told.text) {
            contradictions.push(told);
        }
    }
    Explanation {
        shown: shown(words, figure, look),
        bounds: bounds(words, figure, look.signed),
        steps,
        sources: figure.claims().iter().filter_map(|c| source(words, ledger?, *c)).collect(),
        agreements,
        contradictions,
    }
}

fn set_aside(words: &dyn ExplainWords, ledger: &Ledger, claim: usize) -> Option<SetAside> {
    let settlement = ledger.settlement();
    let contradiction = settlement.contradictions.get(settlement.contradiction_of(claim)?)?;
    let (printed, figure) = (ledger.claim(claim)?, ledger.as_printed(claim));
    let allowed = contradiction.others_allow.filter(|allowed| allowed.high.is_finite()).zip(figure);
    let range = allowed.map(|(bounds, figure)| {
        let figure = Figure { bounds, basis: Basis::Derived(Rule::Implied, Vec::new()), ..figure };
        range_with_unit(words, &figure, printed.measure.may_be_negative())
    });
    Some(SetAside { claim: printed.id.clone(), text: words.set_aside(&printed.printed, range.as_deref()) })
}

/// Claims that are named for a bound.
const MOST_NAMED: usize = 4;

/// What all reported figures together imply of a quantity, and which of them do.
fn implied(words: &dyn ExplainWords, ledger: &Ledger, cell: Cell) -> Vec<String> {
    let Some(bounds) = ledger.settlement().bounds(cell) else { return Vec::new() };
    let Some(figure) = Figure::derived(Rule::Implied, bounds.low, bounds, Unit::Tonnes, Vec::new()) else {
        return Vec::new();
    };
    let because = |end: End| {
        let claims = ledger.settlement().behind(cell, end);
        let named = claims.iter().take(MOST_NAMED).filter_map(|c| claim_name(words, ledger, *c));
        (named.collect::<Vec<_>>(), claims.len().saturating_sub(MOST_NAMED))
    };
    let ((below, more_below), (above, more_above)) = (because(End::Low), because(End::High));
    vec![
        words.implied(&range_with_unit(words, &figure, false)),
        words.not_less(&below, more_below),
        words.not_more(&above, more_above),
    ]
}

/// A claim in words: "Jiangsu, April 2025: share of the total “53.3%”".
pub fn claim_name(words: &dyn ExplainWords, ledger: &Ledger, index: usize) -> Option<String> {
    let claim = ledger.claim(index)?;
    let catalogue = &ledger.catalogue;
    let product = claim.product.map(|index| MemberId { dimension: Dimension::Product, index });
    let who = match (&claim.subject, product) {
        (Subject::Members(members), _) => members_name(words, catalogue, members),
        (Subject::AllBut(members), _) => words.all_but(&members_name(words, catalogue, members)),
        (_, Some(product)) => member_name(words, catalogue, product).to_owned(),
        (Subject::Dimension(dimension), _) => words.members(*dimension, catalogue.flow).to_owned(),
        (Subject::Total, _) => words.total().to_owned(),
    };
    let measure = words.measure_of_form(claim.measure, catalogue.valuation());
    Some(words.claim(&who, &claim_span(words, claim.span), measure, &claim.printed))
}

/// The months that a claim is about.
pub fn claim_span(words: &dyn ExplainWords, span: ClaimSpan) -> String {
    match span {
        ClaimSpan::Of(period, span) => words.span(period, span),
        ClaimSpan::PartOfYear(year) => words.part_of_year(year),
    }
}

/// Publisher and date of an article: "SMM, 30 May 2025".
pub fn publication(words: &dyn ExplainWords, article: &Article) -> String {
    let date = article.published.as_deref().map(|date| words.date(date));
    words.publication(&article.publisher, date.as_deref())
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
fn bounds(words: &dyn ExplainWords, figure: &Figure, signed: bool) -> String {
    if figure.bounds.low == figure.bounds.high {
        return String::new();
    }
    match ends(figure, signed) {
        Ends::Same(_) => String::new(),
        Ends::Both(low, high) => {
            let between = words.between(&low, &high, figure.unit);
            if figure.is_printed() && !figure.bounds.contains(figure.value) {
                words.truncated_to(&between)
            } else {
                between
            }
        }
        Ends::Low(low) => words.bounded_below(&low, figure.unit),
    }
}

/// The steps that gave the inputs, deepest first.
fn inner_steps(words: &dyn ExplainWords, figure: &Figure, steps: &mut Vec<String>) {
    let Basis::Derived(_, from) = &figure.basis else { return };
    for input in from {
        inner_steps(words, input, steps);
        if let Basis::Derived(rule, inputs) = &input.basis {
            let clause = words.derived(*rule, inputs, input);
            let step = words.sentence(&words.way(&shown(words, input, look::UNIT), &clause));
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
}

fn how(words: &dyn ExplainWords, ledger: Option<&Ledger>, figure: &Figure) -> String {
    match &figure.basis {
        Basis::Printed(claims) => reported(words, ledger, figure, claims),
        // To the kilogram.
        Basis::Recorded => {
            words.recorded((figure.unit == Unit::Tonnes).then(|| (figure.value * 1000.0).round()))
        }
        Basis::Derived(rule, from) => words.derived(*rule, from, figure),
    }
}

fn reported(words: &dyn ExplainWords, ledger: Option<&Ledger>, figure: &Figure, claims: &[usize]) -> String {
    let Some(claim) = claims.first().and_then(|c| ledger?.claim(*c)) else {
        return words.reported().to_owned();
    };
    let tonnage = claim.measure.is_tonnage();
    let unit = if tonnage { Unit::Tonnes } else { Unit::Percent };
    let step = claim.step.filter(|_| tonnage || figure.unit == Unit::Percent);
    let step = step.map(|step| step_text(words, step, unit));
    words.reported_as(&claim.printed, step.as_deref(), tonnage)
}

fn source(words: &dyn ExplainWords, ledger: &Ledger, index: usize) -> Option<Source> {
    let claim = ledger.claim(index)?;
    let article = ledger.article_of(index)?;
    Some(Source {
        claim: claim.id.clone(),
        article: claim.article,
        publication: publication(words, article),
        url: article.url.clone(),
        printed: claim.printed.clone(),
        location: claim.location.clone(),
        note: claim.note.clone(),
    })
}
