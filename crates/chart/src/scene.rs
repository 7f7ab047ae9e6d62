//! What a picture consists of.

use super::geometry::{Frame, Point, Size};
use super::labels::text_width;
use super::paint::{Lettering, Paint};
use model::{MemberId, Period};

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Its size.
    pub size: Size,
    /// What is in it, the lowest first.
    pub marks: Vec<Mark>,
}

/// Where a text's `x` lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// One thing in a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A rectangle.
    Rect(Frame, Paint),
    /// Lines or outlines, each through its points.
    Path(Vec<Vec<Point>>, Closed, Paint),
    /// A dot: its middle and its radius.
    Dot(Point, f64, Paint),
    /// A text on a base line.
    Text(Text),
    /// Things that answer together to the pointer and the keyboard.
    Target(Target, Vec<Mark>),
}

/// Whether the last point of a path is joined to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// A line.
    No,
    /// An outline.
    Yes,
}

/// A text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it stands: see `anchor` for `x`; `y` is its base line.
    pub at: Point,
    /// Where `at` lies in it.
    pub anchor: Anchor,
    /// How it looks.
    pub lettering: Lettering,
    /// The words.
    pub words: String,
}

/// What a target leads to when it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadsTo {
    /// Nothing: it only tells.
    Nowhere,
    /// A month.
    Month(Period),
    /// A member.
    Member(MemberId),
}

/// What answers to the pointer, the finger and the keyboard.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Where it leads.
    pub to: LeadsTo,
    /// What it is about: "April 2025", "Mexico".
    pub title: String,
    /// What it tells, a value each.
    pub lines: Vec<TargetLine>,
}

/// A value that a target tells.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetLine {
    /// The mark beside it, where several things are told apart by colour.
    pub paint: Option<Paint>,
    /// What it is of; empty where the title says it.
    pub name: String,
    /// "21,300 t, reported".
    pub value: String,
}

impl Text {
    /// The room that it takes, about: its base line lies a third of its height above the lower edge.
    pub fn frame(&self) -> Frame {
        let (width, height) = (text_width(&self.words, self.lettering), self.lettering.size());
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        Frame { left, top: self.at.y - height * 0.83, width, height }
    }
}

impl Scene {
    /// All that answers, in the order of the arrow keys.
    pub fn targets(&self) -> Vec<&Target> {
        let mut targets = Vec::new();
        add_targets(&self.marks, &mut targets);
        targets
    }
}

fn add_targets<'a>(marks: &'a [Mark], targets: &mut Vec<&'a Target>) {
    for mark in marks {
        if let Mark::Target(target, marks) = mark {
            targets.push(target);
            add_targets(marks, targets);
        }
    }
}

impl Target {
    /// All that it tells, in one sentence for those who hear it, with a language's colon and semicolon.
    pub fn said(&self, [colon, semicolon]: [&str; 2]) -> String {
        let mut said = self.title.clone();
        for (place, line) in self.lines.iter().enumerate() {
            said.push_str(if place == 0 { colon } else { semicolon });
            if !line.name.is_empty() {
                said.push_str(&line.name);
                said.push(' ');
            }
            said.push_str(&line.value);
        }
        said
    }
}

impl Mark {
    /// A straight line.
    pub fn line(from: Point, to: Point, paint: Paint) -> Mark {
        Mark::Path(vec![vec![from, to]], Closed::No, paint)
    }

    /// A text.
    pub fn text(at: Point, anchor: Anchor, lettering: Lettering, words: impl Into<String>) -> Mark {
        Mark::Text(Text { at, anchor, lettering, words: words.into() })
    }
}
