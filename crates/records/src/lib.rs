//! Customs records: one row a month × product × partner × registration location × trade mode, in
//! whole kilograms and whole units of money. Everything computed from them is exact.
//!
//! [`Records`] holds the rows as columns, [`Cube`] their sums by month and member under a
//! [`Filter`]. Rows stay where they were read; a page works on cubes.

mod amounts;
mod builder;
mod cluster;
mod code_lists;
mod codes;
mod columns;
mod cross;
mod cube;
mod filter;
mod merge;
mod month;
mod wire;

pub use amounts::Amounts;
pub use builder::Builder;
pub use code_lists::{PROVINCES, TRADE_MODES};
pub use codes::Codes;
pub use columns::{Columns, Provenance, Records, TooLarge};
pub use cross::{Cross, cross, pivot};
pub use cube::{Cube, Sums, cube, facets};
pub use filter::Filter;
pub use merge::{Unlike, merge};
pub use month::MonthIndex;
