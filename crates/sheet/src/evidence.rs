//! By which encoding bytes were written that do not say it, told by what they hold.
//!
//! The encodings of East Asia and Windows-1252 all give a text for most bytes, in all but one of them nonsense. What
//! tells them apart: a language of Latin letters has one or two bytes above 127 between letters below, "Türkiye". Those
//! of East Asia have them in pairs, of the part of their table that holds frequent characters, mostly several in a row;
//! in another one's table the same pairs are rare characters, or none. Korean is written in the same pairs as Chinese
//! in GB18030, but of the first half of them. Every character has its say once, so that a word in each row counts no
//! more than one in the head.

use std::ops::Range;

use crate::decode::Encoding;

/// UTF-16 without a mark: of its letters and digits below 256 every second byte is zero.
pub(crate) fn utf16(bytes: &[u8]) -> Option<Encoding> {
    /// As many bytes tell it.
    const BEGINNING: usize = 4096;
    /// Fewer units than this are no evidence.
    const FEWEST: usize = 8;
    let beginning = bytes.get(..bytes.len().min(BEGINNING) & !1)?;
    let (mut even, mut odd) = (0, 0);
    for pair in beginning.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let units = beginning.len() / 2;
    let is = |zeros: usize, others: usize| units >= FEWEST && zeros * 5 >= units && others * 20 <= zeros;
    match () {
        () if is(odd, even) => Some(Encoding::Utf16Le),
        () if is(even, odd) => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// The encoding that a web page or XML states about itself.
pub(crate) fn stated(bytes: &[u8]) -> Option<Encoding> {
    /// The standard of web pages wants it within as many bytes.
    const BEGINNING: usize = 1024;
    let beginning = bytes.get(..bytes.len().min(BEGINNING))?;
    if !beginning.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let text = String::from_utf8_lossy(beginning).to_lowercase();
    let at = ["charset=", "encoding="].iter().find_map(|word| Some(text.find(word)? + word.len()))?;
    let rest = text.get(at..)?.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(rest.len());
    Encoding::of_label(rest.get(..end)?)
}

/// What a character is in the table of an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Character {
    /// One that texts are mostly made of.
    Frequent,
    Rare,
    /// A letter of one byte, as wide as half a character of Japanese.
    Half,
}

/// The character of East Asia that bytes begin with, and how many of them it is; `None` for bytes that are none. The first
/// byte is above 127.
fn character(encoding: Encoding, bytes: &[u8]) -> Option<(Character, usize)> {
    let is_frequent = match (encoding, bytes) {
        (Encoding::ShiftJis, [0xA1..=0xDF, ..]) => return Some((Character::Half, 1)),
        // Signs, wide digits and letters, kana and the more frequent half of the characters.
        (Encoding::ShiftJis, [0x81..=0x9F | 0xE0..=0xFC, 0x40..=0x7E | 0x80..=0xFC, ..]) => {
            matches!(bytes, [0x81..=0x83 | 0x89..=0x97, ..] | [0x88, 0x9F..=0xFC, ..] | [0x98, 0..=0x72, ..])
        }
        (Encoding::Big5, [0x81..=0xFE, 0x40..=0x7E | 0xA1..=0xFE, ..]) => {
            matches!(bytes, [0xA1..=0xC5, ..] | [0xC6, 0..=0x7E, ..])
        }
        // Syllables and signs.
        (Encoding::EucKr, [0x81..=0xFE, 0x41..=0x5A | 0x61..=0x7A | 0x81..=0xFE, ..]) => {
            matches!(bytes, [0xA1..=0xA3 | 0xB0..=0xC8, 0xA1..=0xFE, ..])
        }
        (Encoding::Gb18030, [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..]) => {
            matches!(bytes, [0xA1..=0xA3 | 0xB0..=0xD7, 0xA1..=0xFE, ..])
        }
        (Encoding::Gb18030, [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..]) => {
            return Some((Character::Rare, 4));
        }
        _ => return None,
    };
    Some((if is_frequent { Character::Frequent } else { Character::Rare }, 2))
}

/// What speaks for an encoding of East Asia.
struct Candidate {
    encoding: Encoding,
    /// No byte was none of it.
    is_valid: bool,
    /// Pairs of bytes that have had their say, a bit each.
    seen: Vec<u64>,
    /// Characters, each once,
    count: u64,
    /// those of them that are frequent, where they stand as words do,
    frequent: u64,
    /// those that are letters of half the width,
    half: u64,
    /// and those whose second byte is a sign or letter of English in other encodings.
    low: u64,
    /// Of Chinese characters those that stand where Korean has no syllable.
    not_korean: u64,
    /// Those in words of several.
    in_words: u64,
    /// Letters of half the width stand where no word has them.
    has_odd_half: bool,
}

/// Of fewer characters, all may be in one part of a table by chance.
const FEW: u64 = 12;

impl Candidate {
    fn new(encoding: Encoding) -> Candidate {
        Candidate {
            encoding,
            is_valid: true,
            seen: vec![0; 1 << 10],
            count: 0,
            frequent: 0,
            half: 0,
            low: 0,
            not_korean: 0,
            in_words: 0,
            has_odd_half: false,
        }
    }

    /// Takes a piece of a text in.
    fn take(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while self.is_valid
            && let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte >= 0x80))
        {
            at = self.word(bytes, at + next);
        }
    }

    /// Takes the word in that begins at a place: characters in a row; the place behind it.
    fn word(&mut self, bytes: &[u8], start: usize) -> usize {
        let mut end = start;
        let mut length = 0;
        while bytes.get(end).is_some_and(|byte| *byte >= 0x80) {
            let rest = bytes.get(end..).unwrap_or_default();
            let Some((_, size)) = character(self.encoding, rest) else {
                // The file may be cut within a character.
                self.is_valid = rest.len() == 1;
                return bytes.len();
            };
            (end, length) = (end + size, length + 1);
        }
        let is_letter =
            |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
        let is_beside_letter = is_letter(start.checked_sub(1)) || is_letter(Some(end));
        // A single one beside a letter is an accent or an apostrophe in another encoding.
        let is_word = length > 1 || !is_beside_letter;
        // Marks that lengthen or soften a sound stand behind another letter.
        let begins_odd = matches!(bytes.get(start), Some(0xA7..=0xB0 | 0xDE | 0xDF));
        let mut at = start;
        while at < end {
            let rest = bytes.get(at..end).unwrap_or_default();
            let Some((kind, size)) = character(self.encoding, rest) else { break };
            at += size;
            if kind == Character::Half {
                self.has_odd_half |= length < 2 || begins_odd || is_beside_letter;
            }
            if self.is_new(rest) {
                self.count += 1;
                self.frequent += u64::from(kind == Character::Frequent && is_word);
                self.half += u64::from(kind == Character::Half);
                self.low += u64::from(size == 2 && rest.get(1).is_some_and(|byte| *byte < 0x80));
                self.not_korean += u64::from(matches!(rest, [0xC9..=0xF7, ..]));
                self.in_words += u64::from(length > 1 && kind != Character::Half);
            }
        }
        end
    }

    /// Whether a character is met for the first time.
    fn is_new(&mut self, bytes: &[u8]) -> bool {
        let of = |place: usize| usize::from(bytes.get(place).copied().unwrap_or_default());
        let place = of(0) << 8 | of(1);
        let bit = 1 << (place % 64);
        self.seen.get_mut(place / 64).is_some_and(|seen| {
            let is_new = *seen & bit == 0;
            *seen |= bit;
            is_new
        })
    }

    /// Of a thousand characters, how many speak for it.
    fn weight(&self) -> u64 {
        if !self.is_valid || self.count == 0 {
            return 0;
        }
        let speaking = match self.encoding {
            // Two of five characters of Big5 have such a second byte.
            Encoding::Big5 if self.count >= FEW && self.low * 10 < self.count => 0,
            // Half letters alone look like Chinese: as a word each, or beside others that are Japanese.
            Encoding::ShiftJis if self.half == self.count && !self.has_odd_half => self.half,
            Encoding::ShiftJis if self.frequent * 5 >= self.count => self.frequent + self.half,
            Encoding::ShiftJis => 0,
            _ => self.frequent,
        };
        speaking * 1000 / self.count
    }

    /// Whether enough of its characters are frequent ones.
    fn fits(&self) -> bool {
        self.weight() >= 800
    }
}

