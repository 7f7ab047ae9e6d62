//! A breakdown as a table with bars in it.

mod bars;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use self::bars::{dots, size};
use super::columns::Column;
use super::compare::comparison;
use super::map::{map, parts, show_switch, ways};
use super::order;
use super::structure::over_time;
use crate::browser;
use crate::charts::{Sparklines, around, compared_slot};
use crate::parts::button::button;
use crate::parts::drawing::small_picture;
use crate::parts::link::{COMPARES, view_link};
use crate::parts::live::{live, live_in_turn};
use crate::parts::number::{answer, month, number, range_of_truncated, with_text};
use crate::parts::section::{foot, section};
use crate::parts::table::{self, cell, column, head_rows, name_cell, told_cell};
use crate::parts::value;
use crate::state::{Page, Shown};
use breakdown::{Breakdown, Entry, Ranking};
use chart::{Hue, Paint, Size};
use i18n::{Look, Words, look, member_name, members_name, step_text};
use model::{Against, Answer, Dimension, Flow, MemberId, Subject, Unit, decimals_of_unit};
use view::{Section, Show, Sort, resolve_compared};

#[component]
pub fn RankingSection(
    page: Page,
    dimension: Dimension,
    /// With every column that has a figure.
    wide: bool,
) -> impl IntoView {
    let id = Section::Ranking(dimension).name();
    let all = RwSignal::new(false);
    let draw = move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        // What a dataset does not tell apart has no section among others.
        if !wide && shown.catalogue().members(dimension).is_empty() {
            return None;
        }
        let table = Arc::new(Table::new(page, shown.clone(), breakdown.clone(), dimension, wide, all));
        let more = page.with(|v| v.section = Section::Ranking(dimension));
        let is_province = dimension == Dimension::RegistrationLocation;
        let caveat = is_province.then(|| words.registration_caveat(flow));
        let beside = view! {
            <p class="when">{table.months()}</p>
            {table.cross_link()}
            {(!wide).then(|| view_link(more, "more", words.more_on(dimension, flow).into_any()))}
        };
        let ways = if wide || page.is_embedded { ways(&shown, dimension) } else { Vec::new() };
        let show = page.view.with(|v| v.show);
        let picture = match show {
            _ if !ways.contains(&show) => None,
            Show::Map => Some(map(page, &shown, &breakdown, dimension)),
            Show::Treemap => Some(parts(page, &shown, &breakdown, dimension)),
            Show::Table | Show::Slope => None,
        };
        let figures = match picture {
            Some(Some(picture)) => picture,
            too_few => {
                let why = too_few
                    .map(|_| view! { <p class="caveat">{words.too_few_for_picture(show)}</p> }.into_any());
                // Drawn again with each letter that is looked for, while the field for it stays.
                let of_rows = table.clone();
                let rows = live(move || of_rows.view());
                view! { {why}{table.finder()}{table.legend()}{rows} }.into_any()
            }
        };
        let body = view! {
            {caveat.map(|c| view! { <p class="caveat">{c}</p> }.into_any())}
            {table.strip()}
            {show_switch(page, &ways)}
            {figures}
            {table.reconciliation()}
            {comparison(page, &shown, dimension, breakdown.period, table.decimals)}
            {wide.then(|| over_time(page, &shown, &breakdown, dimension, table.decimals))}
            {foot(page, &shown, Section::Ranking(dimension))}
        };
        let title = words.dimension(dimension, flow).into_any();
        Some(section("breakdown", id, title, beside.into_any(), body.into_any()))
    };
    if wide { live(draw) } else { live_in_turn(page, draw) }
}

/// The size of a small line, pixels, and how many months it has.
const SPARK_MONTHS: usize = 24;
const SPARKLINE: Size = Size { width: 72.0, height: 20.0 };

/// How many members of records have a line: in a short table, and in a wide one until a reader asks for all.
const SHORT: usize = 10;
const LONG: usize = 25;

