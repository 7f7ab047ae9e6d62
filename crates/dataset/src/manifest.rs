//! `index.json`: which datasets a site has.

use super::node::{Node, Problems, read_file, short};
use super::problem::{Declared, ProblemKind, Vocabulary};
use super::{MANIFEST_FORMAT, Parsed};
use model::{Name, Period};

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
    /// How it tells its figures.
    pub kind: Kind,
    /// Its files, beside the manifest: one, or several parts of a dataset of records.
    pub parts: Vec<Part>,
    /// Of records the sums of the rows, where they stand in a file of their own, see [`super::read_sums`].
    pub sums: Option<FileRef>,
    /// Of published figures what they leave together, see [`super::SettlementFile`].
    pub settlement: Option<FileRef>,
    /// What it is.
    pub title: Name,
    /// The first month that it covers.
    pub first: Option<Period>,
    /// The last month that it covers.
    pub last: Option<Period>,
    /// The month to open with.
    pub default_period: Option<Period>,
}

impl DatasetRef {
    /// The file beside the manifest that has all its figures as a table: of its one file's name, with another ending.
    /// A dataset of several files has none.
    pub fn table(&self) -> Option<String> {
        let [Part { file, .. }] = self.parts.as_slice() else { return None };
        Some(format!("{}.csv", file.strip_suffix(".json").unwrap_or(file)))
    }
}

/// The two kinds of dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What articles print.
    PublishedFigures,
    /// Complete customs records.
    Records,
}

impl Kind {
    /// Every kind with its word in a manifest.
    pub const NAMES: [(&'static str, Kind); 2] =
        [("published-figures", Kind::PublishedFigures), ("records", Kind::Records)];

    /// The word in a manifest.
    pub fn name(self) -> &'static str {
        match self {
            Kind::PublishedFigures => "published-figures",
            Kind::Records => "records",
        }
    }
}

/// One file of a dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name, beside the manifest.
    pub file: String,
    /// Its size in bytes, before compression: what a progress bar counts to.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal: a changed file gets a changed address.
    pub sha256: String,
    /// The first month in it; `None` when it is not told, so that every view needs it.
    pub first: Option<Period>,
    /// The last month in it.
    pub last: Option<Period>,
    /// The HS codes in it; none when they are not told.
    pub products: Vec<String>,
}

/// A file that was made from a dataset's.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRef {
    /// Its name, beside the manifest.
    pub file: String,
    /// Its size in bytes, before compression.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Part {
    /// Whether months from `first` to `last` of these products, or of all when there are none, need
    /// this part.
    pub fn is_needed(&self, first: Period, last: Period, products: &[String]) -> bool {
        let months = self.first.is_none_or(|f| f <= last) && self.last.is_none_or(|l| first <= l);
        let of_products = products.is_empty() || self.products.is_empty();
        months && (of_products || self.products.iter().any(|p| products.contains(p)))
    }
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
pub fn read_manifest(bytes: &[u8]) -> Parsed<Manifest> {
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
            let what = Declared::Dataset;
            let found = short(id);
            node.fault(problems, ProblemKind::Undeclared { what, found });
        }
        Some(Manifest { default: position.unwrap_or(0), datasets })
    })
}

fn read_ref(node: &Node, problems: &mut Problems) -> Option<DatasetRef> {
    let id = node.need_text("id", problems)?;
    let kind_node = node.need("kind", problems)?;
    let kind_name = kind_node.text(problems)?;
    let Some((_, kind)) = Kind::NAMES.iter().find(|(name, _)| *name == kind_name) else {
        let found = short(kind_name);
        kind_node.fault(problems, ProblemKind::UnknownWord { what: Vocabulary::Kinds, found });
        return None;
    };
    // A dataset in one file says so itself; one in several lists them.
    let parts: Option<Vec<Part>> = match node.get("parts").filter(|_| *kind == Kind::Records) {
        Some(parts) => parts.elements(problems).iter().map(|part| read_part(part, problems)).collect(),
        None => read_part(node, problems).map(|part| vec![Part { first: None, last: None, ..part }]),
    };
    let sums = node.get("sums").filter(|_| *kind == Kind::Records);
    let settlement = node.get("settlement").filter(|_| *kind == Kind::PublishedFigures);
    Some(DatasetRef {
        id: id.to_owned(),
        kind: *kind,
        parts: parts.filter(|parts| !parts.is_empty())?,
        sums: sums.and_then(|sums| read_reference(&sums, problems)),
        settlement: settlement.and_then(|settlement| read_reference(&settlement, problems)),
        title: node.name("title", problems),
        first: node.maybe_period("first", problems),
        last: node.maybe_period("last", problems),
        default_period: node.maybe_period("default_period", problems),
    })
}

fn read_reference(node: &Node, problems: &mut Problems) -> Option<FileRef> {
    let (file, bytes, sha256) = read_file_ref(node, problems)?;
    Some(FileRef { file, bytes, sha256 })
}

/// A file's name, size and hash.
fn read_file_ref(node: &Node, problems: &mut Problems) -> Option<(String, u64, String)> {
    let file_node = node.need("file", problems)?;
    let file = file_node.text(problems)?;
    if !is_plain_file_name(file) {
        file_node.fault(problems, ProblemKind::BadAddress);
        return None;
    }
    let bytes = node.get("bytes").and_then(|n| n.value.as_u64()).unwrap_or(0);
    Some((file.to_owned(), bytes, node.maybe_text("sha256", problems).unwrap_or_default().to_owned()))
}

fn read_part(node: &Node, problems: &mut Problems) -> Option<Part> {
    let (file, bytes, sha256) = read_file_ref(node, problems)?;
    let products = node.get("products").map(|list| list.elements(problems)).unwrap_or_default();
    Some(Part {
        file,
        bytes,
        sha256,
        first: node.maybe_period("first", problems),
        last: node.maybe_period("last", problems),
        products: products.iter().filter_map(|p| Some(p.text(problems)?.to_owned())).collect(),
    })
}

/// A name that stays in its folder and needs no escaping in an address.
fn is_plain_file_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !name.is_empty() && !name.starts_with('.') && name.chars().all(plain)
}
