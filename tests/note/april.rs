//! April 2025: the note has every fact of the published one that the dataset holds.

use ledger::{Claim, Ledger, Measure, Subject};
use model::{Dimension, MemberId};
use note::{Language, Length};

use crate::{ledger, numbers, published, text};

const ARTICLE: &str = "smm-103353491";

fn claims(ledger: &Ledger) -> Vec<&Claim> {
    let of = |c: &&Claim| {
        let article = ledger.articles.get(c.article).map(|a| a.id.as_str());
        article == Some(ARTICLE) && c.is_figure()
    };
    ledger.claims().iter().filter(of).collect()
}

/// What a claim is about, by the name that a sentence has for it.
fn name(ledger: &Ledger, claim: &Claim) -> Option<String> {
    let named = |m: MemberId| ledger.catalogue.member(m).map(|m| m.name.en.to_lowercase());
    match (&claim.subject, claim.product) {
        (Subject::Members(members), _) => named(*members.first()?),
        (_, Some(index)) => named(MemberId { dimension: Dimension::Product, index }),
        _ => None,
    }
}

/// The claim's number as an English note prints it.
fn printed(claim: &Claim) -> String {
    let digits = i18n::plain(claim.value.abs(), claim.decimals(), false);
    match claim.measure {
        Measure::Quantity | Measure::QuantityYearBefore | Measure::MomAbsolute => format!("{digits} t"),
        Measure::Share | Measure::MomPercent | Measure::YoyPercent => format!("{digits}%"),
        Measure::Rank => "ranked first".to_owned(),
        Measure::MonthsFirst => "second month in a row".to_owned(),
        other => panic!("the article prints no {other:?}"),
    }
}

#[test]
fn every_claim_of_the_published_note_is_in_ours() {
    let ledger = ledger();
    let note = published(&ledger, "2025-04", Language::English, Length::Full);
    let whole = text(&note);
    let claims = claims(&ledger);
    assert_eq!(claims.len(), 32);
    for claim in claims {
        let expected = printed(claim);
        assert!(whole.contains(&expected), "{}: {expected}", claim.id);
        if let Some(name) = name(&ledger, claim) {
            // Several subjects stand in one sentence, a clause each.
            let mut clauses = whole.split("; ").flat_map(|c| c.split(". "));
            let beside = clauses.any(|c| c.to_lowercase().contains(&name) && c.contains(&expected));
            assert!(beside, "{}: {name} {expected}", claim.id);
        }
    }
}

#[test]
fn the_changes_have_their_directions() {
    let ledger = ledger();
    let english = text(&published(&ledger, "2025-04", Language::English, Length::Full));
    for words in [
        "down 5.3% MoM",
        "up 8.43% YoY",
        "January–April totalled 82,800 t, up 16.08% from 71,400 t in the same period of 2024",
        "Mexico ranked first for the second month in a row with 2,628.738 t, 12.3% of the total, up 326.75 t",
        "Portugal took 1,619.463 t (7.6%), up 60.383 t",
        "Iraq took 1,352.531 t (6.3%), up 993.635 t",
        "with 11,395.0 t, 53.3% of the total, up 2,475.2 t",
        "Henan shipped 3,098.9 t (14.5%), down 1,657.9 t",
        "Beijing shipped 1,364.8 t (6.4%), up 570.5 t",
    ] {
        assert!(english.contains(words), "{words}\n{english}");
    }
    let chinese = text(&published(&ledger, "2025-04", Language::Chinese, Length::Full));
    for words in [
        "2025年4月中国铝线缆（HS编码76141000、76149000）出口量为2.13万吨，环比下降5.3%",
        "同比增长8.43%",
        "1-4月累计出口8.28万吨，较上年同期的7.14万吨增长16.08%",
        "钢芯铝绞线出口1.55万吨，占比72.7%，环比增加",
        "其他铝绞线出口0.58万吨，占比27.3%，环比下降",
        "墨西哥连续2个月位居首位，出口量2629吨，占比12.3%，环比增加327吨",
        "葡萄牙1619吨，占比7.6%，环比增加60.4吨",
        "伊拉克1353吨，占比6.3%，环比增加994吨",
        "江苏至少连续2个月位居首位，出口量1.1395万吨，占比53.3%，环比增加2475吨",
        "河南3099吨，占比14.5%，环比减少1658吨",
        "北京1365吨，占比6.4%，环比增加",
    ] {
        assert!(chinese.contains(words), "{words}\n{chinese}");
    }
}

#[test]
fn the_short_note_keeps_the_headline_facts() {
    let ledger = ledger();
    for (_, language) in Language::NAMES {
        let full = published(&ledger, "2025-04", language, Length::Full);
        let short = published(&ledger, "2025-04", language, Length::Short);
        assert_eq!(full.title, short.title);
        assert!(text(&short).len() < text(&full).len());
        assert!(short.not_said.len() > full.not_said.len());
    }
}

#[test]
fn every_number_knows_its_claims_and_its_view() {
    let ledger = ledger();
    for (_, language) in Language::NAMES {
        let note = published(&ledger, "2025-04", language, Length::Full);
        for number in numbers(&note) {
            assert!(!number.claims.is_empty(), "{}", number.text);
            assert_eq!(number.view.dataset.as_deref(), Some("cn-aluminium-wire-cable"));
            assert!(number.view.to_query().contains("period=2025-04"), "{}", number.text);
        }
    }
}
