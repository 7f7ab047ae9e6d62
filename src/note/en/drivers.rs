//! What made the change, in English.

use super::words::{exports, inner, month_only, plural, separator};
use crate::breakdown::Entry;
use crate::model::{Against, Dimension, Figure, MemberId, Span};
use crate::note::digits::{Sign, Way, way};
use crate::note::fact::Drivers;
use crate::note::line::Line;
use crate::view::{Section, View};

pub(super) fn drivers(line: &mut Line, found: &Drivers) {
    let Drivers { dimension, against, up, with, counter, all_known } = found;
    let (of, _) = line.scribe.material.broken_down(*dimension);
    let view = line.scribe.material.view(Section::Ranking(*dimension), of.span);
    let before = match against {
        Against::MonthBefore => month_only(of.period.plus(-1)),
        Against::YearBefore => "a year before".to_owned(),
    };
    let (change, went) = if *up { ("rise", "rose") } else { ("fall", "fell") };
    match (all_known, with.is_empty()) {
        (true, false) => line.words(&format!("The {change} on {before} came mainly from ")),
        (true, true) => {}
        (false, _) => {
            let (listed, noun) = (plural(line, *dimension), exports(line));
            line.words(&format!("Of the {listed} listed, while {noun} {went} on {before}, "));
        }
    }
    parts(line, with, *dimension, &view);
    match (all_known, with.is_empty(), counter.is_empty()) {
        (true, false, true) => {}
        (true, false, false) => {
            line.words(", while ");
            parts(line, counter, *dimension, &view);
            line.words(" went the other way");
        }
        (true, true, _) => {
            parts(line, counter, *dimension, &view);
            line.words(&format!(" went against the {change}"));
        }
        (false, true, _) => {
            parts(line, counter, *dimension, &view);
            line.words(if *up { " took away" } else { " added" });
        }
        (false, false, empty) => {
            line.words(if *up { " added" } else { " took away" });
            if !empty {
                line.words(" and ");
                parts(line, counter, *dimension, &view);
                line.words(if *up { " took away" } else { " added" });
            }
        }
    }
    line.words(".");
}

fn parts(line: &mut Line, parts: &[(MemberId, Figure)], dimension: Dimension, view: &View) {
    for (i, (member, points)) in parts.iter().enumerate() {
        line.words(separator(i, parts.len(), " and "));
        let name = line.scribe.name(*member);
        let name = if dimension == Dimension::Product { inner(&name, line.starts()) } else { name };
        line.words(&format!("{name} ("));
        line.number(points, Sign::Shown, view);
        line.words(")");
    }
}

pub(super) fn value_drivers(line: &mut Line, entry: &Entry) {
    let view = line.scribe.material.view(Section::Overview, Span::Month);
    let Some(recorded) = &entry.recorded else { return };
    let (Ok(change), Ok(volume), Ok(price)) =
        (&recorded.value_change.absolute, &recorded.volume_effect, &recorded.price_effect)
    else {
        return;
    };
    let effect = |line: &mut Line, figure: &Figure| match way(figure) {
        Way::Level | Way::Flat => line.words("made no difference"),
        to => {
            line.words(if to == Way::Up { "added " } else { "took away " });
            line.number(figure, Sign::Dropped, &view);
        }
    };
    match way(change) {
        Way::Level | Way::Flat => line.words("The value hardly changed"),
        to => {
            line.words(if to == Way::Up { "The value rose by " } else { "The value fell by " });
            line.number(change, Sign::Dropped, &view);
        }
    }
    line.words(": the quantity ");
    effect(line, volume);
    line.words(" and the unit value ");
    effect(line, price);
    line.words(".");
}
