//! Texts of the sections on where figures come from and whether they agree.

use crate::en::imports::some_of;
use crate::{CountWords, ENGLISH, English, MonthWords, NumberWords, SectionWords, whole};
use model::{Currency, Period, Unit, WeightUnit};

impl SectionWords for English {
    fn sources_title(&self) -> &'static str {
        "Sources"
    }

    fn units_of_articles(&self) -> &'static str {
        "Articles report tonnes and percentages."
    }

    fn units_of_rows(&self, has_weight: bool, currency: Option<Currency>) -> String {
        let money = currency.map(|currency| ENGLISH.unit(Unit::Money(currency)));
        match (has_weight, money.map(|money| money.trim_start_matches('\u{a0}'))) {
            (true, Some(money)) => format!("The rows have net weight in kilograms and value in {money}."),
            (true, None) => "The rows have net weight in kilograms and no value.".to_owned(),
            (false, Some(money)) => format!("The rows have value in {money} and no weight."),
            (false, None) => String::new(),
        }
    }

    fn conversion(&self) -> Option<&'static str> {
        match self.units.weight? {
            WeightUnit::ShortTons => Some("A short ton is 907.18474\u{a0}kg."),
            WeightUnit::Pounds => Some("A pound is 0.45359237\u{a0}kg."),
            _ => None,
        }
    }

    fn all_articles(&self, count: u64) -> String {
        match count {
            1 => "The article and its figures".to_owned(),
            count => format!("All {} and their figures", self.articles(count)),
        }
    }

    fn to_check(&self) -> &'static str {
        "Check the figures against each other"
    }

    fn figures_used(&self, count: u64) -> String {
        match count {
            1 => "1 of its figures is used here".to_owned(),
            count => format!("{count} of its figures are used here"),
        }
    }

    fn read_in_part(&self) -> &'static str {
        "only its beginning could be read, so it may report more figures"
    }

    fn repeats_article_of(&self, publisher: &str) -> String {
        format!("repeats the article of {publisher}")
    }

    fn figures_in_article(&self, subject: &str) -> String {
        format!("Figures reported in: {subject}")
    }

    fn claim_heads(&self) -> [&'static str; 4] {
        ["Months", "Of what", "Measure", "As reported"]
    }

    fn how_to_read_title(&self) -> &'static str {
        "How to read the figures"
    }

    fn how_to_read(&self) -> [&'static str; 2] {
        [
            "Point at a number, or press it, to see all its digits, how it is known and where it comes from. A dotted line under it: derived from reported figures or, in customs records, not known exactly. A mark ",
            " says that a report of it is set aside, because others contradict it. Of the keyboard, Tab goes from chart to table to chart, and arrows go from number to number within.",
        ]
    }

    fn marks(&self) -> [(&'static str, &'static str); 8] {
        [
            ("–", "not published"),
            ("·", "others are listed, this one is not"),
            ("…", "not yet released"),
            ("no base figure", "the earlier figure is zero or may be: no percentage of it"),
            ("19,596–19,738", "only this range is known"),
            ("≈2,302", "may be one more or less in its last digit"),
            ("<0.1", "small, but not zero"),
            ("=", "the very number of another period: one of the two may be a copy"),
        ]
    }

    fn mark_of_quotations(&self) -> (&'static str, &'static str) {
        ("“mt”", "an article’s word for metric tons, t")
    }

    fn computed_here(&self) -> &'static str {
        "Everything is computed in this browser from the dataset of the site. Nothing is sent anywhere."
    }

    fn not_covered(&self, products: &[&str], months: &[Period]) -> String {
        let months = self.month_list(months);
        match products {
            [] => format!("No file covers {months}: nothing is known of it, which is not zero."),
            products => format!(
                "No file covers HS {} in {months}: not known there, which is not zero, and neither are sums of all products.",
                some_of(products)
            ),
        }
    }

    fn incomplete(&self, products: &[&str], months: &[Period]) -> String {
        let (months, verb) = (self.month_list(months), if months.len() == 1 { "is" } else { "are" });
        let goods = match products {
            [] => String::new(),
            products => format!(" of HS {}", some_of(products)),
        };
        format!(
            "{months} {verb} incomplete{goods}: the file was cut at 10,000 rows. What it tells is shown as “at least”, and compared with nothing."
        )
    }

    fn nothing_to_check(&self) -> &'static str {
        "Customs records are counted, not reported by articles: there is nothing to check. Choose a dataset of published figures."
    }

    fn check_title(&self) -> &'static str {
        "Do the reported figures agree?"
    }

    fn check_caveat(&self) -> &'static str {
        "Every reported figure is compared with what all the others imply. Tonnages may be rounded or truncated, percentages are rounded. \
         Where some contradict each other, as few as possible are set aside so that the rest agrees. \
         Of several choices the least reliable figures go: one that would make a place far larger than any other; one of a title; of an older article; \
         a ratio before a quantity; the coarser one."
    }

    fn settling(&self) -> &'static str {
        "Comparing the figures with each other…"
    }

    fn no_contradictions(&self, of: Option<Period>) -> String {
        let of = of.map_or(String::new(), |month| format!(" of {}", self.month(month)));
        format!("No figure{of} contradicts another.")
    }

    fn contradictions_title(&self) -> &'static str {
        "Contradictions"
    }

    fn suspicions_title(&self) -> &'static str {
        "Possible, but odd"
    }

    fn every_figure_title(&self) -> &'static str {
        "Every figure"
    }

    fn show_all(&self, count: u64) -> String {
        format!("Show all {}", whole(count))
    }

    fn reported_times(&self, times: usize) -> String {
        match times {
            0 | 1 => String::new(),
            times => format!(" (reported {times} times)"),
        }
    }

    fn article_label(&self) -> &'static str {
        "Article"
    }

    fn verdict_label(&self) -> &'static str {
        "Verdict"
    }

    fn all_option(&self) -> &'static str {
        "all"
    }

    fn check_caption(&self) -> &'static str {
        "Reported figures and whether the others agree with them"
    }

    fn figure_head(&self) -> &'static str {
        "Figure"
    }

    fn why_head(&self) -> &'static str {
        "Why"
    }
}
