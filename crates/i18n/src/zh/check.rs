//! Verdicts on reported figures.

use super::Chinese;
use crate::{CheckWords, CountWords, VerdictKind};
use ledger::Untested;

impl CheckWords for Chinese {
    fn verdict(&self, kind: VerdictKind) -> &'static str {
        match kind {
            VerdictKind::Contradicts => "矛盾",
            VerdictKind::Agrees => "一致",
            VerdictKind::AgreesIfTruncated => "去尾后一致",
            VerdictKind::NotTested => "无法检验",
        }
    }

    fn verdict_counts(&self, all: u64, count: &dyn Fn(VerdictKind) -> u64) -> String {
        format!(
            "{}中，{}项与其他数据一致，{}项去尾后一致，{}项与其他数据矛盾，{}项无法检验。",
            self.reported_figures(all),
            count(VerdictKind::Agrees),
            count(VerdictKind::AgreesIfTruncated),
            count(VerdictKind::Contradicts),
            count(VerdictKind::NotTested),
        )
    }

    fn others_imply(&self, range: &str) -> String {
        format!("据其余数据推算为{range}。")
    }

    fn others_imply_truncated(&self, range: &str) -> String {
        format!("据其余数据推算为{range}：公布值是去尾，不是四舍五入。")
    }

    fn untested(&self, why: Untested, range: &str) -> String {
        let text = match why {
            Untested::Forecast => "预测值不作检验。",
            Untested::UnknownMonths => "报道未说明所指月份。",
            Untested::Alone => "没有其他数据可供印证。",
            Untested::Wide(_) => return format!("据其余数据推算的区间过宽：{range}。"),
            Untested::Kind => "此类数据无法用数量检验。",
            Untested::TooMany => "数据过多，未能逐项检验。",
        };
        text.to_owned()
    }

    fn contradicts(&self, claims: &str) -> String {
        match claims {
            "" => "没有任何数量能与之相符。".to_owned(),
            claims => format!("与{claims}矛盾。"),
        }
    }

    fn may_be_revised(&self) -> &'static str {
        "此值与其他日期公布的不同，其间海关可能修订过数据。"
    }

    fn place(&self, rank: f64) -> String {
        format!("第{}位", model::write_decimal(rank, 0))
    }

    fn any_number(&self) -> &'static str {
        "任意数值"
    }

    fn whole_is_change(&self, change: &str, quantity: &str) -> String {
        format!("{change}与当月数量“{quantity}”相同：可能误将上月当作零，或上月数据缺失。")
    }

    fn same_again(&self, later: &str, earlier: &str) -> String {
        format!("{later}与另一月份的数值完全相同：{earlier}。")
    }
}
