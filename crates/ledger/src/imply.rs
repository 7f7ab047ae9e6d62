//! What printed figures give in one step: a base from a change, a change from two quantities, a
//! share from a part and the whole. Inputs of a step are printed figures only, so nothing here
//! can chase its own tail.

use super::book::Ledger;
use super::claim::Measure;
use super::settlement::End;
use model::{
    Against, Answer, Cell, Change, Dimension, Figure, Interval, MemberId, Missing, Rule, Span, Unit, choose,
    each_once,
};

/// The quantity of a cell, tonnes: as printed, else by the narrowest single step, within what all claims
/// together leave. Every other way to it is kept as a check.
pub fn quantity(ledger: &Ledger, cell: Cell) -> Answer {
    let mut ways = ledger.printed(cell, Measure::Quantity);
    let year_after = cell.at(cell.period.plus_years(1));
    ways.extend(ledger.printed(year_after, Measure::QuantityYearBefore));
    for against in [Against::MonthBefore, Against::YearBefore] {
        ways.extend(from_later(ledger, cell, against));
        ways.extend(from_earlier(ledger, cell, against));
    }
    ways.extend(from_share(ledger, cell));
    ways.extend(from_spans(ledger, cell));
    ways.extend(from_products(ledger, cell));
    let mut aside = ledger.set_aside(cell, Measure::Quantity);
    aside.extend(ledger.set_aside(year_after, Measure::QuantityYearBefore));
    // “1,731.0 t, an increase of 1,731.0 t”: the month before was not listed, and nobody knows that it was zero.
    if ways.is_empty() && aside.is_empty() && is_before_all(ledger, cell) {
        return Err(Missing::NotListedOrZero);
    }
    let shown = narrowed(ledger, cell, choose(ways, true));
    doubted(ledger, shown, aside).ok_or_else(|| why_missing(ledger, cell))
}

/// Whether an article gives the whole quantity of the next month as its change on this one.
fn is_before_all(ledger: &Ledger, cell: Cell) -> bool {
    cell.span == Span::Month && ledger.changed_by_all(cell.at(cell.period.plus(1)))
}

/// A figure with the claims of it that are set aside; the first of these where nothing else is known.
fn doubted(ledger: &Ledger, figure: Option<Figure>, aside: Vec<usize>) -> Option<Figure> {
    let figure = figure.or_else(|| ledger.as_printed(*aside.first()?))?;
    Some(Figure { aside: each_once(&[figure.aside, aside].concat()), ..figure })
}

/// Room of a range that is worth showing, as a part of its upper end.
const TELLING: f64 = 0.25;
/// What is left of a figure's room when other figures are worth a mention.
const NARROWER: f64 = 0.9;
/// What is left of the room of a single step when all claims together are the better explanation.
const MUCH_NARROWER: f64 = 0.5;

/// A quantity within what all claims together leave; what they leave is the quantity where no single step
/// tells nearly as much.
fn narrowed(ledger: &Ledger, cell: Cell, shown: Option<Figure>) -> Option<Figure> {
    let Some(left) = ledger.settlement().bounds(cell).filter(|b| b.high.is_finite()) else { return shown };
    match shown {
        Some(figure) if figure.is_printed() || left.width() > figure.bounds.width() * MUCH_NARROWER => {
            let is_narrower = left.width() < figure.own.width() * NARROWER;
            Some(Figure { implied: is_narrower.then_some(cell), ..figure.within(left) })
        }
        Some(figure) => implied(ledger, cell, left).map(|f| Figure { checks: vec![figure.bare()], ..f }),
        None => {
            let telling = left.low > 0.0 && left.width() <= left.high * TELLING;
            telling.then(|| implied(ledger, cell, left))?
        }
    }
}

/// What all claims together leave of a quantity.
fn implied(ledger: &Ledger, cell: Cell, left: Interval) -> Option<Figure> {
    let ends = End::BOTH.map(|end| ledger.settlement().behind(cell, end).to_vec()).concat();
    let printed = |c: usize| {
        let claim = ledger.claim(c)?;
        let unit = claim.measure.unit().unwrap_or(Unit::Count);
        Some(Figure::printed(claim.value, claim.bounds(), unit, claim.decimals(), c))
    };
    let from = each_once(&ends).into_iter().filter_map(printed).collect();
    let figure = Figure::derived(Rule::Implied, left.low + left.width() / 2.0, left, Unit::Tonnes, from)?;
    Some(Figure { implied: Some(cell), ..figure })
}

/// The part of the total of the same months that a cell makes up, percent. The narrower of the
/// printed and the computed share; the other is a check.
pub fn share(ledger: &Ledger, cell: Cell) -> Answer {
    if cell.is_total() {
        return Err(Missing::NotApplicable);
    }
    let mut ways = ledger.printed(cell, Measure::Share);
    let part = quantity(ledger, cell);
    if let (Ok(part), Ok(whole)) = (&part, quantity(ledger, cell.whole())) {
        ways.extend(step(Rule::PartOfWhole, Unit::Percent, part, &whole, |p, w| p / w * 100.0));
    }
    let aside = ledger.set_aside(cell, Measure::Share);
    doubted(ledger, choose(ways, false), aside).ok_or_else(|| part.err().unwrap_or(Missing::NotPublished))
}

