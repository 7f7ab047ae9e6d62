//! Places and sizes. All lengths are CSS pixels; `y` grows downward.

/// A place in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// Shorthand for a [`Point`].
pub fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// The room for a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width, never below zero.
    pub width: f64,
    /// Height, never below zero.
    pub height: f64,
}

impl Frame {
    /// The rectangle between four edges; empty where they are the wrong way round.
    pub fn between(left: f64, top: f64, right: f64, bottom: f64) -> Frame {
        Frame { left, top, width: (right - left).max(0.0), height: (bottom - top).max(0.0) }
    }

    /// All of a picture but a margin on each side.
    pub fn within(size: Size, margin: Margin) -> Frame {
        Frame::between(margin.left, margin.top, size.width - margin.right, size.height - margin.bottom)
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.left + self.width
    }

    /// Lower edge.
    pub fn bottom(self) -> f64 {
        self.top + self.height
    }

    /// Its middle.
    pub fn middle(self) -> Point {
        at(self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Its outline, from the upper left on.
    pub fn corners(self) -> [Point; 4] {
        let (right, bottom) = (self.right(), self.bottom());
        [at(self.left, self.top), at(right, self.top), at(right, bottom), at(self.left, bottom)]
    }

    /// The square around a place that reaches so far to each side.
    pub fn around(middle: Point, reach: f64) -> Frame {
        let side = reach * 2.0;
        Frame { left: middle.x - reach, top: middle.y - reach, width: side, height: side }
    }

    /// Whether no part of it is outside of the other.
    pub fn is_inside(self, all: Frame) -> bool {
        self.left >= all.left
            && self.right() <= all.right()
            && self.top >= all.top
            && self.bottom() <= all.bottom()
    }

    /// Whether both have anything in common.
    pub fn overlaps(self, other: Frame) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }

    /// How far a place is from it; 0 inside.
    pub fn distance(self, from: Point) -> f64 {
        let outside = |value: f64, low: f64, high: f64| (low - value).max(value - high).max(0.0);
        let across = outside(from.x, self.left, self.right());
        across.hypot(outside(from.y, self.top, self.bottom()))
    }

    /// The same without a strip on every side.
    pub fn shrunk(self, by: f64) -> Frame {
        Frame::between(self.left + by, self.top + by, self.right() - by, self.bottom() - by)
    }

    /// Whether nothing can be drawn in it.
    pub fn is_empty(self) -> bool {
        self.width <= 0.0 || self.height <= 0.0
    }
}

/// Room beside what is drawn, for axes and labels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Margin {
    /// Left.
    pub left: f64,
    /// Above.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Below.
    pub bottom: f64,
}
