//! The rows of a person as queries, triggers and evidence see them.

use crate::domain::{Column, Entry, Field, Kind, Phone, Record, Sale, Seq, StaffId, Visit};
use chrono::NaiveDate;

/// A row of a customer ledger, dated up to the day the books are read at.
#[derive(Clone, Copy)]
pub struct PersonRow<'a> {
    /// The row in the books.
    pub entry: &'a Entry,
    /// Its own day.
    pub date: NaiveDate,
    /// The number the row gives first.
    pub phone: &'a Phone,
    /// Who is behind it; none: nobody is named, or somebody not employed that day.
    pub staff: Option<&'a StaffId>,
    /// Whether it names somebody who was not employed that day.
    pub is_of_absent: bool,
}

impl<'a> PersonRow<'a> {
    /// What the row says.
    pub fn record(&self) -> &'a Record {
        &self.entry.record
    }

    /// The row's place in the journal.
    pub fn seq(&self) -> Seq {
        self.entry.seq
    }

    /// The day its form was handed in, of a visit.
    pub fn handed_in(&self) -> Option<NaiveDate> {
        self.record().fact.row::<Visit>()?.submitted
    }

    /// Whether it is nothing without somebody employed behind it, as its ledger asks for staff; elsewhere it is a row with
    /// nobody in it, and a sale is one whoever made it (rulebook).
    pub fn needs_staff(&self) -> bool {
        let asks = |column: &&Column| matches!(column.field, Field::Staff | Field::Expert) && column.needed;
        self.kind() != Kind::Sale && self.kind().columns().iter().any(|column| asks(&column))
    }

    fn kind(&self) -> Kind {
        self.record().fact.kind()
    }
}

/// The rows of one person by ledger, those of each in the order of events.
#[derive(Default)]
pub struct PersonRows<'a> {
    /// By kind of ledger.
    rows: Vec<PersonRow<'a>>,
}

/// The latest purchase that names an expert.
pub struct NamedExpert<'s, 'a> {
    /// The expert it names last.
    pub expert: &'a StaffId,
    /// The rows of that purchase.
    pub purchase: &'s [PersonRow<'a>],
}

impl<'a> PersonRows<'a> {
    /// From rows in the order of events.
    pub fn of(mut rows: Vec<PersonRow<'a>>) -> Self {
        rows.sort_by_key(PersonRow::kind);
        PersonRows { rows }
    }

    /// Those of a ledger, in the order of events.
    pub fn of_ledger(&self, ledger: Kind) -> &[PersonRow<'a>] {
        let first = self.rows.partition_point(|row| row.kind() < ledger);
        let behind = self.rows.partition_point(|row| row.kind() <= ledger);
        &self.rows[first..behind]
    }

    /// What was bought on that day: all its sale rows are one purchase (购买).
    pub fn purchase(&self, day: NaiveDate) -> &[PersonRow<'a>] {
        let sales = self.of_ledger(Kind::Sale);
        let first = sales.partition_point(|row| row.date < day);
        let behind = sales.partition_point(|row| row.date <= day);
        &sales[first..behind]
    }

    /// The latest purchase up to that day that names an expert.
    pub fn named_expert(&self, until: NaiveDate) -> Option<NamedExpert<'_, 'a>> {
        let sales = self.of_ledger(Kind::Sale).iter().rev().filter(|row| row.date <= until);
        let (expert, day) = sales.filter_map(|row| Some((expert_of(row)?, row.date))).next()?;
        Some(NamedExpert { expert, purchase: self.purchase(day) })
    }
}

/// The expert a sale row names.
pub fn expert_of<'a>(row: &PersonRow<'a>) -> Option<&'a StaffId> {
    row.record().fact.row::<Sale>()?.expert.as_ref()
}
