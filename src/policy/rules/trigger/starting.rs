//! What every way of starting something says of itself.

use super::need::HouseholdNeed;
use super::start::{Start, TriggerScene};
use crate::domain::Record;
use crate::policy::rules::query::{Query, QueryField};
use crate::policy::table::TableReader;
use chrono::NaiveDate;

/// How a way of starting something is written.
pub trait TriggerForm: Sized {
    /// The key by which it is told from the others.
    const KEY: &'static str;

    /// Reads it. None: it cannot be used, which has been noted.
    fn read(table: &mut TableReader<'_>) -> Option<Self>;
}

/// What every way of starting something says of itself.
pub trait Starting {
    /// What it starts, of one person, or of a household where it is one of a household.
    fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>>;

    /// The next day after the one the books are read at on which it starts something though no row comes; none: it does not
    /// by itself.
    fn next_day(&self, _scene: &TriggerScene<'_, '_>) -> Option<NaiveDate> {
        None
    }

    /// What an obligation can say beside it.
    fn terms(&self) -> TriggerTerms;

    /// How it is told.
    fn said(&self) -> TriggerWords<'_>;

    /// Whether a row could have started something by that day, whosever it is.
    fn meets(&self, record: &Record, as_of: NaiveDate) -> bool;
}

/// How a trigger is told: a text (`policy-trigger-…`) with `rows`, what its queries pick, `until`, a field, and `count`.
#[derive(Debug, Clone, Copy)]
pub struct TriggerWords<'t> {
    /// The text.
    pub key: &'static str,
    /// Which rows it is about.
    pub queries: &'t [Query],
    /// The field of the day up to which it goes on.
    pub until: Option<QueryField>,
    /// How many days or months it is about.
    pub count: Option<u32>,
}

/// What can be said of an obligation beside its trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TriggerTerms {
    /// The household's state starts it, and ends it.
    pub of_state: Option<HouseholdNeed>,
    /// Its days are a period (a month), which it is not carried past.
    pub is_period: bool,
    /// It says itself on which days something is to be done.
    pub sets_days: bool,
    /// Its rows are purchases, with sellers and an expert.
    pub is_purchase: bool,
}

impl TriggerTerms {
    /// Whether the obligation's own window says its days; else the trigger does.
    pub const fn has_window(self) -> bool {
        !self.sets_days
    }
}
