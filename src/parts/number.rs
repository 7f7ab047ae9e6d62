//! A number on the page: readable by machines, and able to say where it comes from.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::parts::explanation::{Asked, Told};
use crate::state::Page;
use i18n::{Look, range_with_unit, shown};
use model::{Answer, Figure, Missing, Period, write_shortest};
use view::View;

/// An answer as a number, or as the mark of why there is none. `label` says what it is, for its
/// explanation: "Mexico, share of the total".
pub fn answer(page: Page, answer: &Answer, look: Look, label: String) -> AnyView {
    match answer {
        Ok(figure) => number(page, figure, look, label),
        Err(missing) => no_number(page, *missing, label),
    }
}

/// A figure as a number.
pub fn number(page: Page, figure: &Figure, look: Look, label: String) -> AnyView {
    let content = data(figure, shown(page.words(), figure, look));
    asking(page, class_of(figure), Told::Figure(Arc::new(figure.clone())), label, content)
}

/// What a figure that is printed truncated can be: "truncated: 21,358–21,400 t". `None` for others.
pub fn truncated(page: Page, figure: &Figure) -> Option<String> {
    range_of_truncated(page, figure).map(|range| page.words().truncated(&range))
}

/// The same without words: "21,358–21,400 t".
pub fn range_of_truncated(page: Page, figure: &Figure) -> Option<String> {
    let is_outside = figure.is_printed() && !figure.bounds.contains(figure.value);
    is_outside.then(|| range_with_unit(page.words(), figure, false))
}

/// How a figure looks: with a line where it is derived or not exact, with something set aside, the very number of another month.
pub fn class_of(figure: &Figure) -> String {
    let mut class = String::from("number");
    if figure.is_marked() {
        class.push_str(" derived");
    }
    if figure.is_doubtful() {
        class.push_str(" contradicted");
    }
    if !figure.repeats.is_empty() {
        class.push_str(" repeated");
    }
    class
}

/// A figure's text, with its value and bounds for machines.
fn data(figure: &Figure, text: String) -> AnyView {
    let value = tidy(figure.value);
    let low = tidy(figure.bounds.low);
    let high = Some(figure.bounds.high).filter(|high| high.is_finite()).map(tidy);
    // One type for all attributes: each would be code of its own.
    let data = html::data().attr("value", Some(value)).attr("data-low", Some(low)).attr("data-high", high);
    data.child(text).into_any()
}

/// A number to a gram or a millionth: more digits are of the arithmetic.
fn tidy(number: f64) -> String {
    write_shortest((number * 1e6).round() / 1e6)
}

/// Different reasons are different marks; none of them looks like zero.
fn no_number(page: Page, missing: Missing, label: String) -> AnyView {
    match page.words().missing_mark(missing) {
        "" => ().into_any(),
        mark => missing_as(page, missing, label, mark),
    }
}

/// Something that is missing, with words in the place of its mark.
pub fn missing_as(page: Page, missing: Missing, label: String, text: &'static str) -> AnyView {
    asking(page, "number missing".to_owned(), Told::Missing(missing), label, text.into_any())
}

/// A button that explains what it holds when it is pointed at, focused or pressed: the page listens for all
/// of them ([`super::explanation::listen`]).
fn asking(page: Page, class: String, told: Told, label: String, content: AnyView) -> AnyView {
    asking_for(page, class, Asked { told, label, to: None }, content)
}

/// A number in a text: what it holds ends in a link to the view that shows it.
pub fn number_in_text(page: Page, figure: &Figure, text: String, label: String, to: View) -> AnyView {
    let told = Told::Figure(Arc::new(figure.clone()));
    let asked = Asked { told, label, to: Some(Box::new(to)) };
    asking_for(page, class_of(figure), asked, data(figure, text))
}

fn asking_for(page: Page, class: String, asked: Asked, content: AnyView) -> AnyView {
    let id = page.remember_number(asked);
    view! { <button type="button" class=class data-number=id.to_string()>{content}</button> }.into_any()
}

/// A part of a sentence.
pub enum Part {
    /// Words.
    Text(String),
    /// A number that can be asked.
    Number(AnyView),
    /// A month.
    Month(AnyView),
}

/// A sentence of words and numbers, each number with what belongs to it.
pub fn sentence(parts: impl Iterator<Item = Part>) -> AnyView {
    let mut drawn: Vec<AnyView> = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        drawn.push(match part {
            Part::Text(text) => text.into_any(),
            Part::Month(month) => month,
            Part::Number(number) => match parts.next_if(|part| matches!(part, Part::Text(_))) {
                Some(Part::Text(behind)) => with_text(number, &behind),
                _ => number,
            },
        });
    }
    drawn.into_any()
}

/// A number with the text behind it. A stop or a comma of that begins no line: a browser would let it, behind a button.
pub fn with_text(number: AnyView, behind: &str) -> AnyView {
    let (stop, rest) =
        behind.split_at(behind.find(|letter| !STOPS.contains(&letter)).unwrap_or(behind.len()));
    match stop.is_empty() {
        true => view! { {number}{rest.to_owned()} }.into_any(),
        false => {
            view! { <span class="together">{number}{stop.to_owned()}</span>{rest.to_owned()} }.into_any()
        }
    }
}

/// What belongs to the word before it.
const STOPS: [char; 9] = ['，', '。', '；', '、', '）', '.', ',', ';', ')'];

/// A month as text that machines can read.
pub fn month(period: Period, text: String) -> AnyView {
    html::time().attr("datetime", Some(period.to_string())).child(text).into_any()
}
