//! Texts of the sections on where figures come from and whether they agree.

use crate::zh::imports::some_of;
use crate::{CHINESE, Chinese, CountWords, MonthWords, NumberWords, SectionWords, whole};
use model::{Currency, Period, Unit, WeightUnit};

impl SectionWords for Chinese {
    fn sources_title(&self) -> &'static str {
        "数据来源"
    }

    fn units_of_articles(&self) -> &'static str {
        "报道中的数据以吨和百分比表示。"
    }

    fn units_of_rows(&self, has_weight: bool, currency: Option<Currency>) -> String {
        match (has_weight, currency.map(|currency| CHINESE.unit(Unit::Money(currency)))) {
            (true, Some(money)) => format!("原始数据：净重以千克计，金额以{money}计。"),
            (true, None) => "原始数据：净重以千克计，无金额。".to_owned(),
            (false, Some(money)) => format!("原始数据：金额以{money}计，无重量。"),
            (false, None) => String::new(),
        }
    }

    fn conversion(&self) -> Option<&'static str> {
        match self.units.weight? {
            WeightUnit::ShortTons => Some("1短吨等于907.18474千克。"),
            WeightUnit::Pounds => Some("1磅等于0.45359237千克。"),
            _ => None,
        }
    }

    fn all_articles(&self, count: u64) -> String {
        format!("全部{}及其数据", self.articles(count))
    }

    fn to_check(&self) -> &'static str {
        "数据交叉检验"
    }

    fn figures_used(&self, count: u64) -> String {
        format!("本页使用其中{}", self.figures(count))
    }

    fn read_in_part(&self) -> &'static str {
        "仅能读到开头部分，后文或有更多数据"
    }

    fn repeats_article_of(&self, publisher: &str) -> String {
        format!("转载自{publisher}")
    }

    fn figures_in_article(&self, subject: &str) -> String {
        format!("《{subject}》公布的数据")
    }

    fn claim_heads(&self) -> [&'static str; 4] {
        ["月份", "对象", "指标", "原文"]
    }

    fn how_to_read_title(&self) -> &'static str {
        "数据说明"
    }

    fn how_to_read(&self) -> [&'static str; 2] {
        [
            "将鼠标移到数字上或点击数字，可查看完整位数、数据性质与来源。带虚线的数字由已公布数据推算；在海关数据中，表示并非准确值。带",
            "的数字另有公布值，因与其他数据矛盾而未采用。键盘操作：按Tab键在图表之间移动，按方向键在数字之间移动。",
        ]
    }

    fn marks(&self) -> [(&'static str, &'static str); 8] {
        [
            ("–", "未公布"),
            ("·", "同期列有其他项，未列该项"),
            ("…", "尚未发布"),
            ("无可比基数", "基期为零或可能为零，无法计算百分比"),
            ("19,596～19,738", "仅知区间"),
            ("≈2,302", "末位可能有1的误差"),
            ("<0.1", "数值很小，但不为零"),
            ("=", "与另一时期的数值完全相同，两者之一可能是误抄"),
        ]
    }

    fn mark_of_quotations(&self) -> (&'static str, &'static str) {
        ("“mt”", "报道原文的写法，即吨")
    }

    fn computed_here(&self) -> &'static str {
        "所有计算均依据本站数据集在此浏览器中完成，不向外发送任何内容。"
    }

    fn not_covered(&self, products: &[&str], months: &[Period]) -> String {
        let months = self.month_list(months);
        match products {
            [] => format!("没有文件包含{months}的数据：数值未知，并非为零。"),
            products => format!(
                "没有文件包含HS编码{}在{months}的数据：数值未知，并非为零，产品合计亦未知。",
                some_of(products)
            ),
        }
    }

    fn incomplete(&self, products: &[&str], months: &[Period]) -> String {
        let goods = match products {
            [] => String::new(),
            products => format!("HS编码{}的", some_of(products)),
        };
        format!(
            "{}{goods}数据不完整：文件在第10,000行被截断，数值以“至少”表示，不作比较。",
            self.month_list(months)
        )
    }

    fn nothing_to_check(&self) -> &'static str {
        "海关数据由记录逐条汇总，并非转述报道，无需检验。请选择“已公布数据”类的数据集。"
    }

    fn check_title(&self) -> &'static str {
        "已公布的数据是否一致？"
    }

    fn check_caveat(&self) -> &'static str {
        "每项已公布数据都与其余全部数据的推算结果对照。吨数可能是四舍五入，也可能是去尾；百分比均按四舍五入处理。数据相互矛盾时，舍弃尽可能少的几项，使其余数据一致。有多种取舍时，先舍弃较不可靠的：使某地数值远超其他各地的、标题中的、发布较早的、属比率而非数量的、精度较低的。"
    }

    fn settling(&self) -> &'static str {
        "正在交叉检验各项数据…"
    }

    fn no_contradictions(&self, of: Option<Period>) -> String {
        let of = of.map_or(String::new(), |month| self.month(month));
        format!("{of}没有相互矛盾的数据。")
    }

    fn contradictions_title(&self) -> &'static str {
        "相互矛盾的数据"
    }

    fn suspicions_title(&self) -> &'static str {
        "可能成立但存疑"
    }

    fn every_figure_title(&self) -> &'static str {
        "全部数据"
    }

    fn show_all(&self, count: u64) -> String {
        format!("显示全部{}项", whole(count))
    }

    fn reported_times(&self, times: usize) -> String {
        match times {
            0 | 1 => String::new(),
            times => format!("（公布{times}次）"),
        }
    }

    fn article_label(&self) -> &'static str {
        "报道"
    }

    fn verdict_label(&self) -> &'static str {
        "结论"
    }

    fn all_option(&self) -> &'static str {
        "全部"
    }

    fn check_caption(&self) -> &'static str {
        "已公布数据及其与其他数据是否一致"
    }

    fn figure_head(&self) -> &'static str {
        "数据"
    }

    fn why_head(&self) -> &'static str {
        "依据"
    }
}
