//! What a manager has to settle, by kind, each with its evidence.

use super::{DisputeRow, DisputedClaim};
use crate::domain::{Entry, Fact, Message, Phone, Seq, StaffId};
use crate::policy::{
    Assessment, Certainty, ClaimView, Decision, Household, HouseholdStatus, KinshipLink, OwnershipChange, Violation,
};
use crate::report::explain::{Teller, explain_violation};
use crate::report::names::customer;
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Teller<'_> {
    /// Several claims side by side, at least one of them live.
    pub(super) fn contested(&self, household: &Household, as_of: NaiveDate) -> Option<DisputeRow> {
        if household.status != HouseholdStatus::Contested {
            return None;
        }
        let claims: Vec<DisputedClaim> =
            household.claims.iter().map(|claim| disputed(claim, household, as_of)).collect();
        let staff: Vec<StaffId> = claims.iter().map(|claim| claim.staff.clone()).collect();
        let text = Message::new("explain-verdict-contested").with("claimants", self.people(&staff));
        Some(DisputeRow {
            dispute: "contested",
            date: household.since,
            clause: Some(self.presenter.policy.ownership.clauses.contest.clone()),
            violation: None,
            text: self.say(&text),
            evidence: household.events.iter().filter_map(|row| self.evidence(*row, false)).collect(),
            decide: self.say(&Message::new("report-decide-contested")),
            claims,
            ..self.about(household, staff)
        })
    }

    /// The company's after a quarrel, not assigned yet.
    pub(super) fn company(&self, household: &Household) -> Option<DisputeRow> {
        let is_given = |decision: &&Decision| matches!(decision.change, OwnershipChange::ToCompany { .. });
        let given = household.history.iter().rev().find(is_given)?;
        let OwnershipChange::ToCompany { barred, .. } = &given.change else { return None };
        if household.status != HouseholdStatus::Company || barred.is_empty() {
            return None;
        }
        let cause = self.entry(given.grounds.cause());
        let decide = Message::new("report-decide-company").with("barred", self.people(barred));
        // The rows behind it, and whatever was done to it since.
        let since = household.events.iter().skip_while(|row| **row != given.grounds.cause());
        let since: BTreeSet<Seq> = given.grounds.rows().iter().chain(since).copied().collect();
        let rows = household.events.iter().copied().filter(|row| since.contains(row));
        Some(DisputeRow {
            dispute: "company",
            date: Some(given.date),
            clause: Some(given.grounds.clause().clone()),
            violation: None,
            text: self.say(&self.change(given, cause)),
            claims: Vec::new(),
            evidence: rows.filter_map(|row| self.evidence(row, false)).collect(),
            decide: self.say(&decide),
            ..self.about(household, barred.clone())
        })
    }

    /// A tie between two established clients, which was not applied.
    pub(super) fn refused(&self, kin: &KinshipLink, assessment: &Assessment) -> Option<DisputeRow> {
        let staff = kin.refused.as_ref()?;
        let link = self.link(kin)?;
        let household =
            |phone: &Phone| assessment.households.iter().find(|household| household.members.contains(phone));
        let households = kin.phones.each_ref().map(household);
        let sale = |(household, staff): (&Option<&Household>, &StaffId)| {
            let rows = household.iter().flat_map(|household| household.events.iter().rev());
            let of_staff = |entry: &&Entry| matches!(&entry.record.fact, Fact::Sale(sale) if sale.staff == *staff);
            rows.filter_map(|row| self.entry(*row)).find(of_staff).map(|entry| entry.seq)
        };
        let sales = households.iter().zip(staff).filter_map(sale);
        Some(DisputeRow {
            dispute: "link",
            date: self.entry(kin.row)?.record.at.map(|at| at.date),
            household: households[0].map(|household| household.key.clone()),
            phones: kin.phones.to_vec(),
            customer: households[0].and_then(|household| customer(household, self.books)),
            staff: staff.to_vec(),
            clause: None,
            violation: None,
            text: link.text,
            claims: Vec::new(),
            evidence: [kin.row].into_iter().chain(sales).filter_map(|row| self.evidence(row, false)).collect(),
            decide: self.say(&Message::new("report-decide-link")),
        })
    }

    /// An act that somebody has to look into.
    pub(super) fn suspicion(&self, violation: &Violation, assessment: &Assessment) -> Option<DisputeRow> {
        if violation.status != Certainty::Suspected {
            return None;
        }
        let explained = explain_violation(violation, assessment, self.books, &self.presenter);
        let evidence = explained.basis.into_iter().chain(explained.rows).collect();
        let key = violation.household.as_ref();
        let household = key.and_then(|key| assessment.households.iter().find(|household| household.key == *key));
        Some(DisputeRow {
            dispute: "suspicion",
            date: Some(violation.date),
            household: violation.household.clone(),
            phones: violation.phone.iter().cloned().collect(),
            customer: household.and_then(|household| customer(household, self.books)),
            staff: violation.staff.iter().cloned().collect(),
            clause: Some(violation.grounds.clause().clone()),
            violation: Some(violation.id.clone()),
            text: explained.text,
            claims: Vec::new(),
            evidence,
            decide: self.presenter.texts.joined(explained.open),
        })
    }

    /// A dispute about that household, with nothing said of it yet.
    fn about(&self, household: &Household, staff: Vec<StaffId>) -> DisputeRow {
        DisputeRow {
            dispute: "",
            date: None,
            household: Some(household.key.clone()),
            phones: household.members.clone(),
            customer: customer(household, self.books),
            staff,
            clause: None,
            violation: None,
            text: String::new(),
            claims: Vec::new(),
            evidence: Vec::new(),
            decide: String::new(),
        }
    }
}

fn disputed(claim: &ClaimView, household: &Household, as_of: NaiveDate) -> DisputedClaim {
    let invited = household.history.iter().rev().find(|decision| match &decision.change {
        OwnershipChange::Invited { staff } => *staff == claim.staff && claim.at <= decision.date,
        _ => false,
    });
    // What is left of live claims is what still lapses.
    let live = household.prospects.iter().any(|prospect| prospect.staff == claim.staff && prospect.until >= as_of);
    DisputedClaim {
        staff: claim.staff.clone(),
        at: claim.at,
        deadline: claim.deadline,
        live,
        preheated: claim.preheated,
        invited: invited.map(|decision| decision.date),
    }
}
