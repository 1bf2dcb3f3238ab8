//! What a breach costs, and what is made of the sums.

use super::collect::EntryCollector;
use super::entry::{EntryPart, Value};
use crate::domain::Message;
use crate::policy::{Action, Mode, Offence, Papers, Policy, Sanctions};
use std::sync::Arc;

impl EntryCollector {
    pub fn costs(&mut self, policy: &Policy) {
        self.sanctions(&policy.sanctions);
        self.papers(&policy.papers, policy);
        policy.offences.iter().for_each(|offence| self.offence(offence));
    }

    fn sanctions(&mut self, sanctions: &Sanctions) {
        let Sanctions { mode, ceiling_percent, wage_month_days, minimum_wage } = sanctions;
        let part = &EntryPart::Sanctions;
        let (id, rate) = match mode {
            Mode::Amounts => ("amounts", None),
            Mode::Points { rate } => ("points", Some(Value::Number(*rate))),
            Mode::Proposals => ("proposals", None),
        };
        self.put(None, part, Message::new("policy-entry-mode"), Value::Words("mode", vec![id]));
        self.if_any(None, part, Message::new("policy-entry-rate"), rate);
        self.put(None, part, Message::new("policy-entry-ceiling"), Value::Percent(*ceiling_percent));
        self.put(None, part, Message::new("policy-entry-wage-month-days"), Value::Number(*wage_month_days));
        let floor = minimum_wage.map(Value::Number);
        self.if_any(None, part, Message::new("policy-entry-minimum-wage"), floor);
    }

    fn papers(&mut self, papers: &Papers, policy: &Policy) {
        let clause_of = |offence: &Arc<str>| policy.offence(offence).map(|offence| &offence.clause);
        let what = Message::new("policy-entry-sales-list-days");
        let of = clause_of(&papers.sales_list);
        self.timed(of, &EntryPart::Papers, &what, &papers.sales_list_days, |days| Value::Days(*days));
        for (what, offence) in papers.roles() {
            self.put(clause_of(offence), &EntryPart::Papers, what, Value::Text(offence.to_string()));
        }
    }

    fn offence(&mut self, offence: &Offence) {
        let Offence { id, clause, title, amount, per, first_only, from_second, action, severe } = offence;
        let (part, of) = (&EntryPart::Offence(id.clone(), title.clone()), Some(clause));
        let points_to = |action: &Option<Action>| action.map(|action| Value::Words("action", vec![action.id()]));
        self.put(of, part, Message::new("policy-entry-title"), Value::Both(title.clone()));
        self.put(of, part, Message::new("policy-entry-clause"), Value::Text(clause.to_string()));
        if let Some(amount) = amount {
            let what = Message::new("policy-entry-amount");
            self.timed(of, part, &what, amount, |amount| Value::Price(amount.clone()));
        }
        self.put(of, part, Message::new("policy-entry-per"), Value::Words("per", vec![per.id()]));
        self.if_so(of, part, Message::new("policy-entry-first-only"), *first_only);
        self.if_any(of, part, Message::new("policy-entry-from-second"), points_to(from_second));
        self.if_any(of, part, Message::new("policy-entry-action"), points_to(action));
        self.if_any(of, part, Message::new("policy-entry-severe"), points_to(severe));
    }
}

impl Papers {
    /// Which paper's lateness is which offence.
    pub fn roles(&self) -> [(Message, &Arc<str>); 4] {
        [
            (Message::new("policy-entry-sales-list"), &self.sales_list),
            (Message::new("policy-entry-sales-entry"), &self.sales_entry),
            (Message::new("policy-entry-report"), &self.report),
            (Message::new("policy-entry-entry"), &self.entry),
        ]
    }

    /// The offences.
    pub fn offences(&self) -> impl Iterator<Item = &Arc<str>> {
        self.roles().into_iter().map(|(_, offence)| offence)
    }
}
