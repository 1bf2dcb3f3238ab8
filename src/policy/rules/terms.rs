//! The checked policy: every figure and clause of the rules, as the engine takes them.

use crate::domain::{Channel, Kind, Lang, Role};
use crate::policy::rules::clause::plain;
use crate::policy::{Action, Amount, Bilingual, By, Clause, ClauseText, Dated, Per, Timed, Trigger};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A house's rules (制度), read from its policy file and checked.
#[derive(Debug, Clone, Serialize)]
pub struct Policy {
    /// The preset it was made from.
    pub preset: String,
    pub title: Bilingual,
    /// Nothing dated before this day is a violation.
    pub in_force_from: Option<NaiveDate>,
    pub ownership: Ownership,
    pub obligations: Vec<Obligation>,
    /// How many days after its deadline something overdue stays on the call list.
    pub overdue_days: u32,
    pub papers: Papers,
    /// In the order of the file.
    pub offences: Vec<Offence>,
    pub sanctions: Sanctions,
    /// In the order of the file.
    pub clauses: Vec<ClauseText>,
    /// The house's own headings, by field id.
    pub headings: BTreeMap<String, Vec<String>>,
    /// The house's own words of 岗位, each with the role it is.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<String, Role>,
}

impl Policy {
    /// The offence of that id.
    pub fn offence(&self, id: &str) -> Option<&Offence> {
        self.offences.iter().find(|offence| &*offence.id == id)
    }

    /// The obligation of that id.
    pub fn obligation(&self, id: &str) -> Option<&Obligation> {
        self.obligations.iter().find(|obligation| &*obligation.id == id)
    }

    /// The clauses that worked cases of the preset it was made from hold; a house's own clause is in none.
    pub fn tested(&self) -> BTreeSet<Clause> {
        let preset = Policy::preset_text(&self.preset).and_then(|text| Policy::parse(text).ok());
        let clauses = preset.into_iter().flat_map(|preset| preset.clauses);
        let tested: BTreeSet<Clause> = clauses.filter(|clause| clause.tested).map(|clause| clause.id).collect();
        self.clauses.iter().map(|clause| &clause.id).filter(|id| tested.contains(*id)).cloned().collect()
    }

    /// The clause somebody names, by its id or by document and number: `补充条例3`, `补充条例第三条`.
    pub fn clause_named(&self, asked: &str) -> Option<&ClauseText> {
        let asked = plain(asked);
        self.clauses.iter().find(|clause| plain(&clause.id) == asked || plain(&clause.source) == asked)
    }

    /// What people call that clause in that language; nothing where there is none, its id where it is not known here.
    pub fn label(&self, id: Option<&str>, lang: Lang) -> String {
        let known = id.and_then(|id| self.clause(id)).map(|clause| clause.label(lang));
        known.or(id).unwrap_or_default().to_owned()
    }

    /// What is said of that clause.
    pub fn clause(&self, id: &str) -> Option<&ClauseText> {
        self.clauses.iter().find(|clause| &*clause.id == id)
    }
}

