//! Queries as a policy writes them: `{ ledger = "visit", where = { method = "home" }, dated = ["submitted", "at"] }`.
//! What no row could ever answer is a fault here, with its place.

use crate::domain::{ColumnType, Kind, Message};
use crate::policy::rules::query::{Choice, Condition, Query, QueryField, Wanted, text_key};
use crate::policy::table::{ReadValue, TableReader, WrittenValue};
use rust_decimal::Decimal;

impl Query {
    /// Reads it off those keys of a table that are a query's. None: it cannot be used, which has been noted.
    pub fn read(table: &mut TableReader<'_>) -> Option<Query> {
        let ledger = table.read_by("ledger", customer_ledger, || None);
        let (asked, dated) = (table.written("where"), table.written("dated"));
        let ledger = ledger?;
        let conditions = asked.map_or(Some(Vec::new()), |written| conditions(ledger, &written));
        let dated = match dated {
            Some(written) => dates(ledger, &written),
            None => QueryField::of(ledger, "at").map(|at| vec![at]),
        };
        Some(Query { ledger, conditions: conditions?, dated: dated? })
    }
}

impl ReadValue for Query {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(Query::read)
    }
}

/// A ledger whose rows happen to somebody; those of others are nobody's and would never be found.
fn customer_ledger(written: &WrittenValue<'_>) -> Option<Kind> {
    let ledger = Kind::read_value(written)?;
    if !ledger.is_customer() {
        let known: Vec<&str> = Kind::ALL.into_iter().filter(|kind| kind.is_customer()).map(Kind::id).collect();
        written.fault(Message::new("policy-fault-query-ledger").with("ledger", ledger.id()).with("known", known));
        return None;
    }
    Some(ledger)
}

/// What rows of a ledger must say: each field with what must stand there.
pub fn conditions(ledger: Kind, written: &WrittenValue<'_>) -> Option<Vec<Condition>> {
    let read = |table: &mut TableReader<'_>| {
        // Each is read before one that cannot be is enough for none.
        let all: Vec<Option<Condition>> =
            table.every_key().iter().map(|(id, value)| condition(ledger, id, value)).collect();
        all.into_iter().collect::<Option<Vec<_>>>()
    };
    let mut conditions = written.table(read)?;
    if conditions.is_empty() {
        written.fault(Message::new("policy-fault-query-nothing"));
        return None;
    }
    conditions.sort_by_key(|condition| condition.field.id());
    Some(conditions)
}

fn condition(ledger: Kind, id: &str, value: &WrittenValue<'_>) -> Option<Condition> {
    let Some(field) = QueryField::of(ledger, id) else {
        let known: Vec<&str> = kept(ledger).map(QueryField::id).collect();
        value.fault(said("policy-fault-query-field", id, ledger).with("known", known));
        return None;
    };
    let wanted = match value.as_list() {
        _ if value.is_table() => bounds(field, value)?,
        Some(list) if list.is_empty() => {
            value.fault(Message::new("policy-fault-query-nothing"));
            return None;
        }
        Some(list) => {
            let all: Vec<Option<Choice>> = list.iter().map(|value| choice(field, value)).collect();
            Wanted::OneOf(all.into_iter().collect::<Option<Vec<_>>>()?)
        }
        None => Wanted::OneOf(vec![choice(field, value)?]),
    };
    Some(Condition { field, wanted })
}

/// `{ at_least = 3 }`, `{ at_most = 5 }`, or both.
fn bounds(field: QueryField, value: &WrittenValue<'_>) -> Option<Wanted> {
    let read = |table: &mut TableReader<'_>| {
        let bound = |table: &mut TableReader<'_>, key| table.read::<Option<Decimal>>(key);
        let (at_least, at_most) = (bound(table, "at_least"), bound(table, "at_most"));
        Some((at_least?, at_most?))
    };
    let (at_least, at_most) = value.table(read)?;
    let is_upside_down = at_least.zip(at_most).is_some_and(|(least, most)| least > most);
    let wrong = if !is_number(field) {
        Some("policy-fault-query-no-number")
    } else if at_least.is_none() && at_most.is_none() {
        Some("policy-fault-query-nothing")
    } else {
        is_upside_down.then_some("policy-fault-query-upside-down")
    };
    match wrong {
        Some(key) => {
            value.fault(said(key, field.id(), field.ledger));
            None
        }
        None => Some(Wanted::Within { at_least, at_most }),
    }
}

const fn is_number(field: QueryField) -> bool {
    matches!(field.column.holds, ColumnType::Count | ColumnType::Number | ColumnType::Money | ColumnType::Grade)
}

fn choice(field: QueryField, value: &WrittenValue<'_>) -> Option<Choice> {
    match value.as_text() {
        Some("*") => return Some(Choice::Filled),
        Some("") if field.is_never_blank() || field.column.needed => {
            value.fault(said("policy-fault-query-never-blank", field.id(), field.ledger));
            return None;
        }
        Some("") => return Some(Choice::Blank),
        _ => {}
    }
    Some(match field.column.holds {
        ColumnType::YesNo(_) => Choice::YesNo(value.flag()?),
        ColumnType::Count | ColumnType::Number | ColumnType::Money | ColumnType::Grade => {
            Choice::Number(Decimal::read_value(value)?)
        }
        ColumnType::Day | ColumnType::Moment => Choice::Day(value.day()?),
        ColumnType::Word(list) => {
            let (found, known) = (value.text()?, list.ids());
            let Some(id) = known.iter().find(|id| **id == found) else {
                let message = said("policy-fault-query-word", field.id(), field.ledger);
                value.fault(message.with("word", found).with("known", known));
                return None;
            };
            Choice::Word(id)
        }
        ColumnType::Month
        | ColumnType::Birthday
        | ColumnType::Phones
        | ColumnType::Code
        | ColumnType::Figure
        | ColumnType::Prose
        | ColumnType::Person
        | ColumnType::StaffNumber
        | ColumnType::Staff(_)
        | ColumnType::Offence => Choice::Text(text_key(value.text()?)),
    })
}

/// A field that holds days, or a list of such.
fn dates(ledger: Kind, written: &WrittenValue<'_>) -> Option<Vec<QueryField>> {
    let list = written.as_list().unwrap_or_else(|| vec![*written]);
    if list.is_empty() {
        written.fault(Message::new("policy-fault-query-nothing"));
        return None;
    }
    let all: Vec<Option<QueryField>> = list.iter().map(|value| date(ledger, value)).collect();
    all.into_iter().collect()
}

/// A field of the ledger that holds days.
pub fn date(ledger: Kind, value: &WrittenValue<'_>) -> Option<QueryField> {
    let id = value.text()?;
    let field = QueryField::of(ledger, id).filter(|field| field.is_day());
    if field.is_none() {
        let known: Vec<&str> = kept(ledger).filter(|field| field.is_day()).map(QueryField::id).collect();
        value.fault(said("policy-fault-query-no-date", id, ledger).with("known", known));
    }
    field
}

/// The fields a ledger's rows keep.
fn kept(ledger: Kind) -> impl Iterator<Item = QueryField> {
    let kept = ledger.columns().iter().filter(|column| column.kept);
    kept.map(move |column| QueryField { ledger, column })
}

fn said(key: &'static str, field: &str, ledger: Kind) -> Message {
    Message { key, args: Vec::new() }.with("field", field).with("ledger", ledger.id())
}
