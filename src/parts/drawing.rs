//! A chart's scene as elements of the page.

use leptos::prelude::*;
use leptos::svg;

use crate::parts::explanation::{Asked, Told};
use crate::parts::link::{address, view_link};
use crate::parts::live::live;
use crate::parts::pictures::pictures;
use crate::parts::table::{cell, column, name_cell, row, table};
use crate::state::Page;
use chart::{LeadsTo, Mark, Paint, Scene, Size, Target, Text, anchor, dot_data, path_data, rect_data, tenth};
use model::Span;
use view::{Section, Show, View};

/// The page's column: its greatest width and its margins, as the style has them, pixels.
const COLUMN: f64 = 1120.0;
pub const MARGIN_WIDE: f64 = 64.0;
const MARGIN_NARROW: f64 = 32.0;
const NARROW: f64 = 640.0;
/// No chart is narrower.
const LEAST: f64 = 240.0;

/// The width of a chart that is as wide as the page's column, pixels.
pub fn width(page: Page) -> f64 {
    let width = page.width.get();
    let margin = if width < NARROW || page.is_embedded { MARGIN_NARROW } else { MARGIN_WIDE };
    model::clamped(width - margin, LEAST, COLUMN)
}

/// On a page that is at least so wide the first chart stands beside the key figures: of the column it has this part,
/// less the gap between them.
const BESIDE: f64 = 1000.0;
const BESIDE_PART: f64 = 2.0 / 3.0;
const BESIDE_GAP: f64 = 40.0;

/// The width of the chart beside the key figures, pixels.
pub fn width_beside_figures(page: Page) -> f64 {
    let all = width(page);
    if page.width.get() < BESIDE || page.is_embedded { all } else { (all - BESIDE_GAP) * BESIDE_PART }
}

/// The margin of a text with charts, pixels: its line and a part of the window's width.
const TEXT_LINE: f64 = 3.0;
const TEXT_MARGIN: f64 = 0.024;
const TEXT_MARGINS: (f64, f64) = (14.0, 28.0);
/// On a page that is wide enough a chart stands beside a text, and of what both have, less the gap, it has this part.
const BESIDE_TEXT_PART: f64 = 5.0 / 12.0;

/// The width of a chart beside a text, or below it, pixels.
pub fn width_beside_text(page: Page) -> f64 {
    let window = page.width.get();
    let margin = model::clamped(window * TEXT_MARGIN, TEXT_MARGINS.0, TEXT_MARGINS.1);
    let all = width(page) - TEXT_LINE - margin;
    if window < BESIDE { all } else { (all - BESIDE_GAP) * BESIDE_TEXT_PART }
}

/// A chart of a section.
pub struct Chart {
    /// The section that it is in.
    pub of: Section,
    /// How many months together it is of, where that is not what the page says.
    pub span: Option<Span>,
    /// What it is.
    pub name: String,
    /// What it says, where that is said.
    pub finding: Option<String>,
    /// What its colours mean, where it does not say so itself.
    pub keys: Vec<(Paint, String)>,
    /// Its size on the page. Charts that choose their height take the width alone.
    pub size: Size,
    draw: Box<dyn Fn(Size) -> Scene>,
}

impl Chart {
    /// A chart that is drawn on the page, and in pictures in other sizes.
    pub fn new(
        of: Section,
        name: impl Into<String>,
        size: Size,
        draw: impl Fn(Size) -> Scene + 'static,
    ) -> Chart {
        Chart {
            of,
            span: None,
            name: name.into(),
            finding: None,
            keys: Vec::new(),
            size,
            draw: Box::new(draw),
        }
    }

    /// A chart that chooses its height.
    pub fn of_width(
        of: Section,
        name: impl Into<String>,
        width: f64,
        draw: impl Fn(f64) -> Scene + 'static,
    ) -> Chart {
        Chart::new(of, name, Size { width, height: 0.0 }, move |size| draw(size.width))
    }

    /// The same with what it says.
    pub fn finding(self, finding: Option<String>) -> Chart {
        Chart { finding, ..self }
    }

    /// The same with how many months together it is of.
    pub fn of_span(self, span: Span) -> Chart {
        Chart { span: Some(span), ..self }
    }

