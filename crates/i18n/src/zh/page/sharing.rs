//! Texts of what readers take along besides files.

use crate::page::publishers;
use crate::{CHINESE, Chinese, MonthWords, NameWords, SharingWords};
use breakdown::Dataset;
use takeaway::{Citation, PUBLISHER};

/// A citation's end: the day and the address, and that its figures are made up.
fn end(cited: &Citation) -> String {
    let Citation { accessed, address, synthetic, .. } = cited;
    let warning = if synthetic.is_empty() { String::new() } else { format!("（{synthetic}）") };
    let day = format!("{}访问", CHINESE.date(accessed));
    // Nothing stands behind an address, which programs would take for a part of it.
    if address.is_empty() { format!("{day}{warning}。") } else { format!("{day}{warning}，{address}") }
}

fn source(cited: &Citation) -> String {
    let others = if cited.has_others { "等" } else { "" };
    format!("{}{others}", cited.source)
}

impl SharingWords for Chinese {
    fn explore(&self) -> &'static str {
        "查看完整数据"
    }

    fn offers(&self) -> [&'static str; 3] {
        ["嵌入", "引用", "代码"]
    }

    fn copy(&self, code: bool) -> &'static str {
        if code { "复制代码" } else { "复制" }
    }

    fn selected(&self) -> &'static str {
        "浏览器不允许本页面复制，内容已选中，请按Ctrl+C（Mac请按Cmd+C）复制。"
    }

    fn nobody_else_has(&self) -> &'static str {
        "您的文件仅存于此浏览器，其他网页无法显示或读取。请先将其发布为网站的数据集。"
    }

    fn in_several_files(&self) -> &'static str {
        "该数据集分为多个文件，本站未提供可供其他程序读取的表格。"
    }

    fn without_added(&self) -> &'static str {
        "仅含本站数据，不含您添加的数据。"
    }

    fn embed_code(&self) -> &'static str {
        "嵌入代码"
    }

    fn embed_remark(&self) -> &'static str {
        "嵌入内容固定为当前数据集、月份和语言，不使用Cookie，除本站外不连接任何服务器。"
    }

    fn width_choices(&self) -> [&'static str; 2] {
        ["宽度", "自适应"]
    }

    fn height_choices(&self) -> [&'static str; 2] {
        ["高度", "自适应（需脚本）"]
    }

    fn preview(&self) -> &'static str {
        "预览"
    }

    fn cited_source(&self, dataset: &Dataset) -> (String, bool) {
        match dataset {
            Dataset::Published(ledger) => {
                let (first, others) = publishers(ledger);
                (first.to_owned(), others > 0)
            }
            Dataset::Recorded(sums) => {
                let kind = if dataset.is_synthetic() { "合成数据" } else { "海关数据" };
                (format!("{}{kind}", self.name(&sums.catalogue.reporter)), false)
            }
        }
    }

    fn title_of(&self, title: &str, part: &str) -> String {
        if part.is_empty() { title.to_owned() } else { format!("{title}：{part}") }
    }

    fn cited_as_synthetic(&self) -> &'static str {
        "由程序生成的合成数据，并非真实统计"
    }

    fn citation_names(&self) -> [&'static str; 3] {
        ["要点及来源", "简短", "完整"]
    }

    fn cited_in_short(&self, cited: &Citation) -> String {
        format!("{}：《{}》，{}，{PUBLISHER}，{}", source(cited), cited.title, cited.months, end(cited))
    }

    fn cited_in_full(&self, cited: &Citation) -> String {
        let Citation { title, months, facts, .. } = cited;
        format!(
            "{}：《{title}》（数据集，{facts}），{months}，{PUBLISHER}发布，{}",
            source(cited),
            end(cited)
        )
    }

    fn lines_fetch(&self) -> &'static str {
        "以下代码读取本站的数据表，含各月总量和各项的全部已知数据，及其上下限与来源。"
    }

    fn file_of_lines(&self) -> &'static str {
        "数据表（CSV）"
    }

    fn programs(&self) -> [&'static str; 5] {
        ["Google表格", "Excel（Power Query）", "Python（pandas）", "R", "DuckDB"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited() -> Citation {
        Citation {
            source: "SMM".to_owned(),
            has_others: true,
            title: CHINESE.title_of("中国铝线缆出口", "走势"),
            facts: "HS编码7614".to_owned(),
            months: "2025年4月".to_owned(),
            accessed: "2025-06-18".to_owned(),
            address: "https://example.org/?d=x".to_owned(),
            ..Citation::default()
        }
    }

    #[test]
    fn a_citation_says_who_what_when_and_where() {
        assert_eq!(
            CHINESE.cited_in_short(&cited()),
            "SMM等：《中国铝线缆出口：走势》，2025年4月，Tonnage，2025年6月18日访问，https://example.org/?d=x"
        );
        assert_eq!(
            CHINESE.cited_in_full(&cited()),
            "SMM等：《中国铝线缆出口：走势》（数据集，HS编码7614），2025年4月，Tonnage发布，2025年6月18日访问，https://example.org/?d=x"
        );
    }

    #[test]
    fn figures_that_a_program_made_up_are_cited_as_such() {
        let synthetic = CHINESE.cited_as_synthetic().to_owned();
        let own = Citation { address: String::new(), has_others: false, synthetic, ..cited() };
        assert_eq!(
            CHINESE.cited_in_short(&own),
            "SMM：《中国铝线缆出口：走势》，2025年4月，Tonnage，2025年6月18日访问（由程序生成的合成数据，并非真实统计）。"
        );
    }
}
