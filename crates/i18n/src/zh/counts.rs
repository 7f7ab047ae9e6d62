//! How many of what, with the word by which it is counted.

use super::Chinese;
use super::months::counted;
use crate::{CountWords, whole};
use model::{Dimension, Flow, Frequency};

impl CountWords for Chinese {
    fn figures(&self, count: u64) -> String {
        whole(count) + "项数据"
    }

    fn reported_figures(&self, count: u64) -> String {
        whole(count) + "项已公布数据"
    }

    fn numbers(&self, count: u64) -> String {
        whole(count) + "个数字"
    }

    fn rows(&self, count: u64) -> String {
        whole(count) + "行"
    }

    fn records(&self, count: u64, synthetic: bool) -> String {
        whole(count) + if synthetic { "条合成记录" } else { "条海关记录" }
    }

    fn articles(&self, count: u64) -> String {
        whole(count) + "篇报道"
    }

    fn remarks(&self, count: u64) -> String {
        whole(count) + "条说明"
    }

    fn others(&self, count: u64) -> String {
        format!("其他{}项", whole(count))
    }

    fn members_of_count(&self, _: u64, dimension: Dimension, flow: Flow) -> &'static str {
        match (dimension, flow) {
            (Dimension::Product, _) => "产品",
            (Dimension::Destination, Flow::Export) => "目的地",
            (Dimension::Destination, Flow::Import) => "来源地",
            (Dimension::RegistrationLocation, _) => "注册地",
            (Dimension::TradeMode, _) => "贸易方式",
        }
    }

    fn and_more(&self, count: u64) -> String {
        format!("另有{}项", whole(count))
    }

    fn periods(&self, count: u64, frequency: Frequency) -> String {
        whole(count) + counted(frequency)
    }
}
