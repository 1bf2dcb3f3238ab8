//! The rows that came or went between two judgements, found by what differs.

use super::side::ComparedSide;
use crate::domain::{Books, Entry, Field, FieldValue, Kin, Kind, Phone, Seq, StaffId, StaffRow};
use crate::policy::Assessment;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The rows that came or went and made something differ, and how they are tied to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowsBehind {
    /// `grounds`: they are among the rows it follows from, then or now. `coverage`: with the first of them the ledger that
    /// would hold the evidence reaches the deadline. `stated`: somebody said how far that ledger is complete.
    /// `household`, `staff`: they are of that household, that person. `violations`: they changed the violations summed.
    /// `elsewhere`: no row of its own came or went; it follows from those of others.
    pub why: &'static str,
    /// The rows.
    pub rows: Vec<MovedRow>,
}

/// A row of the ledgers that came or went.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MovedRow {
    /// The batch with which it came or went.
    pub batch: u64,
    /// The ledger's id.
    pub kind: &'static str,
    /// The file's name, without its folder.
    pub file: String,
    /// The sheet's name; none: the file has none.
    pub sheet: Option<String>,
    /// Counted from 1 with the headings.
    pub row: u32,
    /// `came` or `went`.
    pub change: &'static str,
}

/// What something that differs is about.
#[derive(Default)]
pub struct ComparisonSubject<'a> {
    pub grounds: Vec<Seq>,
    pub phones: Vec<&'a Phone>,
    pub staff: Vec<&'a StaffId>,
    /// The ledger whose reaching a day may have decided it: with its department and that day.
    pub ledger: Option<(Kind, Option<&'a str>, NaiveDate)>,
}

/// A ledger, as one department hands it in.
type Ledger<'a> = (Kind, Option<&'a str>);

/// The rows that are in one of two books only.
pub struct ChangedRows<'a> {
    rows: BTreeMap<Seq, MovedRow>,
    of_phone: HashMap<&'a Phone, BTreeSet<Seq>>,
    of_staff: HashMap<&'a StaffId, BTreeSet<Seq>>,
    /// Of each ledger and department, the rows that came or went by the last day they speak of.
    of_ledger: HashMap<Ledger<'a>, BTreeSet<(NaiveDate, Seq)>>,
    /// Of each phone the phones of its household, on either side.
    households: HashMap<&'a Phone, Vec<&'a [Phone]>>,
    /// The ledgers of which it was said how far they are complete, in one of the two only.
    stated: BTreeSet<Kind>,
}

