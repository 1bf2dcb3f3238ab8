//! `owners`: whose each household is, since when, by which clause.

mod history;
mod listing;

pub use history::{IntervalRow, history_listing, owners_history};
pub use listing::owners_listing;

use super::Presenter;
use super::names::customer;
use super::reach::{LedgerLag, LedgerReach};
use crate::domain::{Books, Kind, Message, Phone, StaffId};
use crate::policy::{Assessment, ClaimView, Clause, Household, HouseholdStatus, KeepingAct, Roster};
use chrono::NaiveDate;
use serde::Serialize;

/// A household and who owns it (归属).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnerRow {
    /// The household's number: the smallest of its members'.
    pub household: Phone,
    /// Every number of the household, sorted.
    pub members: Vec<Phone>,
    /// The household's status.
    pub status: HouseholdStatus,
    /// Who owns it; none: nobody.
    pub owner: Option<StaffId>,
    /// The first day it has stood so; none where nothing has been decided.
    pub since: Option<NaiveDate>,
    /// The clause of its last change; none: nothing was ever decided.
    pub clause: Option<Clause>,
    /// The claims that stand, the oldest first.
    pub claims: Vec<ClaimRow>,
    /// The last day nobody else can take it; none: it is not protected.
    pub protected_until: Option<NaiveDate>,
    /// Whether anybody of it has come to a meeting.
    pub attended: bool,
    /// Whether it has bought and not brought everything back.
    pub client: bool,
    /// The name last written for its first phone that has one.
    pub customer: Option<String>,
    /// Whether the ledger that would hold a preheat reaches the deadline of every claim that has run out.
    pub covered: bool,
    /// Where it does not: the last day it reaches.
    #[serde(skip)]
    pub(super) reaches: Option<NaiveDate>,
    /// An owner's protection has run out, and nobody has taken the household yet.
    #[serde(skip)]
    pub(super) is_past: bool,
}

impl OwnerRow {
    /// The id of the status as it is said.
    pub(super) const fn said_status(&self) -> &'static str {
        if self.is_past { "owned-past" } else { self.status.id() }
    }

    /// The last day on which a preheat would still have been in time.
    pub(super) fn latest_deadline(&self) -> NaiveDate {
        self.claims.iter().map(|claim| claim.deadline).max().unwrap_or_default()
    }

    /// Prospect, tracked (跟踪) or client (老顾客).
    pub(super) const fn standing(&self) -> &'static str {
        match (self.client, self.attended) {
            (true, _) => "client",
            (false, true) => "tracked",
            (false, false) => "prospect",
        }
    }
}

/// A specialist's claim (报名) of a household.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ClaimRow {
    /// The claimant.
    pub staff: StaffId,
    /// The day of the claim.
    pub at: NaiveDate,
    /// The last day of its hold.
    pub deadline: NaiveDate,
    /// The day the claimant preheated; none: not yet.
    pub preheated: Option<NaiveDate>,
}

/// Which households are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnersOf<'a> {
    /// Only those of that status.
    pub status: Option<HouseholdStatus>,
    /// Only those whose protection is over.
    pub past: bool,
    /// Only those this specialist owns or has a claim of.
    pub staff: Option<&'a StaffId>,
}

impl OwnersOf<'_> {
    fn wants(&self, household: &Household, as_of: NaiveDate) -> bool {
        let has_to_do = |id: &StaffId| {
            household.owner.as_ref() == Some(id) || household.claims.iter().any(|claim| claim.staff == *id)
        };
        self.has_status(household, as_of) && self.staff.is_none_or(has_to_do)
    }

    fn has_status(&self, household: &Household, as_of: NaiveDate) -> bool {
        self.status.is_none_or(|status| household.status == status) && (!self.past || is_past(household, as_of))
    }

    /// What was asked for, in words, if not all.
    fn said(&self, presenter: &Presenter<'_>) -> Option<String> {
        presenter.only([
            presenter.only_status(if self.past { Some("owned-past") } else { self.status.map(HouseholdStatus::id) }),
            self.staff.map(|id| Message::new("report-only-owned").with("staff", presenter.staff(id))),
        ])
    }
}

/// Who owns which household, and what has to be said with it.
#[derive(Debug, Clone)]
pub struct OwnersList<'a> {
    /// The households.
    pub rows: Vec<OwnerRow>,
    /// The ledgers that lag behind it.
    pub lags: Vec<LedgerLag>,
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// What was asked for.
    pub of: OwnersOf<'a>,
}

