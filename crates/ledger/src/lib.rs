//! Published figures: the claims that articles print, what each allows, and what follows from them
//! in one step. Knows nothing of JSON and nothing of the page.
//!
//! Propagation over many steps is deliberately absent.

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
