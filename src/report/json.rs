//! The JSON of `tonnage breakdown --json`, `docs/dataset.md`. Names and units are stable: quantities
//! in tonnes, ratios in percent.

use serde::Serialize;

use crate::breakdown::{Breakdown, Entry, Group, Ranking};
use crate::i18n::{explain, member_name, members_name, reason, status};
use crate::ledger::Ledger;
use crate::model::{Answer, Basis, Change, Currency, Figure, Missing, Unit};

/// A breakdown as pretty-printed JSON, with a line end.
pub fn json(ledger: &Ledger, breakdown: &Breakdown) -> Result<String, serde_json::Error> {
    let writer = Writer { ledger };
    let document = Document {
        dataset: &ledger.catalogue.id,
        period: breakdown.period.to_string(),
        span: breakdown.span.name(),
        total: writer.entry(&breakdown.total),
        ytd: writer.entry(&breakdown.ytd),
        products: writer.entries(&breakdown.products),
        destinations: writer.entries(&breakdown.destinations),
        registration_locations: writer.entries(&breakdown.registration_locations),
        not_itemised: Remainders {
            products: writer.remainder(&breakdown.products),
            destinations: writer.remainder(&breakdown.destinations),
            registration_locations: writer.remainder(&breakdown.registration_locations),
        },
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

#[derive(Serialize)]
struct Document<'a> {
    dataset: &'a str,
    period: String,
    span: &'static str,
    total: EntryJson<'a>,
    ytd: EntryJson<'a>,
    products: Vec<EntryJson<'a>>,
    destinations: Vec<EntryJson<'a>>,
    registration_locations: Vec<EntryJson<'a>>,
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
    checks: Vec<CheckJson<'a>>,
}

#[derive(Serialize)]
struct BasisJson<'a> {
    kind: &'static str,
    text: String,
    claims: Vec<&'a str>,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    agrees: bool,
    figure: FigureJson<'a>,
}

struct Writer<'a> {
    ledger: &'a Ledger,
}

impl<'a> Writer<'a> {
    fn entries(&self, ranking: &Ranking) -> Vec<EntryJson<'a>> {
        ranking.entries.iter().map(|e| self.entry(e)).collect()
    }

    fn entry(&self, entry: &Entry) -> EntryJson<'a> {
        let member = entry.member();
        EntryJson {
            code: member.and_then(|m| self.ledger.catalogue.member(m)).map(|m| m.code.as_str()),
            name: member.map_or("Total", |m| member_name(self.ledger, m)),
            rank: self.answer(&entry.rank),
            streak: self.answer(&entry.streak),
            quantity: self.answer(&entry.quantity),
            share: self.answer(&entry.share),
            mom: self.change(&entry.mom),
            yoy: self.change(&entry.yoy),
        }
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
        let members = group.members.iter().filter_map(|m| self.ledger.catalogue.member(*m));
        GroupJson {
            codes: members.map(|m| m.code.as_str()).collect(),
            name: members_name(self.ledger, &group.members),
            quantity: self.answer(&group.quantity),
            share: self.answer(&group.share),
        }
    }

    fn answer(&self, answer: &Answer) -> AnswerJson<'a> {
        match answer {
            Ok(figure) => AnswerJson::Figure(Box::new(self.figure(figure))),
            Err(missing) => missing_json(*missing),
        }
    }

    fn figure(&self, figure: &Figure) -> FigureJson<'a> {
        let claims = figure.claims();
        let claims = claims.iter().filter_map(|c| self.ledger.claim(*c));
        let checks =
            figure.checks.iter().map(|c| CheckJson { agrees: c.agrees, figure: self.figure(&c.other) });
        FigureJson {
            value: tidy(figure.value),
            low: tidy(figure.bounds.low),
            high: figure.bounds.high.is_finite().then_some(tidy(figure.bounds.high)),
            unit: match figure.unit {
                Unit::Tonnes => "t",
                Unit::Percent => "%",
                Unit::Rank => "rank",
                Unit::Months => "months",
                Unit::Money(currency) => currency.code(),
                Unit::PerTonne(Currency::Usd) => "USD/t",
                Unit::PerTonne(Currency::Cny) => "CNY/t",
                Unit::Points => "pp",
                Unit::Count => "count",
                Unit::Index => "index",
            },
            basis: BasisJson {
                kind: match figure.basis {
                    Basis::Printed(_) => "printed",
                    Basis::Recorded => "recorded",
                    Basis::Derived(..) => "derived",
                },
                text: explain(self.ledger, figure).steps.join(" "),
                claims: claims.map(|c| c.id.as_str()).collect(),
            },
            checks: checks.collect(),
        }
    }
}

fn missing_json<'a>(missing: Missing) -> AnswerJson<'a> {
    AnswerJson::Missing { status: status(missing), reason: reason(missing) }
}

/// Without the noise of binary fractions: nine digits after the point are a thousandth of a gram.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { value }
}
