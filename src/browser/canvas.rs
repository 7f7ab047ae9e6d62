//! Pictures as PNG, painted mark by mark: no image is decoded and no style is read, so that no publisher's policy
//! stands in the way.

use chart::{
    Anchor, FONTS, Ink, Lettering, Mark, Paint, Scene, Theme, dot_data, path_data, rect_data, tenth,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, OffscreenCanvas, OffscreenCanvasRenderingContext2d, Path2d};

/// A picture as a PNG file of so many pixels for each of its own. `None` where the browser cannot: it has no canvas,
/// or none of that size.
pub async fn png(scene: &Scene, theme: &Theme, enlarged: f64) -> Option<Blob> {
    super::window()?;
    let [width, height] =
        [scene.size.width, scene.size.height].map(|length| (length * enlarged).round() as u32);
    let canvas = OffscreenCanvas::new(width, height).ok()?;
    let context = canvas.get_context("2d").ok().flatten()?;
    let context: OffscreenCanvasRenderingContext2d = context.dyn_into().ok()?;
    context.scale(enlarged, enlarged).ok()?;
    context.set_fill_style_str(theme.colour(Ink::Paper));
    context.fill_rect(0.0, 0.0, scene.size.width, scene.size.height);
    for mark in &scene.marks {
        paint(&context, mark, theme)?;
    }
    JsFuture::from(canvas.convert_to_blob().ok()?).await.ok()?.dyn_into().ok()
}

fn paint(context: &OffscreenCanvasRenderingContext2d, mark: &Mark, theme: &Theme) -> Option<()> {
    match mark {
        Mark::Rect(frame, look) => shape(context, &rect_data(*frame), *look, theme),
        Mark::Path(runs, closed, look) => shape(context, &path_data(runs, *closed), *look, theme),
        Mark::Dot(middle, radius, look) => shape(context, &dot_data(*middle, *radius), *look, theme),
        Mark::Text(text) => {
            context.set_font(&font(text.lettering));
            context.set_text_align(match text.anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            });
            context.set_fill_style_str(theme.colour(text.lettering.ink()));
            context.fill_text(&text.words, text.at.x, text.at.y).ok()
        }
        Mark::Target(_, marks) => marks.iter().try_for_each(|mark| paint(context, mark, theme)),
    }
}

fn shape(context: &OffscreenCanvasRenderingContext2d, data: &str, paint: Paint, theme: &Theme) -> Option<()> {
    let style = paint.style();
    let path = Path2d::new_with_path_string(data).ok()?;
    context.set_global_alpha(f64::from(style.opacity) / 100.0);
    if let Some(ink) = style.fill {
        context.set_fill_style_str(theme.colour(ink));
        context.fill_with_path_2d(&path);
    }
    if let Some(ink) = style.stroke {
        context.set_stroke_style_str(theme.colour(ink));
        context.set_line_width(style.width);
        context.stroke_with_path(&path);
    }
    context.set_global_alpha(1.0);
    Some(())
}

fn font(lettering: Lettering) -> String {
    format!("{} {}px {FONTS}", lettering.weight(), tenth(lettering.size()))
}
