//! Checked policy + books + date → assessment. Pure: no clock, no SQL, no files.
//!
//! | module | decides |
//! |---|---|
//! | `file` | whether a policy file can be used |
//! | `entries` | what a policy says, value by value; `difference` compares two, `fired` finds what the books never met |
//! | `identity` | which phones are one person, which persons one household, which households hang together |
//! | `roster`, `coverage` | who is employed; up to when a ledger is complete for a department |
//! | `events` | which rows happen, in what order, and who is behind them |
//! | `dependence` | which rows the judgement of a household depends on |
//! | `ownership` | whose a household is, and since which row |
//! | `obligations` | what is due, and whether it was done in time |
//! | `violations` | what is a breach, how sure that is, and what it costs |
//! | `observations` | what `check` lists, though the rules know what to do |
//! | `assess` | nothing: it calls the others in order |

mod amount;
mod assess;
mod assessment;
mod clause;
mod coverage;
mod dependence;
mod difference;
mod digest;
mod entries;
mod events;
mod file;
mod fired;
mod ident;
mod identity;
mod obligations;
mod observations;
mod ownership;
mod reasons;
mod roster;
mod sets;
mod subject;
mod terms;
mod timed;
mod violations;
mod words;

pub use amount::Amount;
pub use assess::{assess, ends, observe};
pub use assessment::*;
pub use clause::{Bilingual, Clause, ClauseText};
pub use coverage::Coverage;
pub use dependence::{Dependence, hangs_on_all};
pub use difference::{Difference, Side, difference};
pub use entries::{Decided, Entry, Part, Slot, Value};
pub use file::{Fault, PolicyError, read_plain};
pub use fired::never_fired;
pub use ident::short_id;
pub use identity::{households, kinship};
pub use obligations::Ended;
pub use reasons::*;
pub use roster::Roster;
pub use subject::Subject;
pub use terms::*;
pub use timed::Timed;
pub use violations::{period, to_fen};
pub use words::{Action, By, Dated, Per, Trigger};
