//! From answers to the data of charts, with their words.

mod compare;
mod maps;
mod months;
mod prices;
mod season;
mod sparklines;
mod structure;

pub use compare::{Compared, compare, compared_slot};
pub use maps::{provinces, world};
pub use months::{around, monthly, places, twelve_months, window, years};
pub use prices::{price_and_volume, unit_values};
pub use season::season;
pub use sparklines::Sparklines;
pub use structure::structure;