    /// The same with another name.
    pub fn named(self, name: String) -> Chart {
        Chart { name, ..self }
    }

    /// Its name as a heading, without a full stop.
    pub fn heading(&self) -> &str {
        self.name.trim_end_matches(['.', '。'])
    }

    /// The same with what its colours mean.
    pub fn keys(self, keys: Vec<(Paint, String)>) -> Chart {
        Chart { keys, ..self }
    }

    /// The chart in a size.
    pub fn draw(&self, size: Size) -> Scene {
        (self.draw)(size)
    }

    /// What it is and what it says, for those who hear the page.
    fn said(&self, page: Page) -> String {
        match &self.finding {
            Some(finding) => page.words().told_of(&self.name, finding),
            None => self.name.clone(),
        }
    }
}

/// A chart's scene. `name` says what it is, and what it finds, for those who hear the page; they also hear what it tells of the
/// month that is shown, or of what it begins with. It is one stop of the Tab key; arrows go from target
/// to target ([`super::roving`]).
fn drawing(page: Page, name: &str, scene: &Scene) -> AnyView {
    let mut is_first = true;
    let marks = scene.marks.iter().map(|m| mark(page, m, &mut is_first)).collect_view();
    let [width, height] = [scene.size.width, scene.size.height].map(tenth);
    let period = page.period.get_untracked();
    let targets = scene.targets();
    let is_shown = |target: &&&Target| matches!(target.to, LeadsTo::Month(month) if Some(month) == period);
    let words = page.words();
    let told = targets.iter().find(is_shown).or(targets.first());
    let told = told.map(|target| target.said([words.colon(), words.semicolon()]));
    let label = told.map_or(name.to_owned(), |told| words.told_of(name, &told));
    // One type for all attributes: each would be code of its own.
    svg::svg()
        .attr("role", Some("group".to_owned()))
        .attr("aria-label", Some(label))
        .attr("width", Some(width.clone()))
        .attr("height", Some(height.clone()))
        .attr("viewBox", Some(format!("0 0 {width} {height}")))
        .attr("class", Some("drawing".to_owned()))
        .child(marks)
        .into_any()
}

/// A chart with its pictures one press away, or a sentence where there is nothing to see.
pub fn drawn_alone(page: Page, chart: Chart) -> AnyView {
    shown(page, chart, false)
}

/// The same with its table one press away, too.
pub fn drawn(page: Page, chart: Chart) -> AnyView {
    shown(page, chart, true)
}

fn shown(page: Page, chart: Chart, has_table: bool) -> AnyView {
    let words = page.words();
    let scene = chart.draw(chart.size);
    if scene.marks.is_empty() {
        return view! { <p class="empty">{words.nothing_to_draw()}</p> }.into_any();
    }
    let said = chart.said(page);
    let drawing = drawing(page, &said, &scene);
    let targets: Vec<Target> = scene.targets().into_iter().cloned().collect();
    let open = RwSignal::new(false);
    let as_table = words.show_as(Show::Table);
    let press = (has_table && !targets.is_empty()).then(|| {
        let label = format!("{as_table}{}{said}", words.colon());
        view! {
            <button
                type="button"
                aria-label=label
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {as_table}
            </button>
        }
        .into_any()
    });
    view! {
        {drawing}
        <div class="taken">{press}{pictures(page, chart)}</div>
        {live(move || open.get().then(|| table_of(page, &said, &targets)))}
    }
    .into_any()
}

