//! CSV in UTF-8 or GB18030, for spreadsheets and programs that read lines.

use super::exporter::{ExportError, Exporter, Report};
use super::setting::{ByteOrderMark, ExportSetting, TextEncoding};
use super::visible::visible;
use super::written::written;
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
    writer.write_record(listing.headings.iter().map(|heading| heading.title.as_str()))?;
    for row in listing.groups.iter().flat_map(|group| &group.rows) {
        writer.write_record(row.iter().map(|cell| harmless(&cell.value)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The value, so written that a spreadsheet shows it and does not compute it.
fn harmless(value: &CellValue) -> String {
    let written = written(value);
    let text = visible(&written);
    let starts_formula = |char: char| matches!(char, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    match value {
        CellValue::Text(_) | CellValue::Word(_) | CellValue::Id(_) if text.starts_with(starts_formula) => {
            format!("'{text}")
        }
        _ => text.into_owned(),
    }
}
