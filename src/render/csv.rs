//! CSV in UTF-8 or GB18030, for spreadsheets and programs that read lines.

use super::exporter::{ExportError, Exporter, Report};
use super::setting::{ByteOrderMark, ExportSetting, TextEncoding};
use super::visible::visible;
use super::written::written;
use crate::domain::harmless;
use crate::report::{CellValue, Listing, Medium};

/// `csv`
pub(super) struct CsvExporter;

impl Exporter for CsvExporter {
    fn id(&self) -> &'static str {
        "csv"
    }

    fn medium(&self) -> Option<Medium> {
        Some(Medium::Sheet)
    }

    fn export(&self, report: &mut dyn Report, on: &ExportSetting<'_>) -> Result<Vec<u8>, ExportError> {
        let sheet = report.sheet(Medium::Sheet).ok_or(ExportError::NoSheet)?;
        Ok(match on.encoding {
            TextEncoding::Utf8 => csv(&sheet, on.mark)?,
            TextEncoding::Gb18030 => gb18030(csv(&sheet, ByteOrderMark::None)?),
        })
    }
}

/// The same text in GB18030, which holds every character.
fn gb18030(text: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&text);
    encoding_rs::GB18030.encode(&text).0.into_owned()
}

/// The listing's headings and rows as CSV in UTF-8; title, groups' lines and notes have no place in it.
///
/// # Errors
/// A row that cannot be written.
pub fn csv(listing: &Listing, mark: ByteOrderMark) -> Result<Vec<u8>, ::csv::Error> {
    let bytes = match mark {
        ByteOrderMark::Bom => "\u{feff}".as_bytes().to_vec(),
        ByteOrderMark::None => Vec::new(),
    };
    let mut writer = ::csv::Writer::from_writer(bytes);
    writer.write_record(listing.headings.iter().map(|heading| harmless(&heading.title).into_owned()))?;
    for row in listing.groups.iter().flat_map(|group| &group.rows) {
        writer.write_record(row.iter().map(|cell| safely(&cell.value)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The value, so written that a spreadsheet shows it and does not compute it.
fn safely(value: &CellValue) -> String {
    let written = written(value);
    let text = visible(&written);
    match value {
        CellValue::Text(_) | CellValue::Word(_) | CellValue::Id(_) | CellValue::Phone(_) => {
            harmless(&text).into_owned()
        }
        CellValue::Blank
        | CellValue::Day(_)
        | CellValue::Month(_)
        | CellValue::Moment(_)
        | CellValue::Count(_)
        | CellValue::Money(_)
        | CellValue::Number(_) => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Form, Group, Heading, Money, Space};

    fn written_as(value: CellValue) -> String {
        let heading =
            Heading { id: "x", title: "x".to_owned(), form: Form::Text, space: Space::Whole, is_summed: false };
        let groups = vec![Group { title: None, rows: vec![vec![value.into()]] }];
        let listing =
            Listing { title: String::new(), summary: Vec::new(), headings: vec![heading], groups, notes: Vec::new() };
        String::from_utf8(csv(&listing, ByteOrderMark::None).unwrap()).unwrap()
    }

    #[test]
    fn text_that_would_be_computed_is_kept_text_and_numbers_stay_numbers() {
        for text in ["=1+1", "+1", "-5", "@a", "'", "＝1"] {
            assert_eq!(written_as(CellValue::Text(text.to_owned())), format!("x\n'{text}\n"));
            assert_eq!(written_as(CellValue::Phone(text.to_owned())), format!("x\n'{text}\n"));
        }
        assert_eq!(written_as(CellValue::Text("王=1".to_owned())), "x\n王=1\n");
        assert_eq!(written_as(CellValue::Count(-5)), "x\n-5\n");
        assert_eq!(written_as(CellValue::Money(Money::ZERO - Money::rounded("2.5".parse().unwrap()))), "x\n-2.50\n");
        assert_eq!(written_as(CellValue::Number("-0.5".parse().unwrap())), "x\n-0.5\n");
    }
}
