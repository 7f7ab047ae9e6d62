//! What of a link could not be used.

use super::Chinese;
use crate::{MonthWords, NoticeWords};
use model::Period;
use view::Notice;

impl NoticeWords for Chinese {
    fn notice(&self, notice: &Notice, showing: Option<Period>) -> String {
        let month = showing.map(|period| self.month(period)).unwrap_or_default();
        let instead = if month.is_empty() { String::new() } else { format!("，现显示{month}") };
        // What the link asks for in vain, and what is shown in its place.
        let asked =
            |what: &str, given: &str, shown: &str| format!("链接中的{what}“{given}”无法识别，{shown}。");
        match notice {
            Notice::UnknownParameter(name) => asked("参数", name, "已忽略"),
            Notice::Repeated(name) => format!("链接中的参数“{name}”重复出现，以第一个为准。"),
            Notice::NotAPeriod(given) => {
                format!("链接中的月份“{given}”格式有误，应写作2025-04{instead}。")
            }
            Notice::PeriodOutside(given) => {
                format!("链接指定的{}不在本数据集范围内{instead}。", self.month(*given))
            }
            Notice::UnknownView(given) => asked("页面", given, "现显示总览"),
            Notice::UnknownSpan(given) => asked("统计区间", given, &format!("现显示单月{month}")),
            Notice::UnknownChart(given) => asked("图表", given, "现按月显示柱形图"),
            Notice::UnknownComparison(given) => asked("比较方式", given, "现用默认方式"),
            Notice::UnknownShow(given) => asked("显示方式", given, "现显示表格"),
            Notice::UnknownOrder(given) => asked("排序方式", given, "现按数量排序"),
            Notice::UnknownUnit(given) => asked("单位", given, "现用默认单位"),
            Notice::UnknownLanguage(given) => asked("语言", given, "现用您的语言显示"),
            Notice::UnknownLength(given) => asked("篇幅", given, "现显示完整版"),
            Notice::UnknownMember(code) => asked("代码", code, "已忽略"),
            Notice::NoSpan => "链接要求累计或近12个月，而本数据集只有全年数据。".to_owned(),
            Notice::NoWeights => "本数据集没有重量，也就没有均价，现按金额比较。".to_owned(),
            Notice::NoValues => "本数据集没有金额，现按数量比较。".to_owned(),
            Notice::NoChoice => "本数据集无法筛选，现显示全部。".to_owned(),
            Notice::NotYourFile => {
                "该链接指向的文件只保存在当时打开它的浏览器中，现显示默认数据集。".to_owned()
            }
            Notice::UnknownDataset(given) => asked("数据集", given, "现显示默认数据集"),
        }
    }
}
