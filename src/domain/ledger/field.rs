//! What a column can hold, under the ids of the ledgers' documentation.

use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($variant:ident = $id:literal),+ $(,)?) => {
        /// A field of a ledger (栏目).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field { $(#[doc = concat!("`", $id, "`")] #[serde(rename = $id)] $variant),+ }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Field] = &[$(Field::$variant),+];

            /// The id, which is accepted as a heading too.
            pub const fn id(self) -> &'static str {
                match self { $(Field::$variant => $id),+ }
            }
        }
    };
}

fields! {
    Accompanied = "accompanied_by",
    Address = "address",
    Against = "against",
    Age = "age",
    AltPhone = "alt_phone",
    Amount = "amount",
    At = "at",
    Base = "base",
    Birthday = "birthday",
    Boxes = "boxes",
    Channel = "channel",
    Complainant = "complainant",
    Concerning = "concerning",
    Count = "count",
    Customer = "customer",
    Customers = "customers",
    DecidedBy = "decided_by",
    Department = "department",
    Duty = "duty",
    Employment = "employment",
    Entered = "entered",
    EnteredBy = "entered_by",
    Event = "event",
    Expert = "expert",
    Expires = "expires",
    FollowedUp = "followed_up",
    From = "from",
    Gender = "gender",
    HandedIn = "handed_in",
    HandedInBy = "handed_in_by",
    Hired = "hired",
    Household = "household",
    Income = "income",
    Interests = "interests",
    Left = "left",
    Method = "method",
    Month = "month",
    Name = "name",
    NeedsVisit = "needs_visit",
    NextAt = "next_at",
    Note = "note",
    Occupation = "occupation",
    Offence = "offence",
    Payable = "payable",
    Phone = "phone",
    Place = "place",
    Problem = "problem",
    Product = "product",
    Reason = "reason",
    ReceivedBy = "received_by",
    Ref = "ref",
    Referrer = "referrer",
    ReferrerPhone = "referrer_phone",
    RelatedPhone = "related_phone",
    Relation = "relation",
    Relayed = "relayed",
    Reported = "reported",
    Resolved = "resolved",
    Result = "result",
    Resumed = "resumed",
    Role = "role",
    Satisfaction = "satisfaction",
    Severe = "severe",
    Signed = "signed",
    Solved = "solved",
    Spoke = "spoke",
    Staff = "staff",
    StaffId = "staff_id",
    State = "state",
    Stamped = "stamped",
    Subject = "subject",
    Submitted = "submitted",
    TakenBy = "taken_by",
    Task = "task",
    To = "to",
    ToExpert = "to_expert",
    Type = "type",
    Verdict = "verdict",
    Violation = "violation",
    Visited = "visited",
    Wage = "monthly_wage",
}

impl Field {
    /// The field of that id.
    pub fn from_id(id: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.id() == id)
    }

    /// Whether a call sheet (回访单) has it written beforehand: a line in which nothing else stands was not filled in.
    pub const fn is_written_beforehand(self) -> bool {
        matches!(self, Field::Task | Field::Customer | Field::Phone | Field::Staff | Field::Expert)
    }

    /// Whether a day there may lie ahead of when it is written down: it is agreed, granted or announced.
    pub const fn may_lie_ahead(self) -> bool {
        matches!(self, Field::Expires | Field::NextAt | Field::From | Field::To | Field::Left | Field::Resumed)
    }

    /// Whether the column describes a person and may stand in any ledger, so that it says little about the kind.
    pub const fn is_descriptive(self) -> bool {
        matches!(
            self,
            Field::Gender
                | Field::Birthday
                | Field::Age
                | Field::Address
                | Field::Occupation
                | Field::Income
                | Field::Interests
                | Field::Department
                | Field::State
                | Field::Note
        )
    }
}
