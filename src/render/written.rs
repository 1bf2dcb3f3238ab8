//! Values of cells as text, for the formats that are text.

use crate::report::CellValue;
use std::borrow::Cow;

/// The value as it stands in a table, a page and a sheet of text: days and moments as ISO 8601 has them, sums with two
/// decimals, counts in digits.
pub(super) fn written(value: &CellValue) -> Cow<'_, str> {
    match value {
        CellValue::Blank => "".into(),
        CellValue::Text(text) | CellValue::Word(text) | CellValue::Id(text) | CellValue::Phone(text) => text.into(),
        CellValue::Day(day) => day.to_string().into(),
        CellValue::Month(month) => month.to_string().into(),
        CellValue::Moment(at) => at.to_string().into(),
        CellValue::Count(count) => count.to_string().into(),
        CellValue::Money(sum) => sum.to_string().into(),
        CellValue::Number(number) => number.to_string().into(),
    }
}
