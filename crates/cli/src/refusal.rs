//! What is wrong with the arguments, in a sentence.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, Error};

use crate::CommandLine;

/// Says what is wrong. Where no sentence of our own says it better, it is the first line of clap's message.
pub fn sentence(error: &Error) -> String {
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            "say what to do. `tonnage --help` lists the commands.".to_owned()
        }
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand);
            format!("there is no command “{name}”. `tonnage --help` lists them.")
        }
        ErrorKind::MissingRequiredArgument => missing(error, &call()),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string);
            format!("{} {}", option(error), reason.unwrap_or_default())
        }
        ErrorKind::InvalidValue if !text(error, ContextKind::ValidValue).is_empty() => {
            let given = text(error, ContextKind::InvalidValue);
            format!("{} “{given}” is none of {}.", option(error), text(error, ContextKind::ValidValue))
        }
        _ => message(error, &call()),
    }
}

/// The call that the arguments name, or the command line as a whole.
fn call() -> Command {
    let mut command = CommandLine::command();
    command.build();
    let name = std::env::args_os().nth(1).unwrap_or_default();
    command.find_subcommand(name).cloned().unwrap_or(command)
}

/// The first line of clap's message.
fn message(error: &Error, call: &Command) -> String {
    let message = error.render().to_string();
    let first = message.lines().next().unwrap_or_default();
    let told = first.strip_prefix("error: ").unwrap_or(first);
    format!("{told}. `{} --help` shows what there is.", call.get_bin_name().unwrap_or("tonnage"))
}

/// Asks for what is missing. An argument that must be given has a help text that is an indirect question:
/// “which dataset to read”.
fn missing(error: &Error, call: &Command) -> String {
    let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else {
        return message(error, call);
    };
    let asked = call.get_arguments().filter(|arg| missing.contains(&arg.to_string()));
    let questions: Vec<String> = asked.map(question).collect();
    format!("say {}.", questions.join("; "))
}

/// “which dataset to read: --dataset FILE”
fn question(arg: &Arg) -> String {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let written = arg.to_string().replace(['<', '>'], "");
    format!("{}: {}", small(&help), written.trim_end_matches("..."))
}

/// A sentence's words as they stand inside another one.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The name of the option that the error is about, without what its value is called.
fn option(error: &Error) -> String {
    let written = text(error, ContextKind::InvalidArg);
    written.split(" <").next().unwrap_or_default().to_owned()
}

fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_given_can_be_asked_for() {
        let mut command = CommandLine::command();
        command.build();
        let arguments = command.get_subcommands().flat_map(Command::get_arguments);
        let asked: Vec<String> = arguments.filter(|a| a.is_required_set()).map(question).collect();
        assert!(!asked.is_empty());
        for question in asked {
            assert!(["which ", "what ", "where "].iter().any(|w| question.starts_with(w)), "{question}");
        }
    }

    #[test]
    fn clap_finds_no_fault_in_the_arguments() {
        CommandLine::command().debug_assert();
    }
}
