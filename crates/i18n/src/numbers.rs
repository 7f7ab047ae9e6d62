//! Numbers as text: grouped by three with commas, a real minus sign, a no-break space before a unit of
//! letters and none before a percent sign.

use model::{
    Figure, Fitted, Interval, Rounded, Unit, Units, decimals_of, decimals_of_bounds, fit, round_figure,
    write_decimal,
};

/// How a figure is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Look {
    /// With `+` or `−` in front: a change.
    pub signed: bool,
    /// Without any sign: a word beside it tells the direction.
    pub unsigned: bool,
    /// With its unit.
    pub unit: bool,
    /// Large amounts in the words of their size, rounded: "US$104.6 million", "2.13万吨".
    pub rounded: bool,
    /// Digits after the point that its column has; `None` where it stands alone.
    pub decimals: Option<usize>,
}

impl Look {
    /// The same in a column with so many digits after the point.
    pub const fn to(self, decimals: usize) -> Look {
        Look { decimals: Some(decimals), ..self }
    }
}

/// Shorthands for looks.
pub mod look {
    use super::Look;

    /// `21,300`
    pub const BARE: Look =
        Look { signed: false, unsigned: false, unit: false, rounded: false, decimals: None };
    /// `21,300 t`
    pub const UNIT: Look = Look { unit: true, ..BARE };
    /// `+4,000`
    pub const CHANGE: Look = Look { signed: true, ..BARE };
    /// `+34.8%`
    pub const CHANGE_UNIT: Look = Look { unit: true, ..CHANGE };
    /// `US$104.6 million`
    pub const ROUNDED: Look = Look { rounded: true, ..UNIT };
    /// `+US$9.0 million`
    pub const ROUNDED_CHANGE: Look = Look { rounded: true, ..CHANGE_UNIT };
}

/// Words around numbers.
pub trait NumberWords {
    /// The units that the reader chose. Every number is told in them, whatever unit its figure has.
    fn units(&self) -> Units;
    /// What stands behind a number of a unit, with its space: " t", "%"; of a chart's axis also " US$/t".
    fn unit(&self, unit: Unit) -> &'static str;
    /// A number with its unit, which may stand in front: "21,300 t", "+5.3%", "−US$1,200".
    fn with_unit(&self, number: &str, unit: Unit) -> String;
    /// How a large number is told in words: what it is divided by, and the word behind the quotient, with its space:
    /// " million". `None` for one that is written in full.
    fn scale(&self, number: f64, unit: Unit) -> Option<(f64, &'static str)>;
    /// How a number of the reader's units is told where there is next to no room: what it is divided by, and ways to tell
    /// the quotient, each shorter than the one before: digits after its point, and the word behind it. "21.3k", "21k".
    fn scale_in_short(&self, unit: Unit) -> (f64, &'static [(usize, &'static str)]);
    /// A range: "21,250–21,400"; "−5.35 to −5.25" where a dash could be taken for a sign.
    fn range(&self, low: &str, high: &str, signed: bool) -> String;
    /// A number that nothing bounds from above: "2 or more".
    fn or_more(&self, number: &str) -> String;
    /// A number that is known to be reached: "at least 2".
    fn at_least(&self, number: &str) -> String;
}

/// Before a number that the figure may be a little more or less than.
const ABOUT: char = '≈';
/// In front of a number below zero.
pub(crate) const MINUS: char = '−';

