//! What is due: trigger, window, who, evidence, and what missing it is.

use super::collect::EntryCollector;
use super::entry::EntryPart;
use crate::domain::Message;
use crate::policy::{Condition, Evidence, EvidenceBy, Lacking, Obligation, Query, Same, Value, Window, WindowUnit};

impl EntryCollector<'_> {
    pub fn obligation(&mut self, obligation: &Obligation) {
        let Obligation {
            id,
            title,
            clause,
            trigger,
            window,
            listed_before,
            by,
            seller_answers,
            with_expert,
            evidence: Evidence { query: Query { ledger, conditions, dated }, others: _, by: whose, same },
            missed,
            lacking,
        } = obligation;
        // What every house has is laid down by none.
        let (Some(title), Some(clause)) = (title, clause) else { return };
        let (part, of) = (&EntryPart::Obligation(id.clone(), title.clone()), Some(clause));
        let word = |list, id| Value::Words(list, vec![id]);
        self.put(of, part, Message::new("policy-entry-title"), Value::Both(title.clone()));
        self.put(of, part, Message::new("policy-entry-clause"), Value::Text(clause.to_string()));
        self.put(of, part, Message::new("policy-entry-trigger"), Value::Trigger(trigger.clone()));
        if let Some(Window { from, to, unit }) = window {
            let count = |count: &u32| match unit {
                WindowUnit::Days => Value::Days(*count),
                WindowUnit::Months => Value::Months(*count),
            };
            self.timed(of, part, &Message::new("policy-entry-window-from"), from, count);
            self.timed(of, part, &Message::new("policy-entry-window-to"), to, count);
        }
        if let Some(before) = listed_before {
            let what = Message::new("policy-entry-listed-before");
            self.timed(of, part, &what, before, |days| Value::Days(*days));
        }
        self.put(of, part, Message::new("policy-entry-by"), word("by", by.id()));
        self.if_so(of, part, Message::new("policy-entry-seller-answers"), *seller_answers);
        self.if_so(of, part, Message::new("policy-entry-with-expert"), *with_expert);
        self.put(of, part, Message::new("policy-entry-evidence"), word("kind", ledger.id()));
        let asked = |conditions: &[Condition]| (!conditions.is_empty()).then(|| Value::Conditions(conditions.to_vec()));
        self.if_any(of, part, Message::new("policy-entry-evidence-where"), asked(conditions));
        let whose = (*whose != EvidenceBy::Anyone).then(|| word("evidence-by", whose.id()));
        self.if_any(of, part, Message::new("policy-entry-evidence-by"), whose);
        let same = (*same != Same::Person).then(|| word("same", same.id()));
        self.if_any(of, part, Message::new("policy-entry-evidence-same"), same);
        self.put(of, part, Message::new("policy-entry-evidence-dated"), Value::Fields(dated.clone()));
        let offence = |id: &std::sync::Arc<str>| Value::Text(id.to_string());
        self.if_any(of, part, Message::new("policy-entry-missed"), missed.as_ref().map(offence));
        if let Some(Lacking { conditions, offence: of_lacking }) = lacking {
            self.if_any(of, part, Message::new("policy-entry-lacking-where"), asked(conditions));
            self.put(of, part, Message::new("policy-entry-lacking"), offence(of_lacking));
        }
    }
}
