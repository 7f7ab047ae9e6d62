//! What a file is, before it is read.

use super::problem::{NoTable, ProblemKind};

/// What the first bytes of files that are often taken for tables look like.
const MAGIC: [(&[u8], ProblemKind); 12] = [
    (b"\x89PNG", ProblemKind::NotATable(NoTable::Picture)),
    (b"\xFF\xD8\xFF", ProblemKind::NotATable(NoTable::Picture)),
    (b"GIF8", ProblemKind::NotATable(NoTable::Picture)),
    (b"RIFF", ProblemKind::NotATable(NoTable::PictureOrSound)),
    (b"%PDF", ProblemKind::NotATable(NoTable::Pdf)),
    // A workbook of today is an archive, one of old a compound document.
    (b"PK\x03\x04", ProblemKind::Excel),
    (b"\xD0\xCF\x11\xE0", ProblemKind::Excel),
    (b"\x1F\x8B", ProblemKind::NotATable(NoTable::Compressed)),
    (b"7z\xBC\xAF", ProblemKind::NotATable(NoTable::Archive)),
    (b"Rar!", ProblemKind::NotATable(NoTable::Archive)),
    (b"SQLite", ProblemKind::NotATable(NoTable::Database)),
    (b"PAR1", ProblemKind::NotATable(NoTable::Parquet)),
];

/// Why bytes cannot be a table; `None` when they may be one.
pub fn refusal(bytes: &[u8]) -> Option<ProblemKind> {
    if bytes.len() > super::LARGEST_FILE {
        return Some(ProblemKind::TooLarge);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if text.is_empty() {
        return Some(ProblemKind::Empty);
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(kind.clone());
    }
    text.starts_with(b"<").then_some(ProblemKind::Html)
}
