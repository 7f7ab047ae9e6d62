//! The calls of the command line, one a file: its arguments, whose doc comments are its help, and what it
//! does. To add one: a file with `Arguments`, `example!` in their `after_help`, and `run`; then a name in
//! [`Call`] and a line in [`Call::run`].

mod breakdown;
mod check;
mod check_note;
mod import;
mod manifest;
mod note;
mod page;
mod rows;

use clap::Subcommand;

use crate::answer::{Answer, Failure};

/// An example for a call's help: one command that runs as it stands, in lines for a shell.
macro_rules! example {
    ($($line:literal),+) => {
        concat!(
            "Example, in the project’s folder:\n",
            "  cargo run -q --release --bin tonnage -- ",
            $($line),+
        )
    };
}
use example;

/// One run's work. The names of the calls are those of the variants, as in `check-note`.
#[derive(Subcommand)]
pub enum Call {
    Breakdown(breakdown::Arguments),
    Check(check::Arguments),
    Import(Box<import::Arguments>),
    Note(note::Arguments),
    CheckNote(check_note::Arguments),
    Manifest(manifest::Arguments),
    Rows(rows::Arguments),
    Page(page::Arguments),
}

impl Call {
    pub fn run(self) -> Result<Answer, Failure> {
        match self {
            Call::Breakdown(arguments) => breakdown::run(&arguments),
            Call::Check(arguments) => check::run(&arguments),
            Call::Import(arguments) => import::run(*arguments),
            Call::Note(arguments) => note::run(&arguments),
            Call::CheckNote(arguments) => check_note::run(&arguments),
            Call::Manifest(arguments) => manifest::run(&arguments),
            Call::Rows(arguments) => rows::run(&arguments),
            Call::Page(arguments) => page::run(&arguments),
        }
    }
}
