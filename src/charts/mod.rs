//! From answers to the data of charts, with their words.

mod changes;
mod compare;
mod maps;
mod months;
mod prices;
mod season;
mod sparklines;
mod structure;
mod treemap;

pub use changes::{steps, then_and_now};
pub use compare::{Compared, compare, compared_slot, each_alone};
pub use maps::{LEAST, provinces, world};
pub use months::{around, monthly, places, twelve_months, window, years};
pub use prices::{price_and_volume, unit_values};
pub use season::season;
pub use sparklines::Sparklines;
pub use structure::structure;
pub use treemap::treemap;
