//! The note in English, as writers on this trade put it: tonnes, MoM and YoY, "ranked first for the
//! second month in a row".

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
        Fact::LunarNewYear => line.words(
            "January and February are best read together: the Lunar New Year moves between them, so that the MoM and YoY changes of either month alone say little.",
        ),
        Fact::Contradictions(1) => {
            line.words("One other published figure contradicts these: it is left out, or marked as published.");
        }
        Fact::Contradictions(count) => {
            line.words(&format!(
                "In all, {count} other published figures contradict these: they are left out, or marked as published."
            ));
        }
    }
}
