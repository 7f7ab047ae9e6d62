//! Names of things.

use super::Chinese;
use super::months::{counted, this};
use crate::{CountWords, NameWords};
use breakdown::Presence;
use ledger::Measure;
use model::{Against, Dimension, Flow, Frequency, Missing, Name, Subject, Valuation};
use view::Section;

/// What a claim or a text says of a quantity.
pub(super) const QUANTITY: &str = "数量";

impl NameWords for Chinese {
    fn name<'a>(&self, name: &'a Name) -> &'a str {
        if name.zh.is_empty() { &name.en } else { &name.zh }
    }

    fn list(&self, names: &[&str]) -> String {
        names.join("、")
    }

    fn name_and_code(&self, name: &str, code: &str) -> String {
        format!("{name}（{code}）")
    }

    fn comma(&self) -> &'static str {
        "、"
    }

    fn colon(&self) -> &'static str {
        "："
    }

    fn semicolon(&self) -> &'static str {
        "；"
    }

    fn told_of(&self, what: &str, told: &str) -> String {
        format!("{what}{}{told}", if what.ends_with('。') { "" } else { "。" })
    }

    fn sentences(&self, sentences: &[String]) -> String {
        sentences.concat()
    }

    fn quoted(&self, text: &str) -> String {
        format!("“{text}”")
    }

    fn total(&self) -> &'static str {
        "总量"
    }

    fn total_head(&self) -> &'static str {
        "合计"
    }

    fn not_itemised(&self) -> &'static str {
        "未列明"
    }

    fn all_others(&self) -> &'static str {
        "其他"
    }

    fn section(&self, section: Section, of: Subject) -> &'static str {
        match section {
            Section::Overview => "",
            Section::Trend => "走势",
            Section::Ranking(dimension) => self.dimension(dimension, of.flow),
            Section::Changes => "变动来源",
            Section::Season => "季节性",
            Section::Prices => "量价分析",
            Section::Member => "概况",
            Section::Cross => match of.flow {
                Flow::Export => "目的地与注册地交叉表",
                Flow::Import => "来源地与注册地交叉表",
            },
            Section::Sources => "数据来源",
            Section::Check => "数据质量",
            Section::Note => match of.frequency {
                Frequency::Monthly => "月度简报",
                Frequency::Quarterly => "季度简报",
                Frequency::Annual => "年度简报",
            },
            Section::CheckNote => "文稿核查",
        }
    }

    fn dimension(&self, dimension: Dimension, flow: Flow) -> &'static str {
        match (dimension, flow) {
            (Dimension::Product, _) => "产品结构",
            (Dimension::Destination, Flow::Export) => "出口目的地",
            (Dimension::Destination, Flow::Import) => "进口来源地",
            (Dimension::RegistrationLocation, Flow::Export) => "出口企业注册地",
            (Dimension::RegistrationLocation, Flow::Import) => "进口企业注册地",
            (Dimension::TradeMode, _) => "贸易方式",
        }
    }

    fn member_head(&self, dimension: Dimension, flow: Flow) -> &'static str {
        match dimension {
            Dimension::Product => "产品（HS编码）",
            _ => self.member(dimension, flow),
        }
    }

    fn member(&self, dimension: Dimension, flow: Flow) -> &'static str {
        self.members_of_count(1, dimension, flow)
    }

    fn members(&self, dimension: Dimension, flow: Flow) -> &'static str {
        self.members_of_count(2, dimension, flow)
    }

    fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "出口",
            Flow::Import => "进口",
        }
    }

    fn flow_head(&self, flow: Flow) -> &'static str {
        self.flow(flow)
    }

    fn change_short(&self, against: Against, frequency: Frequency) -> &'static str {
        match (against, frequency) {
            (Against::MonthBefore, Frequency::Monthly | Frequency::Quarterly) => "环比",
            (Against::MonthBefore, Frequency::Annual) | (Against::YearBefore, _) => "同比",
        }
    }

    fn presence(&self, presence: Presence, frequency: Frequency) -> Option<String> {
        match presence {
            Presence::New => Some("新增".to_owned()),
            Presence::Returned(many) => Some(format!("时隔{many}{}恢复", counted(frequency))),
            Presence::Lost => Some(format!("{}无", this(frequency))),
            Presence::Continuing | Presence::Absent => None,
        }
    }

    fn registration_caveat(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Export => "注册地指出口企业在海关注册登记的省份，不等同于货物生产地。",
            Flow::Import => "注册地指进口企业在海关注册登记的省份，不等同于货物使用地。",
        }
    }

    fn scope(&self, dimension: Dimension, flow: Flow, chosen: &str) -> String {
        match (dimension, flow) {
            (Dimension::Product, _) => format!("（仅{chosen}）"),
            (Dimension::Destination, Flow::Export) => format!("对{chosen}"),
            (Dimension::Destination, Flow::Import) => format!("自{chosen}"),
            (Dimension::RegistrationLocation, _) => format!("（注册地：{chosen}）"),
            (Dimension::TradeMode, _) => format!("（贸易方式：{chosen}）"),
        }
    }

    fn scope_of_many(&self, dimension: Dimension, flow: Flow, count: usize) -> String {
        format!("{count}个{}", self.members(dimension, flow))
    }

    fn measure(&self, measure: Measure, valuation: Valuation) -> &'static str {
        match measure {
            Measure::MomPercent => "环比（%）",
            Measure::MomAbsolute => "环比变动（吨）",
            Measure::YoyPercent => "同比（%）",
            Measure::ShareMomPoints => "占比环比变动（百分点）",
            Measure::ShareYoyPoints => "占比同比变动（百分点）",
            other => self.measure_of_form(other, valuation),
        }
    }

    fn measure_of_form(&self, measure: Measure, valuation: Valuation) -> &'static str {
        match measure {
            Measure::Quantity => QUANTITY,
            Measure::QuantityYearBefore => "上年同期数量",
            Measure::Share => "占比",
            Measure::MomPercent | Measure::MomAbsolute => "环比",
            Measure::YoyPercent => "同比",
            Measure::ValueUsd => match valuation {
                Valuation::Fob => "金额（离岸价）",
                Valuation::Cif => "金额（到岸价）",
            },
            Measure::ValueMomPercent => "金额环比",
            Measure::ValueYoyPercent => "金额同比",
            Measure::Rank => "排名",
            Measure::WithinTop => "居前列",
            Measure::MonthsFirst => "连续居首月数",
            Measure::Count => "个数",
            Measure::TopNamed => "提到的前几位",
            Measure::YoyGap => "增速差",
            Measure::ShareMomPoints => "占比环比变动",
            Measure::ShareYoyPoints => "占比同比变动",
        }
    }

    fn reason(&self, missing: Missing) -> &'static str {
        match missing {
            Missing::NotPublished => "未公布：没有报道给出该数据，也无法由其他已公布数据推算。",
            Missing::NotListed => "未列出：有报道列出同期其他项，但未列出该项。",
            Missing::NotListedOrZero => "未列出或为零：有报道以次月全部数量作为环比增量。",
            Missing::NotCovered => "数据集未包含：没有文件完整包含这一时段或相关商品。",
            Missing::Incomplete => "数据不完整：部分时段的文件被截断，不作比较。",
            Missing::NotYetReleased => "尚未发布：数据集尚未更新到该期。",
            Missing::ZeroBase => "无可比基数：基期为零或可能为零，无法计算百分比。",
            Missing::NotFirst => "未居首位，无从计数。",
            Missing::NotApplicable => "不适用。",
        }
    }

    fn no_base(&self) -> &'static str {
        "无可比基数"
    }
}
