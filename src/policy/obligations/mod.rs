//! What is due, and whether it was done in time (应办事项).
//!
//! `dossier` gathers what the rows say of one person, `stops` when nothing is asked of anybody about them, `instances`
//! turns the policy's obligations into what is due of whom and when, `judge` decides early, on time, late or open for
//! all of them, `ended` from when on it is over, `answers` who answers for it, `list` makes the call list, `inquiry` says what was found when something had been missed.

mod answers;
mod dossier;
mod ended;
mod inquiry;
mod instances;
mod judge;
mod list;
mod stops;

pub use answers::{Answerable, answers};
pub use dossier::Dossier;
pub use ended::{Ended, ended};
pub use inquiry::considered;
pub use instances::{HouseholdScene, Instance, instances};
pub use judge::Closing;
pub use list::{number, task};
