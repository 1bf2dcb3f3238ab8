//! What names a clause or an offence of the same policy.

use super::held::ValueKind;
use crate::domain::{ClosedList, Message};
use crate::policy::rules::parameter::BelongsTo;
use crate::policy::table::{Listed, WrittenValue};
use crate::policy::{Clause, Per, Value};
use std::sync::Arc;

/// The id of one of the policy's clauses, to which the parameter belongs.
pub struct ClauseId;

impl ValueKind for ClauseId {
    type Held = Clause;

    fn read_value(written: &WrittenValue<'_>) -> Option<Clause> {
        let id = written.text()?;
        if let Listed::Nowhere = written.listed("clause", id) {
            written.fault(Message::new("policy-fault-unknown-clause").with("id", id));
        }
        Some(id.into())
    }

    fn value(held: &Clause) -> Option<Value> {
        Some(Value::Text(held.to_string()))
    }

    fn behind(held: &Clause) -> Option<BelongsTo> {
        Some(BelongsTo::Clause(held.clone()))
    }
}

/// The id of one of the policy's offences, to whose clause the parameter belongs.
pub struct OffenceId;

impl ValueKind for OffenceId {
    type Held = Arc<str>;

    fn read_value(written: &WrittenValue<'_>) -> Option<Arc<str>> {
        offence(written, |_| None)
    }

    fn value(held: &Arc<str>) -> Option<Value> {
        Some(Value::Text(held.to_string()))
    }

    fn behind(held: &Arc<str>) -> Option<BelongsTo> {
        Some(BelongsTo::Offence(held.clone()))
    }
}

/// The offence of a late paper: one a list, however much stands on it.
pub struct PaperOffence;

impl ValueKind for PaperOffence {
    type Held = Arc<str>;

    fn read_value(written: &WrittenValue<'_>) -> Option<Arc<str>> {
        offence(written, |per| (per != Per::Each).then_some("policy-fault-paper-per"))
    }

    fn value(held: &Arc<str>) -> Option<Value> {
        OffenceId::value(held)
    }

    fn behind(held: &Arc<str>) -> Option<BelongsTo> {
        <OffenceId as ValueKind>::behind(held)
    }
}

/// The offence of something not done, which has customers but no boxes to be counted.
pub struct MissedOffence;

impl ValueKind for MissedOffence {
    type Held = Arc<str>;

    fn read_value(written: &WrittenValue<'_>) -> Option<Arc<str>> {
        offence(written, |per| (per == Per::Box).then_some("policy-fault-per-box"))
    }

    fn value(held: &Arc<str>) -> Option<Value> {
        OffenceId::value(held)
    }

    fn behind(held: &Arc<str>) -> Option<BelongsTo> {
        <OffenceId as ValueKind>::behind(held)
    }
}

/// One of the policy's offences, unless that function says by the key of a text what is wrong with how it is counted.
fn offence(written: &WrittenValue<'_>, wrong: impl Fn(Per) -> Option<&'static str>) -> Option<Arc<str>> {
    let id = written.text()?;
    let fault = match written.listed("offence", id) {
        Listed::NoList => None,
        Listed::Nowhere => Some("policy-fault-unknown-offence"),
        Listed::Entry(entry) => {
            let per = entry.of_key("per").and_then(|per| Per::from_id(per.as_text()?)).unwrap_or_default();
            wrong(per)
        }
    };
    fault.into_iter().for_each(|key| written.fault(Message { key, args: Vec::new() }.with("id", id)));
    Some(id.into())
}
