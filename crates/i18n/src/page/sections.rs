//! Texts of the sections on where figures come from and whether they agree.

use crate::{CountWords, MonthWords, NameWords};
use model::{Catalogue, Currency, Dimension, Period};
use records::{Coverage, Extent};

/// Texts of the sections "Sources" and "Data quality", and of what is below all sections.
pub trait SectionWords: NameWords + CountWords + MonthWords {
    /// The heading (sections/sources.rs).
    fn sources_title(&self) -> &'static str;
    /// In what units articles report figures.
    fn units_of_articles(&self) -> &'static str;
    /// In what units the rows of records are, as far as they have them: weight, and money in a currency.
    fn units_of_rows(&self, has_weight: bool, currency: Option<Currency>) -> String;
    /// How many kilograms a unit is that the reader chose, where that is not plain.
    fn conversion(&self) -> Option<&'static str>;
    /// The link to all articles.
    fn all_articles(&self, count: u64) -> String;
    /// The link to the check of all figures.
    fn to_check(&self) -> &'static str;
    /// Facts about an article: how many of its figures are used.
    fn figures_used(&self, count: u64) -> String;
    /// It could not be read to its end.
    fn read_in_part(&self) -> &'static str;
    /// It repeats another one.
    fn repeats_article_of(&self, publisher: &str) -> String;
    /// The table of an article's figures, for those who hear it.
    fn figures_in_article(&self, subject: &str) -> String;
    /// Heads of that table: months, of what, measure, as reported.
    fn claim_heads(&self) -> [&'static str; 4];
    /// Below all sections (HowToRead).
    fn how_to_read_title(&self) -> &'static str;
    /// Around the mark of a contradicted figure.
    fn how_to_read(&self) -> [&'static str; 2];
    /// Marks and what they mean, a line each.
    fn marks(&self) -> [(&'static str, &'static str); 8];
    /// The same of a unit that only quotations of articles have.
    fn mark_of_quotations(&self) -> (&'static str, &'static str);
    /// That nothing is sent anywhere.
    fn computed_here(&self) -> &'static str;

    /// What records do not cover: codes of products, none for all goods, and months.
    fn not_covered(&self, products: &[&str], months: &[Period]) -> String;
    /// Months of which a file was cut.
    fn incomplete(&self, products: &[&str], months: &[Period]) -> String;

    /// In place of the check of records (sections/check.rs).
    fn nothing_to_check(&self) -> &'static str;
    /// The heading.
    fn check_title(&self) -> &'static str;
    /// How the check is made.
    fn check_caveat(&self) -> &'static str;
    /// While a worker compares the figures.
    fn settling(&self) -> &'static str;
    /// Where nothing is contradicted.
    fn no_contradictions(&self, of: Option<Period>) -> String;
    /// Headings: what is contradicted, what is odd, every figure.
    fn contradictions_title(&self) -> &'static str;
    /// See [`SectionWords::contradictions_title`].
    fn suspicions_title(&self) -> &'static str;
    /// See [`SectionWords::contradictions_title`].
    fn every_figure_title(&self) -> &'static str;
    /// The button below the first of many figures: "Show all 275".
    fn show_all(&self, count: u64) -> String;
    /// Behind a figure that several articles report, with its space; nothing for one.
    fn reported_times(&self, times: usize) -> String;
    /// Before the choice of an article, and the head of its column.
    fn article_label(&self) -> &'static str;
    /// Before the choice of a verdict, and the head of its column.
    fn verdict_label(&self) -> &'static str;
    /// No choice.
    fn all_option(&self) -> &'static str;
    /// What the table is, for those who hear it.
    fn check_caption(&self) -> &'static str;
    /// Heads of the columns that are no choices.
    fn figure_head(&self) -> &'static str;
    /// See [`SectionWords::figure_head`].
    fn why_head(&self) -> &'static str;
}

/// What a dataset of records does not cover, a sentence each; nothing where all is covered.
pub fn coverage_sentences(
    words: &dyn SectionWords,
    catalogue: &Catalogue,
    coverage: &Coverage,
) -> Vec<String> {
    let all = catalogue.members(Dimension::Product);
    let sentence = |limit: records::Limit| {
        let members = limit.products.iter().filter_map(|product| all.get(product.place()));
        // Where all products lack the same, none need be named.
        let codes: Vec<&str> = match limit.products.len() == all.len() {
            true => Vec::new(),
            false => members.map(|member| member.code.as_str()).collect(),
        };
        match limit.extent {
            Extent::NotCovered => words.not_covered(&codes, &limit.months),
            Extent::Incomplete | Extent::Whole => words.incomplete(&codes, &limit.months),
        }
    };
    coverage.summary().into_iter().map(sentence).collect()
}
