//! Notes that this program writes: nothing in them is read wrongly.

use breakdown::Dataset;
use factcheck::{Verdict, check};
use note::{Export, Format, Language, Length, Material, export, write};

use crate::{ledger, line, records};

const PUBLISHED: [&str; 9] =
    ["2022-12", "2024-09", "2025-02", "2025-03", "2025-04", "2025-05", "2025-08", "2025-09", "2025-12"];
const RECORDED: [&str; 6] = ["2023-12", "2024-01", "2024-02", "2025-11", "2025-12", "2026-06"];

/// The text without its list of sources.
fn body(text: &str) -> String {
    let end = text.find("\nSources:").or_else(|| text.find("\n数据来源")).unwrap_or(text.len());
    text[..end].to_owned()
}

#[test]
fn our_own_notes_agree_with_our_own_figures() {
    let (published, recorded) = (Dataset::Published(ledger()), Dataset::Recorded((&records()).into()));
    let (mut read, mut tested, mut all) = (0, 0, 0);
    let mut wrong = Vec::new();
    let mut judge = |dataset: &Dataset, period: &str, language| {
        let material = &Material::new(dataset, None, period.parse().unwrap());
        let note = write(material, language, Length::Full);
        let text = body(&export(&note, Format::Text, Export::default()));
        let proof = check(&text, dataset, None);
        assert_eq!(proof.period, Some(material.period()));
        assert_eq!(proof.language, language);
        for finding in &proof.findings {
            all += 1;
            read += usize::from(finding.reading.is_some());
            let line = format!("{} {}", material.period(), line(dataset.catalogue(), &proof, finding));
            if std::env::var_os("SHOW").is_some() {
                println!("{line}");
            }
            match finding.verdict {
                Verdict::Agrees(_) | Verdict::AgreesWithinRounding(_) => tested += 1,
                Verdict::Differs(_) => wrong.push(line),
                _ => {}
            }
        }
    };
    for (_, language) in Language::NAMES {
        for period in PUBLISHED {
            judge(&published, period, language);
        }
        for period in RECORDED {
            judge(&recorded, period, language);
        }
    }
    println!("our own notes: {all} numbers, {read} read, {tested} agree");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
