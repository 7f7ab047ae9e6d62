//! What a picture consists of.

use model::Period;

/// A picture of a given size.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width, pixels.
    pub width: f64,
    /// Height, pixels.
    pub height: f64,
    /// What is in it, the lowest first.
    pub items: Vec<Item>,
}

/// Where a text's `x` lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
}

/// One thing in a picture. `class` names its role; the page's style gives it colour and type.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A rectangle.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Role.
        class: &'static str,
    },
    /// A line.
    Line {
        /// From.
        x1: f64,
        /// From.
        y1: f64,
        /// To.
        x2: f64,
        /// To.
        y2: f64,
        /// Role.
        class: &'static str,
    },
    /// A text.
    Text {
        /// See `anchor`.
        x: f64,
        /// Base line.
        y: f64,
        /// Where `x` lies.
        anchor: Anchor,
        /// Role.
        class: &'static str,
        /// The words.
        text: String,
    },
    /// Things that belong to one month and lead to it.
    Month {
        /// The month.
        period: Period,
        /// What a reader hears of it.
        label: String,
        /// What it consists of.
        items: Vec<Item>,
    },
}
