//! How a figure is known.

use super::months::nouns;
use super::{ENGLISH, English};
use crate::explain::Part::{self, Amount, Change, Sum, Words};
use crate::explain::clause;
use crate::{ExplainWords, NumberWords, capitalised, plain};
use model::{Figure, Rule, Unit};

/// A number with its unit in a sentence, where months need their word, too.
fn with_unit(number: &str, unit: Unit) -> String {
    match unit {
        Unit::Periods(frequency) => format!("{number} {}", nouns(frequency)),
        unit => ENGLISH.with_unit(number, unit),
    }
}

/// Claims that bound a figure.
fn because(claims: &[String], more: usize) -> String {
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!("{}{more}.", claims.join("; "))
}

impl ExplainWords for English {
    fn between(&self, low: &str, high: &str, of: Unit) -> String {
        format!("between {low} and {}", with_unit(high, of))
    }

    fn truncated_to(&self, between: &str) -> String {
        format!("{between}: it was truncated, not rounded")
    }

    fn bounded_below(&self, low: &str, of: Unit) -> String {
        format!("{} or more", with_unit(low, of))
    }

    fn sentence(&self, clause: &str) -> String {
        capitalised(clause) + "."
    }

    fn way(&self, figure: &str, clause: &str) -> String {
        format!("{figure}: {clause}")
    }

    fn repeats(&self, claim: &str) -> String {
        format!("The very same number is reported elsewhere, one of the two may be a copy: {claim}.")
    }

    fn set_aside(&self, printed: &str, others_allow: Option<&str>) -> String {
        match others_allow {
            Some(range) => {
                format!("Reported as “{printed}”, but all other figures leave {range}: set aside.")
            }
            None => format!("Reported as “{printed}”, which other figures contradict: set aside."),
        }
    }

    fn reported(&self) -> &'static str {
        "reported"
    }

    fn reported_as(&self, form: &str, step: Option<&str>, may_be_truncated: bool) -> String {
        match step {
            None => format!("reported as “{form}”"),
            Some(step) if may_be_truncated => {
                format!("reported as “{form}”, to {step}, rounded or truncated")
            }
            Some(step) => format!("reported as “{form}”, rounded to {step}"),
        }
    }

    fn of_cut_file(&self) -> &'static str {
        "Incomplete: the file was cut at 10,000 rows, so that it was this much or more."
    }

    fn recorded(&self, kilograms: Option<f64>) -> String {
        match kilograms {
            Some(kilograms) => {
                format!("the sum of the dataset’s rows, {}\u{a0}kg exactly", plain(kilograms, 0, false))
            }
            None => "the exact sum of the dataset’s rows".to_owned(),
        }
    }

    fn derived(&self, rule: Rule, from: &[Figure], figure: &Figure) -> String {
        let parts: &[Part] = match rule {
            Rule::LessChange => &[Amount(0), Words(" a month later, less the change of "), Change(1)],
            Rule::OverGrowth => &[Amount(0), Words(" later, before its growth of "), Change(1)],
            Rule::PlusChange => &[Amount(0), Words(" before, plus the change of "), Change(1)],
            Rule::TimesGrowth => &[Amount(0), Words(" before, grown by "), Change(1)],
            Rule::ShareOfWhole => &[Words("a share of "), Amount(0), Words(" of the total of "), Amount(1)],
            Rule::LessYearToDateBefore => &[
                Amount(0),
                Words(" from January to this month, less "),
                Amount(1),
                Words(" to the month before"),
            ],
            Rule::YearToDateBeforePlusMonth => &[
                Amount(0),
                Words(" from January to the month before, plus "),
                Amount(1),
                Words(" in this month"),
            ],
            Rule::January => &[Words("January alone and January to date are the same: "), Amount(0)],
            Rule::SumOfProducts => &[Words("the products together, "), Sum],
            Rule::Difference => &[Amount(0), Words(" less "), Amount(1), Words(" before")],
            Rule::ChangeFromGrowth => {
                &[Words("a growth of "), Change(1), Words(" that ended at "), Amount(0)]
            }
            Rule::GrowthFromChange => {
                &[Words("a change of "), Change(1), Words(" that ended at "), Amount(0)]
            }
            Rule::Growth => &[Amount(0), Words(" compared with "), Amount(1), Words(" before")],
            Rule::PartOfWhole => &[Amount(0), Words(" out of "), Amount(1)],
            Rule::Remainder => {
                &[Words("the total of "), Amount(0), Words(" less "), Amount(1), Words(" that are listed")]
            }
            Rule::SumOfParts => &[Words("the listed together, "), Sum],
            Rule::Order if figure.bounds.low == figure.bounds.high => {
                &[Words("by size: nothing that is not listed could change it")]
            }
            Rule::Order => &[Words("by size among those listed; others may be larger")],
            Rule::ValuePerTonne => &[Amount(0), Words(" for "), Amount(1)],
            Rule::PartOfChange => &[
                Words("its change of "),
                Change(0),
                Words(", on the total of "),
                Amount(1),
                Words(" before"),
            ],
            Rule::VolumeEffect => {
                &[Words("the change in quantity, "), Change(0), Words(", at the mean of the two unit values")]
            }
            Rule::PriceEffect => &[
                Words("the change in unit value, "),
                Change(0),
                Words(", on the mean of the two quantities"),
            ],
            Rule::TopThree => &[Words("the three largest, "), Amount(0), Words(", out of "), Amount(1)],
            Rule::SquaredShares => {
                &[Words("the squares of all shares in percent, added up: 10,000 is one member alone")]
            }
            Rule::Implied => &[Words("what all reported figures together imply")],
            Rule::HowMany => &[Words("members with rows in this time")],
            Rule::Counted => &[Words("counted back as far as first place is certain")],
        };
        clause(self, from, parts)
    }

    fn implied(&self, range: &str) -> String {
        format!("All reported figures together imply {range}.")
    }

    fn not_less(&self, claims: &[String], more: usize) -> String {
        format!("Not less because of: {}", because(claims, more))
    }

    fn not_more(&self, claims: &[String], more: usize) -> String {
        format!("Not more because of: {}", because(claims, more))
    }

    fn claim(&self, who: &str, when: &str, measure: &str, form: &str) -> String {
        format!("{who}, {when}: {measure} “{form}”")
    }

    fn all_but(&self, members: &str) -> String {
        format!("all but {members}")
    }

    fn publication(&self, publisher: &str, date: Option<&str>) -> String {
        match date {
            Some(date) => format!("{publisher}, {date}"),
            None => publisher.to_owned(),
        }
    }
}
