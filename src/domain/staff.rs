//! Staff numbers.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The number of a member of staff (工号), as the roster gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffId(Arc<str>);

impl StaffId {
    /// Takes the number as written on the roster.
    pub fn new(id: &str) -> Self {
        StaffId(id.into())
    }

    /// The staff number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StaffId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
