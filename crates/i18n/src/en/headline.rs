//! The month in a sentence.

use super::English;
use crate::headline::{Fragment, GROWTH, HeadlineWords, Line};
use crate::{MonthWords, NameWords, look, point};
use breakdown::Breakdown;
use model::{Answer, Catalogue, Figure, Flow, Interval, Period};

impl HeadlineWords for English {
    fn headline(&self, catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment> {
        let mut line = Line::default();
        let period = breakdown.period;
        let reporter = self.name(&catalogue.reporter);
        let commodity = self.name(&catalogue.commodity);
        let (verb, noun) = match catalogue.flow {
            Flow::Export => ("exported", "Exports"),
            Flow::Import => ("imported", "Imports"),
        };
        // Whose trade it is and what is traded may be nowhere said.
        let of_goods = if commodity.is_empty() { String::new() } else { format!(" of {commodity}") };
        match &breakdown.total.quantity {
            Ok(total) => {
                line.text(&match reporter {
                    "" => format!("{noun} came to "),
                    reporter => format!("{reporter} {verb} "),
                });
                line.number(total, look::UNIT);
                doubt(&mut line, total);
                line.text(&format!("{of_goods}{scope} in "));
                line.month(period, self.month(period));
                changes(
                    &mut line,
                    &[
                        (&breakdown.total.mom.percent, period.plus(-1)),
                        (&breakdown.total.yoy.percent, period.plus(-12)),
                    ],
                );
                line.text(".");
            }
            Err(_) => {
                line.text(&match (commodity, reporter) {
                    (_, "") => format!("How much the {}{of_goods}{scope} came to in ", noun.to_lowercase()),
                    ("", reporter) => format!("How much {reporter} {verb}{scope} in "),
                    (commodity, reporter) => format!("How much {commodity} {reporter} {verb}{scope} in "),
                });
                line.month(period, self.month(period));
                line.text(" is not known.");
            }
        }
        line.fragments
    }
}

/// ", down 5.3% on March 2025 and up 8.43% on April 2024"
fn changes(line: &mut Line, changes: &[(&Answer, Period)]) {
    let known = changes.iter().filter_map(|(c, p)| Some((c.as_ref().ok()?, *p)));
    for (i, (growth, base)) in known.enumerate() {
        line.text(if i == 0 { ", " } else { " and " });
        direction(line, growth);
        line.text(" on ");
        line.month(base, English.month(base));
    }
}

/// " (as reported; other reported figures contradict it)"
fn doubt(line: &mut Line, figure: &Figure) {
    if figure.rests_on_aside() {
        line.text(" (as reported; other reported figures contradict it)");
    }
}

/// "up 5.3%", "down 5.3%", "unchanged at 0.0%"; "with a change of −0.1 to +0.2%" where it may be either.
fn direction(line: &mut Line, growth: &Figure) {
    let (words, look) = match (growth.value, growth.bounds) {
        (_, Interval { low, high }) if low < 0.0 && high > 0.0 && point(growth).is_none() => {
            ("with a change of ", look::CHANGE_UNIT)
        }
        (v, _) if v > 0.0 => ("up ", GROWTH),
        (v, _) if v < 0.0 => ("down ", GROWTH),
        _ => ("unchanged at ", GROWTH),
    };
    line.text(words);
    line.number(growth, look);
    doubt(line, growth);
}
