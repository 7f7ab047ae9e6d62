//! What a dataset of records is about: the file without its rows.

use super::catalogue::read_catalogue;
use super::node::{Node, Problems, read_file_of, says_format, short};
use super::overlaps::{NAMED_IN_RECORDS, note_overlaps};
use super::problem::{Declared, ProblemKind, Vocabulary};
use super::{Parsed, RECORD_SUMS_FORMAT, RECORDS_FORMAT};
use model::{Catalogue, Dimension, Frequency, Measured, MemberIndex, Period, sort_indices};
use records::{Coverage, Extent, Provenance, frequency_of};

/// What a dataset of records is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// Titles and members.
    pub catalogue: Catalogue,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The months that it covers, in order; or quarters, or years, all of one length.
    pub months: Vec<Period>,
    /// How much of these it covers.
    pub coverage: Coverage,
    /// What trade is measured by.
    pub measured: Measured,
}

/// Lists of months in an entry of `coverage`, and what they say of their months.
pub(super) const COVERED: [(&str, Extent); 2] =
    [("not_covered", Extent::NotCovered), ("incomplete", Extent::Incomplete)];

/// Reads what a dataset is about, and not its rows; from its file of sums as well.
pub fn read_head(bytes: &[u8]) -> Parsed<Head> {
    let format = |file: &_| match says_format(file, RECORD_SUMS_FORMAT) {
        true => RECORD_SUMS_FORMAT,
        false => RECORDS_FORMAT,
    };
    read_file_of(bytes, format, head)
}

pub(super) fn head(root: &Node, problems: &mut Problems) -> Option<Head> {
    let mut head = head_without_coverage(root, problems)?;
    note_overlaps(&head.catalogue, &NAMED_IN_RECORDS, problems);
    head.coverage = coverage(root, &head.catalogue, frequency_of(&head.months), problems);
    Some(head)
}

/// The head where members may not be read yet, which `coverage` names.
pub(super) fn head_without_coverage(root: &Node, problems: &mut Problems) -> Option<Head> {
    let frequency = one_of(root, "frequency", &Frequency::NAMES, Vocabulary::Frequencies, problems)?;
    let measured = one_of(root, "measured", &Measured::NAMES, Vocabulary::Measured, problems)?;
    let catalogue = read_catalogue(root, &[], frequency, problems);
    let provenance = provenance(root, problems);
    let months = months(root, frequency, problems)?;
    if months.is_empty() {
        root.fault(problems, ProblemKind::NothingToShow);
        return None;
    }
    Some(Head { catalogue, provenance, months, coverage: Coverage::default(), measured })
}

/// How much of its months a dataset covers; all of them without the field.
pub(super) fn coverage(
    root: &Node,
    catalogue: &Catalogue,
    frequency: Frequency,
    problems: &mut Problems,
) -> Coverage {
    let mut coverage = Coverage::default();
    let entries = root.get("coverage").map(|list| list.elements(problems)).unwrap_or_default();
    let products = catalogue.members(Dimension::Product);
    let code = |place: usize| products.get(place).map_or("", |member| member.code.as_str());
    // By code, so that each is found quickly, however many there are.
    let mut by_code: Vec<usize> = if entries.is_empty() { Vec::new() } else { (0..products.len()).collect() };
    sort_indices(&mut by_code, &|a, b| code(a).cmp(code(b)));
    let find = |wanted: &str| {
        let at = by_code.binary_search_by(|place| code(*place).cmp(wanted)).ok()?;
        MemberIndex::new(*by_code.get(at)?)
    };
    for entry in entries {
        let product = match entry.get("product") {
            None => None,
            Some(node) => {
                let Some(code) = node.text(problems) else { continue };
                let Some(place) = find(code) else {
                    let what = Declared::Member(Dimension::Product);
                    node.fault(problems, ProblemKind::Undeclared { what, found: short(code) });
                    continue;
                };
                Some(place)
            }
        };
        for (field, extent) in COVERED {
            let months = entry.get(field).map(|list| list.elements(problems)).unwrap_or_default();
            for month in months.iter().filter_map(|month| month.need_period(frequency, problems)) {
                coverage.limit(month, product, extent);
            }
        }
    }
    coverage
}

fn provenance(root: &Node, problems: &mut Problems) -> Provenance {
    let mut sentences = |field: &'static str| {
        let list = root.get(field).map(|list| list.elements(problems)).unwrap_or_default();
        list.iter().filter_map(|s| Some(s.text(problems)?.to_owned())).collect()
    };
    let (sources, remarks) = (sentences("sources"), sentences("remarks"));
    Provenance { synthetic: root.flag("synthetic", false, problems), sources, remarks }
}

/// A word of a list, or what it is where the dataset does not say it. `None`, and a fault, for another word.
fn one_of<T: Copy + Default>(
    root: &Node,
    field: &'static str,
    names: &[(&str, T)],
    what: Vocabulary,
    problems: &mut Problems,
) -> Option<T> {
    let Some(node) = root.get(field) else { return Some(T::default()) };
    let found = node.text(problems)?;
    let meant = names.iter().find(|(name, _)| *name == found).map(|(_, meant)| *meant);
    if meant.is_none() {
        node.fault(problems, ProblemKind::UnknownWord { what, found: short(found) });
    }
    meant
}

/// The months, which must ascend: rows name them by their place.
fn months(root: &Node, frequency: Frequency, problems: &mut Problems) -> Option<Vec<Period>> {
    let mut months: Vec<Period> = Vec::new();
    for node in root.list("months", problems) {
        let month = node.need_period(frequency, problems)?;
        if months.last().is_some_and(|last| *last >= month) {
            node.fault(problems, ProblemKind::Duplicate { id: month.to_string() });
            return None;
        }
        months.push(month);
    }
    Some(months)
}
