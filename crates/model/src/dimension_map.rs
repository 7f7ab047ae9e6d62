//! One value for each dimension.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use super::Dimension;

/// One value for each of the four dimensions, looked up by [`Dimension`]: there is always one, so that no
/// look-up can fail, and nobody has to know the order of the dimensions.
///
/// ```
/// use model::{Dimension, DimensionMap};
///
/// let mut rows = DimensionMap::from_fn(|_| 0);
/// rows[Dimension::Product] = 2;
/// rows[Dimension::Destination] += 218;
///
/// let some: Vec<_> = rows.iter().filter(|(_, count)| **count > 0).collect();
/// assert_eq!(some, [(Dimension::Product, &2), (Dimension::Destination, &218)]);
/// assert_eq!(rows.map(|count| count > 0)[Dimension::TradeMode], false);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct DimensionMap<T> {
    /// In the order of [`Dimension::ALL`].
    values: [T; 4],
}

impl<T> DimensionMap<T> {
    /// What `value` gives for each dimension.
    pub fn from_fn(value: impl FnMut(Dimension) -> T) -> DimensionMap<T> {
        DimensionMap { values: Dimension::ALL.map(value) }
    }

    /// The same with another value for one dimension.
    pub fn with(mut self, dimension: Dimension, value: T) -> DimensionMap<T> {
        self[dimension] = value;
        self
    }

    /// What `change` makes of each value.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> DimensionMap<U> {
        DimensionMap { values: self.values.map(change) }
    }

    /// Each dimension with its value, in the order of [`Dimension::ALL`].
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Dimension, &T)> {
        Dimension::ALL.into_iter().zip(&self.values)
    }

    /// The same, with values that can be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (Dimension, &mut T)> {
        Dimension::ALL.into_iter().zip(&mut self.values)
    }

    /// The values alone, in the order of [`Dimension::ALL`].
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.values.iter()
    }
}

impl<T> Index<Dimension> for DimensionMap<T> {
    type Output = T;

    fn index(&self, dimension: Dimension) -> &T {
        let [product, destination, registration_location, trade_mode] = &self.values;
        match dimension {
            Dimension::Product => product,
            Dimension::Destination => destination,
            Dimension::RegistrationLocation => registration_location,
            Dimension::TradeMode => trade_mode,
        }
    }
}

impl<T> IndexMut<Dimension> for DimensionMap<T> {
    fn index_mut(&mut self, dimension: Dimension) -> &mut T {
        let [product, destination, registration_location, trade_mode] = &mut self.values;
        match dimension {
            Dimension::Product => product,
            Dimension::Destination => destination,
            Dimension::RegistrationLocation => registration_location,
            Dimension::TradeMode => trade_mode,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dimension_has_its_own_value() {
        let mut map = DimensionMap::from_fn(|dimension| vec![dimension]);
        for dimension in Dimension::ALL {
            assert_eq!(map[dimension], [dimension]);
            map[dimension].clear();
            assert_eq!(map.values().filter(|list| list.is_empty()).count(), 1);
            map[dimension].push(dimension);
        }
        let pairs: Vec<_> = map.iter().map(|(dimension, list)| (dimension, list.as_slice())).collect();
        assert_eq!(pairs, Dimension::ALL.each_ref().map(|d| (*d, std::slice::from_ref(d))));
    }
}
