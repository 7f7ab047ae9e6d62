//! What an import read, and what it could not use.

use super::months::nouns;
use super::{ENGLISH, English};
use crate::{CountWords, ImportWords, MonthWords, NameWords, PanelText, SummaryHead, whole};
use import::{
    About, CodeInPart, EVERY_SHEET, Fault, LARGEST_FILE, LeftOut, MonthSummary, Needed, NoMapping, NoSheet,
    NoTable, Origin, Place, ProblemKind, Question, Revised, Role, Sum, Summary,
};
use model::{Currency, Dimension, DimensionMap, Flow, Frequency, Name, Period};

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
    let told: Vec<&str> =
        dimensions.iter().filter(|(_, told)| **told).map(|(of, _)| dimension(of).0).collect();
    match told.as_slice() {
        [] => "nothing".to_owned(),
        told => ENGLISH.list(told),
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
    ENGLISH.list(&named)
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
        NoSheet::NotRead => {
            "The file cannot be read from the disk: it was moved, changed or is not open to you. Bring it again."
        }
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
        Fault::NotRead => {
            "The file was changed or taken away while it was read. What follows was not read. Bring it again."
        }
        Fault::Broken => {
            "The file is damaged here. What follows was not read. Download it again, or open it in Excel and save it anew."
        }
    };
    sentence.to_owned()
}

/// "province", and "provinces".
fn dimension(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Product => ("product", "products"),
        Dimension::Destination => ("partner", "partners"),
        Dimension::RegistrationLocation => ("province", "provinces"),
        Dimension::TradeMode => ("trade mode", "trade modes"),
    }
}

/// "was", "were"
fn was(count: u64) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// "has", "have"
fn has(count: usize) -> &'static str {
    if count == 1 { "has" } else { "have" }
}

/// "It corrects a.csv in May 2025: 3 rows …"
fn revised(revised: &Revised) -> String {
    let Revised { other, months, rows, before, after, first } = revised;
    let change = |(month, codes, before, after): &(Period, Vec<String>, u64, u64)| {
        format!(
            "{} in {}: {} became {}",
            codes.join(" · "),
            ENGLISH.month(*month),
            ENGLISH.kilograms(*before),
            ENGLISH.kilograms(*after)
        )
    };
    let first: Vec<String> = first.iter().map(change).collect();
    format!(
        "This file has other figures than {other} for {} and counts there: {} of {other} with {} became {}. {}{}.",
        ENGLISH.month_list(months),
        ENGLISH.rows(*rows),
        ENGLISH.kilograms(*before),
        ENGLISH.kilograms(*after),
        if *rows > first.len() as u64 { "The first: " } else { "" },
        first.join("; ")
    )
}

/// "8486: 1,000 kg, its longer codes 400 kg"
fn longer(codes: &[CodeInPart]) -> String {
    let one = |longer: &CodeInPart| {
        format!(
            "{}: {}; its longer codes in the files make {}",
            longer.code,
            ENGLISH.kilograms(longer.own),
            ENGLISH.kilograms(longer.longer)
        )
    };
    let named: Vec<String> = codes.iter().take(5).map(one).collect();
    let more = match codes.len().saturating_sub(named.len()) {
        0 => String::new(),
        more => format!(". So with {more} more"),
    };
    format!(
        "Where longer codes are only a part, the shorter one counts and these were left out. {}{more}.",
        named.join(". ")
    )
}

impl ImportWords for English {
    fn summary_head(&self, head: SummaryHead) -> &'static str {
        match head {
            SummaryHead::Trade => "Trade",
            SummaryHead::Rows => "Rows",
            SummaryHead::NotAdded => "Not added",
            SummaryHead::Periods(Frequency::Monthly) => "Months",
            SummaryHead::Periods(Frequency::Quarterly) => "Quarters",
            SummaryHead::Periods(Frequency::Annual) => "Years",
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

    fn source_file(&self, name: &str, read: &str) -> String {
        format!("{name}: {read}.")
    }

    fn in_brackets(&self, text: &str, inside: &str) -> String {
        format!("{text} ({inside})")
    }

    fn and_besides(&self, text: &str, besides: &str) -> String {
        format!("{text}, {besides}")
    }

    fn weights_rounded(&self, rows: u64, kilograms: &str) -> String {
        format!("{} rounded to whole kilograms ({kilograms} kg together)", self.rows(rows))
    }

    fn remark_left_out(&self, left_out: &str) -> String {
        format!("Not added: {left_out}.")
    }

    fn file_not_read(&self) -> &'static str {
        "not read"
    }

