//! What a policy lays down, checked: clauses, terms, amounts, values that change on a day.

pub(in crate::policy) mod amount;
pub(in crate::policy) mod clause;
pub(in crate::policy) mod digest;
pub(in crate::policy) mod sets;
pub(in crate::policy) mod subject;
pub(in crate::policy) mod terms;
pub(in crate::policy) mod timed;
pub(in crate::policy) mod words;
