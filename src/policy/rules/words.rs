//! The closed lists of a policy file.

use crate::domain::words;
use crate::policy::Subject;
use crate::policy::rules::kinds::worded::ShownList;
use serde::{Deserialize, Serialize};

words! {
    /// What starts an obligation.
    Trigger {
        /// A claim without owner, or a referral its owner has not preheated.
        Claim = "claim",
        /// A meeting attended without buying.
        Attendance = "attendance",
        /// Every day a person bought at a meeting.
        MeetingPurchase = "meeting-purchase",
        /// The first day a person bought.
        FirstPurchase = "first-purchase",
        /// Each month after that of a person's first purchase.
        Month = "month",
        /// An expert call that found a problem.
        ProblemCall = "problem-call",
        /// An expert call that asks for a visit.
        VisitCall = "visit-call",
    }
}

impl Trigger {
    /// What is due is due about a person, or about a household as long as its state asks for it.
    pub const fn subject(self) -> Subject {
        match self {
            Trigger::Claim | Trigger::Attendance => Subject::Household,
            Trigger::MeetingPurchase
            | Trigger::FirstPurchase
            | Trigger::Month
            | Trigger::ProblemCall
            | Trigger::VisitCall => Subject::Person,
        }
    }
}

words! {
    /// Who has to do it.
    By {
        /// The owner; of a claim the claimant.
        Owner = "owner",
        /// The manager of the owner's department.
        Manager = "manager",
        /// The expert named.
        Expert = "expert",
    }
}

words! {
    /// Which date of a row is the evidence's.
    #[derive(Default)]
    Dated {
        /// The row's own.
        #[default]
        At = "at",
        /// The day a visit's form was handed in.
        Submitted = "submitted",
        /// The day a call's problem was told.
        Relayed = "relayed",
    }
}

words! {
    /// What the price is multiplied with.
    #[derive(Default)]
    Per {
        /// Nothing: once each.
        #[default]
        Each = "each",
        /// The customers of the finding.
        Customer = "customer",
        /// The boxes of the finding.
        Box = "box",
    }
}

words! {
    /// What a clause points to, for people and law to decide; it changes nothing in the books.
    Action {
        /// 劝离.
        AskedToLeave = "asked-to-leave",
        /// 资源/销量归公司.
        Confiscation = "confiscation",
        /// 解除合同.
        Dismissal = "dismissal",
        /// 销量不计.
        NoCount = "no-count",
        /// 自动离职.
        Resignation = "resignation",
    }
}

impl ShownList for Per {
    const LIST: &'static str = "per";
}

impl ShownList for Action {
    const LIST: &'static str = "action";
}
