//! Reading a reader's own files.

use js_sys::Uint8Array;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::message::{Answer, Request, send};
use super::pieces::read_where_it_is;
use dataset::RECORDS_FORMAT;
use i18n::summary_lines;
use import::{Import, LARGEST_FILE, Options, Question};
use model::{Catalogue, Flow, Name, Period};
use records::Records;

/// Rows between two words on the progress: a few milliseconds of work.
const SLICE: usize = 20_000;

/// What came of reading: files that want answers, or a dataset of this site's own format.
pub enum Read {
    Files(Box<Import>),
    Dataset(Box<Records>),
}

/// Reads the files of a request, telling of the progress.
pub async fn read(request: &Request) -> Result<Read, String> {
    let mut import = Import::new(Options::default());
    for file in request.payload.iter() {
        let Ok(file) = file.dyn_into::<web_sys::File>() else { continue };
        if file.size() > LARGEST_FILE as f64 {
            import.refuse_large(&file.name());
            continue;
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| format!("{} could not be read from the disk.", file.name()))?;
        let bytes = Uint8Array::new(&buffer);
        if is_dataset(&bytes) {
            let reading = read_where_it_is(&bytes);
            let sentences: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
            return match reading.read {
                Some(records) => Ok(Read::Dataset(Box::new(records))),
                None => Err(format!("{}: {}", file.name(), sentences.join(" "))),
            };
        }
        import.add(&file.name(), bytes.to_vec());
    }
    loop {
        let progress = import.advance(SLICE);
        let json = json!({ "done": progress.done, "of": progress.of, "rows": progress.rows });
        send(&request.id, "progress", Answer::of(json));
        if progress.finished {
            return Ok(Read::Files(Box::new(import)));
        }
    }
}

/// Whether a file says that it is a dataset of records.
fn is_dataset(bytes: &Uint8Array) -> bool {
    let beginning = bytes.subarray(0, 200).to_vec();
    let wanted = RECORDS_FORMAT.as_bytes();
    beginning.windows(wanted.len()).any(|w| w == wanted)
}

/// What the page should ask.
pub fn questions(import: &Import) -> Value {
    let questions = import.questions();
    let months = questions.iter().filter_map(|q| match q {
        Question::Month { file, guess } => {
            Some(json!({ "file": file, "guess": guess.map(|g| g.to_string()) }))
        }
        Question::Flow => None,
    });
    json!({ "flow": questions.contains(&Question::Flow), "months": months.collect::<Vec<_>>() })
}

/// The records, with what the page tells of them; `None` where nothing could be used.
pub fn finish(mut import: Import, answers: &Value) -> (Option<Records>, Value) {
    let text = |field: &str| answers.get(field).and_then(Value::as_str).unwrap_or_default();
    let flow = Flow::NAMES.iter().find(|(name, _)| *name == text("flow"));
    if let Some((_, flow)) = flow {
        import.answer_flow(*flow);
    }
    for answer in answers.get("months").and_then(Value::as_array).into_iter().flatten() {
        let field = |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or_default();
        if let Ok(month) = field("month").parse::<Period>() {
            import.answer_month(field("file"), month);
        }
    }
    let name = |en: &str| Name { en: en.to_owned(), zh: String::new() };
    let outcome = import.finish(Catalogue {
        id: "your-file".to_owned(),
        title: name(text("title")),
        commodity: name("these goods"),
        reporter: name("China"),
        ..Catalogue::default()
    });
    let problems: Vec<String> = outcome.problems.iter().map(ToString::to_string).collect();
    let told = json!({
        "summary": summary_lines(&outcome.summary),
        "problems_of_files": problems,
        "more_problems": outcome.more_problems,
    });
    (outcome.records, told)
}
