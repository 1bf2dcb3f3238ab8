use super::teller::Teller;
use crate::domain::{Kind, Message, Method, StaffId};
use crate::policy::{Passed, Unclear, Why};
use chrono::NaiveDate;

/// The id of a reason, as JSON names it.
pub(super) const fn id(why: &Why) -> &'static str {
    match why {
        Why::NotEmployed => "not-employed",
        Why::NobodyNamed => "nobody-named",
        Why::AtCompany => "at-company",
        Why::OwnerAlready => "owner-already",
        Why::ClientOfAnother { .. } => "client-of-another",
        Why::OwnerProtected { .. } => "owner-protected",
        Why::NoClaim { .. } => "no-claim",
        Why::NeverPreheated { .. } => "never-preheated",
        Why::AttendedBefore { .. } => "attended-before",
        Why::ChallengedAlready { .. } => "challenged-already",
        Why::ClaimLive { .. } => "claim-live",
        Why::RivalLive { .. } => "rival-live",
        Why::NotYieldingTo { .. } => "not-yielding-to",
        Why::NotYieldingToPreheat { .. } => "not-yielding-to-preheat",
        Why::NoLiveClaim => "no-live-claim",
        Why::NoContest => "no-contest",
        Why::InvitedAlready => "invited-already",
        Why::NotOwner { .. } => "not-owner",
        Why::NotAtHome { .. } => "not-at-home",
        Why::NotReached { .. } => "not-reached",
        Why::ReferralUnclear(_) => "referral-unclear",
        Why::ReferralBesideClaims => "referral-beside-claims",
    }
}

impl Teller<'_> {
    /// Why something done had no effect, in a sentence.
    pub fn why(&self, passed: &Passed) -> Message {
        let who = |key, name, staff: &StaffId| Message { key, args: Vec::new() }.with(name, self.speaker.staff(staff));
        let owner = |key, owner: &StaffId| who(key, "owner", owner);
        let doer = self.speaker.staff_or_nobody(passed.staff.as_ref());
        let early = |message: Message, until: NaiveDate| {
            let days = (until - passed.date).num_days().max(0).unsigned_abs() + 1;
            message.show("until", until).with("days", days)
        };
        let message = match &passed.why {
            Why::NotEmployed => Message::new("explain-why-not-employed"),
            Why::NobodyNamed => Message::new("explain-why-nobody-named"),
            Why::AtCompany => Message::new("explain-why-at-company"),
            Why::OwnerAlready => Message::new("explain-why-owner-already"),
            Why::ClientOfAnother { owner: other } => owner("explain-why-client-of-another", other),
            Why::OwnerProtected { owner: other, until: Some(until) } => {
                early(owner("explain-why-owner-protected", other), *until)
            }
            Why::OwnerProtected { owner: other, until: None } => {
                owner("explain-why-owner-safe", other).with("doing", self.doing(passed))
            }
            Why::NoClaim { owner: other } => owner("explain-why-no-claim", other),
            Why::NeverPreheated { owner: other } => owner("explain-why-never-preheated", other),
            Why::AttendedBefore { owner: other } => owner("explain-why-attended-before", other),
            Why::ChallengedAlready { since } => Message::new("explain-why-challenged-already").show("since", since),
            Why::ClaimLive { until } => Message::new("explain-why-claim-live").show("until", until),
            Why::RivalLive { rival, until } => {
                let is_signup = self.entry(passed.row).is_some_and(|entry| entry.record.fact.kind() == Kind::Signup);
                let key = if is_signup { "explain-why-rival-beside" } else { "explain-why-rival-live" };
                early(who(key, "rival", rival), *until)
            }
            Why::NotYieldingTo { rival, channel } => who("explain-why-not-yielding", "rival", rival)
                .with("channel", self.speaker.word("channel", channel.id())),
            Why::NotYieldingToPreheat { rival } => who("explain-why-not-yielding-to-preheat", "rival", rival),
            Why::NoLiveClaim => Message::new("explain-why-no-live-claim"),
            Why::NoContest => Message::new("explain-why-no-contest"),
            Why::InvitedAlready => Message::new("explain-why-invited-already"),
            Why::NotOwner { owner } => {
                Message::new("explain-why-not-owner").with("owner", self.speaker.staff_or_nobody(owner.as_ref()))
            }
            Why::NotAtHome { method } => Message::new("explain-why-not-at-home")
                .with("method", self.speaker.word("method", method.map_or("none", Method::id))),
            Why::NotReached { outcome } => {
                Message::new("explain-why-not-reached").with("outcome", self.speaker.word("outcome", outcome.id()))
            }
            Why::ReferralUnclear(unclear) => {
                Message::new("explain-why-referral-unclear").with("unclear", self.unclear(unclear))
            }
            Why::ReferralBesideClaims => Message::new("explain-why-referral-beside-claims"),
        };
        message.with("staff", doer)
    }

    /// What was done, as a thing: a signup, a preheat.
    fn doing(&self, passed: &Passed) -> String {
        let kind = self.entry(passed.row).map(|entry| entry.record.fact.kind());
        self.speaker.word("doing", kind.map_or("none", Kind::id))
    }

    fn unclear(&self, unclear: &Unclear) -> Message {
        match unclear {
            Unclear::Unnamed => Message::new("explain-unclear-unnamed"),
            Unclear::UnknownName { name } => Message::new("explain-unclear-unknown").with("name", name.as_str()),
            Unclear::SeveralOfName { name } => Message::new("explain-unclear-several").with("name", name.as_str()),
            Unclear::SameHousehold => Message::new("explain-unclear-same-household"),
            Unclear::NoClient { household } => {
                Message::new("explain-unclear-no-client").with("household", self.speaker.phone(household))
            }
            Unclear::NoOwner { household } => {
                Message::new("explain-unclear-no-owner").with("household", self.speaker.phone(household))
            }
        }
    }
}
