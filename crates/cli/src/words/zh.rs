//! Chinese.

use std::io::{self, ErrorKind};
use std::path::Path;

use clap::Error;
use clap::error::{ContextKind, ErrorKind as ArgumentFault};
use import::About;
use model::Period;

use super::CommandWords;
use crate::refusal::{Missing, text, texts};
use crate::schema::{Fault, Limit, Type};

pub struct Chinese;

impl CommandWords for Chinese {
    fn about(&self, of: &str, sentence: &str) -> String {
        format!("{of}：{sentence}")
    }

    fn choices(&self, all: &[&str]) -> String {
        all.join("、")
    }

    fn nothing_asked(&self) -> String {
        "请指定要执行的命令。可用`tonnage --lang zh --help`查看全部命令。".to_owned()
    }

    fn no_call(&self, name: &str) -> String {
        format!("没有“{name}”命令。可用`tonnage --lang zh --help`查看全部命令。")
    }

    fn missing(&self, arguments: &[Vec<Missing>]) -> String {
        let told = |one: &Missing| format!("{}（{}）", one.written, one.help);
        let any = |one: &Vec<Missing>| one.iter().map(told).collect::<Vec<_>>().join("或");
        let asked: Vec<String> = arguments.iter().map(any).collect();
        format!("缺少以下参数：{}。", asked.join("；"))
    }

    fn refused_value(&self, option: &str, why: &str) -> String {
        // Some reasons are sentences, others what a file or the system says, without an end.
        let stop = if why.ends_with('。') { "" } else { "。" };
        self.about(option, &format!("{why}{stop}"))
    }

    fn none_of(&self, option: &str, given: &str, choices: &[&str]) -> String {
        format!("{option}：“{given}”无效，可选值为{}。", self.choices(choices))
    }

    fn faulty_arguments(&self, error: &Error, help: &str) -> String {
        let argument = text(error, ContextKind::InvalidArg);
        let told = match error.kind() {
            ArgumentFault::UnknownArgument => format!("未知参数“{argument}”"),
            ArgumentFault::ArgumentConflict => {
                format!("{argument}不能与{}同时使用", self.choices(&texts(error, ContextKind::PriorArg)))
            }
            ArgumentFault::InvalidValue => format!("{argument}缺少值"),
            ArgumentFault::TooManyValues => {
                format!("{argument}不应带有值“{}”", text(error, ContextKind::InvalidValue))
            }
            ArgumentFault::InvalidUtf8 => "参数不是UTF-8编码".to_owned(),
            _ => "参数有误".to_owned(),
        };
        format!("{told}。可用`{help} --lang zh`查看可用的参数。")
    }

    fn not_known(&self, given: &str) -> String {
        format!("“{given}”无效。")
    }

    fn not_a_month(&self, text: &str) -> String {
        format!("“{text}”不是月份。月份应写作2025-04。")
    }

    fn not_an_id(&self, text: &str) -> String {
        format!("“{text}”只能含小写字母、数字和连字符。")
    }

    fn not_an_address(&self, text: &str) -> String {
        format!("“{text}”不是以https://或http://开头的网址。")
    }

    fn not_a_member_name(&self, text: &str) -> String {
        format!("“{text}”应写作“代码=名称”，如429=Mexico。")
    }

    fn not_about_anything(&self, subjects: &[&str]) -> String {
        format!("应写作“事项=值”，其中事项为{}之一。", self.choices(subjects))
    }

