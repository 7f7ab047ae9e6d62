//! The Lunar New Year, around which China's trade stands still.

use super::Period;

/// Years, from 2000 to 2050, whose Lunar New Year's Day lies in January; in all others of them it lies in February.
/// After the Chinese calendar of ICU, the Unicode library.
const IN_JANUARY: [i32; 19] = [
    2001, 2004, 2006, 2009, 2012, 2014, 2017, 2020, 2023, 2025, 2028, 2031, 2033, 2036, 2039, 2042, 2044,
    2047, 2050,
];

/// The month of a year's Lunar New Year's Day; `None` outside of 2000 to 2050.
pub fn lunar_new_year(year: i32) -> Option<Period> {
    let is_in_january = IN_JANUARY.contains(&year);
    Period::new(year, if is_in_january { 1 } else { 2 }).filter(|_| (2000..=2050).contains(&year))
}
