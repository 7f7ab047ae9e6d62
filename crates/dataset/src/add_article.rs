//! Adding an article to a dataset of published figures, as text: everything else stays as it was typed.

use serde_json::{Value, json};

use super::problem::Problem;
use super::read_ledger;
use ledger::{Article, Bound, Claim, ClaimSpan, Subject};
use model::{Catalogue, Dimension, MemberId, Span};

/// Why an article was not added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAdded {
    /// The dataset cannot be read.
    Unreadable(Option<Problem>),
    /// It has an article of that id.
    Duplicate(String),
    /// There is no claim to add.
    Nothing,
    /// The result would have faults.
    Faulty(Problem),
}

/// The dataset with one more article at the end of its list.
pub fn add_article(dataset: &str, article: &Article, claims: &[Claim]) -> Result<String, NotAdded> {
    let reading = read_ledger(dataset.as_bytes());
    let Some(ledger) = reading.read else {
        return Err(NotAdded::Unreadable(reading.problems.into_iter().next_back()));
    };
    if ledger.articles.iter().any(|a| a.id == article.id) {
        return Err(NotAdded::Duplicate(article.id.clone()));
    }
    if claims.is_empty() {
        return Err(NotAdded::Nothing);
    }
    let end = end_of_articles(dataset).ok_or(NotAdded::Unreadable(None))?;
    let (head, tail) = dataset.split_at(end);
    let head = head.trim_end();
    let comma = if head.ends_with('[') { "" } else { "," };
    let text = write_article(&ledger.catalogue, article, claims);
    let added = format!("{head}{comma}\n{text}\n  {tail}");
    let again = read_ledger(added.as_bytes());
    match again.problems.into_iter().find(|p| !reading.problems.contains(p)) {
        Some(problem) => Err(NotAdded::Faulty(problem)),
        None => Ok(added),
    }
}

/// Where the `]` of the list `articles` stands. The text is valid JSON.
fn end_of_articles(json: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    let (mut text_from, mut last_key, mut inside) = (0, "", false);
    for (at, byte) in json.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => {
                quoted = !quoted;
                if quoted {
                    text_from = at + 1;
                } else if depth == 1 {
                    last_key = json.get(text_from..at).unwrap_or_default();
                }
            }
            _ if quoted => {}
            b'{' | b'[' => {
                inside |= byte == b'[' && depth == 1 && last_key == "articles";
                depth += 1;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if inside && depth == 1 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// An article as it stands in a dataset, each claim on a line of its own.
pub fn write_article(catalogue: &Catalogue, article: &Article, claims: &[Claim]) -> String {
    let mut fields = vec![format!("\"id\": {}", json!(article.id))];
    let mut field = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            fields.push(format!("\"{name}\": {}", json!(value)));
        }
    };
    field("publisher", &Some(article.publisher.clone()));
    field("subject", &Some(article.subject.clone()));
    field("url", &article.url);
    field("published", &article.published);
    field("repost_of", &article.repost_of);
    field("note", &article.note);
    fields.push(format!("\"read_in_full\": {}", article.read_in_full));
    let claims: Vec<String> =
        claims.iter().map(|c| format!("        {}", claim_json(catalogue, c))).collect();
    fields.push(format!("\"claims\": [\n{}\n      ]", claims.join(",\n")));
    format!("    {{\n      {}\n    }}", fields.join(",\n      "))
}

fn claim_json(catalogue: &Catalogue, claim: &Claim) -> String {
    let mut fields: Vec<(&str, Value)> = vec![("id", json!(claim.id))];
    let code = |m: &MemberId| catalogue.member(*m).map(|m| json!(m.code)).unwrap_or_default();
    match claim.span {
        ClaimSpan::Of(period, Span::Ytd) => {
            fields.extend([("period", json!(period.to_string())), ("span", json!("ytd"))]);
        }
        ClaimSpan::Of(period, _) => fields.push(("period", json!(period.to_string()))),
        ClaimSpan::PartOfYear(year) => {
            fields.extend([("period", json!(year.to_string())), ("span", json!("part_of_year"))]);
        }
    }
    if let Some(index) = claim.product {
        fields.push(("product", code(&MemberId { dimension: Dimension::Product, index })));
    }
    let dimension = match &claim.subject {
        Subject::Total => None,
        Subject::Members(members) | Subject::AllBut(members) => members.first().map(|m| m.dimension),
        Subject::Dimension(dimension) => Some(*dimension),
    };
    match dimension {
        Some(Dimension::RegistrationLocation) => fields.push(("dimension", json!("registration_location"))),
        Some(Dimension::TradeMode) => fields.push(("dimension", json!("trade_mode"))),
        Some(_) => fields.push(("dimension", json!("destination"))),
        None => {}
    }
    if let Subject::Members(members) = &claim.subject {
        let codes: Vec<Value> = members.iter().map(code).collect();
        let member = match codes.as_slice() {
            [one] => one.clone(),
            _ => Value::Array(codes),
        };
        fields.push(("member", member));
    }
    if let Subject::AllBut(members) = &claim.subject {
        fields.push(("all_but", members.iter().map(code).collect()));
    }
    let measure = ledger::Measure::NAMES.iter().find(|(_, m)| *m == claim.measure);
    fields.push(("measure", json!(measure.map(|(name, _)| *name).unwrap_or_default())));
    fields.push(("value", number(claim.value)));
    fields.extend(claim.step.map(|step| ("step", number(step))));
    fields.extend(claim.bound.map(|b| ("bound", json!(if b == Bound::Above { "above" } else { "below" }))));
    fields.extend(claim.forecast.then_some(("forecast", json!(true))));
    fields.push(("printed", json!(claim.printed)));
    fields.push(("where", json!(claim.location)));
    fields.extend(claim.note.as_ref().map(|n| ("note", json!(n))));
    let texts: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{{}}}", texts.join(", "))
}

/// 21300, not 21300.0.
fn number(value: f64) -> Value {
    let whole = value.fract() == 0.0 && value.abs() < 1e15;
    if whole { json!(value as i64) } else { json!(value) }
}
