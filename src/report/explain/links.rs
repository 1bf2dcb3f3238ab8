//! What makes numbers a household, in sentences.

use super::page_writer::{RowRef, Teller};
use crate::domain::{Message, Phone, StaffId};
use crate::policy::{Household, Kinship, KinshipLink};
use serde::Serialize;
use std::collections::BTreeSet;

/// A row that ties two phones of the household together, or would have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkRow {
    /// The two numbers.
    pub phones: [Phone; 2],
    /// `beside`: one person; `declared`: the household ledger says so; `number`: signups of one household number.
    pub how: &'static str,
    /// What the ledger says they are to each other, or the household number.
    pub said: Option<String>,
    /// Whether it made them one household.
    pub applied: bool,
    /// Where it was not applied: whose clients the two are.
    pub clients_of: Vec<StaffId>,
    /// The journal row.
    pub row: RowRef,
    /// The sentence, in the reader's language.
    pub text: String,
}

impl Teller<'_> {
    /// The ties of a household: of several rows that say the same the first; links refused too.
    pub fn links(&self, household: &Household, kinship: &[KinshipLink]) -> Vec<LinkRow> {
        let is_member = |phone: &Phone| household.members.contains(phone);
        let mut seen = BTreeSet::new();
        kinship
            .iter()
            .filter(|kin| kin.phones[0] != kin.phones[1] && kin.phones.iter().any(is_member))
            .filter(|kin| {
                let [a, b] = &kin.phones;
                seen.insert((a.min(b).clone(), a.max(b).clone(), how(&kin.how), kin.refused.is_some()))
            })
            .filter_map(|kin| self.link(kin))
            .collect()
    }

    /// One tie between two numbers, as a row with its sentence.
    pub fn link(&self, kin: &KinshipLink) -> Option<LinkRow> {
        let said = match &kin.how {
            Kinship::Beside => None,
            Kinship::Declared { relation } => relation.clone(),
            Kinship::Number { number } => Some(number.clone()),
        };
        let [one, other] = &kin.phones;
        let tie = match &kin.how {
            Kinship::Beside => Message::new("explain-link-beside"),
            Kinship::Declared { .. } => Message::new("explain-link-declared"),
            Kinship::Number { .. } => Message::new("explain-link-number"),
        };
        let tie = tie
            .with("one", self.presenter.phone(one))
            .with("other", self.presenter.phone(other))
            .with("said", said.as_deref().unwrap_or("—"));
        let text = match &kin.refused {
            None => tie,
            Some([one, other]) => Message::new("explain-link-refused")
                .with("tie", tie)
                .with("one", self.presenter.staff(one))
                .with("other", self.presenter.staff(other)),
        };
        Some(LinkRow {
            phones: kin.phones.clone(),
            how: how(&kin.how),
            said,
            applied: kin.refused.is_none(),
            clients_of: kin.refused.iter().flatten().cloned().collect(),
            row: self.rows(&[kin.row]).pop()?,
            text: self.say(&text),
        })
    }
}

const fn how(how: &Kinship) -> &'static str {
    match how {
        Kinship::Beside => "beside",
        Kinship::Declared { .. } => "declared",
        Kinship::Number { .. } => "number",
    }
}
