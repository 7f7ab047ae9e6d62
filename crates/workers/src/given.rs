//! A dataset that the page gave.

use std::sync::Arc;

use breakdown::{Dataset, RecordSums};
use dataset::{SettlementFile, read_head, read_ledger};
use i18n::WorkerRefusal;
use ledger::Ledger;
use messages::SentDataset;
use model::{Currency, Dimension};
use records::Cube;

use crate::serve::refused;

/// What came, with the file or the sums that came along. Of published figures every claim stands where nothing came
/// of what they leave together.
pub(crate) fn given(sent: SentDataset, bytes: &[u8]) -> Result<Dataset, String> {
    let dataset = match sent {
        SentDataset::Published { settlement } => published(bytes, settlement).map(Dataset::Published),
        SentDataset::Recorded { head, currency } => sums(&head, currency, bytes).map(Dataset::Recorded),
    };
    dataset.ok_or_else(|| refused(WorkerRefusal::Unreadable))
}

fn published(bytes: &[u8], settlement: Option<String>) -> Option<Ledger> {
    let ledger = read_ledger(bytes).read?;
    let settlement = settlement.and_then(|text| {
        let file = SettlementFile::read(text.as_bytes())?;
        let of = file.dataset_sha256().to_owned();
        file.settlement(&ledger, &of)
    });
    Some(match settlement {
        Some(settlement) => ledger.settled(settlement),
        None => ledger,
    })
}

/// Records of which only sums are known here.
fn sums(head: &str, currency: Option<Currency>, bytes: &[u8]) -> Option<RecordSums> {
    let head = read_head(head.as_bytes()).read?;
    let (months, coverage) = (head.months.clone(), head.coverage.clone());
    let counts = (currency, head.measured);
    let whole = Cube::from_bytes(&head.catalogue, months, coverage, counts, &Dimension::ALL, bytes)?;
    let (catalogue, provenance) = (head.catalogue, head.provenance);
    Some(RecordSums { catalogue, provenance, rows: 0, whole: Arc::new(whole) })
}
