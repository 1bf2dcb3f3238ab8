//! Words, ids, dates, and words of closed lists.

use super::held::ValueKind;
use crate::domain::{ClosedList, Message};
use crate::policy::table::{ReadValue, WrittenValue};
use crate::policy::{Bilingual, Value};
use chrono::NaiveDate;
use std::marker::PhantomData;
use std::sync::Arc;

/// A calendar date.
pub struct Day;

impl ValueKind for Day {
    type Held = NaiveDate;

    fn read_value(written: &WrittenValue<'_>) -> Option<NaiveDate> {
        written.day()
    }

    fn value(held: &NaiveDate) -> Option<Value> {
        Some(Value::Text(held.to_string()))
    }
}

/// Words in both languages.
pub struct Both;

impl ValueKind for Both {
    type Held = Bilingual;

    fn read_value(written: &WrittenValue<'_>) -> Option<Bilingual> {
        Bilingual::read_value(written)
    }

    fn value(held: &Bilingual) -> Option<Value> {
        Some(Value::Both(held.clone()))
    }
}

/// A text of any kind.
pub struct Plain;

impl ValueKind for Plain {
    type Held = String;

    fn read_value(written: &WrittenValue<'_>) -> Option<String> {
        String::read_value(written)
    }

    fn value(held: &String) -> Option<Value> {
        Some(Value::Text(held.clone()))
    }
}

/// Something that has to be said at all: where a clause stands, what it is called by.
pub struct Text;

impl ValueKind for Text {
    type Held = String;

    fn read_value(written: &WrittenValue<'_>) -> Option<String> {
        let text = written.text()?;
        if text.trim().is_empty() {
            written.fault(Message::new("policy-fault-blank"));
        }
        Some(text.to_owned())
    }

    fn value(held: &String) -> Option<Value> {
        Some(Value::Text(held.clone()))
    }
}

/// What an entry of a list is called by (`id`), which is shown with each of its values.
pub struct Id;

impl ValueKind for Id {
    type Held = Arc<str>;

    fn read_value(written: &WrittenValue<'_>) -> Option<Arc<str>> {
        Text::read_value(written).map(Into::into)
    }

    fn value(_held: &Arc<str>) -> Option<Value> {
        None
    }
}

/// A word of a closed list that can be shown.
pub trait ShownList: ClosedList {
    /// The list's part of the keys of its words (`report-LIST-ID`).
    const LIST: &'static str;
}

/// A word of a closed list.
pub struct Word<T>(PhantomData<T>);

impl<T: ShownList> ValueKind for Word<T> {
    type Held = T;

    fn read_value(written: &WrittenValue<'_>) -> Option<T> {
        written.word()
    }

    fn value(held: &T) -> Option<Value> {
        Some(Value::Words(T::LIST, vec![held.list_id()]))
    }
}
