//! Code that somebody pastes: an embedded section, and lines that fetch a dataset's file.

/// A section on another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    /// Where the section is.
    pub address: &'a str,
    /// What it is, for those who hear it.
    pub title: &'a str,
    /// How wide, pixels; `None` for as wide as its place.
    pub width: Option<u32>,
    /// How high, pixels; `None` for as high as what it shows, for which it needs a script.
    pub height: Option<u32>,
}

/// How high a frame is until it is heard how high it should be, pixels.
const HEIGHT: u32 = 480;

impl Frame<'_> {
    /// Its width as an attribute.
    pub fn width_text(&self) -> String {
        self.width.map_or_else(|| "100%".to_owned(), |pixels| pixels.to_string())
    }

    /// Its height as an attribute.
    pub fn height_text(&self) -> String {
        self.height.unwrap_or(HEIGHT).to_string()
    }

    /// It as HTML. One whose height is not given is fitted by the script at `fitting`.
    pub fn html(&self, fitting: &str) -> String {
        let [address, title, fitting] = [self.address, self.title, fitting].map(attribute);
        let (width, height) = (self.width_text(), self.height_text());
        let (fits, script) = match self.height {
            Some(_) => ("", String::new()),
            None => (" data-fit", format!("\n<script src=\"{fitting}\" async></script>")),
        };
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" frameborder=\"0\"{fits}></iframe>{script}"
        )
    }
}

/// A text between the quotation marks of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Lines that fetch a file of CSV with a column `code`, and make a table of it: in Google Sheets, Excel's Power Query,
/// pandas, R and DuckDB.
pub fn lines(address: &str) -> [String; 5] {
    // Between quotation marks of any kind.
    let address = address.replace('"', "%22").replace('\'', "%27").replace('\\', "%5C");
    [
        format!("=IMPORTDATA(\"{address}\")"),
        format!(
            "let\n    Source = Csv.Document(Web.Contents(\"{address}\"), [Delimiter = \",\", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),\n    \
             Table = Table.PromoteHeaders(Source, [PromoteAllScalars = true])\nin\n    Table"
        ),
        format!("import pandas as pd\n\ndf = pd.read_csv(\"{address}\", dtype={{\"code\": str}})"),
        format!("df <- read.csv(\"{address}\", colClasses = c(code = \"character\"), encoding = \"UTF-8\")"),
        format!("SELECT * FROM read_csv('{address}', types = {{'code': 'VARCHAR'}});"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_fits_its_content_by_a_script_and_has_none_where_its_height_is_fixed() {
        let address = "https://a.example/?d=x&embed=1";
        let frame = Frame { address, title: "“A” & <B>\"", width: None, height: None };
        assert_eq!(
            frame.html("https://a.example/embed.js"),
            "<iframe src=\"https://a.example/?d=x&amp;embed=1\" title=\"“A” &amp; &lt;B&gt;&quot;\" width=\"100%\" height=\"480\" loading=\"lazy\" frameborder=\"0\" data-fit></iframe>\n\
             <script src=\"https://a.example/embed.js\" async></script>"
        );
        let fixed = Frame { width: Some(600), height: Some(400), ..frame }.html("https://a.example/embed.js");
        assert!(fixed.contains("width=\"600\" height=\"400\""), "{fixed}");
        assert!(!fixed.contains("script") && !fixed.contains("data-fit"), "{fixed}");
    }

    #[test]
    fn an_address_stays_between_its_quotation_marks() {
        for line in lines("https://a.example/o'\"\\x/data/a.csv") {
            assert!(line.contains("https://a.example/o%27%22%5Cx/data/a.csv"), "{line}");
        }
    }
}
