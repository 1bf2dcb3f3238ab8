//! A report that was given out, read back with its stamp.

use super::{book_differences, differences};
use crate::cli::context::fault::ReadableError;
use crate::cli::output::stamping::{beside, digest};
use crate::domain::Message;
use crate::ingest::{PlainBook, is_zipped, plain_book};
use crate::report::{ReportDifference, Stamp};
use anyhow::Result;
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A report that was given out, with its stamp.
pub struct StampedReport {
    file: PathBuf,
    pub stamp: Stamp,
    content: ReportContent,
    /// The digest of the file as it is.
    digest: String,
}

/// What a report says.
enum ReportContent {
    /// The rows of an envelope.
    Json(Value),
    Csv(Vec<u8>),
    Book(PlainBook),
    /// A page without its closing line.
    Page(String),
    /// A page of HTML without its closing line.
    Html(String),
}

#[derive(Deserialize)]
struct Envelope {
    stamp: Stamp,
    rows: Value,
}

impl StampedReport {
    /// Reads it: an envelope, a page with its closing line, a workbook with the stamp in its properties, or a sheet with
    /// the stamp beside it.
    ///
    /// # Errors
    /// It has no stamp, or one that does not read.
    pub fn read(file: &Path) -> Result<StampedReport> {
        let bytes = std::fs::read(file).map_err(|error| ReadableError::io(file, &error))?;
        let unstamped = || {
            ReadableError::new(Message::new("cli-verify-unstamped").show("file", file.display()))
                .remedy(Message::new("cli-verify-unstamped-remedy"))
        };
        let side = beside(file);
        let (stamp, content) = if let Ok(Envelope { stamp, rows }) = serde_json::from_slice(&bytes) {
            (stamp, ReportContent::Json(rows))
        } else if is_zipped(&bytes) {
            let book = plain_book(bytes.clone()).map_err(ReadableError::from)?;
            let stamp = book.comment.as_deref().and_then(|comment| serde_json::from_str(comment).ok());
            (stamp.ok_or_else(unstamped)?, ReportContent::Book(book))
        } else if side.exists() {
            let text = std::fs::read(&side).map_err(|error| ReadableError::io(&side, &error))?;
            let stamp = serde_json::from_slice(&text);
            let wrong = |_| ReadableError::new(Message::new("cli-verify-stamp").show("file", side.display()));
            (stamp.map_err(wrong)?, ReportContent::Csv(bytes.clone()))
        } else {
            let text = String::from_utf8(bytes.clone()).map_err(|_| unstamped())?;
            match of_html(&text) {
                Some((stamp, page)) => (stamp, ReportContent::Html(page)),
                None => {
                    let (stamp, lines) = Stamp::of_page(&text).ok_or_else(unstamped)?;
                    (stamp, ReportContent::Page(without_end(&text, lines)))
                }
            }
        };
        Ok(StampedReport { file: file.to_owned(), stamp, content, digest: digest(&bytes) })
    }

    /// Whether the file is known not to be as it was given out.
    pub fn is_changed(&self) -> bool {
        self.stamp.content.as_ref().is_some_and(|content| *content != self.digest)
    }

    /// Where it differs from what is derived now.
    pub fn differences(&self, again: &[u8]) -> Result<Vec<ReportDifference>> {
        let unreadable = || ReadableError::new(Message::new("cli-verify-unreadable").show("file", self.file.display()));
        Ok(match &self.content {
            ReportContent::Json(rows) => differences::json(rows, &serde_json::from_slice(again)?),
            ReportContent::Csv(bytes) => differences::csv(bytes, again).ok_or_else(unreadable)?,
            ReportContent::Book(book) => {
                let again = plain_book(again.to_vec()).map_err(ReadableError::from)?;
                book_differences::book(book, &again)
            }
            ReportContent::Page(page) => {
                let again = String::from_utf8_lossy(again);
                // Its last line tells the version too, which the report need not share.
                let lines = Stamp::of_page(&again).map_or(0, |(_, lines)| lines);
                differences::page(page, &without_end(&again, lines))
            }
            ReportContent::Html(page) => {
                let again = String::from_utf8_lossy(again);
                differences::page(page, &of_html(&again).map_or_else(String::new, |(_, page)| page))
            }
        })
    }
}

/// The stamp in the last paragraph of a page of HTML, and the page without that line.
fn of_html(text: &str) -> Option<(Stamp, String)> {
    let lines: Vec<&str> = text.lines().collect();
    lines.first().filter(|first| first.eq_ignore_ascii_case("<!doctype html>"))?;
    let at = lines.iter().rposition(|line| line.starts_with("<p>"))?;
    let closing = lines[at].strip_prefix("<p>")?.strip_suffix("</p>")?;
    // What the page's template writes for the characters that mean something to HTML.
    let escapes = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    let said = escapes.into_iter().fold(closing.to_owned(), |said, (escape, char)| said.replace(escape, char));
    let (stamp, _) = Stamp::of_page(&said)?;
    let page = [&lines[..at], &lines[at + 1..]].concat().join("\n");
    Some((Stamp { format: "html".to_owned(), ..stamp }, page))
}

fn without_end(page: &str, lines: usize) -> String {
    let all: Vec<&str> = page.lines().collect();
    let mut kept = all.get(..all.len().saturating_sub(lines)).unwrap_or_default().join("\n");
    kept.truncate(kept.trim_end().len());
    kept
}
