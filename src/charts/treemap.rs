//! A whole cut into its members.

use breakdown::{Breakdown, Entry, Group};
use chart::kinds::treemap::{Treemap, TreemapTile};
use chart::{Hue, LeadsTo, Target, TargetLine, datum, told};
use i18n::{Words, look, member_name, members_name, shown as text};
use model::{Answer, Dimension};

use super::maps::{target, tonnes};
use crate::charts::LEAST;
use crate::state::Shown;

/// The members of a dimension by their quantities, with what is printed of several together and what is not itemised;
/// `None` where too few have a figure.
pub fn treemap(
    words: &dyn Words,
    shown: &Shown,
    breakdown: &Breakdown,
    dimension: Dimension,
) -> Option<Treemap> {
    let ranking = breakdown.ranking(dimension);
    let look = tonnes(ranking);
    let tile = |name: String, hue: Hue, quantity: &Answer, share: &Answer, target: Target| {
        let reading = datum(words, quantity, look).ok()?;
        let share = share.as_ref().map(|share| text(words, share, look::UNIT)).unwrap_or_default();
        let (value, is_computed) = (reading.value, reading.is_computed);
        Some(TreemapTile { name, hue, value, is_computed, share, target })
    };
    let nobodys = |name: String, quantity: &Answer, share: &Answer| {
        let line = |name: &str, value| TargetLine { paint: None, name: name.to_owned(), value };
        let mut lines = vec![line("", told(words, quantity, look))];
        lines.extend(share.is_ok().then(|| line(words.share_name(), told(words, share, look::UNIT))));
        let target = Target { to: LeadsTo::Nowhere, title: name.clone(), lines };
        tile(name, Hue::Rest, quantity, share, target)
    };
    let mut tiles = Vec::new();
    for entry in &ranking.entries {
        let Some(member) = entry.member() else { continue };
        let name = member_name(words, shown.catalogue(), member).to_owned();
        let hue = Hue::Member(shown.colours.slot(member));
        let target = target(words, member, &name, &entry.quantity, (Some(entry), look));
        tiles.extend(tile(name, hue, &entry.quantity, &entry.share, target));
    }
    // Whoever has a tile alone has none among others.
    let has_tile = |group: &Group| {
        let sized = ranking.entries.iter().filter(|entry| entry.quantity.is_ok());
        sized.filter_map(|entry| entry.member()).any(|member| group.members.contains(&member))
    };
    for group in ranking.groups.iter().filter(|group| !has_tile(group)) {
        let name = words.members_together(&members_name(words, shown.catalogue(), &group.members));
        tiles.extend(nobodys(name, &group.quantity, &group.share));
    }
    let rest = (!ranking.complete)
        .then(|| nobodys(words.not_itemised().to_owned(), &ranking.remainder, &ranking.remainder_share));
    let others = |small: &[TreemapTile]| {
        let entry_of = |tile: &TreemapTile| {
            let LeadsTo::Member(member) = tile.target.to else { return None };
            ranking.entries.iter().find(|entry| entry.member() == Some(member))
        };
        let entries: Vec<&Entry> = small.iter().filter_map(entry_of).collect();
        let together = ranking.together(&entries).filter(|_| entries.len() == small.len());
        let share = together.and_then(|together| Some(text(words, &together.share.ok()?, look::UNIT)));
        [words.others(small.len() as u64), share.unwrap_or_default()]
    };
    (tiles.len() >= LEAST).then(|| Treemap::new(tiles, rest.flatten(), others))
}
