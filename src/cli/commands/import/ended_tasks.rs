//! Rows that name the task they answer (回访单号): a number given out for another household is a slip of somebody who wrote
//! into the wrong line, and one that no list has named is said.

use crate::cli::books::evaluator::Evaluator;
use crate::cli::context::place::of_row;
use crate::domain::{Books, Contact, Message, Phone, Record, task_numbers};
use crate::journal::{Import, JournalError, ListedTask};
use crate::policy::{Ended, Policy};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The tasks that are over, by the books as they were when the first row of an import named one.
pub struct EndedTasks<'p> {
    policy: &'p Policy,
    today: NaiveDate,
    found: Option<EndedTask>,
}

struct EndedTask {
    books: Books,
    ends: BTreeMap<String, Option<Ended>>,
    /// Which tasks rows answer already, and on which day.
    answered: BTreeSet<(String, NaiveDate)>,
}

impl<'p> EndedTasks<'p> {
    pub fn by(policy: &'p Policy, today: NaiveDate) -> EndedTasks<'p> {
        EndedTasks { policy, today, found: None }
    }

    fn found(&mut self, import: &Import<'_>) -> Result<&EndedTask, JournalError> {
        let found = match self.found.take() {
            Some(found) => found,
            None => EndedTask::of(import.books()?, self.policy, self.today),
        };
        Ok(self.found.insert(found))
    }
}

impl EndedTask {
    fn of(books: Books, policy: &Policy, today: NaiveDate) -> EndedTask {
        let ends = Evaluator::at(today, policy).ends(&books);
        let answers = books.entries.iter().filter_map(|entry| Some((entry.record.fact.task()?, entry.record.at?.date)));
        let answered =
            answers.flat_map(|(cell, on)| task_numbers(cell).map(move |task| (task.to_owned(), on))).collect();
        EndedTask { books, ends, answered }
    }

    /// That the task was over on the day of the row that names it, and what has closed it.
    fn remark(&self, task: &str, on: NaiveDate) -> Option<Message> {
        // The row that answered it written out more fully is the same answer.
        if self.answered.contains(&(task.to_owned(), on)) {
            return None;
        }
        match self.ends.get(task) {
            None => Some(Message::new("cli-import-task-gone").with("task", task)),
            Some(Some(Ended::By { row, on: closed })) if *closed <= on => {
                let message = Message::new("cli-import-task-closed").with("task", task).show("on", closed);
                Some(message.with("place", of_row(&self.books, *row)))
            }
            Some(Some(Ended::Superseded { row, on: since })) if *since < on => {
                let message = Message::new("cli-import-task-superseded").with("task", task).show("on", since);
                Some(message.with("place", of_row(&self.books, *row)))
            }
            Some(Some(Ended::After { last })) if *last < on => {
                Some(Message::new("cli-import-task-past").with("task", task).show("last", last))
            }
            Some(_) => None,
        }
    }
}

/// What is to be said of the tasks a row names.
#[derive(Default)]
pub struct TaskAnswers {
    /// That no list has named one, or that one is over.
    pub odd: Vec<Message>,
    /// Those of a household that the row's customer did not belong to when it was given out. They may do so now.
    pub elsewhere: Vec<ListedTask>,
}

/// Looks the tasks up that the row names.
///
/// # Errors
/// The journal cannot be read.
pub fn answered(record: &Record, import: &Import<'_>, over: &mut EndedTasks<'_>) -> Result<TaskAnswers, JournalError> {
    let mut answered = TaskAnswers::default();
    for task in record.fact.task().iter().flat_map(|cell| task_numbers(cell)) {
        match import.given(task)? {
            None => answered.odd.push(Message::new("cli-import-task-unknown").with("task", task)),
            Some(given) if !numbers_of(record).any(|phone| given.members.contains(phone)) => {
                answered.elsewhere.push(given);
            }
            Some(_) => {
                let on = record.at.map(|at| at.date);
                answered.odd.extend(on.map(|on| Ok(over.found(import)?.remark(task, on))).transpose()?.flatten());
            }
        }
    }
    Ok(answered)
}

/// Why a row cannot stay that names tasks of other households, by the households as they are with every row in; nothing: they
/// have become one household since.
pub fn elsewhere(record: &Record, given: &[ListedTask], households: &BTreeMap<Phone, Phone>) -> Vec<Message> {
    let own = |phone: &Phone| households.get(phone);
    let theirs: Vec<&Phone> = numbers_of(record).filter_map(own).collect();
    let is_other = |given: &&ListedTask| !own(&given.phone).is_some_and(|household| theirs.contains(&household));
    let why = |given: &ListedTask| {
        let message = Message::new("cli-import-task-elsewhere").with("task", given.task.as_str());
        message.with("customer", given.customer.clone().unwrap_or_default()).with("phone", given.phone.masked())
    };
    given.iter().filter(is_other).map(why).collect()
}

fn numbers_of(record: &Record) -> impl Iterator<Item = &Phone> {
    record.contact.iter().flat_map(Contact::phones)
}
