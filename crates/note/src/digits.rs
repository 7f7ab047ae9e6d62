//! Figures as text: the digits of [`model::fit`] with each language's units and marks.

use i18n::plain;
use model::Language;
use model::{Currency, Figure, Fitted, Interval, Unit, fit};

/// What becomes of a number's sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// As it is.
    Kept,
    /// With `+` or `−` in front: a change without a word that tells its direction.
    Shown,
    /// Left out: a word beside it tells the direction.
    Dropped,
}

/// Which way a change goes, as far as it can be told at the precision that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// Exactly no change.
    Level,
    /// So little that it prints as zero.
    Flat,
    /// Its bounds allow both.
    Unclear,
}

/// Which way a change goes.
pub fn way(change: &Figure) -> Way {
    let Interval { low, high } = change.bounds;
    let prints_zero =
        matches!(fitted(change, Language::English), Fitted::Plain { value, .. } if value == 0.0);
    match (low, high) {
        (0.0, 0.0) => Way::Level,
        _ if prints_zero => Way::Flat,
        (low, _) if low >= 0.0 => Way::Up,
        (_, high) if high <= 0.0 => Way::Down,
        _ => Way::Unclear,
    }
}

/// Whether a change of which the way is not certain is below 1 % either way.
pub fn is_small(change: &Figure) -> bool {
    change.bounds.low > -1.0 && change.bounds.high < 1.0
}

/// Whether only bounds of a figure can be printed.
pub fn is_range(figure: &Figure) -> bool {
    matches!(fitted(figure, Language::English), Fitted::Range { .. })
}

/// A figure with the digits that a sentence has room for.
fn fitted(figure: &Figure, language: Language) -> Fitted {
    let fitted = fit(figure, finest(figure, language));
    match fitted {
        Fitted::Plain { value, step } => {
            let enough = enough(figure, language);
            let rounded = |step: f64| ((value / step).round() * step, step);
            // As `fit` does: 11,395.0 is neither 11,390 nor 11,400 for certain, but 11,395.
            let coarser = [enough, enough / 10.0].into_iter().filter(|coarser| *coarser > step * TIE);
            match coarser.map(rounded).find(|(value, step)| is_near(figure.bounds, *value, *step)) {
                Some((value, step)) => Fitted::Plain { value, step },
                None => fitted,
            }
        }
        // Bounds are as narrow in Chinese as in English.
        Fitted::Range { .. } => fit(figure, finest(figure, Language::English)),
        // "About 100%" of 95.4 to 98.1 would contradict the two quantities beside it.
        Fitted::About { step, .. } if is_ratio(figure.unit) && step >= ROUND => {
            let step = 10f64
                .powi((figure.bounds.width() / 4.0).log10().floor() as i32)
                .max(finest(figure, language));
            let Interval { low, high } = figure.bounds;
            let units = |value: f64| value / step;
            Fitted::Range {
                low: (units(low) + LAST_BITS).floor() * step,
                high: (units(high) - LAST_BITS).ceil() * step,
                step,
            }
        }
        other => other,
    }
}

/// Two place values that differ by more than this factor are two.
const TIE: f64 = 1.5;
/// A percentage whose last digit is worth this much says too little.
const ROUND: f64 = 10.0;
/// Bounds carry outward rounding in their last bits, which must not cost a whole step.
const LAST_BITS: f64 = 1e-6;

fn is_ratio(unit: Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::Points)
}

/// Whether a rounded number allows all that a figure can be.
fn is_near(bounds: Interval, value: f64, step: f64) -> bool {
    let room = step / 2.0 * (1.0 + LAST_BITS);
    bounds.low >= value - room && bounds.high <= value + room
}

/// The place value below which digits of an article are left to the figure behind the number: parts of a tonne beside
/// 100,000 t, and in Chinese, where a sentence counts in 吨, 万吨 and 亿吨, also beside less.
fn enough(figure: &Figure, language: Language) -> f64 {
    let size = figure.value.abs();
    match (figure.unit, language) {
        (Unit::Tonnes, Language::English) if size >= 1e5 => 1.0,
        (Unit::Tonnes, Language::Chinese) if size >= WAN => finest(figure, language),
        (Unit::Tonnes, Language::Chinese) if size >= 100.0 => 1.0,
        (Unit::Tonnes, Language::Chinese) if size >= 1.0 => 0.1,
        _ => 0.0,
    }
}

