//! The ledger: articles, members and claims, with an index from cell and measure to claims.

use super::claim::{Claim, ClaimSpan, Measure, Subject};
use super::settlement::Settlement;
use super::suspicion::{Suspicion, suspicions};
use model::{Buckets, Catalogue, Cell, Dimension, Figure, MemberId, Period, Span};

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Unique in the dataset.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// What it is about.
    pub subject: String,
    /// Its address: http or https, checked when the dataset was read. `None` where it has none.
    pub url: Option<String>,
    /// The date, `YYYY-MM-DD`, or what is known of it in words.
    pub published: Option<String>,
    /// The article whose text it repeats.
    pub repost_of: Option<String>,
    /// `false`: its end was not read, so figures may be missing.
    pub read_in_full: bool,
    /// A remark of the dataset's keeper.
    pub note: Option<String>,
}

/// A dataset of published figures.
///
/// ```
/// use ledger::{Claim, ClaimSpan, Ledger, Measure, Subject, quantity};
/// use model::{Catalogue, Cell, Period, Span};
///
/// // An article of April: “21,300 t, up 10 % on the month”.
/// let april: Period = "2025-04".parse().unwrap();
/// let claim = |id: &str, measure: Measure, value: f64, step: f64| Claim {
///     id: id.to_owned(),
///     article: 0,
///     span: ClaimSpan::Of(april, Span::Month),
///     product: None,
///     subject: Subject::Total,
///     measure,
///     value,
///     step: Some(step),
///     bound: None,
///     forecast: false,
///     printed: value.to_string(),
///     location: "body".to_owned(),
///     note: None,
/// };
/// let claims = vec![
///     claim("a.1", Measure::Quantity, 21_300.0, 100.0),
///     claim("a.2", Measure::MomPercent, 10.0, 1.0),
/// ];
/// let ledger = Ledger::without_claims(Catalogue::default()).with_claims(claims);
///
/// // March is not printed, but follows: 21,300 t / 1.10, with the room that both roundings leave.
/// let march = quantity(&ledger, Cell::total(april.plus(-1), Span::Month)).unwrap();
/// assert!(march.bounds.contains(19_240.0) && march.bounds.contains(19_540.0));
/// assert!(!march.bounds.contains(19_200.0) && !march.bounds.contains(19_600.0));
/// assert_eq!(march.claims(), [0, 1]);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    /// What it is about.
    pub catalogue: Catalogue,
    /// The publications.
    pub articles: Vec<Article>,
    // Set only together, by `with_claims`.
    pub(crate) claims: Vec<Claim>,
    pub(crate) index: Buckets,
    settlement: Settlement,
    suspicions: Vec<Suspicion>,
}

impl Ledger {
    /// A ledger without claims, to be filled by [`Ledger::with_claims`].
    pub fn without_claims(catalogue: Catalogue) -> Ledger {
        Ledger { catalogue, ..Ledger::default() }
    }

    /// Takes the claims in and indexes them.
    pub fn with_claims(mut self, claims: Vec<Claim>) -> Ledger {
        self.index = Buckets::default();
        for (i, claim) in claims.iter().enumerate() {
            if let Some(cell) = claim.cell().filter(|_| claim.is_figure()) {
                self.index.push(cell.key(claim.measure as u8), i);
            }
        }
        self.settlement = Settlement::default();
        self.suspicions = suspicions(&claims);
        self.claims = claims;
        self
    }

    /// The same ledger with what its claims leave together. Until then every claim stands, and a quantity is
    /// what its own claims say.
    pub fn settled(self, settlement: Settlement) -> Ledger {
        Ledger { settlement, ..self }
    }

    /// Whether it is known what the claims leave together.
    pub fn is_settled(&self) -> bool {
        self.settlement.verdicts.len() == self.claims.len()
    }

    /// What the claims leave together.
    pub fn settlement(&self) -> &Settlement {
        &self.settlement
    }

    /// What is possible of the claims, but odd.
    pub fn suspicions(&self) -> &[Suspicion] {
        &self.suspicions
    }

    /// Whether an article's change of a cell on the month before is its whole quantity: what stood there the
    /// month before was not listed, or zero.
    pub fn changed_by_all(&self, cell: Cell) -> bool {
        let is_of = |claim: &usize| self.claim(*claim).and_then(Claim::cell) == Some(cell);
        self.suspicions.iter().any(|s| matches!(s, Suspicion::WholeIsChange(change, _) if is_of(change)))
    }

