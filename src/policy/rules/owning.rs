//! Who owns a household, and when it can be lost (`[ownership]`, `[[hold]]`).

use crate::domain::Channel;
use crate::policy::rules::days::days_after;
use crate::policy::rules::kinds::{Changing, ClauseId, DayCount, Flag, MonthCount, OffenceId, Unless};
use crate::policy::rules::parameter::{BelongsTo, parameters};
use crate::policy::rules::registering::{ReferrerKind, SomeChannels, YieldingNotTo};
use crate::policy::{Clause, Timed};
use chrono::NaiveDate;
use std::sync::Arc;

parameters! {
    /// Who owns a household, and when it can be lost (docs/how-it-decides.md).
    Ownership => {
        /// Months a tracked household may lie untouched.
        idle_months: Timed<u32> = Changing<MonthCount>
            { "policy-entry-idle-months", behind: |of| BelongsTo::Clause(of.clauses.idle.clone()) },
        /// Months a prospect may lie without follow-up.
        followup_months: Timed<u32> = Changing<MonthCount>
            { "policy-entry-followup-months", behind: |of| BelongsTo::Clause(of.clauses.not_followed_up.clone()) },
        /// Months for the home visit after a meeting.
        visit_months: Timed<u32> = Changing<MonthCount>
            { "policy-entry-visit-months", behind: |of| BelongsTo::Clause(of.clauses.open_unvisited.clone()) },
    }
    and {
        /// How long claims are held, by how the customer was registered.
        holds: Vec<Arc<Hold>>,
        /// The clauses behind each change of owner.
        clauses: OwnershipClauses,
        /// What is suspected of whom.
        suspicions: Suspicions,
    }
}

impl Ownership {
    /// The hold of a signup through that channel; `clear` is asked for referrals only.
    pub fn hold(&self, channel: Channel, clear: bool) -> &Arc<Hold> {
        let fits = |hold: &&Arc<Hold>| {
            hold.channels.contains(&channel)
                && (channel != Channel::Referral || hold.clear.is_none_or(|of| of == clear))
        };
        // The checked policy has a hold for every channel, so the first is never a guess.
        self.holds.iter().find(fits).unwrap_or(&self.holds[0])
    }
}

parameters! {
    /// Which clause is behind which change of owner (`[ownership.clauses]`).
    OwnershipClauses => {
        /// One person was claimed by one specialist, who has preheated.
        sole_claim: Clause = ClauseId { "policy-entry-sole-claim" },
        /// One person was claimed by several.
        several_claims: Clause = ClauseId { "policy-entry-several-claims" },
        /// Several persons of a household were claimed.
        several_persons: Clause = ClauseId { "policy-entry-several-persons" },
        /// Several claimed and invited without preheating.
        contest: Clause = ClauseId { "policy-entry-contest" },
        /// A referral whose referrer is clear.
        clear_referral: Clause = ClauseId { "policy-entry-clear-referral" },
        /// Registered without a specialist.
        unassigned: Clause = ClauseId { "policy-entry-unassigned" },
        /// The owner left the company.
        departure: Clause = ClauseId { "policy-entry-departure" },
        /// Attended without buying and was not visited.
        open_unvisited: Clause = ClauseId { "policy-entry-open-unvisited" },
        /// A referral that was not preheated.
        open_referral: Clause = ClauseId { "policy-entry-open-referral" },
        /// A tracked household lay untouched.
        idle: Clause = ClauseId { "policy-entry-idle" },
        /// A prospect was not followed up.
        not_followed_up: Clause = ClauseId { "policy-entry-not-followed-up" },
    }
}

parameters! {
    /// Which offence is suspected of whom (`[ownership.suspicions]`).
    Suspicions => {
        /// Of who claims another's client.
        claim_on_client: Arc<str> = OffenceId { "policy-entry-claim-on-client" },
        /// Of who sells to another's household.
        sale_by_non_owner: Arc<str> = OffenceId { "policy-entry-sale-by-non-owner" },
        /// Of who acts on a household of the company unassigned.
        occupy_company: Arc<str> = OffenceId { "policy-entry-occupy-company" },
        /// Of who acts on a leaver's household unassigned.
        accept_resigned: Arc<str> = OffenceId { "policy-entry-accept-resigned" },
        /// Of who leaves without handing over.
        no_handover: Arc<str> = OffenceId { "policy-entry-no-handover" },
    }
}

parameters! {
    /// How long a claim is held (docs/how-it-decides.md, Holds).
    Hold by |hold| BelongsTo::Clause(hold.clause.clone()) => {
        /// The ways of registering it is for.
        channels: Vec<Channel> = SomeChannels,
        /// For referrals: whether the referrer must be clear. None: either way.
        clear as "referrer": Option<bool> = ReferrerKind,
        /// Days to preheat.
        days: Timed<u32> = Changing<DayCount> { "policy-entry-hold-days" },
        /// Whether it is protected at all.
        protected: bool = Unless { "policy-entry-hold-unprotected" },
        /// Channels it does not yield to once lapsed.
        yields_not_to: Vec<Channel> = YieldingNotTo { "policy-entry-hold-yields-not-to", default: Vec::new() },
        /// Whether it yields, once lapsed, to a preheat without signup.
        yields_to_preheat: bool = Flag { "policy-entry-hold-yields-to-preheat" },
        /// The clause it is of.
        clause: Clause = ClauseId { "policy-entry-clause" },
    }
}

impl Hold {
    /// The last day of a claim made on `day`.
    pub fn deadline(&self, day: NaiveDate) -> NaiveDate {
        days_after(day, *self.days.at(day))
    }

    /// Whether it yields, once lapsed, to a signup through `channel`.
    pub fn yields_to(&self, channel: Channel) -> bool {
        !self.yields_not_to.contains(&channel)
    }
}
