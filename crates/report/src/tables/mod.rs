//! What the page shows as tables that somebody takes away: tidy, a line a thing, with columns whose names are stable
//! (`docs/dataset.md`, "Files of tables"). The crate `takeaway` writes them.

mod by_value;
mod changes;
mod claims;
mod cross;
mod figure;
mod months;
mod ranking;
mod rows;
mod series;

pub use claims::claims_table;
pub use rows::rows_table;

use breakdown::{Dataset, breakdown};
use by_value::by_value;
use figure::Rests;
use i18n::{TakenWords, coverage_sentences, publication, scope};
use model::{Catalogue, Chosen, Dimension, MemberId, Period, Span, Unit};
use records::{Coverage, Cross, Cube, Provenance};
use takeaway::{About, Cell, Column, Format, Table};
use view::{Section, View, resolve_compared, resolve_member};

/// What tables are made of: a month of a dataset, as the page shows it.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    /// For the names of members, and for what a table is about.
    pub words: &'a dyn TakenWords,
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The sums of the rows that count, where not all of a dataset of records do.
    pub chosen: Option<&'a Cube>,
    /// The codes of the members that count then.
    pub only: &'a Chosen,
    /// The month.
    pub period: Period,
    /// The months that are summed.
    pub span: Span,
}

impl<'a> Tables<'a> {
    /// The table of a view's section, or of the members that are compared there; `None` for a section without figures,
    /// and where what it is about is not there. `cross` are the sums that the cross table needs.
    pub fn of_view(&self, view: &View, compared: bool, cross: Option<&Cross>) -> Option<Table<'a>> {
        let catalogue = self.catalogue();
        match view.section {
            Section::Ranking(dimension) if compared => {
                let members = resolve_compared(view, catalogue).0;
                let members: Vec<MemberId> =
                    members.into_iter().filter(|m| m.dimension == dimension).collect();
                (!members.is_empty()).then(|| self.months(&members))
            }
            Section::Ranking(dimension) => {
                let breakdown = breakdown(self.dataset, self.chosen, self.period, self.span);
                Some(self.ranking(&breakdown, &[dimension]))
            }
            Section::Trend | Section::Season | Section::Prices => Some(self.months(&[])),
            Section::Member => {
                let member = resolve_member(view.member.as_ref()?, catalogue)?;
                Some(self.months(&[member]))
            }
            Section::Changes => Some(self.changes(view.against.of(self.period, self.span))),
            Section::Cross => cross.map(|cross| self.crossed(cross)),
            Section::Check => claims_table(self.words, self.dataset),
            Section::Overview | Section::Sources | Section::Note | Section::CheckNote => None,
        }
    }

    /// The name of the file of such a table: `sinks-2025-04-month-destinations.csv`.
    pub fn file_name(&self, view: &View, compared: bool, format: Format) -> String {
        let dataset = view.dataset.as_deref().unwrap_or(&self.catalogue().id);
        let (period, span, section) = (self.period, self.span.name(), view.section.name());
        let compared = if compared { "-compared" } else { "" };
        format!("{dataset}-{period}-{span}-{section}{compared}{}", format.ending())
    }

    fn catalogue(&self) -> &'a Catalogue {
        self.dataset.catalogue()
    }

    fn name(&self, member: MemberId) -> &'a str {
        i18n::member_name(self.words, self.catalogue(), member)
    }

    fn code(&self, member: MemberId) -> &'a str {
        self.catalogue().member(member).map_or("", |member| &member.code)
    }

    /// What stands in the last column of every line.
    fn remark(&self) -> Cell<'a> {
        Cell::text(if self.dataset.is_synthetic() { "synthetic" } else { "" })
    }

    /// Months of a line: the month and what is summed.
    fn months_of_line(&self) -> [Cell<'a>; 2] {
        [Cell::text(self.period.to_string()), Cell::text(self.span.name())]
    }

    /// A table of lines that are made, with what it is about.
    fn table(
        &self,
        name: &str,
        period: String,
        rests: &Rests,
        columns: Vec<Column>,
        rows: Vec<Vec<Cell<'a>>>,
    ) -> Table<'a> {
        let (columns, rows) = match self.dataset.subject().unit {
            Unit::Money(currency) => by_value(columns, rows, currency),
            _ => (columns, rows),
        };
        let about = About {
            table: name.to_owned(),
            period,
            span: self.span.name().to_owned(),
            only: scope(self.words, self.catalogue(), self.only).trim().to_owned(),
            sources: self.sources(rests),
            ..about(self.words, self.dataset)
        };
        Table { about, columns, rows: Box::new(rows.into_iter()) }
    }

    /// Where the figures are from: of published ones the articles that the table rests on.
    fn sources(&self, rests: &Rests) -> Vec<String> {
        match self.dataset {
            Dataset::Recorded(sums) => sums.provenance.sources.clone(),
            Dataset::Published(ledger) => {
                let articles =
                    ledger.articles.iter().enumerate().filter(|(place, _)| rests.articles.contains(place));
                let told = articles.map(|(_, article)| {
                    let named = [publication(self.words, article), article.subject.clone()];
                    let address = article.url.clone();
                    let parts: Vec<String> =
                        named.into_iter().chain(address).filter(|part| !part.is_empty()).collect();
                    parts.join(" · ")
                });
                told.collect()
            }
        }
    }
}

/// What every table of a dataset is about.
fn about(words: &dyn TakenWords, dataset: &Dataset) -> About {
    let recorded = dataset.sums().map(|sums| (&sums.provenance, &sums.whole.coverage));
    About {
        unit: words.measured(dataset.subject().unit),
        ..about_dataset(words, dataset.catalogue(), recorded)
    }
}

/// The same by its parts: of records where they come from and what they cover.
fn about_dataset(
    words: &dyn TakenWords,
    catalogue: &Catalogue,
    recorded: Option<(&Provenance, &Coverage)>,
) -> About {
    let of_rows = |(provenance, coverage): (&Provenance, &Coverage)| {
        let not_covered = coverage_sentences(words, catalogue, coverage);
        not_covered.into_iter().chain(provenance.remarks.iter().cloned()).collect()
    };
    let is_synthetic = recorded.is_some_and(|(provenance, _)| provenance.synthetic);
    About {
        title: words.name(&catalogue.title).to_owned(),
        dataset: catalogue.id.clone(),
        reporter: words.name(&catalogue.reporter).to_owned(),
        flow: catalogue.flow.name().to_owned(),
        sources: recorded.map(|(provenance, _)| provenance.sources.clone()).unwrap_or_default(),
        notes: recorded.map(of_rows).unwrap_or_default(),
        licence: words.belongs(recorded.is_some()).to_owned(),
        synthetic: if is_synthetic { words.made_up_by_program().to_owned() } else { String::new() },
        ..About::default()
    }
}

/// A dimension's name in a table.
fn dimension_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "product",
        Dimension::Destination => "destination",
        Dimension::RegistrationLocation => "registration_location",
        Dimension::TradeMode => "trade_mode",
    }
}
