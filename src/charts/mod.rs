//! From answers to the data of charts, with their words.

mod compare;
mod months;
mod prices;
mod season;
mod structure;

pub use compare::{Compared, compare};
pub use months::{monthly, places, twelve_months, years};
pub use prices::{price_and_volume, unit_values};
pub use season::season;
pub use structure::structure;
