//! Bytes that leave open how they are read, and workbooks and archives of which every sheet is meant.

use sheet::{Asked, Doubt, Encoding, Sheet, SheetChoice};

use super::file::File;
use super::guess;
use super::problem::ProblemKind;
use super::question::{About, Choice, Question};
use super::reader::{Import, Options, Taken};

/// The sheet of a workbook in which the other one only says what it is about, as this project writes them.
fn beside_about(choices: &[SheetChoice]) -> Option<&str> {
    match choices {
        [table, about] if about.name == "about" => Some(&table.name),
        _ => None,
    }
}

/// The answer that all sheets of a workbook are meant, or all files of an archive. Neither may have this name.
pub const EVERY_SHEET: &str = "*";

/// How many sheets are read of one workbook.
const MOST_SHEETS: usize = 200;

/// The sheet that says what was asked for, in downloads of DataWeb.
const PARAMETERS: &str = "Query Parameters";

/// Whether a workbook is a download of DataWeb, which has a sheet for each measure behind that one.
fn is_by_measure(choices: &[SheetChoice]) -> bool {
    choices.first().is_some_and(|first| first.name == PARAMETERS)
}

/// What is asked of bytes that can be read in several ways.
pub(super) fn question_of(file: &str, doubt: &Doubt) -> Question {
    let (about, choices): (About, Vec<Choice>) = match doubt {
        Doubt::Encoding(choices) => {
            let choice = |of: &sheet::EncodingChoice| Choice {
                name: of.encoding.name().to_owned(),
                samples: of.samples.clone(),
                ..Choice::of(of.encoding.label())
            };
            (About::Encoding, choices.iter().map(choice).collect())
        }
        Doubt::Sheet(choices) => {
            let choice = |of: &sheet::SheetChoice| Choice {
                name: of.name.clone(),
                rows: of.rows.unwrap_or_default(),
                ..Choice::of(&of.name)
            };
            let every =
                (choices.iter().filter(|of| !of.is_hidden).count() > 1).then(|| Choice::of(EVERY_SHEET));
            (About::Sheet, choices.iter().map(choice).chain(every).collect())
        }
    };
    let guess = choices.first().map(|likely| likely.value.clone());
    Question { file: Some(file.to_owned()), choices, guess, ..Question::new(about) }
}

impl Import {
    /// Goes on with a file whose bytes were read as a table, unless they leave open how and nothing was answered to it.
    pub(super) fn take_sheet(&mut self, place: usize, mut sheet: Sheet, mut asked: Asked) {
        let name = self.name(place);
        while !sheet.doubts.is_empty() {
            let before = asked.clone();
            for doubt in &sheet.doubts {
                let about = question_of(&name, doubt).about;
                let value = self.given(about, Some(&name), None).map(|given| given.value.as_str());
                match doubt {
                    Doubt::Encoding(choices) => {
                        let given = value.and_then(Encoding::of_label);
                        let given = given.filter(|given| choices.iter().any(|of| of.encoding == *given));
                        asked.encoding = given.or(asked.encoding);
                    }
                    Doubt::Sheet(choices)
                        if value == Some(EVERY_SHEET) || value.is_none() && is_by_measure(choices) =>
                    {
                        let choices = choices.clone();
                        return self.take_every_sheet(place, &sheet, &choices, &asked);
                    }
                    Doubt::Sheet(choices) => {
                        let given = value.filter(|given| choices.iter().any(|of| of.name == *given));
                        let given = given.or(beside_about(choices));
                        asked.sheet = given.map(str::to_owned).or(asked.sheet.take());
                    }
                }
            }
            if asked == before {
                if let Some(taken) = self.files.get_mut(place) {
                    taken.summary.encoding = sheet.encoding;
                    taken.doubtful = Some(Box::new((sheet, asked)));
                    taken.waits = true;
                }
                return;
            }
            sheet = match sheet.reopen(&asked) {
                Some(Ok(sheet)) => sheet,
                Some(Err(why)) => return self.tell(&name, None, ProblemKind::NoSheet(why)),
                None => return,
            };
        }
        match File::open(&name, sheet, "", &self.options.mappings, self.options.checks_columns) {
            Ok(file) => self.take_file(place, file),
            Err(kind) => self.tell(&name, None, kind),
        }
    }

