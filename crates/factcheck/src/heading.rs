//! A unit that is said once, for all numbers without one: “All quantities in '000 t”, “单位：万吨”.

use super::grid::{Grid, is_inside};
use super::number::Counted;
use super::text::Text;
use super::token::{Kind, Token};

/// How such a unit is said, in small letters, with its tonnes.
const SAID: [(&str, f64); 17] = [
    ("in '000 t", 1e3),
    ("in 000 t", 1e3),
    ("'000 tonnes", 1e3),
    ("'000 tons", 1e3),
    ("quantities in thousand tonnes", 1e3),
    ("volumes in thousand tonnes", 1e3),
    ("in kt", 1e3),
    ("unit: kt", 1e3),
    ("unit: t", 1.0),
    ("unit: mt", 1.0),
    ("units: tonnes", 1.0),
    ("quantities in tonnes", 1.0),
    ("volumes in tonnes", 1.0),
    ("单位:万吨", 1e4),
    ("单位:千吨", 1e3),
    ("单位:吨", 1.0),
    ("(万吨)", 1e4),
];

/// The tonnes of the unit that a text says for its numbers, if it says one.
pub(super) fn unit(text: &Text) -> Option<f64> {
    let said: Vec<f64> =
        SAID.iter().filter(|(words, _)| says(text, words)).map(|(_, tonnes)| *tonnes).collect();
    said.first().copied().filter(|first| said.iter().all(|other| other == first))
}

/// Makes tonnes of the numbers that have no unit, a comma or a point. Those of tables have heads.
pub(super) fn give_unit(tokens: &mut [Token], tonnes: f64, grids: &[Grid]) {
    for token in tokens {
        let Kind::Number(number) = &mut token.kind else { continue };
        if number.counted == Counted::Bare
            && number.plain.is_none()
            && !number.signed
            && !is_inside(grids, token.from)
        {
            number.counted = Counted::Tonnes;
            number.value *= tonnes;
            number.step *= tonnes;
            number.upto = number.upto.map(|upto| upto * tonnes);
        }
    }
}

fn says(text: &Text, words: &str) -> bool {
    let words: Vec<char> = words.chars().collect();
    let ends = |at: usize| {
        words.last().is_none_or(|c| !c.is_ascii_alphabetic()) || !text.get(at).is_ascii_alphanumeric()
    };
    let alike = |c: char| if c == '：' { ':' } else { c };
    (0..text.chars.len()).any(|at| {
        words.iter().enumerate().all(|(i, c)| alike(text.get(at + i)) == *c) && ends(at + words.len())
    })
}
