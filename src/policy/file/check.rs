//! From what is written to what the engine takes. Every fault is collected; one is enough to refuse the file.

mod costs;
mod due;
mod holds;

use super::raw;
use super::read::{PolicyReading, is_lent, read};
use super::{PolicyError, PolicyFault};
use crate::domain::{Message, Role};
use crate::policy::rules::terms::*;
use crate::policy::{Bilingual, Clause, ClauseText, Per};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;

fn parse(text: &str) -> Result<Policy, PolicyError> {
    let PolicyReading { file, faults, is_hold_lent, disturbed } = read(text);
    let (clauses, offences) = (HashSet::new(), HashMap::new());
    let mut check = Check { text, faults, is_hold_lent, disturbed, clauses, offences };
    let policy = file.map(|file| {
        check.clauses = file.clause.iter().map(|clause| clause.id.get_ref().as_str().into()).collect();
        check.offences = file.offence.iter().map(|raw| (raw.id.get_ref().as_str().into(), raw.per)).collect();
        check.policy(&file)
    });
    match policy {
        Some(policy) if check.faults.is_empty() => Ok(policy),
        _ => {
            check.faults.sort_by_key(|fault| (fault.line, fault.column));
            Err(PolicyError { faults: check.faults })
        }
    }
}

struct Check<'a> {
    text: &'a str,
    faults: Vec<PolicyFault>,
    is_hold_lent: bool,
    /// The tables of which something could not be read as written.
    disturbed: Vec<Range<usize>>,
    clauses: HashSet<Clause>,
    /// What each offence is counted by.
    offences: HashMap<Arc<str>, Per>,
}

