//! Held files, listed tasks and policies.

use super::SqliteStore;
use super::columns::{listed, stamp, time};
use crate::domain::Phone;
use crate::journal::content::json;
use crate::journal::error::JournalError;
use crate::journal::store::{HeldFile, KeptPolicy, ListedTask, Shelf};
use chrono::NaiveDateTime;
use rusqlite::params;

impl Shelf for SqliteStore {
    fn held(&self) -> Result<Vec<HeldFile>, JournalError> {
        self.list("SELECT path, hash, at, there, gone, twins FROM held ORDER BY path", |row| {
            let (path, hash, at) = (row.get(0)?, row.get(1)?, time(row, 2)?);
            Ok(HeldFile { path, hash, at, there: row.get(3)?, gone: row.get(4)?, twins: row.get(5)? })
        })
    }

    fn hold(&self, held: &HeldFile) -> Result<(), JournalError> {
        let HeldFile { path, hash, at, there, gone, twins } = held;
        let put = "REPLACE INTO held (path, hash, at, there, gone, twins) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.execute(put, params![path, &hash[..], stamp(*at), there, gone, twins])
    }

    fn let_go(&self, path: &str, hash: &[u8; 32]) -> Result<(), JournalError> {
        self.execute("DELETE FROM held WHERE path = ?1 OR hash = ?2", params![path, &hash[..]])
    }

    fn listed(&self, task: &str) -> Result<Option<ListedTask>, JournalError> {
        let found = self.list_of("SELECT phone, customer, members FROM given WHERE task = ?1", [task], |row| {
            let phone = Phone::normalised(row.get_ref(0)?.as_str()?);
            Ok(ListedTask { task: task.to_owned(), phone, customer: row.get(1)?, members: listed(row, 2)? })
        })?;
        Ok(found.into_iter().next())
    }

    fn list(&self, task: &ListedTask, at: NaiveDateTime) -> Result<(), JournalError> {
        let ListedTask { task, phone, customer, members } = task;
        let add = "INSERT OR IGNORE INTO given (task, at, phone, customer, members) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.execute(add, params![task, stamp(at), phone.as_str(), customer, json(members)])
    }

    fn policy(&self, beginning: &str) -> Result<Option<KeptPolicy>, JournalError> {
        let find =
            "SELECT digest, at, text FROM policy WHERE substr(digest, 1, length(?1)) = ?1 ORDER BY at DESC LIMIT 1";
        let found = self.list_of(find, [beginning], |row| {
            Ok(KeptPolicy { digest: row.get(0)?, at: time(row, 1)?, text: row.get(2)? })
        })?;
        Ok(found.into_iter().next())
    }

    fn keep_policy(&self, policy: &KeptPolicy) -> Result<(), JournalError> {
        let add = "INSERT OR IGNORE INTO policy (digest, at, text) VALUES (?1, ?2, ?3)";
        self.execute(add, params![policy.digest, stamp(policy.at), policy.text])
    }
}
