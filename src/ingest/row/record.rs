//! From a row's values to what it says: when, of whom, and what its ledger reads.

use crate::domain::{Column, Fact, Field, Record};
use crate::ingest::row::dates::DateWindow;
use crate::ingest::row::typing::Typing;

/// What the row says, unless something is wrong with it; then the problems are in `row`.
pub fn read(row: &mut Typing<'_>) -> Option<Record> {
    row.refuse_unusable();
    row.compare_twins();
    let ledger = row.kind().ledger();
    let (of_day, of_phone) = (ledger.column(Field::At), ledger.column(Field::Phone));
    let is_needed = |column: Option<&Column>| column.is_some_and(|column| column.needed);
    row.at = of_day.and_then(|_| row.moment(Field::At, DateWindow::Usual));
    if is_needed(of_day) {
        row.need(Field::At, row.at);
    }
    let contact = of_phone.and_then(|_| row.contact());
    let contact = if is_needed(of_phone) { row.need(Field::Phone, contact) } else { contact };
    let fact = Fact::read(row.kind(), row)?;
    let lacks = (is_needed(of_day) && row.at.is_none()) || (is_needed(of_phone) && contact.is_none());
    (!lacks && row.problems.is_empty()).then_some(Record { at: row.at, contact, fact })
}