/// Who owns a household, and when it can be lost (docs/how-it-decides.md).
#[derive(Debug, Clone, Serialize)]
pub struct Ownership {
    /// Months a tracked household may lie untouched.
    pub idle_months: Timed<u32>,
    /// Months a prospect may lie without follow-up.
    pub followup_months: Timed<u32>,
    /// Months for the home visit after a meeting.
    pub visit_months: Timed<u32>,
    pub holds: Vec<Arc<Hold>>,
    pub clauses: OwnershipClauses,
    pub suspicions: Suspicions,
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

/// How long a claim is held (docs/how-it-decides.md, Holds).
#[derive(Debug, Clone, Serialize)]
pub struct Hold {
    pub channels: Vec<Channel>,
    /// For referrals: whether the referrer must be clear. None: either way.
    pub clear: Option<bool>,
    /// Days to preheat.
    pub days: Timed<u32>,
    /// Whether it is protected at all.
    pub protected: bool,
    /// Channels it does not yield to once lapsed.
    pub yields_not_to: Vec<Channel>,
    /// Whether it yields, once lapsed, to a preheat without signup.
    pub yields_to_preheat: bool,
    pub clause: Clause,
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

/// The day `days` calendar days later.
pub fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// The day `days` calendar days earlier.
pub fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
}

/// Which clause is behind which change of owner.
#[derive(Debug, Clone, Serialize)]
pub struct OwnershipClauses {
    pub sole_claim: Clause,
    pub several_claims: Clause,
    pub several_persons: Clause,
    pub contest: Clause,
    pub clear_referral: Clause,
    pub unassigned: Clause,
    pub departure: Clause,
    pub open_unvisited: Clause,
    pub open_referral: Clause,
    pub idle: Clause,
    pub not_followed_up: Clause,
}

/// Which offence is suspected of whom.
#[derive(Debug, Clone, Serialize)]
pub struct Suspicions {
    pub claim_on_client: Arc<str>,
    pub sale_by_non_owner: Arc<str>,
    pub occupy_company: Arc<str>,
    pub accept_resigned: Arc<str>,
    pub no_handover: Arc<str>,
}

/// Something due (docs/how-it-decides.md, What is due): trigger, window, who, evidence, and what missing it is.
#[derive(Debug, Clone, Serialize)]
pub struct Obligation {
    pub id: Arc<str>,
    pub title: Bilingual,
    pub clause: Clause,
    pub trigger: Trigger,
    /// None: the trigger itself has a deadline, or is a month.
    pub window: Option<Window>,
    /// Days before the deadline from which it is listed; none: from the window's start.
    pub listed_before: Option<Timed<u32>>,
    pub by: By,
    /// Whether only the one who made the sale answers for it.
    pub seller_answers: bool,
    /// Whether the purchase's expert goes along.
    pub with_expert: bool,
    pub evidence: Evidence,
    /// The offence of missing it.
    pub missed: Option<Arc<str>>,
    /// The offence of having done it in the month without the customer's signature.
    pub unsigned: Option<Arc<str>>,
}

/// Days after the trigger, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    pub from: Timed<u32>,
    pub to: Timed<u32>,
}

/// What closes an obligation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub ledger: Kind,
    /// Whether it must be the owner's.
    pub owners: bool,
    /// Whether it must be at home.
    pub home: bool,
    /// Whether an expert must have gone along.
    pub accompanied: bool,
    /// Which of the row's dates counts.
    pub dated: Dated,
}

/// What late papers are (docs/how-it-decides.md, Late papers).
#[derive(Debug, Clone, Serialize)]
pub struct Papers {
    /// Days after the sale for the sales list.
    pub sales_list_days: Timed<u32>,
    pub sales_list: Arc<str>,
    pub sales_entry: Arc<str>,
    pub report: Arc<str>,
    pub entry: Arc<str>,
}

/// A breach (违规类别) and what it costs.
#[derive(Debug, Clone, Serialize)]
pub struct Offence {
    pub id: Arc<str>,
    pub clause: Clause,
    pub title: Bilingual,
    /// None: no cost is laid down.
    pub amount: Option<Timed<Amount>>,
    pub per: Per,
    /// Whether only the first of a person costs; such an offence has a ladder.
    pub first_only: bool,
    /// What the clause points to from the second on; such an offence has a ladder.
    pub from_second: Option<Action>,
    /// What the clause points to always.
    pub action: Option<Action>,
    /// What it points to where the finding calls it severe.
    pub severe: Option<Action>,
}

impl Offence {
    /// Whether a person's are counted.
    pub fn has_ladder(&self) -> bool {
        self.first_only || self.from_second.is_some()
    }

    /// The range a finding's amount must lie in on that day, if there is one.
    pub fn range(&self, day: NaiveDate) -> Option<(Decimal, Decimal)> {
        match self.amount.as_ref()?.at(day) {
            Amount::Range { min, max } => Some((*min, *max)),
            Amount::Fixed(_) | Amount::WageDays(_) | Amount::WageShare(_) => None,
        }
    }
}

/// How sums are shown.
#[derive(Debug, Clone, Serialize)]
pub struct Sanctions {
    pub mode: Mode,
    /// Share of a month's wage above which the fines are marked, in percent.
    pub ceiling_percent: Decimal,
    /// Days of a month for what is priced in days' wages.
    pub wage_month_days: Decimal,
    /// Yuan a month, shown as a floor.
    pub minimum_wage: Option<Decimal>,
}

/// What the amounts are taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Mode {
    /// Yuan.
    Amounts,
    /// Points, so many a yuan.
    Points { rate: Decimal },
    /// Yuan proposed for review.
    Proposals,
}