struct Table {
    page: Page,
    words: &'static dyn Words,
    shown: Arc<Shown>,
    breakdown: Arc<Breakdown>,
    dimension: Dimension,
    wide: bool,
    /// Whether all members of a wide table have a line.
    all: RwSignal<bool>,
    columns: Vec<Column>,
    /// Digits after the point of tonnes.
    decimals: usize,
    /// Bars and dots compare members with each other. What is not itemised is often far larger than any of them, and
    /// has no bar then.
    longest: f64,
    /// The members that are compared, with their colours.
    compared: Vec<(MemberId, usize)>,
}

/// What of a table's members has a line.
struct Listed<'a> {
    lines: Vec<&'a Entry>,
    /// Those behind them.
    rest: Vec<&'a Entry>,
    /// Members who are known to have nothing.
    nothing: Vec<Nothing<'a>>,
}

/// A member that is known to have nothing, and what is told of it nevertheless.
type Nothing<'a> = (MemberId, Option<&'a Entry>);

/// Small lines of a table; `None` for whom too few months are known.
struct SmallLines {
    /// How many months each has.
    months: usize,
    of_each: Vec<Option<AnyView>>,
    of_all: Option<AnyView>,
}

impl Table {
    fn new(
        page: Page,
        shown: Arc<Shown>,
        breakdown: Arc<Breakdown>,
        dimension: Dimension,
        wide: bool,
        all: RwSignal<bool>,
    ) -> Table {
        let ranking = breakdown.ranking(dimension);
        let most = if wide || !shown.dataset.is_recorded() { usize::MAX } else { SHORT };
        let columns = Column::of(&breakdown, ranking, wide);
        let compared = page.view.with(|v| resolve_compared(v, shown.catalogue()).0);
        let compared: Vec<MemberId> = compared.into_iter().filter(|m| m.dimension == dimension).collect();
        let slots = (0..compared.len()).map(|place| compared_slot(&shown, &compared, place));
        let mut longest = 0.0f64;
        for entry in ranking.entries.iter().take(most) {
            let [month, year] = dots(entry, breakdown.span);
            for size in [size(&entry.quantity), month, year] {
                longest = longest.max(size.unwrap_or(0.0));
            }
        }
        Table {
            page,
            words: page.words(),
            dimension,
            wide,
            all,
            columns,
            decimals: ranking.decimals(most),
            longest,
            compared: compared.iter().copied().zip(slots).collect(),
            shown,
            breakdown,
        }
    }

    fn ranking(&self) -> &Ranking {
        self.breakdown.ranking(self.dimension)
    }

    fn months(&self) -> AnyView {
        month(self.breakdown.period, self.months_name())
    }

    fn months_name(&self) -> String {
        self.words.span(self.breakdown.period, self.breakdown.span)
    }

    fn name(&self, member: MemberId) -> String {
        member_name(self.words, self.shown.catalogue(), member).to_owned()
    }

    /// The colour of a member that is compared.
    fn compared(&self, member: MemberId) -> Option<usize> {
        self.compared.iter().find(|(compared, _)| *compared == member).map(|(_, slot)| *slot)
    }

