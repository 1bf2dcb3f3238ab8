//! A household as it is shown, and how it came to stand so.

use crate::domain::{Phone, Seq, StaffId};
use crate::policy::{Clause, Grounds, NoEffect, Prospect};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A household (家庭) at the end of `as_of`: the unit of ownership (资源).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Its smallest phone.
    pub key: Phone,
    /// Every phone in it, sorted.
    pub members: Vec<Phone>,
    /// The status shown.
    pub status: HouseholdStatus,
    /// Who owns it; none: nobody.
    pub owner: Option<StaffId>,
    /// The first day it has stood so; none where nothing has been decided.
    pub since: Option<NaiveDate>,
    /// The clause of its last change; none: nothing was ever decided.
    pub clause: Option<Clause>,
    /// Claims without an owner, or challenger claims beside one, in their order.
    pub claims: Vec<ClaimView>,
    /// The last day nobody else can take it; none: it is not protected.
    pub protected_until: Option<NaiveDate>,
    /// Whether anybody of it has come to a meeting.
    pub attended: bool,
    /// Whether it has bought and not brought everything back.
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
#[serde(rename_all = "kebab-case")]
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
    /// The claimant.
    pub staff: StaffId,
    /// The day of the claim.
    pub at: NaiveDate,
    /// The last day of its hold.
    pub deadline: NaiveDate,
    /// The first preheat by a challenger.
    pub preheated: Option<NaiveDate>,
}

/// One change of a household's state: when, what, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The day of the event that decided it.
    pub date: NaiveDate,
    /// What changed.
    pub change: OwnershipChange,
    /// The clause and the rows that decided it.
    pub grounds: Grounds,
}

/// What a decision changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnershipChange {
    /// A claim was recorded; `renewed`: a lapsed one of the same specialist was.
    Claimed {
        /// The claimant.
        staff: StaffId,
        /// The last day of the hold.
        deadline: NaiveDate,
        /// Whether it was registered before and had lapsed.
        renewed: bool,
    },
    /// A claim beside an owner was recorded.
    Challenged {
        /// The claimant.
        staff: StaffId,
        /// The last day of the hold.
        deadline: NaiveDate,
    },
    /// Claims were removed.
    Voided {
        /// Whose claims.
        staff: Vec<StaffId>,
    },
    /// A challenger preheated.
    ChallengerPreheated {
        /// The challenger.
        staff: StaffId,
    },
    /// A specialist with one of several live claims invited.
    Invited {
        /// Who invited.
        staff: StaffId,
    },
    /// The owner was set, or set anew.
    Owned {
        /// The new owner.
        staff: StaffId,
        /// Who owned it before; none: nobody.
        before: Option<StaffId>,
    },
    /// The owner lost the household to a claim.
    Lost {
        /// Who owned it.
        staff: StaffId,
    },
    /// It became the company's; those barred from it.
    ToCompany {
        /// Who owned it before; none: nobody.
        before: Option<StaffId>,
        /// Who may not act on it until it is assigned.
        barred: Vec<StaffId>,
    },
    /// The owner must visit at home until that day.
    VisitDue {
        /// The last day for the home visit.
        until: NaiveDate,
    },
    /// The owner visited at home.
    Visited,
    /// It attended a meeting for the first time.
    Attended,
    /// It bought for the first time.
    Bought,
}
