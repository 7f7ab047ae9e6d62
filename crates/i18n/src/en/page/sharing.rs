//! Texts of what readers take along besides files.

use crate::page::publishers;
use crate::{ENGLISH, English, MonthWords, NameWords, SharingWords};
use breakdown::Dataset;
use takeaway::{Citation, PUBLISHER};

/// A citation's end: the day and the address, and that its figures are made up.
fn end(cited: &Citation) -> String {
    let Citation { accessed, address, synthetic, .. } = cited;
    let day = format!("Accessed {}", ENGLISH.date(accessed));
    let place = if address.is_empty() { ".".to_owned() } else { format!(", {address}") };
    let warning = if synthetic.is_empty() { String::new() } else { format!(" ({synthetic})") };
    format!("{day}{place}{warning}")
}

fn source(cited: &Citation) -> String {
    let others = if cited.has_others { " and others" } else { "" };
    format!("{}{others}", cited.source)
}

impl SharingWords for English {
    fn explore(&self) -> &'static str {
        "Explore the data"
    }

    fn offers(&self) -> [&'static str; 3] {
        ["Embed", "Cite", "Code"]
    }

    fn copy(&self, code: bool) -> &'static str {
        if code { "Copy the code" } else { "Copy" }
    }

    fn selected(&self) -> &'static str {
        "The browser does not let this page copy. It is selected: press Ctrl+C (on a Mac, Cmd+C)."
    }

    fn nobody_else_has(&self) -> &'static str {
        "Only this browser has your file: no other page can show or fetch it. Publish it as a dataset of a site first."
    }

    fn in_several_files(&self) -> &'static str {
        "This dataset is in several files, of which the site has no table for other programs."
    }

    fn without_added(&self) -> &'static str {
        "It has the site’s figures, without those that you added."
    }

    fn embed_code(&self) -> &'static str {
        "Code for your page"
    }

    fn embed_remark(&self) -> &'static str {
        "It keeps this dataset, month and language, sets no cookies and loads nothing from elsewhere."
    }

    fn width_choices(&self) -> [&'static str; 2] {
        ["Width", "full width"]
    }

    fn height_choices(&self) -> [&'static str; 2] {
        ["Height", "all of it (needs a script)"]
    }

    fn preview(&self) -> &'static str {
        "Preview"
    }

    fn cited_source(&self, dataset: &Dataset) -> (String, bool) {
        match dataset {
            Dataset::Published(ledger) => {
                let (first, others) = publishers(ledger);
                (first.to_owned(), others > 0)
            }
            Dataset::Recorded(sums) => {
                let kind = if dataset.is_synthetic() { "synthetic records" } else { "customs records" };
                (format!("{}, {kind}", self.name(&sums.catalogue.reporter)), false)
            }
        }
    }

    fn title_of(&self, title: &str, part: &str) -> String {
        if part.is_empty() { title.to_owned() } else { format!("{title}: {part}") }
    }

    fn cited_as_synthetic(&self) -> &'static str {
        "Synthetic data, made up by a program: not statistics."
    }

    fn citation_names(&self) -> [&'static str; 3] {
        ["The finding, with its source", "Short", "In full"]
    }

    fn cited_in_short(&self, cited: &Citation) -> String {
        format!("{}: {}, {}. {PUBLISHER}. {}", source(cited), cited.title, cited.months, end(cited))
    }

    fn cited_in_full(&self, cited: &Citation) -> String {
        let Citation { title, months, facts, .. } = cited;
        format!(
            "{}. “{title}”, {months}. Dataset, {facts}. Published by {PUBLISHER}. {}",
            source(cited),
            end(cited)
        )
    }

    fn lines_fetch(&self) -> &'static str {
        "Each fetches this site’s table of the dataset: every figure that is known of a month, in total and by member, with its bounds and its source."
    }

    fn file_of_lines(&self) -> &'static str {
        "The table (CSV)"
    }

    fn programs(&self) -> [&'static str; 5] {
        ["Google Sheets", "Excel (Power Query)", "Python (pandas)", "R", "DuckDB"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited() -> Citation {
        Citation {
            source: "SMM".to_owned(),
            has_others: true,
            title: ENGLISH.title_of("China’s exports of A & B", "Trend"),
            facts: "HS 7614".to_owned(),
            months: "April 2025".to_owned(),
            accessed: "2025-06-18".to_owned(),
            address: "https://example.org/?d=x".to_owned(),
            ..Citation::default()
        }
    }

    #[test]
    fn a_citation_says_who_what_when_and_where() {
        let full = ENGLISH.cited_in_full(&cited());
        assert_eq!(
            ENGLISH.cited_in_short(&cited()),
            "SMM and others: China’s exports of A & B: Trend, April 2025. Tonnage. Accessed 18 June 2025, https://example.org/?d=x"
        );
        assert_eq!(
            full,
            "SMM and others. “China’s exports of A & B: Trend”, April 2025. Dataset, HS 7614. Published by Tonnage. Accessed 18 June 2025, https://example.org/?d=x"
        );
    }

    #[test]
    fn figures_that_a_program_made_up_are_cited_as_such() {
        let synthetic = ENGLISH.cited_as_synthetic().to_owned();
        let own = Citation { address: String::new(), has_others: false, synthetic, ..cited() };
        assert_eq!(
            ENGLISH.cited_in_short(&own),
            "SMM: China’s exports of A & B: Trend, April 2025. Tonnage. Accessed 18 June 2025. (Synthetic data, made up by a program: not statistics.)"
        );
    }
}
