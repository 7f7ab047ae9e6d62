//! Texts of rankings and the cross table.

use crate::en::months::{noun, nouns};
use crate::{
    ChartWords, Concentration, CountWords, ENGLISH, English, NameWords, NumberWords, TableWords, capitalised,
    whole,
};
use model::{Against, Dimension, Flow, Frequency, Span, Subject, Unit};

/// Product structure and trade modes are no lists of places, and read otherwise in a sentence.
fn inside(dimension: Dimension, flow: Flow) -> &'static str {
    match dimension {
        Dimension::Product => "products",
        Dimension::RegistrationLocation if flow == Flow::Export => "exporters’ provinces",
        Dimension::RegistrationLocation => "importers’ provinces",
        other => ENGLISH.members(other, flow),
    }
}

impl TableWords for English {
    fn more_on(&self, dimension: Dimension, flow: Flow) -> String {
        format!("More on {}", inside(dimension, flow))
    }

    fn to_cross_table(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "By destination and province",
            Flow::Import => "By origin and province",
        }
    }

    fn not_told_apart(&self, dimension: Dimension, flow: Flow) -> String {
        format!("The rows of this dataset do not tell {} apart.", inside(dimension, flow))
    }

    fn no_rows(&self, months: &str) -> String {
        format!("No rows for {months}.")
    }

    fn no_article(&self, dimension: Dimension, flow: Flow, months: &str) -> String {
        format!("No article reports {} for {months}.", inside(dimension, flow))
    }

    fn members_together(&self, names: &str) -> String {
        format!("{names} together")
    }

    fn ranking_caption(&self, dimension: Dimension, of: Subject, months: &str) -> String {
        let counted = if of.unit == Unit::Tonnes { "net weight" } else { "value" };
        format!("{}, {months}: {counted}, share of the total and change", self.dimension(dimension, of.flow))
    }

    fn rank_head(&self, among_listed: bool) -> &'static str {
        if among_listed { "Rank among those listed" } else { "Rank" }
    }

    fn quantity_head(&self, unit: Unit) -> String {
        let counted = if unit == Unit::Tonnes { self.quantity_name() } else { self.value_head() };
        format!("{counted}, {}", self.unit(unit).trim())
    }

    fn share_head(&self) -> &'static str {
        "Share, %"
    }

    fn change_head(&self, against: Against, of: Subject) -> String {
        format!("{}, {}", self.change_short(against, of.frequency), self.unit(of.unit).trim())
    }

    fn change_percent_head(&self, against: Against, frequency: Frequency) -> String {
        format!("{}, %", self.change_short(against, frequency))
    }

    fn small_bases_last(&self, base: &str) -> String {
        format!("Changes from less than {base} are listed last.")
    }

    fn without_trade(&self, count: u64, of: Subject, span: Span) -> String {
        let trade = match of.flow {
            Flow::Export => "exports",
            Flow::Import => "imports",
        };
        let months = match span {
            Span::Month => format!("this {}", noun(of.frequency)),
            Span::Ytd | Span::Rolling => format!("in these {}", nouns(of.frequency)),
        };
        format!("{} without {trade} {months}", whole(count))
    }

    fn base_unit(&self, unit: Unit) -> String {
        format!(", {}", self.unit(unit).trim())
    }

    fn contribution_head(&self, against: Against, frequency: Frequency) -> String {
        format!("Contribution to {}, pp", self.change_short(against, frequency))
    }

    fn value_head(&self) -> &'static str {
        "Value"
    }

    fn unit_value_head(&self) -> &'static str {
        "Unit value"
    }

    fn contributes(&self) -> &'static str {
        "contributes"
    }

    fn around_share(&self) -> (Option<&'static str>, &'static str) {
        (None, "% of the total")
    }

    fn head_in(&self, head: &str, unit: &str) -> String {
        format!("{head},{unit}")
    }

    fn base_before(&self) -> &'static str {
        "from"
    }

    fn streak(&self, frequency: Frequency) -> [&'static str; 2] {
        let in_a_row = match frequency {
            Frequency::Monthly => " months in a row",
            Frequency::Quarterly => " quarters in a row",
            Frequency::Annual => " years in a row",
        };
        ["first for ", in_a_row]
    }

    fn rank_label(&self, name: &str, among_listed: bool) -> String {
        format!("{name}, {}", if among_listed { "rank among those listed" } else { "rank" })
    }

    fn member_quantity_label(&self, name: &str) -> String {
        format!("{name}, quantity")
    }

    fn share_label(&self, name: &str) -> String {
        format!("{name}, share of the total")
    }

    fn member_change_label(&self, name: &str, base: &str) -> String {
        format!("{name}, change vs {base}")
    }

    fn member_base_label(&self, name: &str, base: &str) -> String {
        format!("{name}, {base}")
    }

    fn streak_label(&self, name: &str, frequency: Frequency) -> String {
        format!("{name}, {} in a row in first place", nouns(frequency))
    }

    fn contribution_label(&self, name: &str) -> String {
        format!("{name}, part in the change of the total")
    }

    fn member_value_label(&self, name: &str) -> String {
        format!("{name}, value")
    }

    fn member_unit_value_label(&self, name: &str) -> String {
        format!("{name}, unit value")
    }

    fn download(&self) -> &'static str {
        "Download"
    }

    fn download_formats(&self) -> [&'static str; 4] {
        ["CSV", "CSV for Excel", "Excel workbook", "JSON"]
    }

    fn making_file(&self) -> &'static str {
        "Making the file…"
    }

    fn file_saved(&self, name: &str) -> String {
        format!("Saved as {name}, unless your browser blocks downloads.")
    }

    fn copy_table(&self) -> &'static str {
        "Copy table"
    }

    fn copied(&self) -> &'static str {
        "Copied."
    }

    fn not_copied(&self) -> &'static str {
        "Your browser does not let this page copy. Save a file instead."
    }

    fn picture(&self) -> &'static str {
        "Picture"
    }

    fn picture_kinds(&self) -> [&'static str; 5] {
        ["PNG", "PNG, 16:9 for slides", "PNG, square for posts", "SVG", "Copy picture"]
    }

    fn no_picture(&self) -> &'static str {
        "Your browser cannot make a PNG of this size. Save it as SVG, which can be enlarged at will."
    }

    fn parts_and_total(&self, is_reported: bool, agree: bool) -> [&'static str; 3] {
        let end = if agree { " agrees." } else { " differs by more than rounding explains." };
        ["Products add up to ", if is_reported { "; the reported " } else { "; the total of " }, end]
    }

    fn truncated_behind(&self, range: &str) -> String {
        format!(" (truncated, not rounded: {range})")
    }

    fn listed_rest_total(&self, possible: bool) -> [&'static str; 4] {
        ["Listed ", " and not itemised ", " make the total of ", ending(possible)]
    }

    fn listed_total(&self, possible: bool) -> [&'static str; 3] {
        ["Listed ", ", total ", ending(possible)]
    }

    fn listed_together(&self) -> &'static str {
        "Listed together"
    }

    fn concentration(&self, members: u64, dimension: Dimension, flow: Flow) -> Concentration {
        Concentration {
            members: format!(" {}", self.members_of_count(members, dimension, flow)),
            top_three: "; the three largest have ",
            index: "; concentration (HHI) ",
            end: " of 10,000. All of them together make the total exactly.",
        }
    }

    fn concentration_labels(&self, dimension: Dimension, flow: Flow) -> [String; 3] {
        let words = self.members(dimension, flow);
        [
            format!("How many {words}"),
            format!("Share of the three largest {words}"),
            format!("Herfindahl–Hirschman index of {words}"),
        ]
    }

    fn adding_up(&self) -> &'static str {
        "Adding up…"
    }

    fn cross_caveat(&self, unit: Unit) -> String {
        let counted = capitalised(self.counted(unit));
        format!("{counted}. The stronger a cell’s colour, the more. Choose a name to see only its rows.")
    }

    fn no_cross_table(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "Articles do not report destinations by province. Customs records do.",
            Flow::Import => "Articles do not report origins by province. Customs records do.",
        }
    }

    fn cross_caption(&self, unit: Unit) -> String {
        capitalised(&self.counted_in(unit))
    }
}

fn ending(possible: bool) -> &'static str {
    match possible {
        true => ".",
        false => ", which is less than its parts: the reported figures contradict each other.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_have_origins_and_importers() {
        let of = |dimension| ENGLISH.more_on(dimension, Flow::Import);
        assert_eq!(of(Dimension::Destination), "More on origins");
        assert_eq!(of(Dimension::RegistrationLocation), "More on importers’ provinces");
        assert_eq!(ENGLISH.concentration(1, Dimension::Destination, Flow::Import).members, " origin");
    }
}
