//! The real records that ship, against another program's sums: `tools/sum-records.py` reads the customs file
//! with Python's csv module and adds up whole numbers. It shares no code with this project, and the customs
//! file is not needed here: what it gave stands in the tables below, ratios to nine digits.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use breakdown::{Breakdown, Dataset, Entry, Presence, breakdown, series};
use dataset::read_records;
use model::{Answer, Dimension, MemberId, MemberIndex, Missing, Period, Span};
use records::{Filter, Records, cross, cube};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn records() -> Records {
    let reading = read_records(include_bytes!("fixtures/data/cn-stainless-steel-sinks.json"));
    assert_eq!(reading.problems, []);
    reading.read.unwrap()
}

fn index(records: &Records, dimension: Dimension, code: &str) -> MemberIndex {
    let ids = records.catalogue.member_ids(dimension);
    let found = ids.into_iter().find(|id| records.catalogue.member(*id).is_some_and(|m| m.code == code));
    found.unwrap().index
}

/// Breakdowns of one dataset, each made once: many rows of a table are of the same month.
struct Answers {
    records: Records,
    dataset: Dataset,
    made: BTreeMap<(Period, &'static str), Breakdown>,
}

impl Answers {
    fn new() -> Answers {
        let records = records();
        Answers { dataset: Dataset::Recorded((&records).into()), records, made: BTreeMap::new() }
    }

    fn of(&mut self, month: &str, span: Span) -> &Breakdown {
        let name = Span::NAMES.iter().find(|(_, s)| *s == span).unwrap().0;
        let made = || breakdown(&self.dataset, None, period(month), span);
        self.made.entry((period(month), name)).or_insert_with(made)
    }

