//! Bytes that stand packed in others: gzip, and the files of a zip archive, each unpacked only as far as it is read.

use std::io::{Cursor, Error, Read};
use std::ops::Range;
use std::rc::Rc;

use flate2::Crc;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder};

use crate::Limits;
use crate::decode::{Decode, Encoding};
use crate::fault::NoSheet;

/// A part of a file's bytes.
#[derive(Clone)]
struct Part {
    all: Rc<Vec<u8>>,
    range: Range<usize>,
}

impl AsRef<[u8]> for Part {
    fn as_ref(&self) -> &[u8] {
        self.all.get(self.range.clone()).unwrap_or_default()
    }
}

/// The whole of a gzip file, unpacked.
pub(crate) fn gunzip(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, NoSheet> {
    whole(MultiGzDecoder::new(bytes), bytes.len(), limits)
}

/// Everything of a reader that unpacks `packed` bytes.
fn whole(reader: impl Read, packed: usize, limits: &Limits) -> Result<Vec<u8>, NoSheet> {
    let most = limits.unpacked_of(packed);
    let mut bytes = Vec::new();
    let read = reader.take(most as u64 + 1).read_to_end(&mut bytes);
    match read {
        Ok(_) if bytes.len() > most => Err(NoSheet::TooLargeUnpacked),
        Ok(_) => Ok(bytes),
        Err(_) => Err(NoSheet::BrokenArchive),
    }
}

/// A zip archive.
pub(crate) struct Archive {
    source: Rc<Vec<u8>>,
    entries: Vec<Entry>,
}

/// A file in an archive.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its path, parted by `/`.
    pub name: String,
    /// A password is needed.
    pub is_locked: bool,
    /// Its size when it is unpacked, as the archive states it.
    pub unpacked: u64,
    method: u16,
    packed: usize,
    crc: u32,
    header: usize,
}

const STORED: u16 = 0;
const DEFLATED: u16 = 8;

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

impl Archive {
    /// Reads the list of files, which stands at an archive's end.
    pub fn open(source: Rc<Vec<u8>>, decode: Decode) -> Result<Archive, NoSheet> {
        let entries = entries(&source, decode).ok_or(NoSheet::BrokenArchive)?;
        Ok(Archive { source, entries })
    }

    /// Its files. Folders are none.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The file of a name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Unpacks a file while it is read.
    pub fn read(&self, entry: &Entry) -> Result<Unpacking, NoSheet> {
        if entry.is_locked {
            return Err(NoSheet::Locked);
        }
        let at = |place: usize| u16_at(&self.source, entry.header.checked_add(place)?).map(usize::from);
        let range = || {
            let start = entry.header.checked_add(30)?.checked_add(at(26)?)?.checked_add(at(28)?)?;
            let end = start.checked_add(entry.packed)?;
            (end <= self.source.len()).then_some(start..end)
        };
        let range = range().ok_or(NoSheet::BrokenArchive)?;
        let part = Cursor::new(Part { all: self.source.clone(), range });
        let inner = match entry.method {
            STORED => Inner::Stored(part),
            DEFLATED => Inner::Deflated(DeflateDecoder::new(part)),
            _ => return Err(NoSheet::BrokenArchive),
        };
        Ok(Unpacking { inner, sum: Crc::new(), expected: entry.crc })
    }

    /// The whole of a file, unpacked.
    pub fn whole(&self, entry: &Entry, limits: &Limits) -> Result<Vec<u8>, NoSheet> {
        whole(self.read(entry)?, entry.packed, limits)
    }
}

/// A file of an archive, unpacked while it is read. What does not make the sum that the archive states is an error
/// at its end.
pub(crate) struct Unpacking {
    inner: Inner,
    sum: Crc,
    expected: u32,
}

enum Inner {
    Stored(Cursor<Part>),
    Deflated(DeflateDecoder<Cursor<Part>>),
}

impl Unpacking {
    /// How many packed bytes have been read, and how many there are.
    pub fn progress(&self) -> (u64, u64) {
        let part = match &self.inner {
            Inner::Stored(part) => part,
            Inner::Deflated(decoder) => decoder.get_ref(),
        };
        (part.position(), part.get_ref().range.len() as u64)
    }
}

impl Read for Unpacking {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let read = match &mut self.inner {
            Inner::Stored(part) => part.read(into)?,
            Inner::Deflated(decoder) => decoder.read(into)?,
        };
        self.sum.update(into.get(..read).unwrap_or_default());
        match read == 0 && !into.is_empty() && self.sum.sum() != self.expected {
            true => Err(Error::other("not the sum that the archive states")),
            false => Ok(read),
        }
    }
}

/// The files that an archive lists at its end; `None` where it is cut or damaged.
fn entries(bytes: &[u8], decode: Decode) -> Option<Vec<Entry>> {
    /// The end without its comment.
    const END: usize = 22;
    /// A comment is no longer.
    const LONGEST_COMMENT: usize = 0xFFFF;
    /// What a number reads that stands elsewhere, as 64 bits.
    const ELSEWHERE: u32 = u32::MAX;
    let last = bytes.len().checked_sub(END)?;
    let first = last.saturating_sub(LONGEST_COMMENT);
    let end = (first..=last)
        .rev()
        .find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06")))?;
    let mut at = u32_at(bytes, end + 16)?;
    if at == ELSEWHERE {
        let end = usize::try_from(u64_at(bytes, end.checked_sub(20)?.checked_add(8)?)?).ok()?;
        at = u32::try_from(u64_at(bytes, end.checked_add(48)?)?).ok()?;
    }
    let mut at = at as usize;
    let mut entries = Vec::new();
    while bytes.get(at..)?.starts_with(b"PK\x01\x02") {
        let number = |place: usize| u16_at(bytes, at + place).map(usize::from);
        let (name, extra, comment) = (number(28)?, number(30)?, number(32)?);
        let flags = u16_at(bytes, at + 8)?;
        let mut sizes =
            [u32_at(bytes, at + 24)?, u32_at(bytes, at + 20)?, u32_at(bytes, at + 42)?].map(u64::from);
        let name_end = at + 46 + name;
        // Numbers of 64 bits stand in an extra field, those that are needed, in this order.
        let mut extras = bytes.get(name_end..name_end + extra)?;
        while let (Some(id), Some(length)) = (u16_at(extras, 0), u16_at(extras, 2)) {
            let field = extras.get(4..4 + usize::from(length))?;
            if id == 1 {
                let elsewhere = sizes.iter_mut().filter(|size| **size == u64::from(ELSEWHERE));
                for (place, size) in elsewhere.enumerate() {
                    *size = u64_at(field, 8 * place)?;
                }
            }
            extras = extras.get(4 + usize::from(length)..)?;
        }
        let name = name_of(bytes.get(at + 46..name_end)?, decode);
        let [unpacked, packed, header] = sizes;
        if !name.ends_with('/') {
            entries.push(Entry {
                name,
                is_locked: flags & 1 != 0,
                unpacked,
                method: u16_at(bytes, at + 10)?,
                packed: usize::try_from(packed).ok()?,
                crc: u32_at(bytes, at + 16)?,
                header: usize::try_from(header).ok()?,
            });
        }
        at = name_end + extra + comment;
    }
    Some(entries)
}

/// A file's path. Programs of Chinese systems write it in GB18030 without saying so.
fn name_of(bytes: &[u8], decode: Decode) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) => name.replace('\\', "/"),
        Err(_) => {
            decode(Encoding::Gb18030, bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
        }
    }
}
