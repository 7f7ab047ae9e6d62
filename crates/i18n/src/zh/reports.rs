//! Texts of the command line's reports.

use super::Chinese;
use super::months::{before, counted};
use crate::{NameWords, NumberWords, ReportWords};
use model::{Against, Frequency, Span, Subject, Unit};

impl ReportWords for Chinese {
    fn made_up(&self) -> &'static str {
        "合成数据，由程序生成，请勿引用。"
    }

    fn table_heads(&self, span: Span, of: Subject) -> [String; 5] {
        let unit = self.unit(of.unit);
        let counted = if of.unit == Unit::Tonnes { "数量" } else { "金额" };
        let base = match span {
            Span::Month => before(of.frequency),
            Span::Ytd | Span::Rolling => "上年同期",
        };
        let [quantity, change, base] = [counted, "增减", base].map(|head| format!("{head}（{unit}）"));
        [quantity, "占比（%）".to_owned(), change, "增减（%）".to_owned(), base]
    }

    fn change_on(&self, against: Against, frequency: Frequency) -> &'static str {
        self.change_short(against, frequency)
    }

    fn first_for(&self, months: &str, frequency: Frequency) -> String {
        format!("（连续{months}{}居首）", counted(frequency))
    }

    fn together(&self, names: &str) -> String {
        format!("{names}合计")
    }

    fn left_by_rounding(&self) -> &'static str {
        "尾差"
    }

    fn table_marks(&self) -> &'static str {
        "– 未知    a～b 仅知区间    * 有公布值因矛盾未采用"
    }

    fn contradictions_head(&self) -> &'static str {
        "相互矛盾的数据"
    }

    fn suspicions_head(&self) -> &'static str {
        "可能成立但存疑"
    }

    fn every_figure_head(&self) -> &'static str {
        "全部数据"
    }
}
