//! What is due: obligations that can be answered, with windows that have a beginning before their end.

use super::super::answerable::unanswerable;
use super::super::raw;
use super::super::terms::With;
use crate::domain::Message;
use crate::policy::table::TableReader;
use crate::policy::{Obligation, Starting, Window};

/// Reads an obligation. None: it cannot be read as it is written, which has been noted.
pub fn obligation(table: &mut TableReader<'_>) -> Option<Obligation> {
    let raw = raw::Obligation::read(table)?;
    unanswerable(&raw).into_iter().for_each(|(at, message)| table.fault(at, message));
    check_window(table, &raw);
    Some(Obligation {
        id: raw.id.get_ref().as_str().into(),
        title: Some(raw.title),
        clause: Some(raw.clause),
        trigger: raw.trigger.into_inner(),
        window: raw.window.map(|window| window.into_inner()),
        listed_before: raw.listed_before.map(|days| days.into_inner()),
        by: raw.by.into_inner(),
        seller_answers: raw.answers.is_some_and(|answers| answers.into_inner() == raw::Answers::Seller),
        with_expert: raw.with.is_some_and(|with| with.into_inner() == With::Expert),
        evidence: raw.evidence.into_inner(),
        missed: raw.missed.map(|id| id.into_inner()),
        lacking: raw.lacking.map(|lacking| lacking.into_inner()),
    })
}

fn check_window(table: &TableReader<'_>, raw: &raw::Obligation) {
    match &raw.window {
        None if raw.trigger.get_ref().terms().has_window() => {
            table.fault(raw.id.span(), Message::new("policy-fault-no-window").with("id", &**raw.id.get_ref()));
        }
        Some(window) => {
            let Window { from, to, .. } = window.get_ref();
            // Each is asked for the same day, so only what is in force together can contradict itself.
            if from.beside(to).any(|(from, to)| from > to) {
                table.fault(window.span(), Message::new("policy-fault-window-upside-down"));
            }
        }
        None => {}
    }
}
