//! Words before a colon.

use super::token::{Kind, Token};
use super::word::Cue;

/// The code that a label begins with, if it names nobody else.
pub(super) fn leading_code<'a>(label: &[&'a Token]) -> Option<&'a Token> {
    let (first, rest) = label.split_first()?;
    let code = matches!(first.kind, Kind::Code(_));
    (code && !rest.iter().any(|t| t.kind.is_name() || matches!(t.kind, Kind::Cue(Cue::Alien, _))))
        .then_some(*first)
}

/// Whether words before a colon name whom or what the number behind it is: “Total:”, “Jan–Aug:”, “环比：”.
pub(super) fn is_label(words: &[&Token]) -> bool {
    let says = |t: &&Token| {
        matches!(
            t.kind,
            Kind::Member(_)
                | Kind::Code(_)
                | Kind::Elsewhere
                | Kind::Date(_)
                | Kind::Cue(
                    Cue::Whole | Cue::Exports | Cue::Reporter | Cue::Cumulative | Cue::Mom | Cue::Yoy,
                    _
                )
        )
    };
    // “Mexico, Portugal and Iraq together:” is one label, “In April, Mexico:” is not.
    let in_list = words.iter().all(|t| {
        let joins = matches!(t.kind, Kind::Comma | Kind::Cue(Cue::And | Cue::Together, _));
        t.kind.is_name() || t.kind.is_quiet() || joins
    });
    let breaks = |t: &&Token| t.kind == Kind::Unknown || t.kind == Kind::Comma && !in_list;
    words.iter().any(says) && !words.iter().any(breaks)
}
