//! The menu below a table or chart that makes files of it, which a worker writes.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::browser;
use crate::parts::button::button;
use crate::parts::live::live;
use crate::parts::notices::{Waiting, failure};
use crate::state::{Page, sent};
use i18n::{Awaited, Failure};
use messages::{Format, MakeFile};
use view::{Section, View, YOUR_FILE};

/// A menu that is open.
const OPEN: &str = ".download[open]";

/// In the order of [`i18n::TableWords::download_formats`].
const FORMATS: [Format; 4] = [Format::Csv, Format::CsvForExcel, Format::Workbook, Format::Json];

/// Where a download stands.
#[derive(Clone)]
enum Stage {
    /// Nothing was asked for.
    Rest,
    /// The worker is at it: as what it was asked for.
    Making(Format),
    /// The browser has the file of this name.
    Done(String),
    /// Why it did not come, and as what it was asked for.
    Failed(Format, String),
}

/// The menu of a section's table, or of that of the members which are compared there.
pub fn download(page: Page, of: Section, compared: bool) -> AnyView {
    let stage = RwSignal::new(Stage::Rest);
    // Which download counts: of one that was given up nothing is told.
    let turn = StoredValue::new(0);
    let make = move |format: Format| {
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        stage.set(Stage::Making(format));
        page.patience.renew();
        spawn_local(async move {
            let made = made(page, of, compared, format).await;
            // The section may be gone, and a reader may have cancelled.
            if turn.try_get_value() == Some(mine) {
                page.patience.rest();
                stage.set(match made {
                    Ok((name, file)) => match page.saved(browser::download(&name, &file)) {
                        None => Stage::Done(name),
                        Some(why) => Stage::Failed(format, why),
                    },
                    Err(why) => Stage::Failed(format, why),
                });
            }
        });
    };
    let give_up = move || {
        page.stop_downloads();
        turn.update_value(|turn| *turn += 1);
        page.patience.rest();
        stage.set(Stage::Rest);
    };
    let words = page.words();
    let formats = FORMATS.into_iter().zip(words.download_formats()).map(|(format, name)| {
        let press = move || {
            close();
            make(format);
        };
        view! { <li>{button(name.into_any(), press)}</li> }.into_any()
    });
    let told = move || {
        let words = page.words();
        match stage.get() {
            Stage::Rest => ().into_any(),
            Stage::Making(format) => {
                let again = move || {
                    page.stop_downloads();
                    make(format);
                };
                view! {
                    {words.making_file()}
                    <Waiting page what=Awaited::File on_again=again on_cancel=give_up />
                }
                .into_any()
            }
            Stage::Done(name) => words.file_saved(&name).into_any(),
            Stage::Failed(format, why) => failure(page, why, move || make(format)),
        }
    };
    view! {
        <details class="download">
            <summary>{words.download()}</summary>
            <ul>{formats.collect_view()}</ul>
        </details>
        <div class="downloaded" role="status">{live(told)}</div>
    }
    .into_any()
}

/// Has the worker make a file: its name, and what is in it.
async fn made(page: Page, of: Section, compared: bool, format: Format) -> Result<(String, Vec<u8>), String> {
    let nothing = || page.failure(Failure::NothingShown);
    let shown = page.shown.get_untracked().ok_or_else(nothing)?;
    let period = page.period.get_untracked().ok_or_else(nothing)?;
    let view = View {
        section: of,
        dataset: Some(shown.id.clone()),
        period: Some(period),
        ..page.view.get_untracked()
    };
    // A file that only this browser has cannot be linked to.
    let is_yours = shown.id == YOUR_FILE;
    let address = if is_yours { String::new() } else { browser::page_address(&view.to_query()) };
    let chosen = page.chosen.get_untracked();
    let chosen =
        chosen.map_or(JsValue::NULL, |chosen| Uint8Array::from(chosen.to_bytes().as_slice()).buffer().into());
    let cross = match of {
        Section::Cross => page.crossed_bytes(&shown, &view, period).await?,
        _ => JsValue::NULL,
    };
    let worker = page.downloads_worker()?;
    let language = page.language_now();
    let (dataset, file) = sent(&shown);
    let request = MakeFile { dataset, format, view: Box::new(view), compared, period, language, address };
    let (name, file) = page.ask(&worker, request, Array::of3(&file, &chosen, &cross)).await?;
    Ok((name, Uint8Array::new(&file.get(0)).to_vec()))
}

/// Closes the menu that is open.
fn close() {
    if let Some(menu) = browser::find(OPEN) {
        let _ = menu.remove_attribute("open");
    }
}

/// A menu closes with Escape, which gives the focus back to its button, and when something else is pressed or reached.
pub fn listen() {
    browser::on_escape(|| {
        if browser::has_focus(OPEN) {
            browser::focus(".download[open] > summary");
        }
        close();
    });
    browser::listen(&["pointerdown", "focusin"], |event| {
        let inside = browser::parent(&event, OPEN);
        if inside.is_none() || inside != browser::find(OPEN) {
            close();
        }
    });
}
