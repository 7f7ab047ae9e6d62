//! The settlement of a ledger as a file: what its claims leave together, worked out once and kept beside the
//! dataset, so that nobody who reads the page waits for it. Claims, products and members are named by their
//! places in the dataset, which `of` tells from any other: `docs/dataset.md`, “The settlement”.

use serde::Serialize;

use super::SETTLEMENT_FORMAT;
use super::json::Json;
use ledger::{ClaimVerdict, Contradiction, Ledger, SettledCell, Settlement, Untested};
use model::{Cell, Dimension, Frequency, Interval, MemberId, MemberIndex, Numbering, Period, Span};

/// The finest that bounds of quantities are written with, as a part of a tonne: a kilogram.
const FINEST: f64 = 1e3;
/// The finest of what others leave a claim's number, which only sentences show.
const FINEST_OF_WORDS: f64 = 1e3;
/// What bounds carry of outward rounding, which must not cost a unit here.
const SLACK: f64 = 1e-3;

/// A settlement as its file holds it. `serde_json` writes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SettlementFile {
    format: String,
    version: String,
    /// SHA-256 of the dataset's file, in hexadecimal.
    of: String,
    /// No smaller number of claims could have been set aside.
    smallest: bool,
    /// For every claim the word of its verdict, and between what the others leave it.
    verdicts: Vec<(String, Ends)>,
    contradictions: Vec<Together>,
    cells: Vec<Settled>,
}

/// The ends of a range; `null` for one that is open.
type Ends = (Option<f64>, Option<f64>);

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Together {
    aside: usize,
    twins: Vec<usize>,
    against: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    others_allow: Option<Ends>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    may_be_revised: bool,
}

/// Month, span, product, dimension and member, the two ends, and the claims behind each.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Settled(String, String, Option<usize>, Option<(String, usize)>, Ends, Vec<usize>, Vec<usize>);

/// The words of verdicts, but for that of a contradiction, which has its number in place of the lower end.
const WORDS: [(&str, ClaimVerdict); 8] = [
    ("agrees", ClaimVerdict::Agrees(NO_ROOM)),
    ("agrees-if-cut", ClaimVerdict::AgreesIfCut(NO_ROOM)),
    ("wide", ClaimVerdict::NotTested(Untested::Wide(NO_ROOM))),
    ("alone", ClaimVerdict::NotTested(Untested::Alone)),
    ("forecast", ClaimVerdict::NotTested(Untested::Forecast)),
    ("unknown-months", ClaimVerdict::NotTested(Untested::UnknownMonths)),
    ("kind", ClaimVerdict::NotTested(Untested::Kind)),
    ("too-many", ClaimVerdict::NotTested(Untested::TooMany)),
];
const CONTRADICTS: &str = "contradicts";
const NO_ROOM: Interval = Interval { low: 0.0, high: 0.0 };

/// The places of dimensions as words.
const DIMENSIONS: [(&str, Dimension); 3] = [
    ("destination", Dimension::Destination),
    ("registration_location", Dimension::RegistrationLocation),
    ("trade_mode", Dimension::TradeMode),
];

impl SettlementFile {
    /// The settlement of a ledger. `dataset_sha256` is that of the ledger's file.
    pub fn of(ledger: &Ledger, dataset_sha256: &str) -> SettlementFile {
        let settlement = ledger.settlement();
        SettlementFile {
            format: SETTLEMENT_FORMAT.to_owned(),
            version: "1.0".to_owned(),
            of: dataset_sha256.to_owned(),
            smallest: settlement.is_smallest,
            verdicts: settlement.verdicts.iter().map(verdict_text).collect(),
            contradictions: settlement.contradictions.iter().map(together).collect(),
            cells: settlement.cells().iter().filter_map(settled).collect(),
        }
    }

