//! Numbers as text: grouped by three with commas, a real minus sign, a no-break space before a unit.

use model::{Currency, Figure, Interval, Unit};

/// How a figure is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Look {
    /// With `+` or `−` in front: a change.
    pub signed: bool,
    /// Without any sign: a word beside it tells the direction.
    pub unsigned: bool,
    /// With its unit behind.
    pub unit: bool,
}

/// Shorthands for looks.
pub mod look {
    use super::Look;

    /// `21,300`
    pub const BARE: Look = Look { signed: false, unsigned: false, unit: false };
    /// `21,300 t`
    pub const UNIT: Look = Look { signed: false, unsigned: false, unit: true };
    /// `+4,000`
    pub const CHANGE: Look = Look { signed: true, unsigned: false, unit: false };
    /// `+34.8 %`
    pub const CHANGE_UNIT: Look = Look { signed: true, unsigned: false, unit: true };
}

const MINUS: char = '−';
const NO_BREAK: char = '\u{a0}';

/// A number with `decimals` digits after the point, without a sign for zero.
pub fn plain(value: f64, decimals: usize, signed: bool) -> String {
    let digits = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let mut text = String::with_capacity(digits.len() + 4);
    match (is_zero, value < 0.0) {
        (true, _) => {}
        (false, true) => text.push(MINUS),
        (false, false) if signed => text.push('+'),
        _ => {}
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A figure as the page shows it: as printed, as computed, or as a range where only its bounds are
/// worth showing.
pub fn shown(figure: &Figure, look: Look) -> String {
    let mut text = match figure.unit {
        Unit::Rank | Unit::Months | Unit::Count => return counted(figure),
        _ if figure.is_range() => range(figure, look.signed),
        _ if look.unsigned => plain(figure.value.abs(), figure.decimals, false),
        _ => plain(figure.value, figure.decimals, look.signed),
    };
    if look.unit {
        text.push_str(unit(figure.unit));
    }
    text
}

/// A place or a number of months: exact, or with what is certain of it.
fn counted(figure: &Figure) -> String {
    let Interval { low, high } = figure.bounds;
    match figure.unit {
        Unit::Rank if figure.is_printed() && low < high => format!("1–{high:.0}"),
        Unit::Months if low < high => format!("at least {low:.0}"),
        _ => format!("{:.0}", figure.value),
    }
}

pub(super) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Tonnes => "\u{a0}t",
        Unit::Percent => "\u{a0}%",
        Unit::Money(currency) => ["\u{a0}US$", "\u{a0}yuan"][usize::from(currency == Currency::Cny)],
        Unit::PerTonne(currency) => ["\u{a0}US$/t", "\u{a0}yuan/t"][usize::from(currency == Currency::Cny)],
        Unit::Points => "\u{a0}pp",
        Unit::Rank | Unit::Months | Unit::Count | Unit::Index => "",
    }
}

/// The bounds of a figure, rounded outward so that the range is never narrower than it is.
pub fn range(figure: &Figure, signed: bool) -> String {
    let decimals = decimals_of_bounds(figure);
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    // Bounds carry outward rounding in their last bits, which must not cost a whole unit here.
    let slack = 1e-6;
    let low = (figure.bounds.low * scale + slack).floor() / scale;
    let high = (figure.bounds.high * scale - slack).ceil() / scale;
    if high.is_infinite() {
        return format!("{} or more", plain(low, decimals, signed));
    }
    let (low_text, high_text) = (plain(low, decimals, signed), plain(high, decimals, signed));
    match low_text == high_text {
        true => low_text,
        false if signed || low < 0.0 => format!("{low_text} to {high_text}"),
        false => format!("{low_text}–{high_text}"),
    }
}

/// Enough digits to tell the two bounds apart, and no more than that.
fn decimals_of_bounds(figure: &Figure) -> usize {
    let width = figure.bounds.width();
    let integer = !matches!(figure.unit, Unit::Tonnes | Unit::Percent | Unit::Points);
    if integer {
        return 0;
    }
    let least = if figure.unit == Unit::Percent { 1 } else { 0 };
    match width {
        w if w >= 3.0 => least,
        w if w >= 0.3 => 1,
        w if w >= 0.03 => 2,
        w if w >= 0.003 => 3,
        _ => 4,
    }
}

/// A step such as 100, 0.1 or 0.001 with its unit.
pub fn step_text(step: f64, unit_is_percent: bool) -> String {
    let decimals = (0..6).find(|d| step * 10f64.powi(*d) > 0.999).unwrap_or(6);
    let number = plain(step, usize::try_from(decimals).unwrap_or(0), false);
    format!("{number}{NO_BREAK}{}", if unit_is_percent { "%" } else { "t" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Basis, Rule};

    #[test]
    fn numbers_are_grouped_and_signed() {
        let cases = [
            (21_300.0, 0, false, "21,300"),
            (2_628.738, 3, false, "2,628.738"),
            (326.75, 2, true, "+326.75"),
            (-1_657.9, 1, true, "−1,657.9"),
            (-0.04, 1, true, "0.0"),
            (0.0, 0, true, "0"),
            (999_999.96, 1, false, "1,000,000.0"),
            (100.0, 0, false, "100"),
        ];
        for (value, decimals, signed, text) in cases {
            assert_eq!(plain(value, decimals, signed), text);
        }
    }

    fn figure(low: f64, high: f64, unit: Unit) -> Figure {
        Figure {
            value: low,
            bounds: Interval::new(low, high).unwrap(),
            unit,
            decimals: 0,
            basis: Basis::Derived(Rule::OverGrowth, Vec::new()),
            checks: Vec::new(),
            implied: None,
            disputed: false,
        }
    }

    #[test]
    fn ranges_are_rounded_outward() {
        let implied = figure(19_596.994, 19_737.15, Unit::Tonnes);
        assert_eq!(shown(&implied, look::UNIT), "19,596–19,738\u{a0}t");
        assert_eq!(
            range(&figure(21_250f64.next_down(), 21_400f64.next_up(), Unit::Tonnes), false),
            "21,250–21,400"
        );
        assert_eq!(range(&figure(-5.35, -5.25, Unit::Percent), true), "−5.35 to −5.25");
        assert_eq!(range(&figure(2.0, f64::INFINITY, Unit::Months), false), "2 or more");
    }
}