/// The finest place value that is worth printing where the source does not print a finer one: 1 t (0.1
/// t below 10 t), 0.1 %, 0.1 pp, three or four digits of money. Chinese counts larger tonnages in 万吨
/// with three digits after the point, from 10万吨 on with two, and in 亿吨 with three: four digits at least, so that
/// a reader who divides two of them finds the percentage beside them.
fn finest(figure: &Figure, language: Language) -> f64 {
    let size = figure.value.abs();
    match (figure.unit, language) {
        (Unit::Tonnes, Language::Chinese) if size >= YI => 1e5,
        (Unit::Tonnes, Language::Chinese) if size >= 10.0 * WAN => 100.0,
        (Unit::Tonnes, Language::Chinese) if size >= WAN => 10.0,
        (Unit::Tonnes, _) if size >= 10.0 || size == 0.0 => 1.0,
        (Unit::Tonnes, _) if size >= 1.0 => 0.1,
        (Unit::Tonnes, _) => 0.001,
        (Unit::Percent | Unit::Points, _) => 0.1,
        (Unit::Money(_), Language::English) => match size {
            s if s >= 1e9 => 1e7,
            s if s >= 1e6 => 1e5,
            s if s >= 1e4 => 1e3,
            _ => 1.0,
        },
        (Unit::Money(_), Language::Chinese) => match size {
            s if s >= YI => 1e6,
            s if s >= 1e6 => WAN,
            s if s >= WAN => 1e2,
            _ => 1.0,
        },
        (Unit::PerTonne(_) | Unit::Rank | Unit::Periods(_) | Unit::Count | Unit::Index, _) => 1.0,
    }
}

const WAN: f64 = 1e4;
const YI: f64 = 1e8;

/// A scale and the words around a number.
struct Scale {
    divisor: f64,
    before: &'static str,
    after: &'static str,
}

fn scale(unit: Unit, language: Language, size: f64, step: f64) -> Scale {
    let english = language == Language::English;
    let of = |divisor, before, after| Scale { divisor, before, after };
    match unit {
        Unit::Tonnes if english => of(1.0, "", "\u{a0}t"),
        // As a writer would: 0.58万吨 beside 2.13万吨, but 5837吨 where the digits are known.
        Unit::Tonnes if size >= YI => of(YI, "", "亿吨"),
        Unit::Tonnes if size >= WAN => of(WAN, "", "万吨"),
        Unit::Tonnes if size >= 5_000.0 && step >= 100.0 * (1.0 - 1e-9) => of(WAN, "", "万吨"),
        Unit::Tonnes => of(1.0, "", "吨"),
        Unit::Percent => of(1.0, "", "%"),
        Unit::Points if english => of(1.0, "", "\u{a0}pp"),
        Unit::Points => of(1.0, "", "个百分点"),
        Unit::Money(currency) => {
            let (symbol, [one, wan, yi, _]) = (symbol(currency), in_chinese(currency));
            match (english, size) {
                (true, s) if s >= 1e9 => of(1e9, symbol, " billion"),
                (true, s) if s >= 1e6 => of(1e6, symbol, " million"),
                (true, _) => of(1.0, symbol, ""),
                (false, s) if s >= YI => of(YI, "", yi),
                (false, s) if s >= WAN => of(WAN, "", wan),
                (false, _) => of(1.0, "", one),
            }
        }
        Unit::PerTonne(currency) if english => of(1.0, symbol(currency), "/t"),
        Unit::PerTonne(currency) => {
            let [.., per_tonne] = in_chinese(currency);
            of(1.0, "", per_tonne)
        }
        Unit::Rank | Unit::Periods(_) | Unit::Count | Unit::Index => of(1.0, "", ""),
    }
}

/// What English writes before an amount.
fn symbol(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "US$",
        Currency::Cny => "RMB\u{a0}",
        Currency::Eur => "€",
        Currency::Gbp => "£",
        Currency::Jpy => "JP¥",
        Currency::Krw => "₩",
        Currency::Inr => "₹",
        Currency::Brl => "R$",
    }
}

/// What Chinese writes after an amount, after ten thousands and hundred millions of it, and after a unit value.
fn in_chinese(currency: Currency) -> [&'static str; 4] {
    match currency {
        Currency::Usd => ["美元", "万美元", "亿美元", "美元/吨"],
        Currency::Cny => ["元", "万元", "亿元", "元/吨"],
        Currency::Eur => ["欧元", "万欧元", "亿欧元", "欧元/吨"],
        Currency::Gbp => ["英镑", "万英镑", "亿英镑", "英镑/吨"],
        Currency::Jpy => ["日元", "万日元", "亿日元", "日元/吨"],
        Currency::Krw => ["韩元", "万韩元", "亿韩元", "韩元/吨"],
        Currency::Inr => ["印度卢比", "万印度卢比", "亿印度卢比", "印度卢比/吨"],
        Currency::Brl => ["巴西雷亚尔", "万巴西雷亚尔", "亿巴西雷亚尔", "巴西雷亚尔/吨"],
    }
}

