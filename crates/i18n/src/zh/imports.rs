//! What an import read, and what it could not use.

use super::months::{by_period, noun};
use super::{CHINESE, Chinese};
use crate::{CountWords, ImportWords, MonthWords, NameWords, NumberWords, PanelText, SummaryHead, whole};
use import::{
    About, CodeInPart, EVERY_SHEET, Fault, LARGEST_FILE, LeftOut, MonthSummary, Needed, NoMapping, NoSheet,
    NoTable, Origin, Place, ProblemKind, Question, Revised, Role, Sum, Summary,
};
use model::{Currency, Dimension, DimensionMap, Flow, Frequency, Name, Period, Unit};

/// What is taken for a table and is none, and what to do.
fn no_table(what: NoTable) -> &'static str {
    match what {
        NoTable::Picture => "这是图片，不是数据表。请使用生成该图片的原始文件。",
        NoTable::FilmOrSound => "这是音频或视频，不是数据表。",
        NoTable::Pdf => "这是PDF文件，不是数据表。请使用生成它的工作簿或CSV。",
        NoTable::Document => "这是文字文档或幻灯片，不是数据表。请把其中的表格复制到工作簿中再打开。",
        NoTable::OtherWorkbook => {
            "不支持这种格式的工作簿。请用Excel打开，另存为“Excel 工作簿(*.xlsx)”后再试。"
        }
        NoTable::Compressed => "这是gzip、zip以外的压缩文件，请解压后再打开其中的文件。",
        NoTable::Archive => "这是zip以外的压缩包，请解压后再打开其中的文件。",
        NoTable::Database => "这是数据库文件，不是数据表。请把表导出为CSV。",
        NoTable::DataOfPrograms => "这是Parquet等仅供程序读取的文件。请把表导出为CSV。",
        NoTable::Program => "这是程序，不是数据表。",
        NoTable::Email => "这是电子邮件或保存的网页。请单独保存附件，或重新下载数据表。",
    }
}

/// "按产品、贸易伙伴区分各行".
fn told_apart(dimensions: DimensionMap<bool>) -> String {
    let told: Vec<&str> = dimensions.iter().filter(|(_, told)| **told).map(|(of, _)| dimension(of)).collect();
    match told.as_slice() {
        [] => "没有区分任何维度".to_owned(),
        told => format!("按{}区分各行", CHINESE.list(told)),
    }
}

/// "7614、7615等14个"
pub(super) fn some_of<T: AsRef<str>>(codes: &[T]) -> String {
    const NAMED: usize = 5;
    let named: Vec<&str> = codes.iter().take(NAMED).map(AsRef::as_ref).collect();
    let more = if codes.len() > NAMED { format!("等{}个", codes.len()) } else { String::new() };
    CHINESE.list(&named) + &more
}

/// Why a file is no table, and what to do, in sentences.
fn no_sheet(why: &NoSheet) -> String {
    let sentence = match why {
        NoSheet::NotATable(what) => no_table(*what),
        NoSheet::Empty => "文件为空，没有任何数据。这不代表没有贸易，请重新下载。",
        NoSheet::TooLarge => {
            let most = LARGEST_FILE / 1_000_000;
            return format!("文件超过{most}MB。请按年份或HS编码分批下载。");
        }
        NoSheet::TooLargeUnpacked => "压缩包中的内容过大，无法读取。请解压后分批打开。",
        NoSheet::Locked => "文件设有密码。请保存为无密码的文件后再试。",
        NoSheet::BrokenWorkbook => "工作簿已损坏或不完整。请重新下载，或用Excel打开后另存。",
        NoSheet::BrokenArchive => "压缩文件已损坏或不完整。请重新下载。",
        NoSheet::NothingInArchive => "zip文件中没有数据表。",
        NoSheet::Nested { name } if name.is_empty() => "文件被压缩了两次。请解压一次后再打开其中的文件。",
        NoSheet::Nested { name } => {
            return format!("zip文件中的“{name}”本身也是压缩文件。请解压后再打开其中的文件。");
        }
        NoSheet::NoCells => "工作簿中没有填有内容的工作表。",
        NoSheet::NoSuchSheet { name } => {
            return format!("文件中没有工作表“{name}”。不指定工作表时，会列出可选的名称。");
        }
        NoSheet::NoTableInPage => "这是没有表格的网页，很可能是网站的错误页面。请重新下载文件。",
        NoSheet::NotText => "无法将该文本读作表格。如果确是表格，请另存为“CSV UTF-8”后再试。",
        NoSheet::MixedText { line } => {
            return format!(
                "第{line}行之前为UTF-8编码，其后为另一种编码，可能由不同文件拼接而成。请分别打开，或先另存为“CSV UTF-8”。"
            );
        }
        NoSheet::NotJson { line, column } => {
            return format!("这是JSON，但从第{line}行第{column}列起无法读取，可能不完整，请重新下载。");
        }
        NoSheet::NoList => "这是JSON，但其中没有数据行列表。",
        NoSheet::NotRead => "无法从磁盘读取该文件，可能已移动、更改，或没有打开权限。请重新选择。",
    };
    sentence.to_owned()
}

