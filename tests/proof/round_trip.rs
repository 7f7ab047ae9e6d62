//! Figures of a note as claims of a dataset.

use breakdown::Dataset;
use dataset::{NotAdded, add_article, read_ledger};
use factcheck::{check, claims};
use ledger::Article;

use crate::{ledger, proof};

const DATASET: &str = include_str!("../fixtures/data/cn-aluminium-wire-cable.json");
const NOTE: &str = "In June 2031, China exported 21,300 mt of aluminium wire and cable, down 5.3% MoM. Cumulative exports in January-June reached 82,800 mt. \n\nMexico took 2,628.738 mt. Henan, Jiangsu and Zhejiang together shipped 6,733 mt.";

fn article(id: &str) -> Article {
    Article {
        id: id.to_owned(),
        publisher: "A “test”".to_owned(),
        subject: "June 2031".to_owned(),
        url: None,
        published: None,
        repost_of: None,
        read_in_full: true,
        note: None,
    }
}

#[test]
fn claims_that_are_added_are_figures_of_the_dataset() {
    let proof = proof(NOTE);
    let found = claims(&proof, "test-1");
    assert_eq!(found.len(), 5, "{found:?}");
    let added = add_article(DATASET, &article("test-1"), &found).unwrap();
    let reading = read_ledger(added.as_bytes());
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let after = reading.read.unwrap();
    assert_eq!(after.claims().len(), ledger().claims().len() + 5);
    let kept: String = DATASET.chars().take_while(|c| *c != ']').collect();
    assert!(added.starts_with(&kept));
    let again = check(NOTE, &Dataset::Published(after.clone()), None);
    assert_eq!(again.count("agrees"), 5, "{again:?}");
    assert_eq!(
        add_article(&added, &article("test-1"), &found),
        Err(NotAdded::Duplicate("test-1".to_owned()))
    );
    assert_eq!(add_article(DATASET, &article("test-2"), &[]), Err(NotAdded::Nothing));
    assert!(matches!(add_article("{", &article("test-2"), &found), Err(NotAdded::Unreadable(_))));
}
