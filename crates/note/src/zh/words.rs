//! Chinese words and fixed texts.

use crate::digits::{Sign, print};
use crate::line::Line;
use crate::material::Material;
use crate::rule::{Reason, Rule};
use crate::sentence::{Labels, SourceLine, Topic};
use breakdown::Dataset;
use ledger::Article;
use model::{Against, Catalogue, Dimension, Figure, Flow, Frequency, Language, Missing, Name, Period};
use records::{Extent, Limit};

/// Behind a figure that is the very number of another month.
pub fn same_as(period: Period) -> String {
    format!("与{}公布值相同", year_month(period))
}

/// Behind a figure that other figures contradict, where nothing else is known.
pub const DOUBT: &str = "原文如此，与其他已公布数据矛盾";

pub(super) fn is_import(line: &Line) -> bool {
    line.scribe.material.catalogue.flow == Flow::Import
}

/// "出口" or "进口".
pub(super) fn outward(line: &Line) -> &'static str {
    if is_import(line) { "进口" } else { "出口" }
}

/// What stands before a partner: "对美国出口", "自智利进口".
pub(super) fn with(line: &Line) -> &'static str {
    if is_import(line) { "自" } else { "对" }
}

/// What is measured: "量", or "额" where nothing is weighed.
pub(super) fn amount(line: &Line) -> &'static str {
    if line.scribe.material.is_by_value() { "额" } else { "量" }
}

/// What a list is by.
pub(super) fn kind(line: &Line, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "产品",
        Dimension::Destination if is_import(line) => "来源地",
        Dimension::Destination => "目的地",
        Dimension::RegistrationLocation => "注册地",
        Dimension::TradeMode => "贸易方式",
    }
}

/// A word that stands before a plain number alone: "为1.41万吨", but "约1.41万吨".
pub(super) fn plainly(line: &mut Line, word: &str, figure: &Figure) {
    let text = print(figure, Language::Chinese, Sign::Kept);
    if !text.starts_with(['约', '至']) {
        line.words(word);
    }
}

fn either(name: &Name) -> &str {
    if name.zh.is_empty() { &name.en } else { &name.zh }
}

/// Whose trade it is, and whom with where only some members count: "中国（注册地：江苏）对墨西哥".
pub(super) fn reporter(line: &Line) -> String {
    let mut words = either(&line.scribe.material.catalogue.reporter).to_owned();
    for (dimension, kind) in [(Dimension::RegistrationLocation, "注册地"), (Dimension::TradeMode, "贸易方式")]
    {
        if let Some(names) = chosen(line, dimension) {
            words.push_str(&format!("（{kind}：{names}）"));
        }
    }
    if let Some(names) = chosen(line, Dimension::Destination) {
        words.push_str(with(line));
        words.push_str(&names);
    }
    words
}

/// The goods: "铝线缆（仅钢芯铝绞线）".
pub(super) fn goods(line: &Line) -> String {
    let goods = either(&line.scribe.material.catalogue.commodity);
    match chosen(line, Dimension::Product) {
        Some(names) => format!("{goods}（仅{names}）"),
        None => goods.to_owned(),
    }
}

/// The members of a dimension that count; `None` where all do.
fn chosen(line: &Line, dimension: Dimension) -> Option<String> {
    const MOST_NAMES: usize = 3;
    let material = line.scribe.material;
    let members = material.catalogue.chosen(&material.chosen, dimension);
    let names: Vec<String> = members.map(|member| line.scribe.name(member)).collect();
    match names.len() {
        0 => None,
        1..=MOST_NAMES => Some(names.join("、")),
        many => Some(format!("所选{many}个{}", kind(line, dimension))),
    }
}

/// "（HS编码76141000、76149000）"; nothing where they are many or only some count.
pub(super) fn codes(line: &Line) -> String {
    if !line.scribe.material.is_of_all(Dimension::Product) {
        return String::new();
    }
    let products = line.scribe.material.catalogue.members(Dimension::Product);
    let codes: Vec<&str> = products.iter().map(|p| p.code.as_str()).collect();
    match codes.len() {
        1..=4 => format!("（HS编码{}）", codes.join("、")),
        _ => String::new(),
    }
}

/// "2025年4月", "2025年二季度", "2025年"
pub(super) fn year_month(period: Period) -> String {
    let year = period.year();
    match period.frequency() {
        Frequency::Annual => format!("{year}年"),
        _ => format!("{year}年{}", month(period)),
    }
}

/// "3月", "一季度", "2024年"
pub(super) fn month(period: Period) -> String {
    match period.frequency() {
        Frequency::Monthly => format!("{}月", period.month()),
        Frequency::Quarterly => {
            let name = match period.in_year() {
                1 => "一季度",
                2 => "二季度",
                3 => "三季度",
                _ => "四季度",
            };
            name.to_owned()
        }
        Frequency::Annual => format!("{}年", period.year()),
    }
}

