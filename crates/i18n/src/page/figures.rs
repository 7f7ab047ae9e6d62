//! Texts of the first section: finding and tiles; and of the box that explains a number.

use crate::NameWords;
use ledger::Ledger;
use model::{Against, Dimension, Flow, Missing, Period};

/// Texts of finding, tiles and the box that explains a number.
pub trait FigureWords: NameWords {
    /// The heading of the first section, for those who hear it (sections/key_figures.rs).
    fn headline_title(&self) -> &'static str;
    /// What a number of the headline is called in its box.
    fn in_headline(&self) -> &'static str;
    /// Below the tiles: who reports published figures, and how many of the month are contradicted, as far as that is
    /// known: "Reported by SMM and 3 others · 1 contradiction in April 2025".
    fn reported_by(&self, ledger: &Ledger, contradictions: Option<usize>, month: &str) -> String;
    /// The same of records: "Customs records · November 2025 incomplete".
    fn recorded_by(&self, incomplete: &[Period]) -> String;
    /// Behind the quantity of a month that is newer than the one that the dataset opens with: what nothing is published
    /// of yet. ", no destinations published yet"
    fn not_published_yet(&self, missing: &[Dimension], flow: Flow) -> String;
    /// The first tile, before its months: "Exports to Mexico, " April 2025.
    fn quantity_of(&self, flow: Flow, scope: &str) -> String;
    /// What a quantity of these months is called: "Exports, April 2025".
    fn quantity_label(&self, flow: Flow, months: &str) -> String;
    /// Around the base of a change, as a tile's name: "vs " March 2025.
    fn versus(&self, against: Against) -> [&'static str; 2];
    /// The same of a change on the month before, of another month than the first tile's: "April 2025 vs " March 2025.
    fn months_versus(&self, months: &str) -> [String; 2];
    /// What a change is called: "Change vs March 2025".
    fn change_label(&self, base: &str) -> String;
    /// The same of other months than the dataset's: "January–April 2025, change vs January–April 2024".
    fn change_of_label(&self, months: &str, base: &str) -> String;
    /// Around a change whose tile does not name the months of its base: +16.1% " on the year".
    fn on_the_year(&self) -> [&'static str; 2];
    /// Around the base's quantity: " from " 22,500 t.
    fn around_base(&self) -> [&'static str; 2];

    /// The tile of the value (parts/value.rs), and what the number is called.
    fn value_of(&self, months: &str) -> String;
    /// The tile of the unit value.
    fn unit_value(&self) -> &'static str;
    /// What that number is called.
    fn unit_value_of(&self, months: &str) -> String;
    /// Behind a change in value: " vs March 2025".
    fn versus_detail(&self, base: &str) -> String;
    /// The tile of the change in value.
    fn value_change(&self, base: &str) -> String;
    /// What the change in value is called.
    fn value_change_label(&self, months: &str, base: &str) -> String;
    /// What its part by quantity is called.
    fn volume_effect_label(&self, months: &str, base: &str) -> String;
    /// What its part by unit value is called.
    fn price_effect_label(&self, months: &str, base: &str) -> String;
    /// Around these two parts: "by quantity " … ", by unit value " ….
    fn effects(&self) -> [&'static str; 3];

    /// What the box is, for those who hear it (parts/explanation.rs).
    fn about_number(&self) -> &'static str;
    /// How a figure is known, in a word or two: reported or recorded, or derived from such.
    fn kind(&self, recorded: bool, computed: bool) -> &'static str;
    /// Above what is set aside of it.
    fn set_aside_head(&self) -> &'static str;
    /// The link from a figure that is set aside to what it contradicts.
    fn set_aside_more(&self) -> &'static str;
    /// Above what agrees with it.
    fn agrees_head(&self) -> &'static str;
    /// Above where it comes from.
    fn source_head(&self) -> &'static str;
    /// A remark of the dataset's keeper behind it, with its space.
    fn source_note(&self, note: &str) -> String;
    /// What stands in place of a figure (parts/number.rs); nothing where there is nothing to say.
    fn missing_mark(&self, missing: Missing) -> &'static str;
}
