//! The look of every role, once: the page's style sheet and stored pictures are both made of it.

use std::fmt::Write;

use super::colour::COLOURS;
use super::paint::{HEAT_STEPS, Hue, Lettering, Paint};

/// A colour by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Behind everything.
    Paper,
    /// Text.
    Text,
    /// Text that steps back.
    Quiet,
    /// Thin lines.
    Line,
    /// What a reader chose.
    Accent,
    /// A column.
    Column,
    /// A column that is derived.
    Derived,
    /// What is not itemised.
    Rest,
    /// A member, by its slot.
    Member(usize),
}

impl Ink {
    /// Its name among the page's custom properties.
    pub fn variable(self) -> String {
        match self {
            Ink::Paper => "--paper".to_owned(),
            Ink::Text => "--ink".to_owned(),
            Ink::Quiet => "--quiet".to_owned(),
            Ink::Line => "--line".to_owned(),
            Ink::Accent => "--accent".to_owned(),
            Ink::Column => "--column".to_owned(),
            Ink::Derived => "--implied".to_owned(),
            Ink::Rest => "--rest".to_owned(),
            Ink::Member(slot) => format!("--colour-{}", slot % COLOURS),
        }
    }
}

/// Colours for a picture that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The colours of everything but members, in the order of [`Ink`].
    plain: [&'static str; 8],
    /// Those of members: Okabe and Ito's without black.
    members: [&'static str; COLOURS],
}

impl Theme {
    /// On a light page.
    pub const LIGHT: Theme = Theme {
        plain: ["#fcfcfa", "#16191d", "#565d66", "#d9dbd8", "#0072b2", "#9dbdd0", "#d3e0e8", "#c3c7ca"],
        members: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#d9c900"],
    };
    /// On a dark page.
    pub const DARK: Theme = Theme {
        plain: ["#14171a", "#e9ebec", "#a6adb5", "#363c42", "#4ba3dc", "#3c5b70", "#2a3a45", "#565d64"],
        members: ["#3a8fcc", "#e69f00", "#1fb58a", "#cc79a7", "#56b4e9", "#e8742a", "#f0e442"],
    };
    /// On paper: white, and lines that a printer does not lose.
    pub const PRINT: Theme = Theme {
        plain: ["#ffffff", "#000000", "#3d434a", "#b5b8b5", "#0072b2", "#8aafc5", "#c9d9e2", "#b3b8bc"],
        members: Theme::LIGHT.members,
    };

    /// A colour as `#rrggbb`.
    pub fn colour(&self, ink: Ink) -> &'static str {
        let place = match ink {
            Ink::Member(slot) => return self.members[slot % COLOURS],
            Ink::Paper => 0,
            Ink::Text => 1,
            Ink::Quiet => 2,
            Ink::Line => 3,
            Ink::Accent => 4,
            Ink::Column => 5,
            Ink::Derived => 6,
            Ink::Rest => 7,
        };
        self.plain[place]
    }
}

/// How something is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Style {
    /// The colour inside; none where only the outline is drawn.
    pub fill: Option<Ink>,
    /// The colour of the line or outline.
    pub stroke: Option<Ink>,
    /// Its width, pixels.
    pub width: f64,
    /// Percent of both; 0 is not seen.
    pub opacity: u8,
}

fn fill(ink: Ink) -> Style {
    Style { fill: Some(ink), opacity: 100, ..Style::default() }
}

fn line(ink: Ink, width: f64) -> Style {
    Style { stroke: Some(ink), width, opacity: 100, ..Style::default() }
}

fn ink_of(hue: Hue) -> Ink {
    match hue {
        Hue::Member(slot) => Ink::Member(slot),
        Hue::Rest => Ink::Rest,
        Hue::Accent => Ink::Accent,
    }
}

