//! How figures are cited, in the formats that programs and libraries read. Sentences are the crate `i18n`'s.

/// Who publishes the page.
pub const PUBLISHER: &str = "Tonnage";

/// What is cited. Names come from outside and may hold anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citation {
    /// Who the figures are from, in the reader's language.
    pub source: String,
    /// Whether they are from others, too.
    pub has_others: bool,
    /// The dataset's title, and what of it: "China’s exports of aluminium wire and cable: Destinations".
    pub title: String,
    /// What the dataset is: codes, unit, what it is made of.
    pub facts: String,
    /// The months, in words.
    pub months: String,
    /// The year in which they end.
    pub year: i32,
    /// What a bibliography calls it, before it is made a key: dataset, month, section.
    pub key: String,
    /// The day on which it is cited, `2025-06-18`.
    pub accessed: String,
    /// Where it is; empty where nobody else can see it.
    pub address: String,
    /// Set where a program made the figures up: a sentence that says so.
    pub synthetic: String,
}

/// An entry for BibTeX and biblatex.
pub fn bibtex(cited: &Citation) -> String {
    let source = escaped(&cited.source);
    let author = if cited.has_others { format!("{{{source}}} and others") } else { format!("{{{source}}}") };
    let fields = [
        ("author", author),
        ("title", format!("{{{}, {}}}", escaped(&cited.title), escaped(&cited.months))),
        ("howpublished", format!("{PUBLISHER}, dataset")),
        ("year", cited.year.to_string()),
        ("note", escaped(&cited.synthetic)),
        ("url", bare(&cited.address)),
        ("urldate", cited.accessed.clone()),
    ];
    let mut entry = format!("@misc{{{}", key(&cited.key));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        entry += &format!(",\n  {name} = {{{value}}}");
    }
    entry + "\n}"
}

/// As GB/T 7714—2015 has it for a dataset that is online: 主要责任者. 题名[DS/OL]. 出版者, 出版年[引用日期]. 获取和访问路径.
pub fn gb_t_7714(cited: &Citation) -> String {
    let Citation { source, title, months, year, accessed, address, synthetic, .. } = cited;
    let others = if cited.has_others { ", 等" } else { "" };
    let kind = if address.is_empty() { "DS" } else { "DS/OL" };
    let entry = format!("{source}{others}. {title}, {months}[{kind}]. {PUBLISHER}, {year}[{accessed}].");
    let rest = [address.as_str(), synthetic].into_iter().filter(|part| !part.is_empty());
    rest.fold(entry, |entry, part| format!("{entry} {part}"))
}

/// A text as TeX prints it. Braces become commands: BibTeX counts them, behind a backslash, too.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped += "\\textbackslash{}",
            '{' => escaped += "\\textbraceleft{}",
            '}' => escaped += "\\textbraceright{}",
            '~' => escaped += "\\textasciitilde{}",
            '^' => escaped += "\\textasciicircum{}",
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address, which BibTeX takes as it is but for braces and backslashes.
fn bare(address: &str) -> String {
    let mut bare = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => bare += "%7B",
            '}' => bare += "%7D",
            '\\' => bare += "%5C",
            c if c.is_control() || c == ' ' => bare += "%20",
            c => bare.push(c),
        }
    }
    bare
}

/// A key of letters, digits and hyphens.
fn key(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire() -> Citation {
        Citation {
            source: "SMM".to_owned(),
            has_others: true,
            title: "China’s exports of aluminium wire and cable: Destinations".to_owned(),
            facts: "HS 76141000".to_owned(),
            months: "April 2025".to_owned(),
            year: 2025,
            key: "cn-aluminium-wire-cable-2025-04-destinations".to_owned(),
            accessed: "2025-06-18".to_owned(),
            address: "https://example.org/?d=a_b&period=2025-04".to_owned(),
            synthetic: String::new(),
        }
    }

    #[test]
    fn a_bibliography_has_who_what_when_and_where() {
        let entry = "\
@misc{cn-aluminium-wire-cable-2025-04-destinations,
  author = {{SMM} and others},
  title = {{China’s exports of aluminium wire and cable: Destinations, April 2025}},
  howpublished = {Tonnage, dataset},
  year = {2025},
  url = {https://example.org/?d=a_b&period=2025-04},
  urldate = {2025-06-18}
}";
        assert_eq!(bibtex(&wire()), entry);
    }

    #[test]
    fn nothing_of_a_name_is_a_command_or_ends_a_field() {
        let hostile = Citation {
            source: "A}, title = {B & C".to_owned(),
            title: "100 % of \\input{x} #1_a ~^\n$x$".to_owned(),
            key: "a,b{c} é".to_owned(),
            address: "https://example.org/{a}\\b".to_owned(),
            synthetic: "Made up.".to_owned(),
            has_others: false,
            ..wire()
        };
        let entry = bibtex(&hostile);
        let depth = |text: &str| {
            text.chars().fold((0i32, 0i32), |(depth, least), c| {
                let depth = depth + i32::from(c == '{') - i32::from(c == '}');
                (depth, least.min(depth))
            })
        };
        assert_eq!(depth(&entry), (0, 0), "{entry}");
        assert!(entry.starts_with("@misc{a-b-c---,\n"), "{entry}");
        assert!(
            entry.contains("author = {{A\\textbraceright{}, title = \\textbraceleft{}B \\& C}}"),
            "{entry}"
        );
        let title = "title = {{100 \\% of \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \
                     \\#1\\_a \\textasciitilde{}\\textasciicircum{} \\$x\\$, April 2025}}";
        assert!(entry.contains(title), "{entry}");
        assert!(entry.contains("url = {https://example.org/%7Ba%7D%5Cb}"), "{entry}");
        assert!(entry.contains("note = {Made up.}"), "{entry}");
    }

    #[test]
    fn gb_t_7714_has_its_marks() {
        let cited = Citation {
            title: "中国铝线缆出口：贸易伙伴".to_owned(),
            months: "2025年4月".to_owned(),
            ..wire()
        };
        assert_eq!(
            gb_t_7714(&cited),
            "SMM, 等. 中国铝线缆出口：贸易伙伴, 2025年4月[DS/OL]. Tonnage, 2025[2025-06-18]. https://example.org/?d=a_b&period=2025-04"
        );
        let own =
            Citation { address: String::new(), synthetic: "程序生成的数据。".to_owned(), ..cited };
        assert_eq!(
            gb_t_7714(&own),
            "SMM, 等. 中国铝线缆出口：贸易伙伴, 2025年4月[DS]. Tonnage, 2025[2025-06-18]. 程序生成的数据。"
        );
    }
}
