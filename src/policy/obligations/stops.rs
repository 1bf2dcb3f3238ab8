//! The days on which nothing is asked of anybody about a person.

use crate::domain::{Return, Sale, Stop};
use crate::policy::books::events::Event;
use chrono::NaiveDate;

/// The days on which nothing is asked of anybody about a person: from the first, up to but without the second.
#[derive(Default)]
pub struct Stops(Vec<(NaiveDate, NaiveDate)>);

impl Stops {
    /// From stop rows until they are resumed, and from a return of everything bought until the next purchase.
    pub fn of(events: &[Event]) -> Self {
        let mut stops = Vec::new();
        let mut bought = false;
        let mut boxes: i64 = 0;
        let mut returned_since: Option<NaiveDate> = None;
        for event in events {
            let fact = event.fact();
            if let Some(stop) = fact.row::<Stop>() {
                stops.push((event.date(), stop.resumed.unwrap_or(NaiveDate::MAX)));
            } else if let Some(sale) = fact.row::<Sale>() {
                bought = true;
                boxes += i64::from(sale.boxes.unwrap_or(0));
                stops.extend(returned_since.take().map(|since| (since, event.date())));
            } else if let Some(back) = fact.row::<Return>() {
                boxes -= i64::from(back.boxes);
                if bought && boxes <= 0 {
                    returned_since = returned_since.or(Some(event.date()));
                }
            }
        }
        stops.extend(returned_since.map(|since| (since, NaiveDate::MAX)));
        Stops(stops)
    }

    /// Whether one of the days from `first` to `last`, both included, is stopped.
    pub fn touch(&self, first: NaiveDate, last: NaiveDate) -> bool {
        self.0.iter().any(|(from, until)| *from <= last && first < *until && from < until)
    }
}
