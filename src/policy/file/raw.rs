//! An obligation as it is written, each value with its place.

use super::old_form;
use super::terms::{Terms, With};
use crate::domain::{Message, words};
use crate::policy::rules::kinds::held::ValueKind;
use crate::policy::rules::kinds::{ClauseId, MissedOffence, Text};
use crate::policy::rules::query_reading::conditions;
use crate::policy::table::{ReadValue, Spanned, TableReader, WrittenValue};
use crate::policy::{Bilingual, By, Clause, Evidence, Lacking, Query, Timed, Trigger, Window};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An entry of `[[obligation]]`.
pub struct Obligation {
    pub id: Spanned<String>,
    pub title: Bilingual,
    pub clause: Clause,
    pub trigger: Spanned<Trigger>,
    pub window: Option<Spanned<Window>>,
    pub listed_before: Option<Spanned<Timed<u32>>>,
    pub by: Spanned<By>,
    pub answers: Option<Spanned<Answers>>,
    pub with: Option<Spanned<With>>,
    pub evidence: Spanned<Evidence>,
    pub missed: Option<Spanned<Arc<str>>>,
    pub lacking: Option<Spanned<Lacking>>,
}

words! {
    /// Who alone answers for what is not done.
    Answers {
        /// Who made the sale.
        Seller = "seller",
    }
}

impl Obligation {
    /// None: it cannot be read as it is written, which has been noted.
    pub fn read(table: &mut TableReader<'_>) -> Option<Obligation> {
        let id = table.read_by("id", placed::<Text>, || None);
        let title = table.read("title");
        let clause = table.read_by("clause", ClauseId::read_value, || None);
        let window = table.read("window");
        let listed_before = table.read("listed_before");
        let by: Option<Spanned<By>> = table.read("by");
        let answers = table.read("answers");
        let evidence = table.written("evidence");
        if evidence.is_none() {
            let id = id.as_ref().map(|id: &Spanned<String>| id.get_ref().as_str()).unwrap_or_default();
            table.missing(Message::new("policy-fault-no-evidence").with("id", id));
        }
        let missed = table.read_by("missed", |written| Some(Some(placed::<MissedOffence>(written)?)), || Some(None));
        let terms = match table.written("on") {
            None => old_form::terms(table, by.as_ref().map(|by| *by.get_ref()), evidence.as_ref()),
            Some(on) => terms(table, &on, evidence.as_ref()),
        };
        // Of what has a key nobody knows, it is not known what is meant.
        table.has_only_known_keys().then_some(())?;
        let Terms { trigger, with, evidence, lacking } = terms?;
        Some(Obligation {
            id: id?,
            title: title?,
            clause: clause?,
            trigger,
            window: window?,
            listed_before: listed_before?,
            by: by?,
            answers: answers?,
            with,
            evidence,
            missed: missed?,
            lacking,
        })
    }
}

fn terms(table: &mut TableReader<'_>, on: &WrittenValue<'_>, evidence: Option<&WrittenValue<'_>>) -> Option<Terms> {
    let trigger = Spanned::read_value(on);
    let with = table.read("with");
    let evidence: Option<Spanned<Evidence>> = evidence.and_then(Spanned::read_value);
    let lacking = match (table.written("lacking"), &evidence) {
        (Some(written), Some(evidence)) => lacking(&written, evidence.get_ref()).map(Some),
        (written, _) => written.is_none().then_some(None),
    };
    Some(Terms { trigger: trigger?, with: with?, evidence: evidence?, lacking: lacking? })
}

fn lacking(written: &WrittenValue<'_>, evidence: &Evidence) -> Option<Spanned<Lacking>> {
    let read = |table: &mut TableReader<'_>| {
        let asked = table.read_by("where", |written| conditions(evidence.query.ledger, written), || None);
        let offence = table.read_by("offence", MissedOffence::read_value, || None);
        Some(Lacking { conditions: asked?, offence: offence? })
    };
    Some(Spanned::new(written.span(), written.table(read)?))
}

impl ReadValue for Evidence {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(|table| {
            let query = Query::read(table);
            let (by, same) = (table.read::<Option<_>>("by"), table.read::<Option<_>>("same"));
            table.has_only_known_keys().then_some(())?;
            Some(Evidence {
                query: query?,
                others: Vec::new(),
                by: by?.unwrap_or_default(),
                same: same?.unwrap_or_default(),
            })
        })
    }
}

impl ReadValue for Window {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(|table| {
            let (from, to) = (table.read("from"), table.read("to"));
            let unit = table.read::<Option<_>>("unit");
            Some(Window { from: from?, to: to?, unit: unit?.unwrap_or_default() })
        })
    }
}

/// A value of that kind with its place.
fn placed<K: ValueKind>(written: &WrittenValue<'_>) -> Option<Spanned<K::Held>> {
    Some(Spanned::new(written.span(), K::read_value(written)?))
}
