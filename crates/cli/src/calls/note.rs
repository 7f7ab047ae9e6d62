//! `tonnage note`: a month in sentences.

use std::path::PathBuf;

use model::Period;
use note::{Export, Format, Language, Length, Material, export, write};

use crate::{Failure, files};

/// Which note.
#[derive(Default)]
pub struct Request {
    pub dataset: PathBuf,
    pub period: Option<Period>,
    pub language: Language,
    pub length: Length,
    pub format: Format,
    pub comment: Option<String>,
    pub base: Option<String>,
}

/// The note as text.
pub fn run(request: &Request) -> Result<String, Failure> {
    let dataset = files::dataset(&request.dataset)?;
    let period = files::covered(&dataset, request.period)?;
    let note = write(&Material::new(&dataset, None, period), request.language, request.length);
    let with = Export { interpretation: request.comment.as_deref(), base: request.base.as_deref() };
    Ok(export(&note, request.format, with))
}
