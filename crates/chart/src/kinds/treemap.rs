//! The parts of one period as areas.

use crate::geometry::{Frame, Size, at};
use crate::labels::{fitted, text_width, wrapped};
use crate::paint::{Hue, Lettering, Paint};
use crate::scene::{Anchor, Closed, LeadsTo, Mark, Scene, Target, TargetLine};
use model::sort_list;

/// A whole that is cut into tiles.
#[derive(Debug, Clone, PartialEq)]
pub struct Treemap {
    /// The tiles, the largest first.
    tiles: Vec<TreemapTile>,
}

/// A part.
#[derive(Debug, Clone, PartialEq)]
pub struct TreemapTile {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// Its size, of which its area is made; nothing is drawn of what is not above zero.
    pub value: f64,
    /// Whether it follows from other figures.
    pub is_computed: bool,
    /// Its share as the page writes it: "8.43%".
    pub share: String,
    /// What it tells, and where it leads.
    pub target: Target,
}

/// So many members have a tile of their own: as many as a wide table has lines at first.
pub const MOST_TILES: usize = 25;
/// So many of those who share a tile are named in its target.
const MOST_NAMED: usize = 12;
/// Between tiles, and between a tile's edge and its texts.
const SPACE: f64 = 1.0;
const INSIDE: f64 = 6.0;
/// Height of the strip that tells a reported tile's colour.
const STRIP: f64 = 3.0;
/// The base line of the name from the tile's upper edge, of what stands below it from there, and what a text needs below
/// its own.
const NAME_BASE: f64 = 19.0;
const LINE: f64 = 16.0;
const BELOW_BASE: f64 = 4.0;
/// A name is broken into at most so many lines.
const MOST_LINES: usize = 3;

impl Treemap {
    /// Of those of whom a part is known, in any order, and of what is not itemised, where there is any: whose part is not
    /// known lies in it. Of many the small ones share a tile, to which `others` gives a name and a share: "151 others",
    /// "28.9%".
    pub fn new(
        mut tiles: Vec<TreemapTile>,
        rest: Option<TreemapTile>,
        others: impl FnOnce(&[TreemapTile]) -> [String; 2],
    ) -> Treemap {
        let largest_first = |a: &TreemapTile, b: &TreemapTile| b.value.total_cmp(&a.value);
        // Who has nothing is one of the others, and has no tile alone.
        tiles.retain(|tile| tile.value.is_finite() && tile.value >= 0.0);
        sort_list(&mut tiles, largest_first);
        if tiles.len() > MOST_TILES {
            let small = tiles.split_off(MOST_TILES);
            let [name, share] = others(&small);
            tiles.push(together(&small, name, share));
        }
        tiles.extend(rest);
        tiles.retain(is_drawn);
        // Anything else makes slivers of those that come after a large one.
        sort_list(&mut tiles, largest_first);
        Treemap { tiles }
    }

    /// The picture.
    pub fn draw(&self, size: Size) -> Scene {
        let mut scene = Scene { size, marks: Vec::new() };
        let sum: f64 = self.tiles.iter().map(|tile| tile.value).sum();
        if !sum.is_finite() || sum <= 0.0 {
            return scene;
        }
        let parts: Vec<f64> = self.tiles.iter().map(|tile| tile.value / sum).collect();
        let all = Frame { left: 0.0, top: 0.0, width: size.width, height: size.height };
        let frames = squarified(&parts, all);
        scene.marks.extend(
            self.tiles
                .iter()
                .zip(frames)
                .map(|(tile, frame)| Mark::Target(tile.target.clone(), draw_tile(tile, frame.shrunk(SPACE)))),
        );
        scene
    }
}

fn is_drawn(tile: &TreemapTile) -> bool {
    tile.value.is_finite() && tile.value > 0.0
}

/// One tile for many, which tells their names.
fn together(small: &[TreemapTile], name: String, share: String) -> TreemapTile {
    let line =
        |tile: &TreemapTile| TargetLine { paint: None, name: tile.name.clone(), value: tile.share.clone() };
    let lines = small.iter().take(MOST_NAMED).map(line).collect();
    TreemapTile {
        target: Target { to: LeadsTo::Nowhere, title: name.clone(), lines },
        name,
        hue: Hue::Rest,
        value: small.iter().map(|tile| tile.value).sum(),
        is_computed: true,
        share,
    }
}

