//! A workbook of Excel (Office Open XML, ECMA-376): the table on the first sheet, what it is about on the second.
//!
//! Text stands in its own cell (`inlineStr`), so that rows are written as they come; a formula is another element, and no
//! text becomes one. `rust_xlsxwriter`, which can draw charts, is 400 kB of WebAssembly when compressed, where this
//! is less than a tenth of it.

use std::borrow::Cow;
use std::fmt::Write;

use crate::package::{DECLARATION, OF_DOCUMENT, Relation, content_types, relations};
use crate::zip::{Archive, File};
use crate::{Cell, Column, Kind, NotWritten, Rows, Table, cut};

/// Characters of a cell, in units of UTF-16, by Excel's limits.
pub const MOST_CHARACTERS: usize = 32_767;
/// Rows of a sheet with its head.
pub const MOST_ROWS: usize = 1_048_576;
/// Letters of a sheet's name.
const MOST_OF_NAME: usize = 31;
/// The second sheet.
const ABOUT: &str = "about";
/// What stands for a character that XML has no way to write.
const REPLACED: char = '\u{FFFD}';
/// A whole number that a spreadsheet's numbers hold with all of its digits.
const MOST_WHOLE: u64 = 999_999_999_999_999;

/// Rows that are looked at before the first is written: columns are as wide as what stands in them.
const LOOKED_AT: usize = 1000;
/// The least and the greatest width of a column, letters.
const WIDTHS: (usize, usize) = (6, 48);

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Places of formats in the list of styles: the plain one, the head's, the one of texts. Those of numbers follow.
const HEAD: usize = 1;
const TEXT: usize = 2;
const NUMBERS: usize = 3;

/// What had to be changed so that the format can hold it, which the second sheet tells.
#[derive(Default)]
struct Changed {
    cells_cut: usize,
    characters_replaced: usize,
}

/// A table as a workbook: numbers are numbers with a format, codes and months are texts. The head stays when the sheet is
/// scrolled.
pub fn workbook(table: Table) -> Result<Vec<u8>, NotWritten> {
    let count = table.rows.len();
    if count >= MOST_ROWS {
        return Err(NotWritten::TooManyRows(count));
    }
    let mut archive = Archive::default();
    let styles = Styles::of(&table.columns);
    let name = sheet_name(&table.about.table);
    let parts = [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/worksheets/sheet1.xml", "worksheet"),
        ("/xl/worksheets/sheet2.xml", "worksheet"),
        ("/xl/styles.xml", "styles"),
    ];
    archive.add("[Content_Types].xml", &content_types(TYPES, &parts))?;
    let to = |kind, target| Relation { kind, target, is_outside: false };
    archive.add("_rels/.rels", &relations(&[to("officeDocument", "xl/workbook.xml")]))?;
    archive.add("xl/workbook.xml", &sheets(&name))?;
    let parts = [
        to("worksheet", "worksheets/sheet1.xml"),
        to("worksheet", "worksheets/sheet2.xml"),
        to("styles", "styles.xml"),
    ];
    archive.add("xl/_rels/workbook.xml.rels", &relations(&parts))?;
    archive.add("xl/styles.xml", &styles.xml())?;

    let mut changed = Changed::default();
    let Table { about, columns, rows } = table;
    let mut file = archive.file("xl/worksheets/sheet1.xml");
    write_table(&mut file, &columns, rows, &styles, &mut changed)?;
    archive.end(file)?;

    let mut lines: Vec<(String, String)> =
        about.lines().into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let counts = [("cells_cut", changed.cells_cut), ("characters_replaced", changed.characters_replaced)];
    lines.extend(
        counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| (name.to_owned(), count.to_string())),
    );
    lines.extend(columns.iter().map(|column| (format!("column {}", column.name), told(column))));
    let mut file = archive.file("xl/worksheets/sheet2.xml");
    write_about(&mut file, &lines)?;
    archive.end(file)?;
    archive.finish()
}

/// What a column holds: "number, t".
fn told(column: &Column) -> String {
    match column.kind {
        Kind::Number { unit, .. } if !unit.is_empty() => format!("number, {unit}"),
        kind => kind.name().to_owned(),
    }
}

/// The first sheet. Its columns are as wide as what stands in the first rows.
fn write_table(
    file: &mut File,
    columns: &[Column],
    mut rows: Rows,
    styles: &Styles,
    changed: &mut Changed,
) -> Result<(), NotWritten> {
    let first: Vec<Vec<Cell>> = rows.by_ref().take(LOOKED_AT).collect();
    let widths = columns.iter().enumerate().map(|(place, column)| {
        let of_rows = first.iter().filter_map(|row| row.get(place)).map(|cell| width(cell, column.kind));
        of_rows.chain([width_of_text(column.name)]).max().unwrap_or_default()
    });
    let mut xml = start(true, &widths.collect::<Vec<_>>());
    let mut head = RowXml::begin(&mut xml, 1);
    for column in columns {
        head.text(column.name, HEAD, changed);
    }
    head.end();
    for (row, number) in first.into_iter().chain(rows).zip(2..) {
        let mut line = RowXml::begin(&mut xml, number);
        for (place, cell) in row.iter().enumerate() {
            let style = styles.of_columns.get(place).copied().unwrap_or_default();
            match cell {
                Cell::Empty => line.skip(),
                Cell::Text(text) => line.text(text, TEXT, changed),
                // What a spreadsheet would round is a text, so that all digits stay.
                Cell::Whole(number) if *number > MOST_WHOLE => line.text(&number.to_string(), TEXT, changed),
                Cell::Number(number) if !number.is_finite() => line.skip(),
                Cell::Number(_) | Cell::Whole(_) => line.number(&cell.written(), style),
            }
        }
        line.end();
        file.write(&xml)?;
        xml.clear();
    }
    xml.push_str("</sheetData></worksheet>");
    file.write(&xml)
}

