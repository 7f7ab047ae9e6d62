//! How each member of a table went.

use breakdown::{Metric, Point, history};
use chart::kinds::sparkline::Sparkline;
use chart::{Hue, wordless};
use model::{MemberId, Period, Span};
use records::Cube;

use crate::state::Shown;

/// Of whom fewer months are known, nothing is seen.
const LEAST_KNOWN: usize = 3;

/// Small lines over the same months.
pub struct Sparklines<'a> {
    shown: &'a Shown,
    chosen: Option<&'a Cube>,
    months: Vec<Period>,
    place: Option<usize>,
}

impl<'a> Sparklines<'a> {
    /// Lines over the months of these points, with a dot at `period`.
    pub fn new(shown: &'a Shown, chosen: Option<&'a Cube>, points: &[Point], period: Period) -> Self {
        let months: Vec<Period> = points.iter().map(|point| point.period).collect();
        let place = months.iter().position(|month| *month == period);
        Sparklines { shown, chosen, months, place }
    }

    /// How many months each has.
    pub fn months(&self) -> usize {
        self.months.len()
    }

    /// The line of a member, or of all; `None` where too few months are known.
    pub fn line(&self, member: Option<MemberId>, hue: Hue) -> Option<Sparkline> {
        let months = self.months.iter().copied();
        let answers =
            history(&self.shown.dataset, self.chosen, member, Metric::Quantity, Span::Month, months);
        (answers.iter().flatten().count() >= LEAST_KNOWN).then(|| Sparkline {
            hue,
            data: answers.iter().map(wordless).collect(),
            chosen: self.place,
        })
    }
}
