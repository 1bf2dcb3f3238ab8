//! What is due: obligations that can be answered, with windows that have a beginning before their end.

use super::super::answerable::{has_window, unanswerable};
use super::super::raw;
use crate::domain::{Message, Method};
use crate::policy::table::{Spanned, TableReader};
use crate::policy::{By, Evidence, Obligation, Window};

/// Reads an obligation. None: it cannot be read as it is written, which has been noted.
pub fn obligation(table: &mut TableReader<'_>) -> Option<Obligation> {
    let raw = raw::Obligation::read(table)?;
    unanswerable(&raw).into_iter().for_each(|(at, message)| table.fault(at, message));
    check_window(table, &raw);
    let evidence = raw.evidence.get_ref();
    let is_so = |wanted: &Option<Spanned<bool>>| wanted.as_ref().is_some_and(|wanted| *wanted.get_ref());
    Some(Obligation {
        id: raw.id.get_ref().as_str().into(),
        title: raw.title.clone(),
        clause: raw.clause.clone(),
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
        missed: raw.missed.as_ref().map(|id| id.get_ref().clone()),
        unsigned: raw.unsigned.as_ref().map(|id| id.get_ref().clone()),
    })
}

fn check_window(table: &TableReader<'_>, raw: &raw::Obligation) {
    match &raw.window {
        None if has_window(*raw.trigger.get_ref()) => {
            table.fault(raw.id.span(), Message::new("policy-fault-no-window").with("id", &**raw.id.get_ref()));
        }
        Some(window) => {
            let Window { from, to } = window.get_ref();
            // Each is asked for the same day, so only what is in force together can contradict itself.
            if from.beside(to).any(|(from, to)| from > to) {
                table.fault(window.span(), Message::new("policy-fault-window-upside-down"));
            }
        }
        None => {}
    }
}
