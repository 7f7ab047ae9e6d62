//! The finding.

use super::English;
use crate::headline::{Direction, Fragment, GROWTH, HeadlineWords, Line};
use crate::{MonthWords, NameWords, look, point};
use breakdown::Breakdown;
use model::{Catalogue, Span};

impl HeadlineWords for English {
    fn finding(&self, catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment> {
        let mut line = Line::default();
        let Breakdown { period, span, whole, .. } = breakdown;
        line.text(self.flow_head(catalogue.flow));
        line.text(scope);
        if let Ok(total) = &whole.quantity {
            let growth = match span {
                Span::Month => &whole.mom.percent,
                Span::Ytd | Span::Rolling => &whole.yoy.percent,
            };
            line.text(" ");
            match growth.as_ref().ok().and_then(Direction::of) {
                None => line.text("were "),
                Some(direction) => {
                    line.text(verb(direction));
                    if let (Ok(growth), Direction::Rose | Direction::Fell) = (growth, direction)
                        && point(growth).is_some()
                    {
                        line.text(" ");
                        line.number(growth, GROWTH);
                    }
                    // A year to date, and twelve months, are compared with those of the year before alone.
                    if *span == Span::Month {
                        line.text(" from ");
                        line.text(&self.month_in_text(period.plus(-1)));
                    }
                    line.text(if direction == Direction::Flat { ", at " } else { " to " });
                }
            }
            line.number(total, look::ROUNDED);
            if total.rests_on_aside() {
                line.text(" (as reported, but contradicted)");
            }
        }
        line.text(if *span == Span::Rolling { " in the " } else { " in " });
        line.month(*period, self.span(*period, *span));
        if whole.quantity.is_err() {
            line.text(" are not known");
        }
        line.fragments
    }
}

fn verb(direction: Direction) -> &'static str {
    match direction {
        Direction::Rose => "rose",
        Direction::Fell => "fell",
        Direction::Flat => "hardly changed",
    }
}
