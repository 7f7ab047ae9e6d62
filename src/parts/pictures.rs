//! The menu below a chart that makes pictures of it: with what it is, of when, and who it is from.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::parts::download::menu;
use crate::parts::drawing::Chart;
use crate::parts::live::live;
use crate::parts::section::address_alone;
use crate::state::Page;
use chart::{Caption, Scene, Shape, Theme, picture, svg};

/// What a chart is to become.
#[derive(Clone, Copy)]
enum Kind {
    Png(Shape),
    Svg,
    /// A PNG on the clipboard.
    Copy,
}

/// In the order of [`i18n::TableWords::picture_kinds`].
const KINDS: [Kind; 5] =
    [Kind::Png(Shape::AsShown), Kind::Png(Shape::Wide), Kind::Png(Shape::Square), Kind::Svg, Kind::Copy];

/// Pixels of a PNG for each of the page: as many as fine screens have.
const ENLARGED: f64 = 2.0;
/// Pictures are looked at beside others: light, whatever the page is.
const THEME: Theme = Theme::LIGHT;

/// The menu of a chart.
pub fn pictures(page: Page, chart: Chart) -> AnyView {
    let words = page.words();
    let chart = StoredValue::new_local(chart);
    let told = RwSignal::new(String::new());
    let make = move |kind: Kind| {
        let made = chart.try_with_value(|chart| made(page, chart, kind)).flatten();
        let Some(Made { name, caption, scene }) = made else { return };
        spawn_local(async move {
            let words = page.words_now();
            let saved =
                |name: String, is_saved| page.saved(is_saved).unwrap_or_else(|| words.file_saved(&name));
            told.set(match kind {
                Kind::Svg => {
                    let (name, text) =
                        (name + ".svg", svg(&scene, &THEME, &caption.title, &caption.subtitle));
                    let is_saved = browser::download(&name, text.as_bytes());
                    saved(name, is_saved)
                }
                Kind::Png(_) => match browser::png(&scene, &THEME, ENLARGED).await {
                    Some(png) => {
                        let name = name + ".png";
                        let is_saved = browser::download_blob(&name, &png);
                        saved(name, is_saved)
                    }
                    None => words.no_picture().to_owned(),
                },
                Kind::Copy => {
                    let png = async move { browser::png(&scene, &THEME, ENLARGED).await };
                    let is_copied = browser::copy_kinds([("image/png", browser::later(png))]).await;
                    if is_copied { words.copied() } else { words.not_copied() }.to_owned()
                }
            });
        });
    };
    let entries = KINDS.into_iter().zip(words.picture_kinds()).map(|(kind, name)| (name, move || make(kind)));
    view! {
        {menu(words.picture(), entries)}
        <span class="downloaded" role="status">{live(move || told.get())}</span>
    }
    .into_any()
}

/// A picture that is to be written.
struct Made {
    /// Its file's name without the ending.
    name: String,
    caption: Caption,
    scene: Scene,
}

fn made(page: Page, chart: &Chart, kind: Kind) -> Option<Made> {
    let shown = page.shown.get_untracked()?;
    let period = page.period.get_untracked()?;
    let words = page.words_now();
    let span = chart.span.unwrap_or_else(|| page.span.get_untracked());
    let name = format!("{}-{period}-{}-{}", shown.id, span.name(), chart.of.name());
    let what = words.name(&shown.catalogue().title).to_owned() + &untrack(|| page.scope());
    let heading = chart.heading().to_owned();
    let (title, subtitle) = match &chart.finding {
        Some(finding) => (finding.trim_end_matches(['.', '。']).to_owned(), format!("{heading} · {what}")),
        None => (heading, what),
    };
    let date = words.date(&browser::today());
    let address = untrack(|| address_alone(page, chart.of, chart.span));
    let mut foot = match shown.dataset.sums() {
        Some(records) => records.provenance.sources.clone(),
        None => vec![words.source_of(&shown.dataset)],
    };
    if let Some(first) = foot.first_mut() {
        first.insert_str(0, words.source_lead());
    }
    if shown.dataset.is_synthetic() {
        foot.insert(0, words.synthetic_banner().concat());
    }
    foot.push(address.map_or(date.clone(), |address| format!("{address} · {date}")));
    let caption = Caption { title, subtitle, keys: chart.keys.clone(), foot };
    let shape = if let Kind::Png(shape) = kind { shape } else { Shape::AsShown };
    let scene = picture(&caption, shape, chart.size, &|size| chart.draw(size));
    Some(Made { name, caption, scene })
}
