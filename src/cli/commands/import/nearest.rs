//! What to say of a path that is not there.

use crate::cli::context::fault::ReadableError;
use crate::domain::Message;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

/// That it is missing, and the nearest name that is not.
pub fn missing(path: &Path) -> ReadableError {
    let said = ReadableError::new(Message::new("cli-import-missing").show("path", path.display()));
    if path.is_symlink() {
        return said.remedy(Message::new("cli-import-missing-link"));
    }
    said.remedy(match nearest(path) {
        Some(near) => Message::new("cli-import-missing-near").show("near", near.display()),
        None => Message::new("cli-import-missing-remedy"),
    })
}

/// The path beside it with the name most like it.
fn nearest(path: &Path) -> Option<PathBuf> {
    let wanted = path.file_name()?.to_string_lossy().to_lowercase();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let like = |entry: DirEntry| {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let whole = strsim::normalized_damerau_levenshtein(&wanted, &name);
        let bare = strsim::normalized_damerau_levenshtein(without_ending(&wanted), without_ending(&name));
        (whole.max(bare), entry.file_name())
    };
    // What looks the same is no suggestion.
    let shown = path.file_name()?.to_string_lossy();
    let is_other = |entry: &DirEntry| entry.file_name().to_string_lossy() != shown;
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?.flatten().filter(is_other);
    let near = entries.map(like).filter(|(like, _)| *like >= 0.6);
    let (_, name) = near.max_by(|(a, name), (b, other)| a.total_cmp(b).then(other.cmp(name)))?;
    Some(folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name)))
}

fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(bare, _)| bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_mistyped_name_is_answered_with_the_nearest() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("四月报名.csv"), "").unwrap();
        let near = |name: &str| nearest(&folder.path().join(name)).map(|path| path.file_name().unwrap().to_owned());
        assert_eq!(near("四月报名.xlsx"), Some("四月报名.csv".into()));
        assert_eq!(near("三月报名.csv"), Some("四月报名.csv".into()));
        assert_eq!(near("roster.csv"), None);
        assert_eq!(near("四月报名.CSV"), Some("四月报名.csv".into()));
        // The very same path may be asked for again where it went in between; it is no suggestion.
        assert_eq!(near("四月报名.csv"), None);
    }
}
