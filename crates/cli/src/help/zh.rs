//! The texts of the help in Chinese: of each call, its arguments by their ids.

/// The help of a call, or of the command line as a whole.
pub struct CallHelp {
    /// The call's name.
    pub call: &'static str,
    /// What it does.
    pub about: &'static str,
    /// What else its own help says; empty for nothing.
    pub more: &'static str,
    /// Its arguments, by id.
    pub arguments: &'static [(&'static str, &'static str)],
}

/// Over an example.
pub const EXAMPLE: &str = "示例（在项目文件夹中运行）：";

/// At the end of the help of the command line as a whole.
pub const END: &str = "可用`tonnage help <命令> --lang zh`查看该命令的选项和示例。\n\n\
    退出码：0表示完成；1表示检查发现矛盾或差异；2表示输入有误，原因见标准错误输出。";

/// Arguments of every call.
pub const EVERYWHERE: [(&str, &str); 3] =
    [("lang", "帮助、提示和输出所用的语言"), ("help", "显示帮助"), ("version", "显示版本")];

/// What values are called in usages.
pub const VALUES: [(&str, &str); 14] = [
    ("COMMAND", "命令"),
    ("FILE", "文件"),
    ("FOLDER", "文件夹"),
    ("NAME", "名称"),
    ("TEXT", "文本"),
    ("URL", "网址"),
    ("YYYY-MM", "YYYY-MM"),
    ("[FILE:]ABOUT=VALUE", "[文件:]事项=值"),
    ("CODE=NAME", "代码=名称"),
    ("LANG", "语言"),
    ("SPAN", "统计区间"),
    ("FLOW", "进出口"),
    ("FORMAT", "格式"),
    ("LENGTH", "篇幅"),
];

/// The command line as a whole, and its calls, in the order in which they are listed.
pub const CALLS: [CallHelp; 10] = [
    CallHelp {
        call: "tonnage",
        about: "根据已公布数据和海关数据，按产品、贸易伙伴、注册地等列出进出口分项数据",
        more: "",
        arguments: &[],
    },
    CallHelp {
        call: "breakdown",
        about: "显示某一月份的分项数据，或输出为JSON或表格文件",
        more: "包括当月总量及其增减，以及各产品、贸易伙伴和注册地的数据。\n\
            --json输出每项数据的全部信息；--format和--output输出每项一行的表格。\n\
            两者的说明见docs/dataset.md。",
        arguments: &[
            ("dataset", "要读取的数据集"),
            ("period", "月份；不指定时为数据集的默认月份"),
            ("span", "当月、当年累计，或截至当月的12个月"),
            ("json", "以JSON格式输出"),
            ("format", "表格的格式；不指定时由文件扩展名决定"),
            ("output", "表格的输出文件，如breakdown.xlsx；不指定时直接显示（仅限CSV和JSON）"),
        ],
    },
    CallHelp {
        call: "check",
        about: "逐项检验已公布数据是否与其他数据一致",
        more: "有数据相互矛盾时，退出码为1。请在发布当月数据之前运行。",
        arguments: &[("dataset", "要检验的数据集，须属“已公布数据”类"), ("json", "以JSON格式输出")],
    },
    CallHelp {
        call: "import",
        about: "把下载的海关数据文件转换为数据集",
        more: "可读取中国海关统计数据在线查询平台、联合国Comtrade等来源的文件，\n\
            详见docs/records.md。数据集所在文件夹如有清单（index.json），一并更新。\n\
            --explain只说明如何读取，不写入任何文件。",
        arguments: &[
            ("files", "要读取的文件"),
            ("flow", "出口还是进口，文件未注明时指定"),
            ("period", "月份，文件没有月份列时指定"),
            ("mapping", "列对应关系文件（JSON），用于列名相符的文件，见docs/records.md"),
            ("answers", "对文件未注明事项的回答，写法见提示；可多次使用"),
            ("explain", "说明如何读取文件、尚需回答什么，不写入任何文件"),
            ("id", "数据集在链接中的标识，只含小写字母、数字和连字符"),
            ("title", "数据集的英文标题"),
            ("title_zh", "数据集的中文标题"),
            ("reporter", "简报中的报告国英文名称，默认采用文件中的名称"),
            ("reporter_zh", "简报中的报告国中文名称"),
            ("commodity", "简报中的商品英文名称；只有一种产品且中英文均未指定时，采用产品名称"),
            ("commodity_zh", "简报中的商品中文名称"),
            ("names", "文件中只有中文名称的产品、贸易伙伴等的英文名称；可多次使用"),
            ("sources", "数据来源的名称，默认为文件名；可多次使用"),
            ("left_out", "把未计入的行写入该文件（CSV）"),
            ("output", "数据集的输出文件，如public/data/名称.json"),
        ],
    },
    CallHelp {
        call: "note",
        about: "撰写指定月份的简报",
        more: "简报只依据数据集中的数据。JSON的说明见docs/dataset.md。",
        arguments: &[
            ("dataset", "要读取的数据集"),
            ("period", "月份；不指定时为数据集的默认月份"),
            ("length", "简报篇幅"),
            ("format", "简报的格式"),
            ("comment", "您自己的解读，单列一段"),
            ("base", "已发布页面的网址，用于为数字添加链接"),
        ],
    },
    CallHelp {
        call: "check-note",
        about: "核查文稿中的数据，逐项与数据集比对",
        more: "文稿可为中文或英文；同时检查文中数据彼此是否一致。\n\
            有数据不符或相互矛盾时，退出码为1。\n\
            可识别的内容见docs/check-note.md。",
        arguments: &[
            ("note", "要核查的文稿，纯文本；-表示标准输入"),
            ("dataset", "用来比对的数据集"),
            ("period", "月份，文稿未写明时指定"),
            ("json", "以JSON格式输出"),
            ("claims", "把文稿中的数据作为一篇报道写入该文件"),
            ("add_to", "把文稿中的数据加入该数据集（须属“已公布数据”类）"),
            ("id", "该报道的标识"),
        ],
    },
    CallHelp {
        call: "manifest",
        about: "生成清单（文件夹中的index.json），列出各数据集的大小、校验值和月份",
        more: "数据集有任何问题时不写入。清单的说明见docs/dataset.md。",
        arguments: &[("folder", "数据集所在的文件夹"), ("check", "只检查、不写入，清单已过时则报错")],
    },
    CallHelp {
        call: "rows",
        about: "把海关数据集的数据行导出为CSV、Excel工作簿或JSON",
        more: "每条记录一行，含代码、名称、千克数和金额。该文件可用tonnage import重新读取；\n\
            各列的说明见docs/records.md。",
        arguments: &[
            ("dataset", "要读取的数据集"),
            ("format", "表格的格式；不指定时由文件扩展名决定"),
            ("output", "表格的输出文件，格式由文件名结尾决定：.csv、-excel.csv、.xlsx、.json"),
        ],
    },
    CallHelp {
        call: "page",
        about: "把指定月份的页面输出为HTML，无需JavaScript即可阅读",
        more: "指定数据集时直接显示。指定构建好的网站时，把网站的默认页面写入其index.html，\n\
            使读者在脚本加载前即可看到数据；同时压缩各模块，并在各数据集所在文件夹写入含其全部数据的表格，\n\
            供其他程序使用。",
        arguments: &[
            ("dataset", "要读取的数据集"),
            ("period", "月份；不指定时为数据集的默认月份"),
            ("site", "构建好的网站所在的文件夹"),
        ],
    },
    CallHelp { call: "help", about: "显示本说明或某一命令的说明", more: "", arguments: &[] },
];
