//! The house's own words for the headings and roles of its ledgers.

use crate::domain::{ClosedList, Message, Role};
use crate::policy::table::{ReadValue, TableReader, WrittenValue};
use std::collections::BTreeMap;

/// The house's headings, by field (`[headings]`).
pub fn headings(file: &mut TableReader<'_>) -> Option<BTreeMap<String, Vec<String>>> {
    let read = every_key(file, "headings", |field, words| Some((field.to_owned(), ReadValue::read_value(words)?)))?;
    Some(read.into_iter().collect())
}

/// The house's words of 岗位 (`[roles]`), written under the role they are or each before its role:
/// `经理 = ["店长", "分部经理"]` or `店长 = "经理"`.
pub fn roles(file: &mut TableReader<'_>) -> Option<BTreeMap<String, Role>> {
    let mut roles = BTreeMap::new();
    every_key(file, "roles", |key, written| {
        for (word, role) in pairs(key, written)? {
            if roles.insert(word.clone(), role).is_some_and(|before| before != role) {
                written.fault(Message::new("policy-fault-role-twice").with("word", word));
            }
        }
        Some(())
    })?;
    Some(roles)
}

/// What that function makes of every key of a table that need not be there. None: one cannot be used, which has been noted.
fn every_key<T>(
    file: &mut TableReader<'_>,
    table: &'static str,
    mut read: impl FnMut(&str, &WrittenValue<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let Some(written) = file.written(table) else {
        return Some(Vec::new());
    };
    written.table(|table| {
        let read: Vec<Option<T>> = table.every_key().iter().map(|(key, value)| read(key, value)).collect();
        read.into_iter().collect()
    })
}

/// The words under a key, each with the role it is.
fn pairs(key: &str, written: &WrittenValue<'_>) -> Option<Vec<(String, Role)>> {
    let listed: Vec<String> = match written.as_list() {
        Some(_) => ReadValue::read_value(written)?,
        None => vec![written.text()?.to_owned()],
    };
    let pairs = match (Role::from_id(key), listed.as_slice()) {
        (Some(role), _) => Some(listed.into_iter().map(|word| (word, role)).collect()),
        (None, [role]) => Role::from_id(role).map(|role| vec![(key.to_owned(), role)]),
        (None, _) => None,
    };
    if pairs.is_none() {
        let known = Role::ALL.iter().map(|role| role.id()).collect::<Vec<_>>();
        written.fault(Message::new("policy-fault-role").with("key", key).with("known", known));
    }
    pairs
}
