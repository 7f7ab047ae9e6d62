//! Random true records, and a ledger of claims that are printed from them: rounded, cut, or both.

use dataset::read_ledger;
use ledger::Ledger;
use model::{Cell, Dimension, MemberId, MemberIndex, Period, Span};
use serde_json::{Value, json};

/// Months of the records.
const MONTHS: i32 = 27;
/// Claims that are printed of them, at least, and how many more at most.
const CLAIMS: (usize, u64) = (5, 12);
const PLACES: usize = 5;

/// What was exported: kilograms by month, product, destination. Registration locations are told by
/// destination, so that they sum to the same totals.
pub struct Truth {
    first: Period,
    kilograms: Vec<[[u64; PLACES]; 2]>,
}

/// Numbers that look random: splitmix64 (Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
}

fn member(dimension: Dimension, place: usize) -> MemberId {
    MemberId { dimension, index: MemberIndex::new(place).unwrap() }
}

impl Truth {
    /// Tonnes of a cell; `None` outside of the records.
    pub fn tonnes(&self, cell: Cell) -> Option<f64> {
        let mut sum = 0;
        for period in cell.span.first(cell.period).to(cell.period) {
            let month = self.kilograms.get(usize::try_from(period.since(self.first)).ok()?)?;
            for (product, places) in month.iter().enumerate() {
                for (place, kilograms) in places.iter().enumerate() {
                    let here = match cell.place {
                        None => true,
                        Some(m) if m.dimension == Dimension::Destination => m.index.place() == place,
                        Some(m) => m.index.place() == place % 3,
                    };
                    if cell.product.is_none_or(|p| p.place() == product) && here {
                        sum += kilograms;
                    }
                }
            }
        }
        Some(sum as f64 / 1000.0)
    }

    /// Places of a list, the largest first, without ties.
    fn order(&self, period: Period, span: Span, dimension: Dimension, count: usize) -> Option<Vec<usize>> {
        let size = |index: usize| self.tonnes(Cell::member(period, span, member(dimension, index)));
        let mut sizes: Vec<(usize, f64)> = (0..count).map(|i| Some((i, size(i)?))).collect::<Option<_>>()?;
        sizes.sort_by(|a, b| b.1.total_cmp(&a.1));
        sizes.windows(2).all(|w| w[0].1 > w[1].1).then(|| sizes.into_iter().map(|(i, _)| i).collect())
    }
}

const CODES: [[&str; PLACES]; 2] = [["AAA", "BBB", "CCC", "DDD", "EEE"], ["11", "12", "13", "", ""]];

/// Random records and what is printed of them. `errors` of the claims, whose ids begin with `wrong.`, are off by
/// more than any rounding.
pub fn printed(seed: u64, errors: usize) -> (Ledger, Truth) {
    let mut random = Random(seed);
    let first = Period::new(2023, 1).unwrap();
    // Small tonnages, large ones, and none: what is cut or rounded matters in all of them.
    let size = 10u64.pow(3 + random.below(5) as u32);
    let mut one = || if random.below(8) == 0 { 0 } else { random.below(size) };
    let kilograms: Vec<[[u64; PLACES]; 2]> =
        (0..MONTHS).map(|_| std::array::from_fn(|_| std::array::from_fn(|_| one()))).collect();
    let truth = Truth { first, kilograms };
    let mut claims = Vec::new();
    let count = CLAIMS.0 + random.below(CLAIMS.1) as usize;
    while claims.len() < count {
        claims.extend(claim(&truth, &mut random, claims.len()));
    }
    for error in 0..errors {
        let at = random.below(claims.len() as u64) as usize;
        let claim = &mut claims[at];
        let value = claim["value"].as_f64().unwrap_or_default();
        if claim.get("step").is_some() {
            claim["value"] = json!(((value * 1.7 + 50.0) * 1000.0).round() / 1000.0);
            claim["step"] = json!(0.001);
            claim["id"] = json!(format!("wrong.{error}"));
        }
    }
    let member = |code: &&str| json!({"code": code, "name": {"en": code}});
    let dataset = json!({
        "format": "tonnage/published-figures", "version": "1.0", "id": "test",
        "title": {"en": "Test"}, "commodity": {"en": "wire"},
        "reporter": {"code": "CHN", "name": {"en": "China"}}, "flow": "export",
        "products": [{"code": "01", "name": {"en": "One"}}, {"code": "02", "name": {"en": "Two"}}],
        "destinations": CODES[0].iter().map(member).collect::<Vec<_>>(),
        "registration_locations": CODES[1].iter().take(3).map(member).collect::<Vec<_>>(),
        "articles": [{"id": "a", "publisher": "P", "subject": "S", "read_in_full": true, "claims": claims}]
    });
    let reading = read_ledger(dataset.to_string().as_bytes());
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    (reading.read.unwrap(), truth)
}

