//! A house's rules as people read them: the clauses with their values, what two policies say differently, what a check
//! found. All of it is made of the entries of [`Policy::entries`](crate::policy::Policy::entries).

mod check;
mod diff;
mod list;
pub(in crate::report) mod rows_said;
mod show;
mod words;

pub use check::{PolicyCheck, policy_check, policy_check_listing};
pub use diff::{DifferenceRow, policy_diff, policy_diff_listing};
pub use list::{PolicyList, policy_list, policy_list_listing};
pub use show::{ClauseRow, policy_show, policy_show_listing};
