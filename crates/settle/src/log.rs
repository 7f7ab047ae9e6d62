//! Which bounds were moved, by what, one after another.

use ledger::End;

/// Why a bound is where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The unknown.
    pub unknown: usize,
    /// Which of its bounds.
    pub end: End,
    /// Where it is.
    pub at: f64,
    /// The limit that moved it there.
    pub limit: usize,
    /// The step that moved this bound before.
    pub before: Option<usize>,
    /// Where its sources end in the log's list; they begin where those of the step before it end.
    sources_end: usize,
}

/// Steps, in order. The sources of all of them are in one list: a list of its own for each of thousands of
/// steps would take as long as finding them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Log {
    steps: Vec<Step>,
    sources: Vec<usize>,
}

impl Log {
    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// A step.
    pub fn get(&self, step: usize) -> Option<&Step> {
        self.steps.get(step)
    }

    /// The steps behind the other terms of a step's limit, where something moved these.
    pub fn sources(&self, step: usize) -> &[usize] {
        let before = step.checked_sub(1).and_then(|before| self.steps.get(before));
        let start = before.map_or(0, |before| before.sources_end);
        let end = self.steps.get(step).map_or(start, |step| step.sources_end);
        self.sources.get(start..end).unwrap_or_default()
    }

    /// Adds a step.
    pub fn push(
        &mut self,
        (unknown, end): (usize, End),
        at: f64,
        limit: usize,
        before: Option<usize>,
        sources: impl Iterator<Item = usize>,
    ) {
        self.sources.extend(sources);
        let sources_end = self.sources.len();
        self.steps.push(Step { unknown, end, at, limit, before, sources_end });
    }

    /// Takes the last step back.
    pub fn pop(&mut self) -> Option<Step> {
        let step = self.steps.pop()?;
        self.sources.truncate(self.steps.last().map_or(0, |last| last.sources_end));
        Some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_its_sources() {
        let mut log = Log::default();
        let sources: [&[usize]; 4] = [&[], &[0], &[0, 1], &[2]];
        for (limit, sources) in sources.into_iter().enumerate() {
            log.push((7, End::Low), 1.0, limit, None, sources.iter().copied());
        }
        let all = |log: &Log| (0..5).map(|step| log.sources(step).to_vec()).collect::<Vec<_>>();
        assert_eq!(all(&log), [vec![], vec![0], vec![0, 1], vec![2], vec![]]);
        assert_eq!(log.pop().map(|step| step.limit), Some(3));
        log.push((7, End::High), 1.0, 9, None, [1].into_iter());
        assert_eq!(all(&log), [vec![], vec![0], vec![0, 1], vec![1], vec![]]);
        assert_eq!(log.len(), 4);
    }
}
