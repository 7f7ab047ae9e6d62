//! Records from rows, one at a time.

use super::amounts::Amounts;
use super::codes::{Codes, taken};
use super::columns::{Provenance, Records, TooLarge};
use super::cube::Sums;
use super::month::MonthIndex;
use super::order::{Digit, ordered};
use model::{
    Catalogue, Currency, Dimension, DimensionMap, Measured, Member, MemberIndex, Name, Period, Places,
};

/// Takes rows in any order and makes [`Records`] of them: months in order, rows sorted by month and
/// members, so that the same rows give the same dataset.
#[derive(Debug, Default)]
pub struct Builder {
    records: Records,
    /// Of all rows: as long as these fit into 64 bits, every sum of some rows does.
    sums: Sums,
    /// Where each code of the catalogue is.
    members: DimensionMap<Places>,
}

impl Builder {
    /// Begins with a catalogue, whose members keep their places, so that names from it win.
    pub fn new(catalogue: Catalogue, currency: Option<Currency>) -> Builder {
        let mut members: DimensionMap<Places> = DimensionMap::default();
        for (dimension, list) in catalogue.members.iter() {
            for (place, member) in list.iter().enumerate() {
                members[dimension].first(&member.code, place);
            }
        }
        let records = Records { catalogue, currency, ..Records::default() };
        Builder { records, sums: Sums::default(), members }
    }

    /// Says what trade is measured by, where that is not the weight.
    pub fn measured_by(&mut self, measured: Measured) {
        self.records.measured = measured;
    }

    /// Whether any month is covered.
    pub fn covers_any(&self) -> bool {
        !self.records.months.is_empty()
    }

    /// What values are counted in.
    pub fn currency(&self) -> Option<Currency> {
        self.records.currency
    }

    /// How many rows have been taken.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether no row has been taken.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The index of a member, declared now if it was not before. The first name of a language that
    /// is not empty stays.
    pub fn member(&mut self, dimension: Dimension, code: &str, name: Name) -> Result<MemberIndex, TooLarge> {
        let list = &mut self.records.catalogue.members[dimension];
        let place = self.members[dimension].find(code);
        let index = MemberIndex::new(place.unwrap_or(list.len())).ok_or(TooLarge)?;
        match list.get_mut(index.place()) {
            Some(member) => {
                let fill = |old: &mut String, new: String| {
                    if old.is_empty() {
                        *old = new;
                    }
                };
                fill(&mut member.name.en, name.en);
                fill(&mut member.name.zh, name.zh);
            }
            None => {
                self.members[dimension].first(code, index.place());
                list.push(Member { code: code.to_owned(), also: Vec::new(), name });
            }
        }
        Ok(index)
    }

    /// Whether a member of this code is declared.
    pub fn has(&self, dimension: Dimension, code: &str) -> bool {
        self.members[dimension].find(code).is_some()
    }

    /// The members of a dimension so far.
    pub fn members(&self, dimension: Dimension) -> &[Member] {
        self.records.catalogue.members(dimension)
    }

    /// Says that another code leads to a member.
    pub fn also(&mut self, dimension: Dimension, index: MemberIndex, code: &str) {
        if let Some(member) = self.records.catalogue.members[dimension].get_mut(index.place())
            && member.code != code
            && !member.also.iter().any(|other| other == code)
        {
            member.also.push(code.to_owned());
        }
    }

    /// Says that the data covers a month, so that a month without rows is one without trade.
    pub fn cover(&mut self, month: Period) -> Result<MonthIndex, TooLarge> {
        let months = &mut self.records.months;
        // From the end: rows of a month mostly come together.
        let place = months.iter().rposition(|known| *known == month).unwrap_or(months.len());
        let index = MonthIndex::new(place).ok_or(TooLarge)?;
        if place == months.len() {
            months.push(month);
        }
        Ok(index)
    }

