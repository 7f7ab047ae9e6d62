//! Partners as sources write them.

use partners::{Kind, Scheme, by_code, by_id, by_name, members};
use proptest::prelude::*;

fn id(scheme: Scheme, code: &str) -> Option<&'static str> {
    by_code(scheme, code).map(|partner| partner.id)
}

fn named(name: &str) -> Option<&'static str> {
    by_name(name, None).map(|partner| partner.id)
}

#[test]
fn codes_of_each_list() {
    use Scheme::*;
    for (scheme, code, expected) in [
        (Iso3, "USA", Some("USA")),
        (Iso3, "usa", Some("USA")),
        (Iso3, "ROM", Some("ROU")),
        (Iso3, "W00", Some("WORLD")),
        (Iso3, "EU", None),
        (Iso3, "502", None),
        (Iso2, "MX", Some("MEX")),
        (Iso2, "EL", None),
        (Comtrade, "842", Some("USA")),
        (Comtrade, "840", Some("USA")),
        (Comtrade, "251", Some("FRA")),
        (Comtrade, "757", Some("CHE")),
        (Comtrade, "579", Some("NOR")),
        (Comtrade, "699", Some("IND")),
        (Comtrade, "381", Some("ITA")),
        (Comtrade, "380", Some("ITA")),
        (Comtrade, "490", Some("UN-490")),
        (Comtrade, "036", Some("AUS")),
        (Comtrade, "36", Some("AUS")),
        (Comtrade, "0", Some("WORLD")),
        (Comtrade, "736", Some("SDN")),
        (Comtrade, "891", Some("SCG")),
        (Comtrade, "530", Some("ANT")),
        // ISO's number of Monaco, which Comtrade counts with France.
        (Comtrade, "492", Some("UN-492")),
        (Comtrade, "410", Some("KOR")),
        (ChinaCustoms, "410", Some("BRA")),
        (ChinaCustoms, "143", Some("TWN")),
        (ChinaCustoms, "699", Some("UN-527")),
        (ChinaCustoms, "701", Some("UN-899")),
        (ChinaCustoms, "449", Some("ANT")),
        (ChinaCustoms, "800", None),
        (Geonomenclature, "XK", Some("XKX")),
        (Geonomenclature, "XS", Some("SRB")),
        (Geonomenclature, "XU", Some("GB-GBN")),
        (Geonomenclature, "EL", Some("GRC")),
        (Geonomenclature, "GR", Some("GRC")),
        (Geonomenclature, "EU27_2020", Some("EU")),
        (ComexStat, "063", Some("ARG")),
        (ComexStat, "63", Some("ARG")),
        (ComexStat, "160", Some("CHN")),
        (ComexStat, "249", Some("USA")),
        (Iso3, "", None),
        (Comtrade, "", None),
        (Comtrade, "000", Some("WORLD")),
    ] {
        assert_eq!(id(scheme, code), expected, "{scheme:?} {code}");
    }
}

