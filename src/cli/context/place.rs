//! Where something stands, in words.

use crate::domain::{Books, Message, Seq};
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

/// Where a row of the books stands; none where there is no such row.
pub fn of_row(books: &Books, row: Seq) -> Option<Message> {
    let entry = books.entry(row)?;
    let source = books.sources.get(entry.source as usize)?;
    let file = place(&source.file, source.sheet.as_deref());
    Some(Message::new("cli-place").with("file", file).show("row", entry.line))
}
