//! A chart's scene as elements of the page.

use leptos::html::ElementChild;
use leptos::prelude::*;
use leptos::svg;

use crate::parts::explanation::{Asked, Told};
use crate::parts::link::address;
use crate::state::Page;
use chart::{LeadsTo, Mark, Scene, Target, anchor, path_data, tenth};

/// A chart. `name` says what it is, for those who hear the page. It is one stop of the Tab key; arrows go from target
/// to target ([`super::roving`]).
pub fn drawing(page: Page, name: &str, scene: &Scene) -> AnyView {
    let mut is_first = true;
    let marks = scene.marks.iter().map(|m| mark(page, m, &mut is_first)).collect_view();
    let (width, height) = (scene.size.width, scene.size.height);
    view! {
        <svg
            class="drawing"
            role="group"
            aria-label=name.to_owned()
            width=width
            height=height
            viewBox=format!("0 0 {width} {height}")
        >
            {marks}
        </svg>
    }
    .into_any()
}

fn mark(page: Page, mark: &Mark, is_first: &mut bool) -> AnyView {
    match mark {
        Mark::Rect(frame, paint) => svg::rect()
            .attr("x", tenth(frame.left))
            .attr("y", tenth(frame.top))
            .attr("width", tenth(frame.width))
            .attr("height", tenth(frame.height))
            .attr("class", paint.class())
            .into_any(),
        Mark::Path(runs, closed, paint) => {
            svg::path().attr("d", path_data(runs, *closed)).attr("class", paint.class()).into_any()
        }
        Mark::Dot(middle, radius, paint) => svg::circle()
            .attr("cx", tenth(middle.x))
            .attr("cy", tenth(middle.y))
            .attr("r", tenth(*radius))
            .attr("class", paint.class())
            .into_any(),
        Mark::Text(text) => svg::text()
            .attr("x", tenth(text.at.x))
            .attr("y", tenth(text.at.y))
            .attr("text-anchor", anchor(text.anchor))
            .attr("class", text.lettering.class())
            .child(text.words.clone())
            .into_any(),
        Mark::Target(target, marks) => {
            let tab = if std::mem::take(is_first) { "0" } else { "-1" };
            let marks = marks.iter().map(|m| self::mark(page, m, is_first)).collect_view().into_any();
            self::target(page, target, tab, marks)
        }
    }
}

/// What answers to pointer and keyboard: a link where it leads somewhere.
fn target(page: Page, target: &Target, tab: &'static str, marks: AnyView) -> AnyView {
    let said = target.said();
    let asked = Asked { told: Told::Lines(target.lines.clone()), label: target.title.clone() };
    let id = page.remember_number(asked).to_string();
    let to = match target.to {
        LeadsTo::Nowhere => None,
        LeadsTo::Month(period) => Some(page.with(|v| v.period = Some(period))),
        LeadsTo::Member(member) => page.to_member(member),
    };
    match to {
        Some(view) => svg::a()
            .attr("href", address(&view))
            .attr("class", "target")
            .attr("tabindex", tab)
            .attr("aria-label", said)
            .attr("data-number", id)
            .child(marks)
            .into_any(),
        None => svg::g()
            .attr("class", "target")
            .attr("role", "img")
            .attr("tabindex", tab)
            .attr("aria-label", said)
            .attr("data-number", id)
            .child(marks)
            .into_any(),
    }
}
