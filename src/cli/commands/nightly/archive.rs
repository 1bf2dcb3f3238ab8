//! Out of the inbox with what was taken in; what was refused stays for somebody to look at.

use crate::cli::commands::import::{FileRow, Imported};
use crate::cli::context::command::CommandContext;
use crate::cli::context::fault::reason;
use crate::cli::context::workspace::Workspace;
use crate::domain::Message;
use crate::files;
use std::io;
use std::path::{Path, PathBuf};

/// Moves the files whose every ledger was read to the day's folder in `archive/`; gives where they are now. One that cannot
/// be moved stays and is said: taken in again tomorrow, it adds nothing.
pub fn archive(imported: &Imported, workspace: &Workspace, context: &mut CommandContext) -> Vec<String> {
    let folder = workspace.archive().join(context.as_of().to_string());
    let mut moved = Vec::new();
    for file in imported.files.iter().filter(|file| file.is_taken()) {
        match put_away(file, &folder, workspace) {
            Ok(path) => moved.push(path.display().to_string()),
            Err(error) => {
                let message = Message::new("cli-nightly-not-moved").with("path", file.path.as_str());
                context.warn(&message.with("reason", reason(&error)));
            }
        }
    }
    moved
}

fn put_away(file: &FileRow, folder: &Path, workspace: &Workspace) -> io::Result<PathBuf> {
    // Not the name as it is shown: one that is no UTF-8 is shown with characters replaced.
    let path = file.place.as_path();
    let inside = path.strip_prefix(workspace.inbox()).unwrap_or(path);
    let to = free(&folder.join(inside));
    if let Some(parent) = to.parent() {
        files::create_folder(parent)?;
    }
    match std::fs::rename(path, &to) {
        // The inbox may be a folder of another drive.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            std::fs::copy(path, &to)?;
            std::fs::remove_file(path)?;
        }
        other => other?,
    }
    files::keep_private(&to)?;
    Ok(to)
}

/// The name itself, or the first numbered one that is free: nothing in the archive is ever overwritten.
fn free(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let numbered = (2..).map(|number| path.with_file_name(files::numbered(name, number)));
    let mut names = std::iter::once(path.to_owned()).chain(numbered);
    names.find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(free(&at("回访.csv")), at("回访.csv"));
        std::fs::write(at("回访.csv"), "").unwrap();
        assert_eq!(free(&at("回访.csv")), at("回访 (2).csv"));
        std::fs::write(at("回访 (2).csv"), "").unwrap();
        assert_eq!(free(&at("回访.csv")), at("回访 (3).csv"));
    }
}
