//! Texts of the tools.

use crate::en::months::noun;
use crate::{CountWords, English, Keeping, MonthWords, ToolWords, whole};
use model::Period;
use view::Length;

impl ToolWords for English {
    fn writing_summary(&self) -> &'static str {
        "Writing the summary"
    }

    fn no_month(&self) -> &'static str {
        "Nothing to write about."
    }

    fn length_name(&self, length: Length) -> &'static str {
        match length {
            Length::Full => "Full",
            Length::Short => "Short",
        }
    }

    fn length_switch(&self) -> &'static str {
        "Length of the summary"
    }

    fn show_number(&self) -> &'static str {
        "Show it among the others"
    }

    fn in_summary(&self) -> &'static str {
        "In the summary"
    }

    fn your_interpretation(&self, period: Period) -> String {
        format!("Your interpretation of {}", self.month(period))
    }

    fn interpretation_kept(&self, kept: bool) -> &'static str {
        match kept {
            true => {
                "Kept in this browser and copied along with the summary, in a box of its own. It is in no link and no dataset."
            }
            false => {
                "This browser keeps nothing: copy the summary before you leave the page. Your words are in no link and no dataset."
            }
        }
    }

    fn copy_buttons(&self) -> [(&'static str, &'static str); 3] {
        [
            ("Copy as text", "Copied as text."),
            ("Copy for an e-mail", "Copied: paste it into an e-mail."),
            ("Copy as Markdown", "Copied as Markdown."),
        ]
    }

    fn save_as_word(&self) -> &'static str {
        "Save for Word"
    }

    fn copy_by_hand(&self) -> &'static str {
        "The browser does not let this page copy. Copy it from here:"
    }

    fn said_and_unsaid(&self) -> &'static str {
        "What the summary says, and what it does not, because…"
    }

    fn fact_check_title(&self) -> &'static str {
        "Fact-check a text"
    }

    fn paste_label(&self) -> &'static str {
        "Paste a text with its tables, in English or Chinese"
    }

    fn paste_caveat(&self) -> &'static str {
        "Its figures are found and compared with this dataset and with each other. The text stays in this browser, and is gone when the page is closed."
    }

    fn clear(&self) -> &'static str {
        "Clear"
    }

    fn reading_text(&self) -> &'static str {
        "Reading the text"
    }

    fn is_about(&self, period: Period) -> String {
        format!("It is about {}", self.month(period))
    }

    fn read_as_of(&self, period: Period) -> String {
        format!(
            "Where the text names no {} it is read as of {}.",
            noun(period.frequency()),
            self.month(period)
        )
    }

    fn marked_figure(&self, form: &str, verdict: &str) -> String {
        format!("{form}: {verdict}")
    }

    fn fact_check_caption(&self) -> &'static str {
        "The figures of the text and whether the dataset agrees"
    }

    fn fact_check_heads(&self) -> [&'static str; 4] {
        ["Figure", "Read as", "Verdict", "Why"]
    }

    fn show(&self) -> &'static str {
        "Show"
    }

    fn more_figures_marked(&self, listed: u64, more: u64) -> String {
        let are = if more == 1 { "is" } else { "are" };
        format!(
            "The first {} are listed; {} more {are} marked in the text.",
            self.figures(listed),
            whole(more)
        )
    }

    fn cannot_add(&self) -> &'static str {
        "Figures can be added to a dataset of published figures; customs records are none."
    }

    fn add_figures_title(&self, count: u64) -> String {
        format!("Add the text’s {} to the dataset", self.figures(count))
    }

    fn add_figures_caveat(&self) -> &'static str {
        "What is understood becomes an article of the dataset, as reported, whether the dataset agrees or not. It is only in this browser until you download and publish it."
    }

    fn article_fields(&self) -> [&'static str; 4] {
        ["Publisher", "Title of the text", "Published on", "Address"]
    }

    fn add_figures(&self, count: u64) -> String {
        format!("Add {}", self.figures(count))
    }

    fn download_figures(&self) -> &'static str {
        "Download them as JSON"
    }

    fn files_title(&self) -> &'static str {
        "Your customs file"
    }

    fn files_caveat(&self) -> &'static str {
        "It is read in this browser. Nothing of it is sent anywhere."
    }

    fn reading_rows(&self, rows: u64) -> String {
        format!("Reading: {}", self.rows(rows))
    }

    fn making_dataset(&self) -> &'static str {
        "Adding up"
    }

    fn outcome(&self, keeping: Keeping) -> &'static str {
        match keeping {
            Keeping::Nothing => "Nothing of it could be used. What was shown before is still there.",
            Keeping::Kept => {
                "Compare this with the source. The breakdown is below, and stays in this browser until you remove it."
            }
            Keeping::NoRoom => {
                "Compare this with the source. The browser has no room to keep it: it is gone when the page is reloaded. Download it as a dataset to have it again."
            }
            Keeping::NotAllowed => {
                "Compare this with the source. This browser does not keep it, as in a private window: it is gone when the page is reloaded. Download it as a dataset to have it again."
            }
        }
    }
}
