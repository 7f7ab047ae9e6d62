//! Which of two ways the cells of a column are written in, decided over all of them.

/// From so many cells on that can be read in one way only, the others are read in that way at once.
const ENOUGH: u32 = 64;
/// Cells that are kept as examples.
const SAMPLES: usize = 3;

/// What the cells of a column tell of two ways, `0` and `1`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Doubt {
    decided: Option<usize>,
    /// Cells that can be read in one way only.
    proofs: [u32; 2],
    /// Cells that can be read in both.
    open: u32,
    samples: Vec<String>,
}

impl Doubt {
    /// Of a column whose way is known.
    pub fn decided(way: usize) -> Doubt {
        Doubt { decided: Some(way), ..Doubt::default() }
    }

    /// Takes a cell that can be read in one way only; whether the column is written so.
    pub fn prove(&mut self, way: usize) -> bool {
        if let Some(decided) = self.decided {
            return decided == way;
        }
        if let Some(count) = self.proofs.get_mut(way) {
            *count += 1;
        }
        if self.proofs.iter().any(|count| *count >= ENOUGH) {
            self.decided = self.likely();
        }
        true
    }

    /// Takes a cell that can be read in both ways; in which it is read, where that is known.
    pub fn ask(&mut self, cell: &str) -> Option<usize> {
        if self.decided.is_none() {
            self.open = self.open.saturating_add(1);
            if self.samples.len() < SAMPLES && !self.samples.iter().any(|known| known == cell) {
                self.samples.push(cell.to_owned());
            }
        }
        self.decided
    }

    /// Decides by what all cells tell, where that is clear.
    pub fn settle(&mut self) {
        self.decided = self.decided.or_else(|| self.likely());
    }

    /// Decides by an answer.
    pub fn answer(&mut self, way: usize) {
        self.decided = Some(way);
    }

    /// One cell that somebody mistyped must not turn a thousand others.
    fn likely(&self) -> Option<usize> {
        let [first, second] = self.proofs;
        let (way, most, least) = if first >= second { (0, first, second) } else { (1, second, first) };
        let is_clear = most > 0
            && u64::from(most) >= u64::from(least) * 9
            && u64::from(most) * 100 >= u64::from(self.open);
        is_clear.then_some(way)
    }

    /// How many cells wait for a decision, with examples; `None` where none does.
    pub fn waits(&self) -> Option<(u64, &[String])> {
        (self.decided.is_none() && self.open > 0).then(|| (u64::from(self.open), self.samples.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_cells_decide_and_one_among_many_does_not() {
        let mut doubt = Doubt::default();
        assert_eq!(doubt.ask("1,234"), None);
        assert!(doubt.prove(0));
        doubt.settle();
        assert_eq!(doubt.waits(), None);
        assert_eq!(doubt.ask("1,234"), Some(0));

        let mut doubt = Doubt::default();
        for _ in 0..1000 {
            doubt.ask("1,234");
        }
        doubt.prove(1);
        doubt.settle();
        assert_eq!(doubt.waits(), Some((1000, ["1,234".to_owned()].as_slice())));
        doubt.answer(0);
        assert!(doubt.waits().is_none() && !doubt.prove(1));

        let mut doubt = Doubt::default();
        for way in [0, 1, 0, 1] {
            doubt.prove(way);
        }
        doubt.ask("1,234");
        doubt.settle();
        assert!(doubt.waits().is_some());
    }
}
