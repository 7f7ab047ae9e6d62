//! The publisher's command line. It computes with the same libraries as the page.

mod answer;
mod calls;
mod files;
mod help;
mod language;
mod manifest;
mod pack;
mod refusal;
mod schema;
mod table;
mod values;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Command, CommandFactory, FromArgMatches, Parser};

use answer::{Answer, Failure};
use calls::Call;
use model::Language;
use values::one_of;
use words::words;

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
    /// The language of help, of what is wrong and of what is said of the data
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
            eprintln!("{}", words().about("tonnage", &sentence));
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn answer() -> Result<Answer, Failure> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    language::speak(language::asked_by(&arguments));
    // What stands behind `help` is the name of a call and nothing else.
    let rest = language::without_option(&arguments);
    if rest.get(1).is_some_and(|call| call == "help") {
        arguments = rest;
    }
    let mut command = command();
    let parsed = command.try_get_matches_from_mut(&arguments);
    match parsed.and_then(|matches| CommandLine::from_arg_matches(&matches)) {
        Ok(line) => {
            language::speak(line.lang);
            line.call.run()
        }
        Err(help_or_version) if !help_or_version.use_stderr() => {
            Ok(Answer::done(help_or_version.render().to_string()))
        }
        Err(error) => Err(refusal::sentence(&error, &command, &arguments)),
    }
}

/// The command line, whose help is in the language that is asked for.
fn command() -> Command {
    let command = CommandLine::command();
    match language::language() {
        Language::English => command,
        Language::Chinese => help::in_chinese(command),
    }
}
