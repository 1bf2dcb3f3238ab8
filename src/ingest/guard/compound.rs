//! OLE files, looked through before calamine follows their chains of sectors: it does so without counting, so a chain that loops
//! would never end.
//!
//! `cfb` follows every chain of what is asked for and says where one loops or leaves the file. This guard, and the copy of the
//! stream it makes, may go once calamine reads these files through a reader that does so itself.

use crate::domain::Message;
use crate::ingest::guard::shield;
use std::io::{Cursor, Read};

/// No old workbook is larger, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// An OLE file (复合文档) whose tables and directory are whole.
pub struct Compound<'a>(cfb::CompoundFile<Cursor<&'a [u8]>>);

fn damaged<E>(_: E) -> Message {
    Message::new("ingest-book-damaged")
}

impl<'a> Compound<'a> {
    /// Looks through the file's tables and directory.
    ///
    /// # Errors
    /// It is too large, or damaged: its tables or its directory loop or leave the file.
    pub fn read(bytes: &'a [u8]) -> Result<Compound<'a>, Message> {
        if bytes.len() as u64 > LARGEST {
            return Err(Message::new("ingest-book-large"));
        }
        shield::run(|| cfb::CompoundFile::open(Cursor::new(bytes)).map(Compound).map_err(damaged))
    }

    /// Whether it has a stream or folder of that name, in capitals or not.
    pub fn has(&self, name: &str) -> bool {
        self.0.exists(name)
    }

    /// The stream of that name; none if there is none.
    ///
    /// # Errors
    /// Its chain of sectors loops or leaves the file.
    pub fn stream(&mut self, name: &str) -> Option<Result<Vec<u8>, Message>> {
        let file = &mut self.0;
        file.is_stream(name).then(|| {
            shield::run(|| {
                let mut bytes = Vec::new();
                let stream = file.open_stream(name).map_err(damaged)?;
                stream.take(LARGEST).read_to_end(&mut bytes).map_err(damaged)?;
                Ok(bytes)
            })
        })
    }
}
