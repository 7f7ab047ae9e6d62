//! The smallest set of statements without which no conflict is left.

use model::{each_once, sort_list};

/// Attempts after which the search settles for a set that may not be the smallest.
const MOST_ATTEMPTS: usize = 300_000;

/// The statements to set aside so that of each conflict one is, and whether no smaller number of them would
/// do. Of several smallest sets it is the one whose most reliable statement is the least reliable, then its
/// second, and so on. `reliability` has a place for every statement, no two the same; the higher, the more
/// reliable.
pub fn smallest(conflicts: &[Vec<usize>], reliability: &[usize]) -> (Vec<usize>, bool) {
    let mut aside = Vec::new();
    let mut is_smallest = true;
    for part in parts(conflicts) {
        let mut search = Search { conflicts: &part, attempts: 0 };
        match search.best(reliability) {
            Some(set) => aside.extend(set),
            None => {
                is_smallest = false;
                aside.extend(enough(&part, reliability));
            }
        }
    }
    (each_once(&aside), is_smallest)
}

/// Conflicts in groups that have no statement in common.
fn parts(conflicts: &[Vec<usize>]) -> Vec<Vec<&[usize]>> {
    let mut parts: Vec<Vec<&[usize]>> = Vec::new();
    for conflict in conflicts {
        let meets = |part: &Vec<&[usize]>| part.iter().any(|c| c.iter().any(|s| conflict.contains(s)));
        let (met, apart): (Vec<_>, Vec<_>) = parts.into_iter().partition(meets);
        let mut merged = met.concat();
        merged.push(conflict);
        parts = apart;
        parts.push(merged);
    }
    parts
}

fn place(reliability: &[usize], statement: usize) -> usize {
    reliability.get(statement).copied().unwrap_or(0)
}

struct Search<'a> {
    conflicts: &'a [&'a [usize]],
    attempts: usize,
}

impl Search<'_> {
    /// The best set; `None` when the search is given up.
    fn best(&mut self, reliability: &[usize]) -> Option<Vec<usize>> {
        let mut size = self.apart();
        while !self.exists(&mut Vec::new(), size, &[])? {
            size += 1;
        }
        let mut statements = each_once(&self.conflicts.concat());
        sort_list(&mut statements, |a, b| place(reliability, *b).cmp(&place(reliability, *a)));
        // The most reliable first: whoever can be spared stands.
        let mut standing = Vec::new();
        let mut aside = Vec::new();
        for statement in statements {
            standing.push(statement);
            if !self.exists(&mut Vec::new(), size, &standing)? {
                standing.pop();
                aside.push(statement);
            }
        }
        Some(aside)
    }

    /// Conflicts without a common statement: no fewer statements are needed.
    fn apart(&self) -> usize {
        let mut taken: Vec<usize> = Vec::new();
        let mut count = 0;
        for conflict in self.conflicts {
            if conflict.iter().all(|s| !taken.contains(s)) {
                taken.extend(*conflict);
                count += 1;
            }
        }
        count
    }

    /// Whether `chosen` and `more` other statements, none of them `standing`, are of all conflicts.
    fn exists(&mut self, chosen: &mut Vec<usize>, more: usize, standing: &[usize]) -> Option<bool> {
        self.attempts += 1;
        if self.attempts > MOST_ATTEMPTS {
            return None;
        }
        let free = |conflict: &&[usize]| conflict.iter().filter(|s| !standing.contains(s)).count();
        let open = self.conflicts.iter().filter(|c| c.iter().all(|s| !chosen.contains(s)));
        let Some(conflict) = open.copied().min_by_key(free) else { return Some(true) };
        if more == 0 {
            return Some(false);
        }
        for statement in conflict.iter().filter(|s| !standing.contains(s)) {
            chosen.push(*statement);
            let found = self.exists(chosen, more - 1, standing);
            chosen.pop();
            if found? {
                return Some(true);
            }
        }
        Some(false)
    }
}

/// A set that does, none of it to spare: from each conflict that is left the statement that most of them
/// share, the less reliable first.
fn enough(conflicts: &[&[usize]], reliability: &[usize]) -> Vec<usize> {
    let mut aside: Vec<usize> = Vec::new();
    loop {
        let open: Vec<&[usize]> =
            conflicts.iter().copied().filter(|c| c.iter().all(|s| !aside.contains(s))).collect();
        let shared = |s: usize| open.iter().filter(|c| c.contains(&s)).count();
        let candidates = each_once(&open.concat());
        let worst = |s: &usize| (shared(*s), std::cmp::Reverse(place(reliability, *s)));
        let Some(next) = candidates.into_iter().max_by_key(worst) else { break };
        aside.push(next);
    }
    let mut tried = aside.clone();
    sort_list(&mut tried, |a, b| place(reliability, *b).cmp(&place(reliability, *a)));
    for statement in tried {
        let rest: Vec<usize> = aside.iter().copied().filter(|s| *s != statement).collect();
        if conflicts.iter().all(|c| c.iter().any(|s| rest.contains(s))) {
            aside = rest;
        }
    }
    aside
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ranks(count: usize) -> Vec<usize> {
        (0..count).collect()
    }

    #[test]
    fn one_statement_of_all_conflicts_is_enough() {
        assert_eq!(smallest(&[vec![0, 9], vec![1, 9], vec![2, 9]], &ranks(10)), (vec![9], true));
    }

    #[test]
    fn of_several_smallest_sets_the_most_reliable_statements_stand() {
        // {0, 3}, {1, 2}, {1, 3} do, too.
        assert_eq!(smallest(&[vec![0, 1], vec![2, 3]], &ranks(4)), (vec![0, 2], true));
        assert_eq!(smallest(&[vec![0, 1], vec![2, 3]], &[3, 2, 1, 0]), (vec![1, 3], true));
    }

    proptest! {
        #[test]
        fn it_is_what_trying_every_set_finds(
            conflicts in prop::collection::vec(prop::collection::vec(0usize..9, 1..4), 0..8)
        ) {
            let hits = |set: &Vec<usize>| conflicts.iter().all(|c| c.iter().any(|s| set.contains(s)));
            let sets = (0..1usize << 9).map(|bits| (0..9).filter(|s| bits >> s & 1 == 1).collect::<Vec<_>>());
            let of = |set: &Vec<usize>| (set.len(), set.iter().rev().copied().collect::<Vec<_>>());
            let best = sets.filter(|set| hits(set)).min_by_key(of).unwrap();
            prop_assert_eq!(smallest(&conflicts, &ranks(9)), (best.clone(), true));
            let conflicts: Vec<&[usize]> = conflicts.iter().map(Vec::as_slice).collect();
            prop_assert!(hits(&enough(&conflicts, &ranks(9))));
        }
    }
}
