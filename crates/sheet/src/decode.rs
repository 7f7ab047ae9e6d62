//! Bytes as text, a piece at a time.

use crate::evidence::Evidence;
use crate::fault::NoSheet;
use crate::source::Source;
use crate::{Doubt, EncodingChoice, evidence};

/// How a file's text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
    /// Big5, by which Chinese is written in Taiwan and Hong Kong.
    Big5,
    /// EUC-KR, by which Korean is written.
    EucKr,
    /// Shift-JIS, by which Japanese is written.
    ShiftJis,
    /// Windows-1252, of which Latin-1 is a part.
    Windows1252,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Big5 => "Big5",
            Encoding::EucKr => "EUC-KR",
            Encoding::ShiftJis => "Shift-JIS",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        }
    }

    /// Its label in the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::Big5 => "big5",
            Encoding::EucKr => "euc-kr",
            Encoding::ShiftJis => "shift_jis",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
        }
    }

    /// The encoding of a label; `None` for one that is not read here.
    pub fn of_label(label: &str) -> Option<Encoding> {
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(label.trim()));
        match () {
            () if is(&["utf-8", "utf8"]) => Some(Encoding::Utf8),
            () if is(&["gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk"]) => Some(Encoding::Gb18030),
            () if is(&["big5", "big5-hkscs", "cp950"]) => Some(Encoding::Big5),
            () if is(&["euc-kr", "ks_c_5601-1987", "cp949"]) => Some(Encoding::EucKr),
            () if is(&["shift_jis", "shift-jis", "sjis", "windows-31j", "cp932"]) => Some(Encoding::ShiftJis),
            () if is(&["windows-1252", "iso-8859-1", "latin1", "us-ascii"]) => Some(Encoding::Windows1252),
            () if is(&["utf-16le", "utf-16"]) => Some(Encoding::Utf16Le),
            () if is(&["utf-16be"]) => Some(Encoding::Utf16Be),
            () => None,
        }
    }
}

/// Decodes bytes; `None` for bytes that are not of that encoding. A mark in front is no part of the text.
///
/// The tables of East Asia's encodings are large and every browser has them, so that a browser decodes by itself and
/// other programs by [`decode_natively`].
pub type Decode = fn(Encoding, &[u8]) -> Option<String>;

/// [`Decode`] of programs outside of browsers.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode_natively(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let decoder = encoding_rs::Encoding::for_label(encoding.label().as_bytes())?;
    let (text, faulty) = decoder.decode_with_bom_removal(bytes);
    (!faulty).then(|| text.into_owned())
}

/// In a browser there are no tables: who reads files there brings a [`Decode`] of the browser's.
#[cfg(target_arch = "wasm32")]
pub fn decode_natively(_: Encoding, _: &[u8]) -> Option<String> {
    None
}

