use crate::domain::{Finding, Message, Seq, StaffId};
use crate::policy::books::identity::PersonIx;
use crate::policy::verdict::ident::short_id;
use crate::policy::{Certainty, Ruling, ViolationBasis};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;

/// A violation before findings and prices.
#[derive(Debug, Clone)]
pub struct DraftViolation<'a> {
    /// What it is made of, and nothing that may be learnt later.
    pub key: String,
    pub date: NaiveDate,
    pub offence: Arc<str>,
    pub certainty: Certainty,
    pub staff: Option<&'a StaffId>,
    pub person: Option<PersonIx>,
    /// The rows behind it, the first of them first; never empty.
    pub rows: Vec<Seq>,
    pub detail: Message,
    /// How it was come to.
    pub basis: ViolationBasis,
    /// The finding that decides it, or that it is.
    pub finding: Option<&'a Finding>,
    /// Every finding on it so far.
    pub rulings: Vec<Ruling>,
}

impl DraftViolation<'_> {
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