/// What speaks for each encoding, in bytes that are not UTF-8.
pub(crate) struct Evidence {
    /// In the order in which they are thought of where they fit alike.
    candidates: [Candidate; 4],
    /// Runs of bytes above 127,
    runs: u64,
    /// and those of them that are letters in words of Latin letters, or signs that texts of them have.
    latin: u64,
    /// Characters of several bytes that are right in UTF-8, and faults between them.
    utf8: (u64, u64),
    /// Words in which the encodings differ.
    pub samples: Vec<Vec<u8>>,
}

impl Default for Evidence {
    fn default() -> Evidence {
        let candidates = [Encoding::Gb18030, Encoding::Big5, Encoding::EucKr, Encoding::ShiftJis];
        Evidence {
            candidates: candidates.map(Candidate::new),
            runs: 0,
            latin: 0,
            utf8: (0, 0),
            samples: Vec::new(),
        }
    }
}

impl Evidence {
    /// Takes a piece of a text in.
    pub fn take(&mut self, bytes: &[u8]) {
        for chunk in bytes.utf8_chunks() {
            self.utf8.0 += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count() as u64;
            self.utf8.1 += u64::from(!chunk.invalid().is_empty());
        }
        for candidate in &mut self.candidates {
            candidate.take(bytes);
        }
        self.take_runs(bytes);
    }

