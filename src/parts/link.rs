//! Links to other views of the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use crate::browser;
use crate::parts::explanation;
use crate::state::Page;
use view::{MemberCode, View};

/// A link to another view. It is a real address; a plain click stays on the page ([`listen`]).
pub fn view_link(view: View, class: &'static str, content: AnyView) -> AnyView {
    view! { <a class=class href=address(&view)>{content}</a> }.into_any()
}

/// The address of a view, relative to the page.
pub fn address(view: &View) -> String {
    match view.to_query() {
        // An empty address would be the one that is shown, with its view.
        query if query.is_empty() => "?".to_owned(),
        query => query,
    }
}

/// The attribute of a box that chooses a member for comparison: what a link calls the member.
pub const COMPARES: &str = "data-compare";

/// The class of a link to the members that are compared, and where they are: it leads there, not to the table above.
pub const TO_COMPARISON: &str = "to-comparison";
const COMPARISON: &str = ".comparison";

/// Lists of views.
const LISTS: &str = "select.views";

/// Follows all links to views of the page without leaving it, for its lifetime.
pub fn listen(page: Page) {
    browser::listen(&["click"], move |event| {
        let Some(link) = browser::parent(&event, "a[href^=\"?\"]") else { return };
        if event.dyn_ref::<MouseEvent>().is_none_or(browser::has_modifier) || event.default_prevented() {
            return;
        }
        let (view, _) = View::from_query(&link.get_attribute("href").unwrap_or_default());
        // A finger's first tap on a chart tells, its second one follows.
        let is_told = explanation::tells_first(page, &event, &link);
        if page.is_embedded && !view.embed && !is_told {
            // The whole page has no room here: the browser opens it as the link now says.
            let _ = link.set_attribute("target", "_blank");
            let _ = link.set_attribute("rel", "noopener");
            return;
        }
        event.prevent_default();
        if is_told {
            return;
        }
        let other_section = page.view.with_untracked(|v| v.section != view.section);
        let section = view.section;
        page.go(view);
        if link.matches(&format!(".{TO_COMPARISON}")).unwrap_or_default() {
            browser::show_once(move || page.view.with_untracked(|v| v.section == section), COMPARISON);
        } else if other_section {
            browser::scroll_to_top();
            browser::focus_later("#content");
        }
    });
    browser::listen(&["change"], move |event| {
        let Some(element) = browser::target(&event) else { return };
        if element.matches(LISTS).unwrap_or_default() {
            page.go(View::from_query(&event_target_value(&event)).0);
            // The list is drawn anew, and whoever came by keyboard is still in it.
            let name = element.get_attribute("name").unwrap_or_default();
            let focus = move || browser::focus(&format!("{LISTS}[name={name}]"));
            return browser::next_frame(|| browser::after(0, || browser::after(0, focus)));
        }
        let Some(chosen) = element.get_attribute(COMPARES) else { return };
        let chosen = MemberCode::from_link(&chosen);
        page.go(page.with(|v| match v.compare.iter().position(|code| *code == chosen) {
            Some(place) => drop(v.compare.remove(place)),
            None => v.compare.push(chosen),
        }));
    });
}
