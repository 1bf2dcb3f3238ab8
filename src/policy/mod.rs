//! Checked policy + books + date → assessment. Pure: no clock, no SQL, no files.
//!
//! | module | decides |
//! |---|---|
//! | `table` | nothing of a policy: it reads a TOML file table by table, with every fault where it stands |
//! | `rules` | what a policy lays down, each parameter declared once: how it is read, which values make sense, how it is shown |
//! | `file` | whether a policy file can be used: the tables it has, and what contradicts itself between them |
//! | `entries` | what a policy says, value by value; `difference` compares two, `fired` finds what the books never met |
//! | `books` | who is which person and household (`identity`), who is employed (`roster`), up to when a ledger is complete (`coverage`), in what order rows happen and who is behind them (`events`) |
//! | `dependence` | which rows the judgement of a household depends on |
//! | `ownership` | whose a household is, and since which row |
//! | `obligations` | what is due, and whether it was done in time |
//! | `violations` | what is a breach, how sure that is, and what it costs |
//! | `verdict` | nothing: what is concluded, with its reasons, ids and what `check` lists beside it |
//! | `turns` | until which day a verdict stands if no row comes |
//! | `judging` | nothing: it hands clusters of households to the others, on all cores |
//! | `assess` | nothing: it calls the others in order, and adds up what clusters are judged to be |

mod assess;
mod books;
mod dependence;
mod entries;
mod file;
mod judging;
mod obligations;
mod ownership;
mod rules;
mod table;
mod turns;
mod verdict;
mod violations;

pub use crate::policy::books::coverage::Coverage;
pub use crate::policy::books::identity::{households, kinship};
pub use crate::policy::books::kinship::{Kinship, KinshipLink};
pub use crate::policy::books::roster::Roster;
pub use crate::policy::dependence::{Dependence, hangs_on_all};
pub use crate::policy::entries::difference::{Difference, OnlyIn, difference};
pub use crate::policy::entries::fired::never_fired;
pub use crate::policy::rules::amount::Amount;
pub use crate::policy::rules::clause::{Bilingual, Clause};
pub use crate::policy::rules::clause_text::ClauseText;
pub use crate::policy::rules::costs::{Offence, Papers, Sanctions};
pub use crate::policy::rules::mode::Mode;
pub use crate::policy::rules::obligation::{Evidence, Lacking, Obligation, Window};
pub use crate::policy::rules::owning::{Hold, Ownership, OwnershipClauses, Suspicions};
pub use crate::policy::rules::query::{AsWhere, Choice, Condition, Query, QueryField, Wanted};
pub use crate::policy::rules::subject::Subject;
pub use crate::policy::rules::terms::*;
pub use crate::policy::rules::timed::Timed;
pub use crate::policy::rules::trigger::{
    EveryTrigger, HouseholdNeed, RowsTrigger, Starting, StateTrigger, Trigger, TriggerTerms, TriggerWords,
};
pub use crate::policy::rules::value::Value;
pub use crate::policy::rules::words::{Action, By, EvidenceBy, Per, Same, WindowUnit};
pub use crate::policy::table::{PolicyError, PolicyFault, ReadValue, TableReader, WrittenValue, read_document};
pub use crate::policy::verdict::assessment::*;
pub use crate::policy::verdict::cluster::{ClusterVerdict, LeftBehind};
pub use crate::policy::verdict::draft::DraftViolation;
pub use crate::policy::verdict::grounds::*;
pub use crate::policy::verdict::household::*;
pub use crate::policy::verdict::ident::short_id;
pub use crate::policy::verdict::reasons::*;
pub use assess::{assess, conclude, ends, judge_clusters, observe};
pub use entries::{DecidedBy, EntryPart, PolicyEntry, Slot};
pub use file::UpgradedPolicy;
pub use obligations::Ended;
pub use violations::{period, to_fen};
