//! The publisher's command line. It computes with the same library as the page.

mod args;
mod calls;
mod files;

use std::path::Path;
use std::process::ExitCode;

use args::Command;
use calls::{check_note, import, manifest, note};

/// What a command could not do, in a sentence.
type Failure = String;

/// The exit code of a check that found contradictions.
const CONTRADICTED: u8 = 1;
/// The exit code of bad input, as of bad arguments.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match run() {
        Ok((output, code)) => {
            // A reader that has seen enough (`| head`) is no failure.
            let _ = std::io::Write::write_all(&mut std::io::stdout(), output.as_bytes());
            ExitCode::from(code)
        }
        Err(sentence) => {
            eprintln!("tonnage: {sentence}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// What a command prints, and its exit code.
fn run() -> Result<(String, u8), Failure> {
    let command = args::parse()?;
    if let Command::Check { dataset, json } = command {
        return check(&dataset, json);
    }
    if let Command::CheckNote(request) = command {
        return check_note::run(&request);
    }
    done(command).map(|text| (text, 0))
}

fn check(path: &Path, json: bool) -> Result<(String, u8), Failure> {
    let ledger = files::ledger(path)?;
    let checked = ledger::implied::check(&ledger);
    let code = if checked.contradictions.is_empty() { 0 } else { CONTRADICTED };
    let text = match json {
        true => report::check_json(&ledger, &checked)
            .map_err(|e| format!("the result could not be written: {e}"))?,
        false => report::check_text(&ledger, &checked),
    };
    Ok((text, code))
}

fn done(command: Command) -> Result<String, Failure> {
    match command {
        Command::Check { .. } | Command::CheckNote(_) => Ok(String::new()),
        Command::Help => Ok(args::USAGE.to_owned()),
        Command::Version => Ok(format!("tonnage {}\n", env!("CARGO_PKG_VERSION"))),
        Command::Breakdown { dataset, period, span, json } => {
            let dataset = files::dataset(&dataset)?;
            let period = files::covered(&dataset, period)?;
            let breakdown = breakdown::breakdown(&dataset, None, period, span);
            if json {
                report::json(&dataset, &breakdown)
                    .map_err(|e| format!("the result could not be written: {e}"))
            } else {
                Ok(report::table(&dataset, &breakdown))
            }
        }
        Command::Import(request) => import::run(request),
        Command::Note(request) => note::run(&request),
        Command::Manifest { folder, check } => manifest::run(&folder, check),
    }
}
