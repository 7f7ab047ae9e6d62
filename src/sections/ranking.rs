//! A breakdown as a table with bars in it.

use leptos::prelude::*;
use leptos::svg;

use crate::browser;
use crate::parts::choices::toggled;
use crate::parts::link::view_link;
use crate::parts::number::{answer, month, number};
use crate::parts::value;
use crate::state::Page;
use crate::state::Shown;
use breakdown::{Breakdown, Entry, Others, Ranking};
use chart::{bar_length, strip};
use i18n::english::{
    dimension_title, look, member_name, member_word, members_name, members_word, month_short,
    registration_caveat, span_name,
};
use model::{Answer, Change, Dimension, Flow, MemberId, Period, Span};
use report::csv;
use view::Section;

#[component]
pub fn RankingSection(
    page: Page,
    dimension: Dimension,
    /// With every column that has a figure.
    wide: bool,
) -> impl IntoView {
    let id = Section::Ranking(dimension).name();
    move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let table = Table { page, shown: &shown, breakdown: &breakdown, dimension, wide };
        // What a dataset does not tell apart has no section among others.
        if !wide && shown.catalogue().members(dimension).is_empty() {
            return None;
        }
        let title = dimension_title(dimension, shown.catalogue().flow);
        let more = page.with(|v| v.section = Section::Ranking(dimension));
        let caveat = (dimension == Dimension::RegistrationLocation).then(registration_caveat);
        Some(view! {
            <section class="breakdown" id=id aria-labelledby=format!("{id}-title")>
                <div class="heading">
                    <h2 id=format!("{id}-title")>{title}</h2>
                    <p class="when">{table.months()}</p>
                    {table.cross_link()}
                    {(!wide).then(|| view_link(more, "more", format!("More on {}", title.to_ascii_lowercase()).into_any()))}
                </div>
                {caveat.map(|c| view! { <p class="caveat">{c}</p> })}
                {table.strip()}
                {table.view()}
                {table.reconciliation()}
                {wide.then(|| table.download())}
            </section>
        })
    }
}

struct Table<'a> {
    page: Page,
    shown: &'a Shown,
    breakdown: &'a Breakdown,
    dimension: Dimension,
    wide: bool,
}

/// How many members of records a short table has.
const SHORT: usize = 10;

/// A comparison that the table has columns for.
#[derive(Clone, Copy, PartialEq)]
enum Compared {
    Month,
    Year,
}

