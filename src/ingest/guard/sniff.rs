//! What a file is by its content; its name is not trusted.

use crate::domain::Message;
use crate::ingest::book::BookFormat;
use crate::ingest::guard::archive::{self, Archive};
use crate::ingest::guard::compound::{self, Compound};
use crate::ingest::guard::stored::FileBytes;
use crate::ingest::guard::{biff, locked, shield};
use crate::ingest::system::unreadable;
use crate::ingest::text::encoding::{self, TextSurvey};
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileContent {
    Text(TextSurvey),
    /// A web page.
    Html(TextSurvey),
    Book(BookFormat, FileBytes),
}

/// What the file is by its first bytes and what it holds.
///
/// # Errors
/// It cannot be read, is empty, or is something else than a ledger: what it is and what to do.
pub fn content(path: &Path) -> Result<FileContent, Message> {
    let mut file = File::open(path).map_err(|error| unreadable(&error))?;
    let mut start = Vec::new();
    (&mut file).take(4096).read_to_end(&mut start).map_err(|error| unreadable(&error))?;
    if start.is_empty() {
        return Err(Message::new("ingest-file-empty"));
    }
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|mark| start.starts_with(*mark)) {
        return zipped(FileBytes::OnDisk(path.to_owned()));
    }
    // Something was put before the archive, as downloads do; its directory is found from behind.
    if start.contains(&0) && start.windows(4).any(|mark| mark == b"PK\x03\x04") {
        return zipped(FileBytes::OnDisk(path.to_owned()));
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(file, path);
    }
    if let [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04..=0x10, 0x00, ..] = start[..] {
        return Err(Message::new("ingest-file-old-excel"));
    }
    if let Some(what) = foreign(&start) {
        return Err(Message::new("ingest-file-foreign").with("what", what));
    }
    let survey = encoding::survey(|| File::open(path)).map_err(|error| unreadable(&error))?;
    let survey = survey.map_err(|what| match what {
        encoding::Unreadable::Big5 => Message::new("ingest-text-big5"),
        encoding::Unreadable::Unknown => Message::new("ingest-text-encoding"),
    })?;
    let utf16 = matches!(survey.encoding, encoding::Encoding::Utf16Le | encoding::Encoding::Utf16Be);
    if start.contains(&0) && !utf16 {
        return Err(Message::new("ingest-file-binary"));
    }
    match markup(&start) {
        Some(Markup::Html) => Ok(FileContent::Html(survey)),
        Some(Markup::Xml) => Err(Message::new("ingest-file-xml")),
        None => Ok(FileContent::Text(survey)),
    }
}

/// The signatures of things that are dropped into an inbox by mistake.
fn foreign(start: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 9] = [
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"Rar!", "RAR"),
        (b"7z\xBC\xAF", "7z"),
        (b"\x1F\x8B", "gzip"),
        (b"{\\rtf", "RTF"),
        (b"SQLite format 3", "SQLite"),
    ];
    SIGNATURES.iter().find(|(signature, _)| start.starts_with(signature)).map(|(_, name)| *name)
}

enum Markup {
    Html,
    Xml,
}

/// Web pages and XML that were given the name of a workbook.
fn markup(start: &[u8]) -> Option<Markup> {
    let text: String = start.iter().filter(|byte| **byte != 0).map(|byte| byte.to_ascii_lowercase() as char).collect();
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    let has = |tags: &[&str]| tags.iter().any(|tag| text.contains(tag));
    match text.starts_with('<') {
        // Excel's own XML has tables too, but no page could be read out of them.
        true if has(&["<workbook"]) && !has(&["<html"]) => Some(Markup::Xml),
        true if has(&["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<div", "<style"]) => {
            Some(Markup::Html)
        }
        true if has(&["<?xml", "<!doctype"]) => Some(Markup::Xml),
        _ => None,
    }
}

fn zipped(stored: FileBytes) -> Result<FileContent, Message> {
    let mut archive = archive::open(&stored)?;
    let format = unpacked(&mut archive)?;
    shield::run(|| archive::check(&mut archive, format))?;
    Ok(FileContent::Book(format, stored))
}

