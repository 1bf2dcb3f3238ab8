//! Rows that were refused (退回), and what became of them: each is outstanding until its corrected row has come in, a newer
//! refusal of the same row stands for it, or somebody has dealt with it.

use super::content::json;
use super::time::{stamp, time};
use super::{Journal, JournalError};
use crate::domain::{Arg, Kind};
use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeSet;

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The file it stood in first, and the sheet and row there.
    pub file: String,
    pub sheet: Option<String>,
    pub line: u32,
    pub kind: Kind,
    /// The cells as they were.
    pub cells: Vec<String>,
    /// Which of them are wrong, counted from 0.
    pub wrong: Vec<usize>,
    /// Why; what an earlier version kept is text in the words of whoever imported it.
    pub reasons: Vec<Arg>,
    /// The name of the file it was written to.
    pub written: String,
}

/// A row refused before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRejection {
    pub id: u64,
    pub row: Rejected,
    pub is_outstanding: bool,
    /// Who has dealt with it, and when.
    pub by: Option<(String, NaiveDateTime)>,
}

/// What an import has to say of refused rows.
#[derive(Default)]
pub(super) struct RejectionLog {
    /// With the file that was being taken in.
    pub rejected: Vec<(Rejected, String)>,
    pub settled: Vec<(u64, Settlement)>,
}

/// What settles a refused row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Its corrected row, which stands in that sheet (see [`Import::latest`]).
    In(u32),
    /// Its refusal in that file, by which it is known from now on.
    Again(String),
}

impl RejectionLog {
    pub fn is_empty(&self) -> bool {
        self.rejected.is_empty() && self.settled.is_empty()
    }

    /// Writes them; those of a batch are known with it, and go with it.
    pub fn write(&self, connection: &Connection, at: NaiveDateTime, batch: Option<u64>) -> rusqlite::Result<()> {
        if self.is_empty() {
            return Ok(());
        }
        let (at, after) = (stamp(at), after(connection, batch)?);
        let mut add = connection.prepare(
            "INSERT INTO main.rejected (at, after, file, sheet, kind, line, cells, wrong, reasons, written, batch, by_file)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?;
        for (row, by_file) in &self.rejected {
            let Rejected { file, sheet, line, kind, cells, wrong, reasons, written } = row;
            let (cells, wrong, reasons) = (json(cells), json(wrong), json(reasons));
            let values =
                params![at, after, file, sheet, kind.id(), line, cells, wrong, reasons, written, batch, by_file];
            add.execute(values)?;
        }
        let mut file_of = connection.prepare("SELECT batch, file FROM main.source WHERE id = ?1")?;
        let mut settle = connection
            .prepare("INSERT INTO main.settled (rejected, at, after, batch, by_file) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (id, by) in &self.settled {
            let (batch, file): (Option<u64>, String) = match by {
                Settlement::In(source) => file_of.query_row([source], |row| Ok((row.get(0)?, row.get(1)?)))?,
                Settlement::Again(file) => (batch, file.clone()),
            };
            settle.execute(params![id, at, after, batch, file])?;
        }
        Ok(())
    }
}

impl Journal {
    /// Every row that was refused and whose refusal counts, the oldest first.
    pub fn rejected(&self) -> Result<Vec<KnownRejection>, JournalError> {
        noted(&self.connection).map_err(|error| self.error(error))
    }

