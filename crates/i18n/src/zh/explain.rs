//! How a figure is known.

use super::months::counted;
use super::names::QUANTITY;
use super::{CHINESE, Chinese};
use crate::explain::Part::{self, Amount, Change, Sum, Words};
use crate::explain::clause;
use crate::{ExplainWords, NameWords, NumberWords, plain};
use model::{Figure, Rule, Unit};

/// A number with its unit in a sentence, where months need their word, too.
fn with_unit(number: &str, unit: Unit) -> String {
    match unit {
        Unit::Periods(frequency) => format!("{number}{}", counted(frequency)),
        unit => CHINESE.with_unit(number, unit),
    }
}

/// What a figure says of whom and when: "2025年4月江苏占比"; of the quantity of the whole "2025年4月总量".
pub(super) fn of_whom(who: &str, when: &str, measure: &str) -> String {
    let measure = if who == CHINESE.total() && measure == QUANTITY { "" } else { measure };
    format!("{when}{who}{measure}")
}

/// Claims that bound a figure.
fn because(head: &str, claims: &[String], more: usize) -> String {
    let more = if more > 0 { format!("；另有{more}项") } else { String::new() };
    format!("{head}：{}{more}。", claims.join("；"))
}

impl ExplainWords for Chinese {
    fn between(&self, low: &str, high: &str, of: Unit) -> String {
        format!("介于{}", with_unit(&self.range(low, high, false), of))
    }

    fn truncated_to(&self, between: &str) -> String {
        format!("{between}：公布值是去尾，不是四舍五入")
    }

    fn bounded_below(&self, low: &str, of: Unit) -> String {
        self.at_least(&with_unit(low, of))
    }

    fn sentence(&self, clause: &str) -> String {
        format!("{clause}。")
    }

    fn way(&self, figure: &str, clause: &str) -> String {
        format!("{figure}：{clause}")
    }

    fn repeats(&self, claim: &str) -> String {
        format!("与另一月份的公布值完全相同，两者之一可能是误抄：{claim}。")
    }

    fn set_aside(&self, printed: &str, others_allow: Option<&str>) -> String {
        match others_allow {
            Some(range) => format!("公布为“{printed}”，但据其余数据推算为{range}，故未采用。"),
            None => format!("公布为“{printed}”，与其他数据矛盾，故未采用。"),
        }
    }

    fn reported(&self) -> &'static str {
        "已公布"
    }

    fn reported_as(&self, form: &str, step: Option<&str>, may_be_truncated: bool) -> String {
        match step {
            None => format!("公布为“{form}”"),
            Some(step) => {
                let how = if may_be_truncated { "四舍五入或去尾" } else { "四舍五入" };
                format!("公布为“{form}”，精确到{step}（{how}）")
            }
        }
    }

    fn of_cut_file(&self) -> &'static str {
        "数据不完整：文件在第10,000行被截断，实际数量不小于此数。"
    }

    fn recorded(&self, kilograms: Option<f64>) -> String {
        match kilograms {
            Some(kilograms) => format!("数据集各行合计，准确值为{}千克", plain(kilograms, 0, false)),
            None => "数据集各行的准确合计".to_owned(),
        }
    }

    fn derived(&self, rule: Rule, from: &[Figure], figure: &Figure) -> String {
        let parts: &[Part] = match rule {
            Rule::LessChange => &[Words("次月"), Amount(0), Words("减去变动"), Change(1)],
            Rule::OverGrowth => &[Words("后期"), Amount(0), Words("按增速"), Change(1), Words("倒推")],
            Rule::PlusChange => &[Words("前期"), Amount(0), Words("加变动"), Change(1)],
            Rule::TimesGrowth => &[Words("前期"), Amount(0), Words("按增速"), Change(1), Words("推算")],
            Rule::ShareOfWhole => &[Words("总量"), Amount(1), Words("乘以占比"), Amount(0)],
            Rule::LessYearToDateBefore => {
                &[Words("截至当月累计"), Amount(0), Words("减去截至上月累计"), Amount(1)]
            }
            Rule::YearToDateBeforePlusMonth => {
                &[Words("截至上月累计"), Amount(0), Words("加当月"), Amount(1)]
            }
            Rule::January => &[Words("1月单月与1月累计相同："), Amount(0)],
            Rule::SumOfProducts => &[Words("各产品合计："), Sum],
            Rule::Difference => &[Amount(0), Words("减去前期"), Amount(1)],
            Rule::ChangeFromGrowth => {
                &[Words("由期末"), Amount(0), Words("与增速"), Change(1), Words("推算")]
            }
            Rule::GrowthFromChange => {
                &[Words("由期末"), Amount(0), Words("与变动"), Change(1), Words("推算")]
            }
            Rule::Growth => &[Amount(0), Words("与前期"), Amount(1), Words("相比")],
            Rule::PartOfWhole => &[Amount(0), Words("占"), Amount(1), Words("的比重")],
            Rule::Remainder => &[Words("总量"), Amount(0), Words("减去已列明的"), Amount(1)],
            Rule::SumOfParts => &[Words("已列明各项合计："), Sum],
            Rule::Order if figure.bounds.low == figure.bounds.high => {
                &[Words("按大小排名，未列明部分不影响名次")]
            }
            Rule::Order => &[Words("在已列明各项中按大小排名，未列明的可能更大")],
            Rule::ValuePerTonne => &[Words("金额"), Amount(0), Words("除以数量"), Amount(1)],
            Rule::PartOfChange => &[Words("该项变动"), Change(0), Words("除以基期总量"), Amount(1)],
            Rule::VolumeEffect => &[Words("数量变动"), Change(0), Words("乘以两期均价的平均值")],
            Rule::PriceEffect => &[Words("均价变动"), Change(0), Words("乘以两期数量的平均值")],
            Rule::TopThree => &[Words("前三位合计"), Amount(0), Words("，总量"), Amount(1)],
            Rule::SquaredShares => &[Words("各项占比（以%计）的平方和；10,000表示只有一项")],
            Rule::Implied => &[Words("由全部已公布数据联合推算")],
            Rule::HowMany => &[Words("期内有记录的项数")],
            Rule::Counted => &[Words("逐期回溯，仅计确定居首的各期")],
        };
        clause(self, from, parts)
    }

    fn implied(&self, range: &str) -> String {
        format!("由全部已公布数据联合推算为{range}。")
    }

    fn not_less(&self, claims: &[String], more: usize) -> String {
        because("下限依据", claims, more)
    }

    fn not_more(&self, claims: &[String], more: usize) -> String {
        because("上限依据", claims, more)
    }

    fn claim(&self, who: &str, when: &str, measure: &str, form: &str) -> String {
        format!("{}“{form}”", of_whom(who, when, measure))
    }

    fn all_but(&self, members: &str) -> String {
        format!("除{members}外")
    }

    fn publication(&self, publisher: &str, date: Option<&str>) -> String {
        match date {
            Some(date) => format!("{publisher}，{date}"),
            None => publisher.to_owned(),
        }
    }
}