    /// Reads a file; `None` where it is no settlement's.
    pub fn read(text: &[u8]) -> Option<SettlementFile> {
        let root = Json::whole(text).ok()?;
        Some(SettlementFile {
            format: text_of(root.get("format")?)?,
            version: text_of(root.get("version")?)?,
            of: text_of(root.get("of")?)?,
            smallest: root.get("smallest")?.as_flag()?,
            verdicts: list(root.get("verdicts")?, |verdict| match verdict.as_list()? {
                [word, ends] => Some((text_of(word)?, read_ends(ends)?)),
                _ => None,
            })?,
            contradictions: list(root.get("contradictions")?, read_together)?,
            cells: list(root.get("cells")?, read_settled)?,
        })
    }

    /// The SHA-256 of the dataset's file that it says to be of.
    pub fn dataset_sha256(&self) -> &str {
        &self.of
    }

    /// The settlement of that ledger; `None` for one that is of another dataset, or tells of what this one does
    /// not have.
    pub fn settlement(self, ledger: &Ledger, dataset_sha256: &str) -> Option<Settlement> {
        let count = ledger.claims().len();
        let is_known = self.format == SETTLEMENT_FORMAT && self.version.starts_with("1.");
        if !is_known || self.of != dataset_sha256 || self.verdicts.len() != count {
            return None;
        }
        let known = |claims: &[usize]| claims.iter().all(|claim| *claim < count);
        let contradiction = |told: Together| {
            let Together { aside, twins, against, others_allow, may_be_revised } = told;
            let is_known = aside < count && known(&twins) && known(&against);
            let others_allow = match others_allow {
                Some(ends) => Some(interval(ends)?),
                None => None,
            };
            is_known.then_some(Contradiction { aside, twins, against, others_allow, may_be_revised })
        };
        let contradictions: Vec<Contradiction> =
            self.contradictions.into_iter().map(contradiction).collect::<Option<_>>()?;
        let verdict = |(word, ends): (String, Ends)| verdict(&word, ends, contradictions.len());
        let verdicts: Vec<ClaimVerdict> = self.verdicts.into_iter().map(verdict).collect::<Option<_>>()?;
        let mut cells: Vec<SettledCell> = Vec::with_capacity(self.cells.len());
        let mut seen = Numbering::default();
        for settled in self.cells {
            let cell = read_cell(settled, ledger).filter(|c| c.behind.iter().all(|claims| known(claims)))?;
            if !seen.number(cell.cell.key(0)).1 {
                return None;
            }
            cells.push(cell);
        }
        Some(Settlement::new(contradictions, self.smallest, verdicts, cells))
    }
}

/// A list of what `read` reads.
fn list<T>(json: &Json, read: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.as_list()?.iter().map(read).collect()
}

fn text_of(json: &Json) -> Option<String> {
    json.as_text().map(str::to_owned)
}

fn place(json: &Json) -> Option<usize> {
    json.as_u64()?.try_into().ok()
}

/// What `read` reads, or `null`.
fn or_null<T>(json: &Json, read: fn(&Json) -> Option<T>) -> Option<Option<T>> {
    match json {
        Json::Null => Some(None),
        json => read(json).map(Some),
    }
}

fn read_ends(json: &Json) -> Option<Ends> {
    match json.as_list()? {
        [low, high] => Some((or_null(low, Json::as_f64)?, or_null(high, Json::as_f64)?)),
        _ => None,
    }
}

fn read_together(json: &Json) -> Option<Together> {
    Some(Together {
        aside: place(json.get("aside")?)?,
        twins: list(json.get("twins")?, place)?,
        against: list(json.get("against")?, place)?,
        others_allow: or_null(json.get("others_allow").unwrap_or(&Json::Null), read_ends)?,
        may_be_revised: json.get("may_be_revised").map_or(Some(false), Json::as_flag)?,
    })
}

fn read_settled(json: &Json) -> Option<Settled> {
    let [month, span, product, member, bounds, low, high] = json.as_list()? else { return None };
    let member = or_null(member, |member| match member.as_list()? {
        [dimension, index] => Some((text_of(dimension)?, place(index)?)),
        _ => None,
    })?;
    let product = or_null(product, place)?;
    let (low, high) = (list(low, place)?, list(high, place)?);
    Some(Settled(text_of(month)?, text_of(span)?, product, member, read_ends(bounds)?, low, high))
}

