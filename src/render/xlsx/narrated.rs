//! Answers in paragraphs as one column of text: headings bold, what belongs to something below and further in.

use super::book_cell::{as_text, toned};
use super::column_width::{MOST_LINES, broken, height, lines, room};
use super::stored_text::stored;
use crate::render::narrative::sign;
use crate::report::{Narrative, Paragraph, Tone};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

/// How wide the column is, in half-width characters: as much as is easy to read. An upright sheet holds it in any font;
/// not every program shrinks a page of one column.
pub const WIDTH: usize = 78;
/// How many characters something stands further in.
const STEP: usize = 2;

/// Lays the narrative out.
pub fn lay_out(sheet: &mut Worksheet, told: &Narrative) -> Result<(), XlsxError> {
    sheet.set_column_width(0, WIDTH as f64)?;
    let mut column = TextColumn { sheet, row: 0 };
    let title = Format::new().set_bold().set_font_size(14);
    column.say(&told.title, 0, title)?;
    for paragraph in &told.lead {
        column.paragraph(paragraph, 0)?;
    }
    for section in &told.sections {
        column.row += 1;
        column.say(&section.title, 0, Format::new().set_bold())?;
        for paragraph in &section.paragraphs {
            column.paragraph(paragraph, 1)?;
        }
    }
    if !told.notes.is_empty() {
        column.row += 1;
    }
    told.notes.iter().try_for_each(|note| column.say(note, 0, toned(Format::new(), Tone::Quiet)))
}

struct TextColumn<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl TextColumn<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, depth: u8) -> Result<(), XlsxError> {
        let text = format!("{}{}", sign(paragraph.mark), paragraph.text);
        self.say(&text, depth, toned(Format::new(), paragraph.tone))?;
        paragraph.below.iter().try_for_each(|below| self.paragraph(below, depth.saturating_add(1)))
    }

    /// A text; one higher than a row can be goes on in the next.
    fn say(&mut self, text: &str, depth: u8, format: Format) -> Result<(), XlsxError> {
        let width = WIDTH.saturating_sub(usize::from(depth) * STEP).max(WIDTH / 2);
        let text = stored(text);
        let format = format.set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_indent(depth);
        for part in parts(&text, width) {
            self.sheet.write_string_with_format(self.row, 0, &part, &as_text(&part, format.clone()))?;
            self.sheet.set_row_height(self.row, height(lines(&part, width)))?;
            self.row += 1;
        }
        Ok(())
    }
}

/// The text in as many rows as it needs.
fn parts(text: &str, width: usize) -> Vec<String> {
    if lines(text, width) <= MOST_LINES {
        return vec![text.to_owned()];
    }
    broken(text, room(width)).chunks(MOST_LINES).map(|lines| lines.concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_paragraph_is_lost_or_higher_than_a_row() {
        let long = "客户回访表第 3 行，2026-10-30 登记。".repeat(200);
        let parts = parts(&long, WIDTH);
        assert_eq!(parts.concat(), long);
        assert!(parts.len() > 1 && parts.iter().all(|part| lines(part, WIDTH) <= MOST_LINES));
    }
}