impl Table<'_> {
    fn ranking(&self) -> &Ranking {
        self.breakdown.ranking(self.dimension)
    }

    fn months(&self) -> AnyView {
        let name = span_name(self.breakdown.period, self.breakdown.span);
        month(self.breakdown.period, name)
    }

    fn name(&self, member: MemberId) -> String {
        member_name(self.shown.catalogue(), member).to_owned()
    }

    fn swatch(&self, member: Option<MemberId>) -> AnyView {
        let class = match member {
            Some(member) => format!("swatch colour-{}", self.shown.colours.slot(member)),
            None => "swatch rest".to_owned(),
        };
        view! { <span class=class aria-hidden="true"></span> }.into_any()
    }

    /// The month's comparison always; the year's where any figure of it is known.
    fn comparisons(&self) -> Vec<Compared> {
        let known = |e: &Entry| e.yoy.percent.is_ok() || e.yoy.previous.is_ok();
        let year = self.ranking().entries.iter().any(known);
        match self.breakdown.span {
            Span::Ytd | Span::Rolling => vec![Compared::Year],
            Span::Month if year => vec![Compared::Month, Compared::Year],
            Span::Month => vec![Compared::Month],
        }
    }

    /// The total as one bar. The table says the same: it is hidden from those who hear the page.
    fn strip(&self) -> AnyView {
        let Some(strip) = strip(self.ranking()) else { return ().into_any() };
        let parts = strip.parts.into_iter().map(|part| {
            let class = match part.member {
                Some(member) => format!("colour-{}", self.shown.colours.slot(member)),
                None => "rest".to_owned(),
            };
            let name = part.member.map_or("Not itemised".to_owned(), |m| self.name(m));
            bar(class, part.length, Some(name))
        });
        view! { <div class="strip" aria-hidden="true">{parts.collect_view()}</div> }.into_any()
    }

    fn view(&self) -> AnyView {
        let ranking = self.ranking();
        if ranking.entries.is_empty() && ranking.groups.is_empty() {
            let months = span_name(self.breakdown.period, self.breakdown.span);
            let what = dimension_title(self.dimension, self.flow()).to_ascii_lowercase();
            let sentence = match self.shown.dataset.sums() {
                Some(_) if self.shown.catalogue().members(self.dimension).is_empty() => {
                    format!("The rows of this dataset do not tell {what} apart.")
                }
                Some(_) => format!("No rows for {months}."),
                None => format!("No article prints {what} for {months}."),
            };
            return view! { <p class="empty">{sentence}</p> }.into_any();
        }
        let comparisons = self.comparisons();
        let detailed = |c: Compared| self.wide || c == Compared::Month || self.breakdown.span != Span::Month;
        let heads = comparisons.iter().map(|c| self.heads(*c, detailed(*c))).collect_view();
        let rows = self.listed().iter().map(|e| self.row(e, &comparisons, &detailed)).collect_view();
        let others = self
            .others()
            .map(|o| self.plain_row(None, format!("{} others", o.count), &o.quantity, &o.share, "rest-row"));
        let groups = ranking.groups.iter().map(|g| {
            let name = format!("{} together", members_name(self.shown.catalogue(), &g.members));
            self.plain_row(None, name, &g.quantity, &g.share, "group")
        });
        let rest = (!ranking.complete).then(|| {
            let name = "Not itemised".to_owned();
            self.plain_row(None, name, &ranking.remainder, &ranking.remainder_share, "rest-row")
        });
        let full = comparisons.len() > 1 && self.wide;
        let caption = format!(
            "{}, {}: net weight, share of the total and change",
            dimension_title(self.dimension, self.flow()),
            span_name(self.breakdown.period, self.breakdown.span)
        );
        view! {
            <table role="table" class:full=full class:recorded=self.shown.dataset.is_recorded()>
                <caption class="hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader" class="rank"><span aria-hidden="true">"#"</span><span class="hidden">"Rank"</span></th>
                        <th scope="col" role="columnheader" class="name">{member_word(self.dimension, self.flow())}</th>
                        <th scope="col" role="columnheader" class="quantity">"Quantity, t"</th>
                        <th scope="col" role="columnheader">"Share, %"</th>
                        {heads}
                        {value::heads(self.breakdown, self.wide)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}{others}{groups.collect_view()}{rest}</tbody>
                <tfoot role="rowgroup">{self.total(&comparisons, &detailed)}</tfoot>
            </table>
        }
        .into_any()
    }

    fn flow(&self) -> Flow {
        self.shown.catalogue().flow
    }

    /// The entries that have a line: all that articles tell of, the first of the many of records.
    fn listed(&self) -> &[Entry] {
        let entries = &self.ranking().entries;
        let count = if self.others().is_some() { SHORT } else { entries.len() };
        entries.get(..count).unwrap_or(entries)
    }

    fn others(&self) -> Option<Others> {
        let short = !self.wide && self.shown.dataset.is_recorded();
        self.ranking().others(SHORT).filter(|_| short)
    }

    /// Places against provinces: a view that only records have.
    fn cross_link(&self) -> AnyView {
        let place = matches!(self.dimension, Dimension::Destination | Dimension::RegistrationLocation);
        let told_apart = |d: Dimension| !self.shown.catalogue().members(d).is_empty();
        let both = told_apart(Dimension::Destination) && told_apart(Dimension::RegistrationLocation);
        if !place || !both || !self.shown.dataset.is_recorded() {
            return ().into_any();
        }
        let view = self.page.with(|v| v.section = Section::Cross);
        view_link(view, "more", "By destination and registration location".into_any())
    }

    /// A member's name; of records, a way to see only its rows.
    fn label(&self, member: MemberId, name: &str) -> AnyView {
        match self.shown.dataset.sums() {
            Some(_) => view_link(toggled(self.page, member), "label member", name.to_owned().into_any()),
            None => view! { <span class="label">{name.to_owned()}</span> }.into_any(),
        }
    }

    fn base(&self, compared: Compared) -> Period {
        let back = if compared == Compared::Month { 1 } else { 12 };
        self.breakdown.period.plus(-back)
    }

    fn heads(&self, compared: Compared, detailed: bool) -> AnyView {
        let short = if compared == Compared::Month { "MoM" } else { "YoY" };
        let base = self.base(compared);
        let before = match self.breakdown.span {
            Span::Month => month(base, month_short(base)),
            span => month(base, span_name(base, span)),
        };
        view! {
            {detailed.then(|| view! { <th scope="col" role="columnheader">{short}", t"</th> })}
            <th scope="col" role="columnheader">{short}", %"</th>
            {detailed.then(|| view! { <th scope="col" role="columnheader" class="previous">{before}", t"</th> })}
        }
        .into_any()
    }

    fn row(&self, entry: &Entry, comparisons: &[Compared], detailed: &impl Fn(Compared) -> bool) -> AnyView {
        let Some(member) = entry.member() else { return ().into_any() };
        let name = self.name(member);
        let longest = self.longest();
        let length = entry.quantity.as_ref().map_or(0.0, |f| bar_length(f, longest));
        let code = self.shown.catalogue().member(member).map(|m| m.code.clone());
        let code = code.filter(|_| self.dimension == Dimension::Product);
        let streak = entry.streak.as_ref().ok().filter(|s| s.bounds.low > 1.0);
        let streak = streak.filter(|_| self.dimension != Dimension::Product).map(|s| {
            let months = number(self.page, s, look::BARE, format!("{name}, months in a row in first place"));
            view! { <span class="streak">"first for " {months} " months in a row"</span> }
        });
        let colour = format!("bar colour-{}", self.shown.colours.slot(member));
        let cells = comparisons.iter().map(|c| {
            let change = if *c == Compared::Month { &entry.mom } else { &entry.yoy };
            self.change_cells(change, &name, *c, detailed(*c))
        });
        view! {
            <tr role="row">
                <td role="cell" class="rank">{answer(self.page, &entry.rank, look::BARE, format!("{name}, rank"))}</td>
                <th scope="row" role="rowheader" class="name">
                    {self.swatch(Some(member))}{self.label(member, &name)}
                    {code.map(|c| view! { <span class="code">{c}</span> })}
                    {streak}
                    {value::presence(entry)}
                </th>
                <td role="cell" class="quantity">
                    <span class="measure">
                        <span class="track" aria-hidden="true">{bar(colour, length, None)}</span>
                        {answer(self.page, &entry.quantity, look::BARE, format!("{name}, quantity"))}
                    </span>
                </td>
                <td role="cell" class="share" data-unit="%">{answer(self.page, &entry.share, look::BARE, format!("{name}, share of the total"))}</td>
                {cells.collect_view()}
                {value::cells(self.page, entry, &name, self.wide)}
            </tr>
        }
        .into_any()
    }

    fn change_cells(&self, change: &Change, name: &str, compared: Compared, detailed: bool) -> AnyView {
        let base = self.base(compared);
        let when = span_name(base, self.breakdown.span);
        let label = format!("{name}, change on {when}");
        // On a narrow screen the columns' heads are gone: the first cell of a comparison names it.
        let on = if compared == Compared::Month { "MoM" } else { "YoY" };
        let absolute = || answer(self.page, &change.absolute, look::CHANGE, label.clone());
        let previous = || answer(self.page, &change.previous, look::BARE, format!("{name}, {when}"));
        view! {
            {detailed.then(|| view! { <td role="cell" class="change" data-on=on data-unit="t">{absolute()}</td> })}
            <td role="cell" class="change" data-on=(!detailed).then_some(on) data-unit="%">{answer(self.page, &change.percent, look::CHANGE, label.clone())}</td>
            {detailed.then(|| view! { <td role="cell" class="previous">{previous()}</td> })}
        }
        .into_any()
    }

    /// A line without a rank and without comparisons.
    fn plain_row(
        &self,
        member: Option<MemberId>,
        name: String,
        quantity: &Answer,
        share: &Answer,
        class: &'static str,
    ) -> AnyView {
        let longest = self.longest();
        let comparable = quantity.as_ref().ok().filter(|figure| figure.value <= longest);
        let length = comparable.map_or(0.0, |figure| bar_length(figure, longest));
        view! {
            <tr role="row" class=class>
                <td role="cell" class="rank"></td>
                <th scope="row" role="rowheader" class="name">{self.swatch(member)}<span class="label">{name.clone()}</span></th>
                <td role="cell" class="quantity">
                    <span class="measure">
                        <span class="track" aria-hidden="true">{bar("bar rest".to_owned(), length, None)}</span>
                        {answer(self.page, quantity, look::BARE, format!("{name}, quantity"))}
                    </span>
                </td>
                <td role="cell" class="share" data-unit="%">{answer(self.page, share, look::BARE, format!("{name}, share of the total"))}</td>
            </tr>
        }
        .into_any()
    }

    fn total(&self, comparisons: &[Compared], detailed: &impl Fn(Compared) -> bool) -> AnyView {
        let whole = &self.ranking().whole;
        let cells = comparisons.iter().map(|c| {
            let change = if *c == Compared::Month { &whole.mom } else { &whole.yoy };
            self.change_cells(change, "Total", *c, detailed(*c))
        });
        view! {
            <tr role="row">
                <td role="cell" class="rank"></td>
                <th scope="row" role="rowheader" class="name"><span class="label">"Total"</span></th>
                <td role="cell" class="quantity">{answer(self.page, &whole.quantity, look::BARE, "Total, quantity".to_owned())}</td>
                <td role="cell" class="share"></td>
                {cells.collect_view()}
                {value::cells(self.page, whole, "Total", self.wide)}
            </tr>
        }
        .into_any()
    }

    /// Bars compare members with each other. What is not itemised is often far larger than any of
    /// them, and has no bar then.
    fn longest(&self) -> f64 {
        let known = self.ranking().entries.iter().filter_map(|e| Some(e.quantity.as_ref().ok()?.value));
        known.fold(0.0, f64::max)
    }

    /// The table as a file for a spreadsheet.
    fn download(&self) -> AnyView {
        let (shown, breakdown) = (self.page.shown.get(), self.page.breakdown.get_untracked());
        let dimension = self.dimension;
        let save = move |_| {
            let (Some(shown), Some(breakdown)) = (&shown, &breakdown) else { return };
            let text = csv(i18n::words(model::Language::English), &shown.dataset, breakdown, dimension);
            let (span, part) = (breakdown.span.name(), Section::Ranking(dimension).name());
            let name = format!("{}-{}-{span}-{part}.csv", shown.id, breakdown.period);
            browser::download(&name, text.as_bytes());
        };
        view! { <p class="save"><button type="button" on:click=save>"Download this table (CSV)"</button></p> }
            .into_any()
    }

    /// That the parts make the whole, in words and numbers.
    fn reconciliation(&self) -> AnyView {
        let ranking = self.ranking();
        if self.shown.dataset.is_recorded() {
            return value::concentration(self.page, ranking, members_word(self.dimension, self.flow()));
        }
        let whole = &self.breakdown.whole.quantity;
        let (Some(listed), Ok(whole)) = (&ranking.listed, whole) else { return ().into_any() };
        let page = self.page;
        let listed_number = number(page, listed, look::UNIT, "Listed together".to_owned());
        let whole_number = number(page, whole, look::UNIT, "Total".to_owned());
        let ending = match (ranking.adds_up, ranking.complete) {
            (true, true) => ": they agree within what rounding allows.",
            (false, true) => ": they differ by more than rounding allows.",
            (true, false) => ".",
            (false, false) => ", which is less than its parts: the printed figures contradict each other.",
        };
        let class = if ranking.adds_up { "sum" } else { "sum alarm" };
        let body = match (&ranking.remainder, ranking.complete) {
            (_, true) => view! { "The products make " {listed_number} " together, the printed total is " {whole_number} {ending} }.into_any(),
            (Ok(rest), false) => {
                let rest = number(page, rest, look::UNIT, "Not itemised".to_owned());
                view! { "Listed " {listed_number} " and not itemised " {rest} " make the total of " {whole_number} {ending} }.into_any()
            }
            (Err(_), false) => view! { "Listed " {listed_number} ", total " {whole_number} {ending} }.into_any(),
        };
        view! { <p class=class>{body}</p> }.into_any()
    }
}

/// A bar, `length` percent of its track. Its width is an attribute: a strict policy refuses styles in HTML.
fn bar(class: String, length: f64, name: Option<String>) -> AnyView {
    let name = name.map(|name| svg::title().child(name));
    svg::svg()
        .attr("class", class)
        .attr("width", format!("{length:.2}%"))
        .attr("height", "100%")
        .child(name)
        .into_any()
}
