//! What the worker does with requests.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::importing::{self, Read};
use super::message::{Answer, Request, send};
use super::pieces::read_where_it_is;
use super::store;
use dataset::{Problem, write_head, write_records};
use import::Import;
use model::{Dimension, MemberIndex, Period, Span};
use records::{Filter, Records, cross, cube, merge};

/// What came of a request: an answer, or why there is none, in a sentence.
type Outcome = Result<Answer, String>;

/// What the worker holds between requests.
#[derive(Default)]
struct Held {
    records: Option<Records>,
    /// Files that were read and wait for answers.
    import: Option<Import>,
}

type Shared = Rc<RefCell<Held>>;

/// Listens to the page. `engine.js` hands over what came before.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let held = Shared::default();
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(request) = Request::of(&event.data()) else { return };
        let held = held.clone();
        spawn_local(async move {
            match answer(&held, &request).await {
                Ok(answer) => send(&request.id, "done", answer),
                Err(sentence) => send(&request.id, "failed", Answer::of(json!(sentence))),
            }
        });
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

async fn answer(held: &Shared, request: &Request) -> Outcome {
    match request.verb.as_str() {
        "open" => {
            let parts: Vec<Uint8Array> =
                request.payload.iter().map(|buffer| Uint8Array::new(&buffer)).collect();
            open(held, &parts)
        }
        "restore" => match store::kept().await {
            Ok(Some(bytes)) => open(held, &[bytes]),
            Ok(None) => Err("This browser keeps no file of yours.".to_owned()),
            Err(_) => Err(NOT_KEPT.to_owned()),
        },
        "forget" => {
            let _ = store::forget().await;
            Ok(Answer::of(Value::Null))
        }
        "import" => match importing::read(request).await? {
            Read::Files(import) => {
                let questions = importing::questions(&import);
                held.borrow_mut().import = Some(*import);
                Ok(Answer::of(questions))
            }
            Read::Dataset(records) => {
                opened_yours(held, *records, json!({ "summary": [], "problems_of_files": [] })).await
            }
        },
        "finish" => {
            let import = held.borrow_mut().import.take().ok_or(NOTHING_OPEN)?;
            match importing::finish(import, &request.json) {
                (Some(records), told) => opened_yours(held, records, told).await,
                (None, told) => Ok(Answer::of(told)),
            }
        }
        "cube" => with(held, |records| {
            let cube = cube(records, &filter(&request.json));
            Ok(Answer { json: Value::Null, bytes: cube.to_bytes() })
        }),
        "cross" => with(held, |records| cross_table(records, &request.json)),
        "download" => {
            with(held, |records| Ok(Answer { json: Value::Null, bytes: write_records(records).into_bytes() }))
        }
        other => Err(format!("The page asked for “{other}”, which is of another version. Reload it.")),
    }
}

const NOT_KEPT: &str = "This browser does not let the page keep a file, as in a private window.";
const NOTHING_OPEN: &str = "No dataset is open. Reload the page.";

fn with(held: &Shared, f: impl FnOnce(&Records) -> Outcome) -> Outcome {
    match &held.borrow().records {
        Some(records) => f(records),
        None => Err(NOTHING_OPEN.to_owned()),
    }
}

/// Reads the parts of a dataset and keeps them as the one that is open.
fn open(held: &Shared, parts: &[Uint8Array]) -> Outcome {
    let mut problems: Vec<Problem> = Vec::new();
    let mut read = Vec::new();
    for part in parts {
        let reading = read_where_it_is(part);
        problems.extend(reading.problems);
        read.extend(reading.read);
    }
    if read.len() < parts.len() {
        return Err(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    }
    let records = merge(read).map_err(|why| why.to_string())?;
    let records = records.ok_or_else(|| "The dataset has no parts.".to_owned())?;
    let sentences: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let answer = opened(&records, &sentences);
    held.borrow_mut().records = Some(records);
    Ok(answer)
}

/// Keeps the reader's own dataset as the one that is open, also beyond a reload where the browser
/// allows it.
async fn opened_yours(held: &Shared, records: Records, told: Value) -> Outcome {
    let kept = store::keep(&write_records(&records)).await.is_ok();
    let mut answer = opened(&records, &[]);
    if let (Value::Object(fields), Value::Object(told)) = (&mut answer.json, told) {
        fields.extend(told);
        fields.insert("kept".to_owned(), json!(kept));
    }
    held.borrow_mut().records = Some(records);
    Ok(answer)
}

/// What the page needs of a dataset: its head, its size and the sums of all rows.
fn opened(records: &Records, problems: &[String]) -> Answer {
    let json = json!({
        "head": write_head(records),
        "rows": records.len(),
        "currency": records.currency.map(|c| c.code()),
        "problems": problems,
    });
    Answer { json, bytes: records.whole().to_bytes() }
}

/// `{"filter": [null, [3, 4], null, null]}`: indices of members, in the order of the dimensions.
fn filter(json: &Value) -> Filter {
    let chosen = |i: usize| json.get("filter")?.get(i)?.as_array();
    let mut filter = Filter::all();
    for (i, dimension) in Dimension::ALL.into_iter().enumerate() {
        if let Some(members) = chosen(i) {
            let index = |v: &Value| v.as_u64().and_then(|n| MemberIndex::new(usize::try_from(n).ok()?));
            filter = filter.only(dimension, members.iter().filter_map(index));
        }
    }
    filter
}

fn cross_table(records: &Records, json: &Value) -> Outcome {
    let dimension = |field: &str| {
        let index = json.get(field).and_then(Value::as_u64).and_then(|i| usize::try_from(i).ok())?;
        Dimension::ALL.get(index).copied()
    };
    let text = |field: &str| json.get(field).and_then(Value::as_str).unwrap_or_default();
    let period = text("period").parse::<Period>().ok();
    let span = Span::NAMES.iter().find(|(name, _)| *name == text("span")).map(|(_, span)| *span);
    let (Some(down), Some(across), Some(period)) = (dimension("down"), dimension("across"), period) else {
        return Err("The page asked for a table that cannot be. Reload it.".to_owned());
    };
    cross(records, &filter(json), (down, across), period, span.unwrap_or_default())
        .map(|table| Answer { json: Value::Null, bytes: table.to_bytes() })
        .ok_or_else(|| "The dataset has no rows for some of these months.".to_owned())
}
