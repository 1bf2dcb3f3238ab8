//! What tasks and violations are about.

use serde::{Deserialize, Serialize};

/// What a task or a violation is about (`subject`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// One household.
    Household,
    /// One customer.
    Person,
    /// A member of staff.
    Staff,
}

impl Subject {
    /// The id used in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Subject::Household => "household",
            Subject::Person => "person",
            Subject::Staff => "staff",
        }
    }
}
