//! The view and its query string.

use form_urlencoded::{Serializer, parse};

use super::choices::word_of;
use super::member_code::parameter;
use super::{Base, CompareAs, Length, MemberCode, Notice, Panels, Show, Sort, TrendChart};
use model::{Chosen, Dimension, Language, Period, Span, Units};
use serde::{Deserialize, Serialize};

/// What a link calls the reader's own dataset, which only this browser has.
pub const YOUR_FILE: &str = "your-file";

/// Which part of the page has the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Section {
    /// Everything, each part short.
    #[default]
    Overview,
    /// Monthly totals.
    Trend,
    /// One breakdown.
    Ranking(Dimension),
    /// What made the change on an earlier month.
    Changes,
    /// Months of all years side by side.
    Season,
    /// Unit values, and what they did to the value.
    Prices,
    /// All of one member.
    Member,
    /// Destinations against registration locations.
    Cross,
    /// Where the figures come from.
    Sources,
    /// Whether printed figures can be true together.
    Check,
    /// The month in sentences.
    Note,
    /// Whether a note that somebody wrote agrees with the dataset.
    CheckNote,
}

impl Section {
    /// Every section with its name in a link.
    pub const NAMES: [(&'static str, Section); 15] = [
        ("overview", Section::Overview),
        ("trend", Section::Trend),
        ("products", Section::Ranking(Dimension::Product)),
        ("destinations", Section::Ranking(Dimension::Destination)),
        ("registration-locations", Section::Ranking(Dimension::RegistrationLocation)),
        ("trade-modes", Section::Ranking(Dimension::TradeMode)),
        ("changes", Section::Changes),
        ("season", Section::Season),
        ("prices", Section::Prices),
        ("member", Section::Member),
        ("cross", Section::Cross),
        ("sources", Section::Sources),
        ("check", Section::Check),
        ("note", Section::Note),
        ("check-note", Section::CheckNote),
    ];

    /// The name in a link.
    pub fn name(self) -> &'static str {
        let found = Section::NAMES.iter().find(|(_, s)| *s == self);
        found.map_or("overview", |(name, _)| name)
    }

    /// Whether it quotes sources, or a text: its numbers are in their units, whatever a reader chose.
    pub fn is_in_source_units(self) -> bool {
        matches!(self, Section::Check | Section::Note | Section::CheckNote)
    }
}

/// What a link asks for. `None` is the default, which the dataset or the manifest decides. In messages it is the link.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct View {
    /// The dataset's id.
    pub dataset: Option<String>,
    /// The month.
    pub period: Option<Period>,
    /// What the rankings sum.
    pub span: Span,
    /// Which part has the room.
    pub section: Section,
    /// Codes of the members that count; none for all of them.
    pub chosen: Chosen,
    /// How the months are drawn.
    pub chart: TrendChart,
    /// With which period the changes are told.
    pub against: Base,
    /// The members that are compared over time, in the order in which they were chosen.
    pub compare: Vec<MemberCode>,
    /// In what they are compared.
    pub compare_as: CompareAs,
    /// In what they are drawn; `None` leaves it to how many they are.
    pub panels: Option<Panels>,
    /// The member that [`Section::Member`] is about.
    pub member: Option<MemberCode>,
    /// How the members of [`Section::Ranking`] are shown.
    pub show: Show,
    /// How tables are ordered; by quantity where nothing is said.
    pub sort: Option<Sort>,
    /// The article whose figures are checked; none for all of them.
    pub article: Option<String>,
    /// The month whose figures are checked; none for all of them.
    pub month: Option<Period>,
    /// The verdict of the figures that are shown; none for all of them.
    pub verdict: Option<String>,
    /// The figure whose contradiction is pointed out, by its id.
    pub claim: Option<String>,
    /// The language of the page and its note; `None` leaves it to the reader.
    pub language: Option<Language>,
    /// What numbers are told in, where the reader chose it.
    pub units: Units,
    /// How much the note says.
    pub length: Length,
    /// Whether it is one section alone, without the page's frame, for a page of somebody else.
    pub embed: bool,
}

/// Parameters that others add to links: no reason to bother a reader.
const NOT_OURS: [&str; 6] = ["fbclid", "gclid", "mc_cid", "mc_eid", "msclkid", "igshid"];

