//! What a mark is for. The page's style sheet and the themes of stored pictures give each role its look.

use super::colour::COLOURS;

/// A colour that belongs to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// A member, by its slot in [`super::Colours`].
    Member(usize),
    /// What is not itemised, and everybody who is not told apart.
    Rest,
    /// The one thing that a chart is about.
    Accent,
}

impl Hue {
    /// That of a step up: direction is told by sign and place, and by two hues that everybody tells apart, neither
    /// of them green or red.
    pub const RISE: Hue = Hue::Member(0);
    /// That of a step down.
    pub const FALL: Hue = Hue::Member(5);
}

/// How a shape is to look, by its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// The line at zero.
    Axis,
    /// A line at another round number.
    Grid,
    /// A line between years, or through a chosen month.
    Divider,
    /// A reported or recorded column.
    Column,
    /// The same of the chosen month.
    ColumnChosen,
    /// A column that follows from other figures.
    Derived,
    /// The same of the chosen month.
    DerivedChosen,
    /// How much more a figure can be, above what is certain.
    Beyond,
    /// The line across the bounds of a figure.
    Whisker,
    /// Hatching in the place of a figure that is not known.
    Gap,
    /// What answers to the pointer and is not seen.
    Slot,
    /// A filled shape.
    Fill(Hue),
    /// The same, lightly: the band between bounds, an earlier period.
    Tint(Hue),
    /// A line of a series.
    Line(Hue),
    /// A thin line of many.
    Thin(Hue),
    /// A ring: the same thing at an earlier time.
    Ring(Hue),
    /// A cell by its size: 0 (next to nothing) to [`HEAT_STEPS`] (the largest).
    Heat(u8),
    /// Land on a map.
    Land,
}

/// How many steps of size a heat map tells apart, after nothing.
pub const HEAT_STEPS: u8 = 8;

/// How a text is to look, by its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lettering {
    /// Numbers and months along an axis.
    Tick,
    /// Years along an axis.
    Year,
    /// The value of what is chosen.
    Value,
    /// The name of a line, a bar, a tile.
    Name,
    /// What is to be known about the picture.
    Note,
    /// A small text on a colour.
    OnColour,
    /// What a picture that is taken away says.
    Title,
    /// What stands below that.
    Lead,
}

const FILLS: [&str; COLOURS] =
    ["c-fill-0", "c-fill-1", "c-fill-2", "c-fill-3", "c-fill-4", "c-fill-5", "c-fill-6"];
const TINTS: [&str; COLOURS] =
    ["c-tint-0", "c-tint-1", "c-tint-2", "c-tint-3", "c-tint-4", "c-tint-5", "c-tint-6"];
const LINES: [&str; COLOURS] =
    ["c-line-0", "c-line-1", "c-line-2", "c-line-3", "c-line-4", "c-line-5", "c-line-6"];
const THINS: [&str; COLOURS] =
    ["c-thin-0", "c-thin-1", "c-thin-2", "c-thin-3", "c-thin-4", "c-thin-5", "c-thin-6"];
const RINGS: [&str; COLOURS] =
    ["c-ring-0", "c-ring-1", "c-ring-2", "c-ring-3", "c-ring-4", "c-ring-5", "c-ring-6"];
const HEATS: [&str; HEAT_STEPS as usize + 1] = [
    "c-heat-0", "c-heat-1", "c-heat-2", "c-heat-3", "c-heat-4", "c-heat-5", "c-heat-6", "c-heat-7",
    "c-heat-8",
];

fn of_hue(
    hue: Hue,
    members: &[&'static str; COLOURS],
    rest: &'static str,
    accent: &'static str,
) -> &'static str {
    match hue {
        Hue::Member(slot) => members[slot % COLOURS],
        Hue::Rest => rest,
        Hue::Accent => accent,
    }
}

impl Paint {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Paint::Axis => "c-axis",
            Paint::Grid => "c-grid",
            Paint::Divider => "c-divider",
            Paint::Column => "c-column",
            Paint::ColumnChosen => "c-column-chosen",
            Paint::Derived => "c-derived",
            Paint::DerivedChosen => "c-derived-chosen",
            Paint::Beyond => "c-beyond",
            Paint::Whisker => "c-whisker",
            Paint::Gap => "c-gap",
            Paint::Slot => "c-slot",
            Paint::Fill(hue) => of_hue(hue, &FILLS, "c-fill-rest", "c-fill-accent"),
            Paint::Tint(hue) => of_hue(hue, &TINTS, "c-tint-rest", "c-tint-accent"),
            Paint::Line(hue) => of_hue(hue, &LINES, "c-line-rest", "c-line-accent"),
            Paint::Thin(hue) => of_hue(hue, &THINS, "c-thin-rest", "c-thin-accent"),
            Paint::Ring(hue) => of_hue(hue, &RINGS, "c-ring-rest", "c-ring-accent"),
            Paint::Heat(step) => HEATS[usize::from(step.min(HEAT_STEPS))],
            Paint::Land => "c-land",
        }
    }
}

impl Lettering {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Lettering::Tick => "c-tick",
            Lettering::Year => "c-year",
            Lettering::Value => "c-value",
            Lettering::Name => "c-name",
            Lettering::Note => "c-note",
            Lettering::OnColour => "c-on-colour",
            Lettering::Title => "c-title",
            Lettering::Lead => "c-lead",
        }
    }

    /// Its height, pixels.
    pub fn size(self) -> f64 {
        match self {
            Lettering::Tick | Lettering::Note | Lettering::OnColour => 11.0,
            Lettering::Year | Lettering::Name => 12.0,
            Lettering::Value | Lettering::Lead => 13.0,
            Lettering::Title => 19.0,
        }
    }
}
