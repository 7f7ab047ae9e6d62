//! What a file is, before it is read.

use crate::fault::{NoSheet, NoTable};

/// What the first bytes of files that are often taken for tables look like.
const MAGIC: [(&[u8], NoSheet); 12] = [
    (b"\x89PNG", NoSheet::NotATable(NoTable::Picture)),
    (b"\xFF\xD8\xFF", NoSheet::NotATable(NoTable::Picture)),
    (b"GIF8", NoSheet::NotATable(NoTable::Picture)),
    (b"RIFF", NoSheet::NotATable(NoTable::PictureOrSound)),
    (b"%PDF", NoSheet::NotATable(NoTable::Pdf)),
    // A workbook of today is an archive, one of old a compound document.
    (b"PK\x03\x04", NoSheet::Excel),
    (b"\xD0\xCF\x11\xE0", NoSheet::Excel),
    (b"\x1F\x8B", NoSheet::NotATable(NoTable::Compressed)),
    (b"7z\xBC\xAF", NoSheet::NotATable(NoTable::Archive)),
    (b"Rar!", NoSheet::NotATable(NoTable::Archive)),
    (b"SQLite", NoSheet::NotATable(NoTable::Database)),
    (b"PAR1", NoSheet::NotATable(NoTable::Parquet)),
];

/// Why bytes cannot be a table; `None` when they may be one.
pub(crate) fn refusal(bytes: &[u8]) -> Option<NoSheet> {
    if bytes.len() > crate::LARGEST_FILE {
        return Some(NoSheet::TooLarge);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if text.is_empty() {
        return Some(NoSheet::Empty);
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(kind.clone());
    }
    text.starts_with(b"<").then_some(NoSheet::Html)
}
