//! What a cell of a ledger row holds once it is read, and of which type a column is.

use crate::domain::{
    Channel, ClosedList, Method, Moment, Month, Outcome, Phone, Place, Role, StaffId, StopReason, Verdict,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Of which type the values of a column are. It decides how cells are read, what a template offers and formats, and what
/// a value may be compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// A day, with the time where it is known.
    Moment,
    /// A day.
    Day,
    /// A calendar month.
    Month,
    /// Telephone numbers.
    Phones,
    /// A whole number of things, never negative.
    Count,
    /// A number that need not be whole.
    Number,
    /// Yuan.
    Money,
    /// A grade from 1 to 5 (满意度).
    Grade,
    /// A short text, kept as typed: numbers keep their leading noughts.
    Code,
    /// A figure kept as typed: it may be a range, or have words beside it.
    Figure,
    /// A day of birth (生日): kept as typed where it is no whole date.
    Birthday,
    /// A longer text.
    Prose,
    /// Somebody's name as written, most often a member of staff's, who need not be on the roster.
    Person,
    /// The number of a member of staff (工号), on the roster itself.
    StaffNumber,
    /// A member of staff on the roster; if a role is named, first of all one who has it.
    Staff(Option<Role>),
    /// An offence of the policy (违规类别), by its id.
    Offence,
    /// A word of a closed list.
    Word(WordList),
    /// Yes or no; a blank is no.
    YesNo(&'static YesNoWords),
}

impl ColumnType {
    /// Whether a value is a day, with the time or without.
    pub const fn has_day(self) -> bool {
        matches!(self, ColumnType::Moment | ColumnType::Day)
    }
}

/// The closed lists whose words may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordList {
    /// The way a customer was registered (来源).
    Channel,
    /// What a member of staff does (岗位).
    Role,
    /// How contact was made (方式).
    Method,
    /// Where the goods were sold (出货地点).
    Place,
    /// How a visit or call ended (结果).
    Outcome,
    /// Why visits stop (停访原因).
    StopReason,
    /// What a finding says of a violation (处理意见).
    Verdict,
}

/// A word of a closed list that may stand in a column.
pub trait ListedWord: Copy + 'static {
    /// The list it is of.
    const LIST: WordList;

    /// The word of that id.
    fn of_id(id: &str) -> Option<Self>;
}

macro_rules! listed {
    ($($list:ident),+) => {
        impl WordList {
            /// The ids of its words, in the order of the documentation.
            pub fn ids(self) -> Vec<&'static str> {
                match self { $(WordList::$list => $list::ALL.iter().map(|word| word.id()).collect()),+ }
            }
        }

        $(impl ListedWord for $list {
            const LIST: WordList = WordList::$list;

            fn of_id(id: &str) -> Option<Self> {
                $list::from_id(id)
            }
        }

        impl ToValue for $list {
            fn value(&self) -> Option<FieldValue<'_>> {
                Some(FieldValue::Word(self.id()))
            }
        })+
    };
}

listed!(Channel, Role, Method, Place, Outcome, StopReason, Verdict);

/// The words of a yes-or-no column beside those that say it everywhere (是, 否, √ …), folded.
#[derive(Debug, PartialEq, Eq)]
pub struct YesNoWords {
    /// What says yes in this column.
    pub yes: &'static [&'static str],
    /// What says no in this column.
    pub no: &'static [&'static str],
    /// What a Chinese template offers.
    pub offered: &'static [&'static str],
}

/// The value of a cell as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// Text as written, trimmed; of a role the house alone knows (会计), the word as written.
    Text(&'a str),
    /// The id of a word of a closed list.
    Word(&'static str),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(NaiveDate),
    /// A day, with the time where it was written down.
    Moment(Moment),
    /// A calendar month.
    Month(Month),
    /// A count, a number or a grade.
    Number(Decimal),
    /// Yuan.
    Money(Decimal),
    /// Telephone numbers, at least one, the first one first.
    Phones(&'a [Phone]),
    /// A member of staff.
    Staff(&'a StaffId),
}

impl FieldValue<'_> {
    /// The day it says; none if it is no day.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            FieldValue::Day(day) => Some(day),
            FieldValue::Moment(moment) => Some(moment.date),
            FieldValue::Text(_)
            | FieldValue::Word(_)
            | FieldValue::YesNo(_)
            | FieldValue::Month(_)
            | FieldValue::Number(_)
            | FieldValue::Money(_)
            | FieldValue::Phones(_)
            | FieldValue::Staff(_) => None,
        }
    }
}

/// What a field of a row gives as a value. Sums are told from numbers by their column, not by their type here.
pub trait ToValue {
    /// The value; none: the cell was blank.
    fn value(&self) -> Option<FieldValue<'_>>;
}

impl<T: ToValue> ToValue for Option<T> {
    fn value(&self) -> Option<FieldValue<'_>> {
        self.as_ref().and_then(T::value)
    }
}

macro_rules! to_value {
    ($($type:ty => |$it:ident| $value:expr;)+) => {
        $(impl ToValue for $type {
            fn value(&self) -> Option<FieldValue<'_>> {
                let $it = self;
                Some($value)
            }
        })+
    };
}

to_value! {
    String => |it| FieldValue::Text(it);
    bool => |it| FieldValue::YesNo(*it);
    NaiveDate => |it| FieldValue::Day(*it);
    Month => |it| FieldValue::Month(*it);
    StaffId => |it| FieldValue::Staff(it);
    u32 => |it| FieldValue::Number(Decimal::from(*it));
    u8 => |it| FieldValue::Number(Decimal::from(*it));
    Decimal => |it| FieldValue::Money(*it);
}

impl ToValue for Vec<Phone> {
    fn value(&self) -> Option<FieldValue<'_>> {
        (!self.is_empty()).then_some(FieldValue::Phones(self))
    }
}
