//! The table, read when it is first asked.

use std::sync::OnceLock;

use super::{Kind, Partner, Scheme, fold};
use model::{Period, sort_list};

/// A head, then a partner a line, in the order of their identities.
const TEXT: &str = include_str!("partners.tsv");

/// Partners, and lists in order that lead to their places.
pub(crate) struct Table {
    pub partners: Vec<Partner>,
    /// Number 0 before number 1, where a list and a more general one give one code to two.
    codes: Vec<(Scheme, &'static str, u8, usize)>,
    /// Folded.
    names: Vec<(String, usize, Months)>,
    groups: Vec<(&'static str, usize, Months)>,
}

/// The months in which something was so.
#[derive(Debug, Clone, Copy, Default)]
struct Months {
    from: Option<Period>,
    to: Option<Period>,
}

impl Months {
    /// What stands before an `@`, and the months behind it.
    fn of(text: &str) -> (&str, Months) {
        let Some((text, months)) = text.split_once('@') else { return (text, Months::default()) };
        let (from, to) = months.split_once("..").unwrap_or_default();
        (text, Months { from: from.parse().ok(), to: to.parse().ok() })
    }

    fn hold(self, at: Period) -> bool {
        self.from.is_none_or(|from| from <= at) && self.to.is_none_or(|to| at <= to)
    }
}

/// The table.
pub(crate) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

/// A line's fields.
struct Line {
    fields: [&'static str; 15],
}

impl Line {
    /// `None` for a line of another length.
    fn of(line: &'static str) -> Option<Line> {
        let mut fields = [""; 15];
        let mut rest = line.split('\t');
        for field in &mut fields {
            *field = rest.next()?;
        }
        rest.next().is_none().then_some(Line { fields })
    }

    /// The partner, and with their lists the codes that lead to it.
    fn read(&self) -> Option<(Partner, impl Iterator<Item = (Scheme, &'static str, u8)> + use<>)> {
        let [
            id,
            kind,
            alpha2,
            alpha3,
            m49,
            comtrade,
            customs,
            geonom,
            comexstat,
            japan,
            census,
            en,
            zh,
            _,
            _,
        ] = self.fields;
        let kind = match kind {
            "C" => Kind::Country,
            "A" => Kind::Area,
            "G" => Kind::Group,
            "U" => Kind::Unspecified,
            _ => return None,
        };
        let is_alpha3 = id.len() == 3 && matches!(kind, Kind::Country | Kind::Area);
        let lists = [
            (Scheme::Iso3, if is_alpha3 { id } else { "" }, 0),
            (Scheme::Iso3, alpha3, 0),
            (Scheme::Iso2, alpha2, 0),
            (Scheme::Comtrade, comtrade, 0),
            (Scheme::Comtrade, m49, 1),
            (Scheme::ChinaCustoms, customs, 0),
            (Scheme::Geonomenclature, geonom, 0),
            (Scheme::Geonomenclature, alpha2, 1),
            (Scheme::ComexStat, comexstat, 0),
            (Scheme::Japan, japan, 0),
            (Scheme::Census, census, 0),
        ];
        let codes = lists.into_iter().flat_map(|(scheme, codes, order)| {
            let codes = codes.split(',').filter(|code| !code.is_empty());
            codes.map(move |code| (scheme, without_zeros(code), order))
        });
        Some((Partner { id, kind, en, zh }, codes))
    }

    /// Its names.
    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let [.., en, zh, names, _] = self.fields;
        [en, zh].into_iter().chain(names.split('|').filter(|name| !name.is_empty()))
    }

    /// The groups that it belonged to.
    fn groups(&self) -> impl Iterator<Item = &'static str> + use<> {
        let [.., groups] = self.fields;
        groups.split('|').filter(|group| !group.is_empty())
    }
}

/// A code as it is without zeros before it; one of zeros alone is `0`.
fn without_zeros(code: &str) -> &str {
    match code.trim_start_matches('0') {
        "" => code.get(..1).unwrap_or_default(),
        number => number,
    }
}

impl Table {
    fn read() -> Table {
        let mut table = Table { partners: vec![], codes: vec![], names: vec![], groups: vec![] };
        for line in TEXT.lines().skip(1).filter_map(Line::of) {
            let Some((partner, codes)) = line.read() else { continue };
            let place = table.partners.len();
            table.codes.extend(codes.map(|(scheme, code, order)| (scheme, code, order, place)));
            for (name, months) in line.names().map(Months::of) {
                table.names.push((fold(name), place, months));
            }
            for (group, months) in line.groups().map(Months::of) {
                table.groups.push((group, place, months));
            }
            table.partners.push(partner);
        }
        sort_list(&mut table.codes, Ord::cmp);
        sort_list(&mut table.names, |(a, ..), (b, ..)| a.cmp(b));
        table
    }

    pub fn coded(&self, scheme: Scheme, code: &str) -> Option<&Partner> {
        let code = without_zeros(code.trim()).to_ascii_uppercase();
        let first = self.codes.partition_point(|(s, c, ..)| (*s, *c) < (scheme, code.as_str()));
        let (found_in, found, _, place) = self.codes.get(first)?;
        ((*found_in, *found) == (scheme, code.as_str())).then(|| self.partners.get(*place))?
    }

    /// The partner of a folded name: the only one, or the only one that had it at that month.
    pub fn named(&self, folded: &str, at: Option<Period>) -> Option<&Partner> {
        let first = self.names.partition_point(|(name, ..)| name.as_str() < folded);
        let named = || self.names.iter().skip(first).take_while(|(name, ..)| name == folded);
        let (_, place, _) = named().next()?;
        if named().all(|(_, other, _)| other == place) {
            return self.partners.get(*place);
        }
        let at = at?;
        let mut then = named().filter(|(_, _, months)| months.hold(at));
        let (_, place, _) = then.next()?;
        then.next().is_none().then(|| self.partners.get(*place))?
    }

    pub fn members(&self, group: &str, at: Option<Period>) -> impl Iterator<Item = &Partner> {
        let belongs = move |months: Months| match at {
            Some(at) => months.hold(at),
            None => months.to.is_none(),
        };
        let members = self.groups.iter().filter(move |(of, _, months)| *of == group && belongs(*months));
        members.filter_map(|(_, place, _)| self.partners.get(*place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_name(text: &str) -> bool {
        !text.is_empty() && text == text.trim() && !text.contains("  ")
    }

    #[test]
    fn every_line_is_a_partner_in_order() {
        let lines = TEXT.lines().skip(1).count();
        let partners = &table().partners;
        assert_eq!(partners.len(), lines);
        assert!(partners.iter().zip(partners.iter().skip(1)).all(|(a, b)| a.id < b.id));
        for partner in partners {
            assert!(
                is_name(partner.en) && partner.en.chars().all(|c| !('\u{4E00}'..='\u{9FFF}').contains(&c))
            );
            assert!(
                is_name(partner.zh) && partner.zh.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
            );
        }
    }

    #[test]
    fn a_code_leads_to_one_partner() {
        let codes = &table().codes;
        for (a, b) in codes.iter().zip(codes.iter().skip(1)) {
            assert_ne!((a.0, a.1, a.2), (b.0, b.1, b.2));
        }
        for line in TEXT.lines().skip(1).filter_map(Line::of) {
            let (partner, codes) = line.read().unwrap();
            for (scheme, code, order) in codes.filter(|(_, _, order)| *order == 0) {
                assert_eq!(table().coded(scheme, code), Some(&partner), "{scheme:?} {code} {order}");
            }
        }
    }

    #[test]
    fn a_name_leads_to_its_partner_and_to_no_other() {
        let mut seen: Vec<(String, &str)> = Vec::new();
        for line in TEXT.lines().skip(1).filter_map(Line::of) {
            let (partner, _) = line.read().unwrap();
            for written in line.names() {
                let (name, months) = Months::of(written);
                assert!(is_name(name), "{written}");
                let is_dated = written.contains('@');
                assert!(!is_dated || months.from.is_some() || months.to.is_some(), "{written}");
                let at = months.to.or(months.from);
                assert_eq!(crate::by_name(name, at), Some(&partner), "{written}");
                assert!(!seen.contains(&(fold(name), partner.id)), "{written} stands twice");
                seen.push((fold(name), partner.id));
            }
        }
    }

    #[test]
    fn memberships_are_of_groups_and_have_months() {
        for (group, place, months) in &table().groups {
            assert_eq!(crate::by_id(group).unwrap().kind, Kind::Group, "{place} {months:?}");
        }
        let written = TEXT.lines().skip(1).filter_map(Line::of).flat_map(|line| line.groups());
        for group in written.filter(|group| group.contains('@')) {
            let (_, months) = Months::of(group);
            assert!(months.from.is_some() || months.to.is_some(), "{group}");
        }
    }
}
