//! What the page knows, and what changes it.

mod loading;
mod page;
mod shown;
mod workers;

pub use loading::{Loading, REMEMBERED, has_yours};
pub use page::Page;
pub use shown::{Origin, Shown};
pub(crate) use workers::open;
