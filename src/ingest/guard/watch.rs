//! A file that is read through a reader which gives nothing back for long: made to be so, or only oddly formatted?
//!
//! Guards calamine, whose cells reader passes over empty rows and formatted cells without coming back. It may go once that
//! reader gives back control, or counts what it has passed over.

use crate::ingest::guard::archive;
use crate::ingest::guard::stored::{FileBytes, OpenedBytes};
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Compressed bytes that may go by without a cell before the file is looked into: at the most that compression can do
/// they are some sixty megabytes.
const PATIENCE: u64 = 64 << 10;

/// How long nothing has come of reading, shared between the file and whoever takes the cells.
#[derive(Debug, Clone)]
pub struct ReadingTime(Arc<AtomicU64>);

/// Nothing is counted yet: opening a workbook reads much and gives no cells.
const ASLEEP: u64 = u64::MAX;

impl ReadingTime {
    /// Something came of reading; the count begins again.
    pub fn renew(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

/// A file under watch.
pub struct WatchedFile {
    file: OpenedBytes,
    stored: FileBytes,
    patience: ReadingTime,
    cleared: bool,
}

impl WatchedFile {
    /// Opens the file; the watch begins with the first [`Patience::renew`].
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(stored: &FileBytes) -> io::Result<(WatchedFile, ReadingTime)> {
        let patience = ReadingTime(Arc::new(AtomicU64::new(ASLEEP)));
        let watched =
            WatchedFile { file: stored.open()?, stored: stored.clone(), patience: patience.clone(), cleared: false };
        Ok((watched, patience))
    }
}

impl Read for WatchedFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.file.read(buffer)?;
        let used = self.patience.0.load(Ordering::Relaxed);
        if used != ASLEEP && !self.cleared {
            let used = used + len as u64;
            self.patience.0.store(used, Ordering::Relaxed);
            if used > PATIENCE {
                if !archive::sheets_are_sane(&self.stored) {
                    return Err(io::Error::other("endless markup"));
                }
                self.cleared = true;
            }
        }
        Ok(len)
    }
}

impl Seek for WatchedFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