    /// Takes in every sheet of a workbook, or file of an archive, each as a file of its own. Sheets that are no tables say
    /// what the others are about; those with other columns than the first that is known are told and not read.
    fn take_every_sheet(&mut self, place: usize, book: &Sheet, choices: &[SheetChoice], asked: &Asked) {
        let name = self.name(place);
        if choices.len() > MOST_SHEETS {
            self.tell(&name, None, ProblemKind::ManySheets { read: MOST_SHEETS, of: choices.len() });
        }
        let mut sheets: Vec<(String, Asked, Sheet)> = Vec::new();
        for choice in choices.iter().take(MOST_SHEETS) {
            if choice.is_hidden {
                self.tell(&format!("{name} / {}", choice.name), None, ProblemKind::SheetHidden);
                continue;
            }
            let asked = Asked { sheet: Some(choice.name.clone()), ..asked.clone() };
            let named = format!("{name} / {}", choice.name);
            match book.beside(&asked, choices.len().min(MOST_SHEETS)) {
                Some(Ok(sheet)) => sheets.push((named, asked, sheet)),
                Some(Err(why)) => self.tell(&named, None, ProblemKind::NoSheet(why)),
                None => {}
            }
        }
        // Where no sheet is known to be a table, a person says it of each.
        let are_tables: Vec<bool> = sheets.iter_mut().map(|(.., sheet)| guess::is_table(sheet)).collect();
        let is_one_known = are_tables.contains(&true);
        let mut beside: Vec<String> = Vec::new();
        for ((.., sheet), _) in sheets.iter_mut().zip(&are_tables).filter(|(_, is_table)| !**is_table) {
            let cells = sheet.peek(guess::LOOKED_AT).into_iter().flat_map(|(_, row)| row);
            beside.extend(cells.map(|cell| cell.replace(['\r', '\n'], " ")));
        }
        let beside = beside.join("\n");
        let (mut lead, mut free) = (None, Some(place));
        for ((named, asked, sheet), is_table) in sheets.into_iter().zip(are_tables) {
            let is_doubtful = !sheet.doubts.is_empty();
            if is_one_known && !is_table && !is_doubtful {
                // The sheet that says what was asked for has told it.
                if asked.sheet.as_deref() != Some(PARAMETERS) {
                    self.tell(&named, None, ProblemKind::SheetNotRead);
                }
                continue;
            }
            let opened = match is_doubtful {
                true => Err((sheet, asked)),
                false => {
                    let Options { mappings, checks_columns, .. } = &self.options;
                    match File::open(&named, sheet, &beside, mappings, *checks_columns) {
                        Ok(file) => Ok(file),
                        Err(kind) => {
                            self.tell(&named, None, kind);
                            continue;
                        }
                    }
                }
            };
            let known = lead.and_then(|lead: usize| self.files.get(lead)?.file());
            if let (Ok(file), Some(known)) = (&opened, known)
                && !file.is_like(known)
            {
                self.tell(&named, None, ProblemKind::SheetNotRead);
                continue;
            }
            let at = free.take().unwrap_or(self.files.len());
            let mut taken = Taken::refused(&named);
            taken.book = Some(place);
            match self.files.get_mut(at) {
                Some(slot) => *slot = taken,
                None => self.files.push(taken),
            }
            match opened {
                Ok(file) => {
                    lead = lead.or(is_one_known.then_some(at));
                    self.take_file(at, file);
                }
                // Something else is asked of it first.
                Err((sheet, asked)) => self.take_sheet(at, sheet, asked),
            }
        }
    }
}
