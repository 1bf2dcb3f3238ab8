//! Text for a terminal or a printer: listings as tables, answers as paragraphs.

use super::exporter::{ExportError, Exporter, Report, ReportLayout};
use super::narrative::narrative;
use super::setting::ExportSetting;
use super::table::table;
use crate::report::Medium;

/// `table`
pub(super) struct TextExporter;

impl Exporter for TextExporter {
    fn id(&self) -> &'static str {
        "table"
    }

    fn ending(&self) -> &'static str {
        "txt"
    }

    fn medium(&self) -> Option<Medium> {
        Some(Medium::Page)
    }

    fn export(&self, report: &mut dyn Report, on: &ExportSetting<'_>) -> Result<Vec<u8>, ExportError> {
        Ok(match report.page() {
            ReportLayout::Listing(listing) => table(&listing, on.page),
            ReportLayout::Narrative(told) => narrative(&told, on.page),
        })
    }
}
