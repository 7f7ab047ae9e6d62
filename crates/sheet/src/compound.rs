//! Streams of Microsoft's compound documents ([MS-CFB]): a file system in a file, of sectors that tables chain.

use crate::fault::NoSheet;

/// What marks the end of a chain, and above it nothing is a sector.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;
/// Smaller streams stand in small sectors of another stream.
const SMALL_STREAM: u32 = 4096;
const SMALL_SECTOR: usize = 64;
const ENTRY: usize = 128;

/// A compound document.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector that follows each one.
    next: Vec<u32>,
    next_small: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: u32,
}

pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

impl Compound<'_> {
    /// Reads the tables of a document.
    pub fn open(bytes: &[u8]) -> Result<Compound<'_>, NoSheet> {
        Compound::read(bytes).ok_or(NoSheet::BrokenWorkbook)
    }

    fn read(bytes: &[u8]) -> Option<Compound<'_>> {
        let shift = u16_at(bytes, 30).filter(|shift| (9..=12).contains(shift))?;
        let mut compound = Compound {
            bytes,
            sector: 1 << shift,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        // The sectors of the table of what follows what: 109 in the header, others in sectors of their own.
        let mut tables: Vec<u32> = (0..109).filter_map(|place| u32_at(bytes, 76 + 4 * place)).collect();
        let (mut more, most) = (u32_at(bytes, 68)?, bytes.len() / compound.sector);
        let mut seen = 0;
        while more < LAST_SECTOR && seen <= most {
            seen += 1;
            let sector = compound.sector_at(more)?;
            let numbers = numbers(sector);
            let (last, listed) = numbers.split_last()?;
            tables.extend(listed);
            more = *last;
        }
        let listed = tables.into_iter().filter(|sector| *sector < LAST_SECTOR).take(most + 1);
        let sectors: Vec<u32> = listed.collect();
        for sector in sectors {
            let numbers = numbers(compound.sector_at(sector)?);
            compound.next.extend(numbers);
        }
        compound.next_small = numbers(&compound.chain(u32_at(bytes, 60)?));
        let directory = compound.chain(u32_at(bytes, 48)?);
        compound.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        let root = compound.entries.first()?;
        compound.small = compound.chain(root.start);
        Some(compound)
    }

    fn sector_at(&self, sector: u32) -> Option<&[u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last one may be cut.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors that follow one another from `start` on.
    fn chain(&self, start: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut sector = start;
        // A chain that runs in a circle is longer than the file.
        while sector < LAST_SECTOR && bytes.len() <= self.bytes.len() {
            let Some(read) = self.sector_at(sector) else { break };
            bytes.extend_from_slice(read);
            let Some(next) = self.next.get(sector as usize) else { break };
            sector = *next;
        }
        bytes
    }

    fn small_chain(&self, start: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut sector = start;
        while sector < LAST_SECTOR && bytes.len() <= self.small.len() {
            let at = sector as usize * SMALL_SECTOR;
            let Some(read) = self.small.get(at..(at + SMALL_SECTOR).min(self.small.len())) else { break };
            bytes.extend_from_slice(read);
            let Some(next) = self.next_small.get(sector as usize) else { break };
            sector = *next;
        }
        bytes
    }

    /// Whether there is a stream of a name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The stream of a name.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let mut bytes = match entry.size < SMALL_STREAM {
            true => self.small_chain(entry.start),
            false => self.chain(entry.start),
        };
        bytes.truncate(entry.size as usize);
        Some(bytes)
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect()
}

/// An entry of the directory: its name in UTF-16, where it begins, and its size.
fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).checked_sub(2)?;
    let units: Vec<u16> = bytes.get(..length)?.chunks_exact(2).filter_map(|unit| u16_at(unit, 0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(bytes, 116)?,
        size: u32_at(bytes, 120)?,
    })
}
