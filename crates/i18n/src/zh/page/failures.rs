//! What could not be had.

use crate::{Chinese, Failure, FailureWords};

impl FailureWords for Chinese {
    fn failure(&self, failure: &Failure) -> String {
        let text = match failure {
            Failure::NoAnswer => "服务器没有响应，网络可能已断开。",
            Failure::NotFound => "服务器上没有该文件（404）。",
            Failure::Status(status) => return format!("服务器返回错误{status}。"),
            Failure::BrokenOff => "连接中断，文件未传完。",
            Failure::TooLarge => "文件过大，页面无法处理。",
            Failure::NoWorkers => "此浏览器不支持Web Worker，该功能无法使用。",
            Failure::WorkerNotLoaded(what) => {
                return format!("该功能无法加载（{what}），网络可能已断开。");
            }
            Failure::WorkerDied => "该功能意外停止，可能是内存不足。",
            Failure::Stopped => "已停止。",
            Failure::Cancelled => "已取消。",
            Failure::CheckCancelled => "已取消，文稿未丢失。",
            Failure::OtherVersion => "页面与数据版本不一致，请刷新页面。",
            Failure::RowsGone => "数据行已失效。",
            Failure::NoManifest => "没有数据集列表。",
            Failure::NoDatasets => "本站没有数据集。",
            Failure::NoFile => "数据集没有文件。",
            Failure::NothingShown => "没有可供比对的数据集。",
            Failure::YourFileGone => "此浏览器中已没有您的文件，请重新打开。",
            Failure::NotSaved => "浏览器不允许本页面保存文件。",
            Failure::FilesGone => "文件已失效，请重新打开。",
        };
        text.to_owned()
    }

    fn failure_of(&self, file: &str, sentence: &str) -> String {
        format!("{file}：{sentence}")
    }

    fn page_fault(&self) -> &'static str {
        "页面出现内部错误，已停止运行。请刷新页面。"
    }
}
