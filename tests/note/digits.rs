//! Never a digit that is not known: what a reader may take from a printed number allows everything that
//! its figure can be.

use model::{Basis, Currency, Figure, Interval, Rule, Unit};
use note::{Language, Length, Note, Sign, print};
use proptest::prelude::*;

use crate::{imports, ledger, month, numbers, published, recorded, records};

/// What a reader takes from a printed text: the bounds that its words and digits leave. A zero at the
/// end of a whole number may be padding; a tonnage may be rounded or cut.
pub(crate) fn reading(text: &str) -> Interval {
    let text = text.replace('\u{a0}', " ");
    let text = text.as_str();
    let about = ["about ", "约"].iter().any(|w| text.contains(w));
    let least = ["at least ", "至少", "more than ", "超过"].iter().any(|w| text.contains(w));
    let most = ["at most ", "至多"].iter().any(|w| text.contains(w));
    let tonnes = text.ends_with(" t") || text.ends_with('吨') && !text.ends_with("/吨");
    let scale = match text {
        t if t.contains("billion") => 1e9,
        t if t.contains("million") => 1e6,
        t if t.contains('亿') => 1e8,
        t if t.contains('万') => 1e4,
        _ => 1.0,
    };
    let found = digits(text);
    let ends: Vec<(f64, f64)> = found.iter().map(|(v, s)| (v * scale, s * scale)).collect();
    let spread = |(v, s): (f64, f64)| match (about, tonnes) {
        (true, _) => {
            // Two units of the last digit where these are next to nothing.
            let room = if s <= v.abs() * 0.0025 { 2.0 * s } else { s };
            Interval { low: v - room, high: v + room }
        }
        (false, true) => Interval::rounded_or_cut(v, s),
        (false, false) => Interval { low: v - s / 2.0, high: v + s / 2.0 },
    };
    match ends.as_slice() {
        [one] if least && one.0 < 0.0 => Interval { low: f64::NEG_INFINITY, high: one.0 },
        [one] if least => Interval { low: one.0, high: f64::INFINITY },
        [one] if most => Interval { low: f64::NEG_INFINITY, high: one.0 },
        [one] => spread(*one),
        [low, high] => Interval { low: low.0, high: high.0 },
        other => panic!("{text}: {other:?}"),
    }
}

/// The numbers in a text, each with the place value of its last digit that says something.
fn digits(text: &str) -> Vec<(f64, f64)> {
    let text = text.replace(',', "").replace("US$", "").replace("RMB", "");
    let mut found = Vec::new();
    let mut chars = text.chars().peekable();
    let mut negative = false;
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            negative = c == '−';
            continue;
        }
        let mut token = String::from(c);
        while let Some(next) = chars.peek().filter(|n| n.is_ascii_digit() || **n == '.') {
            token.push(*next);
            chars.next();
        }
        let token = token.trim_end_matches('.');
        let step = match token.split_once('.') {
            Some((_, fraction)) => 10f64.powi(-i32::try_from(fraction.len()).unwrap()),
            None => {
                let zeros = token.len() - token.trim_end_matches('0').len();
                if zeros == token.len() { 1.0 } else { 10f64.powi(i32::try_from(zeros).unwrap()) }
            }
        };
        let value: f64 = token.parse().unwrap();
        found.push((if negative { -value } else { value }, step));
        negative = false;
    }
    found
}

fn mirrored(bounds: Interval) -> Interval {
    Interval { low: -bounds.high, high: -bounds.low }
}

#[track_caller]
fn check(figure: &Figure, text: &str, dropped: bool) {
    let truth = figure.bounds;
    let truth = if dropped && truth.high <= 0.0 { mirrored(truth) } else { truth };
    let read = reading(text);
    let slack = 1e-6 * (1.0 + truth.low.abs().min(1e12)) + 2e-7;
    assert!(
        truth.low >= read.low - slack && truth.high <= read.high + slack,
        "{text} reads as {read:?}, but the figure can be {truth:?}"
    );
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Tonnes),
        Just(Unit::Percent),
        Just(Unit::Points),
        Just(Unit::Money(Currency::Usd)),
        Just(Unit::PerTonne(Currency::Usd)),
        Just(Unit::Count),
    ]
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let size = (-2.0..6.5f64, any::<bool>());
    let width = prop_oneof![Just(0.0), (-7.0..1.0f64).prop_map(|e| 10f64.powf(e))];
    (any_unit(), size, width, 0.0..1.0f64).prop_map(|(unit, (exponent, negative), relative, at)| {
        let scale = if matches!(unit, Unit::Money(_)) { 1e3 } else { 1.0 };
        let low = 10f64.powf(exponent) * scale * if negative { -1.0 } else { 1.0 };
        let bounds = Interval::new(low, low + low.abs() * relative).unwrap();
        let value = low + bounds.width() * at;
        let basis = Basis::Derived(Rule::Growth, Vec::new());
        Figure { bounds, basis, ..Figure::recorded(value, unit, 0) }
    })
}

fn any_printed() -> impl Strategy<Value = Figure> {
    (1..999_999i32, -3..4i32, any::<bool>(), any::<bool>()).prop_map(|(digits, exponent, ratio, negative)| {
        let step = 10f64.powi(exponent);
        let value = f64::from(digits) * step * if negative { -1.0 } else { 1.0 };
        let decimals = usize::try_from(-exponent).unwrap_or(0);
        match ratio {
            true => Figure::printed(value, Interval::rounded(value, step), Unit::Percent, decimals, 0),
            false => Figure::printed(value, Interval::rounded_or_cut(value, step), Unit::Tonnes, decimals, 0),
        }
    })
}

proptest! {
    #[test]
    fn no_digit_is_printed_that_is_not_known(figure in prop_oneof![any_figure(), any_printed()]) {
        for (_, language) in Language::NAMES {
            for sign in [Sign::Kept, Sign::Shown, Sign::Dropped] {
                check(&figure, &print(&figure, language, sign), sign == Sign::Dropped);
            }
        }
    }

    #[test]
    fn what_is_known_exactly_is_printed_closely(value in 1.0..1e6f64) {
        // To a tonne, and to a tenth of a percent: vagueness is no honesty.
        let figure = Figure::recorded(value, Unit::Tonnes, 0);
        let read = digits(&print(&figure, Language::English, Sign::Kept));
        prop_assert!((read[0].0 - value).abs() <= 0.5);
    }
}

#[test]
fn every_number_of_every_month_is_supported() {
    let (ledger, imports, records) = (ledger(), imports(), records());
    let supported = |note: Note| {
        for number in numbers(&note) {
            // "second" and "at least 4" of months are counts with words of their own.
            if matches!(number.figure.unit, Unit::Periods(_)) {
                continue;
            }
            let unsigned = !number.text.contains(['+', '−']);
            check(&number.figure, &number.text, unsigned);
        }
    };
    for (_, language) in Language::NAMES {
        for period in month("2021-12").to(month("2025-12")) {
            supported(published(&ledger, &period.to_string(), language, Length::Full));
        }
        for period in month("2021-03").to(month("2025-05")) {
            supported(published(&imports, &period.to_string(), language, Length::Full));
        }
        for period in month("2023-01").to(month("2026-06")) {
            supported(recorded(&records, &period.to_string(), language, Length::Full));
        }
    }
}
