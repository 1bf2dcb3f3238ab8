//! What is due, and whether it was done in time (应办事项).
//!
//! A trigger (`rules::trigger`) yields what started; `dossier` holds a person's rows for it, `standing` what a household's
//! state asks for, `stops` when nothing is asked of anybody. `instances` makes of a start what is due, in which days;
//! `doer` says who has to do it, `answers` who answers for it, `evidence` what a row lacks to be evidence, `judge` with
//! `closing` early, on time, late or open for all of them, `ended` from when on it is over. `clauses` gives
//! what was agreed on the clause of what it answers; `list` makes the call list,
//! `inquiry` says what was found when something had been missed.

mod answers;
mod clauses;
mod closing;
mod doer;
mod dossier;
mod ended;
mod evidence;
mod inquiry;
mod instance;
mod instances;
mod judge;
mod list;
mod scene;
mod standing;
mod stops;

pub use answers::{Answerable, answers};
pub use closing::in_time;
pub use dossier::Dossier;
pub use ended::{Ended, ended};
pub use inquiry::considered;
pub use instance::Instance;
pub use instances::{instances, next_starts};
pub use judge::Closing;
pub use list::{number, task};
pub use scene::HouseholdScene;
