//! A value with its place.

use super::types::ReadValue;
use super::written::WrittenValue;
use std::ops::Range;

/// A value of a file with the bytes it is written in, for what can be judged only beside other values.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    value: T,
    span: Range<usize>,
}

impl<T> Spanned<T> {
    /// A value at that place.
    pub const fn new(span: Range<usize>, value: T) -> Self {
        Spanned { value, span }
    }

    /// The value.
    pub const fn get_ref(&self) -> &T {
        &self.value
    }

    /// The bytes it is written in.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value without its place.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T: ReadValue> ReadValue for Spanned<T> {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        Some(Spanned::new(written.span(), T::read_value(written)?))
    }
}
