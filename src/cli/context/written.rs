//! Files that are written whole or not at all.

use crate::cli::context::fault::ReadableError;
use crate::files;
use anyhow::Result;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file whole or not at all: an older one of that name stays until the new one is complete.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    let beside = path.with_file_name(files::fitting(&name, ".new"));
    let write = || -> io::Result<()> {
        let mut file = files::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    };
    write().map_err(|error| {
        // Best effort: what is left of the attempt is hidden and overwritten by the next one.
        let _ = std::fs::remove_file(&beside);
        ReadableError::io(path, &error).into()
    })
}
