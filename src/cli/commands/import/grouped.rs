//! What is said of rows of a sheet: the same is said once, with all its rows.

use super::outcome::RowReason;
use std::collections::HashMap;

/// What was said so far, in the order it was first said.
#[derive(Default)]
pub struct GroupedMessages {
    said: Vec<RowReason>,
    at: HashMap<String, usize>,
}

impl GroupedMessages {
    /// Notes a message about a row; equal messages gather their rows.
    pub fn add(&mut self, why: &str, row: u32) {
        if let Some(reason) = self.at.get(why).and_then(|at| self.said.get_mut(*at)) {
            reason.rows.push(row);
        } else {
            self.at.insert(why.to_owned(), self.said.len());
            self.said.push(RowReason { why: why.to_owned(), rows: vec![row] });
        }
    }

    /// The messages, each with all its rows, in the order they were first noted.
    pub fn said(&self) -> &[RowReason] {
        &self.said
    }

    /// Everything that was said, to keep.
    pub fn into_said(self) -> Vec<RowReason> {
        self.said
    }
}
