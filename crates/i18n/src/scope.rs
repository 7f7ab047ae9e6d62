//! Which members were chosen, inside of a sentence.

use super::words::list_names;
use model::{Catalogue, Chosen, Dimension, Flow, Member};

/// Names that a sentence has room for.
const MOST_NAMES: usize = 3;

/// What stands behind the goods where only some members count: " to Mexico", " (Steel-core stranded wire
/// only) from companies registered in Jiangsu". Nothing where all do.
pub fn scope(catalogue: &Catalogue, chosen: &Chosen) -> String {
    let part = |dimension: Dimension| {
        let names: Vec<&str> = catalogue
            .chosen(chosen, dimension)
            .filter_map(|member| catalogue.member(member))
            .map(Member::label)
            .collect();
        let many = |what: &str| format!("{} {what}", names.len());
        let some = |what: &str| if names.len() > MOST_NAMES { many(what) } else { list_names(&names) };
        let import = catalogue.flow == Flow::Import;
        match (dimension, names.is_empty()) {
            (_, true) => String::new(),
            (Dimension::Product, _) => format!(" ({} only)", some("HS codes")),
            (Dimension::Destination, _) if import => format!(" from {}", some("origins")),
            (Dimension::Destination, _) => format!(" to {}", some("destinations")),
            (Dimension::RegistrationLocation, _) if import => {
                format!(" by companies registered in {}", some("provinces"))
            }
            (Dimension::RegistrationLocation, _) => {
                format!(" from companies registered in {}", some("provinces"))
            }
            (Dimension::TradeMode, _) => format!(" (trade mode: {})", some("of them")),
        }
    };
    Dimension::ALL.map(part).concat()
}
