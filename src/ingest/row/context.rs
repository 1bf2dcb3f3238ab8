//! What holds for every row of a table while it is read.

use crate::domain::{Message, months_after};
use crate::ingest::row::roster::StaffFinder;
use crate::ingest::settings::IngestSettings;
use crate::ingest::values::date::FileNameDates;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::HashMap;

/// What holds for every row of a table.
pub struct RowContext<'a> {
    pub settings: &'a IngestSettings,
    pub roster: &'a StaffFinder,
    /// The year of dates without one: whoever imports has said it.
    pub year: Option<i32>,
    /// The year, perhaps with a month, that the file's name gives to dates without one.
    pub named: Option<FileNameDates>,
    /// The last day that what has happened may have: the day after the import.
    pub tomorrow: NaiveDate,
    /// The last day that what lies ahead may have: ten years after the import.
    pub horizon: NaiveDate,
    /// Staff who could not be told, so that thousands of rows do not look for the nearest names again.
    pub strangers: RefCell<HashMap<String, Message>>,
}

impl<'a> RowContext<'a> {
    /// For the rows of a file, whose name may give a year.
    pub fn new(settings: &'a IngestSettings, roster: &'a StaffFinder, named: Option<FileNameDates>) -> Self {
        let tomorrow = settings.today.succ_opt().unwrap_or(NaiveDate::MAX);
        let horizon = months_after(settings.today, 120);
        let (year, strangers) = (settings.year, RefCell::default());
        RowContext { settings, roster, year, named, tomorrow, horizon, strangers }
    }

    /// The year of dates without one.
    pub fn year_taken(&self) -> Option<i32> {
        self.year.or(self.named.map(|named| named.year))
    }
}
