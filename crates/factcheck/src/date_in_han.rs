//! Months as Chinese notes write them: “2025年1-4月”, “前四个月”, “五月”, “截至8月底”.

use super::date::{Date, YearSaid, dash, digits, of, spaces, starts};
use super::text::Text;

/// Reads the date at a place, and says where it ends.
pub(super) fn chinese(text: &Text, at: usize) -> Option<(Date, usize)> {
    // “截至8月底”: from January on.
    if let Some(month_at) = starts(text, at, "截至").or_else(|| starts(text, at, "截止")) {
        let (date, end) = chinese(text, month_at).filter(|(date, _)| date.month.is_some() && !date.day)?;
        let end = ["底", "末"].iter().find_map(|word| starts(text, end, word))?;
        // “截至4月底的12个月” are others.
        let other = date.other || starts(text, end, "的").is_some();
        return Some((Date { from_january: true, other, ..date }, end));
    }
    // A word of its own, “今年以来累计”: from January on.
    let sum = starts(text, at, "今年以来");
    if sum.is_some_and(|end| {
        ["累计", "共", "出口", "总", "合计"].iter().any(|word| starts(text, end, word).is_some())
    }) {
        return None;
    }
    let mut said = None;
    let mut i = at;
    for (word, ago) in [("今年", 0), ("去年", 1), ("上年", 1), ("前年", 2)] {
        if let Some(end) = starts(text, at, word) {
            said = Some(YearSaid::Ago(ago));
            i = end;
        }
    }
    if said.is_none() {
        let found = digits(text, at, 4).and_then(|(y, end)| {
            let short = end == at + 2;
            let y = i32::try_from(y).ok()? + if short { 2000 } else { 0 };
            ((1900..2200).contains(&y) && (short || end == at + 4)).then_some(())?;
            // “2024全年”
            let sums = ["全年", "上半年", "前三季度", "一季度", "h1", "q1"];
            let next = sums.iter().any(|word| starts(text, end, word).is_some()).then_some(end);
            Some((y, starts(text, spaces(text, end), "年").or(next)?))
        });
        if let Some((year, end)) = found {
            said = Some(YearSaid::Of(year));
            i = spaces(text, end);
        }
    }
    // 五月, 十一月份
    if let Some((month, end)) = month_in_han(text, i) {
        return Some((Date { year: said, ..of(month, false) }, end));
    }
    if let Some((month, end)) = digits(text, i, 2).filter(|(m, _)| (1..=12).contains(m)) {
        let single_end = spaces(text, starts(text, end, "月").unwrap_or(end));
        let range = dash(text, single_end).and_then(|next| {
            let (last, end) = digits(text, next, 2).filter(|(m, _)| (1..=12).contains(m))?;
            let end = starts(text, spaces(text, end), "月")?;
            Some((last, end))
        });
        if let Some((last, end)) = range {
            let end = starts(text, end, "份").unwrap_or(end);
            let date = Date { year: said, other: month != 1 || last < 2, ..of(last, true) };
            return Some((date, end));
        }
        if let Some(end) = starts(text, spaces(text, end), "月") {
            let end = starts(text, end, "份").unwrap_or(end);
            if let Some((_, day_end)) = digits(text, spaces(text, end), 2)
                && let Some(day_end) = starts(text, day_end, "日")
            {
                return Some((Date { year: said, day: true, ..of(month, false) }, day_end));
            }
            return Some((Date { year: said, ..of(month, false) }, end));
        }
    }
    if let Some(end) = starts(text, i, "前").or_else(|| starts(text, i, "头")) {
        // 前四个月
        let counts = ["二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];
        let found = counts.iter().enumerate().rev().find_map(|(k, w)| Some((k, starts(text, end, w)?)));
        if let Some((k, end)) = found.or_else(|| Some((0, starts(text, end, "两")?)))
            && let Some(end) = starts(text, end, "个月").or_else(|| starts(text, end, "月"))
        {
            let month = u32::try_from(k).ok()? + 2;
            return Some((Date { year: said, ..of(month, true) }, end));
        }
        // 前11个月, 前11月
        if let Some((month, end)) = digits(text, end, 2).filter(|(m, _)| (2..=12).contains(m))
            && let Some(end) = starts(text, end, "个月").or_else(|| starts(text, end, "月"))
        {
            return Some((Date { year: said, ..of(month, true) }, end));
        }
    }
    for (word, month) in [("二季度", 6), ("三季度", 9), ("四季度", 12), ("下半年", 12)] {
        let end = starts(text, i, word).or_else(|| starts(text, starts(text, i, "第")?, word));
        if let Some(end) = end {
            return Some((Date { year: said, other: true, ..of(month, true) }, end));
        }
    }
    let short = if said.is_some() { [("h1", 6), ("q1", 3)].as_slice() } else { &[] };
    for (word, month) in
        [("前三季度", 9), ("一季度", 3), ("第一季度", 3), ("上半年", 6)].iter().chain(short).copied()
    {
        if let Some(end) = starts(text, i, word) {
            return Some((Date { year: said, ..of(month, true) }, end));
        }
    }
    // A year alone: 2024年, 去年; “2024年同期” is the same months of it.
    let said = said.filter(|_| i > at)?;
    let end = starts(text, i, "全年").unwrap_or(i);
    if matches!(said, YearSaid::Ago(_)) && starts(text, i, "同").is_some() {
        return None;
    }
    Some((Date { year: Some(said), month: None, from_january: false, day: false, other: false }, end))
}

/// A month in Chinese numerals, and where it ends.
fn month_in_han(text: &Text, at: usize) -> Option<(u32, usize)> {
    const MONTHS: [&str; 12] =
        ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];
    let previous = text.get(at.wrapping_sub(1));
    let (month, end) = (1..).zip(MONTHS).find_map(|(month, name)| Some((month, starts(text, at, name)?)))?;
    // “十一月” is no January, and “前三月” are three.
    let alone = !matches!(previous, '十' | '前' | '头' | '近' | '后' | '这' | '两' | '至' | '-');
    let range = matches!(text.get(end), '至' | '到' | '-' | '、');
    let end = starts(text, end, "份").unwrap_or(end);
    (alone && !range).then_some((month, end))
}
