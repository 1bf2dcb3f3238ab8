//! What starts something due (起因): one file for each way, which holds how it is written and told, and what it starts.
//! A new one is a file more and its line in `triggers!`.

mod agreed;
mod every;
mod need;
mod repeat;
mod rows;
mod start;
mod starting;
mod state;

use crate::domain::{Message, Record};
use crate::policy::table::{ReadValue, WrittenValue};
pub use agreed::AgreedTrigger;
use chrono::NaiveDate;
pub use every::EveryTrigger;
pub use need::HouseholdNeed;
pub use repeat::RepeatTrigger;
pub use rows::RowsTrigger;
use serde::Serialize;
pub use start::{Standing, Start, StartEnd, TriggerScene};
pub use starting::{Starting, TriggerForm, TriggerTerms, TriggerWords};
pub use state::StateTrigger;

macro_rules! triggers {
    ($($(#[$meta:meta])* $name:ident($type:ty)),+; of every house: $($(#[$ours:meta])* $own:ident($house:ty)),+ $(,)?) => {
        /// What starts an obligation (起因).
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Trigger { $($(#[$meta])* $name($type),)+ $($(#[$ours])* $own($house)),+ }

        /// The keys by which they are told from each other as they are written.
        const KEYS: &[&str] = &[$(<$type as TriggerForm>::KEY),+];

        impl ReadValue for Trigger {
            fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
                if let Some(list) = written.as_list() {
                    return RowsTrigger::read_list(written, &list).map(Trigger::Rows);
                }
                $(if written.of_key(<$type as TriggerForm>::KEY).is_some() {
                    return written.table(<$type as TriggerForm>::read).map(Trigger::$name);
                })+
                match written.is_table() {
                    true => written.fault(Message::new("policy-fault-trigger").with("known", KEYS.to_vec())),
                    false => written.is_not(Message::new("policy-wanted-table")),
                }
                None
            }
        }

        impl Starting for Trigger {
            fn starts<'a>(&self, scene: &TriggerScene<'_, 'a>) -> Vec<Start<'a>> {
                match self { $(Trigger::$name(trigger) => trigger.starts(scene),)+ $(Trigger::$own(trigger) => trigger.starts(scene)),+ }
            }

            fn next_day(&self, scene: &TriggerScene<'_, '_>) -> Option<NaiveDate> {
                match self { $(Trigger::$name(trigger) => trigger.next_day(scene),)+ $(Trigger::$own(trigger) => trigger.next_day(scene)),+ }
            }

            fn terms(&self) -> TriggerTerms {
                match self { $(Trigger::$name(trigger) => trigger.terms(),)+ $(Trigger::$own(trigger) => trigger.terms()),+ }
            }

            fn said(&self) -> TriggerWords<'_> {
                match self { $(Trigger::$name(trigger) => trigger.said(),)+ $(Trigger::$own(trigger) => trigger.said()),+ }
            }

            fn meets(&self, record: &Record, as_of: NaiveDate) -> bool {
                match self { $(Trigger::$name(trigger) => trigger.meets(record, as_of),)+ $(Trigger::$own(trigger) => trigger.meets(record, as_of)),+ }
            }
        }
    };
}

triggers! {
    /// A state of the household.
    State(StateTrigger),
    /// Each period after the first row.
    Every(EveryTrigger),
    /// Again and again after each row.
    Repeat(RepeatTrigger),
    /// Each day with a row, or the first.
    Rows(RowsTrigger);
    of every house:
    /// A day agreed on for the next contact.
    Agreed(AgreedTrigger),
}