/// Ends rounded outward to so fine a part.
fn ends(bounds: Interval, finest: f64) -> Ends {
    let finite = |end: f64| end.is_finite().then_some(end);
    let low = (bounds.low * finest + SLACK).floor() / finest;
    let high = (bounds.high * finest - SLACK).ceil() / finest;
    (finite(low), finite(high))
}

fn interval((low, high): Ends) -> Option<Interval> {
    Interval::new(low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY))
}

fn together(told: &Contradiction) -> Together {
    Together {
        aside: told.aside,
        twins: told.twins.clone(),
        against: told.against.clone(),
        others_allow: told.others_allow.map(|allowed| ends(allowed, FINEST_OF_WORDS)),
        may_be_revised: told.may_be_revised,
    }
}

fn verdict_text(verdict: &ClaimVerdict) -> (String, Ends) {
    let word = |word: &str, found: Option<Interval>| {
        (word.to_owned(), found.map_or((None, None), |found| ends(found, FINEST_OF_WORDS)))
    };
    match verdict {
        ClaimVerdict::Agrees(found) => word("agrees", Some(*found)),
        ClaimVerdict::AgreesIfCut(found) => word("agrees-if-cut", Some(*found)),
        ClaimVerdict::NotTested(Untested::Wide(found)) => word("wide", Some(*found)),
        ClaimVerdict::Contradicts(index) => (CONTRADICTS.to_owned(), (Some(*index as f64), None)),
        ClaimVerdict::NotTested(why) => {
            let known = WORDS.iter().find(|(_, of)| *of == ClaimVerdict::NotTested(*why));
            word(known.map_or("kind", |(word, _)| word), None)
        }
    }
}

fn verdict(word: &str, ends: Ends, contradictions: usize) -> Option<ClaimVerdict> {
    if word == CONTRADICTS {
        let index = ends.0.filter(|index| *index >= 0.0 && index.fract() == 0.0)? as usize;
        return (index < contradictions).then_some(ClaimVerdict::Contradicts(index));
    }
    let (_, verdict) = WORDS.iter().find(|(known, _)| *known == word)?;
    Some(match verdict {
        ClaimVerdict::Agrees(_) => ClaimVerdict::Agrees(interval(ends)?),
        ClaimVerdict::AgreesIfCut(_) => ClaimVerdict::AgreesIfCut(interval(ends)?),
        ClaimVerdict::NotTested(Untested::Wide(_)) => {
            ClaimVerdict::NotTested(Untested::Wide(interval(ends)?))
        }
        other => *other,
    })
}

fn settled(cell: &SettledCell) -> Option<Settled> {
    let Cell { period, span, product, place } = cell.cell;
    let place = match place {
        Some(member) => {
            let (word, _) = DIMENSIONS.iter().find(|(_, dimension)| *dimension == member.dimension)?;
            Some(((*word).to_owned(), member.index.place()))
        }
        None => None,
    };
    let [low, high] = cell.behind.clone();
    let (month, span) = (period.to_string(), span.name().to_owned());
    Some(Settled(month, span, product.map(MemberIndex::place), place, ends(cell.bounds, FINEST), low, high))
}

fn read_cell(settled: Settled, ledger: &Ledger) -> Option<SettledCell> {
    let Settled(month, span, product, place, bounds, low, high) = settled;
    let period = month.parse().ok().filter(|month: &Period| month.frequency() == Frequency::Monthly)?;
    let (_, span) = Span::NAMES.iter().find(|(name, _)| *name == span)?;
    let member = |dimension: Dimension, place: usize| {
        let member = MemberId { dimension, index: MemberIndex::new(place)? };
        ledger.catalogue.member(member).map(|_| member)
    };
    let product = match product {
        Some(place) => Some(member(Dimension::Product, place)?.index),
        None => None,
    };
    let place = match place {
        Some((word, place)) => {
            let (_, dimension) = DIMENSIONS.iter().find(|(name, _)| *name == word)?;
            Some(member(*dimension, place)?)
        }
        None => None,
    };
    let bounds = interval(bounds).filter(|bounds| bounds.low.is_finite())?;
    Some(SettledCell { cell: Cell { period, span: *span, product, place }, bounds, behind: [low, high] })
}