    /// Takes a row. `members` are indices as [`Builder::member`] gave them; `None` for each dimension
    /// that the rows are not told apart by, in every row alike. Quantity in kilograms, value in the
    /// builder's currency.
    pub fn push(
        &mut self,
        month: Period,
        members: DimensionMap<Option<MemberIndex>>,
        quantity: u64,
        value: u64,
    ) -> Result<(), TooLarge> {
        let month = self.cover(month)?;
        let sums = Sums {
            quantity: self.sums.quantity.checked_add(quantity).ok_or(TooLarge)?,
            value: self.sums.value.checked_add(value).ok_or(TooLarge)?,
        };
        if u32::try_from(self.len() + 1).is_err() {
            return Err(TooLarge);
        }
        self.sums = sums;
        self.records.month.push(month.into());
        for (dimension, column) in self.records.codes.iter_mut() {
            if let Some(member) = members[dimension] {
                column.push(member.into());
            }
        }
        self.records.quantity.push(quantity);
        self.records.value.push(value);
        Ok(())
    }

    /// Pairs every row, in the order of the pushes, with its value in another currency. Without
    /// effect when the lengths differ.
    pub fn pair(&mut self, currency: Currency, values: Amounts) -> Result<(), TooLarge> {
        values.sum().ok_or(TooLarge)?;
        if values.len() == self.len() && Some(currency) != self.records.currency {
            self.records.other_value = Some((currency, values));
        }
        Ok(())
    }

    /// The records. Dimensions that only some rows had are left out.
    pub fn build(self, provenance: Provenance) -> Records {
        let mut records = self.records;
        records.provenance = provenance;
        let rows = records.len();
        for (dimension, column) in records.codes.iter_mut() {
            if column.len() != rows {
                *column = Codes::default();
            }
            if column.is_empty() && rows > 0 {
                records.catalogue.members[dimension].clear();
            }
        }
        in_order(records)
    }
}

/// Months in order, rows by month and members.
fn in_order(mut records: Records) -> Records {
    let months = &records.months;
    let number = |place: usize| months.get(place).map_or(0, |month| month.number());
    let halves: [Digit; 2] = [&|place| (number(place) >> 16) as u16, &|place| number(place) as u16];
    let order = ordered(u32::try_from(months.len()).unwrap_or(u32::MAX), &halves);
    let months = taken(months, &order);
    let mut places = vec![0; months.len()];
    for (place, month) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(*month as usize) {
            *slot = u16::try_from(place).unwrap_or(u16::MAX);
        }
    }
    let place = |month: u16| {
        let place = places.get(usize::from(month)).copied();
        debug_assert!(place.is_some(), "every row has a month that is covered");
        place.unwrap_or(0)
    };
    records.month = records.month.iter().map(place).collect();
    records.months = months;

    let code = |column: &Codes, row: usize| column.get(row).unwrap_or(0);
    let key = |row: &u32| {
        let row = *row as usize;
        (
            code(&records.month, row),
            DimensionMap::from_fn(|dimension| code(&records.codes[dimension], row)),
            records.quantity.get(row),
            records.value.get(row),
        )
    };
    let rows = u32::try_from(records.len()).unwrap_or(u32::MAX);
    if !(0..rows).is_sorted_by_key(|row| key(&row)) {
        let part = |column: &Amounts, row: usize, shift: u32| (column.get(row).unwrap_or(0) >> shift) as u16;
        let codes: Vec<_> = [&records.month]
            .into_iter()
            .chain(records.codes.values())
            .filter(|column| !column.is_empty())
            .map(|column| move |row| code(column, row))
            .collect();
        let parts: Vec<_> = [&records.quantity, &records.value]
            .into_iter()
            .flat_map(|column| [48, 32, 16, 0].map(|shift| (column, shift)))
            .filter(|(column, shift)| *shift < 32 || !column.are_small())
            .map(|(column, shift)| move |row| part(column, row, shift))
            .collect();
        let digits: Vec<Digit> = codes
            .iter()
            .map(|digit| digit as Digit)
            .chain(parts.iter().map(|digit| digit as Digit))
            .collect();
        let order = ordered(rows, &digits);
        records.month = records.month.taken(&order);
        for (_, column) in records.codes.iter_mut() {
            *column = column.taken(&order);
        }
        let amounts = |column: &Amounts| column.reordered(|half| taken(half, &order));
        records.quantity = amounts(&records.quantity);
        records.value = amounts(&records.value);
        if let Some((_, values)) = &mut records.other_value {
            *values = amounts(values);
        }
    }
    records
}
