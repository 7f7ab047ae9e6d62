//! Totals and their changes in Chinese.

use super::words::{
    amount, before, codes, counted, goods, label, month, months_of, outward, plainly, reason, reporter,
    year_month,
};
use crate::digits::{Sign, Way, is_small, way};
use crate::line::Line;
use crate::rule::Reason;
use breakdown::Dataset;
use breakdown::{Direction, Entry, Extreme, Run, Since};
use model::{Against, Change, Figure, Missing, Span};
use view::Length;
use view::{Section, View};

/// The headline; that of a February is of the two months together.
pub fn title(line: &mut Line) {
    let material = line.scribe.material;
    let (total, span) = match material.tells_two_months() {
        true => (&material.ytd.ytd, Span::Ytd),
        false => (&material.month.total, Span::Month),
    };
    let view = material.view(Section::Overview, span);
    let head = format!("{}{}{}{}", told_months(line), reporter(line), goods(line), outward(line));
    line.words(&head);
    match &total.quantity {
        Err(_) => line.words(&format!("总{}未知", amount(line))),
        Ok(quantity) if quantity.bounds.high == 0.0 => line.words("为零"),
        Ok(quantity) => {
            line.number(quantity, Sign::Kept, &view);
            let changes = [(&total.mom, Against::MonthBefore), (&total.yoy, Against::YearBefore)];
            for (change, against) in changes {
                if let Ok(change) = &change.percent {
                    line.words(" ");
                    moved(line, change, label(line, against), &view);
                }
            }
        }
    }
}

/// "2025年4月"; of a February that is told with its January "2025年1-2月".
fn told_months(line: &Line) -> String {
    let period = line.scribe.material.period();
    match line.scribe.material.tells_two_months() {
        true => format!("{}年1-2月", period.year()),
        false => year_month(period),
    }
}

/// Who says it: "据公开数据，"
fn according_to(line: &mut Line) {
    line.words(match line.scribe.material.dataset {
        Dataset::Published(_) => "据公开数据，",
        Dataset::Recorded(_) if line.scribe.material.dataset.is_synthetic() => "合成数据显示，",
        Dataset::Recorded(_) => "海关数据显示，",
    });
}

/// The month's total.
pub(super) fn total(line: &mut Line) {
    let material = line.scribe.material;
    let total = &material.month.total;
    let Ok(quantity) = &total.quantity else { return };
    if material.tells_two_months() && quantity.bounds.high > 0.0 {
        return each_month(line, quantity);
    }
    let view = material.view(Section::Overview, Span::Month);
    according_to(line);
    let (when, who, what) = (year_month(material.period()), reporter(line), goods(line));
    let (codes, noun) = (codes(line), outward(line));
    if quantity.bounds.high == 0.0 {
        line.words(&format!("{when}{who}无{what}{codes}{noun}"));
        if let Some(previous) = total.mom.previous.as_ref().ok().filter(|p| p.value > 0.0) {
            line.words(&format!("，{}", before(material.frequency())));
            plainly(line, "为", previous);
            line.number(previous, Sign::Kept, &view);
        }
        return line.words("。");
    }
    line.words(&format!("{when}{who}{what}{codes}{noun}{}", amount(line)));
    plainly(line, "为", quantity);
    line.number(quantity, Sign::Kept, &view);
    changes(line, total, &view);
    line.words("。");
}

/// "其中，2月出口1.53万吨，环比下降34.9%；1月出口2.35万吨，同比增长4.5%。"
fn each_month(line: &mut Line, february: &Figure) {
    let material = line.scribe.material;
    let (noun, view) = (outward(line), material.view(Section::Overview, Span::Month));
    line.words(&format!("其中，2月{noun}"));
    line.number(february, Sign::Kept, &view);
    changes(line, &material.month.total, &view);
    if let Ok(january) = &material.before.total.quantity {
        let view = View { period: Some(material.period().plus(-1)), ..view };
        line.words(&format!("；1月{noun}"));
        line.number(january, Sign::Kept, &view);
        changes(line, &material.before.total, &view);
    }
    line.words("。");
}

/// That there is no total.
pub(super) fn unknown(line: &mut Line, missing: Missing) {
    let (when, who, what) = (year_month(line.scribe.material.period()), reporter(line), goods(line));
    let noun = outward(line);
    line.words(&format!(
        "{when}{who}{what}{noun}总{}未知：{}",
        amount(line),
        reason(Reason::Missing(missing), line.scribe.material.frequency())
    ));
}

/// "，环比下降5.3%（上月2.25万吨），同比增长8.43%"
fn changes(line: &mut Line, entry: &Entry, view: &View) {
    let before = before(line.scribe.material.frequency());
    let changes = [(&entry.mom, Against::MonthBefore, before), (&entry.yoy, Against::YearBefore, "上年同期")];
    for (change, against, base) in changes {
        let label = label(line, against);
        let Ok(percent) = &change.percent else { continue };
        line.words("，");
        moved(line, percent, label, view);
        // January's figure stands beside February's.
        let told = against == Against::MonthBefore && line.scribe.material.tells_two_months();
        if let (Ok(previous), true) = (&change.previous, line.scribe.length == Length::Full && !told)
            && matches!(way(percent), Way::Up | Way::Down)
        {
            line.words(&format!("（{base}"));
            line.number(previous, Sign::Kept, view);
            line.words("）");
        }
    }
}

