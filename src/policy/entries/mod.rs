//! What a policy says, value by value: the one list from which it is shown, compared and checked. A new kind of
//! parameter is added here and nowhere else.

mod collect;
mod costs;
mod due;
mod owning;

use super::{Amount, Bilingual, Clause, ClauseText, Policy};
use crate::domain::{Channel, Message};
use chrono::NaiveDate;
use collect::Collect;
use rust_decimal::Decimal;
use std::sync::Arc;

/// One value of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The clause it belongs to; none: the whole house's.
    pub clause: Option<Clause>,
    /// What it is a value of.
    pub part: Part,
    /// What it says of it (`policy-entry-…`).
    pub what: Message,
    pub value: Value,
    /// The day from which it is in force; none: from the beginning.
    pub from: Option<NaiveDate>,
}

/// What a value is a value of.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    House,
    Ownership,
    /// The hold (保护期) of those ways of registering.
    Hold(Vec<Slot>),
    Calls,
    Obligation(Arc<str>, Bilingual),
    Sanctions,
    Papers,
    Offence(Arc<str>, Bilingual),
    Clause(Clause, Bilingual),
    /// The house's own words for a field of its ledgers.
    Heading(String),
}

/// A way of registering that has one hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
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

/// How much, or what.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Days(u32),
    Months(u32),
    Number(Decimal),
    Percent(Decimal),
    Price(Amount),
    Yes,
    /// Ids of a closed list whose words are texts (`report-LIST-ID`).
    Words(&'static str, Vec<&'static str>),
    /// The id of a clause or an offence, a date, or a word of the house.
    Text(String),
    Both(Bilingual),
}

impl Part {
    /// The id used in JSON; the same part of two policies has the same.
    pub fn id(&self) -> String {
        match self {
            Part::House => "house".to_owned(),
            Part::Ownership => "ownership".to_owned(),
            Part::Hold(slots) => {
                let slots: Vec<&str> = slots.iter().map(|slot| slot.id()).collect();
                format!("hold {}", slots.join(" "))
            }
            Part::Calls => "calls".to_owned(),
            Part::Obligation(id, _) => format!("obligation {id}"),
            Part::Sanctions => "sanctions".to_owned(),
            Part::Papers => "papers".to_owned(),
            Part::Offence(id, _) => format!("offence {id}"),
            Part::Clause(id, _) => format!("clause {id}"),
            Part::Heading(field) => format!("heading {field}"),
        }
    }
}

/// Who decides a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The program, from the ledgers.
    Whole,
    /// The program in part; the rest needs people.
    InPart,
    /// People only.
    ByPeople,
}

impl Decided {
    /// The id used in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Decided::Whole => "decided",
            Decided::InPart => "in-part",
            Decided::ByPeople => "by-people",
        }
    }
}

impl Policy {
    /// Everything it says, in the order of the file.
    pub fn entries(&self) -> Vec<Entry> {
        let mut all = Collect::default();
        all.house(self);
        all.ownership(&self.ownership, self);
        all.due(self);
        all.costs(self);
        self.clauses.iter().for_each(|clause| all.clause(clause));
        let headings = self.headings.iter();
        headings.for_each(|(field, words)| {
            let part = Part::Heading(field.clone());
            all.put(None, &part, Message::new("policy-entry-heading"), Value::Text(words.join(" ")));
        });
        all.entries
    }

    /// Who decides a clause: the program where one of its values works on the ledgers, else people only.
    pub fn decided(&self, clause: &ClauseText) -> Decided {
        let of_ledgers = |entry: &Entry| match &entry.part {
            Part::Hold(_) | Part::Obligation(..) | Part::Ownership | Part::Papers => true,
            Part::Offence(id, _) => self.arises(id),
            Part::House | Part::Calls | Part::Sanctions | Part::Clause(..) | Part::Heading(_) => false,
        };
        let works = self.entries().iter().any(|entry| entry.clause.as_ref() == Some(&clause.id) && of_ledgers(entry));
        match (works, &clause.undecidable) {
            (true, None) => Decided::Whole,
            (true, Some(_)) => Decided::InPart,
            (false, _) => Decided::ByPeople,
        }
    }

    /// Whether an offence follows from the ledgers, or is suspected after them, rather than only found by people.
    fn arises(&self, id: &Arc<str>) -> bool {
        let missed = self.obligations.iter().flat_map(|due| [&due.missed, &due.unsigned]).flatten();
        missed.chain(self.papers.offences()).chain(self.ownership.suspicions.offences()).any(|offence| offence == id)
    }
}
