//! `tonnage note`: a month in sentences.

use std::path::PathBuf;

use model::Period;
use note::{Export, Format, Language, Length, Material, export, write};

use crate::Failure;
use crate::files::{self, Dataset};

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
    let made = |material: &Material| {
        let note = write(material, request.language, request.length);
        let with = Export { interpretation: request.comment.as_deref(), base: request.base.as_deref() };
        export(&note, request.format, with)
    };
    match files::dataset(&request.dataset)? {
        Dataset::Published(ledger) => {
            // A growth printed for the first month tells of the year before it.
            let months = ledger.coverage().map(|(first, last)| (first.plus(-12), last));
            let period = files::covered(months, ledger.catalogue.default_period, request.period)?;
            Ok(made(&Material::published(&ledger, period)))
        }
        Dataset::Recorded(records) => {
            let months = records.months();
            let months = months.first().copied().zip(months.last().copied());
            let period = files::covered(months, records.catalogue.default_period, request.period)?;
            let material =
                Material::recorded(&records.catalogue, records.whole(), &records.provenance, period);
            Ok(made(&material))
        }
    }
}