impl<'a> ChangedRows<'a> {
    /// What came or went from the one to the other.
    pub fn between(before: ComparedSide<'a>, after: ComparedSide<'a>) -> ChangedRows<'a> {
        let mut moved = ChangedRows {
            rows: BTreeMap::new(),
            of_phone: HashMap::new(),
            of_staff: HashMap::new(),
            of_ledger: HashMap::new(),
            households: HashMap::new(),
            stated: stated(before.books, after.books),
        };
        moved.note(before, after.books, "went");
        moved.note(after, before.books, "came");
        for household in [before, after].iter().flat_map(|side| &side.assessment.households) {
            for phone in &household.members {
                moved.households.entry(phone).or_default().push(&household.members);
            }
        }
        moved
    }

    /// That phone, and every one of its household on either side.
    pub fn members<'p>(&'p self, phone: &'p Phone) -> impl Iterator<Item = &'p Phone> {
        let households = self.households.get(phone).into_iter().flatten();
        std::iter::once(phone).chain(households.flat_map(|members| members.iter()))
    }

    fn note(&mut self, side: ComparedSide<'a>, other: &Books, change: &'static str) {
        for entry in side.books.entries.iter().filter(|entry| other.entry(entry.seq).is_none()) {
            let Some(source) = side.books.sources.get(entry.source as usize) else { continue };
            let row = MovedRow {
                batch: source.batch,
                kind: entry.record.fact.kind().id(),
                file: source.file.clone(),
                sheet: source.sheet.clone(),
                row: entry.line,
                change,
            };
            self.rows.insert(entry.seq, row);
            for phone in phones(entry) {
                self.of_phone.entry(phone).or_default().insert(entry.seq);
            }
            for staff in staff(entry) {
                self.of_staff.entry(staff).or_default().insert(entry.seq);
            }
            if let (Some(staff), Some(day)) = (entry.record.fact.staff(), entry.record.shows_kept_until().max()) {
                let department = department(side.assessment, staff);
                let ledger = (entry.record.fact.kind(), department);
                self.of_ledger.entry(ledger).or_default().insert((day, entry.seq));
            }
        }
    }

    /// The rows behind something that differs: the nearest there are.
    pub fn behind(&self, about: &ComparisonSubject<'_>) -> RowsBehind {
        let among = |rows: BTreeSet<Seq>| -> Vec<MovedRow> {
            let mut rows: Vec<MovedRow> = rows.iter().filter_map(|row| self.rows.get(row).cloned()).collect();
            rows.sort();
            rows
        };
        let all = |rows: &[&BTreeSet<Seq>]| rows.iter().flat_map(|rows| rows.iter().copied()).collect();
        let of_phones: Vec<_> = about.phones.iter().filter_map(|phone| self.of_phone.get(phone)).collect();
        let of_staff: Vec<_> = about.staff.iter().filter_map(|staff| self.of_staff.get(staff)).collect();
        let reaching = about.ledger.and_then(|(kind, department, deadline)| {
            let rows = self.of_ledger.get(&(kind, department))?;
            rows.range((deadline, Seq::MIN)..).next().map(|(_, row)| *row)
        });
        let candidates = [
            ("grounds", about.grounds.iter().copied().collect()),
            ("coverage", reaching.into_iter().collect()),
            ("household", all(&of_phones)),
        ];
        for (why, rows) in candidates {
            let rows = among(rows);
            if !rows.is_empty() {
                return RowsBehind { why, rows };
            }
        }
        if about.ledger.is_some_and(|(kind, _, _)| self.stated.contains(&kind)) {
            return RowsBehind { why: "stated", rows: Vec::new() };
        }
        let rows = among(all(&of_staff));
        RowsBehind { why: if rows.is_empty() { "elsewhere" } else { "staff" }, rows }
    }
}

fn department<'a>(assessment: &'a Assessment, staff: &StaffId) -> Option<&'a str> {
    assessment.roster.get(staff)?.department.as_deref()
}

/// The ledgers of which only one of the two books was said to be complete up to some day.
fn stated(before: &Books, after: &Books) -> BTreeSet<Kind> {
    let missing = |books: &Books, other: &Books| {
        let lacks = books.stated.iter().filter(|stated| !other.stated.contains(stated));
        lacks.map(|stated| stated.kind).collect::<BTreeSet<_>>()
    };
    missing(before, after).union(&missing(after, before)).copied().collect()
}

/// Every phone of the customers a row speaks of.
fn phones(entry: &Entry) -> impl Iterator<Item = &Phone> {
    let own = entry.record.contact.iter().flat_map(|contact| std::iter::once(&contact.phone).chain(&contact.others));
    let related = entry.record.fact.row::<Kin>().map(|kin| &kin.related_phone);
    own.chain(related.into_iter().flatten())
}

/// Everybody of the staff whose own row it is.
fn staff(entry: &Entry) -> impl Iterator<Item = &StaffId> {
    let fact = &entry.record.fact;
    let on_roster = fact.row().map(|row: &StaffRow| &row.staff_id);
    let papers = [Field::HandedInBy, Field::EnteredBy].map(|field| match fact.value(field) {
        Some(FieldValue::Staff(staff)) => Some(staff),
        _ => None,
    });
    fact.staff().into_iter().chain(on_roster).chain(papers.into_iter().flatten())
}
