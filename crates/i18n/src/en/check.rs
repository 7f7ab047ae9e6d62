//! Verdicts on reported figures.

use super::English;
use crate::{CheckWords, CountWords, VerdictKind, capitalised};
use ledger::Untested;

impl CheckWords for English {
    fn verdict(&self, kind: VerdictKind) -> &'static str {
        match kind {
            VerdictKind::Contradicts => "contradicts",
            VerdictKind::Agrees => "agrees",
            VerdictKind::AgreesIfTruncated => "consistent if truncated",
            VerdictKind::NotTested => "cannot be tested",
        }
    }

    fn verdict_counts(&self, all: u64, count: &dyn Fn(VerdictKind) -> u64) -> String {
        let of = |kind, one: &str, many: &str| {
            let count = count(kind);
            format!("{count} {}", if count == 1 { one } else { many })
        };
        format!(
            "{}: {}, {}, {}, {}.",
            self.reported_figures(all),
            of(VerdictKind::Agrees, "agrees with the others", "agree with the others"),
            of(VerdictKind::AgreesIfTruncated, "is consistent if truncated", "are consistent if truncated"),
            of(VerdictKind::Contradicts, "contradicts others", "contradict others"),
            of(VerdictKind::NotTested, "cannot be tested", "cannot be tested"),
        )
    }

    fn others_imply(&self, range: &str) -> String {
        format!("All other figures imply {range}.")
    }

    fn others_imply_truncated(&self, range: &str) -> String {
        format!("All other figures imply {range}: truncated, not rounded.")
    }

    fn untested(&self, why: Untested, range: &str) -> String {
        let text = match why {
            Untested::Forecast => "A forecast is not tested.",
            Untested::UnknownMonths => "The article does not say which months it is about.",
            Untested::Alone => "No other figure says enough about it.",
            Untested::Wide(_) => return format!("The other figures leave too much room: {range}."),
            Untested::Kind => "Sizes say nothing about a figure of this kind.",
            Untested::TooMany => "There are too many figures to test each by all others.",
        };
        text.to_owned()
    }

    fn contradicts(&self, claims: &str) -> String {
        match claims {
            "" => "No quantities can have it.".to_owned(),
            claims => format!("Contradicts {claims}."),
        }
    }

    fn may_be_revised(&self) -> &'static str {
        "It was published with another value on another day, so customs may have revised it in between."
    }

    fn place(&self, rank: f64) -> String {
        format!("place {}", model::write_decimal(rank, 0))
    }

    fn any_number(&self) -> &'static str {
        "any number"
    }

    fn whole_is_change(&self, change: &str, quantity: &str) -> String {
        format!(
            "{} is as large as the quantity itself, “{quantity}”: the month before was taken as zero, or was missing.",
            capitalised(change)
        )
    }

    fn same_again(&self, later: &str, earlier: &str) -> String {
        format!("{} is the very number of another month: {}.", capitalised(later), capitalised(earlier))
    }
}
