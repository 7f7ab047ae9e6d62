//! Shapes: from answers and a size to rectangles, lines and texts. Knows no browser; the page draws a
//! [`Scene`] as elements. Sizes are CSS pixels, y grows downward.

mod bars;
mod colour;
mod scene;
mod ticks;
mod trend;

pub use bars::{Strip, StripPart, bar_length, strip};
pub use colour::{COLOURS, Colours};
pub use scene::{Anchor, Item, Scene};
pub use ticks::ticks;
pub use trend::{TrendSize, trend};
