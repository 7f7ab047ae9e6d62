//! Bytes of any file as rows of text cells, each row with its place. It knows nothing of trade: what the cells mean
//! is said by who reads them.

mod decode;
mod fault;
mod sniff;
mod table;

pub use csv::StringRecord;
pub use decode::{Decode, Encoding, decode_natively};
pub use fault::{Fault, NoSheet, NoTable};
pub use table::Sheet;

/// The largest file that is read, in bytes: a browser's tab has little more room.
pub const LARGEST_FILE: usize = 200_000_000;

/// Finds out what bytes are, and opens them to be read row by row.
pub fn open(bytes: Vec<u8>, decode: Decode) -> Result<Sheet, NoSheet> {
    if let Some(refusal) = sniff::refusal(&bytes) {
        return Err(refusal);
    }
    let (text, encoding) = decode::text_of(bytes, decode).ok_or(NoSheet::NotText)?;
    Sheet::of(text, encoding)
}