/// A number as it is printed: halves away from zero, or cut where that is allowed.
fn print(value: f64, step: f64, cut: bool) -> f64 {
    let steps = value / step;
    // The truth has whole kilograms: what is a hair below a step is on it.
    let whole = if cut { (steps.abs() + 1e-9).floor() * steps.signum() } else { steps.round() };
    format!("{:.3}", whole * step).parse().unwrap()
}

/// One claim, when it can be made.
fn claim(truth: &Truth, random: &mut Random, id: usize) -> Option<Value> {
    let period = truth.first.plus(12 + random.below(MONTHS as u64 - 12) as i32);
    let ytd = random.below(3) == 0;
    let span = if ytd { Span::Ytd } else { Span::Month };
    let mut claim = json!({
        "id": format!("a.{id}"), "period": period.to_string(), "span": if ytd { "ytd" } else { "month" },
        "printed": "x",
    });
    let mut cell = Cell::total(period, span);
    let dimension = [Dimension::Destination, Dimension::RegistrationLocation][random.below(2) as usize];
    let (name, codes, count) = match dimension {
        Dimension::Destination => ("destination", CODES[0], PLACES),
        _ => ("registration_location", CODES[1], 3),
    };
    match random.below(3) {
        0 => {}
        1 => {
            let product = random.below(2) as usize;
            cell.product = MemberIndex::new(product);
            claim["product"] = json!(["01", "02"][product]);
        }
        _ => {
            let index = random.below(count as u64) as usize;
            cell.place = Some(member(dimension, index));
            claim["dimension"] = json!(name);
            claim["member"] = json!(codes[index]);
        }
    }
    let now = truth.tonnes(cell)?;
    let before = |months: i32| truth.tonnes(cell.at(period.plus(-months)));
    let step = |random: &mut Random| [100.0, 10.0, 1.0, 0.1, 0.001][random.below(5) as usize];
    let percent = |random: &mut Random| [1.0, 0.1, 0.01][random.below(3) as usize];
    let growth = |before: f64| (before > 0.0).then(|| (now / before - 1.0) * 100.0);
    let (measure, value, step) = match random.below(9) {
        0 | 1 => {
            let step = step(random);
            ("quantity", print(now, step, random.below(2) == 0), Some(step))
        }
        2 => {
            let step = step(random);
            ("quantity_year_before", print(before(12)?, step, random.below(2) == 0), Some(step))
        }
        3 => {
            let whole = truth.tonnes(cell.whole())?;
            let step = percent(random);
            let share = (!cell.is_total() && whole > 0.0).then_some(now / whole * 100.0)?;
            ("share", print(share, step, false), Some(step))
        }
        4 if !ytd => {
            let step = percent(random);
            ("mom_percent", print(growth(before(1)?)?, step, false), Some(step))
        }
        5 => {
            let step = percent(random);
            ("yoy_percent", print(growth(before(12)?)?, step, false), Some(step))
        }
        6 if !ytd => {
            let step = step(random);
            ("mom_absolute", print(now - before(1)?, step, random.below(2) == 0), Some(step))
        }
        7 => {
            let index = cell.place.filter(|p| p.dimension == dimension)?.index.place();
            let order = truth.order(period, span, dimension, count)?;
            let place = 1 + order.iter().position(|i| *i == index)?;
            match random.below(2) {
                0 => ("rank", place as f64, None),
                _ => ("within_top", (place + random.below(2) as usize) as f64, None),
            }
        }
        8 => {
            claim.as_object_mut()?.retain(|key, _| !matches!(key.as_str(), "product" | "member"));
            claim["dimension"] = json!(name);
            let traded = (0..count).filter(|index| {
                let member = member(dimension, *index);
                truth.tonnes(Cell::member(period, span, member)).is_some_and(|t| t > 0.0)
            });
            ("count", traded.count() as f64, None)
        }
        _ => return None,
    };
    claim["measure"] = json!(measure);
    claim["value"] = json!(value);
    if let Some(step) = step {
        claim["step"] = json!(step);
    }
    Some(claim)
}
