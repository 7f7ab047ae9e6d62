//! What an import read, and what it could not use.

use super::English;
use crate::{CountWords, ImportWords, MonthWords, NameWords, SummaryHead, whole};
use import::{
    About, CUSTOMS_LIMIT, Fault, LARGEST_FILE, LeftOut, Needed, NoSheet, NoTable, Origin, ProblemKind, Sum,
    Summary,
};
use model::{Dimension, DimensionMap};

/// What is taken for a table and is none, and what to do.
fn no_table(what: NoTable) -> &'static str {
    match what {
        NoTable::Picture => "This is a picture, not a table of rows. Bring the file that it was made of.",
        NoTable::FilmOrSound => "This is a film or a sound, not a table of rows.",
        NoTable::Pdf => {
            "This is a PDF document, not a table of rows. Bring the workbook or the CSV that it was made of."
        }
        NoTable::Document => {
            "This is a text document or slides, not a table of rows. Copy its table into a workbook and bring that."
        }
        NoTable::OtherWorkbook => {
            "This is a workbook in a form that is not read. Open it in Excel and choose File, Save as, “Excel Workbook (.xlsx)”; then bring the new file."
        }
        NoTable::Compressed => {
            "This is a compressed file of another kind than gzip or zip: unpack it and bring what was inside."
        }
        NoTable::Archive => {
            "This is an archive of another kind than zip: unpack it and bring what was inside."
        }
        NoTable::Database => "This is a database, not a table of rows. Export the table as CSV.",
        NoTable::DataOfPrograms => {
            "This is a Parquet file or another that only programs read. Write the table as CSV."
        }
        NoTable::Program => "This is a program, not a table of rows.",
        NoTable::Email => {
            "This is an email or a saved web page of several parts. Save the file that is attached, or download the table again."
        }
    }
}

/// "product and partner".
fn told_apart(dimensions: DimensionMap<bool>) -> String {
    let name = |dimension| match dimension {
        Dimension::Product => "product",
        Dimension::Destination => "partner",
        Dimension::RegistrationLocation => "province",
        Dimension::TradeMode => "trade mode",
    };
    let told: Vec<&str> =
        dimensions.iter().filter(|(_, told)| **told).map(|(dimension, _)| name(dimension)).collect();
    match told.as_slice() {
        [] => "nothing".to_owned(),
        told => English.list(told),
    }
}

/// "7614, 7615 and 12 more"
pub(super) fn some_of<T: AsRef<str>>(codes: &[T]) -> String {
    const NAMED: usize = 5;
    let mut named: Vec<&str> = codes.iter().take(NAMED).map(AsRef::as_ref).collect();
    let more = format!("{} more", codes.len().saturating_sub(NAMED));
    if codes.len() > NAMED {
        named.push(&more);
    }
    English.list(&named)
}

