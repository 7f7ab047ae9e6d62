//! The worker that compares somebody's text with a dataset. The text goes no further than here.

use std::cell::RefCell;
use std::rc::Rc;

use ::factcheck::{Finding, Proof, Remark, Verdict, check, claims};
use breakdown::Dataset;
use dataset::{SettlementFile, add_article, read_ledger, write_article};
use i18n::{
    FactVerdict, WorkerRefusal, fact_check_words, finding_text, not_added, own_text, problem_words,
    proof_counts, reading_name,
};
use js_sys::Array;
use ledger::{Article, Claim, Ledger};
use messages::{
    AddArticle, CheckText, Checked, Excerpt, FactcheckRequest, Form, Noted, OpenDataset, SentDataset, Settle,
    WriteArticle,
};
use model::Catalogue;

use crate::given::given;
use crate::pieces::bytes_of;
use crate::serve::{Answer, Asked, Outcome, language, refused, serve};

/// What the worker holds between requests.
#[derive(Default)]
struct Held {
    dataset: Option<Dataset>,
    /// The file of published figures, to which an article can be added.
    file: String,
    /// The text that was checked last.
    proof: Option<Proof>,
}

/// Starts the worker.
pub fn serve_factcheck() {
    let held: Rc<RefCell<Held>> = Rc::default();
    serve(move |request, asked: Asked| {
        let held = held.clone();
        async move {
            match request {
                FactcheckRequest::Open(OpenDataset(sent)) => {
                    let bytes = bytes_of(&asked.attachments.get(0)).await?.to_vec();
                    held.borrow_mut().open(sent, bytes)
                }
                FactcheckRequest::Settle(Settle) => {
                    let bytes = bytes_of(&asked.attachments.get(0)).await?.to_vec();
                    let ledger =
                        read_ledger(&bytes).read.ok_or_else(|| refused(WorkerRefusal::Unreadable))?;
                    Answer::to::<Settle>(settlement_text(&settle::settled(ledger)), Array::new())
                }
                FactcheckRequest::Check(CheckText { text, period }) => {
                    let mut held = held.borrow_mut();
                    let dataset =
                        held.dataset.as_ref().ok_or_else(|| refused(WorkerRefusal::NothingToCompare))?;
                    let proof = check(&text, dataset, period);
                    let checked = checked(dataset, &proof);
                    held.proof = Some(proof);
                    Answer::to::<CheckText>(checked, Array::new())
                }
                FactcheckRequest::Write(WriteArticle { article }) => {
                    let held = held.borrow();
                    let (article, found) = held.article(article)?;
                    let dataset =
                        held.dataset.as_ref().ok_or_else(|| refused(WorkerRefusal::NothingToCompare))?;
                    let text = write_article(dataset.catalogue(), &article, &found) + "\n";
                    Answer::to::<WriteArticle>((article.id, text), Array::new())
                }
                FactcheckRequest::Add(AddArticle { article }) => {
                    let mut held = held.borrow_mut();
                    let (article, found) = held.article(article)?;
                    let text = add_article(&held.file, &article, &found)
                        .map_err(|why| not_added(problem_words(language()), &why))?;
                    held.open(SentDataset::Published { settlement: None }, text.clone().into_bytes())?;
                    Answer::to::<AddArticle>(text, Array::new())
                }
            }
        }
    });
}

impl Held {
    fn open(&mut self, sent: SentDataset, bytes: Vec<u8>) -> Outcome {
        self.proof = None;
        let dataset = match given(sent, &bytes)? {
            Dataset::Published(ledger) if !ledger.is_settled() => Dataset::Published(settle::settled(ledger)),
            dataset => dataset,
        };
        self.file = match dataset.is_recorded() {
            true => String::new(),
            false => String::from_utf8(bytes).map_err(|_| refused(WorkerRefusal::NotUtf8))?,
        };
        self.dataset = Some(dataset);
        Answer::to::<OpenDataset>((), Array::new())
    }

    /// The figures of the last text as an article's claims.
    fn article(&self, form: Form) -> Result<(Article, Vec<Claim>), String> {
        let proof = self.proof.as_ref().ok_or_else(|| refused(WorkerRefusal::NothingChecked))?;
        let ledger = self
            .dataset
            .as_ref()
            .and_then(Dataset::ledger)
            .ok_or_else(|| refused(WorkerRefusal::NothingToCompare))?;
        let month = proof.period.map_or("undated".to_owned(), |p| p.to_string());
        let is_taken = |id: &String| ledger.articles.iter().any(|a| a.id == *id);
        let first = format!("note-{month}");
        let numbered = (2..).map(|n| format!("note-{month}-{n}"));
        let id = std::iter::once(first).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default();
        let found = claims(proof, &id);
        let Form { publisher, subject, published, url } = form;
        let article = Article {
            id,
            publisher,
            subject: subject.unwrap_or_else(|| fact_check_words(language()).article_of_text().to_owned()),
            url,
            published,
            repost_of: None,
            read_in_full: true,
            note: None,
        };
        Ok((article, found))
    }
}

/// A settlement as JSON. The page knows which dataset it asked about.
fn settlement_text(ledger: &Ledger) -> String {
    // Numbers, texts and lists: nothing in it can fail.
    serde_json::to_string(&SettlementFile::of(ledger, "")).unwrap_or_default()
}

/// What the page shows of a text.
fn checked(dataset: &Dataset, proof: &Proof) -> Checked {
    let words = fact_check_words(language());
    let mut text = Vec::new();
    let mut from = 0;
    let part = |range: std::ops::Range<usize>| proof.text.get(range).unwrap_or_default().to_owned();
    for finding in &proof.findings {
        text.push(Excerpt::Words(part(from..finding.span.start)));
        text.push(Excerpt::Figure(Box::new(noted(dataset.catalogue(), proof, finding))));
        from = finding.span.end;
    }
    text.push(Excerpt::Words(part(from..proof.text.len())));
    Checked {
        language: proof.language,
        period: proof.period,
        counts: proof_counts(words, proof),
        remarks: proof.remarks.iter().map(|r| words.remark(*r).to_owned()).collect(),
        no_month: proof.remarks.contains(&Remark::NoMonth),
        text,
        claims: if dataset.is_recorded() { 0 } else { claims(proof, "").len() },
    }
}

fn noted(catalogue: &Catalogue, proof: &Proof, finding: &Finding) -> Noted {
    let words = fact_check_words(language());
    let view = match &finding.verdict {
        Verdict::Agrees(ours) | Verdict::AgreesWithinRounding(ours) | Verdict::Differs(ours) => {
            Some(ours.view.to_query())
        }
        Verdict::CannotBeTested(_) | Verdict::NotUnderstood(_) => None,
    };
    Noted {
        printed: proof.text.get(finding.span.clone()).unwrap_or_default().to_owned(),
        reading: finding.reading.as_ref().map(|r| reading_name(words, catalogue, r)).unwrap_or_default(),
        verdict: finding.verdict.name().to_owned(),
        verdict_words: words.fact_verdict(FactVerdict::of(&finding.verdict)).to_owned(),
        why: finding_text(words, finding),
        own: finding.own.iter().map(|own| own_text(words, proof, finding, own)).collect(),
        view,
    }
}
