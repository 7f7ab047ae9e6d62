//! What bytes are, by their beginning.

use crate::fault::{NoSheet, NoTable};

/// What may hold a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Gzip,
    Zip,
    /// Microsoft's container of documents before 2007, and of those with a password since.
    Compound,
    Text,
}

/// Beginnings of what holds no rows, each with the place that it stands at.
const NO_TABLES: [(usize, &[u8], NoTable); 40] = [
    (0, b"\x89PNG", NoTable::Picture),
    (0, b"\xFF\xD8\xFF", NoTable::Picture),
    (0, b"GIF8", NoTable::Picture),
    (0, b"II*\0", NoTable::Picture),
    (0, b"MM\0*", NoTable::Picture),
    (0, b"8BPS", NoTable::Picture),
    (8, b"WEBP", NoTable::Picture),
    (4, b"ftypavif", NoTable::Picture),
    (4, b"ftypheic", NoTable::Picture),
    (0, b"\0\0\x01\0", NoTable::Picture),
    (4, b"ftyp", NoTable::FilmOrSound),
    (0, b"RIFF", NoTable::FilmOrSound),
    (0, b"ID3", NoTable::FilmOrSound),
    (0, b"OggS", NoTable::FilmOrSound),
    (0, b"\x1A\x45\xDF\xA3", NoTable::FilmOrSound),
    (0, b"%PDF", NoTable::Pdf),
    (0, b"%!PS", NoTable::Document),
    (0, b"{\\rtf", NoTable::Document),
    (0, b"BZh", NoTable::Compressed),
    (0, b"\xFD7zXZ", NoTable::Compressed),
    (0, b"\x28\xB5\x2F\xFD", NoTable::Compressed),
    (0, b"\x04\x22\x4D\x18", NoTable::Compressed),
    (0, b"7z\xBC\xAF", NoTable::Archive),
    (0, b"Rar!", NoTable::Archive),
    (257, b"ustar", NoTable::Archive),
    (0, b"SQLite format 3", NoTable::Database),
    (4, b"Standard Jet DB", NoTable::Database),
    (4, b"Standard ACE DB", NoTable::Database),
    (8, b"DUCK", NoTable::Database),
    (0, b"PAR1", NoTable::DataOfPrograms),
    (0, b"ARROW1", NoTable::DataOfPrograms),
    (0, b"FEA1", NoTable::DataOfPrograms),
    (0, b"\x89HDF", NoTable::DataOfPrograms),
    (0, b"\x93NUMPY", NoTable::DataOfPrograms),
    (0, b"RDX", NoTable::DataOfPrograms),
    (0, b"\x7FELF", NoTable::Program),
    (0, b"\0asm", NoTable::Program),
    (0, b"\xCA\xFE\xBA\xBE", NoTable::Program),
    (0, b"\xCF\xFA\xED\xFE", NoTable::Program),
    (0, b"\x09\x08\x08\0\0\x05", NoTable::OtherWorkbook),
];

/// Beginnings of a message's lines, of which a table has none.
const EMAIL: [&[u8]; 6] =
    [b"MIME-Version:", b"Return-Path:", b"Delivered-To:", b"Received: ", b"Message-ID:", b"From: \""];

/// How many bytes of a file tell what it is.
pub(crate) const LOOKED_AT: usize = 512;

/// What bytes are by their beginning, or why they can be no table.
pub(crate) fn content(bytes: &[u8]) -> Result<Content, NoSheet> {
    let begins = |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    if let Some((.., what)) = NO_TABLES.iter().find(|(at, magic, _)| begins(*at, magic)) {
        return Err(NoSheet::NotATable(*what));
    }
    // A program for Windows; words of a text may begin with the same letters, but hold no zeros.
    if begins(0, b"MZ") && bytes.iter().take(64).any(|byte| *byte == 0) {
        return Err(NoSheet::NotATable(NoTable::Program));
    }
    if EMAIL.iter().any(|line| begins(0, line)) {
        return Err(NoSheet::NotATable(NoTable::Email));
    }
    Ok(match () {
        () if begins(0, b"\x1F\x8B") => Content::Gzip,
        // The second is an archive without files, the third a part of several.
        () if begins(0, b"PK\x03\x04") || begins(0, b"PK\x05\x06") || begins(0, b"PK\x07\x08") => {
            Content::Zip
        }
        () if begins(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => Content::Compound,
        () => Content::Text,
    })
}
