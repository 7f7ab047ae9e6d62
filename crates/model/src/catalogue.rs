//! What a dataset is about: its title, whose trade it is, and the members of each dimension.

use serde::{Deserialize, Serialize};

use super::{Dimension, DimensionMap, MemberId, MemberIndex, Period};

/// A name in both languages of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Name {
    /// English.
    pub en: String,
    /// Chinese; empty where the dataset has none.
    pub zh: String,
}

/// A product, partner, registration location or trade mode.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Member {
    /// HS code, country code (ISO alpha-3, where the partner is known), customs code of the province (the first two
    /// digits of GB/T 2260) or of the trade mode. Text: leading zeros stay.
    pub code: String,
    /// Other codes that lead to it, as sources write it and as links made before name it: `429` for `MEX`.
    pub also: Vec<String>,
    /// Its name.
    pub name: Name,
}

/// The direction of trade. Customs files do not say it: whoever brings one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Flow {
    /// Goods that leave the reporter; partners are destinations.
    #[default]
    Export,
    /// Goods that enter the reporter; partners are origins.
    Import,
}

impl Flow {
    /// Every flow with its word in files and links.
    pub const NAMES: [(&'static str, Flow); 2] = [("export", Flow::Export), ("import", Flow::Import)];

    /// The word in files and links.
    pub fn name(self) -> &'static str {
        match self {
            Flow::Export => "export",
            Flow::Import => "import",
        }
    }
}

/// What the value of goods counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Valuation {
    /// Free on board: the goods as they leave, as customs count exports.
    Fob,
    /// Cost, insurance and freight: the goods with their way, as customs count imports.
    Cif,
}

impl Valuation {
    /// Every valuation with its word in files, which is its Incoterm.
    pub const NAMES: [(&'static str, Valuation); 2] = [("FOB", Valuation::Fob), ("CIF", Valuation::Cif)];

    /// How customs value what flows.
    pub fn of(flow: Flow) -> Valuation {
        match flow {
            Flow::Export => Valuation::Fob,
            Flow::Import => Valuation::Cif,
        }
    }
}

/// Codes of the members that count; none of a dimension for all of it.
pub type Chosen = DimensionMap<Vec<String>>;

/// What a dataset is about.
///
/// ```
/// use model::{Catalogue, Dimension, Member, Name};
///
/// let mut catalogue = Catalogue::default();
/// let name = Name { en: "Mexico".to_owned(), zh: "墨西哥".to_owned() };
/// catalogue.members[Dimension::Destination].push(Member { code: "MEX".to_owned(), also: vec!["429".to_owned()], name });
///
/// let mexico = catalogue.find(Dimension::Destination, "MEX").unwrap();
/// assert_eq!(catalogue.find(Dimension::Destination, "429"), Some(mexico));
/// assert_eq!(catalogue.member(mexico).map(|member| member.name.en.as_str()), Some("Mexico"));
/// assert_eq!(catalogue.find(Dimension::Product, "MEX"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// The dataset's id, as links use it.
    pub id: String,
    /// What it is, for a heading.
    pub title: Name,
    /// The goods, as they read inside a sentence.
    pub commodity: Name,
    /// Whose trade it is.
    pub reporter: Name,
    /// A sentence or two on what the dataset holds.
    pub about: Name,
    /// Exports or imports.
    pub flow: Flow,
    /// What its values in money count, where it says so.
    pub valuation: Option<Valuation>,
    /// The month to open with.
    pub default_period: Option<Period>,
    /// The members of each dimension, as the dataset declares them: at most [`MemberIndex::MOST`] of each.
    /// The products together are all of the commodity.
    pub members: DimensionMap<Vec<Member>>,
}

impl Catalogue {
    /// What values in money count: as the dataset says, or else as customs value what flows.
    pub fn valuation(&self) -> Valuation {
        self.valuation.unwrap_or(Valuation::of(self.flow))
    }

    /// Whether the reporter's trade stands still over the Lunar New Year.
    pub fn has_lunar_new_year(&self) -> bool {
        self.reporter.en == "China" || self.reporter.zh == "中国"
    }

    /// The members of a dimension, as the dataset declares them.
    pub fn members(&self, dimension: Dimension) -> &[Member] {
        &self.members[dimension]
    }

    /// One member.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members(id.dimension).get(id.index.place())
    }

    /// The member of that code: the first, where the dataset has it twice. Where none has it, the member that it
    /// also leads to, unless it leads to several.
    pub fn find(&self, dimension: Dimension, code: &str) -> Option<MemberId> {
        let members = self.members(dimension);
        let also = |member: &Member| member.also.iter().any(|other| other == code);
        let place = members.iter().position(|member| member.code == code).or_else(|| {
            let place = members.iter().position(also)?;
            (members.iter().rposition(also) == Some(place)).then_some(place)
        })?;
        Some(MemberId { dimension, index: MemberIndex::new(place)? })
    }

    /// The members of a dimension that were chosen; none where all count.
    pub fn chosen(&self, chosen: &Chosen, dimension: Dimension) -> impl Iterator<Item = MemberId> {
        let is_chosen = move |id: &MemberId| {
            self.member(*id).is_some_and(|member| chosen[dimension].contains(&member.code))
        };
        self.member_ids(dimension).filter(is_chosen)
    }

    /// The addresses of all members of a dimension.
    pub fn member_ids(&self, dimension: Dimension) -> impl DoubleEndedIterator<Item = MemberId> + use<> {
        MemberIndex::first(self.members(dimension).len()).map(move |index| MemberId { dimension, index })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_comes_before_others_that_lead_to_a_member_and_these_lead_to_one() {
        let member = |code: &str, also: &[&str]| Member {
            code: code.to_owned(),
            also: also.iter().map(|code| (*code).to_owned()).collect(),
            name: Name::default(),
        };
        let mut catalogue = Catalogue::default();
        // Customs' and Comtrade's 410 are Brazil and South Korea.
        catalogue.members[Dimension::Destination] =
            vec![member("BRA", &["410"]), member("KOR", &["133", "410"]), member("133", &[])];
        let found = |code| catalogue.find(Dimension::Destination, code).map(|id| id.index.place());
        assert_eq!(["BRA", "KOR", "410", "133", "076"].map(found), [Some(0), Some(1), None, Some(2), None]);
    }
}