impl Check<'_> {
    fn fault(&mut self, span: Range<usize>, message: Message) {
        if !is_lent(&span) {
            self.faults.push(PolicyFault::at(self.text, Some(span), message));
        }
    }

    fn clause(&mut self, id: &Spanned<String>) -> Clause {
        let clause: Clause = id.get_ref().as_str().into();
        if !self.clauses.contains(&clause) {
            self.fault(id.span(), Message::new("policy-fault-unknown-clause").with("id", &**id.get_ref()));
        }
        clause
    }

    fn offence(&mut self, id: &Spanned<String>) -> Arc<str> {
        let offence: Arc<str> = id.get_ref().as_str().into();
        if !self.offences.contains_key(&offence) {
            self.fault(id.span(), Message::new("policy-fault-unknown-offence").with("id", &**id.get_ref()));
        }
        offence
    }

    fn each_once<'i>(&mut self, ids: impl Iterator<Item = &'i Spanned<String>>) {
        let mut seen = HashSet::new();
        for id in ids.filter(|id| !is_lent(&id.span())) {
            self.said(id);
            if !seen.insert(id.get_ref()) {
                self.fault(id.span(), Message::new("policy-fault-twice").with("id", &**id.get_ref()));
            }
        }
    }

    fn policy(&mut self, file: &raw::File) -> Policy {
        self.each_once(file.clause.iter().map(|clause| &clause.id));
        self.each_once(file.offence.iter().map(|offence| &offence.id));
        self.each_once(file.obligation.iter().map(|obligation| &obligation.get_ref().id));
        let in_force_from = file.in_force_from.as_ref().and_then(|day| {
            let date = crate::policy::rules::timed::date(*day.get_ref());
            if date.is_none() {
                self.fault(day.span(), Message::new("policy-fault-date"));
            }
            date
        });
        Policy {
            preset: file.preset.clone(),
            title: self.words(&file.title),
            in_force_from,
            ownership: self.ownership(file),
            obligations: file.obligation.iter().map(|raw| self.obligation(raw)).collect(),
            overdue_days: file.calls.overdue_days,
            papers: self.papers(&file.papers),
            offences: file.offence.iter().map(|raw| self.priced(raw)).collect(),
            sanctions: self.sanctions(&file.sanctions),
            clauses: file.clause.iter().map(|raw| self.clause_text(raw)).collect(),
            headings: file.headings.clone(),
            roles: self.roles(&file.roles),
        }
    }

    /// The house's words of 岗位, written under the role they are or each before its role.
    fn roles(&mut self, raw: &BTreeMap<String, Spanned<raw::OneOrMany>>) -> BTreeMap<String, Role> {
        let mut roles = BTreeMap::new();
        for (key, words) in raw {
            let listed = match words.get_ref() {
                raw::OneOrMany::One(word) => std::slice::from_ref(word),
                raw::OneOrMany::Several(words) => words.as_slice(),
            };
            let (pairs, known): (Vec<(&String, Role)>, bool) = match (Role::from_id(key), listed) {
                (Some(role), words) => (words.iter().map(|word| (word, role)).collect(), true),
                (None, [role]) => match Role::from_id(role) {
                    Some(role) => (vec![(key, role)], true),
                    None => (Vec::new(), false),
                },
                (None, _) => (Vec::new(), false),
            };
            if !known {
                let known = Role::ALL.iter().map(|role| role.id()).collect::<Vec<_>>();
                let message = Message::new("policy-fault-role").with("key", key.as_str()).with("known", known);
                self.fault(words.span(), message);
            }
            for (word, role) in pairs {
                if roles.insert(word.clone(), role).is_some_and(|before| before != role) {
                    self.fault(words.span(), Message::new("policy-fault-role-twice").with("word", word.as_str()));
                }
            }
        }
        roles
    }

    /// Words in both languages, neither of them blank.
    fn words(&mut self, words: &Spanned<Bilingual>) -> Bilingual {
        let Bilingual { zh, en } = words.get_ref();
        if [zh, en].into_iter().any(|words| words.trim().is_empty()) {
            self.fault(words.span(), Message::new("policy-fault-blank-words"));
        }
        words.get_ref().clone()
    }

    fn clause_text(&mut self, raw: &raw::ClauseText) -> ClauseText {
        let mut if_any = |words: &Option<Spanned<Bilingual>>| words.as_ref().map(|words| self.words(words));
        let [statement, interpretation, undecidable] =
            [&raw.statement, &raw.interpretation, &raw.undecidable].map(&mut if_any);
        ClauseText {
            id: raw.id.get_ref().as_str().into(),
            title: self.words(&raw.title),
            source: self.said(&raw.source),
            statement,
            interpretation,
            undecidable,
            tested: raw.tested,
        }
    }

    /// Something that has to be said at all: where a clause stands, what it is called by.
    fn said(&mut self, text: &Spanned<String>) -> String {
        if text.get_ref().trim().is_empty() {
            self.fault(text.span(), Message::new("policy-fault-blank"));
        }
        text.get_ref().clone()
    }

    fn ownership(&mut self, file: &raw::File) -> Ownership {
        let raw = &file.ownership;
        let (clauses, suspicions) = (&raw.clauses, &raw.suspicions);
        Ownership {
            idle_months: raw.idle_months.clone(),
            followup_months: raw.followup_months.clone(),
            visit_months: raw.visit_months.clone(),
            holds: self.holds(&file.hold),
            clauses: OwnershipClauses {
                sole_claim: self.clause(&clauses.sole_claim),
                several_claims: self.clause(&clauses.several_claims),
                several_persons: self.clause(&clauses.several_persons),
                contest: self.clause(&clauses.contest),
                clear_referral: self.clause(&clauses.clear_referral),
                unassigned: self.clause(&clauses.unassigned),
                departure: self.clause(&clauses.departure),
                open_unvisited: self.clause(&clauses.open_unvisited),
                open_referral: self.clause(&clauses.open_referral),
                idle: self.clause(&clauses.idle),
                not_followed_up: self.clause(&clauses.not_followed_up),
            },
            suspicions: Suspicions {
                claim_on_client: self.offence(&suspicions.claim_on_client),
                sale_by_non_owner: self.offence(&suspicions.sale_by_non_owner),
                occupy_company: self.offence(&suspicions.occupy_company),
                accept_resigned: self.offence(&suspicions.accept_resigned),
                no_handover: self.offence(&suspicions.no_handover),
            },
        }
    }
}

impl Policy {
    /// The presets that come with the program: name and text.
    pub const PRESETS: [(&'static str, &'static str); 1] =
        [("meeting-sales", include_str!("../presets/meeting-sales.toml"))];

    /// The text of a preset's policy file.
    pub fn preset_text(name: &str) -> Option<&'static str> {
        Policy::PRESETS.iter().find(|(of, _)| *of == name).map(|(_, text)| *text)
    }

    /// The id of the preset called so, by its id or by its title in either language.
    pub fn preset_called(asked: &str) -> Option<&'static str> {
        let is_meant = |name: &str, text: &str| {
            let title = || Policy::parse(text).map(|policy| policy.title);
            name == asked || title().is_ok_and(|title| title.zh == asked || title.en.eq_ignore_ascii_case(asked))
        };
        Policy::PRESETS.iter().find(|(name, text)| is_meant(name, text)).map(|(name, _)| *name)
    }

    /// Reads a policy file.
    ///
    /// # Errors
    /// All faults, each with its line and column: what is no TOML, keys that are unknown, missing or of another kind,
    /// unknown clauses, channels in two holds or in none, obligations without evidence, ranges and windows upside down.
    pub fn parse(text: &str) -> Result<Policy, PolicyError> {
        parse(text)
    }
}

#[cfg(test)]
mod tests;
