//! What a cluster of households is judged to be: a value of its own that can be written down, read back, and used again as long
//! as it stands.

use super::assessment::{Observation, Task};
use super::draft::DraftViolation;
use super::household::Household;
use crate::domain::{Phone, Seq, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is concluded of households that depend on each other, before what is counted per person of staff: ladders, papers,
/// and what leavers left behind in all clusters together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterVerdict {
    /// The households, each as it is at the end of the day it was judged for.
    pub households: Vec<Household>,
    /// What is on the call list about them.
    pub tasks: Vec<Task>,
    /// What was missed or is suspected.
    pub drafts: Vec<DraftViolation>,
    /// What leavers left behind.
    pub left_behind: Vec<LeftBehind>,
    /// What somebody should look at.
    pub observations: Vec<Observation>,
    /// The last day for which the same rows say the same, if no row comes: as-of day up to that one, with the list of the day
    /// after. It may stand longer than that, never shorter.
    pub stands_until: NaiveDate,
}

impl ClusterVerdict {
    /// The key of the cluster's first household, which tells it from all others of the same rows; none: it has no household.
    pub fn key(&self) -> Option<&Phone> {
        self.households.iter().map(|household| &household.key).min()
    }
}

/// Households that a leaver still owned on their last day and had not handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftBehind {
    /// Who left.
    pub staff: StaffId,
    /// Their last day.
    pub last_day: NaiveDate,
    /// The households' keys, each with the row that made the leaver its owner; those without such a row are not there.
    pub households: Vec<(Phone, Seq)>,
}
