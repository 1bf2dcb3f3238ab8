//! A state of the household (docs/how-it-decides.md): `{ state = "claim" }`, `{ state = "visit-due" }`.

use super::need::HouseholdNeed;
use super::start::{Start, TriggerScene};
use super::starting::{Starting, TriggerForm, TriggerTerms, TriggerWords};
use crate::domain::Record;
use crate::policy::table::TableReader;
use chrono::NaiveDate;
use serde::Serialize;

/// As long as a household's state asks for something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StateTrigger {
    /// What it asks for.
    pub state: HouseholdNeed,
}

impl TriggerForm for StateTrigger {
    const KEY: &'static str = "state";

    fn read(table: &mut TableReader<'_>) -> Option<Self> {
        Some(StateTrigger { state: table.read("state")? })
    }
}

impl Starting for StateTrigger {
    fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>> {
        let asked = scene.standing.iter().filter(|standing| standing.need == self.state);
        asked
            .map(|standing| Start {
                day: standing.day,
                phone: Some(standing.phone),
                anchor: match standing.claimant {
                    Some(claimant) => format!("{}|{}|{claimant}", standing.phone, standing.day),
                    None => format!("{}|{}", standing.phone, standing.day),
                },
                rows: vec![standing.row],
                known: standing.day,
                days: Some((standing.day, standing.until)),
                caller: None,
                claimant: standing.claimant,
                clause: standing.clause.clone(),
                stand_in: None,
                answers: None,
                end: None,
            })
            .collect()
    }

    fn said(&self) -> TriggerWords<'_> {
        let key = match self.state {
            HouseholdNeed::Claim => "policy-trigger-claim",
            HouseholdNeed::VisitDue => "policy-trigger-visit-due",
        };
        TriggerWords { key, queries: &[], until: None, count: None }
    }

    fn terms(&self) -> TriggerTerms {
        TriggerTerms { of_state: Some(self.state), is_period: false, sets_days: true, is_purchase: false }
    }

    /// A state is of households, not of rows: what the books met of it is in the decisions.
    fn meets(&self, _: &Record, _: NaiveDate) -> bool {
        false
    }
}
