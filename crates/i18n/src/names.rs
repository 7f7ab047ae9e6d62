//! Names of things: sections, dimensions, members, measures; and why a figure is missing.

use super::{MonthWords, NumberWords};
use breakdown::Presence;
use ledger::Measure;
use model::{Against, Catalogue, Dimension, Flow, Frequency, MemberId, Missing, Name, Subject, Valuation};
use view::Section;

/// Names of things.
pub trait NameWords: MonthWords + NumberWords {
    /// The name in this language; in another one where the dataset has none in this.
    fn name<'a>(&self, name: &'a Name) -> &'a str;
    /// "a", "a and b", "a, b and c".
    fn list(&self, names: &[&str]) -> String;
    /// A name and the code behind it: "Steel-core stranded wire (76141000)".
    fn name_and_code(&self, name: &str, code: &str) -> String;
    /// Between things that stand beside each other: ", ".
    fn comma(&self) -> &'static str;
    /// Between a name and what it has: ": ".
    fn colon(&self) -> &'static str;
    /// Between clauses: "; ".
    fn semicolon(&self) -> &'static str;
    /// What something is, with its stop or without, and what is told of it: "Monthly exports. April 2025: 21,300 t".
    fn told_of(&self, what: &str, told: &str) -> String;
    /// Sentences one after the other.
    fn sentences(&self, sentences: &[String]) -> String;
    /// A text in quotation marks.
    fn quoted(&self, text: &str) -> String;
    /// What is known of all members together: "total", inside a sentence.
    fn total(&self) -> &'static str;
    /// The same as the head of a line: "Total".
    fn total_head(&self) -> &'static str;
    /// The part of the total that no member has: "Not itemised".
    fn not_itemised(&self) -> &'static str;
    /// What is left of a whole besides those who are shown, whether it is itemised or not: "All others".
    fn all_others(&self) -> &'static str;
    /// What a section shows, for the title of the window; nothing for the overview.
    fn section(&self, section: Section, of: Subject) -> &'static str;
    /// The heading of a breakdown: "Destinations", "Exporters’ provinces".
    fn dimension(&self, dimension: Dimension, flow: Flow) -> &'static str;
    /// One member of a dimension, as the head of a column: "Destination".
    fn member_head(&self, dimension: Dimension, flow: Flow) -> &'static str;
    /// One member of a dimension, inside a sentence: "destination".
    fn member(&self, dimension: Dimension, flow: Flow) -> &'static str;
    /// All members of a dimension, inside a sentence: "destinations".
    fn members(&self, dimension: Dimension, flow: Flow) -> &'static str;
    /// "exports" or "imports", inside a sentence.
    fn flow(&self, flow: Flow) -> &'static str;
    /// "Exports" or "Imports".
    fn flow_head(&self, flow: Flow) -> &'static str;
    /// The change on an earlier month, as short as the trade has it: "MoM", "QoQ", "YoY".
    fn change_short(&self, against: Against, frequency: Frequency) -> &'static str;
    /// Whether a member was there before, where that is worth a word: "new", "back after 3 months".
    fn presence(&self, presence: Presence, frequency: Frequency) -> Option<String>;
    /// What a province of a customs record is, and what it is not: below that breakdown's heading.
    fn registration_caveat(&self, flow: Flow) -> &'static str;
    /// Which of a few members stands behind the goods of a sentence: " to Mexico", " (HS 76141000 only)",
    /// with its space in front.
    fn scope(&self, dimension: Dimension, flow: Flow, chosen: &str) -> String;
    /// More members than a sentence has room for: "5 destinations".
    fn scope_of_many(&self, dimension: Dimension, flow: Flow, count: usize) -> String;
    /// What a claim says of its subject, for a table of claims; with its unit where the reported form may
    /// not have it: "change on the month, %".
    fn measure(&self, measure: Measure, valuation: Valuation) -> &'static str;
    /// The same beside the reported form, which has the unit: "change on the month".
    fn measure_of_form(&self, measure: Measure, valuation: Valuation) -> &'static str;
    /// Why there is no figure, in a sentence.
    fn reason(&self, missing: Missing) -> &'static str;
    /// What stands in place of a figure whose base is zero or may be: "no base figure".
    fn no_base(&self) -> &'static str;
}