/// The second sheet: a name and a text a line.
fn write_about(file: &mut File, lines: &[(String, String)]) -> Result<(), NotWritten> {
    let names = lines.iter().map(|(name, _)| width_of_text(name)).max().unwrap_or_default();
    let mut xml = start(false, &[names, 2 * WIDTHS.1]);
    // What had to be changed here is told nowhere.
    let mut changed = Changed::default();
    for ((name, text), number) in lines.iter().zip(1..) {
        let mut line = RowXml::begin(&mut xml, number);
        line.text(name, HEAD, &mut changed);
        line.text(text, TEXT, &mut changed);
        line.end();
    }
    xml.push_str("</sheetData></worksheet>");
    file.write(&xml)
}

/// A sheet up to its rows.
fn start(is_first: bool, widths: &[usize]) -> String {
    let view = match is_first {
        true => {
            "<sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
             activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>"
        }
        false => "<sheetView workbookViewId=\"0\"/>",
    };
    let mut xml = format!("{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews>{view}</sheetViews><cols>");
    for (width, number) in widths.iter().zip(1..) {
        let width = (*width).max(WIDTHS.0) + 2;
        let _ = write!(xml, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    xml.push_str("</cols><sheetData>");
    xml
}

/// Letters that a cell takes.
fn width(cell: &Cell, kind: Kind) -> usize {
    match (cell, kind) {
        (Cell::Number(number), Kind::Number { decimals, .. }) => {
            let digits = model::write_decimal(*number, usize::from(decimals));
            // A comma for three digits.
            digits.len() + digits.len() / 4
        }
        (Cell::Text(text), _) => width_of_text(text),
        (cell, _) => cell.written().len(),
    }
    .min(WIDTHS.1)
}

/// Chinese characters are twice as wide as letters.
fn width_of_text(text: &str) -> usize {
    let wide = |letter: char| if letter < '\u{1100}' { 1 } else { 2 };
    text.chars().take(WIDTHS.1).map(wide).sum::<usize>().min(WIDTHS.1)
}

/// A row that is being written.
struct RowXml<'a> {
    xml: &'a mut String,
    number: usize,
    place: usize,
}

impl RowXml<'_> {
    fn begin(xml: &mut String, number: usize) -> RowXml<'_> {
        let _ = write!(xml, "<row r=\"{number}\">");
        RowXml { xml, number, place: 0 }
    }

    fn skip(&mut self) {
        self.place += 1;
    }

    /// The cell's address and format.
    fn cell(&mut self, style: usize, kind: &str) {
        self.xml.push_str("<c r=\"");
        push_letters(self.xml, self.place);
        let _ = write!(self.xml, "{}\" s=\"{style}\"{kind}>", self.number);
        self.place += 1;
    }

    fn number(&mut self, digits: &str, style: usize) {
        self.cell(style, "");
        let _ = write!(self.xml, "<v>{digits}</v></c>");
    }

    fn text(&mut self, text: &str, style: usize, changed: &mut Changed) {
        self.cell(style, " t=\"inlineStr\"");
        let text = match cut(text) {
            Some(cut) => {
                changed.cells_cut += 1;
                Cow::Owned(cut)
            }
            None => Cow::Borrowed(text),
        };
        self.xml.push_str("<is><t xml:space=\"preserve\">");
        changed.characters_replaced += push_escaped(self.xml, &text);
        self.xml.push_str("</t></is></c>");
    }

    fn end(self) {
        self.xml.push_str("</row>");
    }
}

/// A column's letters: A to Z, then AA.
fn push_letters(xml: &mut String, place: usize) {
    const LETTERS: usize = 26;
    if place >= LETTERS {
        push_letters(xml, place / LETTERS - 1);
    }
    xml.push(char::from(b'A' + u8::try_from(place % LETTERS).unwrap_or_default()));
}

/// Writes a text into XML; tells how many characters it could not write. A line end of old systems is written as Excel
/// does, `_x000D_`, and so what looks like that must be written so, too.
fn push_escaped(xml: &mut String, text: &str) -> usize {
    let mut replaced = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\r' => xml.push_str("_x000D_"),
            '_' if is_like_an_escape(text.get(at..).unwrap_or_default()) => xml.push_str("_x005F_"),
            '\t' | '\n' => xml.push(letter),
            control if control < ' ' || matches!(control, '\u{FFFE}' | '\u{FFFF}') => {
                replaced += 1;
                xml.push(REPLACED);
            }
            other => xml.push(other),
        }
    }
    replaced
}

