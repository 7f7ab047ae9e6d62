//! Charts: from data and a size to a [`Scene`] of shapes, texts and targets, and from that to a page or to
//! the text of an SVG file. Knows no browser. Sizes are CSS pixels, `y` grows downward.
//!
//! A chart is a file in [`kinds`]: a struct with its data, and `draw`. What marks look like is told by their
//! role ([`Paint`], [`Lettering`]), never by a colour; `theme` gives every role its look, once for the page's
//! style sheet and for stored pictures.

mod axis;
mod bars;
mod colour;
mod datum;
mod geometry;
pub mod kinds;
mod labels;
mod open;
mod paint;
mod picture;
mod places;
mod scale;
mod scene;
mod svg;
mod theme;

pub use bars::{PartOf, STRIP_MEMBERS, Strip, StripPart, bar_length, strip};
pub use colour::{COLOURS, Colours};
pub use datum::{Datum, Reading, datum, read, told, told_figure, wordless};
pub use geometry::{Frame, Point, Size, at};
pub use labels::{fitted, text_width};
pub use open::{at_least, in_cell};
pub use paint::{HEAT_STEPS, Hue, Lettering, Paint};
pub use picture::{Caption, Shape, picture};
pub use places::place;
pub use scale::{Band, Linear, Log, ticks, ticks_between};
pub use scene::{Anchor, Closed, LeadsTo, Mark, Scene, Target, TargetLine, Text};
pub use svg::{FONTS, anchor, dot_data, path_data, rect_data, svg, tenth};
pub use theme::{Ink, Style, Theme, style_sheet};