/// A figure in a sentence, with its unit.
pub fn print(figure: &Figure, language: Language, sign: Sign) -> String {
    let english = language == Language::English;
    // A fall of 99.98 % is not one of 100.0 %: something was left.
    if figure.unit == Unit::Percent && sign != Sign::Kept && almost_all(figure.bounds) {
        let minus = if sign == Sign::Shown { "−" } else { "" };
        return format!("{}{minus}99.9%", if english { "more than " } else { "超过" });
    }
    let fitted = fitted(figure, language);
    let fitted = if sign == Sign::Dropped { mirrored(fitted) } else { fitted };
    let size = match fitted {
        Fitted::Plain { value, .. } | Fitted::About { value, .. } => value.abs(),
        Fitted::Range { low, high, .. } => low.abs().max(high.abs()),
        Fitted::AtLeast { low: end, .. } | Fitted::AtMost { high: end, .. } => end.abs(),
    };
    let step = match fitted {
        Fitted::Plain { step, .. }
        | Fitted::About { step, .. }
        | Fitted::Range { step, .. }
        | Fitted::AtLeast { step, .. }
        | Fitted::AtMost { step, .. } => step,
    };
    let Scale { divisor, before, after } = scale(figure.unit, language, size, step);
    let decimals = (divisor / step).log10().round().clamp(0.0, 9.0) as usize;
    let digits = |value: f64| {
        let text = plain(value / divisor, decimals, sign == Sign::Shown);
        if english { text } else { text.replace(',', "") }
    };
    // The sign stands before a currency.
    let whole = |value: f64| {
        let text = digits(value);
        match text.chars().next() {
            Some(mark @ ('+' | '−')) => format!("{mark}{before}{}{after}", text.trim_start_matches(mark)),
            _ => format!("{before}{text}{after}"),
        }
    };
    match (fitted, english) {
        (Fitted::Plain { value, .. }, _) => whole(value),
        (Fitted::About { value, .. }, true) => format!("about {}", whole(value)),
        (Fitted::About { value, .. }, false) => format!("约{}", whole(value)),
        (Fitted::Range { low, high, .. }, true) if low < 0.0 || sign == Sign::Shown => {
            format!("{before}{} to {}{after}", digits(low), digits(high))
        }
        (Fitted::Range { low, high, .. }, true) => format!("{before}{}–{}{after}", digits(low), digits(high)),
        (Fitted::Range { low, high, .. }, false) if after == "%" => {
            format!("{}～{}", whole(low), whole(high))
        }
        (Fitted::Range { low, high, .. }, false) if matches!(after, "万吨" | "亿吨") => {
            format!("{}{}～{}", digits(low), after.trim_end_matches('吨'), whole(high))
        }
        (Fitted::Range { low, high, .. }, false) => format!("{}～{}{after}", digits(low), digits(high)),
        (Fitted::AtLeast { low, .. }, true) => format!("at least {}", whole(low)),
        (Fitted::AtLeast { low, .. }, false) => format!("至少{}", whole(low)),
        (Fitted::AtMost { high, .. }, true) => format!("at most {}", whole(high)),
        (Fitted::AtMost { high, .. }, false) => format!("至多{}", whole(high)),
    }
}

/// A fall that rounds to 100.0 % and is none.
fn almost_all(bounds: Interval) -> bool {
    bounds.low > -100.0 && bounds.high < -99.9 && bounds.low <= -99.95
}

