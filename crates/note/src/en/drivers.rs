//! What made the change, in English.

use super::words::{exports, inner, label, place, plural, separator, singular};
use crate::digits::{Sign, Way, way};
use crate::fact::Drivers;
use crate::line::Line;
use breakdown::Entry;
use i18n::{ENGLISH, MonthWords};
use model::{Against, Dimension, Figure, MemberId, Span};
use view::{Section, View};

pub(super) fn drivers(line: &mut Line, found: &Drivers) {
    let Drivers { dimension, against, up, with, counter, all_known } = found;
    let (of, _) = line.scribe.material.broken_down(*dimension);
    let view = line.scribe.material.view(Section::Ranking(*dimension), of.span);
    let change = if *up { "rise" } else { "fall" };
    let label = label(line, *against);
    let before = match against {
        Against::MonthBefore => ENGLISH.month_in_text(of.period.plus(-1)),
        Against::YearBefore => "a year before".to_owned(),
    };
    let noun = exports(line);
    if !all_known {
        line.words(&format!("Among the {} listed, ", plural(line, *dimension)));
        let parts = with.iter().chain(counter);
        for (i, (member, points)) in parts.enumerate() {
            line.words(separator(i, with.len() + counter.len(), " and "));
            line.words(&name(line, *member));
            line.words(if i == 0 { " contributed " } else { " " });
            line.number(points, Sign::Shown, &view);
            if i == 0 {
                line.words(&format!(" to the {label} change in {noun}"));
            }
        }
        return line.words(".");
    }
    let product = *dimension == Dimension::Product;
    match (with.is_empty(), product) {
        (false, true) => {
            let mainly = if counter.is_empty() { "" } else { "mainly " };
            line.words(&format!("The {change} on {before} came {mainly}from "));
            parts(line, with, &view);
        }
        (false, false) => {
            line.words(&format!("By {}, ", singular(line, *dimension)));
            parts(line, with, &view);
            line.words(if *up { " contributed most to the rise" } else { " weighed most" });
        }
        (true, _) => {}
    }
    if !counter.is_empty() {
        line.words(if with.is_empty() { "" } else { ", while " });
        parts(line, counter, &view);
        line.words(match (product, *up) {
            (true, _) => " went the other way",
            (false, true) => " held it back",
            (false, false) => " offset part of it",
        });
    }
    line.words(".");
}

/// "Iraq (+4.4 pp) and Mexico (+1.5 pp)"
fn parts(line: &mut Line, parts: &[(MemberId, Figure)], view: &View) {
    for (i, (member, points)) in parts.iter().enumerate() {
        line.words(separator(i, parts.len(), " and "));
        line.words(&format!("{} (", name(line, *member)));
        line.number(points, Sign::Shown, view);
        line.words(")");
    }
}

fn name(line: &Line, member: MemberId) -> String {
    let name = line.scribe.name(member);
    match member.dimension {
        Dimension::Product => inner(&name, line.starts()),
        Dimension::Destination => place(&name, line.starts()),
        _ => name,
    }
}

/// An effect below this part of the change is not worth its digits.
const HARDLY: f64 = 0.01;

/// Quantity and unit value.
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
        _ if figure.value.abs() < change.value.abs() * HARDLY => line.words("made hardly any difference"),
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
    line.words(&format!(
        " on {}: the quantity ",
        ENGLISH.month_in_text(line.scribe.material.period().plus(-1))
    ));
    effect(line, volume);
    line.words(" and the unit value ");
    effect(line, price);
    line.words(".");
}
