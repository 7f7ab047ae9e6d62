//! From bytes to a sheet: what they are, layer by layer.

use std::collections::VecDeque;

use crate::decode::{Decode, Encoding, Pieces, encoding_of};
use crate::delimited::Delimited;
use crate::dialect::{self, Dialect};
use crate::fault::{NoSheet, NoTable};
use crate::json::{Json, is_json};
use crate::packed::{Archive, Entry, gunzip};
use crate::sniff::{Content, LOOKED_AT, content};
use crate::source::Source;
use crate::{Asked, Doubt, Kind, Limits, PackedIn, Rows, Sheet, SheetChoice};
use crate::{biff, html, ods, xlsx};

/// Finds out what bytes are, and opens them to be read row by row.
pub fn open(
    bytes: impl Into<Source>,
    asked: &Asked,
    limits: &Limits,
    decode: Decode,
) -> Result<Sheet, NoSheet> {
    open_source(bytes.into(), asked, limits, decode)
}

pub(crate) fn open_source(
    source: Source,
    asked: &Asked,
    limits: &Limits,
    decode: Decode,
) -> Result<Sheet, NoSheet> {
    if source.size() > limits.bytes {
        return Err(NoSheet::TooLarge);
    }
    let opening = Opening { asked, limits, decode };
    let found = opening.layer(source, asked.sheet.as_deref(), None)?;
    Ok(Sheet {
        kind: found.kind,
        encoding: found.encoding,
        name: found.name,
        packed_in: found.packed_in,
        count: found.count,
        doubts: found.doubts,
        rows: found.rows,
        ahead: VecDeque::new(),
        last: 0,
        source: found.source.map(|source| (source, limits.clone(), decode)),
    })
}

struct Opening<'a> {
    asked: &'a Asked,
    limits: &'a Limits,
    decode: Decode,
}

/// What was found.
struct Found {
    kind: Kind,
    encoding: Option<Encoding>,
    name: Option<String>,
    packed_in: Option<PackedIn>,
    count: Option<u64>,
    doubts: Vec<Doubt>,
    rows: Box<dyn Rows>,
    /// The bytes, where there is a doubt.
    source: Option<Source>,
}

impl Found {
    fn new(kind: Kind, rows: impl Rows + 'static) -> Found {
        Found {
            kind,
            encoding: None,
            name: None,
            packed_in: None,
            count: None,
            doubts: Vec::new(),
            rows: Box::new(rows),
            source: None,
        }
    }

    /// The sheet of a name, and the others of which it is one.
    fn among(mut self, name: String, others: Vec<SheetChoice>) -> Found {
        self.name = Some(name);
        if others.len() > 1 {
            self.doubts.push(Doubt::Sheet(others));
        }
        self
    }
}

/// What parts the name of a file in an archive from that of a sheet in it.
const WITHIN: &str = " / ";

