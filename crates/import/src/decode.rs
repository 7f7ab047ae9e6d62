//! Bytes as text. Customs writes GB18030; people save such files again as UTF-8, with and without a
//! mark, or as UTF-16 from Excel.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How a file's text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
    /// UTF-16.
    Utf16,
}

impl Encoding {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
            Encoding::Utf16 => "UTF-16",
        }
    }
}

/// The text of a file; `None` for bytes that are none. A byte order mark decides; without one,
/// bytes that are valid UTF-8 are UTF-8, and others GB18030.
pub fn decode(bytes: Vec<u8>) -> Option<(String, Encoding)> {
    let whole = |encoding: &'static encoding_rs::Encoding, name| {
        let (text, _, faulty) = encoding.decode(&bytes);
        (!faulty).then(|| (text.into_owned(), name))
    };
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((found, _)) if found == UTF_16LE || found == UTF_16BE => return whole(found, Encoding::Utf16),
        Some((found, _)) if found == UTF_8 => return whole(found, Encoding::Utf8),
        _ => {}
    }
    // Text has no null bytes, in whichever of the two.
    if bytes.contains(&0) {
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some((text, Encoding::Utf8)),
        Err(error) => {
            let (text, faulty) = GB18030.decode_without_bom_handling(error.as_bytes());
            (!faulty).then(|| (text.into_owned(), Encoding::Gb18030))
        }
    }
}
