//! `tonnage page`: a month's page as HTML, as the page itself draws it in a browser.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};
use dataset::{DatasetRef, Kind, Manifest, Part, read_manifest};
use i18n::taken_words;
use model::{Chosen, Language, Period, Span};
use report::Tables;
use takeaway::Format;
use tonnage::{PageHtml, Shown, page_html};
use view::View;

use super::example;
use crate::answer::{Answer, Failure};
use crate::files;
use crate::language::language;
use crate::manifest::FILE;
use crate::pack::pack_modules;
use crate::table::Output;
use crate::values::month;
use crate::words::words;

/// A month’s page as HTML, readable without JavaScript
///
/// Of a dataset it is printed. Of a built site, the page that the site opens with is put into its index.html, so
/// that readers see figures before any script has come, its modules are packed, and all figures of each dataset are
/// put beside it as a table, for other programs.
#[derive(Args)]
#[command(
    verbatim_doc_comment,
    group = ArgGroup::new("what").required(true).args(["dataset", "site"]),
    after_help = example!("page --dataset public/data/cn-aluminium-wire-cable.json --period 2025-04")
)]
pub struct Arguments {
    /// Which dataset to read
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
    /// The month, instead of the dataset’s default month
    #[arg(long, value_name = "YYYY-MM", value_parser = month, requires = "dataset")]
    period: Option<Period>,
    /// Which folder holds the built site
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    match (&arguments.dataset, &arguments.site) {
        (_, Some(site)) => put_into(site),
        (Some(path), None) => printed(path, arguments.period),
        (None, None) => Err(words().no_dataset_or_site().to_owned()),
    }
}

/// A document with a month's page.
fn printed(path: &Path, period: Option<Period>) -> Result<Answer, Failure> {
    let dataset = files::dataset(path)?;
    let period = files::covered(&dataset, period)?;
    let kind = if dataset.is_recorded() { Kind::Records } else { Kind::PublishedFigures };
    let catalogue = dataset.catalogue();
    let only = DatasetRef {
        id: catalogue.id.clone(),
        kind,
        parts: Vec::<Part>::new(),
        sums: None,
        settlement: None,
        title: catalogue.title.clone(),
        first: None,
        last: None,
        default_period: None,
    };
    let manifest = Manifest { datasets: vec![only], default: 0 };
    let view = View { period: Some(period), language: Some(language()), ..View::default() };
    let PageHtml { title, body, structured } = page_html(manifest, Shown::of_site(dataset, None), view);
    let title = escaped(&title);
    Ok(Answer::done(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\" /><title>{title}</title>{structured}</head>\n<body>\n{body}\n</body>\n</html>\n",
        language().tag()
    )))
}

/// Where the static page goes: the element that tells of a page on its way, and what it is until then.
const BOOT: &str = "<div id=\"boot\">";
const STILL: &str = "<div id=\"static\">";
const TITLE: [&str; 2] = ["<title>", "</title>"];

/// Puts the page that a site opens with into its `index.html`.
fn put_into(site: &Path) -> Result<Answer, Failure> {
    let data = site.join("data");
    let reading = read_manifest(&files::bytes(&data.join(FILE))?);
    let manifest = reading.read.ok_or_else(|| words().not_read(&data.join(FILE)))?;
    let wanted = manifest.default().ok_or_else(|| words().site_without_dataset())?;
    let file = wanted.parts.first().ok_or_else(|| words().dataset_without_file())?;
    let dataset = files::dataset(&data.join(&file.file))?;
    let tables = write_tables(&data, &manifest)?;
    let shown = Shown::of_site(dataset, wanted.default_period);
    let PageHtml { title, body, structured } = page_html(manifest, shown, View::default());

    let index = site.join("index.html");
    let shell = String::from_utf8(files::bytes(&index)?).map_err(|_| words().not_utf8(&index))?;
    if shell.contains(STILL) {
        return Err(words().page_is_there(&index));
    }
    let odd = || words().not_the_page(&index, BOOT);
    let (before, after) = shell.split_once(BOOT).ok_or_else(odd)?;
    let html = format!("{before}{STILL}{body}</div>\n    <div id=\"boot\" hidden>{after}");
    let html = with_title(&html, &escaped(&title)).ok_or_else(odd)?;
    let html = html.replacen("</head>", &format!("  {structured}\n  </head>"), 1);
    // The live page is drawn beside it, unseen, until it has the same figures.
    let html = html.replacen("<body>", "<body class=\"waiting\">", 1);
    files::write(&index, html)?;
    let packed = pack_modules(site)?;
    Ok(Answer::done(format!("{}\n{packed}{tables}", words().about(&index.display().to_string(), &title))))
}

/// Writes all figures of each dataset as CSV beside it; which files these are.
fn write_tables(data: &Path, manifest: &Manifest) -> Result<String, Failure> {
    let mut told = String::new();
    for (table, part) in
        manifest.datasets.iter().filter_map(|dataset| Some((dataset.table()?, dataset.parts.first()?)))
    {
        let dataset = files::dataset(&data.join(&part.file))?;
        // Every month is in it, whichever is asked for; one without any has nothing to tell.
        let Some((_, period)) = dataset.coverage() else { continue };
        let taken = taken_words(Language::English);
        let (only, span) = (Chosen::default(), Span::Month);
        let tables = Tables { words: taken, dataset: &dataset, chosen: None, only: &only, period, span };
        let path = data.join(&table);
        Output::to(&path, Some(Format::Csv))?.write(tables.all_series())?;
        told += &format!("{}\n", path.display());
    }
    Ok(told)
}

fn with_title(html: &str, title: &str) -> Option<String> {
    let [open, close] = TITLE;
    let (before, rest) = html.split_once(open)?;
    let (_, after) = rest.split_once(close)?;
    Some(format!("{before}{open}{title}{close}{after}"))
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
