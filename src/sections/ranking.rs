//! A breakdown as a table with bars in it.

use leptos::html;
use leptos::prelude::*;
use leptos::svg;

use super::compare::comparison;
use super::map::{map, parts, show_switch, ways};
use super::order;
use super::structure::over_time;
use crate::browser;
use crate::charts::{Sparklines, around};
use crate::parts::button::button;
use crate::parts::drawing::small_picture;
use crate::parts::link::{COMPARES, view_link};
use crate::parts::live::live;
use crate::parts::number::{answer, month, number, truncated};
use crate::parts::section::{foot, section};
use crate::parts::table::{self, cell, column, head_rows, name_cell, told_cell};
use crate::parts::value;
use crate::state::Page;
use crate::state::Shown;
use breakdown::{Breakdown, Entry, Others, Ranking};
use chart::{Size, bar_length, strip};
use i18n::{Words, look, member_name, members_name};
use model::{Against, Answer, Change, Dimension, Flow, MemberId, Period, Span, Unit};
use report::csv;
use view::{Section, Show, SortBy};

#[component]
pub fn RankingSection(
    page: Page,
    dimension: Dimension,
    /// With every column that has a figure.
    wide: bool,
) -> impl IntoView {
    let id = Section::Ranking(dimension).name();
    live(move || {
        let shown = page.shown.get()?;
        let breakdown = page.breakdown.get()?;
        let words = page.words();
        let flow = shown.catalogue().flow;
        let table = Table { page, words, shown: &shown, breakdown: &breakdown, dimension, wide };
        // What a dataset does not tell apart has no section among others.
        if !wide && shown.catalogue().members(dimension).is_empty() {
            return None;
        }
        let more = page.with(|v| v.section = Section::Ranking(dimension));
        let is_province = dimension == Dimension::RegistrationLocation;
        let caveat = is_province.then(|| words.registration_caveat(flow));
        let beside = view! {
            <p class="when">{table.months()}</p>
            {table.cross_link()}
            {(!wide).then(|| view_link(more, "more", words.more_on(dimension, flow).into_any()))}
        };
        // Drawn again with each letter that is looked for, while the field for it stays.
        let of = (shown.clone(), breakdown.clone());
        let rows =
            live(move || Table { page, words, shown: &of.0, breakdown: &of.1, dimension, wide }.view());
        let ways = if wide { ways(&shown, dimension) } else { Vec::new() };
        let show = page.view.with(|v| v.show);
        let picture = match show {
            _ if !ways.contains(&show) => None,
            Show::Map => Some(map(page, &shown, &breakdown, dimension)),
            Show::Treemap => Some(parts(page, &shown, &breakdown, dimension)),
            Show::Table | Show::Slope => None,
        };
        let figures = match picture {
            Some(Some(picture)) => picture,
            Some(None) => {
                let why = words.too_few_for_picture(show);
                view! { <p class="caveat">{why}</p> {table.finder()}{rows} }.into_any()
            }
            None => view! { {table.finder()}{rows} }.into_any(),
        };
        let body = view! {
            {caveat.map(|c| view! { <p class="caveat">{c}</p> }.into_any())}
            {table.strip()}
            {show_switch(page, &ways)}
            {figures}
            {table.reconciliation()}
            {comparison(page, &shown, dimension, breakdown.period)}
            {wide.then(|| over_time(page, &shown, &breakdown, dimension))}
            {wide.then(|| table.download())}
            {foot(page, &shown, Section::Ranking(dimension))}
        };
        let title = words.dimension(dimension, flow).into_any();
        Some(section("breakdown", id, title, beside.into_any(), body.into_any()))
    })
}

struct Table<'a> {
    page: Page,
    words: &'static dyn Words,
    shown: &'a Shown,
    breakdown: &'a Breakdown,
    dimension: Dimension,
    wide: bool,
}

/// The size of a small line, pixels, and how many months it has.
const SPARK_MONTHS: usize = 24;
const SPARKLINE: Size = Size { width: 72.0, height: 20.0 };

/// How many members of records a short table has.
const SHORT: usize = 10;

/// Small lines of a table; `None` for whom too few months are known.
struct SmallLines {
    /// How many months each has.
    months: usize,
    of_each: Vec<Option<AnyView>>,
    of_all: Option<AnyView>,
}

