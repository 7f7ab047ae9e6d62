//! What is wrong with the arguments, in a sentence.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use crate::words::words;

/// Says what is wrong with arguments. Where no sentence says it better, it is what clap says.
pub fn sentence(error: &Error, command: &Command, arguments: &[OsString]) -> String {
    match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            words().nothing_asked()
        }
        ErrorKind::InvalidSubcommand => words().no_call(&text(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => {
            words().missing(&missing(error, &call(command.clone(), arguments)))
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string);
            words().refused_value(&option(error), &reason.unwrap_or_default())
        }
        ErrorKind::InvalidValue if !text(error, ContextKind::ValidValue).is_empty() => {
            let given = text(error, ContextKind::InvalidValue);
            words().none_of(&option(error), &given, &texts(error, ContextKind::ValidValue))
        }
        _ => {
            let call = call(command.clone(), arguments);
            words().faulty_arguments(error, &format!("{} --help", call.get_bin_name().unwrap_or("tonnage")))
        }
    }
}

/// The call that arguments name, or the command line as a whole.
fn call(mut command: Command, arguments: &[OsString]) -> Command {
    command.build();
    // Nothing stands before a call's name but the option for the language.
    let named = arguments.iter().skip(1).find_map(|argument| command.find_subcommand(argument));
    named.cloned().unwrap_or(command)
}

/// An argument that must be given: what it is, by its help, and how it is written.
pub struct Missing {
    /// The text of its help.
    pub help: String,
    /// `--dataset <FILE>`
    pub written: String,
}

impl Missing {
    fn of(argument: &Arg) -> Missing {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        Missing { help, written: argument.to_string().trim_end_matches("...").to_owned() }
    }
}

/// What is missing, in the order of the call's help; of several in one list, one must be given.
fn missing(error: &Error, call: &Command) -> Vec<Vec<Missing>> {
    let arguments: Vec<&Arg> = call.get_arguments().collect();
    let place = |written: &str| arguments.iter().position(|arg| arg.to_string() == written);
    let places = |one: &str| match one.strip_prefix('<').and_then(|one| one.strip_suffix('>')) {
        // A group is written `<--dataset <FILE>|--site <FOLDER>>`.
        Some(group) if group.contains('|') => group.split('|').filter_map(place).collect(),
        _ => place(one).into_iter().collect::<Vec<usize>>(),
    };
    let mut all: Vec<Vec<usize>> = texts(error, ContextKind::InvalidArg).into_iter().map(places).collect();
    all.sort_unstable();
    let told = |place: &usize| arguments.get(*place).map(|argument| Missing::of(argument));
    all.iter().map(|places| places.iter().filter_map(told).collect()).collect()
}

/// The name of the option that the error is about, without what its value is called.
fn option(error: &Error) -> String {
    let written = text(error, ContextKind::InvalidArg);
    written.split(" <").next().unwrap_or_default().to_owned()
}

/// What an error says of something.
pub fn text(error: &Error, kind: ContextKind) -> String {
    texts(error, kind).join(", ")
}

/// All that an error says of something.
pub fn texts(error: &Error, kind: ContextKind) -> Vec<&str> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text],
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::CommandLine;

    #[test]
    fn what_must_be_given_can_be_asked_for() {
        let mut command = CommandLine::command();
        command.build();
        let arguments = command.get_subcommands().flat_map(Command::get_arguments);
        let asked: Vec<Missing> = arguments.filter(|a| a.is_required_set()).map(Missing::of).collect();
        assert!(!asked.is_empty());
        for Missing { help, .. } in asked {
            assert!(["Which ", "What ", "Where "].iter().any(|w| help.starts_with(w)), "{help}");
        }
    }

    #[test]
    fn clap_finds_no_fault_in_the_arguments() {
        CommandLine::command().debug_assert();
    }
}
