//! Zipped workbooks, looked through before a reader unpacks them: what is declared bounds what is unpacked, and what is
//! unpacked must be something a spreadsheet program would write.
//!
//! Guards calamine, which unpacks every part it wants whole and believes no bound. It may go once calamine takes a limit of bytes
//! to unpack.

use crate::domain::Message;
use crate::ingest::book::BookFormat;
use crate::ingest::guard::markup::{self, MarkupSize};
use crate::ingest::guard::opendocument;
use crate::ingest::guard::stored::{FileBytes, OpenedBytes};
use std::io::{self, BufReader};

/// A zipped workbook that has been opened.
pub type Archive = zip::ZipArchive<BufReader<OpenedBytes>>;

/// The sheets of a workbook, all together: half a million rows of twelve columns are a quarter of it.
const MOST_SHEET_BYTES: u64 = 1 << 30;
/// A part that the reader holds whole.
const MOST_PART_BYTES: u64 = 300 << 20;
/// Below this nothing unpacked can fill the memory.
const HARMLESS: u64 = 16 << 20;
/// Larger sheets are read to their end when it is looked what their cells bear.
const LOOKED_OVER: u64 = 1 << 20;
/// Formats are copied into one another, so that little can become much.
const HARMLESS_STYLES: u64 = 8 << 10;
/// What the reader may need to hold a part.
const MOST_MEMORY: u64 = 640 << 20;

/// Opens the archive.
///
/// # Errors
/// It is damaged.
pub fn open(stored: &FileBytes) -> Result<Archive, Message> {
    let file = stored.opened()?;
    crate::ingest::guard::shield::run(|| zip::ZipArchive::new(BufReader::new(file)).map_err(|_| damaged()))
}

fn damaged() -> Message {
    Message::new("ingest-book-damaged")
}

/// Whether a reader may unpack the workbook.
///
/// # Errors
/// It would be larger unpacked than any ledger, or is made to be.
pub fn check(archive: &mut Archive, format: BookFormat) -> Result<(), Message> {
    let too_large = || Message::new("ingest-book-bomb");
    let mut sheets = 0_u64;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index_raw(at) else { continue };
        let (name, size) = (entry.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default(), entry.size());
        drop(entry);
        let is_sheet = name.contains("worksheets/") && !name.ends_with(".rels");
        let is_read = is_sheet || [".xml", ".rels", ".bin"].iter().any(|ending| name.ends_with(ending));
        if is_sheet {
            sheets = sheets.saturating_add(size);
        } else if is_read && size > MOST_PART_BYTES {
            return Err(too_large());
        }
        let held = is_read && !is_sheet && format != BookFormat::Xlsb;
        if held && size > if name.ends_with("styles.xml") { HARMLESS_STYLES } else { HARMLESS } {
            let entry = archive.by_index(at).map_err(|_| damaged())?;
            let shape = markup::measure(entry).map_err(|_| damaged())?;
            if !shape.is_sane() || memory(&name, shape) > MOST_MEMORY {
                return Err(too_large());
            }
        }
        if is_made_of(&name) && size <= if is_sheet { LOOKED_OVER } else { HARMLESS } {
            let mut entry = archive.by_index(at).map_err(|_| damaged())?;
            io::copy(&mut entry, &mut io::sink()).map_err(|_| damaged())?;
        }
        if format == BookFormat::Ods && name == "content.xml" {
            let entry = archive.by_index(at).map_err(|_| damaged())?;
            if !opendocument::is_bounded(BufReader::new(entry)) {
                return Err(too_large());
            }
        }
    }
    if sheets > MOST_SHEET_BYTES { Err(too_large()) } else { Ok(()) }
}

/// Whether the readers make rows of the part. They stop where they have what they want; whether its bytes are those that were
/// written shows only at its end.
fn is_made_of(name: &str) -> bool {
    const PARTS: [&str; 8] = [
        "workbook.xml",
        "workbook.bin",
        "sharedstrings.xml",
        "sharedstrings.bin",
        "styles.xml",
        "styles.bin",
        "content.xml",
        ".rels",
    ];
    name.contains("worksheets/") || PARTS.iter().any(|ending| name.ends_with(ending))
}

/// What a part may take in memory, in bytes, estimated from above.
fn memory(name: &str, shape: MarkupSize) -> u64 {
    if name.ends_with("styles.xml") {
        // Every cell format gets its own copy of its font and number format.
        return shape.tags.saturating_mul(600 + shape.longest);
    }
    shape.bytes.saturating_add(shape.items.saturating_mul(72))
}

/// Whether every sheet of the workbook is XML that a spreadsheet program would write; asked when one has been read for
/// long without a cell.
pub fn sheets_are_sane(stored: &FileBytes) -> bool {
    let Ok(mut archive) = open(stored) else { return false };
    (0..archive.len()).all(|at| {
        let Ok(entry) = archive.by_index(at) else { return false };
        let is_sheet = entry.name().is_ok_and(|name| name.to_ascii_lowercase().contains("worksheets/"));
        !is_sheet || entry.size() <= HARMLESS || markup::measure(entry).is_ok_and(|shape| shape.is_sane())
    })
}
