//! What sections are made of, and the frame around them.

pub mod button;
pub mod choices;
pub mod download;
pub mod drawing;
pub mod embed;
pub mod explanation;
pub mod frame;
pub mod link;
pub mod live;
pub mod menu;
pub mod months;
pub mod notices;
pub mod number;
pub mod pictures;
pub mod roving;
pub mod section;
pub mod switch;
pub mod table;
pub mod take;
pub mod value;
