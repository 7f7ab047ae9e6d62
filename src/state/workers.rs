//! The workers, started when they are first needed and again when they have ended.

use std::sync::Arc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use leptos::prelude::*;

use super::page::Page;
use super::shown::{DatasetOwner, Shown};
use crate::browser::WorkerHandle;
use breakdown::Dataset;
use i18n::Failure;
use messages::{
    Ask, CROSSED, CrossRows, OpenDataset, OpenForNotes, OpenRecords, SentDataset, SumRows, Worker,
};
use model::{Dimension, Period, Span};
use records::{Cross, Cube, Filter};

/// A worker of which a dataset is asked, once one was needed, and the dataset that it has.
pub(super) type Informed = StoredValue<Option<(WorkerHandle, Arc<Shown>)>, LocalStorage>;

/// The bytes of the first buffer that came along.
fn first(attached: &Array) -> Vec<u8> {
    Uint8Array::new(&attached.get(0)).to_vec()
}

impl Page {
    /// A worker of its own.
    pub fn worker(&self, which: Worker) -> Result<WorkerHandle, String> {
        WorkerHandle::start(which).map_err(|why| self.failure_of_worker(why))
    }

    /// Has a worker do something.
    pub async fn ask<A: Ask>(
        &self,
        worker: &WorkerHandle,
        request: A,
        attachments: Array,
    ) -> Result<(A::Answer, Array), String> {
        let answer = worker.ask(request, attachments, self.language_now(), |_| {}).await;
        answer.map_err(|why| self.failure_of_worker(why))
    }

    /// Has a worker open the files of a dataset of records.
    pub async fn open(
        &self,
        rows: &WorkerHandle,
        files: Array,
        id: &str,
        owner: DatasetOwner,
        default_period: Option<Period>,
    ) -> Result<Shown, String> {
        let (opened, sums) = self.ask(rows, OpenRecords, files).await?;
        Shown::recorded(opened, &first(&sums), id, owner, default_period)
            .ok_or_else(|| self.failure(Failure::OtherVersion))
    }

    /// The sums of the rows that a filter lets pass.
    pub(super) async fn sums(
        &self,
        rows: &WorkerHandle,
        filter: Filter,
        shown: &Shown,
    ) -> Result<Cube, String> {
        let sums = shown.dataset.sums().ok_or_else(|| self.failure(Failure::RowsGone))?;
        // A ranking of each dimension that is told apart is on the page.
        let request = SumRows { filter: filter.clone(), dimensions: Dimension::ALL.to_vec() };
        let ((), bytes) = self.ask(rows, request, Array::new()).await?;
        sums.chosen(&filter, &first(&bytes)).ok_or_else(|| self.failure(Failure::OtherVersion))
    }

    /// The rows that are chosen, by the members of the two dimensions that the cross table has.
    pub async fn crossed(
        &self,
        shown: Arc<Shown>,
        period: Period,
        span: Span,
        filter: Filter,
    ) -> Result<Cross, String> {
        self.cross.set_value(None);
        let rows = self.rows.get_value().ok_or_else(|| self.failure(Failure::RowsGone))?;
        let (down, across) = CROSSED;
        let request = CrossRows { filter, down, across, period, span };
        let ((), bytes) = self.ask(&rows, request, Array::new()).await?;
        self.cross.set_value(Some(bytes.get(0)));
        Cross::from_bytes(shown.catalogue(), down, across, &first(&bytes))
            .ok_or_else(|| self.failure(Failure::OtherVersion))
    }

    /// The worker for files.
    pub fn files_worker(&self) -> Result<WorkerHandle, String> {
        self.running(self.files_worker, Worker::Files)
    }

    /// A worker that is kept, started anew where it has ended.
    fn running(
        &self,
        kept: StoredValue<Option<WorkerHandle>, LocalStorage>,
        which: Worker,
    ) -> Result<WorkerHandle, String> {
        if let Some(worker) = kept.get_value().filter(|worker| !worker.has_ended()) {
            return Ok(worker);
        }
        let worker = self.worker(which)?;
        kept.set_value(Some(worker.clone()));
        Ok(worker)
    }

    /// The worker for fact-checks, with the dataset that is shown.
    pub async fn factchecker(&self, shown: &Arc<Shown>) -> Result<WorkerHandle, String> {
        let (worker, news) = self.informed(self.factcheck, Worker::Factcheck, shown)?;
        if let Some((dataset, file)) = news {
            self.inform(&worker, OpenDataset(dataset), file).await?;
        }
        Ok(worker)
    }

    /// The worker for notes, with the dataset that is shown.
    pub async fn note_writer(&self, shown: &Arc<Shown>) -> Result<WorkerHandle, String> {
        let (worker, news) = self.informed(self.notes, Worker::Notes, shown)?;
        if let Some((dataset, file)) = news {
            self.inform(&worker, OpenForNotes(dataset), file).await?;
        }
        Ok(worker)
    }

    /// The worker that makes files of tables.
    pub fn downloads_worker(&self) -> Result<WorkerHandle, String> {
        self.running(self.downloads_worker, Worker::Downloads)
    }

    /// A worker of which a dataset is asked, and the dataset where it does not have it yet. Who asks meanwhile asks
    /// the same worker, which answers in turn.
    fn informed(
        &self,
        kept: Informed,
        which: Worker,
        shown: &Arc<Shown>,
    ) -> Result<(WorkerHandle, Option<(SentDataset, Array)>), String> {
        let before = kept.get_value().filter(|(worker, _)| !worker.has_ended());
        let worker = match before {
            Some((worker, of)) if Arc::ptr_eq(&of, shown) => return Ok((worker, None)),
            Some((worker, _)) => worker,
            None => self.worker(which)?,
        };
        kept.set_value(Some((worker.clone(), shown.clone())));
        let (dataset, bytes) = sent(shown);
        Ok((worker, Some((dataset, Array::of1(&bytes)))))
    }

    /// Gives a worker a dataset. One that could not take it is stopped: the next who asks starts another.
    async fn inform<A: Ask<Answer = ()>>(
        &self,
        worker: &WorkerHandle,
        open: A,
        file: Array,
    ) -> Result<(), String> {
        let taken = self.ask(worker, open, file).await;
        if taken.is_err() {
            worker.stop();
        }
        taken.map(drop)
    }

    /// Gives up the worker for fact-checks, which may never answer.
    pub fn stop_factchecker(&self) {
        stop(self.factcheck);
    }

    /// Gives up the worker that makes files.
    pub fn stop_downloads(&self) {
        if let Some(worker) = self.downloads_worker.get_value() {
            worker.stop();
        }
    }

    /// Gives up the worker for notes.
    pub fn stop_note_writer(&self) {
        stop(self.notes);
    }
}

/// A dataset for a worker, and what comes along with it.
pub fn sent(shown: &Shown) -> (SentDataset, ArrayBuffer) {
    let (dataset, bytes) = match &shown.dataset {
        Dataset::Published(_) => {
            let settlement = shown.settlement.as_deref().map(str::to_owned);
            (SentDataset::Published { settlement }, shown.file.to_vec())
        }
        Dataset::Recorded(sums) => {
            let head = String::from_utf8_lossy(&shown.file).into_owned();
            (SentDataset::Recorded { head, currency: sums.whole.currency }, sums.whole.to_bytes())
        }
    };
    (dataset, Uint8Array::from(bytes.as_slice()).buffer())
}

fn stop(kept: Informed) {
    if let Some((worker, _)) = kept.get_value() {
        worker.stop();
    }
}
