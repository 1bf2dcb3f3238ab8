use super::entry::{Entry, EntryPart, Value};
use crate::domain::Message;
use crate::policy::{Clause, ClauseText, Policy, Timed};

/// The values found so far.
#[derive(Default)]
pub struct EntryCollector {
    pub entries: Vec<Entry>,
}

impl EntryCollector {
    pub fn put(&mut self, clause: Option<&Clause>, part: &EntryPart, what: Message, value: Value) {
        self.entries.push(Entry { clause: clause.cloned(), part: part.clone(), what, value, from: None });
    }

    /// What is said only where it is so.
    pub fn if_so(&mut self, clause: Option<&Clause>, part: &EntryPart, what: Message, is_so: bool) {
        if is_so {
            self.put(clause, part, what, Value::Yes);
        }
    }

    /// What need not be laid down.
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
        let entry = |(from, step)| Entry {
            clause: clause.cloned(),
            part: part.clone(),
            what: what.clone(),
            value: value(step),
            from,
        };
        self.entries.extend(timed.steps().map(entry));
    }

    pub fn house(&mut self, policy: &Policy) {
        let part = &EntryPart::House;
        self.put(None, part, Message::new("policy-entry-preset"), Value::Text(policy.preset.clone()));
        self.put(None, part, Message::new("policy-entry-title"), Value::Both(policy.title.clone()));
        let from = policy.in_force_from.map(|day| Value::Text(day.to_string()));
        self.if_any(None, part, Message::new("policy-entry-in-force-from"), from);
    }

    pub fn clause(&mut self, clause: &ClauseText) {
        let ClauseText { id, title, source, statement, interpretation, undecidable, tested: _ } = clause;
        let part = &EntryPart::Clause(id.clone(), title.clone());
        let both = |words: &Option<_>| words.clone().map(Value::Both);
        self.put(Some(id), part, Message::new("policy-entry-title"), Value::Both(title.clone()));
        self.put(Some(id), part, Message::new("policy-entry-source"), Value::Text(source.clone()));
        self.if_any(Some(id), part, Message::new("policy-entry-statement"), both(statement));
        self.if_any(Some(id), part, Message::new("policy-entry-interpretation"), both(interpretation));
        self.if_any(Some(id), part, Message::new("policy-entry-undecidable"), both(undecidable));
    }
}
