//! A number that knows how sure it is and where it came from.

use serde::{Deserialize, Serialize};

use super::{Cell, Fitted, Frequency, Interval, each_once, fit, sort_list};

/// What a value is counted in. Values of two currencies are never added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    /// US dollars.
    Usd,
    /// Renminbi yuan.
    Cny,
    /// Euros.
    Eur,
    /// Pounds sterling.
    Gbp,
    /// Japanese yen.
    Jpy,
    /// Korean won.
    Krw,
    /// Indian rupees.
    Inr,
    /// Brazilian reais.
    Brl,
}

impl Currency {
    /// Every currency with its ISO 4217 code.
    pub const NAMES: [(&'static str, Currency); 8] = [
        ("USD", Currency::Usd),
        ("CNY", Currency::Cny),
        ("EUR", Currency::Eur),
        ("GBP", Currency::Gbp),
        ("JPY", Currency::Jpy),
        ("KRW", Currency::Krw),
        ("INR", Currency::Inr),
        ("BRL", Currency::Brl),
    ];

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Usd => "USD",
            Currency::Cny => "CNY",
            Currency::Eur => "EUR",
            Currency::Gbp => "GBP",
            Currency::Jpy => "JPY",
            Currency::Krw => "KRW",
            Currency::Inr => "INR",
            Currency::Brl => "BRL",
        }
    }

    /// The name of a column of values in it, in this project's datasets and rows.
    pub fn value_column(self) -> &'static str {
        match self {
            Currency::Usd => "value_usd",
            Currency::Cny => "value_cny",
            Currency::Eur => "value_eur",
            Currency::Gbp => "value_gbp",
            Currency::Jpy => "value_jpy",
            Currency::Krw => "value_krw",
            Currency::Inr => "value_inr",
            Currency::Brl => "value_brl",
        }
    }
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Tonnes of net weight.
    Tonnes,
    /// Percent: a share or a change.
    Percent,
    /// A place in a ranking, 1 the largest.
    Rank,
    /// A number of months, quarters or years.
    Periods(Frequency),
    /// Money in a currency, FOB or CIF ([`crate::Valuation`]).
    Money(Currency),
    /// Money for a tonne: a unit value.
    PerTonne(Currency),
    /// Percentage points: a part of the total's change.
    Points,
    /// A number of members.
    Count,
    /// A Herfindahl-Hirschman index, from 0 to 10,000.
    Index,
}

impl Unit {
    /// Its name in JSON, the same in every language (`docs/dataset.md`, "A figure").
    pub fn code(self) -> &'static str {
        match self {
            Unit::Tonnes => "t",
            Unit::Percent => "%",
            Unit::Rank => "rank",
            Unit::Periods(Frequency::Monthly) => "months",
            Unit::Periods(Frequency::Quarterly) => "quarters",
            Unit::Periods(Frequency::Annual) => "years",
            Unit::Money(currency) => currency.code(),
            Unit::PerTonne(currency) => match currency {
                Currency::Usd => "USD/t",
                Currency::Cny => "CNY/t",
                Currency::Eur => "EUR/t",
                Currency::Gbp => "GBP/t",
                Currency::Jpy => "JPY/t",
                Currency::Krw => "KRW/t",
                Currency::Inr => "INR/t",
                Currency::Brl => "BRL/t",
            },
            Unit::Points => "pp",
            Unit::Count => "count",
            Unit::Index => "index",
        }
    }

    /// Digits after the point that bounds are written with: at least, and at most.
    pub fn decimals_of_bounds(self) -> (usize, usize) {
        match self {
            Unit::Tonnes | Unit::Points => (0, 4),
            Unit::Percent => (1, 4),
            Unit::Rank
            | Unit::Periods(_)
            | Unit::Count
            | Unit::Index
            | Unit::Money(_)
            | Unit::PerTonne(_) => (0, 0),
        }
    }
}

