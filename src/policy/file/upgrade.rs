//! A policy file of the older form, put into that of today: what an obligation says otherwise is written anew in its place,
//! and every other letter of the file, remarks and spaces too, stays as it was.

use super::old_form::{OldEvidence, OldTrigger, lacking, whose};
use crate::domain::ClosedList;
use crate::policy::table::{PolicyError, read_document};
use crate::policy::{By, Policy};
use std::ops::Range;
use toml_spanner::{Arena, Item, Table, TableStyle, parse_recoverable};

/// A policy file as it says the same in today's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpgradedPolicy {
    /// The whole text.
    pub text: String,
    /// The ids of the obligations that are written anew, in the order of the file.
    pub obligations: Vec<String>,
}

impl Policy {
    /// The same policy in today's form; none: it is of that form already.
    ///
    /// # Errors
    /// The policy cannot be used as it is: all its faults.
    pub fn upgraded(text: &str) -> Result<Option<UpgradedPolicy>, PolicyError> {
        Policy::parse(text)?;
        let arena = Arena::new();
        let document = parse_recoverable(text, &arena);
        let mut rewriting = Rewriting { text, changes: Vec::new(), obligations: Vec::new() };
        let listed = document.table().get("obligation").and_then(Item::as_array);
        listed.into_iter().flat_map(|list| list.iter()).filter_map(Item::as_table).for_each(|table| {
            // A sound obligation has all that is asked for here, so nothing is left out in silence.
            let _ = rewriting.obligation(table);
        });
        Ok((!rewriting.obligations.is_empty()).then(|| rewriting.done()))
    }
}

struct Rewriting<'t> {
    text: &'t str,
    /// What stands where, and what is to stand there.
    changes: Vec<(Range<usize>, String)>,
    obligations: Vec<String>,
}

impl<'t> Rewriting<'t> {
    /// Puts an obligation into today's form, if it is of the older. None: it is not sound.
    fn obligation(&mut self, table: &Table<'_>) -> Option<()> {
        let Some(trigger) = table.get("trigger") else { return Some(()) };
        let on = OldTrigger::from_id(trigger.as_str()?)?.on();
        let by = By::from_id(table.get("by")?.as_str()?)?;
        let evidence = table.get("evidence")?;
        self.obligations.push(table.get("id")?.as_str()?.to_owned());
        for (key, item) in table.iter() {
            let (name, value) = (key.span.range(), item.span().range());
            match key.name {
                "trigger" => self.put(name, value, "on", on),
                "with_expert" if item.as_bool() == Some(true) => self.put(name, value, "with", "\"expert\""),
                "with_expert" => self.changes.push((name.start..value.end, String::new())),
                "unsigned" => {
                    let offence = self.text.get(value.clone())?;
                    self.put(name, value, "lacking", &lacking(offence));
                }
                _ => {}
            }
        }
        self.evidence(evidence, by)
    }

    /// In a line it is written anew as a whole; over several lines key by key, so that what is remarked between them stays.
    fn evidence(&mut self, item: &Item<'_>, by: By) -> Option<()> {
        let table = item.as_table()?;
        let old = self.read(table)?;
        if table.style() == TableStyle::Inline {
            self.changes.push((item.span().range(), old.written(by)));
            return Some(());
        }
        let mut asked = old.asked();
        for (key, item) in table.iter() {
            let (name, value) = (key.span.range(), item.span().range());
            match key.name {
                "by" => self.changes.push((value, whose(by).to_owned())),
                "method" | "accompanied" => match asked.take() {
                    Some(asked) => self.put(name, value, "where", &asked),
                    None => self.changes.push((name.start..value.end, String::new())),
                },
                "dated" => {
                    let mut parts = old.dated_parts();
                    let (_, dated) = parts.next()?;
                    let others: String = parts.map(|(key, value)| format!("\n{key} = {value}")).collect();
                    self.changes.push((value, format!("{dated}{others}")));
                }
                _ => {}
            }
        }
        Some(())
    }

    fn read(&self, table: &Table<'_>) -> Option<OldEvidence> {
        let pair = |(key, item): (&toml_spanner::Key<'_>, &Item<'_>)| {
            Some(format!("{} = {}", key.name, self.text.get(item.span().range())?))
        };
        let pairs: Vec<String> = table.iter().map(|(key, item)| pair((key, item))).collect::<Option<_>>()?;
        read_document(&pairs.join("\n"), OldEvidence::read).ok()
    }

    fn put(&mut self, name: Range<usize>, value: Range<usize>, key: &str, today: &str) {
        self.changes.push((name, key.to_owned()));
        self.changes.push((value, today.to_owned()));
    }

    fn done(mut self) -> UpgradedPolicy {
        let mut text = self.text.to_owned();
        self.changes.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        for (place, today) in self.changes {
            text.replace_range(place, &today);
        }
        UpgradedPolicy { text, obligations: self.obligations }
    }
}
