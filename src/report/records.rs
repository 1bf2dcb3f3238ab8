//! A report for programs: its rows as JSON texts, before they are put together.

use serde::Serialize;

/// What a program gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Records {
    /// A list: of each row its JSON.
    Rows(Vec<String>),
    /// One thing that is no list.
    One(String),
}

impl Records {
    /// Those rows, in their order.
    ///
    /// # Errors
    /// A row that cannot be said in JSON.
    pub fn rows<R: Serialize>(rows: &[R]) -> Result<Records, serde_json::Error> {
        rows.iter().map(serde_json::to_string).collect::<Result<_, _>>().map(Records::Rows)
    }

    /// One thing.
    ///
    /// # Errors
    /// It cannot be said in JSON.
    pub fn one<R: Serialize>(thing: &R) -> Result<Records, serde_json::Error> {
        serde_json::to_string(thing).map(Records::One)
    }

    /// The first rows, and how many are left out; one thing as it is.
    pub fn first_rows(self, count: usize) -> (Records, usize) {
        match self {
            Records::Rows(mut rows) => {
                let hidden = rows.len().saturating_sub(count);
                rows.truncate(count);
                (Records::Rows(rows), hidden)
            }
            one => (one, 0),
        }
    }
}
