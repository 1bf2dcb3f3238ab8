//! Why: a household's history and a violation's, told from what was recorded while judging; nothing is judged again.
//!
//! | module | tells |
//! |---|---|
//! | `teller` | rows with their place, clauses with their words, phones and people |
//! | `ledger_row` | what a row says |
//! | `change`, `why`, `next` | what a decision changed; why something did not apply; what comes by itself |
//! | `household`, `timeline`, `links`, `verdict` | a household's explanation, as plain rows |
//! | `violation`, `inquiry`, `pricing` | a violation's |
//! | `task` | a task's, and its page |
//! | `household_page`, `violation_page` | either as a narrative |

mod change;
mod household;
mod household_page;
mod inquiry;
mod ledger_row;
mod links;
mod next;
mod no_effect;
mod page_writer;
mod pricing;
mod task;
mod timeline;
mod verdict;
mod violation;
mod violation_page;

pub use household::{HouseholdExplained, MemberRow, explain_household};
pub use household_page::household_page;
pub use inquiry::{ConsideredRow, InquiryRow, LackRow};
pub use links::LinkRow;
pub use next::NextRow;
pub(super) use next::{act_id, turn_id};
pub use page_writer::{ExplainedSentence, NamedClause, RowRef};
pub(super) use page_writer::{Teller, row_refs, rows_said};
pub use pricing::PricingRow;
pub use task::{TaskExplained, explain_task, task_page};
pub use timeline::{ChangeRow, EventRow, PassedRow};
pub use verdict::Verdict;
pub use violation::{FindingRow, ViolationExplained, explain_violation};
pub use violation_page::violation_page;