    fn entry(&mut self, month: &str, span: Span, dimension: Dimension, code: &str) -> Entry {
        let index = index(&self.records, dimension, code);
        let is = |e: &&Entry| e.member().is_some_and(|m| m.index == index);
        self.of(month, span).ranking(dimension).entries.iter().find(is).unwrap().clone()
    }
}

/// The figure, to nine digits of a ratio and to the kilogram and the dollar of a sum.
#[track_caller]
fn near(answer: &Answer, expected: f64) {
    let figure = answer.as_ref().unwrap();
    let allowed = 1e-8_f64.max(expected.abs() * 1e-12);
    assert!((figure.value - expected).abs() <= allowed, "{} is not {expected}", figure.value);
    assert_eq!(figure.bounds.low, figure.bounds.high);
}

/// As [`near`], or no figure where nothing is expected.
#[track_caller]
fn perhaps(answer: &Answer, expected: Option<f64>) {
    match expected {
        Some(expected) => near(answer, expected),
        None => assert!(answer.is_err(), "{answer:?}"),
    }
}

#[track_caller]
fn check_sums(entry: &Entry, kilograms: u64, dollars: u64, unit_value: Option<f64>) {
    near(&entry.quantity, kilograms as f64 / 1000.0);
    let recorded = entry.recorded.as_ref().unwrap();
    near(&recorded.value, dollars as f64);
    perhaps(&recorded.unit_value, unit_value);
}

#[test]
fn every_row_of_the_customs_file_is_there() {
    let records = records();
    let catalogue = &records.catalogue;
    assert_eq!(records.len(), 36_027);
    assert_eq!(records.quantity().sum(), Some(641_020_875));
    assert_eq!(records.value().sum(), Some(4_042_140_323));
    let months: Vec<Period> = period("2023-01").to(period("2026-06")).collect();
    assert_eq!(records.months(), months);
    assert_eq!((months.len(), catalogue.members(Dimension::Product).len()), (42, 1));
    let count = |dimension| catalogue.members(dimension).len();
    assert_eq!((count(Dimension::Destination), count(Dimension::RegistrationLocation)), (218, 31));
    assert!(!records.provenance.synthetic);
    let [source, gap] = records.provenance.sources.as_slice() else { panic!("{:?}", records.provenance) };
    assert!(source.contains("stats.customs.gov.cn") && source.contains("commit 0837f70"), "{source}");
    assert!(gap.contains("10,000th row") && gap.contains("November 2025"), "{gap}");
    // Both languages have a name for everybody.
    for dimension in Dimension::ALL {
        for member in catalogue.members(dimension) {
            assert!(!member.name.en.is_empty() && !member.name.zh.is_empty(), "{member:?}");
        }
    }
}

/// Month, kilograms, US$, US$/t, change of the kilograms on the month before and on the year before in %.
type Month = (&'static str, u64, u64, f64, Option<f64>, Option<f64>);
#[rustfmt::skip]
const MONTHS: [Month; 14] = [
    ("2023-01", 12_638_769, 95_499_337, 7556.063173557, None, None),
    ("2023-02", 4_599_485, 38_081_231, 8279.455417291, Some(-63.608125127), None),
    ("2023-06", 12_231_085, 96_587_067, 7896.851914609, Some(-9.466559596), None),
    ("2023-12", 18_774_032, 147_858_525, 7875.693670917, Some(7.360580595), None),
    ("2024-01", 18_466_300, 143_296_514, 7759.893102571, Some(-1.639136441), Some(46.108374953)),
    ("2024-02", 10_119_904, 81_176_335, 8021.453069120, Some(-45.197987686), Some(120.022546002)),
    ("2024-07", 15_551_329, 82_342_595, 5294.891195473, Some(-9.485704474), Some(26.555267944)),
    ("2024-11", 16_911_388, 108_250_779, 6401.058210006, Some(6.233637531), Some(-3.291075974)),
    ("2025-01", 20_225_252, 113_608_870, 5617.179454674, Some(8.291949101), Some(9.525199959)),
    ("2025-02", 9_355_712, 48_724_430, 5207.987377123, Some(-53.742420614), Some(-7.551375981)),
    ("2025-05", 17_447_825, 108_912_527, 6242.183595950, Some(6.483401654), Some(12.711421629)),
    ("2025-10", 17_002_087, 72_347_122, 4255.190671592, Some(6.725579069), Some(6.803388795)),
    ("2026-02", 17_499_836, 85_070_646, 4861.225328055, Some(-17.419321106), Some(87.049750997)),
    ("2026-06", 18_671_557, 104_593_106, 5601.734552721, Some(6.022369025), Some(13.347438965)),
];

#[test]
fn monthly_totals() {
    let mut answers = Answers::new();
    for (month, kilograms, dollars, unit_value, mom, yoy) in MONTHS {
        let total = &answers.of(month, Span::Month).total;
        check_sums(total, kilograms, dollars, Some(unit_value));
        perhaps(&total.mom.percent, mom);
        perhaps(&total.yoy.percent, yoy);
    }
    let points = series(&answers.dataset, None);
    assert_eq!(points.len(), 42);
    near(&points[41].quantity, 18_671.557);
}

/// Month, span, kilograms, US$, US$/t, change of the kilograms on the same months a year before in %.
type Long = (&'static str, Span, u64, u64, f64, Option<f64>);
#[rustfmt::skip]
const LONG_SPANS: [Long; 24] = [
    ("2023-01", Span::Ytd, 12_638_769, 95_499_337, 7556.063173557, None),
    ("2023-12", Span::Ytd, 156_636_624, 1_195_720_292, 7633.721038319, None),
    ("2024-02", Span::Ytd, 28_586_204, 224_472_849, 7852.488878901, Some(65.830042880)),
    ("2024-03", Span::Ytd, 38_501_994, 305_694_787, 7939.713122390, Some(35.233189831)),
    ("2024-06", Span::Ytd, 85_713_698, 636_733_178, 7428.604678799, Some(31.089361572)),
    ("2024-12", Span::Ytd, 185_273_449, 1_207_768_138, 6518.840905261, Some(18.282330319)),
    ("2025-02", Span::Ytd, 29_580_964, 162_333_300, 5487.762332560, Some(3.479860425)),
    ("2025-07", Span::Ytd, 111_599_321, 681_303_069, 6104.903353310, Some(10.205195521)),
    ("2025-12", Span::Ytd, 197_662_461, 1_085_680_824, 5492.599953008, Some(6.686879349)),
    ("2026-01", Span::Ytd, 21_191_199, 120_937_790, 5706.981940946, Some(4.775945437)),
    ("2026-03", Span::Ytd, 49_105_379, 263_081_251, 5357.483362464, Some(11.176673007)),
    ("2026-06", Span::Ytd, 101_448_341, 552_971_069, 5450.765025325, Some(7.381212024)),
    ("2023-12", Span::Rolling, 156_636_624, 1_195_720_292, 7633.721038319, None),
    ("2024-01", Span::Rolling, 162_464_155, 1_243_517_469, 7654.103571339, None),
    ("2024-06", Span::Rolling, 176_964_621, 1_311_259_856, 7409.728840659, None),
    ("2024-08", Span::Rolling, 183_155_786, 1_276_677_621, 6970.446573825, None),
    ("2024-12", Span::Rolling, 185_273_449, 1_207_768_138, 6518.840905261, Some(18.282330319)),
    ("2025-02", Span::Rolling, 186_268_209, 1_145_628_589, 6150.424676065, Some(10.884115466)),
    ("2025-03", Span::Rolling, 190_940_234, 1_165_077_695, 6101.792537868, Some(14.563360682)),
    ("2025-06", Span::Rolling, 194_034_696, 1_163_354_161, 5995.598647986, Some(9.646038233)),
    ("2025-09", Span::Rolling, 196_774_725, 1_161_907_681, 5904.760791814, Some(6.907777677)),
    ("2025-12", Span::Rolling, 197_662_461, 1_085_680_824, 5492.599953008, Some(6.686879349)),
    ("2026-04", Span::Rolling, 202_274_018, 1_060_776_628, 5244.255483173, Some(4.927418068)),
    ("2026-06", Span::Rolling, 204_635_857, 1_046_332_692, 5113.144428056, Some(5.463538851)),
];

#[test]
fn years_to_date_and_twelve_months() {
    let mut answers = Answers::new();
    for (month, span, kilograms, dollars, unit_value, yoy) in LONG_SPANS {
        let whole = &answers.of(month, span).whole;
        check_sums(whole, kilograms, dollars, Some(unit_value));
        perhaps(&whole.yoy.percent, yoy);
        assert_eq!(whole.mom.percent, Err(Missing::NotApplicable));
    }
    // Twelve months that the data does not cover are not known, nor is a month to come.
    assert_eq!(answers.of("2023-11", Span::Rolling).whole.quantity, Err(Missing::NotCovered));
    assert_eq!(answers.of("2026-07", Span::Month).total.quantity, Err(Missing::NotYetReleased));
}

/// Month, span, code, rank, kilograms, US$, US$/t, share in %, change of the kilograms on the month before (of
/// a month) and on the year before in %, contribution to the change of the whole in percentage points: on the
/// month before of a month, else on the year before.
type Line = (
    &'static str,
    Span,
    &'static str,
    u32,
    u64,
    u64,
    Option<f64>,
    f64,
    Option<f64>,
    Option<f64>,
    Option<f64>,
);
// Large ones, and others that chance chose.
#[rustfmt::skip]
const PARTNERS: [Line; 15] = [
    ("2026-06", Span::Month, "502", 1, 1_977_538, 12_040_300, Some(6088.530283615), 10.591178872, Some(-8.737285191), Some(-3.173545416), Some(-1.075040770)),
    ("2026-06", Span::Rolling, "111", 5, 10_356_242, 27_738_051, Some(2678.389612757), 5.060814928, None, Some(7.540437572), Some(0.374237708)),
    ("2025-12", Span::Ytd, "141", 3, 11_473_170, 59_530_540, Some(5188.674097917), 5.804425353, None, Some(18.109769323), Some(0.949505182)),
    ("2024-02", Span::Month, "344", 2, 625_358, 3_131_224, Some(5007.090338654), 6.179485497, Some(-11.989090080), Some(77.816638090), Some(-0.461316019)),
    ("2024-02", Span::Ytd, "122", 3, 1_816_172, 13_779_525, Some(7587.125558592), 6.353316446, None, Some(68.108193665), Some(4.268489140)),
    ("2023-01", Span::Month, "136", 8, 434_885, 3_433_815, Some(7895.915012015), 3.440880991, None, None, None),
    ("2023-12", Span::Rolling, "502", 1, 23_142_369, 202_293_774, Some(8741.273376118), 14.774558088, None, None, None),
    ("2025-08", Span::Month, "416", 123, 5_980, 22_231, Some(3717.558528428), 0.033713488, Some(100.469326182), None, Some(0.017501368)),
    ("2025-01", Span::Month, "112", 6, 621_991, 2_770_686, Some(4454.543554489), 3.075318913, Some(-2.034776583), Some(-8.038606602), Some(-0.069172127)),
    ("2024-10", Span::Ytd, "441", 142, 23_149, 100_674, Some(4348.956758391), 0.015465096, None, Some(24.436918777), Some(0.003776510)),
    ("2024-10", Span::Rolling, "223", 62, 438_256, 2_462_784, Some(5619.510058048), 0.235689437, None, None, None),
    ("2024-04", Span::Month, "217", 84, 15_938, 111_942, Some(7023.591416740), 0.109535431, Some(1439.903381643), Some(1076.236162362), Some(0.150295640)),
    ("2025-02", Span::Rolling, "412", 21, 2_468_861, 12_949_167, Some(5244.996376872), 1.325433370, None, Some(43.760841628), Some(0.447375602)),
    ("2025-12", Span::Month, "150", 75, 38_895, 188_010, Some(4833.783262630), 0.191659616, Some(-17.551669316), Some(444.900532362), Some(-0.054838443)),
    ("2025-02", Span::Month, "225", 120, 1_460, 6_546, Some(4483.561643836), 0.015605440, Some(-64.614638875), Some(-12.417516497), Some(-0.013181542)),
];
#[rustfmt::skip]
const PROVINCES: [Line; 14] = [
    ("2026-06", Span::Month, "44", 1, 7_795_386, 36_641_103, Some(4700.357750084), 41.750058659, Some(1.677126479), Some(6.020741499), Some(0.730124877)),
    ("2026-06", Span::Rolling, "33", 2, 46_974_591, 260_765_194, Some(5551.196688440), 22.955210142, None, Some(20.301333455), Some(4.085429649)),
    ("2026-03", Span::Ytd, "65", 4, 2_238_537, 16_801_430, Some(7505.540448963), 4.558639085, None, Some(19.259712300), Some(0.818474063)),
    ("2024-02", Span::Month, "51", 3, 447_368, 4_343_055, Some(9708.014431072), 4.420674346, Some(-61.453465128), Some(121.807508478), Some(-3.862300515)),
    ("2024-12", Span::Ytd, "37", 3, 13_681_282, 126_420_031, Some(9240.364389828), 7.384372706, None, Some(15.980555071), Some(1.203483548)),
    ("2023-01", Span::Month, "46", 26, 24, 1_077, Some(44875.000000000), 0.000189892, None, None, None),
    ("2025-10", Span::Month, "62", 22, 29_313, 119_289, Some(4069.491351960), 0.172408246, Some(268.022598870), Some(985.666666667), Some(0.134005764)),
    ("2025-11", Span::Month, "50", 8, 333_222, 944_359, Some(2834.023563870), 2.206929420, Some(26.578614489), Some(1434.100639934), Some(0.411531831)),
    ("2024-02", Span::Ytd, "50", 19, 36_437, 222_747, Some(6113.209100639), 0.127463583, None, Some(-78.663988710), Some(-0.779313265)),
    ("2025-01", Span::Rolling, "53", 26, 105_017, 539_098, Some(5133.435539008), 0.056149095, None, Some(19.047996917), Some(0.010342589)),
    ("2025-06", Span::Ytd, "33", 2, 20_239_534, 117_346_385, Some(5797.879783201), 21.423176272, None, Some(8.104123546), Some(1.770166304)),
    ("2023-11", Span::Ytd, "12", 15, 551_102, 3_093_384, Some(5613.087958309), 0.399747308, None, None, None),
    ("2026-01", Span::Month, "23", 26, 9_580, 54_778, Some(5717.954070981), 0.045207447, Some(-71.466865227), Some(-93.944182812), Some(-0.118238141)),
    ("2025-11", Span::Month, "15", 16, 67_444, 23_072, Some(342.091216417), 0.446681635, Some(-25.975194819), Some(335.600335852), Some(-0.139194677)),
];

fn check_lines(dimension: Dimension, lines: &[Line]) {
    let mut answers = Answers::new();
    for (month, span, code, rank, kilograms, dollars, unit_value, share, mom, yoy, contribution) in lines {
        let entry = answers.entry(month, *span, dimension, code);
        near(&entry.rank, f64::from(*rank));
        check_sums(&entry, *kilograms, *dollars, *unit_value);
        near(&entry.share, *share);
        perhaps(&entry.mom.percent, *mom);
        perhaps(&entry.yoy.percent, *yoy);
        perhaps(&entry.recorded.as_ref().unwrap().contribution, *contribution);
    }
}

#[test]
fn partners() {
    check_lines(Dimension::Destination, &PARTNERS);
}

#[test]
fn provinces() {
    check_lines(Dimension::RegistrationLocation, &PROVINCES);
}

/// Month, span, partner, province, kilograms, US$. Large ones, and others that chance chose.
#[rustfmt::skip]
const CELLS: [(&str, Span, &str, &str, u64, u64); 15] = [
    ("2026-06", Span::Month, "502", "33", 770_514, 4_842_226),
    ("2025-12", Span::Ytd, "141", "44", 5_697_110, 24_236_684),
    ("2026-06", Span::Rolling, "111", "44", 6_507_799, 15_601_131),
    ("2024-02", Span::Month, "601", "44", 217_568, 2_955_426),
    ("2023-01", Span::Month, "502", "33", 577_349, 3_958_835),
    ("2026-06", Span::Month, "119", "46", 3_576, 3_076),
    ("2026-05", Span::Rolling, "116", "42", 243, 1_527),
    ("2023-11", Span::Ytd, "607", "33", 177, 2_475),
    ("2024-07", Span::Ytd, "303", "13", 2_408, 35_372),
    ("2026-06", Span::Month, "315", "44", 2_270, 15_111),
    ("2024-06", Span::Rolling, "114", "61", 4_885, 122_125),
    ("2025-04", Span::Ytd, "327", "11", 170, 500),
    ("2024-06", Span::Rolling, "112", "23", 14_060, 343_618),
    ("2025-07", Span::Month, "122", "11", 8, 199),
    ("2025-03", Span::Ytd, "411", "35", 424, 2_726),
];

#[test]
fn partners_by_province() {
    let records = records();
    let pair = (Dimension::Destination, Dimension::RegistrationLocation);
    for (month, span, partner, province, kilograms, dollars) in CELLS {
        let (partner, province) = (index(&records, pair.0, partner), index(&records, pair.1, province));
        let table = cross(&records, &Filter::all(), pair, period(month), span).unwrap();
        let cell = table.cell(partner, province).unwrap();
        assert_eq!((cell.quantity, cell.value), (kilograms, dollars), "{month}");
        // The province alone, when the partner is chosen.
        let chosen = Filter::all().only(pair.0, [partner]);
        let sums = cube(&records, &chosen, &[pair.1])
            .member(period(month), span, MemberId { dimension: pair.1, index: province })
            .unwrap();
        assert_eq!((sums.quantity, sums.value), (kilograms, dollars), "{month}");
    }
}

/// Month, span, members with anything, Herfindahl-Hirschman index, share of the three largest in %.
#[rustfmt::skip]
const SPREADS: [(&str, Span, Dimension, u32, f64, f64); 14] = [
    ("2023-01", Span::Month, Dimension::Destination, 159, 432.447269902, 26.611175503),
    ("2023-01", Span::Month, Dimension::RegistrationLocation, 27, 3010.492591736, 75.902621529),
    ("2023-12", Span::Ytd, Dimension::Destination, 206, 467.770414467, 29.133251748),
    ("2023-12", Span::Ytd, Dimension::RegistrationLocation, 31, 2697.417028092, 73.513737119),
    ("2024-02", Span::Month, Dimension::Destination, 161, 436.519641588, 26.470409205),
    ("2024-02", Span::Month, Dimension::RegistrationLocation, 25, 2721.930521390, 72.798427732),
    ("2024-06", Span::Rolling, Dimension::Destination, 209, 457.615676237, 28.379441448),
    ("2024-06", Span::Rolling, Dimension::RegistrationLocation, 30, 2516.159960312, 72.504344809),
    ("2025-06", Span::Ytd, Dimension::Destination, 203, 377.800207609, 25.322982723),
    ("2025-06", Span::Ytd, Dimension::RegistrationLocation, 29, 2477.080487599, 73.260113568),
    ("2026-06", Span::Month, Dimension::Destination, 176, 336.882602137, 21.860115897),
    ("2026-06", Span::Month, Dimension::RegistrationLocation, 29, 2827.945331792, 81.127899510),
    ("2026-06", Span::Rolling, Dimension::Destination, 208, 339.034000960, 23.092929896),
    ("2026-06", Span::Rolling, Dimension::RegistrationLocation, 29, 2575.037340268, 74.227444900),
];

#[test]
fn how_the_whole_spreads() {
    let mut answers = Answers::new();
    for (month, span, dimension, members, hhi, top_three) in SPREADS {
        let spread = answers.of(month, span).ranking(dimension).concentration.clone().unwrap();
        near(&spread.members, f64::from(members));
        near(&spread.hhi, hhi);
        near(&spread.top_three, top_three);
    }
}

#[test]
fn partners_come_go_and_return() {
    let mut answers = Answers::new();
    let mut presence = |month: &str, code: &str| {
        let entry = answers.entry(month, Span::Month, Dimension::Destination, code);
        entry.recorded.unwrap().presence
    };
    // Norfolk Island and Montserrat for the first time; Anguilla, Syria and the Central African Republic after
    // months without.
    assert_eq!(presence("2024-12", "610"), Presence::New);
    assert_eq!(presence("2026-01", "430"), Presence::New);
    assert_eq!(presence("2025-10", "456"), Presence::Returned(13));
    assert_eq!(presence("2025-02", "135"), Presence::Returned(10));
    assert_eq!(presence("2026-05", "209"), Presence::Returned(11));
}

#[test]
fn months_in_first_place_are_counted_to_where_another_was_larger_or_the_data_begins() {
    let mut answers = Answers::new();
    let mut streak = |month: &str, code: &str| {
        let bounds = answers.entry(month, Span::Month, Dimension::Destination, code).streak.unwrap().bounds;
        (bounds.low, bounds.high)
    };
    // Vietnam in November 2025, of which the file lacks the United States; these in every other month.
    assert_eq!(streak("2026-06", "502"), (7.0, 7.0));
    assert_eq!(streak("2025-11", "141"), (1.0, 1.0));
    assert_eq!(streak("2025-10", "502"), (34.0, f64::INFINITY));
}

#[test]
fn a_row_below_half_a_kilogram_is_trade_without_a_unit_value() {
    // Bahrain, June 2026: 0 kg, US$35.
    let bahrain = Answers::new().entry("2026-06", Span::Month, Dimension::Destination, "102");
    check_sums(&bahrain, 0, 35, None);
    near(&bahrain.rank, 176.0);
    assert_eq!(bahrain.recorded.unwrap().unit_value, Err(Missing::NotApplicable));
}

#[test]
fn those_listed_and_the_others_are_all_there_are() {
    let mut answers = Answers::new();
    let destinations = answers.of("2026-06", Span::Month).ranking(Dimension::Destination).clone();
    let all = destinations.concentration.as_ref().unwrap().members.as_ref().unwrap().value;
    assert_eq!(all, 176.0);
    // One of them has a value and no whole kilogram; others had something only before.
    let (nothing, some): (Vec<&Entry>, Vec<&Entry>) =
        destinations.entries.iter().partition(|entry| entry.is_nothing());
    assert_eq!((some.len(), nothing.len()), (176, 14));
    let (listed, rest) = some.split_at(10);
    let others = destinations.together(rest).unwrap();
    assert_eq!(others.count, 166);
    let tonnes = |entries: &[&Entry]| entries.iter().map(|e| e.quantity.as_ref().unwrap().value).sum::<f64>();
    assert!((tonnes(listed) + others.quantity.unwrap().value - 18_671.557).abs() < 1e-6);
    assert_eq!(destinations.together(&[]), None);
    // Everybody else in the dataset is known to have nothing, now and before.
    let members = answers.dataset.catalogue().members(Dimension::Destination).len();
    assert_eq!(destinations.absent(answers.dataset.catalogue()).len(), members - 190);
    // Of the largest ten none is below 100 t; of all some are.
    assert_eq!((destinations.decimals(10), destinations.decimals(usize::MAX)), (0, 1));
}
