//! An obligation as it is written, each value with its place.

use crate::domain::{Kind, Message, Method, words};
use crate::policy::rules::kinds::held::ValueKind;
use crate::policy::rules::kinds::{ClauseId, MissedOffence, Text};
use crate::policy::table::{ReadValue, Spanned, TableReader, WrittenValue};
use crate::policy::{Bilingual, By, Clause, Dated, Timed, Trigger, Window};
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
    pub with_expert: Option<Spanned<bool>>,
    pub evidence: Spanned<Evidence>,
    pub missed: Option<Spanned<Arc<str>>>,
    pub unsigned: Option<Spanned<Arc<str>>>,
}

words! {
    /// Who alone answers for what is not done.
    Answers {
        /// Who made the sale.
        Seller = "seller",
    }
}

/// What closes it.
pub struct Evidence {
    pub ledger: Spanned<Kind>,
    pub by: Option<Spanned<By>>,
    pub method: Option<Spanned<Method>>,
    pub accompanied: Option<Spanned<bool>>,
    pub dated: Option<Spanned<Dated>>,
}

impl Obligation {
    /// None: it cannot be read as it is written, which has been noted.
    pub fn read(table: &mut TableReader<'_>) -> Option<Obligation> {
        let id = table.read_by("id", placed::<Text>, || None);
        let title = table.read("title");
        let clause = table.read_by("clause", ClauseId::read_value, || None);
        let trigger = table.read("trigger");
        let window = table.read("window");
        let listed_before = table.read("listed_before");
        let by = table.read("by");
        let answers = table.read("answers");
        let with_expert = table.read("with_expert");
        let evidence = match table.written("evidence") {
            Some(written) => Spanned::read_value(&written),
            None => {
                let id = id.as_ref().map(|id: &Spanned<String>| id.get_ref().as_str()).unwrap_or_default();
                table.missing(Message::new("policy-fault-no-evidence").with("id", id));
                None
            }
        };
        let mut offence =
            |key| table.read_by(key, |written| Some(Some(placed::<MissedOffence>(written)?)), || Some(None));
        let (missed, unsigned) = (offence("missed"), offence("unsigned"));
        // Of what has a key nobody knows, it is not known what is meant.
        table.has_only_known_keys().then_some(())?;
        Some(Obligation {
            id: id?,
            title: title?,
            clause: clause?,
            trigger: trigger?,
            window: window?,
            listed_before: listed_before?,
            by: by?,
            answers: answers?,
            with_expert: with_expert?,
            evidence: evidence?,
            missed: missed?,
            unsigned: unsigned?,
        })
    }
}

impl ReadValue for Evidence {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(|table| {
            let (ledger, by, method) = (table.read("ledger"), table.read("by"), table.read("method"));
            let (accompanied, dated) = (table.read("accompanied"), table.read("dated"));
            table.has_only_known_keys().then_some(())?;
            Some(Evidence { ledger: ledger?, by: by?, method: method?, accompanied: accompanied?, dated: dated? })
        })
    }
}

impl ReadValue for Window {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(|table| {
            let (from, to) = (table.read("from"), table.read("to"));
            Some(Window { from: from?, to: to? })
        })
    }
}

/// A value of that kind with its place.
fn placed<K: ValueKind>(written: &WrittenValue<'_>) -> Option<Spanned<K::Held>> {
    Some(Spanned::new(written.span(), K::read_value(written)?))
}
