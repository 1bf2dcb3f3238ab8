//! Days that are most likely slips of the page: alone long before or after everything else on their sheet.

use chrono::NaiveDate;

/// A day is alone if everything else on its sheet is more than so many days away.
const ALONE: i64 = 60;

/// The two earliest and the two latest days of a sheet, the outermost with their places.
#[derive(Debug, Clone, Default)]
pub struct OutermostDays<P> {
    rows: u64,
    first: Option<(NaiveDate, P)>,
    second: Option<NaiveDate>,
    last: Option<(NaiveDate, P)>,
    before_last: Option<NaiveDate>,
}

impl<P: Copy> OutermostDays<P> {
    /// Takes in the day of one row; two rows of one day are two.
    pub fn add(&mut self, day: NaiveDate, place: P) {
        self.rows += 1;
        match &self.first {
            Some((first, _)) if day >= *first => self.second = Some(self.second.map_or(day, |next| next.min(day))),
            Some((first, _)) => {
                self.second = Some(*first);
                self.first = Some((day, place));
            }
            None => self.first = Some((day, place)),
        }
        match &self.last {
            Some((last, _)) if day < *last => self.before_last = self.before_last.max(Some(day)),
            Some((last, _)) => {
                self.before_last = Some(*last);
                self.last = Some((day, place));
            }
            None => self.last = Some((day, place)),
        }
    }

    /// The day that lies alone before all others, with its place and the earliest of the others.
    pub fn early(&self) -> Option<(NaiveDate, P, NaiveDate)> {
        let ((day, place), next) = self.first.zip(self.second)?;
        ((next - day).num_days() > ALONE).then_some((day, place, next))
    }

    /// The place of the day that lies alone after all others; of two nobody can say that it is the later one that strays.
    pub fn late(&self) -> Option<P> {
        let ((day, place), before) = self.last.zip(self.before_last)?;
        (self.rows > 2 && (day - before).num_days() > ALONE).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strays(days: &[&str]) -> (Option<usize>, Option<usize>) {
        let mut ends = OutermostDays::default();
        days.iter().enumerate().for_each(|(at, text)| ends.add(text.parse().unwrap(), at));
        (ends.early().map(|(_, at, _)| at), ends.late())
    }

    #[test]
    fn a_day_is_alone_sixty_one_days_before_the_next() {
        assert_eq!(strays(&["2026-11-20", "2026-09-20", "2026-11-21"]), (Some(1), None));
        assert_eq!(strays(&["2026-11-20", "2026-09-21", "2026-11-21"]), (None, None));
        assert_eq!(strays(&["2026-01-01", "2026-11-20"]), (Some(0), None));
        assert_eq!(strays(&["2026-01-01", "2026-01-01", "2026-11-20"]), (None, Some(2)));
        assert_eq!(strays(&["2026-11-20"]), (None, None));
    }

    #[test]
    fn a_day_is_alone_sixty_one_days_after_the_one_before() {
        assert_eq!(strays(&["2026-09-20", "2026-11-20", "2026-09-19"]), (None, Some(1)));
        assert_eq!(strays(&["2026-09-21", "2026-11-20", "2026-09-19"]), (None, None));
        assert_eq!(strays(&["2026-09-21", "2026-12-20", "2026-12-20"]), (Some(0), None));
    }
}
