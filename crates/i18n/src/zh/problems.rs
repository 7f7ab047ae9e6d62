//! What is wrong with a dataset, and why something could not be done.

use super::Chinese;
use crate::problems::most_megabytes;
use crate::{ProblemWords, WorkerRefusal};
use dataset::{Declared, FORMAT_VERSION, FieldKind, NotAdded, ProblemKind, Vocabulary};
use model::{Dimension, Frequency, MemberIndex};
use records::Unlike;

fn field_kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::List => "方括号中的列表",
        FieldKind::Text => "引号中的文本",
        FieldKind::Number => "不带引号的数字",
        FieldKind::TrueOrFalse => "true或false",
        FieldKind::Codes => "一个代码或代码列表",
    }
}

fn vocabulary(words: Vocabulary) -> &'static str {
    match words {
        Vocabulary::Measures => "指标",
        Vocabulary::Bounds => "界限",
        Vocabulary::Spans => "统计区间",
        Vocabulary::Dimensions => "维度",
        Vocabulary::Kinds => "数据集类型",
        Vocabulary::Flows => "进出口方向",
        Vocabulary::Valuations => "计价方式",
        Vocabulary::Units => "该指标的单位",
        Vocabulary::Frequencies => "统计周期",
        Vocabulary::Measured => "计量方式",
    }
}

/// As the format names them, whatever the flow.
fn declared(what: Declared) -> &'static str {
    match what {
        Declared::Member(Dimension::Product) => "产品",
        Declared::Member(Dimension::Destination) => "贸易伙伴",
        Declared::Member(Dimension::RegistrationLocation) => "注册地",
        Declared::Member(Dimension::TradeMode) => "贸易方式",
        Declared::Dataset => "数据集",
    }
}

impl ProblemWords for Chinese {
    fn place(&self, line: Option<usize>, place: &str) -> String {
        match (line, place) {
            (Some(line), "") => format!("第{line}行："),
            (Some(line), place) => format!("第{line}行，{place}："),
            (None, "") => String::new(),
            (None, place) => format!("{place}："),
        }
    }

    fn problem_kind(&self, kind: &ProblemKind) -> String {
        let text = match kind {
            ProblemKind::Empty => "文件为空。",
            ProblemKind::Html => "这是网页，不是数据。地址可能有误，或服务器返回了错误页面。",
            ProblemKind::NotJson { cut_short: true, .. } => "文件不完整，可能是传输中断，请重新加载。",
            ProblemKind::NotJson { column, .. } => {
                return format!("从第{column}列起不是有效的JSON，前面可能缺少逗号、引号或括号。");
            }
            ProblemKind::WrongFormat { expected } => {
                return format!("文件的“format”字段未注明“{expected}”。");
            }
            ProblemKind::NewerVersion { found } => {
                return format!(
                    "文件格式为第{found}版，本页面支持第{FORMAT_VERSION}版。请刷新页面或更新网站。"
                );
            }
            ProblemKind::MissingField { field } => return format!("缺少字段“{field}”。"),
            ProblemKind::WrongType { expected } => return format!("此处应为{}。", field_kind(*expected)),
            ProblemKind::NotAPeriod { found, expected } => {
                return match expected {
                    Frequency::Monthly => {
                        format!("“{found}”不是月份。月份应写作2025-04，年份应写作2025。")
                    }
                    Frequency::Quarterly => format!("“{found}”不是季度。季度应写作2025-Q2。"),
                    Frequency::Annual => format!("“{found}”不是年份。年份应写作2025。"),
                };
            }
            ProblemKind::UnknownWord { what, found } => {
                return format!("“{found}”不是本格式规定的{}。", vocabulary(*what));
            }
            ProblemKind::Undeclared { what, found } => {
                return format!("数据集未声明{}“{found}”。", declared(*what));
            }
            ProblemKind::Duplicate { id } => return format!("“{id}”重复出现，以第一个为准。"),
            ProblemKind::Namesake { label, other } => {
                return format!(
                    "“{label}”与“{other}”同名，同一项可能被计为两项。请删去其一，或改用不同名称。"
                );
            }
            ProblemKind::WithinProduct { part, whole } => {
                return format!("“{part}”已包含在列表中的“{whole}”之内，合计会重复计算。请删去其一。");
            }
            ProblemKind::Negative { found } => return format!("{found}小于零，该数据不可能为负。"),
            ProblemKind::NotTogether { other } => return format!("不能与“{other}”同时出现，只应保留其一。"),
            ProblemKind::OutOfRange { found } => return format!("此处的数值不可能为{found}。"),
            ProblemKind::UnequalColumns { column, length, rows } => {
                return format!("“{column}”列有{length}项，其他列有{rows}项。");
            }
            ProblemKind::NotAWholeNumber { column } => {
                return format!("本行第{column}列应为不小于0的整数。");
            }
            ProblemKind::NoSuchCode { code, members } => {
                return format!("该列出现编号{code}，而列表只有{members}项（编号从0起）。");
            }
            ProblemKind::TooLarge => "行数、项数或合计过大，本程序无法准确计算。",
            ProblemKind::TooManyMembers => {
                return format!("列表超过{}项，超出本程序的处理能力。", MemberIndex::MOST);
            }
            ProblemKind::BadAddress => "本页面无法打开该地址：应以https://开头，或只写文件名。",
            ProblemKind::NothingToShow => "数据集没有可显示的数据。",
        };
        text.to_owned()
    }

