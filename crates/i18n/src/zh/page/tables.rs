//! Texts of rankings and the cross table.

use crate::zh::months::{counted, this};
use crate::{Chinese, Concentration, NameWords, NumberWords, TableWords, whole};
use model::{Against, Dimension, Flow, Frequency, Span, Subject, Unit};

impl TableWords for Chinese {
    fn more_on(&self, dimension: Dimension, flow: Flow) -> String {
        self.members(dimension, flow).to_owned() + "明细"
    }

    fn to_cross_table(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "目的地与注册地交叉表",
            Flow::Import => "来源地与注册地交叉表",
        }
    }

    fn not_told_apart(&self, dimension: Dimension, flow: Flow) -> String {
        format!("本数据集未区分{}。", self.members(dimension, flow))
    }

    fn no_rows(&self, months: &str) -> String {
        format!("{months}没有记录。")
    }

    fn no_article(&self, dimension: Dimension, flow: Flow, months: &str) -> String {
        format!("没有报道公布{months}的{}数据。", self.members(dimension, flow))
    }

    fn members_together(&self, names: &str) -> String {
        format!("{names}合计")
    }

    fn ranking_caption(&self, dimension: Dimension, of: Subject, months: &str) -> String {
        let counted = if of.unit == Unit::Tonnes { "数量" } else { "金额" };
        format!("{months}{}：{counted}、占比及增减", self.dimension(dimension, of.flow))
    }

    fn rank_head(&self, among_listed: bool) -> &'static str {
        if among_listed { "已列明各项中的排名" } else { "排名" }
    }

    fn quantity_head(&self, unit: Unit) -> String {
        self.head_in(if unit == Unit::Tonnes { "数量" } else { "金额" }, self.unit(unit))
    }

    fn share_head(&self) -> &'static str {
        "占比（%）"
    }

    fn change_head(&self, against: Against, of: Subject) -> String {
        self.head_in(self.change_short(against, of.frequency), self.unit(of.unit))
    }

    fn change_percent_head(&self, against: Against, frequency: Frequency) -> String {
        self.head_in(self.change_short(against, frequency), "%")
    }

    fn small_bases_last(&self, base: &str) -> String {
        format!("基期不足{base}的排在最后。")
    }

    fn without_trade(&self, count: u64, of: Subject, span: Span) -> String {
        let when = match span {
            Span::Month => this(of.frequency),
            Span::Ytd | Span::Rolling => "期内",
        };
        format!("{}项{when}无{}", whole(count), self.flow(of.flow))
    }

    fn base_unit(&self, unit: Unit) -> String {
        format!("（{}）", self.unit(unit))
    }

    fn contribution_head(&self, against: Against, frequency: Frequency) -> String {
        format!("{}拉动（百分点）", self.change_short(against, frequency))
    }

    fn value_head(&self) -> &'static str {
        "金额"
    }

    fn unit_value_head(&self) -> &'static str {
        "均价"
    }

    fn contributes(&self) -> &'static str {
        "拉动"
    }

    fn around_share(&self) -> (Option<&'static str>, &'static str) {
        (Some("占比"), "%")
    }

    fn head_in(&self, head: &str, unit: &str) -> String {
        format!("{head}（{unit}）")
    }

    fn base_before(&self) -> &'static str {
        "基期"
    }

    fn streak(&self, frequency: Frequency) -> [&'static str; 2] {
        let in_a_row = match frequency {
            Frequency::Monthly => "个月居首",
            Frequency::Quarterly => "个季度居首",
            Frequency::Annual => "年居首",
        };
        ["连续", in_a_row]
    }

    fn rank_label(&self, name: &str, among_listed: bool) -> String {
        name.to_owned() + self.rank_head(among_listed)
    }

    fn member_quantity_label(&self, name: &str) -> String {
        name.to_owned() + "数量"
    }

    fn share_label(&self, name: &str) -> String {
        name.to_owned() + "占比"
    }

    fn member_change_label(&self, name: &str, base: &str) -> String {
        format!("{name}较{base}变动")
    }

    fn member_base_label(&self, name: &str, base: &str) -> String {
        format!("{name} · {base}")
    }

    fn streak_label(&self, name: &str, frequency: Frequency) -> String {
        format!("{name}连续居首{}数", counted(frequency).trim_start_matches('个'))
    }

    fn contribution_label(&self, name: &str) -> String {
        name.to_owned() + "对总量增减的拉动"
    }

    fn member_value_label(&self, name: &str) -> String {
        name.to_owned() + "金额"
    }

    fn member_unit_value_label(&self, name: &str) -> String {
        name.to_owned() + "均价"
    }

    fn download(&self) -> &'static str {
        "下载"
    }

    fn download_formats(&self) -> [&'static str; 4] {
        ["CSV", "CSV（Excel适用）", "Excel工作簿", "JSON"]
    }

    fn making_file(&self) -> &'static str {
        "正在生成文件…"
    }

    fn file_saved(&self, name: &str) -> String {
        format!("已保存为{name}。如未找到，请检查浏览器是否拦截了下载。")
    }

    fn copy_table(&self) -> &'static str {
        "复制表格"
    }

    fn copied(&self) -> &'static str {
        "已复制。"
    }

    fn not_copied(&self) -> &'static str {
        "浏览器不允许本页面写入剪贴板，请改为保存文件。"
    }

    fn picture(&self) -> &'static str {
        "图片"
    }

    fn picture_kinds(&self) -> [&'static str; 5] {
        ["PNG", "PNG（16:9，适合幻灯片）", "PNG（方形，适合社交媒体）", "SVG", "复制图片"]
    }

    fn no_picture(&self) -> &'static str {
        "浏览器无法生成这么大的PNG，请保存为可任意放大的SVG。"
    }

    fn parts_and_total(&self, is_reported: bool, agree: bool) -> [&'static str; 3] {
        let end =
            if agree { "，两者相符。" } else { "，差额超出四舍五入所能解释的范围。" };
        ["各产品合计", if is_reported { "，公布总量" } else { "，总量" }, end]
    }

    fn truncated_behind(&self, range: &str) -> String {
        format!("（去尾前{range}）")
    }

    fn listed_rest_total(&self, possible: bool) -> [&'static str; 4] {
        ["已列明", "，未列明", "，总量", ending(possible)]
    }

    fn listed_total(&self, possible: bool) -> [&'static str; 3] {
        ["已列明", "，总量", ending(possible)]
    }

    fn listed_together(&self) -> &'static str {
        "已列明合计"
    }

    fn concentration(&self, _: u64, dimension: Dimension, flow: Flow) -> Concentration {
        Concentration {
            members: format!("个{}", self.members(dimension, flow)),
            top_three: "，前三位合计占比",
            index: "；集中度指数（HHI）",
            end: "，最高10,000。各项之和等于总量。",
        }
    }

    fn concentration_labels(&self, dimension: Dimension, flow: Flow) -> [String; 3] {
        ["个数", "前三位合计占比", "集中度指数（HHI）"]
            .map(|what| self.members(dimension, flow).to_owned() + what)
    }

    fn adding_up(&self) -> &'static str {
        "正在汇总…"
    }

    fn cross_caveat(&self, unit: Unit) -> String {
        format!("单位：{}。颜色越浓，数值越大。点击名称可只看该项。", self.unit(unit))
    }

    fn no_cross_table(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "报道不公布目的地与注册地的交叉数据，海关数据才有。",
            Flow::Import => "报道不公布来源地与注册地的交叉数据，海关数据才有。",
        }
    }

    fn cross_caption(&self, unit: Unit) -> String {
        self.counted_in(unit)
    }
}

fn ending(possible: bool) -> &'static str {
    match possible {
        true => "。",
        false => "，小于各部分之和：已公布的数据相互矛盾。",
    }
}
