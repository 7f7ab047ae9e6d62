//! From material to a note.

use super::choose::choose;
use super::fact::Fact;
use super::line::{Line, Scribe};
use super::material::Material;
use super::rule::{Reason, Rule};
use super::sentence::{ChartLink, Labels, Note, Piece, Section, Sentence, SourceLine, Topic, Unsaid};
use super::{en, zh};
use i18n::{CHINESE, ENGLISH, NameWords};
use ledger::Article;
use model::{Dimension, Frequency, Language, Span, each_once, sort_list};
use view::Length;

/// Writes the note of a month. Never fails: where nothing is known it says so, and
/// [`Note::not_said`] says of every rule why it is silent.
pub fn write(material: &Material, language: Language, length: Length) -> Note {
    let scribe = Scribe::new(material, language, length);
    let mut title = scribe.line().quietly();
    match language {
        Language::English => en::title(&mut title),
        Language::Chinese => zh::title(&mut title),
    }
    let mut sections: Vec<Section> = Vec::new();
    let mut not_said = Vec::new();
    for (_, rule, topic, _) in Rule::ALL {
        let found = match rule {
            Rule::Contradictions => match scribe.contradictions() {
                0 => Err(Reason::NothingContradicts),
                count => Ok(Fact::Contradictions(count)),
            },
            rule => choose(rule, material, length),
        };
        match found.map(|fact| said(scribe.line(), &fact, language)) {
            Ok(pieces) => add(&mut sections, topic, Sentence { rule, pieces }, &scribe),
            Err(reason) => not_said.push(unsaid(rule, reason, language, material.frequency())),
        }
    }
    let sources = sources(material, language, &sections);
    Note {
        language,
        period: material.period(),
        dataset: material.catalogue.id.clone(),
        title: title.done(),
        warnings: warnings(&scribe),
        sections,
        not_said,
        sources,
        view: material.view(view::Section::Overview, Span::Month),
    }
}

/// Fixed texts of an export.
pub fn labels(language: Language) -> Labels {
    match language {
        Language::English => en::labels(),
        Language::Chinese => zh::labels(),
    }
}

fn said(mut line: Line, fact: &Fact, language: Language) -> Vec<Piece> {
    match language {
        Language::English => en::say(&mut line, fact),
        Language::Chinese => zh::say(&mut line, fact),
    }
    line.done()
}

fn add(sections: &mut Vec<Section>, topic: Topic, sentence: Sentence, scribe: &Scribe) {
    if sentence.pieces.is_empty() {
        return;
    }
    let flow = scribe.material.catalogue.flow;
    let chart = chart(&sentence, scribe);
    match sections.last_mut() {
        Some(last) if last.topic == topic => {
            let is_new = |new: &ChartLink| last.charts.iter().all(|old| old.view.section != new.view.section);
            last.charts.extend(chart.filter(is_new));
            last.sentences.push(sentence);
        }
        _ => sections.push(Section {
            topic,
            title: match scribe.language {
                Language::English => en::section(topic, flow),
                Language::Chinese => zh::section(topic, flow, scribe.material.is_by_value()),
            }
            .to_owned(),
            sentences: vec![sentence],
            charts: chart.into_iter().collect(),
        }),
    }
}

/// The chart that shows what a sentence says, of the months that its first number is of.
fn chart(sentence: &Sentence, scribe: &Scribe) -> Option<ChartLink> {
    let section = sentence.rule.chart()?;
    let first = sentence.pieces.iter().find_map(|piece| match piece {
        Piece::Number(number) => Some(number.view.span),
        Piece::Words(_) => None,
    });
    let span = match section {
        // These have an axis of months.
        view::Section::Trend | view::Section::Prices => Span::Month,
        _ => first.unwrap_or(Span::Month),
    };
    let subject = scribe.material.dataset.subject();
    let name = match scribe.language {
        Language::English => ENGLISH.section(section, subject),
        Language::Chinese => CHINESE.section(section, subject),
    };
    Some(ChartLink { name: name.to_owned(), view: scribe.material.view(section, span) })
}

/// What a rule says, in words: "Highest or lowest since when".
pub fn rule_name(rule: Rule, language: Language, frequency: Frequency) -> &'static str {
    match language {
        Language::English => en::rule(rule, frequency),
        Language::Chinese => zh::rule(rule, frequency),
    }
}

fn unsaid(rule: Rule, reason: Reason, language: Language, frequency: Frequency) -> Unsaid {
    let why = match language {
        Language::English => en::reason(reason, frequency),
        Language::Chinese => zh::reason(reason, frequency),
    };
    Unsaid { rule, reason, why }
}

fn warnings(scribe: &Scribe) -> Vec<String> {
    let material = scribe.material;
    let mut warnings = Vec::new();
    if material.dataset.is_synthetic() {
        let warning = match scribe.language {
            Language::English => en::WARNING_SYNTHETIC,
            Language::Chinese => zh::WARNING_SYNTHETIC,
        };
        warnings.push(warning.to_owned());
    }
    let mut chosen = Vec::new();
    for dimension in Dimension::ALL {
        let members = material.catalogue.chosen(&material.chosen, dimension);
        chosen.extend(members.map(|member| scribe.name(member)));
    }
    if !chosen.is_empty() {
        warnings.push(match scribe.language {
            Language::English => en::warning_choice(&chosen),
            Language::Chinese => zh::warning_choice(&chosen),
        });
    }
    warnings
}

/// The articles that the note's figures rest on, the newest first.
fn sources(material: &Material, language: Language, sections: &[Section]) -> Vec<SourceLine> {
    let mut articles: Vec<&Article> = Vec::new();
    if let Some(ledger) = material.dataset.ledger() {
        let numbers = sections.iter().flat_map(|s| &s.sentences).flat_map(|s| &s.pieces);
        let claims = numbers.flat_map(|piece| match piece {
            Piece::Number(number) => number.figure.claims(),
            Piece::Words(_) => Vec::new(),
        });
        let claims: Vec<usize> = claims.collect();
        let used = claims.iter().filter_map(|c| Some(ledger.claim(*c)?.article)).collect::<Vec<_>>();
        // Not every article has a date; what its figures are of tells how new it is.
        let newest = |article: usize| {
            let of = ledger.claims().iter().filter(|c| c.article == article && !c.forecast);
            of.filter_map(|c| c.span.month()).max()
        };
        let published = |article: usize| ledger.articles.get(article)?.published.as_deref();
        let mut used = each_once(&used);
        sort_list(&mut used, |a, b| (newest(*b), published(*b)).cmp(&(newest(*a), published(*a))));
        articles.extend(used.into_iter().filter_map(|a| ledger.articles.get(a)));
    }
    match language {
        Language::English => en::sources(material, &articles),
        Language::Chinese => zh::sources(material, &articles),
    }
}