impl Opening<'_> {
    /// Bytes of a file or of what is packed in one. `wanted` is the sheet that was asked for.
    fn layer(
        &self,
        source: Source,
        wanted: Option<&str>,
        packed_in: Option<PackedIn>,
    ) -> Result<Found, NoSheet> {
        let mut found = match content(&source.beginning(LOOKED_AT)?)? {
            Content::Text => self.text(&source, wanted)?,
            Content::Gzip if packed_in.is_some() => return Err(NoSheet::Nested { name: String::new() }),
            Content::Gzip => {
                let bytes = gunzip(&source.whole()?, self.limits)?;
                let found = self.layer(bytes.into(), wanted, Some(PackedIn::Gzip))?;
                Found { packed_in: Some(PackedIn::Gzip), ..found }
            }
            Content::Zip => self.zip(&source, wanted, packed_in)?,
            Content::Compound => {
                let workbook = biff::Workbook::open(&source.whole()?, self.limits, self.decode)?;
                let (name, others) = choose(|| Ok(workbook.sheets()), wanted)?;
                Found::new(Kind::Xls, workbook.read(&name, self.limits, self.decode)?).among(name, others)
            }
        };
        found.source = (!found.doubts.is_empty()).then_some(source);
        Ok(found)
    }

    /// A workbook, or an archive of files.
    fn zip(
        &self,
        source: &Source,
        wanted: Option<&str>,
        packed_in: Option<PackedIn>,
    ) -> Result<Found, NoSheet> {
        let archive = Archive::open(source.whole()?, self.decode)?;
        if xlsx::Workbook::is_in(&archive) {
            let workbook = xlsx::Workbook::open(archive, self.limits)?;
            let (name, others) = choose(|| Ok(workbook.sheets()), wanted)?;
            return Ok(Found::new(Kind::Xlsx, workbook.read(&name)?).among(name, others));
        }
        let kind = archive.entry("mimetype").map(|entry| archive.whole(entry, self.limits)).transpose()?;
        if ods::is_in(&archive, kind.as_deref().unwrap_or_default()) {
            if ods::is_locked(&archive, self.limits) {
                return Err(NoSheet::Locked);
            }
            let (name, others) = choose(|| ods::sheets(&archive), wanted)?;
            return Ok(Found::new(Kind::Ods, ods::read(&archive, &name, self.limits)?).among(name, others));
        }
        if archive.entry("xl/workbook.bin").is_some() {
            return Err(NoSheet::NotATable(NoTable::OtherWorkbook));
        }
        if kind.is_some() || archive.entry("[Content_Types].xml").is_some() {
            return Err(NoSheet::NotATable(NoTable::Document));
        }
        if let Some(packed_in) = packed_in {
            let name = if packed_in == PackedIn::Gzip {
                String::new()
            } else {
                wanted.unwrap_or_default().to_owned()
            };
            return Err(NoSheet::Nested { name });
        }
        self.files(&archive, wanted)
    }

    /// A file of an archive.
    fn files(&self, archive: &Archive, wanted: Option<&str>) -> Result<Found, NoSheet> {
        let files: Vec<&Entry> = archive.entries().iter().filter(|entry| may_be_table(entry)).collect();
        let file = match wanted {
            None => files.first().copied().ok_or(NoSheet::NothingInArchive)?,
            Some(wanted) => {
                let is = |entry: &&&Entry| {
                    let rest = wanted.strip_prefix(entry.name.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(WITHIN))
                };
                let file = files.iter().find(is).copied();
                file.ok_or_else(|| NoSheet::NoSuchSheet { name: wanted.to_owned() })?
            }
        };
        let inner = wanted.and_then(|wanted| wanted.strip_prefix(file.name.as_str())?.strip_prefix(WITHIN));
        let bytes = archive.whole(file, self.limits)?;
        let found = self.layer(bytes.into(), inner, Some(PackedIn::Zip));
        let mut found = found.map_err(|why| match why {
            NoSheet::Nested { .. } => NoSheet::Nested { name: file.name.clone() },
            NoSheet::NoSuchSheet { .. } => {
                NoSheet::NoSuchSheet { name: wanted.unwrap_or_default().to_owned() }
            }
            why => why,
        })?;
        let within = |name: &str| format!("{}{WITHIN}{name}", file.name);
        for doubt in &mut found.doubts {
            if let Doubt::Sheet(sheets) = doubt {
                sheets.iter_mut().for_each(|sheet| sheet.name = within(&sheet.name));
            }
        }
        found.packed_in = Some(PackedIn::Zip);
        found.name = Some(found.name.map_or_else(|| file.name.clone(), |name| within(&name)));
        if wanted.is_none() && files.len() > 1 {
            let choice =
                |entry: &&Entry| SheetChoice { name: entry.name.clone(), rows: None, is_hidden: false };
            // Which file comes before which sheet of it.
            found.doubts.retain(|doubt| !matches!(doubt, Doubt::Sheet(_)));
            found.doubts.push(Doubt::Sheet(files.iter().map(choice).collect()));
        }
        Ok(found)
    }

    /// Whatever is written as text. Only one whose rows stand on lines is read a piece at a time.
    fn text(&self, source: &Source, wanted: Option<&str>) -> Result<Found, NoSheet> {
        let (encoding, doubt) = encoding_of(source, self.asked.encoding, self.decode)?;
        let mut pieces = Pieces::new(source, encoding, self.decode);
        let mut beginning = String::new();
        while beginning.trim_start().is_empty() {
            beginning.push_str(&pieces.next()?.ok_or(NoSheet::Empty)?);
        }
        let mut found = if is_json(&beginning) {
            let (json, count) = Json::open(pieces.whole(beginning)?, self.limits)?;
            Found { count, ..Found::new(Kind::Json, json) }
        } else if beginning.trim_start().starts_with('<') {
            let tables = html::tables(&pieces.whole(beginning)?, self.limits);
            let is_one = tables.len() == 1;
            let (table, others) = html::choose(tables, wanted)?;
            let name = table.name.clone();
            let found = Found::new(Kind::Html, table.into_rows());
            if is_one { found } else { found.among(name, others) }
        } else {
            let dialect = dialect::of(&beginning, self.asked.delimiter);
            let kind = Kind::Delimited { delimiter: dialect.delimiter };
            let Dialect { delimiter, from, line } = dialect;
            Found::new(kind, Delimited::new(beginning, pieces, delimiter, from, line, self.limits))
        };
        found.encoding = Some(encoding);
        found.doubts.extend(doubt);
        Ok(found)
    }
}

/// The sheet of a workbook that was asked for, or the first; and all of them where nobody asked and there are several
/// that it does not hide.
/// Their list, for which each is looked into, is made only where it is needed.
fn choose(
    sheets: impl FnOnce() -> Result<Vec<SheetChoice>, NoSheet>,
    wanted: Option<&str>,
) -> Result<(String, Vec<SheetChoice>), NoSheet> {
    match wanted {
        Some(name) => Ok((name.to_owned(), Vec::new())),
        None => {
            let sheets = sheets()?;
            let name = sheets.first().ok_or(NoSheet::NoCells)?.name.clone();
            let is_clear = sheets.iter().filter(|sheet| !sheet.is_hidden).count() == 1;
            Ok((name, if is_clear { Vec::new() } else { sheets }))
        }
    }
}

/// Whether a file of an archive may be a table, by what programs add to archives and what is never one.
fn may_be_table(entry: &Entry) -> bool {
    const NEVER: [&str; 12] =
        ["pdf", "png", "jpg", "jpeg", "gif", "doc", "docx", "md", "exe", "dll", "css", "js"];
    let file = entry.name.rsplit('/').next().unwrap_or(&entry.name);
    let lower = file.to_ascii_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_note = lower.starts_with("readme") || lower.starts_with("license");
    !(entry.name.starts_with("__MACOSX/") || file.starts_with('.') || is_note || NEVER.contains(&ending))
}
