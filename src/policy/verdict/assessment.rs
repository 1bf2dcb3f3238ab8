//! What the rules conclude. Reports only arrange it; nothing below this line of the program shows it.

use crate::domain::{Message, Phone, Seq, StaffId, StaffRow};
use crate::policy::{
    Action, CausingRows, Clause, Grounds, Household, Pricing, Roster, Ruling, Subject, ViolationBasis,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The day the books are read at, and the day the call list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportDates {
    /// 数据截至日: rows dated later are ignored.
    pub as_of: NaiveDate,
    /// The day of the call list.
    pub on: NaiveDate,
}

/// Everything the policy makes of the books on a day.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What it was read for.
    pub reading: ReportDates,
    /// The roster as it stands on `as_of`: of each number what is in force then.
    pub roster: BTreeMap<StaffId, StaffRow>,
    /// Everybody's history, for what is asked of another day.
    pub staffing: Roster,
    /// The listed households, by key.
    pub households: Vec<Household>,
    /// What is listed for the day `reading.on`, sorted as the call list is.
    pub tasks: Vec<Task>,
    /// Every violation dated up to `as_of`, sorted as the report is.
    pub violations: Vec<Violation>,
    /// What came up while judging and somebody should look at; [`observe`](crate::policy::observe) has the rest of `check`.
    pub observations: Vec<Observation>,
}

/// One line of the call list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Short, and the same as long as the task stands.
    pub id: String,
    /// The obligation's id.
    pub task: Arc<str>,
    /// The clause that asks for it; none: none does.
    pub clause: Option<Clause>,
    /// The rows that started it.
    pub behind: CausingRows,
    /// How its deadline lies to the day the list is for.
    pub urgency: Urgency,
    /// The deadline.
    pub due: NaiveDate,
    /// The first day on which it counts as done.
    pub window_start: NaiveDate,
    /// Who has to do it; none: nobody employed on the day.
    pub assignee: Option<StaffId>,
    /// The expert to take along.
    pub with: Option<StaffId>,
    /// The smallest number of the person.
    pub phone: Phone,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// The day that started it.
    pub trigger: NaiveDate,
    /// The number to dial: the latest given.
    pub call: Phone,
    /// Whether the ledger that would hold the evidence reaches the deadline where it is kept; true before that is over.
    pub covered: bool,
    /// The last day that ledger reaches there.
    pub covered_until: Option<NaiveDate>,
    /// What it is about.
    pub subject: Subject,
    /// Of the assignee; without one, of whoever the row that started it is of.
    pub department: Option<String>,
}

/// How a task's deadline lies to the day of the call list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// 逾期.
    Overdue,
    /// 当日应办.
    Due,
    /// 即将到期.
    Upcoming,
}

impl Urgency {
    /// The id used in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Urgency::Overdue => "overdue",
            Urgency::Due => "due",
            Urgency::Upcoming => "upcoming",
        }
    }
}

/// A violation (违规): what a clause makes of something missed, late, suspected or found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Short and stable for ever.
    pub id: String,
    /// The day of the breach: the deadline missed, or the day of the act.
    pub date: NaiveDate,
    /// The offence's id in the policy.
    pub offence: Arc<str>,
    /// The clause and the rows that decided it.
    pub grounds: Grounds,
    /// How certain it is.
    pub status: Certainty,
    /// Who answers; none: nobody is named.
    pub staff: Option<StaffId>,
    /// The customer; none: it concerns no one person.
    pub phone: Option<Phone>,
    /// The customer's household; none: likewise.
    pub household: Option<Phone>,
    /// What it is about.
    pub subject: Subject,
    /// Of whoever answers for it.
    pub department: Option<String>,
    /// What it costs.
    pub cost: Cost,
    /// What the clause points to; none: nothing.
    pub action: Option<Action>,
    /// Which one it is of the person's, on a ladder.
    pub occurrence: Option<u32>,
    /// What happened, as a message in no language yet.
    pub detail: Message,
    /// How it was come to.
    pub basis: ViolationBasis,
    /// How its cost came about.
    pub pricing: Pricing,
    /// The findings on it, in the order of events; of a finding of its own, itself.
    pub rulings: Vec<Ruling>,
}

/// What a violation costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// Yuan, rounded to the fen.
    Yuan(Decimal),
    /// It depends on a wage that is not on the roster.
    WageUnknown,
    /// No cost is laid down, or none yet.
    None,
}

impl Cost {
    /// Yuan, where known.
    pub fn yuan(self) -> Option<Decimal> {
        match self {
            Cost::Yuan(amount) => Some(amount),
            Cost::WageUnknown | Cost::None => None,
        }
    }
}

/// How sure a violation is (违规状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// 台账认定: follows from the ledgers.
    Recorded,
    /// 待核: the ledger that would hold the evidence does not reach the deadline yet.
    Pending,
    /// 疑似: needs a person's finding.
    Suspected,
    /// 已核定: by a finding.
    Upheld,
    /// 免予处理.
    Waived,
}

impl Certainty {
    /// All of them, in the order of the documentation.
    pub const ALL: [Certainty; 5] =
        [Certainty::Recorded, Certainty::Pending, Certainty::Suspected, Certainty::Upheld, Certainty::Waived];

    /// The id used in JSON and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Certainty::Recorded => "recorded",
            Certainty::Pending => "pending",
            Certainty::Suspected => "suspected",
            Certainty::Upheld => "upheld",
            Certainty::Waived => "waived",
        }
    }

    /// Whether the violation enters sums.
    pub const fn counts(self) -> bool {
        matches!(self, Certainty::Recorded | Certainty::Upheld)
    }
}

/// Something in the books somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// What it is; the message's key groups them.
    pub message: Message,
    /// The rows it is about; may be empty for counts.
    pub rows: Vec<Seq>,
}
