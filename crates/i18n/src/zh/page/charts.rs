//! Texts of charts.

use breakdown::Dataset;

use crate::page::{latest, publishers};
use crate::zh::months::{before, by_period, counted};
use crate::{ChartWords, Chinese, CountWords, MonthWords, NameWords, NumberWords, TrendWords, whole};
use ledger::Ledger;
use model::{Against, Dimension, Flow, Frequency, Period, Subject, Unit};
use view::{CompareAs, Panels, Show, TrendChart};

/// Who published most of the articles, and how many did: "SMM等4家机构".
pub(super) fn named(ledger: &Ledger) -> String {
    let (first, others) = publishers(ledger);
    if others == 0 { first.to_owned() } else { format!("{first}等{}家机构", others + 1) }
}

impl Chinese {
    /// What a chart counts, and in what: "数量（吨）", "金额（美元）".
    pub(super) fn charted_in(&self, unit: Unit) -> String {
        let what = if unit == Unit::Tonnes { "数量" } else { "金额" };
        format!("{what}（{}）", self.unit(unit))
    }
}

impl ChartWords for Chinese {
    fn truncated(&self, range: &str) -> String {
        format!("去尾前{range}")
    }

    fn source_lead(&self) -> &'static str {
        "数据来源："
    }

    fn source_of(&self, dataset: &Dataset) -> String {
        let Dataset::Published(ledger) = dataset else { return "海关数据".to_owned() };
        let (publishers, count) = (named(ledger), self.articles(ledger.articles.len() as u64));
        let latest = latest(ledger).map_or(String::new(), |date| format!("，最近一篇{}", self.date(date)));
        format!("{publishers}，{count}{latest}")
    }

    fn link_to_this(&self) -> &'static str {
        "链接"
    }

    fn chart_switch(&self) -> &'static str {
        "图表"
    }

    fn trend_chart(&self, chart: TrendChart, frequency: Frequency) -> &'static str {
        match (chart, frequency) {
            (TrendChart::Columns, Frequency::Monthly) => "分月",
            (TrendChart::Columns, Frequency::Quarterly) => "分季",
            (TrendChart::Columns, Frequency::Annual) => "分年",
            (TrendChart::Years, _) => "历年对比",
            (TrendChart::Cumulative, _) => "累计",
            (TrendChart::TwelveMonths, Frequency::Quarterly) => "4个季度合计",
            (TrendChart::TwelveMonths, _) => "12个月合计",
        }
    }

    fn trend_chart_said(&self, chart: TrendChart, of: Subject) -> String {
        let (flow, by, what) = (self.flow(of.flow), by_period(of.frequency), self.charted_in(of.unit));
        match chart {
            TrendChart::Columns => format!("{by}{flow}{what}。"),
            TrendChart::Years => format!("{by}{flow}{what}，每年一条线。"),
            TrendChart::Cumulative => format!("{flow}年初以来累计{what}，每年一条线。"),
            TrendChart::TwelveMonths => {
                let year = if of.frequency == Frequency::Quarterly { "4个季度" } else { "12个月" };
                format!("{flow}最近{year}合计{what}。")
            }
        }
    }

    fn mean_of_a_year(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Quarterly => "4个季度平均",
            Frequency::Monthly | Frequency::Annual => "12个月平均",
        }
    }

    fn highest_of_known(&self, known: u64, frequency: Frequency) -> [String; 2] {
        [format!("有数据的{known}{}中最高：", counted(frequency)), "，".to_owned()]
    }

    fn incomplete_left_out(&self, months: &[Period]) -> String {
        format!("。{}数据不完整，实际可能更高。", self.month_list(months))
    }

    fn name_head(&self) -> &'static str {
        "名称"
    }

    fn value_name(&self) -> &'static str {
        "数据"
    }

    fn nothing_to_draw(&self) -> &'static str {
        "没有可显示的数据。"
    }

    fn season_caveat(&self, unit: Unit) -> String {
        let (divisor, _) = self.scale_in_short(unit);
        let fractions = if divisor > 1.0 { "格内的小数以万为单位。" } else { "" };
        format!(
            "颜色越深（深色模式下越亮），数值越大，最小的月份颜色最淡。圆点标出春节所在月份：春节有时在1月，有时在2月，两月数据宜合并观察，合计不着色。{fractions}斜线：无数据或数据不完整。"
        )
    }

    fn season_said(&self, of: Subject) -> String {
        format!("{}{}{}，每年一行。", by_period(of.frequency), self.flow(of.flow), self.charted_in(of.unit))
    }

    fn no_season(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "至少有两年的月度数据才能看出季节性，本数据集只有一年。",
            Frequency::Quarterly => "季节性须按月观察，本数据集为季度数据。",
            Frequency::Annual => "季节性须按月观察，本数据集为年度数据。",
        }
    }

    fn january_february(&self) -> [&'static str; 2] {
        ["1-2月", "1-2"]
    }

    fn lunar_new_year(&self) -> &'static str {
        "春节"
    }

    fn earlier_to_later(&self, earlier: &str, later: &str) -> String {
        format!("{later}较{earlier}")
    }

    fn against_switch(&self) -> &'static str {
        "对比基期"
    }

    fn against(&self, against: Against, base: &str, frequency: Frequency) -> String {
        match against {
            Against::MonthBefore => format!("{}（{base}）", before(frequency)),
            Against::YearBefore => format!("上年同期（{base}）"),
        }
    }

    fn unknown_base(&self, base: &str) -> String {
        format!("{base}没有可供比较的数据。")
    }

    fn compare_with(&self, base: &str) -> String {
        format!("与{base}比较")
    }

    fn as_steps(&self) -> &'static str {
        "瀑布图"
    }

    fn change_name(&self) -> &'static str {
        "增减"
    }

    fn no_changes(&self, earlier: &str) -> String {
        format!("各项较{earlier}的增减均未知。")
    }

    fn changes_by(&self, dimension: Dimension, flow: Flow) -> String {
        format!("按{}", self.members(dimension, flow))
    }

    fn made_most(&self, is_fall: bool, are_all_known: bool) -> [&'static str; 3] {
        [
            if are_all_known { "" } else { "两期均有数据的各项中，" },
            if is_fall { "减少最多：" } else { "增加最多：" },
            "。",
        ]
    }

    fn most_is_in_rest(&self, is_fall: bool) -> [&'static str; 2] {
        [if is_fall { "下降主要来自其他各项：" } else { "增长主要来自其他各项：" }, "。"]
    }

    fn compare_this(&self, name: &str) -> String {
        format!("比较{name}的历史走势")
    }

    fn compare_title(&self, names: &[String]) -> String {
        match names {
            [one] => format!("{one}历史走势"),
            [one, other] => format!("{one}、{other}历史走势"),
            [one, ..] => format!("{one}等{}项历史走势", names.len()),
            [] => String::new(),
        }
    }

    fn compare_switch(&self) -> &'static str {
        "比较指标"
    }

    fn compare_as(&self, compare_as: CompareAs, unit: Unit) -> &'static str {
        match compare_as {
            CompareAs::Quantity if unit != Unit::Tonnes => "金额",
            CompareAs::Quantity => "数量",
            CompareAs::Share => "占比",
            CompareAs::Index => "指数",
            CompareAs::Value => "金额",
            CompareAs::UnitValue => "均价",
            CompareAs::Rank => "排名",
        }
    }

    fn index_base(&self, base: Period) -> String {
        format!("{}=100。", self.month(base))
    }

    fn place_is_open(&self) -> &'static str {
        "名次未定：未列明的可能更靠前"
    }

    fn place_caveat(&self, is_recorded: bool, unit: Unit) -> &'static str {
        match is_recorded {
            true if unit != Unit::Tonnes => "按金额排名，第一名在最上方。",
            true => "按数量排名，第一名在最上方。",
            false => "按数量排名，第一名在最上方。未列明的可能更靠前时，图中标出可能的名次范围。",
        }
    }

    fn panels_switch(&self) -> &'static str {
        "绘图方式"
    }

    fn panels(&self, panels: Panels) -> &'static str {
        match panels {
            Panels::One => "合并显示",
            Panels::Each => "分开显示",
        }
    }

    fn no_index_base(&self) -> &'static str {
        "没有任何一期各项数据齐备，无法设定指数基期。"
    }

    fn axis_is_cut(&self) -> &'static str {
        "坐标轴不从零开始。"
    }

    fn compare_none(&self) -> &'static str {
        "清除"
    }

    fn filter_to_these(&self) -> &'static str {
        "只看这些项"
    }

    fn comparing(&self) -> &'static str {
        "正在比较："
    }

    fn to_comparison(&self) -> &'static str {
        "查看图表"
    }

    fn no_member(&self) -> &'static str {
        "链接所指的对象不在本数据集中，请在表格中选择一个名称。"
    }

    fn member_trend_title(&self, of: Subject) -> &'static str {
        self.trend_title(of)
    }

    fn member_rank_title(&self) -> &'static str {
        "历期排名"
    }

    fn member_rank_said(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "各月在已列明各项中的排名，第一名在最上方。",
            Frequency::Quarterly => "各季度在已列明各项中的排名，第一名在最上方。",
            Frequency::Annual => "各年在已列明各项中的排名，第一名在最上方。",
        }
    }

    fn only_this(&self, name: &str) -> String {
        format!("只看{name}")
    }

    fn price_headings(&self, flow: Flow) -> [&'static str; 2] {
        match flow {
            Flow::Export => ["均价走势", "各目的地均价与数量"],
            Flow::Import => ["均价走势", "各来源地均价与数量"],
        }
    }

    fn unit_value_then_and_now(&self, now: &str, before: &str) -> [String; 4] {
        [format!("{now}均价"), format!("，{before}为"), "，变动".to_owned(), "。".to_owned()]
    }

    fn single_months(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Quarterly => "图中各季度单独显示，表格为多个季度合计。",
            Frequency::Monthly | Frequency::Annual => "图中各月单独显示，表格为多月合计。",
        }
    }

    fn unit_value_caveat(&self) -> &'static str {
        "均价为海关统计金额除以净重，既反映价格变化，也受品种结构影响。"
    }

    fn of_one_tonne_or_more(&self) -> &'static str {
        "仅列1吨及以上的：只有几千克的多为样品或误报。"
    }

    fn no_unit_values(&self, has_weights: bool) -> &'static str {
        match has_weights {
            true => "均价为金额除以重量，而本数据集没有金额。",
            false => "均价为金额除以重量，而本数据集没有重量。",
        }
    }

    fn quantity_name(&self) -> &'static str {
        "数量"
    }

    fn share_name(&self) -> &'static str {
        "占比"
    }

    fn quantity_axis(&self) -> String {
        self.charted_in(Unit::Tonnes)
    }

    fn log_scale(&self) -> &'static str {
        "，对数坐标"
    }

    fn unit_value_axis(&self, unit: &str) -> String {
        format!("均价（{unit}）")
    }

    fn show_switch(&self) -> &'static str {
        "显示方式"
    }

    fn show_as(&self, show: Show) -> &'static str {
        match show {
            Show::Table => "表格",
            Show::Map => "地图",
            Show::Treemap => "矩形树图",
            Show::Slope => "斜率图",
        }
    }

    fn map_said(&self, dimension: Dimension, flow: Flow, months: &str) -> String {
        format!("{months}{}分布图。", self.dimension(dimension, flow))
    }

    fn map_caveat(&self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::RegistrationLocation => {
                "每省一格，大致按地理位置排列。颜色越浓，数值越大。斜线：无数据或数据不完整。"
            }
            _ => "圆越大，数值越大。圆心大致位于该国家或地区中部。",
        }
    }

    fn treemap_said(&self, dimension: Dimension, flow: Flow, months: &str) -> String {
        format!("{months}{}占比图。", self.dimension(dimension, flow))
    }

    fn too_few_for_picture(&self, show: Show) -> &'static str {
        match show {
            Show::Treemap => "有数据的不足四项，矩形树图不如表格清楚，故不绘制。",
            _ => "有数据且有位置的不足四项，地图不如表格清楚，故不绘制。",
        }
    }

    fn without_place(&self, count: u64) -> String {
        format!("有{}项在地图上没有位置，见表格。", whole(count))
    }

    fn no_land(&self) -> &'static str {
        "陆地轮廓未能加载，圆的位置不受影响。"
    }

    fn structure_title(&self) -> &'static str {
        "结构变化"
    }

    fn order_by(&self, column: &str) -> String {
        format!("按{column}排序")
    }

    fn find_member(&self) -> &'static str {
        "查找"
    }

    fn nobody_found(&self, asked: &str) -> String {
        format!("没有名称包含“{asked}”的项。")
    }
}
