//! Places in a JSON file: the path that a program uses, and the line that a person looks for.

use std::fmt;

/// One step down into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(&'static str),
    Index(usize),
}

/// A path into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Place {
    steps: Vec<Step>,
}

impl Place {
    pub fn key(&self, key: &'static str) -> Place {
        self.down(Step::Key(key))
    }

    pub fn index(&self, index: usize) -> Place {
        self.down(Step::Index(index))
    }

    fn down(&self, step: Step) -> Place {
        let mut steps = self.steps.clone();
        steps.push(step);
        Place { steps }
    }

    /// The line, from 1, on which the value begins; the deepest part of the path that exists when
    /// the last step is missing. `json` has been parsed before: its grammar is not checked again.
    pub fn line(&self, json: &[u8]) -> usize {
        let mut scan = Scan { json, at: 0 };
        let mut found = 0;
        for step in &self.steps {
            let entered = match step {
                Step::Key(key) => scan.enter_key(key.as_bytes()),
                Step::Index(index) => scan.enter_index(*index),
            };
            if entered.is_none() {
                break;
            }
            found = scan.at;
        }
        let before = json.get(..found).unwrap_or_default();
        1 + before.iter().filter(|b| **b == b'\n').count()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.steps.iter().enumerate() {
            match step {
                Step::Key(key) if i == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Walks over valid JSON text without building it.
struct Scan<'a> {
    json: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.json.get(self.at)?.is_ascii_whitespace() {
            self.at += 1;
        }
        self.json.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn enter_key(&mut self, key: &[u8]) -> Option<()> {
        self.take(b'{')?;
        loop {
            self.peek()?;
            let start = self.at + 1;
            self.skip()?;
            let name = self.json.get(start..self.at.saturating_sub(1))?;
            self.take(b':')?;
            if name == key {
                self.peek()?;
                return Some(());
            }
            self.skip()?;
            self.take(b',')?;
        }
    }

    fn enter_index(&mut self, index: usize) -> Option<()> {
        self.take(b'[')?;
        for _ in 0..index {
            self.skip()?;
            self.take(b',')?;
        }
        self.peek()?;
        Some(())
    }

    /// Steps over one value.
    fn skip(&mut self) -> Option<()> {
        self.peek()?;
        let mut depth = 0usize;
        loop {
            match self.json.get(self.at)? {
                b'"' => {
                    self.at += 1;
                    while *self.json.get(self.at)? != b'"' {
                        self.at += if *self.json.get(self.at)? == b'\\' { 2 } else { 1 };
                    }
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' | b',' if depth == 0 => return Some(()),
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            let scalar = !matches!(self.json.get(self.at)?, b'"' | b'}' | b']');
            self.at += 1;
            if depth == 0 && !scalar {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, place: &Place, line: usize) {
        assert_eq!(place.line(json.as_bytes()), line, "{place}");
    }

    #[test]
    fn a_place_is_found_on_its_line() {
        let json = "{\n \"a\": \"x{,\\\"[\",\n \"b\": [1,\n  {\"c\": -2.5e3,\n \"d\": [[]]}]\n}";
        let root = Place::default();
        check(json, &root, 1);
        check(json, &root.key("a"), 2);
        check(json, &root.key("b").index(0), 3);
        check(json, &root.key("b").index(1).key("c"), 4);
        check(json, &root.key("b").index(1).key("d"), 5);
    }

    #[test]
    fn a_missing_field_is_placed_at_its_parent() {
        let json = "{\n \"a\": [\n  {\"b\": 1}\n ]\n}";
        check(json, &Place::default().key("a").index(0).key("z"), 3);
        check(json, &Place::default().key("z"), 1);
    }
}
