//! The numbers of tasks (回访单号) that were put on a list, and whose they were then.

use super::point::to_second;
use super::store::{ListedTask, Transaction, Wait};
use super::{Import, Journal, JournalError};
use chrono::NaiveDateTime;

impl Journal {
    /// Keeps the numbers of tasks, unless the journal cannot be written at once: nobody who only wants to read shall wait for
    /// that, or be refused. What is kept already stays as it was.
    pub fn give_out_if_free(self, tasks: &[ListedTask], at: NaiveDateTime) {
        let give = || -> Result<(), JournalError> {
            let is_new = |given: &&ListedTask| matches!(self.store().listed(&given.task), Ok(None));
            let new: Vec<&ListedTask> = tasks.iter().filter(is_new).collect();
            if new.is_empty() {
                return Ok(());
            }
            let transaction = Transaction::writing(self.store(), Wait::Never)?;
            for task in new {
                transaction.list(task, to_second(at))?;
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
        self.store().listed(task)
    }
}
