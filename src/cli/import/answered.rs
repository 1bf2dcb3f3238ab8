//! Rows that name the task they answer (回访单号): a number given out for another household is a slip of somebody who wrote
//! into the wrong line, and one that no list has named is said.

use crate::domain::{Contact, Message, Phone, Record};
use crate::journal::{Given, Import, JournalError};
use std::collections::BTreeMap;

/// What is to be said of the tasks a row names.
#[derive(Default)]
pub struct Answered {
    /// Those that no list has named.
    pub unknown: Vec<Message>,
    /// Those of a household that the row's customer did not belong to when it was given out. They may do so now.
    pub elsewhere: Vec<Given>,
}

/// Looks the tasks up that the row names.
///
/// # Errors
/// The journal cannot be read.
pub fn answered(record: &Record, import: &Import<'_>) -> Result<Answered, JournalError> {
    let mut answered = Answered::default();
    for task in record.fact.task().iter().flat_map(|cell| numbers(cell)) {
        match import.given(task)? {
            None => answered.unknown.push(Message::new("cli-import-task-unknown").with("task", task)),
            Some(given) if !numbers_of(record).any(|phone| given.members.contains(phone)) => {
                answered.elsewhere.push(given);
            }
            Some(_) => {}
        }
    }
    Ok(answered)
}

/// Why a row cannot stay that names tasks of other households, by the households as they are with every row in; nothing: they
/// have become one household since.
pub fn elsewhere(record: &Record, given: &[Given], households: &BTreeMap<Phone, Phone>) -> Vec<Message> {
    let own = |phone: &Phone| households.get(phone);
    let theirs: Vec<&Phone> = numbers_of(record).filter_map(own).collect();
    let is_other = |given: &&Given| !own(&given.phone).is_some_and(|household| theirs.contains(&household));
    let why = |given: &Given| {
        let message = Message::new("cli-import-task-elsewhere").with("task", given.task.as_str());
        message.with("customer", given.customer.clone().unwrap_or_default()).with("phone", given.phone.masked())
    };
    given.iter().filter(is_other).map(why).collect()
}

/// The numbers of tasks in a cell.
fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    let parts = |of: char| matches!(of, '、' | '，' | ',' | ';' | '；' | '/') || of.is_whitespace();
    cell.split(parts).filter(|number| !number.is_empty())
}

fn numbers_of(record: &Record) -> impl Iterator<Item = &Phone> {
    record.contact.iter().flat_map(Contact::phones)
}
