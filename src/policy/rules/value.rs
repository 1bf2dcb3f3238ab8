//! How much a parameter says, or what, as it is shown.

use crate::policy::{Amount, Bilingual, Condition, QueryField, Trigger};
use rust_decimal::Decimal;

/// How much, or what.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Calendar days.
    Days(u32),
    /// Calendar months.
    Months(u32),
    /// A number without a unit of its own.
    Number(Decimal),
    /// A share in percent.
    Percent(Decimal),
    /// A price.
    Price(Amount),
    /// That it is so.
    Yes,
    /// Ids of a closed list whose words are texts (`report-LIST-ID`).
    Words(&'static str, Vec<&'static str>),
    /// What starts something due.
    Trigger(Trigger),
    /// What rows must say.
    Conditions(Vec<Condition>),
    /// Fields of rows, of which the first that is not blank counts.
    Fields(Vec<QueryField>),
    /// The id of a clause or an offence, a date, or a word of the house.
    Text(String),
    /// Words in both languages.
    Both(Bilingual),
}
