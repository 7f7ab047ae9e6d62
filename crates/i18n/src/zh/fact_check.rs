//! What is said of somebody's text.

use super::Chinese;
use super::explain::of_whom;
use super::names::QUANTITY;
use crate::{CountWords, FactCheckWords, FactVerdict, NameWords};
use factcheck::{Measure, Remark, Why};
use model::Against;

impl FactCheckWords for Chinese {
    fn fact_verdict(&self, verdict: FactVerdict) -> &'static str {
        match verdict {
            FactVerdict::Agrees => "一致",
            FactVerdict::AgreesWithinRounding => "尾差内一致",
            FactVerdict::Differs => "不一致",
            FactVerdict::CannotBeTested => "无法核对",
            FactVerdict::NotUnderstood => "未能识别",
        }
    }

    fn fact_verdict_count(&self, verdict: FactVerdict, count: u64) -> String {
        format!("{count}个{}", self.fact_verdict(verdict))
    }

    fn fact_counts(&self, all: u64, counts: &[String], contradict: u64) -> String {
        let mut told = format!("共{}", self.numbers(all));
        if !counts.is_empty() {
            told.push_str(&format!("：{}", counts.join("，")));
        }
        told.push('。');
        if contradict > 0 {
            told.push_str(&format!("其中{contradict}个与文中其他数字矛盾。"));
        }
        told
    }

    fn fact_measure(&self, measure: Measure) -> &'static str {
        match measure {
            Measure::Quantity => QUANTITY,
            Measure::Share => "占比",
            Measure::Percent(Against::MonthBefore) => "环比",
            Measure::Percent(Against::YearBefore) => "同比",
            Measure::Difference(Against::MonthBefore) => "环比变动",
            Measure::Difference(Against::YearBefore) => "同比变动",
            Measure::Value => "金额",
            Measure::ValuePercent(Against::MonthBefore) => "金额环比",
            Measure::ValuePercent(Against::YearBefore) => "金额同比",
        }
    }

    fn fact_reading(&self, who: &str, when: &str, measure: &str) -> String {
        of_whom(who, when, measure)
    }

    fn ours(&self, figure: &str) -> String {
        format!("数据集为{figure}。")
    }

    fn ours_within_rounding(&self, figure: &str) -> String {
        format!("数据集为{figure}，差异在四舍五入或去尾范围内。")
    }

    fn ours_differs(&self, figure: &str, off: Option<&str>) -> String {
        match off {
            Some(off) => format!("数据集为{figure}，文中数字与之相差{off}。"),
            None => self.ours(figure),
        }
    }

    fn why(&self, why: &Why, range: Option<&str>) -> String {
        let text = match why {
            Why::Missing(missing) => self.reason(*missing),
            Why::Wide(_) => {
                return match range {
                    Some(range) => format!("数据集推算的区间过宽：{range}。"),
                    None => "数据集推算的区间过宽。".to_owned(),
                };
            }
            Why::NotNamed => "数据集中没有所指的对象。",
            Why::Disputed => "数据集各来源说法不一，其中一处与该数字相符。",
            Why::Forecast => "属预测，并非公布值。",
            Why::Money => "不核对其他币种的金额和每吨单价。",
            Why::Points => "不核对百分点。",
            Why::Count => "不核对国家数、月数等个数。",
            Why::Times => "不核对倍数，只核对吨数和百分比。",
            Why::OtherMonths => "所指为季度或其他月份合计，数据集只有单月和1月起的累计。",
            Why::Unit => "缺少单位，或单位有歧义。",
            Why::Malformed => "数字的千位分隔有误。",
            Why::Subject => "所指对象不明。",
            Why::WhichOfSeveral => "提到多个对象，无法判断该数字属于哪一个。",
            Why::Months => "所指月份不明。",
            Why::Comparison => "比较基准不明。",
            Why::Kind => "无法判断是占比、增幅还是降幅。",
            Why::Words => "前后有未能识别的词语。",
            Why::OtherMatter => "与贸易量无关。",
            Why::Table => "所在表格的表头未说明该数字的含义。",
        };
        text.to_owned()
    }

    fn contradicts_in_text(&self, others: &str) -> String {
        match others {
            "" => "没有任何数量能与之相符。".to_owned(),
            others => format!("与文中{others}矛盾。"),
        }
    }

    fn others_of_text_imply(&self, range: &str) -> String {
        format!("据文中其他数字推算为{range}。")
    }

    fn remark(&self, remark: Remark) -> &'static str {
        match remark {
            Remark::Cut => "只读取了前200,000个字符。",
            Remark::Html => "文本疑似HTML，只读取了标签之间的文字。",
            Remark::NoFigures => "没有发现数据。",
            Remark::NoMonth => "文中未说明所指月份。",
        }
    }

    fn article_of_text(&self) -> &'static str {
        "在网页上核查的文稿"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CHINESE;

    #[test]
    fn verdicts_are_counted() {
        let one = CHINESE.fact_verdict_count(FactVerdict::Differs, 1);
        assert_eq!(one, "1个不一致");
        assert_eq!(CHINESE.fact_counts(0, &[], 0), "共0个数字。");
        assert_eq!(CHINESE.fact_counts(1, &[one], 1), "共1个数字：1个不一致。其中1个与文中其他数字矛盾。");
    }
}
