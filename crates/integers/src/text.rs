//! JSON text that is read from its beginning to its end: all at once, or a piece at a time, so that a
//! large file need not be in memory as a whole.

use std::borrow::Cow;
use std::io::Read;

/// Bytes of a piece that stays in the processor's cache.
pub const PIECE: usize = 1 << 18;

/// Bytes before the place that stay when a piece goes, for [`super::list`] looks back so far.
pub(super) const BEHIND: usize = 8;

/// A text and a place in it.
pub struct Text<'a> {
    held: Cow<'a, [u8]>,
    /// The place, in what is held.
    pub at: usize,
    /// Bytes of the file before what is held.
    gone: usize,
    /// Where the rest comes from; `None` when there is none.
    rest: Option<&'a mut dyn Read>,
    /// Bytes that are read at once.
    piece: usize,
}

impl<'a> Text<'a> {
    /// A text that is all there.
    pub fn whole(bytes: &'a [u8]) -> Text<'a> {
        Text { held: Cow::Borrowed(bytes), at: 0, gone: 0, rest: None, piece: 0 }
    }

    /// A text of which nothing is read yet.
    pub fn in_pieces(rest: &'a mut dyn Read, piece: usize) -> Text<'a> {
        Text { held: Cow::Owned(Vec::new()), at: 0, gone: 0, rest: Some(rest), piece }
    }

    /// What is held of it, also before the place.
    pub fn held(&self) -> &[u8] {
        &self.held
    }

    /// What is held from the place on.
    pub fn ahead(&self) -> &[u8] {
        self.held.get(self.at..).unwrap_or_default()
    }

    /// The place, bytes from the beginning of the text.
    pub fn offset(&self) -> usize {
        self.gone + self.at
    }

    /// Whether what is held goes to the end of the text.
    pub fn is_to_the_end(&self) -> bool {
        self.rest.is_none()
    }

    /// Holds the next piece too, and what was passed no longer. False when the text ends. A reading that
    /// fails ends it as well.
    pub fn more(&mut self) -> bool {
        let Some(rest) = &mut self.rest else { return false };
        let held = self.held.to_mut();
        let passed = self.at.saturating_sub(BEHIND);
        held.drain(..passed);
        self.at -= passed;
        self.gone += passed;
        // As much again as was of no use alone: a long value is not tried a hundred times.
        let before = held.len();
        held.resize(before + before.max(self.piece), 0);
        let read = held.get_mut(before..).map_or(0, |room| rest.read(room).unwrap_or(0));
        held.truncate(before + read);
        if read == 0 {
            self.rest = None;
        }
        read > 0
    }

    /// Passes the mark that some programs put before UTF-8.
    pub fn skip_byte_order_mark(&mut self) {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        while self.ahead().len() < MARK.len() && self.more() {}
        if self.ahead().starts_with(MARK) {
            self.at += MARK.len();
        }
    }

    /// The byte at the place; `None` at the end of the text.
    pub fn peek(&mut self) -> Option<u8> {
        while self.at >= self.held.len() && self.more() {}
        self.held.get(self.at).copied()
    }

    /// Passes white space.
    pub fn skip_space(&mut self) {
        loop {
            self.at = after_space(&self.held, self.at);
            if self.at < self.held.len() || !self.more() {
                return;
            }
        }
    }
}

/// The first place from `at` on that is no white space.
pub fn after_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}
