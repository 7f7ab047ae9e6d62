//! What is said of somebody's text.

use super::English;
use crate::{CountWords, FactCheckWords, FactVerdict, NameWords};
use factcheck::{Measure, Remark, Why};
use model::Against;

impl FactCheckWords for English {
    fn fact_verdict(&self, verdict: FactVerdict) -> &'static str {
        match verdict {
            FactVerdict::Agrees => "agrees",
            FactVerdict::AgreesWithinRounding => "agrees within rounding",
            FactVerdict::Differs => "differs",
            FactVerdict::CannotBeTested => "cannot be tested",
            FactVerdict::NotUnderstood => "not understood",
        }
    }

    fn fact_verdict_count(&self, verdict: FactVerdict, count: u64) -> String {
        let words = match (verdict, count) {
            (FactVerdict::Agrees, 2..) => "agree",
            (FactVerdict::AgreesWithinRounding, 2..) => "agree within rounding",
            (FactVerdict::Differs, 2..) => "differ",
            (verdict, _) => self.fact_verdict(verdict),
        };
        format!("{count} {words}")
    }

    fn fact_counts(&self, all: u64, counts: &[String], contradict: u64) -> String {
        if counts.is_empty() {
            return format!("{}.", self.numbers(all));
        }
        let told = format!("{}: {}.", self.numbers(all), counts.join(", "));
        match contradict {
            0 => told,
            1 => format!("{told} 1 contradicts other numbers of the text."),
            many => format!("{told} {many} contradict other numbers of the text."),
        }
    }

    fn fact_measure(&self, measure: Measure) -> &'static str {
        match measure {
            Measure::Quantity => "quantity",
            Measure::Share => "share of the total",
            Measure::Percent(Against::MonthBefore) | Measure::Difference(Against::MonthBefore) => {
                "change on the month before"
            }
            Measure::Percent(Against::YearBefore) | Measure::Difference(Against::YearBefore) => {
                "change on a year before"
            }
            Measure::Value => "value",
            Measure::ValuePercent(Against::MonthBefore) => "change of the value on the month before",
            Measure::ValuePercent(Against::YearBefore) => "change of the value on a year before",
        }
    }

    fn fact_reading(&self, who: &str, when: &str, measure: &str) -> String {
        format!("{who}, {when}: {measure}")
    }

    fn ours(&self, figure: &str) -> String {
        format!("The dataset has {figure}.")
    }

    fn ours_within_rounding(&self, figure: &str) -> String {
        format!("The dataset has {figure}; one of the two is rounded or truncated.")
    }

    fn ours_differs(&self, figure: &str, off: Option<&str>) -> String {
        match off {
            Some(off) => format!("The dataset has {figure}. The text is off by {off}."),
            None => self.ours(figure),
        }
    }

    fn why(&self, why: &Why, range: Option<&str>) -> String {
        let text = match why {
            Why::Missing(missing) => self.reason(*missing),
            Why::Wide(_) => {
                return match range {
                    Some(range) => format!("The dataset leaves too much room: {range}."),
                    None => "The dataset leaves too much room.".to_owned(),
                };
            }
            Why::NotNamed => "It is about somebody whom the dataset does not name.",
            Why::Disputed => {
                "The dataset’s own sources contradict each other about it; one of them has this number."
            }
            Why::Forecast => "It is expected, not reported.",
            Why::Money => "Money in another currency, or for a tonne, is not tested.",
            Why::Points => "Percentage points are not tested.",
            Why::Count => "Numbers of countries, months and the like are not tested.",
            Why::Times => "How many times as much it is is not tested; its tonnes and percentages are.",
            Why::OtherMonths => "It is of a quarter or of other months together, which are not compared.",
            Why::Unit => "Its unit is missing, or may mean two things.",
            Why::Malformed => "Its digits are oddly grouped.",
            Why::Subject => "Subject unclear.",
            Why::WhichOfSeveral => "Several are named, and it is unclear which number is whose.",
            Why::Months => "Months unclear.",
            Why::Comparison => "It is unclear what it is compared with.",
            Why::Kind => "It is unclear whether it is a share, a rise or a fall.",
            Why::Words => "There are words beside it that are not known here.",
            Why::OtherMatter => "It is not about a traded quantity.",
            Why::Table => "It stands in a table whose heads do not say what it is.",
        };
        text.to_owned()
    }

    fn contradicts_in_text(&self, others: &str) -> String {
        match others {
            "" => "No quantities can have it.".to_owned(),
            others => format!("Contradicts {others} in this text."),
        }
    }

    fn others_of_text_imply(&self, range: &str) -> String {
        format!("The others imply {range}.")
    }

    fn remark(&self, remark: Remark) -> &'static str {
        match remark {
            Remark::Cut => "Only the first 200,000 characters were read.",
            Remark::Html => "This looks like HTML. Only the text between its tags was read.",
            Remark::NoFigures => "No figure was found.",
            Remark::NoMonth => "The text does not say of which time it is.",
        }
    }

    fn article_of_text(&self) -> &'static str {
        "Text checked in the page"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ENGLISH;

    #[test]
    fn verdicts_are_counted_in_grammatical_english() {
        let of = |verdict, count| ENGLISH.fact_verdict_count(verdict, count);
        assert_eq!(of(FactVerdict::Agrees, 1), "1 agrees");
        assert_eq!(of(FactVerdict::AgreesWithinRounding, 8), "8 agree within rounding");
        assert_eq!(of(FactVerdict::CannotBeTested, 2), "2 cannot be tested");
        assert_eq!(ENGLISH.fact_counts(0, &[], 0), "0 numbers.");
        assert_eq!(
            ENGLISH.fact_counts(1, &["1 differs".to_owned()], 1),
            "1 number: 1 differs. 1 contradicts other numbers of the text."
        );
    }
}
