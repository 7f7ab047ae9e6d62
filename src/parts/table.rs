//! What tables are made of. Each part tells its role: on a narrow screen the style makes lists of tables, and
//! browsers then forget that they are some.

use std::borrow::Cow;

use leptos::html;
use leptos::prelude::*;

/// A text or a class. An empty class is none: an attribute like others, as `class=` of a view would leave an empty one.
type Text = Cow<'static, str>;

fn some(class: Text) -> Option<Text> {
    Some(class).filter(|class| !class.is_empty())
}

/// A table with a caption for those who hear the page, the heads of its columns and its rows.
pub fn table(
    class: &'static str,
    caption: impl Into<Text>,
    heads: Vec<AnyView>,
    rows: Vec<AnyView>,
) -> AnyView {
    let caption: Text = caption.into();
    view! {
        <table role="table" class=class>
            <caption class="hidden">{caption}</caption>
            {head_rows(heads)}
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The rows above all others: one, of the heads of columns.
pub fn head_rows(heads: Vec<AnyView>) -> AnyView {
    view! { <thead role="rowgroup">{row("", heads)}</thead> }.into_any()
}

/// A row of cells.
pub fn row(class: &'static str, cells: Vec<AnyView>) -> AnyView {
    row_of(String::new(), class, cells)
}

/// The row of somebody, who has a key of their own on the page, by which the row is found again when the table is drawn
/// anew.
pub fn row_of(key: String, class: &'static str, cells: Vec<AnyView>) -> AnyView {
    let row =
        html::tr().attr("role", "row").attr("class", some(class.into())).attr("data-row", some(key.into()));
    row.child(cells).into_any()
}

/// The head of a column.
pub fn column(class: &'static str, content: AnyView) -> AnyView {
    let head = html::th().attr("scope", "col").attr("role", "columnheader");
    head.attr("class", some(class.into())).child(content).into_any()
}

/// The heads of columns that need no class.
pub fn columns<const N: usize>(heads: [&'static str; N]) -> Vec<AnyView> {
    heads.map(|head| column("", head.into_any())).into()
}

/// The cell that names its row.
pub fn name_cell(content: AnyView) -> AnyView {
    view! { <th scope="row" role="rowheader" class="name">{content}</th> }.into_any()
}

/// A cell.
pub fn cell(class: impl Into<Text>, content: AnyView) -> AnyView {
    told_cell(class, None, None, content)
}

/// A cell of a number: on a narrow screen, where the heads of columns are gone, it says what it is `on` and its unit.
pub fn told_cell(
    class: impl Into<Text>,
    on: Option<&'static str>,
    unit: Option<&'static str>,
    content: AnyView,
) -> AnyView {
    let cell = html::td().attr("role", "cell").attr("data-on", on).attr("data-unit", unit);
    cell.attr("class", some(class.into())).child(content).into_any()
}
