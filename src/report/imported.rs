//! What an import did, sheet by sheet (导入结果).

use super::field::{PlainColumns, PlainField};
use super::{Cell, Listing, Medium, Tone};
use crate::domain::{Kind, Message};
use crate::texts::Texts;

/// What became of a sheet that was read as a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedSheet {
    /// Where the file lies.
    pub path: String,
    /// Its name without the folder.
    pub file: String,
    /// The sheet in it; none: the file has no sheets.
    pub sheet: Option<String>,
    /// The ledger it was taken for.
    pub kind: Kind,
    /// Rows with something in them below the headings, totals left out.
    pub rows: u64,
    /// Those that are new.
    pub added: u64,
    /// Those the journal held already.
    pub duplicate: u64,
    /// Those that were refused.
    pub rejected: u64,
    /// Blank rows and totals.
    pub skipped: u64,
    /// Remarks about rows that were taken.
    pub warnings: u64,
}

/// What came of the import as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportSums {
    /// None: nothing was new, or nothing was to be changed.
    pub batch: Option<u64>,
    /// Whether it only says what it would do.
    pub dry_run: bool,
    /// Rows that are new, or would be.
    pub added: u64,
    /// Rows of before that count no longer.
    pub replaced: u64,
}

const SHEET: PlainField<ImportedSheet> = PlainField::text("sheet", |row, _| Cell::maybe(row.sheet.as_ref()));
const ROWS: PlainField<ImportedSheet> =
    PlainField::summed("rows", |row: &ImportedSheet, _| quiet(row.rows)).headed("row-count");
const ADDED: PlainField<ImportedSheet> = PlainField::summed("added", |row, _| quiet(row.added));
const DUPLICATE: PlainField<ImportedSheet> = PlainField::summed("duplicate", |row, _| quiet(row.duplicate));
const REJECTED: PlainField<ImportedSheet> = PlainField::summed("rejected", |row, _| loud(row.rejected));
const SKIPPED: PlainField<ImportedSheet> = PlainField::summed("skipped", |row, _| quiet(row.skipped));
const WARNINGS: PlainField<ImportedSheet> = PlainField::summed("warnings", |row, _| loud(row.warnings));

const ON_PAGE: &[PlainField<ImportedSheet>] = &[
    PlainField::text("file", |row, _| (&row.file).into()),
    SHEET,
    PlainField::word("kind", |row, texts| Cell::word(texts.word("kind", row.kind.id()))),
    ROWS,
    ADDED,
    DUPLICATE,
    REJECTED,
    SKIPPED,
    WARNINGS,
];
const ON_SHEET: &[PlainField<ImportedSheet>] = &[
    PlainField::text("file", |row, _| (&row.path).into()),
    SHEET,
    PlainField::word("kind", |row, _| Cell::word(row.kind.id())),
    ROWS,
    ADDED,
    DUPLICATE,
    REJECTED,
    SKIPPED,
    WARNINGS,
];

/// Nothing of it is nothing to look at.
fn quiet(count: u64) -> Cell {
    Cell::count(count).toned(if count == 0 { Tone::Quiet } else { Tone::Plain })
}

/// Any of it wants looking at.
fn loud(count: u64) -> Cell {
    Cell::count(count).toned(if count == 0 { Tone::Quiet } else { Tone::Warning })
}

/// The import in words: a line for each sheet.
pub fn imported_listing(rows: &[ImportedSheet], sums: ImportSums, medium: Medium, texts: &Texts) -> Listing {
    let columns = PlainColumns::worded(medium, ON_PAGE, ON_SHEET);
    let title = match sums.batch {
        Some(batch) => Message::new("cli-import-done").show("batch", batch).with("added", sums.added),
        None if sums.dry_run => Message::new("cli-import-would").with("added", sums.added),
        None => Message::new("cli-import-nothing-new"),
    };
    let replaced = (sums.replaced > 0).then(|| Message::new("cli-import-replaced").with("replaced", sums.replaced));
    Listing {
        title: texts.say(&title),
        summary: replaced.iter().map(|message| texts.say(message)).collect(),
        headings: columns.headings(texts),
        groups: columns.whole(rows, texts),
        notes: Vec::new(),
    }
}