    fn view(&self) -> AnyView {
        let words = self.words;
        let ranking = self.ranking();
        if ranking.entries.is_empty() && ranking.groups.is_empty() {
            let months = self.months_name();
            let sentence = match self.shown.dataset.sums() {
                Some(_) if self.shown.catalogue().members(self.dimension).is_empty() => {
                    words.not_told_apart(self.dimension, self.flow())
                }
                Some(_) => words.no_rows(&months),
                None => words.no_article(self.dimension, self.flow(), &months),
            };
            return view! { <p class="empty">{sentence}</p> }.into_any();
        }
        let sort = self.page.view.with(|v| v.sort);
        let least = sort.and_then(|sort| order::least_base(sort, &ranking.whole));
        let Listed { lines, rest, nothing } = self.listed(sort, least);
        let rank = words.rank_head(ranking.entries.iter().any(|e| ranking.is_among_listed(e)));
        let head = |class, by, text: &str| order::head(self.page, class, by, text.to_owned());
        let mut heads = vec![
            column(
                "rank",
                view! { <span aria-hidden="true">"#"</span><span class="hidden">{rank}</span> }.into_any(),
            ),
            head("name", view::SortBy::Name, words.member_head(self.dimension, self.flow())),
            head("quantity", view::SortBy::Quantity, &words.quantity_head(self.subject().unit)),
        ];
        let small = self.small_lines(&lines);
        let has_lines = small.is_some();
        for column in &self.columns {
            heads.push(column.head(self.page, &self.breakdown, &ranking.whole));
        }
        if let Some(small) = &small {
            heads.push(column(
                "spark",
                words.periods(small.months as u64, self.subject().frequency).into_any(),
            ));
        }
        let nobody = (lines.is_empty() && nothing.is_empty() && !ranking.entries.is_empty())
            .then(|| view! { <p class="empty">{words.nobody_found(&self.page.find.get())}</p> }.into_any());
        let samples = sort.filter(|sort| lines.iter().any(|entry| order::is_sample(*sort, entry, least)));
        let samples = samples.zip(least).map(|(_, least)| {
            let base = step_text(words, least, self.subject().unit);
            view! { <p class="caveat">{words.small_bases_last(&base)}</p> }.into_any()
        });
        let (line_of_all, of_each) = small.map(|small| (small.of_all, small.of_each)).unzip();
        let mut of_each = of_each.map(Vec::into_iter);
        let mut line = || of_each.as_mut().map(|of_each| of_each.next().flatten());
        let rows = lines.iter().map(|e| self.row(e, line())).collect_view();
        let others = self.others(&rest, lines.len(), has_lines);
        let groups = ranking.groups.iter().map(|g| {
            let name = members_name(words, self.shown.catalogue(), &g.members);
            let name = words.members_together(&name);
            let shown = name.clone().into_any();
            self.plain_row("group", (&name, shown), &g.quantity, &g.share, has_lines)
        });
        let not_itemised = (!ranking.complete).then(|| {
            let name = words.not_itemised();
            let named = (name, name.into_any());
            self.plain_row("rest-row", named, &ranking.remainder, &ranking.remainder_share, has_lines)
        });
        let full = self.columns.iter().filter(|column| matches!(column, Column::Change(_))).count() > 1;
        let class = match (full, self.shown.dataset.is_recorded()) {
            (true, true) => "full recorded",
            (true, false) => "full",
            (false, true) => "recorded",
            (false, false) => "",
        };
        let caption = words.ranking_caption(self.dimension, self.subject(), &self.months_name());
        view! {
            <div class=if self.wide { "frame wide" } else { "frame" }>
                <table role="table" class=class>
                    <caption class="hidden">{caption}</caption>
                    {head_rows(heads)}
                    <tbody role="rowgroup">
                        {rows}{others}{groups.collect_view()}{not_itemised}
                    </tbody>
                    <tfoot role="rowgroup">{self.total(line_of_all)}</tfoot>
                </table>
            </div>
            {nobody}
            {samples}
            {self.nothing(&nothing)}
        }
        .into_any()
    }

    fn flow(&self) -> Flow {
        self.subject().flow
    }

    fn subject(&self) -> Subject {
        self.shown.dataset.subject()
    }