/// A number with `decimals` digits after the point, without a sign for zero.
pub fn plain(value: f64, decimals: usize, signed: bool) -> String {
    let digits = write_decimal(value.abs(), decimals);
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let mut text = String::with_capacity(digits.len() + 4);
    match (is_zero, value < 0.0) {
        (true, _) => {}
        (false, true) => text.push(MINUS),
        (false, false) if signed => text.push('+'),
        _ => {}
    }
    push_grouped(&mut text, whole);
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A whole number, grouped.
pub fn whole(number: u64) -> String {
    let mut text = String::new();
    push_grouped(&mut text, &number.to_string());
    text
}

fn push_grouped(text: &mut String, digits: &str) {
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

/// A figure as the page shows it, in the reader's units: a number where one may be quoted, as it is printed or as far
/// as its bounds fix it, else the bounds.
pub fn shown(words: &dyn NumberWords, figure: &Figure, look: Look) -> String {
    let units = words.units();
    let Some(converted) = units.convert(figure) else { return written(words, figure, look) };
    let decimals = match (look.decimals, figure.unit) {
        (None, _) if !look.rounded => None,
        // What is told in the words of its size otherwise.
        (None, Unit::Money(_)) => Some(decimals_of_quotient(converted.value)),
        (decimals, unit) => Some(units.decimals(unit, decimals.unwrap_or(0))),
    };
    written(words, &converted, Look { decimals, ..look })
}

/// A figure that is in the reader's units.
fn written(words: &dyn NumberWords, figure: &Figure, look: Look) -> String {
    let point = match (figure.unit, look.decimals) {
        (Unit::Rank | Unit::Periods(_) | Unit::Count, _) => return counted(words, figure),
        (_, Some(decimals)) => return in_column(words, figure, look, decimals),
        (
            Unit::Tonnes | Unit::Percent | Unit::Points | Unit::Index | Unit::Money(_) | Unit::PerTonne(_),
            None,
        ) => point(figure),
    };
    let text = match point {
        Some((value, _))
            if look.rounded
                && let Some(text) = rounded(words, figure, value, look.signed) =>
        {
            text
        }
        Some((value, decimals)) if look.unsigned => plain(value.abs(), decimals, false),
        Some((value, decimals)) => plain(value, decimals, look.signed),
        None if look.unsigned && figure.bounds.high <= 0.0 => {
            range_of(words, ends(&mirrored(figure), false), None, false)
        }
        None => range_of(words, ends(figure, look.signed), None, look.signed),
    };
    match (look.unit, point, ends(figure, look.signed)) {
        // "15,098 t or more": the unit belongs to the number.
        (true, None, low @ Ends::Low(_)) => range_of(words, low, Some(figure.unit), look.signed),
        (true, ..) => words.with_unit(&text, figure.unit),
        (false, ..) => text,
    }
}

/// The finest step of a tonnage that is told in words of its size.
const FINEST_SCALED: f64 = 100.0;

/// A large number in the words of its size: money to three digits or more, "104.6 million", "9.03 million"; tonnes to
/// the digits that are known, "2.13万", and none that a source reports to the tonne. `None` where it is told in full.
fn rounded(words: &dyn NumberWords, figure: &Figure, value: f64, signed: bool) -> Option<String> {
    let (divisor, word) = words.scale(value, figure.unit)?;
    let quotient = value / divisor;
    let decimals = match (figure.unit, fit(figure, FINEST_SCALED)) {
        (Unit::Tonnes, Fitted::Plain { step, .. }) if step >= FINEST_SCALED => decimals_of(step / divisor),
        (Unit::Tonnes, _) => return None,
        _ => decimals_of_quotient(quotient),
    };
    Some(plain(quotient, decimals, signed) + word)
}

/// Digits after the point of an amount of money in the words of its size.
fn decimals_of_quotient(quotient: f64) -> usize {
    if quotient.abs() < 10.0 { 2 } else { usize::from(quotient.abs() < 1000.0) }
}

/// A figure in a column: "2,629", "≈2,302", "<0.1", its bounds.
fn in_column(words: &dyn NumberWords, figure: &Figure, look: Look, decimals: usize) -> String {
    let unit = look.unit.then_some(figure.unit);
    let number = match round_figure(figure, decimals) {
        Rounded::Number { value, decimals } => plain(value, decimals, look.signed),
        Rounded::About { value, decimals } => format!("{ABOUT}{}", plain(value, decimals, look.signed)),
        Rounded::Small { unit, decimals } => {
            let sign = if unit < 0.0 { '>' } else { '<' };
            format!("{sign}{}", plain(unit, decimals, look.signed))
        }
        Rounded::Bounds { decimals } => {
            return range_of(words, ends_to(figure, decimals, look.signed), unit, look.signed);
        }
    };
    with(words, &number, unit)
}

/// A number with its unit, where it has to stand.
fn with(words: &dyn NumberWords, number: &str, unit: Option<Unit>) -> String {
    unit.map_or_else(|| number.to_owned(), |unit| words.with_unit(number, unit))
}

/// A fall as a positive number.
fn mirrored(figure: &Figure) -> Figure {
    let Interval { low, high } = figure.bounds;
    Figure { value: -figure.value, bounds: Interval { low: -high, high: -low }, ..figure.clone() }
}

/// The one number that a figure may be quoted as in its own unit, with its digits after the point; `None` where only its
/// bounds may be.
pub fn point(figure: &Figure) -> Option<(f64, usize)> {
    if figure.is_printed() || figure.bounds.width() == 0.0 {
        return Some((figure.value, figure.decimals));
    }
    match fit(figure, 10f64.powi(-i32::try_from(figure.decimals).unwrap_or(0))) {
        Fitted::Plain { value, step } => Some((value, decimals_of(step))),
        _ => None,
    }
}

/// A place or a number of months: exact, or with what is certain of it.
fn counted(words: &dyn NumberWords, figure: &Figure) -> String {
    let Interval { low, high } = figure.bounds;
    match figure.unit {
        Unit::Rank if figure.is_printed() && low < high => words.range("1", &write_decimal(high, 0), false),
        Unit::Periods(_) if low < high => words.at_least(&write_decimal(low, 0)),
        _ => write_decimal(figure.value, 0),
    }
}

/// The bounds of a figure as numbers, rounded outward so that they are never narrower than they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ends {
    /// Both read the same.
    Same(String),
    /// Two numbers.
    Both(String, String),
    /// Nothing bounds it from above.
    Low(String),
}

/// The bounds of a figure as numbers, in its own unit.
pub fn ends(figure: &Figure, signed: bool) -> Ends {
    ends_to(figure, decimals_of_bounds(figure), signed)
}

fn ends_to(figure: &Figure, decimals: usize, signed: bool) -> Ends {
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    // Bounds carry outward rounding in their last bits, which must not cost a whole unit here.
    let slack = 1e-6;
    let low = (figure.bounds.low * scale + slack).floor() / scale;
    let high = (figure.bounds.high * scale - slack).ceil() / scale;
    let low = plain(low, decimals, signed);
    if high.is_infinite() {
        return Ends::Low(low);
    }
    let high = plain(high, decimals, signed);
    if low == high { Ends::Same(low) } else { Ends::Both(low, high) }
}

/// The bounds of a figure in words, without a unit: "21,250–21,400", "2 or more".
pub fn range(words: &dyn NumberWords, figure: &Figure, signed: bool) -> String {
    range_of(words, ends_in_units(words, figure, signed), None, signed)
}

/// The same with its unit: "21,250–21,400 t", "21,250 t or more".
pub fn range_with_unit(words: &dyn NumberWords, figure: &Figure, signed: bool) -> String {
    range_of(words, ends_in_units(words, figure, signed), Some(figure.unit), signed)
}

fn ends_in_units(words: &dyn NumberWords, figure: &Figure, signed: bool) -> Ends {
    let converted = words.units().convert(figure);
    ends(converted.as_ref().unwrap_or(figure), signed)
}

fn range_of(words: &dyn NumberWords, ends: Ends, unit: Option<Unit>, signed: bool) -> String {
    match ends {
        Ends::Same(number) => with(words, &number, unit),
        Ends::Both(low, high) => {
            with(words, &words.range(&low, &high, signed || low.starts_with(MINUS)), unit)
        }
        Ends::Low(low) => words.or_more(&with(words, &low, unit)),
    }
}

/// How many columns of a terminal a text takes: a Chinese character, or a mark of full width, takes two.
pub fn terminal_width(text: &str) -> usize {
    text.chars().map(|letter| if matches!(letter, '\u{2E80}'..='\u{FFEF}') { 2 } else { 1 }).sum()
}

/// A step such as 100, 0.1 or 0.001 with its own unit: "0.001 t", "0.1%".
pub fn step_text(words: &dyn NumberWords, step: f64, unit: Unit) -> String {
    let decimals = (0..6).find(|d| step * 10f64.powi(*d) > 0.999).unwrap_or(6);
    words.with_unit(&plain(step, usize::try_from(decimals).unwrap_or(0), false), unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chinese, ENGLISH, English};
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
            own: Interval::new(low, high).unwrap(),
            checks: Vec::new(),
            implied: None,
            aside: Vec::new(),
            repeats: Vec::new(),
        }
    }

    #[test]
    fn ranges_are_rounded_outward() {
        let range = |figure: &Figure, signed| range(&ENGLISH, figure, signed);
        let implied = figure(19_596.994, 19_737.15, Unit::Tonnes);
        assert_eq!(shown(&ENGLISH, &implied, look::UNIT), "19,596–19,738\u{a0}t");
        assert_eq!(
            range(&figure(21_250f64.next_down(), 21_400f64.next_up(), Unit::Tonnes), false),
            "21,250–21,400"
        );
        assert_eq!(range(&figure(-5.35, -5.25, Unit::Percent), true), "−5.35 to −5.25");
        assert_eq!(range(&figure(-5.35, -5.25, Unit::Percent), false), "−5.35 to −5.25");
        assert_eq!(
            range(&figure(2.0, f64::INFINITY, Unit::Periods(model::Frequency::Monthly)), false),
            "2 or more"
        );
    }

    #[test]
    fn a_column_has_one_precision_and_small_is_not_zero() {
        let in_column = |low: f64, high: f64, look: Look| {
            let value = if high.is_finite() { low + (high - low) / 2.0 } else { low };
            shown(&ENGLISH, &Figure { value, ..figure(low, high, Unit::Tonnes) }, look)
        };
        let cases = [
            (2_628.738, 2_628.738, look::BARE.to(0), "2,629"),
            (2_628.738, 2_628.738, look::UNIT.to(1), "2,628.7\u{a0}t"),
            (5.0, 5.0, look::BARE.to(1), "5.0"),
            (0.03, 0.03, look::BARE.to(1), "<0.1"),
            (0.03, 0.03, look::CHANGE.to(1), "<+0.1"),
            (-0.03, -0.03, look::CHANGE.to(1), ">−0.1"),
            (0.0, 0.0, look::CHANGE.to(1), "0.0"),
            (2_301.4, 2_301.7, look::UNIT.to(0), "≈2,302\u{a0}t"),
            (15_758.2, 15_799.4, look::UNIT.to(1), "15,758–15,800\u{a0}t"),
            (3_917.2, 4_117.9, look::CHANGE.to(0), "+3,917 to +4,118"),
            (21_250.0, f64::INFINITY, look::UNIT.to(0), "21,250\u{a0}t or more"),
        ];
        for (low, high, look, text) in cases {
            assert_eq!(in_column(low, high, look), text);
        }
    }

    #[test]
    fn a_percent_sign_stands_close_and_other_units_do_not_break_off() {
        let percent = Figure { decimals: 2, ..figure(8.43, 8.43, Unit::Percent) };
        assert_eq!(shown(&ENGLISH, &percent, look::CHANGE_UNIT), "+8.43%");
        let points = Figure { decimals: 1, ..figure(-0.3, -0.3, Unit::Points) };
        assert_eq!(shown(&ENGLISH, &points, look::CHANGE_UNIT), "−0.3\u{a0}pp");
        let dollars = figure(63_412_000.0, 63_412_000.0, Unit::Money(model::Currency::Usd));
        assert_eq!(shown(&ENGLISH, &dollars, look::UNIT), "US$63,412,000");
        assert_eq!(shown(&ENGLISH, &dollars, look::BARE), "63,412,000");
        let apart = figure(-1_200.0, -1_100.0, Unit::Money(model::Currency::Usd));
        assert_eq!(shown(&ENGLISH, &apart, look::CHANGE_UNIT), "−US$1,200 to −1,100");
        let price = figure(5_602.0, 5_602.0, Unit::PerTonne(model::Currency::Usd));
        assert_eq!(shown(&ENGLISH, &price, look::UNIT), "US$5,602/t");
        let open = figure(21_250.0, f64::INFINITY, Unit::Tonnes);
        assert_eq!(range_with_unit(&ENGLISH, &open, false), "21,250\u{a0}t or more");
        assert_eq!(step_text(&ENGLISH, 0.1, Unit::Percent), "0.1%");
    }

    #[test]
    fn money_is_rounded_from_a_million_up_and_nothing_else_is() {
        let cases = [
            (104_593_106.0, "US$104.6\u{a0}million"),
            (9_034_512.0, "US$9.03\u{a0}million"),
            (1_234_567_890.0, "US$1.23\u{a0}billion"),
            (-8_951_200.0, "−US$8.95\u{a0}million"),
            (999_999.0, "US$999,999"),
        ];
        for (value, text) in cases {
            let money = figure(value, value, Unit::Money(model::Currency::Usd));
            assert_eq!(shown(&ENGLISH, &money, look::ROUNDED), text);
        }
        let yuan = figure(2e6, 2e6, Unit::Money(model::Currency::Cny));
        assert_eq!(shown(&ENGLISH, &yuan, look::ROUNDED_CHANGE), "+2.00\u{a0}million\u{a0}yuan");
        let tonnes = figure(2e6, 2e6, Unit::Tonnes);
        assert_eq!(shown(&ENGLISH, &tonnes, look::ROUNDED), "2,000,000\u{a0}t");
        // What only bounds are known of is told by them.
        let open = figure(2_000_000.0, f64::INFINITY, Unit::Money(model::Currency::Usd));
        assert_eq!(shown(&ENGLISH, &open, look::ROUNDED), "US$2,000,000 or more");
    }
    #[test]
    fn numbers_are_told_in_the_units_that_a_reader_chose() {
        let english = |unit: &str| English { units: Units::from_link(unit).unwrap() };
        let chinese = |unit: &str| Chinese { units: Units::from_link(unit).unwrap() };
        let bounds = Interval::rounded_or_cut(21_300.0, 100.0);
        let printed = Figure::printed(21_300.0, bounds, Unit::Tonnes, 0, 0);
        for (unit, told, told_in_chinese) in [
            ("t", "21,300\u{a0}t", "21,300吨"),
            ("kg", "21,300,000\u{a0}kg", "21,300,000千克"),
            ("kt", "21.3\u{a0}kt", "21.3千吨"),
            ("10kt", "2.13\u{a0}×\u{a0}10,000\u{a0}t", "2.13万吨"),
            ("Mt", "0.0213\u{a0}Mt", "0.0213百万吨"),
            ("short-ton", "23,500\u{a0}short tons", "23,500短吨"),
            ("lb", "47,000,000\u{a0}lb", "47,000,000磅"),
            // Money has its own.
            ("million", "21,300\u{a0}t", "21,300吨"),
        ] {
            assert_eq!(shown(&english(unit), &printed, look::UNIT), told, "{unit}");
            assert_eq!(shown(&chinese(unit), &printed, look::UNIT), told_in_chinese, "{unit}");
        }
        let between = figure(21_250.0, 21_400.0, Unit::Tonnes);
        assert_eq!(range_with_unit(&english("kt"), &between, false), "21.25–21.40\u{a0}kt");
        let recorded = figure(2_628.738, 2_628.738, Unit::Tonnes);
        assert_eq!(shown(&english("kt"), &recorded, look::BARE.to(0)), "2.629");
        assert_eq!(shown(&english("lb"), &recorded, look::BARE.to(0)), "5,795,375");
        let small = figure(0.03, 0.03, Unit::Tonnes);
        assert_eq!(shown(&english("kt"), &small, look::BARE.to(0)), "<0.001", "what is small is not zero");

        let dollars = figure(63_412_345.0, 63_412_345.0, Unit::Money(model::Currency::Usd));
        let told = |unit: &str| shown(&english(unit), &dollars, look::ROUNDED);
        assert_eq!(told("million"), "US$63.4\u{a0}million");
        assert_eq!(told("thousand"), "US$63,412\u{a0}thousand");
        assert_eq!(told("10-thousand"), "US$6,341\u{a0}×\u{a0}10,000");
        assert_eq!(told("whole"), "US$63,412,345");
        assert_eq!(shown(&chinese("10-thousand"), &dollars, look::ROUNDED), "6,341万美元");
        assert_eq!(shown(&chinese("100-million"), &dollars, look::ROUNDED), "0.63亿美元");
        let yuan = figure(2e6, 2e6, Unit::Money(model::Currency::Cny));
        assert_eq!(shown(&english("million"), &yuan, look::BARE.to(0)), "2.00");
        let price = figure(5_602.0, 5_602.0, Unit::PerTonne(model::Currency::Usd));
        assert_eq!(shown(&english("kg"), &price, look::UNIT), "US$5.602/kg");
        assert_eq!(
            shown(&english("kt"), &price, look::UNIT),
            "US$5,602/t",
            "nothing is priced by the thousand"
        );
        assert_eq!(shown(&chinese("lb"), &price, look::UNIT.to(0)), "2.541美元/磅");
    }
}
