//! Why a file of rejected rows could not be written.

use crate::domain::Message;
use crate::ingest::system;
use rust_xlsxwriter::XlsxError;
use std::path::Path;
use zip::result::ZipError;

/// Why the file could not be written, as each of the writers says it.
pub enum Failure {
    Io(std::io::Error),
    Text(csv::Error),
    Book(XlsxError),
    /// More columns than a workbook can have.
    Wide,
}

/// The failure as a message.
pub fn unwritten(path: &Path, failure: Failure) -> Message {
    let why = match failure {
        Failure::Io(error) | Failure::Book(XlsxError::IoError(error) | XlsxError::ZipError(ZipError::Io(error))) => {
            system::reason(&error)
        }
        Failure::Text(error) => match error.into_kind() {
            csv::ErrorKind::Io(error) => system::reason(&error),
            _ => Message::new("ingest-io-unknown"),
        },
        Failure::Book(XlsxError::RowColumnLimitError) | Failure::Wide => Message::new("ingest-rejects-too-many"),
        Failure::Book(_) => Message::new("ingest-io-unknown"),
    };
    Message::new("ingest-rejects-unwritten").show("path", path.display()).with("error", why)
}
