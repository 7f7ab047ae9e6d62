//! What made the change, in Chinese.

use super::words::{kind, label, outward};
use crate::digits::{Sign, Way, way};
use crate::fact::Drivers;
use crate::line::Line;
use breakdown::Entry;
use model::{Against, Figure, MemberId, Span};
use view::{Section, View};

/// Contributions of members.
pub(super) fn drivers(line: &mut Line, found: &Drivers) {
    let Drivers { dimension, against, up, with, counter, all_known } = found;
    let (of, _) = line.scribe.material.broken_down(*dimension);
    let view = line.scribe.material.view(Section::Ranking(*dimension), of.span);
    let label = label(line, *against);
    let change = if *up { "增长" } else { "下降" };
    let kind = kind(line, *dimension);
    if !all_known {
        line.words(&format!("已公布的{kind}中，"));
        for (i, (member, points)) in with.iter().chain(counter).enumerate() {
            let word = if points.value > 0.0 { "拉动" } else { "拖累" };
            let what = if i == 0 { format!("{label}增速") } else { String::new() };
            line.words(&format!(
                "{}{}{word}{what}",
                if i == 0 { "" } else { "，" },
                line.scribe.name(*member)
            ));
            line.number(points, Sign::Dropped, &view);
        }
        return line.words("。");
    }
    match with.is_empty() {
        false => {
            line.words(&format!("分{kind}看，{label}{change}主要来自"));
            parts(line, with, &view);
            if !counter.is_empty() {
                line.words("，而");
                parts(line, counter, &view);
                line.words("形成部分对冲");
            }
        }
        true => {
            line.words(&format!("分{kind}看，"));
            parts(line, counter, &view);
            line.words("与总量走势相反");
        }
    }
    line.words("。");
}

/// "伊拉克拉动4.4个百分点、加纳拖累6.6个百分点"
fn parts(line: &mut Line, parts: &[(MemberId, Figure)], view: &View) {
    for (i, (member, points)) in parts.iter().enumerate() {
        let word = if points.value > 0.0 { "拉动" } else { "拖累" };
        let name = line.scribe.name(*member);
        line.words(&format!("{}{name}（{word}", if i == 0 { "" } else { "、" }));
        line.number(points, Sign::Dropped, view);
        line.words("）");
    }
}

/// An effect below this part of the change is not worth its digits.
const HARDLY: f64 = 0.01;

/// Quantity and unit value.
pub(super) fn value_drivers(line: &mut Line, entry: &Entry) {
    let view = line.scribe.material.view(Section::Overview, Span::Month);
    let Some(recorded) = &entry.recorded else { return };
    let (Ok(change), Ok(volume), Ok(price)) =
        (&recorded.value_change.absolute, &recorded.volume_effect, &recorded.price_effect)
    else {
        return;
    };
    let noun = outward(line);
    let effect = |line: &mut Line, figure: &Figure| match way(figure) {
        Way::Level | Way::Flat => line.words("影响不大"),
        _ if figure.value.abs() < change.value.abs() * HARDLY => line.words("影响不大"),
        to => {
            line.words(if to == Way::Up { "拉动" } else { "拖累" });
            line.number(figure, Sign::Dropped, &view);
        }
    };
    let label = label(line, Against::MonthBefore);
    match way(change) {
        Way::Level | Way::Flat => line.words(&format!("{noun}额{label}基本持平，其中")),
        to => {
            line.words(&format!("{noun}额{label}{}", if to == Way::Up { "增加" } else { "减少" }));
            line.number(change, Sign::Dropped, &view);
            line.words("，其中");
        }
    }
    line.words("数量变动");
    effect(line, volume);
    line.words("，均价变动");
    effect(line, price);
    line.words("。");
}
