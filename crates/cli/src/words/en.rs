//! English.

use std::io;
use std::path::Path;

use clap::Error;
use import::About;
use model::Period;

use super::CommandWords;
use crate::refusal::Missing;
use crate::schema::{Fault, Limit, Type};

pub struct English;

impl CommandWords for English {
    fn about(&self, of: &str, sentence: &str) -> String {
        format!("{of}: {sentence}")
    }

    fn choices(&self, all: &[&str]) -> String {
        all.join(", ")
    }

    fn nothing_asked(&self) -> String {
        "say what to do. `tonnage --help` lists the commands.".to_owned()
    }

    fn no_call(&self, name: &str) -> String {
        format!("there is no command “{name}”. `tonnage --help` lists them.")
    }

    /// The help of an argument that must be given is an indirect question: “which dataset to read”.
    fn missing(&self, arguments: &[Vec<Missing>]) -> String {
        let question =
            |one: &Missing| format!("{}: {}", small(&one.help), one.written.replace(['<', '>'], ""));
        let any = |one: &Vec<Missing>| one.iter().map(question).collect::<Vec<_>>().join(", or ");
        let questions: Vec<String> = arguments.iter().map(any).collect();
        format!("say {}.", questions.join("; "))
    }

    fn refused_value(&self, option: &str, why: &str) -> String {
        format!("{option} {why}")
    }

    fn none_of(&self, option: &str, given: &str, choices: &[&str]) -> String {
        format!("{option} “{given}” is none of {}.", self.choices(choices))
    }

    /// The first line of clap's message.
    fn faulty_arguments(&self, error: &Error, help: &str) -> String {
        let message = error.render().to_string();
        let first = message.lines().next().unwrap_or_default();
        let told = first.strip_prefix("error: ").unwrap_or(first);
        format!("{told}. `{help}` shows what there is.")
    }

    fn not_known(&self, given: &str) -> String {
        format!("“{given}” is not known.")
    }

    fn not_a_month(&self, text: &str) -> String {
        format!("“{text}” is not a month. A month is written like 2025-04.")
    }

    fn not_an_id(&self, text: &str) -> String {
        format!("“{text}” may have small letters, digits and hyphens only.")
    }

    fn not_an_address(&self, text: &str) -> String {
        format!("“{text}” is not an address that begins with https:// or http://.")
    }

    fn not_a_member_name(&self, text: &str) -> String {
        format!("“{text}” is not a code and a name like 429=Mexico.")
    }

    fn not_about_anything(&self, subjects: &[&str]) -> String {
        format!("an answer is ABOUT=VALUE, and ABOUT one of {}", self.choices(subjects))
    }

