//! The charts, one a file: data and a size in, a [`crate::Scene`] out.

pub mod bubble_map;
pub mod columns;
pub mod heat;
pub mod lines;
pub mod multiples;
pub mod scatter;
pub mod slope;
pub mod sparkline;
pub mod stacked;
pub mod tiles;
pub mod treemap;
pub mod waterfall;
