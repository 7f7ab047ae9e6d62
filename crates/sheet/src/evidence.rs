//! By which encoding bytes were written that do not say it, told by what they hold.
//!
//! GB18030 and Windows-1252 both give a text for most bytes, one of them nonsense. What tells them apart: a language
//! of Latin letters has one or two bytes above 127 between letters below, "Türkiye"; Chinese has them in pairs, of
//! the part of the table that holds frequent characters, mostly several in a row. Every such run of bytes of a file
//! has its say. Korean (EUC-KR) is written in the same pairs, but of the first half of those characters.

use std::ops::Range;

use crate::decode::Encoding;

/// Which encodings fit bytes that have no mark.
pub(crate) enum Fit {
    /// UTF-8, but for a fault in it.
    Utf8,
    /// This one only.
    One(Encoding),
    /// Two. `samples` are words in which they differ.
    Both { likelier: Encoding, other: Encoding, samples: Vec<Range<usize>> },
    /// None: these bytes are no text, or one of another encoding.
    Neither,
}

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

/// What speaks for each encoding, in runs of bytes above 127.
#[derive(Default)]
struct Evidence {
    /// Runs that are letters in words of Latin letters, or signs that texts of them have.
    latin: u64,
    /// Runs that are frequent Chinese characters or signs of Chinese texts.
    chinese: u64,
    /// Of them those of two characters and more, which no Latin word looks like.
    chinese_words: u64,
    runs: u64,
    /// Chinese characters, and how many of them stand where EUC-KR has no syllable.
    characters: u64,
    not_korean: u64,
    /// Words in which the encodings differ.
    samples: Vec<Range<usize>>,
}

/// Of fewer characters, all may be in the first half by chance.
const FEW_CHARACTERS: u64 = 12;

/// The encodings that fit bytes that are not UTF-8.
pub(crate) fn of(bytes: &[u8]) -> Fit {
    if is_broken_utf8(bytes) {
        return Fit::Utf8;
    }
    let evidence = gather(bytes);
    let of_runs = |count: u64, percent: u64| count * 100 >= evidence.runs * percent;
    let is_chinese = is_gb18030(bytes);
    let (chinese, latin) = (Encoding::Gb18030, Encoding::Windows1252);
    // In Chinese two of five characters are in the second half of the table, which is ordered by sound.
    let may_be_korean =
        evidence.characters >= FEW_CHARACTERS && evidence.not_korean * 50 <= evidence.characters;
    match () {
        () if !is_chinese && of_runs(evidence.latin, 50) => Fit::One(latin),
        () if !is_chinese => Fit::Neither,
        () if may_be_korean && of_runs(evidence.chinese, 80) => {
            Fit::Both { likelier: Encoding::EucKr, other: chinese, samples: evidence.samples }
        }
        // Words prove it; a single character between commas is a sign in the other encoding.
        () if of_runs(evidence.chinese, 80) && evidence.chinese_words > 0 && !of_runs(evidence.latin, 20) => {
            Fit::One(chinese)
        }
        () if of_runs(evidence.latin, 80) && !of_runs(evidence.chinese, 20) => Fit::One(latin),
        () if of_runs(evidence.latin + evidence.chinese, 50) => {
            let (likelier, other) = match evidence.chinese_words > 0 || evidence.chinese > evidence.latin {
                true => (chinese, latin),
                false => (latin, chinese),
            };
            Fit::Both { likelier, other, samples: evidence.samples }
        }
        () => Fit::Neither,
    }
}

/// Whether bytes are UTF-8 with a fault: characters of several bytes are right nearly everywhere. In other encodings
/// hardly one is by chance.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0u64, 0u64);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count() as u64;
        wrong += u64::from(!chunk.invalid().is_empty());
    }
    right > 4 * wrong || (wrong == 1 && right > 2)
}

/// Whether GB18030 gives each byte a meaning.
fn is_gb18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = match (first, after) {
            (..=0x7F, _) => after,
            (0x81..=0xFE, [0x40..=0x7E | 0x80..=0xFE, after @ ..]) => after,
            (0x81..=0xFE, [0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, after @ ..]) => after,
            // Cut within a character.
            (0x81..=0xFE, []) => return true,
            _ => return false,
        };
    }
    true
}

/// Looks at every run of bytes above 127.
fn gather(bytes: &[u8]) -> Evidence {
    /// So many words are shown to a person.
    const SAMPLES: usize = 5;
    let mut evidence = Evidence::default();
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte >= 0x80)) {
        let start = at + next;
        let length = bytes.get(start..).unwrap_or_default().iter().take_while(|byte| **byte >= 0x80).count();
        let end = start + length;
        let run = bytes.get(start..end).unwrap_or_default();
        let before = start.checked_sub(1).and_then(|place| bytes.get(place)).copied().unwrap_or(b' ');
        let after = bytes.get(end).copied().unwrap_or(b' ');
        for pair in run.chunks_exact(2).filter(|pair| matches!(pair, [0xB0..=0xF7, 0xA1..=0xFE])) {
            evidence.characters += 1;
            evidence.not_korean += u64::from(matches!(pair, [0xC9..=0xF7, _]));
        }
        let (latin, chinese) = (is_latin(before, run, after), is_chinese(before, run, after));
        evidence.runs += 1;
        evidence.latin += u64::from(latin);
        evidence.chinese += u64::from(chinese);
        evidence.chinese_words += u64::from(chinese && run.len() >= 4);
        let told = evidence.samples.last().is_none_or(|last| last.end <= start);
        if told && evidence.samples.len() < SAMPLES {
            let word = cell_around(bytes, start, end);
            let known =
                evidence.samples.iter().any(|sample| bytes.get(sample.clone()) == bytes.get(word.clone()));
            if !known {
                evidence.samples.push(word);
            }
        }
        at = end;
    }
    evidence
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

/// Whether a run is Chinese: pairs of the tables of signs and of characters of GB2312, a single one only where no
/// letter stands beside it. Of runs of rarer characters those count in which four of five are of those tables.
fn is_chinese(before: u8, run: &[u8], after: u8) -> bool {
    let frequent = |pair: &&[u8]| matches!(pair, [0xB0..=0xF7 | 0xA1..=0xA3 | 0xA6..=0xA9, 0xA1..=0xFE]);
    let pairs = run.chunks_exact(2);
    let (count, known) = (pairs.len(), pairs.filter(frequent).count());
    let is_alone = !before.is_ascii_alphabetic() && !after.is_ascii_alphabetic();
    match count {
        0 => false,
        // Of the more frequent half, which is ordered by sound.
        1 => run.len() == 2 && is_alone && matches!(run, [0xB0..=0xD7 | 0xA1..=0xA3, _]) && known == 1,
        // A character whose second byte is below 128 makes a run odd.
        _ => known * 5 >= count * 4,
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