impl View {
    /// Reads a query string, with or without its `?`. What cannot be used falls back to the default
    /// and is noted.
    pub fn from_query(query: &str) -> (View, Vec<Notice>) {
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut view = View::default();
        let mut notices = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in parse(query.as_bytes()) {
            if name.is_empty() && value.is_empty() {
                continue;
            }
            if seen.iter().any(|s| *s == name) {
                notices.push(Notice::repeated(&name));
                continue;
            }
            seen.push(name.to_string());
            match name.as_ref() {
                "d" => view.dataset = Some(value.into_owned()),
                "period" => match value.parse() {
                    Ok(period) => view.period = Some(period),
                    Err(_) => notices.push(Notice::not_a_period(&value)),
                },
                "view" => match Section::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, section)) => view.section = *section,
                    None => notices.push(Notice::unknown_view(&value)),
                },
                "span" => match Span::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, span)) => view.span = *span,
                    None => notices.push(Notice::unknown_span(&value)),
                },
                "lang" => match Language::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, language)) => view.language = Some(*language),
                    None => notices.push(Notice::unknown_language(&value)),
                },
                "unit" => match Units::from_link(&value) {
                    Some(units) => view.units = units,
                    None => notices.push(Notice::unknown_unit(&value)),
                },
                "length" => match Length::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, length)) => view.length = *length,
                    None => notices.push(Notice::unknown_length(&value)),
                },
                "embed" => match value.as_ref() {
                    "1" => view.embed = true,
                    "0" => {}
                    _ => notices.push(Notice::unknown_parameter(&format!("embed={value}"))),
                },
                "chart" => match TrendChart::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, chart)) => view.chart = *chart,
                    None => notices.push(Notice::unknown_chart(&value)),
                },
                "against" => match Base::from_link(&value) {
                    Some(against) => view.against = against,
                    None => notices.push(Notice::unknown_comparison(&value)),
                },
                "compare" => {
                    let codes = value.split('~').filter(|code| !code.is_empty());
                    view.compare = codes.map(MemberCode::from_link).collect();
                }
                "as" => match CompareAs::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, compare_as)) => view.compare_as = *compare_as,
                    None => notices.push(Notice::unknown_comparison(&value)),
                },
                "panels" => match Panels::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, panels)) => view.panels = Some(*panels),
                    None => notices.push(Notice::unknown_chart(&value)),
                },
                "member" => view.member = Some(MemberCode::from_link(&value)),
                "show" => match Show::NAMES.iter().find(|(n, _)| *n == value) {
                    Some((_, show)) => view.show = *show,
                    None => notices.push(Notice::unknown_show(&value)),
                },
                "sort" => match Sort::from_link(&value) {
                    Some(sort) => view.sort = Some(sort),
                    None => notices.push(Notice::unknown_order(&value)),
                },
                "month" => match value.parse() {
                    Ok(month) => view.month = Some(month),
                    Err(_) => notices.push(Notice::not_a_period(&value)),
                },
                "article" => view.article = Some(value.into_owned()),
                "verdict" => view.verdict = Some(value.into_owned()),
                "claim" => view.claim = Some(value.into_owned()),
                name if NOT_OURS.contains(&name) || name.starts_with("utm_") => {}
                name => match Dimension::ALL.into_iter().find(|dimension| parameter(*dimension) == name) {
                    Some(dimension) => {
                        let codes = value.split(',').filter(|code| !code.is_empty());
                        view.chosen[dimension] = codes.map(str::to_owned).collect();
                    }
                    None => notices.push(Notice::unknown_parameter(name)),
                },
            }
        }
        (view, notices)
    }

    /// The query string with its `?`, or nothing for the default view.
    pub fn to_query(&self) -> String {
        let mut query = Serializer::new(String::new());
        if let Some(dataset) = &self.dataset {
            query.append_pair("d", dataset);
        }
        if let Some(period) = self.period {
            query.append_pair("period", &period.to_string());
        }
        if self.section != Section::default() {
            query.append_pair("view", self.section.name());
        }
        if self.span != Span::default() {
            query.append_pair("span", self.span.name());
        }
        for (dimension, chosen) in self.chosen.iter() {
            if !chosen.is_empty() {
                query.append_pair(parameter(dimension), &chosen.join(","));
            }
        }
        if self.chart != TrendChart::default() {
            query.append_pair("chart", word_of(&TrendChart::NAMES, &self.chart));
        }
        if self.against != Base::default() {
            query.append_pair("against", &self.against.to_link());
        }
        if !self.compare.is_empty() {
            let codes: Vec<String> = self.compare.iter().map(MemberCode::to_link).collect();
            query.append_pair("compare", &codes.join("~"));
        }
        if self.compare_as != CompareAs::default() {
            query.append_pair("as", word_of(&CompareAs::NAMES, &self.compare_as));
        }
        if let Some(panels) = self.panels {
            query.append_pair("panels", word_of(&Panels::NAMES, &panels));
        }
        if let Some(member) = &self.member {
            query.append_pair("member", &member.to_link());
        }
        if self.show != Show::default() {
            query.append_pair("show", word_of(&Show::NAMES, &self.show));
        }
        if let Some(sort) = self.sort {
            query.append_pair("sort", &sort.to_link());
        }
        if let Some(month) = self.month {
            query.append_pair("month", &month.to_string());
        }
        for (name, value) in [("article", &self.article), ("verdict", &self.verdict), ("claim", &self.claim)]
        {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        if let Some(language) = self.language {
            query.append_pair("lang", language.code());
        }
        if self.units != Units::AUTOMATIC {
            query.append_pair("unit", &self.units.to_link());
        }
        if self.length != Length::default() {
            query.append_pair("length", self.length.name());
        }
        if self.embed {
            query.append_pair("embed", "1");
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

impl From<View> for String {
    fn from(view: View) -> String {
        view.to_query()
    }
}

impl From<String> for View {
    fn from(query: String) -> View {
        View::from_query(&query).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SortBy;
    use model::{MoneyUnit, WeightUnit};
    use proptest::prelude::*;

    fn check(query: &str, notices: usize) -> View {
        let (view, found) = View::from_query(query);
        assert_eq!(found.len(), notices, "{query}: {found:?}");
        view
    }

    #[test]
    fn a_link_read_and_written_again_is_the_same_link() {
        for query in [
            "",
            "?period=2025-04",
            "?d=cn-aluminium-wire-cable&period=2025-04&view=destinations",
            "?period=2025-12&view=registration-locations&span=ytd",
            "?d=%E9%93%9D+%26",
            "?span=r12&product=76141000%2C76149000&destination=MEX",
            "?view=cross&registration-location=32&trade-mode=10",
            "?view=season",
            "?view=destinations&sort=-yoy",
            "?view=destinations&show=map",
            "?view=trend&chart=years",
            "?view=changes&against=year",
            "?view=changes&against=2024-11&show=slope",
            "?compare=MEX%7EPRT%7Eproduct%3A76141000&as=index",
            "?compare=MEX%7EPRT&as=unit-value&panels=each",
            "?view=member&member=registration-location%3A32",
            "?view=check&article=smm-103557449&verdict=contradicts",
            "?view=check&month=2025-08&verdict=contradicts",
            "?view=check&claim=smm-103557449.7",
            "?period=2025-08&view=note&lang=zh&length=short",
            "?view=season&lang=en",
            "?d=cn-aluminium-wire-cable&view=trend&embed=1",
            "?view=destinations&unit=kg",
            "?lang=en&unit=short-ton%2Cmillion",
        ] {
            assert_eq!(check(query, 0).to_query(), query);
        }
    }

    #[test]
    fn every_word_of_a_link_is_in_its_documentation() {
        let text = include_str!("../../../docs/links.md");
        let words =
            Section::NAMES.iter().map(|(name, _)| name).chain(TrendChart::NAMES.iter().map(|(name, _)| name));
        let words = words.chain(CompareAs::NAMES.iter().map(|(name, _)| name));
        let words = words
            .chain(Panels::NAMES.iter().map(|(name, _)| name))
            .chain(Show::NAMES.iter().map(|(name, _)| name))
            .chain(SortBy::NAMES.iter().map(|(name, _)| name))
            .chain(Span::NAMES.iter().map(|(name, _)| name))
            .chain(WeightUnit::NAMES.iter().map(|(name, _)| name))
            .chain(MoneyUnit::NAMES.iter().map(|(name, _)| name));
        // Defaults are never written.
        for word in words.filter(|word| !["overview", "columns", "quantity", "table"].contains(word)) {
            assert!(text.contains(&format!("`{word}`")), "{word}");
        }
        assert!(
            Dimension::ALL.into_iter().all(|dimension| text.contains(&format!("`{}`", parameter(dimension))))
        );
    }

    #[test]
    fn defaults_are_not_written() {
        assert_eq!(check("?view=overview&span=month&show=table&embed=0", 0).to_query(), "");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        check("?period=2025-13&month=May", 2);
        check("?view=map&span=week", 2);
        check("?chart=pie&against=decade&as=money&sort=colour&panels=three", 5);
        check("?view=destinations&show=globe", 1);
        check("?colour=red", 1);
        check("?embed=yes", 1);
        check("?unit=stone", 1);
        check("?view=note&lang=fr&length=long", 2);
        check("?period=2025-04&period=2025-08", 1);
        check("?utm_source=mail&fbclid=x", 0);
        assert_eq!(check("?period=2025-13&view=trend", 1).section, Section::Trend);
        let (_, notices) = View::from_query("?view=%E2%80%AEpam");
        assert_eq!(notices, [Notice::UnknownView("pam".to_owned())], "nothing turns the sentence around");
    }

    fn any_view() -> impl Strategy<Value = View> {
        let period = proptest::option::of((1900..2200i32, 1..13u32));
        let section = 0..Section::NAMES.len();
        let chosen = proptest::collection::vec("[^,]{1,8}", 0..3);
        let chosen = proptest::array::uniform4(chosen).prop_map(|[product, destination, location, mode]| {
            Chosen::from_fn(|dimension| match dimension {
                Dimension::Product => product.clone(),
                Dimension::Destination => destination.clone(),
                Dimension::RegistrationLocation => location.clone(),
                Dimension::TradeMode => mode.clone(),
            })
        });
        let members = proptest::collection::vec((0..4usize, "[^~]{1,8}"), 0..3);
        (proptest::option::of(".*"), period, section, 0..3usize, chosen, members).prop_map(
            |(dataset, period, s, span, chosen, members)| View {
                dataset,
                period: period.and_then(|(y, m)| Period::new(y, m)),
                section: Section::NAMES[s].1,
                span: Span::NAMES[span].1,
                chosen,
                chart: TrendChart::NAMES[s % 4].1,
                against: [Base::MonthBefore, Base::YearBefore, Base::Month(Period::new(2024, 11).unwrap())]
                    [span],
                compare_as: CompareAs::NAMES[s % 6].1,
                panels: [None, Some(Panels::One), Some(Panels::Each)][span],
                month: [None, Period::new(2025, 8)][s % 2],
                member: members
                    .first()
                    .map(|(d, code)| MemberCode { dimension: Dimension::ALL[*d], code: code.clone() }),
                compare: members
                    .into_iter()
                    .map(|(d, code)| MemberCode { dimension: Dimension::ALL[d], code })
                    .collect(),
                show: Show::NAMES[s % 4].1,
                sort: Sort::from_link(["quantity", "-name", "unit-value"][span]),
                article: None,
                verdict: Some("agrees".to_owned()),
                claim: None,
                language: [None, Some(Language::English), Some(Language::Chinese)][span],
                units: Units::nth((s * 7 + span) % Units::COUNT),
                length: Length::NAMES[s % 2].1,
                embed: s % 3 == 0,
            },
        )
    }

    proptest! {
        #[test]
        fn every_view_survives_its_link(view in any_view()) {
            let (read, notices) = View::from_query(&view.to_query());
            prop_assert_eq!(&read, &view);
            prop_assert!(notices.is_empty());
            prop_assert_eq!(read.to_query(), view.to_query());
        }

        #[test]
        fn no_query_string_panics(query in ".*", bytes in proptest::collection::vec("[a-z%=&?+0-9-]{0,12}", 0..8)) {
            View::from_query(&query);
            View::from_query(&bytes.concat());
        }
    }
}