/// Names that a sentence has room for.
const MOST_NAMES: usize = 3;

/// Where only some members count, what stands behind the goods: " to Mexico", " (Steel-core stranded wire
/// only) from companies registered in Jiangsu". Nothing where all do.
pub fn scope(words: &dyn NameWords, catalogue: &Catalogue, chosen: &model::Chosen) -> String {
    let part = |dimension: Dimension| {
        let names: Vec<&str> =
            catalogue.chosen(chosen, dimension).map(|member| member_name(words, catalogue, member)).collect();
        match names.len() {
            0 => String::new(),
            1..=MOST_NAMES => words.scope(dimension, catalogue.flow, &words.list(&names)),
            many => {
                let many = words.scope_of_many(dimension, catalogue.flow, many);
                words.scope(dimension, catalogue.flow, &many)
            }
        }
    };
    Dimension::ALL.map(part).concat()
}

/// A member's name; its code where it has none.
pub fn member_name<'a>(words: &dyn NameWords, catalogue: &'a Catalogue, member: MemberId) -> &'a str {
    let Some(member) = catalogue.member(member) else { return "" };
    match words.name(&member.name) {
        "" => &member.code,
        name => name,
    }
}

/// A member's name in a list to choose from: a product's with its code.
pub fn member_title(words: &dyn NameWords, catalogue: &Catalogue, id: MemberId) -> String {
    let Some(member) = catalogue.member(id) else { return String::new() };
    let name = words.name(&member.name);
    match (id.dimension, name.is_empty()) {
        (_, true) => member.code.clone(),
        (Dimension::Product, false) => words.name_and_code(name, &member.code),
        (_, false) => name.to_owned(),
    }
}

/// "Henan, Jiangsu and Zhejiang".
pub fn members_name(words: &dyn NameWords, catalogue: &Catalogue, members: &[MemberId]) -> String {
    let names: Vec<&str> = members.iter().map(|m| member_name(words, catalogue, *m)).collect();
    words.list(&names)
}

/// How far a small letter of Latin-1 is behind its capital.
const TO_SMALL: u8 = b'a' - b'A';

/// With a capital letter in front, where it has one in Latin-1: `char::to_uppercase` knows every script, by tables
/// of 9 kB that the page would carry for it.
pub fn capitalised(text: &str) -> String {
    with_first(text, |first| match first {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from(first as u8 - TO_SMALL),
        other => other,
    })
}

/// With a small letter in front: the reverse of [`capitalised`].
pub fn uncapitalised(text: &str) -> String {
    with_first(text, |first| match first {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from(first as u8 + TO_SMALL),
        other => other,
    })
}

fn with_first(text: &str, change: impl Fn(char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().map(change).into_iter().chain(letters).collect()
}

/// The word for a missing figure in machine-readable output, the same in every language.
pub fn status(missing: Missing) -> &'static str {
    match missing {
        Missing::NotPublished => "not_published",
        Missing::NotListed => "not_listed",
        Missing::NotListedOrZero => "not_listed_or_zero",
        Missing::NotCovered => "not_covered",
        Missing::Incomplete => "incomplete",
        Missing::NotYetReleased => "not_yet_released",
        Missing::ZeroBase => "zero_base",
        Missing::NotFirst => "not_first",
        Missing::NotApplicable => "not_applicable",
    }
}

#[cfg(test)]
mod tests {
    use super::{capitalised, uncapitalised};

    #[test]
    fn the_first_letter_alone_changes_and_only_where_latin_1_has_both() {
        for (small, capital) in
            [("steel wire", "Steel wire"), ("écru yarn", "Écru yarn"), ("þ", "Þ"), ("", "")]
        {
            assert_eq!(capitalised(small), capital);
            assert_eq!(uncapitalised(capital), small);
        }
        for same in ["7 kg", "÷", "ßeta", "ÿ", "中国"] {
            assert_eq!((capitalised(same), uncapitalised(same)), (same.to_owned(), same.to_owned()));
        }
    }
}
