//! The policies that batches and reports were made under, kept by their digests.

use super::time::stamp;
use super::time::time;
use super::{Import, Journal, JournalError};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, params};
use std::time::Duration;

impl Journal {
    /// The text of the policy whose digest begins like that, if one was kept.
    pub fn kept_policy(&self, digest: &str) -> Result<Option<String>, JournalError> {
        let find = "SELECT text FROM policy WHERE substr(digest, 1, length(?1)) = ?1 ORDER BY at DESC";
        let found = self.connection.query_row(find, [digest], |row| row.get(0)).optional();
        found.map_err(|error| self.error(error))
    }

    /// Since when the policy of that digest is known here; none: something is, but not that one.
    pub fn policy_known_since(&self, digest: &str) -> Result<Option<NaiveDateTime>, JournalError> {
        let find = "SELECT at FROM policy WHERE digest = ?1";
        let found: Option<String> = self
            .connection
            .query_row(find, [digest], |row| row.get(0))
            .optional()
            .map_err(|error| self.error(error))?;
        Ok(found.as_deref().map(time))
    }

    /// Keeps a policy that a report was made under, unless the journal cannot be written at once: nobody who only wants to
    /// read shall wait for that, or be refused.
    pub fn keep_policy_if_free(self, digest: &str, text: &str, at: NaiveDateTime) {
        if self.connection.busy_timeout(Duration::ZERO).is_ok() {
            let _ = keep(&self.connection, digest, text, at);
        }
    }
}

impl Import<'_> {
    /// Keeps the policy that the batch is taken in under.
    pub fn keep_policy(&self, digest: &str, text: &str, at: NaiveDateTime) -> Result<(), JournalError> {
        keep(self.connection(), digest, text, at).map_err(|error| JournalError::of(error, self.path()))
    }
}

fn keep(connection: &Connection, digest: &str, text: &str, at: NaiveDateTime) -> rusqlite::Result<()> {
    let add = "INSERT OR IGNORE INTO policy (digest, at, text) VALUES (?1, ?2, ?3)";
    connection.execute(add, params![digest, stamp(at), text]).map(drop)
}
