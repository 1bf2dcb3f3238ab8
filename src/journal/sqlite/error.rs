//! What SQLite says, as what can be acted on.

use crate::journal::error::JournalError;
use rusqlite::ErrorCode;
use std::path::Path;

/// The error that stands for what SQLite said about that file.
pub fn of(source: rusqlite::Error, file: &Path) -> JournalError {
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
        _ => JournalError::Other { file, source: Box::new(source) },
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
            assert_eq!(of(error, Path::new("huifang.db")).message().key, key, "{code}");
        }
    }
}
