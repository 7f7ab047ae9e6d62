//! A member in a link.

use model::Dimension;

/// A member by its public code: `MEX`, `product:76141000`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberCode {
    /// Of what it is a member.
    pub dimension: Dimension,
    /// Its code.
    pub code: String,
}

/// What a link calls a dimension.
pub(crate) fn parameter(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "product",
        Dimension::Destination => "destination",
        Dimension::RegistrationLocation => "registration-location",
        Dimension::TradeMode => "trade-mode",
    }
}

impl MemberCode {
    /// Reads one. A code without a dimension is a destination's, of which links speak most.
    pub fn from_link(text: &str) -> MemberCode {
        let named = text.split_once(':').and_then(|(name, code)| {
            let dimension = Dimension::ALL.into_iter().find(|dimension| parameter(*dimension) == name)?;
            Some(MemberCode { dimension, code: code.to_owned() })
        });
        named.unwrap_or_else(|| MemberCode { dimension: Dimension::Destination, code: text.to_owned() })
    }

    /// Writes it.
    pub fn to_link(&self) -> String {
        match self.dimension {
            Dimension::Destination if !self.code.contains(':') => self.code.clone(),
            dimension => format!("{}:{}", parameter(dimension), self.code),
        }
    }
}
