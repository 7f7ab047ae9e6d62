//! What came of files: what to compare with the source, what was left out and why, and which months are there.

use i18n::{ImportWords, PanelText, SummaryHead, import_problem, summary_facts, whole};
use import::{MonthSummary, Outcome, Sum, Summary, left_out_csv};
use messages::{Cell, Columns, End, Head, Part, Said, Step, Table};
use model::{Frequency, Period};

use crate::{Reply, Session, in_every_language};

impl Session {
    /// The end. Whether the browser keeps the dataset is not known yet.
    pub(crate) fn summary(&self, outcome: &Outcome) -> Reply {
        let said = in_every_language(|words| self.told(words, outcome));
        let left_out = &outcome.summary.left_out_rows;
        let files = (!left_out.is_empty()).then(|| left_out_csv(left_out)).into_iter().collect();
        let end = Some(End { title: self.title.clone(), kept: None });
        Reply { step: Step { said, end }, files, records: None }
    }

    fn told(&self, words: &dyn ImportWords, outcome: &Outcome) -> Said {
        let summary = &outcome.summary;
        let text = |text: PanelText| words.panel(text).to_owned();
        let mut facts = summary_facts(words, summary);
        if let Some(records) = &outcome.records {
            let reporter = words.member_name(&records.catalogue.reporter);
            let trade = words.trade_of(reporter, records.catalogue.flow);
            // Behind the files, each of which has its line.
            facts.insert(summary.files.len(), (words.summary_head(SummaryHead::Trade).to_owned(), trade));
        }
        let mut parts = vec![Part::Facts(facts)];
        let refused = self.refused.iter().map(|(file, why)| match why {
            Some(why) => words.no_columns(file, why),
            None => words.only_columns(file),
        });
        let mut items: Vec<String> = refused.collect();
        items.extend(outcome.problems.iter().map(|problem| import_problem(words, problem)));
        if outcome.more_problems > 0 {
            items.push(words.and_more(outcome.more_problems));
        }
        if !items.is_empty() {
            let title = match outcome.records {
                Some(_) => words.remarks(items.len() as u64),
                None => text(PanelText::WhyNothing),
            };
            parts.push(Part::List { title, items });
        }
        if let Some(table) = left_out(words, summary) {
            parts.extend([Part::Heading(text(PanelText::LeftOut)), Part::Table(table)]);
        }
        if !summary.left_out_rows.is_empty() {
            parts.push(Part::Download {
                label: text(PanelText::LeftOutFile),
                name: format!("{}-left-out.csv", self.title),
                // The dataset comes first.
                attachment: u32::from(outcome.records.is_some()),
            });
        }
        if !summary.months.is_empty() {
            parts.push(Part::Heading(text(PanelText::Coverage)));
            parts.push(Part::Table(months(words, &summary.months)));
            parts.push(Part::Note(text(PanelText::CoverageMarks)));
        }
        let used = summary.files.iter().filter_map(|file| self.kept_of(file.mapped_by?));
        let (kept, note) = match self.chosen.is_empty() {
            true => (used.collect(), PanelText::ColumnsKept),
            false => (self.chosen.clone(), PanelText::ColumnsWillBeKept),
        };
        if !kept.is_empty() {
            parts.push(Part::Note(text(note)));
            parts.push(Part::Again { label: text(PanelText::ForgetColumns), columns: Columns::Forget(kept) });
        }
        if summary.files.iter().any(|file| file.origin.is_some()) {
            parts.push(Part::Again {
                label: text(PanelText::CheckColumns),
                columns: Columns::Check(self.sheets.clone()),
            });
        }
        Said { parts, go_on: None }
    }

    /// A mapping that was kept, as it is written; `None` for one that came with the files.
    fn kept_of(&self, mapped_by: usize) -> Option<String> {
        Some(self.mappings.get(mapped_by).filter(|_| mapped_by >= self.mappings_brought)?.write())
    }
}

fn cell(text: String) -> Cell {
    Cell { text, told: None }
}

fn heads(names: impl IntoIterator<Item = impl Into<String>>) -> Vec<Head> {
    names.into_iter().map(|name| Head { name: name.into(), lists: Vec::new() }).collect()
}

/// The rows that were not added, by reason; `None` where all were.
fn left_out(words: &dyn ImportWords, summary: &Summary) -> Option<Table> {
    let row = |(why, sum): (_, &Sum)| {
        let texts = [
            words.left_out_reason(why).to_owned(),
            whole(sum.rows),
            words.kilograms(sum.quantity),
            whole(sum.value),
            words.first_places(&sum.first),
        ];
        texts.map(cell).into()
    };
    let mut rows: Vec<Vec<Cell>> = summary.left_out.iter().map(|(why, sum)| row((*why, sum))).collect();
    let counts = [summary.rows_twice, summary.rows_faulty];
    for (reason, count) in words.other_reasons().into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        let none = String::new;
        rows.push([reason.to_owned(), whole(count), none(), none(), none()].map(cell).into());
    }
    (!rows.is_empty()).then(|| Table {
        caption: words.panel(PanelText::LeftOut).to_owned(),
        heads: heads(words.left_out_heads()),
        rows,
    })
}

/// A row a year, with a mark for each of its months or quarters, or for itself.
fn months(words: &dyn ImportWords, months: &[MonthSummary]) -> Table {
    let frequency = months.first().map_or_else(Frequency::default, |first| first.month.frequency());
    let mut years: Vec<i32> = months.iter().map(|month| month.month.year()).collect();
    years.dedup();
    let of_year = move |year: i32| (1..=12).filter_map(move |place| Period::of_year(frequency, year, place));
    let mark = |period: Period| {
        let found = months.iter().find(|month| month.month == period);
        let mark = match found {
            None => "–",
            Some(MonthSummary { rows: 0, incomplete: 0, not_covered: 0, .. }) => "□",
            Some(MonthSummary { incomplete: 0, not_covered: 0, .. }) => "■",
            Some(_) => "◧",
        };
        Cell { text: mark.to_owned(), told: Some(words.coverage_of(found)) }
    };
    let row = |year: i32| {
        let mut cells = vec![cell(year.to_string())];
        cells.extend(of_year(year).map(mark));
        cells
    };
    let name = |period: Period| match words.month_on_axis(period, false) {
        // A year has no name within itself.
        "" => words.panel(PanelText::Coverage),
        name => name,
    };
    let names = years.first().into_iter().flat_map(|year| of_year(*year)).map(name);
    Table {
        caption: words.panel(PanelText::Coverage).to_owned(),
        heads: heads(std::iter::once(words.year_head()).chain(names)),
        rows: years.into_iter().map(row).collect(),
    }
}
