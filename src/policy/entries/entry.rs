//! A value of a policy: what it is of, what it says, from when on.

use crate::domain::{Channel, Message};
use crate::policy::{Bilingual, Clause, Value};
use chrono::NaiveDate;
use std::sync::Arc;

/// One value of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyEntry {
    /// The clause it belongs to; none: the whole house's.
    pub clause: Option<Clause>,
    /// What it is a value of.
    pub part: EntryPart,
    /// What it says of it (`policy-entry-…`).
    pub what: Message,
    /// The value.
    pub value: Value,
    /// The day from which it is in force; none: from the beginning.
    pub from: Option<NaiveDate>,
}

/// What a value is a value of.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryPart {
    /// The whole house's.
    House,
    /// What decides whose a household is.
    Ownership,
    /// The hold (保护期) of those ways of registering.
    Hold(Vec<Slot>),
    /// The call list.
    Calls,
    /// Something due, by its id and what people call it.
    Obligation(Arc<str>, Bilingual),
    /// What a breach costs in general.
    Sanctions,
    /// Papers and their days.
    Papers,
    /// A breach, by its id and what people call it.
    Offence(Arc<str>, Bilingual),
    /// A clause, and what it says.
    Clause(Clause, Bilingual),
    /// The house's own words for a field of its ledgers.
    Heading(String),
    /// One of the house's own words of 岗位.
    Role(String),
}

/// A way of registering that has one hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The channel.
    pub channel: Channel,
    /// Of referrals: whether the referrer is clear.
    pub clear: Option<bool>,
}

impl Slot {
    /// The id used in JSON.
    pub const fn id(self) -> &'static str {
        match self.clear {
            Some(true) => "referral-clear",
            Some(false) => "referral-unclear",
            None => self.channel.id(),
        }
    }
}

impl EntryPart {
    /// The id used in JSON; the same part of two policies has the same.
    pub fn id(&self) -> String {
        match self {
            EntryPart::House => "house".to_owned(),
            EntryPart::Ownership => "ownership".to_owned(),
            EntryPart::Hold(slots) => {
                let slots: Vec<&str> = slots.iter().map(|slot| slot.id()).collect();
                format!("hold {}", slots.join(" "))
            }
            EntryPart::Calls => "calls".to_owned(),
            EntryPart::Obligation(id, _) => format!("obligation {id}"),
            EntryPart::Sanctions => "sanctions".to_owned(),
            EntryPart::Papers => "papers".to_owned(),
            EntryPart::Offence(id, _) => format!("offence {id}"),
            EntryPart::Clause(id, _) => format!("clause {id}"),
            EntryPart::Heading(field) => format!("heading {field}"),
            EntryPart::Role(word) => format!("role {word}"),
        }
    }
}