/// A number with its bounds and its origin.
///
/// ```
/// use model::{Figure, Interval, Rule, Unit};
///
/// // Claim 0 prints 2,628.7 t for a member, claim 1 prints 21,300 t for all.
/// let part = Figure::printed(2_628.7, Interval::rounded_or_cut(2_628.7, 0.1), Unit::Tonnes, 1, 0);
/// let whole = Figure::printed(21_300.0, Interval::rounded_or_cut(21_300.0, 100.0), Unit::Tonnes, 0, 1);
/// let bounds = part.bounds.map2(whole.bounds, |part, whole| part / whole * 100.0).unwrap();
/// let share = Figure::derived(Rule::PartOfWhole, 12.34, bounds, Unit::Percent, vec![part, whole]).unwrap();
/// assert!(share.bounds.contains(12.3) && !share.bounds.contains(12.4));
/// assert_eq!(share.claims(), [0, 1]);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The best single number: as printed, or computed from printed numbers. Inside the bounds.
    pub value: f64,
    /// What the number can be, by all that is known.
    pub bounds: Interval,
    /// What it can be by its own form or its own step alone. Never narrower than `bounds`.
    pub own: Interval,
    /// What it counts.
    pub unit: Unit,
    /// Digits after the point that the printed form has, or that its inputs support.
    pub decimals: usize,
    /// How it is known.
    pub basis: Basis,
    /// Other ways to the same number.
    pub checks: Vec<Figure>,
    /// A quantity of which all claims together leave less than `own`: its cell.
    pub implied: Option<Cell>,
    /// Claims that print this number and are set aside, because they cannot be true together with others;
    /// and those that it rests on, where nothing else is known.
    pub aside: Vec<usize>,
    /// Claims that print the very same number for the same member in another month.
    pub repeats: Vec<usize>,
}

/// How a number is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Basis {
    /// Printed, in the same form, by these claims: indices into the ledger's list.
    Printed(Vec<usize>),
    /// The exact sum of a dataset's rows.
    Recorded,
    /// Computed from other figures, in the order that the rule names.
    Derived(Rule, Vec<Figure>),
}

/// How one figure follows from others. Each variant names its inputs in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// Base of a change in tonnes: later figure − change.
    LessChange,
    /// Base of a growth: later figure / (1 + growth).
    OverGrowth,
    /// Earlier figure + change.
    PlusChange,
    /// Earlier figure × (1 + growth).
    TimesGrowth,
    /// Share × whole.
    ShareOfWhole,
    /// Month: year to date − year to date of the month before.
    LessYearToDateBefore,
    /// Year to date: year to date of the month before + month.
    YearToDateBeforePlusMonth,
    /// January, which is its own year to date.
    January,
    /// All products: their sum.
    SumOfProducts,
    /// Later figure − earlier figure.
    Difference,
    /// Change in tonnes: figure × growth / (1 + growth).
    ChangeFromGrowth,
    /// Growth: change / (figure − change).
    GrowthFromChange,
    /// Growth: later figure / earlier figure − 1.
    Growth,
    /// Share: part / whole.
    PartOfWhole,
    /// Whole − all listed parts.
    Remainder,
    /// Sum of the listed parts.
    SumOfParts,
    /// Place by size among the listed, and how many unlisted ones could be larger.
    Order,
    /// Months in a row in first place, counted back from this one.
    Counted,
    /// Unit value: value / quantity.
    ValuePerTonne,
    /// Contribution: change of the part / whole before, in percentage points.
    PartOfChange,
    /// The part of a change in value that the quantity made: change of quantity × mean unit value.
    VolumeEffect,
    /// The part of a change in value that the unit value made: its change × mean quantity.
    PriceEffect,
    /// Share of the three largest.
    TopThree,
    /// Sum of the squares of all shares, in percent.
    SquaredShares,
    /// How many members have anything.
    HowMany,
    /// What all printed figures together leave; the inputs are those that the bounds rest on.
    Implied,
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Missing {
    /// No article prints it, and no two printed figures give it.
    NotPublished,
    /// Articles list other members of the dimension for that month, not this one.
    NotListed,
    /// An article gives a change as large as the quantity after it: it took what was not listed for zero, or
    /// it was zero.
    NotListedOrZero,
    /// The records have no rows of some of these months.
    NotCovered,
    /// The records of some of these months are incomplete: their file was cut.
    Incomplete,
    /// The month is later than the last one that the dataset covers.
    NotYetReleased,
    /// The earlier figure is zero, or may be: a percentage of it has no meaning.
    ZeroBase,
    /// Months in first place are counted only for the first.
    NotFirst,
    /// The question does not arise: the total has no share of itself, a year to date no month
    /// before.
    NotApplicable,
}

