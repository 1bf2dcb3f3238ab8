//! Moments as reports give them to programs.

use super::{Cell, CellValue};
use crate::domain::Moment;
use chrono::NaiveDateTime;
use serde::{Serialize, Serializer};
use std::fmt;

/// When something was done to the books, to the second, in the time zone of the machine that did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub NaiveDateTime);

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d %H:%M:%S"))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<Timestamp> for Cell {
    fn from(Timestamp(at): Timestamp) -> Self {
        CellValue::Moment(Moment { date: at.date(), time: Some(at.time()) }).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_get_it_as_people_read_it() {
        let at = Timestamp("2026-10-30T09:05:07".parse().unwrap());
        assert_eq!(serde_json::to_string(&at).unwrap(), r#""2026-10-30 09:05:07""#);
        let CellValue::Moment(shown) = Cell::from(at).value else { unreachable!() };
        assert_eq!(shown.to_string(), at.to_string());
    }
}
