//! What a trigger looks at, and what it yields.

use super::need::HouseholdNeed;
use crate::domain::{Phone, Seq, StaffId};
use crate::policy::Clause;
use crate::policy::rules::rows::PersonRows;
use chrono::NaiveDate;

/// What a trigger looks at.
pub struct TriggerScene<'s, 'a> {
    /// The rows of the person; of a household none.
    pub rows: &'s PersonRows<'a>,
    /// What the household's state asks for; of a person nothing.
    pub standing: &'s [Standing<'a>],
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// The day the list is for.
    pub on: NaiveDate,
    /// Whether each row starts something by itself, because it is closed by what stands in it.
    pub is_each_row: bool,
}

/// Something that a household's state asks for as it stands.
pub struct Standing<'a> {
    /// What it asks for.
    pub need: HouseholdNeed,
    /// The day from which.
    pub day: NaiveDate,
    /// The last day on which it can be done in time.
    pub until: NaiveDate,
    /// The number of whom it is about.
    pub phone: &'a Phone,
    /// The row that brought it about.
    pub row: Seq,
    /// Whose claim it is; none: the owner's.
    pub claimant: Option<&'a StaffId>,
    /// The clause it stands under, where that is not the obligation's.
    pub clause: Option<Clause>,
}

/// Something that started: of whom, when, by which rows.
#[derive(Clone)]
pub struct Start<'a> {
    /// The day that counts.
    pub day: NaiveDate,
    /// The number it is about: the smallest its rows give.
    pub phone: Option<&'a Phone>,
    /// What tells it from others of its obligation for good: phone and day as written.
    pub anchor: String,
    /// The rows that started it.
    pub rows: Vec<Seq>,
    /// The own day of the first of them: before it nobody could know.
    pub known: NaiveDate,
    /// The first and the last day it is to be done on, where the trigger sets them itself.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The expert whose call it was.
    pub caller: Option<&'a StaffId>,
    /// Whose claim it is; none: the owner's.
    pub claimant: Option<&'a StaffId>,
    /// The clause, where it is not the obligation's.
    pub clause: Option<Clause>,
    /// Who has to do it as long as the household has no owner; none: nobody.
    pub stand_in: Option<&'a StaffId>,
    /// The task, by its number, whose clause it stands under.
    pub answers: Option<&'a str>,
    /// What ends it before it is done.
    pub end: Option<StartEnd>,
}

/// That something ends by a later row, done or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartEnd {
    /// The row.
    pub row: Seq,
    /// Its day, the last on which it can be done.
    pub on: NaiveDate,
}
