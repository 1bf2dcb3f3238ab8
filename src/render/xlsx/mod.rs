//! Workbooks: listings as sheets to work on and to print, answers in paragraphs as one column of text.

mod book_cell;
mod column_width;
mod narrated;
mod paper;
mod sheet;
mod stored_text;

use super::exporter::{ExportError, Exporter, Report, ReportLayout, StampLine};
use super::setting::ExportSetting;
use crate::report::{Listing, Medium, Narrative};
use crate::texts::Texts;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// `xlsx`
pub(super) struct XlsxExporter;

impl Exporter for XlsxExporter {
    fn id(&self) -> &'static str {
        "xlsx"
    }

    fn medium(&self) -> Option<Medium> {
        Some(Medium::Workbook)
    }

    fn is_text(&self) -> bool {
        false
    }

    fn export(&self, report: &mut dyn Report, on: &ExportSetting<'_>) -> Result<Vec<u8>, ExportError> {
        let stamp = report.stamp()?;
        let told = match report.sheet(Medium::Workbook) {
            Some(listing) => ReportLayout::Listing(listing),
            None => report.page(),
        };
        Ok(match told {
            ReportLayout::Listing(listing) => of_listing(&listing, stamp.as_ref(), on.texts)?,
            ReportLayout::Narrative(told) => of_narrative(told, stamp.as_ref(), on.texts)?,
        })
    }
}

fn of_listing(listing: &Listing, stamp: Option<&StampLine>, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let mut book = begun(&listing.title, stamp)?;
    let page = book.add_worksheet().set_name(sheet_name(&listing.title))?;
    let width = sheet::lay_out(page, listing, texts)?;
    paper::set_up(page, width, stamp, texts);
    book.save_to_buffer()
}

fn of_narrative(mut told: Narrative, stamp: Option<&StampLine>, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    // The foot of every page says it, and the properties do.
    told.notes.retain(|note| stamp.is_none_or(|stamp| *note != stamp.line));
    let mut book = begun(&told.title, stamp)?;
    let page = book.add_worksheet().set_name(sheet_name(&told.title))?;
    narrated::lay_out(page, &told)?;
    paper::set_up(page, narrated::WIDTH, stamp, texts);
    book.save_to_buffer()
}

/// A workbook that says in its properties what it is and, where that is known, what it was made of.
fn begun(title: &str, stamp: Option<&StampLine>) -> Result<Workbook, XlsxError> {
    // The moment of making would make every workbook another one.
    let made = match stamp {
        Some(stamp) => ExcelDateTime::parse_from_str(&stamp.as_of.to_string())?,
        None => ExcelDateTime::from_ymd(2026, 1, 1)?,
    };
    let properties = DocProperties::new().set_title(title).set_author("huifang").set_creation_datetime(&made);
    let properties = match stamp {
        Some(stamp) => properties.set_subject(&stamp.line).set_comment(&stamp.json),
        None => properties,
    };
    let mut book = Workbook::new();
    book.set_properties(&properties);
    Ok(book)
}

/// What a sheet's name can hold, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// The sheet's name: the title as far as it says what the report is.
fn sheet_name(title: &str) -> String {
    let said = title.split(['（', '(', '：', ':']).next().unwrap_or_default();
    let allowed: String = said.chars().map(|c| if c.is_control() || "[]*?/\\".contains(c) { ' ' } else { c }).collect();
    let mut room = LONGEST_NAME;
    let fits = |c: &char| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let name: String = allowed.trim().chars().take_while(fits).collect();
    match name.trim_matches([' ', '\'']) {
        // Excel keeps this name for itself.
        name if name.is_empty() || name.eq_ignore_ascii_case("history") => "huifang".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_whatever_it_looks_like() {
        use crate::domain::Lang;
        use crate::report::{Cell, Form, Group, Heading, Space};
        use std::io::{Cursor, Read};
        let heading =
            Heading { id: "x", title: "=x".to_owned(), form: Form::Text, space: Space::Breaks, is_summed: false };
        let cell = |text: &str| vec![Cell::from(text)];
        let rows = ["=1+1", "+1", "https://example.com", "00123", "'a"].map(cell).into();
        let groups = vec![Group { title: None, rows }];
        let listing =
            Listing { title: "=t".to_owned(), summary: Vec::new(), headings: vec![heading], groups, notes: Vec::new() };
        let book = of_listing(&listing, None, &Texts::new(Lang::Zh)).unwrap();
        let part = |name| {
            let mut text = String::new();
            zip::ZipArchive::new(Cursor::new(&book)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let sheet = part("xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"), "{sheet}");
        assert_eq!(sheet.matches("t=\"s\"").count(), 7, "{sheet}");
        assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
        assert!(part("xl/sharedStrings.xml").contains("<t>=1+1</t>"));
    }

    #[test]
    fn sheets_are_called_what_the_report_is_as_far_as_a_name_may_go() {
        for (title, name) in [
            ("违规台账（数据截至 2026-10-30）", "违规台账"),
            ("History", "huifang"),
            ("（空）", "huifang"),
            ("a/b [c]", "a b  c"),
        ] {
            assert_eq!(sheet_name(title), name);
            Workbook::new().add_worksheet().set_name(sheet_name(title)).unwrap();
        }
        assert_eq!(sheet_name(&"😀".repeat(16)), "😀".repeat(15));
    }
}
