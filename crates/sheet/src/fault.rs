//! Why bytes are no table, and what cannot be read in one.

/// Why a file cannot be read as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSheet {
    /// No bytes, or none but white space.
    Empty,
    /// More bytes than can be read.
    TooLarge,
    /// A picture, a PDF, an archive.
    NotATable(NoTable),
    /// A workbook.
    Excel,
    /// A web page.
    Html,
    /// Bytes that are no text.
    NotText,
    /// JSON that cannot be read from a place on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// JSON without a list of rows.
    NoList,
}

/// What cannot be read in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A quote that is opened and never closed.
    OpenQuote,
    /// Bytes that are no text.
    NotText,
}

/// What is often taken for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// A picture.
    Picture,
    /// A picture or a sound.
    PictureOrSound,
    /// A PDF document.
    Pdf,
    /// A compressed file.
    Compressed,
    /// Several files in one.
    Archive,
    /// A database.
    Database,
    /// A Parquet file.
    Parquet,
}
