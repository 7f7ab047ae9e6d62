//! What the page knows, and what changes it.

mod loading;
mod page;
mod shown;
mod workers;
mod yours;

pub use loading::Loading;
pub use page::Page;
pub use shown::{Origin, Shown};
pub(crate) use workers::open;
