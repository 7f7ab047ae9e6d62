//! Texts of finding, tiles and the box that explains a number.

use super::charts::named;
use crate::{Chinese, FigureWords, MonthWords, NameWords};
use ledger::Ledger;
use model::{Against, Dimension, Flow, Missing, Period};

impl FigureWords for Chinese {
    fn headline_title(&self) -> &'static str {
        "要点"
    }

    fn in_headline(&self) -> &'static str {
        "标题数据"
    }

    fn reported_by(&self, ledger: &Ledger, contradictions: Option<usize>, month: &str) -> String {
        let reported = format!("据{}公布", named(ledger));
        match contradictions {
            None => reported,
            Some(0) => format!("{reported} · {month}数据无矛盾"),
            Some(count) => format!("{reported} · {month}有{count}处矛盾"),
        }
    }

    fn recorded_by(&self, incomplete: &[Period]) -> String {
        match incomplete {
            [] => "海关数据".to_owned(),
            months => format!("海关数据 · {}不完整", self.month_list(months)),
        }
    }

    fn not_published_yet(&self, missing: &[Dimension], flow: Flow) -> String {
        let names: Vec<&str> = missing.iter().map(|dimension| self.members(*dimension, flow)).collect();
        if names.is_empty() { String::new() } else { format!("，尚未公布{}数据", names.join("、")) }
    }

    fn quantity_of(&self, flow: Flow, scope: &str) -> String {
        format!("{scope}{} · ", self.flow(flow))
    }

    fn quantity_label(&self, flow: Flow, months: &str) -> String {
        months.to_owned() + self.flow(flow)
    }

    fn versus(&self, against: Against) -> [&'static str; 2] {
        match against {
            Against::MonthBefore => ["环比 · 较", ""],
            Against::YearBefore => ["同比 · 较", ""],
        }
    }

    fn months_versus(&self, months: &str) -> [String; 2] {
        [format!("{months}环比 · 较"), String::new()]
    }

    fn change_label(&self, base: &str) -> String {
        format!("较{base}变动")
    }

    fn change_of_label(&self, months: &str, base: &str) -> String {
        format!("{months}较{base}变动")
    }

    fn around_base(&self) -> [&'static str; 2] {
        ["（基期", "）"]
    }

    fn on_the_year(&self) -> [&'static str; 2] {
        ["同比", ""]
    }

    fn value_of(&self, months: &str) -> String {
        format!("金额 · {months}")
    }

    fn unit_value(&self) -> &'static str {
        "均价"
    }

    fn unit_value_of(&self, months: &str) -> String {
        format!("{months}均价")
    }

    fn versus_detail(&self, base: &str) -> String {
        format!("（较{base}）")
    }

    fn value_change(&self, base: &str) -> String {
        format!("金额较{base}变动")
    }

    fn value_change_label(&self, months: &str, base: &str) -> String {
        format!("{months}金额较{base}变动")
    }

    fn volume_effect_label(&self, months: &str, base: &str) -> String {
        format!("数量变动的影响，{months}较{base}")
    }

    fn price_effect_label(&self, months: &str, base: &str) -> String {
        format!("均价变动的影响，{months}较{base}")
    }

    fn effects(&self) -> [&'static str; 3] {
        ["数量影响", "，均价影响", ""]
    }

    fn about_number(&self) -> &'static str {
        "数据说明"
    }

    fn kind(&self, recorded: bool, computed: bool) -> &'static str {
        match (recorded, computed) {
            (false, false) => "已公布",
            (false, true) => "由已公布数据推算",
            (true, false) => "海关数据",
            (true, true) => "由海关数据准确计算得出",
        }
    }

    fn set_aside_head(&self) -> &'static str {
        "未采用"
    }

    fn set_aside_more(&self) -> &'static str {
        "原因"
    }

    fn agrees_head(&self) -> &'static str {
        "相互印证"
    }

    fn source_head(&self) -> &'static str {
        "来源"
    }

    fn source_note(&self, note: &str) -> String {
        format!("（注：{note}）")
    }

    fn missing_mark(&self, missing: Missing) -> &'static str {
        match missing {
            Missing::NotApplicable | Missing::NotFirst => "",
            Missing::NotPublished | Missing::NotCovered | Missing::Incomplete => "–",
            Missing::NotListed | Missing::NotListedOrZero => "·",
            Missing::NotYetReleased => "…",
            Missing::ZeroBase => self.no_base(),
        }
    }
}
