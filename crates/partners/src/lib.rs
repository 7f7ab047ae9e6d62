//! Who a trade partner is, whatever a source calls it: `MEX`, `484` of UN Comtrade, `429` of China's customs, "Mexico"
//! and "墨西哥" are one.
//!
//! ```
//! use partners::{Scheme, by_code, by_name};
//!
//! let mexico = by_code(Scheme::ChinaCustoms, "429").unwrap();
//! assert_eq!((mexico.id, mexico.en, mexico.zh), ("MEX", "Mexico", "墨西哥"));
//! assert_eq!(by_code(Scheme::Comtrade, "484"), Some(mexico));
//! assert_eq!(by_code(Scheme::Japan, "305"), Some(mexico));
//! assert_eq!(by_code(Scheme::Census, "2010"), Some(mexico));
//! assert_eq!(by_name("MEXICO ", None), Some(mexico));
//! assert_eq!(by_name("Mexiko", None), None);
//! ```
//!
//! # Identity
//!
//! A country or area of ISO 3166-1 has its alpha-3 code; one that ISO withdrew, the code that it had (`ANT`); Kosovo the
//! `XKX` that is used where ISO has none. A part of a country that a source tells apart has its code of ISO 3166-2
//! (`ES-CN`, the Canary Islands). What is no place has the code of the list that it comes from, behind the list's name:
//! `UN-899` of Comtrade, `CN-702` of China's customs, `EU-QP` of Eurostat. Groups are words: `WORLD`, `EU`, `ASEAN`.
//!
//! Comtrade's "Other Asia, nes" (490) is trade with Taiwan in practice, but not by definition. It is `UN-490`, not
//! `TWN`: whoever wants one for the other has to say so.
//!
//! # Where the table is from
//!
//! `partners.tsv` holds facts put together from these lists; `tools/check-partners.py` compares it with the first two.
//!
//! | column | source |
//! |---|---|
//! | `code`, `alpha2`, `alpha3` (other ones that led there), `m49` | ISO 3166-1 and 3166-3 |
//! | `en`, `zh` and the other `names` | Unicode CLDR 47 in English and Chinese, ISO 3166, and the lists below; the shortest that a newspaper would print comes first |
//! | `comtrade`, where it is not `m49` | UN Comtrade's list of partner areas |
//! | `customs` | China's customs: the codes of its downloads |
//! | `geonom`, where it is not `alpha2` | Eurostat's Geonomenclature |
//! | `comexstat` | Brazil's Siscomex, whose codes ComexStat has |
//! | `japan` | the country codes of Japan's trade statistics, as liapunov/JapanTrade keeps them (`src/japantrade/Countries.csv`, commit 87bb040). What is several of ours, such as 327 "French West Indies", is not in it |
//! | `census` | Schedule C of the United States Census Bureau, <https://www.census.gov/foreign-trade/schedules/c/> |
//! | `groups`, with the months of membership | the treaties of accession |
//!
//! A name or a membership may end in `@FROM..TO`, the months in which it was valid; either may be left out.

mod fold;
mod table;

pub use fold::fold;

use model::{Name, Period};
use table::table;

/// A list by which a source numbers partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Three letters of ISO 3166-1 or -3: `MEX`.
    Iso3,
    /// Two letters of ISO 3166-1: `MX`.
    Iso2,
    /// The number of UN Comtrade, `842`, or where Comtrade has none, of ISO and M49, `840`.
    Comtrade,
    /// The three digits of China's customs: `429`.
    ChinaCustoms,
    /// The two letters of Eurostat's Geonomenclature: those of ISO and some more, `XK`.
    Geonomenclature,
    /// The three digits of Brazil's Siscomex and ComexStat: `063`.
    ComexStat,
    /// The three digits of Japan's customs: `305`.
    Japan,
    /// The four digits of the United States Census Bureau, its Schedule C: `2010`.
    Census,
}

/// What a partner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A state, of today or of the past.
    Country,
    /// Another place with a code of its own: a territory, a part of a country, countries that were counted together.
    Area,
    /// A sum of others: see [`members`].
    Group,
    /// No place: what nobody assigned to one, bunkers, free zones.
    Unspecified,
}

/// A trade partner.
#[derive(Debug, PartialEq, Eq)]
pub struct Partner {
    /// What datasets share: see [Identity](crate#identity).
    pub id: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Its short name in English.
    pub en: &'static str,
    /// Its short name in Chinese.
    pub zh: &'static str,
}

impl Partner {
    /// Its name in both languages.
    pub fn name(&self) -> Name {
        Name { en: self.en.to_owned(), zh: self.zh.to_owned() }
    }
}

/// The partner of this identity.
pub fn by_id(id: &str) -> Option<&'static Partner> {
    let partners = &table().partners;
    let place = partners.binary_search_by(|partner| partner.id.cmp(id)).ok()?;
    partners.get(place)
}

/// The partner of this code in a list. Letters may be small, and numbers may have lost or gained zeros before them.
pub fn by_code(scheme: Scheme, code: &str) -> Option<&'static Partner> {
    table().coded(scheme, code)
}

/// The partner of this name, in English or Chinese, at that month where the name went from one to another. The name must
/// be one that the table has, but for case, accents, punctuation and a remark such as "(excl. Mayotte)" at its end.
///
/// ```
/// use partners::by_name;
///
/// let id = |name, at: Option<&str>| by_name(name, at.map(|at| at.parse().unwrap())).map(|partner| partner.id);
/// assert_eq!(id("Hong Kong，China", None), Some("HKG"));
/// assert_eq!(id("Czechia (Czech Republic)", None), Some("CZE"));
/// assert_eq!(id("Yugoslavia", None), None);
/// assert_eq!(id("Yugoslavia", Some("1990-01")), Some("YUG"));
/// assert_eq!(id("Yugoslavia", Some("2000-01")), Some("SCG"));
/// ```
pub fn by_name(text: &str, at: Option<Period>) -> Option<&'static Partner> {
    let named = |text: &str| table().named(&fold(text), at);
    // “Czechia (Czech Republic)”
    let by_two_names = || {
        let (name, other) = fold::two_names(text)?;
        named(name).filter(|partner| named(other).is_some_and(|other| other.id == partner.id))
    };
    named(text).or_else(|| named(fold::without_remark(text)?)).or_else(by_two_names)
}

/// The partners that make a group, in a month or today; none for what is no group, nor for the world, whose members
/// nobody lists.
pub fn members(group: &str, at: Option<Period>) -> impl Iterator<Item = &'static Partner> {
    table().members(group, at)
}
