//! The columns of a ledger: what they hold, what stands over them, and what a row kept of them.

use super::field::Field;
use super::headings::{CUSTOMER, PHONE};
use super::value::{ColumnType, FieldValue};

/// Headings people write, in groups that ledgers share; the best first, folded.
pub type HeadingWords = &'static [&'static [&'static str]];

/// A column of a ledger (栏目).
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// What it is called in files and policies, and which column of other ledgers it is like.
    pub field: Field,
    /// Of which type its values are.
    pub holds: ColumnType,
    /// Whether the ledger cannot be read without it.
    pub needed: bool,
    /// Whether rows keep it. What is not kept helps only to read the rest, and nothing can ask for it.
    pub kept: bool,
    /// What stands over it; the first is that of a template.
    pub headings: HeadingWords,
}

impl Column {
    /// Its id, which is accepted as a heading too.
    pub const fn id(&self) -> &'static str {
        self.field.id()
    }

    /// The heading a template uses.
    pub fn heading(&self) -> &'static str {
        self.headings.iter().flat_map(|group| group.iter()).next().copied().unwrap_or(self.field.id())
    }
}

/// A column with the way to its value in rows of the type `R`.
#[derive(Debug, Clone, Copy)]
pub struct ColumnOf<R: 'static> {
    /// What it is.
    pub column: Column,
    /// What a row says there; none is blank. What every ledger has (day, customer, numbers) stands in the record.
    pub value: fn(&R) -> Option<FieldValue<'_>>,
}

/// A column that must be there and filled.
pub const fn need<R>(
    field: Field,
    holds: ColumnType,
    headings: HeadingWords,
    value: fn(&R) -> Option<FieldValue<'_>>,
) -> ColumnOf<R> {
    ColumnOf { column: Column { field, holds, needed: true, kept: true, headings }, value }
}

/// A column that may be blank or missing.
pub const fn may<R>(
    field: Field,
    holds: ColumnType,
    headings: HeadingWords,
    value: fn(&R) -> Option<FieldValue<'_>>,
) -> ColumnOf<R> {
    ColumnOf { column: Column { field, holds, needed: false, kept: true, headings }, value }
}

/// A column that helps to read the others and is not kept.
pub const fn unkept<R>(field: Field, holds: ColumnType, headings: HeadingWords) -> ColumnOf<R> {
    ColumnOf { column: Column { field, holds, needed: false, kept: false, headings }, value: elsewhere }
}

/// When it happened.
pub const fn at<R>(headings: HeadingWords) -> ColumnOf<R> {
    need(Field::At, ColumnType::Moment, headings, elsewhere)
}

/// The customer's name.
pub const fn customer<R>() -> ColumnOf<R> {
    may(Field::Customer, ColumnType::Code, &[CUSTOMER], elsewhere)
}

/// The customer's number, without which nothing of a customer can be kept.
pub const fn phone<R>() -> ColumnOf<R> {
    need(Field::Phone, ColumnType::Phones, &[PHONE], elsewhere)
}

/// Further numbers of the customer.
pub const fn alternative<R>(headings: HeadingWords) -> ColumnOf<R> {
    may(Field::AltPhone, ColumnType::Phones, headings, elsewhere)
}

/// The same column, which this ledger can do without.
pub const fn optional<R>(of: ColumnOf<R>) -> ColumnOf<R> {
    ColumnOf { column: Column { needed: false, ..of.column }, value: of.value }
}

/// What the column is, without the way to its value.
pub const fn bare<R>(of: ColumnOf<R>) -> Column {
    of.column
}

/// What no row holds itself: it stands in the record, or is not kept.
pub fn elsewhere<R>(_: &R) -> Option<FieldValue<'_>> {
    None
}
