//! Days, months, numbers and prices.

use super::held::ValueKind;
use crate::domain::Message;
use crate::policy::table::{ReadValue, WrittenValue};
use crate::policy::{Amount, Value};
use rust_decimal::Decimal;

/// Calendar days, zero or more.
pub struct DayCount;

impl ValueKind for DayCount {
    type Held = u32;

    fn read_value(written: &WrittenValue<'_>) -> Option<u32> {
        written.count()
    }

    fn value(held: &u32) -> Option<Value> {
        Some(Value::Days(*held))
    }
}

/// Calendar months, zero or more.
pub struct MonthCount;

impl ValueKind for MonthCount {
    type Held = u32;

    fn read_value(written: &WrittenValue<'_>) -> Option<u32> {
        written.count()
    }

    fn value(held: &u32) -> Option<Value> {
        Some(Value::Months(*held))
    }
}

/// A number above zero and up to that one.
pub struct UpTo<const MAX: u32>;

impl<const MAX: u32> ValueKind for UpTo<MAX> {
    type Held = Decimal;

    fn read_value(written: &WrittenValue<'_>) -> Option<Decimal> {
        let makes_sense = |number: Decimal| Decimal::ZERO < number && number <= Decimal::from(MAX);
        let message = Message::new("policy-fault-up-to").with("max", u64::from(MAX));
        number(written, makes_sense, message)
    }

    fn value(held: &Decimal) -> Option<Value> {
        Some(Value::Number(*held))
    }
}

/// A share in percent, above zero and up to a hundred.
pub struct Percent;

impl ValueKind for Percent {
    type Held = Decimal;

    fn read_value(written: &WrittenValue<'_>) -> Option<Decimal> {
        UpTo::<100>::read_value(written)
    }

    fn value(held: &Decimal) -> Option<Value> {
        Some(Value::Percent(*held))
    }
}

/// A number above zero.
pub struct AboveZero;

impl ValueKind for AboveZero {
    type Held = Decimal;

    fn read_value(written: &WrittenValue<'_>) -> Option<Decimal> {
        number(written, |number| number > Decimal::ZERO, Message::new("policy-fault-above-zero"))
    }

    fn value(held: &Decimal) -> Option<Value> {
        Some(Value::Number(*held))
    }
}

/// A single number that makes sense; ranges and wages are none.
fn number(written: &WrittenValue<'_>, makes_sense: impl Fn(Decimal) -> bool, message: Message) -> Option<Decimal> {
    if written.is_table() {
        written.fault(message);
        return None;
    }
    let number = Decimal::read_value(written)?;
    if !makes_sense(number) {
        written.fault(message);
    }
    Some(number)
}

/// A price.
pub struct Price;

impl ValueKind for Price {
    type Held = Amount;

    fn read_value(written: &WrittenValue<'_>) -> Option<Amount> {
        Amount::read_value(written)
    }

    fn value(held: &Amount) -> Option<Value> {
        Some(Value::Price(held.clone()))
    }
}
