//! Tables as files.

use std::path::Path;

use clap::Args;
use i18n::taken_words;
use takeaway::{Format, NotWritten, Table, written};

use crate::answer::Failure;
use crate::files;
use crate::language::language;
use crate::values::one_of;
use crate::words::words;

/// As what a table is written.
#[derive(Args)]
pub struct OutputFormat {
    /// As what the table is written, where the name of its file does not say it
    #[arg(long, value_parser = one_of(&Format::NAMES))]
    pub format: Option<Format>,
}

/// A file that a table goes into.
pub struct Output<'a> {
    path: &'a Path,
    format: Format,
}

impl Output<'_> {
    /// The file of a name, which says the format where nobody did.
    pub fn to(path: &Path, format: Option<Format>) -> Result<Output<'_>, Failure> {
        let named = || Format::of_file(&path.file_name().unwrap_or_default().to_string_lossy());
        let format = format.or_else(named).ok_or_else(|| {
            let names: Vec<&str> = Format::NAMES.iter().map(|(name, _)| *name).collect();
            words().no_format(path, &names)
        })?;
        Ok(Output { path, format })
    }

    /// Writes a table.
    pub fn write(&self, table: Table) -> Result<(), Failure> {
        files::write(self.path, table_bytes(table, self.format)?)
    }
}

/// A table's bytes.
pub fn table_bytes(table: Table, format: Format) -> Result<Vec<u8>, Failure> {
    let words = taken_words(language());
    written(table, format).map_err(|why| match why {
        NotWritten::TooManyRows(rows) => words.too_many_rows(rows),
        NotWritten::TooLarge => words.workbook_too_large().to_owned(),
    })
}
