//! What a policy lays down, checked: each parameter declared once (`parameter`), by its kind (`kinds`), in the table it is
//! of: the whole (`terms`), who owns a household (`owning`), what a breach costs (`costs`), what is said of clauses.

pub(in crate::policy) mod agreed;
pub(in crate::policy) mod amount;
pub(in crate::policy) mod clause;
pub(in crate::policy) mod clause_text;
pub(in crate::policy) mod costs;
pub(in crate::policy) mod days;
pub(in crate::policy) mod digest;
pub(in crate::policy) mod kinds;
pub(in crate::policy) mod mode;
pub(in crate::policy) mod obligation;
pub(in crate::policy) mod owning;
pub(in crate::policy) mod parameter;
pub(in crate::policy) mod query;
pub(in crate::policy) mod query_reading;
pub(in crate::policy) mod registering;
pub(in crate::policy) mod rows;
pub(in crate::policy) mod sets;
pub(in crate::policy) mod subject;
pub(in crate::policy) mod terms;
pub(in crate::policy) mod timed;
pub(in crate::policy) mod trigger;
pub(in crate::policy) mod value;
pub(in crate::policy) mod words;
