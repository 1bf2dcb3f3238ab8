//! From when on something due is over, and by what.

use super::instance::Instance;
use super::judge::Closing;
use crate::domain::Seq;
use crate::policy::rules::trigger::StartEnd;
use chrono::NaiveDate;

/// From when on something due is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// That row closed it.
    By {
        /// The row.
        row: Seq,
        /// The day it counts for.
        on: NaiveDate,
    },
    /// That row took its place, done or not.
    Superseded {
        /// The row.
        row: Seq,
        /// Its day.
        on: NaiveDate,
    },
    /// It can be done up to that day only.
    After {
        /// That day.
        last: NaiveDate,
    },
}

/// From when on that is over; none: it can still be done.
pub fn ended(instance: &Instance) -> Option<Ended> {
    match instance.closing {
        Closing::OnTime { row, on } | Closing::Late { row, on } => Some(Ended::By { row, on }),
        Closing::Open => match instance.end {
            Some(StartEnd { row, on }) => Some(Ended::Superseded { row, on }),
            None => instance.obligation.is_of_period().then_some(Ended::After { last: instance.deadline }),
        },
    }
}
