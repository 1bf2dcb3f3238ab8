//! What is a breach, how sure that is, and what it costs (docs/how-it-decides.md, What is a violation).
//!
//! `missed`, `papers` and `suspected` each draft violations from one source, `findings` adds and turns them, `penalty`
//! prices them; `draft` is what they all speak of.

mod draft;
mod findings;
mod missed;
mod papers;
mod penalty;
mod suspected;

pub use draft::DraftViolation;
pub use findings::apply_findings;
pub use missed::{missed, period};
pub use papers::late_papers;
pub use penalty::{settle, to_fen};
pub use suspected::{NotHandedOver, left_behind, no_handover, suspected};
