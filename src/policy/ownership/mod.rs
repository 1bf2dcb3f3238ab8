//! Whose a household is (docs/how-it-decides.md): a state per household, changed by events in their order.
//!
//! `state` holds what can be true and records every change with its grounds; `signup`, `contact`, `meeting` and
//! `company` hold what each kind of event does, `referral` when one is clear, `kept` why something done did not take a
//! household; `standing` reads off what is shown, `prospects` what comes next.

mod attempts;
mod company;
mod contact;
mod meeting;
mod prospects;
mod referral;
mod run;
mod signup;
mod standing;
mod state;

pub use run::{ClusterOutcome, run};
pub use standing::standing;
pub use state::{Claim, Deadline, Holder, HouseholdState};
