//! Remarks, a table for each kind.

use super::SqliteStore;
use super::columns::{day, kind, listed, stamp, time};
use crate::domain::StatedCoverage;
use crate::journal::content::json;
use crate::journal::error::JournalError;
use crate::journal::origin::Origin;
use crate::journal::store::{
    Refusal, Rejected, Remark, Remarks, Replaced, RowRemark, Seen, Settled, SharedFile, StatedOf, Taken, VersionOf,
};
use rusqlite::{Row, params};

/// Every remark that is read as a whole.
pub fn all(store: &SqliteStore) -> Result<Remarks, JournalError> {
    let of_row = |row: &Row| Ok(RowRemark { seq: row.get(0)?, batch: row.get(1)?, file: row.get(2)? });
    Ok(Remarks {
        taken: store.list("SELECT batch, file, is_out, at, after FROM taken ORDER BY id", |row| {
            let (batch, file, is_out) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Taken { batch, file, is_out, at: time(row, 3)?, after: row.get(4)? })
        })?,
        replaced: store.list("SELECT source, batch, by_file FROM replaced ORDER BY batch, source", |row| {
            Ok(Replaced { sheet: row.get(0)?, batch: row.get(1)?, file: row.get(2)? })
        })?,
        completed: store.list("SELECT seq, batch, by_file FROM completed ORDER BY batch, seq", of_row)?,
        stays: store.list("SELECT seq, batch, by_file FROM stays ORDER BY batch, seq", of_row)?,
        stated: store.list("SELECT batch, kind, department, through FROM stated ORDER BY rowid", |row| {
            let stated = StatedCoverage { kind: kind(row, 1)?, department: row.get(2)?, through: day(row, 3)? };
            Ok(StatedOf { batch: row.get(0)?, stated })
        })?,
        refused: store.list(
            "SELECT id, at, after, file, sheet, line, kind, cells, wrong, reasons, coalesce(written, ''), batch, by_file
             FROM rejected ORDER BY id",
            refusal,
        )?,
        settled: store.list("SELECT rejected, at, after, batch, by_file, by FROM settled ORDER BY rowid", |row| {
            Ok(Settled {
                refusal: row.get(0)?,
                at: time(row, 1)?,
                after: row.get(2)?,
                batch: row.get(3)?,
                file: row.get(4)?,
                by: row.get(5)?,
            })
        })?,
        seen: store.list("SELECT item, at, after, by FROM seen ORDER BY rowid", |row| {
            Ok(Seen { item: row.get(0)?, at: time(row, 1)?, after: row.get(2)?, by: row.get(3)? })
        })?,
    })
}

fn refusal(row: &Row) -> rusqlite::Result<Refusal> {
    Ok(Refusal {
        id: row.get(0)?,
        at: time(row, 1)?,
        after: row.get(2)?,
        row: Rejected {
            file: row.get(3)?,
            sheet: row.get(4)?,
            line: row.get(5)?,
            kind: kind(row, 6)?,
            cells: listed(row, 7)?,
            wrong: listed(row, 8)?,
            reasons: listed(row, 9)?,
            written: row.get(10)?,
        },
        batch: row.get(11)?,
        file: row.get(12)?,
    })
}

/// Adds a remark.
pub fn add(store: &SqliteStore, remark: &Remark) -> Result<(), JournalError> {
    match remark {
        Remark::Taken(Taken { batch, file, is_out, at, after }) => {
            let add = "INSERT INTO taken (batch, file, is_out, at, after) VALUES (?1, ?2, ?3, ?4, ?5)";
            store.execute(add, params![batch, file, is_out, stamp(*at), after])
        }
        Remark::Replaced(Replaced { sheet, batch, file }) => {
            let add = "INSERT OR IGNORE INTO replaced (source, batch, by_file) VALUES (?1, ?2, ?3)";
            store.execute(add, params![sheet, batch, file])
        }
        Remark::Completed(RowRemark { seq, batch, file }) => {
            let add = "INSERT OR IGNORE INTO completed (seq, batch, by_file) VALUES (?1, ?2, ?3)";
            store.execute(add, params![seq, batch, file])
        }
        Remark::Stays(RowRemark { seq, batch, file }) => {
            let add = "INSERT OR IGNORE INTO stays (seq, batch, by_file) VALUES (?1, ?2, ?3)";
            store.execute(add, params![seq, batch, file])
        }
        Remark::Version(VersionOf { sheet, earlier }) => {
            let add = "INSERT OR IGNORE INTO version (source, earlier) VALUES (?1, ?2)";
            store.execute(add, params![sheet, earlier])
        }
        Remark::Stated(StatedOf { batch, stated: StatedCoverage { kind, department, through } }) => {
            let add = "INSERT INTO stated (batch, kind, department, through) VALUES (?1, ?2, ?3, ?4)";
            store.execute(add, params![batch, kind.id(), department, through.to_string()])
        }
        Remark::Refused(Refusal { id, at, after, row, batch, file: by_file }) => {
            let Rejected { file, sheet, line, kind, cells, wrong, reasons, written } = row;
            let (cells, wrong, reasons) = (json(cells), json(wrong), json(reasons));
            let (at, kind) = (stamp(*at), kind.id());
            let add = "INSERT INTO rejected
                (id, at, after, file, sheet, kind, line, cells, wrong, reasons, written, batch, by_file)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
            let values =
                params![id, at, after, file, sheet, kind, line, cells, wrong, reasons, written, batch, by_file];
            store.execute(add, values)
        }
        Remark::Settled(Settled { refusal, at, after, batch, file, by }) => {
            let add = "INSERT INTO settled (rejected, at, after, batch, by_file, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            store.execute(add, params![refusal, stamp(*at), after, batch, file, by])
        }
        Remark::Seen(Seen { item, at, after, by }) => {
            let add = "INSERT INTO seen (item, at, after, by) VALUES (?1, ?2, ?3, ?4)";
            store.execute(add, params![item, stamp(*at), after, by])
        }
        Remark::Shared(SharedFile { batch, origin: Origin { file, path, hash }, sheet }) => {
            let add = "INSERT OR IGNORE INTO leant (batch, file, path, hash, source) VALUES (?1, ?2, ?3, ?4, ?5)";
            store.execute(add, params![batch, file, path, &hash[..], sheet])
        }
    }
}
