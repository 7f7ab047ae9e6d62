//! Where partners are.

/// The approximate middle of every country and territory of ISO 3166-1: its alpha-3 code, longitude and latitude in
/// tenths of a degree. The codes are in order. A country of several parts has the middle of its largest or most
/// peopled one.
const PLACES: [(&[u8; 3], i16, i16); 249] = [
    (b"ABW", -700, 125),
    (b"AFG", 660, 338),
    (b"AGO", 175, -123),
    (b"AIA", -631, 182),
    (b"ALA", 200, 602),
    (b"ALB", 201, 411),
    (b"AND", 16, 425),
    (b"ARE", 543, 239),
    (b"ARG", -652, -354),
    (b"ARM", 449, 403),
    (b"ASM", -1707, -143),
    (b"ATA", 0, -800),
    (b"ATF", 695, -493),
    (b"ATG", -618, 171),
    (b"AUS", 1345, -257),
    (b"AUT", 141, 476),
    (b"AZE", 475, 403),
    (b"BDI", 299, -34),
    (b"BEL", 46, 506),
    (b"BEN", 23, 96),
    (b"BES", -683, 122),
    (b"BFA", -17, 123),
    (b"BGD", 903, 239),
    (b"BGR", 252, 428),
    (b"BHR", 505, 260),
    (b"BHS", -774, 247),
    (b"BIH", 178, 442),
    (b"BLM", -628, 179),
    (b"BLR", 280, 535),
    (b"BLZ", -887, 172),
    (b"BMU", -648, 323),
    (b"BOL", -647, -167),
    (b"BRA", -531, -108),
    (b"BRB", -596, 132),
    (b"BRN", 1147, 45),
    (b"BTN", 904, 274),
    (b"BVT", 34, -544),
    (b"BWA", 238, -222),
    (b"CAF", 205, 66),
    (b"CAN", -1019, 577),
    (b"CCK", 968, -122),
    (b"CHE", 82, 468),
    (b"CHL", -713, -357),
    (b"CHN", 1038, 366),
    (b"CIV", -56, 76),
    (b"CMR", 127, 57),
    (b"COD", 236, -29),
    (b"COG", 152, -8),
    (b"COK", -1598, -212),
    (b"COL", -731, 39),
    (b"COM", 437, -119),
    (b"CPV", -240, 151),
    (b"CRI", -842, 100),
    (b"CUB", -790, 216),
    (b"CUW", -690, 122),
    (b"CXR", 1056, -105),
    (b"CYM", -812, 193),
    (b"CYP", 332, 350),
    (b"CZE", 153, 497),
    (b"DEU", 104, 511),
    (b"DJI", 426, 117),
    (b"DMA", -614, 154),
    (b"DNK", 95, 560),
    (b"DOM", -705, 189),
    (b"DZA", 26, 282),
    (b"ECU", -784, -14),
    (b"EGY", 299, 265),
    (b"ERI", 388, 154),
    (b"ESH", -129, 242),
    (b"ESP", -36, 403),
    (b"EST", 255, 587),
    (b"ETH", 396, 86),
    (b"FIN", 263, 645),
    (b"FJI", 1780, -178),
    (b"FLK", -594, -518),
    (b"FRA", 25, 466),
    (b"FRO", -69, 620),
    (b"FSM", 1582, 69),
    (b"GAB", 118, -6),
    (b"GBR", -25, 538),
    (b"GEO", 435, 422),
    (b"GGY", -26, 495),
    (b"GHA", -12, 79),
    (b"GIB", -53, 361),
    (b"GIN", -109, 104),
    (b"GLP", -616, 162),
    (b"GMB", -154, 134),
    (b"GNB", -150, 120),
    (b"GNQ", 103, 17),
    (b"GRC", 226, 394),
    (b"GRD", -617, 121),
    (b"GRL", -413, 747),
    (b"GTM", -904, 157),
    (b"GUF", -532, 39),
    (b"GUM", 1448, 134),
    (b"GUY", -590, 48),
    (b"HKG", 1142, 223),
    (b"HMD", 735, -531),
    (b"HND", -866, 148),
    (b"HRV", 164, 451),
    (b"HTI", -727, 189),
    (b"HUN", 194, 472),
    (b"IDN", 1139, -22),
    (b"IMN", -45, 542),
    (b"IND", 796, 229),
    (b"IOT", 724, -73),
    (b"IRL", -81, 532),
    (b"IRN", 543, 326),
    (b"IRQ", 437, 330),
    (b"ISL", -186, 650),
    (b"ISR", 350, 315),
    (b"ITA", 121, 428),
    (b"JAM", -773, 182),
    (b"JEY", -21, 492),
    (b"JOR", 368, 312),
    (b"JPN", 1380, 365),
    (b"KAZ", 673, 482),
    (b"KEN", 379, 6),
    (b"KGZ", 746, 415),
    (b"KHM", 1049, 127),
    (b"KIR", 1730, 14),
    (b"KNA", -627, 173),
    (b"KOR", 1278, 364),
    (b"KWT", 476, 293),
    (b"LAO", 1038, 185),
    (b"LBN", 359, 339),
    (b"LBR", -93, 65),
    (b"LBY", 180, 270),
    (b"LCA", -610, 139),
    (b"LIE", 95, 471),
    (b"LKA", 807, 76),
    (b"LSO", 282, -296),
    (b"LTU", 239, 553),
    (b"LUX", 61, 498),
    (b"LVA", 249, 569),
    (b"MAC", 1135, 222),
    (b"MAF", -631, 181),
    (b"MAR", -63, 319),
    (b"MCO", 74, 437),
    (b"MDA", 285, 472),
    (b"MDG", 467, -194),
    (b"MDV", 735, 32),
    (b"MEX", -1025, 239),
    (b"MHL", 1712, 71),
    (b"MKD", 217, 416),
    (b"MLI", -35, 174),
    (b"MLT", 144, 359),
    (b"MMR", 965, 212),
    (b"MNE", 193, 428),
    (b"MNG", 1031, 468),
    (b"MNP", 1457, 152),
    (b"MOZ", 355, -173),
    (b"MRT", -103, 203),
    (b"MSR", -622, 167),
    (b"MTQ", -610, 147),
    (b"MUS", 576, -203),
    (b"MWI", 343, -132),
    (b"MYS", 1022, 42),
    (b"MYT", 452, -128),
    (b"NAM", 172, -221),
    (b"NCL", 1656, -213),
    (b"NER", 94, 174),
    (b"NFK", 1680, -290),
    (b"NGA", 81, 96),
    (b"NIC", -850, 128),
    (b"NIU", -1699, -191),
    (b"NLD", 53, 521),
    (b"NOR", 90, 614),
    (b"NPL", 839, 282),
    (b"NRU", 1669, -5),
    (b"NZL", 1725, -415),
    (b"OMN", 561, 206),
    (b"PAK", 694, 300),
    (b"PAN", -801, 85),
    (b"PCN", -1283, -244),
    (b"PER", -744, -92),
    (b"PHL", 1229, 118),
    (b"PLW", 1345, 75),
    (b"PNG", 1452, -65),
    (b"POL", 194, 521),
    (b"PRI", -665, 182),
    (b"PRK", 1272, 402),
    (b"PRT", -81, 396),
    (b"PRY", -584, -232),
    (b"PSE", 352, 320),
    (b"PYF", -1494, -177),
    (b"QAT", 512, 253),
    (b"REU", 555, -211),
    (b"ROU", 250, 459),
    (b"RUS", 967, 615),
    (b"RWA", 299, -20),
    (b"SAU", 445, 241),
    (b"SDN", 299, 160),
    (b"SEN", -145, 144),
    (b"SGP", 1038, 13),
    (b"SGS", -367, -544),
    (b"SHN", -57, -159),
    (b"SJM", 168, 788),
    (b"SLB", 1596, -90),
    (b"SLE", -118, 86),
    (b"SLV", -889, 137),
    (b"SMR", 125, 439),
    (b"SOM", 457, 48),
    (b"SPM", -563, 469),
    (b"SRB", 208, 442),
    (b"SSD", 302, 73),
    (b"STP", 67, 4),
    (b"SUR", -559, 41),
    (b"SVK", 195, 487),
    (b"SVN", 148, 461),
    (b"SWE", 153, 606),
    (b"SWZ", 315, -266),
    (b"SXM", -631, 180),
    (b"SYC", 555, -47),
    (b"SYR", 385, 350),
    (b"TCA", -719, 218),
    (b"TCD", 186, 153),
    (b"TGO", 10, 85),
    (b"THA", 1010, 151),
    (b"TJK", 710, 385),
    (b"TKL", -1718, -92),
    (b"TKM", 594, 391),
    (b"TLS", 1258, -88),
    (b"TON", -1752, -212),
    (b"TTO", -613, 105),
    (b"TUN", 96, 341),
    (b"TUR", 352, 391),
    (b"TUV", 1792, -85),
    (b"TWN", 1210, 237),
    (b"TZA", 348, -63),
    (b"UGA", 324, 13),
    (b"UKR", 314, 490),
    (b"UMI", 1666, 193),
    (b"URY", -560, -328),
    (b"USA", -986, 395),
    (b"UZB", 631, 418),
    (b"VAT", 125, 419),
    (b"VCT", -612, 132),
    (b"VEN", -662, 71),
    (b"VGB", -646, 184),
    (b"VIR", -648, 177),
    (b"VNM", 1063, 166),
    (b"VUT", 1677, -162),
    (b"WLF", -1772, -133),
    (b"WSM", -1722, -137),
    (b"YEM", 476, 159),
    (b"ZAF", 251, -290),
    (b"ZMB", 278, -135),
    (b"ZWE", 299, -190),
];