/// What the marks of a chart tell, a row each, with a column for each name that their values have.
fn table_of(page: Page, caption: &str, targets: &[Target]) -> AnyView {
    let words = page.words();
    let mut names: Vec<&str> = Vec::new();
    for line in targets.iter().flat_map(|target| &target.lines) {
        if !names.contains(&line.name.as_str()) {
            names.push(&line.name);
        }
    }
    let are_months = !targets.iter().any(|target| matches!(target.to, LeadsTo::Member(_)));
    let what = if are_months { words.month_head(page.subject().frequency) } else { words.name_head() };
    let head = |name: &&str| match *name {
        "" => column("", words.value_name().into_any()),
        name => column("", name.to_owned().into_any()),
    };
    let heads = std::iter::once(column("name", what.into_any())).chain(names.iter().map(head)).collect();
    let rows = targets.iter().map(|target| {
        let title = target.title.clone().into_any();
        let title = match leads_to(page, target) {
            Some(view) => view_link(view, "", title),
            None => title,
        };
        let value = |name: &&str| {
            let values = target.lines.iter().filter(|line| line.name == *name);
            cell(
                "",
                values.map(|line| line.value.clone()).collect::<Vec<_>>().join(words.semicolon()).into_any(),
            )
        };
        row("", std::iter::once(name_cell(title)).chain(names.iter().map(value)).collect())
    });
    let table = table("marks", caption.to_owned(), heads, rows.collect());
    view! { <div class="wide-table" tabindex="0" role="region" aria-label=caption.to_owned()>{table}</div> }
        .into_any()
}

/// The view that a mark leads to.
fn leads_to(page: Page, target: &Target) -> Option<View> {
    match target.to {
        LeadsTo::Nowhere => None,
        LeadsTo::Month(period) => Some(page.with(|v| v.period = Some(period))),
        LeadsTo::Member(member) => page.profile(member),
    }
}

/// A picture as small as a word, which the page says in numbers elsewhere: hidden from those who hear it.
pub fn small_picture(page: Page, scene: &Scene) -> AnyView {
    let marks = scene.marks.iter().map(|m| mark(page, m, &mut true)).collect_view().into_any();
    unheard(String::new(), [scene.size.width, scene.size.height].map(tenth), "", marks)
}

/// A picture inside a text or a table, of a width and a height, hidden from those who hear the page. One that has a
/// `box_` of its own lengths is stretched.
pub fn unheard(class: String, [width, height]: [String; 2], box_: &str, marks: AnyView) -> AnyView {
    // One type for all attributes: each would be code of its own.
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    svg::svg()
        .attr("aria-hidden", some("true".to_owned()))
        .attr("class", some(class))
        .attr("width", some(width))
        .attr("height", some(height))
        .attr("viewBox", some(box_.to_owned()))
        .attr("preserveAspectRatio", some("none".to_owned()))
        .child(marks)
        .into_any()
}

/// Every shape is a path: each kind of element would be code of its own.
fn mark(page: Page, mark: &Mark, is_first: &mut bool) -> AnyView {
    match mark {
        Mark::Rect(frame, paint) => path(rect_data(*frame), paint.class()),
        Mark::Path(runs, closed, paint) => path(path_data(runs, *closed), paint.class()),
        Mark::Dot(middle, radius, paint) => path(dot_data(*middle, *radius), paint.class()),
        Mark::Text(text) => written(text),
        Mark::Target(target, marks) => {
            let tab = if std::mem::take(is_first) { "0" } else { "-1" };
            let marks = marks.iter().map(|m| self::mark(page, m, is_first)).collect_view().into_any();
            self::target(page, target, tab, marks)
        }
    }
}

/// A text.
pub fn written(text: &Text) -> AnyView {
    svg::text()
        .attr("x", Some(tenth(text.at.x)))
        .attr("y", Some(tenth(text.at.y)))
        .attr("text-anchor", anchor(text.anchor))
        .attr("class", text.lettering.class())
        .child(text.words.clone())
        .into_any()
}

/// A shape.
pub fn path(data: String, class: &'static str) -> AnyView {
    svg::path().attr("d", data).attr("class", class).into_any()
}

/// What answers to pointer and keyboard: a link where it leads somewhere.
fn target(page: Page, target: &Target, tab: &'static str, marks: AnyView) -> AnyView {
    let words = page.words();
    let said = target.said([words.colon(), words.semicolon()]);
    let asked = Asked { told: Told::Lines(target.lines.clone()), label: target.title.clone(), to: None };
    let id = page.remember_number(asked).to_string();
    let (href, role) = match leads_to(page, target) {
        Some(view) => (Some(address(&view)), None),
        None => (None, Some("img")),
    };
    // Without an address a link is a group of marks.
    svg::a()
        .attr("href", href)
        .attr("role", role)
        .attr("class", "target")
        .attr("tabindex", tab)
        .attr("aria-label", said)
        .attr("data-number", id)
        .child(marks)
        .into_any()
}
