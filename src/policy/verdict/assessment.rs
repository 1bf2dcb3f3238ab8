//! What the rules conclude. Reports only arrange it; nothing below this line of the program shows it.

use crate::domain::{Message, Phone, Seq, StaffId, StaffRow};
use crate::policy::{Action, Clause, NoEffect, Pricing, Prospect, Roster, Ruling, Subject, ViolationBasis};
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

/// Why something is so: the clause, and the rows behind it. There is none without a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    clause: Clause,
    rows: Vec<Seq>,
    cause: Seq,
}

impl Grounds {
    /// A clause applied to a row.
    pub fn new(clause: Clause, row: Seq) -> Self {
        Grounds { clause, rows: vec![row], cause: row }
    }

    /// The same with further rows behind it; kept in journal order, each once.
    #[must_use]
    pub fn and(mut self, rows: impl IntoIterator<Item = Seq>) -> Self {
        self.rows.extend(rows);
        self.rows.sort_unstable();
        self.rows.dedup();
        self
    }

    /// The clause.
    pub fn clause(&self) -> &Clause {
        &self.clause
    }

    /// The row that did it; the others are what stood behind it.
    pub fn cause(&self) -> Seq {
        self.cause
    }

    /// The rows, in journal order.
    pub fn rows(&self) -> &[Seq] {
        &self.rows
    }
}

/// A household (家庭) at the end of `as_of`: the unit of ownership (资源).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Its smallest phone.
    pub key: Phone,
    /// Every phone in it, sorted.
    pub members: Vec<Phone>,
    pub status: HouseholdStatus,
    pub owner: Option<StaffId>,
    pub since: Option<NaiveDate>,
    pub clause: Option<Clause>,
    /// Claims without an owner, or challenger claims beside one, in their order.
    pub claims: Vec<ClaimView>,
    pub protected_until: Option<NaiveDate>,
    pub attended: bool,
    pub client: bool,
    /// Every row about it up to the as-of day, in the order of events.
    pub events: Vec<Seq>,
    /// Every change and what did it, in the order of events.
    pub history: Vec<Decision>,
    /// What changed nothing and why, in the order of events.
    pub passed: Vec<NoEffect>,
    /// What has happened by itself and lasts until the act is done after all, or somebody else comes first.
    pub turned: Vec<Prospect>,
    /// What happens next if nobody does anything, the soonest first.
    pub prospects: Vec<Prospect>,
}

impl Household {
    /// Whether it has one of these numbers.
    pub fn has_any(&self, phones: &[Phone]) -> bool {
        self.members.iter().any(|member| phones.contains(member))
    }
}

/// The status shown for a household (资源状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HouseholdStatus {
    /// 公司资源（待分配）.
    Company,
    /// 已归属.
    Owned,
    /// 视为放弃（可跟踪）.
    Open,
    /// 重复报名.
    Contested,
    /// 待预热.
    Held,
    /// 逾期未预热.
    Lapsed,
    /// 无归属.
    Free,
}

impl HouseholdStatus {
    /// All of them, in the order of the documentation.
    pub const ALL: [HouseholdStatus; 7] = [
        HouseholdStatus::Company,
        HouseholdStatus::Owned,
        HouseholdStatus::Open,
        HouseholdStatus::Contested,
        HouseholdStatus::Held,
        HouseholdStatus::Lapsed,
        HouseholdStatus::Free,
    ];

    /// The id used in JSON and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            HouseholdStatus::Company => "company",
            HouseholdStatus::Owned => "owned",
            HouseholdStatus::Open => "open",
            HouseholdStatus::Contested => "contested",
            HouseholdStatus::Held => "held",
            HouseholdStatus::Lapsed => "lapsed",
            HouseholdStatus::Free => "free",
        }
    }
}

/// A specialist's claim (报名) as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimView {
    pub staff: StaffId,
    pub at: NaiveDate,
    pub deadline: NaiveDate,
    /// The first preheat by a challenger.
    pub preheated: Option<NaiveDate>,
}

/// One change of a household's state: when, what, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub date: NaiveDate,
    pub change: OwnershipChange,
    pub grounds: Grounds,
}

/// What a decision changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnershipChange {
    /// A claim was recorded; `renewed`: a lapsed one of the same specialist was.
    Claimed { staff: StaffId, deadline: NaiveDate, renewed: bool },
    /// A claim beside an owner was recorded.
    Challenged { staff: StaffId, deadline: NaiveDate },
    /// Claims were removed.
    Voided { staff: Vec<StaffId> },
    /// A challenger preheated.
    ChallengerPreheated { staff: StaffId },
    /// A specialist with one of several live claims invited.
    Invited { staff: StaffId },
    /// The owner was set, or set anew.
    Owned { staff: StaffId, before: Option<StaffId> },
    /// The owner lost the household to a claim.
    Lost { staff: StaffId },
    /// It became the company's; those barred from it.
    ToCompany { before: Option<StaffId>, barred: Vec<StaffId> },
    /// The owner must visit at home until that day.
    VisitDue { until: NaiveDate },
    /// The owner visited at home.
    Visited,
    /// It attended a meeting for the first time.
    Attended,
    /// It bought for the first time.
    Bought,
}

/// One line of the call list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Short, and the same as long as the task stands.
    pub id: String,
    /// The obligation's id.
    pub task: Arc<str>,
    pub grounds: Grounds,
    pub urgency: Urgency,
    pub due: NaiveDate,
    pub window_start: NaiveDate,
    pub assignee: Option<StaffId>,
    /// The expert to take along.
    pub with: Option<StaffId>,
    pub phone: Phone,
    pub customer: Option<String>,
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
    pub date: NaiveDate,
    pub offence: Arc<str>,
    pub grounds: Grounds,
    pub status: Certainty,
    pub staff: Option<StaffId>,
    pub phone: Option<Phone>,
    pub household: Option<Phone>,
    /// What it is about.
    pub subject: Subject,
    /// Of whoever answers for it.
    pub department: Option<String>,
    pub cost: Cost,
    pub action: Option<Action>,
    /// Which one it is of the person's, on a ladder.
    pub occurrence: Option<u32>,
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

    /// Whether it enters the sums.
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
