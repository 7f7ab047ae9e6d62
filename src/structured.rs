//! What a static page tells search engines: the dataset, in the words of [schema.org](https://schema.org/Dataset).

use serde::Serialize;

use crate::state::Shown;
use breakdown::Dataset;
use model::{Flow, Frequency, Language, Period, Unit};

#[derive(Serialize)]
struct DatasetData<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    description: String,
    /// From the first to the last month: "2021-12/2025-12".
    #[serde(rename = "temporalCoverage", skip_serializing_if = "Option::is_none")]
    months: Option<String>,
    #[serde(rename = "spatialCoverage")]
    reporter: &'a str,
    #[serde(rename = "variableMeasured")]
    measured: [&'static str; 1],
    /// Who printed or gave out the figures.
    #[serde(rename = "isBasedOn", skip_serializing_if = "Vec::is_empty")]
    based_on: Vec<&'a str>,
}

/// The dataset as a `script` element of JSON-LD, which runs nothing.
pub fn element(shown: &Shown) -> String {
    let words = i18n::words(Language::English);
    let catalogue = shown.catalogue();
    let based_on = match &shown.dataset {
        Dataset::Published(ledger) => ledger.articles.iter().filter_map(|a| a.url.as_deref()).collect(),
        Dataset::Recorded(sums) => sums.provenance.sources.iter().map(String::as_str).collect(),
    };
    let about = words.name(&catalogue.about);
    let data = DatasetData {
        context: "https://schema.org",
        kind: "Dataset",
        name: words.name(&catalogue.title),
        description: if about.is_empty() { words.dataset_facts(&shown.dataset) } else { about.to_owned() },
        months: shown.coverage.map(|(first, last)| span_of_time(first, last)),
        reporter: words.name(&catalogue.reporter),
        measured: [match (catalogue.flow, shown.dataset.subject().unit) {
            (Flow::Export, Unit::Tonnes) => "Exports, tonnes of net weight",
            (Flow::Import, Unit::Tonnes) => "Imports, tonnes of net weight",
            (Flow::Export, _) => "Exports, value",
            (Flow::Import, _) => "Imports, value",
        }],
        based_on,
    };
    // In JSON a "<" may be written so; in HTML it could end the element.
    let json = serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// Two ends as ISO 8601 writes them, which has years and months and no quarters.
fn span_of_time(first: Period, last: Period) -> String {
    match first.frequency() {
        Frequency::Monthly | Frequency::Annual => format!("{first}/{last}"),
        Frequency::Quarterly => {
            let begin = first.plus(-1).within(Frequency::Monthly).plus(1);
            format!("{begin}/{}", last.within(Frequency::Monthly))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dataset::read_ledger;

    #[test]
    fn a_dataset_tells_what_it_is_and_cannot_end_its_element() {
        let text = include_str!("../tests/fixtures/data/cn-aluminium-wire-cable.json");
        let text = text.replacen("China’s exports of aluminium wire and cable", "</script><b>", 1);
        let ledger = read_ledger(text.as_bytes()).read.unwrap();
        let element = element(&Shown::of_site(Dataset::Published(ledger), None));
        let json = element.split_once('>').unwrap().1.strip_suffix("</script>").unwrap();
        assert!(!json.contains('<'), "{json}");
        let data: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(data["@type"], "Dataset");
        assert_eq!(data["name"], "</script><b>");
        assert_eq!(data["temporalCoverage"], "2021-12/2025-12");
        assert_eq!(data["isBasedOn"].as_array().map(Vec::len), Some(10));
    }
}
