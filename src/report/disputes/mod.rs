//! What a manager has to settle (争议): each with the rows, claims and clause that a decision needs.

mod gather;
mod listing;

pub use listing::{disputes_listing, disputes_page};

use super::Presenter;
use super::explain::{ExplainedSentence, Teller};
use crate::domain::{Books, Phone, StaffId};
use crate::policy::{Assessment, Clause, KinshipLink};
use chrono::NaiveDate;
use serde::Serialize;

/// Something quarrelled about, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DisputeRow {
    /// `contested`, `company` (with barred claimants), `link` (not applied), `suspicion`.
    pub dispute: &'static str,
    /// Since when, or when it happened.
    pub date: Option<NaiveDate>,
    /// Of a link the household of its first phone.
    pub household: Option<Phone>,
    /// The phones in question; of a link its two.
    pub phones: Vec<Phone>,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// Who has claims, is barred, is suspected; of a link whose clients the two are.
    pub staff: Vec<StaffId>,
    /// The clause in question; none: no clause speaks of it.
    pub clause: Option<Clause>,
    /// Of a suspicion its id, which a finding names.
    pub violation: Option<String>,
    /// The sentence, in the reader's language.
    pub text: String,
    /// The claims that stand against each other.
    pub claims: Vec<DisputedClaim>,
    /// The rows, each as a sentence.
    pub evidence: Vec<ExplainedSentence>,
    /// What can be decided, and how.
    pub decide: String,
}

/// A claim in a contested household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DisputedClaim {
    pub staff: StaffId,
    pub at: NaiveDate,
    pub deadline: NaiveDate,
    pub live: bool,
    pub preheated: Option<NaiveDate>,
    /// The day they invited while others' claims were live.
    pub invited: Option<NaiveDate>,
}

/// The kinds, in the order they are listed.
pub(super) const KINDS: [&str; 4] = ["contested", "company", "link", "suspicion"];

/// Everything there is to settle, by kind, day and household.
pub fn disputes(
    assessment: &Assessment,
    books: &Books,
    kinship: &[KinshipLink],
    presenter: &Presenter<'_>,
) -> Vec<DisputeRow> {
    let teller = Teller { presenter: *presenter, books };
    let households = assessment.households.iter();
    let contested = households.clone().filter_map(|household| teller.contested(household, assessment.reading.as_of));
    let company = households.filter_map(|household| teller.company(household));
    let links = kinship.iter().filter_map(|kin| teller.refused(kin, assessment));
    let suspicions = assessment.violations.iter().filter_map(|violation| teller.suspicion(violation, assessment));
    let mut rows: Vec<DisputeRow> = contested.chain(company).chain(links).chain(suspicions).collect();
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    rows
}

fn order(row: &DisputeRow) -> impl Ord + '_ {
    let kind = KINDS.iter().position(|kind| *kind == row.dispute);
    (kind, row.date, &row.household, &row.phones, &row.violation)
}