    /// Who has a line, in the order that the reader chose: all that articles tell of, some of the many of records, and
    /// all of those who are looked for.
    fn listed(&self, sort: Option<Sort>, least: Option<f64>) -> Listed<'_> {
        let (ranking, catalogue) = (self.ranking(), self.shown.catalogue());
        let asked = if self.wide { self.page.find.get() } else { String::new() };
        let is_asked = |member: MemberId| {
            asked.is_empty() || catalogue.member(member).is_some_and(|m| order::is_called(m, &asked))
        };
        let (mut lines, mut nothing) = (Vec::new(), Vec::new());
        for entry in &ranking.entries {
            match entry.member().filter(|member| is_asked(*member)) {
                Some(member) if entry.is_nothing() => nothing.push((member, Some(entry))),
                Some(_) => lines.push(entry),
                None => {}
            }
        }
        for member in ranking.absent(catalogue) {
            if is_asked(member) {
                nothing.push((member, None));
            }
        }
        // A short table tells of those who have something.
        if !self.wide {
            nothing.clear();
        }
        let name = |entry: &Entry| entry.member().map(|m| member_name(self.words, catalogue, m));
        let reorder = |lines: &mut Vec<&Entry>| {
            if let Some(sort) = sort {
                order::order(lines, sort, least, self.page.language_now().tag(), &name);
            }
        };
        let most = match (self.shown.dataset.is_recorded() && asked.is_empty(), self.wide) {
            (true, false) => SHORT,
            (true, true) if !self.all.get() => LONG,
            _ => lines.len(),
        };
        // The largest have a line in a short table, whatever its order; of a long one those have that are first in it.
        if self.wide {
            reorder(&mut lines);
        }
        // A line for one other would take as much room as its own.
        let rest = if lines.len() > most + 1 { lines.split_off(most) } else { Vec::new() };
        if !self.wide {
            reorder(&mut lines);
        }
        Listed { lines, rest, nothing }
    }

    /// The field that finds members by name, of long tables.
    fn finder(&self) -> AnyView {
        if !self.wide || self.ranking().entries.len() <= SHORT {
            return ().into_any();
        }
        let find = self.page.find;
        let type_in = move |event| find.set(event_target_value(&event));
        view! {
            <label class="find">
                {self.words.find_member()} " "
                <input type="search" prop:value=move || find.get() on:input=type_in />
            </label>
        }
        .into_any()
    }

    /// The line of those who have none of their own: in a wide table it leads to them.
    fn others(&self, rest: &[&Entry], before: usize, has_lines: bool) -> Option<AnyView> {
        let others = self.ranking().together(rest)?;
        let name = self.words.others(others.count as u64);
        let named = match self.wide {
            false => name.clone().into_any(),
            true => {
                let (all, count) = (self.all, (before + rest.len()) as u64);
                let id = Section::Ranking(self.dimension).name();
                let show_all = button(self.words.show_all(count).into_any(), move || {
                    all.set(true);
                    // The first of them stands where the button was.
                    let first = format!("#{id} tbody tr:nth-child({}) .member", before + 1);
                    browser::next_frame(move || browser::focus(&first));
                });
                view! { {name.clone()}" "{show_all} }.into_any()
            }
        };
        Some(self.plain_row("rest-row", (&name, named), &others.quantity, &others.share, has_lines))
    }

    /// Those who are known to have nothing, in one line that unfolds: neither ranked nor in the way.
    fn nothing(&self, nothing: &[Nothing]) -> Option<AnyView> {
        if nothing.is_empty() {
            return None;
        }
        let (page, words, span) = (self.page, self.words, self.breakdown.span);
        let member = |(member, entry): &Nothing| {
            let name = self.name(*member);
            let before = entry.and_then(|entry| {
                let against = Against::main(span);
                let change = match against {
                    Against::MonthBefore => &entry.mom,
                    Against::YearBefore => &entry.yoy,
                };
                let before = change.previous.as_ref().ok().filter(|figure| figure.value > 0.0)?;
                let when = words.span(against.before(self.breakdown.period), span);
                let label = words.member_base_label(&name, &when);
                let number = number(page, before, look::UNIT.to(self.decimals), label);
                Some(view! { " "{when}" "{number} }.into_any())
            });
            let linked = match page.profile(*member) {
                Some(profile) => view_link(profile, "member", name.into_any()),
                None => name.into_any(),
            };
            view! { <li>{linked}{before}</li> }.into_any()
        };
        let list = nothing.iter().map(member).collect_view();
        let is_open = !page.find.get().is_empty();
        let summary = words.without_trade(nothing.len() as u64, self.subject(), span);
        let folded = view! {
            <details class="nothing" open=is_open><summary>{summary}</summary><ul>{list}</ul></details>
        };
        Some(folded.into_any())
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
        view_link(view, "more", self.words.to_cross_table(self.flow()).into_any())
    }

    /// A member's name, which leads to all about it.
    fn label(&self, member: MemberId, name: &str) -> AnyView {
        match self.page.profile(member) {
            Some(profile) => view_link(profile, "label member", name.to_owned().into_any()),
            None => view! { <span class="label">{name.to_owned()}</span> }.into_any(),
        }
    }

    /// The box that chooses a member for comparison.
    fn choose(&self, member: MemberId, name: &str) -> AnyView {
        let Some(code) = self.page.code(member) else { return ().into_any() };
        let is_chosen = self.page.view.with(|v| v.compare.contains(&code));
        html::input()
            .attr("type", "checkbox")
            .attr("class", "choose")
            .attr(COMPARES, code.to_link())
            .attr("aria-label", self.words.compare_this(name))
            .attr("checked", is_chosen)
            .prop("checked", is_chosen)
            .into_any()
    }

    /// The months of each listed member and of all as small lines, in a wide table of which some can be drawn.
    fn small_lines(&self, listed: &[&Entry]) -> Option<SmallLines> {
        if !self.wide {
            return None;
        }
        let (series, chosen) = (self.page.series.get(), self.page.chosen.get());
        let points = around(&series, self.breakdown.period, SPARK_MONTHS);
        let lines = Sparklines::new(&self.shown, chosen.as_deref(), points, self.breakdown.period);
        let draw = |member: Option<MemberId>| {
            let hue = member.and_then(|member| self.compared(member)).map_or(Hue::Accent, Hue::Member);
            lines.line(member, hue).map(|line| small_picture(self.page, &line.draw(SPARKLINE)))
        };
        let of_each: Vec<_> = listed.iter().map(|entry| draw(entry.member())).collect();
        let any = of_each.iter().any(Option::is_some);
        any.then(|| SmallLines { months: lines.months(), of_each, of_all: draw(None) })
    }

    /// The line of an entry. `line` is its small picture, in a table with a column for them.
    fn row(&self, entry: &Entry, line: Option<Option<AnyView>>) -> AnyView {
        let Some(member) = entry.member() else { return ().into_any() };
        let words = self.words;
        let name = self.name(member);
        let code = self.shown.catalogue().member(member).map(|m| m.code.clone());
        let code = code.filter(|_| self.dimension == Dimension::Product);
        let streak = entry.streak.as_ref().ok().filter(|s| s.bounds.low > 1.0);
        let streak = streak.filter(|_| self.dimension != Dimension::Product).map(|s| {
            let [first_for, in_a_row] = words.streak(self.subject().frequency);
            let months =
                number(self.page, s, look::BARE, words.streak_label(&name, self.subject().frequency));
            view! { <span class="streak">{first_for} {months} {in_a_row}</span> }.into_any()
        });
        let named = view! {
            {self.choose(member, &name)}{self.swatch(member)}{self.label(member, &name)}
            {code.map(|c| view! { <span class="code">{c}</span> }.into_any())}
            {streak}
            {value::presence(self.page, entry)}
        };
        let rank = words.rank_label(&name, self.ranking().is_among_listed(entry));
        let bar = self.compared(member).map_or("bar", |slot| Paint::Fill(Hue::Member(slot)).class());
        let mut row = vec![
            cell("rank", answer(self.page, &entry.rank, look::BARE, rank)),
            name_cell(named.into_any()),
            self.measure(&entry.quantity, bar, dots(entry, self.breakdown.span), &name),
        ];
        self.cells(&mut row, entry, &name);
        row.extend(line.map(|line| cell("spark", line.into_any())));
        table::row_of(format!("{}-{}", member.dimension as u8, member.index.place()), "", row)
    }

    fn cells(&self, row: &mut Vec<AnyView>, entry: &Entry, name: &str) {
        for column in &self.columns {
            let of = (entry, name);
            row.push(column.cell(self.page, &self.breakdown, of, &self.columns, self.decimals));
        }
    }

    fn tonnes(&self) -> Look {
        look::BARE.to(self.decimals)
    }

    /// A line without a rank and without comparisons, whose cells are there and empty, so that its rule is as long as the
    /// others; `named` is its name as it is shown, `has_lines` whether others end in a small line.
    fn plain_row(
        &self,
        class: &'static str,
        (name, named): (&str, AnyView),
        quantity: &Answer,
        share: &Answer,
        has_lines: bool,
    ) -> AnyView {
        let words = self.words;
        let named = view! { <span class="swatch"></span><span class="label">{named}</span> };
        let look = look::BARE.to(decimals_of_unit(Unit::Percent));
        let share = answer(self.page, share, look, words.share_label(name));
        let (before, behind) = words.around_share();
        let mut cells = vec![
            cell("rank", ().into_any()),
            name_cell(named.into_any()),
            self.measure(quantity, Paint::Fill(Hue::Rest).class(), [None, None], name),
            told_cell("share", before, Some(behind), share),
        ];
        let compared = self.columns.iter().filter(|column| !matches!(column, Column::Share));
        cells.extend(compared.map(|column| cell(column.class(), ().into_any())));
        cells.extend(has_lines.then(|| cell("spark", ().into_any())));
        table::row(class, cells)
    }

    fn total(&self, line: Option<Option<AnyView>>) -> AnyView {
        let words = self.words;
        let total = words.total_head();
        let whole = &self.ranking().whole;
        let quantity = answer(self.page, &whole.quantity, self.tonnes(), words.member_quantity_label(total));
        let mut row = vec![
            cell("rank", ().into_any()),
            name_cell(view! { <span class="label">{total}</span> }.into_any()),
            told_cell("quantity", None, Some(words.unit(self.subject().unit)), quantity),
        ];
        self.cells(&mut row, whole, total);
        row.extend(line.map(|line| cell("spark", line.into_any())));
        table::row("", row)
    }

    /// That the parts make the whole, in words and numbers.
    fn reconciliation(&self) -> AnyView {
        let ranking = self.ranking();
        if self.shown.dataset.is_recorded() {
            return value::concentration(self.page, ranking, self.dimension, self.flow());
        }
        let whole = &self.breakdown.whole.quantity;
        let (Some(listed), Ok(whole)) = (&ranking.listed, whole) else { return ().into_any() };
        let (page, words) = (self.page, self.words);
        let listed_number = number(page, listed, look::UNIT, words.listed_together().to_owned());
        let whole_number = number(page, whole, look::UNIT, words.total_head().to_owned());
        let truncated = range_of_truncated(page, whole).map(|range| words.truncated_behind(&range));
        let behind = |end: &str| truncated.unwrap_or_default() + end;
        let class = if ranking.adds_up { "sum" } else { "sum alarm" };
        let body = match (&ranking.remainder, ranking.complete) {
            (_, true) => {
                let [parts, total, end] = words.parts_and_total(whole.is_printed(), ranking.adds_up);
                view! { {parts} {with_text(listed_number, total)} {with_text(whole_number, &behind(end))} }
                    .into_any()
            }
            (Ok(rest), false) => {
                let rest = number(page, rest, look::UNIT, words.not_itemised().to_owned());
                let [parts, and, total, end] = words.listed_rest_total(ranking.adds_up);
                view! {
                    {parts} {with_text(listed_number, and)} {with_text(rest, total)}
                    {with_text(whole_number, &behind(end))}
                }
                .into_any()
            }
            (Err(_), false) => {
                let [parts, total, end] = words.listed_total(ranking.adds_up);
                view! { {parts} {with_text(listed_number, total)} {with_text(whole_number, &behind(end))} }
                    .into_any()
            }
        };
        view! { <p class=class>{body}</p> }.into_any()
    }
}
