//! The menu below a table or chart that makes files of it, which a worker writes, or puts it on the clipboard.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::browser;
use crate::parts::button::button;
use crate::parts::live::live;
use crate::parts::notices::{Waiting, failure};
use crate::parts::section::{address_alone, alone};
use crate::state::{Page, sent};
use i18n::{Awaited, Failure};
use messages::{Format, MakeFile};
use view::Section;

/// A menu that is open.
const OPEN: &str = ".download[open]";

/// In the order of [`i18n::TableWords::download_formats`].
const FORMATS: [Format; 4] = [Format::Csv, Format::CsvForExcel, Format::Workbook, Format::Json];

/// What a table is to become.
#[derive(Clone, Copy)]
enum Wanted {
    File(Format),
    /// A table to be pasted.
    Copy,
}

/// Where a download stands.
#[derive(Clone)]
enum Stage {
    /// Nothing was asked for.
    Rest,
    /// The worker is at it: as what it was asked for.
    Making(Wanted),
    /// What came of it, in a sentence.
    Done(String),
    /// Why it did not come, and as what it was asked for.
    Failed(Wanted, String),
}

/// The menu of a section's table, or of that of the members which are compared there.
pub fn download(page: Page, of: Section, compared: bool) -> AnyView {
    let stage = RwSignal::new(Stage::Rest);
    // Which download counts: of one that was given up nothing is told.
    let turn = StoredValue::new(0);
    let make = move |wanted: Wanted| {
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        stage.set(Stage::Making(wanted));
        page.patience.renew();
        spawn_local(async move {
            let taken = taken(page, of, compared, wanted).await;
            // The section may be gone, and a reader may have cancelled.
            if turn.try_get_value() == Some(mine) {
                page.patience.rest();
                stage.set(match taken {
                    Ok(sentence) => Stage::Done(sentence),
                    Err(why) => Stage::Failed(wanted, why),
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
    let files = FORMATS.into_iter().map(Wanted::File).zip(words.download_formats());
    let entries = files.chain([(Wanted::Copy, words.copy_table())]);
    let menu = menu(words.download(), entries.map(|(wanted, name)| (name, move || make(wanted))));
    let told = move || {
        let words = page.words();
        match stage.get() {
            Stage::Rest => ().into_any(),
            Stage::Making(wanted) => {
                let again = move || {
                    page.stop_downloads();
                    make(wanted);
                };
                view! {
                    {words.making_file()}
                    <Waiting page what=Awaited::File on_again=again on_cancel=give_up />
                }
                .into_any()
            }
            Stage::Done(sentence) => sentence.into_any(),
            Stage::Failed(wanted, why) => failure(page, why, move || make(wanted)),
        }
    };
    view! {
        {menu}
        <div class="downloaded" role="status">{live(told)}</div>
    }
    .into_any()
}

/// A menu of what can be made of a table or a chart. A press closes it.
pub fn menu<P: FnMut() + 'static>(
    name: &'static str,
    entries: impl Iterator<Item = (&'static str, P)>,
) -> AnyView {
    let entries = entries.map(|(name, mut press)| {
        let press = move || {
            close();
            press();
        };
        view! { <li>{button(name.into_any(), press)}</li> }.into_any()
    });
    view! {
        <details class="download">
            <summary>{name}</summary>
            <ul>{entries.collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// Has the worker make it and hands it to the browser: what came of it in a sentence, or why nothing did.
async fn taken(page: Page, of: Section, compared: bool, wanted: Wanted) -> Result<String, String> {
    let words = page.words_now();
    let Wanted::File(format) = wanted else {
        let kinds = [("text/html", Format::Html), ("text/plain", Format::Tsv)];
        let kinds = kinds.map(|(kind, format)| {
            let table = async move {
                let (_, table) = made(page, of, compared, format).await.ok()?;
                browser::blob(kind, str::from_utf8(&table).ok()?)
            };
            (kind, browser::later(table))
        });
        let is_copied = browser::copy_kinds(kinds).await;
        return is_copied.then(|| words.copied().to_owned()).ok_or_else(|| words.not_copied().to_owned());
    };
    let (name, file) = made(page, of, compared, format).await?;
    page.saved(browser::download(&name, &file)).map_or_else(|| Ok(words.file_saved(&name)), Err)
}

/// Has the worker make a file: its name, and what is in it.
async fn made(page: Page, of: Section, compared: bool, format: Format) -> Result<(String, Vec<u8>), String> {
    let nothing = || page.failure(Failure::NothingShown);
    let shown = page.shown.get_untracked().ok_or_else(nothing)?;
    let period = page.period.get_untracked().ok_or_else(nothing)?;
    let view = untrack(|| alone(page, of));
    let address = untrack(|| address_alone(page, of, None)).unwrap_or_default();
    let chosen = page.chosen.get_untracked();
    let chosen =
        chosen.map_or(JsValue::NULL, |chosen| Uint8Array::from(chosen.to_bytes().as_slice()).buffer().into());
    // What is handed over is gone from here.
    let copied = |sums: JsValue| Uint8Array::new(&sums).slice(0, u32::MAX).buffer().into();
    let cross = page.cross.get_value().filter(|_| of == Section::Cross).map_or(JsValue::NULL, copied);
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
