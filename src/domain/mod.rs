//! What the ledgers speak of: people, days, money, rows and where they came from. No I/O, no rules.

mod area;
mod books;
mod harmless;
mod ledger;
mod mask;
mod mention;
mod message;
mod moment;
mod month;
mod phone;
mod record;
mod staff;
mod stored;
mod stray;
mod width;
mod words;

pub use area::with_lost_nought;
pub use books::{Books, Entry, Seq, Source, SourceId, StatedCoverage, TYPED_IN};
pub use harmless::{harmless, without_apostrophe};
pub use ledger::*;
pub use mask::{PhoneMasks, discreet_within};
pub use mention::{Mention, name_key};
pub use message::{Arg, Lang, Message};
pub use moment::{Moment, month_end, month_start, months_after};
pub use month::{Month, NotAMonth};
pub use phone::{Phone, discreet};
pub use record::{Contact, Record, task_numbers};
pub use staff::StaffId;
pub use stray::OutermostDays;
pub use width::narrow;
pub(crate) use words::words;
pub use words::{Channel, ClosedList, Method, Outcome, Place, Role, StopReason, Verdict};
