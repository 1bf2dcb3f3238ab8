//! Gathers the values of a policy.

use super::entry::{EntryPart, PolicyEntry};
use crate::domain::Message;
use crate::policy::rules::parameter::{BelongsTo, Parameters, PolicyParameter};
use crate::policy::{Clause, Policy, Timed, Value};

/// The values found so far.
pub struct EntryCollector<'p> {
    policy: &'p Policy,
    pub entries: Vec<PolicyEntry>,
}

impl<'p> EntryCollector<'p> {
    /// None yet, of that policy.
    pub fn of(policy: &'p Policy) -> Self {
        EntryCollector { policy, entries: Vec::new() }
    }

    /// The parameters of a table, in the order they are declared.
    pub fn table(&mut self, part: &EntryPart, table: &impl Parameters) {
        table.told().into_iter().for_each(|told| self.told(part, told));
    }

    /// The parameters of an entry of a list: what it is called and its clause, then the rest in the order they are declared.
    pub fn listed(&mut self, part: &EntryPart, entry: &impl Parameters) {
        let mut told = entry.told();
        told.sort_by_key(|told| match told.words {
            "policy-entry-title" => 0,
            "policy-entry-clause" => 1,
            _ => 2,
        });
        told.into_iter().for_each(|told| self.told(part, told));
    }

    fn told(&mut self, part: &EntryPart, told: PolicyParameter) {
        let clause = match told.behind {
            BelongsTo::House => None,
            BelongsTo::Clause(clause) => Some(clause),
            BelongsTo::Offence(id) => self.policy.offence(&id).map(|offence| offence.clause.clone()),
        };
        let what = Message { key: told.words, args: Vec::new() };
        self.entries.push(PolicyEntry {
            clause,
            part: part.clone(),
            what,
            value: told.shown.value,
            from: told.shown.from,
        });
    }

    pub fn put(&mut self, clause: Option<&Clause>, part: &EntryPart, what: Message, value: Value) {
        self.entries.push(PolicyEntry { clause: clause.cloned(), part: part.clone(), what, value, from: None });
    }

    /// Adds a yes; a no is not listed.
    pub fn if_so(&mut self, clause: Option<&Clause>, part: &EntryPart, what: Message, is_so: bool) {
        if is_so {
            self.put(clause, part, what, Value::Yes);
        }
    }

    /// Adds a value that may be missing; nothing is listed for none.
    pub fn if_any(&mut self, clause: Option<&Clause>, part: &EntryPart, what: Message, value: Option<Value>) {
        if let Some(value) = value {
            self.put(clause, part, what, value);
        }
    }

    /// A value with its later values.
    pub fn timed<T>(
        &mut self,
        clause: Option<&Clause>,
        part: &EntryPart,
        what: &Message,
        timed: &Timed<T>,
        value: impl Fn(&T) -> Value,
    ) {
        let entry = |(from, step)| PolicyEntry {
            clause: clause.cloned(),
            part: part.clone(),
            what: what.clone(),
            value: value(step),
            from,
        };
        self.entries.extend(timed.steps().map(entry));
    }
}
