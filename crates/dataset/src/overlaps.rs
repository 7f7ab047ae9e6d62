//! Members that overlap: two of one name, or goods within goods.

use std::cmp::Ordering;

use super::catalogue::members_field;
use super::node::{Problems, short};
use super::place::Place;
use super::problem::ProblemKind;
use model::{Catalogue, Dimension, Member, set_flag, sort_indices};

/// Dimensions whose members names tell apart in records, too. Customs have many goods of one name.
pub(super) const NAMED_IN_RECORDS: [Dimension; 3] =
    [Dimension::Destination, Dimension::RegistrationLocation, Dimension::TradeMode];

/// What a member is known by.
type Label = fn(&Member) -> &str;

/// Every label, with the field that holds it.
const LABELS: [(&str, Label); 3] =
    [("code", |m| &m.code), ("name", |m| &m.name.en), ("name", |m| &m.name.zh)];

/// Notes the members of these dimensions that have a label of one before them, and all products within
/// others. They are read all the same, as no program knows which of two is meant.
pub(super) fn note_overlaps(catalogue: &Catalogue, named: &[Dimension], problems: &mut Problems) {
    for dimension in named {
        note_namesakes(catalogue.members(*dimension), *dimension, problems);
    }
    note_products_within_others(catalogue.members(Dimension::Product), problems);
}

/// Once for each member: whoever shares one name shares the other, as a rule.
fn note_namesakes(members: &[Member], dimension: Dimension, problems: &mut Problems) {
    let mut noted = vec![false; members.len()];
    for (field, label) in LABELS {
        let order = in_order(members, &|a, b| alike(label(a), label(b)));
        for (before, at) in order.iter().zip(order.iter().skip(1)) {
            let (Some(other), Some(member)) = (members.get(*before), members.get(*at)) else { continue };
            let is_same = !label(member).trim().is_empty() && alike(label(other), label(member)).is_eq();
            if !is_same || noted.get(*at) == Some(&true) {
                continue;
            }
            set_flag(&mut noted, *at, true);
            // That a code stands twice to the letter is noted where its list is read.
            if member.code != other.code {
                let label = short(label(member).trim());
                let kind = ProblemKind::Namesake { label, other: short(&other.code) };
                problems.add(&place(dimension, *at).key(field), kind);
            }
        }
    }
}

/// In order, codes that lie within another one come right behind it.
fn note_products_within_others(products: &[Member], problems: &mut Problems) {
    let mut whole = "";
    for at in in_order(products, &|a, b| a.code.cmp(&b.code)) {
        let Some(code) = products.get(at).map(|product| product.code.as_str()) else { continue };
        let is_hs = !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit());
        if !is_hs || !code.starts_with(whole) {
            whole = code;
        } else if code != whole {
            let kind = ProblemKind::WithinProduct { part: short(code), whole: short(whole) };
            problems.add(&place(Dimension::Product, at).key("code"), kind);
        }
    }
}

/// The indices of all members in an order, equals as they stand in the list.
fn in_order(members: &[Member], order: &dyn Fn(&Member, &Member) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..members.len()).collect();
    sort_indices(&mut indices, &|a, b| match (members.get(a), members.get(b)) {
        (Some(a), Some(b)) => order(a, b),
        // Every index is one of the list.
        _ => Ordering::Equal,
    });
    indices
}

fn place(dimension: Dimension, at: usize) -> Place {
    Place::default().key(members_field(dimension)).index(at)
}

/// The order of labels without their outer spaces and the case of Latin letters.
fn alike(a: &str, b: &str) -> Ordering {
    let letters = [a, b].map(|label| label.trim().bytes().map(|b| b.to_ascii_lowercase()));
    let [a, b] = letters;
    a.cmp(b)
}
