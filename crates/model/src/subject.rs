//! What a dataset's figures are of.

use super::{Flow, Frequency, Unit};

/// What the figures of a dataset are of, as far as texts around them say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// Exports or imports.
    pub flow: Flow,
    /// How long the periods are.
    pub frequency: Frequency,
    /// What is counted: tonnes, or money where nothing is weighed.
    pub unit: Unit,
}
