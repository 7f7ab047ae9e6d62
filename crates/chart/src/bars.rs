//! Bars inside a table, and the strip of shares above it.

use breakdown::Ranking;
use model::{MemberId, clamped};

/// The length of a bar in percent of the longest one's, 0 where there is nothing to draw.
pub fn bar_length(value: f64, longest: f64) -> f64 {
    if longest > 0.0 && value.is_finite() { clamped(value / longest * 100.0, 0.0, 100.0) } else { 0.0 }
}

/// Members that have a part of a strip of their own: as many as the eye tells apart by colour.
pub const STRIP_MEMBERS: usize = 5;

/// The total as one bar, cut into its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// The largest members, all others that are listed, what is not itemised. Their lengths make 100.
    pub parts: Vec<StripPart>,
}

/// One part of a strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripPart {
    /// Whose it is.
    pub of: PartOf,
    /// Its length in percent.
    pub length: f64,
}

/// Whose a part of a strip is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOf {
    /// One member's.
    Member(MemberId),
    /// So many others'.
    Others(usize),
    /// Not itemised.
    Rest,
}

/// Cuts the whole by the quantities of a ranking; `None` where nothing is known, or where the parts
/// cannot make the whole.
pub fn strip(ranking: &Ranking) -> Option<Strip> {
    if !ranking.adds_up {
        return None;
    }
    let known = ranking
        .entries
        .iter()
        .filter(|e| !e.is_nothing())
        .filter_map(|e| Some((PartOf::Member(e.member()?), e.quantity.as_ref().ok()?.value)));
    let mut parts: Vec<(PartOf, f64)> = known.collect();
    // Slivers tell nothing: of many members the small ones are one part.
    if parts.len() > STRIP_MEMBERS {
        let small = parts.split_off(STRIP_MEMBERS);
        parts.push((PartOf::Others(small.len()), small.iter().map(|(_, value)| value).sum()));
    }
    let rest = ranking.remainder.as_ref().ok()?;
    if !ranking.complete {
        parts.push((PartOf::Rest, rest.value));
    }
    let sum: f64 = parts.iter().map(|(_, v)| v).sum();
    if parts.is_empty() || !sum.is_finite() || sum <= 0.0 {
        return None;
    }
    let parts = parts.into_iter().filter(|(_, v)| *v > 0.0);
    Some(Strip { parts: parts.map(|(of, v)| StripPart { of, length: v / sum * 100.0 }).collect() })
}
