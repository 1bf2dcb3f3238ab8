//! A violation before findings have decided and prices are set.

use super::assessment::Certainty;
use super::ident::short_id;
use super::reasons::{Ruling, ViolationBasis};
use crate::domain::{Finding, Message, Phone, Seq, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// A violation before findings and prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftViolation {
    /// What it is made of, and nothing that may be learnt later.
    pub key: String,
    /// The day it is dated.
    pub date: NaiveDate,
    /// The offence's id in the policy.
    pub offence: Arc<str>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Who answers for it; none: nobody is named.
    pub staff: Option<StaffId>,
    /// A number of the customer it is about; none: it is about staff.
    pub person: Option<Phone>,
    /// The rows behind it, the first of them first; never empty.
    pub rows: Vec<Seq>,
    /// What it is, in words.
    pub detail: Message,
    /// How it was come to.
    pub basis: ViolationBasis,
    /// The finding that decides it, or that it is.
    pub finding: Option<Finding>,
    /// Every finding on it so far.
    pub rulings: Vec<Ruling>,
}

impl DraftViolation {
    /// Its place in the journal: that of its first row.
    pub fn order(&self) -> Seq {
        self.rows.iter().min().copied().unwrap_or_default()
    }
}

/// The id of each draft, in their order. Drafts made of the same thing are told apart by their count.
pub fn ids(drafts: &[DraftViolation]) -> Vec<String> {
    let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
    drafts
        .iter()
        .map(|draft| {
            let nth = seen.entry((&draft.offence, &draft.key)).or_default();
            *nth += 1;
            match nth {
                1 => short_id("V", &[&draft.offence, &draft.key]),
                nth => short_id("V", &[&draft.offence, &draft.key, &nth.to_string()]),
            }
        })
        .collect()
}
