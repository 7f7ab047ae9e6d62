//! Texts around the sections.

use crate::{Awaited, CountWords, English, FrameWords, MonthWords, NameWords, TrendWords, whole};
use breakdown::Dataset;
use model::{Frequency, MoneyUnit, Period, Span, Subject, WeightUnit};
use view::Section;

/// Codes that the line below the title has room for.
const MOST_CODES: usize = 6;

fn awaited(what: Awaited) -> &'static str {
    match what {
        Awaited::Datasets => "the list of datasets",
        Awaited::Figures => "the figures",
        Awaited::ChosenRows => "the rows that you chose",
        Awaited::Sums => "the sums",
        Awaited::YourFile => "your file",
        Awaited::YourFiles => "your files",
        Awaited::FactCheck => "the fact-check",
        Awaited::Summary => "the summary",
        Awaited::Map => "the map",
        Awaited::File => "the file",
    }
}

impl FrameWords for English {
    fn skip(&self) -> &'static str {
        "Skip to the figures"
    }

    fn window_title(&self, section: Section, of: Subject, months: &str, title: &str, scope: &str) -> String {
        let section = match self.section(section, of) {
            "" => String::new(),
            name => format!("{name} · "),
        };
        format!("{section}{months} · {title}{scope}")
    }

    fn description(&self) -> &'static str {
        "What a country exports and imports of a commodity, month by month: total, products, partners and provinces, with how sure each number is and where it came from."
    }

    fn units_labels(&self) -> [&'static str; 2] {
        ["Weight in", "Value in"]
    }

    fn weight_unit_name(&self, unit: Option<WeightUnit>) -> &'static str {
        unit.map_or("automatic unit", |unit| self.weight_unit(unit))
    }

    fn money_unit_name(&self, unit: Option<MoneyUnit>) -> &'static str {
        match unit {
            None => "automatic unit",
            Some(MoneyUnit::Whole) => "full",
            Some(MoneyUnit::Thousand) => "thousands",
            Some(MoneyUnit::TenThousand) => "10,000s",
            Some(MoneyUnit::Million) => "millions",
            Some(MoneyUnit::HundredMillion) => "100 millions",
            Some(MoneyUnit::Billion) => "billions",
        }
    }

    fn dataset_label(&self) -> &'static str {
        "Dataset"
    }

    fn your_file_option(&self, title: &str) -> String {
        format!("Your file: {title}")
    }

    fn dataset_kind(&self, dataset: &Dataset, your_file: bool) -> &'static str {
        match dataset {
            _ if your_file => "your file",
            Dataset::Published(_) => "published figures",
            Dataset::Recorded(_) if dataset.is_synthetic() => "synthetic records",
            Dataset::Recorded(_) => "customs records",
        }
    }

    fn share(&self) -> [&'static str; 2] {
        ["Share", " this view"]
    }

    fn link_copied(&self, your_file: bool) -> &'static str {
        if your_file { "Link copied. It opens your file in this browser only." } else { "Link copied" }
    }

    fn copy_this_link(&self) -> &'static str {
        "Copy this link:"
    }

    fn menu(&self) -> &'static str {
        "Menu"
    }

    fn on_this_page(&self) -> &'static str {
        "On this page"
    }

    fn sources_and_about(&self) -> &'static str {
        "Sources and about"
    }

    fn dataset_facts(&self, dataset: &Dataset) -> String {
        let codes: Vec<&str> = dataset.catalogue().members[model::Dimension::Product]
            .iter()
            .map(|product| product.code.as_str())
            .collect();
        let codes = match codes.as_slice() {
            [] => String::new(),
            all if all.len() > MOST_CODES => format!("{} HS codes · ", all.len()),
            all => format!("HS {} · ", all.join(", ")),
        };
        let kind = match dataset {
            Dataset::Recorded(sums) => self.records(sums.rows, dataset.is_synthetic()),
            Dataset::Published(ledger) => {
                format!("figures reported in {}", self.articles(ledger.articles.len() as u64))
            }
        };
        let unit = dataset.subject().unit;
        format!("{codes}{} · {kind}", self.counted_in(unit))
    }

    fn all_sections(&self) -> &'static str {
        "← All sections"
    }

    fn month_navigation(&self, frequency: Frequency) -> &'static str {
        self.month_head(frequency)
    }

    fn previous_month(&self) -> &'static str {
        "Previous: "
    }

    fn next_month(&self) -> &'static str {
        "Next: "
    }

    fn first_month(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "First month",
            Frequency::Quarterly => "First quarter of the data",
            Frequency::Annual => "First year",
        }
    }

    fn latest_month(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "Latest month",
            Frequency::Quarterly => "Latest quarter",
            Frequency::Annual => "Latest year",
        }
    }

    fn latest(&self) -> &'static str {
        "Latest"
    }

    fn choose_month(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "Choose a month",
            Frequency::Quarterly => "Choose a quarter",
            Frequency::Annual => "Choose a year",
        }
    }

    fn month_option(&self, period: Period, known: bool) -> String {
        let month = self.month(period);
        if known { month } else { format!("{month} (no figure)") }
    }

    fn span_switch(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "Months together",
            Frequency::Quarterly => "Quarters together",
            Frequency::Annual => "Years together",
        }
    }

    fn span_button(&self, span: Span, frequency: Frequency) -> &'static str {
        match (span, frequency) {
            (Span::Month, frequency) => self.month_head(frequency),
            (Span::Ytd, _) => "Year to date",
            (Span::Rolling, Frequency::Quarterly) => "4 quarters",
            (Span::Rolling, _) => "12 months",
        }
    }

    fn synthetic_banner(&self) -> [&'static str; 2] {
        [
            "Synthetic data.",
            " A program made these rows up to try the page with. They are not customs records: do not quote them.",
        ]
    }

    fn only(&self) -> &'static str {
        "Only:"
    }

    fn remove(&self) -> &'static str {
        "remove"
    }

    fn show_everything(&self) -> &'static str {
        "Show everything"
    }

    fn added_banner(&self) -> [&'static str; 2] {
        [
            "With figures that you added, only in this browser.",
            " They are gone when the page is reloaded: download the dataset to keep or publish them.",
        ]
    }

    fn download_dataset(&self) -> &'static str {
        "Download the dataset"
    }

    fn take_added_out(&self) -> &'static str {
        "Take them out"
    }

    fn your_file_banner(&self) -> [&'static str; 2] {
        ["Your file, only in this browser.", " Links to it work nowhere else."]
    }

    fn download_as_dataset(&self) -> &'static str {
        "Download as a dataset"
    }

    fn remove_this_file(&self) -> &'static str {
        "Remove this file"
    }

    fn open_file(&self) -> &'static str {
        "Open a customs file"
    }

    fn loading(&self, what: Awaited, received: usize, expected: usize) -> String {
        let kilobytes = |bytes: usize| whole(bytes.div_ceil(1000) as u64);
        let what = awaited(what);
        match (received, expected) {
            (0, _) => format!("Loading {what}"),
            (_, 0) => format!("Loading {what}: {} kB", kilobytes(received)),
            _ => format!("Loading {what}: {} of {} kB", kilobytes(received), kilobytes(expected)),
        }
    }

    fn still_waiting(&self, what: Awaited, seconds: u32) -> String {
        format!("Still waiting for {}: nothing has come for {seconds} seconds.", awaited(what))
    }

    fn not_loaded(&self) -> &'static str {
        "The figures could not be loaded"
    }

    fn try_again(&self) -> &'static str {
        "Try again"
    }

    fn stay(&self) -> &'static str {
        "Stay with what is below"
    }

    fn cancel(&self) -> &'static str {
        "Cancel"
    }

    fn close(&self) -> &'static str {
        "Close"
    }

    fn undo(&self) -> &'static str {
        "Undo"
    }

    fn places_not_used(&self, count: u64) -> String {
        match count {
            1 => "One place in the dataset could not be used. The rest is shown.".to_owned(),
            _ => format!("{} places in the dataset could not be used. The rest is shown.", whole(count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ENGLISH;

    #[test]
    fn what_is_loaded_is_told_as_far_as_it_is_known() {
        let told = |received, expected| ENGLISH.loading(Awaited::Figures, received, expected);
        assert_eq!(told(0, 2_000), "Loading the figures");
        assert_eq!(told(1_001, 0), "Loading the figures: 2 kB");
        assert_eq!(told(12_000, 1_230_000), "Loading the figures: 12 of 1,230 kB");
    }
}
