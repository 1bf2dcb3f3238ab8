//! The records beside the decisions: what did not apply and why, what comes next, how a violation was come to. Small
//! books, boundary days in pairs.
#![allow(clippy::unwrap_used, clippy::panic)]

mod brought;
mod claimed;
mod kinship;
mod prospects;
mod referred;
mod shop;
mod tried;
mod violations;
