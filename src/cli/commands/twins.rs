//! Rows that look like one thing written down twice: between files but for one field the same, or the same within a sheet.

use crate::cli::commands::import::{column_of, word};
use crate::domain::{Books, Entry, Field, Kind, Message, Seq, SourceId, StaffId};
use crate::ingest::field_named;
use crate::journal::{Fields, TASK, content_of, fields_of};
use crate::policy::Observation;
use crate::texts::Texts;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Rows that differ in one field only.
pub struct Twins {
    /// By which it is known again in every language.
    pub observed: Observation,
    /// As it is said.
    pub shown: Message,
}

/// Rows of different files of one kind, staff and day, of one customer or phone, that differ in one field only; by journal
/// order. Rows dated after the as-of day are not there yet.
pub fn twins(books: &Books, as_of: NaiveDate, texts: &Texts) -> Vec<Twins> {
    // Those of one phone may differ in anything else, those of one name only in the phone.
    let mut by_phone: HashMap<(TwinPlace, &str), Vec<&Entry>> = HashMap::new();
    let mut by_name: HashMap<(TwinPlace, &str), Vec<&Entry>> = HashMap::new();
    for entry in dated(books, as_of) {
        let (Some(at), Some(contact)) = (entry.record.at, &entry.record.contact) else { continue };
        let fact = &entry.record.fact;
        let place = TwinPlace { kind: fact.kind(), staff: fact.staff(), day: at.date };
        by_phone.entry((place, contact.phone.as_str())).or_default().push(entry);
        if let Some(name) = &contact.customer {
            by_name.entry((place, name)).or_default().push(entry);
        }
    }
    let mut found: BTreeMap<Vec<Seq>, [Message; 2]> = BTreeMap::new();
    for (groups, of_name) in [(by_phone, false), (by_name, true)] {
        for ((place, _), group) in groups.into_iter().filter(|(_, group)| of_two_files(books, group)) {
            let rows: Vec<(&Entry, Fields)> = group.into_iter().map(|entry| (entry, row_fields(entry))).collect();
            let names: BTreeSet<&String> = rows.iter().flat_map(|(_, fields)| fields.keys()).collect();
            for name in names.into_iter().filter(|name| (*name == "phone") == of_name && *name != TASK) {
                for twins in but_for(name, &rows, books) {
                    let said = said(name, place.kind, &twins, texts);
                    found.insert(twins.iter().map(|(entry, _)| entry.seq).collect(), said);
                }
            }
        }
    }
    let of =
        |(rows, [message, shown]): (Vec<Seq>, [Message; 2])| Twins { observed: Observation { message, rows }, shown };
    found.into_iter().map(of).collect()
}

/// What rows have in common that can be equal at all: their sheet, when, whose, by whom.
type Alike<'b> = (SourceId, Option<String>, Option<&'b str>, Option<&'b StaffId>);

/// Equal rows within one sheet, by journal order.
pub fn equal(books: &Books, as_of: NaiveDate) -> Vec<Observation> {
    let mut alike: HashMap<Alike<'_>, Vec<&Entry>> = HashMap::new();
    for entry in dated(books, as_of) {
        let record = &entry.record;
        let at = record.at.map(|at| at.to_string());
        let phone = record.contact.as_ref().map(|contact| contact.phone.as_str());
        alike.entry((entry.source, at, phone, record.fact.staff())).or_default().push(entry);
    }
    let mut found: BTreeSet<Vec<Seq>> = BTreeSet::new();
    for group in alike.into_values().filter(|group| group.len() > 1) {
        let mut same: HashMap<String, Vec<Seq>> = HashMap::new();
        for entry in group {
            same.entry(content_of(&entry.record)).or_default().push(entry.seq);
        }
        found.extend(same.into_values().filter(|rows| rows.len() > 1));
    }
    let said =
        |rows: Vec<Seq>| Observation { message: Message::new("cli-check-equal").with("count", rows.len()), rows };
    found.into_iter().map(said).collect()
}

/// What twins have in common beside a customer.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct TwinPlace<'a> {
    kind: Kind,
    staff: Option<&'a StaffId>,
    day: NaiveDate,
}

fn dated(books: &Books, as_of: NaiveDate) -> impl Iterator<Item = &Entry> {
    books.entries.iter().filter(move |entry| entry.record.at.is_none_or(|at| at.date <= as_of))
}

fn file_of<'b>(books: &'b Books, entry: &Entry) -> Option<(u64, &'b str)> {
    books.sources.get(entry.source as usize).map(|source| (source.batch, source.file.as_str()))
}

fn of_two_files(books: &Books, group: &[&Entry]) -> bool {
    let first = group.first().and_then(|entry| file_of(books, entry));
    group.iter().any(|entry| file_of(books, entry) != first)
}

/// The numbers of tasks are no part of what a row says.
fn row_fields(entry: &Entry) -> Fields {
    let mut fields = fields_of(&entry.record);
    fields.remove(TASK);
    fields
}

type Row<'r, 'b> = &'r (&'b Entry, Fields);

/// The rows of several files that are equal but for that field, found by what is left, whatever their number.
fn but_for<'r, 'b>(name: &str, rows: &'r [(&'b Entry, Fields)], books: &Books) -> Vec<Vec<Row<'r, 'b>>> {
    let mut by_rest: HashMap<u64, Vec<Row<'r, 'b>>> = HashMap::new();
    for row in rows {
        let mut hasher = DefaultHasher::new();
        row.1.iter().filter(|(field, _)| *field != name).for_each(|field| field.hash(&mut hasher));
        by_rest.entry(hasher.finish()).or_default().push(row);
    }
    let differ = |twins: &Vec<Row<'r, 'b>>| {
        let values: BTreeSet<Option<&String>> = twins.iter().map(|(_, fields)| fields.get(name)).collect();
        let entries: Vec<&Entry> = twins.iter().map(|(entry, _)| *entry).collect();
        values.len() > 1 && of_two_files(books, &entries)
    };
    by_rest.into_values().filter(differ).collect()
}

fn said(name: &str, kind: Kind, twins: &[Row<'_, '_>], texts: &Texts) -> [Message; 2] {
    let values: BTreeSet<&str> = twins.iter().map(|(_, fields)| fields.get(name).map_or("—", String::as_str)).collect();
    let field = Field::from_id(column_of(name)).map(|field| field_named(kind, field));
    let message =
        |values: Vec<String>| Message::new("cli-check-twins").with("field", field.clone()).with("values", values);
    let shown = values.iter().map(|value| word(name, value, texts)).collect();
    [message(values.iter().map(ToString::to_string).collect()), message(shown)]
}
