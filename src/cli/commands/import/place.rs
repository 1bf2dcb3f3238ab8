//! Where something stands, in words.

use std::path::Path;

/// A file's name, without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file, and the sheet in it.
pub fn place(file: &str, sheet: Option<&str>) -> String {
    match sheet {
        Some(sheet) => format!("{file} {sheet}"),
        None => file.to_owned(),
    }
}
