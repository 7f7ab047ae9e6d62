//! The pasted text as characters that compare alike: full-width forms, dashes, quotes and spaces are
//! mapped one to one, so that every place in it is a place in what was pasted.

/// Characters that are read; the rest of a longer text is not.
pub(super) const LIMIT: usize = 200_000;

/// A text made ready for reading.
pub(super) struct Text {
    /// Small letters, ASCII digits and marks.
    pub chars: Vec<char>,
    /// Whether the character was a capital letter.
    pub capital: Vec<bool>,
    /// The byte at which each begins, and one more: where the text ends.
    pub at: Vec<usize>,
    /// Tags were found and blanked.
    pub html: bool,
    /// Its writer uses no capital letters.
    pub small: bool,
}

impl Text {
    /// Reads the first [`LIMIT`] characters.
    pub fn of(source: &str) -> Text {
        let mut text =
            Text { chars: Vec::new(), capital: Vec::new(), at: Vec::new(), html: false, small: false };
        for (at, c) in source.char_indices().take(LIMIT) {
            text.at.push(at);
            text.capital.push(c.is_uppercase());
            text.chars.push(alike(c));
        }
        let end = source.char_indices().nth(LIMIT).map_or(source.len(), |(at, _)| at);
        text.at.push(end);
        text.small = !text.capital.contains(&true);
        text.full_width_commas(source);
        text.blank_tags();
        text
    }

    /// The character at a place, or a space beyond the ends.
    pub fn get(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or(' ')
    }

    /// The byte at which a character begins.
    pub fn byte(&self, index: usize) -> usize {
        self.at.get(index).or(self.at.last()).copied().unwrap_or(0)
    }

    /// Makes a tab of the space at a place.
    pub fn part(&mut self, index: usize) {
        self.put(index, '\t');
    }

    fn put(&mut self, index: usize, c: char) {
        if let Some(place) = self.chars.get_mut(index) {
            *place = c;
        }
    }

    /// `，` parts clauses; between full-width digits it may part thousands.
    fn full_width_commas(&mut self, source: &str) {
        let wide: Vec<bool> =
            source.chars().take(LIMIT).map(|c| ('\u{ff10}'..='\u{ff19}').contains(&c)).collect();
        let is = |i: usize| wide.get(i).copied().unwrap_or(false);
        for i in 1..self.chars.len() {
            if self.get(i) == '，' && is(i - 1) && (1..=3).all(|k| is(i + k)) && !is(i + 4) {
                self.put(i, ',');
            }
        }
    }

    /// Replaces tags and entities by spaces, block tags by line ends, where the text has any.
    fn blank_tags(&mut self) {
        let whole = self.chars.len();
        // A row of a table is one line, however its tags are laid out.
        let mut in_row = false;
        let mut i = 0;
        while i < whole {
            if in_row && self.get(i) == '\n' {
                self.put(i, ' ');
            }
            let opens = self.get(i) == '<'
                && (self.get(i + 1).is_ascii_alphabetic() || matches!(self.get(i + 1), '/' | '!'));
            if opens {
                // An address in angle brackets is no tag, and is skipped as an address.
                let name: String = (i + 1..i + 9).map(|k| self.get(k)).collect();
                let end = (i..whole.min(i + 500)).find(|k| self.get(*k) == '>');
                if let Some(end) = end.filter(|_| !name.starts_with("http")) {
                    let word = name.trim_start_matches('/');
                    let block = ["p", "div", "br", "h1", "h2", "h3", "li", "tr", "table", "ul"];
                    let bare: String = word.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
                    let end = match bare.as_str() {
                        "script" | "style" if !name.starts_with('/') => self.closing(end, &bare),
                        _ => end,
                    };
                    if bare == "tr" {
                        in_row = !name.starts_with('/');
                    }
                    let ends_line = block.contains(&bare.as_str()) && (!in_row || bare == "tr");
                    let blank = if ends_line { '\n' } else { ' ' };
                    (i..=end).for_each(|k| self.put(k, blank));
                    if ["/td", "/th"].iter().any(|cell| name.starts_with(cell)) {
                        self.put(end, '\t');
                    }
                    self.html = true;
                    i = end;
                }
            } else if self.get(i) == '&' {
                let end =
                    (i + 1..i + 9).find(|k| !self.get(*k).is_ascii_alphanumeric() && self.get(*k) != '#');
                if let Some(end) = end.filter(|e| self.get(*e) == ';' && *e > i + 2) {
                    (i..=end).for_each(|k| self.put(k, ' '));
                    self.html = true;
                    i = end;
                }
            }
            i += 1;
        }
    }

    /// Where the element that was opened ends: its content is no text.
    fn closing(&self, from: usize, name: &str) -> usize {
        let tag: Vec<char> = "</".chars().chain(name.chars()).collect();
        let found =
            (from..self.chars.len()).find(|i| self.chars.get(*i..).is_some_and(|c| c.starts_with(&tag)));
        let end = found.and_then(|f| (f..self.chars.len()).find(|k| self.get(*k) == '>'));
        end.unwrap_or(self.chars.len().saturating_sub(1))
    }
}

fn alike(c: char) -> char {
    match c {
        // Full-width forms are ASCII at a distance; the comma, the semicolon and the colon end clauses
        // in either form and stay what they are.
        '，' | '；' | '：' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c).to_ascii_lowercase(),
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{301c}' => '~',
        '\u{2018}' | '\u{2019}' => '\'',
        '\r' => '\n',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}
