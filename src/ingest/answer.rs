//! What reading gives: rows and ledgers to a sink, and an answer for every file and sheet.

use crate::domain::{Kind, Message, Record};

/// Which rows are wanted. What a row says may not depend on the order of files, so an import reads all rosters first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// Only the rows of rosters; every other sheet is passed over without a word.
    Rosters,
    /// Every row.
    All,
}

/// The format a file was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// Text parted by commas, tabs or semicolons.
    Text {
        /// The separator.
        separator: u8,
    },
    /// A workbook of any format.
    Workbook,
}

/// Where rows go.
pub trait Sink {
    /// What may go wrong there.
    type Error;

    /// A ledger begins.
    ///
    /// # Errors
    /// What went wrong in the sink.
    fn sheet(&mut self, sheet: &SheetInfo) -> Result<(), Self::Error>;

    /// A row of it.
    ///
    /// # Errors
    /// What went wrong in the sink.
    fn row(&mut self, row: ReadRow) -> Result<(), Self::Error>;

    /// It ends.
    ///
    /// # Errors
    /// What went wrong in the sink.
    fn end(&mut self, tally: &SheetTally) -> Result<(), Self::Error>;
}

/// A ledger that is about to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInfo {
    /// The sheet's name; none for text.
    pub sheet: Option<String>,
    /// What it was taken for.
    pub kind: Kind,
    /// The format of its file.
    pub format: FileFormat,
    /// The headings as written, of every column of the table.
    pub headings: Vec<String>,
    /// The headings that mean nothing here; their cells are kept with the row.
    pub unknown: Vec<String>,
    /// Which table of the sheet it is, from the left, from 0.
    pub table: usize,
}

/// A row as it was and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Its number on the sheet as the clerk's program shows it; in text the line it begins on.
    pub line: u32,
    /// In a file of rejected rows the number the row had where it stood first.
    pub first: Option<u32>,
    /// The cells as they were, in the order of the headings; further ones behind them.
    pub cells: Vec<String>,
    /// What it says, or everything that is wrong with it.
    pub outcome: Result<Record, Vec<Message>>,
    /// Which of the cells are wrong.
    pub wrong: Vec<usize>,
    /// What is odd about it though it was taken.
    pub warnings: Vec<Message>,
}

/// What was counted on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetTally {
    /// Rows given to the sink.
    pub rows: u64,
    /// Of these, rows that were refused.
    pub rejected: u64,
    /// Rows with nothing in them, up to the last row with something.
    pub blank: u64,
    /// Rows of totals (合计, 小计), and the line at the foot that says who made the sheet (制表, 审核).
    pub totals: u64,
    /// Headings that were repeated further down.
    pub headings: u64,
    /// Rows that a template gives as an example.
    pub examples: u64,
    /// Lines of a call sheet (回访单) that nobody has filled in.
    pub unfilled: u64,
}

impl SheetTally {
    /// Rows that are no rows of the ledger.
    pub const fn skipped(&self) -> u64 {
        self.blank + self.totals + self.headings + self.examples + self.unfilled
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// How it is written.
    pub format: FileFormat,
    /// Its sheets, in the file's order; of text one.
    pub sheets: Vec<SheetRead>,
}

/// What became of a sheet, or of one of several tables on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRead {
    /// The sheet's name; none for text.
    pub sheet: Option<String>,
    /// Whether it was read, and as what.
    pub answer: SheetAnswer,
    /// What is odd about it as a whole though it was read.
    pub remarks: Vec<Message>,
}

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetAnswer {
    /// It was read to its end.
    Read {
        /// What it was taken for.
        kind: Kind,
        /// How many rows of each sort it had.
        tally: SheetTally,
    },
    /// It was read up to where it is damaged; what came before was given to the sink.
    Broken {
        /// What it was taken for.
        kind: Kind,
        /// How many rows of each sort came before.
        tally: SheetTally,
        /// What is damaged, and where.
        message: Message,
    },
    /// It is no ledger that can be told: the headings seen and what is missing.
    Refused(Message),
    /// It is none of the ledgers' sheets: hidden, empty, notes.
    Skipped(Message),
}

/// A file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError<E> {
    /// The file is at fault.
    File(Message),
    /// The sink is.
    Sink(E),
}