/// Why a file is no table, and what to do, in sentences.
fn no_sheet(why: &NoSheet) -> String {
    let sentence = match why {
        NoSheet::NotATable(what) => no_table(*what),
        NoSheet::Empty => {
            "The file is empty: it holds no data. That says nothing about trade; download it again."
        }
        NoSheet::TooLarge => {
            let most = LARGEST_FILE / 1_000_000;
            return format!(
                "The file is larger than {most} MB. Download it in parts, by year or by HS code."
            );
        }
        NoSheet::TooLargeUnpacked => {
            "What is packed in the file is too large to be read. Unpack it, and bring it in parts."
        }
        NoSheet::Locked => "The file opens with a password only. Save it without one and bring that.",
        NoSheet::BrokenWorkbook => {
            "The workbook is damaged or cut. Download it again, or open it in Excel and save it anew."
        }
        NoSheet::BrokenArchive => "The packed file is damaged or cut. Download it again.",
        NoSheet::NothingInArchive => "Nothing in the zip file is a table.",
        NoSheet::Nested { name } if name.is_empty() => {
            "The file is packed twice. Unpack it once and bring what was inside."
        }
        NoSheet::Nested { name } => {
            return format!(
                "“{name}” in the zip file is packed itself. Unpack the zip file and bring what was inside."
            );
        }
        NoSheet::NoCells => "The workbook has no sheet with filled cells.",
        NoSheet::NoSuchSheet { name } => {
            return format!(
                "The file has no sheet “{name}”. Leave the sheet out, and it is asked for by names."
            );
        }
        NoSheet::NoTableInPage => {
            "This is a web page without a table: probably the site’s error page. Download the file again."
        }
        NoSheet::NotText => {
            "This is no text that can be read as a table. If it is one, save it as “CSV UTF-8” and bring that."
        }
        NoSheet::MixedText { line } => {
            return format!(
                "The text is UTF-8 up to line {line} and written in another way there: files of two kinds were joined. Bring each by itself, or save them as “CSV UTF-8” before."
            );
        }
        NoSheet::NotJson { line, column } => {
            return format!(
                "This is JSON that cannot be read from line {line}, column {column} on. It may be cut: download it again."
            );
        }
        NoSheet::NoList => "This is JSON that holds no list of rows.",
    };
    sentence.to_owned()
}

/// What cannot be read at a place, and what to do, in sentences.
fn unreadable(fault: &Fault) -> String {
    let sentence = match fault {
        Fault::OpenQuote => {
            "A quote is opened here and not closed as it should be. This line was left out. Take the quote out, or write it twice inside of quotes."
        }
        Fault::OpenQuotes { unread } => {
            let unread = whole(*unread);
            return format!(
                "Quotes are opened and not closed, here and before. {unread} lines from here on were not read. Save the file anew from the program that made it."
            );
        }
        Fault::LongCell { column } => {
            let column = whole(*column as u64);
            return format!("The text in column {column} is too long for a cell. The row was left out.");
        }
        Fault::ManyColumns => "The row has more cells than a sheet has columns. It was left out.",
        Fault::NoValue { column } => {
            let column = whole(*column as u64);
            return format!(
                "The formula in column {column} was never calculated, so that the file holds no value. The row was left out. Open the workbook in Excel, save it and bring it again."
            );
        }
        Fault::Broken => {
            "The file is damaged here. What follows was not read. Download it again, or open it in Excel and save it anew."
        }
    };
    sentence.to_owned()
}

