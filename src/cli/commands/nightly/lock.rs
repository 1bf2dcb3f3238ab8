//! One night's job at a time: a second one must not move what the first one is reading.

use crate::cli::context::fault::ReadableError;
use crate::cli::context::workspace::Workspace;
use crate::domain::Message;
use crate::files;
use anyhow::Result;
use chrono::NaiveDateTime;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};

/// Holds the workspace until it is dropped; the system lets go of it when the process ends, however that happens.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the workspace, or says who has it.
    pub fn take(workspace: &Workspace, now: NaiveDateTime) -> Result<Lock> {
        let path = workspace.lock_file();
        let io = |error: std::io::Error| ReadableError::place(&path, &error);
        let mut file = files::open_or_create(&path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Where a locked file cannot be read, it is still said that somebody has it.
                let _ = file.read_to_string(&mut holder);
                let message = Message::new("cli-nightly-locked").with("holder", holder.trim());
                return Err(ReadableError::new(message).remedy(Message::new("cli-nightly-locked-remedy")).into());
            }
            Err(TryLockError::Error(error)) => return Err(io(error).into()),
        }
        let holder = format!("{} (PID {})", now.format("%Y-%m-%d %H:%M:%S"), std::process::id());
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(holder.as_bytes())).map_err(io)?;
        Ok(Lock { _file: file })
    }
}
