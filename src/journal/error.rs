//! Why the journal could not be used.

use crate::domain::Message;
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};

/// Why the journal could not be used.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is no such file.
    #[error("no journal at {}", file.display())]
    Missing {
        /// The journal.
        file: PathBuf,
    },
    /// Another program's file.
    #[error("{} is no journal", file.display())]
    NotAJournal {
        /// The journal.
        file: PathBuf,
    },
    /// Written by a newer version of this program.
    #[error("{} is of a newer version", file.display())]
    Newer {
        /// The journal.
        file: PathBuf,
    },
    /// Its content is not what was written.
    #[error("{} is damaged", file.display())]
    Damaged {
        /// The journal.
        file: PathBuf,
    },
    /// Another process kept it longer than we wait.
    #[error("{} is in use", file.display())]
    Busy {
        /// The journal.
        file: PathBuf,
    },
    /// No room left; nothing was taken in.
    #[error("no room for {}", file.display())]
    Full {
        /// The journal.
        file: PathBuf,
    },
    /// The file or its folder cannot be written.
    #[error("{} cannot be written", file.display())]
    ReadOnly {
        /// The journal.
        file: PathBuf,
    },
    /// The drive failed; nothing was taken in.
    #[error("the drive of {} failed", file.display())]
    Drive {
        /// The journal.
        file: PathBuf,
    },
    /// There is no such batch.
    #[error("no batch {batch}")]
    NoBatch {
        /// The one asked for.
        batch: u64,
        /// The newest there is; none: there is none.
        last: Option<u64>,
    },
    /// Nothing had been imported at that moment.
    #[error("nothing was imported by {at}")]
    BeforeFirst {
        /// The moment asked for.
        at: NaiveDateTime,
        /// When the first batch was made; none: there is none.
        first: Option<NaiveDateTime>,
    },
    /// The batch was taken out before.
    #[error("batch {batch} was reverted before")]
    AlreadyReverted {
        /// The one asked for.
        batch: u64,
        /// When it was.
        at: NaiveDateTime,
    },
    /// No file of that name came in with the batch.
    #[error("no file {file} in batch {batch}")]
    NoFile {
        /// The one asked for.
        batch: u64,
        /// The name asked for.
        file: String,
        /// The names that came with the batch, sorted.
        files: Vec<String>,
    },
    /// It counts, so there is nothing to bring back.
    #[error("batch {batch} is not reverted")]
    NotReverted {
        /// The one asked for.
        batch: u64,
        /// The file asked for; none: all of the batch.
        file: Option<String>,
    },
    /// Anything else the store says.
    #[error("{}: {source}", file.display())]
    Other {
        /// The journal.
        file: PathBuf,
        /// What it says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl JournalError {
    /// A row that does not read as what this program writes.
    pub(super) fn unreadable(file: &Path) -> Self {
        JournalError::Damaged { file: file.to_owned() }
    }

    /// What could not be done, and why, as a message.
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

    /// What to do about the error, as a message; none: nothing can be done here.
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