/// What cannot be read at a place, and what to do, in sentences.
fn unreadable(fault: &Fault) -> String {
    let sentence = match fault {
        Fault::OpenQuote => "此处引号未正确闭合，该行已略去。请删去该引号；如属内容，请写成两个引号。",
        Fault::OpenQuotes { unread } => {
            let unread = whole(*unread);
            return format!("此处及之前的引号未闭合，其后{unread}行未读取。请用生成该文件的程序重新保存。");
        }
        Fault::LongCell { column } => {
            let column = whole(*column as u64);
            return format!("第{column}列的文本过长，该行已略去。");
        }
        Fault::ManyColumns => "该行单元格数超过工作表的列数，已略去。",
        Fault::NoValue { column } => {
            let column = whole(*column as u64);
            return format!(
                "第{column}列的公式从未计算，文件中没有数值，该行已略去。请用Excel打开并保存后再试。"
            );
        }
        Fault::NotRead => "读取时文件被更改或移走，其后内容未读取。请重新选择该文件。",
        Fault::Broken => "文件在此处损坏，其后未读取。请重新下载，或用Excel打开后另存。",
    };
    sentence.to_owned()
}

fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "产品",
        Dimension::Destination => "贸易伙伴",
        Dimension::RegistrationLocation => "注册地",
        Dimension::TradeMode => "贸易方式",
    }
}

/// What a later file says otherwise.
fn revised(revised: &Revised) -> String {
    let Revised { other, months, rows, before, after, first } = revised;
    let kg = |kilograms: &u64| CHINESE.kilograms(*kilograms);
    let change = |(month, codes, before, after): &(Period, Vec<String>, u64, u64)| {
        format!("{}，{}由{}改为{}", CHINESE.month(*month), codes.join("·"), kg(before), kg(after))
    };
    let changes: Vec<String> = first.iter().map(change).collect();
    format!(
        "本文件{}的数据与{other}不同，以本文件为准：{other}的{}共{}，改为{}。{}{}。",
        CHINESE.month_list(months),
        CHINESE.rows(*rows),
        kg(before),
        kg(after),
        if *rows > first.len() as u64 { "其中：" } else { "" },
        changes.join("；")
    )
}

/// Shorter codes that count because longer ones are only a part of them.
fn longer(codes: &[CodeInPart]) -> String {
    let one = |longer: &CodeInPart| {
        format!(
            "{}为{}，文件中其下级编码合计{}",
            longer.code,
            CHINESE.kilograms(longer.own),
            CHINESE.kilograms(longer.longer)
        )
    };
    let named: Vec<String> = codes.iter().take(5).map(one).collect();
    let more = match codes.len().saturating_sub(named.len()) {
        0 => String::new(),
        more => format!("；另有{more}个编码同样处理"),
    };
    format!("下级编码只是一部分时，以上级编码为准，下级编码未计入。{}{more}。", named.join("；"))
}

/// That rows have the key of another one, and other figures.
fn same_key(question: &Question) -> String {
    let rows = question.choices.first().map_or(0, |choice| choice.rows);
    format!(
        "有{}与另一行的月份、产品和贸易伙伴相同而数据不同，且没有任何一列可说明原因。",
        CHINESE.rows(rows)
    )
}

