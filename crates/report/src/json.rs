//! The JSON of `tonnage breakdown --json`, `docs/dataset.md`. Names and units are stable: quantities
//! in tonnes, ratios in percent.

use std::collections::BTreeMap;

use serde::Serialize;

use breakdown::{Breakdown, Concentration, Dataset, Entry, Group, Presence, Ranking, Recorded};
use i18n::{ExplainWords, explain, member_name, members_name, status};
use model::{Answer, Basis, Change, Dimension, Figure};

/// A breakdown as pretty-printed JSON, with a line end.
pub fn json(
    words: &dyn ExplainWords,
    dataset: &Dataset,
    breakdown: &Breakdown,
) -> Result<String, serde_json::Error> {
    let writer = Writer { words, dataset };
    let document = Document {
        dataset: &dataset.catalogue().id,
        synthetic: dataset.is_synthetic(),
        period: breakdown.period.to_string(),
        span: breakdown.span.name(),
        total: writer.entry(&breakdown.total),
        ytd: writer.entry(&breakdown.ytd),
        whole: breakdown.whole.recorded.as_ref().map(|_| writer.entry(&breakdown.whole)),
        products: writer.entries(breakdown.ranking(Dimension::Product)),
        destinations: writer.entries(breakdown.ranking(Dimension::Destination)),
        registration_locations: writer.entries(breakdown.ranking(Dimension::RegistrationLocation)),
        trade_modes: writer.entries(breakdown.ranking(Dimension::TradeMode)),
        concentration: writer.concentrations(breakdown),
        not_itemised: Remainders {
            products: writer.remainder(breakdown.ranking(Dimension::Product)),
            destinations: writer.remainder(breakdown.ranking(Dimension::Destination)),
            registration_locations: writer.remainder(breakdown.ranking(Dimension::RegistrationLocation)),
        },
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

#[derive(Serialize)]
struct Document<'a> {
    dataset: &'a str,
    /// The figures are of rows that a program made up.
    #[serde(skip_serializing_if = "is_false")]
    synthetic: bool,
    period: String,
    span: &'static str,
    total: EntryJson<'a>,
    ytd: EntryJson<'a>,
    /// Of records: the total over the span.
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<EntryJson<'a>>,
    products: Vec<EntryJson<'a>>,
    destinations: Vec<EntryJson<'a>>,
    registration_locations: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    trade_modes: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    concentration: BTreeMap<&'static str, ConcentrationJson<'a>>,
    not_itemised: Remainders<'a>,
}

#[derive(Serialize)]
struct Remainders<'a> {
    products: RemainderJson<'a>,
    destinations: RemainderJson<'a>,
    registration_locations: RemainderJson<'a>,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    code: Option<&'a str>,
    name: &'a str,
    rank: AnswerJson<'a>,
    streak: AnswerJson<'a>,
    quantity: AnswerJson<'a>,
    share: AnswerJson<'a>,
    mom: ChangeJson<'a>,
    yoy: ChangeJson<'a>,
    /// What only records tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<RecordedJson<'a>>,
}

#[derive(Serialize)]
struct RecordedJson<'a> {
    value: AnswerJson<'a>,
    unit_value: AnswerJson<'a>,
    value_change: ChangeJson<'a>,
    contribution: AnswerJson<'a>,
    volume_effect: AnswerJson<'a>,
    price_effect: AnswerJson<'a>,
    presence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    months_away: Option<usize>,
}

#[derive(Serialize)]
struct ConcentrationJson<'a> {
    members: AnswerJson<'a>,
    top_three: AnswerJson<'a>,
    hhi: AnswerJson<'a>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    absolute: AnswerJson<'a>,
    percent: AnswerJson<'a>,
    previous: AnswerJson<'a>,
}

#[derive(Serialize)]
struct RemainderJson<'a> {
    quantity: AnswerJson<'a>,
    share: AnswerJson<'a>,
    adds_up: bool,
    printed_together: Vec<GroupJson<'a>>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    codes: Vec<&'a str>,
    name: String,
    quantity: AnswerJson<'a>,
    share: AnswerJson<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum AnswerJson<'a> {
    Figure(Box<FigureJson<'a>>),
    Missing { status: &'static str, reason: &'static str },
}

#[derive(Serialize)]
struct FigureJson<'a> {
    value: f64,
    low: f64,
    /// JSON has no infinity: `null` where nothing bounds the figure from above.
    high: Option<f64>,
    unit: &'static str,
    basis: BasisJson<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    checks: Vec<FigureJson<'a>>,
    /// Where a claim prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<PrintedJson<'a>>,
    /// The ids of claims that print it, or that it rests on, and that cannot be true together with others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set_aside: Vec<&'a str>,
}

#[derive(Serialize)]
struct PrintedJson<'a> {
    text: &'a str,
    value: f64,
    low: f64,
    high: f64,
    claims: Vec<&'a str>,
}

#[derive(Serialize)]
struct BasisJson<'a> {
    kind: &'static str,
    text: String,
    claims: Vec<&'a str>,
}

struct Writer<'a> {
    words: &'a dyn ExplainWords,
    dataset: &'a Dataset,
}

