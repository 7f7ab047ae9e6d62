//! Files that JavaScript holds, read a piece at a time.

use std::io::{self, Read};

use js_sys::Uint8Array;

use dataset::{Parsed, read_records, read_records_in_pieces};
use records::Records;

/// Bytes in JavaScript's memory.
struct Bytes<'a> {
    all: &'a Uint8Array,
    read: u32,
}

impl Read for Bytes<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let room_for = u32::try_from(room.len()).unwrap_or(u32::MAX);
        let end = self.all.length().min(self.read.saturating_add(room_for));
        let piece = self.all.subarray(self.read, end);
        let length = usize::try_from(piece.length()).unwrap_or_default();
        if let Some(room) = room.get_mut(..length) {
            piece.copy_to(room);
            self.read = end;
            return Ok(length);
        }
        Ok(0)
    }
}

/// Reads a dataset of records where it is. Only one with faults is copied, to tell of them.
pub fn read_where_it_is(file: &Uint8Array) -> Parsed<Records> {
    match read_records_in_pieces(&mut Bytes { all: file, read: 0 }) {
        Some(records) => Parsed { read: Some(records), problems: Vec::new() },
        None => read_records(&file.to_vec()),
    }
}