/// The alpha-3 codes of partners in the order of the codes that China's customs give them: a text for each continent,
/// the first for 100 and those behind it, ten codes a line. Codes that customs give to nobody, or to a part of a country
/// without an alpha-3 code, are gaps.
const OF_CUSTOMS: [&str; 6] = [
    // Asia
    "--- AFG BHR BGD BTN BRN MMR KHM CYP PRK \
     HKG IND IDN IRN IRQ ISR JPN JOR KWT LAO \
     LBN MAC MYS MDV MNG NPL OMN PAK PSE PHL \
     QAT SAU SGP KOR LKA SYR THA TUR ARE YEM \
     --- VNM CHN TWN TLS KAZ KGZ TJK TKM UZB \
     GEO ARM AZE",
    // Africa
    "--- DZA AGO BEN BWA BDI CMR --- CPV CAF \
     --- TCD COM COG DJI EGY GNQ ETH GAB GMB \
     GHA GIN GNB CIV KEN LBR LBY MDG MWI MLI \
     MRT MUS MAR MOZ NAM NER NGA REU RWA STP \
     SEN SYC SLE SOM ZAF ESH SDN TZA TGO TUN \
     UGA BFA COD ZMB ZWE LSO --- SWZ ERI MYT \
     SSD --- --- SHN",
    // Europe
    "--- BEL DNK GBR DEU FRA IRL ITA LUX NLD \
     GRC PRT ESP ALB AND AUT BGR --- FIN --- \
     GIB HUN ISL LIE MLT MCO NOR POL ROU SMR \
     SWE CHE --- --- EST LVA LTU --- --- --- \
     BLR --- --- MDA RUS --- --- UKR --- --- \
     SVN HRV CZE SVK MKD BIH VAT FRO SRB MNE",
    // Latin America
    "--- ATG ARG ABW BHS BRB BLZ --- BOL --- \
     BRA CYM CHL COL DMA CRI CUB CUW DOM ECU \
     GUF GRD GLP GTM GUY HTI HND JAM MTQ MEX \
     MSR NIC PAN PRY PER PRI --- LCA MAF VCT \
     SLV SUR TTO TCA URY VEN VGB KNA SPM --- \
     --- --- --- --- SXM VIR AIA",
    // North America
    "--- CAN USA GRL BMU",
    // Oceania
    "--- AUS COK FJI --- --- NRU NCL VUT NZL \
     NFK PNG --- SLB TON --- --- WSM KIR TUV \
     FSM MHL PLW PYF --- WLF ASM --- --- GUM \
     --- MNP",
];

