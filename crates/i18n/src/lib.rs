//! Words and number formats. Every sentence that names a figure, and every number that is shown,
//! is made here.

mod check;
mod explain;
mod headline;
mod imported;
mod number;
mod period;
mod proof;
mod scope;
mod words;

pub use check::{VERDICTS, contradiction_text, suspicion_text, verdict_counts, verdict_kind, verdict_text};
pub use explain::{Explanation, Source, capitalised, claim_name, explain};
pub use headline::{Fragment, headline};
pub use imported::summary_lines;
pub use number::{Look, look, plain, range, shown, step_text};
pub use period::{date_name, month_name, month_short, months_of, span_name};
pub use proof::{PROOF_VERDICTS, finding_text, own_text, proof_counts, reading_name, remark_text, why_text};
pub use scope::scope;
pub use words::{
    dimension_title, flow_word, list_names, measure_name, member_name, member_title, member_word,
    members_name, members_word, notice, presence_name, reason, registration_caveat, section_name, status,
};
