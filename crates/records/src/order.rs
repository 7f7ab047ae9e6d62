//! Order for rows: by digits, each a number of 16 bits, as places in lists are. A pass a digit takes a
//! hundredth of the time of comparing rows, and none of the code that comparing takes for each kind of them.

/// A digit of a row.
pub(super) type Digit<'a> = &'a dyn Fn(usize) -> u16;

/// The rows from 0 to `count` in the order of their digits, the first of which counts most. Equals stay as
/// they are.
pub(super) fn ordered(count: u32, digits: &[Digit]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    for digit in digits.iter().rev() {
        order = by_digit(&order, digit);
    }
    order
}

fn by_digit(order: &[u32], digit: Digit) -> Vec<u32> {
    let digits: Vec<u16> = order.iter().map(|row| digit(*row as usize)).collect();
    let most = digits.iter().max().map_or(0, |most| usize::from(*most));
    // How many rows come before those of a digit.
    let mut places = vec![0usize; most + 2];
    for digit in &digits {
        if let Some(count) = places.get_mut(usize::from(*digit) + 1) {
            *count += 1;
        }
    }
    let mut before = 0;
    for place in &mut places {
        before += *place;
        *place = before;
    }
    let mut sorted = vec![0; order.len()];
    for (row, digit) in order.iter().zip(digits) {
        if let Some(place) = places.get_mut(usize::from(digit)) {
            if let Some(slot) = sorted.get_mut(*place) {
                *slot = *row;
            }
            *place += 1;
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_ordered_by_the_first_digit_then_by_the_others() {
        let rows = [(7, 1), (65_535, 0), (7, 0), (0, 9), (7, 1)];
        let order = ordered(5, &[&|row| rows[row].0, &|row| rows[row].1]);
        assert_eq!(order, [3, 2, 0, 4, 1]);
        assert_eq!(ordered(0, &[&|_| 0]), [0u32; 0]);
        assert_eq!(ordered(3, &[]), [0, 1, 2]);
    }
}
