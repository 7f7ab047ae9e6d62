//! The publisher's command line. It computes with the same library as the page.

mod args;
mod files;
mod manifest;

use std::process::ExitCode;

use args::Command;
use tonnage::{breakdown, report};

/// What a command could not do, in a sentence.
type Failure = String;

/// The exit code of bad input, as of bad arguments.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match run() {
        Ok(output) => {
            // A reader that has seen enough (`| head`) is no failure.
            let _ = std::io::Write::write_all(&mut std::io::stdout(), output.as_bytes());
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("tonnage: {sentence}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn run() -> Result<String, Failure> {
    match args::parse()? {
        Command::Help => Ok(args::USAGE.to_owned()),
        Command::Version => Ok(format!("tonnage {}\n", env!("CARGO_PKG_VERSION"))),
        Command::Breakdown { dataset, period, span, json } => {
            let ledger = files::ledger(&dataset)?;
            let period = files::covered(&ledger, period)?;
            let breakdown = breakdown::breakdown(&ledger, period, span);
            if json {
                report::json(&ledger, &breakdown).map_err(|e| format!("the result could not be written: {e}"))
            } else {
                Ok(report::table(&ledger, &breakdown))
            }
        }
        Command::Manifest { folder, check } => manifest::run(&folder, check),
    }
}
