//! From what a link asks for to what there is.

use super::{MemberCode, View};
use dataset::{DatasetRef, Manifest};
use model::{Catalogue, Frequency, MemberId, Period, Span};
use records::Filter;

/// Something in a link that could not be used. The page says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A parameter that this page does not have.
    UnknownParameter(String),
    /// A parameter given twice; the first one counts.
    Repeated(String),
    /// Not a month.
    NotAPeriod(String),
    /// A month outside of what the dataset covers.
    PeriodOutside(Period),
    /// A part of the page that it does not have.
    UnknownView(String),
    /// A span that it does not have.
    UnknownSpan(String),
    /// A span that periods of the dataset's length do not make.
    NoSpan,
    /// A language that notes are not written in.
    UnknownLanguage(String),
    /// A length that notes do not have.
    UnknownLength(String),
    /// A chart that it does not have.
    UnknownChart(String),
    /// A comparison that it does not make.
    UnknownComparison(String),
    /// A way to show members that it does not have.
    UnknownShow(String),
    /// An order that tables do not have.
    UnknownOrder(String),
    /// Units that nobody has; numbers are told in those of each column and chart.
    UnknownUnit(String),
    /// A dataset that this site does not have.
    UnknownDataset(String),
    /// A code that the dataset does not have.
    UnknownMember(String),
    /// A comparison of values where there are none.
    NoValues,
    /// A comparison of unit values where nothing is weighed.
    NoWeights,
    /// A choice of members where the dataset has none to choose from.
    NoChoice,
    /// A link to a file that only another browser has.
    NotYourFile,
}

impl Notice {
    pub(super) fn unknown_parameter(name: &str) -> Notice {
        Notice::UnknownParameter(short(name))
    }

    pub(super) fn repeated(name: &str) -> Notice {
        Notice::Repeated(short(name))
    }

    pub(super) fn not_a_period(value: &str) -> Notice {
        Notice::NotAPeriod(short(value))
    }

    pub(super) fn unknown_view(value: &str) -> Notice {
        Notice::UnknownView(short(value))
    }

    pub(super) fn unknown_span(value: &str) -> Notice {
        Notice::UnknownSpan(short(value))
    }

    pub(super) fn unknown_chart(value: &str) -> Notice {
        Notice::UnknownChart(short(value))
    }

    pub(super) fn unknown_show(value: &str) -> Notice {
        Notice::UnknownShow(short(value))
    }

    pub(super) fn unknown_unit(value: &str) -> Notice {
        Notice::UnknownUnit(short(value))
    }

    pub(super) fn unknown_order(value: &str) -> Notice {
        Notice::UnknownOrder(short(value))
    }

    pub(super) fn unknown_comparison(value: &str) -> Notice {
        Notice::UnknownComparison(short(value))
    }

    pub(super) fn unknown_language(value: &str) -> Notice {
        Notice::UnknownLanguage(short(value))
    }

    pub(super) fn unknown_length(value: &str) -> Notice {
        Notice::UnknownLength(short(value))
    }
}

/// The beginning of a text from outside, for a sentence that quotes it: without the characters that turn the direction
/// of what stands around them.
fn short(text: &str) -> String {
    let turns =
        |c: &char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(c)).take(40).collect()
}

/// The dataset that a link asks for, or the default one and a notice. `None` only for a manifest
/// without datasets.
pub fn resolve_dataset<'a>(view: &View, manifest: &'a Manifest) -> (Option<&'a DatasetRef>, Option<Notice>) {
    let Some(id) = &view.dataset else {
        return (manifest.default(), None);
    };
    match manifest.find(id) {
        Some(dataset) => (Some(dataset), None),
        None => (manifest.default(), Some(Notice::UnknownDataset(short(id)))),
    }
}

/// The month that a link asks for, or the default one and a notice. `coverage` is what the dataset
/// tells of; `None` only for a dataset without months.
pub fn resolve_period(
    view: &View,
    coverage: Option<(Period, Period)>,
    default: Option<Period>,
) -> (Option<Period>, Option<Notice>) {
    let Some((first, last)) = coverage else {
        return (None, None);
    };
    let is_as_long = |p: &Period| p.frequency() == first.frequency();
    let covered = |p: &Period| is_as_long(p) && (first..=last).contains(p);
    let default = default.filter(covered).unwrap_or(last);
    match view.period {
        None => (Some(default), None),
        Some(period) if covered(&period) => (Some(period), None),
        Some(period) => (Some(default), Some(Notice::PeriodOutside(period))),
    }
}

/// The span that a link asks for, or the period alone and a notice where periods of this length make no other.
pub fn resolve_span(view: &View, frequency: Frequency) -> (Span, Option<Notice>) {
    match view.span.is_of(frequency) {
        true => (view.span, None),
        false => (Span::Month, Some(Notice::NoSpan)),
    }
}

/// The rows that a link asks for. Codes that the dataset does not have are left out, and noted; where
/// none of a dimension is left, every row counts.
pub fn resolve_filter(view: &View, catalogue: &Catalogue) -> (Filter, Vec<Notice>) {
    let mut filter = Filter::all();
    let mut notices = Vec::new();
    for (dimension, chosen) in view.chosen.iter() {
        let mut found = Vec::new();
        for code in chosen {
            match catalogue.find(dimension, code) {
                Some(member) => found.push(member.index),
                None => notices.push(Notice::UnknownMember(short(code))),
            }
        }
        if !found.is_empty() {
            filter = filter.only(dimension, found);
        }
    }
    (filter, notices)
}

/// The view with the dataset's own codes in place of others that lead to its members, such as `MEX` for `429`: what is
/// chosen is then what the dataset's members are called. Codes that lead nowhere stay.
pub fn resolve_codes(mut view: View, catalogue: &Catalogue) -> View {
    let own = |dimension, code: &mut String| {
        let member = catalogue.find(dimension, code).and_then(|member| catalogue.member(member));
        if let Some(member) = member.filter(|member| member.code != *code) {
            code.clone_from(&member.code);
        }
    };
    for (dimension, chosen) in view.chosen.iter_mut() {
        chosen.iter_mut().for_each(|code| own(dimension, code));
    }
    for named in view.compare.iter_mut().chain(&mut view.member) {
        own(named.dimension, &mut named.code);
    }
    view
}

/// The members that a link compares, each once. Codes that the dataset does not have are left out, and noted.
pub fn resolve_compared(view: &View, catalogue: &Catalogue) -> (Vec<MemberId>, Vec<Notice>) {
    let (mut members, mut notices) = (Vec::new(), Vec::new());
    for named in &view.compare {
        match resolve_member(named, catalogue) {
            Some(member) if members.contains(&member) => {}
            Some(member) => members.push(member),
            None => notices.push(Notice::UnknownMember(short(&named.code))),
        }
    }
    (members, notices)
}

/// The member of this code; `None` where the dataset has none.
pub fn resolve_member(named: &MemberCode, catalogue: &Catalogue) -> Option<MemberId> {
    catalogue.find(named.dimension, &named.code)
}
