//! The month's note: what an analyst would write of a month, as sentences made of words and figures.
//!
//! [`Material`] is what is known, `choose` the rules that find facts in it, `en` and `zh` the words for
//! each fact, [`write`] the note, [`export`] its text, Markdown, HTML, JSON and document of Word. Facts only: what an
//! analyst thinks of them is a text of its own that an export puts into a labelled box. Knows no page
//! and no file.

mod choose;
mod digits;
mod document;
mod en;
mod export;
mod fact;
mod html;
mod json;
mod line;
mod material;
mod rule;
mod sentence;
mod write;
mod zh;

pub use digits::{Sign, Way, print, way};
pub use document::document;
pub use export::{Export, Format, export, markdown, text};
pub use html::html;
pub use material::Material;
pub use rule::{Reason, Rule};
pub use sentence::{
    ChartLink, Labels, Note, Number, Piece, Section, Sentence, SourceLine, Topic, Unsaid, text_of,
};
pub use write::{labels, rule_name, write};

pub use model::Language;
pub use view::Length;
