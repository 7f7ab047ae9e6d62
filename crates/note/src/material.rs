//! What a note is written from.

use breakdown::{Breakdown, Dataset, Point, breakdown, series};
use model::{Against, Catalogue, Chosen, Dimension, Frequency, Period, Span, Unit};
use records::Cube;
use view::{Section, View};

/// What is known of a month and of the months around it.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    /// Where the figures come from.
    pub dataset: &'a Dataset,
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
    /// The first and the last month of the dataset.
    pub coverage: Option<(Period, Period)>,
}

impl<'a> Material<'a> {
    /// From a dataset; `chosen` are the sums of the rows that count, where not all do.
    pub fn new(dataset: &'a Dataset, chosen: Option<&Cube>, period: Period) -> Material<'a> {
        let of = |period, span| breakdown(dataset, chosen, period, span);
        let catalogue = dataset.catalogue();
        Material {
            dataset,
            catalogue,
            link: catalogue.id.clone(),
            chosen: Default::default(),
            month: of(period, Span::Month),
            before: of(period.plus(-1), Span::Month),
            ytd: of(period, Span::Ytd),
            series: series(dataset, chosen),
            coverage: dataset.months(),
        }
    }

    /// The month.
    pub fn period(&self) -> Period {
        self.month.period
    }

    /// How long the periods are.
    pub fn frequency(&self) -> Frequency {
        self.period().frequency()
    }

    /// Whether trade is measured by value, because nothing is weighed.
    pub fn is_by_value(&self) -> bool {
        self.dataset.subject().unit != Unit::Tonnes
    }

    /// Whether it is a February, which is told together with its January.
    pub fn is_february(&self) -> bool {
        self.frequency() == Frequency::Monthly && self.period().month() == 2
    }

    /// Whether all members of a dimension count.
    pub fn is_of_all(&self, dimension: Dimension) -> bool {
        self.catalogue.chosen(&self.chosen, dimension).next().is_none()
    }

    /// Whether the month is a February that is told together with its January: the two are released and read together.
    pub fn tells_two_months(&self) -> bool {
        let both = &self.ytd.ytd.quantity;
        self.is_february() && both.as_ref().is_ok_and(|both| both.bounds.high > 0.0)
    }

    /// The breakdown that tells of a dimension, and what it compares with: the month, or January and
    /// February together, which are released and read together, where that tells as much.
    pub fn broken_down(&self, dimension: Dimension) -> (&Breakdown, Against) {
        let sized = |b: &Breakdown| b.ranking(dimension).entries.iter().any(|e| e.quantity.is_ok());
        match self.is_february() && sized(&self.ytd) {
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
