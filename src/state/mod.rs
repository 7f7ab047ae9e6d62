//! What the page knows, and what changes it.

mod failures;
mod land;
mod loading;
mod page;
mod settling;
mod shown;
mod workers;
mod yours;

pub use land::WorldLand;
pub use loading::{Loading, Patience};
pub use page::Page;
pub use settling::Settling;
pub use shown::{DatasetOwner, Shown};
pub use workers::sent;
