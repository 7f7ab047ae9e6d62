//! Where partners and provinces are.

use breakdown::{Breakdown, Entry, Metric, Ranking, history};
use chart::kinds::bubble_map::{Bubble, BubbleMap};
use chart::kinds::tiles::{Province, Tiles};
use chart::{Hue, LeadsTo, Target, TargetLine, datum, in_cell, place, told};
use i18n::{Look, Words, look, member_name};
use model::{Answer, Dimension, MemberId, Unit, decimals_of_unit};
use records::Cube;

use crate::state::Shown;

/// Of fewer neither a map nor a treemap tells anything.
pub const LEAST: usize = 4;

/// Partners on a map of the world, and how many of those who have a figure have no place on it.
pub fn world(words: &dyn Words, shown: &Shown, breakdown: &Breakdown) -> (BubbleMap, usize) {
    let look = tonnes(breakdown.ranking(Dimension::Destination));
    let mut without_place = 0;
    let bubble = |entry: &Entry| {
        let member = entry.member()?;
        let Some(place) = place(&shown.catalogue().member(member)?.code) else {
            without_place += usize::from(entry.quantity.is_ok());
            return None;
        };
        let name = member_name(words, shown.catalogue(), member).to_owned();
        Some(Bubble {
            target: target(words, member, &name, &entry.quantity, (Some(entry), look)),
            name,
            // Names tell who they are: of so many a colour would be several countries'.
            hue: Hue::Accent,
            place,
            figure: datum(words, &entry.quantity, look),
        })
    };
    let bubbles = breakdown.ranking(Dimension::Destination).entries.iter().filter_map(bubble).collect();
    (BubbleMap { unit: words.unit(shown.dataset.subject().unit), bubbles }, without_place)
}

/// Provinces as tiles. Of published figures those are there that the table has; records also tell of whom there is
/// nothing.
pub fn provinces(words: &dyn Words, shown: &Shown, chosen: Option<&Cube>, breakdown: &Breakdown) -> Tiles {
    let dimension = Dimension::RegistrationLocation;
    let ranking = breakdown.ranking(dimension);
    let (entries, look) = (&ranking.entries, tonnes(ranking));
    let province = |member: MemberId| {
        let entry = entries.iter().find(|entry| entry.member() == Some(member));
        let quantity = match entry {
            Some(entry) => entry.quantity.clone(),
            None if shown.dataset.is_recorded() => {
                let months = [breakdown.period].into_iter();
                let (of, span) = (Some(member), breakdown.span);
                history(&shown.dataset, chosen, of, Metric::Quantity, span, months).into_iter().next()?
            }
            None => return None,
        };
        let name = member_name(words, shown.catalogue(), member).to_owned();
        Some(Province {
            code: shown.catalogue().member(member)?.code.clone(),
            target: target(words, member, &name, &quantity, (entry, look)),
            name,
            figure: in_cell(words, &quantity),
        })
    };
    Tiles { provinces: shown.catalogue().member_ids(dimension).filter_map(province).collect() }
}

/// How tonnes are written: as in the table of all members.
pub(super) fn tonnes(ranking: &Ranking) -> Look {
    look::BARE.to(ranking.decimals(usize::MAX))
}

/// What a member's mark tells: its quantity, and its share where it is known.
pub(super) fn target(
    words: &dyn Words,
    member: MemberId,
    name: &str,
    quantity: &Answer,
    (entry, look): (Option<&Entry>, Look),
) -> Target {
    let line = |name: &str, value: String| TargetLine { paint: None, name: name.to_owned(), value };
    let mut lines = vec![line("", told(words, quantity, look))];
    if let Some(share) = entry.map(|entry| &entry.share).filter(|share| share.is_ok()) {
        let look = look::UNIT.to(decimals_of_unit(Unit::Percent));
        lines.push(line(words.share_name(), told(words, share, look)));
    }
    Target { to: LeadsTo::Member(member), title: name.to_owned(), lines }
}
