//! The parts of a sentence before a number: names in a row, what is put in between, what only says why.

use super::cue::Cue;
use super::token::{Kind, Token};
use model::MemberId;

/// Whether a name stands between commas behind exports that are not its own: “China’s exports, led by
/// Jiangsu, rose to 23,000 t”.
pub(super) fn is_inserted(tokens: &[&Token]) -> bool {
    let segments: Vec<&[&Token]> = tokens.split(|t| t.kind == Kind::Comma).collect();
    let names = |segment: &[&Token]| segment.iter().any(|t| t.kind.is_name());
    let exports = |segment: &[&Token]| {
        let said = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Reporter | Cue::Whole | Cue::Exports, false));
        segment.iter().any(said) && !names(segment)
    };
    let [before @ .., inserted, last] = segments.as_slice() else { return false };
    let verb = |t: &&Token| {
        matches!(
            t.kind,
            Kind::Cue(Cue::Is | Cue::Reach | Cue::To | Cue::Up(_) | Cue::Down(_) | Cue::Exports, _)
        )
    };
    let own_verb = inserted.iter().any(|t| verb(t) && !matches!(t.kind, Kind::Cue(Cue::To, _)));
    before.iter().any(|s| exports(s)) && names(inserted) && !own_verb && !names(last) && last.iter().any(verb)
}

/// Without what only says why: “amid weak demand,”.
pub(super) fn causes_left_out<'a>(tokens: &[&'a Token]) -> Vec<&'a Token> {
    let mut kept = Vec::new();
    for segment in tokens.split_inclusive(|t| t.kind == Kind::Comma) {
        let ends = segment.last().is_some_and(|t| t.kind == Kind::Comma);
        let cause = segment.iter().position(|t| matches!(t.kind, Kind::Cue(Cue::Stop, _)));
        match cause.filter(|_| ends) {
            Some(cause) => kept.extend(segment.iter().take(cause).chain(segment.last())),
            // “因春节停工环比回落34.9%”
            None => match cause.and_then(|c| Some((c, compares(segment, c)?))) {
                Some((cause, effect)) => {
                    kept.extend(segment.iter().take(cause).chain(segment.iter().skip(effect)));
                }
                None => kept.extend(segment),
            },
        }
    }
    kept
}

/// Where, behind a cause, it is said again what is compared.
fn compares(segment: &[&Token], cause: usize) -> Option<usize> {
    let compares = |t: &&Token| matches!(t.kind, Kind::Cue(Cue::Mom | Cue::Yoy | Cue::Exports, true));
    Some(cause + segment.iter().skip(cause).position(compares)?)
}

/// Names in a row, with commas and “and” between them only; and where the row ends.
pub(super) fn list(tokens: &[&Token], from: usize) -> (Vec<Option<MemberId>>, usize) {
    let mut names = Vec::new();
    let mut i = from;
    let mut end = from;
    while let Some(token) = tokens.get(i) {
        match &token.kind {
            Kind::Member(id) | Kind::Code(id) => names.push(Some(*id)),
            Kind::Elsewhere | Kind::Cue(Cue::Others, _) => names.push(None),
            Kind::Comma | Kind::Cue(Cue::And, _) => {
                i += 1;
                continue;
            }
            quiet if quiet.is_quiet() => {
                i += 1;
                continue;
            }
            _ => break,
        }
        // “steel-core stranded wire (76141000)” and “Jiangsu, Jiangsu” are one.
        if names.len() > 1 && names.last() == names.get(names.len() - 2) && names.last() != Some(&None) {
            names.pop();
        }
        i += 1;
        end = i;
    }
    (names, end)
}
