//! The kinds of parameters there are.

pub(in crate::policy) mod counted;
pub(in crate::policy) mod held;
pub(in crate::policy) mod named;
pub(in crate::policy) mod worded;

pub use counted::{AboveZero, DayCount, MonthCount, Percent, Price, UpTo};
pub use held::{Changing, Flag, IfAny, Unless};
pub use named::{ClauseId, MissedOffence, OffenceId, PaperOffence};
pub use worded::{Both, Day, Id, Plain, Text, Word};
