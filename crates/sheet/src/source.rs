//! Where a file's bytes are: in memory, or where they are read from a piece at a time, so that a large text is never
//! in memory as a whole.

use std::io;
use std::ops::Range;
use std::rc::Rc;

use crate::fault::NoSheet;

/// Bytes outside of memory: of a file on a disk, or of one that a browser holds.
pub trait ReadAt {
    /// How many there are.
    fn size(&self) -> usize;
    /// Fills `room` with the bytes from a place on; all of them are there.
    fn read_at(&self, at: usize, room: &mut [u8]) -> io::Result<()>;
}

/// A file's bytes. Copies share them.
#[derive(Clone)]
pub struct Source(Place);

#[derive(Clone)]
enum Place {
    Memory(Rc<Vec<u8>>),
    Outside(Rc<dyn ReadAt>),
}

impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Source {
        Source(Place::Memory(Rc::new(bytes)))
    }
}

impl Source {
    /// Bytes that are read when they are needed, perhaps several times.
    pub fn outside(file: impl ReadAt + 'static) -> Source {
        Source(Place::Outside(Rc::new(file)))
    }

    /// How many bytes there are.
    pub fn size(&self) -> usize {
        match &self.0 {
            Place::Memory(bytes) => bytes.len(),
            Place::Outside(file) => file.size(),
        }
    }

    /// All bytes in memory.
    pub fn whole(&self) -> Result<Rc<Vec<u8>>, NoSheet> {
        match &self.0 {
            Place::Memory(bytes) => Ok(bytes.clone()),
            Place::Outside(file) => {
                let mut bytes = Vec::new();
                self.append(0..file.size(), &mut bytes)?;
                Ok(Rc::new(bytes))
            }
        }
    }

    /// The first bytes, at most `count`.
    pub fn beginning(&self, count: usize) -> Result<Vec<u8>, NoSheet> {
        let mut bytes = Vec::new();
        self.append(0..self.size().min(count), &mut bytes)?;
        Ok(bytes)
    }

    /// Adds the bytes of a range that there is.
    pub(crate) fn append(&self, range: Range<usize>, to: &mut Vec<u8>) -> Result<(), NoSheet> {
        match &self.0 {
            Place::Memory(bytes) => to.extend_from_slice(bytes.get(range).unwrap_or_default()),
            Place::Outside(_) if range.is_empty() => {}
            Place::Outside(file) => {
                let before = to.len();
                to.resize(before + range.len(), 0);
                let room = to.get_mut(before..).unwrap_or_default();
                file.read_at(range.start, room).map_err(|_| NoSheet::NotRead)?;
            }
        }
        Ok(())
    }
}
