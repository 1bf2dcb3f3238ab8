//! What is due: trigger, window, who, evidence, and what missing it is.

use super::collect::EntryCollector;
use super::entry::EntryPart;
use crate::domain::Message;
use crate::policy::{Obligation, Value};

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
            evidence,
            missed,
            unsigned,
        } = obligation;
        let (part, of) = (&EntryPart::Obligation(id.clone(), title.clone()), Some(clause));
        let word = |list, id| Value::Words(list, vec![id]);
        self.put(of, part, Message::new("policy-entry-title"), Value::Both(title.clone()));
        self.put(of, part, Message::new("policy-entry-clause"), Value::Text(clause.to_string()));
        self.put(of, part, Message::new("policy-entry-trigger"), word("trigger", trigger.id()));
        if let Some(window) = window {
            let what = Message::new("policy-entry-window-from");
            self.timed(of, part, &what, &window.from, |days| Value::Days(*days));
            let what = Message::new("policy-entry-window-to");
            self.timed(of, part, &what, &window.to, |days| Value::Days(*days));
        }
        if let Some(before) = listed_before {
            let what = Message::new("policy-entry-listed-before");
            self.timed(of, part, &what, before, |days| Value::Days(*days));
        }
        self.put(of, part, Message::new("policy-entry-by"), word("by", by.id()));
        self.if_so(of, part, Message::new("policy-entry-seller-answers"), *seller_answers);
        self.if_so(of, part, Message::new("policy-entry-with-expert"), *with_expert);
        self.put(of, part, Message::new("policy-entry-evidence"), word("kind", evidence.ledger.id()));
        self.if_so(of, part, Message::new("policy-entry-evidence-owners"), evidence.owners);
        self.if_so(of, part, Message::new("policy-entry-evidence-home"), evidence.home);
        self.if_so(of, part, Message::new("policy-entry-evidence-accompanied"), evidence.accompanied);
        self.put(of, part, Message::new("policy-entry-evidence-dated"), word("dated", evidence.dated.id()));
        let offence = |id: &Option<std::sync::Arc<str>>| id.as_ref().map(|id| Value::Text(id.to_string()));
        self.if_any(of, part, Message::new("policy-entry-missed"), offence(missed));
        self.if_any(of, part, Message::new("policy-entry-unsigned"), offence(unsigned));
    }
}
