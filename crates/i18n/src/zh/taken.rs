//! Texts of files that somebody takes away.

use super::Chinese;
use crate::{TakenWords, whole};
use model::{Frequency, Unit};

impl TakenWords for Chinese {
    fn measured(&self, unit: Unit) -> String {
        self.counted_in(unit)
    }

    fn made_up_by_program(&self) -> &'static str {
        "合成数据，由程序生成，请勿引用。"
    }

    fn belongs(&self, recorded: bool) -> &'static str {
        match recorded {
            true => "数据归提供原始记录的机构所有。",
            false => "数据归公布该数据的机构所有。",
        }
    }

    fn months_table(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Monthly => "分月数据",
            Frequency::Quarterly => "分季数据",
            Frequency::Annual => "分年数据",
        }
    }

    fn rows_table(&self) -> &'static str {
        "数据行"
    }

    fn too_many_rows(&self, rows: usize) -> String {
        let rows = whole(u64::try_from(rows).unwrap_or(u64::MAX));
        format!("Excel工作表最多容纳1,048,575行，这里有{rows}行。CSV和JSON不受此限。")
    }

    fn workbook_too_large(&self) -> &'static str {
        "工作簿将超过4GB，Excel无法打开。CSV和JSON不受此限。"
    }

    fn no_table(&self) -> &'static str {
        "此处没有可下载的表格。"
    }
}
