//! A ledger row as it is kept: when, of whom, and what its ledger says.

use super::ledger::{Fact, Field, FieldValue};
use super::{Moment, Phone};
use serde::{Deserialize, Serialize};

/// A ledger row as the journal keeps it. Two rows are the same row if their records are equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// When it happened; rosters have none, kinship rows may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// The customer it is about; rosters have none, complaints and findings may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// What it says.
    pub fact: Fact,
}

/// How a row names its customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The name as written, trimmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// The first number in the row's phone cell.
    pub phone: Phone,
    /// Every other number given beside it, sorted: alternative phones (其他电话) and further numbers in the cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Phone>,
    /// The extension (分机), which is no part of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

impl Record {
    /// What the row says in that column of its ledger; none: blank, not kept, or no column of its ledger. A yes-or-no
    /// column is never blank (`no`), nor is a channel (`other`) or a place (`meeting`).
    pub fn value(&self, field: Field) -> Option<FieldValue<'_>> {
        let contact = self.contact.as_ref();
        match field {
            Field::At => self.at.map(FieldValue::Moment),
            Field::Customer => contact?.customer.as_deref().map(FieldValue::Text),
            Field::Phone => Some(FieldValue::Phones(std::slice::from_ref(&contact?.phone))),
            Field::AltPhone => {
                contact.map(|contact| &*contact.others).filter(|all| !all.is_empty()).map(FieldValue::Phones)
            }
            field => self.fact.value(field),
        }
    }
}

/// The numbers of tasks in a cell (回访单号).
pub fn task_numbers(cell: &str) -> impl Iterator<Item = &str> {
    let parts = |of: char| matches!(of, '、' | '，' | ',' | ';' | '；' | '/') || of.is_whitespace();
    cell.split(parts).filter(|number| !number.is_empty())
}