/// A number, or the reason why there is none. Never a silent zero, never NaN.
pub type Answer = Result<Figure, Missing>;

impl Figure {
    /// A figure that some claim prints.
    pub fn printed(value: f64, bounds: Interval, unit: Unit, decimals: usize, claim: usize) -> Figure {
        Figure {
            value,
            bounds,
            own: bounds,
            unit,
            decimals,
            basis: Basis::Printed(vec![claim]),
            checks: Vec::new(),
            implied: None,
            aside: Vec::new(),
            repeats: Vec::new(),
        }
    }

    /// The exact sum of rows.
    pub fn recorded(value: f64, unit: Unit, decimals: usize) -> Figure {
        let bounds = Interval { low: value, high: value };
        Figure {
            value,
            bounds,
            own: bounds,
            unit,
            decimals,
            basis: Basis::Recorded,
            checks: Vec::new(),
            implied: None,
            aside: Vec::new(),
            repeats: Vec::new(),
        }
    }

    /// The sum of rows of a file that was cut: as much, or more.
    pub fn recorded_at_least(value: f64, unit: Unit, decimals: usize) -> Figure {
        let bounds = Interval { low: value, high: f64::INFINITY };
        Figure { bounds, own: bounds, ..Figure::recorded(value, unit, decimals) }
    }

    /// Whether it is the sum of rows of a file that was cut.
    pub fn is_incomplete(&self) -> bool {
        self.basis == Basis::Recorded && self.bounds.high.is_infinite()
    }

    /// An exact figure that follows from others; `None` for what is no number.
    pub fn exact(rule: Rule, value: f64, unit: Unit, from: Vec<Figure>) -> Option<Figure> {
        Figure::derived(rule, value, Interval { low: value, high: value }, unit, from)
    }

    /// A figure that follows from others. `value` is moved inside the bounds; a tonnage loses the
    /// part of its bounds that is below zero when `signed` is false. `None` when nothing is left.
    pub fn derived(
        rule: Rule,
        value: f64,
        bounds: Interval,
        unit: Unit,
        from: Vec<Figure>,
    ) -> Option<Figure> {
        if !value.is_finite() {
            return None;
        }
        let decimals = match unit {
            Unit::Percent => 1,
            Unit::Rank
            | Unit::Periods(_)
            | Unit::Count
            | Unit::Index
            | Unit::Money(_)
            | Unit::PerTonne(_) => 0,
            Unit::Points => 2,
            Unit::Tonnes if bounds.width() >= 1.0 => 0,
            Unit::Tonnes => from.iter().map(|f| f.decimals).max().unwrap_or(0),
        };
        let rests = from.iter().filter(|f| f.rests_on_aside()).flat_map(|f| f.aside.clone());
        let aside = each_once(&rests.collect::<Vec<_>>());
        Some(Figure {
            value: bounds.nearest(value),
            bounds,
            own: bounds,
            unit,
            decimals,
            basis: Basis::Derived(rule, from),
            checks: Vec::new(),
            implied: None,
            aside,
            repeats: Vec::new(),
        })
    }

    /// Whether it stands in an article in this form.
    pub fn is_printed(&self) -> bool {
        matches!(self.basis, Basis::Printed(_))
    }

    /// Whether it is computed from other figures, not printed or recorded itself.
    pub fn is_computed(&self) -> bool {
        matches!(self.basis, Basis::Derived(..))
    }

