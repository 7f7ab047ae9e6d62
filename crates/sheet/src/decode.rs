//! Bytes as text.

use crate::evidence::{self, Fit};
use crate::fault::NoSheet;
use crate::{Doubt, EncodingChoice};

/// How a file's text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
    /// EUC-KR, by which Korean is written.
    EucKr,
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
            Encoding::EucKr => "EUC-KR",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        }
    }

    /// Its label in the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::EucKr => "euc-kr",
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
            () if is(&["euc-kr", "ks_c_5601-1987", "cp949"]) => Some(Encoding::EucKr),
            () if is(&["windows-1252", "iso-8859-1", "latin1", "us-ascii"]) => Some(Encoding::Windows1252),
            () if is(&["utf-16le", "utf-16"]) => Some(Encoding::Utf16Le),
            () if is(&["utf-16be"]) => Some(Encoding::Utf16Be),
            () => None,
        }
    }
}

/// Decodes bytes; `None` for bytes that are not of that encoding. A mark in front is no part of the text.
///
/// The tables of GB18030 are large and every browser has them, so that a browser decodes by itself and
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

/// A text and how it was written.
pub(crate) struct Text {
    pub text: String,
    pub encoding: Encoding,
    /// The other way in which it may have been written, with the bytes themselves.
    pub doubt: Option<(Doubt, Vec<u8>)>,
}

/// The text of bytes, by what a person said, else by a mark in front, else by what they hold.
pub(crate) fn text_of(bytes: Vec<u8>, asked: Option<Encoding>, decode: Decode) -> Result<Text, NoSheet> {
    let text = |text: String, encoding| Text { text, encoding, doubt: None };
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    let wide = || evidence::utf16(&bytes);
    if let Some(encoding) = asked.or(marked.map(|(_, encoding)| *encoding)).or_else(wide) {
        let decoded = match encoding {
            Encoding::Utf8 => utf8(bytes),
            // A file that was cut may end within a character.
            Encoding::Utf16Le | Encoding::Utf16Be => {
                decode(encoding, bytes.get(..bytes.len() & !1).unwrap_or_default()).ok_or(NoSheet::NotText)
            }
            _ => decode(encoding, &bytes).ok_or(NoSheet::NotText),
        };
        return checked(text(decoded?, encoding));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(valid) => return checked(text(valid, Encoding::Utf8)),
        Err(error) => error.into_bytes(),
    };
    if let Some(stated) = evidence::stated(&bytes).filter(|encoding| *encoding != Encoding::Utf8) {
        let decoded = decode(stated, &bytes).ok_or(NoSheet::NotText)?;
        return checked(text(decoded, stated));
    }
    match evidence::of(&bytes) {
        Fit::Utf8 => checked(text(utf8(bytes)?, Encoding::Utf8)),
        Fit::Neither => Err(NoSheet::NotText),
        Fit::One(encoding) => checked(text(decode(encoding, &bytes).ok_or(NoSheet::NotText)?, encoding)),
        Fit::Both { likelier, other, samples } => {
            let choice = |encoding| {
                let sample = |range: &std::ops::Range<usize>| decode(encoding, bytes.get(range.clone())?);
                EncodingChoice { encoding, samples: samples.iter().filter_map(sample).collect() }
            };
            match decode(likelier, &bytes) {
                Some(text) => {
                    let doubt = Doubt::Encoding(vec![choice(likelier), choice(other)]);
                    checked(Text { text, encoding: likelier, doubt: Some((doubt, bytes)) })
                }
                None => checked(text(decode(other, &bytes).ok_or(NoSheet::NotText)?, other)),
            }
        }
    }
}

/// UTF-8 without its mark. Of a file that was cut within a character that character is left out.
fn utf8(mut bytes: Vec<u8>) -> Result<String, NoSheet> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let fault = error.utf8_error();
            let mut bytes = error.into_bytes();
            if fault.error_len().is_some() {
                let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
                return Err(NoSheet::MixedText { line });
            }
            bytes.truncate(fault.valid_up_to());
            String::from_utf8(bytes).map_err(|_| NoSheet::NotText)
        }
    }
}

/// A text that is one: few of its first characters are none of a text. What stands in it and is no part of it, such as
/// the marks of files that were joined, is taken out.
fn checked(mut text: Text) -> Result<Text, NoSheet> {
    /// How much of a text is looked at.
    const BEGINNING: usize = 100_000;
    /// The end of a file, as old programs write it.
    const END: u8 = 0x1A;
    let bytes = text.text.as_bytes();
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    // Zeros and the mark of an end come of old programs; tabs and ends of lines are text.
    let strange =
        beginning.iter().filter(|byte| matches!(byte, 1..=8 | 11 | 14..=25 | 27..=31 | 127)).count();
    let zeros = beginning.iter().filter(|byte| **byte == 0).count();
    match strange * 100 > beginning.len() || zeros * 2 > beginning.len() {
        true => Err(NoSheet::NotText),
        false => {
            if text.text.contains('\u{FEFF}') || text.text.bytes().any(|byte| matches!(byte, 0 | END)) {
                text.text.retain(|c| !matches!(c, '\u{FEFF}' | '\0' | '\u{1A}'));
            }
            Ok(text)
        }
    }
}
