//! `index.json`: which datasets a site has.

use super::node::{Node, Problems, read_file, short};
use super::problem::ProblemKind;
use super::{MANIFEST_FORMAT, PUBLISHED_FIGURES_FORMAT, Reading};
use crate::model::{Name, Period};

/// The datasets of a site.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// All datasets; never empty.
    pub datasets: Vec<DatasetRef>,
    /// The one to open with: an index into the list.
    pub default: usize,
}

/// One dataset, before it is fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct DatasetRef {
    /// Its id, as links use it.
    pub id: String,
    /// Its file, beside the manifest.
    pub file: String,
    /// What it is.
    pub title: Name,
    /// The first month that it covers.
    pub first: Option<Period>,
    /// The last month that it covers.
    pub last: Option<Period>,
    /// The month to open with.
    pub default_period: Option<Period>,
    /// Its size in bytes, before compression: what a progress bar counts to.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal: a changed file gets a changed address.
    pub sha256: String,
}

impl Manifest {
    /// The dataset of that id.
    pub fn find(&self, id: &str) -> Option<&DatasetRef> {
        self.datasets.iter().find(|d| d.id == id)
    }

    /// The dataset to open with.
    pub fn default(&self) -> Option<&DatasetRef> {
        self.datasets.get(self.default)
    }
}

/// Reads a manifest. Datasets with a fault are left out.
pub fn read_manifest(bytes: &[u8]) -> Reading<Manifest> {
    read_file(bytes, MANIFEST_FORMAT, |root, problems| {
        let mut datasets: Vec<DatasetRef> = Vec::new();
        for node in root.list("datasets", problems) {
            let Some(dataset) = read_ref(&node, problems) else { continue };
            if datasets.iter().any(|d| d.id == dataset.id) {
                node.fault(problems, ProblemKind::Duplicate { id: short(&dataset.id) });
                continue;
            }
            datasets.push(dataset);
        }
        if datasets.is_empty() {
            root.fault(problems, ProblemKind::NothingToShow);
            return None;
        }
        let default = root.get("default");
        let id = default.as_ref().and_then(|d| d.text(problems));
        let position = id.and_then(|id| datasets.iter().position(|d| d.id == id));
        if let (Some(node), Some(id), None) = (&default, id, position) {
            let what = "dataset";
            let found = short(id);
            node.fault(problems, ProblemKind::Undeclared { what, found });
        }
        Some(Manifest { default: position.unwrap_or(0), datasets })
    })
}

fn read_ref(node: &Node, problems: &mut Problems) -> Option<DatasetRef> {
    let id = node.need_text("id", problems)?;
    let file_node = node.need("file", problems)?;
    let file = file_node.text(problems)?;
    if !is_plain_file_name(file) {
        file_node.fault(problems, ProblemKind::BadAddress);
        return None;
    }
    let kind = node.need("kind", problems)?;
    let kind_name = kind.text(problems)?;
    if Some(kind_name) != PUBLISHED_FIGURES_FORMAT.strip_prefix("tonnage/") {
        let found = short(kind_name);
        kind.fault(problems, ProblemKind::UnknownWord { what: "a kind of dataset", found });
        return None;
    }
    Some(DatasetRef {
        id: id.to_owned(),
        file: file.to_owned(),
        title: node.name("title", problems),
        first: node.maybe_period("first", problems),
        last: node.maybe_period("last", problems),
        default_period: node.maybe_period("default_period", problems),
        bytes: node.get("bytes").and_then(|n| n.value.as_u64()).unwrap_or(0),
        sha256: node.maybe_text("sha256", problems).unwrap_or_default().to_owned(),
    })
}

/// A name that stays in its folder and needs no escaping in an address.
fn is_plain_file_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !name.is_empty() && !name.starts_with('.') && name.chars().all(plain)
}
