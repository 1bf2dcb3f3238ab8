//! Obligations as policies wrote them before there were queries: `trigger = "first-purchase"`. They say nothing that
//! queries do not, so each is put into the words of those, for reading as for rewriting.

use super::terms::{Terms, With};
use crate::domain::{Kind, Message, Method, words};
use crate::policy::rules::kinds::MissedOffence;
use crate::policy::rules::kinds::held::ValueKind;
use crate::policy::table::{ReadValue, Spanned, TableReader, WrittenValue, read_document};
use crate::policy::{By, Evidence, Lacking};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

words! {
    /// What starts an obligation, by one word for each way.
    OldTrigger {
        /// A claim without owner, or a referral its owner has not preheated.
        Claim = "claim",
        /// A meeting attended without buying.
        Attendance = "attendance",
        /// Every day a person bought at a meeting.
        MeetingPurchase = "meeting-purchase",
        /// The first day a person bought.
        FirstPurchase = "first-purchase",
        /// Each month after that of a person's first purchase.
        Month = "month",
        /// An expert call that found a problem.
        ProblemCall = "problem-call",
        /// An expert call that asks for a visit.
        VisitCall = "visit-call",
    }
}

words! {
    /// Which date of a row is the evidence's.
    OldDated {
        /// The row's own.
        At = "at",
        /// The day a visit's form was handed in.
        Submitted = "submitted",
        /// The day a call's problem was told.
        Relayed = "relayed",
    }
}

words! {
    /// Whose evidence must be, where it must be somebody's.
    OldEvidenceBy {
        /// The owner's.
        Owner = "owner",
    }
}

/// What closes an obligation, as it was written.
pub struct OldEvidence {
    ledger: Kind,
    by: Option<OldEvidenceBy>,
    method: Option<Method>,
    accompanied: Option<bool>,
    /// Which of its dates counts; none: its own.
    dated: Option<OldDated>,
}

impl OldTrigger {
    /// The same as `on`.
    pub const fn on(self) -> &'static str {
        match self {
            OldTrigger::Claim => r#"{ state = "claim" }"#,
            OldTrigger::Attendance => r#"{ state = "visit-due" }"#,
            OldTrigger::MeetingPurchase => r#"{ ledger = "sale", where = { place = "meeting" } }"#,
            OldTrigger::FirstPurchase => r#"{ ledger = "sale", first = true }"#,
            OldTrigger::Month => r#"{ every = "month", of = { ledger = "sale" } }"#,
            OldTrigger::ProblemCall => r#"{ ledger = "expert_call", where = { problem = true } }"#,
            OldTrigger::VisitCall => r#"{ ledger = "expert_call", where = { needs_visit = true } }"#,
        }
    }
}

impl OldEvidence {
    /// The same as `evidence`, in a line; `by`: who has to do it.
    pub fn written(&self, by: By) -> String {
        let mut parts = vec![format!("ledger = \"{}\"", self.ledger.id())];
        parts.extend(self.asked().map(|asked| format!("where = {asked}")));
        parts.extend(self.dated_parts().map(|(key, value)| format!("{key} = {value}")));
        parts.extend(self.by.map(|_| format!("by = {}", whose(by))));
        format!("{{ {} }}", parts.join(", "))
    }

    /// Reads it. None: it cannot be used, which has been noted.
    pub fn read(table: &mut TableReader<'_>) -> Option<Self> {
        let (ledger, by, method) = (table.read("ledger"), table.read("by"), table.read("method"));
        let (accompanied, dated) = (table.read("accompanied"), table.read("dated"));
        table.has_only_known_keys().then_some(())?;
        Some(OldEvidence { ledger: ledger?, by: by?, method: method?, accompanied: accompanied?, dated: dated? })
    }

    /// Which of its dates counts, key by key.
    pub fn dated_parts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.dated.iter().flat_map(|dated| dated.parts()).copied()
    }

    /// What `where` says, where it says anything.
    pub fn asked(&self) -> Option<String> {
        let method = self.method.map(|method| format!("method = \"{}\"", method.id()));
        let accompanied = self.accompanied.unwrap_or_default().then(|| "accompanied_by = \"*\"".to_owned());
        let asked: Vec<String> = method.into_iter().chain(accompanied).collect();
        (!asked.is_empty()).then(|| format!("{{ {} }}", asked.join(", ")))
    }
}

impl OldDated {
    /// The same, key by key.
    pub const fn parts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            OldDated::At => &[("dated", "\"at\"")],
            // A form without a day of handing in counts by the visit's own.
            OldDated::Submitted => &[("dated", "[\"submitted\", \"at\"]")],
            OldDated::Relayed => &[("dated", "\"relayed\""), ("same", "\"row\"")],
        }
    }
}

/// The same as an older `by = "owner"` of evidence, where that one has to do it.
pub const fn whose(by: By) -> &'static str {
    match by {
        By::Owner => "\"doer\"",
        By::Manager | By::Expert => "\"owner\"",
    }
}

/// The same as an older `unsigned`, whose value is that text.
pub fn lacking(offence: &str) -> String {
    format!("{{ where = {{ signed = true }}, offence = {offence} }}")
}

impl ReadValue for OldEvidence {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(OldEvidence::read)
    }
}

/// Reads what an obligation of the older form says otherwise than one of today.
pub fn terms(table: &mut TableReader<'_>, by: Option<By>, evidence: Option<&WrittenValue<'_>>) -> Option<Terms> {
    let Some(trigger) = table.written("trigger") else {
        table.missing(Message::new("policy-fault-missing-key").with("key", "on"));
        return None;
    };
    let on = OldTrigger::read_value(&trigger);
    let with: Option<Option<Spanned<bool>>> = table.read("with_expert");
    let unsigned = table.written("unsigned");
    let offence: Option<Option<Arc<str>>> =
        unsigned.as_ref().map_or(Some(None), |written| MissedOffence::read_value(written).map(Some));
    let old = evidence.and_then(OldEvidence::read_value);
    let (on, with, offence, old, by, evidence) = (on?, with?, offence?, old?, by?, evidence?);
    let trigger = put(&trigger, on.on());
    let evidence: Option<Spanned<Evidence>> = put(evidence, &old.written(by));
    let lacking = match (unsigned, offence) {
        (Some(written), Some(offence)) => {
            let signed = read_document(r#"it = { ledger = "visit", where = { signed = true } }"#, |of| {
                of.read::<Evidence>("it")
            });
            let is_visit = evidence.as_ref().is_none_or(|of| of.get_ref().query.ledger == Kind::Visit);
            if !is_visit {
                written.fault(Message::new("policy-fault-unsigned").with("ledger", old.ledger.id()));
            }
            let conditions = signed.ok()?.query.conditions;
            Some(Spanned::new(written.span(), Lacking { conditions, offence }))
        }
        _ => None,
    };
    let with = with.filter(|with| *with.get_ref()).map(|with| Spanned::new(with.span(), With::Expert));
    Some(Terms { trigger: trigger?, with, evidence: evidence?, lacking })
}

/// What is written there, put into today's words. Faults of those are faults of what is written.
fn put<T: ReadValue>(written: &WrittenValue<'_>, today: &str) -> Option<Spanned<T>> {
    match read_document(&format!("it = {today}"), |table| table.read::<T>("it")) {
        Ok(value) => Some(Spanned::new(written.span(), value)),
        Err(error) => {
            error.faults.into_iter().for_each(|fault| written.fault(fault.message));
            None
        }
    }
}
