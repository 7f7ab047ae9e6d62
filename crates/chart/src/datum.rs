//! A figure as a chart draws it.

use i18n::{Known, Look, Words, look, shown};
use model::{Answer, Figure};

/// A number with its bounds and its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The number itself, inside the bounds.
    pub value: f64,
    /// The least that it can be.
    pub low: f64,
    /// The most; infinite where nothing bounds it from above.
    pub high: f64,
    /// Whether it follows from other figures that leave more than one number: then only what is certain is drawn as
    /// such.
    pub is_computed: bool,
    /// As the page writes it: "21,300", "33,223–33,400".
    pub text: String,
}

impl Reading {
    /// Where a mark ends that shows what is certain.
    pub fn certain(&self) -> f64 {
        if self.is_computed { self.low } else { self.value }
    }

    /// The highest that has to find room on an axis. Nothing bounds a sum of cut files from above.
    pub fn top(&self) -> f64 {
        if self.high.is_finite() { self.high } else { self.value.max(self.low) }
    }
}

/// Whether a figure follows from others that leave more than one number.
fn is_range(figure: &Figure) -> bool {
    figure.is_computed() && !figure.is_exact()
}

/// A number, or why there is none, in words.
pub type Datum = Result<Reading, String>;

/// An answer as a chart draws it.
pub fn datum(words: &dyn Words, answer: &Answer, look: Look) -> Datum {
    match answer {
        Ok(figure) => Ok(read(words, figure, look)),
        Err(missing) => Err(words.reason(*missing).to_owned()),
    }
}

/// A figure as a chart draws it, in the reader's units.
pub fn read(words: &dyn Words, figure: &Figure, look: Look) -> Reading {
    Reading { text: shown(words, figure, look), ..reading(figure, words.units().factor(figure.unit)) }
}

/// The same without words, of which making many takes most of the time, in its own unit.
pub fn wordless(answer: &Answer) -> Datum {
    answer.as_ref().map(|figure| reading(figure, 1.0)).map_err(|_| String::new())
}

fn reading(figure: &Figure, factor: f64) -> Reading {
    Reading {
        // What was truncated can lie below all that it can be: a mark stands where the figure is.
        value: figure.value.max(figure.bounds.low).min(figure.bounds.high) * factor,
        low: figure.bounds.low * factor,
        high: figure.bounds.high * factor,
        is_computed: is_range(figure),
        text: String::new(),
    }
}

/// The same for a small cell: tonnes without a fraction from a hundred up. The target beside it tells all digits.
pub fn rounded(words: &dyn Words, answer: &Answer) -> Datum {
    let is_large = answer.as_ref().is_ok_and(|figure| figure.value.abs() >= WITHOUT_FRACTION);
    datum(words, answer, if is_large { look::BARE.to(0) } else { look::BARE })
}

/// From here on a fraction of a tonne says little.
const WITHOUT_FRACTION: f64 = 100.0;

/// What a target tells of an answer: "21,300 t, reported", or why there is none.
pub fn told(words: &dyn Words, answer: &Answer, look: Look) -> String {
    match answer {
        Ok(figure) => told_figure(words, figure, look),
        Err(missing) => words.reason(*missing).to_owned(),
    }
}

/// What a target tells of a figure.
pub fn told_figure(words: &dyn Words, figure: &Figure, look: Look) -> String {
    // What follows exactly from records is as sure as they are.
    let is_exact = figure.is_computed() && !is_range(figure);
    let known = if is_exact { Known::Recorded } else { Known::of_figure(figure) };
    words.figure_said(&shown(words, figure, Look { unit: true, ..look }), known)
}