/// Who owns which household, with the ledgers that lag behind it.
pub fn owners_list<'a>(assessment: &Assessment, books: &Books, of: OwnersOf<'a>) -> OwnersList<'a> {
    let as_of = assessment.reading.as_of;
    let roster = Roster::of(books);
    let reach = LedgerReach::of(books, &roster, as_of);
    let wanted = assessment.households.iter().filter(|household| of.wants(household, assessment.reading.as_of));
    let missing = wanted.flat_map(missing).map(|(staff, ledger)| {
        let department = reach.department(staff, as_of).map(str::to_owned);
        (department, ledger)
    });
    let lags = reach.lags(missing.collect(), as_of);
    OwnersList { rows: owners(assessment, books, of), lags, as_of, of }
}

/// Whose row in which ledger would make another household of it: a preheat where there are claims only, and the act that
/// has not been done in time. Meetings and sales are not kept daily: how far these ledgers reach says nothing.
fn missing(household: &Household) -> Vec<(&StaffId, Kind)> {
    let waits =
        matches!(household.status, HouseholdStatus::Held | HouseholdStatus::Contested | HouseholdStatus::Lapsed);
    let claims = household.claims.iter().filter(|claim| waits && claim.preheated.is_none());
    let undone = household.turned.iter().flat_map(|turned| {
        let ledgers: &[Kind] = match turned.act {
            KeepingAct::Preheat => &[Kind::Preheat],
            KeepingAct::HomeVisit | KeepingAct::FollowUp => &[Kind::Visit],
            KeepingAct::Touch => &[Kind::Preheat, Kind::Visit],
        };
        ledgers.iter().map(|ledger| (&turned.staff, *ledger))
    });
    claims.map(|claim| (&claim.staff, Kind::Preheat)).chain(undone).collect()
}

/// Who owns which household at the end of the day the books were read at.
pub fn owners(assessment: &Assessment, books: &Books, of: OwnersOf<'_>) -> Vec<OwnerRow> {
    let as_of = assessment.reading.as_of;
    let roster = Roster::of(books);
    let reach = LedgerReach::of(books, &roster, as_of);
    let wanted = assessment.households.iter().filter(|household| of.wants(household, assessment.reading.as_of));
    let mut rows: Vec<OwnerRow> = wanted.map(|household| OwnerRow::of(household, books, &reach, as_of)).collect();
    rows.sort_by(|a, b| a.household.cmp(&b.household));
    rows
}

impl OwnerRow {
    /// That household, with how far the ledgers reach.
    pub(super) fn of(household: &Household, books: &Books, reach: &LedgerReach<'_>, as_of: NaiveDate) -> Self {
        let lapsed = household.claims.iter().filter(|_| household.status == HouseholdStatus::Lapsed);
        // Of several claims the ledger that reaches the least.
        let short = lapsed
            .map(|claim| (reach.of_staff(Kind::Preheat, &claim.staff, claim.deadline), claim.deadline))
            .filter(|(until, deadline)| until.is_none_or(|until| until < *deadline))
            .min();
        let mut members = household.members.clone();
        members.sort();
        let mut claims: Vec<ClaimRow> = household.claims.iter().map(ClaimRow::from).collect();
        claims.sort();
        OwnerRow {
            household: household.key.clone(),
            members,
            status: household.status,
            owner: household.owner.clone(),
            since: household.since,
            clause: household.clause.clone(),
            claims,
            protected_until: household.protected_until,
            attended: household.attended,
            client: household.client,
            customer: customer(household, books),
            covered: short.is_none(),
            reaches: short.and_then(|(until, _)| until),
            is_past: is_past(household, as_of),
        }
    }
}

/// Whether it is owned, and its protection has run out.
pub(super) fn is_past(household: &Household, as_of: NaiveDate) -> bool {
    household.status == HouseholdStatus::Owned && household.protected_until.is_some_and(|until| until < as_of)
}

impl From<&ClaimView> for ClaimRow {
    fn from(claim: &ClaimView) -> Self {
        ClaimRow { staff: claim.staff.clone(), at: claim.at, deadline: claim.deadline, preheated: claim.preheated }
    }
}