/// Marks in front of a text that tell its encoding.
const MARKS: [(&[u8], Encoding); 3] =
    [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

/// How much of a file is looked at to see what it is.
const BEGINNING: usize = 4096;

/// How the text of a file is written, and the other ways that fit: by what a person said, else by a mark in front, else
/// by what the bytes hold. Every byte is of that encoding, but for a character that the file's end cuts.
pub(crate) fn encoding_of(
    source: &Source,
    asked: Option<Encoding>,
    decode: Decode,
) -> Result<(Encoding, Option<Doubt>), NoSheet> {
    let is_read = |encoding| Pieces::new(source, encoding, decode).check();
    let beginning = source.beginning(BEGINNING)?;
    let marked = MARKS.iter().find(|(mark, _)| beginning.starts_with(mark)).map(|(_, encoding)| *encoding);
    if let Some(encoding) = asked.or(marked).or_else(|| evidence::utf16(&beginning)) {
        return is_read(encoding).map(|()| (encoding, None));
    }
    let mut pieces = RawPieces::new(source, Encoding::Utf8);
    let is_utf8 = loop {
        match pieces.next()? {
            Some(piece) if std::str::from_utf8(&piece).is_err() => break false,
            Some(_) => {}
            None => break true,
        }
    };
    if is_utf8 {
        return Ok((Encoding::Utf8, None));
    }
    if let Some(stated) = evidence::stated(&beginning).filter(|encoding| *encoding != Encoding::Utf8) {
        return is_read(stated).map(|()| (stated, None));
    }
    let mut evidence = Evidence::default();
    let mut pieces = RawPieces::new(source, Encoding::Utf8);
    while let Some(piece) = pieces.next()?.filter(|_| !evidence.is_enough()) {
        evidence.take(&piece);
    }
    let mut fit: Vec<Encoding> = Vec::new();
    for encoding in evidence.fitting() {
        match is_read(encoding) {
            Ok(()) => fit.push(encoding),
            // Nothing else was likely.
            Err(why) if encoding == Encoding::Utf8 => return Err(why),
            Err(_) => {}
        }
    }
    let likeliest = *fit.first().ok_or(NoSheet::NotText)?;
    let words: Vec<Vec<String>> = {
        let in_all = |word: &Vec<u8>| fit.iter().map(|encoding| decode(*encoding, word)).collect();
        evidence.samples.iter().filter_map(in_all).collect()
    };
    let choice = |(place, encoding): (usize, &Encoding)| EncodingChoice {
        encoding: *encoding,
        samples: words.iter().filter_map(|word| word.get(place).cloned()).collect(),
    };
    let doubt = || Doubt::Encoding(fit.iter().enumerate().map(choice).collect());
    Ok((likeliest, (fit.len() > 1).then(doubt)))
}

/// How many bytes are read at a time.
const PIECE: usize = 1 << 20;

/// A text's bytes in pieces that end with a line, so that no character is cut but by the file's end.
struct RawPieces {
    source: Source,
    encoding: Encoding,
    /// The next byte to be read.
    at: usize,
    /// What was read and belongs to the next piece.
    rest: Vec<u8>,
}

impl RawPieces {
    fn new(source: &Source, encoding: Encoding) -> RawPieces {
        RawPieces { source: source.clone(), encoding, at: 0, rest: Vec::new() }
    }

    /// Whether the piece that came last is the last one.
    fn is_last(&self) -> bool {
        self.at == self.source.size() && self.rest.is_empty()
    }

    /// The next piece; `None` behind the last one.
    fn next(&mut self) -> Result<Option<Vec<u8>>, NoSheet> {
        let mut bytes = std::mem::take(&mut self.rest);
        loop {
            // A line longer than a piece: as much again.
            let end = self.source.size().min(self.at + PIECE.max(bytes.len()));
            self.source.append(self.at..end, &mut bytes)?;
            self.at = end;
            if end == self.source.size() {
                return Ok((!bytes.is_empty()).then_some(bytes));
            }
            if let Some(end) = end_of_lines(&bytes, self.encoding) {
                self.rest = bytes.split_off(end);
                return Ok(Some(bytes));
            }
        }
    }
}

/// Where the last line ends that is whole. A carriage return at the very end may belong to a line feed behind it.
fn end_of_lines(bytes: &[u8], encoding: Encoding) -> Option<usize> {
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => {
            let unit = |byte| if encoding == Encoding::Utf16Le { [byte, 0] } else { [0, byte] };
            let last = |byte| bytes.chunks_exact(2).rposition(|pair| pair == unit(byte));
            let count = bytes.len() / 2;
            let end = last(b'\n').or_else(|| last(b'\r').filter(|at| at + 1 < count))?;
            Some(2 * (end + 1))
        }
        // In no other encoding a line's end is a part of another character.
        _ => {
            let last = |byte| bytes.iter().rposition(|b| *b == byte);
            let end = last(b'\n').or_else(|| last(b'\r').filter(|at| at + 1 < bytes.len()))?;
            Some(end + 1)
        }
    }
}

