//! Numbers and dates of workbooks as texts.

/// A number without an exponent and without what binary fractions add: "72000", "0.3". `text` is how the file writes
/// it, most of which are plain already.
pub(crate) fn plain(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().map(shown)
}

/// A number as a text of 15 digits, as workbooks show it.
pub(crate) fn shown(number: f64) -> String {
    /// The numbers of 21 digits and more are written with an exponent.
    const LARGE: f64 = 1e21;
    if !number.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    match rounded.abs() < LARGE {
        // Minus zero is zero.
        true => format!("{}", rounded + 0.0),
        false => format!("{rounded:e}"),
    }
}

/// Whether the format of a number shows it as a date or a time: its code has the letters of one outside of quotes
/// and brackets.
pub(crate) fn is_date_format(code: &str) -> bool {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => _ = characters.by_ref().find(|c| *c == '"'),
            // A character as it is, the width of one, and what fills a cell.
            '\\' | '_' | '*' => _ = characters.next(),
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                // Hours, minutes and seconds that have passed.
                if !inner.is_empty() && inner.chars().all(|c| "hHmMsS".contains(c)) {
                    return true;
                }
            }
            'G' | 'g' if characters.as_str().to_ascii_lowercase().starts_with("eneral") => {
                characters = characters.as_str().get(6..).unwrap_or_default().chars();
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

/// Whether the format of a number that workbooks know without its code is one of dates or times. Those from 27 on are
/// of Chinese, Japanese and Korean ones.
pub(crate) fn is_date_format_known(id: u16) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// A day's number in a workbook as "2025-04-01", with a time "2025-04-01 12:30:00"; a time alone as "12:30:00";
/// `None` for a number that is no date.
pub(crate) fn date(serial: f64, is_from_1904: bool) -> Option<String> {
    /// The day before the last of the year 9999.
    const LAST: f64 = 2_958_466.0;
    /// From the first day of one system to that of the other.
    const BETWEEN: i64 = 1462;
    if !(0.0..LAST).contains(&serial) {
        return None;
    }
    let mut day = serial.floor() as i64;
    let mut second = ((serial - serial.floor()) * 86_400.0).round() as i64;
    if second == 86_400 {
        (day, second) = (day + 1, 0);
    }
    let time = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    let date = match (is_from_1904, day) {
        (true, _) => civil(day + BETWEEN),
        (false, 0) => return Some(time),
        // Excel has a 29th of February in 1900, so that days before it are one number higher than they were.
        (false, 60) => "1900-02-29".to_owned(),
        (false, ..60) => civil(day + 1),
        (false, _) => civil(day),
    };
    Some(if second == 0 { date } else { format!("{date} {time}") })
}

/// The date of a day, counted from 1899-12-30.
fn civil(day: i64) -> String {
    // http://howardhinnant.github.io/date_algorithms.html#civil_from_days, from 0000-03-01 on.
    const FROM_MARCH_0000: i64 = 693_899;
    let day = day + FROM_MARCH_0000;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_both_systems() {
        let check = |serial, is_from_1904, expected: &str| {
            assert_eq!(date(serial, is_from_1904).unwrap_or_default(), expected, "{serial}");
        };
        check(45_748.0, false, "2025-04-01");
        check(45_748.0 - 1462.0, true, "2025-04-01");
        check(45_748.5, false, "2025-04-01 12:00:00");
        check(0.25, false, "06:00:00");
        check(0.0, true, "1904-01-01");
        check(1.0, false, "1900-01-01");
        check(59.0, false, "1900-02-28");
        check(60.0, false, "1900-02-29");
        check(61.0, false, "1900-03-01");
        check(36_585.0, false, "2000-02-29");
        check(2_958_465.0, false, "9999-12-31");
        check(2_958_466.0, false, "");
        check(-1.0, false, "");
        check(f64::NAN, false, "");
        check(45_748.999_999_9, false, "2025-04-02");
    }

    #[test]
    fn formats_of_dates_are_told_from_those_of_numbers() {
        for code in ["yyyy-mm-dd", "m/d/yy h:mm", "[h]:mm", "yyyy\"年\"m\"月\"", "[$-409]mmm-yy;@", "mm:ss.0"]
        {
            assert!(is_date_format(code), "{code}");
        }
        for code in [
            "General",
            "0.00",
            "#,##0 \"days\"",
            "[Red]-0",
            "0.0%",
            "\\d0",
            "_-* #,##0_-",
            "[$€-407] 0",
            "@",
            "",
        ] {
            assert!(!is_date_format(code), "{code}");
        }
    }

    #[test]
    fn numbers_are_plain() {
        let check = |text: &str, expected: &str| {
            assert_eq!(plain(text).unwrap_or_else(|| text.to_owned()), expected);
        };
        check("72000", "72000");
        check("-5", "-5");
        check("0.30000000000000004", "0.3");
        check("1E-3", "0.001");
        check("1.5E+5", "150000");
        check("76141000.000000001", "76141000");
        check("123456789012345678", "123456789012346000");
        check("1e300", "1e300");
        check("-0", "-0");
        check("-0.0", "0");
        check("abc", "abc");
    }
}
