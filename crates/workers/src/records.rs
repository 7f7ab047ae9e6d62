//! The worker that holds rows: it opens datasets and adds rows up.

use std::cell::RefCell;
use std::rc::Rc;

use ::records::{Records, cross, cube, merge};
use dataset::{Problem, write_head};
use i18n::{WorkerRefusal, problem_words, problems};
use js_sys::{Array, Uint8Array};
use messages::{CrossRows, OpenRecords, Opened, RecordsRequest, SumRows};

use crate::pieces::{bytes_of, read_where_it_is};
use crate::serve::{Answer, Asked, Outcome, attached, language, refused, serve};

/// The rows that are open.
type Held = Rc<RefCell<Option<Records>>>;

/// Starts the worker.
pub fn serve_records() {
    let held = Held::default();
    serve(move |request, asked: Asked| {
        let held = held.clone();
        async move {
            match request {
                RecordsRequest::Open(OpenRecords) => {
                    let mut parts = Vec::new();
                    for part in asked.attachments.iter() {
                        parts.push(bytes_of(&part).await?);
                    }
                    open(&held, &parts)
                }
                RecordsRequest::Sum(SumRows { filter, dimensions }) => with(&held, |records| {
                    Answer::to::<SumRows>((), attached(&cube(records, &filter, &dimensions).to_bytes()))
                }),
                RecordsRequest::Cross(CrossRows { filter, down, across, period, span }) => {
                    with(&held, |records| {
                        let table = cross(records, &filter, (down, across), period, span)
                            .ok_or_else(|| refused(WorkerRefusal::MonthsNotCovered))?;
                        Answer::to::<CrossRows>((), attached(&table.to_bytes()))
                    })
                }
            }
        }
    });
}

fn with(held: &Held, f: impl FnOnce(&Records) -> Outcome) -> Outcome {
    match &*held.borrow() {
        Some(records) => f(records),
        None => Err(refused(WorkerRefusal::NoRows)),
    }
}

/// Reads the parts of a dataset and holds them in place of the one before.
fn open(held: &Held, parts: &[Uint8Array]) -> Outcome {
    let mut found: Vec<Problem> = Vec::new();
    let mut read = Vec::new();
    for part in parts {
        let reading = read_where_it_is(part);
        found.extend(reading.problems);
        read.extend(reading.read);
    }
    let sentences = problems(problem_words(language()), &found);
    if read.len() < parts.len() {
        return Err(sentences.join(" "));
    }
    let records = merge(read)
        .map_err(|why| problem_words(language()).unlike(why))?
        .ok_or_else(|| refused(WorkerRefusal::NoParts))?;
    let opened = Opened {
        head: write_head(&records),
        rows: records.len() as u64,
        currency: records.currency,
        problems: sentences,
    };
    let sums: Array = attached(&records.whole().to_bytes());
    held.replace(Some(records));
    Answer::to::<OpenRecords>(opened, sums)
}
