use crate::domain::Books;
use crate::policy::{Assessment, Policy};

/// One of the two: what was concluded, from which books, by which policy.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub assessment: &'a Assessment,
    pub books: &'a Books,
    pub policy: &'a Policy,
}
