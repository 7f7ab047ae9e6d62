//! Two dimensions against each other.

use breakdown::Dataset;
use model::{Measured, MemberId, MemberIndex};
use records::Cross;
use takeaway::{Cell, Column, Table};
use view::Section;

use super::figure::{EXACT, Rests};
use super::{Tables, dimension_name};

impl<'a> Tables<'a> {
    /// A line for each pair of members that has anything: all of them, also those that the page shows together.
    pub fn crossed(&self, cross: &Cross) -> Table<'a> {
        let (currency, measured) = match self.dataset {
            Dataset::Recorded(sums) => (sums.whole.currency, sums.whole.measured),
            Dataset::Published(_) => (None, Measured::Weight),
        };
        let height = cross.cells.len() / cross.width.max(1);
        let mut rows = Vec::new();
        for (down, across) in MemberIndex::first(height)
            .flat_map(|down| MemberIndex::first(cross.width).map(move |across| (down, across)))
        {
            let Some(sums) = cross.cell(down, across).filter(|sums| sums.is_traded()) else { continue };
            let mut cells = self.months_of_line().to_vec();
            for member in [
                MemberId { dimension: cross.down, index: down },
                MemberId { dimension: cross.across, index: across },
            ] {
                cells.extend([Cell::text(self.code(member)), Cell::text(self.name(member))]);
            }
            cells.push(match measured {
                Measured::Weight => Cell::Number(sums.quantity as f64 / 1000.0),
                Measured::Value => Cell::Whole(sums.value),
            });
            let value = currency.map(|currency| [Cell::Whole(sums.value), Cell::text(currency.code())]);
            cells.extend(value.unwrap_or([Cell::Empty, Cell::Empty]));
            cells.push(self.remark());
            rows.push(cells);
        }
        let [down, across] =
            [cross.down, cross.across].map(|dimension| columns_of(dimension_name(dimension)));
        let mut columns = vec![Column::period("month"), Column::text("span")];
        columns.extend(down.into_iter().chain(across));
        columns.extend([
            Column::number("quantity_t", "t", EXACT),
            Column::number("value", "", 0),
            Column::text("currency"),
            Column::text("remark"),
        ]);
        let name = self.words.section(Section::Cross, self.dataset.subject());
        self.table(name, self.period.to_string(), &Rests::default(), columns, rows)
    }
}

/// The columns of a dimension's code and name.
pub(super) fn columns_of(dimension: &'static str) -> [Column; 2] {
    let name = match dimension {
        "product" => "product_name",
        "destination" => "destination_name",
        "registration_location" => "registration_location_name",
        _ => "trade_mode_name",
    };
    [Column::code(dimension), Column::text(name)]
}
