//! What a ledger's claims leave together: which of them are set aside, and between what every quantity is.
//!
//! The crate `settle` works it out. It takes seconds and a linear programme, so that it is kept beside the
//! dataset, or made by a worker, and not where pages are drawn.

use model::{Cell, Interval, Numbering};

/// One end of a quantity's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// The least value.
    Low,
    /// The greatest value.
    High,
}

impl End {
    /// Both.
    pub const BOTH: [End; 2] = [End::Low, End::High];
}

/// What can be a quantity, given every claim that is not set aside.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledCell {
    /// Which one.
    pub cell: Cell,
    /// Tonnes. The upper end is infinite where nothing bounds it.
    pub bounds: Interval,
    /// The claims that the lower and the upper end rest on: of each statement the first, the most direct
    /// ones first.
    pub behind: [Vec<usize>; 2],
}

/// Claims that cannot hold together, and the one of them that is set aside.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// The claim that is set aside: the first of those that say the same.
    pub aside: usize,
    /// Every claim that says what it says, itself among them.
    pub twins: Vec<usize>,
    /// The claims that it cannot hold together with; each of them is needed.
    pub against: Vec<usize>,
    /// What all others leave for its number.
    pub others_allow: Option<Interval>,
    /// Publications of different days tell one figure, a quantity or a ratio, differently, so that customs may
    /// have revised it in between: `against` has the other print.
    pub may_be_revised: bool,
}

/// What can be said of a printed figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ClaimVerdict {
    /// What the others imply, and the figure is among it.
    Agrees(Interval),
    /// The same, but only if the figure was cut off instead of rounded.
    AgreesIfCut(Interval),
    /// It cannot be true together with others: an index into [`Settlement::contradictions`].
    Contradicts(usize),
    /// Nothing says enough of it.
    NotTested(Untested),
}

/// Why a figure cannot be tested.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Untested {
    /// It is a forecast.
    Forecast,
    /// The article does not say which months it is about.
    UnknownMonths,
    /// No other figure bears on it.
    Alone,
    /// Other figures leave too much room: so much.
    Wide(Interval),
    /// It is of a kind that sizes do not show.
    Kind,
    /// The ledger has too many figures to test each by all others.
    TooMany,
}

/// What the claims of a ledger leave together.
///
/// ```
/// use ledger::{End, Settlement, SettledCell};
/// use model::{Cell, Interval, Span};
///
/// let april = Cell::total("2025-04".parse().unwrap(), Span::Month);
/// let bounds = Interval { low: 21_359.0, high: 21_399.0 };
/// let cells = vec![SettledCell { cell: april, bounds, behind: [vec![0], vec![0, 4]] }];
/// let settlement = Settlement::new(Vec::new(), true, Vec::new(), cells);
/// assert_eq!(settlement.bounds(april), Some(bounds));
/// assert_eq!(settlement.behind(april, End::High), [0, 4]);
/// assert!(!settlement.is_aside(4));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settlement {
    /// What cannot hold together: one for each statement that is set aside.
    pub contradictions: Vec<Contradiction>,
    /// No smaller number of statements could have been set aside. `false` where there was too much to try.
    pub is_smallest: bool,
    /// A verdict for every claim, in the ledger's order.
    pub verdicts: Vec<ClaimVerdict>,
    cells: Vec<SettledCell>,
    index: Numbering,
}

impl Settlement {
    /// A settlement of these cells, each named once.
    pub fn new(
        contradictions: Vec<Contradiction>,
        is_smallest: bool,
        verdicts: Vec<ClaimVerdict>,
        cells: Vec<SettledCell>,
    ) -> Settlement {
        let mut index = Numbering::default();
        for cell in &cells {
            let (_, is_new) = index.number(cell.cell.key(0));
            debug_assert!(is_new, "{cell:?} is settled twice");
        }
        Settlement { contradictions, is_smallest, verdicts, cells, index }
    }

    /// Every quantity that some claim bears on.
    pub fn cells(&self) -> &[SettledCell] {
        &self.cells
    }

    /// What a quantity can be, tonnes; `None` where nothing bears on it.
    pub fn bounds(&self, cell: Cell) -> Option<Interval> {
        self.cell(cell).map(|settled| settled.bounds)
    }

    /// The claims that an end of a quantity's bounds rests on.
    pub fn behind(&self, cell: Cell, end: End) -> &[usize] {
        match (self.cell(cell).map(|settled| &settled.behind), end) {
            (Some([low, _]), End::Low) => low,
            (Some([_, high]), End::High) => high,
            (None, _) => &[],
        }
    }

    /// The contradiction for which a claim is set aside: an index into the list.
    pub fn contradiction_of(&self, claim: usize) -> Option<usize> {
        match self.verdicts.get(claim) {
            Some(ClaimVerdict::Contradicts(index)) => Some(*index),
            _ => None,
        }
    }

    /// Whether a claim is set aside.
    pub fn is_aside(&self, claim: usize) -> bool {
        self.contradiction_of(claim).is_some()
    }

    fn cell(&self, cell: Cell) -> Option<&SettledCell> {
        self.cells.get(self.index.find(cell.key(0))?)
    }
}
