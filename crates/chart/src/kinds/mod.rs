//! The charts, one a file: data and a size in, a [`crate::Scene`] out.

pub mod columns;
pub mod heat;
pub mod lines;
pub mod stacked;
pub mod waterfall;
