//! What is a breach, how sure that is, and what it costs (docs/how-it-decides.md, What is a violation).
//!
//! `missed`, `papers` and `suspected` each draft violations from one source, `findings` adds and turns them, `penalty`
//! prices them.

mod findings;
mod missed;
mod papers;
mod penalty;
mod suspected;

pub use findings::apply_findings;
pub use missed::{missed, period};
pub use papers::late_papers;
pub use penalty::{settle, to_fen};
pub use suspected::{left_behind, no_handover, suspected};