/// The alpha-3 code of a partner by its code of China's customs: "MEX" for "429".
fn of_customs(code: &str) -> Option<&'static str> {
    let number = code.parse::<usize>().ok().filter(|_| code.len() == 3)?;
    let continent = OF_CUSTOMS.get((number / 100).checked_sub(1)?)?;
    continent.split(' ').nth(number % 100)
}

/// Longitude and latitude, in degrees, of a country or territory by its ISO 3166-1 alpha-3 code or its code of China's
/// customs; `None` for other codes.
///
/// ```
/// assert_eq!(chart::place("MEX"), Some((-102.5, 23.9)));
/// assert_eq!(chart::place("429"), chart::place("MEX"));
/// assert_eq!(chart::place("mex"), None);
/// ```
pub fn place(code: &str) -> Option<(f64, f64)> {
    let code = of_customs(code).unwrap_or(code);
    let found = PLACES.binary_search_by(|(listed, _, _)| listed.as_slice().cmp(code.as_bytes())).ok()?;
    PLACES
        .get(found)
        .map(|(_, longitude, latitude)| (f64::from(*longitude) / 10.0, f64::from(*latitude) / 10.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_in_order_and_on_the_globe() {
        assert!(PLACES.iter().zip(PLACES.iter().skip(1)).all(|(a, b)| a.0 < b.0));
        for (code, longitude, latitude) in PLACES {
            assert!(code.iter().all(u8::is_ascii_uppercase), "{code:?}");
            assert!((-1800..=1800).contains(&longitude) && (-900..=900).contains(&latitude), "{code:?}");
        }
    }

    #[test]
    fn capitals_are_near_their_places() {
        // Longitude and latitude of each capital, and how many degrees a country's middle may be away from it.
        let capitals = [
            ("AUS", 149.1, -35.3, 18.0),
            ("BRA", -47.9, -15.8, 8.0),
            ("CHN", 116.4, 39.9, 14.0),
            ("DEU", 13.4, 52.5, 4.0),
            ("EGY", 31.2, 30.0, 5.0),
            ("GHA", -0.2, 5.6, 4.0),
            ("HKG", 114.2, 22.3, 0.5),
            ("IND", 77.2, 28.6, 7.0),
            ("JPN", 139.7, 35.7, 3.0),
            ("MAC", 113.5, 22.2, 0.5),
            ("MEX", -99.1, 19.4, 6.0),
            ("NZL", 174.8, -41.3, 3.0),
            ("SGP", 103.8, 1.3, 0.5),
            ("TWN", 121.5, 25.0, 2.0),
            ("ZAF", 28.2, -25.7, 5.0),
        ];
        for (code, longitude, latitude, most) in capitals {
            let (x, y) = place(code).unwrap();
            assert!((x - longitude).abs() <= most && (y - latitude).abs() <= most, "{code}");
        }
        for code in ["", "XXX", "---", "100", "000", "799", "1 1", "+11", "0502", "99999999999999999999"] {
            assert_eq!(place(code), None, "{code}");
        }
        assert_eq!(place("台湾省"), None);
    }

    #[test]
    fn codes_of_customs_are_places_each_of_one() {
        let listed = OF_CUSTOMS.iter().flat_map(|continent| continent.split(' '));
        let mut codes: Vec<&str> = listed.filter(|code| *code != "---").collect();
        assert!(codes.iter().all(|code| place(code).is_some()));
        codes.sort_unstable();
        assert!(codes.iter().zip(codes.iter().skip(1)).all(|(a, b)| a < b));
    }
}