impl<'a> Writer<'a> {
    fn entries(&self, ranking: &Ranking) -> Vec<EntryJson<'a>> {
        ranking.entries.iter().map(|e| self.entry(e)).collect()
    }

    fn entry(&self, entry: &Entry) -> EntryJson<'a> {
        let member = entry.member();
        EntryJson {
            code: member.and_then(|m| self.dataset.catalogue().member(m)).map(|m| m.code.as_str()),
            name: member
                .map_or(self.words.total_head(), |m| member_name(self.words, self.dataset.catalogue(), m)),
            rank: self.answer(&entry.rank),
            streak: self.answer(&entry.streak),
            quantity: self.answer(&entry.quantity),
            share: self.answer(&entry.share),
            mom: self.change(&entry.mom),
            yoy: self.change(&entry.yoy),
            recorded: entry.recorded.as_ref().map(|r| self.recorded(r)),
        }
    }

    fn recorded(&self, recorded: &Recorded) -> RecordedJson<'a> {
        let (presence, months_away) = match recorded.presence {
            Presence::New => ("new", None),
            Presence::Returned(months) => ("returned", Some(months)),
            Presence::Continuing => ("continuing", None),
            Presence::Lost => ("lost", None),
            Presence::Absent => ("absent", None),
        };
        RecordedJson {
            value: self.answer(&recorded.value),
            unit_value: self.answer(&recorded.unit_value),
            value_change: self.change(&recorded.value_change),
            contribution: self.answer(&recorded.contribution),
            volume_effect: self.answer(&recorded.volume_effect),
            price_effect: self.answer(&recorded.price_effect),
            presence,
            months_away,
        }
    }

    fn concentrations(&self, breakdown: &Breakdown) -> BTreeMap<&'static str, ConcentrationJson<'a>> {
        let name = |dimension| match dimension {
            Dimension::Product => "products",
            Dimension::Destination => "destinations",
            Dimension::RegistrationLocation => "registration_locations",
            Dimension::TradeMode => "trade_modes",
        };
        let spread = |(dimension, ranking): (Dimension, &Ranking)| {
            let Concentration { members, top_three, hhi } = ranking.concentration.as_ref()?;
            let (members, top_three, hhi) = (self.answer(members), self.answer(top_three), self.answer(hhi));
            let has_members = !self.dataset.catalogue().members(dimension).is_empty();
            has_members.then_some((name(dimension), ConcentrationJson { members, top_three, hhi }))
        };
        breakdown.rankings.iter().filter_map(spread).collect()
    }

    fn change(&self, change: &Change) -> ChangeJson<'a> {
        ChangeJson {
            absolute: self.answer(&change.absolute),
            percent: self.answer(&change.percent),
            previous: self.answer(&change.previous),
        }
    }

    fn remainder(&self, ranking: &Ranking) -> RemainderJson<'a> {
        RemainderJson {
            quantity: self.answer(&ranking.remainder),
            share: self.answer(&ranking.remainder_share),
            adds_up: ranking.adds_up,
            printed_together: ranking.groups.iter().map(|g| self.group(g)).collect(),
        }
    }

    fn group(&self, group: &Group) -> GroupJson<'a> {
        let members = group.members.iter().filter_map(|m| self.dataset.catalogue().member(*m));
        GroupJson {
            codes: members.map(|m| m.code.as_str()).collect(),
            name: members_name(self.words, self.dataset.catalogue(), &group.members),
            quantity: self.answer(&group.quantity),
            share: self.answer(&group.share),
        }
    }

    fn answer(&self, answer: &Answer) -> AnswerJson<'a> {
        match answer {
            Ok(figure) => AnswerJson::Figure(Box::new(self.figure(figure))),
            Err(missing) => {
                AnswerJson::Missing { status: status(*missing), reason: self.words.reason(*missing) }
            }
        }
    }

    fn figure(&self, figure: &Figure) -> FigureJson<'a> {
        let claim = |index: &usize| self.dataset.ledger()?.claim(*index);
        let ids = |claims: &[usize]| claims.iter().filter_map(claim).map(|c| c.id.as_str()).collect();
        let printed = match &figure.basis {
            Basis::Printed(claims) => claims.first().and_then(claim).map(|first| PrintedJson {
                text: &first.printed,
                value: tidy(first.value),
                low: tidy(figure.own.low),
                high: tidy(figure.own.high),
                claims: ids(claims),
            }),
            _ => None,
        };
        FigureJson {
            value: tidy(figure.value),
            low: tidy(figure.bounds.low),
            high: figure.bounds.high.is_finite().then_some(tidy(figure.bounds.high)),
            unit: figure.unit.code(),
            basis: BasisJson {
                kind: match figure.basis {
                    Basis::Printed(_) => "printed",
                    Basis::Recorded => "recorded",
                    Basis::Derived(..) => "derived",
                },
                text: explain(self.words, self.dataset, figure).steps.join(" "),
                claims: ids(&figure.claims()),
            },
            checks: figure.checks.iter().map(|c| self.figure(c)).collect(),
            printed,
            set_aside: ids(&figure.aside),
        }
    }
}

/// Without the noise of binary fractions: nine digits after the point are a thousandth of a gram.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { value }
}
