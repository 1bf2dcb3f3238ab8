use super::roster::Roster;
use super::settings::Settings;
use crate::domain::{Message, months_after};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::HashMap;

/// What holds for every row of a table.
pub struct Context<'a> {
    pub settings: &'a Settings,
    pub roster: &'a Roster,
    /// The year of dates without one.
    pub year: Option<i32>,
    /// The last day a date may have: a year after the import.
    pub last: NaiveDate,
    /// Staff who could not be told, so that thousands of rows do not look for the nearest names again.
    pub strangers: RefCell<HashMap<String, Message>>,
}

impl<'a> Context<'a> {
    /// For the rows of a file, whose name may give a year.
    pub fn new(settings: &'a Settings, roster: &'a Roster, year: Option<i32>) -> Self {
        let last = months_after(settings.today, 12);
        Context { settings, roster, year: settings.year.or(year), last, strangers: RefCell::default() }
    }
}
