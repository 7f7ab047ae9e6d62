//! A zip archive, in memory: as much of the format as workbooks and documents need.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::NotWritten;

/// What is known of a file that is in the archive.
struct Entry {
    name: &'static str,
    method: u16,
    crc: u32,
    packed: u32,
    unpacked: u32,
    /// Where it begins.
    at: u32,
}

/// An archive to which files are added one after the other.
#[derive(Default)]
pub(crate) struct Archive {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// A file that is being written: what is told to it is packed at once.
pub(crate) struct File {
    name: &'static str,
    at: usize,
    crc: Crc,
    unpacked: usize,
    packed: DeflateEncoder<Vec<u8>>,
}

/// Signatures of what stands before a file, of a line of the list of files, and of the end.
const LOCAL: u32 = 0x0403_4B50;
const CENTRAL: u32 = 0x0201_4B50;
const END: u32 = 0x0605_4B50;
/// The version of the format that is needed to read it.
const VERSION: u16 = 20;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Names are in UTF-8.
const UTF_8: u16 = 1 << 11;
/// 1 January 1980, the first day that the format knows: the same table gives the same file.
const DATE: u16 = 0x0021;
/// Bytes before a file's name.
const LOCAL_LENGTH: usize = 30;

/// The checksum of a file, four bits at a time. That of `flate2` is quicker by a table of 16 kB, which hardly packs, and packing
/// takes ten times as long.
struct Crc(u32);

impl Crc {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut place = 0;
        while place < table.len() {
            let (mut crc, mut bit) = (place as u32, 0);
            while bit < 4 {
                crc = (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 };
                bit += 1;
            }
            table[place] = crc;
            place += 1;
        }
        table
    };

    fn new() -> Crc {
        Crc(!0)
    }

    fn update(&mut self, bytes: &[u8]) {
        let step = |crc: u32, low: u32| {
            let row = Crc::TABLE.get(((crc ^ low) & 15) as usize);
            (crc >> 4) ^ row.copied().unwrap_or_default()
        };
        for byte in bytes.iter().map(|byte| u32::from(*byte)) {
            self.0 = step(step(self.0, byte), byte >> 4);
        }
    }

    fn sum(&self) -> u32 {
        !self.0
    }
}

fn size(length: impl TryInto<u32>) -> Result<u32, NotWritten> {
    length.try_into().map_err(|_| NotWritten::TooLarge)
}

impl Archive {
    /// Begins a file.
    pub fn file(&mut self, name: &'static str) -> File {
        let at = self.begin(name);
        let bytes = std::mem::take(&mut self.bytes);
        let packed = DeflateEncoder::new(bytes, Compression::default());
        File { name, at, crc: Crc::new(), unpacked: 0, packed }
    }

    /// Leaves room for what stands before a file and is known at its end. Tells where that is.
    fn begin(&mut self, name: &str) -> usize {
        let at = self.bytes.len();
        self.bytes.resize(at + LOCAL_LENGTH, 0);
        self.bytes.extend_from_slice(name.as_bytes());
        at
    }

    /// Ends the file that was begun last.
    pub fn end(&mut self, file: File) -> Result<(), NotWritten> {
        let File { name, at, crc, unpacked, packed } = file;
        self.bytes = packed.finish().map_err(|_| NotWritten::TooLarge)?;
        self.list(name, DEFLATED, at, &crc, unpacked)
    }

    /// Fills the room before a file and takes it into the list.
    fn list(
        &mut self,
        name: &'static str,
        method: u16,
        at: usize,
        crc: &Crc,
        unpacked: usize,
    ) -> Result<(), NotWritten> {
        let start = at + LOCAL_LENGTH + name.len();
        let entry = Entry {
            name,
            method,
            crc: crc.sum(),
            packed: size(self.bytes.len() - start)?,
            unpacked: size(unpacked)?,
            at: size(at)?,
        };
        let mut head = Vec::with_capacity(LOCAL_LENGTH);
        head.extend_from_slice(&LOCAL.to_le_bytes());
        entry.facts(&mut head);
        if let Some(room) = self.bytes.get_mut(at..at + LOCAL_LENGTH) {
            room.copy_from_slice(&head);
        }
        self.entries.push(entry);
        Ok(())
    }

    /// Adds a file that is there as a whole.
    pub fn add(&mut self, name: &'static str, text: &str) -> Result<(), NotWritten> {
        let mut file = self.file(name);
        file.write(text)?;
        self.end(file)
    }

    /// Adds a file as it is. What packs is most of what a module needs for an archive.
    pub fn store(&mut self, name: &'static str, text: &str) -> Result<(), NotWritten> {
        let at = self.begin(name);
        self.bytes.extend_from_slice(text.as_bytes());
        let mut crc = Crc::new();
        crc.update(text.as_bytes());
        self.list(name, STORED, at, &crc, text.len())
    }

    /// The archive's bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, NotWritten> {
        let at = self.bytes.len();
        for entry in &self.entries {
            self.bytes.extend_from_slice(&CENTRAL.to_le_bytes());
            self.bytes.extend_from_slice(&VERSION.to_le_bytes());
            entry.facts(&mut self.bytes);
            // No remark, the first disk, no attributes.
            self.bytes.extend_from_slice(&[0; 10]);
            self.bytes.extend_from_slice(&entry.at.to_le_bytes());
            self.bytes.extend_from_slice(entry.name.as_bytes());
        }
        let length = size(self.bytes.len() - at)?;
        let count = u16::try_from(self.entries.len()).map_err(|_| NotWritten::TooLarge)?;
        self.bytes.extend_from_slice(&END.to_le_bytes());
        self.bytes.extend_from_slice(&[0; 4]);
        for _ in 0..2 {
            self.bytes.extend_from_slice(&count.to_le_bytes());
        }
        self.bytes.extend_from_slice(&length.to_le_bytes());
        self.bytes.extend_from_slice(&size(at)?.to_le_bytes());
        self.bytes.extend_from_slice(&[0; 2]);
        Ok(self.bytes)
    }
}

impl Entry {
    /// What both the head of a file and its line in the list say.
    fn facts(&self, into: &mut Vec<u8>) {
        for number in [VERSION, UTF_8, self.method, 0, DATE] {
            into.extend_from_slice(&number.to_le_bytes());
        }
        for number in [self.crc, self.packed, self.unpacked] {
            into.extend_from_slice(&number.to_le_bytes());
        }
        // Names are a few letters long.
        let name = u16::try_from(self.name.len()).unwrap_or_default();
        into.extend_from_slice(&name.to_le_bytes());
        into.extend_from_slice(&[0; 2]);
    }
}

impl File {
    /// More of it.
    pub fn write(&mut self, text: &str) -> Result<(), NotWritten> {
        self.crc.update(text.as_bytes());
        self.unpacked = self.unpacked.saturating_add(text.len());
        self.packed.write_all(text.as_bytes()).map_err(|_| NotWritten::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_format() {
        for (text, sum) in [
            ("", 0),
            ("123456789", 0xCBF4_3926),
            ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
        ] {
            let mut crc = Crc::new();
            // In pieces, as files are written.
            let (first, rest) = text.as_bytes().split_at(text.len() / 3);
            crc.update(first);
            crc.update(rest);
            assert_eq!(crc.sum(), sum, "{text}");
        }
    }
}
