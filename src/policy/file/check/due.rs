//! What is due: obligations that can be answered, with windows that have a beginning before their end.

use super::super::answerable::{has_window, unanswerable};
use super::super::raw;
use super::Check;
use crate::domain::{Message, Method};
use crate::policy::{By, Evidence, Obligation, Per, Window};
use std::sync::Arc;
use toml::Spanned;

impl Check<'_> {
    pub(super) fn obligation(&mut self, spanned: &Spanned<raw::Obligation>) -> Obligation {
        let raw = spanned.get_ref();
        // What was lent, or is left of what could not be read, was not meant so.
        if ![spanned.span(), raw.evidence.span()].iter().any(|table| self.disturbed.contains(table)) {
            unanswerable(raw).into_iter().for_each(|(at, message)| self.fault(at, message));
        }
        self.window(raw);
        let evidence = raw.evidence.get_ref();
        let is_so = |wanted: &Option<Spanned<bool>>| wanted.as_ref().is_some_and(|wanted| *wanted.get_ref());
        Obligation {
            id: raw.id.get_ref().as_str().into(),
            title: self.words(&raw.title),
            clause: self.clause(&raw.clause),
            trigger: *raw.trigger.get_ref(),
            window: raw.window.as_ref().map(|window| window.get_ref().clone()),
            listed_before: raw.listed_before.as_ref().map(|days| days.get_ref().clone()),
            by: *raw.by.get_ref(),
            seller_answers: raw.answers.as_ref().map(Spanned::get_ref) == Some(&raw::Answers::Seller),
            with_expert: is_so(&raw.with_expert),
            evidence: Evidence {
                ledger: *evidence.ledger.get_ref(),
                owners: evidence.by.as_ref().map(Spanned::get_ref) == Some(&By::Owner),
                home: evidence.method.as_ref().map(Spanned::get_ref) == Some(&Method::Home),
                accompanied: is_so(&evidence.accompanied),
                dated: evidence.dated.as_ref().map(|dated| *dated.get_ref()).unwrap_or_default(),
            },
            missed: raw.missed.as_ref().map(|id| self.breach(id)),
            unsigned: raw.unsigned.as_ref().map(|id| self.breach(id)),
        }
    }

    fn window(&mut self, raw: &raw::Obligation) {
        match &raw.window {
            None if has_window(*raw.trigger.get_ref()) => {
                let message = Message::new("policy-fault-no-window").with("id", &**raw.id.get_ref());
                self.fault(raw.id.span(), message);
            }
            Some(window) => {
                let Window { from, to } = window.get_ref();
                // Each is asked for the same day, so only what is in force together can contradict itself.
                if from.beside(to).any(|(from, to)| from > to) {
                    self.fault(window.span(), Message::new("policy-fault-window-upside-down"));
                }
            }
            None => {}
        }
    }

    /// The offence of something not done, which has customers but no boxes to be counted.
    fn breach(&mut self, id: &Spanned<String>) -> Arc<str> {
        if self.offences.get(id.get_ref().as_str()) == Some(&Per::Box) {
            self.fault(id.span(), Message::new("policy-fault-per-box").with("id", &**id.get_ref()));
        }
        self.offence(id)
    }
}
