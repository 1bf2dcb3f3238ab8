//! What all tables of a file share while it is read: its text, its whole, and the faults found so far.

use super::fault::PolicyFault;
use crate::domain::Message;
use std::cell::RefCell;
use std::ops::Range;
use toml_spanner::Table;

/// A file while it is read.
pub struct Reading<'r> {
    pub text: &'r str,
    /// The table of the whole file.
    pub root: &'r Table<'r>,
    /// In the order they were found.
    pub faults: RefCell<Vec<PolicyFault>>,
}

impl Reading<'_> {
    /// Notes a fault.
    pub fn fault(&self, span: Range<usize>, message: Message) {
        self.faults.borrow_mut().push(PolicyFault::at(self.text, span, message));
    }
}
