//! Where a file that came in before lies now: in the archive, if the night put it away.

use crate::cli::context::command::CommandContext;
use crate::cli::context::workspace::Workspace;
use crate::domain::Message;
use crate::journal::FileToReimport;
use crate::report::WaitingFile;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Looks for it where it lay, then in the archive.
pub fn lying(again: &FileToReimport, workspace: &Workspace, context: &CommandContext) -> WaitingFile {
    let found = Some(again.path.clone()).filter(|path| is(path, again)).or_else(|| archived(again, workspace));
    let shown = |path: PathBuf| path.strip_prefix(&context.env.folder).unwrap_or(&path).display().to_string();
    WaitingFile { batch: again.batch, file: again.file.clone(), path: found.map(shown) }
}

/// The command that takes it in once more, or that it has to be found first.
pub fn import_again(file: &WaitingFile, context: &CommandContext) -> String {
    match &file.path {
        Some(path) => format!("  {}", context.call(&["import", path])),
        None => {
            let gone = Message::new("cli-revert-again-gone").with("file", file.file.as_str());
            format!("  {}", context.texts.say(&gone))
        }
    }
}

/// Whether that is the file, byte by byte.
fn is(path: &Path, again: &FileToReimport) -> bool {
    let mut hasher = blake3::Hasher::new();
    // One that cannot be read is not found.
    File::open(path).is_ok_and(|file| hasher.update_reader(file).is_ok()) && *hasher.finalize().as_bytes() == again.hash
}

/// Its name in the archive may have a number behind it.
fn archived(again: &FileToReimport, workspace: &Workspace) -> Option<PathBuf> {
    let stem = Path::new(&again.file).file_stem().unwrap_or_default().to_string_lossy();
    let files = walkdir::WalkDir::new(workspace.archive()).sort_by_file_name().into_iter().flatten();
    let named = files
        .filter(|entry| entry.file_type().is_file() && entry.file_name().to_string_lossy().starts_with(stem.as_ref()));
    named.map(walkdir::DirEntry::into_path).find(|path| is(path, again))
}
