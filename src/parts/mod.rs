//! What sections are made of, and the frame around them.

pub mod choices;
pub mod explanation;
pub mod frame;
pub mod link;
pub mod notices;
pub mod number;
pub mod value;
