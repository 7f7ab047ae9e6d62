//! Which column is what, as a reader said it before: kept as a list of mappings, the newest first.

use import::{Mapping, NoMapping, Source};
use model::sort_list;

/// As many are kept.
const MOST: usize = 50;
/// A file that says which column is what is small.
const LARGEST: usize = 1_000_000;

/// The mappings that a reader's browser keeps.
#[derive(Debug, Default)]
pub struct KeptColumns {
    mappings: Vec<Mapping>,
    is_changed: bool,
}

impl KeptColumns {
    /// From what was kept. What cannot be read any more counts for nothing.
    pub fn read(json: &str) -> KeptColumns {
        KeptColumns { mappings: serde_json::from_str(json).unwrap_or_default(), is_changed: false }
    }

    /// The newest first.
    pub fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }

    /// Keeps one in place of others of the same columns.
    pub(crate) fn keep(&mut self, mapping: Mapping) {
        let names = |mapping: &Mapping| {
            let mut names: Vec<String> = mapping.columns.iter().map(|column| column.name.clone()).collect();
            sort_list(&mut names, Ord::cmp);
            names
        };
        let of_these = names(&mapping);
        self.mappings.retain(|known| names(known) != of_these);
        self.mappings.insert(0, mapping);
        self.mappings.truncate(MOST);
        self.is_changed = true;
    }

    /// Forgets those that are written so.
    pub(crate) fn forget(&mut self, written: &[String]) {
        let before = self.mappings.len();
        self.mappings.retain(|mapping| !written.contains(&mapping.write()));
        self.is_changed |= self.mappings.len() != before;
    }

    /// What is to be kept, where it is something else than what was.
    pub(crate) fn changed(&mut self) -> Option<String> {
        std::mem::take(&mut self.is_changed).then(|| serde_json::to_string(&self.mappings).ok()).flatten()
    }
}

/// The mapping that a file is, or why it is a faulty one; `None` for a file that is none.
pub(crate) fn mapping_in(file: &Source) -> Option<Result<Mapping, NoMapping>> {
    let bytes = (file.size() <= LARGEST).then(|| file.whole().ok())??;
    let text = std::str::from_utf8(&bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    // Rows as JSON have other fields.
    let is_one = text.starts_with('{') && text.contains("\"columns\"") && text.contains("\"is\"");
    is_one.then(|| Mapping::read(text))
}
