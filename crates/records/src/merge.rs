//! Parts of a dataset, each with some months or some products, as one.

use super::asked::{Asked, together};
use super::builder::Builder;
use super::columns::{Provenance, Records, TooLarge};
use super::coverage::Coverage;
use model::{Dimension, DimensionMap, Member, MemberIndex};

/// Why parts do not make one dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlike {
    /// Values of different currencies, which are never added.
    Currency,
    /// One tells a dimension apart that another does not.
    Dimensions,
    /// Periods of different lengths.
    Frequency,
    /// One has weights and another values alone.
    Measured,
    /// Together too large to count.
    TooLarge,
}

/// Puts parts together. Members are matched by code; the first part's title and names count. Rows
/// are taken as they are: parts must not overlap. What they cover together follows as for files.
pub fn merge(parts: Vec<Records>) -> Result<Option<Records>, Unlike> {
    let mut parts = parts.into_iter();
    let Some(first) = parts.next() else { return Ok(None) };
    let Some(second) = parts.next() else { return Ok(Some(first)) };
    let (frequency, measured) = (first.frequency(), first.measured);
    let mut builder = Builder::new(first.catalogue.clone(), first.currency);
    builder.measured_by(measured);
    let mut provenance = Provenance::default();
    let mut asked = Vec::new();
    let shape = |records: &Records| DimensionMap::from_fn(|d| records.catalogue.members(d).is_empty());
    let whole_shape = shape(&first);
    for part in [first, second].into_iter().chain(parts) {
        if part.currency != builder.currency() {
            return Err(Unlike::Currency);
        }
        if part.measured != measured {
            return Err(Unlike::Measured);
        }
        if part.frequency() != frequency {
            return Err(Unlike::Frequency);
        }
        if shape(&part) != whole_shape {
            return Err(Unlike::Dimensions);
        }
        asked.push(take(&mut builder, &part).map_err(|_| Unlike::TooLarge)?);
        provenance.synthetic |= part.provenance.synthetic;
        let lists = [
            (&mut provenance.sources, part.provenance.sources),
            (&mut provenance.remarks, part.provenance.remarks),
        ];
        for (list, more) in lists {
            for sentence in more {
                if !list.contains(&sentence) {
                    list.push(sentence);
                }
            }
        }
    }
    Ok(Some(builder.build(provenance).covering(together(&asked))))
}

/// The index of a member: of the one of its code, or of one of its English name that one of their codes leads to, as
/// parts made at different times name partners by different lists. Codes alone do not tell: `410` is Brazil in one
/// list and South Korea in another.
fn known_as(builder: &mut Builder, dimension: Dimension, member: &Member) -> Result<MemberIndex, TooLarge> {
    let is_same = |other: &&Member| {
        other.name.en == member.name.en
            && (other.also.contains(&member.code) || member.also.contains(&other.code))
    };
    let known = match builder.has(dimension, &member.code) {
        true => None,
        false => builder.members(dimension).iter().find(is_same),
    };
    let code = known.unwrap_or(member).code.clone();
    let index = builder.member(dimension, &code, member.name.clone())?;
    for code in [&member.code].into_iter().chain(&member.also) {
        builder.also(dimension, index, code);
    }
    Ok(index)
}

/// Takes a part's rows, and tells what it covers.
fn take(builder: &mut Builder, part: &Records) -> Result<Asked, TooLarge> {
    for month in part.months() {
        builder.cover(*month)?;
    }
    let mut places: DimensionMap<Vec<MemberIndex>> = DimensionMap::default();
    for (dimension, members) in part.catalogue.members.iter() {
        for member in members {
            places[dimension].push(known_as(builder, dimension, member)?);
        }
    }
    let rows = part.month_codes().iter().zip(part.quantity().iter()).zip(part.value().iter()).enumerate();
    for (row, ((month, quantity), value)) in rows {
        let members = DimensionMap::from_fn(|dimension| {
            let code = part.codes(dimension).get(row)?;
            places[dimension].get(usize::from(code)).copied()
        });
        let Some(month) = part.months().get(usize::from(month)) else { continue };
        builder.push(*month, members, quantity, value)?;
    }
    let products = &places[Dimension::Product];
    let mut coverage = Coverage::default();
    for (month, product, extent) in part.coverage().limits() {
        coverage.limit(month, product.and_then(|p| products.get(p.place()).copied()), extent);
    }
    Ok(Asked { months: part.months().to_vec(), products: products.to_vec(), coverage })
}
