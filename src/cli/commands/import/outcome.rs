//! What an import did, as rows: of each file, of each sheet.

use super::held::HeldRow;
use super::roster_changes::RosterChange;
use crate::cli::output::present::{Column, headings};
use crate::domain::{Kind, Message};
use crate::report::{Cell, Form, Group, Listing, Medium, Space, Tone};
use crate::texts::Texts;
use serde::Serialize;
use std::path::PathBuf;

/// An import that was done, or with `--dry-run` would have been.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Imported {
    /// None: nothing was new, or nothing was to be changed.
    pub batch: Option<u64>,
    pub dry_run: bool,
    pub files: Vec<FileRow>,
    /// The file of rejected rows, or the folder if there are several (退回清单).
    pub rejects: Option<String>,
    /// What the roster says anew of those who were on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roster: Vec<RosterChange>,
}

/// What became of a file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FileRow {
    pub path: String,
    /// The path itself, which as text may have lost characters.
    #[serde(skip)]
    pub place: PathBuf,
    pub sheets: Vec<SheetRow>,
    /// Rows of before that count no longer, with `--replace`.
    pub replaced: u64,
    pub rejects: Option<String>,
    /// Why nothing of it could be read.
    pub refused: Option<String>,
    /// It looks like a live file of its name corrected: nothing of it is in until somebody says what becomes of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<HeldRow>,
}

/// What became of a sheet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SheetRow {
    pub sheet: Option<String>,
    pub kind: Option<Kind>,
    /// Rows with something in them below the headings, totals left out.
    pub rows: u64,
    pub added: u64,
    /// Those the journal held already.
    pub duplicate: u64,
    pub rejected: u64,
    /// Why, each reason once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RowReason>,
    /// Blank rows and totals.
    pub skipped: u64,
    pub warnings: u64,
    /// What is odd about rows that were taken, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub odd: Vec<RowReason>,
    /// Why it could not be read as a ledger, or not to its end.
    pub refused: Option<String>,
    /// Why it was passed over: it is none of the ledgers' sheets.
    pub passed: Option<String>,
    /// What is odd about it as a whole though it was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// Why rows of a sheet were rejected, or what is odd about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowReason {
    pub why: String,
    /// Counted from 1 with the headings.
    pub rows: Vec<u32>,
}

impl Imported {
    fn sum(&self, of: fn(&SheetRow) -> u64) -> u64 {
        self.files.iter().flat_map(|file| &file.sheets).map(of).sum()
    }

    /// Rows that are new.
    pub fn added(&self) -> u64 {
        self.sum(|sheet| sheet.added)
    }

    /// Rows of before that count no longer.
    pub fn replaced(&self) -> u64 {
        self.files.iter().map(|file| file.replaced).sum()
    }

    /// Whether the roster has changed with it.
    pub fn changes_staff(&self) -> bool {
        let is_new = |sheet: &SheetRow| sheet.kind == Some(Kind::Staff) && sheet.added > 0;
        self.batch.is_some() && self.files.iter().any(|file| file.replaced > 0 || file.sheets.iter().any(is_new))
    }

    /// Rows that the journal held already.
    pub fn duplicate(&self) -> u64 {
        self.sum(|sheet| sheet.duplicate)
    }

    /// Rows that were rejected.
    pub fn rejected(&self) -> u64 {
        self.sum(|sheet| sheet.rejected)
    }

    /// How many files are held.
    pub fn held(&self) -> usize {
        self.files.iter().filter(|file| file.held.is_some()).count()
    }

    /// Whether a row, a sheet or a file was refused, or a file is held.
    pub fn is_refused(&self) -> bool {
        self.rejected() > 0 || self.held() > 0 || self.files.iter().any(FileRow::is_refused)
    }

    /// Whether there was no sheet that could be read.
    pub fn is_nothing(&self) -> bool {
        !self.files.iter().any(FileRow::has_ledger)
    }
}

impl FileRow {
    /// Whether a sheet of it was read as a ledger.
    fn has_ledger(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.kind.is_some())
    }

    /// Whether it was taken in whole, so that nobody has to look at the file again.
    pub fn is_taken(&self) -> bool {
        self.has_ledger() && !self.is_refused() && self.held.is_none()
    }

    /// Whether it, or a sheet of it, could not be read.
    pub fn is_refused(&self) -> bool {
        self.refused.is_some() || self.sheets.iter().any(|sheet| sheet.refused.is_some())
    }
}

const COLUMNS: &[Column] = &[
    ("file", Form::Text, Space::Breaks),
    ("sheet", Form::Text, Space::Breaks),
    ("kind", Form::Text, Space::Whole),
    ("rows", Form::Number, Space::Whole),
    ("added", Form::Number, Space::Whole),
    ("duplicate", Form::Number, Space::Whole),
    ("rejected", Form::Number, Space::Whole),
    ("skipped", Form::Number, Space::Whole),
    ("warnings", Form::Number, Space::Whole),
];

/// The import laid out: a line for each sheet.
pub fn listing(imported: &Imported, medium: Medium, texts: &Texts) -> Listing {
    let read = |file: &FileRow| {
        let sheets = file.sheets.iter().filter(|sheet| sheet.kind.is_some());
        sheets.map(|sheet| row(file, sheet, medium, texts)).collect::<Vec<_>>()
    };
    let rows = imported.files.iter().flat_map(read);
    let title = match imported.batch {
        Some(batch) => Message::new("cli-import-done").show("batch", batch).with("added", imported.added()),
        None if imported.dry_run => Message::new("cli-import-would").with("added", imported.added()),
        None => Message::new("cli-import-nothing-new"),
    };
    let replaced =
        (imported.replaced() > 0).then(|| Message::new("cli-import-replaced").with("replaced", imported.replaced()));
    Listing {
        title: texts.say(&title),
        summary: replaced.iter().map(|message| texts.say(message)).collect(),
        headings: headings(COLUMNS, medium, texts),
        groups: vec![Group { title: None, rows: rows.collect() }],
        notes: Vec::new(),
    }
}

fn row(file: &FileRow, sheet: &SheetRow, medium: Medium, texts: &Texts) -> Vec<Cell> {
    let name = std::path::Path::new(&file.path).file_name().map(|name| name.to_string_lossy().into_owned());
    let kind = sheet.kind.map(|kind| match medium {
        Medium::Page => texts.word("kind", kind.id()),
        Medium::Sheet => kind.id().to_owned(),
    });
    let file = match medium {
        Medium::Page => name.unwrap_or_default(),
        Medium::Sheet => file.path.clone(),
    };
    let quiet = |count: u64| Cell::from(count.to_string()).toned(if count == 0 { Tone::Quiet } else { Tone::Plain });
    let loud = |count: u64| Cell::from(count.to_string()).toned(if count == 0 { Tone::Quiet } else { Tone::Warning });
    vec![
        file.into(),
        Cell::maybe(sheet.sheet.as_ref()),
        Cell::maybe(kind),
        quiet(sheet.rows),
        quiet(sheet.added),
        quiet(sheet.duplicate),
        loud(sheet.rejected),
        quiet(sheet.skipped),
        loud(sheet.warnings),
    ]
}