    /// Claims that print the number of a claim for the same member in another month.
    fn repeats(&self, claim: usize) -> Vec<usize> {
        let other = |suspicion: &Suspicion| match suspicion {
            Suspicion::SameAgain(a, b) if *a == claim => Some(*b),
            Suspicion::SameAgain(a, b) if *b == claim => Some(*a),
            _ => None,
        };
        self.suspicions.iter().filter_map(other).collect()
    }

    /// Every claim, in the order of the dataset.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The claim of that index, as a figure's basis names it.
    pub fn claim(&self, index: usize) -> Option<&Claim> {
        self.claims.get(index)
    }

    /// The article that prints a claim.
    pub fn article_of(&self, claim: usize) -> Option<&Article> {
        self.articles.get(self.claims.get(claim)?.article)
    }

    /// The figures that articles print for a measure of a cell, one a claim, without those that are set aside.
    /// Those of a title or an address come last: they are shortened for effect, or lose their decimal point.
    pub fn printed(&self, cell: Cell, measure: Measure) -> Vec<Figure> {
        let shortened = |i: &usize| {
            let location = self.claim(*i).map(|c| c.location.as_str());
            matches!(location, Some("title" | "url"))
        };
        let stands = |i: &&usize| !self.settlement.is_aside(**i);
        let claims = self.index.of(cell.key(measure as u8));
        let (last, first): (Vec<usize>, Vec<usize>) =
            claims.iter().filter(stands).partition(|i| shortened(i));
        first.into_iter().chain(last).filter_map(|i| self.as_printed(i)).collect()
    }

    /// The claims that print a measure of a cell and are set aside.
    pub fn set_aside(&self, cell: Cell, measure: Measure) -> Vec<usize> {
        let claims = self.index.of(cell.key(measure as u8));
        claims.iter().copied().filter(|i| self.settlement.is_aside(*i)).collect()
    }

    /// A claim as the figure that it prints; `None` for a measure that a breakdown does not show.
    pub fn as_printed(&self, index: usize) -> Option<Figure> {
        let claim = self.claim(index)?;
        let unit = claim.measure.unit()?;
        let figure = Figure::printed(claim.value, claim.bounds(), unit, claim.decimals(), index);
        Some(Figure { repeats: self.repeats(index), ..figure })
    }

    /// The claims about several members together in a span of months, for one dimension, without those that
    /// are set aside.
    pub fn group_claims(&self, period: Period, span: Span, dimension: Dimension) -> Vec<usize> {
        let about = |c: &Claim| match &c.subject {
            Subject::Members(m) if m.len() > 1 => m.iter().all(|m| m.dimension == dimension),
            _ => false,
        };
        self.claims
            .iter()
            .enumerate()
            .filter(|(_, c)| c.is_figure() && c.span == ClaimSpan::Of(period, span) && about(c))
            .filter(|(i, _)| !self.settlement.is_aside(*i))
            .map(|(i, _)| i)
            .collect()
    }

    /// What articles print for all but exactly these members of a dimension, without those claims that are set
    /// aside.
    pub fn printed_but(
        &self,
        (period, span): (Period, Span),
        members: &[MemberId],
        measure: Measure,
    ) -> Vec<Figure> {
        let about = |c: &Claim| match &c.subject {
            Subject::AllBut(but) => {
                c.product.is_none()
                    && but.iter().all(|m| members.contains(m))
                    && members.iter().all(|m| but.contains(m))
            }
            _ => false,
        };
        let is_of =
            |c: &Claim| c.is_figure() && c.measure == measure && c.span == ClaimSpan::Of(period, span);
        let stands = |i: &usize| !self.settlement.is_aside(*i);
        let all = self.claims.iter().enumerate().filter(|(_, c)| is_of(c) && about(c)).map(|(i, _)| i);
        all.filter(stands).filter_map(|i| self.as_printed(i)).collect()
    }

    /// Whether some claim names a member of the dimension for those months.
    pub fn lists(&self, period: Period, span: Span, dimension: Dimension) -> bool {
        self.catalogue.member_ids(dimension).any(|m| self.names(Cell::member(period, span, m)))
    }

    /// Whether some claim is about exactly this cell.
    pub fn names(&self, cell: Cell) -> bool {
        Measure::NAMES.iter().any(|(_, m)| !self.index.of(cell.key(*m as u8)).is_empty())
    }

    /// The first and the last month that some claim is about; forecasts do not count.
    pub fn coverage(&self) -> Option<(Period, Period)> {
        let claims = self.claims.iter().filter(|c| c.is_figure());
        let months = claims.filter_map(|c| c.span.month());
        let (mut first, mut last) = (None, None);
        for period in months {
            first = Some(first.map_or(period, |f: Period| f.min(period)));
            last = Some(last.map_or(period, |l: Period| l.max(period)));
        }
        first.zip(last)
    }
}
