//! What the command says by itself: what is wrong with arguments and files, and what was done. What it says of
//! data is in the crate `i18n`.

mod en;
mod zh;

use std::io;
use std::path::Path;

use clap::Error;
use import::About;
use model::{Language, Period};

use crate::language::language;
use crate::refusal::Missing;
use crate::schema::Fault;

/// The sentences of a language. What stands in them is as it was written: paths, options, values.
pub trait CommandWords: Sync {
    /// A sentence behind what it is about, such as a file: "a.json: The file is empty."
    fn about(&self, of: &str, sentence: &str) -> String;
    /// Several things, one of which may be chosen.
    fn choices(&self, all: &[&str]) -> String;

    /// That nothing is asked for.
    fn nothing_asked(&self) -> String;
    /// That there is no call of a name.
    fn no_call(&self, name: &str) -> String;
    /// Asks for arguments; of several in one list, for one.
    fn missing(&self, arguments: &[Vec<Missing>]) -> String;
    /// That an option's value is refused, and why.
    fn refused_value(&self, option: &str, why: &str) -> String;
    /// That an option's value is none of those that there are.
    fn none_of(&self, option: &str, given: &str, choices: &[&str]) -> String;
    /// What else is wrong with the arguments; `help` is how to ask for their help.
    fn faulty_arguments(&self, error: &Error, help: &str) -> String;

    /// That a value is not among those that are known.
    fn not_known(&self, given: &str) -> String;
    /// That a text is no month.
    fn not_a_month(&self, text: &str) -> String;
    /// That a text is nothing that links can call a dataset.
    fn not_an_id(&self, text: &str) -> String;
    /// That a text is no address of a page.
    fn not_an_address(&self, text: &str) -> String;
    /// That a text is no code with a name.
    fn not_a_member_name(&self, text: &str) -> String;
    /// That a text is no answer to anything that can be asked about.
    fn not_about_anything(&self, subjects: &[&str]) -> String;
    /// That an answer has no value.
    fn no_answer_value(&self) -> &'static str;

    /// What the system says of a file that it does not give or take, without an end.
    fn why_not(&self, error: &io::Error) -> String;
    /// That a file or a folder cannot be read.
    fn not_read(&self, path: &Path) -> String;
    /// The same, and why.
    fn not_read_because(&self, path: &Path, error: &io::Error) -> String;
    /// That a file cannot be written, and why.
    fn not_written(&self, path: &Path, error: &io::Error) -> String;
    /// That a file cannot be removed, and why.
    fn not_removed(&self, path: &Path, error: &io::Error) -> String;
    /// That a module cannot be packed, and why.
    fn not_packed(&self, path: &Path, error: &io::Error) -> String;
    /// That the text of a result cannot be made, and why.
    fn no_result(&self, why: &str) -> String;
    /// That a file is not UTF-8.
    fn not_utf8(&self, path: &Path) -> String;
    /// How many faults of a file are not told one by one.
    fn more_faults(&self, count: u64) -> String;

    /// That a dataset has no rows.
    fn no_rows(&self, path: &Path) -> String;
    /// That a dataset tells of no month.
    fn no_months(&self) -> &'static str;
    /// That a dataset does not tell of the month that is asked for, but of others.
    fn not_covered(&self, period: Period, first: &str, last: &str) -> String;
    /// That a workbook is not printed.
    fn no_printed_workbook(&self) -> &'static str;
    /// That nothing says in which format a table is written.
    fn no_format(&self, path: &Path, formats: &[&str]) -> String;

    /// That a file was written.
    fn written(&self, path: &Path) -> String;
    /// The same, with the number of its rows.
    fn rows_written(&self, path: &Path, rows: &str) -> String;
    /// That the manifest of a folder is as it should be.
    fn up_to_date(&self, manifest: &Path) -> String;
    /// That partners of a dataset have a name in one language only, each with the one in the other.
    fn half_named(&self, file: &Path, names: &[(String, String)]) -> String;
    /// That a file of a folder is not as it should be.
    fn out_of_date(&self, file: &Path, folder: &Path) -> String;
    /// That two files are datasets of one id.
    fn same_id(&self, one: &str, other: &str, id: &str) -> String;
    /// That a folder has no dataset.
    fn no_datasets(&self, folder: &Path) -> String;
    /// What a schema refuses.
    fn schema_fault(&self, fault: &Fault) -> String;
    /// What stands between faults of which one need not be.
    fn or(&self) -> &'static str;
    /// A fault with why the schema refuses it, as it says itself in English.
    fn with_reason(&self, fault: &str, reason: &str) -> String;

    /// That neither a dataset nor a site is named.
    fn no_dataset_or_site(&self) -> &'static str;
    /// That a site has no dataset.
    fn site_without_dataset(&self) -> &'static str;
    /// That a site's dataset has no file.
    fn dataset_without_file(&self) -> &'static str;
    /// That a site's page is drawn into it already.
    fn page_is_there(&self, index: &Path) -> String;
    /// That a file is not the page's, as it lacks something.
    fn not_the_page(&self, index: &Path, lacks: &str) -> String;
    /// That a folder has no module, whose file ends so.
    fn no_modules(&self, site: &Path, ending: &str) -> String;
    /// That a file asks for no module that may be packed.
    fn asks_for_no_module(&self, path: &Path) -> String;
    /// What packing a module came to, bytes.
    fn packed(&self, packed: usize, plain: usize) -> String;

    /// That what was given is no answer.
    fn no_answer(&self, about: About, value: &str) -> String;
    /// Of which month a file's name speaks.
    fn month_guess(&self, month: &str) -> String;
    /// What the columns of a file look like: before a list of them.
    fn columns_guess(&self) -> &'static str;
    /// How the columns of a file are confirmed or put right.
    fn columns_answer(&self, file: &str) -> String;
    /// How it is said whose trade it is.
    fn reporter_answer(&self) -> &'static str;
    /// Before a mapping.
    fn as_mapping(&self) -> &'static str;
    /// Before what must be answered.
    fn to_be_said(&self) -> &'static str;
    /// That nothing was read of which a dataset could be made.
    fn nothing_usable(&self) -> &'static str;
    /// That no member has the code that a name is given for.
    fn no_code(&self, code: &str, name: &str) -> String;
}

/// The words of the language that is asked for.
pub fn words() -> &'static dyn CommandWords {
    match language() {
        Language::English => &en::English,
        Language::Chinese => &zh::Chinese,
    }
}
