//! The finding.

use super::Chinese;
use crate::headline::{Direction, Fragment, GROWTH, HeadlineWords, Line};
use crate::{MonthWords, NameWords, look, point};
use breakdown::Breakdown;
use model::{Against, Catalogue, Span};

impl HeadlineWords for Chinese {
    fn finding(&self, catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment> {
        let mut line = Line::default();
        let Breakdown { period, span, whole, .. } = breakdown;
        line.month(*period, self.span(*period, *span));
        line.text(scope);
        line.text(self.flow_head(catalogue.flow));
        let Ok(total) = &whole.quantity else {
            line.text("总量未知");
            return line.fragments;
        };
        line.number(total, look::ROUNDED);
        if total.rests_on_aside() {
            line.text("（原文如此，与其他数据矛盾）");
        }
        // A year to date, and twelve months, are compared with those of the year before alone.
        let (growth, against) = match span {
            Span::Month => (&whole.mom.percent, Against::MonthBefore),
            Span::Ytd | Span::Rolling => (&whole.yoy.percent, Against::YearBefore),
        };
        if let Ok(growth) = growth
            && let Some(direction) = Direction::of(growth)
        {
            line.text("，");
            line.text(self.change_short(against, period.frequency()));
            line.text(match direction {
                Direction::Rose => "增长",
                Direction::Fell => "下降",
                Direction::Flat => "基本持平",
            });
            if direction != Direction::Flat && point(growth).is_some() {
                line.number(growth, GROWTH);
            }
        }
        line.fragments
    }
}