impl ImportWords for English {
    fn summary_head(&self, head: SummaryHead) -> &'static str {
        match head {
            SummaryHead::Rows => "Rows",
            SummaryHead::NotAdded => "Not added",
            SummaryHead::Months => "Months",
            SummaryHead::Members(Dimension::Product) => "Products",
            SummaryHead::Members(Dimension::Destination) => "Partners",
            SummaryHead::Members(Dimension::RegistrationLocation) => "Provinces",
            SummaryHead::Members(Dimension::TradeMode) => "Trade modes",
            SummaryHead::Quantity => "Total quantity",
            SummaryHead::Value => "Total value",
        }
    }

    fn origin(&self, origin: Origin) -> &'static str {
        origin.name()
    }

    fn file_read(&self, origin: Origin, encoding: Option<&str>, rows: u64) -> String {
        let encoding = encoding.map(|e| format!(", {e}")).unwrap_or_default();
        format!("{}{encoding}, {}", self.origin(origin), self.rows(rows))
    }

    fn weights_rounded(&self, rows: u64, grams: i64) -> String {
        let sign = if grams < 0 { "−" } else { "+" };
        let (kilograms, grams) = (grams.unsigned_abs() / 1000, grams.unsigned_abs() % 1000);
        format!(
            "{} rounded to whole kilograms ({sign}{}.{grams:03} kg together)",
            self.rows(rows),
            whole(kilograms)
        )
    }

    fn file_not_read(&self) -> &'static str {
        "not read"
    }

    fn rows_used(&self, summary: &Summary) -> String {
        let mut text = format!("{} read, {} used", whole(summary.rows_read), whole(summary.rows_used));
        if summary.rows_twice > 0 {
            text.push_str(&format!(", {} in two files and counted once", whole(summary.rows_twice)));
        }
        if summary.rows_faulty > 0 {
            text.push_str(&format!(", {} could not be used", whole(summary.rows_faulty)));
        }
        text
    }

    fn left_out(&self, why: LeftOut, sum: &Sum) -> String {
        let what = match why {
            LeftOut::World => "for the world or groups of countries: sums of others",
            LeftOut::Reporter => "with China itself as partner (goods that came back)",
            LeftOut::Part => "by customs procedure, transport or second partner: parts of others",
            LeftOut::OtherFlow => "of another flow",
            LeftOut::NoWeight => "with a value and no weight",
            LeftOut::Longer => "of whole years or quarters",
            LeftOut::ShorterCode => "at a shorter HS code: sums of longer ones",
        };
        let (rows, quantity) = (self.rows(sum.rows), self.kilograms(sum.quantity));
        format!("{rows} {what}; {quantity}, value {}", whole(sum.value))
    }

    fn month_range(&self, count: usize, first: &str, last: &str) -> String {
        format!("{count}, from {first} to {last}")
    }

    fn kilograms(&self, kilograms: u64) -> String {
        format!("{} kg", whole(kilograms))
    }

    fn value_in(&self, value: u64, currency: &str) -> String {
        format!("{} {currency}", whole(value))
    }

    fn file_and_line(&self, file: &str, line: Option<u64>) -> String {
        match line {
            Some(line) => format!("{file}, line {line}: "),
            None => format!("{file}: "),
        }
    }

    fn import_problem_kind(&self, kind: &ProblemKind) -> String {
        match kind {
            ProblemKind::NoSheet(why) => no_sheet(why),
            ProblemKind::Unreadable(fault) => unreadable(fault),
            ProblemKind::NoHeader { found } => format!("No line names columns of a file of trade, such as month, country, HS code, quantity or value. The first one reads “{found}”."
            ),
            ProblemKind::ColumnTwice(name) => {
                format!("The column “{name}” stands there twice, so it is not clear which one counts.")
            }
            ProblemKind::MissingColumn(needed) => {
                let what = match needed {
                    Needed::Quantity => "the quantity or the value",
                    Needed::Code => "product, partner, province or trade mode",
                };
                format!("There is no column for {what}. Names that are known: {}. Others are told by a mapping.", self.list(needed.names()))
            }
            ProblemKind::NoUnit => "No column names a unit. The quantities were read as kilograms, which customs uses for most goods.".to_owned(),
            ProblemKind::UnknownColumn(name) => {
                format!("The column “{name}” is not known. It was left out.")
            }
            ProblemKind::NoRows => "The file has a header and no rows: customs has no trade for this query, which is not the same as no data.".to_owned(),
            ProblemKind::FieldCount { found, expected } => {
                format!("The line has {found} fields, the header has {expected}.")
            }
            ProblemKind::NotANumber { column, found } => {
                format!("“{found}” in the column “{column}” is not a number from 0 on as the column has them.")
            }
            ProblemKind::NotAMonth { found } => {
                format!("“{found}” is not a month. A month is written like 202504 or 2025-04.")
            }
            ProblemKind::Longer { rows } => match rows {
                1 => "1 row is of a whole year or quarter and was left out. Download monthly figures.".to_owned(),
                rows => format!("{} are of whole years or quarters and were left out. Download monthly figures.", self.rows(*rows)),
            },
            ProblemKind::ValuesOnly => "The file has values and no weights, so that no row of it is added. Of codes of 2 and 4 digits China’s customs gives values only: ask for codes of 8 digits, with quantities.".to_owned(),
            ProblemKind::NoHsCodes { codes } => format!("Not HS codes, but taken as what goods are told apart by: {}.", some_of(codes)),
            ProblemKind::UnreadCurrency(currency) => format!("Values in {currency} were not read: of the files of one dataset two currencies are."),
            ProblemKind::Unanswered { about, of } => {
                let what = match about {
                    About::Columns => "which column is what",
                    About::Unit => "what the unit is worth in kilograms",
                    About::Currency => "in which currency the values are",
                    About::DecimalMark => "whether a dot or a comma stands before the fraction",
                    About::DateOrder => "whether the day or the month stands first in dates",
                    _ => "what the file does not say",
                };
                let of = of.as_ref().map(|of| format!(" (“{of}”)")).unwrap_or_default();
                format!("It was not said {what}{of}: the rows that hang on it were left out.")
            }
            ProblemKind::NoCode { column } => format!("The column “{column}” has no code on this line."),
            ProblemKind::NotAWeight { unit } => {
                format!("The goods are counted in “{unit}”, not weighed, so the row was left out.")
            }
            ProblemKind::RowTwice { first } => {
                format!("The same row stands on line {first} already. Only that one counts.")
            }
            ProblemKind::Conflict { other, line } => format!("{other} has this row on its line {line} with other numbers. That one counts; customs may have revised it."
            ),
            ProblemKind::Overlap { rows, other } => {
                match rows {
                    1 => format!("1 row stands in {other}, too. It counts once."),
                    rows => format!("{} stand in {other}, too. They count once.", self.rows(*rows)),
                }
            }
            ProblemKind::ProbablyCut => format!("The file has exactly {CUSTOMS_LIMIT} rows, where the customs site stops without a word. It is probably cut: \
                 download it in smaller parts."
            ),
            ProblemKind::Incomplete { months, last, partner } => {
                let partner = partner.as_ref().map(|(code, name)| match self.name(name) {
                    "" => format!(" at partner {code}"),
                    name => format!(" at partner {code} ({name})"),
                });
                format!(
                    "The rows stop in {}{}. What they tell of {} is incomplete: it is shown as “at least”, and compared with nothing.",
                    self.month(*last),
                    partner.unwrap_or_default(),
                    self.month_list(months)
                )
            }
            ProblemKind::NoTrade { months } => {
                let has = if months.len() == 1 { "has" } else { "have" };
                format!("{} {has} no rows, between months that have some: taken for no trade. If they were not downloaded, the figures are too small.", self.month_list(months))
            }
            ProblemKind::NotCovered { products, months } => {
                format!(
                    "No file covers HS {} in {}: not known there, which is not zero, and neither are sums of all products.",
                    some_of(products),
                    self.month_list(months)
                )
            }
            ProblemKind::OtherCurrency => "The values are in another currency than those of the other files. They are not added: the file was left out.".to_owned(),
            ProblemKind::Unpaired { rows } => {
                let have = if *rows == 1 { "has" } else { "have" };
                format!(
                    "{} {have} no twin in the files of the other currency, so only the first currency is used.",
                    self.rows(*rows)
                )
            }
            ProblemKind::OtherColumns { first } => format!("The first file tells rows apart by {}; this one does not. Together they would be counted twice: it was left out.", told_apart(*first)
            ),
            ProblemKind::ShorterCode => {
                "The file has longer codes of these goods, too. Only those count.".to_owned()
            }
            ProblemKind::TooMany => "The rows or their sums are more than can be counted exactly.".to_owned(),
            ProblemKind::NoMonth => "The file does not say of which month it is. It was left out.".to_owned(),
            ProblemKind::WorldDiffers { month, partners, world } => format!("In {} all partners make {} together, the file’s row for the world says {}.", self.month(*month), self.kilograms(*partners), self.kilograms(*world)
            ),
        }
    }

    fn these_goods(&self) -> &'static str {
        "these goods"
    }
}
