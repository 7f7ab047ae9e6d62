//! The month that a dataset opens with.

use super::dataset::Dataset;
use super::series::series;
use model::{Cell, Dimension, Period, Span};

/// Whether the dataset tells something of the members of a dimension in a month.
pub fn speaks_of(dataset: &Dataset, period: Period, dimension: Dimension) -> bool {
    match dataset {
        Dataset::Published(ledger) => {
            let cell = |member| Cell::member(period, Span::Month, member);
            let mut members = ledger.catalogue.member_ids(dimension);
            members.any(|m| ledger.names(cell(m)) || ledger::quantity(ledger, cell(m)).is_ok())
        }
        Dataset::Recorded(sums) => {
            let members = sums.whole.each_member(period, Span::Month, dimension);
            members.is_some_and(|members| members.iter().any(|member| member.is_traded()))
        }
    }
}

/// The newest month whose total is known in full and of which every dimension speaks that speaks of any month: the
/// one to open with. `None` where there is no such month.
pub fn opening_month(dataset: &Dataset) -> Option<Period> {
    let series = series(dataset, None);
    let is_whole = |figure: &model::Figure| !figure.is_incomplete();
    let months: Vec<Period> =
        series.iter().filter(|p| p.quantity.as_ref().is_ok_and(is_whole)).map(|p| p.period).collect();
    let speaks = |month: Period| Dimension::ALL.map(|dimension| speaks_of(dataset, month, dimension));
    let spoken: Vec<(Period, [bool; Dimension::ALL.len()])> =
        months.into_iter().map(|m| (m, speaks(m))).collect();
    let ever = |place: usize| spoken.iter().any(|(_, speaks)| speaks.get(place) == Some(&true));
    let is_full = |speaks: &[bool]| speaks.iter().enumerate().all(|(place, speaks)| *speaks || !ever(place));
    spoken.iter().rev().find(|(_, speaks)| is_full(speaks)).map(|(month, _)| *month)
}
