//! Texts of the command line's reports.

use super::Chinese;
use crate::ReportWords;
use model::{Against, Span};

impl ReportWords for Chinese {
    fn made_up(&self) -> &'static str {
        "合成数据，由程序生成，请勿引用。"
    }

    fn table_heads(&self, span: Span) -> [&'static str; 5] {
        let base = match span {
            Span::Month => "上月（吨）",
            Span::Ytd | Span::Rolling => "上年同期（吨）",
        };
        ["数量（吨）", "占比（%）", "增减（吨）", "增减（%）", base]
    }

    fn change_on(&self, against: Against) -> &'static str {
        match against {
            Against::MonthBefore => "环比",
            Against::YearBefore => "同比",
        }
    }

    fn first_for(&self, months: &str) -> String {
        format!("（连续{months}个月居首）")
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
