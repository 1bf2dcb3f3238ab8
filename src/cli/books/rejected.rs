//! Files of rejected rows: those of which every row is settled lie in `rejects/done/`.

use crate::cli::context::command::CommandContext;
use crate::cli::context::workspace::Workspace;
use crate::domain::Message;
use crate::files;
use crate::journal::{Journal, KnownRejection};
use crate::report::OutstandingRows;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The outstanding rows, counted by the file they stood in first.
pub fn by_file(rows: &[KnownRejection]) -> Vec<OutstandingRows> {
    let mut files: BTreeMap<&str, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for KnownRejection { row, .. } in rows {
        let of = files.entry(&row.file).or_default();
        of.0 += 1;
        of.1.insert(&row.written);
    }
    let file = |(file, (rows, names)): (&str, (usize, BTreeSet<&str>))| OutstandingRows {
        file: file.to_owned(),
        rows,
        rejects: names.into_iter().map(str::to_owned).collect(),
    };
    files.into_iter().map(file).collect()
}

/// Moves the files all whose rows are settled to `done/`, and those back in which one is outstanding again.
///
/// # Errors
/// The journal cannot be read.
pub fn put_away(workspace: &Workspace, journal: &Journal, context: &mut CommandContext) -> Result<()> {
    let folder = workspace.rejects();
    let open: BTreeSet<String> = journal.outstanding()?.into_iter().map(|noted| noted.row.written).collect();
    let done = folder.join("done");
    for name in journal.files_of_rejected()? {
        let (here, there) = (folder.join(&name), done.join(&name));
        let (from, to) = match open.contains(&name) {
            true if !here.exists() && there.is_file() => (there, here),
            false if here.is_file() => (here, free(&done, &name)),
            _ => continue,
        };
        // One that somebody has open may stay where it is until the next time.
        let moved = files::create_folder(&done).and_then(|()| std::fs::rename(&from, &to));
        if moved.is_ok() && to.starts_with(&done) {
            let message = Message::new("cli-rejects-done").with("file", name.as_str());
            context.note(&message.show("folder", done.display()));
        }
    }
    Ok(())
}

/// The name itself, or the first numbered one that is free.
fn free(folder: &Path, name: &str) -> PathBuf {
    let numbered = (2..).map(|number| folder.join(files::numbered(name.as_ref(), number)));
    let mut names = std::iter::once(folder.join(name)).chain(numbered);
    names.find(|path| !path.exists()).unwrap_or_else(|| folder.join(name))
}
