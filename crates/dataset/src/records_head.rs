//! What a dataset of records is about: the file without its rows.

use super::catalogue::read_catalogue;
use super::node::{Node, Problems, read_file_of, says_format};
use super::problem::ProblemKind;
use super::{Parsed, RECORD_SUMS_FORMAT, RECORDS_FORMAT};
use model::{Catalogue, Period};
use records::Provenance;

/// What a dataset of records is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// Titles and members.
    pub catalogue: Catalogue,
    /// Where it comes from.
    pub provenance: Provenance,
    /// The months that it covers, in order.
    pub months: Vec<Period>,
}

/// Reads what a dataset is about, and not its rows; from its file of sums as well.
pub fn read_head(bytes: &[u8]) -> Parsed<Head> {
    let format = |file: &_| match says_format(file, RECORD_SUMS_FORMAT) {
        true => RECORD_SUMS_FORMAT,
        false => RECORDS_FORMAT,
    };
    read_file_of(bytes, format, head)
}

pub(super) fn head(root: &Node, problems: &mut Problems) -> Option<Head> {
    let catalogue = read_catalogue(root, &[], problems);
    let provenance = provenance(root, problems);
    let months = months(root, problems)?;
    if months.is_empty() {
        root.fault(problems, ProblemKind::NothingToShow);
        return None;
    }
    Some(Head { catalogue, provenance, months })
}

fn provenance(root: &Node, problems: &mut Problems) -> Provenance {
    let sources = root.get("sources").map(|list| list.elements(problems)).unwrap_or_default();
    Provenance {
        synthetic: root.flag("synthetic", false, problems),
        sources: sources.iter().filter_map(|s| Some(s.text(problems)?.to_owned())).collect(),
    }
}

/// The months, which must ascend: rows name them by their place.
fn months(root: &Node, problems: &mut Problems) -> Option<Vec<Period>> {
    let mut months: Vec<Period> = Vec::new();
    for node in root.list("months", problems) {
        let month = node.need_period(problems)?;
        if months.last().is_some_and(|last| *last >= month) {
            node.fault(problems, ProblemKind::Duplicate { id: month.to_string() });
            return None;
        }
        months.push(month);
    }
    Some(months)
}
