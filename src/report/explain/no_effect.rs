//! Why a row changed nothing, in sentences.

use super::page_writer::Teller;
use crate::domain::{Kind, Message, Method, StaffId};
use crate::policy::{NoEffect, NoEffectReason, ReferralUnclear};
use chrono::NaiveDate;

/// The id of a reason, as JSON names it.
pub(super) const fn id(why: &NoEffectReason) -> &'static str {
    match why {
        NoEffectReason::NotEmployed => "not-employed",
        NoEffectReason::NobodyNamed => "nobody-named",
        NoEffectReason::AtCompany => "at-company",
        NoEffectReason::OwnerAlready => "owner-already",
        NoEffectReason::ClientOfAnother { .. } => "client-of-another",
        NoEffectReason::OwnerProtected { .. } => "owner-protected",
        NoEffectReason::NoClaim { .. } => "no-claim",
        NoEffectReason::NeverPreheated { .. } => "never-preheated",
        NoEffectReason::AttendedBefore { .. } => "attended-before",
        NoEffectReason::ChallengedAlready { .. } => "challenged-already",
        NoEffectReason::ClaimLive { .. } => "claim-live",
        NoEffectReason::RivalLive { .. } => "rival-live",
        NoEffectReason::NotYieldingTo { .. } => "not-yielding-to",
        NoEffectReason::NotYieldingToPreheat { .. } => "not-yielding-to-preheat",
        NoEffectReason::NoLiveClaim => "no-live-claim",
        NoEffectReason::NoContest => "no-contest",
        NoEffectReason::InvitedAlready => "invited-already",
        NoEffectReason::NotOwner { .. } => "not-owner",
        NoEffectReason::NotAtHome { .. } => "not-at-home",
        NoEffectReason::NotReached { .. } => "not-reached",
        NoEffectReason::ReferralUnclear(_) => "referral-unclear",
        NoEffectReason::ReferralBesideClaims => "referral-beside-claims",
    }
}

impl Teller<'_> {
    /// Why something done had no effect, in a sentence.
    pub fn why(&self, passed: &NoEffect) -> Message {
        let who =
            |key, name, staff: &StaffId| Message { key, args: Vec::new() }.with(name, self.presenter.staff(staff));
        let owner = |key, owner: &StaffId| who(key, "owner", owner);
        let doer = self.presenter.staff_or_nobody(passed.staff.as_ref());
        let early = |message: Message, until: NaiveDate| {
            let days = (until - passed.date).num_days().max(0).unsigned_abs() + 1;
            message.show("until", until).with("days", days)
        };
        let message = match &passed.why {
            NoEffectReason::NotEmployed => Message::new("explain-why-not-employed"),
            NoEffectReason::NobodyNamed => Message::new("explain-why-nobody-named"),
            NoEffectReason::AtCompany => Message::new("explain-why-at-company"),
            NoEffectReason::OwnerAlready => Message::new("explain-why-owner-already"),
            NoEffectReason::ClientOfAnother { owner: other } => owner("explain-why-client-of-another", other),
            NoEffectReason::OwnerProtected { owner: other, until: Some(until) } => {
                early(owner("explain-why-owner-protected", other), *until)
            }
            NoEffectReason::OwnerProtected { owner: other, until: None } => {
                owner("explain-why-owner-safe", other).with("doing", self.doing(passed))
            }
            NoEffectReason::NoClaim { owner: other } => owner("explain-why-no-claim", other),
            NoEffectReason::NeverPreheated { owner: other } => owner("explain-why-never-preheated", other),
            NoEffectReason::AttendedBefore { owner: other } => owner("explain-why-attended-before", other),
            NoEffectReason::ChallengedAlready { since } => {
                Message::new("explain-why-challenged-already").show("since", since)
            }
            NoEffectReason::ClaimLive { until } => Message::new("explain-why-claim-live").show("until", until),
            NoEffectReason::RivalLive { rival, until } => {
                let is_signup = self.entry(passed.row).is_some_and(|entry| entry.record.fact.kind() == Kind::Signup);
                let key = if is_signup { "explain-why-rival-beside" } else { "explain-why-rival-live" };
                early(who(key, "rival", rival), *until)
            }
            NoEffectReason::NotYieldingTo { rival, channel } => who("explain-why-not-yielding", "rival", rival)
                .with("channel", self.presenter.word("channel", channel.id())),
            NoEffectReason::NotYieldingToPreheat { rival } => {
                who("explain-why-not-yielding-to-preheat", "rival", rival)
            }
            NoEffectReason::NoLiveClaim => Message::new("explain-why-no-live-claim"),
            NoEffectReason::NoContest => Message::new("explain-why-no-contest"),
            NoEffectReason::InvitedAlready => Message::new("explain-why-invited-already"),
            NoEffectReason::NotOwner { owner } => {
                Message::new("explain-why-not-owner").with("owner", self.presenter.staff_or_nobody(owner.as_ref()))
            }
            NoEffectReason::NotAtHome { method } => Message::new("explain-why-not-at-home")
                .with("method", self.presenter.word("method", method.map_or("none", Method::id))),
            NoEffectReason::NotReached { outcome } => {
                Message::new("explain-why-not-reached").with("outcome", self.presenter.word("outcome", outcome.id()))
            }
            NoEffectReason::ReferralUnclear(unclear) => {
                Message::new("explain-why-referral-unclear").with("unclear", self.unclear(unclear))
            }
            NoEffectReason::ReferralBesideClaims => Message::new("explain-why-referral-beside-claims"),
        };
        message.with("staff", doer)
    }

    /// What was done, as a thing: a signup, a preheat.
    fn doing(&self, passed: &NoEffect) -> String {
        let kind = self.entry(passed.row).map(|entry| entry.record.fact.kind());
        self.presenter.word("doing", kind.map_or("none", Kind::id))
    }

    fn unclear(&self, unclear: &ReferralUnclear) -> Message {
        match unclear {
            ReferralUnclear::Unnamed => Message::new("explain-unclear-unnamed"),
            ReferralUnclear::UnknownName { name } => {
                Message::new("explain-unclear-unknown").with("name", name.as_str())
            }
            ReferralUnclear::SeveralOfName { name } => {
                Message::new("explain-unclear-several").with("name", name.as_str())
            }
            ReferralUnclear::SameHousehold => Message::new("explain-unclear-same-household"),
            ReferralUnclear::NoClient { household } => {
                Message::new("explain-unclear-no-client").with("household", self.presenter.phone(household))
            }
            ReferralUnclear::NoOwner { household } => {
                Message::new("explain-unclear-no-owner").with("household", self.presenter.phone(household))
            }
        }
    }
}
