//! Files that JavaScript holds.

use std::io::{self, Read};

use dataset::{Parsed, read_records, read_records_in_pieces};
use i18n::WorkerRefusal;
use import::ReadAt;
use js_sys::{ArrayBuffer, Uint8Array};
use records::Records;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FileReaderSync};

use crate::serve::refused;

/// What came along as bytes: a buffer, or a file or another blob, which is read.
pub(crate) async fn bytes_of(attachment: &JsValue) -> Result<Uint8Array, String> {
    let buffer = match attachment.dyn_ref::<Blob>() {
        Some(blob) => {
            JsFuture::from(blob.array_buffer()).await.map_err(|_| refused(WorkerRefusal::NotReadFromDisk))?
        }
        None => attachment.clone(),
    };
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| refused(WorkerRefusal::NoFile))?;
    Ok(Uint8Array::new(&buffer))
}

/// A reader's file, which is read where it is.
pub(crate) struct OnDisk {
    file: File,
    reader: FileReaderSync,
}

impl OnDisk {
    pub fn new(file: File) -> Result<OnDisk, String> {
        let reader = FileReaderSync::new().map_err(|_| refused(WorkerRefusal::NotReadFromDisk))?;
        Ok(OnDisk { file, reader })
    }
}

impl ReadAt for OnDisk {
    fn size(&self) -> usize {
        // Larger ones are refused before.
        self.file.size() as usize
    }

    fn read_at(&self, at: usize, room: &mut [u8]) -> io::Result<()> {
        let part = self.file.slice_with_f64_and_f64(at as f64, (at + room.len()) as f64);
        let read = part.and_then(|part| self.reader.read_as_array_buffer(&part));
        let read = read.map(|buffer| Uint8Array::new(&buffer));
        match read {
            Ok(bytes) if bytes.length() as usize == room.len() => {
                bytes.copy_to(room);
                Ok(())
            }
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

/// Bytes in JavaScript's memory, read a piece at a time.
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
pub(crate) fn read_where_it_is(file: &Uint8Array) -> Parsed<Records> {
    match read_records_in_pieces(&mut Bytes { all: file, read: 0 }) {
        Some(records) => Parsed { read: Some(records), problems: Vec::new() },
        None => read_records(&file.to_vec()),
    }
}