/// Whether a text begins as `_x0041_` does.
fn is_like_an_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'_', b'x' | b'X', digits @ .., ] if digits.get(4) == Some(&b'_')
        && digits.iter().take(4).all(u8::is_ascii_hexdigit))
}

/// A name that Excel takes for a sheet: without `[]:*?/\`, quotes at its ends and control characters, at most 31 letters,
/// and another one than the second sheet's.
fn sheet_name(wanted: &str) -> String {
    let is_refused = |letter: char| {
        matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\u{FFFE}' | '\u{FFFF}')
            || letter.is_control()
    };
    let mut units = 0;
    let name: String = wanted
        .chars()
        .map(|letter| if is_refused(letter) { ' ' } else { letter })
        .take_while(|letter| {
            units += letter.len_utf16();
            units <= MOST_OF_NAME
        })
        .collect();
    let name = name.trim_matches([' ', '\'']);
    // Excel keeps the second for itself.
    match name.is_empty() || [ABOUT, "History"].iter().any(|taken| name.eq_ignore_ascii_case(taken)) {
        true => "data".to_owned(),
        false => name.to_owned(),
    }
}

fn sheets(name: &str) -> String {
    let mut xml = format!("{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OF_DOCUMENT}\"><sheets>");
    for (name, number) in [name, ABOUT].into_iter().zip(1..) {
        xml.push_str("<sheet name=\"");
        push_escaped(&mut xml, name);
        let _ = write!(xml, "\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    xml.push_str("</sheets></workbook>");
    xml
}

/// The formats of cells.
struct Styles {
    /// Digits behind the point, each once.
    decimals: Vec<u8>,
    /// The place of each column's format.
    of_columns: Vec<usize>,
}

impl Styles {
    fn of(columns: &[Column]) -> Styles {
        let mut decimals: Vec<u8> = Vec::new();
        let of_columns = columns.iter().map(|column| match column.kind {
            Kind::Number { decimals: wanted, .. } => {
                let place = decimals.iter().position(|known| *known == wanted).unwrap_or_else(|| {
                    decimals.push(wanted);
                    decimals.len() - 1
                });
                NUMBERS + place
            }
            Kind::Text | Kind::Code | Kind::Period => TEXT,
        });
        let of_columns = of_columns.collect();
        Styles { decimals, of_columns }
    }

    fn xml(&self) -> String {
        /// Numbers of formats from here on are a workbook's own; 49 is that of texts.
        const OWN: usize = 164;
        const AS_TEXT: usize = 49;
        let mut xml = format!("{DECLARATION}<styleSheet xmlns=\"{MAIN}\">");
        if !self.decimals.is_empty() {
            let _ = write!(xml, "<numFmts count=\"{}\">", self.decimals.len());
            for (decimals, id) in self.decimals.iter().zip(OWN..) {
                let fraction = match decimals {
                    0 => String::new(),
                    _ => format!(".{}", "0".repeat(usize::from(*decimals))),
                };
                let _ = write!(xml, "<numFmt numFmtId=\"{id}\" formatCode=\"#,##0{fraction}\"/>");
            }
            xml.push_str("</numFmts>");
        }
        let font = "<sz val=\"11\"/><name val=\"Calibri\"/>";
        let _ = write!(xml, "<fonts count=\"2\"><font>{font}</font><font><b/>{font}</font></fonts>");
        xml.push_str(
            "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
             <fill><patternFill patternType=\"gray125\"/></fill></fills>\
             <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
             <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
        );
        let format = |number: usize, font: usize| {
            format!(
                "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
                 applyNumberFormat=\"1\" applyFont=\"1\"/>"
            )
        };
        let _ = write!(xml, "<cellXfs count=\"{}\">", NUMBERS + self.decimals.len());
        let fixed = [format(0, 0), format(AS_TEXT, 1), format(AS_TEXT, 0)];
        let of_numbers = (OWN..).take(self.decimals.len()).map(|number| format(number, 0));
        xml.extend(fixed.into_iter().chain(of_numbers));
        xml.push_str(
            "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
             </styleSheet>",
        );
        xml
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_that_excel_gives_them() {
        let letters = |place| {
            let mut text = String::new();
            push_letters(&mut text, place);
            text
        };
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_sheet_has_a_name_that_excel_takes() {
        for (wanted, name) in [
            ("Destinations", "Destinations"),
            ("a[b]c:d*e?f/g\\h", "a b c d e f g h"),
            ("'quoted'", "quoted"),
            ("", "data"),
            ("About", "data"),
            ("history", "data"),
            ("???", "data"),
            ("Exporters’ provinces and what is more", "Exporters’ provinces and what i"),
        ] {
            assert_eq!(sheet_name(wanted), name);
        }
    }
}
