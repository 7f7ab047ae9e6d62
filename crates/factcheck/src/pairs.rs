//! Numbers of a sentence that tell a total together: tonnes and their share, products that are all exports,
//! destinations and the share of all of them.

use super::draft::Draft;
use super::number::Counted;
use super::reading::Why;
use super::window::Role;
use model::{Dimension, Interval, MemberId};

/// A share that is told to a tenth of a percent or so can hardly fit by chance; one that is coarser, beside
/// another.
const FINE: f64 = 0.03;

/// So many of a kind are looked at: a text may repeat one sentence ten thousand times.
pub(super) const MOST: usize = 200;

/// Numbers of a sentence that give a total.
pub(super) struct Pair {
    /// The tonnes of one member and what may be their share; nothing where several members give it.
    pub of_one: Option<(usize, usize)>,
    /// What the total is then.
    pub total: Interval,
    pub fine: bool,
}

impl Pair {
    fn new(of_one: Option<(usize, usize)>, total: Interval) -> Pair {
        Pair { of_one, total, fine: is_fine(total) }
    }
}

/// What several quantities of a sentence tell together: two products are all exports, and three destinations
/// with the share of the three give the total.
pub(super) fn wholes(drafts: &[Draft]) -> Vec<Pair> {
    let certain = |d: &&Draft| d.refused.is_none() && d.is_quantity() && d.bound.is_none();
    let quantity_of = |member: MemberId| {
        let mut found = drafts.iter().filter(certain).filter(|d| d.member == Some(member));
        found.next().filter(|first| found.all(|d| d.number == first.number))
    };
    let sum = |members: &[MemberId]| {
        let mut parts = members.iter().map(|member| quantity_of(*member));
        parts.try_fold(Interval { low: 0.0, high: 0.0 }, |sum, part| {
            let of = part?.number.bounds(part?.about);
            Some(Interval { low: sum.low + of.low, high: sum.high + of.high })
        })
    };
    let mut found = Vec::new();
    let mut products: Vec<MemberId> = drafts.iter().filter(certain).filter_map(|d| d.member).collect();
    products.retain(|m| m.dimension == Dimension::Product);
    products.dedup();
    if let [a, b] = products.as_slice()
        && let Some(total) = sum(&[*a, *b]).filter(|_| a != b)
    {
        found.push(Pair::new(None, total));
    }
    for share in
        drafts.iter().take(MOST).filter(|d| d.together.len() > 1 && is_share(d) && d.refused.is_none())
    {
        let total = sum(&share.together).and_then(|tonnes| divided(tonnes, share.number.bounds(share.about)));
        found.extend(total.map(|total| Pair::new(None, total)));
    }
    found.retain(|pair: &Pair| pair.fine);
    found
}

/// The tonnes and shares of a sentence.
pub(super) fn pairs(drafts: &[Draft]) -> Vec<Pair> {
    let may_be = |d: &Draft| match d.refused {
        None | Some(Why::Kind) => true,
        Some(Why::Words) => !d.named_with,
        _ => false,
    };
    let pair = |quantity: usize| {
        let tonnes = drafts.get(quantity).filter(|d| d.is_quantity())?;
        let mut behind = (quantity + 1..drafts.len()).take(MOST).take_while(|i| !drafts[*i].is_quantity());
        let percent = behind.find(|i| is_share(&drafts[*i]))?;
        let share = drafts.get(percent)?;
        let one = tonnes.member.is_some() && tonnes.member == share.member && tonnes.months == share.months;
        let total = total_of(tonnes, share)?;
        let certain = one && may_be(tonnes) && may_be(share);
        certain.then(|| Pair::new(Some((quantity, percent)), total))
    };
    (0..drafts.len()).filter_map(pair).collect()
}

/// Whether a percentage is a share, or may be one.
pub(super) fn is_share(draft: &Draft) -> bool {
    let open = matches!(draft.role, Role::Open | Role::Level) && draft.against.is_none();
    draft.number.counted == Counted::Percent
        && !draft.number.signed
        && draft.bound.is_none()
        && (draft.role == Role::Share || open)
}

/// The total that tonnes and their share give.
pub(super) fn total_of(tonnes: &Draft, share: &Draft) -> Option<Interval> {
    divided(tonnes.number.bounds(tonnes.about), share.number.bounds(share.about))
}

fn divided(tonnes: Interval, percent: Interval) -> Option<Interval> {
    let total = Interval { low: tonnes.low / percent.high * 100.0, high: tonnes.high / percent.low * 100.0 };
    let known = percent.low > 0.0 && tonnes.low > 0.0 && percent.high <= 100.5;
    known.then_some(total)
}

/// Whether a total is told so finely that it hardly fits by chance.
fn is_fine(total: Interval) -> bool {
    total.width() <= FINE * total.low
}