/// A text in pieces that end with a line.
pub(crate) struct Pieces {
    raw: RawPieces,
    decode: Decode,
    is_begun: bool,
}

impl Pieces {
    pub fn new(source: &Source, encoding: Encoding, decode: Decode) -> Pieces {
        Pieces { raw: RawPieces::new(source, encoding), decode, is_begun: false }
    }

    /// The next piece; `None` behind the last one. What stands in a text and is no part of it, such as the marks of
    /// files that were joined, is taken out.
    pub fn next(&mut self) -> Result<Option<String>, NoSheet> {
        let Some(bytes) = self.raw.next()? else { return Ok(None) };
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        let mut text = match self.raw.encoding {
            Encoding::Utf8 => self.utf8(bytes)?,
            encoding => {
                let of = |bytes| (self.decode)(encoding, bytes);
                // A file that was cut may end within a character.
                let cut = || of(self.raw.is_last().then(|| bytes.split_last())??.1);
                of(&bytes).or_else(cut).ok_or(NoSheet::NotText)?
            }
        };
        if is_first && !is_text(&text) {
            return Err(NoSheet::NotText);
        }
        if text.contains('\u{FEFF}') || text.bytes().any(|byte| matches!(byte, 0 | END)) {
            text.retain(|c| !matches!(c, '\u{FEFF}' | '\0' | '\u{1A}'));
        }
        Ok(Some(text))
    }

    /// UTF-8. Of a file that was cut within a character that character is left out.
    fn utf8(&self, bytes: Vec<u8>) -> Result<String, NoSheet> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(text),
            Err(error) => {
                let fault = error.utf8_error();
                let mut bytes = error.into_bytes();
                if fault.error_len().is_some() {
                    let place = self.progress().0 - bytes.len() + fault.valid_up_to();
                    return Err(NoSheet::MixedText { line: self.line_of(place)? });
                }
                bytes.truncate(fault.valid_up_to());
                String::from_utf8(bytes).map_err(|_| NoSheet::NotText)
            }
        }
    }

    /// The line that a byte stands on.
    fn line_of(&self, place: usize) -> Result<u64, NoSheet> {
        let mut pieces = RawPieces::new(&self.raw.source, self.raw.encoding);
        let (mut line, mut left) = (1, place);
        while let Some(piece) = pieces.next()?.filter(|_| left > 0) {
            let before = piece.get(..left).unwrap_or(&piece);
            line += before.iter().filter(|byte| **byte == b'\n').count() as u64;
            left -= before.len();
        }
        Ok(line)
    }

    /// Reads all of it, to see whether it can be.
    fn check(mut self) -> Result<(), NoSheet> {
        while self.next()?.is_some() {}
        Ok(())
    }

    /// How many bytes were read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.raw.at - self.raw.rest.len(), self.raw.source.size())
    }

    /// A text of which the beginning was read, as a whole.
    pub fn whole(mut self, beginning: String) -> Result<String, NoSheet> {
        let mut text = beginning;
        text.reserve(self.raw.source.size().saturating_sub(text.len()));
        while let Some(piece) = self.next()? {
            text.push_str(&piece);
        }
        Ok(text)
    }
}

/// The end of a file, as old programs write it.
const END: u8 = 0x1A;

/// Whether a text's beginning is one: few of its first characters are none of a text.
fn is_text(text: &str) -> bool {
    /// How much of it is looked at.
    const BEGINNING: usize = 100_000;
    let bytes = text.as_bytes();
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    // Zeros and the mark of an end come of old programs; tabs and ends of lines are text.
    let strange =
        beginning.iter().filter(|byte| matches!(byte, 1..=8 | 11 | 14..=25 | 27..=31 | 127)).count();
    let zeros = beginning.iter().filter(|byte| **byte == 0).count();
    strange * 100 <= beginning.len() && zeros * 2 <= beginning.len()
}
