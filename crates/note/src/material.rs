//! What a note is written from.

use breakdown::{Breakdown, Point, breakdown, breakdown_of_records, series, series_of_records};
use ledger::Ledger;
use model::{Against, Catalogue, Chosen, Dimension, Period, Span};
use records::{Cube, Provenance};
use view::{Section, View};

/// What is known of a month and of the months around it.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    /// What the dataset is about.
    pub catalogue: &'a Catalogue,
    /// What links call the dataset; the catalogue's id unless it is set.
    pub link: String,
    /// Codes of the members that were chosen, as in [`View::chosen`]; none for all.
    pub chosen: Chosen,
    /// The month.
    pub month: Breakdown,
    /// The month before it.
    pub before: Breakdown,
    /// January up to the month.
    pub ytd: Breakdown,
    /// The monthly totals.
    pub series: Vec<Point>,
    /// Where the figures come from.
    pub origin: Origin<'a>,
    /// The first and the last month of the dataset.
    pub coverage: Option<(Period, Period)>,
}

/// The two kinds of dataset.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// Figures that articles print.
    Published(&'a Ledger),
    /// Complete records.
    Recorded(&'a Provenance),
}

impl<'a> Material<'a> {
    /// From published figures.
    pub fn published(ledger: &'a Ledger, period: Period) -> Material<'a> {
        Material {
            catalogue: &ledger.catalogue,
            link: ledger.catalogue.id.clone(),
            chosen: Default::default(),
            month: breakdown(ledger, period, Span::Month),
            before: breakdown(ledger, period.plus(-1), Span::Month),
            ytd: breakdown(ledger, period, Span::Ytd),
            series: series(ledger),
            origin: Origin::Published(ledger),
            coverage: ledger.coverage(),
        }
    }

    /// From sums of records.
    pub fn recorded(
        catalogue: &'a Catalogue,
        cube: &Cube,
        provenance: &'a Provenance,
        period: Period,
    ) -> Material<'a> {
        let of = |period, span| breakdown_of_records(catalogue, cube, period, span);
        Material {
            catalogue,
            link: catalogue.id.clone(),
            chosen: Default::default(),
            month: of(period, Span::Month),
            before: of(period.plus(-1), Span::Month),
            ytd: of(period, Span::Ytd),
            series: series_of_records(cube),
            origin: Origin::Recorded(provenance),
            coverage: cube.months.first().copied().zip(cube.months.last().copied()),
        }
    }

    /// The month.
    pub fn period(&self) -> Period {
        self.month.period
    }

    /// Whether a program made the data up.
    pub fn is_synthetic(&self) -> bool {
        matches!(self.origin, Origin::Recorded(provenance) if provenance.synthetic)
    }

    /// Whether all members of a dimension count.
    pub fn is_of_all(&self, dimension: Dimension) -> bool {
        self.catalogue.chosen(&self.chosen, dimension).next().is_none()
    }

    /// Whether the data is complete records.
    pub fn is_recorded(&self) -> bool {
        matches!(self.origin, Origin::Recorded(_))
    }

    /// The breakdown that tells of a dimension, and what it compares with: the month, or January and
    /// February together, which are released and read together, where that tells as much.
    pub fn broken_down(&self, dimension: Dimension) -> (&Breakdown, Against) {
        let sized = |b: &Breakdown| b.ranking(dimension).entries.iter().any(|e| e.quantity.is_ok());
        match self.period().month() == 2 && sized(&self.ytd) {
            true => (&self.ytd, Against::YearBefore),
            false => (&self.month, Against::MonthBefore),
        }
    }

    /// The view that shows a part of the month.
    pub fn view(&self, section: Section, span: Span) -> View {
        View {
            dataset: Some(self.link.clone()),
            period: Some(self.period()),
            span,
            section,
            chosen: self.chosen.clone(),
            ..View::default()
        }
    }
}