impl Table<'_> {
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

    fn swatch(&self, member: Option<MemberId>) -> AnyView {
        let class = match member {
            Some(member) => format!("swatch colour-{}", self.shown.colours.slot(member)),
            None => "swatch rest".to_owned(),
        };
        view! { <span class=class aria-hidden="true"></span> }.into_any()
    }

    /// The month's comparison always; the year's where any figure of it is known.
    fn comparisons(&self) -> Vec<Against> {
        let known = |e: &Entry| e.yoy.percent.is_ok() || e.yoy.previous.is_ok();
        let year = self.ranking().entries.iter().any(known);
        match self.breakdown.span {
            Span::Ytd | Span::Rolling => vec![Against::YearBefore],
            Span::Month if year => vec![Against::MonthBefore, Against::YearBefore],
            Span::Month => vec![Against::MonthBefore],
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
            let name = part.member.map_or(self.words.not_itemised().to_owned(), |m| self.name(m));
            bar(class, part.length, Some(name))
        });
        view! { <div class="strip" aria-hidden="true">{parts.collect_view()}</div> }.into_any()
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
        let comparisons = self.comparisons();
        let detailed =
            |c: Against| self.wide || c == Against::MonthBefore || self.breakdown.span != Span::Month;
        let rank = words.rank_head(ranking.entries.iter().any(|e| ranking.is_among_listed(e)));
        let mut heads = vec![
            column(
                "rank",
                view! { <span aria-hidden="true">"#"</span><span class="hidden">{rank}</span> }.into_any(),
            ),
            self.head("name", SortBy::Name, words.member_head(self.dimension, self.flow()).to_owned()),
            self.head("quantity", SortBy::Quantity, words.quantity_head().to_owned()),
            column("", words.share_head().into_any()),
        ];
        let listed = self.listed();
        let small = self.small_lines(&listed);
        if let Some(small) = &small {
            heads.push(column("spark", words.months(small.months as u64).into_any()));
        }
        heads.extend(comparisons.iter().map(|c| self.heads(*c, detailed(*c))));
        heads.extend(value::heads(self.page, self.breakdown, self.wide, |by, text| {
            self.head("", by, text.to_owned())
        }));
        let nobody = (listed.is_empty() && !ranking.entries.is_empty())
            .then(|| view! { <p class="empty">{words.nobody_found(&self.page.find.get())}</p> }.into_any());
        let (line_of_all, lines) = small.map(|small| (small.of_all, small.of_each)).unzip();
        let mut lines = lines.map(Vec::into_iter);
        let mut line = || lines.as_mut().map(|lines| lines.next().flatten());
        let rows = listed.into_iter().map(|e| self.row(e, line(), &comparisons, &detailed)).collect_view();
        let others = self
            .others()
            .map(|o| self.plain_row(None, words.others(o.count as u64), &o.quantity, &o.share, "rest-row"));
        let groups = ranking.groups.iter().map(|g| {
            let name = members_name(words, self.shown.catalogue(), &g.members);
            let name = words.members_together(&name);
            self.plain_row(None, name, &g.quantity, &g.share, "group")
        });
        let rest = (!ranking.complete).then(|| {
            let name = words.not_itemised().to_owned();
            self.plain_row(None, name, &ranking.remainder, &ranking.remainder_share, "rest-row")
        });
        let full = comparisons.len() > 1 && self.wide;
        let caption = words.ranking_caption(self.dimension, self.flow(), &self.months_name());
        view! {
            <table role="table" class:full=full class:recorded=self.shown.dataset.is_recorded()>
                <caption class="hidden">{caption}</caption>
                {head_rows(heads)}
                <tbody role="rowgroup">{rows}{others}{groups.collect_view()}{rest}</tbody>
                <tfoot role="rowgroup">{self.total(line_of_all, &comparisons, &detailed)}</tfoot>
            </table>
            {nobody}
        }
        .into_any()
    }

    fn flow(&self) -> Flow {
        self.shown.catalogue().flow
    }

    /// The entries that have a line, in the order that the reader chose: all that articles tell of, the first of the
    /// many of records.
    fn listed(&self) -> Vec<&Entry> {
        let entries = &self.ranking().entries;
        let count = if self.others().is_some() { SHORT } else { entries.len() };
        let mut listed: Vec<&Entry> = entries.iter().take(count).collect();
        let asked = self.page.find.get();
        if self.wide && !asked.is_empty() {
            let member = |entry: &Entry| self.shown.catalogue().member(entry.member()?);
            listed.retain(|entry| member(entry).is_some_and(|member| order::is_called(member, &asked)));
        }
        if let Some(sort) = self.page.view.with(|v| v.sort) {
            let catalogue = self.shown.catalogue();
            let name = |entry: &Entry| entry.member().map(|m| member_name(self.words, catalogue, m));
            order::order(&mut listed, sort, &name);
        }
        listed
    }

    /// The head of a column that orders the table.
    fn head(&self, class: &'static str, by: SortBy, text: String) -> AnyView {
        order::head(self.page, class, by, text)
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

    fn base(&self, against: Against) -> Period {
        self.breakdown.period.plus(-against.months())
    }

    fn heads(&self, against: Against, detailed: bool) -> AnyView {
        let words = self.words;
        let base = self.base(against);
        let before = match self.breakdown.span {
            Span::Month => month(base, words.month_short(base)),
            span => month(base, words.span(base, span)),
        };
        let before = view! { {before}{words.base_unit()} }.into_any();
        let [tonnes, percent] = [words.change_tonnes_head(against), words.change_percent_head(against)];
        let [by_tonnes, by_percent] = match against {
            Against::MonthBefore => [SortBy::MonthTonnes, SortBy::MonthPercent],
            Against::YearBefore => [SortBy::YearTonnes, SortBy::YearPercent],
        };
        view! {
            {detailed.then(|| self.head("", by_tonnes, tonnes))}
            {self.head("", by_percent, percent)}
            {detailed.then(|| column("previous", before))}
        }
        .into_any()
    }

    /// The months of each listed member and of all as small lines, in a wide table of which some can be drawn.
    fn small_lines(&self, listed: &[&Entry]) -> Option<SmallLines> {
        if !self.wide {
            return None;
        }
        let (series, chosen) = (self.page.series.get(), self.page.chosen.get());
        let points = around(&series, self.breakdown.period, SPARK_MONTHS);
        let lines = Sparklines::new(self.shown, chosen.as_deref(), points, self.breakdown.period);
        let draw = |member| lines.line(member).map(|line| small_picture(self.page, &line.draw(SPARKLINE)));
        let of_each: Vec<_> = listed.iter().map(|entry| draw(entry.member())).collect();
        let any = of_each.iter().any(Option::is_some);
        any.then(|| SmallLines { months: lines.months(), of_each, of_all: draw(None) })
    }

    /// The line of an entry. `line` is its small picture, in a table with a column for them.
    fn row(
        &self,
        entry: &Entry,
        line: Option<Option<AnyView>>,
        comparisons: &[Against],
        detailed: &impl Fn(Against) -> bool,
    ) -> AnyView {
        let Some(member) = entry.member() else { return ().into_any() };
        let words = self.words;
        let name = self.name(member);
        let longest = self.longest();
        let length = entry.quantity.as_ref().map_or(0.0, |f| bar_length(f, longest));
        let code = self.shown.catalogue().member(member).map(|m| m.code.clone());
        let code = code.filter(|_| self.dimension == Dimension::Product);
        let streak = entry.streak.as_ref().ok().filter(|s| s.bounds.low > 1.0);
        let streak = streak.filter(|_| self.dimension != Dimension::Product).map(|s| {
            let [first_for, in_a_row] = words.streak();
            let months = number(self.page, s, look::BARE, words.streak_label(&name));
            view! { <span class="streak">{first_for} {months} {in_a_row}</span> }.into_any()
        });
        let colour = format!("bar colour-{}", self.shown.colours.slot(member));
        let cells = comparisons.iter().map(|c| {
            let change = if *c == Against::MonthBefore { &entry.mom } else { &entry.yoy };
            self.change_cells(change, &name, *c, detailed(*c))
        });
        let named = view! {
            {self.choose(member, &name)}{self.swatch(Some(member))}{self.label(member, &name)}
            {code.map(|c| view! { <span class="code">{c}</span> }.into_any())}
            {streak}
            {value::presence(self.page, entry)}
        };
        let rank = words.rank_label(&name, self.ranking().is_among_listed(entry));
        let mut row = vec![
            cell("rank", answer(self.page, &entry.rank, look::BARE, rank)),
            name_cell(named.into_any()),
            self.measure(&entry.quantity, bar(colour, length, None), &name),
            self.share(&entry.share, &name),
        ];
        row.extend(line.map(|line| cell("spark", line.into_any())));
        row.extend(cells);
        row.push(value::cells(self.page, entry, &name, self.wide));
        table::row("", row)
    }

    /// A quantity beside its bar.
    fn measure(&self, quantity: &Answer, bar: AnyView, name: &str) -> AnyView {
        let number = answer(self.page, quantity, look::BARE, self.words.member_quantity_label(name));
        let measure = view! {
            <span class="measure" data-unit=self.words.unit(Unit::Tonnes)>
                <span class="track" aria-hidden="true">{bar}</span>
                {number}
            </span>
        };
        cell("quantity", measure.into_any())
    }

    fn share(&self, share: &Answer, name: &str) -> AnyView {
        let number = answer(self.page, share, look::BARE, self.words.share_label(name));
        told_cell("share", None, Some(self.words.share_behind()), number)
    }

    fn change_cells(&self, change: &Change, name: &str, against: Against, detailed: bool) -> AnyView {
        let words = self.words;
        let when = words.span(self.base(against), self.breakdown.span);
        let label = words.member_change_label(name, &when);
        // On a narrow screen the columns' heads are gone: the first cell of a comparison names it.
        let on = words.change_short(against);
        let absolute = || answer(self.page, &change.absolute, look::CHANGE, label.clone());
        let previous =
            || answer(self.page, &change.previous, look::BARE, words.member_base_label(name, &when));
        let percent = || answer(self.page, &change.percent, look::CHANGE, label.clone());
        view! {
            {detailed.then(|| told_cell("change", Some(on), Some(words.unit(Unit::Tonnes)), absolute()))}
            {told_cell("change", (!detailed).then_some(on), Some(words.unit(Unit::Percent)), percent())}
            {detailed.then(|| told_cell("previous", Some(words.base_before()), Some(words.unit(Unit::Tonnes)), previous()))}
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
        let named = view! { {self.swatch(member)}<span class="label">{name.clone()}</span> };
        let cells = vec![
            cell("rank", ().into_any()),
            name_cell(named.into_any()),
            self.measure(quantity, bar("bar rest".to_owned(), length, None), &name),
            self.share(share, &name),
        ];
        table::row(class, cells)
    }

    fn total(
        &self,
        line: Option<Option<AnyView>>,
        comparisons: &[Against],
        detailed: &impl Fn(Against) -> bool,
    ) -> AnyView {
        let words = self.words;
        let total = words.total_head();
        let whole = &self.ranking().whole;
        let cells = comparisons.iter().map(|c| {
            let change = if *c == Against::MonthBefore { &whole.mom } else { &whole.yoy };
            self.change_cells(change, total, *c, detailed(*c))
        });
        let quantity =
            answer(self.page, &whole.quantity, look::BARE, self.words.member_quantity_label(total));
        let mut row = vec![
            cell("rank", ().into_any()),
            name_cell(view! { <span class="label">{total}</span> }.into_any()),
            told_cell("quantity", None, Some(self.words.unit(Unit::Tonnes)), quantity),
            cell("share", ().into_any()),
        ];
        row.extend(line.map(|line| cell("spark", line.into_any())));
        row.extend(cells);
        row.push(value::cells(self.page, whole, total, self.wide));
        table::row("", row)
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
        let (words, dimension) = (self.words, self.dimension);
        let save = move || {
            let (Some(shown), Some(breakdown)) = (&shown, &breakdown) else { return };
            let text = csv(words, &shown.dataset, breakdown, dimension);
            let (span, part) = (breakdown.span.name(), Section::Ranking(dimension).name());
            let name = format!("{}-{}-{span}-{part}.csv", shown.id, breakdown.period);
            browser::download(&name, text.as_bytes());
        };
        view! { <p class="save">{button(words.download_csv().into_any(), save)}</p> }.into_any()
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
        let behind = truncated(page, whole).map(|text| format!(" ({text})"));
        let whole_number = view! { {whole_number}{behind} };
        let class = if ranking.adds_up { "sum" } else { "sum alarm" };
        let body = match (&ranking.remainder, ranking.complete) {
            (_, true) => {
                let [parts, total, end] = words.parts_and_total(whole.is_printed(), ranking.adds_up);
                view! { {parts} {listed_number} {total} {whole_number} {end} }.into_any()
            }
            (Ok(rest), false) => {
                let rest = number(page, rest, look::UNIT, words.not_itemised().to_owned());
                let [parts, and, total, end] = words.listed_rest_total(ranking.adds_up);
                view! { {parts} {listed_number} {and} {rest} {total} {whole_number} {end} }.into_any()
            }
            (Err(_), false) => {
                let [parts, total, end] = words.listed_total(ranking.adds_up);
                view! { {parts} {listed_number} {total} {whole_number} {end} }.into_any()
            }
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