    /// Whether more of the text would not change what was found.
    pub fn is_enough(&self) -> bool {
        self.runs > 1_000_000
    }

    fn take_runs(&mut self, bytes: &[u8]) {
        /// So many words are shown to a person.
        const SAMPLES: usize = 5;
        let mut at = 0;
        let mut told = 0;
        while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte >= 0x80)) {
            let start = at + next;
            let rest = bytes.get(start..).unwrap_or_default();
            at = start + rest.iter().take_while(|byte| **byte >= 0x80).count();
            let run = bytes.get(start..at).unwrap_or_default();
            let before = start.checked_sub(1).and_then(|place| bytes.get(place)).copied().unwrap_or(b' ');
            let after = bytes.get(at).copied().unwrap_or(b' ');
            self.runs += 1;
            self.latin += u64::from(is_latin(before, run, after));
            if self.samples.len() < SAMPLES && start >= told {
                let word = cell_around(bytes, start, at);
                told = word.end;
                let word = bytes.get(word).unwrap_or_default();
                if !self.samples.iter().any(|known| known == word) {
                    self.samples.push(word.to_vec());
                }
            }
        }
    }

    /// Whether bytes are UTF-8 with a fault: characters of several bytes are right nearly everywhere. In other encodings
    /// hardly one is by chance.
    fn is_broken_utf8(&self) -> bool {
        let (right, wrong) = self.utf8;
        right > 4 * wrong || (wrong == 1 && right > 2)
    }

    /// The encodings that fit, the likeliest first; none where these bytes are no text, or one of another encoding.
    pub fn fitting(&self) -> Vec<Encoding> {
        if self.is_broken_utf8() {
            return vec![Encoding::Utf8];
        }
        let latin = |percent: u64| self.latin * 100 >= self.runs * percent;
        let is_korean = |c: &Candidate| {
            // In Chinese two of five characters are in the second half of the table, which is ordered by sound.
            c.encoding == Encoding::EucKr && c.count >= FEW && c.not_korean * 50 <= c.count
        };
        let mut encodings: Vec<Encoding> = Vec::new();
        let mut is_worded = false;
        let left = |encodings: &[Encoding]| {
            let left = self.candidates.iter().filter(|c| c.fits() && !encodings.contains(&c.encoding));
            left.min_by_key(|c| (!is_korean(c), 1000 - c.weight()))
        };
        while let Some(next) = left(&encodings) {
            // Words prove it; single characters between commas are signs in the other encoding.
            is_worded |= encodings.is_empty() && next.in_words * 2 >= next.count;
            encodings.push(next.encoding);
        }
        match () {
            () if !encodings.is_empty() && is_worded && !latin(80) => {}
            () if !encodings.is_empty() => encodings.push(Encoding::Windows1252),
            () if latin(80) => encodings.push(Encoding::Windows1252),
            () if self.candidates.iter().all(|c| !c.is_valid) && latin(50) => {
                encodings.push(Encoding::Windows1252);
            }
            () => {
                // A text of many rare characters, or of Latin letters and many signs.
                let best = self.candidates.iter().filter(|c| c.weight() > 0).max_by_key(|c| c.weight());
                if let Some(best) = best.filter(|best| latin(50) || best.weight() >= 500) {
                    encodings.extend([best.encoding, Encoding::Windows1252]);
                }
            }
        }
        encodings
    }
}

/// Whether a run is a part of a word of Latin letters, or a sign beside one.
fn is_latin(before: u8, run: &[u8], after: u8) -> bool {
    let letter = |byte: &u8| matches!(byte, 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0xFF | 0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F);
    // Dashes, quotes, the signs of euro, pound, degree, ordinals and squares, a space that does not break.
    let sign = |byte: &u8| matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0x99 | 0xA0 | 0xA3 | 0xA7 | 0xA9..=0xAB | 0xAE | 0xB0..=0xB3 | 0xB5 | 0xB7 | 0xBA..=0xBE);
    let is_word = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    match run {
        [one] => letter(one) && is_word || sign(one),
        [one, two] => (letter(one) || sign(one)) && (letter(two) || sign(two)) && is_word,
        _ => false,
    }
}

/// The cell that a run stands in, as far as 40 bytes around it.
fn cell_around(bytes: &[u8], start: usize, end: usize) -> Range<usize> {
    const MOST: usize = 40;
    let parts = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'"' | b'\n' | b'\r');
    let before = bytes.get(start.saturating_sub(MOST)..start).unwrap_or_default();
    let after = bytes.get(end..(end + MOST).min(bytes.len())).unwrap_or_default();
    let from =
        before.iter().rposition(parts).map_or(start - before.len(), |place| start - before.len() + place + 1);
    let to = after.iter().position(parts).map_or(end + after.len(), |place| end + place);
    from..to
}
