//! What a call ends with.

use crate::words::words;

/// What a call could not do, in a sentence.
pub type Failure = String;

/// The exit code of a check that found contradictions or differences.
const CONTRADICTED: u8 = 1;

/// What a call prints on standard output, and its exit code.
pub struct Answer {
    pub text: String,
    pub code: u8,
}

impl Answer {
    /// The answer of a call that did what it was asked.
    pub fn done(text: String) -> Answer {
        Answer { text, code: 0 }
    }

    /// The answer of a check.
    pub fn checked(text: String, contradicted: bool) -> Answer {
        Answer { text, code: if contradicted { CONTRADICTED } else { 0 } }
    }
}

/// The text of a JSON document.
pub fn json(written: serde_json::Result<String>) -> Result<String, Failure> {
    written.map_err(|e| words().no_result(&e.to_string()))
}