fn unpacked(archive: &mut Archive) -> Result<BookFormat, Message> {
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |name: &str| names.iter().any(|file| file == name);
    if has("xl/workbook.bin") {
        return Ok(BookFormat::Xlsb);
    }
    let part = |start: &str| names.iter().any(|file| file.replace('\\', "/").starts_with(start));
    if has("mimetype") || has("content.xml") {
        let mut kind = String::new();
        if let Ok(entry) = archive.by_name("mimetype") {
            // Damage shows when the book is opened.
            let _ = entry.take(64).read_to_string(&mut kind);
        }
        const OTHERS: [(&str, &str); 5] = [
            ("application/vnd.oasis.opendocument.text", "OpenDocument Text"),
            ("application/vnd.oasis.opendocument.presentation", "OpenDocument Presentation"),
            ("application/vnd.oasis.opendocument.graphics", "OpenDocument Graphics"),
            ("application/epub", "EPUB"),
            ("application/vnd.oasis.opendocument", "OpenDocument"),
        ];
        let other = OTHERS.iter().find(|(start, _)| kind.starts_with(start));
        return match (kind.trim(), other) {
            ("application/vnd.oasis.opendocument.spreadsheet", _) => Ok(BookFormat::Ods),
            (_, Some((_, what))) if has("content.xml") || has("meta-inf/container.xml") => {
                Err(Message::new("ingest-file-foreign").with("what", *what))
            }
            _ => Err(Message::new("ingest-book-damaged")),
        };
    }
    if part("xl/") {
        return Ok(BookFormat::Xlsx);
    }
    if has("[content_types].xml") {
        return match part("word/") || part("ppt/") {
            true => Err(Message::new("ingest-file-foreign").with("what", "Word/PowerPoint")),
            false => Err(Message::new("ingest-book-damaged")),
        };
    }
    Err(Message::new("ingest-file-zip"))
}

/// An OLE file: an old workbook, an encrypted new one, or another program's document.
fn compound(mut file: File, path: &Path) -> Result<FileContent, Message> {
    let mut bytes = Vec::new();
    file.rewind().map_err(|error| unreadable(&error))?;
    file.take(compound::LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    let mut compound = Compound::read(&bytes)?;
    if compound.has("EncryptedPackage") || compound.has("EncryptionInfo") {
        return zipped(FileBytes::Unlocked(shield::run(|| locked::package(&bytes))?.into()));
    }
    if let Some(stream) = workbook(&mut compound) {
        let mut stream = stream?;
        let mut stored = FileBytes::OnDisk(path.to_owned());
        if biff::is_encrypted(&stream) {
            let unlocked = shield::run(|| locked::old(&bytes))?;
            stream = workbook(&mut Compound::read(&unlocked)?).ok_or_else(|| Message::new("ingest-book-damaged"))??;
            stored = FileBytes::Unlocked(unlocked.into());
        }
        return match biff::walk(&stream) {
            biff::WalkOutcome::Whole => Ok(FileContent::Book(BookFormat::Xls, stored)),
            biff::WalkOutcome::Damaged => Err(Message::new("ingest-book-damaged")),
            biff::WalkOutcome::TooLarge => Err(Message::new("ingest-book-bomb")),
        };
    }
    const OTHERS: [(&str, &str); 4] = [
        ("WordDocument", "Word"),
        ("PowerPoint Document", "PowerPoint"),
        ("__properties_version1.0", "Outlook"),
        ("VisioDocument", "Visio"),
    ];
    // Whose directory names nothing that is known has lost it.
    match OTHERS.iter().find(|(stream, _)| compound.has(stream)) {
        Some((_, program)) => Err(Message::new("ingest-file-foreign").with("what", *program)),
        None => Err(Message::new("ingest-book-damaged")),
    }
}

/// The stream of an old workbook, if the file has one.
fn workbook(compound: &mut Compound<'_>) -> Option<Result<Vec<u8>, Message>> {
    compound.stream("Workbook").or_else(|| compound.stream("Book"))
}
