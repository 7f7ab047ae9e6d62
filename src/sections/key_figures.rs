//! The finding: the months in a sentence; and their figures.

use leptos::prelude::*;

use crate::parts::link::view_link;
use crate::parts::live::live;
use crate::parts::number::{Part, answer, missing_as, month, number, sentence, truncated};
use crate::parts::value::value_tiles;
use crate::state::{Page, Shown};
use breakdown::{Breakdown, Dataset, Entry, Point};
use i18n::{Fragment, look};
use ledger::Ledger;
use model::{Against, Answer, Change, Figure, Flow, Missing, Period, Span};
use view::Section;

/// The heading of the overview.
#[component]
pub fn Finding(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let finding = words.finding(shown.catalogue(), &breakdown, &page.scope());
        let parts = sentence(finding.into_iter().map(|fragment| part(page, fragment)));
        Some(view! { <h1 class="sentence">{parts}</h1> }.into_any())
    })
}

#[component]
pub fn KeyFigures(page: Page) -> impl IntoView {
    live(move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        Some(
            view! {
                <section class="headline" aria-labelledby="headline-title">
                    <h2 id="headline-title" class="hidden">{words.headline_title()}</h2>
                    {tiles(page, &shown, &breakdown)}
                    {value_tiles(page, &breakdown)}
                    {quality(page, &shown, breakdown.period)}
                </section>
            }
            .into_any(),
        )
    })
}

/// Who the figures are from, and what is wrong with them.
fn quality(page: Page, shown: &Shown, period: Period) -> AnyView {
    let words = page.words();
    let (told, to) = match &shown.dataset {
        Dataset::Published(ledger) => {
            let is_settled = page.settling.get().is_none();
            let count = is_settled.then(|| contradictions(ledger, period));
            let told = words.reported_by(ledger, count, &words.month(period));
            // Where it counts, there is what it counts.
            let month = count.filter(|count| *count > 0).map(|_| period);
            (told, page.with(|v| (v.section, v.month) = (Section::Check, month)))
        }
        Dataset::Recorded(_) => {
            let is_incomplete = |point: &&Point| point.quantity.as_ref().is_ok_and(Figure::is_incomplete);
            let series = page.series.get();
            let incomplete: Vec<Period> = series.iter().filter(is_incomplete).map(|p| p.period).collect();
            (words.recorded_by(&incomplete), page.with(|v| v.section = Section::Sources))
        }
    };
    view! { <p class="quality">{view_link(to, "", told.into_any())}</p> }.into_any()
}

/// How many of a month's figures, and of those that end with it, others contradict.
fn contradictions(ledger: &Ledger, period: Period) -> usize {
    let is_of_month = |claim: usize| ledger.claim(claim).and_then(|c| c.span.month()) == Some(period);
    ledger.settlement().contradictions.iter().filter(|told| is_of_month(told.aside)).count()
}

fn part(page: Page, fragment: Fragment) -> Part {
    match fragment {
        Fragment::Text(text) => Part::Text(text),
        Fragment::Number(figure, look) => {
            Part::Number(number(page, &figure, look, page.words().in_headline().to_owned()))
        }
        Fragment::Month(period, text) => Part::Month(month(period, text)),
    }
}

/// The months that are shown, with their changes; and beside them those of the other spans.
fn tiles(page: Page, shown: &Shown, breakdown: &Breakdown) -> AnyView {
    let flow = shown.catalogue().flow;
    let Breakdown { period, span, total, ytd, whole, .. } = breakdown;
    let tiles = Tiles { page, flow, period: *period };
    let first = tiles.first(whole, *span);
    let on_year = tiles.change(&whole.yoy, None, *span, Against::YearBefore);
    let tiles = match span {
        Span::Month => {
            let on_month = tiles.change(&whole.mom, None, *span, Against::MonthBefore);
            // A year has no other one before it, and is all there is to date.
            let more = [on_year, tiles.other(ytd, Span::Ytd)];
            let more = more.into_iter().filter(|_| Span::Ytd.is_of(period.frequency()));
            [first, on_month].into_iter().chain(more).collect()
        }
        Span::Ytd => {
            let this = page.words().month(*period);
            let on_month = tiles.change(&total.mom, Some(this), Span::Month, Against::MonthBefore);
            vec![first, on_year, tiles.other(total, Span::Month), on_month]
        }
        Span::Rolling => {
            vec![first, on_year, tiles.other(ytd, Span::Ytd), tiles.other(total, Span::Month)]
        }
    };
    view! { <dl class="tiles">{tiles}</dl> }.into_any()
}