/// How a cell compares with the month before or with a year before.
pub fn change(ledger: &Ledger, cell: Cell, against: Against) -> Change {
    if cell.span != Span::Month && against == Against::MonthBefore {
        return Change::missing(Missing::NotApplicable);
    }
    let previous = quantity(ledger, earlier(cell, against));
    if previous == Err(Missing::NotListedOrZero) && against == Against::MonthBefore {
        return Change::missing(Missing::NotListedOrZero);
    }
    let now = quantity(ledger, cell);
    let printed_change = printed_change(ledger, cell, against);
    let printed_growth = ledger.printed(cell, growth_measure(against));

    let mut changes = printed_change.clone();
    let mut growths = printed_growth.clone();
    if let Ok(now) = &now {
        // A change that leaves nothing before it has no growth.
        let leaves_a_base = |c: &&Figure| now.bounds.low - c.bounds.high > 0.0;
        for change in printed_change.iter().filter(leaves_a_base) {
            growths
                .extend(step(Rule::GrowthFromChange, Unit::Percent, now, change, |q, c| c / (q - c) * 100.0));
        }
        if let Ok(previous) = &previous {
            growths.extend(step(Rule::Growth, Unit::Percent, now, previous, |a, b| (a / b - 1.0) * 100.0));
            changes.extend(step(Rule::Difference, Unit::Tonnes, now, previous, |a, b| a - b));
        }
        for growth in &printed_growth {
            changes
                .extend(step(Rule::ChangeFromGrowth, Unit::Tonnes, now, growth, |q, g| q * g / (100.0 + g)));
        }
    }
    // A base that may be zero gives no percentage, whatever the arithmetic says.
    let zero_base = previous.as_ref().is_ok_and(|p| p.bounds.low <= 0.0);
    growths.retain(|g| g.is_printed() || !zero_base);
    let reason = match (&now, &previous) {
        (Err(reason), _) => *reason,
        (_, Err(reason)) => *reason,
        _ => Missing::NotPublished,
    };
    let absolute_aside = match against {
        Against::MonthBefore => ledger.set_aside(cell, Measure::MomAbsolute),
        Against::YearBefore => Vec::new(),
    };
    let growth_aside = ledger.set_aside(cell, growth_measure(against));
    Change {
        absolute: doubted(ledger, choose(changes, false), absolute_aside).ok_or(reason),
        percent: doubted(ledger, choose(growths, false), growth_aside).ok_or(if zero_base {
            Missing::ZeroBase
        } else {
            reason
        }),
        previous,
    }
}

fn earlier(cell: Cell, against: Against) -> Cell {
    cell.at(against.before(cell.period))
}

fn growth_measure(against: Against) -> Measure {
    match against {
        Against::MonthBefore => Measure::MomPercent,
        Against::YearBefore => Measure::YoyPercent,
    }
}

fn printed_change(ledger: &Ledger, cell: Cell, against: Against) -> Vec<Figure> {
    match against {
        Against::MonthBefore => ledger.printed(cell, Measure::MomAbsolute),
        Against::YearBefore => Vec::new(),
    }
}

/// A year to date has no month before.
fn compares(span: Span, against: Against) -> bool {
    span == Span::Month || against == Against::YearBefore
}

/// The printed quantity of a cell, without its checks.
fn printed_quantity(ledger: &Ledger, cell: Cell) -> Option<Figure> {
    choose(ledger.printed(cell, Measure::Quantity), true).map(|f| f.bare())
}

/// The base of a change that a later article prints.
fn from_later(ledger: &Ledger, cell: Cell, against: Against) -> Vec<Figure> {
    let later = cell.at(against.after(cell.period));
    let Some(now) = printed_quantity(ledger, later).filter(|_| compares(cell.span, against)) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    let changes = printed_change(ledger, later, against);
    for change in changes.into_iter().filter(|_| !ledger.changed_by_all(later)) {
        ways.extend(step(Rule::LessChange, Unit::Tonnes, &now, &change, |q, c| q - c));
    }
    for growth in ledger.printed(later, growth_measure(against)) {
        ways.extend(step(Rule::OverGrowth, Unit::Tonnes, &now, &growth, |q, g| q / (1.0 + g / 100.0)));
    }
    ways
}

