//! What the paths on a command line hold.

use super::system;
use crate::domain::Message;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Endings that a ledger in a folder may have. A file named by itself is looked into whatever its ending.
const ENDINGS: [&str; 10] = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "et"];

/// The files to read, and what was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderListing {
    /// In the order they are read in.
    pub files: Vec<PathBuf>,
    /// What in folders is no ledger by its ending, or no file at all, each with a word about it.
    pub skipped: Vec<Message>,
}

/// The files under these paths: folders with everything in them, in name order. What programs leave behind is passed over
/// in silence ([`is_litter`]).
///
/// # Errors
/// A path does not exist or cannot be listed.
pub fn list_files(paths: &[PathBuf]) -> Result<FolderListing, Message> {
    let mut listing = FolderListing::default();
    for path in paths {
        if !path.exists() {
            return Err(Message::new("ingest-path-missing").show("path", path.display()));
        }
        if !path.is_dir() && !path.is_file() {
            return Err(Message::new("ingest-path-special").show("path", path.display()));
        }
        if path.is_file() {
            listing.files.push(path.clone());
            continue;
        }
        let before = (listing.files.len(), listing.skipped.len());
        let entries = WalkDir::new(path).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_litter(entry.path())) {
            let entry = entry.map_err(|error| {
                let place = error.path().unwrap_or(path).display().to_string();
                let why = error.io_error().map_or(Message::new("ingest-io-unknown"), system::reason);
                Message::new("ingest-path-unreadable").with("path", place).with("error", why)
            })?;
            let kind = entry.file_type();
            let said = match () {
                () if kind.is_dir() => continue,
                () if kind.is_file() && has_known_ending(entry.path()) => {
                    listing.files.push(entry.into_path());
                    continue;
                }
                () if kind.is_file() => "ingest-path-ending",
                // What it points to may lie anywhere, and would be left there when the night's files are put away.
                () if kind.is_symlink() => "ingest-path-link",
                () => "ingest-path-no-file",
            };
            listing.skipped.push(Message { key: said, args: Vec::new() }.show("path", entry.path().display()));
        }
        if (listing.files.len(), listing.skipped.len()) == before {
            return Err(Message::new("ingest-path-empty").show("path", path.display()));
        }
    }
    listing.files.dedup();
    Ok(listing)
}

/// Whether systems and office programs leave files and folders of that name behind: nobody put them there as ledgers.
pub fn is_litter(path: &Path) -> bool {
    const NAMES: [&str; 7] = [
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "$recycle.bin",
        "system volume information",
        "__macosx",
    ];
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    // Hidden files, the locks of workbooks that are open, what a program was about to write.
    name.starts_with(['.', '~']) || name.ends_with(".tmp") || NAMES.contains(&name.as_str())
}

fn has_known_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(listing: &FolderListing, root: &Path) -> Vec<String> {
        let name = |path: &PathBuf| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        listing.files.iter().map(name).collect()
    }

    #[test]
    fn folders_are_read_in_name_order_without_lock_files() {
        let dir = tempfile::tempdir().unwrap();
        for name in [
            "b.csv",
            "a/2.xlsx",
            "a/10.CSV",
            ".hidden.csv",
            "~$b.xlsx",
            ".git/x.csv",
            "c.pdf",
            "Thumbs.db",
            "thumbs.db",
            "desktop.ini",
            ".DS_Store",
            "__MACOSX/._b.csv",
            "~WRL0001.tmp",
            "0A1B2C.tmp",
        ] {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let listing = list_files(&[dir.path().to_owned()]).unwrap();
        assert_eq!(names(&listing, dir.path()), ["a/10.CSV", "a/2.xlsx", "b.csv"]);
        assert_eq!(listing.skipped.iter().map(|message| message.key).collect::<Vec<_>>(), ["ingest-path-ending"]);
        let named = list_files(&[dir.path().join("c.pdf")]).unwrap();
        assert_eq!(names(&named, dir.path()), ["c.pdf"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_passed_over_with_a_word() {
        let dir = tempfile::tempdir().unwrap();
        let (folder, file) = (dir.path().join("inbox"), dir.path().join("回访.csv"));
        fs::create_dir(&folder).unwrap();
        fs::write(&file, "x").unwrap();
        std::os::unix::fs::symlink(&file, folder.join("回访.csv")).unwrap();
        std::os::unix::fs::symlink(dir.path(), folder.join("别处")).unwrap();
        let listing = list_files(std::slice::from_ref(&folder)).unwrap();
        assert!(listing.files.is_empty());
        assert_eq!(listing.skipped.iter().map(|message| message.key).collect::<Vec<_>>(), ["ingest-path-link"; 2]);
        // Named by itself it is what is meant.
        assert_eq!(list_files(&[folder.join("回访.csv")]).unwrap().files.len(), 1);
    }

    #[test]
    fn paths_that_hold_nothing_are_said() {
        let dir = tempfile::tempdir().unwrap();
        let key = |path: PathBuf| list_files(&[path]).unwrap_err().key;
        assert_eq!(key(dir.path().join("no")), "ingest-path-missing");
        assert_eq!(key(dir.path().to_owned()), "ingest-path-empty");
    }
}
