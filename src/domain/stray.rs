//! Days that are most likely slips of the pen: too far ahead, or alone long before everything else on their sheet.

use chrono::{Days, NaiveDate};

/// A day is alone if everything else on its sheet is more than so many days later.
const ALONE: i64 = 60;

/// Whether what has happened cannot have been known on the day of the import: later than the day after it.
pub fn lies_ahead(day: NaiveDate, imported: NaiveDate) -> bool {
    imported.checked_add_days(Days::new(1)).is_some_and(|last| day > last)
}

/// The earliest day of a sheet with its place, and the next one.
#[derive(Debug, Clone, Default)]
pub struct Earliest<P> {
    first: Option<(NaiveDate, P)>,
    next: Option<NaiveDate>,
}

impl<P> Earliest<P> {
    /// Takes in the day of one row; two rows of one day are two.
    pub fn add(&mut self, day: NaiveDate, place: P) {
        match &self.first {
            Some((first, _)) if day >= *first => self.next = Some(self.next.map_or(day, |next| next.min(day))),
            Some((first, _)) => {
                self.next = Some(*first);
                self.first = Some((day, place));
            }
            None => self.first = Some((day, place)),
        }
    }

    /// The day that lies alone before all others, with its place and the earliest of the others.
    pub fn stray(self) -> Option<(NaiveDate, P, NaiveDate)> {
        let ((day, place), next) = self.first.zip(self.next)?;
        ((next - day).num_days() > ALONE).then_some((day, place, next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stray(days: &[&str]) -> Option<usize> {
        let mut earliest = Earliest::default();
        days.iter().enumerate().for_each(|(at, text)| earliest.add(day(text), at));
        earliest.stray().map(|(_, at, _)| at)
    }

    #[test]
    fn a_day_is_alone_sixty_one_days_before_the_next() {
        assert_eq!(stray(&["2026-11-20", "2026-09-20", "2026-11-21"]), Some(1));
        assert_eq!(stray(&["2026-11-20", "2026-09-21", "2026-11-21"]), None);
        assert_eq!(stray(&["2025-11-20", "2025-11-20", "2026-11-21"]), None);
        assert_eq!(stray(&["2025-11-20"]), None);
    }

    #[test]
    fn the_day_after_the_import_is_the_last_that_can_be() {
        let ahead = |text| lies_ahead(day(text), day("2026-11-30"));
        assert_eq!([ahead("2026-12-01"), ahead("2026-12-02")], [false, true]);
    }
}
