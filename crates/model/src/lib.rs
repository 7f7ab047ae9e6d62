//! The nouns: month, span, unit, interval, figure. Knows no file format, no claim and no words on
//! the page.

mod catalogue;
mod cell;
mod change;
mod column;
mod decimal;
mod dimension_map;
mod figure;
mod fit;
mod frequency;
mod index;
mod interval;
mod language;
mod lunar_new_year;
mod measured;
mod numbering;
mod order;
mod period;
mod subject;
mod units;

pub use catalogue::{Catalogue, Chosen, Flow, Member, Name, Valuation};
pub use cell::{Cell, Dimension, MemberId, Span};
pub use change::{Against, Change};
pub use column::{Rounded, decimals_of_tonnes, decimals_of_unit, round_figure};
pub use decimal::{read_decimal, write_decimal, write_shortest};
pub use dimension_map::DimensionMap;
pub use figure::{Answer, Basis, Currency, Figure, Missing, Rule, Unit, choose};
pub use fit::{Fitted, decimals_of, decimals_of_bounds, fit, printed_step};
pub use frequency::Frequency;
pub use index::MemberIndex;
pub use interval::{Interval, clamped};
pub use language::Language;
pub use lunar_new_year::lunar_new_year;
pub use measured::Measured;
pub use numbering::{Buckets, Numbering, Places};
pub use order::{each_once, set_flag, sort_indices, sort_list};
pub use period::Period;
pub use subject::Subject;
pub use units::{MoneyUnit, Units, WeightUnit};