/// "1-4月", "前三季度"
pub(super) fn months_of(period: Period) -> String {
    match (period.frequency(), period.in_year()) {
        (Frequency::Quarterly, 1) => "一季度".to_owned(),
        (Frequency::Quarterly, 2) => "上半年".to_owned(),
        (Frequency::Quarterly, _) => "前三季度".to_owned(),
        (_, last) => format!("1-{last}月"),
    }
}

/// The period before: "上月".
pub(super) fn before(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "上月",
        Frequency::Quarterly => "上季度",
        Frequency::Annual => "上年",
    }
}

/// This period: "当月".
pub(super) fn this(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "当月",
        Frequency::Quarterly => "当季",
        Frequency::Annual => "当年",
    }
}

/// Behind a number of periods: "个月".
pub(super) fn counted(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "个月",
        Frequency::Quarterly => "个季度",
        Frequency::Annual => "年",
    }
}

/// How a comparison is called: of years there is one alone, and it is that on the year.
pub(super) fn label(line: &Line, against: Against) -> &'static str {
    match (against, line.scribe.material.frequency()) {
        (Against::MonthBefore, Frequency::Monthly | Frequency::Quarterly) => "环比",
        (Against::MonthBefore, Frequency::Annual) | (Against::YearBefore, _) => "同比",
    }
}

/// What stands above a note on rows that a program made up.
pub const WARNING_SYNTHETIC: &str = "合成数据：由程序生成，请勿引用。";

/// What stands above a note on a choice of members.
pub fn warning_choice(names: &[String]) -> String {
    format!("本文仅涉及所选范围：{}。", names.join("、"))
}

/// Fixed texts of an export.
pub fn labels() -> Labels {
    Labels {
        interpretation: "分析师解读（非数据计算所得）",
        sources: "数据来源",
        colon: "：",
        stop: "",
        chart: "图表",
        said: "已写",
        between_rules: "；",
    }
}

/// The heading of a section.
pub fn section(topic: Topic, flow: Flow, is_by_value: bool) -> &'static str {
    match (topic, flow) {
        (Topic::Total, Flow::Export) if is_by_value => "出口总额",
        (Topic::Total, Flow::Import) if is_by_value => "进口总额",
        (Topic::Total, Flow::Export) => "出口总量",
        (Topic::Total, Flow::Import) => "进口总量",
        (Topic::Structure, _) => "产品结构",
        (Topic::Destinations, Flow::Export) => "出口目的地",
        (Topic::Destinations, Flow::Import) => "进口来源地",
        (Topic::RegistrationLocations, _) => "注册地",
        (Topic::Drivers, _) => "变动来源",
        (Topic::Caution, _) => "数据说明",
    }
}

/// What a rule says.
pub fn rule(rule: Rule, frequency: Frequency) -> &'static str {
    match rule {
        Rule::Total => match frequency {
            Frequency::Monthly => "当月总量",
            Frequency::Quarterly => "当季总量",
            Frequency::Annual => "当年总量",
        },
        Rule::JanuaryFebruary => "1-2月合计",
        Rule::YearToDate => "年内累计",
        Rule::Value => "金额与均价",
        Rule::MonthlyRun => match frequency {
            Frequency::Annual => "连续增长或下降",
            Frequency::Monthly | Frequency::Quarterly => "连续环比增长或下降",
        },
        Rule::YearlyRun => "连续同比增长或下降",
        Rule::Extreme => "阶段新高或新低",
        Rule::Products => "产品结构",
        Rule::ProductsOfYear => "全年产品结构",
        Rule::TradeModes => "贸易方式",
        Rule::Destinations => "主要贸易伙伴",
        Rule::Spread => "贸易伙伴数量与集中度",
        Rule::Entrants => "新增与恢复的贸易伙伴",
        Rule::Lost => "中断的贸易伙伴",
        Rule::RegistrationLocations => "主要注册地",
        Rule::ProductDrivers => "分产品的变动来源",
        Rule::DestinationDrivers => "分贸易伙伴的变动来源",
        Rule::LocationDrivers => "分注册地的变动来源",
        Rule::ValueDrivers => "数量与均价对金额的影响",
        Rule::LunarNewYear => "春节因素",
        Rule::Contradictions => "相互矛盾的数据",
    }
}

/// Months that are named one by one.
const MOST_MONTHS: usize = 6;
/// Codes of products that are named.
const MOST_CODES: usize = 5;

