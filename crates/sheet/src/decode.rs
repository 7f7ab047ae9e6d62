//! Bytes as text. Customs writes GB18030; people save such files again as UTF-8, with and without a
//! mark, or as UTF-16 from Excel.

/// How a file's text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
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
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        }
    }

    /// Its label in the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels).
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
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

/// The text of a file; `None` for bytes that are none. A byte order mark decides; without one,
/// bytes that are valid UTF-8 are UTF-8, and others GB18030.
pub(crate) fn text_of(bytes: Vec<u8>, decode: Decode) -> Option<(String, Encoding)> {
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    if let Some((mark, encoding)) = marked {
        let text = match encoding {
            Encoding::Utf8 => String::from_utf8(bytes.get(mark.len()..)?.to_vec()).ok(),
            _ => decode(*encoding, &bytes),
        };
        return text.map(|text| (text, *encoding));
    }
    // Text has no null bytes, in whichever of the two.
    if bytes.contains(&0) {
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some((text, Encoding::Utf8)),
        Err(error) => decode(Encoding::Gb18030, error.as_bytes()).map(|text| (text, Encoding::Gb18030)),
    }
}
