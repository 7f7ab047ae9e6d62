//! Texts of the section "Trend" and of its chart.

use super::Chinese;
use crate::{Known, TrendWords};
use model::Flow;

impl TrendWords for Chinese {
    fn trend_title(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "月度出口量",
            Flow::Import => "月度进口量",
        }
    }

    fn first_to_last(&self) -> [&'static str; 3] {
        ["", "至", ""]
    }

    fn trend_more(&self) -> &'static str {
        "全部月份及数据表"
    }

    fn trend_caption(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "月度出口量（吨）",
            Flow::Import => "月度进口量（吨）",
        }
    }

    fn known(&self, known: Known) -> &'static str {
        match known {
            Known::Reported => "已公布",
            Known::Derived => "推算",
            Known::Recorded => "海关记录",
            Known::Missing => "无数据",
        }
    }

    fn legend_derived(&self) -> &'static str {
        "由已公布数据推算：实际值在上下沿之间"
    }

    fn figure_said(&self, figure: &str, known: Known) -> String {
        match known {
            Known::Recorded => figure.to_owned(),
            Known::Reported | Known::Derived | Known::Missing => format!("{figure}（{}）", self.known(known)),
        }
    }

    fn month_head(&self) -> &'static str {
        "月份"
    }

    fn known_head(&self) -> &'static str {
        "数据性质"
    }
}
