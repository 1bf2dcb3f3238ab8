//! What a ledger reads its rows from: the cells of a row, each asked for by its field.

use super::field::Field;
use super::value::ListedWord;
use crate::domain::{Message, Moment, Month, Phone, Role, StaffId};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The cells of a row. What is asked for and is wrong is noted, all of it at once, and the row is refused in the end; the
/// value is then none, as it is for a blank. So a ledger asks for everything before it gives up for want of something.
pub trait RowCells {
    /// When it happened, as far as the row says; it is read before the ledger is asked.
    fn at(&self) -> Option<Moment>;
    /// Whether the sheet has a column for it.
    fn has(&self, field: Field) -> bool;
    /// Whether nothing is written there, or only a word that says nothing.
    fn is_blank(&self, field: Field) -> bool;
    /// Notes that a needed value is blank.
    fn need<T>(&mut self, field: Field, value: Option<T>) -> Option<T>;
    /// Notes what is wrong with a field, for which the row is refused.
    fn wrong(&mut self, field: Field, message: Message);
    /// Notes what is odd about a field; the row is taken.
    fn noted(&mut self, field: Field, message: Message);
    /// How many things have been found wrong.
    fn faults(&self) -> usize;

    /// Text as written.
    fn text(&mut self, field: Field) -> Option<String>;
    /// Remarks as written, those of several columns one after the other.
    fn note(&mut self) -> Option<String>;
    /// A member of staff, by number or name.
    fn staff(&mut self, field: Field) -> Option<StaffId>;
    /// A word of a closed list.
    fn word<W: ListedWord>(&mut self, field: Field) -> Option<W>;
    /// A role in the house's words or the rules'; what is none of them is given as written, with a remark.
    fn role(&mut self, field: Field) -> (Option<Role>, Option<String>);
    /// Yes or no in the words of the column; a blank is no.
    fn yes(&mut self, field: Field) -> bool;
    /// The day of a paper about what happened: it cannot well be older.
    fn paper(&mut self, field: Field) -> Option<NaiveDate>;
    /// The day of what comes next after what happened.
    fn next(&mut self, field: Field) -> Option<NaiveDate>;
    /// A day that may lie ahead, up to ten years.
    fn ahead(&mut self, field: Field) -> Option<NaiveDate>;
    /// A day in somebody's working life: from 1900 until a year ahead.
    fn working_life(&mut self, field: Field) -> Option<NaiveDate>;
    /// A month.
    fn month(&mut self, field: Field) -> Option<Month>;
    /// A birthday: a whole date in one spelling, anything else as written.
    fn birthday(&mut self, field: Field) -> Option<String>;
    /// Every number of the cell once, the first one first.
    fn phones(&mut self, field: Field) -> Vec<Phone>;
    /// A grade from 1 to 5.
    fn grade(&mut self, field: Field) -> Option<u8>;
    /// A count of zero or more; none: blank.
    fn count(&mut self, field: Field) -> Option<u32>;
    /// A count, of either sign.
    fn signed_count(&mut self, field: Field) -> Option<i64>;
    /// Whether a count below nought stands there; nothing is noted.
    fn is_below_nought(&self, field: Field) -> bool;
    /// Yuan of zero or more; none: blank.
    fn money(&mut self, field: Field) -> Option<Decimal>;
    /// Yuan, of either sign.
    fn signed_money(&mut self, field: Field) -> Option<Decimal>;
    /// The id of the offence that is named by its id or its title.
    fn offence(&mut self, field: Field) -> Option<String>;
    /// Notes what the offence does not allow or what it asks for beside: sums out of its range, boxes.
    fn check_offence(&mut self, offence: &str, amount: Option<Decimal>, boxes: Option<u32>);
    /// Notes somebody who is said to have left on no day: they would be employed for ever.
    fn refuse_left_without_day(&mut self, left: Option<NaiveDate>);

    /// A member of staff that the row cannot be without.
    fn needed_staff(&mut self, field: Field) -> Option<StaffId> {
        let staff = self.staff(field);
        self.need(field, staff)
    }
}