    fn no_answer_value(&self) -> &'static str {
        "事项后缺少“=值”。"
    }

    fn why_not(&self, error: &io::Error) -> String {
        let why = match error.kind() {
            ErrorKind::NotFound => "文件或文件夹不存在",
            ErrorKind::PermissionDenied => "没有访问权限",
            ErrorKind::IsADirectory => "这是文件夹，不是文件",
            ErrorKind::NotADirectory => "路径中有一级不是文件夹",
            ErrorKind::AlreadyExists => "同名文件已存在",
            ErrorKind::StorageFull => "磁盘空间不足",
            ErrorKind::ReadOnlyFilesystem => "磁盘为只读",
            ErrorKind::UnexpectedEof => "文件不完整",
            ErrorKind::InvalidData => "文件不是UTF-8编码的文本",
            // The system's own words: some of the rest are in the user's language, all have a number.
            _ => return format!("系统提示“{error}”"),
        };
        why.to_owned()
    }

    fn not_read(&self, path: &Path) -> String {
        format!("无法读取{}。", path.display())
    }

    fn not_read_because(&self, path: &Path, error: &io::Error) -> String {
        format!("无法读取{}：{}。", path.display(), self.why_not(error))
    }

    fn not_written(&self, path: &Path, error: &io::Error) -> String {
        format!("无法写入{}：{}。", path.display(), self.why_not(error))
    }

    fn not_removed(&self, path: &Path, error: &io::Error) -> String {
        format!("无法删除{}：{}。", path.display(), self.why_not(error))
    }

    fn not_packed(&self, path: &Path, error: &io::Error) -> String {
        format!("无法压缩{}：{}。", path.display(), self.why_not(error))
    }

    fn no_result(&self, why: &str) -> String {
        format!("无法生成结果：“{why}”。")
    }

    fn not_utf8(&self, path: &Path) -> String {
        format!("{}不是UTF-8编码。", path.display())
    }

    fn more_faults(&self, count: u64) -> String {
        format!("另有{count}处同类问题。")
    }

    fn no_rows(&self, path: &Path) -> String {
        format!("{}不是海关数据集，没有数据行。", path.display())
    }

    fn no_months(&self) -> &'static str {
        "数据集不含任何月份的数据。"
    }

    fn not_covered(&self, period: Period, first: &str, last: &str) -> String {
        format!("--period {period}：超出数据时段（{first}至{last}）。")
    }

    fn no_printed_workbook(&self) -> &'static str {
        "工作簿不能直接显示，请用--output指定写入的文件。"
    }

    fn no_format(&self, path: &Path, formats: &[&str]) -> String {
        format!(
            "--output {}：无法从扩展名判断格式。请用--format指定：{}。",
            path.display(),
            self.choices(formats)
        )
    }

    fn written(&self, path: &Path) -> String {
        format!("已写入{}。", path.display())
    }

    fn rows_written(&self, path: &Path, rows: &str) -> String {
        format!("已写入{}，共{rows}行。", path.display())
    }

    fn up_to_date(&self, manifest: &Path) -> String {
        format!("{}已是最新。", manifest.display())
    }

    fn half_named(&self, file: &Path, names: &[(String, String)]) -> String {
        let names: Vec<String> = names.iter().map(|(known, other)| format!("{known}={other}")).collect();
        format!("{}：有贸易伙伴只有一种语言的名称，可补充：{}。", file.display(), names.join("，"))
    }

    fn out_of_date(&self, file: &Path, folder: &Path) -> String {
        format!(
            "{}已过时。请运行`cargo run -q --release --bin tonnage -- manifest {}`更新。",
            file.display(),
            folder.display()
        )
    }

    fn same_id(&self, one: &str, other: &str, id: &str) -> String {
        format!("{one}与{other}的标识同为“{id}”。")
    }

    fn no_datasets(&self, folder: &Path) -> String {
        format!("{}中没有数据集（*.json）。", folder.display())
    }

    fn schema_fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::NoPlace => "此处不应有该字段。".to_owned(),
            Fault::NotConst(wanted) => format!("此处应为{wanted}。"),
            Fault::NotType(wanted) => format!("此处应为{}。", type_of(*wanted)),
            Fault::NoneOf(wanted) => format!("此处应为以下之一：{}。", wanted.join("、")),
            Fault::NotTogether => "此处的内容与其他字段不能并存。".to_owned(),
            Fault::Form { text, pattern } => format!("“{text}”不符合规定的写法{pattern}。"),
            Fault::Two => "此处的内容同时符合两种写法，只能是其中之一。".to_owned(),
            Fault::Beyond(limit, most) => match limit {
                Limit::Characters => format!("文本过短，至少应有{most}个字符。"),
                Limit::Entries => format!("列表过短，至少应有{most}项。"),
                Limit::Least => format!("数值过小，不应小于{most}。"),
                Limit::Most => format!("数值过大，不应大于{most}。"),
            },
            Fault::Twice => "此项重复出现。".to_owned(),
            Fault::Missing(name) => format!("缺少字段“{name}”。"),
            Fault::Unknown => "格式未在此处定义该字段。".to_owned(),
        }
    }

    fn or(&self) -> &'static str {
        "或者："
    }

    fn with_reason(&self, fault: &str, reason: &str) -> String {
        let told = SCHEMA_REASONS.iter().find(|(english, _)| *english == reason);
        format!("{fault}{}", told.map_or(reason, |(_, chinese)| chinese))
    }

    fn no_dataset_or_site(&self) -> &'static str {
        "请用--dataset指定数据集，或用--site指定网站。"
    }

    fn site_without_dataset(&self) -> &'static str {
        "网站没有数据集。"
    }

    fn dataset_without_file(&self) -> &'static str {
        "网站的数据集没有数据文件。"
    }

    fn page_is_there(&self, index: &Path) -> String {
        format!("{}中已有页面，请重新构建网站。", index.display())
    }

    fn not_the_page(&self, index: &Path, lacks: &str) -> String {
        format!("{}不是本网站的页面，其中没有{lacks}。", index.display())
    }

    fn no_modules(&self, site: &Path, ending: &str) -> String {
        format!("{}中没有模块（*{ending}），可能不是构建好的网站。", site.display())
    }

    fn asks_for_no_module(&self, path: &Path) -> String {
        format!("{}没有引用未压缩的模块，请重新构建网站。", path.display())
    }

    fn packed(&self, packed: usize, plain: usize) -> String {
        format!("由{plain}字节压缩为{packed}字节")
    }

    fn no_answer(&self, about: About, value: &str) -> String {
        format!("--answer {}={value}：回答无效。", about.name())
    }

    fn month_guess(&self, month: &str) -> String {
        format!("据文件名推测为{month}。")
    }

    fn columns_guess(&self) -> &'static str {
        "根据列名和内容推测："
    }

    fn columns_answer(&self, file: &str) -> String {
        format!(
            "如推测无误，请加--answer \"{file}:columns=yes\"。\
             如有误，请逐列指定：--answer \"{file}:columns/列名=含义\"，\
             含义须用英文代码（如quantity，全部代码见docs/records.md）；\
             也可用--mapping指定列对应关系文件，其初稿可用--explain生成。"
        )
    }

    fn reporter_answer(&self) -> &'static str {
        "--reporter <名称>"
    }

    fn as_mapping(&self) -> &'static str {
        "列对应关系："
    }

    fn to_be_said(&self) -> &'static str {
        "尚需说明："
    }

    fn nothing_usable(&self) -> &'static str {
        "这些文件中没有可用的内容。"
    }

    fn no_code(&self, code: &str, name: &str) -> String {
        format!("--name {code}={name}：文件中没有代码{code}。")
    }
}

