//! Something due, as a policy lays it down (应办事项).

use crate::domain::{Kind, months_after};
use crate::policy::rules::days::days_after;
use crate::policy::rules::query::{AsWhere, Condition, Query};
use crate::policy::rules::trigger::{Starting, Trigger};
use crate::policy::rules::words::{By, EvidenceBy, Same, WindowUnit};
use crate::policy::{Bilingual, Clause, Subject, Timed};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// Something due (docs/how-it-decides.md, What is due): trigger, window, who, evidence, and what missing it is.
#[derive(Debug, Clone, Serialize)]
pub struct Obligation {
    /// The id that tasks and violations name.
    pub id: Arc<str>,
    /// What people call it; none: it is of every house, and has its name in the texts.
    pub title: Option<Bilingual>,
    /// The clause that asks for it; of a claim that of its hold; none: no clause does.
    pub clause: Option<Clause>,
    /// What starts it.
    #[serde(rename = "on")]
    pub trigger: Trigger,
    /// The days in which it is to be done; none: the trigger sets them.
    pub window: Option<Window>,
    /// Days before the deadline from which it is listed; none: from the window's start.
    pub listed_before: Option<Timed<u32>>,
    /// Who has to do it.
    pub by: By,
    /// Whether only the one who made the sale answers for it.
    pub seller_answers: bool,
    /// Whether the purchase's expert goes along.
    pub with_expert: bool,
    /// What closes it.
    pub evidence: Evidence,
    /// The offence of missing it.
    pub missed: Option<Arc<str>>,
    /// What the rows that close it in time must say too, one of them at least.
    pub lacking: Option<Lacking>,
}

/// The days after the trigger's in which something is to be done, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Window {
    /// How many days or months after the trigger's day it begins.
    pub from: Timed<u32>,
    /// How many days or months after the trigger's day it ends.
    pub to: Timed<u32>,
    /// What both are counted in.
    pub unit: WindowUnit,
}

/// Which rows close an obligation (凭据).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// What the rows must be, and by which of their dates they count.
    pub query: Query,
    /// What rows of other ledgers must be that close it as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Query>,
    /// Whose they must be.
    pub by: EvidenceBy,
    /// Whether others than the row that started it are meant, or that row.
    pub same: Same,
}

/// An offence of having done something in time, but never so (凭据不全).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lacking {
    /// What one of the rows must say at least.
    #[serde(rename = "where", serialize_with = "as_where")]
    pub conditions: Vec<Condition>,
    /// The offence where none does.
    pub offence: Arc<str>,
}

fn as_where<S: Serializer>(conditions: &[Condition], serializer: S) -> Result<S::Ok, S::Error> {
    AsWhere(conditions).serialize(serializer)
}

impl Obligation {
    /// What it is due about: a person, or a household as long as its state asks for it.
    pub fn subject(&self) -> Subject {
        match self.trigger.terms().of_state {
            Some(_) => Subject::Household,
            None => Subject::Person,
        }
    }

    /// Whether it is due in a period, which it is not carried past.
    pub fn is_of_period(&self) -> bool {
        self.trigger.terms().is_period
    }

    /// Whether it is due in every house, by no policy; nobody misses it.
    pub fn is_of_every_house(&self) -> bool {
        self.title.is_none()
    }

    /// Whether it looks for rows of that ledger, as what starts it or closes it.
    pub fn looks_into(&self, ledger: Kind) -> bool {
        let queries = self.trigger.said().queries.iter().chain(self.evidence.queries());
        queries.into_iter().any(|query| query.ledger == ledger)
    }

    /// The offences that can come of it.
    pub fn offences(&self) -> impl Iterator<Item = &Arc<str>> {
        self.missed.iter().chain(self.lacking.as_ref().map(|lacking| &lacking.offence))
    }
}

impl Evidence {
    /// What the rows must be, of each ledger they may stand in.
    pub fn queries(&self) -> impl Iterator<Item = &Query> {
        std::iter::once(&self.query).chain(&self.others)
    }

    /// What a row of that ledger must be.
    pub fn query_of(&self, ledger: Kind) -> &Query {
        self.others.iter().find(|query| query.ledger == ledger).unwrap_or(&self.query)
    }
}

impl Window {
    /// The first and the last day of what started on that day.
    pub fn days(&self, trigger: NaiveDate) -> (NaiveDate, NaiveDate) {
        let after = |count: &Timed<u32>| match self.unit {
            WindowUnit::Days => days_after(trigger, *count.at(trigger)),
            WindowUnit::Months => months_after(trigger, *count.at(trigger)),
        };
        (after(&self.from), after(&self.to))
    }
}
