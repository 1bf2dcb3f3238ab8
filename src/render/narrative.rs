//! Paragraphs as text on a page.

use super::table::wrapped;
use super::{TablePage, sentence};
use crate::report::{Mark, Narrative, Paragraph, Tone};
use anstyle::{AnsiColor, Style};

/// Sentences over more columns than this are hard to follow from line to line.
const READABLE: u16 = 110;

/// The narrative in UTF-8, wrapped to the page.
pub fn narrative(told: &Narrative, page: TablePage) -> Vec<u8> {
    let mut writer = NarrativeWriter { out: String::new(), width: page.width.min(READABLE), colour: page.colour };
    writer.line(&told.title, "", "", Style::new().bold());
    for paragraph in &told.lead {
        writer.gap();
        writer.paragraph(paragraph, 0);
    }
    for section in &told.sections {
        writer.gap();
        writer.line(&section.title, "", "", Style::new().bold());
        section.paragraphs.iter().for_each(|paragraph| writer.paragraph(paragraph, 1));
    }
    if !told.notes.is_empty() {
        writer.gap();
    }
    // Broken at spaces only, as under a table: a stamp must come together again as it was.
    let page = TablePage { width: page.width.min(READABLE), ..page };
    let notes = told.notes.iter().flat_map(|note| wrapped(note, "", page, Some(comfy_table::Attribute::Dim)));
    notes.for_each(|line| writer.out.push_str(&format!("{line}\n")));
    writer.out.into_bytes()
}

struct NarrativeWriter {
    out: String,
    width: u16,
    colour: bool,
}

impl NarrativeWriter {
    fn gap(&mut self) {
        self.out.push('\n');
    }

    fn paragraph(&mut self, paragraph: &Paragraph, depth: usize) {
        let indent = "  ".repeat(depth);
        let first = format!("{indent}{}", sign(paragraph.mark));
        let further = " ".repeat(textwrap::core::display_width(&first));
        self.line(&paragraph.text, &first, &further, style(paragraph.tone));
        paragraph.below.iter().for_each(|below| self.paragraph(below, depth + 1));
    }

    /// A text over the whole width, in as many lines as it takes.
    fn line(&mut self, text: &str, first: &str, further: &str, style: Style) {
        for line in sentence::lines(text, first, further, self.width) {
            if self.colour && style != Style::new() {
                self.out.push_str(&format!("{}{line}{}", style.render(), style.render_reset()));
            } else {
                self.out.push_str(&line);
            }
            self.out.push('\n');
        }
    }
}

/// What stands before a paragraph of that kind.
pub(super) const fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::None | Mark::Clause | Mark::Rows => "",
        Mark::Event => "● ",
        Mark::Change => "→ ",
        Mark::Passed => "× ",
        Mark::Next => "▷ ",
    }
}

const fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Quiet => Style::new().dimmed(),
        Tone::Warning => Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow))),
        Tone::Alarm => Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red))),
    }
}
