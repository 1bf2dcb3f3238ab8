//! What is due, and whether it was done in time (rulebook §4).
//!
//! `dossier` gathers what the rows say of one person, `stops` when nothing is asked of anybody about them, `instances`
//! turns the policy's obligations into what is due of whom and when, `judge` decides early, on time, late or open for
//! all of them, `list` makes the call list, `inquiry` says what was found when something had been missed.

mod dossier;
mod inquiry;
mod instances;
mod judge;
mod list;
mod stops;

pub use dossier::Dossier;
pub use inquiry::considered;
pub use instances::{Doer, Instance, Scene, instances};
pub use judge::Closing;
pub use list::task;
