//! A scene as the text of an SVG file, which needs no style sheet and no font of ours.

use std::fmt::Write;

use super::geometry::{Frame, Point};
use super::scene::{Anchor, Closed, Mark, Scene};
use super::theme::{Ink, Style, Theme};

/// The fonts of a picture that stands alone: any that a reader's system has, Chinese ones too.
pub const FONTS: &str =
    "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/// The picture as an SVG file. `title` and `description` are for those who hear it.
pub fn svg(scene: &Scene, theme: &Theme, title: &str, description: &str) -> String {
    let [width, height] = [scene.size.width, scene.size.height].map(tenth);
    let mut text = String::new();
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"{FONTS}\">\n<title>{}</title>\n<desc>{}</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        escaped(title),
        escaped(description),
        theme.colour(Ink::Paper)
    );
    for mark in &scene.marks {
        write_mark(&mut text, mark, theme);
    }
    text.push_str("</svg>\n");
    text
}

fn write_mark(text: &mut String, mark: &Mark, theme: &Theme) {
    let _ = match mark {
        Mark::Rect(frame, paint) => {
            writeln!(text, "<path d=\"{}\"{}/>", rect_data(*frame), look(paint.style(), theme))
        }
        Mark::Path(runs, closed, paint) => {
            writeln!(text, "<path d=\"{}\"{}/>", path_data(runs, *closed), look(paint.style(), theme))
        }
        Mark::Dot(middle, radius, paint) => {
            writeln!(text, "<path d=\"{}\"{}/>", dot_data(*middle, *radius), look(paint.style(), theme))
        }
        Mark::Text(label) => {
            let [x, y] = [label.at.x, label.at.y].map(tenth);
            let (anchor, size, weight) =
                (anchor(label.anchor), tenth(label.lettering.size()), label.lettering.weight());
            let colour = theme.colour(label.lettering.ink());
            writeln!(
                text,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
                escaped(&label.words)
            )
        }
        Mark::Target(target, marks) => {
            let _ = writeln!(text, "<g>\n<title>{}</title>", escaped(&target.said([": ", "; "])));
            for mark in marks {
                write_mark(text, mark, theme);
            }
            writeln!(text, "</g>")
        }
    };
}

fn look(style: Style, theme: &Theme) -> String {
    let fill = style.fill.map_or("none", |ink| theme.colour(ink));
    let mut look = format!(" fill=\"{fill}\"");
    if let Some(ink) = style.stroke {
        let _ = write!(look, " stroke=\"{}\" stroke-width=\"{}\"", theme.colour(ink), tenth(style.width));
    }
    if style.opacity != 100 {
        let _ = write!(look, " opacity=\"{}\"", hundredth(style.opacity));
    }
    look
}

/// A text anchor's name in SVG.
pub fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// The `d` of a path.
pub fn path_data(runs: &[Vec<Point>], closed: Closed) -> String {
    let mut data = String::new();
    for run in runs {
        for (place, point) in run.iter().enumerate() {
            data.push(if place == 0 { 'M' } else { 'L' });
            data.push_str(&tenth(point.x));
            data.push(' ');
            data.push_str(&tenth(point.y));
        }
        if closed == Closed::Yes {
            data.push('Z');
        }
    }
    data
}

/// The `d` of a rectangle.
pub fn rect_data(frame: Frame) -> String {
    let [x, y, width, height] = [frame.left, frame.top, frame.width, frame.height].map(tenth);
    format!("M{x} {y}h{width}v{height}h-{width}z")
}

/// The `d` of a dot: two half circles. It is as wide as its radius is written: rounded apart from it, a small dot is an egg.
pub fn dot_data(middle: Point, radius: f64) -> String {
    let radius = (radius * 10.0).round() / 10.0;
    let [x, y, r, across] = [middle.x - radius, middle.y, radius, radius * 2.0].map(tenth);
    format!("M{x} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z")
}

/// Pixels to a tenth: more digits only make a picture longer.
pub fn tenth(pixels: f64) -> String {
    let tenths = (pixels * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}

/// Percent, below 100, as a part of one.
fn hundredth(percent: u8) -> String {
    match percent {
        0 => "0".to_owned(),
        tens if tens % 10 == 0 => format!("0.{}", tens / 10),
        _ => format!("0.{percent:02}"),
    }
}

/// A text as it may stand in XML: without what would end it, and without characters that no XML may hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                safe.push('\u{FFFD}')
            }
            other => safe.push(other),
        }
    }
    safe
}
