//! What of a link could not be used.

use super::English;
use crate::{MonthWords, NoticeWords};
use model::Period;
use view::Notice;

impl NoticeWords for English {
    fn notice(&self, notice: &Notice, showing: Option<Period>) -> String {
        let month = showing.map(|period| self.month(period));
        let instead = month.as_ref().map_or(String::new(), |month| format!(" This page shows {month}."));
        match notice {
            Notice::UnknownParameter(name) => {
                format!("The link says “{name}”, which this page does not know. It was left out.")
            }
            Notice::Repeated(name) => {
                format!("The link says “{name}” more than once. The first one counts.")
            }
            Notice::NotAPeriod(given) => {
                format!("The link asks for the month “{given}”, which is not a month like 2025-04.{instead}")
            }
            Notice::PeriodOutside(given) => format!(
                "The link asks for {}, which is outside of what this dataset covers.{instead}",
                self.month(*given)
            ),
            Notice::UnknownView(given) => format!(
                "The link asks for the view “{given}”, which this page does not have. It shows the overview."
            ),
            Notice::UnknownSpan(given) => {
                let month = month.map_or(String::new(), |month| format!(", {month}"));
                format!(
                    "The link asks for the span “{given}”, which this page does not have. It shows the month{month}."
                )
            }
            Notice::NoSpan => {
                "The link asks for a part of a year, or for twelve months. This dataset has whole years.".to_owned()
            }
            Notice::UnknownChart(given) => format!(
                "The link asks for the chart “{given}”, which this page does not have. It shows the months as columns."
            ),
            Notice::UnknownComparison(given) => format!(
                "The link asks for a comparison as “{given}”, which this page does not make. It shows its usual one."
            ),
            Notice::UnknownShow(given) => {
                format!("The link asks to show a “{given}”, which this page does not have. It shows the table.")
            }
            Notice::UnknownOrder(given) => format!(
                "The link asks for tables ordered by “{given}”, which they have not. They are ordered by quantity."
            ),
            Notice::UnknownUnit(given) => format!(
                "The link asks for numbers in “{given}”, a unit which this page does not know. They are in its usual ones."
            ),
            Notice::UnknownLanguage(given) => format!(
                "The link asks for the language “{given}”, which this page does not speak. It is in yours."
            ),
            Notice::UnknownLength(given) => format!(
                "The link asks for a note of the length “{given}”, which there is not. It is in full."
            ),
            Notice::UnknownMember(code) => {
                format!("The link asks for “{code}”, which this dataset does not have. It was left out.")
            }
            Notice::NoValues => "This dataset tells of no values; members are compared by quantity.".to_owned(),
            Notice::NoWeights => {
                "This dataset has no weights and so no unit values; members are compared by value.".to_owned()
            }
            Notice::NoChoice => "This dataset cannot be filtered; showing everything.".to_owned(),
            Notice::NotYourFile => {
                "The link leads to a file that only the browser has in which it was opened. This page shows its default dataset.".to_owned()
            }
            Notice::UnknownDataset(given) => format!(
                "The link asks for the dataset “{given}”, which this site does not have. It shows its default one."
            ),
        }
    }
}