    /// Whether its bounds leave one number alone. Outward rounding makes what is exact a few last bits wide.
    pub fn is_exact(&self) -> bool {
        self.bounds.width() <= self.value.abs() * 1e-9
    }

    /// Whether it follows from what was reported, or is not known exactly: what a number's line on the page says.
    /// An exact sum of rows, and what follows from such sums alone, has none.
    pub fn is_marked(&self) -> bool {
        !self.is_printed() && (!self.is_exact() || self.rests_on_claims())
    }

    fn rests_on_claims(&self) -> bool {
        match &self.basis {
            Basis::Printed(_) => true,
            Basis::Recorded => false,
            Basis::Derived(_, from) => from.iter().any(Figure::rests_on_claims),
        }
    }

    /// Whether it rests on a claim that is set aside, because nothing else is known.
    pub fn rests_on_aside(&self) -> bool {
        match &self.basis {
            Basis::Printed(claims) => claims.iter().any(|claim| self.aside.contains(claim)),
            Basis::Recorded => false,
            Basis::Derived(_, from) => from.iter().any(Figure::rests_on_aside),
        }
    }

    /// Whether a claim that prints it, or that it rests on, is set aside.
    pub fn is_doubtful(&self) -> bool {
        !self.aside.is_empty()
    }

    /// Whether it is printed, and the print stands.
    pub fn may_be_quoted(&self) -> bool {
        self.is_printed() && !self.rests_on_aside()
    }

    /// The figure with narrower bounds. A computed number is moved inside; a printed one, which may be cut
    /// off, stays as it is printed.
    pub fn within(mut self, bounds: Interval) -> Figure {
        let Some(both) = self.bounds.and(bounds) else { return self };
        self.bounds = both;
        if !self.is_printed() {
            self.value = both.nearest(self.value);
        }
        self
    }

    /// The figure without its checks, as an input of another.
    pub fn bare(&self) -> Figure {
        Figure { checks: Vec::new(), ..self.clone() }
    }

    /// Every claim that the figure rests on, sorted, each once.
    pub fn claims(&self) -> Vec<usize> {
        let mut claims = Vec::new();
        self.collect_claims(&mut claims);
        each_once(&claims)
    }

    fn collect_claims(&self, into: &mut Vec<usize>) {
        match &self.basis {
            Basis::Printed(claims) => into.extend(claims),
            Basis::Recorded => {}
            Basis::Derived(_, from) => from.iter().for_each(|f| f.collect_claims(into)),
        }
    }

    /// Whether `self` says nothing that `other` did not: it rests on every claim that `other` does.
    fn repeats(&self, other: &Figure) -> bool {
        let mine = self.claims();
        !mine.is_empty() && other.claims().iter().any(|c| mine.contains(c)) && {
            let theirs = other.claims();
            theirs.iter().all(|c| mine.contains(c))
        }
    }
}

/// The finest place value of a ratio that is worth showing.
const FINEST_RATIO: f64 = 0.1;

/// Picks the figure to show among several ways to it; the others become its checks, and its bounds are what
/// all of them leave.
///
/// `printed_first`: a printed form wins whatever its precision (quantities); otherwise the narrowest
/// bounds win (ratios, which are often printed more coarsely than they can be computed), unless these leave
/// only a range: then a printed number may be quoted, and a range may not.
pub fn choose(ways: Vec<Figure>, printed_first: bool) -> Option<Figure> {
    let mut ways = merge_same_print(ways);
    // Single precision: the last bits of a width are noise and must not decide between two prints of
    // one step, of which the first counts.
    sort_list(&mut ways, |a, b| {
        let print = |f: &Figure| printed_first && !f.is_printed();
        print(a).cmp(&print(b)).then((a.bounds.width() as f32).total_cmp(&(b.bounds.width() as f32)))
    });
    let quotable = ways.iter().position(Figure::is_printed);
    if let (Some(printed), Some(first)) = (quotable, ways.first())
        && !matches!(fit(first, FINEST_RATIO), Fitted::Plain { .. })
    {
        let printed = ways.remove(printed);
        ways.insert(0, printed);
    }
    let mut ways = ways.into_iter();
    let mut shown = ways.next()?;
    for other in ways {
        if other.repeats(&shown) || shown.checks.iter().any(|c| other.repeats(c)) {
            continue;
        }
        shown = shown.within(other.bounds);
        shown.checks.push(other);
    }
    Some(shown)
}

