//! Words before a colon.

use super::cue::Cue;
use super::token::{Kind, Token};

/// The code of a label that names nobody else: “7614 90 00, other:”, “Other (HS 76149000):”.
pub(super) fn only_code<'a>(label: &[&'a Token]) -> Option<&'a Token> {
    let alien = label.iter().any(|t| matches!(t.kind, Kind::Cue(Cue::Alien, _)));
    let code = label.iter().find(|t| matches!(t.kind, Kind::Code(_))).filter(|_| !alien)?;
    let same = |t: &Token| match (&t.kind, &code.kind) {
        (Kind::Code(id) | Kind::Member(id), Kind::Code(code)) => id == code,
        _ => !t.kind.is_name(),
    };
    label.iter().all(|t| same(t)).then_some(*code)
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
