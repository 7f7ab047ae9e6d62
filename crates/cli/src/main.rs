//! The publisher's command line. It computes with the same libraries as the page.

mod answer;
mod calls;
mod files;
mod language;
mod manifest;
mod pack;
mod refusal;
mod schema;
mod table;
mod values;

use std::process::ExitCode;

use clap::Parser;

use answer::{Answer, Failure};
use calls::Call;
use model::Language;
use values::one_of;

/// The exit code of bad input, as of bad arguments.
const BAD_INPUT: u8 = 2;

/// Export breakdowns from published figures and customs records.
#[derive(Parser)]
#[command(
    name = "tonnage",
    version,
    args_override_self = true,
    after_help = "`tonnage help COMMAND` shows a command’s options and an example.\n\n\
                  Exit codes: 0 done, 1 a check found contradictions or differences, \
                  2 something was wrong\nwith the input; a sentence on standard error says what."
)]
struct CommandLine {
    /// The language of what is said of the data
    #[arg(long, global = true, default_value = "en", value_parser = one_of(&Language::NAMES))]
    lang: Language,
    #[command(subcommand)]
    call: Call,
}

fn main() -> ExitCode {
    match answer() {
        Ok(answer) => {
            // A reader that has seen enough (`| head`) is no failure.
            let _ = std::io::Write::write_all(&mut std::io::stdout(), answer.text.as_bytes());
            ExitCode::from(answer.code)
        }
        Err(sentence) => {
            eprintln!("tonnage: {sentence}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn answer() -> Result<Answer, Failure> {
    match CommandLine::try_parse() {
        Ok(line) => {
            language::speak(line.lang);
            line.call.run()
        }
        Err(help_or_version) if !help_or_version.use_stderr() => {
            Ok(Answer::done(help_or_version.render().to_string()))
        }
        Err(error) => Err(refusal::sentence(&error)),
    }
}