fn type_of(wanted: Type) -> &'static str {
    match wanted {
        Type::Text => "引号中的文本",
        Type::Number => "不带引号的数字",
        Type::Whole => "不带引号的整数",
        Type::TrueOrFalse => "true或false",
        Type::List => "方括号中的列表",
        Type::Fields => "花括号中的字段",
        Type::Other => "可识别的类型",
    }
}

/// The comments of the schemas that say why something is refused.
const SCHEMA_REASONS: [(&str, &str); 7] = [
    (
        "Ranks and counts are exact; everything else has a precision.",
        "名次和个数是精确值，其他数据都有精度。",
    ),
    (
        "A figure about a whole list is a count; any other figure of a dimension is about a member.",
        "针对整个列表的数据只能是个数；某一维度的其他数据须针对其中一项。",
    ),
    ("The total has no share of itself.", "总量没有占比。"),
    ("Neither the total nor what members leave of it has a place.", "总量和未列明部分没有名次。"),
    ("Tonnages have a unit, and values.", "重量和金额都有单位。"),
    ("Only a month has a month before.", "只有单月数据才有上月。"),
    (
        "Rows have a weight, or the dataset is measured by value and has none.",
        "各行应有重量；按金额统计的数据集则没有重量。",
    ),
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::schema;

    fn reasons(schema: &Value, found: &mut Vec<String>) {
        if let Some(Value::String(reason)) = schema.get("$comment") {
            found.push(reason.clone());
        }
        match schema {
            Value::Object(fields) => fields.values().for_each(|part| reasons(part, found)),
            Value::Array(parts) => parts.iter().for_each(|part| reasons(part, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reason_of_the_schemas_is_told_in_chinese() {
        let mut found = Vec::new();
        for (_, kind) in dataset::Kind::NAMES {
            reasons(&serde_json::from_str(schema::text(kind)).unwrap(), &mut found);
        }
        let mut told = SCHEMA_REASONS.map(|(english, _)| english);
        found.sort_unstable();
        told.sort_unstable();
        assert_eq!(found, told);
    }
}
