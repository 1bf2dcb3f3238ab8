//! What stands beside the decisions so that they can be defended: what did not apply and why, what happens next, and how
//! a violation was come to.

use crate::domain::{Channel, Field, Kind, Method, Outcome, Phone, Seq, StaffId, Verdict};
use crate::policy::{Amount, Clause};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Something done that did not change whose a household is, or not as its doer will have hoped, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoEffect {
    /// The day it was done.
    pub date: NaiveDate,
    /// The row of what was done.
    pub row: Seq,
    /// Whose act it was, as the row says.
    pub staff: Option<StaffId>,
    /// Why it had no effect.
    pub why: NoEffectReason,
    /// The clause that keeps it so, where it is one of the policy's.
    pub clause: Option<Clause>,
    /// The rows that stood in its way: a rival's claim, what made the owner the owner.
    pub behind: Vec<Seq>,
}

/// Why something done had no effect, or not the one hoped for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoEffectReason {
    /// Its staff was not employed that day, so nobody counts as behind it.
    NotEmployed,
    /// The row names no staff.
    NobodyNamed,
    /// The household was the company's and waits for an assignment.
    AtCompany,
    /// A signup credited to the one who owns it already.
    OwnerAlready,
    /// A client stays with its owner.
    ClientOfAnother {
        /// The owner; none: the household had none.
        owner: StaffId,
    },
    /// The owner was safe from such an act until that day, included; none: no such act could have taken it on any day.
    OwnerProtected {
        /// The owner; none: the household had none.
        owner: StaffId,
        /// The last day of the protection; none: it has no end.
        until: Option<NaiveDate>,
    },
    /// It is taken that way only by those who have a claim of it.
    NoClaim {
        /// The owner; none: the household had none.
        owner: StaffId,
    },
    /// The challenger had never preheated it.
    NeverPreheated {
        /// The owner; none: the household had none.
        owner: StaffId,
    },
    /// It had been to a meeting before, so not being followed up no longer opens it.
    AttendedBefore {
        /// The owner; none: the household had none.
        owner: StaffId,
    },
    /// The same specialist's challenging claim stands already.
    ChallengedAlready {
        /// The day of the challenge.
        since: NaiveDate,
    },
    /// The same specialist's claim was still live, so it was not renewed.
    ClaimLive {
        /// The last day of the protection; none: it has no end.
        until: NaiveDate,
    },
    /// Another specialist's claim was live until that day.
    RivalLive {
        /// The other claimant.
        rival: StaffId,
        /// The last day of the protection; none: it has no end.
        until: NaiveDate,
    },
    /// Another specialist's lapsed claim does not yield to a signup through that channel.
    NotYieldingTo {
        /// The other claimant.
        rival: StaffId,
        /// The channel that it does not yield to.
        channel: Channel,
    },
    /// Another specialist's lapsed claim does not yield to one who has not signed it up.
    NotYieldingToPreheat {
        /// The other claimant.
        rival: StaffId,
    },
    /// An invitation by someone without a live claim.
    NoLiveClaim,
    /// An invitation while fewer than two claims were live: nothing was contested.
    NoContest,
    /// The same specialist had invited before, and nobody else with a live claim has.
    InvitedAlready,
    /// Only the owner's act would have counted.
    NotOwner {
        /// The owner; none: the household had none.
        owner: Option<StaffId>,
    },
    /// A visit that was not made at home; none: the row does not say how.
    NotAtHome {
        /// How it was done; none: not written.
        method: Option<Method>,
    },
    /// Nobody was reached.
    NotReached {
        /// What came of it.
        outcome: Outcome,
    },
    /// A referral that was not clear, and why.
    ReferralUnclear(ReferralUnclear),
    /// A clear referral, but others' claims still stood.
    ReferralBesideClaims,
}

/// Why a referral was not clear (docs/how-it-decides.md, Referrals).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferralUnclear {
    /// The row names no referrer.
    Unnamed,
    /// Nobody in the rows before it bears that name.
    UnknownName {
        /// The referrer's name as written.
        name: String,
    },
    /// Several people in the rows before it bear that name.
    SeveralOfName {
        /// The referrer's name as written.
        name: String,
    },
    /// The referrer is of the same household.
    SameHousehold,
    /// The referrer's household had bought nothing yet.
    NoClient {
        /// The referrer's household.
        household: Phone,
    },
    /// The referrer's household had no owner.
    NoOwner {
        /// The referrer's household.
        household: Phone,
    },
}

/// What happens to a household next if nobody does anything, and the act that prevents it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prospect {
    /// The last day it is as it is.
    pub until: NaiveDate,
    /// What happens the day after.
    pub turn: NextChange,
    /// The clause by which it will change.
    pub clause: Clause,
    /// Whose act prevents it: the owner's or the claimant's.
    pub staff: StaffId,
    /// The act.
    pub act: KeepingAct,
    /// The row that set the day.
    pub row: Option<Seq>,
}