/// Why a rule has nothing to say.
pub fn reason(reason: Reason, frequency: Frequency) -> String {
    let counted = counted(frequency);
    let text = match reason {
        Reason::Missing(Missing::NotPublished) => "没有报道公布该数据，也无法由已公布数据推算。",
        Reason::Missing(Missing::NotListedOrZero) => "未列出或为零：有报道以次月全部数量作为环比增量。",
        Reason::Missing(Missing::NotListed) => "已公布的名单中没有该项。",
        Reason::Missing(Missing::NotCovered) => "数据集缺少其中部分时段。",
        Reason::Missing(Missing::Incomplete) => "其中部分时段的数据文件被截断，数据不完整。",
        Reason::Missing(Missing::NotYetReleased) => "该时段数据尚未发布。",
        Reason::Missing(Missing::ZeroBase) => "基数为零或可能为零，无法计算百分比。",
        Reason::Missing(Missing::NotFirst) => "未居首位。",
        Reason::Missing(Missing::NotApplicable) => "不适用。",
        Reason::UnknownMonth(month) => return format!("{}总量未知。", year_month(month)),
        Reason::Unclear(month) => return format!("与{}相比，增减方向无法确定。", year_month(month)),
        Reason::OpenRow => return format!("{}的增减方向未知。", before(frequency)),
        Reason::ShortRow(1) => return format!("该方向仅持续1{counted}。"),
        Reason::ShortRow(many) => return format!("仅连续{many}{counted}，较为常见。"),
        Reason::NoRecord(0) => return format!("未突破{}水平。", before(frequency)),
        Reason::NoRecord(1) => return format!("仅突破{}水平，较为常见。", before(frequency)),
        Reason::NoRecord(many) => return format!("仅突破此前{many}{counted}的水平，较为常见。"),
        Reason::NoChange => "没有变化。",
        Reason::OnlyRecordsTell => "已公布数据不含此项，完整的海关数据才有。",
        Reason::NoWeights => "数据集没有数量。",
        Reason::NoValues => "数据集没有金额。",
        Reason::NotToldApart => "数据集不作此区分。",
        Reason::Nobody => "没有，或均不足总量的0.5%。",
        Reason::NoContributions => "变动量可以确定的不足两项。",
        Reason::OtherMonths => match frequency {
            Frequency::Monthly => "仅适用于其他月份。",
            Frequency::Quarterly | Frequency::Annual => "仅适用于其他时段。",
        },
        Reason::SaidAlready => "其他句子已说明。",
        Reason::NothingContradicts => "文中数据互不矛盾。",
        Reason::NoLunarNewYear => "未见该国贸易受春节影响。",
        Reason::Short => "仅在完整版中说明。",
    };
    text.to_owned()
}

/// Where the figures come from, a line each, and what the dataset covers.
pub fn sources(material: &Material, articles: &[&Article]) -> Vec<SourceLine> {
    let line = |text: String, url: Option<String>| SourceLine { text, url };
    let mut lines: Vec<SourceLine> = articles
        .iter()
        .map(|a| {
            // What an article's English says instead of a date is left out.
            let date = a.published.as_deref().and_then(date).map_or(String::new(), |d| format!("，{d}"));
            line(format!("{}《{}》{date}", a.publisher, a.subject), a.url.clone())
        })
        .collect();
    if let Some(sums) = material.dataset.sums() {
        lines.extend(sums.provenance.sources.iter().map(|s| line(s.clone(), None)));
    }
    if let Some((first, last)) = material.coverage {
        let kind = match material.dataset {
            Dataset::Published(_) => "已公布数据",
            Dataset::Recorded(_) if material.dataset.is_synthetic() => "合成数据",
            Dataset::Recorded(_) => "海关数据",
        };
        let months = format!("{}至{}", year_month(first), year_month(last));
        lines.push(line(format!("数据集“{}”：{kind}，{months}", material.catalogue.id), None));
    }
    if let Some(sums) = material.dataset.sums() {
        let limits = sums.whole.coverage.summary();
        lines.extend(limits.iter().map(|limit| line(not_covered(material.catalogue, limit), None)));
    }
    lines
}

/// Goods and months that the files do not cover, or not in full.
fn not_covered(catalogue: &Catalogue, limit: &Limit) -> String {
    let all = catalogue.members(Dimension::Product);
    let codes = limit.products.iter().filter_map(|product| Some(all.get(product.place())?.code.as_str()));
    let goods = match limit.products.len() == all.len() || limit.products.is_empty() {
        true => String::new(),
        false => {
            let more = limit.products.len().saturating_sub(MOST_CODES);
            let more = if more > 0 { format!("等{}个", limit.products.len()) } else { String::new() };
            format!("HS编码{}{more}在", codes.take(MOST_CODES).collect::<Vec<_>>().join("、"))
        }
    };
    let months: Vec<String> = limit.months.iter().map(|month| year_month(*month)).collect();
    let months = match months.as_slice() {
        [first, _, .., last] if months.len() > MOST_MONTHS => {
            format!("{first}至{last}（共{}{}）", months.len(), counted(records::frequency_of(&limit.months)))
        }
        months => months.join("、"),
    };
    match limit.extent {
        Extent::NotCovered => {
            format!("数据文件未包括{goods}{months}的数据：数值未知，并非为零，合计亦未知")
        }
        Extent::Incomplete | Extent::Whole => {
            format!("{goods}{months}的数据不完整：文件在第10000行被截断，只能得出下限，不作比较")
        }
    }
}

/// "2025年5月30日" of `2025-05-30`; nothing of any other text.
fn date(text: &str) -> Option<String> {
    let mut parts = text.splitn(3, '-').map(str::parse::<u32>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => Some(format!("{year}年{month}月{day}日")),
        _ => None,
    }
}
