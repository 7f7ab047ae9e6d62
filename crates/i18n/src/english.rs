//! Shorthands in English for what does not yet ask for [`Words`](crate::Words): the page, until its components
//! take the words of the reader's language.

use crate::{English, HeadlineWords, MonthWords, NameWords, NoticeWords, VerdictKind};
use breakdown::{Breakdown, Dataset, Presence};
use dataset::Problem;
use ledger::implied::{Checked, ClaimVerdict, ContradictedClaim, Suspicion};
use ledger::{Ledger, Measure};
use model::{Catalogue, Chosen, Dimension, Figure, Flow, MemberId, Missing, Period, Span};
use view::{Notice, Section};

pub use crate::{Explanation, Fragment, Look, Source, capitalised, look, plain};

/// The kinds of verdicts, with their words in links and on the page.
pub const VERDICTS: [(&str, &str); 4] = [
    ("contradicts", "contradicts"),
    ("agrees", "agrees"),
    ("agrees-if-cut", "consistent if truncated"),
    ("not-tested", "cannot be tested"),
];

macro_rules! shorthands {
    ($($name:ident($($argument:ident: $kind:ty),*) -> $result:ty = $answer:expr;)*) => {
        $(
            #[allow(missing_docs)]
            pub fn $name($($argument: $kind),*) -> $result {
                $answer
            }
        )*
    };
}

shorthands! {
    shown(figure: &Figure, look: Look) -> String = crate::shown(&English, figure, look);
    explain(dataset: &Dataset, figure: &Figure) -> Explanation = crate::explain(&English, dataset, figure);
    headline(catalogue: &Catalogue, breakdown: &Breakdown, scope: &str) -> Vec<Fragment>
        = English.headline(catalogue, breakdown, scope);
    scope(catalogue: &Catalogue, chosen: &Chosen) -> String = crate::scope(&English, catalogue, chosen);
    month_name(period: Period) -> String = English.month(period);
    month_short(period: Period) -> String = English.month_short(period);
    months_of(period: Period) -> String = English.months_of(period);
    span_name(period: Period, span: Span) -> String = English.span(period, span);
    date_name(date: &str) -> String = English.date(date);
    section_name(section: Section, flow: Flow) -> &'static str = English.section(section, flow);
    dimension_title(dimension: Dimension, flow: Flow) -> &'static str = English.dimension(dimension, flow);
    member_word(dimension: Dimension, flow: Flow) -> &'static str = English.member_head(dimension, flow);
    members_word(dimension: Dimension, flow: Flow) -> &'static str = English.members(dimension, flow);
    flow_word(flow: Flow) -> &'static str = English.flow(flow);
    presence_name(presence: Presence) -> Option<String> = English.presence(presence);
    member_name(catalogue: &Catalogue, member: MemberId) -> &str
        = crate::member_name(&English, catalogue, member);
    members_name(catalogue: &Catalogue, members: &[MemberId]) -> String
        = crate::members_name(&English, catalogue, members);
    member_title(catalogue: &Catalogue, member: MemberId) -> String
        = crate::member_title(&English, catalogue, member);
    measure_name(measure: Measure) -> &'static str = English.measure(measure);
    reason(missing: Missing) -> &'static str = English.reason(missing);
    registration_caveat() -> &'static str = English.registration_caveat(Flow::Export);
    notice(notice: &Notice, period: Option<Period>) -> String = English.notice(notice, period);
    problem(problem: &Problem) -> String = crate::problem(&English, problem);
    verdict_kind(verdict: &ClaimVerdict) -> &'static str = VerdictKind::of(verdict).name();
    verdict_counts(checked: &Checked) -> String = crate::verdict_counts(&English, checked);
    verdict_text(ledger: &Ledger, checked: &Checked, claim: usize) -> String
        = crate::verdict_text(&English, ledger, checked, claim);
    claim_name(ledger: &Ledger, claim: usize) -> Option<String> = crate::claim_name(&English, ledger, claim);
    contradiction_text(ledger: &Ledger, told: &ContradictedClaim) -> String
        = crate::contradiction_text(&English, ledger, told);
    suspicion_text(ledger: &Ledger, suspicion: &Suspicion) -> String
        = crate::suspicion_text(&English, ledger, suspicion);
}
