//! Customs records: one row a month × product × partner × registration location × trade mode, in
//! whole kilograms and whole units of money. Everything computed from them is exact.
//!
//! [`Records`] holds the rows as columns, [`Cube`] their sums by month and member under a
//! [`Filter`]. Rows stay where they were read; a page works on cubes.
//!
//! ```
//! use model::{Catalogue, Currency, Dimension, DimensionMap, MemberId, Name, Period, Span};
//! use records::{Builder, Filter, Provenance, cube};
//!
//! let april: Period = "2025-04".parse().unwrap();
//! let mut builder = Builder::new(Catalogue::default(), Some(Currency::Usd));
//! let mexico = builder.member(Dimension::Destination, "MEX", Name::default()).unwrap();
//! let ghana = builder.member(Dimension::Destination, "GHA", Name::default()).unwrap();
//! for (member, kilograms, dollars) in [(mexico, 2_000, 6_000), (ghana, 500, 1_400)] {
//!     let members = DimensionMap::default().with(Dimension::Destination, Some(member));
//!     builder.push(april, members, kilograms, dollars).unwrap();
//! }
//! let records = builder.build(Provenance::default());
//!
//! let whole = records.whole();
//! assert_eq!(whole.total(april, Span::Month).unwrap().quantity, 2_500);
//! // A month that the data does not cover is not zero.
//! assert_eq!(whole.total(april.plus(1), Span::Month), None);
//!
//! // What is chosen makes the total; the others are still there beside it.
//! let filter = Filter::all().only(Dimension::Destination, [mexico]);
//! let chosen = cube(&records, &filter, &[Dimension::Destination]);
//! assert_eq!(chosen.total(april, Span::Month).unwrap().value, 6_000);
//! let ghana = MemberId { dimension: Dimension::Destination, index: ghana };
//! assert_eq!(chosen.member(april, Span::Month, ghana).unwrap().value, 1_400);
//! ```

mod amounts;
mod asked;
mod builder;
mod cluster;
pub mod code_lists;
mod codes;
mod columns;
mod coverage;
mod cross;
mod cube;
mod filter;
mod merge;
mod month;
mod order;
mod wire;

pub use amounts::Amounts;
pub use asked::{Asked, together};
pub use builder::Builder;
pub use codes::Codes;
pub use columns::{Columns, Provenance, Records, TooLarge};
pub use coverage::{Coverage, Extent, Limit};
pub use cross::{Cross, cross};
pub use cube::{Cube, Sums, cube};
pub use filter::Filter;
pub use merge::{Unlike, merge};
pub use month::{MonthIndex, frequency_of};