impl Paint {
    /// Its look.
    pub fn style(self) -> Style {
        match self {
            Paint::Axis => line(Ink::Quiet, 1.0),
            Paint::Grid | Paint::Divider => line(Ink::Line, 1.0),
            Paint::Column => fill(Ink::Column),
            Paint::ColumnChosen => fill(Ink::Accent),
            // Lighter, with an edge: its end is not a reported figure.
            Paint::Derived => Style { stroke: Some(Ink::Column), width: 1.0, ..fill(Ink::Derived) },
            Paint::DerivedChosen => Style { stroke: Some(Ink::Accent), width: 1.0, ..fill(Ink::Column) },
            Paint::Beyond => Style { opacity: 45, ..fill(Ink::Accent) },
            Paint::Whisker => line(Ink::Quiet, 1.5),
            Paint::Gap => line(Ink::Rest, 1.0),
            Paint::Slot => Style { opacity: 0, ..fill(Ink::Text) },
            Paint::Fill(hue) => fill(ink_of(hue)),
            Paint::Tint(hue) => Style { opacity: 22, ..fill(ink_of(hue)) },
            Paint::Line(hue) => line(ink_of(hue), 2.0),
            Paint::Thin(hue) => line(ink_of(hue), 1.0),
            Paint::Ring(hue) => Style { fill: Some(Ink::Paper), ..line(ink_of(hue), 1.5) },
            // Text is read on all of them, in a light and in a dark page.
            Paint::Heat(step) => Style { opacity: step.min(HEAT_STEPS) * 7 + 4, ..fill(Ink::Accent) },
            Paint::Land => fill(Ink::Line),
        }
    }
}

impl Lettering {
    /// Its colour.
    pub fn ink(self) -> Ink {
        match self {
            Lettering::Tick | Lettering::Note | Lettering::Lead => Ink::Quiet,
            // Names keep the colour of text: of seven hues two are too light to be read on white.
            _ => Ink::Text,
        }
    }

    /// Its weight.
    pub fn weight(self) -> u32 {
        match self {
            Lettering::Value | Lettering::Year | Lettering::Title => 600,
            _ => 400,
        }
    }
}

/// Every role of shapes once.
fn paints() -> Vec<Paint> {
    let hues = (0..COLOURS).map(Hue::Member).chain([Hue::Rest, Hue::Accent]);
    let of_hue =
        hues.flat_map(|h| [Paint::Fill(h), Paint::Tint(h), Paint::Line(h), Paint::Thin(h), Paint::Ring(h)]);
    [
        Paint::Axis,
        Paint::Grid,
        Paint::Divider,
        Paint::Column,
        Paint::ColumnChosen,
        Paint::Derived,
        Paint::DerivedChosen,
        Paint::Beyond,
        Paint::Whisker,
        Paint::Gap,
        Paint::Slot,
        Paint::Land,
    ]
    .into_iter()
    .chain(of_hue)
    .chain((0..=HEAT_STEPS).map(Paint::Heat))
    .collect()
}

/// Every role of texts on the page once: a picture's title is text of the page there.
const LETTERINGS: [Lettering; 6] = [
    Lettering::Tick,
    Lettering::Year,
    Lettering::Value,
    Lettering::Name,
    Lettering::Note,
    Lettering::OnColour,
];

/// The page's style sheet for charts: a rule for each look, of all roles that have it.
pub fn style_sheet() -> String {
    let mut rules: Vec<(String, Vec<&'static str>)> = Vec::new();
    let mut add = |body: String, class: &'static str| match rules.iter_mut().find(|(b, _)| *b == body) {
        Some((_, classes)) => classes.push(class),
        None => rules.push((body, vec![class])),
    };
    for paint in paints() {
        let style = paint.style();
        let mut body = String::new();
        match style.fill {
            Some(ink) => {
                let _ = writeln!(body, "  fill: var({});", ink.variable());
            }
            None => body.push_str("  fill: none;\n"),
        }
        if let Some(ink) = style.stroke {
            let _ = writeln!(body, "  stroke: var({});\n  stroke-width: {};", ink.variable(), style.width);
        }
        if style.opacity != 100 {
            let _ = writeln!(body, "  opacity: {}%;", style.opacity);
        }
        add(body, paint.class());
    }
    for lettering in LETTERINGS {
        let body = format!(
            "  fill: var({});\n  font-size: {}px;\n  font-weight: {};\n",
            lettering.ink().variable(),
            lettering.size(),
            lettering.weight()
        );
        add(body, lettering.class());
    }
    let mut sheet = String::from(
        "/* Made of crates/chart/src/theme.rs: `UPDATE_SNAPSHOTS=1 cargo test -p chart` writes it anew. */\n",
    );
    for (body, classes) in rules {
        let selectors: Vec<String> = classes.iter().map(|class| format!(".{class}")).collect();
        let _ = write!(sheet, "\n{} {{\n{body}}}\n", selectors.join(",\n"));
    }
    sheet
}