#[test]
fn names_of_each_source() {
    for (name, expected) in [
        ("Rep. of Korea", "KOR"),
        ("Korea, South", "KOR"),
        ("韩国", "KOR"),
        ("USA", "USA"),
        ("the United States", "USA"),
        ("United States of America", "USA"),
        ("美国", "USA"),
        ("Viet Nam", "VNM"),
        ("VIETNAM", "VNM"),
        ("越南", "VNM"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("土耳其", "TUR"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("多民族玻利维亚国", "BOL"),
        ("Côte d'Ivoire", "CIV"),
        ("Curaçao", "CUW"),
        ("Hong Kong，China", "HKG"),
        ("China, Hong Kong SAR", "HKG"),
        ("中国香港", "HKG"),
        ("中国台湾", "TWN"),
        ("台澎金马关税区", "TWN"),
        ("Chinese Taipei", "TWN"),
        ("俄罗斯联邦", "RUS"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Zaire", "COD"),
        ("Czech Republic", "CZE"),
        ("Congo (Kinshasa)", "COD"),
        ("Congo", "COG"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("多米尼加", "DOM"),
        ("Comoros (excl. Mayotte)", "COM"),
        ("United Kingdom (excluding Northern Ireland)", "GB-GBN"),
        ("Other Asia, nes", "UN-490"),
        ("Areas, nes", "UN-899"),
        ("Serbia and Montenegro", "SCG"),
        ("Neth. Antilles", "ANT"),
        ("World", "WORLD"),
        ("European Union", "EU"),
    ] {
        assert_eq!(named(name), Some(expected), "{name}");
    }
    for name in ["", " ", "the", "Hamburg", "Korean", "美", "Unitd States", "1", "—"] {
        assert_eq!(named(name), None, "{name}");
    }
}

#[test]
fn groups_have_the_members_of_their_time() {
    let of = |group, at: Option<&str>| -> Vec<&str> {
        members(group, at.map(|at| at.parse().unwrap())).map(|partner| partner.id).collect()
    };
    assert_eq!(of("EU", None).len(), 27);
    let counted: Vec<usize> =
        ["1972-12", "1980-12", "1994-12", "2004-04", "2006-12", "2013-06", "2013-07", "2020-01", "2020-02"]
            .map(|at| of("EU", Some(at)).len())
            .to_vec();
    assert_eq!(counted, [6, 9, 12, 15, 25, 27, 28, 28, 27]);
    assert!(of("EU", Some("2020-01")).contains(&"GBR") && !of("EU", Some("2020-02")).contains(&"GBR"));
    assert_eq!((of("ASEAN", Some("2020-01")).len(), of("ASEAN", None).len()), (10, 11));
    assert!(of("WORLD", None).is_empty() && of("MEX", None).is_empty());
}

#[test]
fn what_is_no_place_says_so() {
    for (id, kind) in [
        ("MEX", Kind::Country),
        ("HKG", Kind::Area),
        ("ES-CN", Kind::Area),
        ("WORLD", Kind::Group),
        ("EU", Kind::Group),
        ("UN-837", Kind::Unspecified),
        ("UN-838", Kind::Unspecified),
        ("UN-839", Kind::Unspecified),
        ("UN-490", Kind::Unspecified),
    ] {
        assert_eq!(by_id(id).unwrap().kind, kind, "{id}");
    }
}

/// A code of three capital letters or three digits, by its number.
fn codes(first: u8, symbols: u8) -> impl Iterator<Item = String> {
    let all = u32::from(symbols).pow(3);
    (0..all).map(move |number| {
        let digit = |place: u32| {
            char::from(first + (number / u32::from(symbols).pow(place) % u32::from(symbols)) as u8)
        };
        [digit(2), digit(1), digit(0)].iter().collect()
    })
}

#[test]
fn places_of_maps_have_names_and_countries_have_places() {
    let mut places = 0;
    for code in codes(b'A', 26) {
        let on_the_map = chart::place(&code).is_some();
        let known = by_code(Scheme::Iso3, &code).filter(|partner| partner.id == code);
        assert!(!on_the_map || known.is_some(), "{code}");
        places += usize::from(on_the_map);
        if let Some(partner) = known.filter(|_| !on_the_map) {
            let gone = ["ANT", "BLX", "CSK", "DDR", "NTZ", "PCI", "PCZ", "SCG", "SUN", "XKX", "YMD", "YUG"];
            assert!(gone.contains(&partner.id), "{code} has no place");
        }
    }
    assert_eq!(places, 249);
    for code in codes(b'0', 10) {
        if let Some(place) = chart::place(&code) {
            let partner = by_code(Scheme::ChinaCustoms, &code).unwrap();
            assert_eq!(chart::place(partner.id), Some(place), "{code}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_a_partner_or_not(text in any::<String>()) {
        let _ = by_name(&text, None);
        for scheme in [Scheme::Iso3, Scheme::Comtrade, Scheme::Geonomenclature] {
            let _ = by_code(scheme, &text);
        }
    }
}
