mod history;
mod listing;

pub use history::{IntervalRow, history_listing, owners_history};
pub use listing::owners_listing;

use super::Speaker;
use crate::domain::{Message, Phone, StaffId};
use crate::policy::{Assessment, ClaimView, Clause, Household, Standing};
use chrono::NaiveDate;
use serde::Serialize;

/// A household and who owns it (归属).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnerRow {
    pub household: Phone,
    pub members: Vec<Phone>,
    pub status: &'static str,
    pub owner: Option<StaffId>,
    pub since: Option<NaiveDate>,
    pub clause: Option<Clause>,
    pub claims: Vec<ClaimRow>,
    pub protected_until: Option<NaiveDate>,
    pub attended: bool,
    pub client: bool,
}

impl OwnerRow {
    /// Prospect, tracked (跟踪) or client (老顾客).
    pub(super) const fn standing(&self) -> &'static str {
        match (self.client, self.attended) {
            (true, _) => "client",
            (false, true) => "tracked",
            (false, false) => "prospect",
        }
    }
}

/// A specialist's claim (报名) of a household.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ClaimRow {
    pub staff: StaffId,
    pub at: NaiveDate,
    pub deadline: NaiveDate,
    pub preheated: Option<NaiveDate>,
}

/// Which households are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnersOf<'a> {
    /// Only those of that status.
    pub status: Option<Standing>,
    /// Only those this specialist owns or has a claim of.
    pub staff: Option<&'a StaffId>,
}

impl OwnersOf<'_> {
    fn wants(&self, household: &Household) -> bool {
        let has_to_do = |id: &StaffId| {
            household.owner.as_ref() == Some(id) || household.claims.iter().any(|claim| claim.staff == *id)
        };
        self.status.is_none_or(|status| household.status == status) && self.staff.is_none_or(has_to_do)
    }

    /// What was asked for, in words, if not all.
    fn said(&self, speaker: &Speaker<'_>) -> Option<String> {
        speaker.only([
            speaker.only_status(self.status.map(Standing::id)),
            self.staff.map(|id| Message::new("report-only-owned").with("staff", speaker.staff(id))),
        ])
    }
}

/// Who owns which household at the end of the day the books were read at.
pub fn owners(assessment: &Assessment, of: OwnersOf<'_>) -> Vec<OwnerRow> {
    let mut rows: Vec<OwnerRow> =
        assessment.households.iter().filter(|household| of.wants(household)).map(OwnerRow::from).collect();
    rows.sort_by(|a, b| a.household.cmp(&b.household));
    rows
}

impl From<&Household> for OwnerRow {
    fn from(household: &Household) -> Self {
        let mut members = household.members.clone();
        members.sort();
        let mut claims: Vec<ClaimRow> = household.claims.iter().map(ClaimRow::from).collect();
        claims.sort();
        OwnerRow {
            household: household.key.clone(),
            members,
            status: household.status.id(),
            owner: household.owner.clone(),
            since: household.since,
            clause: household.clause.clone(),
            claims,
            protected_until: household.protected_until,
            attended: household.attended,
            client: household.client,
        }
    }
}

impl From<&ClaimView> for ClaimRow {
    fn from(claim: &ClaimView) -> Self {
        ClaimRow { staff: claim.staff.clone(), at: claim.at, deadline: claim.deadline, preheated: claim.preheated }
    }
}
