//! Products, destinations and registration locations in Chinese.

use super::totals::moved;
use super::words::{
    amount, before, counted, is_import, kind, label, month, months_of, outward, this, with, year_month,
};
use crate::digits::{Sign, Way, is_range, way};
use crate::fact::{Came, Listed};
use crate::line::Line;
use breakdown::{Entry, Presence};
use model::{Against, Change, Dimension, Figure, MemberId, Missing, Span};
use view::Length;
use view::{Section, View};

/// How many destinations there are, and how much the largest take.
pub(super) fn spread(line: &mut Line, members: &Figure, top_three: &Figure, before: Option<&Figure>) {
    let view = line.scribe.material.view(Section::Ranking(Dimension::Destination), Span::Month);
    let import = is_import(line);
    let month = month(line.scribe.material.period());
    line.words(&format!("{month}{}", if import { "进口来自" } else { "出口覆盖" }));
    line.number(members, Sign::Kept, &view);
    line.words("个国家和地区");
    if let Some(before) = before {
        line.words(&format!("（{}", self::before(line.scribe.material.frequency())));
        line.number(before, Sign::Kept, &view);
        line.words("个）");
    }
    line.words(if import {
        "，前三大来源地合计占比"
    } else {
        "，前三大目的地合计占比"
    });
    line.number(top_three, Sign::Kept, &view);
    line.words("。");
}

/// Members of a dimension.
pub(super) fn list(line: &mut Line, listed: &Listed) {
    let Listed { dimension, of, in_full, briefly, .. } = listed;
    let view = line.scribe.material.view(Section::Ranking(*dimension), of.span);
    let products = matches!(dimension, Dimension::Product | Dimension::TradeMode);
    let kind = kind(line, *dimension);
    let span = match (of.span, of.period.ends_year()) {
        (Span::Ytd, true) => "全年".to_owned(),
        (Span::Ytd, false) => months_of(of.period),
        _ => String::new(),
    };
    let alone = in_full.len() == 1 || products || listed.led;
    match (in_full.is_empty(), alone) {
        (true, _) => {}
        (false, true) => line.words(&format!("{span}分{kind}看，")),
        (false, false) => line.words(&format!("{span}已公布的{kind}中，")),
    }
    for (i, entry) in in_full.iter().enumerate() {
        let Some(member) = entry.member() else { continue };
        let name = line.scribe.name(member);
        match i {
            // "对外承包工程出口货物306吨" has the word already.
            _ if products => {
                let noun = if name.ends_with("货物") { "" } else { outward(line) };
                line.words(&format!("{}{name}{noun}", if i == 0 { "" } else { "；" }));
            }
            0 if in_full.len() == 1 && of.ranking(*dimension).has_one_member() => {
                line.words(&format!("全部为{name}，"));
            }
            0 if listed.led => {
                line.words(&name);
                streak(line, entry, &view);
                line.words("位居首位，");
                line.words(&format!("{}{}", outward(line), amount(line)));
            }
            0 => line.words(&name),
            1 if listed.led && !listed.in_order => line.words(&format!("。已公布的其他{kind}中，{name}")),
            _ => line.words(&format!("；{name}")),
        }
        details(line, entry, listed, &view);
    }
    for (i, entry) in briefly.iter().enumerate() {
        let (Some(member), Ok(quantity)) = (entry.member(), &entry.quantity) else { continue };
        line.words(if i == 0 { "。此外，" } else { "，" });
        line.words(&line.scribe.name(member));
        line.number(quantity, Sign::Kept, &view);
    }
    if !in_full.is_empty() {
        line.words("。");
    }
    groups(line, listed, &view);
    if *dimension == Dimension::RegistrationLocation && line.scribe.length == Length::Full {
        line.words(if is_import(line) {
            "注册地指进口企业在海关注册登记的省份，不等同于货物使用地。"
        } else {
            "注册地指出口企业在海关注册登记的省份，不等同于货物生产地。"
        });
    }
}

/// "2628.738吨，占比12.3%，环比增加326.75吨（14.2%）"
fn details(line: &mut Line, entry: &Entry, listed: &Listed, view: &View) {
    let change = match listed.against {
        Against::MonthBefore => &entry.mom,
        Against::YearBefore => &entry.yoy,
    };
    let others = [&entry.share, &change.absolute, &change.percent];
    line.keep_for(others.into_iter().filter_map(|a| a.as_ref().ok()));
    if let Ok(quantity) = &entry.quantity {
        line.number(quantity, Sign::Kept, view);
    }
    line.keep_none();
    if let Ok(share) = &entry.share {
        line.words("，占比");
        line.number(share, Sign::Kept, view);
    }
    changed(line, change, listed.against, view);
    if let (Ok(yearly), Against::MonthBefore, Dimension::Product) =
        (&entry.yoy.percent, listed.against, listed.dimension)
    {
        line.words("，");
        moved(line, yearly, "同比", view);
    }
}

/// A growth beyond this is told by its two ends, percent.
const LARGE: f64 = 300.0;