    /// The rows that were refused and are outstanding, by file, sheet and row; one that was refused twice as it is, once.
    pub fn outstanding(&self) -> Result<Vec<KnownRejection>, JournalError> {
        let mut rows: Vec<KnownRejection> = self.rejected()?.into_iter().filter(|noted| noted.is_outstanding).collect();
        let place = |noted: &KnownRejection| (noted.row.file.clone(), noted.row.sheet.clone(), noted.row.line);
        rows.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.row.cells.cmp(&b.row.cells)).then(a.id.cmp(&b.id)));
        rows.dedup_by(|a, b| place(a) == place(b) && a.row.cells == b.row.cells);
        Ok(rows)
    }

    /// The names of all files that refused rows were ever written to.
    pub fn files_of_rejected(&self) -> Result<BTreeSet<String>, JournalError> {
        let read = || -> rusqlite::Result<BTreeSet<String>> {
            let all = "SELECT DISTINCT written FROM main.rejected WHERE written IS NOT NULL";
            let mut names = self.connection.prepare(all)?;
            names.query_map([], |row| row.get(0))?.collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// What somebody has dealt with of what the books were said to need a look at: which, who and when, the oldest first.
    pub fn seen(&self) -> Result<Vec<(String, String, NaiveDateTime)>, JournalError> {
        let read = || -> rusqlite::Result<Vec<(String, String, NaiveDateTime)>> {
            let mut seen = self.connection.prepare("SELECT item, by, at FROM seen ORDER BY at, item")?;
            seen.query_map([], |row| Ok((row.get(0)?, row.get(1)?, time(&row.get::<_, String>(2)?))))?.collect()
        };
        read().map_err(|error| self.error(error))
    }

    /// Records that somebody has dealt with these, and with these refused rows.
    pub fn see(&mut self, items: &[String], rejected: &[u64], by: &str, at: NaiveDateTime) -> Result<(), JournalError> {
        self.stand_today()?;
        let file = self.path().to_owned();
        let of = |error| JournalError::of(error, &file);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of)?;
        let write = || -> rusqlite::Result<()> {
            let (at, after) = (stamp(at), after(&transaction, None)?);
            for item in items {
                let add = "INSERT INTO main.seen (item, at, after, by) VALUES (?1, ?2, ?3, ?4)";
                transaction.execute(add, params![item, at, after, by])?;
            }
            for id in rejected {
                let add = "INSERT INTO main.settled (rejected, at, after, by) VALUES (?1, ?2, ?3, ?4)";
                transaction.execute(add, params![id, at, after, by])?;
            }
            Ok(())
        };
        write().map_err(of)?;
        transaction.commit().map_err(of)
    }
}

pub(super) fn noted(connection: &Connection) -> rusqlite::Result<Vec<KnownRejection>> {
    let all = "SELECT id, file, sheet, line, kind, cells, wrong, reasons, coalesce(written, ''),
                   id IN (SELECT id FROM outstanding), said.by, said.at
               FROM known_rejected LEFT JOIN (
                   SELECT rejected, by, max(at) AS at FROM settled WHERE by IS NOT NULL GROUP BY rejected
               ) AS said ON said.rejected = id
               ORDER BY id";
    let mut statement = connection.prepare(all)?;
    let mut rows = statement.query([])?;
    let mut noted = Vec::new();
    while let Some(row) = rows.next()? {
        let by: Option<String> = row.get(10)?;
        let at: Option<String> = row.get(11)?;
        noted.push(KnownRejection {
            id: row.get(0)?,
            row: Rejected {
                file: row.get(1)?,
                sheet: row.get(2)?,
                line: row.get(3)?,
                kind: Kind::from_id(row.get_ref(4)?.as_str()?).ok_or(rusqlite::Error::InvalidQuery)?,
                cells: serde_json::from_str(row.get_ref(5)?.as_str()?).unwrap_or_default(),
                wrong: serde_json::from_str(row.get_ref(6)?.as_str()?).unwrap_or_default(),
                reasons: serde_json::from_str(row.get_ref(7)?.as_str()?).unwrap_or_default(),
                written: row.get(8)?,
            },
            is_outstanding: row.get(9)?,
            by: by.zip(at.map(|at| time(&at))),
        });
    }
    Ok(noted)
}

/// The newest batch at that time; what comes with a batch comes after the one before it.
pub(super) fn after(connection: &Connection, batch: Option<u64>) -> rusqlite::Result<u64> {
    match batch {
        Some(batch) => Ok(batch.saturating_sub(1)),
        None => connection.query_row("SELECT coalesce(max(id), 0) FROM main.batch", [], |row| row.get(0)),
    }
}
