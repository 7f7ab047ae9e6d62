//! Published figures: the claims that articles print, what each allows, and what follows from them
//! in one step. Knows nothing of JSON and nothing of the page.
//!
//! What follows over many steps is the [`Settlement`], which the crate `settle` works out.

mod book;
mod claim;
mod imply;
mod settlement;
mod suspicion;

pub use book::{Article, Ledger};
pub use claim::{Bound, Claim, ClaimSpan, Measure, Subject};
pub use imply::sum;
pub use imply::{change, quantity, share};
pub use settlement::{ClaimVerdict, Contradiction, End, SettledCell, Settlement, Untested};
pub use suspicion::Suspicion;