impl ImportWords for Chinese {
    fn summary_head(&self, head: SummaryHead) -> &'static str {
        match head {
            SummaryHead::Trade => "贸易",
            SummaryHead::Rows => "行数",
            SummaryHead::NotAdded => "未计入",
            SummaryHead::Periods(frequency) => noun(frequency),
            SummaryHead::Members(of) => dimension(of),
            SummaryHead::Quantity => "总数量",
            SummaryHead::Value => "总金额",
        }
    }

    fn origin(&self, origin: Origin) -> &'static str {
        match origin {
            Origin::ComtradeLegacy => "联合国Comtrade（旧格式）",
            Origin::Comtrade => "联合国Comtrade",
            Origin::CustomsChinese => "中国海关（中文）",
            Origin::CustomsEnglish => "中国海关（英文）",
            Origin::ComextFigures => "欧盟统计局Comext（SDMX-CSV）",
            Origin::ComextBulk => "欧盟统计局Comext（批量文件）",
            Origin::ComexStat => "巴西ComexStat",
            Origin::Census => "美国人口普查局",
            Origin::UsaTrade => "美国USA Trade Online",
            Origin::DataWeb => "美国国际贸易委员会DataWeb",
            Origin::Korea => "韩国关税厅",
            Origin::Japan => "日本贸易统计",
            Origin::India => "印度TradeStat",
            Origin::Rows => "本站格式的数据行",
            Origin::Own => "自备表格",
        }
    }

    fn file_read(&self, origin: Origin, encoding: Option<&str>, rows: u64) -> String {
        let encoding = encoding.map(|e| format!("，{e}")).unwrap_or_default();
        format!("{}{encoding}，{}", self.origin(origin), self.rows(rows))
    }

    fn source_file(&self, name: &str, read: &str) -> String {
        format!("{name}：{read}。")
    }

    fn in_brackets(&self, text: &str, inside: &str) -> String {
        format!("{text}（{inside}）")
    }

    fn and_besides(&self, text: &str, besides: &str) -> String {
        format!("{text}，{besides}")
    }

    fn weights_rounded(&self, rows: u64, kilograms: &str) -> String {
        format!("{}取整到千克（合计增减{kilograms}千克）", self.rows(rows))
    }

    fn remark_left_out(&self, left_out: &str) -> String {
        format!("未计入：{left_out}。")
    }

    fn file_not_read(&self) -> &'static str {
        "无法读取"
    }

    fn rows_used(&self, summary: &Summary) -> String {
        let (read, used) = (whole(summary.rows_read), whole(summary.rows_used));
        let mut text = match summary.rows_read >= summary.rows_used {
            true => format!("读取{read}行，使用{used}行"),
            false => format!("读取{read}行，每行含多个时段或流向，共使用{used}行"),
        };
        for (count, what) in [(summary.rows_twice, "行重复"), (summary.rows_faulty, "行无法使用")] {
            if count > 0 {
                text.push_str(&format!("，{}{what}", whole(count)));
            }
        }
        text
    }

    fn left_out(&self, why: LeftOut, sum: &Sum) -> String {
        let what = self.left_out_reason(why);
        let rows = self.rows(sum.rows);
        // What is not weighed has no weight to tell.
        let quantity = match sum.quantity {
            0 => String::new(),
            quantity => format!("{}，", self.kilograms(quantity)),
        };
        format!("{rows}{what}；{quantity}金额{}", whole(sum.value))
    }

    fn left_out_reason(&self, why: LeftOut) -> &'static str {
        match why {
            LeftOut::OtherFlow => "属另一进出口方向",
            LeftOut::OtherReporter => "属其他报告国",
            LeftOut::OtherList => "采用其他商品目录",
            LeftOut::World => "属全球合计，即其他行之和",
            LeftOut::Group => "属国家集团合计，其成员另有数据",
            LeftOut::Total => "属其他行的合计",
            LeftOut::Part => "按海关手续、运输方式或第二贸易伙伴细分，是其他行的一部分",
            LeftOut::NoWeight => "有金额而无重量",
            LeftOut::OtherFrequency => "属更长或更短的统计周期",
            LeftOut::FiscalYear => "属不从1月开始的财政年度",
            LeftOut::ShorterCode => "属较短的HS编码，与文件中下级编码之和相等",
            LeftOut::LongerCode => "属较长的HS编码，只是上级编码的一部分",
            LeftOut::Revised => "已由后面的文件更正",
            LeftOut::NotFirst => "月份、产品和贸易伙伴与前面某行相同",
            LeftOut::OtherCurrency => "仅有另一币种",
            LeftOut::Unanswered => "尚待您选择",
        }
    }

    fn panel(&self, text: PanelText) -> &'static str {
        match text {
            PanelText::Title => "标题",
            PanelText::GoOn => "显示数据",
            PanelText::Guess => "据文件名推测，文件本身没有注明。",
            PanelText::MayBeEmpty => "可以留空，标题中则不写国家或地区。",
            PanelText::ColumnsNote => "以下根据列名和内容推测，如有误请改正。下方为前几行的读取结果。",
            PanelText::ColumnsChecked => "文件按以下方式读取，如有误请改正。下方为前几行的读取结果。",
            PanelText::UseColumns => "按此读取",
            PanelText::SaveColumns => "保存为文件",
            PanelText::CheckColumns => "检查各列",
            PanelText::ColumnsKept => "按您上次指定的列对应关系读取。",
            PanelText::ColumnsWillBeKept => "您指定的列对应关系保存在此浏览器中，下次遇到相同列名时沿用。",
            PanelText::ForgetColumns => "不再沿用",
            PanelText::Becomes => "前几行的读取结果",
            PanelText::BecomesNothing => "请先说明以下各项，才能读取。",
            PanelText::NotReadHere => "尚待说明或改正",
            PanelText::LeftOut => "未计入的行",
            PanelText::LeftOutFile => "下载全部未计入的行（CSV）",
            PanelText::Coverage => "数据时段",
            PanelText::CoverageMarks => "■ 完整 · ◧ 不完整 · □ 无贸易 · – 未包含",
            PanelText::WhyNothing => "原因与处理办法",
            PanelText::SaidElsewhere => "此处未注明",
        }
    }

    fn member_name<'a>(&self, name: &'a Name) -> &'a str {
        self.name(name)
    }

    fn trade_of(&self, reporter: &str, flow: Flow) -> String {
        match reporter {
            "" => format!("{}，未注明报告国", self.flow(flow)),
            reporter => format!("{reporter}{}", self.flow(flow)),
        }
    }

    fn question(&self, question: &Question) -> String {
        let of = question.of.as_deref().unwrap_or_default();
        let sentence = match question.about {
            About::Flow => "这是出口还是进口？文件没有注明。".to_owned(),
            About::Month => "这是哪个月份的数据？".to_owned(),
            About::Reporter if question.choices.is_empty() => {
                "这是哪个国家或地区的贸易？文件没有注明。".to_owned()
            }
            About::Reporter => "需要哪个报告国的数据？文件含多个报告国，其数据不会相加。".to_owned(),
            About::Classification => "采用哪种商品目录？同一贸易按多种目录列出，不会相加。".to_owned(),
            About::SameKey => same_key(question) + "它们是同一笔贸易的各部分吗？",
            About::Encoding => "以下哪一种显示正常？".to_owned(),
            About::Sheet => "使用哪张工作表？".to_owned(),
            About::Columns => "各列的含义是什么？".to_owned(),
            About::Unit => format!("“{of}”对应哪种重量单位？"),
            About::Currency => format!("“{of}”的金额是什么币种？"),
            About::DecimalMark => format!("“{of}”中的小数点是点还是逗号？"),
            About::DateOrder => "日期中日在前还是月在前？".to_owned(),
            About::Totals => "它是其他行的合计吗？".to_owned(),
            About::Frequency => "需要哪种统计周期？文件含多种统计周期的行，不会相加。".to_owned(),
        };
        match &question.file {
            Some(file) => format!("{file}：{sentence}"),
            None => sentence,
        }
    }

    fn known_choice(&self, about: About, value: &str) -> &'static str {
        match (about, value) {
            (About::Flow, "export") => "出口",
            (About::Flow, "import") => "进口",
            (About::Sheet, EVERY_SHEET) => "全部，依次读取",
            (About::SameKey, "add") => "是，相加",
            (About::SameKey, "first") => "不是，以第一行为准",
            (About::Unit, "none") => "并非重量，略去这些行",
            (About::Unit, unit) => self.unit_of_weight(unit),
            (About::DecimalMark, "dot") => "小数点为点",
            (About::DecimalMark, "comma") => "小数点为逗号",
            (About::DateOrder, "day") => "日在前",
            (About::DateOrder, "month") => "月在前",
            (About::Frequency, "M") => "月度",
            (About::Frequency, "Q") => "季度",
            (About::Frequency, "A") => "年度",
            (About::Currency, code) => {
                let known = Currency::NAMES.iter().find(|(name, _)| *name == code);
                known.map_or("", |(_, currency)| self.currency(*currency))
            }
            _ => "",
        }
    }

    fn columns_of(&self, file: &str) -> String {
        format!("{file}：各列的含义是什么？")
    }

    fn asked_of_column(&self, column: &str, what: usize) -> String {
        match what {
            0 => format!("“{column}”的含义"),
            1 => format!("“{column}”的单位"),
            _ => format!("“{column}”的倍数"),
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Time => "月份或日期",
            Role::Year => "年份",
            Role::MonthOfYear => "月（1至12）",
            Role::Frequency => "月度、季度或年度",
            Role::ProductCode => "HS编码",
            Role::ProductName => "商品名称",
            Role::PartnerCode => "贸易伙伴代码",
            Role::PartnerLetters => "贸易伙伴字母代码",
            Role::PartnerName => "贸易伙伴名称",
            Role::ProvinceCode => "注册地代码",
            Role::ProvinceName => "注册地名称",
            Role::ModeCode => "贸易方式代码",
            Role::ModeName => "贸易方式名称",
            Role::ProductNameZh => "商品中文名称",
            Role::PartnerNameZh => "贸易伙伴中文名称",
            Role::ProvinceNameZh => "注册地中文名称",
            Role::ModeNameZh => "贸易方式中文名称",
            Role::Remark => "是否为合成数据",
            Role::Quantity => "数量",
            Role::Unit => "数量单位",
            Role::SecondQuantity => "第二数量",
            Role::SecondUnit => "第二数量单位",
            Role::Value => "金额",
            Role::Flow => "进出口代码",
            Role::FlowName => "进出口名称",
            Role::ReporterCode => "报告国代码",
            Role::ReporterName => "报告国名称",
            Role::Classification => "商品目录",
            Role::CustomsProcedure => "海关手续",
            Role::Transport => "运输方式",
            Role::SecondPartner => "第二贸易伙伴",
            Role::Indicator => "指标名称",
            Role::Figure => "指标数值",
            Role::Other => "不使用",
            Role::Ignored => "不使用，也不用于区分各行",
        }
    }

    fn unit_of_weight(&self, unit: &str) -> &'static str {
        match unit {
            "kg" => "千克",
            "t" => "吨",
            "lb" => "磅",
            "g" => "克",
            "100kg" => "100千克",
            "千吨" => "千吨",
            "万吨" => "万吨",
            "short tons" => "短吨（2,000磅）",
            _ => "",
        }
    }

    fn currency(&self, currency: Currency) -> &'static str {
        match currency {
            Currency::Usd => "美元",
            Currency::Cny => "人民币",
            Currency::Eur => "欧元",
            Currency::Gbp => "英镑",
            Currency::Jpy => "日元",
            Currency::Krw => "韩元",
            Currency::Inr => "印度卢比",
            Currency::Brl => "巴西雷亚尔",
        }
    }

    fn in_multiples(&self, times: u64) -> &'static str {
        match times {
            1000 => "千",
            10_000 => "万",
            100_000 => "十万",
            1_000_000 => "百万",
            10_000_000 => "千万",
            100_000_000 => "亿",
            1_000_000_000 => "十亿",
            _ => "原值",
        }
    }

    fn becomes_heads(&self) -> [&'static str; 8] {
        ["行号", "月份", "产品", "贸易伙伴", "注册地", "贸易方式", "重量", "金额"]
    }

    fn left_out_heads(&self) -> [&'static str; 5] {
        ["原因", "行数", "重量", "金额", "位置"]
    }

    fn other_reasons(&self) -> [&'static str; 2] {
        ["与其他行重复", "无法读取，详见说明"]
    }

    fn year_head(&self) -> &'static str {
        "年份"
    }

    fn coverage_of(&self, month: Option<&MonthSummary>) -> String {
        let Some(month) = month else { return "未包含".to_owned() };
        let extent = match month {
            MonthSummary { rows: 0, incomplete: 0, not_covered: 0, .. } => return "无贸易".to_owned(),
            MonthSummary { incomplete: 0, not_covered: 0, .. } => "完整",
            _ => "不完整",
        };
        // What is not weighed has no weight to tell.
        let told = match month.quantity {
            0 => self.rows(month.rows),
            quantity => self.and_besides(&self.rows(month.rows), &self.kilograms(quantity)),
        };
        format!("{extent}：{told}")
    }

    fn only_columns(&self, file: &str) -> String {
        format!("{file}只说明各列的含义，请与对应的数据文件一起打开。")
    }

    fn not_a_mapping(&self, why: &NoMapping) -> String {
        match why {
            // Where it goes wrong, in the words of the program that reads JSON.
            NoMapping::Json(why) => format!("不是有效的列对应关系（“{why}”）"),
            NoMapping::Twice(name) => format!("“{name}”列出现两次"),
            NoMapping::Unit(unit) => format!("“{unit}”不是重量单位"),
            NoMapping::Time(time) => format!("“{time}”不是月份、季度或年份"),
        }
    }

    fn no_columns(&self, file: &str, why: &NoMapping) -> String {
        let why = self.not_a_mapping(why);
        format!("{file}应说明各列的含义，但{why}。请重新保存列对应关系，或不用此文件，直接打开其他文件。")
    }

    fn month_range(&self, count: usize, first: &str, last: &str) -> String {
        format!("{first}至{last}，共{count}期")
    }

    fn kilograms(&self, kilograms: u64) -> String {
        format!("{}千克", whole(kilograms))
    }

    fn still_open(&self, about: About) -> &'static str {
        match about {
            About::Unit => "单位？",
            About::Currency => "币种？",
            About::DecimalMark => "小数点？",
            About::DateOrder => "日在前还是月在前？",
            _ => "？",
        }
    }

    fn value_in(&self, value: u64, currency: Currency) -> String {
        self.with_unit(&whole(value), Unit::Money(currency))
    }

    fn file_and_lines(&self, file: &str, lines: &[u64], count: u64) -> String {
        if lines.is_empty() {
            return format!("{file}：");
        }
        let named: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let more =
            if count > lines.len() as u64 { format!("等{}行", whole(count)) } else { "行".to_owned() };
        format!("{file}第{}{more}：", named.join("、"))
    }

    fn first_places(&self, places: &[Place]) -> String {
        let Some(first) = places.first() else { return String::new() };
        let of_file = places.iter().take_while(|place| place.file == first.file);
        let lines: Vec<String> = of_file.map(|place| place.line.to_string()).collect();
        format!("最先见于{}第{}行", first.file, lines.join("、"))
    }

    fn unanswered(&self, question: &Question) -> String {
        let choices: Vec<String> = question
            .choices
            .iter()
            .map(|choice| match choice.name.is_empty() || choice.name == choice.value {
                true => choice.value.clone(),
                false => self.name_and_code(&choice.value, &choice.name),
            })
            .collect();
        let choices = some_of(&choices);
        match question.about {
            About::Reporter => format!("文件含多个报告国的贸易，其数据不会相加。请选择一个：{choices}。"),
            About::Classification => {
                format!("同一商品按多种目录编号，不会相加。请选择一种：{choices}。")
            }
            About::Frequency => {
                let of: Vec<String> = question
                    .choices
                    .iter()
                    .filter_map(|choice| {
                        let mut names = Frequency::NAMES.iter();
                        let (_, frequency) = names.find(|(code, _)| *code == choice.value)?;
                        let rows = self.rows(choice.rows);
                        Some(format!("{}（{}，{rows}）", choice.value, by_period(*frequency)))
                    })
                    .collect();
                let of: Vec<&str> = of.iter().map(String::as_str).collect();
                format!("文件含多种统计周期的行，不会相加。请选择一种：{}。", self.list(&of))
            }
            About::SameKey => same_key(question) + "请说明应当相加，还是以第一行为准。",
            about => {
                let what = match about {
                    About::Encoding => "文本编码",
                    About::Sheet => "使用哪张工作表",
                    About::Columns => "各列的含义",
                    About::Unit => "该单位折合多少千克",
                    About::Currency => "金额的币种",
                    About::DecimalMark => "小数点是点还是逗号",
                    About::DateOrder => "日期中日与月的先后",
                    _ => "文件未注明的内容",
                };
                let of = question.of.as_ref().map(|of| format!("（“{of}”）")).unwrap_or_default();
                format!("未说明{what}{of}，相关各行未计入。")
            }
        }
    }

    fn too_many_lost(&self, summary: &Summary) -> String {
        format!(
            "{}中有{}行无法读取，超过1%，数据集缺少这部分内容。",
            self.rows(summary.rows_read),
            whole(summary.rows_faulty)
        )
    }

    fn import_problem_kind(&self, kind: &ProblemKind) -> String {
        let text = match kind {
            ProblemKind::NoSheet(why) => return no_sheet(why),
            ProblemKind::Unreadable(fault) => return unreadable(fault),
            ProblemKind::NoHeader { found } => {
                return format!(
                    "没有找到表头，即含有月份、国家、HS编码、数量或金额等列名的一行。第一行为“{found}”。"
                );
            }
            ProblemKind::ColumnTwice(name) => return format!("“{name}”列出现两次，无法确定以哪一列为准。"),
            ProblemKind::MissingColumn(needed) => {
                let what = match needed {
                    Needed::Quantity => "数量或金额",
                    Needed::Code => "产品、贸易伙伴、注册地或贸易方式",
                };
                return format!(
                    "缺少{what}列。可识别的列名：{}。其他列名可用列对应关系指定。",
                    self.list(needed.names())
                );
            }
            ProblemKind::NoUnit => "没有列注明单位，数量按海关最常用的千克读取。",
            ProblemKind::UnknownColumn(name) => return format!("无法识别“{name}”列，已略去。"),
            ProblemKind::NoRows => "文件只有表头，没有数据行：海关查询结果为无此贸易，不等于没有数据。",
            ProblemKind::FieldCount { found, expected } => {
                return format!("该行有{found}个字段，表头有{expected}个。");
            }
            ProblemKind::NotANumber { column, found } => {
                return format!("“{column}”列的“{found}”不是该列应有的非负数。");
            }
            ProblemKind::NotAMonth { found } => {
                return format!("“{found}”不是月份。月份应写作202504或2025-04，年份应写作2025。");
            }
            ProblemKind::ManySheets { read, of } => {
                return format!("工作表或文件共{of}个，只读取前{read}个。请拆分后一并打开。");
            }
            ProblemKind::SheetHidden => "该工作表在文件中已隐藏，未读取。如需读取，请单独选择此表。",
            ProblemKind::SheetNotRead => "各列与已读取的工作表不同，未读取。如需读取，请单独选择此表。",
            ProblemKind::FiscalYears { rows } => {
                return format!(
                    "{}属不从1月开始的财政年度，未计入。请下载公历年度或月度数据。",
                    self.rows(*rows)
                );
            }
            ProblemKind::OtherFrequency { used, rows } => {
                return format!(
                    "文件含多种统计周期的行，以{}数据为准；其余{}是同一贸易的另一种列法，未计入。",
                    by_period(*used),
                    self.rows(*rows)
                );
            }
            ProblemKind::MeasuredByValue => "各行均无重量，全部按金额分析。",
            ProblemKind::ValuesOnly { of_short_codes: false } => "文件有金额而无重量。",
            ProblemKind::ValuesOnly { of_short_codes: true } => {
                "文件有金额而无重量。中国海关对2位和4位编码只提供金额，请改查8位编码并包含数量。"
            }
            ProblemKind::NoHsCodes { codes } => {
                return format!("以下并非HS编码，但用于区分商品：{}。", some_of(codes));
            }
            ProblemKind::UnreadCurrency(currency) => {
                return format!("{currency}金额未读取：同一数据集的文件最多读取两个币种。");
            }
            ProblemKind::NoCode { column } => return format!("该行“{column}”列没有代码。"),
            ProblemKind::NotAWeight { unit } => {
                return format!("该商品以“{unit}”计量，不是重量，该行未计入。");
            }
            ProblemKind::RowTwice { first } => return format!("该行与第{first}行相同，只计一次。"),
            ProblemKind::Overlap { rows, other } => {
                return format!("{}同时见于{other}，只计一次。", self.rows(*rows));
            }
            ProblemKind::ProbablyCut { rows } => {
                return format!(
                    "文件恰有{}行，而其来源到此行数即截断，且不作提示。文件很可能不完整，请分批下载。",
                    whole(*rows)
                );
            }
            ProblemKind::Added { rows, quantity } => {
                return format!(
                    "{}（{}）与另一行的月份、产品和贸易伙伴相同，已全部相加：这些行由未读取的列区分，或已经您确认。",
                    self.rows(*rows),
                    self.kilograms(*quantity)
                );
            }
            ProblemKind::PartsAdded { rows, quantity } => {
                return format!(
                    "{}（{}）按海关手续、运输方式或第二贸易伙伴细分，文件中没有其合计行，已相加。",
                    self.rows(*rows),
                    self.kilograms(*quantity)
                );
            }
            ProblemKind::Revised(what) => return revised(what),
            ProblemKind::Unanswered(question) => return self.unanswered(question),
            ProblemKind::OnlyOtherFlow { asked } => {
                let other = match asked {
                    Flow::Export => Flow::Import,
                    Flow::Import => Flow::Export,
                };
                return format!(
                    "您选择的是{}，而文件只有{}或其他方向的数据。",
                    self.flow(*asked),
                    self.flow(other)
                );
            }
            ProblemKind::Versions { versions } => {
                let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
                return format!(
                    "不同月份采用不同版本的商品目录（{}），同一编码的含义可能不同。",
                    self.list(&versions)
                );
            }
            ProblemKind::ZerosRestored { codes } => {
                return format!(
                    "HS编码的位数应为偶数。有{}个编码的首位0被其他程序删去，已补回：{}。",
                    codes.len(),
                    some_of(codes)
                );
            }
            ProblemKind::OnlyTotals { dimension: of } => {
                let of = dimension(*of);
                return format!(
                    "各行均为全部{of}的合计，数据集无法按{of}区分。如需区分，请在来源处选择全部{of}后重新下载。"
                );
            }
            ProblemKind::TotalsAlone { dimension: of, months, quantity } => {
                return format!(
                    "{}的部分行是全部{}的合计，且没有对应的细分行。其中{}未计入。",
                    self.month_list(months),
                    dimension(*of),
                    self.kilograms(*quantity)
                );
            }
            ProblemKind::TotalDiffers { dimension: of, months, product, parts, total } => {
                let product = product.as_ref().map(|code| format!("（首见于HS {code}）")).unwrap_or_default();
                return format!(
                    "{}{product}各{}合计{}，而文件所列总计为{}，可能没有下载完整。",
                    self.month_list(months),
                    dimension(*of),
                    self.kilograms(*parts),
                    self.kilograms(*total)
                );
            }
            ProblemKind::GroupDiffers { group, own, members } => {
                return format!(
                    "{group}：{}，因其成员另有数据而未计入；成员合计{}。",
                    self.kilograms(*own),
                    self.kilograms(*members)
                );
            }
            ProblemKind::LongerCodes(codes) => return longer(codes),
            ProblemKind::CommonLevel { codes, rows } => {
                return format!(
                    "HS编码{}并非每月、每个贸易伙伴都有细分，较长编码的{}已并入较短的编码。",
                    some_of(codes),
                    self.rows(*rows)
                );
            }
            ProblemKind::Incomplete { months, last, partner } => {
                let partner = partner.as_ref().map(|(code, name)| match self.name(name) {
                    "" => format!("的贸易伙伴{code}"),
                    name => format!("的贸易伙伴{name}（{code}）"),
                });
                return format!(
                    "数据止于{}{}。{}的数据不完整，数值以“至少”表示，不作比较。",
                    self.month(*last),
                    partner.unwrap_or_default(),
                    self.month_list(months)
                );
            }
            ProblemKind::NoTrade { months } => {
                return format!(
                    "{}没有数据行，而前后月份都有，视为没有贸易。如属漏下载，则数据偏小。",
                    self.month_list(months)
                );
            }
            ProblemKind::NotCovered { products, months } => {
                return format!(
                    "没有文件包含HS编码{}在{}的数据：数值未知，并非为零，产品合计亦未知。",
                    some_of(products),
                    self.month_list(months)
                );
            }
            ProblemKind::OtherCurrency => "金额币种与其他文件不同，不能相加，故该文件未计入。",
            ProblemKind::Unpaired { rows } => {
                return format!("{}在另一币种的文件中没有对应行，只使用第一个币种。", self.rows(*rows));
            }
            ProblemKind::OtherColumns { first } => {
                return format!(
                    "第一个文件{}，本文件则不然。合并会重复计算，故本文件未计入。",
                    told_apart(*first)
                );
            }
            ProblemKind::TooMany => "行数或合计过大，无法准确计算。",
            ProblemKind::NoMonth => "文件未说明所属月份，未计入。",
        };
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_the_name_of_their_currency() {
        assert_eq!(CHINESE.value_in(5_800, Currency::Usd), "5,800美元");
        assert_eq!(CHINESE.value_in(118_800, Currency::Cny), "118,800元");
    }
}
