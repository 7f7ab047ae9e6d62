//! Bars inside a table, and the strip of shares above it.

use breakdown::Ranking;
use model::{Figure, MemberId};

/// The length of a figure's bar in percent of the longest one's, 0 where there is nothing to draw.
pub fn bar_length(figure: &Figure, longest: f64) -> f64 {
    if longest > 0.0 && figure.value.is_finite() {
        (figure.value / longest * 100.0).clamp(0.0, 100.0)
    } else {
        0.0
    }
}

/// Members that have a part of a strip of their own.
const MOST_PARTS: usize = 12;

/// The total as one bar, cut into its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// The listed members, largest first, then what is not itemised. Their lengths make 100.
    pub parts: Vec<StripPart>,
}

/// One part of a strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripPart {
    /// The member, or `None` for what is not itemised.
    pub member: Option<MemberId>,
    /// Its length in percent.
    pub length: f64,
}

/// Cuts the whole by the quantities of a ranking; `None` where nothing is known, or where the parts
/// cannot make the whole.
pub fn strip(ranking: &Ranking) -> Option<Strip> {
    if !ranking.adds_up {
        return None;
    }
    let known = ranking.entries.iter().filter_map(|e| Some((e.member(), e.quantity.as_ref().ok()?.value)));
    let mut parts: Vec<(Option<MemberId>, f64)> = known.collect();
    // Slivers tell nothing: of very many members the small ones are one part.
    if parts.len() > MOST_PARTS {
        let small = parts.split_off(MOST_PARTS).into_iter().map(|(_, v)| v).sum();
        parts.push((None, small));
    }
    let rest = ranking.remainder.as_ref().ok()?;
    if !ranking.complete {
        parts.push((None, rest.value));
    }
    let sum: f64 = parts.iter().map(|(_, v)| v).sum();
    if parts.is_empty() || !sum.is_finite() || sum <= 0.0 {
        return None;
    }
    let parts = parts.into_iter().filter(|(_, v)| *v > 0.0);
    Some(Strip { parts: parts.map(|(member, v)| StripPart { member, length: v / sum * 100.0 }).collect() })
}
