//! Contradictions as a reader is told of them.

use super::conflict::Consistency;
use super::solver::Solver;
use model::{set_flag, sort_list};

/// Statements of an article that are tried one by one.
const MOST_BESIDE: usize = 120;

impl Consistency<'_> {
    /// The shortest way to say what a statement contradicts, if there is a conflict: best with what stands
    /// beside it in its articles, best with figures of the same cell.
    pub(super) fn retell(&self, aside: usize, admitted: &[bool], solver: &Solver<'_>) -> Option<Vec<usize>> {
        let counts = |s: &usize| admitted.get(*s) == Some(&true) || *s == aside;
        let all: Vec<usize> = (0..self.limits_of.len()).filter(counts).collect();
        let beside =
            all.iter().copied().filter(|s| self.worth.share_an_article(*s, aside)).collect::<Vec<_>>();
        let set = match self.conflict_of(&beside) {
            Some(_) if beside.len() <= MOST_BESIDE => beside,
            Some(conflict) => conflict,
            None => match self.conflict_of(&all) {
                Some(conflict) => conflict,
                None => {
                    let mut flags = admitted.to_vec();
                    set_flag(&mut flags, aside, true);
                    return self.impossible(&flags, solver);
                }
            },
        };
        let mut tried = set.clone();
        sort_list(&mut tried, |a, b| {
            let near = |s: usize| self.worth.nearness(s, aside);
            near(*a).cmp(&near(*b)).then_with(|| self.worth.compare(*b, *a))
        });
        let mut set = set;
        for statement in tried {
            let without: Vec<usize> = set.iter().copied().filter(|s| *s != statement).collect();
            if self.conflict_of(&without).is_some() {
                set = without;
            }
        }
        Some(set)
    }
}
