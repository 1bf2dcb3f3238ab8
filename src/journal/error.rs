use crate::domain::Message;
use chrono::NaiveDateTime;
use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// Why the journal could not be used.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is no such file.
    #[error("no journal at {}", file.display())]
    Missing { file: PathBuf },
    /// Another program's file.
    #[error("{} is no journal", file.display())]
    NotAJournal { file: PathBuf },
    /// Written by a newer version of this program.
    #[error("{} is of a newer version", file.display())]
    Newer { file: PathBuf },
    /// Its content is not what was written.
    #[error("{} is damaged", file.display())]
    Damaged { file: PathBuf },
    /// Another process kept it longer than we wait.
    #[error("{} is in use", file.display())]
    Busy { file: PathBuf },
    /// No room left; nothing was taken in.
    #[error("no room for {}", file.display())]
    Full { file: PathBuf },
    /// The file or its folder cannot be written.
    #[error("{} cannot be written", file.display())]
    ReadOnly { file: PathBuf },
    /// The drive failed; nothing was taken in.
    #[error("the drive of {} failed", file.display())]
    Drive { file: PathBuf },
    /// There is no such batch.
    #[error("no batch {batch}")]
    NoBatch { batch: u64, last: Option<u64> },
    /// Nothing had been imported at that moment.
    #[error("nothing was imported by {at}")]
    BeforeFirst { at: NaiveDateTime, first: Option<NaiveDateTime> },
    /// The batch was taken out before.
    #[error("batch {batch} was reverted before")]
    AlreadyReverted { batch: u64, at: NaiveDateTime },
    /// No file of that name came in with the batch.
    #[error("no file {file} in batch {batch}")]
    NoFile { batch: u64, file: String, files: Vec<String> },
    /// It counts, so there is nothing to bring back.
    #[error("batch {batch} is not reverted")]
    NotReverted { batch: u64, file: Option<String> },
    /// Anything else SQLite says.
    #[error("{}: {source}", file.display())]
    Other { file: PathBuf, source: rusqlite::Error },
}

impl JournalError {
    /// What SQLite said about that file.
    pub(super) fn of(source: rusqlite::Error, file: &Path) -> Self {
        let file = file.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => JournalError::NotAJournal { file },
            Some(ErrorCode::DatabaseCorrupt) => JournalError::Damaged { file },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => JournalError::Busy { file },
            Some(ErrorCode::DiskFull) => JournalError::Full { file },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                JournalError::ReadOnly { file }
            }
            Some(ErrorCode::SystemIoFailure) => JournalError::Drive { file },
            _ => JournalError::Other { file, source },
        }
    }

    /// A row that does not read as what this program writes.
    pub(super) fn unreadable(file: &Path) -> Self {
        JournalError::Damaged { file: file.to_owned() }
    }

    /// What could not be done, and why.
    pub fn message(&self) -> Message {
        let of = |key, file: &PathBuf| Message { key, args: Vec::new() }.show("file", file.display());
        match self {
            JournalError::Missing { file } => of("journal-missing", file),
            JournalError::NotAJournal { file } => of("journal-none", file),
            JournalError::Newer { file } => of("journal-newer", file),
            JournalError::Damaged { file } => of("journal-damaged", file),
            JournalError::Busy { file } => of("journal-busy", file),
            JournalError::Full { file } => of("journal-full", file),
            JournalError::ReadOnly { file } => of("journal-read-only", file),
            JournalError::Drive { file } => of("journal-drive", file),
            JournalError::NoBatch { batch, last: None } => Message::new("journal-no-batch-yet").show("batch", batch),
            JournalError::NoBatch { batch, last: Some(last) } => {
                Message::new("journal-no-batch").show("batch", batch).show("last", last)
            }
            JournalError::BeforeFirst { at, first } => {
                let moment = |at: &NaiveDateTime| at.format("%Y-%m-%d %H:%M:%S").to_string();
                match first {
                    None => Message::new("journal-before-any").with("at", moment(at)),
                    Some(first) => {
                        Message::new("journal-before-first").with("at", moment(at)).with("first", moment(first))
                    }
                }
            }
            JournalError::AlreadyReverted { batch, at } => {
                Message::new("journal-reverted-before").show("batch", batch).show("at", at.format("%Y-%m-%d %H:%M"))
            }
            JournalError::NoFile { batch, file, files } => Message::new("journal-no-file")
                .show("batch", batch)
                .with("file", file.as_str())
                .with("files", files.clone()),
            JournalError::NotReverted { batch, file: None } => {
                Message::new("journal-not-reverted").show("batch", batch)
            }
            JournalError::NotReverted { batch, file: Some(file) } => {
                Message::new("journal-not-reverted-file").show("batch", batch).with("file", file.as_str())
            }
            JournalError::Other { file, source } => of("journal-other", file).show("reason", source),
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> Option<Message> {
        let key = match self {
            JournalError::Missing { .. } => "journal-missing-remedy",
            JournalError::NotAJournal { .. } => "journal-none-remedy",
            JournalError::Newer { .. } => "journal-newer-remedy",
            JournalError::Damaged { .. } => "journal-damaged-remedy",
            JournalError::Busy { .. } => "journal-busy-remedy",
            JournalError::Full { .. } => "journal-full-remedy",
            JournalError::ReadOnly { .. } => "journal-read-only-remedy",
            JournalError::Drive { .. } => "journal-drive-remedy",
            JournalError::NoBatch { .. } | JournalError::BeforeFirst { .. } => "journal-no-batch-remedy",
            JournalError::AlreadyReverted { .. } => "journal-reverted-before-remedy",
            JournalError::NoFile { .. } | JournalError::NotReverted { .. } => "journal-no-batch-remedy",
            JournalError::Other { .. } => return None,
        };
        Some(Message { key, args: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn what_sqlite_says_becomes_what_a_clerk_can_act_on() {
        for (code, key) in [
            (ffi::SQLITE_BUSY, "journal-busy"),
            (ffi::SQLITE_FULL, "journal-full"),
            (ffi::SQLITE_READONLY, "journal-read-only"),
            (ffi::SQLITE_CANTOPEN, "journal-read-only"),
            (ffi::SQLITE_READONLY_DIRECTORY, "journal-read-only"),
            (ffi::SQLITE_NOTADB, "journal-none"),
            (ffi::SQLITE_CORRUPT, "journal-damaged"),
            (ffi::SQLITE_IOERR, "journal-drive"),
            (ffi::SQLITE_ERROR, "journal-other"),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            assert_eq!(JournalError::of(error, Path::new("huifang.db")).message().key, key, "{code}");
        }
    }
}
