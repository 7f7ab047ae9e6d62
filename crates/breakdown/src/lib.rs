//! The questions that Tonnage answers about one month, as pure functions from a dataset to plain
//! values. Knows no chart, no language and no browser.

mod changes;
mod contribution;
mod cross_table;
mod dataset;
mod entry;
mod extremes;
mod opening;
mod ranking;
mod recorded;
mod runs;
mod series;

pub use changes::{Between, Changes, Step, changes, unit_value_change};
pub use contribution::contribution;
pub use cross_table::{CrossCell, CrossRow, CrossTable, cross_table};
pub use dataset::{Dataset, RecordSums};
pub use entry::{Concentration, Entry, Presence, Recorded};
pub use extremes::{Extreme, NoExtreme, Since, extreme, peak};
pub use opening::{opening_month, speaks_of};
pub use ranking::{Group, Others, Ranking, ranking};
pub use runs::{Direction, NoRun, Run, run};
pub use series::{Metric, Point, history, neighbours, newest, places, series};

use ledger::Ledger;
use model::{Answer, Cell, Change, Dimension, DimensionMap, MemberId, Period, Span, each_once};
use records::Cube;

/// One month's trade, broken down.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    /// The month.
    pub period: Period,
    /// The months that the rankings and `whole` sum.
    pub span: Span,
    /// All of the month.
    pub total: Entry,
    /// All from January up to the month.
    pub ytd: Entry,
    /// All over `span`.
    pub whole: Entry,
    /// One ranking a dimension, over `span`.
    pub rankings: DimensionMap<Ranking>,
}

impl Breakdown {
    /// The ranking of one dimension.
    pub fn ranking(&self, dimension: Dimension) -> &Ranking {
        &self.rankings[dimension]
    }

    /// Every claim that some figure of the breakdown rests on, sorted, each once.
    pub fn claims(&self) -> Vec<usize> {
        let mut claims = Vec::new();
        let mut add =
            |answer: &Answer| claims.extend(answer.as_ref().map(|f| f.claims()).unwrap_or_default());
        let entries = self.rankings.values().flat_map(|r| &r.entries);
        for entry in entries.chain([&self.total, &self.ytd, &self.whole]) {
            let Change { absolute, percent, previous } = &entry.mom;
            let yoy = &entry.yoy;
            let answers =
                [&entry.rank, &entry.streak, &entry.quantity, &entry.share, absolute, percent, previous];
            answers.into_iter().chain([&yoy.absolute, &yoy.percent, &yoy.previous]).for_each(&mut add);
        }
        for group in self.rankings.values().flat_map(|r| &r.groups) {
            add(&group.quantity);
            add(&group.share);
        }
        each_once(&claims)
    }
}

/// Everything that a dataset tells of a month. `chosen` are the sums of the rows that count, where not all
/// of a dataset of records do; published figures cannot be chosen from.
pub fn breakdown(dataset: &Dataset, chosen: Option<&Cube>, period: Period, span: Span) -> Breakdown {
    match dataset {
        Dataset::Published(ledger) => published(ledger, period, span),
        Dataset::Recorded(sums) => {
            recorded::breakdown(&sums.catalogue, chosen.unwrap_or(&sums.whole), period, span)
        }
    }
}

/// What is known of a member, or of the total, without its place among the others. `chosen` as for [`breakdown`].
pub fn entry(
    dataset: &Dataset,
    chosen: Option<&Cube>,
    member: Option<MemberId>,
    period: Period,
    span: Span,
) -> Entry {
    match dataset {
        Dataset::Published(ledger) => {
            let cell = member.map_or(Cell::total(period, span), |m| Cell::member(period, span, m));
            Entry::of(ledger, member.into_iter().collect(), cell)
        }
        Dataset::Recorded(sums) => recorded::entry(chosen.unwrap_or(&sums.whole), member, period, span),
    }
}

fn published(ledger: &Ledger, period: Period, span: Span) -> Breakdown {
    let total = |span| Entry::of(ledger, Vec::new(), Cell::total(period, span));
    Breakdown {
        period,
        span,
        total: total(Span::Month),
        ytd: total(Span::Ytd),
        whole: total(span),
        rankings: DimensionMap::from_fn(|dimension| ranking(ledger, period, span, dimension)),
    }
}