    fn unlike(&self, unlike: Unlike) -> &'static str {
        match unlike {
            Unlike::Currency => "数据集各部分的金额币种不同。",
            Unlike::Dimensions => "数据集各部分区分的维度不同。",
            Unlike::Measured => "数据集有的部分有重量，有的部分只有金额。",
            Unlike::Frequency => "数据集各部分的统计周期不同。",
            Unlike::TooLarge => "数据集各部分合并后过大，无法准确计算。",
        }
    }

    fn not_added(&self, why: &NotAdded, problem: &str) -> String {
        match why {
            NotAdded::Unreadable(Some(_)) => format!("未添加。该数据集无法添加数据：{problem}"),
            NotAdded::Unreadable(None) => "未添加。数据集末尾没有报道列表。".to_owned(),
            NotAdded::Duplicate(id) => format!("未添加。数据集已有报道“{id}”。"),
            NotAdded::Nothing => "未添加。没有识别出任何数据。".to_owned(),
            NotAdded::Faulty(_) => format!("未添加。该报道有误：{problem}"),
        }
    }

    fn worker_refusal(&self, why: WorkerRefusal) -> String {
        let text = match why {
            WorkerRefusal::NoRows => "没有打开的数据集，请刷新页面。",
            WorkerRefusal::MonthsNotCovered => "数据集缺少其中部分时段的数据行。",
            WorkerRefusal::NoParts => "数据集没有数据文件。",
            WorkerRefusal::NothingToCompare => "没有可供比对的数据集，请刷新页面。",
            WorkerRefusal::NothingToWriteAbout => "没有可用来撰写简报的数据集，请刷新页面。",
            WorkerRefusal::NothingChecked => "没有可提取数据的文稿，请重新粘贴。",
            WorkerRefusal::Unreadable => "无法读取该数据集。",
            WorkerRefusal::NotUtf8 => "该数据集不是UTF-8编码。",
            WorkerRefusal::FilesGone => "文件已失效，请重新打开。",
            WorkerRefusal::FilesTooLarge => {
                return format!(
                    "这些文件合计超过{}MB，浏览器无法处理。请减少文件，或用命令行（tonnage import）制作数据集。",
                    most_megabytes()
                );
            }
            WorkerRefusal::NotKept => "此浏览器不允许页面保存文件（可能处于无痕模式）。",
            WorkerRefusal::NotReadFromDisk => "无法从磁盘读取。",
            WorkerRefusal::NoFile => "页面传来的不是文件。",
            WorkerRefusal::NoRoom => "浏览器空间不足，无法容纳该数据集。",
            WorkerRefusal::OtherVersion => "页面与后台程序版本不一致，请刷新页面。",
        };
        text.to_owned()
    }
}
