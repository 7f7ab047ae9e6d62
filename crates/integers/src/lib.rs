//! Columns of whole numbers, read off JSON text: nearly all bytes of a dataset of records.
//!
//! A crate of its own, because its loops alone are worth being compiled for speed in the module that every
//! reader of records fetches (profile `records`).
//!
//! ```
//! use integers::{Column, Text, column};
//!
//! let mut text = Text::whole(b"[12, 0, 255], 1");
//! let Some(Column::Bytes(codes)) = column(&mut text, 3, true) else { panic!("they have room in a byte each") };
//! assert_eq!(codes.numbers, [12, 0, 255]);
//! assert_eq!(text.ahead(), b", 1");
//! ```

mod block;
mod column;
mod digits;
mod list;
mod text;

pub use column::{Column, column};
pub use list::Integers;
pub use text::{PIECE, Text, after_space};
