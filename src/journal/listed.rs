//! The numbers of tasks (回访单号) that were put on a list, and whose they were then.

use super::content::json;
use super::time::stamp;
use super::{Import, Journal, JournalError};
use crate::domain::Phone;
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, params};
use std::time::Duration;

/// A task that was put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedTask {
    /// Its number.
    pub task: String,
    /// Whom it was about, as the list named them.
    pub phone: Phone,
    pub customer: Option<String>,
    /// Every number of the household when it was put on a list first.
    pub members: Vec<Phone>,
}

impl Journal {
    /// Keeps the numbers of tasks, unless the journal cannot be written at once: nobody who only wants to read shall wait for
    /// that, or be refused. What is kept already stays as it was.
    pub fn give_out_if_free(self, tasks: &[ListedTask], at: NaiveDateTime) {
        let give = || -> rusqlite::Result<()> {
            self.connection.busy_timeout(Duration::ZERO)?;
            let mut known = self.connection.prepare("SELECT 1 FROM given WHERE task = ?1")?;
            let is_new = |given: &&ListedTask| known.exists([&given.task]).is_ok_and(|known| !known);
            let new: Vec<&ListedTask> = tasks.iter().filter(is_new).collect();
            if new.is_empty() {
                return Ok(());
            }
            let transaction = self.connection.unchecked_transaction()?;
            let add = "INSERT OR IGNORE INTO given (task, at, phone, customer, members) VALUES (?1, ?2, ?3, ?4, ?5)";
            for ListedTask { task, phone, customer, members } in new {
                let values = params![task, stamp(at), phone.as_str(), customer, json(members)];
                transaction.prepare_cached(add)?.execute(values)?;
            }
            transaction.commit()
        };
        // Lists can be made of journals that only can be read.
        let _ = give();
    }
}

impl Import<'_> {
    /// The task put on a list under that number; none: no list has named it.
    pub fn given(&self, task: &str) -> Result<Option<ListedTask>, JournalError> {
        let find = "SELECT phone, customer, members FROM main.given WHERE task = ?1";
        let found = || {
            let mut statement = self.connection().prepare_cached(find)?;
            let given = statement.query_row([task], |row| {
                Ok(ListedTask {
                    task: task.to_owned(),
                    phone: Phone::normalised(&row.get::<_, String>(0)?),
                    customer: row.get(1)?,
                    members: serde_json::from_str(&row.get::<_, String>(2)?).unwrap_or_default(),
                })
            });
            given.optional()
        };
        found().map_err(|error| JournalError::of(error, self.path()))
    }
}
