//! Texts around the sections.

use crate::zh::months::{noun, this};
use crate::{Awaited, Chinese, CountWords, FrameWords, MonthWords, NameWords, whole};
use breakdown::Dataset;
use model::{Dimension, Frequency, MoneyUnit, Period, Span, Subject, WeightUnit};
use view::Section;

/// Codes that the line below the title has room for.
const MOST_CODES: usize = 6;

fn awaited(what: Awaited) -> &'static str {
    match what {
        Awaited::Datasets => "数据集列表",
        Awaited::Figures => "数据",
        Awaited::ChosenRows => "所选数据行",
        Awaited::Sums => "汇总数据",
        Awaited::YourFile => "您的文件",
        Awaited::YourFiles => "您的文件",
        Awaited::FactCheck => "核查结果",
        Awaited::Summary => "简报",
        Awaited::Map => "地图",
        Awaited::File => "文件",
    }
}

impl FrameWords for Chinese {
    fn skip(&self) -> &'static str {
        "跳转到数据"
    }

    fn window_title(&self, section: Section, of: Subject, months: &str, title: &str, scope: &str) -> String {
        let section = match self.section(section, of) {
            "" => String::new(),
            name => format!("{name} · "),
        };
        format!("{section}{months} · {title}{scope}")
    }

    fn description(&self) -> &'static str {
        "按产品、贸易伙伴和注册地查看一国某类商品的月度进出口数据，每个数字均注明性质与来源。"
    }

    fn units_labels(&self) -> [&'static str; 2] {
        ["重量单位", "金额单位"]
    }

    fn weight_unit_name(&self, unit: Option<WeightUnit>) -> &'static str {
        unit.map_or("自动", Chinese::weight_unit)
    }

    fn money_unit_name(&self, unit: Option<MoneyUnit>) -> &'static str {
        match unit {
            None => "自动",
            Some(MoneyUnit::Whole) => "原值",
            Some(MoneyUnit::Thousand) => "千",
            Some(MoneyUnit::TenThousand) => "万",
            Some(MoneyUnit::Million) => "百万",
            Some(MoneyUnit::HundredMillion) => "亿",
            Some(MoneyUnit::Billion) => "十亿",
        }
    }

    fn dataset_label(&self) -> &'static str {
        "数据集"
    }

    fn your_file_option(&self, title: &str) -> String {
        format!("您的文件：{title}")
    }

    fn dataset_kind(&self, dataset: &Dataset, your_file: bool) -> &'static str {
        match dataset {
            _ if your_file => "您的文件",
            Dataset::Published(_) => "已公布数据",
            Dataset::Recorded(_) if dataset.is_synthetic() => "合成数据",
            Dataset::Recorded(_) => "海关数据",
        }
    }

    fn share(&self) -> [&'static str; 2] {
        ["分享", "当前页面"]
    }

    fn link_copied(&self, your_file: bool) -> &'static str {
        if your_file {
            "链接已复制，但只能在此浏览器中打开您的文件。"
        } else {
            "链接已复制"
        }
    }

    fn copy_this_link(&self) -> &'static str {
        "请复制此链接："
    }

    fn menu(&self) -> &'static str {
        "菜单"
    }

    fn on_this_page(&self) -> &'static str {
        "本页内容"
    }

    fn sources_and_about(&self) -> &'static str {
        "数据来源与说明"
    }

    fn dataset_facts(&self, dataset: &Dataset) -> String {
        let products = dataset.catalogue().members(Dimension::Product);
        let codes: Vec<&str> = products.iter().map(|product| product.code.as_str()).collect();
        let codes = match codes.as_slice() {
            [] => String::new(),
            all if all.len() > MOST_CODES => format!("{}个HS编码 · ", all.len()),
            all => format!("HS编码{} · ", all.join("、")),
        };
        let kind = match dataset {
            Dataset::Recorded(sums) => self.records(sums.rows, dataset.is_synthetic()),
            Dataset::Published(ledger) => {
                format!("数据来自{}", self.articles(ledger.articles.len() as u64))
            }
        };
        format!("{codes}{} · {kind}", self.counted_in(dataset.subject().unit))
    }

    fn all_sections(&self) -> &'static str {
        "← 返回总览"
    }

    fn month_navigation(&self, frequency: Frequency) -> &'static str {
        noun(frequency)
    }

    fn previous_month(&self) -> &'static str {
        "上一期："
    }

    fn next_month(&self) -> &'static str {
        "下一期："
    }

    fn first_month(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "已是最早月份",
            Frequency::Quarterly => "已是最早季度",
            Frequency::Annual => "已是最早年份",
        }
    }

    fn latest_month(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "已是最新月份",
            Frequency::Quarterly => "已是最新季度",
            Frequency::Annual => "已是最新年份",
        }
    }

    fn latest(&self) -> &'static str {
        "最新"
    }

    fn choose_month(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "选择月份",
            Frequency::Quarterly => "选择季度",
            Frequency::Annual => "选择年份",
        }
    }

    fn month_option(&self, period: Period, known: bool) -> String {
        let month = self.month(period);
        if known { month } else { month + "（无数据）" }
    }

    fn span_switch(&self, _: Frequency) -> &'static str {
        "统计区间"
    }

    fn span_button(&self, span: Span, frequency: Frequency) -> &'static str {
        match (span, frequency) {
            (Span::Month, frequency) => this(frequency),
            (Span::Ytd, _) => "累计",
            (Span::Rolling, Frequency::Quarterly) => "近4个季度",
            (Span::Rolling, _) => "近12个月",
        }
    }

    fn synthetic_banner(&self) -> [&'static str; 2] {
        ["合成数据。", "这些记录由程序生成，仅供试用，并非海关数据，请勿引用。"]
    }

    fn only(&self) -> &'static str {
        "仅显示："
    }

    fn remove(&self) -> &'static str {
        "移除"
    }

    fn show_everything(&self) -> &'static str {
        "显示全部"
    }

    fn added_banner(&self) -> [&'static str; 2] {
        ["含您添加的数据，仅存于此浏览器。", "刷新页面后即消失，如需保留或发布，请下载数据集。"]
    }

    fn download_dataset(&self) -> &'static str {
        "下载数据集"
    }

    fn take_added_out(&self) -> &'static str {
        "撤销添加"
    }

    fn your_file_banner(&self) -> [&'static str; 2] {
        ["您的文件，仅存于此浏览器。", "其链接在其他浏览器中无法打开。"]
    }

    fn download_as_dataset(&self) -> &'static str {
        "下载为数据集"
    }

    fn remove_this_file(&self) -> &'static str {
        "移除此文件"
    }

    fn open_file(&self) -> &'static str {
        "打开海关数据文件"
    }

    fn loading(&self, what: Awaited, received: usize, expected: usize) -> String {
        let kilobytes = |bytes: usize| whole(bytes.div_ceil(1000) as u64);
        let what = awaited(what);
        match (received, expected) {
            (0, _) => format!("正在加载{what}"),
            (_, 0) => format!("正在加载{what}：{}kB", kilobytes(received)),
            _ => format!("正在加载{what}：{}/{}kB", kilobytes(received), kilobytes(expected)),
        }
    }

    fn still_waiting(&self, what: Awaited, seconds: u32) -> String {
        format!("仍在等待{}：已有{seconds}秒没有收到数据。", awaited(what))
    }

    fn not_loaded(&self) -> &'static str {
        "数据无法加载"
    }

    fn try_again(&self) -> &'static str {
        "重试"
    }

    fn stay(&self) -> &'static str {
        "留在当前页面"
    }

    fn cancel(&self) -> &'static str {
        "取消"
    }

    fn close(&self) -> &'static str {
        "关闭"
    }

    fn undo(&self) -> &'static str {
        "撤销"
    }

    fn places_not_used(&self, count: u64) -> String {
        format!("数据集中有{}处无法使用，其余内容照常显示。", whole(count))
    }
}