/// "环比下降5.3%"、"环比持平"
pub(super) fn moved(line: &mut Line, change: &Figure, label: &str, view: &View) {
    let (word, sign) = match way(change) {
        Way::Up => ("增长", Sign::Dropped),
        Way::Down => ("下降", Sign::Dropped),
        Way::Level => return line.words(&format!("{label}持平")),
        Way::Flat => return line.words(&format!("{label}基本持平")),
        Way::Unclear if is_small(change) => {
            line.words(&format!("{label}基本持平（"));
            line.number(change, Sign::Shown, view);
            return line.words("）");
        }
        Way::Unclear => ("变动", Sign::Shown),
    };
    line.words(&format!("{label}{word}"));
    line.number(change, sign, view);
}

/// January and February together.
pub(super) fn january_february(line: &mut Line) {
    let material = line.scribe.material;
    let both = &material.ytd.ytd;
    let Ok(quantity) = &both.quantity else { return };
    let view = material.view(Section::Overview, Span::Ytd);
    according_to(line);
    let (when, who, what) = (told_months(line), reporter(line), goods(line));
    line.words(&format!("{when}{who}{what}{}累计{}", codes(line), outward(line)));
    line.keep_for(both.yoy.percent.iter());
    line.number(quantity, Sign::Kept, &view);
    line.keep_none();
    on_a_year_before(line, &both.yoy, &view);
    line.words("。");
}

/// January up to the month.
pub(super) fn year_to_date(line: &mut Line) {
    let material = line.scribe.material;
    let ytd = &material.month.ytd;
    let Ok(quantity) = &ytd.quantity else { return };
    let view = material.view(Section::Overview, Span::Ytd);
    let (period, noun) = (material.period(), outward(line));
    line.words(&match period.ends_year() {
        true => format!("{}年全年累计{noun}", period.year()),
        false => format!("{}累计{noun}", months_of(period)),
    });
    line.keep_for(ytd.yoy.percent.iter());
    line.number(quantity, Sign::Kept, &view);
    line.keep_none();
    on_a_year_before(line, &ytd.yoy, &view);
    line.words("。");
}

/// "，较上年同期的7.14万吨增长16.08%"
fn on_a_year_before(line: &mut Line, yoy: &Change, view: &View) {
    let base = if line.scribe.material.period().ends_year() { "上年" } else { "上年同期" };
    match (&yoy.percent, &yoy.previous) {
        (Ok(percent), Ok(previous)) if matches!(way(percent), Way::Up | Way::Down) => {
            line.words(&format!("，较{base}"));
            plainly(line, "的", previous);
            // What contradicts both is told of the growth.
            line.keep_for(std::iter::once(percent));
            line.number(previous, Sign::Kept, view);
            line.keep_none();
            moved(line, percent, "", view);
        }
        (Ok(percent), _) => {
            line.words("，");
            moved(line, percent, "同比", view);
        }
        (Err(_), Ok(previous)) => {
            line.words(&format!("，{base}"));
            plainly(line, "为", previous);
            line.number(previous, Sign::Kept, view);
        }
        (Err(_), Err(_)) => {}
    }
}

/// Value and unit value.
pub(super) fn value(line: &mut Line, entry: &Entry) {
    let view = line.scribe.material.view(Section::Overview, Span::Month);
    let Some(recorded) = &entry.recorded else { return };
    if let Ok(value) = &recorded.value {
        let month = month(line.scribe.material.period());
        line.words(&format!("{month}{}额", outward(line)));
        plainly(line, "为", value);
        line.number(value, Sign::Kept, &view);
    }
    if let Ok(percent) = &recorded.value_change.percent {
        line.words("，");
        moved(line, percent, label(line, Against::MonthBefore), &view);
    }
    if let Ok(price) = &recorded.unit_value {
        line.words("；均价");
        line.number(price, Sign::Kept, &view);
    }
    line.words("。");
}

/// Months in a row.
pub(super) fn row(line: &mut Line, run: &Run, against: Against, told: Option<Direction>) {
    let view = line.scribe.material.view(Section::Trend, Span::Month);
    let label = label(line, against);
    let months = counted(line.scribe.material.frequency());
    let (now, then) = match run.direction {
        Direction::Up => ("增长", "下降"),
        Direction::Down => ("下降", "增长"),
    };
    let at_least = |months: &Figure| if months.bounds.high.is_infinite() { "至少" } else { "" };
    // "出口量已连续3个月环比增长。同比也已连续3个月增长。"
    let (subject, label) = match told {
        None => {
            let month = if line.scribe.material.tells_two_months() { "2月" } else { "" };
            (format!("{month}{}{}", outward(line), amount(line)), label)
        }
        Some(direction) if direction == run.direction => (format!("{label}也"), ""),
        Some(_) => (format!("{label}则"), ""),
    };
    match run.turned_after.as_ref().filter(|_| run.months.value == 1.0) {
        Some(before) => {
            line.words(&format!("{subject}在{}连续", at_least(before)));
            line.number_as(before, format!("{:.0}", before.value), &view);
            line.words(&format!("{months}{label}{then}后转为{now}。"));
        }
        None => {
            line.words(&format!("{subject}{}已连续", at_least(&run.months)));
            line.number_as(&run.months, format!("{:.0}", run.months.value), &view);
            line.words(&format!("{months}{label}{now}。"));
        }
    }
}

/// A record.
pub(super) fn record(line: &mut Line, extreme: &Extreme) {
    let month = month(line.scribe.material.period());
    let word = if extreme.highest { "新高" } else { "新低" };
    line.words(&match extreme.since {
        Since::Month(since) => {
            format!("{month}{}{}创{}以来{word}。", outward(line), amount(line), year_month(since))
        }
        Since::Beginning(first) => {
            format!("{month}{}{}创{}有数据以来{word}。", outward(line), amount(line), year_month(first))
        }
    });
}
