//! Texts of the page, a group a file. Each says where it stands. Words around numbers, months or links come as
//! arrays: what stands before, between and behind them, with their spaces.

mod charts;
mod failures;
mod figures;
mod frame;
mod sections;
mod tables;
mod tools;

pub use charts::ChartWords;
pub use failures::{Failure, FailureWords};
pub use figures::FigureWords;
pub use frame::{Awaited, FrameWords};
pub use sections::{SectionWords, coverage_sentences};
pub use tables::{Concentration, TableWords};
pub use tools::{Keeping, ToolWords};
