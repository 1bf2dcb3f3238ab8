//! How sheets are printed: A4, as wide as they need, with page numbers and the stamp in the foot.

use crate::domain::Message;
use crate::render::exporter::StampLine;
use crate::render::visible::visible;
use crate::texts::Texts;
use rust_xlsxwriter::Worksheet;

/// The number by which workbooks call the paper size A4.
const A4: u8 = 9;
/// So many half-width characters stand on an A4 sheet upright; what is wider lies.
const UPRIGHT: usize = 96;
/// Margins in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.75, 0.3, 0.3];
/// A foot can hold so much, in UTF-16 units.
const LONGEST_FOOT: usize = 255;

/// Sets the page of a sheet that is so wide, in half-width characters.
pub fn set_up(sheet: &mut Worksheet, width: usize, stamp: Option<&StampLine>, texts: &Texts) {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(left, right, top, bottom, header, footer);
    if width > UPRIGHT {
        sheet.set_landscape();
    } else {
        sheet.set_portrait();
    }
    sheet.set_footer(foot(stamp.map(|stamp| stamp.line.as_str()), texts));
}

/// The stamp, and below it which page of how many; a stamp that is too long ends with `…`, the properties have all of it.
fn foot(stamp: Option<&str>, texts: &Texts) -> String {
    let pages = texts.say(&Message::new("report-pages").with("page", "&P").with("pages", "&N"));
    let Some(stamp) = stamp else { return format!("&C&8 {pages}") };
    // The sign that begins a command stands twice where it is meant.
    let written = |text: &str| format!("&C&8 {}\n{pages}", text.replace('&', "&&"));
    let fits = |text: &str| written(text).encode_utf16().count() <= LONGEST_FOOT;
    let stamp = visible(stamp);
    if fits(&stamp) {
        return written(&stamp);
    }
    let mut cut: String = stamp.into_owned();
    while !cut.is_empty() && !fits(&format!("{cut}…")) {
        cut.pop();
    }
    written(&format!("{cut}…"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn the_foot_holds_the_stamp_and_the_page_and_never_more_than_a_foot_can() {
        let texts = Texts::new(Lang::Zh);
        assert_eq!(foot(Some("due --staff '甲&乙'"), &texts), "&C&8 due --staff '甲&&乙'\n第 &P 页，共 &N 页");
        assert_eq!(foot(None, &texts), "&C&8 第 &P 页，共 &N 页");
        let long = foot(Some(&"&😀".repeat(200)), &texts);
        assert!(long.encode_utf16().count() <= LONGEST_FOOT);
        assert!(long.ends_with("…\n第 &P 页，共 &N 页"));
    }
}
