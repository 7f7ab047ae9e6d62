//! Whatever is pasted: no panic, no wrong verdict, spans that can be used.

use proptest::prelude::*;
use tonnage::proof::{Proof, Remark, Source, Verdict, check};

use crate::{ledger, proof};

fn sound(proof: &Proof) {
    let mut end = 0;
    for finding in &proof.findings {
        assert!(finding.span.start >= end && finding.span.end > finding.span.start);
        assert!(proof.text.get(finding.span.clone()).is_some());
        end = finding.span.end;
    }
}

#[test]
fn numbers_that_are_no_figures_are_not_marked() {
    for text in [
        "",
        "In 2025, as in 2024.",
        "HS 76141000 and HS code 760511, page 12, p. 4",
        "See section 1.2.3 and version 10.4.1.",
        "Call +86-571-8888-1234 or 0571-88881234",
        "Published 2025-05-30, 30 May 2025, May 30, 2025/05/30, 2025年5月30日",
        "https://example.org/2025/04/21300-mt?x=5.3%",
        "1. Summary\n2) Totals\n3、其他",
        "第3页，表2，图5",
        "A380 CO2 Q3",
    ] {
        let found = proof(text);
        assert!(found.findings.is_empty(), "{text}: {:?}", found.findings);
    }
}

#[test]
fn what_is_uncertain_is_not_read() {
    for text in [
        "April 2025\nMexico and Portugal took 2,628.738 t.",
        "April 2025\nJiangsu's exports to Mexico were 500 t.",
        "April 2025\nImports were 21,300 t.",
        "April 2025\nExports of copper wire were 21,300 t.",
        "April 2025\nExports are expected to reach 25,000 t.",
        "April 2025\nExcluding Mexico, exports were 18,700 t.",
        "April 2025\nExports of aluminium wire and cable were 21.300.000 t.",
        "April 2025\nExports were 21,3 t.",
        "April 2025\nTotal exports were 2 Mt.",
        "April 2025\nMexico\t2,628.738\tt\nTotal\t21,300 t\t5.3%",
        "Exports were 21,300 t.",
        "بلغت الصادرات 21,300 t في أبريل 2025",
        "April 2025\nCapacity utilisation was 53.3% in Jiangsu.",
    ] {
        let found = proof(text);
        let read: Vec<_> = found.findings.iter().filter(|f| f.reading.is_some()).collect();
        assert!(!found.findings.is_empty() && read.is_empty(), "{text}: {read:?}");
    }
}

#[test]
fn html_is_read_between_its_tags() {
    let found = proof(
        "<p class=\"x 9,999 t\">In April 2025, China exported <b>21,300</b>&nbsp;t of aluminium wire and cable.</p><script>var a = 5;</script>",
    );
    assert!(found.remarks.contains(&Remark::Html));
    assert!(found.findings.iter().all(|f| !matches!(f.verdict, Verdict::Differs(_))));
    assert!(!found.text.is_empty() && found.findings.len() == 1);
    sound(&found);
}

#[test]
fn five_megabytes_are_cut_and_told() {
    let ledger = ledger();
    for piece in
        ["Exports rose 5.3% to 21,300 t in April 2025. ", "1", "(", "<a", "墨西哥、", "1,", "\t9", "\u{202e}"]
    {
        let text = piece.repeat(5_000_000 / piece.len());
        let found = check(&text, &Source::Published(&ledger), None);
        assert!(found.remarks.contains(&Remark::Cut));
        sound(&found);
    }
}

#[test]
fn a_note_that_contradicts_itself_is_marked_without_the_dataset() {
    let found = proof(
        "In May 2031, China exported 21,300 t of aluminium wire and cable. Mexico took 2,628.738 t, 18% of the total.",
    );
    let share = found.findings.last().unwrap();
    assert!(found.is_doubtful() && !share.own.is_empty(), "{found:?}");
    assert!(matches!(share.verdict, Verdict::CannotBeTested(_)));
    let sound_note = proof(
        "In May 2031, China exported 21,300 t of aluminium wire and cable. Mexico took 2,628.738 t, 12.3% of the total.",
    );
    assert!(!sound_note.is_doubtful());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(text in ".{0,300}", marks in "[0-9.,%()万吨t年月 -]{0,80}") {
        sound(&proof(&text));
        sound(&proof(&format!("April 2025 exports {marks} t MoM {text}")));
    }
}
