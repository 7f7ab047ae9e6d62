//! Whatever is pasted: no panic, no wrong verdict, spans that can be used.

use breakdown::Dataset;
use factcheck::{Proof, Remark, Verdict, check};
use proptest::prelude::*;

use crate::{ledger, proof, told};

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
        "April 2025\nJiangsu: exports to Mexico 500 t.",
        "April 2025\nMexico: total 2,628 t.",
        "April 2025\nOutlook: exports 25,000 t next month, we think.",
        "April 2025\nMoM: -33%",
        "April 2025\nThe company exported 356 t, up 12% MoM.",
        "2025年4月\n公司4月出口356吨，环比增长12%。",
        "April 2025\nThe plant shipped 900 t of steel-core stranded wire in April, up 12% MoM.",
        "April 2025\nExports were 15,500 t without other stranded wire.",
        "2025年4月\n较河南多8296.1吨，占比53.3%。",
        "April 2025\n8,296.1 t more than Henan, or 53.3% of the total.",
        "April 2025\nOn average, exports were 20,700 t in January-April.",
        "April 2025\nExports were 20,700 t a month in January-April.",
        "2025年4月\n环比：-33%；同比：12%",
        "April 2025\nCapacity utilisation was 53.3% in Jiangsu.",
    ] {
        let found = proof(text);
        let read: Vec<_> = found.findings.iter().filter(|f| f.reading.is_some()).collect();
        assert!(!found.findings.is_empty() && read.is_empty(), "{text}: {read:?}");
    }
}

#[test]
fn a_label_is_whom_the_number_behind_it_is_about() {
    let read = |text: &str| -> Vec<String> {
        let ledger = ledger();
        let found = proof(text);
        let said = |f: &factcheck::Finding| match &f.reading {
            Some(reading) => told(&ledger.catalogue, reading),
            None => "-".to_owned(),
        };
        found.findings.iter().map(said).collect()
    };
    assert_eq!(
        read("2025年4月\n出口总量：21300吨\n环比：-5.3%；同比：+8.43%"),
        ["total quantity 2025-04 21300", "total mom_percent 2025-04 -5.3", "total yoy_percent 2025-04 8.43"]
    );
    // The change of the line before it, which is not the total’s.
    assert_eq!(read("2025年4月\n钢芯铝绞线：15500吨\n环比：-33%"), ["76141000 quantity 2025-04 15500", "-"]);
    assert_eq!(
        read("April 2025\nTotal: 21.3 kt, -5.3% MoM\nSteel-core stranded wire: 15.5 kt\nJan-Apr: 82.8 kt"),
        [
            "total quantity 2025-04 21300",
            "total mom_percent 2025-04 -5.3",
            "76141000 quantity 2025-04 15500",
            "-"
        ]
    );
}

#[test]
fn what_is_compared_with_is_not_the_month_of_a_figure() {
    let ledger = ledger();
    let found = proof("2025年4月铝线缆出口21300吨，较3月下滑5.3%，较上年同期增长8.43%。");
    let said: Vec<String> =
        found.findings.iter().filter_map(|f| Some(told(&ledger.catalogue, f.reading.as_ref()?))).collect();
    assert_eq!(
        said,
        ["total quantity 2025-04 21300", "total mom_percent 2025-04 -5.3", "total yoy_percent 2025-04 8.43"]
    );
    // The same period of the same year is no comparison.
    let found = proof(
        "In January-April 2025, exports of aluminium wire and cable were 82,800 t. In the same period, Mexico took 9,000 t.",
    );
    assert!(found.findings.iter().filter_map(|f| f.reading.as_ref()).all(|r| r.period.year() == 2025));
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
    let dataset = Dataset::Published(ledger());
    for piece in
        ["Exports rose 5.3% to 21,300 t in April 2025. ", "1", "(", "<a", "墨西哥、", "1,", "\t9", "\u{202e}"]
    {
        let text = piece.repeat(5_000_000 / piece.len());
        let found = check(&text, &dataset, None);
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

    /// Cells in any order, in any number, and with anything in them.
    #[test]
    fn any_table_is_read(
        rows in prop::collection::vec(prop::collection::vec(prop::sample::select(&CELLS[..]), 1..7), 1..10),
        mark in prop::sample::select(&["\t", " | ", "   ", "\u{3000}\u{3000}", "</td><td>"][..]),
        title in ".{0,30}",
    ) {
        let lines: Vec<String> = rows.iter().map(|cells| cells.join(mark)).collect();
        sound(&proof(&format!("{title}\n{}", lines.join("\n"))));
    }
}

/// What a cell may have.
const CELLS: [&str; 40] = [
    "",
    "Mexico",
    "Total",
    "Others",
    "合计",
    "江苏",
    "76141000",
    "7614 90 00",
    "Rank",
    "1",
    "2",
    "2025-04",
    "Apr-25",
    "Jan-Apr",
    "1-4月",
    "2025",
    "MoM %",
    "环比",
    "同比",
    "share",
    "占比(%)",
    "Exports (t)",
    "万吨",
    "US$",
    "2,629",
    "12.3%",
    "-5.3",
    "(5.3)",
    "↓5",
    "▲2",
    "100000000",
    "1987",
    "1.2.3",
    "２，６２９",
    "٣٤",
    "2,629 (12.3%)",
    "-36.3% +28.9%",
    "—",
    "🇲🇽",
    "\u{202e}9",
];

#[test]
fn a_sentence_many_thousand_times_is_read_to_its_end() {
    let text = format!(
        "China exported 21,300 t of aluminium wire and cable in April 2025. {}",
        "Mexico took 2,629 t (12.3%). ".repeat(6_000)
    );
    let proof = proof(&text);
    sound(&proof);
    let last = proof.findings.last().and_then(|f| f.reading.as_ref()).unwrap();
    assert_eq!(told(&ledger().catalogue, last), "MEX share 2025-04 12.3");
}
