//! Whose a household is and why, in the first lines of an explanation.

use super::next::NextRow;
use super::page_writer::{ExplainedSentence, Teller};
use crate::domain::{Message, StaffId};
use crate::policy::{Decision, Household, HouseholdStatus, NextChange, OwnershipChange, Prospect};
use chrono::NaiveDate;
use serde::Serialize;

/// Whose a household is, why, and what comes next: the answer for whoever reads no further.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The sentence, in the reader's language.
    pub text: String,
    /// What made it so, each with its clause and rows.
    pub because: Vec<ExplainedSentence>,
    /// What happens by itself, the soonest first.
    pub next: Vec<NextRow>,
    /// Where nothing happens by itself: what could change it.
    pub otherwise: Option<String>,
}

impl Teller<'_> {
    /// The verdict as of that day.
    pub fn verdict(&self, household: &Household, as_of: NaiveDate) -> Verdict {
        let is_open = household.status == HouseholdStatus::Open;
        // What is open already can be taken by anybody: what would come later no longer matters.
        let opened = |prospect: &Prospect| {
            prospect.until < as_of && matches!(prospect.turn, NextChange::OpensUnvisited | NextChange::OpensReferral)
        };
        let matters = |prospect: &&Prospect| !is_open || opened(prospect);
        let next: Vec<NextRow> = household
            .turned
            .iter()
            .chain(&household.prospects)
            .filter(matters)
            .map(|prospect| self.next(prospect, as_of))
            .collect();
        let because = deciding(household).into_iter().map(|decision| self.because(decision)).collect();
        let otherwise = (next.is_empty()).then(|| self.otherwise(household)).flatten();
        Verdict { text: self.say(&self.standing(household)), because, next, otherwise }
    }

    fn standing(&self, household: &Household) -> Message {
        let claimants = || self.people(household.claims.iter().map(|claim| &claim.staff));
        let owner = self.presenter.staff_or_nobody(household.owner.as_ref());
        let since = household.since.map(|day| day.to_string()).unwrap_or_default();
        let message = match household.status {
            HouseholdStatus::Owned if household.client => Message::new("explain-verdict-client"),
            HouseholdStatus::Owned => Message::new("explain-verdict-owned"),
            HouseholdStatus::Open => Message::new("explain-verdict-open"),
            HouseholdStatus::Company => Message::new("explain-verdict-company"),
            HouseholdStatus::Held => Message::new("explain-verdict-held"),
            HouseholdStatus::Contested => Message::new("explain-verdict-contested"),
            HouseholdStatus::Lapsed => Message::new("explain-verdict-lapsed"),
            HouseholdStatus::Free => Message::new("explain-verdict-free"),
        };
        let deadline = household.protected_until.map(|day| day.to_string()).unwrap_or_default();
        message.with("owner", owner).with("since", since).with("claimants", claimants()).with("deadline", deadline)
    }

    /// A decision with its day, clause and rows.
    pub fn because(&self, decision: &Decision) -> ExplainedSentence {
        let cause = self.entry(decision.grounds.cause());
        let message = Message::new("explain-because").show("day", decision.date);
        ExplainedSentence {
            text: self.say(&message.with("what", self.change(decision, cause))),
            clause: Some(decision.grounds.clause().clone()),
            rows: self.rows(decision.grounds.rows()),
        }
    }

    fn otherwise(&self, household: &Household) -> Option<String> {
        let key = match household.status {
            HouseholdStatus::Owned if household.client => "explain-otherwise-client",
            HouseholdStatus::Company => "explain-otherwise-company",
            HouseholdStatus::Lapsed => "explain-otherwise-lapsed",
            HouseholdStatus::Free => "explain-otherwise-free",
            HouseholdStatus::Owned | HouseholdStatus::Held | HouseholdStatus::Contested | HouseholdStatus::Open => {
                return None;
            }
        };
        let barred: Vec<StaffId> = match latest(household, |change| matches!(change, OwnershipChange::ToCompany { .. }))
        {
            Some(Decision { change: OwnershipChange::ToCompany { barred, .. }, .. }) => barred.clone(),
            _ => Vec::new(),
        };
        let key = if !barred.is_empty() && household.status == HouseholdStatus::Company {
            "explain-otherwise-barred"
        } else {
            key
        };
        let owner = self.presenter.staff_or_nobody(household.owner.as_ref());
        Some(self.say(&Message { key, args: Vec::new() }.with("barred", self.people(&barred)).with("owner", owner)))
    }
}

fn latest(household: &Household, wanted: fn(&OwnershipChange) -> bool) -> Option<&Decision> {
    household.history.iter().rev().find(|decision| wanted(&decision.change))
}

/// What made the owner the owner: what freed the household before, the decision itself, and what keeps it since.
fn owning(household: &Household) -> Vec<&Decision> {
    let is_owned = |decision: &&Decision| matches!(decision.change, OwnershipChange::Owned { .. });
    let Some(owned) = household.history.iter().rposition(|decision| is_owned(&decision)) else { return Vec::new() };
    let (before, since) = household.history.split_at(owned);
    let freed = before.iter().rev().take_while(|decision| !is_owned(decision));
    let freed = freed
        .filter(|decision| matches!(decision.change, OwnershipChange::ToCompany { .. } | OwnershipChange::Lost { .. }))
        .last();
    let bought = household.history.iter().find(|decision| matches!(decision.change, OwnershipChange::Bought));
    let visit = since.iter().rev().find(|decision| matches!(decision.change, OwnershipChange::VisitDue { .. }));
    let visit = visit.filter(|_| household.status == HouseholdStatus::Open);
    let mut deciding: Vec<&Decision> = freed.into_iter().chain(since.first()).chain(bought.or(visit)).collect();
    deciding.sort_by_key(|decision| decision.date);
    deciding
}

/// The decisions that made the state what it is.
fn deciding(household: &Household) -> Vec<&Decision> {
    let of_claim = |staff: &StaffId| {
        household.history.iter().rev().find(|decision| match &decision.change {
            OwnershipChange::Claimed { staff: of, .. } | OwnershipChange::Challenged { staff: of, .. } => of == staff,
            _ => false,
        })
    };
    match household.status {
        HouseholdStatus::Owned | HouseholdStatus::Open => owning(household),
        HouseholdStatus::Company => {
            latest(household, |change| matches!(change, OwnershipChange::ToCompany { .. })).into_iter().collect()
        }
        HouseholdStatus::Held | HouseholdStatus::Contested | HouseholdStatus::Lapsed => {
            household.claims.iter().filter_map(|claim| of_claim(&claim.staff)).collect()
        }
        HouseholdStatus::Free => {
            let lost = |change: &OwnershipChange| {
                matches!(change, OwnershipChange::Voided { .. } | OwnershipChange::Lost { .. })
            };
            latest(household, lost).into_iter().collect()
        }
    }
}
