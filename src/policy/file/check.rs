//! The tables of a policy file, and what is between them.

mod due;
mod holds;

use super::roles::{headings, roles};
use crate::domain::Message;
use crate::policy::rules::agreed::of_every_house;
use crate::policy::rules::owning::{OwnershipClauses, Suspicions};
use crate::policy::table::{TableReader, read_document};
use crate::policy::{Calls, ClauseText, Offence, Ownership, Papers, Policy, PolicyError, Sanctions};
use std::collections::HashSet;

fn policy(file: &mut TableReader<'_>) -> Option<Policy> {
    ["clause", "offence", "obligation"].into_iter().for_each(|list| each_id_once(file, list));
    no_id_of_every_house(file);
    let holds = holds::holds(file);
    let ownership = file.table("ownership", |table| {
        let clauses = table.table("clauses", OwnershipClauses::read);
        let suspicions = table.table("suspicions", Suspicions::read);
        Ownership::read(table, holds, clauses, suspicions)
    });
    let calls = file.table("calls", Calls::read);
    let obligations = every(file.tables("obligation", due::obligation));
    let sanctions = file.table("sanctions", Sanctions::read);
    let papers = file.table("papers", Papers::read);
    let offences = every(file.tables("offence", Offence::read));
    let clauses = every(file.tables("clause", ClauseText::read));
    let (headings, roles) = (headings(file), roles(file));
    Policy::read(file, ownership, obligations, calls, papers, offences, sanctions, clauses, headings, roles)
}

/// All of a list, if each could be read.
fn every<T>(list: Option<Vec<Option<T>>>) -> Option<Vec<T>> {
    list?.into_iter().collect()
}

/// Notes ids that several entries of a list have.
fn each_id_once(file: &TableReader<'_>, list: &'static str) {
    let entries = file.glance(list).and_then(|list| list.as_list()).unwrap_or_default();
    let mut seen = HashSet::new();
    for id in entries.iter().filter_map(|entry| entry.of_key("id")) {
        if let Some(text) = id.as_text().filter(|text| !seen.insert(*text)) {
            id.fault(Message::new("policy-fault-twice").with("id", text));
        }
    }
}

/// Notes obligations with the id of one that is of every house.
fn no_id_of_every_house(file: &TableReader<'_>) {
    let entries = file.glance("obligation").and_then(|list| list.as_list()).unwrap_or_default();
    for id in entries.iter().filter_map(|entry| entry.of_key("id")) {
        let is_taken = |text: &&str| of_every_house().iter().any(|obligation| &*obligation.id == *text);
        if let Some(text) = id.as_text().filter(is_taken) {
            id.fault(Message::new("policy-fault-of-every-house").with("id", text));
        }
    }
}

impl Policy {
    /// The presets that come with the program: name and text.
    pub const PRESETS: [(&'static str, &'static str); 1] =
        [("meeting-sales", include_str!("../presets/meeting-sales.toml"))];

    /// The text of a preset's policy file.
    pub fn preset_text(name: &str) -> Option<&'static str> {
        Policy::PRESETS.iter().find(|(of, _)| *of == name).map(|(_, text)| *text)
    }

    /// The id of the preset called so, by its id or by its title in either language.
    pub fn preset_called(asked: &str) -> Option<&'static str> {
        let is_meant = |name: &str, text: &str| {
            let title = || Policy::parse(text).map(|policy| policy.title);
            name == asked || title().is_ok_and(|title| title.zh == asked || title.en.eq_ignore_ascii_case(asked))
        };
        Policy::PRESETS.iter().find(|(name, text)| is_meant(name, text)).map(|(name, _)| *name)
    }

    /// Reads a policy file.
    ///
    /// # Errors
    /// All faults, each with its line and column: what is no TOML, keys that are unknown, missing or of another kind,
    /// unknown clauses, channels in two holds or in none, obligations without evidence, ranges and windows upside down.
    pub fn parse(text: &str) -> Result<Policy, PolicyError> {
        read_document(text, policy)
    }
}

#[cfg(test)]
mod tests;