/// A fall as a positive number; what may be either keeps its signs.
fn mirrored(fitted: Fitted) -> Fitted {
    match fitted {
        Fitted::Plain { value, step } => Fitted::Plain { value: value.abs(), step },
        Fitted::About { value, step } => Fitted::About { value: value.abs(), step },
        Fitted::Range { low, high, step } if high <= 0.0 => Fitted::Range { low: -high, high: -low, step },
        Fitted::AtMost { high, step } if high <= 0.0 => Fitted::AtLeast { low: -high, step },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Basis, Rule};

    fn derived(low: f64, high: f64, unit: Unit) -> Figure {
        let bounds = Interval::new(low, high).unwrap();
        let middle = low + (high - low) / 2.0;
        Figure {
            bounds,
            basis: Basis::Derived(Rule::Growth, Vec::new()),
            ..Figure::recorded(middle, unit, 0)
        }
    }

    #[track_caller]
    fn check(figure: &Figure, sign: Sign, english: &str, chinese: &str) {
        assert_eq!(print(figure, Language::English, sign).replace('\u{a0}', " "), english);
        assert_eq!(print(figure, Language::Chinese, sign), chinese);
    }

    fn printed(value: f64, step: f64) -> Figure {
        Figure::printed(value, Interval::rounded_or_cut(value, step), Unit::Tonnes, 0, 0)
    }

    #[test]
    fn tonnages_are_written_as_each_language_does() {
        check(&printed(21_300.0, 100.0), Sign::Kept, "21,300 t", "2.13万吨");
        check(&printed(5_800.0, 100.0), Sign::Kept, "5,800 t", "0.58万吨");
        check(&printed(198_000.0, 1_000.0), Sign::Kept, "198,000 t", "19.8万吨");
        check(&printed(2_628.738, 0.001), Sign::Kept, "2,628.738 t", "2629吨");
        check(&printed(60.383, 0.001), Sign::Kept, "60.383 t", "60.4吨");
        check(&printed(11_395.0, 0.1), Sign::Kept, "11,395.0 t", "1.1395万吨");
        check(&printed(20_684_045.155, 0.001), Sign::Kept, "20,684,045 t", "2068.40万吨");
        check(&printed(118_000_000.0, 1e6), Sign::Kept, "118,000,000 t", "1.18亿吨");
        check(&printed(103_400_000.0, 1e5), Sign::Kept, "103,400,000 t", "1.034亿吨");
        check(&printed(-1_657.9, 0.1), Sign::Dropped, "1,657.9 t", "1658吨");
        let tonnes = |low, high| derived(low, high, Unit::Tonnes);
        check(&tonnes(19_697.0, 19_737.0), Sign::Kept, "19,700 t", "1.97万吨");
        check(&tonnes(3_850.0, 4_150.0), Sign::Dropped, "about 4,000 t", "约4000吨");
        check(&tonnes(-1_350.0, -1_050.0), Sign::Dropped, "1,050–1,350 t", "1050～1350吨");
        check(&tonnes(-100.0, 50.0), Sign::Dropped, "−100 to 50 t", "−100～50吨");
        check(&Figure::recorded(21_381.4, Unit::Tonnes, 0), Sign::Kept, "21,381 t", "2.138万吨");
        // As narrow in Chinese as in English.
        check(&tonnes(33_220.0, 33_430.0), Sign::Kept, "33,220–33,430 t", "3.322万～3.343万吨");
        check(&tonnes(36_780.0, 37_050.0), Sign::Kept, "36,780–37,050 t", "3.678万～3.705万吨");
        check(&tonnes(1.2e8, 1.34e8), Sign::Kept, "120,000,000–134,000,000 t", "1.20亿～1.34亿吨");
        check(&Figure::recorded(0.4, Unit::Tonnes, 3), Sign::Kept, "0.400 t", "0.400吨");
    }

    #[test]
    fn ratios_and_money() {
        let percent = |v| Figure::recorded(v, Unit::Percent, 1);
        check(&percent(99.95), Sign::Kept, "100.0%", "100.0%");
        check(&percent(-99.98), Sign::Dropped, "more than 99.9%", "超过99.9%");
        check(&percent(-100.0), Sign::Dropped, "100.0%", "100.0%");
        check(&derived(-48.21, -46.13, Unit::Percent), Sign::Dropped, "46.1–48.3%", "46.1%～48.3%");
        // 33,300 from 16,860–17,020 is 96 %, not "about 100%".
        check(&derived(95.4, 98.1, Unit::Percent), Sign::Dropped, "95.4–98.1%", "95.4%～98.1%");
        check(&derived(-0.2, 0.9, Unit::Percent), Sign::Shown, "−0.2 to +0.9%", "−0.2%～+0.9%");
        check(&Figure::recorded(-8.57, Unit::Points, 2), Sign::Shown, "−8.6 pp", "−8.6个百分点");
        let dollars = |v| Figure::recorded(v, Unit::Money(Currency::Usd), 0);
        check(&dollars(64_123_456.0), Sign::Kept, "US$64.1 million", "6412万美元");
        check(&dollars(-764_123_456.0), Sign::Shown, "−US$764.1 million", "−7.64亿美元");
        let price = Figure::recorded(2_994.4, Unit::PerTonne(Currency::Usd), 0);
        check(&price, Sign::Kept, "US$2,994/t", "2994美元/吨");
    }

    #[test]
    fn the_way_is_told_only_where_it_is_certain() {
        let of = |low, high| way(&derived(low, high, Unit::Percent));
        assert_eq!(of(1.0, 2.0), Way::Up);
        assert_eq!(of(-2.0, -1.0), Way::Down);
        assert_eq!(of(0.0, 0.0), Way::Level);
        assert_eq!(of(-0.04, 0.04), Way::Flat);
        assert_eq!(of(-1.0, 2.0), Way::Unclear);
    }
}
