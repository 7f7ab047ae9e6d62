//! What is shown, to and from the query string of a link.
//!
//! Public codes only, and only what differs from the default. What a link says and this page does
//! not understand becomes a [`Notice`], never a failure.

mod choices;
mod length;
mod member_code;
mod query;
mod resolve;

pub use choices::{Base, CompareAs, Panels, Show, Sort, SortBy, TrendChart};
pub use length::Length;
pub use member_code::MemberCode;
pub use query::{Section, View, YOUR_FILE};
pub use resolve::{
    Notice, resolve_codes, resolve_compared, resolve_dataset, resolve_filter, resolve_member, resolve_period,
    resolve_span,
};
