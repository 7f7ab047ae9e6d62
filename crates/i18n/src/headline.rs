//! The month in a sentence.

use super::number::{Look, look};
use super::period::{month_name, months_of};
use breakdown::Breakdown;
use model::{Answer, Catalogue, Figure, Flow, Period};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Fragment {
    /// Words.
    Text(String),
    /// A number.
    Number(Box<Figure>, Look),
    /// A month in words.
    Month(Period, String),
}

/// "China exported 21,300 t of aluminium wire and cable in April 2025, down 5.3 % on March 2025 and
/// up 8.43 % on April 2024. …" Of only some members where a [`super::scope`] is given.
pub fn headline(catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment> {
    let mut line = Line::default();
    let period = breakdown.period;
    let reporter = &catalogue.reporter.en;
    let commodity = &catalogue.commodity.en;
    let verb = match catalogue.flow {
        Flow::Export => "exported",
        Flow::Import => "imported",
    };
    match &breakdown.total.quantity {
        Ok(total) => {
            line.text(&format!("{reporter} {verb} "));
            line.number(total, look::UNIT);
            line.doubt(total, look::UNIT);
            line.text(&format!(" of {commodity}{scope} in "));
            line.month(period);
            line.changes(&[
                (&breakdown.total.mom.percent, period.plus(-1)),
                (&breakdown.total.yoy.percent, period.plus(-12)),
            ]);
            line.text(".");
        }
        Err(_) => {
            line.text(&format!("How much {commodity} {reporter} {verb}{scope} in "));
            line.month(period);
            line.text(" is not known.");
        }
    }
    if let (Ok(ytd), true) = (&breakdown.ytd.quantity, period.month() > 1) {
        let months = if period.month() == 12 { "The full year".to_owned() } else { months_of(period) };
        line.text(&format!(" {months} came to "));
        line.number(ytd, look::UNIT);
        if let Ok(growth) = &breakdown.ytd.yoy.percent {
            line.text(", ");
            line.direction(growth);
            line.text(" on a year before");
        }
        line.text(".");
    }
    line.fragments
}

#[derive(Default)]
struct Line {
    fragments: Vec<Fragment>,
}

impl Line {
    fn text(&mut self, text: &str) {
        match self.fragments.last_mut() {
            Some(Fragment::Text(last)) => last.push_str(text),
            _ => self.fragments.push(Fragment::Text(text.to_owned())),
        }
    }

    fn number(&mut self, figure: &Figure, look: Look) {
        self.fragments.push(Fragment::Number(Box::new(figure.clone()), look));
    }

    fn month(&mut self, period: Period) {
        self.fragments.push(Fragment::Month(period, month_name(period)));
    }

    /// ", down 5.3 % on March 2025 and up 8.43 % on April 2024"
    fn changes(&mut self, changes: &[(&Answer, Period)]) {
        let known = changes.iter().filter_map(|(c, p)| Some((c.as_ref().ok()?, *p)));
        for (i, (growth, base)) in known.enumerate() {
            self.text(if i == 0 { ", " } else { " and " });
            self.direction(growth);
            self.text(" on ");
            self.month(base);
        }
    }

    /// " (as published; other published figures give 29.7 %)"
    fn doubt(&mut self, figure: &Figure, look: Look) {
        let contrary = figure.checks.iter().find(|check| !check.agrees);
        if let Some(check) = contrary.filter(|_| figure.is_printed()) {
            let unsigned =
                look.unsigned && figure.value.is_sign_positive() == check.other.value.is_sign_positive();
            self.text(" (as published; other published figures give ");
            self.number(&check.other, Look { unsigned, ..look });
            self.text(")");
        }
    }

    /// "up 5.3 %", "down 5.3 %" or "unchanged (0.0 %)"; the number keeps its sign for machines and
    /// loses it for readers, who have the word.
    fn direction(&mut self, growth: &Figure) {
        let word = match growth.value {
            v if v > 0.0 => "up ",
            v if v < 0.0 => "down ",
            _ => "unchanged at ",
        };
        self.text(word);
        let look = Look { unsigned: true, ..look::UNIT };
        self.number(growth, look);
        self.doubt(growth, look);
    }
}
