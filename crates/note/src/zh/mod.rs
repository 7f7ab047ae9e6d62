//! The note in Chinese, as writers on this trade put it: 万吨、亿美元、环比、同比、累计、占比、
//! 拉动与拖累.

mod drivers;
mod lists;
mod totals;
mod words;

use super::fact::Fact;
use super::line::Line;

pub use totals::title;
pub use words::{DOUBT, WARNING_SYNTHETIC, labels, reason, rule, same_as, section, sources, warning_choice};

/// A fact in words.
pub fn say(line: &mut Line, fact: &Fact) {
    match fact {
        Fact::Total => totals::total(line),
        Fact::Unknown(missing) => totals::unknown(line, *missing),
        Fact::JanuaryFebruary => totals::january_february(line),
        Fact::YearToDate => totals::year_to_date(line),
        Fact::Value(entry) => totals::value(line, entry),
        Fact::Run { run, against, before } => totals::row(line, run, *against, *before),
        Fact::Extreme(extreme) => totals::record(line, extreme),
        Fact::Listed(listed) => lists::list(line, listed),
        Fact::Spread { members, top_three, before } => {
            lists::spread(line, members, top_three, before.as_ref());
        }
        Fact::Entrants(came, count) => lists::entrants(line, came, *count),
        Fact::Lost(lost, count) => lists::lost(line, lost, *count),
        Fact::Drivers(found) => drivers::drivers(line, found),
        Fact::ValueDrivers(entry) => drivers::value_drivers(line, entry),
        Fact::LunarNewYear => {
            line.words("受春节错位影响，1月和2月数据宜合并观察，单月环比、同比参考意义有限。");
        }
        Fact::Contradictions(count) => {
            line.words(&format!("另有{count}项公布数据与其他数据矛盾，未予采用，或已在文中注明。"));
        }
    }
}
