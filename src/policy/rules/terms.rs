//! The checked policy: every figure and clause of the rules, as the engine takes them.

use crate::domain::{Lang, Role};
use crate::policy::rules::agreed::of_every_house;
use crate::policy::rules::clause::plain;
pub use crate::policy::rules::days::{days_after, days_before};
use crate::policy::rules::kinds::{Both, Day, DayCount, IfAny, Plain};
use crate::policy::rules::parameter::parameters;
use crate::policy::{Bilingual, Clause, ClauseText, Obligation, Offence, Ownership, Papers, Sanctions};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

parameters! {
    /// A house's rules (制度), read from its policy file and checked.
    Policy => {
        /// The preset it was made from.
        preset: String = Plain { "policy-entry-preset" },
        /// What people call it.
        title: Bilingual = Both { "policy-entry-title" },
        /// Nothing dated before this day is a violation.
        in_force_from: Option<NaiveDate> = IfAny<Day> { "policy-entry-in-force-from" },
    }
    and {
        /// Who owns a household, and when it can be lost.
        ownership: Ownership,
        /// What is due, in the order of the file.
        obligations: Vec<Obligation>,
        /// What the call list shows.
        #[serde(flatten)]
        calls: Calls,
        /// What late papers are.
        papers: Papers,
        /// What a breach costs, in the order of the file.
        offences: Vec<Offence>,
        /// How sums are shown.
        sanctions: Sanctions,
        /// The clauses, in the order of the file.
        clauses: Vec<ClauseText>,
        /// The house's own headings, by field id.
        headings: BTreeMap<String, Vec<String>>,
        /// The house's own words of 岗位, each with the role it is.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        roles: BTreeMap<String, Role>,
    }
}

parameters! {
    /// What the call list shows (`[calls]`).
    Calls => {
        /// How many days after its deadline something overdue stays on the call list.
        overdue_days: u32 = DayCount { "policy-entry-overdue-days" },
    }
}

impl Policy {
    /// The offence of that id.
    pub fn offence(&self, id: &str) -> Option<&Offence> {
        self.offences.iter().find(|offence| &*offence.id == id)
    }

    /// The obligation of that id: of the file, or of every house.
    pub fn obligation(&self, id: &str) -> Option<&Obligation> {
        self.everything_due().find(|obligation| &*obligation.id == id)
    }

    /// What is due in this house: what its file lays down, then what is due in every house.
    pub fn everything_due(&self) -> impl Iterator<Item = &Obligation> {
        self.obligations.iter().chain(of_every_house())
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

    /// The clause of that id; none: the policy says nothing of it.
    pub fn clause(&self, id: &str) -> Option<&ClauseText> {
        self.clauses.iter().find(|clause| &*clause.id == id)
    }
}
