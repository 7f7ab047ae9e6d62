//! Texts of the section "Trend" and of its chart.

use super::Chinese;
use super::months::noun;
use crate::{Known, NumberWords, TrendWords};
use model::{Flow, Frequency, Subject, Unit};

impl TrendWords for Chinese {
    fn trend_title(&self, of: Subject) -> &'static str {
        match (of.flow, of.frequency, of.unit == Unit::Tonnes) {
            (Flow::Export, Frequency::Monthly, true) => "月度出口量",
            (Flow::Import, Frequency::Monthly, true) => "月度进口量",
            (Flow::Export, Frequency::Quarterly, true) => "季度出口量",
            (Flow::Import, Frequency::Quarterly, true) => "季度进口量",
            (Flow::Export, Frequency::Annual, true) => "年度出口量",
            (Flow::Import, Frequency::Annual, true) => "年度进口量",
            (Flow::Export, Frequency::Monthly, false) => "月度出口额",
            (Flow::Import, Frequency::Monthly, false) => "月度进口额",
            (Flow::Export, Frequency::Quarterly, false) => "季度出口额",
            (Flow::Import, Frequency::Quarterly, false) => "季度进口额",
            (Flow::Export, Frequency::Annual, false) => "年度出口额",
            (Flow::Import, Frequency::Annual, false) => "年度进口额",
        }
    }

    fn first_to_last(&self) -> [&'static str; 3] {
        ["", "至", ""]
    }

    fn trend_more(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "全部月份及数据表",
            Frequency::Quarterly => "全部季度及数据表",
            Frequency::Annual => "全部年份及数据表",
        }
    }

    fn trend_caption(&self, of: Subject) -> String {
        format!("{}（{}）", self.trend_title(of), self.unit(of.unit))
    }

    fn known(&self, known: Known) -> &'static str {
        match known {
            Known::Reported => "已公布",
            Known::Derived => "推算",
            Known::Recorded => "海关数据",
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

    fn month_head(&self, frequency: Frequency) -> &'static str {
        noun(frequency)
    }

    fn known_head(&self) -> &'static str {
        "数据性质"
    }
}
