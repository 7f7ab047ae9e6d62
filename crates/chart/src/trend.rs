//! Monthly totals as columns. A gap is visibly a gap, and a column that only bounds are known of shows
//! them.

use super::scene::{Anchor, Item, Scene};
use super::ticks::ticks;
use breakdown::Point;
use i18n::{Known, Words, look, plain, shown};
use model::{Answer, Figure, Period, Unit};

/// Room for a picture of the trend, pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendSize {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Above the columns: the value of the chosen month.
const TOP: f64 = 26.0;
/// Below the base line: months and years.
const BOTTOM: f64 = 38.0;
/// Left of the columns, where there is room for it: the axis' numbers.
const GUTTER: f64 = 52.0;
/// Narrower pictures have the numbers inside, above their lines.
const GUTTER_WIDTH: f64 = 560.0;
/// The part of a month's slot that its column fills.
const COLUMN: f64 = 0.72;
/// A column is never wider than this.
const WIDEST_COLUMN: f64 = 44.0;
/// Slots narrower than this have no letter for the month.
const LETTER_SLOT: f64 = 12.0;
/// Slots narrower than this have a letter of the month, wider ones three.
const NAME_SLOT: f64 = 30.0;
/// Bounds closer than this are not drawn apart.
const VISIBLE_RANGE: f64 = 2.0;

/// Draws the points, `chosen` standing out. Each month is an [`Item::Month`].
pub fn trend(words: &dyn Words, points: &[Point], chosen: Period, size: TrendSize) -> Scene {
    let mut scene = Scene { width: size.width, height: size.height, items: Vec::new() };
    let base = size.height - BOTTOM;
    let known = points.iter().filter_map(|p| Some(p.quantity.as_ref().ok()?.bounds));
    // Nothing bounds an incomplete month from above.
    let tops = known.map(|bounds| if bounds.high.is_finite() { bounds.high } else { bounds.low });
    let highest = tops.fold(0.0, f64::max);
    let marks = ticks(highest, 4);
    let top_mark = marks.last().copied().unwrap_or(0.0);
    if points.is_empty() || top_mark <= 0.0 || base <= TOP {
        return scene;
    }
    let y = |tonnes: f64| base - (tonnes / top_mark).clamp(0.0, 1.0) * (base - TOP);
    // In a narrow picture the numbers lie over the columns: they come last.
    let mut tick_texts = Vec::new();
    for mark in &marks {
        let class = if *mark == 0.0 { "axis" } else { "grid" };
        let y = y(*mark);
        scene.items.push(Item::Line { x1: 0.0, y1: y, x2: size.width, y2: y, class });
        if *mark > 0.0 {
            let unit = if *mark == top_mark { words.unit(Unit::Tonnes) } else { "" };
            let text = plain(*mark, 0, false) + unit;
            tick_texts.push(Item::Text { x: 0.0, y: y - 4.0, anchor: Anchor::Start, class: "tick", text });
        }
    }
    let gutter = if size.width >= GUTTER_WIDTH { GUTTER } else { 0.0 };
    let slot = (size.width - gutter) / points.len() as f64;
    for (i, point) in points.iter().enumerate() {
        let x = gutter + slot * i as f64;
        scene.items.extend(calendar(words, point.period, i == 0, x, slot, base));
        scene.items.push(month(words, point, point.period == chosen, x, slot, base, &y));
    }
    scene.items.extend(tick_texts);
    scene
}

/// The month's letter, and the year where it begins.
fn calendar(words: &dyn Words, period: Period, first: bool, x: f64, slot: f64, base: f64) -> Vec<Item> {
    let mut items = Vec::new();
    if slot >= LETTER_SLOT {
        let (x, y) = (x + slot / 2.0, base + 15.0);
        let text = words.month_on_axis(period, slot < NAME_SLOT).to_owned();
        items.push(Item::Text { x, y, anchor: Anchor::Middle, class: "tick", text });
    }
    let begins = period.month() == 1;
    // A year that begins late in the picture would run out of it or into the next.
    if begins || (first && period.month() <= 9) {
        let y = if slot >= LETTER_SLOT { base + 31.0 } else { base + 17.0 };
        let text = period.year().to_string();
        if begins {
            items.push(Item::Line { x1: x, y1: base, x2: x, y2: y, class: "year-line" });
        }
        items.push(Item::Text { x: x + 4.0, y, anchor: Anchor::Start, class: "year", text });
    }
    items
}

fn month(
    words: &dyn Words,
    point: &Point,
    chosen: bool,
    x: f64,
    slot: f64,
    base: f64,
    y: &impl Fn(f64) -> f64,
) -> Item {
    let width = (slot * COLUMN).min(WIDEST_COLUMN);
    let left = x + (slot - width) / 2.0;
    // The whole slot answers to the pointer, also above a short column.
    let mut items = vec![Item::Rect { x, y: 0.0, width: slot, height: base, class: "slot" }];
    match &point.quantity {
        Ok(figure) => items.extend(column(figure, chosen, left, width, base, y)),
        Err(_) => items.push(Item::Rect { x: left, y: base - 5.0, width, height: 5.0, class: "gap" }),
    }
    if let (Ok(figure), true) = (&point.quantity, chosen) {
        let y = y(figure.bounds.high) - 8.0;
        let text = shown(words, figure, look::BARE);
        let half = 4.0 * text.chars().count() as f64;
        let x = (x + slot / 2.0).max(half);
        items.push(Item::Text { x, y, anchor: Anchor::Middle, class: "value", text });
    }
    Item::Month { period: point.period, label: label(words, point.period, &point.quantity), items }
}

fn column(
    figure: &Figure,
    chosen: bool,
    left: f64,
    width: f64,
    base: f64,
    y: &impl Fn(f64) -> f64,
) -> Vec<Item> {
    let class = match (figure.is_computed(), chosen) {
        (false, true) => "column chosen",
        (false, false) => "column",
        (true, true) => "column implied chosen",
        (true, false) => "column implied",
    };
    let (low, high) = (y(figure.bounds.low), y(figure.bounds.high));
    // A printed column ends at what is printed, and what more it can be stands on it; an implied one
    // ends at its lower bound, with the range above.
    let top = if figure.is_computed() { low } else { y(figure.value) };
    let mut items = vec![Item::Rect { x: left, y: top, width, height: base - top, class }];
    if top - high >= VISIBLE_RANGE {
        let class = if figure.is_computed() { "bounds" } else { "bounds above" };
        items.push(Item::Rect { x: left, y: high, width, height: top - high, class });
    }
    items
}

fn label(words: &dyn Words, period: Period, quantity: &Answer) -> String {
    let month = words.month(period);
    match quantity {
        Ok(figure) => words.month_said(&month, &shown(words, figure, look::UNIT), Known::of(quantity)),
        Err(missing) => words.gap_said(&month, words.reason(*missing)),
    }
}
