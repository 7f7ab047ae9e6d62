//! How long the periods are that rows are of. A year is the sum of its months, and never added to them.

use super::{Meaning, each_once};
use crate::left_out::LeftOut;
use crate::problem::ProblemKind;
use crate::question::{About, Choice, Question};
use model::{Frequency, Period};

impl Meaning<'_> {
    /// Chooses whose rows count where they are of periods of several lengths: the shortest where each year of longer ones
    /// has some of these, too, as they are then the same trade; else it is asked.
    pub(super) fn choose_frequency(&mut self) {
        let periods: Vec<Period> = self.used().filter_map(|(_, row)| self.import.month(&row)).collect();
        let choice = |(code, frequency): (&str, Frequency)| Choice {
            rows: periods.iter().filter(|period| period.frequency() == frequency).count() as u64,
            ..Choice::of(code)
        };
        let choices: Vec<Choice> =
            Frequency::NAMES.into_iter().map(choice).filter(|choice| choice.rows > 0).collect();
        if choices.len() < 2 {
            return;
        }
        let pairs = each_once(periods.into_iter().map(|period| (period, None)).collect());
        let periods: Vec<Period> = pairs.into_iter().map(|(period, _)| period).collect();
        let said = self.import.frequency_said();
        let said = said.filter(|said| periods.iter().any(|period| period.frequency() == *said));
        let Some(used) = said.or_else(|| shortest_with_all(&periods)) else {
            self.questions.push(Question { choices, ..Question::new(About::Frequency) });
            return;
        };
        let rows = self.leave_out(LeftOut::OtherFrequency, |meaning, row| {
            meaning.import.month(row).is_some_and(|period| period.frequency() != used)
        });
        self.tell(None, None, ProblemKind::OtherFrequency { used, rows });
    }
}

/// The shortest length of periods, if there are some of it in every year that there is any of.
fn shortest_with_all(periods: &[Period]) -> Option<Frequency> {
    let shortest = periods.iter().map(|period| period.frequency()).min()?;
    let has = |year: i32| periods.iter().any(|p| p.frequency() == shortest && p.year() == year);
    periods.iter().all(|period| has(period.year())).then_some(shortest)
}
