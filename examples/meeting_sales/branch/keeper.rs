use super::calendar::later;
use super::staff::{GAO, PENG, TANG, TANG_LEAVES};
use chrono::NaiveDate;

/// Who looks after a household: one specialist, or two where the first one leaves.
#[derive(Clone, Copy)]
pub struct Keeper {
    pub staff: &'static str,
    /// Who was given it after the first one had left, and when.
    pub then: Option<(NaiveDate, &'static str)>,
}

impl Keeper {
    /// A specialist who stays.
    pub fn of(staff: &'static str) -> Keeper {
        Keeper { staff, then: None }
    }

    /// Who it is on that day; nobody while it waits to be assigned.
    pub fn on(&self, day: NaiveDate) -> Option<&'static str> {
        if self.staff != TANG || day <= TANG_LEAVES {
            return Some(self.staff);
        }
        self.then.filter(|(from, _)| *from <= day).map(|(_, staff)| staff)
    }

    /// That day, or the first one after it on which somebody looks after them.
    pub fn day(&self, day: NaiveDate) -> Option<NaiveDate> {
        match (self.on(day), self.then) {
            (Some(_), _) => Some(day),
            (None, Some((from, _))) => Some(later(from, 1)),
            (None, None) => None,
        }
    }

    /// In how many of a hundred cases something is forgotten.
    pub fn carelessness(&self) -> usize {
        match self.staff {
            GAO => 18,
            PENG => 24,
            TANG => 10,
            _ => 3,
        }
    }
}