/// The same number printed in a title, a summary, a body or a repost is one figure with several
/// claims.
fn merge_same_print(ways: Vec<Figure>) -> Vec<Figure> {
    let mut merged: Vec<Figure> = Vec::with_capacity(ways.len());
    for way in ways {
        let twin = merged.iter_mut().find(|m| m.bounds == way.bounds);
        match (twin.map(|t| &mut t.basis), &way.basis) {
            (Some(Basis::Printed(all)), Basis::Printed(more)) => all.extend(more),
            _ => merged.push(way),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(value: f64, step: f64, claim: usize) -> Figure {
        Figure::printed(value, Interval::rounded(value, step), Unit::Percent, 1, claim)
    }

    fn computed(value: f64, half: f64, claims: &[usize]) -> Figure {
        let bounds = Interval::new(value - half, value + half).unwrap();
        let from = claims.iter().map(|c| printed(1.0, 0.1, *c)).collect();
        Figure::derived(Rule::Growth, value, bounds, Unit::Percent, from).unwrap()
    }

    #[test]
    fn the_narrowest_way_is_shown_and_the_others_are_checks() {
        let shown = choose(vec![printed(12.3, 0.1, 0), computed(12.34, 0.005, &[1, 2])], false).unwrap();
        assert!(!shown.is_printed());
        assert_eq!(shown.checks.len(), 1);
        assert_eq!(shown.bounds, shown.own);
    }

    #[test]
    fn a_print_is_quoted_where_the_narrower_way_leaves_a_range() {
        let shown = choose(vec![printed(12.3, 0.1, 0), computed(12.34, 0.04, &[1, 2])], false).unwrap();
        assert!(shown.is_printed() && shown.value == 12.3);
        // 12.3 is less than 12.35, and the other way is not below 12.30.
        assert_eq!(shown.bounds, shown.own.and(shown.checks[0].bounds).unwrap());
    }

    #[test]
    fn a_printed_quantity_wins_over_a_narrower_derived_one() {
        let shown = choose(vec![computed(12.34, 0.01, &[1]), printed(12.3, 0.1, 0)], true).unwrap();
        assert!(shown.is_printed());
    }

    #[test]
    fn what_rests_on_a_claim_that_is_set_aside_says_so() {
        let aside = Figure { aside: vec![7], ..printed(18.0, 1.0, 7) };
        let vindicated = Figure { aside: vec![7], ..printed(8.4, 0.1, 3) };
        let from = |f: &Figure| Figure::derived(Rule::Growth, 1.0, f.bounds, Unit::Percent, vec![f.clone()]);
        assert!(aside.is_doubtful() && !aside.may_be_quoted());
        assert!(vindicated.is_doubtful() && vindicated.may_be_quoted());
        assert_eq!(from(&aside).unwrap().aside, [7]);
        assert!(!from(&vindicated).unwrap().is_doubtful());
    }

    #[test]
    fn a_way_back_to_the_same_claim_is_no_check() {
        let shown = choose(vec![printed(5.0, 0.1, 0), computed(5.0, 0.3, &[0, 1])], false).unwrap();
        assert!(shown.checks.is_empty());
    }

    #[test]
    fn the_same_print_twice_is_one_figure_with_two_claims() {
        let shown = choose(vec![printed(5.0, 0.1, 3), printed(5.0, 0.1, 7)], false).unwrap();
        assert_eq!(shown.claims(), [3, 7]);
        assert!(shown.checks.is_empty());
    }
}
