//! Rows, and beside them their cells as they were written.

use super::SqliteStore;
use super::columns::listed;
use crate::domain::Seq;
use crate::journal::content::json;
use crate::journal::error::JournalError;
use crate::journal::store::{NewRow, RowRange, Rows, StoredRow, StoredWarning, TakeRow};
use rusqlite::{Row, params, params_from_iter};
use std::collections::BTreeMap;

impl Rows for SqliteStore {
    fn last_row(&self) -> Result<Seq, JournalError> {
        let last = "SELECT coalesce(max(seq), 0) FROM row";
        self.connection.query_row(last, [], |row| row.get(0)).map_err(|error| self.error(error))
    }

    fn add_row(&self, row: &NewRow<'_>) -> Result<(), JournalError> {
        let NewRow { seq, sheet, line, whole, record, text, cells, warnings } = row;
        let add =
            "INSERT INTO row (seq, source, line, kind, key, at, phone, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (kind, at) = (record.fact.kind().id(), record.at.map(|at| at.to_string()));
        let phone = record.contact.as_ref().map(|contact| contact.phone.as_str());
        self.execute(add, params![seq, sheet, line, kind, whole, at, phone, text])?;
        let warnings = (!warnings.is_empty()).then(|| json(*warnings));
        let beside = "INSERT INTO cells (seq, cells, warnings) VALUES (?1, ?2, ?3)";
        self.execute(beside, params![seq, json(*cells), warnings])
    }

    fn rows(&self, range: RowRange, take: &mut TakeRow<'_>) -> Result<(), JournalError> {
        match range {
            RowRange::All => self.give("", [], take),
            RowRange::One(seq) => self.give("WHERE seq = ?1", [seq], take),
            RowRange::Between(first, last) => self.give("WHERE seq BETWEEN ?1 AND ?2", [first, last], take),
            // The literal lets the index of those rows be used, which is kept for rosters.
            RowRange::Kind(kind) => self.give(&format!("WHERE kind = '{}'", kind.id()), [], take),
        }
    }

    fn rows_by_sheet(&self) -> Result<BTreeMap<u32, u64>, JournalError> {
        let counts = "SELECT source, count(*) FROM row GROUP BY source";
        Ok(self.list(counts, |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
    }

    fn warnings(&self) -> Result<Vec<StoredWarning>, JournalError> {
        let all = "SELECT row.seq, row.source, cells.warnings FROM cells JOIN row ON row.seq = cells.seq
                   WHERE cells.warnings IS NOT NULL ORDER BY row.seq";
        self.list(all, |row| Ok(StoredWarning { seq: row.get(0)?, sheet: row.get(1)?, said: listed(row, 2)? }))
    }
}

impl SqliteStore {
    fn give<const N: usize>(&self, which: &str, values: [Seq; N], take: &mut TakeRow<'_>) -> Result<(), JournalError> {
        let of = |error| self.error(error);
        let select = format!("SELECT seq, source, line, key, record FROM row {which} ORDER BY seq");
        let mut select = self.connection.prepare_cached(&select).map_err(of)?;
        let mut rows = select.query(params_from_iter(values)).map_err(of)?;
        while let Some(row) = rows.next().map_err(of)? {
            if take(stored(row).map_err(of)?)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn stored<'r>(row: &'r Row) -> rusqlite::Result<StoredRow<'r>> {
    Ok(StoredRow {
        seq: row.get(0)?,
        sheet: row.get(1)?,
        line: row.get(2)?,
        whole: row.get(3)?,
        text: row.get_ref(4)?.as_str()?,
    })
}
