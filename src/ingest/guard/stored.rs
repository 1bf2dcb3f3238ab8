//! A workbook's bytes as the readers take them: those on the disk, or what was unlocked of them.

use crate::domain::Message;
use crate::ingest::system::unreadable;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

/// Where the bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    OnDisk(PathBuf),
    /// Under Excel's built-in password; only memory holds them plain.
    Unlocked(Arc<[u8]>),
}

impl Stored {
    /// Opens them at their beginning.
    ///
    /// # Errors
    /// The file is gone or cannot be read.
    pub fn open(&self) -> io::Result<Opened> {
        Ok(match self {
            Stored::OnDisk(path) => Opened::File(File::open(path)?),
            Stored::Unlocked(bytes) => Opened::Bytes(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// As [`Stored::open`], with the reason in words.
    pub fn opened(&self) -> Result<Opened, Message> {
        self.open().map_err(|error| unreadable(&error))
    }
}

/// Bytes that have been opened.
#[derive(Debug)]
pub enum Opened {
    File(File),
    Bytes(Cursor<Arc<[u8]>>),
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Opened::File(file) => file.read(buffer),
            Opened::Bytes(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Opened {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Opened::File(file) => file.seek(to),
            Opened::Bytes(bytes) => bytes.seek(to),
        }
    }
}
