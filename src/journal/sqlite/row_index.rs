//! What rows are found by.

use super::SqliteStore;
use super::columns::day;
use crate::domain::Seq;
use crate::journal::error::JournalError;
use crate::journal::key::RowKey;
use crate::journal::store::{IndexPart, Reach, RowIndex};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

impl RowIndex for SqliteStore {
    fn is_any_known(&self) -> Result<bool, JournalError> {
        let any = self.connection.query_row("SELECT EXISTS (SELECT 1 FROM known)", [], |row| row.get(0));
        any.map_err(|error| self.error(error))
    }

    fn known(&self, key: &RowKey, before: u32) -> Result<Vec<(u32, Seq)>, JournalError> {
        let known = "SELECT source, seq FROM known WHERE key = ?1 AND source < ?2 ORDER BY source, seq";
        self.list_of(known, params![key, before], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn span(&self, sheet: u32) -> Result<Option<(Seq, Seq)>, JournalError> {
        let find = || {
            let mut find = self.connection.prepare_cached("SELECT first, last FROM span WHERE source = ?1")?;
            find.query_row([sheet], |row| Ok((row.get(0)?, row.get(1)?))).optional()
        };
        find().map_err(|error| self.error(error))
    }

    fn sheet_digests(&self) -> Result<BTreeMap<u32, [u8; 32]>, JournalError> {
        let all = "SELECT source, digest FROM sheet_digest";
        Ok(self.list(all, |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
    }

    fn mentioning(&self, word: &str) -> Result<Vec<Seq>, JournalError> {
        self.list_of("SELECT seq FROM mention WHERE word = ?1 ORDER BY seq", [word], |row| row.get(0))
    }

    fn ledgers(&self) -> Result<Vec<String>, JournalError> {
        let ledgers = || -> rusqlite::Result<Vec<String>> {
            // One look for each, not one for each row.
            let next = "SELECT ledger FROM reach WHERE ledger > ?1 ORDER BY ledger LIMIT 1";
            let mut next = self.connection.prepare_cached(next)?;
            let mut ledgers: Vec<String> = Vec::new();
            while let Some(row) = next.query([ledgers.last().map_or("", String::as_str)])?.next()? {
                ledgers.push(row.get(0)?);
            }
            Ok(ledgers)
        };
        ledgers().map_err(|error| self.error(error))
    }

    fn reaching(
        &self,
        ledger: &str,
        until: NaiveDate,
        take: &mut dyn FnMut(Reach) -> ControlFlow<()>,
    ) -> Result<(), JournalError> {
        let mut give = || -> rusqlite::Result<()> {
            let latest = "SELECT day, at, source, seq FROM reach WHERE ledger = ?1 AND day <= ?2
                          ORDER BY day DESC, at DESC, source DESC";
            let mut latest = self.connection.prepare_cached(latest)?;
            let mut rows = latest.query(params![ledger, until.to_string()])?;
            while let Some(row) = rows.next()? {
                let (day, at) = (day(row, 0)?, day(row, 1)?);
                let reach = Reach { ledger: ledger.to_owned(), day, at, sheet: row.get(2)?, seq: row.get(3)? };
                if take(reach).is_break() {
                    break;
                }
            }
            Ok(())
        };
        give().map_err(|error| self.error(error))
    }

    fn add_to_index(&self, part: &IndexPart<'_>) -> Result<(), JournalError> {
        self.add_part(part).map_err(|error| self.error(error))
    }
}

impl SqliteStore {
    /// In the order it comes, which a B-tree takes several times as fast as row by row.
    fn add_part(&self, part: &IndexPart<'_>) -> rusqlite::Result<()> {
        let add = |sql| self.connection.prepare_cached(sql);
        let mut known = add("INSERT INTO known (key, source, seq) VALUES (?1, ?2, ?3)")?;
        for (key, sheet, seq) in part.known {
            known.execute(params![key, sheet, seq])?;
        }
        let mut digest = add("REPLACE INTO sheet_digest (source, digest) VALUES (?1, ?2)")?;
        for (sheet, of) in part.digests {
            digest.execute(params![sheet, of])?;
        }
        for (sheet, (first, last)) in part.spans {
            let mut span = add("INSERT INTO span (source, first, last) VALUES (?1, ?2, ?3)
                                ON CONFLICT DO UPDATE SET last = excluded.last")?;
            span.execute(params![sheet, first, last])?;
        }
        let mut mention = add("INSERT INTO mention (word, seq) VALUES (?1, ?2)")?;
        for (word, seq) in part.words {
            mention.execute(params![word, seq])?;
        }
        let mut reach = add("INSERT OR IGNORE INTO reach (ledger, day, at, source, seq) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for Reach { ledger, day, at, sheet, seq } in part.reaches {
            reach.execute(params![ledger, day.to_string(), at.to_string(), sheet, seq])?;
        }
        Ok(())
    }
}