    fn rows_used(&self, summary: &Summary) -> String {
        let (read, used) = (whole(summary.rows_read), whole(summary.rows_used));
        let mut text = match summary.rows_read >= summary.rows_used {
            true => format!("{read} read, {used} used"),
            false => format!("{read} read, with columns of several times or flows: {used} used"),
        };
        if summary.rows_twice > 0 {
            text.push_str(&format!(", {} that others repeat", whole(summary.rows_twice)));
        }
        if summary.rows_faulty > 0 {
            text.push_str(&format!(", {} could not be used", whole(summary.rows_faulty)));
        }
        text
    }

    fn panel(&self, text: PanelText) -> &'static str {
        match text {
            PanelText::Title => "Title",
            PanelText::GoOn => "Show the breakdown",
            PanelText::Guess => "A guess from the file’s name: the file itself does not say it.",
            PanelText::MayBeEmpty => "It may stay empty: then the headline names nobody.",
            PanelText::ColumnsNote => {
                "What is filled in is guessed from the names and the cells. Put right what is wrong; below, you see what the first rows become."
            }
            PanelText::ColumnsChecked => {
                "This is how the file was read. Put right what is wrong; below, you see what the first rows become."
            }
            PanelText::UseColumns => "Use these columns",
            PanelText::SaveColumns => "Save as a file",
            PanelText::CheckColumns => "Check the columns",
            PanelText::ColumnsKept => "Read by the columns that you chose before.",
            PanelText::ColumnsWillBeKept => {
                "The columns that you chose are kept in this browser, for the next file that has them."
            }
            PanelText::ForgetColumns => "Forget these columns",
            PanelText::Becomes => "What the first rows become",
            PanelText::BecomesNothing => "Nothing, as long as the following is not said.",
            PanelText::NotReadHere => "Still to be said or put right",
            PanelText::LeftOut => "Rows that were not added",
            PanelText::LeftOutFile => "Download all of these rows (CSV)",
            PanelText::Coverage => "Periods covered",
            PanelText::CoverageMarks => "■ whole · ◧ in part · □ no trade · – not covered",
            PanelText::WhyNothing => "Why, and what to do",
            PanelText::SaidElsewhere => "not said here",
        }
    }

    fn member_name<'a>(&self, name: &'a Name) -> &'a str {
        self.name(name)
    }

    fn trade_of(&self, reporter: &str, flow: Flow) -> String {
        let flow = match flow {
            Flow::Export => "Exports",
            Flow::Import => "Imports",
        };
        match reporter {
            "" => format!("{flow}; nobody says whose"),
            reporter => format!("{flow} of {reporter}"),
        }
    }

    fn question(&self, question: &Question) -> String {
        let of = question.of.as_deref().unwrap_or_default();
        let sentence = match question.about {
            About::Flow => "Are these exports or imports? Customs files do not say it.".to_owned(),
            About::Month => "Of which month is it?".to_owned(),
            About::Reporter if question.choices.is_empty() => {
                "Whose trade is it? No file says it.".to_owned()
            }
            About::Reporter => {
                "Whose trade do you want? The rows are of several reporters, which are never added up."
                    .to_owned()
            }
            About::Classification => {
                "By which list of goods? The same trade stands there by several, which are never added up."
                    .to_owned()
            }
            About::SameKey => {
                let rows = question.choices.first().map_or(0, |choice| choice.rows);
                format!(
                    "{} have the month, product and partner of another one and other figures, and no column tells why. Are they parts of one whole?",
                    self.rows(rows)
                )
            }
            About::Encoding => "Which of these reads right?".to_owned(),
            About::Sheet => "Which sheet is meant?".to_owned(),
            About::Columns => "Which column is what?".to_owned(),
            About::Unit => format!("What is counted in “{of}”?"),
            About::Currency => format!("In which currency are the values of “{of}”?"),
            About::DecimalMark => format!("How are the numbers of “{of}” written?"),
            About::DateOrder => "Does the day or the month stand first in dates?".to_owned(),
            About::Totals => "Is it a total of others?".to_owned(),
            About::Frequency => {
                "Of how long are the periods? There are rows of several lengths, which are never added up."
                    .to_owned()
            }
        };
        match &question.file {
            Some(file) => format!("{file}: {sentence}"),
            None => sentence,
        }
    }

    fn known_choice(&self, about: About, value: &str) -> &'static str {
        match (about, value) {
            (About::Flow, "export") => "Exports",
            (About::Flow, "import") => "Imports",
            (About::Sheet, EVERY_SHEET) => "All of them, one after the other",
            (About::SameKey, "add") => "Yes: add them",
            (About::SameKey, "first") => "No: the first one counts",
            (About::Unit, "none") => "No weight: leave these rows out",
            (About::Unit, unit) => self.unit_of_weight(unit),
            (About::DecimalMark, "dot") => "A dot stands before the fraction",
            (About::DecimalMark, "comma") => "A comma stands before the fraction",
            (About::Frequency, "M") => "Months",
            (About::Frequency, "Q") => "Quarters",
            (About::Frequency, "A") => "Years",
            (About::DateOrder, "day") => "The day first",
            (About::DateOrder, "month") => "The month first",
            (About::Currency, code) => {
                let known = Currency::NAMES.iter().find(|(name, _)| *name == code);
                known.map_or("", |(_, currency)| self.currency(*currency))
            }
            _ => "",
        }
    }

    fn columns_of(&self, file: &str) -> String {
        format!("{file}: which column is what?")
    }

    fn asked_of_column(&self, column: &str, what: usize) -> String {
        match what {
            0 => format!("What “{column}” is"),
            1 => format!("What “{column}” is counted in"),
            _ => format!("How many one of “{column}” is"),
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Time => "Month or date",
            Role::Year => "Year",
            Role::MonthOfYear => "Month of the year, 1 to 12",
            Role::Frequency => "Whether a month, quarter or year",
            Role::ProductCode => "HS code",
            Role::ProductName => "Product, by name",
            Role::ProductNameZh => "Product, by name in Chinese",
            Role::PartnerCode => "Partner, by code",
            Role::PartnerLetters => "Partner, by letters",
            Role::PartnerName => "Partner, by name",
            Role::PartnerNameZh => "Partner, by name in Chinese",
            Role::ProvinceCode => "Province, by code",
            Role::ProvinceName => "Province, by name",
            Role::ProvinceNameZh => "Province, by name in Chinese",
            Role::ModeCode => "Trade mode, by code",
            Role::ModeName => "Trade mode, by name",
            Role::ModeNameZh => "Trade mode, by name in Chinese",
            Role::Remark => "Whether a program made the row up",
            Role::Quantity => "Quantity",
            Role::Unit => "Unit of the quantity",
            Role::SecondQuantity => "Second quantity",
            Role::SecondUnit => "Unit of the second quantity",
            Role::Value => "Value",
            Role::Flow => "Exports or imports, by code",
            Role::FlowName => "Exports or imports, by name",
            Role::ReporterCode => "Whose trade, by code",
            Role::ReporterName => "Whose trade, by name",
            Role::Classification => "List of goods",
            Role::CustomsProcedure => "Customs procedure",
            Role::Transport => "Means of transport",
            Role::SecondPartner => "Second partner",
            Role::Indicator => "Which figure the line tells",
            Role::Figure => "The figure of the line",
            Role::Other => "Not used",
            Role::Ignored => "Not used, and tells no rows apart",
        }
    }

    fn unit_of_weight(&self, unit: &str) -> &'static str {
        match unit {
            "kg" => "Kilograms",
            "t" => "Tonnes",
            "lb" => "Pounds",
            "g" => "Grams",
            "100kg" => "100 kg",
            "千吨" => "Thousand tonnes",
            "万吨" => "Ten thousand tonnes",
            "short tons" => "Short tons of 2,000 pounds",
            _ => "",
        }
    }

    fn currency(&self, currency: Currency) -> &'static str {
        match currency {
            Currency::Usd => "US dollars",
            Currency::Cny => "Yuan",
            Currency::Eur => "Euros",
            Currency::Gbp => "Pounds sterling",
            Currency::Jpy => "Yen",
            Currency::Krw => "Won",
            Currency::Inr => "Rupees",
            Currency::Brl => "Reais",
        }
    }

    fn in_multiples(&self, times: u64) -> &'static str {
        match times {
            1000 => "in thousands",
            10_000 => "in ten thousands",
            100_000 => "in lakhs",
            1_000_000 => "in millions",
            10_000_000 => "in crores",
            100_000_000 => "in hundred millions",
            1_000_000_000 => "in billions",
            _ => "as they stand",
        }
    }

    fn becomes_heads(&self) -> [&'static str; 8] {
        ["Line", "Month", "Product", "Partner", "Province", "Trade mode", "Weight", "Value"]
    }

    fn left_out_heads(&self) -> [&'static str; 5] {
        ["Why", "Rows", "Weight", "Value", "Where"]
    }

    fn other_reasons(&self) -> [&'static str; 2] {
        ["that another row repeats", "that could not be read: see the remarks"]
    }

    fn year_head(&self) -> &'static str {
        "Year"
    }

    fn coverage_of(&self, month: Option<&MonthSummary>) -> String {
        let Some(month) = month else { return "not covered".to_owned() };
        let extent = match month {
            MonthSummary { rows: 0, incomplete: 0, not_covered: 0, .. } => return "no trade".to_owned(),
            MonthSummary { incomplete: 0, not_covered: 0, .. } => "whole",
            _ => "in part",
        };
        // What is not weighed has no weight to tell.
        let told = match month.quantity {
            0 => self.rows(month.rows),
            quantity => self.and_besides(&self.rows(month.rows), &self.kilograms(quantity)),
        };
        format!("{extent}: {told}")
    }

    fn only_columns(&self, file: &str) -> String {
        format!("{file} says which column is what. Bring it together with the file that it is for.")
    }

    fn not_a_mapping(&self, why: &NoMapping) -> String {
        why.to_string()
    }

    fn no_columns(&self, file: &str, why: &NoMapping) -> String {
        format!(
            "{file} should say which column is what, but {why}. Save the columns anew, or bring the other files without it."
        )
    }

    fn left_out(&self, why: LeftOut, sum: &Sum) -> String {
        let what = self.left_out_reason(why);
        let rows = self.rows(sum.rows);
        // What is not weighed has no weight to tell.
        let quantity = match sum.quantity {
            0 => String::new(),
            quantity => format!("{}, ", self.kilograms(quantity)),
        };
        format!("{rows} {what}; {quantity}value {}", whole(sum.value))
    }

    fn left_out_reason(&self, why: LeftOut) -> &'static str {
        match why {
            LeftOut::OtherFlow => "of another flow",
            LeftOut::OtherReporter => "of another reporter",
            LeftOut::OtherList => "by another list of goods",
            LeftOut::World => "for the whole world: sums of others",
            LeftOut::Group => "for groups of countries whose members have rows, too",
            LeftOut::Total => "for totals of others",
            LeftOut::Part => "by customs procedure, transport or second partner: parts of others",
            LeftOut::NoWeight => "with a value and no weight",
            LeftOut::OtherFrequency => "of longer or shorter periods than those that count",
            LeftOut::FiscalYear => "of years that do not begin in January",
            LeftOut::ShorterCode => "at a shorter HS code, which longer ones in the files make",
            LeftOut::LongerCode => "at a longer HS code: only a part of a shorter one",
            LeftOut::Revised => "that a later file corrects",
            LeftOut::NotFirst => "with the key of an earlier one",
            LeftOut::OtherCurrency => "in another currency alone",
            LeftOut::Unanswered => "that wait for an answer",
        }
    }

    fn month_range(&self, count: usize, first: &str, last: &str) -> String {
        format!("{count}, from {first} to {last}")
    }

    fn kilograms(&self, kilograms: u64) -> String {
        format!("{} kg", whole(kilograms))
    }

    fn still_open(&self, about: About) -> &'static str {
        match about {
            About::Unit => "unit?",
            About::Currency => "currency?",
            About::DecimalMark => "decimal mark?",
            About::DateOrder => "day or month first?",
            _ => "?",
        }
    }

    fn value_in(&self, value: u64, currency: Currency) -> String {
        format!("{} {}", whole(value), currency.code())
    }

    fn file_and_lines(&self, file: &str, lines: &[u64], count: u64) -> String {
        if lines.is_empty() {
            return format!("{file}: ");
        }
        let more = count.saturating_sub(lines.len() as u64);
        let mut named: Vec<String> = lines.iter().map(ToString::to_string).collect();
        if more > 0 {
            named.push(format!("{} more", whole(more)));
        }
        match named.as_slice() {
            [line] => format!("{file}, line {line}: "),
            several => format!(
                "{file}, lines {}: ",
                self.list(&several.iter().map(String::as_str).collect::<Vec<_>>())
            ),
        }
    }

    fn first_places(&self, places: &[Place]) -> String {
        let Some(first) = places.first() else { return String::new() };
        let lines: Vec<String> = places
            .iter()
            .take_while(|place| place.file == first.file)
            .map(|place| place.line.to_string())
            .collect();
        let noun = if lines.len() == 1 { "line" } else { "lines" };
        format!("first: {}, {noun} {}", first.file, lines.join(", "))
    }

    fn unanswered(&self, question: &Question) -> String {
        let choices: Vec<String> = question
            .choices
            .iter()
            .map(|choice| match choice.name.is_empty() || choice.name == choice.value {
                true => choice.value.clone(),
                false => format!("{} ({})", choice.value, choice.name),
            })
            .collect();
        let choices = some_of(&choices);
        match question.about {
            About::Reporter => {
                format!(
                    "The rows are the trade of several reporters, which is never added up. Choose one: {choices}."
                )
            }
            About::Classification => {
                format!(
                    "The rows number the same goods by several lists, which is never added up. Choose one: {choices}."
                )
            }
            About::Frequency => {
                let of: Vec<String> = question
                    .choices
                    .iter()
                    .filter_map(|choice| {
                        let mut names = Frequency::NAMES.iter();
                        let (_, frequency) = names.find(|(code, _)| *code == choice.value)?;
                        Some(format!("{} ({}, {})", choice.value, nouns(*frequency), self.rows(choice.rows)))
                    })
                    .collect();
                let of: Vec<&str> = of.iter().map(String::as_str).collect();
                format!(
                    "The rows are of periods of several lengths, which are never added up. Choose one: {}.",
                    self.list(&of)
                )
            }
            About::SameKey => {
                let rows = question.choices.first().map_or(0, |choice| choice.rows);
                format!(
                    "{} have the month, product and partner of another one and other figures, and no column tells why. \
                     Say whether they are parts that are added, or the first one counts.",
                    ENGLISH.rows(rows)
                )
            }
            about => {
                let what = match about {
                    About::Encoding => "how the text is written",
                    About::Sheet => "which sheet is meant",
                    About::Columns => "which column is what",
                    About::Unit => "what the unit is worth in kilograms",
                    About::Currency => "in which currency the values are",
                    About::DecimalMark => "whether a dot or a comma stands before the fraction",
                    About::DateOrder => "whether the day or the month stands first in dates",
                    _ => "what the file does not say",
                };
                let of = question.of.as_ref().map(|of| format!(" (“{of}”)")).unwrap_or_default();
                format!("It was not said {what}{of}: the rows that hang on it were left out.")
            }
        }
    }

    fn too_many_lost(&self, summary: &Summary) -> String {
        format!(
            "{} of {} could not be read: more than 1 %. The dataset lacks what they say.",
            whole(summary.rows_faulty),
            self.rows(summary.rows_read)
        )
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
                format!("“{found}” is not a month. A month is written like 202504 or 2025-04, a year like 2025.")
            }
            ProblemKind::ManySheets { read, of } => format!(
                "It has {of} sheets or files, of which the first {read} are read. Split it, and open the parts together."
            ),
            ProblemKind::SheetHidden => {
                "It is hidden in the workbook, and not read. To read it, choose it alone.".to_owned()
            }
            ProblemKind::SheetNotRead => {
                "It has other columns than the sheets that are read, and is not read. To read it, choose it alone.".to_owned()
            }
            ProblemKind::FiscalYears { rows } => format!(
                "{} of years that do not begin in January, and left out. Download calendar years, or months.",
                match rows {
                    1 => "1 row is".to_owned(),
                    rows => format!("{} are", self.rows(*rows)),
                }
            ),
            ProblemKind::OtherFrequency { used, rows } => format!(
                "The rows are of periods of several lengths. The {} count; {} of others were left out, because they tell \
                 the same trade once more.",
                nouns(*used),
                self.rows(*rows)
            ),
            ProblemKind::MeasuredByValue => "No row has a weight: everything is broken down by value.".to_owned(),
            ProblemKind::ValuesOnly { of_short_codes: false } => "The file has values and no weights.".to_owned(),
            ProblemKind::ValuesOnly { of_short_codes: true } => "The file has values and no weights. Of codes of 2 and 4 digits China’s customs gives values only: ask for codes of 8 digits, with quantities.".to_owned(),
            ProblemKind::NoHsCodes { codes } => format!("Not HS codes, but taken as what goods are told apart by: {}.", some_of(codes)),
            ProblemKind::UnreadCurrency(currency) => format!("Values in {currency} were not read: of the files of one dataset two currencies are."),
            ProblemKind::NoCode { column } => format!("The column “{column}” has no code on this line."),
            ProblemKind::NotAWeight { unit } => {
                format!("The goods are counted in “{unit}”, not weighed, so the row was left out.")
            }
            ProblemKind::RowTwice { first } => {
                format!("The same row stands on line {first} already. Only that one counts.")
            }
            ProblemKind::Overlap { rows, other } => {
                match rows {
                    1 => format!("1 row stands in {other}, too. It counts once."),
                    rows => format!("{} stand in {other}, too. They count once.", self.rows(*rows)),
                }
            }
            ProblemKind::ProbablyCut { rows } => format!("The file has exactly {} rows, where its source stops without a word. It is probably cut: \
                 download it in smaller parts.", whole(*rows)
            ),
            ProblemKind::Added { rows, quantity } => format!(
                "{} with {} {} the month, product and partner of another one. All {} added: columns that are not read tell them apart, or you said so.",
                self.rows(*rows), self.kilograms(*quantity), has(*rows as usize), was(*rows)
            ),
            ProblemKind::PartsAdded { rows, quantity } => format!(
                "{} by customs procedure, transport or second partner with {} {} added: the row that they are parts of is not in the files.",
                self.rows(*rows), self.kilograms(*quantity), was(*rows)
            ),
            ProblemKind::Revised(what) => revised(what),
            ProblemKind::Unanswered(question) => self.unanswered(question),
            ProblemKind::OnlyOtherFlow { asked } => {
                let (asked, found) = match asked {
                    Flow::Export => ("exports", "imports"),
                    Flow::Import => ("imports", "exports"),
                };
                format!("You asked for {asked}; the rows are of {found} or other flows alone.")
            }
            ProblemKind::Versions { versions } => format!(
                "The goods are numbered by {} in different months. A code may not mean the same in both.", self.list(&versions.iter().map(String::as_str).collect::<Vec<_>>())
            ),
            ProblemKind::ZerosRestored { codes } => format!(
                "HS codes have an even number of digits. Another program dropped the first zero of {}: read as {}.",
                match codes.len() { 1 => "one".to_owned(), count => whole(count as u64) },
                some_of(codes)
            ),
            ProblemKind::OnlyTotals { dimension: of } => {
                let (one, many) = dimension(*of);
                format!("Every row is for all {many} together, so the dataset tells nothing apart by {one}. For more, choose all {many} at the source and download again.")
            }
            ProblemKind::TotalsAlone { dimension: of, months, quantity } => format!(
                "In {} some rows are for all {} together and have none beside them that tell these apart. {} were left out.",
                self.month_list(months), dimension(*of).1, self.kilograms(*quantity)
            ),
            ProblemKind::TotalDiffers { dimension: of, months, product, parts, total } => {
                let product = product.as_ref().map(|code| format!(" (first: HS {code})")).unwrap_or_default();
                format!(
                    "In {}{product} the {} make {} together, the files’ rows for all of them say {}. Probably not all were downloaded.",
                    self.month_list(months), dimension(*of).1, self.kilograms(*parts), self.kilograms(*total)
                )
            }
            ProblemKind::GroupDiffers { group, own, members } => format!(
                "{group}: {}, left out because its members have rows, too. These make {}.", self.kilograms(*own), self.kilograms(*members)
            ),
            ProblemKind::LongerCodes(codes) => longer(codes),
            ProblemKind::CommonLevel { codes, rows } => format!(
                "HS {} {} not divided in every month and for every partner. So {} at longer codes {} counted by the shorter one.",
                some_of(codes), if codes.len() == 1 { "is" } else { "are" }, self.rows(*rows), was(*rows)
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
                let has = has(months.len());
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
            ProblemKind::TooMany => "The rows or their sums are more than can be counted exactly.".to_owned(),
            ProblemKind::NoMonth => "The file does not say of which month it is. It was left out.".to_owned(),
        }
    }
}
