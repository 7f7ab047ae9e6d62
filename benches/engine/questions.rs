//! The questions of the benchmark, put to the engine as the page puts them.

use std::cell::RefCell;
use std::cmp::Reverse;

use js_sys::Uint8Array;
use model::{Dimension, MemberIndex, Period, Span};
use records::{Filter, Records, Sums, facets, pivot};
use wasm_bindgen::prelude::*;
use workers::read_where_it_is;

thread_local! {
    static OPEN: RefCell<Records> = RefCell::default();
}

/// Reads a dataset and makes the sums that the page asks for first, as the page's worker does when it
/// opens one. How many rows it has; none where it cannot be read.
#[wasm_bindgen]
pub fn load(json: &Uint8Array) -> usize {
    let records = read_where_it_is(json).read.unwrap_or_default();
    records.whole();
    let rows = records.len();
    OPEN.set(records);
    rows
}

/// Quantities month by month, then values.
#[wasm_bindgen]
pub fn trend() -> Vec<f64> {
    OPEN.with_borrow(|records| {
        let totals = &records.whole().totals;
        totals.iter().map(quantity).chain(totals.iter().map(value)).collect()
    })
}

/// A month's total, then its ten largest destinations: index, quantity, share, and the quantities of
/// the month before and of a year before.
#[wasm_bindgen]
pub fn ranking(month: usize) -> Vec<f64> {
    const SHOWN: usize = 10;
    OPEN.with_borrow(|records| {
        let Some(month) = records.months().get(month).copied() else { return Vec::new() };
        let of = |month: Period| {
            records.whole().each_member(month, Span::Month, Dimension::Destination).unwrap_or_default()
        };
        let (now, before, year_before) = (of(month), of(month.plus(-1)), of(month.plus(-12)));
        let total: f64 = now.iter().map(quantity).sum();
        let mut order: Vec<usize> = (0..now.len()).filter(|i| now[*i].quantity > 0).collect();
        let key = |i: &usize| (Reverse(now[*i].quantity), *i);
        if order.len() > SHOWN {
            order.select_nth_unstable_by_key(SHOWN, key);
            order.truncate(SHOWN);
        }
        order.sort_unstable_by_key(key);
        let at = |month: &[Sums], member: usize| month.get(member).map_or(0.0, quantity);
        let row = |member: usize| {
            let weight = at(&now, member);
            [member as f64, weight, weight / total, at(&before, member), at(&year_before, member)]
        };
        [total].into_iter().chain(order.into_iter().flat_map(row)).collect()
    })
}

fn indices(members: &[u16]) -> impl Iterator<Item = MemberIndex> {
    members.iter().copied().map(MemberIndex::from)
}

/// Quantities by month and destination of some products and one registration location.
#[wasm_bindgen(js_name = pivot)]
pub fn pivot_of(products: &[u16], registration: u16) -> Vec<f64> {
    OPEN.with_borrow(|records| {
        let filter = Filter::all()
            .only(Dimension::Product, indices(products))
            .only(Dimension::RegistrationLocation, indices(&[registration]));
        pivot(records, &filter, Dimension::Destination)
            .into_iter()
            .map(|kilograms| kilograms as f64)
            .collect()
    })
}

/// Quantities by month, product, registration location and trade mode of one destination, while
/// choices of products and trade modes may stand. An empty choice is none.
#[wasm_bindgen(js_name = facets)]
pub fn facets_of(destination: u16, products: &[u16], modes: &[u16]) -> Vec<f64> {
    const WANTED: [Dimension; 3] =
        [Dimension::Product, Dimension::RegistrationLocation, Dimension::TradeMode];
    OPEN.with_borrow(|records| {
        let mut filter = Filter::all().only(Dimension::Destination, indices(&[destination]));
        for (dimension, members) in [(Dimension::Product, products), (Dimension::TradeMode, modes)] {
            if !members.is_empty() {
                filter = filter.only(dimension, indices(members));
            }
        }
        let cube = facets(records, &filter, &WANTED);
        let mut answer: Vec<f64> = cube.totals.iter().map(quantity).collect();
        for dimension in WANTED {
            let start = answer.len();
            let width = cube.width(dimension);
            answer.resize(start + width, 0.0);
            for month in cube.members[dimension].chunks_exact(width.max(1)) {
                for (sum, member) in answer[start..].iter_mut().zip(month) {
                    *sum += quantity(member);
                }
            }
        }
        answer
    })
}

/// Quantities of the year up to a month, then of the same months a year before: by product, by
/// destination, by registration location.
#[wasm_bindgen(js_name = yearToDate)]
pub fn year_to_date(month: usize) -> Vec<f64> {
    const SHOWN: [Dimension; 3] =
        [Dimension::Product, Dimension::Destination, Dimension::RegistrationLocation];
    OPEN.with_borrow(|records| {
        let Some(month) = records.months().get(month).copied() else { return Vec::new() };
        let mut answer = Vec::new();
        for dimension in SHOWN {
            for end in [month, month.plus(-12)] {
                let sums = records.whole().each_member(end, Span::Ytd, dimension).unwrap_or_default();
                answer.extend(sums.iter().map(quantity));
            }
        }
        answer
    })
}

fn quantity(sums: &Sums) -> f64 {
    number(sums.quantity)
}

fn value(sums: &Sums) -> f64 {
    number(sums.value)
}

/// As JavaScript's numbers, which hold whole ones up to 2^53; the sums here stay far below. Signed
/// numbers become floating-point ones in one instruction, unsigned ones in several.
fn number(sum: u64) -> f64 {
    sum.cast_signed() as f64
}
