//! Texts of the tools.

use crate::{Chinese, CountWords, Keeping, MonthWords, ToolWords, whole};
use model::Period;
use view::Length;

impl ToolWords for Chinese {
    fn writing_summary(&self) -> &'static str {
        "正在撰写简报"
    }

    fn no_month(&self) -> &'static str {
        "没有可写入简报的内容。"
    }

    fn length_name(&self, length: Length) -> &'static str {
        match length {
            Length::Full => "完整版",
            Length::Short => "简版",
        }
    }

    fn length_switch(&self) -> &'static str {
        "简报篇幅"
    }

    fn show_number(&self) -> &'static str {
        "在页面中查看"
    }

    fn in_summary(&self) -> &'static str {
        "简报数据"
    }

    fn your_interpretation(&self, period: Period) -> String {
        format!("您对{}数据的解读", self.month(period))
    }

    fn interpretation_kept(&self, kept: bool) -> &'static str {
        match kept {
            true => "保存在此浏览器中，复制简报或存为Word文档时单列一段，不写入任何链接或数据集。",
            false => "此浏览器不保存任何内容：请在离开页面前复制或保存简报。您的文字不写入任何链接或数据集。",
        }
    }

    fn copy_buttons(&self) -> [(&'static str, &'static str); 3] {
        [
            ("复制纯文本", "已复制为纯文本。"),
            ("复制到邮件", "已复制，可粘贴到邮件中。"),
            ("复制Markdown", "已复制为Markdown。"),
        ]
    }

    fn save_as_word(&self) -> &'static str {
        "存为Word文档"
    }

    fn copy_by_hand(&self) -> &'static str {
        "浏览器不允许本页面复制，请从此处手动复制："
    }

    fn said_and_unsaid(&self) -> &'static str {
        "简报写了什么、没写什么及原因"
    }

    fn fact_check_title(&self) -> &'static str {
        "文稿核查"
    }

    fn paste_label(&self) -> &'static str {
        "粘贴中文或英文文稿（可含表格）"
    }

    fn paste_caveat(&self) -> &'static str {
        "找出文中的数据，与本数据集比对，并检查彼此是否一致。文稿只留在此浏览器中，关闭页面即消失。"
    }

    fn clear(&self) -> &'static str {
        "清空"
    }

    fn reading_text(&self) -> &'static str {
        "正在读取文稿"
    }

    fn is_about(&self, period: Period) -> String {
        format!("按{}核查", self.month(period))
    }

    fn read_as_of(&self, period: Period) -> String {
        format!("文中未注明月份之处，按{}理解。", self.month(period))
    }

    fn marked_figure(&self, form: &str, verdict: &str) -> String {
        format!("{form}：{verdict}")
    }

    fn fact_check_caption(&self) -> &'static str {
        "文中数据及其与数据集是否一致"
    }

    fn fact_check_heads(&self) -> [&'static str; 4] {
        ["数据", "理解为", "结论", "依据"]
    }

    fn show(&self) -> &'static str {
        "查看"
    }

    fn more_figures_marked(&self, listed: u64, more: u64) -> String {
        format!("仅列出前{}，另有{}项只在文中标出。", self.figures(listed), whole(more))
    }

    fn cannot_add(&self) -> &'static str {
        "只有“已公布数据”类的数据集可以添加数据，海关数据不可以。"
    }

    fn add_figures_title(&self, count: u64) -> String {
        format!("把文中{}添加到数据集", self.figures(count))
    }

    fn add_figures_caveat(&self) -> &'static str {
        "识别出的数据按原文作为一篇报道加入数据集，无论是否与数据集一致。下载并发布之前，仅存于此浏览器。"
    }

    fn article_fields(&self) -> [&'static str; 4] {
        ["发布机构", "标题", "发布日期", "网址"]
    }

    fn add_figures(&self, count: u64) -> String {
        format!("添加{}", self.figures(count))
    }

    fn download_figures(&self) -> &'static str {
        "下载为JSON"
    }

    fn files_title(&self) -> &'static str {
        "您的海关数据文件"
    }

    fn files_caveat(&self) -> &'static str {
        "文件在此浏览器中读取，不向外发送任何内容。"
    }

    fn reading_rows(&self, rows: u64) -> String {
        format!("正在读取：{}", self.rows(rows))
    }

    fn making_dataset(&self) -> &'static str {
        "正在汇总"
    }

    fn outcome(&self, keeping: Keeping) -> &'static str {
        match keeping {
            Keeping::Nothing => "没有可用的内容，仍显示原有数据。",
            Keeping::Kept => "请与来源核对。数据已在下方显示，并保存在此浏览器中，直到您移除。",
            Keeping::NoRoom => {
                "请与来源核对。浏览器空间不足，无法保存，刷新页面后即消失。请下载为数据集以便再次使用。"
            }
            Keeping::NotAllowed => {
                "请与来源核对。此浏览器不允许保存（可能处于无痕模式），刷新页面后即消失。请下载为数据集以便再次使用。"
            }
        }
    }
}
