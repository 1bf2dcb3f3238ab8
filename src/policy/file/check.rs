//! From what is written to what the engine takes. Every fault is collected; one is enough to refuse the file.

use super::raw;
use super::read::{Reading, is_lent, read};
use super::{Fault, PolicyError};
use crate::domain::{Channel, Message, Method, Role};
use crate::policy::terms::*;
use crate::policy::{Amount, Bilingual, Clause, ClauseText};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;

fn parse(text: &str) -> Result<Policy, PolicyError> {
    let Reading { file, faults, is_hold_lent } = read(text);
    let mut check = Check { text, faults, is_hold_lent, clauses: HashSet::new(), offences: HashSet::new() };
    let policy = file.map(|file| {
        check.clauses = file.clause.iter().map(|clause| clause.id.get_ref().as_str().into()).collect();
        check.offences = file.offence.iter().map(|offence| offence.id.get_ref().as_str().into()).collect();
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
    faults: Vec<Fault>,
    is_hold_lent: bool,
    clauses: HashSet<Clause>,
    offences: HashSet<Arc<str>>,
}

impl Check<'_> {
    fn fault(&mut self, span: Range<usize>, message: Message) {
        if !is_lent(&span) {
            self.faults.push(Fault::at(self.text, Some(span), message));
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
        if !self.offences.contains(&offence) {
            self.fault(id.span(), Message::new("policy-fault-unknown-offence").with("id", &**id.get_ref()));
        }
        offence
    }

    fn each_once<'i>(&mut self, ids: impl Iterator<Item = &'i Spanned<String>>) {
        let mut seen = HashSet::new();
        for id in ids.filter(|id| !is_lent(&id.span())) {
            if !seen.insert(id.get_ref()) {
                self.fault(id.span(), Message::new("policy-fault-twice").with("id", &**id.get_ref()));
            }
        }
    }

    fn policy(&mut self, file: &raw::File) -> Policy {
        self.each_once(file.clause.iter().map(|clause| &clause.id));
        self.each_once(file.offence.iter().map(|offence| &offence.id));
        self.each_once(file.obligation.iter().map(|obligation| &obligation.id));
        let in_force_from = file.in_force_from.as_ref().and_then(|day| {
            let date = crate::policy::timed::date(*day.get_ref());
            if date.is_none() {
                self.fault(day.span(), Message::new("policy-fault-date"));
            }
            date
        });
        Policy {
            preset: file.preset.clone(),
            title: file.title.clone(),
            in_force_from,
            ownership: self.ownership(file),
            obligations: file.obligation.iter().map(|raw| self.obligation(raw)).collect(),
            overdue_days: file.calls.overdue_days,
            papers: Papers {
                sales_list_days: file.papers.sales_list_days.clone(),
                sales_list: self.offence(&file.papers.sales_list),
                sales_entry: self.offence(&file.papers.sales_entry),
                report: self.offence(&file.papers.report),
                entry: self.offence(&file.papers.entry),
            },
            offences: file.offence.iter().map(|raw| self.priced(raw)).collect(),
            sanctions: self.sanctions(&file.sanctions),
            clauses: file.clause.iter().map(|raw| self.clause_text(raw)).collect(),
            headings: file.headings.clone(),
            roles: self.roles(&file.roles),
        }
    }

    /// The house's words of 岗位, written under the role they are or each before its role.
    fn roles(&mut self, raw: &BTreeMap<String, Spanned<raw::Words>>) -> BTreeMap<String, Role> {
        let mut roles = BTreeMap::new();
        for (key, words) in raw {
            let listed = match words.get_ref() {
                raw::Words::One(word) => std::slice::from_ref(word),
                raw::Words::Several(words) => words.as_slice(),
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

    fn clause_text(&mut self, raw: &raw::ClauseText) -> ClauseText {
        let mut words = |words: &Option<Spanned<Bilingual>>| {
            let words = words.as_ref()?;
            let Bilingual { zh, en } = words.get_ref();
            if [zh, en].into_iter().any(|words| words.trim().is_empty()) {
                self.fault(words.span(), Message::new("policy-fault-blank-words"));
            }
            Some(words.get_ref().clone())
        };
        ClauseText {
            id: raw.id.get_ref().as_str().into(),
            title: raw.title.clone(),
            source: raw.source.clone(),
            statement: words(&raw.statement),
            interpretation: words(&raw.interpretation),
            undecidable: words(&raw.undecidable),
            tested: raw.tested,
        }
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

    fn every_channel_in_one_hold(&mut self, raws: &[Spanned<raw::Hold>]) {
        let mut covered: HashSet<(Channel, bool)> = HashSet::new();
        for spanned in raws {
            let raw = spanned.get_ref();
            let sides = match raw.referrer {
                Some(referrer) => vec![referrer == raw::Referrer::Clear],
                None => vec![true, false],
            };
            for (channel, clear) in raw.channels.iter().flat_map(|channel| sides.iter().map(|clear| (*channel, *clear)))
            {
                if !covered.insert((channel, clear)) {
                    let message = Message::new("policy-fault-overlapping-holds").with("channel", channel.id());
                    self.fault(spanned.span(), message);
                    break;
                }
            }
        }
        let place = raws.first().map_or(0..0, Spanned::span);
        for channel in Channel::ALL {
            if [true, false].into_iter().any(|clear| !covered.contains(&(*channel, clear))) {
                self.fault(place.clone(), Message::new("policy-fault-no-hold").with("channel", channel.id()));
            }
        }
    }

    fn holds(&mut self, raws: &[Spanned<raw::Hold>]) -> Vec<Arc<Hold>> {
        // Of a hold that could not be read as written nobody knows the channels.
        if !self.is_hold_lent {
            self.every_channel_in_one_hold(raws);
        }
        raws.iter()
            .map(|spanned| {
                let raw = spanned.get_ref();
                Arc::new(Hold {
                    channels: raw.channels.clone(),
                    clear: raw.referrer.map(|referrer| referrer == raw::Referrer::Clear),
                    days: raw.days.clone(),
                    protected: raw.protected.unwrap_or(true),
                    yields_not_to: raw.yields_not_to.clone(),
                    yields_to_preheat: raw.yields_to_preheat,
                    clause: self.clause(&raw.clause),
                })
            })
            .collect()
    }

    fn obligation(&mut self, raw: &raw::Obligation) -> Obligation {
        let needs_window = !matches!(raw.trigger, Trigger::Claim | Trigger::Attendance | Trigger::Month);
        match &raw.window {
            None if needs_window => {
                let message = Message::new("policy-fault-no-window").with("id", &**raw.id.get_ref());
                self.fault(raw.id.span(), message);
            }
            Some(window) => {
                let Window { from, to } = window.get_ref();
                if from.values().any(|from| to.values().any(|to| from > to)) {
                    self.fault(window.span(), Message::new("policy-fault-window-upside-down"));
                }
            }
            None => {}
        }
        Obligation {
            id: raw.id.get_ref().as_str().into(),
            title: raw.title.clone(),
            clause: self.clause(&raw.clause),
            trigger: raw.trigger,
            window: raw.window.as_ref().map(|window| window.get_ref().clone()),
            listed_before: raw.listed_before.clone(),
            by: raw.by,
            seller_answers: raw.answers == Some(raw::Answers::Seller),
            with_expert: raw.with_expert,
            evidence: Evidence {
                ledger: raw.evidence.ledger,
                owners: raw.evidence.by == Some(By::Owner),
                home: raw.evidence.method == Some(Method::Home),
                accompanied: raw.evidence.accompanied,
                dated: raw.evidence.dated,
            },
            missed: raw.missed.as_ref().map(|id| self.offence(id)),
            unsigned: raw.unsigned.as_ref().map(|id| self.offence(id)),
        }
    }

    fn priced(&mut self, raw: &raw::Offence) -> Offence {
        if let Some(amount) = &raw.amount {
            let upside_down = |amount: &Amount| matches!(amount, Amount::Range { min, max } if min > max);
            if amount.get_ref().values().any(upside_down) {
                self.fault(amount.span(), Message::new("policy-fault-range-upside-down"));
            }
        }
        Offence {
            id: raw.id.get_ref().as_str().into(),
            clause: self.clause(&raw.clause),
            title: raw.title.clone(),
            amount: raw.amount.as_ref().map(|amount| amount.get_ref().clone()),
            per: raw.per,
            first_only: raw.first_only,
            from_second: raw.from_second,
            action: raw.action,
            severe: raw.severe,
        }
    }

    fn sanctions(&mut self, raw: &raw::Sanctions) -> Sanctions {
        let rate = raw.rate.as_ref().map(plain);
        let mode = match (raw.mode.get_ref().as_str(), rate) {
            ("amounts", _) => Mode::Amounts,
            ("points", Some(rate)) => Mode::Points { rate },
            ("proposals", _) => Mode::Proposals,
            _ => {
                self.fault(raw.mode.span(), Message::new("policy-fault-mode").with("mode", &**raw.mode.get_ref()));
                Mode::Amounts
            }
        };
        let wage_month_days = plain(raw.wage_month_days.get_ref());
        if wage_month_days <= Decimal::ZERO {
            self.fault(raw.wage_month_days.span(), Message::new("policy-fault-wage-days"));
        }
        Sanctions {
            mode,
            ceiling_percent: plain(&raw.ceiling_percent),
            wage_month_days,
            minimum_wage: raw.minimum_wage.as_ref().map(plain),
        }
    }
}

/// A figure that is a single number; a range counts by its lower bound.
fn plain(amount: &Amount) -> Decimal {
    match amount {
        Amount::Fixed(value)
        | Amount::WageDays(value)
        | Amount::WageShare(value)
        | Amount::Range { min: value, .. } => *value,
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
