//! Why bytes are no table, and what cannot be read in one. The sentences for a person are made elsewhere.

/// Why a file cannot be read as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSheet {
    /// No bytes, or none but white space.
    Empty,
    /// More bytes than [`crate::Limits::bytes`].
    TooLarge,
    /// More bytes than [`crate::Limits::unpacked`] once it is unpacked, or so many out of so few that it is made
    /// to fill a memory.
    TooLargeUnpacked,
    /// A picture, a PDF, a program.
    NotATable(NoTable),
    /// A workbook or an archive that opens with a password only.
    Locked,
    /// A workbook that is cut or damaged.
    BrokenWorkbook,
    /// A gzip or zip file that is cut or damaged.
    BrokenArchive,
    /// An archive in which nothing can be a table.
    NothingInArchive,
    /// An archive inside of an archive.
    Nested {
        /// The inner one's name.
        name: String,
    },
    /// A workbook without a filled sheet.
    NoCells,
    /// A sheet that was asked for and is not there.
    NoSuchSheet {
        /// What was asked for.
        name: String,
    },
    /// A web page without a table.
    NoTableInPage,
    /// Bytes that are no text.
    NotText,
    /// A text that is UTF-8 up to a line and written in another way there.
    MixedText {
        /// The line, from 1.
        line: u64,
    },
    /// JSON that cannot be read from a place on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// JSON without a list of rows.
    NoList,
    /// A disk that does not give the bytes.
    NotRead,
}

/// What cannot be read at a place in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A quote that opens and that nothing closes as it should. Its line is left out and reading goes on behind it.
    OpenQuote,
    /// So many quotes stay open that reading ends here.
    OpenQuotes {
        /// How many lines follow that are not read.
        unread: u64,
    },
    /// A cell longer than [`crate::Limits::cell`]. Its row is left out.
    LongCell {
        /// The column, from 1.
        column: usize,
    },
    /// A row with more cells than [`crate::Limits::columns`], which is left out.
    ManyColumns,
    /// A cell whose formula was never calculated, so that the file keeps no value. Its row is left out.
    NoValue {
        /// The column, from 1.
        column: usize,
    },
    /// A workbook or an archive that is damaged from here on, or too large: the rest is not read.
    Broken,
    /// A file that was changed or taken away while it was read: the rest is not read.
    NotRead,
}

/// What is often taken for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// A picture.
    Picture,
    /// A film or a sound.
    FilmOrSound,
    /// A PDF document.
    Pdf,
    /// A text document or slides.
    Document,
    /// A workbook in Excel's binary form (`.xlsb`), or of Excel before version 5.
    OtherWorkbook,
    /// A file that is compressed in another way than by gzip or zip.
    Compressed,
    /// Several files in one, in another way than by zip.
    Archive,
    /// A database.
    Database,
    /// A Parquet, Arrow or HDF5 file, or one of a programming language's own.
    DataOfPrograms,
    /// A program.
    Program,
    /// An email or a saved web page of several parts.
    Email,
}