/// What all tiles are about.
struct Tiles {
    page: Page,
    flow: Flow,
    period: Period,
}

impl Tiles {
    /// The quantity of the months that are shown.
    fn first(&self, entry: &Entry, span: Span) -> AnyView {
        let words = self.page.words();
        let months = words.span(self.period, span);
        let quantity_of = words.quantity_of(self.flow, &self.page.scope());
        let truncated = entry.quantity.as_ref().ok().and_then(|figure| truncated(self.page, figure));
        let truncated = truncated.map(|text| view! { <span class="bounds">{text}</span> }.into_any());
        let name = view! { {quantity_of}{month(self.period, months.clone())} };
        let quantity =
            answer(self.page, &entry.quantity, look::ROUNDED, words.quantity_label(self.flow, &months));
        tile(name.into_any(), quantity, truncated.into_any())
    }

    /// The quantity of other months that end with the same one, with their change on the year.
    fn other(&self, entry: &Entry, span: Span) -> AnyView {
        let words = self.page.words();
        let (months, before) = (words.span(self.period, span), words.span(self.period.plus_years(-1), span));
        let label = words.change_of_label(&months, &before);
        let change = &entry.yoy;
        let detail = self.detail(change, &change.percent, label, before, words.on_the_year());
        let quantity =
            answer(self.page, &entry.quantity, look::ROUNDED, words.quantity_label(self.flow, &months));
        tile(month(self.period, months), quantity, detail)
    }

    /// A change on an earlier span; `of` names the months where they are not those that are shown.
    fn change(&self, change: &Change, of: Option<String>, span: Span, against: Against) -> AnyView {
        let words = self.page.words();
        let base = against.before(self.period);
        let before = words.span(base, span);
        let ([versus, end], label) = match of {
            None => (words.versus(against).map(str::to_owned), words.change_label(&before)),
            Some(of) => (words.months_versus(&of), words.change_of_label(&of, &before)),
        };
        let name = view! { {versus}{month(base, before.clone())}{end} };
        let percent = answer(self.page, &change.percent, look::CHANGE_UNIT, label.clone());
        let detail = self.detail(change, &change.absolute, label, before, [""; 2]);
        tile(name.into_any(), percent, detail)
    }

    /// "−1,200 t from 22,500 t", or that there is nothing to compare with. `before` are the months of the base, which
    /// words around the change tell where the tile does not.
    fn detail(
        &self,
        change: &Change,
        told: &Answer,
        label: String,
        before: String,
        [lead, behind]: [&'static str; 2],
    ) -> AnyView {
        let page = self.page;
        let words = page.words();
        let previous_label = words.quantity_label(self.flow, &before);
        // One mark is enough of what is missing for one reason.
        match (told, &change.previous) {
            (Err(_), Err(Missing::ZeroBase)) => {
                return missing_as(page, Missing::ZeroBase, previous_label, words.no_base());
            }
            (Err(_), Err(missing)) => return answer(page, &Err(*missing), look::ROUNDED, previous_label),
            _ => {}
        }
        let told = answer(page, told, look::ROUNDED_CHANGE, label);
        let previous = answer(page, &change.previous, look::ROUNDED, previous_label);
        let [from, end] = words.around_base();
        view! { {lead} {told} {behind} <span class="before">{from} {previous} {end}</span> }.into_any()
    }
}

fn tile(name: AnyView, figure: AnyView, detail: AnyView) -> AnyView {
    view! {
        <div class="tile">
            <dt>{name}</dt>
            <dd class="big">{figure}</dd>
            <dd class="detail">{detail}</dd>
        </div>
    }
    .into_any()
}
