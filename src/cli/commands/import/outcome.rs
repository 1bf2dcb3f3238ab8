//! What an import did, as rows: of each file, of each sheet.

use super::held::HeldRow;
use super::roster_changes::RosterChange;
use crate::cli::context::place::file_name;
use crate::domain::Kind;
use crate::report::{ImportSums, ImportedSheet, Listing, Medium, imported_listing};
use crate::texts::Texts;
use serde::Serialize;
use std::path::{Path, PathBuf};

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
    /// Whether that is because it is a paper of this program, of which nobody expects anything to be taken.
    #[serde(skip)]
    pub is_paper: bool,
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

    /// How many rows are new.
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

    /// How many rows were rejected.
    pub fn rejected(&self) -> u64 {
        self.sum(|sheet| sheet.rejected)
    }

    /// How many files are held until somebody says how they are meant.
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
    /// Whether a sheet of it was read as a ledger, or is a paper of this program.
    fn has_ledger(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.kind.is_some() || sheet.is_paper)
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

/// The import laid out: a line for each sheet.
pub fn listing(imported: &Imported, medium: Medium, texts: &Texts) -> Listing {
    let sheets = imported.files.iter().flat_map(|file| file.sheets.iter().filter_map(move |sheet| line(file, sheet)));
    let sums = ImportSums {
        batch: imported.batch,
        dry_run: imported.dry_run,
        added: imported.added(),
        replaced: imported.replaced(),
    };
    imported_listing(&sheets.collect::<Vec<_>>(), sums, medium, texts)
}

/// A sheet that was read as a ledger.
fn line(file: &FileRow, sheet: &SheetRow) -> Option<ImportedSheet> {
    Some(ImportedSheet {
        path: file.path.clone(),
        file: file_name(Path::new(&file.path)),
        sheet: sheet.sheet.clone(),
        kind: sheet.kind?,
        rows: sheet.rows,
        added: sheet.added,
        duplicate: sheet.duplicate,
        rejected: sheet.rejected,
        skipped: sheet.skipped,
        warnings: sheet.warnings,
    })
}
