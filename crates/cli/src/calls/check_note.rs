//! `tonnage check-note`: the figures of a published note against a dataset.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use dataset::{add_article, write_article};
use factcheck::{Proof, check, claims};
use i18n::month_name;
use ledger::Article;
use model::{Catalogue, Period};

use crate::{CONTRADICTED, Failure, files};

/// Bytes that are read: more than the characters that are looked at.
const MOST_BYTES: u64 = 8_000_000;

/// Which note, and what is to become of its figures.
#[derive(Default)]
pub struct Request {
    pub note: PathBuf,
    pub dataset: PathBuf,
    pub period: Option<Period>,
    pub json: bool,
    pub claims: Option<PathBuf>,
    pub add_to: Option<PathBuf>,
    pub id: String,
}

/// What is said, and the exit code.
pub fn run(request: &Request) -> Result<(String, u8), Failure> {
    let text = note(&request.note)?;
    let dataset = files::dataset(&request.dataset)?;
    let catalogue = dataset.catalogue();
    let proof = check(&text, &dataset, request.period);
    write_claims(request, catalogue, &proof)?;
    let code = if proof.is_doubtful() { CONTRADICTED } else { 0 };
    let said = match request.json {
        true => report::proof_json(catalogue, &proof)
            .map_err(|e| format!("the result could not be written: {e}"))?,
        false => report::proof_text(catalogue, &proof),
    };
    Ok((said, code))
}

fn note(path: &Path) -> Result<String, Failure> {
    let failed = |e: std::io::Error| format!("{} cannot be read: {e}.", path.display());
    let mut bytes = Vec::new();
    match path.as_os_str() == "-" {
        true => std::io::stdin().take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?,
        false => {
            fs::File::open(path).map_err(failed)?.take(MOST_BYTES).read_to_end(&mut bytes).map_err(failed)?
        }
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn write_claims(request: &Request, catalogue: &Catalogue, proof: &Proof) -> Result<(), Failure> {
    if request.claims.is_none() && request.add_to.is_none() {
        return Ok(());
    }
    let found = claims(proof, &request.id);
    let month = proof.period.map(|p| format!(", {}", month_name(p))).unwrap_or_default();
    let article = Article {
        id: request.id.clone(),
        publisher: "to be filled in".to_owned(),
        subject: format!("{}{month}", catalogue.title.en),
        url: None,
        published: None,
        repost_of: None,
        read_in_full: true,
        note: Some("Recognised by tonnage check-note; compare with the text.".to_owned()),
    };
    let write = |path: &Path, text: String| {
        fs::write(path, text).map_err(|e| format!("{} cannot be written: {e}.", path.display()))
    };
    if let Some(path) = &request.claims {
        write(path, write_article(catalogue, &article, &found) + "\n")?;
    }
    if let Some(path) = &request.add_to {
        let text = String::from_utf8_lossy(&files::bytes(path)?).into_owned();
        let added = add_article(&text, &article, &found).map_err(|e| format!("{}: {e}", path.display()))?;
        write(path, added)?;
    }
    Ok(())
}