    fn no_answer_value(&self) -> &'static str {
        "no value stands after it"
    }

    fn why_not(&self, error: &io::Error) -> String {
        error.to_string()
    }

    fn not_read(&self, path: &Path) -> String {
        format!("{} cannot be read.", path.display())
    }

    fn not_read_because(&self, path: &Path, error: &io::Error) -> String {
        format!("{} cannot be read: {error}.", path.display())
    }

    fn not_written(&self, path: &Path, error: &io::Error) -> String {
        format!("{} cannot be written: {error}.", path.display())
    }

    fn not_removed(&self, path: &Path, error: &io::Error) -> String {
        format!("{} cannot be removed: {error}.", path.display())
    }

    fn not_packed(&self, path: &Path, error: &io::Error) -> String {
        format!("{} cannot be packed: {error}.", path.display())
    }

    fn no_result(&self, why: &str) -> String {
        format!("the result could not be written: {why}")
    }

    fn not_utf8(&self, path: &Path) -> String {
        format!("{} is not UTF-8.", path.display())
    }

    fn more_faults(&self, count: u64) -> String {
        format!("and {count} more of the kind.")
    }

    fn no_rows(&self, path: &Path) -> String {
        format!("{} has no rows: it is no dataset of records.", path.display())
    }

    fn no_months(&self) -> &'static str {
        "the dataset covers no month."
    }

    fn not_covered(&self, period: Period, first: &str, last: &str) -> String {
        format!("--period {period}: the dataset tells of {first} to {last}.")
    }

    fn no_printed_workbook(&self) -> &'static str {
        "a workbook is no text to print: --output FILE says where it should go."
    }

    fn no_format(&self, path: &Path, formats: &[&str]) -> String {
        format!(
            "--output {}: its ending says no format. It may be said: --format {}.",
            path.display(),
            formats.join("|")
        )
    }

    fn written(&self, path: &Path) -> String {
        format!("{} is written.", path.display())
    }

    fn rows_written(&self, path: &Path, rows: &str) -> String {
        format!("{} is written, {rows} rows.", path.display())
    }

    fn up_to_date(&self, manifest: &Path) -> String {
        format!("{} is up to date.", manifest.display())
    }

    fn half_named(&self, file: &Path, names: &[(String, String)]) -> String {
        let names: Vec<String> = names.iter().map(|(known, other)| format!("{known} = {other}")).collect();
        format!(
            "{}: partners with a name in one language only. To be added: {}.",
            file.display(),
            names.join(", ")
        )
    }

    fn out_of_date(&self, file: &Path, folder: &Path) -> String {
        format!(
            "{} is out of date. Run `cargo run -q --release --bin tonnage -- manifest {}`.",
            file.display(),
            folder.display()
        )
    }

    fn same_id(&self, one: &str, other: &str, id: &str) -> String {
        format!("{one} and {other} have the same id “{id}”.")
    }

    fn no_datasets(&self, folder: &Path) -> String {
        format!("{} holds no dataset (*.json).", folder.display())
    }

    fn schema_fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::NoPlace => "This field has no place here.".to_owned(),
            Fault::NotConst(wanted) => format!("This should be {wanted}."),
            Fault::NotType(wanted) => format!("This should be {}.", type_of(*wanted)),
            Fault::NoneOf(wanted) => format!("This should be one of {}.", wanted.join(", ")),
            Fault::NotTogether => "What stands here does not go with the rest.".to_owned(),
            Fault::Form { text, pattern } => format!("“{text}” has not the form {pattern}."),
            Fault::Two => "This is two things at once.".to_owned(),
            Fault::Beyond(limit, most) => {
                let what = match limit {
                    Limit::Characters => "Too short a text: fewer characters than",
                    Limit::Entries => "Too short a list: fewer entries than",
                    Limit::Least => "Too small a number: less than",
                    Limit::Most => "Too large a number: more than",
                };
                format!("{what} {most}.")
            }
            Fault::Twice => "This stands here a second time.".to_owned(),
            Fault::Missing(name) => format!("The field “{name}” is missing."),
            Fault::Unknown => "The format has no such field here.".to_owned(),
        }
    }

    fn or(&self) -> &'static str {
        " Or: "
    }

    fn with_reason(&self, fault: &str, reason: &str) -> String {
        format!("{fault} {reason}")
    }

    fn no_dataset_or_site(&self) -> &'static str {
        "say which dataset or which site."
    }

    fn site_without_dataset(&self) -> &'static str {
        "the site has no dataset."
    }

    fn dataset_without_file(&self) -> &'static str {
        "the site’s dataset has no file."
    }

    fn page_is_there(&self, index: &Path) -> String {
        format!("{} has a page already: build the site anew.", index.display())
    }

    fn not_the_page(&self, index: &Path, lacks: &str) -> String {
        format!("{} is not the page’s: it has no {lacks}.", index.display())
    }

    fn no_modules(&self, site: &Path, ending: &str) -> String {
        format!("{} has no module {ending}: is it a built site?", site.display())
    }

    fn asks_for_no_module(&self, path: &Path) -> String {
        format!("{} asks for no module that is not packed: build the site anew.", path.display())
    }

    fn packed(&self, packed: usize, plain: usize) -> String {
        format!("{packed} of {plain} bytes")
    }

    fn no_answer(&self, about: About, value: &str) -> String {
        format!("--answer {}={value}: that is no answer to it.", about.name())
    }

    fn month_guess(&self, month: &str) -> String {
        format!(" Its name speaks of {month}.")
    }

    fn columns_guess(&self) -> &'static str {
        " It looks like"
    }

    fn columns_answer(&self, file: &str) -> String {
        format!(
            "If that is right: --answer \"{file}:columns=yes\". Else, a column each: \
             --answer \"{file}:columns/COLUMN=ROLE\", or --mapping FILE; --explain writes one to begin with."
        )
    }

    fn reporter_answer(&self) -> &'static str {
        "--reporter NAME"
    }

    fn as_mapping(&self) -> &'static str {
        "As a mapping:"
    }

    fn to_be_said(&self) -> &'static str {
        "To be said:"
    }

    fn nothing_usable(&self) -> &'static str {
        "nothing in these files could be used."
    }

    fn no_code(&self, code: &str, name: &str) -> String {
        format!("--name {code}={name}: the files have no code {code}.")
    }
}

fn type_of(wanted: Type) -> &'static str {
    match wanted {
        Type::Text => "text in quotes",
        Type::Number => "a number without quotes",
        Type::Whole => "a whole number without quotes",
        Type::TrueOrFalse => "true or false",
        Type::List => "a list in square brackets",
        Type::Fields => "fields in curly brackets",
        Type::Other => "of a type that is understood",
    }
}

/// A sentence's words as they stand inside another one.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
