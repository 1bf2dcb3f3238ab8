//! What the paths on a command line hold.

use super::system;
use crate::domain::Message;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Endings that a ledger in a folder may have. A file named by itself is looked into whatever its ending.
const ENDINGS: [&str; 10] = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "et"];

/// The files to read, and what was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// In the order they are read in.
    pub files: Vec<PathBuf>,
    /// Files in folders that are no ledgers by their ending, each with a word about it.
    pub skipped: Vec<Message>,
}

/// The files under these paths: folders with everything in them, in name order. Lock files of open workbooks and hidden
/// files are passed over in silence.
///
/// # Errors
/// A path does not exist or cannot be listed.
pub fn list_files(paths: &[PathBuf]) -> Result<Listing, Message> {
    let mut listing = Listing::default();
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
        let before = listing.files.len();
        let entries = WalkDir::new(path).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry.path())) {
            let entry = entry.map_err(|error| {
                let place = error.path().unwrap_or(path).display().to_string();
                let why = error.io_error().map_or(Message::new("ingest-io-unknown"), system::reason);
                Message::new("ingest-path-unreadable").with("path", place).with("error", why)
            })?;
            if !entry.file_type().is_file() {
                continue;
            }
            if has_known_ending(entry.path()) {
                listing.files.push(entry.into_path());
            } else {
                listing.skipped.push(Message::new("ingest-path-ending").show("path", entry.path().display()));
            }
        }
        if listing.files.len() == before {
            return Err(Message::new("ingest-path-empty").show("path", path.display()));
        }
    }
    listing.files.dedup();
    Ok(listing)
}

fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with('.') || name.starts_with("~$") || ["Thumbs.db", "desktop.ini"].contains(&&*name)
}

fn has_known_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(listing: &Listing, root: &Path) -> Vec<String> {
        let name = |path: &PathBuf| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        listing.files.iter().map(name).collect()
    }

    #[test]
    fn folders_are_read_in_name_order_without_lock_files() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a/2.xlsx", "a/10.CSV", ".hidden.csv", "~$b.xlsx", ".git/x.csv", "c.pdf"] {
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

    #[test]
    fn paths_that_hold_nothing_are_said() {
        let dir = tempfile::tempdir().unwrap();
        let key = |path: PathBuf| list_files(&[path]).unwrap_err().key;
        assert_eq!(key(dir.path().join("no")), "ingest-path-missing");
        assert_eq!(key(dir.path().to_owned()), "ingest-path-empty");
    }
}
