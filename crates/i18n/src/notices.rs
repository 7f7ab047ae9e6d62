//! What of a link could not be used, and what is shown instead.

use super::MonthWords;
use model::Period;
use view::Notice;

/// What of a link could not be used.
pub trait NoticeWords: MonthWords {
    /// What of a link could not be used, and what is shown instead. `showing` is the month that the page shows.
    fn notice(&self, notice: &Notice, showing: Option<Period>) -> String;
}
