//! How a figure is known.

use super::English;
use super::months::nouns;
use crate::{ExplainWords, NumberWords, capitalised, look, plain, shown};
use model::{Figure, Rule, Unit};

/// A number with its unit in a sentence, where months need their word, too.
fn with_unit(number: &str, unit: Unit) -> String {
    match unit {
        Unit::Periods(frequency) => format!("{number} {}", nouns(frequency)),
        unit => English.with_unit(number, unit),
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
        let input = |i: usize| from.get(i).map(|f| shown(self, f, look::UNIT)).unwrap_or_default();
        let change = |i: usize| from.get(i).map(|f| shown(self, f, look::CHANGE_UNIT)).unwrap_or_default();
        let together = || {
            let parts: Vec<String> = from.iter().map(|f| shown(self, f, look::UNIT)).collect();
            parts.join(" + ")
        };
        match rule {
            Rule::LessChange => format!("{} a month later, less the change of {}", input(0), change(1)),
            Rule::OverGrowth => format!("{} later, before its growth of {}", input(0), change(1)),
            Rule::PlusChange => format!("{} before, plus the change of {}", input(0), change(1)),
            Rule::TimesGrowth => format!("{} before, grown by {}", input(0), change(1)),
            Rule::ShareOfWhole => format!("a share of {} of the total of {}", input(0), input(1)),
            Rule::LessYearToDateBefore => {
                format!("{} from January to this month, less {} to the month before", input(0), input(1))
            }
            Rule::YearToDateBeforePlusMonth => {
                format!("{} from January to the month before, plus {} in this month", input(0), input(1))
            }
            Rule::January => format!("January alone and January to date are the same: {}", input(0)),
            Rule::SumOfProducts => format!("the products together, {}", together()),
            Rule::Difference => format!("{} less {} before", input(0), input(1)),
            Rule::ChangeFromGrowth => format!("a growth of {} that ended at {}", change(1), input(0)),
            Rule::GrowthFromChange => format!("a change of {} that ended at {}", change(1), input(0)),
            Rule::Growth => format!("{} compared with {} before", input(0), input(1)),
            Rule::PartOfWhole => format!("{} out of {}", input(0), input(1)),
            Rule::Remainder => format!("the total of {} less {} that are listed", input(0), input(1)),
            Rule::SumOfParts => format!("the listed together, {}", together()),
            Rule::Order if figure.bounds.low == figure.bounds.high => {
                "by size: nothing that is not listed could change it".to_owned()
            }
            Rule::Order => "by size among those listed; others may be larger".to_owned(),
            Rule::ValuePerTonne => format!("{} for {}", input(0), input(1)),
            Rule::PartOfChange => format!("its change of {}, on the total of {} before", change(0), input(1)),
            Rule::VolumeEffect => {
                format!("the change in quantity, {}, at the mean of the two unit values", change(0))
            }
            Rule::PriceEffect => {
                format!("the change in unit value, {}, on the mean of the two quantities", change(0))
            }
            Rule::TopThree => format!("the three largest, {}, out of {}", input(0), input(1)),
            Rule::SquaredShares => {
                "the squares of all shares in percent, added up: 10,000 is one member alone".to_owned()
            }
            Rule::Implied => "what all reported figures together imply".to_owned(),
            Rule::HowMany => "members with rows in this time".to_owned(),
            Rule::Counted => "counted back as far as first place is certain".to_owned(),
        }
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