/// What can happen to a household by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NextChange {
    /// A claim lapses: another may take it.
    Lapses,
    /// The visit after a meeting was not made: it is open to anybody.
    OpensUnvisited,
    /// The referral was not preheated: it is open to those with a claim, and to signups.
    OpensReferral,
    /// A tracked household was not touched: another's signup, or the preheat of one with a claim, takes it.
    Idle,
    /// A prospect was not followed up: one with a claim who has preheated and brings it first has it.
    NotFollowedUp,
}

/// The act that keeps a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeepingAct {
    /// 预热.
    Preheat,
    /// 上门, reaching somebody.
    HomeVisit,
    /// A preheat, an invitation, a home visit, bringing it to a meeting, or a sale.
    Touch,
    /// A first invitation, a home visit, bringing it to a meeting, or a sale.
    FollowUp,
}

/// How a violation was come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViolationBasis {
    /// Something due was missed, late, or not signed.
    Due(Box<Inquiry>),
    /// Papers of that day, due by that deadline, were later.
    Papers {
        /// The day the paper came in.
        day: NaiveDate,
        /// The last day on time.
        deadline: NaiveDate,
    },
    /// An act on a household that was not the doer's.
    Act {
        /// Whose the household was then.
        whose: HolderThen,
    },
    /// Households owned on the last day without a handover row.
    LeftBehind {
        /// The households not handed over.
        households: Vec<Phone>,
    },
    /// A person's finding.
    Found,
}

/// Whose a household was when somebody else acted on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HolderThen {
    /// Another specialist's.
    Owner(StaffId),
    /// The company's.
    Company,
    /// Nobody's, but others' claims stood in the way.
    Claimed,
}

/// What was looked for when something due was judged, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    /// The obligation's id.
    pub obligation: Arc<str>,
    /// The day that started it.
    pub trigger: NaiveDate,
    /// The rows that started it.
    pub rows: Vec<Seq>,
    /// The window's first day.
    pub start: NaiveDate,
    /// The window's last day.
    pub deadline: NaiveDate,
    /// Whoever answers for it had to own the household from that day to the deadline; none: an expert answers.
    pub owned_from: Option<NaiveDate>,
    /// The ledger that would hold the evidence.
    pub ledger: Kind,
    /// The department it was read for; none: those without one.
    pub department: Option<String>,
    /// Up to when that ledger is complete for it; none: it was never entered.
    pub covered_until: Option<NaiveDate>,
    /// The person's rows of that ledger near the window, in order, each with what it lacks.
    pub considered: Vec<ConsideredEvidence>,
}

/// A row that might have been evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsideredEvidence {
    /// The date that counts.
    pub date: NaiveDate,
    /// The journal row.
    pub row: Seq,
    /// What it lacks; empty: it was evidence.
    pub lacks: Vec<EvidenceLack>,
}

/// What a row lacks to be evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EvidenceLack {
    /// It is dated before the window.
    TooEarly,
    /// It is dated after the window.
    TooLate,
    /// Its staff was not employed that day.
    NotEmployed,
    /// Its staff did not own the household at the end of that day.
    NotOwners {
        /// Whose it would have had to be; none: nobody's.
        owner: Option<StaffId>,
    },
    /// Its staff was not the one who had to do it at the end of that day.
    NotDoers {
        /// Who had to do it; none: nobody had to.
        doer: Option<StaffId>,
    },
    /// It does not say in that field what is asked for.
    Unfit {
        /// Which field.
        field: Field,
        /// What it says, as an id or as written; none: nothing.
        found: Option<String>,
    },
    /// Nobody was reached.
    NotReached {
        /// What came of it.
        outcome: Outcome,
    },
    /// The date that counts, in that field, had not come by the day the books are read at, or is blank.
    Undated {
        /// Which field.
        field: Field,
    },
}

/// How a cost came about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pricing {
    /// The amount in force on the violation's date; none: the offence has none.
    pub amount: Option<Amount>,
    /// What it was multiplied with: the finding's customers or boxes; else one.
    pub times: u32,
    /// What a finding set inside the range.
    pub set: Option<Decimal>,
    /// The month's wage it was reckoned from, where it depends on one and the roster gives one.
    pub wage: Option<Decimal>,
    /// Only the first of the ladder costs, and this is a later one.
    pub beyond_first: bool,
}

/// A finding that decided about a violation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The finding's row.
    pub row: Seq,
    /// The day of the finding.
    pub on: NaiveDate,
    /// None: the finding is the violation.
    pub verdict: Option<Verdict>,
    /// Who decided; none: not written.
    pub by: Option<String>,
    /// Its note: why.
    pub why: Option<String>,
}
