//! What ties two phones together.

use crate::domain::{Phone, Seq, StaffId};

/// Why two phones are one person, or two persons one household (docs/how-it-decides.md, Words).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KinshipLink {
    /// The journal row.
    pub row: Seq,
    /// The phones that the row, or the first of its household number, gives.
    pub phones: [Phone; 2],
    /// What ties them.
    pub how: Kinship,
    /// Not applied: both have bought, and their latest sales name these.
    pub refused: Option<[StaffId; 2]>,
}

/// How a row ties two phones together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kinship {
    /// Given beside each other: one person.
    Beside,
    /// A row of the household ledger, with what it says they are to each other.
    Declared {
        /// The relation as written (夫妻); none: not given.
        relation: Option<String>,
    },
    /// Signups of one household number.
    Number {
        /// The household number that both bear.
        number: String,
    },
}
