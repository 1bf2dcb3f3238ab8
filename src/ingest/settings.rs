//! What a house sets for reading: its own headings, roles, the year of dates without one.

use crate::domain::{Kind, Role};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The house's own headings (`[headings]` in the policy file): words by field id, or by kind and field id
/// (`signup.at`).
pub type HouseHeadings = BTreeMap<String, Vec<String>>;

/// The house's own words of 岗位 (`[roles]` in the policy file), each with the role it is.
pub type HouseRoles = BTreeMap<String, Role>;

/// What the reader is told beside the files.
#[derive(Debug, Clone)]
pub struct IngestSettings {
    /// The kind of every sheet, if the user has settled it.
    pub kind: Option<Kind>,
    /// The year of dates written without one.
    pub year: Option<i32>,
    /// The day of the import.
    pub today: NaiveDate,
    /// The house's own headings.
    pub headings: HouseHeadings,
    /// The house's own words of 岗位.
    pub roles: HouseRoles,
    /// What findings are checked against.
    pub offences: Vec<OffenceTerms>,
}

/// What a finding may say of an offence (违规类别).
#[derive(Debug, Clone, PartialEq)]
pub struct OffenceTerms {
    /// Its id in the policy.
    pub id: String,
    /// Its titles, in every language.
    pub titles: Vec<String>,
    /// The yuan a finding may set, both ends included; none: it may set nothing.
    pub range: Option<(Decimal, Decimal)>,
    /// Whether it costs by the box, so that a finding must count them.
    pub needs_boxes: bool,
}
