//! From answers to the data of charts, with their words.

mod compare;
mod months;
mod season;

pub use compare::{Compared, compare};
pub use months::{monthly, places, twelve_months, years};
pub use season::season;
