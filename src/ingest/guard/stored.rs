//! A workbook's bytes as the readers take them: those on the disk, or what was unlocked of them.

use crate::domain::Message;
use crate::ingest::system::unreadable;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

/// Where the bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileBytes {
    OnDisk(PathBuf),
    /// Under Excel's built-in password; only memory holds them plain.
    Unlocked(Arc<[u8]>),
}

impl FileBytes {
    /// A reader over the bytes from their beginning.
    ///
    /// # Errors
    /// The file is gone or cannot be read.
    pub fn open(&self) -> io::Result<OpenedBytes> {
        Ok(match self {
            FileBytes::OnDisk(path) => OpenedBytes::File(File::open(path)?),
            FileBytes::Unlocked(bytes) => OpenedBytes::Bytes(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// As [`Stored::open`], with the reason in words.
    pub fn opened(&self) -> Result<OpenedBytes, Message> {
        self.open().map_err(|error| unreadable(&error))
    }
}

/// Bytes that have been opened.
#[derive(Debug)]
pub enum OpenedBytes {
    File(File),
    Bytes(Cursor<Arc<[u8]>>),
}

impl Read for OpenedBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            OpenedBytes::File(file) => file.read(buffer),
            OpenedBytes::Bytes(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for OpenedBytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            OpenedBytes::File(file) => file.seek(to),
            OpenedBytes::Bytes(bytes) => bytes.seek(to),
        }
    }
}
