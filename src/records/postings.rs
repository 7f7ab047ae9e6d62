//! The rows of each member: where a filter need not look at all the others.

/// Row numbers, grouped by member, ascending within each.
#[derive(Debug, Clone)]
pub(super) struct Postings {
    /// Where each member's rows begin; one more than there are members.
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Postings {
    /// One pass to count, one to place.
    pub fn of(codes: &[u16], members: usize) -> Postings {
        let mut starts = vec![0u32; members + 2];
        for code in codes {
            if let Some(count) = starts.get_mut(usize::from(*code) + 2) {
                *count += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        // While rows are placed, `starts[member + 1]` is where its next row goes; afterwards it is
        // where the next member begins.
        let mut rows = vec![0u32; codes.len()];
        for (row, code) in (0u32..).zip(codes) {
            if let Some(next) = starts.get_mut(usize::from(*code) + 1) {
                if let Some(slot) = rows.get_mut(*next as usize) {
                    *slot = row;
                }
                *next += 1;
            }
        }
        starts.pop();
        Postings { starts, rows }
    }

    /// The rows of one member.
    pub fn rows(&self, member: u16) -> &[u32] {
        let edge = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
        let member = usize::from(member);
        self.rows.get(edge(member)..edge(member + 1)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_has_its_rows_in_order() {
        let postings = Postings::of(&[2, 0, 2, 1, 0, 2], 4);
        assert_eq!(postings.rows(0), [1, 4]);
        assert_eq!(postings.rows(1), [3]);
        assert_eq!(postings.rows(2), [0, 2, 5]);
        assert_eq!(postings.rows(3), [0u32; 0]);
        assert_eq!(postings.rows(9), [0u32; 0]);
    }
}