/// "，环比增加326.75吨（14.2%）"
fn changed(line: &mut Line, change: &Change, against: Against, view: &View) {
    let label = label(line, against);
    let before = match against {
        Against::MonthBefore => before(line.scribe.material.frequency()),
        Against::YearBefore => "上年同期",
    };
    if change.percent == Err(Missing::ZeroBase) && change.previous.as_ref().is_ok_and(|p| p.value == 0.0) {
        let exact = change.previous.as_ref().is_ok_and(|p| p.bounds.high == 0.0);
        return line.words(&format!("，{before}{}", if exact { "为零" } else { "几乎为零" }));
    }
    if change.previous == Err(Missing::NotListedOrZero) {
        return line.words(&format!("，{before}未列出或为零"));
    }
    let Ok(absolute) = &change.absolute else {
        if let Ok(percent) = &change.percent {
            line.words("，");
            moved(line, percent, label, view);
        }
        return;
    };
    if let Ok(percent) = &change.percent
        && is_range(absolute)
        && !is_range(percent)
    {
        // Where the tonnes are only a range and the percentage is not, it says more.
        line.words("，");
        return moved(line, percent, label, view);
    }
    line.words("，");
    let (word, sign) = match way(absolute) {
        Way::Up => ("增加", Sign::Dropped),
        Way::Down => ("减少", Sign::Dropped),
        Way::Level => return line.words(&format!("{label}持平")),
        Way::Flat => return line.words(&format!("{label}基本持平")),
        Way::Unclear => ("变动", Sign::Shown),
    };
    match (&change.percent, &change.previous) {
        (Ok(percent), Ok(previous)) if percent.value > LARGE => {
            line.words(&format!("较{before}"));
            super::words::plainly(line, "的", previous);
            line.number(previous, Sign::Kept, view);
            line.words(word);
            line.number(absolute, sign, view);
        }
        (percent, _) => {
            line.words(&format!("{label}{word}"));
            line.number(absolute, sign, view);
            if let Ok(percent) = percent {
                // No brackets in brackets, and none behind brackets.
                let doubtful = percent.rests_on_aside() || line.ends_in_bracket();
                line.words(if doubtful { "，" } else { "（" });
                line.words(match sign {
                    Sign::Shown => "",
                    _ if word == "增加" => "增幅",
                    _ => "降幅",
                });
                line.number(percent, sign, view);
                line.words(if doubtful { "" } else { "）" });
            }
        }
    }
}

/// "连续2个月"
fn streak(line: &mut Line, entry: &Entry, view: &View) {
    let Some(months) = entry.streak.as_ref().ok().filter(|m| m.value >= 2.0) else { return };
    line.words(if months.bounds.high.is_infinite() { "至少连续" } else { "连续" });
    line.number_as(months, format!("{:.0}", months.value), view);
    line.words(counted(line.scribe.material.frequency()));
}

/// Members that are printed only as a sum.
fn groups(line: &mut Line, listed: &Listed, view: &View) {
    let ranking = listed.of.ranking(listed.dimension);
    for group in &ranking.groups {
        let names: Vec<String> = group.members.iter().map(|m| line.scribe.name(*m)).collect();
        if line.starts() {
            let kind = kind(line, listed.dimension);
            line.words(&format!("分{kind}看，"));
        }
        line.words(&format!("{}合计", names.join("、")));
        match (&group.quantity, &group.share) {
            (Ok(quantity), share) => {
                line.words(outward(line));
                line.number(quantity, Sign::Kept, view);
                if let Ok(share) = share {
                    line.words("，占比");
                    line.number(share, Sign::Kept, view);
                }
            }
            (Err(_), Ok(share)) => {
                line.words("占比");
                line.number(share, Sign::Kept, view);
            }
            (Err(_), Err(_)) => line.words("未单独公布"),
        }
        line.words("。");
    }
}

/// Destinations that are new or back.
pub(super) fn entrants(line: &mut Line, came: &[Came], count: usize) {
    let material = line.scribe.material;
    let view = material.view(Section::Ranking(Dimension::Destination), Span::Month);
    let noun = outward(line);
    let counted = counted(material.frequency());
    let measure = if material.is_by_value() { "金额" } else { "数量" };
    let first =
        material.coverage.map_or(String::new(), |(first, _)| format!("{}有数据以来", year_month(first)));
    if let ([Came { member, presence, quantity }], 1) = (came, count) {
        let trade = format!("{}{}{noun}", with(line), line.scribe.name(*member));
        line.words(&match presence {
            Presence::Returned(many) => format!("{trade}时隔{many}{counted}恢复，{measure}"),
            _ => format!("{trade}为{first}首次，{measure}"),
        });
        line.number(quantity, Sign::Kept, &view);
        return line.words("。");
    }
    line.words(&format!("新增或恢复{noun}的国家和地区"));
    line.words(&if count > came.len() { format!("共{count}个，其中") } else { "有".to_owned() });
    for (i, Came { member, presence, quantity }) in came.iter().enumerate() {
        line.words(&format!("{}{}", if i == 0 { "" } else { "、" }, line.scribe.name(*member)));
        line.number(quantity, Sign::Kept, &view);
        line.words(&match presence {
            Presence::Returned(many) => format!("（时隔{many}{counted}恢复）"),
            _ => "（新增）".to_owned(),
        });
    }
    line.words("。");
    if !first.is_empty() && came.iter().any(|c| !matches!(c.presence, Presence::Returned(_))) {
        line.words(&format!("“新增”指{first}首次{noun}。"));
    }
}

/// Destinations of the month before that have nothing now.
pub(super) fn lost(line: &mut Line, lost: &[(MemberId, Figure)], count: usize) {
    let view = line.scribe.material.view(Section::Ranking(Dimension::Destination), Span::Month);
    let period = line.scribe.material.period();
    line.words(&format!("{}未{}", this(period.frequency()), with(line)));
    for (i, (member, had)) in lost.iter().enumerate() {
        line.words(&format!("{}{}（", if i == 0 { "" } else { "、" }, line.scribe.name(*member)));
        line.words(&if i == 0 { month(period.plus(-1)) } else { String::new() });
        line.number(had, Sign::Kept, &view);
        line.words("）");
    }
    let noun = outward(line);
    line.words(&match count > lost.len() {
        true => format!("等{count}个国家和地区{noun}。"),
        false => format!("{noun}。"),
    });
}
