//! What every format implements.

use super::setting::ExportSetting;
use crate::report::{Listing, Medium, Narrative, Records};
use chrono::NaiveDate;

/// A report as formats ask for it; each asks only for what it writes.
pub trait Report {
    /// Its rows for programs.
    ///
    /// # Errors
    /// A row that cannot be said in JSON.
    fn records(&mut self) -> Result<StampedRecords, ExportError>;

    /// The same to be read, with its stamp as the last line.
    fn page(&mut self) -> ReportLayout;

    /// The same to be worked on in a spreadsheet, for that medium; none: it is told in paragraphs only.
    fn sheet(&mut self, medium: Medium) -> Option<Listing>;

    /// What it was made of, for formats that keep it apart from what they show; none: nothing is known of that.
    ///
    /// # Errors
    /// A stamp that cannot be said in JSON.
    fn stamp(&mut self) -> Result<Option<StampLine>, ExportError>;
}

/// What a report was made of, as it is shown and as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampLine {
    /// For people.
    pub line: String,
    /// The same as JSON.
    pub json: String,
    /// The day the books were read at.
    pub as_of: NaiveDate,
}

/// Rows for programs, and the stamp they are to be wrapped with, where that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampedRecords {
    /// The rows.
    pub records: Records,
    /// The stamp as JSON; none: the rows stand alone.
    pub stamp: Option<String>,
}

/// How a report is laid out to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportLayout {
    /// In columns.
    Listing(Listing),
    /// In paragraphs.
    Narrative(Narrative),
}

/// A report that cannot be written so.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A row that cannot be said in JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A row that cannot be written as CSV.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    /// A page of HTML that cannot be written.
    #[error(transparent)]
    Html(#[from] askama::Error),
    /// A workbook that cannot be written: it has more rows than a sheet can hold.
    #[error(transparent)]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// It is told in paragraphs, and a spreadsheet has none.
    #[error("no rows for a spreadsheet")]
    NoSheet,
}

/// A format (`--format`). Nothing that implements it prints, touches a file or knows which report it writes.
pub trait Exporter: Sync {
    /// The name it is asked for by: `csv`.
    fn id(&self) -> &'static str;

    /// The ending of the files that are written so.
    fn ending(&self) -> &'static str {
        self.id()
    }

    /// What it lays reports out for; none: programs, which get rows.
    fn medium(&self) -> Option<Medium>;

    /// Whether its bytes are text, which a terminal shows.
    fn is_text(&self) -> bool {
        true
    }

    /// The report's bytes.
    ///
    /// # Errors
    /// Something in it cannot be written so.
    fn export(&self, report: &mut dyn Report, on: &ExportSetting<'_>) -> Result<Vec<u8>, ExportError>;
}
