//! One thing due.

use super::doer::Doer;
use super::judge::Closing;
use crate::domain::{Seq, StaffId};
use crate::policy::books::identity::PersonIx;
use crate::policy::rules::trigger::StartEnd;
use crate::policy::{Clause, Obligation};
use chrono::NaiveDate;

/// One thing due: of whom, about whom, from when to when, and how it stands.
pub struct Instance<'s, 'a> {
    /// What the policy lays down.
    pub obligation: &'s Obligation,
    /// The clause it stands under; none: no clause asks for it.
    pub clause: Option<Clause>,
    /// Whom it is about.
    pub person: PersonIx,
    /// The day it started.
    pub trigger: NaiveDate,
    /// The first day it can be done.
    pub start: NaiveDate,
    /// The last day it is done in time.
    pub deadline: NaiveDate,
    /// The first day it is listed.
    pub listed_from: NaiveDate,
    /// Who has to do it.
    pub doer: Doer<'a>,
    /// The expert of the purchase behind it.
    pub expert: Option<&'a StaffId>,
    /// Who made the sale, where only they answer for it.
    pub sellers: Option<Vec<&'a StaffId>>,
    /// What tells it from others of its obligation for good: phone and day as written.
    pub anchor: String,
    /// The rows that started it.
    pub rows: Vec<Seq>,
    /// The own day of the first of them.
    pub known: NaiveDate,
    /// The task, by its number, whose clause it stands under.
    pub answers: Option<&'a str>,
    /// The later row that ends it, done or not.
    pub end: Option<StartEnd>,
    /// How it stands.
    pub closing: Closing,
}