/// A light tile, on which text is read in every hue: a reported one with a strip of its colour, another with its
/// outline.
fn draw_tile(tile: &TreemapTile, frame: Frame) -> Vec<Mark> {
    let mut marks = vec![Mark::Rect(frame, Paint::Tint(tile.hue))];
    if tile.is_computed {
        let corners = frame.shrunk(SPACE / 2.0).corners();
        marks.push(Mark::Path(vec![corners.into()], Closed::Yes, Paint::Thin(tile.hue)));
    } else {
        let strip = Frame { height: STRIP.min(frame.height), ..frame };
        marks.push(Mark::Rect(strip, Paint::Fill(tile.hue)));
    }
    let room = frame.width - INSIDE * 2.0;
    // How many lines find room below the first.
    let below = ((frame.height - NAME_BASE - BELOW_BASE) / LINE).floor();
    if below < 0.0 {
        return marks;
    }
    let lines = below as usize + 1;
    // Half a number would be a wrong one.
    let has_share = !tile.share.is_empty() && text_width(&tile.share, Lettering::Value) <= room;
    let for_name = if has_share { lines - 1 } else { lines };
    // Rather broken or smaller than cut, and rather cut than without the share.
    let whole =
        |lettering| Some((lettering, wrapped(&tile.name, lettering, room, for_name.min(MOST_LINES))?));
    let cut = || (Lettering::Name, vec![fitted(&tile.name, Lettering::Name, room)]);
    let (lettering, name) = whole(Lettering::Name).or_else(|| whole(Lettering::OnColour)).unwrap_or_else(cut);
    let share = has_share.then(|| (Lettering::Value, tile.share.clone()));
    let texts = name.into_iter().map(|line| (lettering, line)).chain(share);
    let mut base = frame.top + NAME_BASE;
    for (lettering, words) in texts.filter(|(_, words)| !words.is_empty()).take(lines) {
        marks.push(Mark::text(at(frame.left + INSIDE, base), Anchor::Start, lettering, words));
        base += LINE;
    }
    marks
}

/// Cuts a frame into parts, which make 1, as nearly square as a row after the other allows (Bruls, Huizing and van
/// Wijk 2000).
fn squarified(parts: &[f64], all: Frame) -> Vec<Frame> {
    let area = all.width * all.height;
    let areas: Vec<f64> = parts.iter().map(|part| part * area).collect();
    let mut frames = Vec::with_capacity(parts.len());
    let mut left = all;
    let mut rest = areas.as_slice();
    while !rest.is_empty() && !left.is_empty() {
        let side = left.width.min(left.height);
        let mut count = 1;
        while count < rest.len() && longest(&rest[..=count], side) <= longest(&rest[..count], side) {
            count += 1;
        }
        let (row, after) = rest.split_at(count);
        // Next to a huge part a tiny one is smaller than what calculation loses.
        let thickness = (row.iter().sum::<f64>() / side).min(left.width.max(left.height));
        let mut from = 0.0;
        for part in row {
            let length = (part / thickness).min(side - from);
            frames.push(if left.width >= left.height {
                Frame { left: left.left, top: left.top + from, width: thickness, height: length }
            } else {
                Frame { left: left.left + from, top: left.top, width: length, height: thickness }
            });
            from += length;
        }
        let (x, y) = if left.width >= left.height { (thickness, 0.0) } else { (0.0, thickness) };
        left = Frame::between(left.left + x, left.top + y, left.right(), left.bottom());
        rest = after;
    }
    frames
}

/// How many times longer than wide the least square part of a row along a side is.
fn longest(row: &[f64], side: f64) -> f64 {
    let thickness = row.iter().sum::<f64>() / side;
    let ratio = |part: &f64| {
        let ratio = part / thickness / thickness;
        ratio.max(1.0 / ratio)
    };
    row.iter().map(ratio).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_proportion_and_fill_the_frame() {
        let all = Frame { left: 5.0, top: 0.0, width: 600.0, height: 400.0 };
        let parts = [6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0].map(|part| part / 24.0);
        let frames = squarified(&parts, all);
        for (frame, part) in frames.iter().zip(parts) {
            assert!((frame.width * frame.height - part * 240_000.0).abs() < 1e-6);
            assert!(frame.width / frame.height < 3.0 && frame.height / frame.width < 3.0, "{frame:?}");
        }
        assert_eq!(frames.len(), 7);
    }
}