/// A printed change applied to the printed figure before it.
fn from_earlier(ledger: &Ledger, cell: Cell, against: Against) -> Vec<Figure> {
    let Some(before) =
        printed_quantity(ledger, earlier(cell, against)).filter(|_| compares(cell.span, against))
    else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    for change in printed_change(ledger, cell, against) {
        ways.extend(step(Rule::PlusChange, Unit::Tonnes, &before, &change, |q, c| q + c));
    }
    for growth in ledger.printed(cell, growth_measure(against)) {
        ways.extend(step(Rule::TimesGrowth, Unit::Tonnes, &before, &growth, |q, g| q * (1.0 + g / 100.0)));
    }
    ways
}

/// A printed share of a printed total.
fn from_share(ledger: &Ledger, cell: Cell) -> Vec<Figure> {
    let whole = printed_quantity(ledger, cell.whole()).filter(|_| !cell.is_total());
    let Some(whole) = whole else {
        return Vec::new();
    };
    let shares = ledger.printed(cell, Measure::Share);
    let ways = shares
        .iter()
        .filter_map(|share| step(Rule::ShareOfWhole, Unit::Tonnes, share, &whole, |s, w| s / 100.0 * w));
    ways.collect()
}

/// Month and year to date give each other.
fn from_spans(ledger: &Ledger, cell: Cell) -> Vec<Figure> {
    let january = cell.period.month() == 1;
    let before = cell.over(Span::Ytd).at(cell.period.plus(-1));
    let way = match (cell.span, january) {
        // Articles print no twelve months; a solver over many steps could add them up.
        (Span::Rolling, _) => None,
        (Span::Month, true) => same(printed_quantity(ledger, cell.over(Span::Ytd))),
        (Span::Ytd, true) => same(printed_quantity(ledger, cell.over(Span::Month))),
        (Span::Month, false) => {
            printed_quantity(ledger, cell.over(Span::Ytd)).zip(printed_quantity(ledger, before)).and_then(
                |(to, before)| step(Rule::LessYearToDateBefore, Unit::Tonnes, &to, &before, |a, b| a - b),
            )
        }
        (Span::Ytd, false) => printed_quantity(ledger, before)
            .zip(printed_quantity(ledger, cell.over(Span::Month)))
            .and_then(|(before, month)| {
                step(Rule::YearToDateBeforePlusMonth, Unit::Tonnes, &before, &month, |a, b| a + b)
            }),
    };
    way.into_iter().collect()
}

fn same(figure: Option<Figure>) -> Option<Figure> {
    let figure = figure?;
    let (value, bounds) = (figure.value, figure.bounds);
    Figure::derived(Rule::January, value, bounds, Unit::Tonnes, vec![figure])
}

/// The declared products together are all of the commodity.
fn from_products(ledger: &Ledger, cell: Cell) -> Option<Figure> {
    if cell.product.is_some() || ledger.catalogue.members(Dimension::Product).is_empty() {
        return None;
    }
    let parts: Option<Vec<Figure>> = ledger
        .catalogue
        .member_ids(Dimension::Product)
        .map(|MemberId { index, .. }| {
            let product = Cell { product: Some(index), ..cell };
            printed_quantity(ledger, product)
        })
        .collect();
    sum(Rule::SumOfProducts, parts?)
}

/// The sum of tonnages, or `None` for no parts.
pub fn sum(rule: Rule, parts: Vec<Figure>) -> Option<Figure> {
    let mut bounds = parts.first()?.bounds;
    for part in parts.iter().skip(1) {
        bounds = bounds.map2(part.bounds, |a, b| a + b)?;
    }
    let value = parts.iter().map(|p| p.value).sum();
    Figure::derived(rule, value, bounds, Unit::Tonnes, parts)
}

/// One step of arithmetic on two figures. A quantity or a share keeps no bound below zero; a change
/// may. A growth cannot be below −100 %.
fn step(rule: Rule, unit: Unit, a: &Figure, b: &Figure, f: impl Fn(f64, f64) -> f64) -> Option<Figure> {
    let signed =
        matches!(rule, Rule::Difference | Rule::ChangeFromGrowth | Rule::GrowthFromChange | Rule::Growth);
    let is_growth = matches!(rule, Rule::OverGrowth | Rule::TimesGrowth | Rule::ChangeFromGrowth);
    let b_bounds = if is_growth { b.bounds.and(Interval::new(-100.0, f64::INFINITY)?)? } else { b.bounds };
    let mut bounds = a.bounds.map2(b_bounds, &f)?;
    if !signed {
        bounds = bounds.not_negative()?;
    }
    Figure::derived(rule, f(a.value, b.value), bounds, unit, vec![a.bare(), b.bare()])
}

fn why_missing(ledger: &Ledger, cell: Cell) -> Missing {
    let released = ledger.coverage().is_some_and(|(_, last)| cell.period <= last);
    let dimension = cell.place.map(|p| p.dimension);
    match dimension {
        _ if !released => Missing::NotYetReleased,
        // Named, but without this figure.
        _ if ledger.names(cell) => Missing::NotPublished,
        Some(d) if ledger.lists(cell.period, cell.span, d) => Missing::NotListed,
        _ => Missing::NotPublished,
    }
}
