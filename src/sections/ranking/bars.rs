//! The bars of a table: one for each member with its dots, and the strip of all above it.

use leptos::prelude::*;
use leptos::svg;

use super::Table;
use crate::parts::drawing::{self, width};
use crate::parts::number::answer;
use crate::parts::table::cell;
use breakdown::Entry;
use chart::{Anchor, Lettering, PartOf, STRIP_MEMBERS, Text, at, bar_length, fitted, strip, tenth};
use model::{Against, Answer, MemberId, Span, write_decimal};

/// A bar has dots where it or one of them reaches so far, percent of the track.
const LEAST_WITH_DOTS: f64 = 6.0;
/// Units of which a tonne is at least so many have long numbers.
const LONG: f64 = 1000.0;

/// Left and right of a name in the strip, and how high its base line is, pixels.
const NAME_SPACE: f64 = 6.0;
const NAME_BASE: f64 = 16.0;

impl Table {
    /// The colours of those that are compared, and of those in the strip, stand before their names, too.
    pub(super) fn swatch(&self, member: MemberId) -> AnyView {
        let largest = || self.ranking().entries.iter().take(STRIP_MEMBERS);
        let in_strip = || largest().any(|entry| entry.member() == Some(member));
        let slot = self.compared(member).or_else(|| in_strip().then(|| self.shown.colours.slot(member)));
        let class = slot.map_or("swatch".to_owned(), |slot| format!("swatch colour-{slot}"));
        view! { <span class=class aria-hidden="true"></span> }.into_any()
    }

    /// The total as one bar. The table says the same: it is hidden from those who hear the page.
    pub(super) fn strip(&self) -> AnyView {
        let Some(strip) = strip(self.ranking()) else { return ().into_any() };
        let room = width(self.page);
        let parts = strip.parts.into_iter().map(|part| {
            let (class, name) = match part.of {
                PartOf::Member(member) => {
                    let slot = self.compared(member).unwrap_or_else(|| self.shown.colours.slot(member));
                    (format!("colour-{slot}"), self.name(member))
                }
                PartOf::Others(count) => ("rest".to_owned(), self.words.others(count as u64)),
                PartOf::Rest => ("rest".to_owned(), self.words.not_itemised().to_owned()),
            };
            let written = fitted(&name, Lettering::Name, room * part.length / 100.0 - NAME_SPACE * 2.0);
            let written = Text {
                at: at(NAME_SPACE, NAME_BASE),
                anchor: Anchor::Start,
                lettering: Lettering::Name,
                words: written,
            };
            let inside = vec![svg::title().child(name).into_any(), drawing::written(&written)].into_any();
            // Its width is an attribute: a strict policy refuses styles in HTML.
            let lengths = [write_decimal(part.length, 2) + "%", "100%".to_owned()];
            drawing::unheard(class, lengths, "", inside)
        });
        view! { <div class="strip" aria-hidden="true">{parts.collect_view()}</div> }.into_any()
    }

    /// Which months bars and dots are of, where there are dots.
    pub(super) fn legend(&self) -> AnyView {
        let span = self.breakdown.span;
        let has = |place: usize| {
            self.ranking()
                .entries
                .iter()
                .any(|entry| dots(entry, span).get(place).is_some_and(Option::is_some))
        };
        let middle = Some(50.0);
        let period = self.breakdown.period;
        let [before, year_before] = [Against::MonthBefore, Against::YearBefore].map(|a| a.before(period));
        let keys = [
            (100.0, [None, None], period),
            (0.0, [middle, None], before),
            (0.0, [None, middle], year_before),
        ];
        let mut named = Vec::new();
        for (place, (bar, dots, period)) in keys.into_iter().enumerate() {
            if place == 0 || has(place - 1) {
                let name = self.words.span(period, span);
                named.push(view! { <span>{marks("bar", bar, dots)}{name}</span> }.into_any());
            }
        }
        // A bar alone says what it is.
        let named = Some(named).filter(|named| named.len() > 1);
        named.map(|named| view! { <p class="bars" aria-hidden="true">{named}</p> }.into_any()).into_any()
    }

    /// A quantity beside its bar, with dots for what it was before.
    pub(super) fn measure(
        &self,
        quantity: &Answer,
        bar: &'static str,
        dots: [Option<f64>; 2],
        name: &str,
    ) -> AnyView {
        let number = answer(self.page, quantity, self.tonnes(), self.words.member_quantity_label(name));
        let drawn = quantity.as_ref().ok().filter(|figure| figure.value <= self.longest);
        let length = drawn.map_or(0.0, |figure| bar_length(figure.value, self.longest));
        let dots = dots.map(|dot| dot.map(|size| bar_length(size, self.longest)));
        // Where all lie on each other at the beginning, nothing is seen but dots.
        let is_seen = dots.iter().flatten().fold(length, |a, b| a.max(*b)) >= LEAST_WITH_DOTS;
        let dots = if is_seen { dots } else { [None, None] };
        // Kilograms and pounds have three digits more.
        let is_long = self.words.units().factor(self.subject().unit) >= LONG;
        let measure = view! {
            <span class="measure" class:long=is_long data-unit=self.words.unit(self.subject().unit)>
                {marks(bar, length, dots)}
                {number}
            </span>
        };
        cell("quantity", measure.into_any())
    }
}

/// What a quantity was in the month before and in the year before, tonnes; of spans of months only the year is
/// compared.
pub(super) fn dots(entry: &Entry, span: Span) -> [Option<f64>; 2] {
    let month = Some(&entry.mom).filter(|_| span == Span::Month);
    [month.and_then(|change| size(&change.previous)), size(&entry.yoy.previous)]
}

pub(super) fn size(quantity: &Answer) -> Option<f64> {
    quantity.as_ref().ok().map(|figure| figure.value).filter(|value| *value > 0.0)
}

/// A bar with a dot and an open one, all in percent of their track. Each is a path that is as wide as the track, and
/// a dot the round end of a line without length: so it is round however wide that is.
fn marks(bar: &'static str, length: f64, dots: [Option<f64>; 2]) -> AnyView {
    let dot = |dot: &Option<f64>| dot.map_or(String::new(), |x| format!("M{} 5h0", tenth(x)));
    let [month, year] = &dots;
    let mut paths = vec![drawing::path(format!("M0 0H{}V10H0z", tenth(length)), bar)];
    if month.is_some() || year.is_some() {
        paths.push(drawing::path(dot(year) + &dot(month), "dot"));
    }
    if year.is_some() {
        paths.push(drawing::path(dot(year), "dot hole"));
    }
    let lengths = ["100%", "10"].map(str::to_owned);
    drawing::unheard("track".to_owned(), lengths, "0 0 100 10", paths.into_any())
}
