//! Which rows the judgement of some households depends on, so that they can be judged without reading everybody's.

use crate::domain::{Contact, Entry, Fact, Finding, Mention, Phone, name_key};
use crate::policy::books::events::EventOrder;
use crate::policy::books::identity::{ResolvedReferrer, referrer};
use crate::policy::{Assessment, Obligation, Offence, Policy};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The rows asked for so far, for the households of some phones.
pub struct Dependence {
    /// Every number of somebody whose household counts here.
    phones: HashSet<Phone>,
    asked: BTreeSet<Mention>,
}

impl Dependence {
    /// For the households that these numbers belong to.
    pub fn of(phones: impl IntoIterator<Item = Phone>) -> Self {
        Dependence { phones: phones.into_iter().collect(), asked: BTreeSet::new() }
    }

    /// What has to be found beyond the rows at hand; nothing: they are all.
    pub fn beyond<'e>(&mut self, entries: impl Iterator<Item = &'e Entry> + Clone) -> Vec<Mention> {
        while self.spread(entries.clone()) {}
        let mut wanted: BTreeSet<Mention> = self.phones.iter().cloned().map(Mention::Phone).collect();
        for entry in entries.filter(|entry| self.concerns(entry.record.contact.as_ref())) {
            if let Fact::Signup(signup) = &entry.record.fact {
                wanted.extend(signup.household.clone().map(Mention::Household));
            }
            if let Some(ResolvedReferrer::Name(name)) = referrer(entry) {
                wanted.insert(Mention::Name(name_key(name)));
            }
            // A ladder counts what one person of staff reported late anywhere.
            wanted.extend(entry.record.fact.staff().cloned().map(Mention::ReportedLate));
        }
        let beyond: Vec<Mention> = wanted.difference(&self.asked).cloned().collect();
        self.asked.extend(beyond.iter().cloned());
        beyond
    }

    fn concerns(&self, contact: Option<&Contact>) -> bool {
        contact.is_some_and(|contact| contact.phones().any(|phone| self.phones.contains(phone)))
    }

    /// Adds the numbers that the rows at hand tie to those known; whether there were any.
    fn spread<'e>(&mut self, entries: impl Iterator<Item = &'e Entry> + Clone) -> bool {
        let before = self.phones.len();
        let mut numbers: HashSet<&str> = HashSet::new();
        let mut names: HashSet<&str> = HashSet::new();
        for entry in entries.clone() {
            let record = &entry.record;
            let others = record.others_phones();
            let is_of_others = others.iter().any(|phone| self.phones.contains(phone));
            let is_kin = matches!(record.fact, Fact::Household(_));
            let is_own = self.concerns(record.contact.as_ref()) || (is_kin && is_of_others);
            if is_own {
                self.phones.extend(record.contact.iter().flat_map(Contact::phones).cloned());
            }
            // Of somebody referred the referrer counts, not the other way round.
            if is_own || is_of_others {
                self.phones.extend(others.iter().cloned());
            }
            if let (true, Fact::Signup(signup)) = (is_own, &record.fact) {
                numbers.extend(signup.household.as_deref());
                names.extend(match referrer(entry) {
                    Some(ResolvedReferrer::Name(name)) => Some(name),
                    _ => None,
                });
            }
        }
        let mut first_of: HashMap<&str, (EventOrder, Vec<Phone>)> = HashMap::new();
        for entry in entries {
            let Some(contact) = &entry.record.contact else { continue };
            if let Fact::Signup(signup) = &entry.record.fact
                && signup.household.as_deref().is_some_and(|number| numbers.contains(number))
            {
                self.phones.extend(contact.phones().cloned());
            }
            // Only who bore the name first can be the one meant: if anybody else bore it, nobody is.
            if let Some(name) = contact.customer.as_deref().filter(|name| names.contains(name))
                && let Some(order) = EventOrder::of(entry)
                && first_of.get(name).is_none_or(|(first, _)| order < *first)
            {
                first_of.insert(name, (order, contact.phones().cloned().collect()));
            }
        }
        self.phones.extend(first_of.into_values().flat_map(|(_, phones)| phones));
        self.phones.len() > before
    }
}

/// Whether something of a household may hang on rows that [`Dependence`] does not ask for: on a ladder that counts a
/// person's breaches in everybody's households. What else its owner left behind on leaving is not of the household.
pub fn hangs_on_all<'e>(
    household: &Phone,
    assessment: &Assessment,
    entries: impl Iterator<Item = &'e Entry>,
    policy: &Policy,
) -> bool {
    let counted = |id: &str| policy.offence(id).is_some_and(Offence::has_ladder);
    let mut own = assessment.violations.iter().filter(|violation| violation.household.as_ref() == Some(household));
    if !own.any(|violation| counted(&violation.offence)) {
        return false;
    }
    let obligations = &policy.obligations;
    let mut missed = obligations.iter().flat_map(Obligation::offences);
    let papers = &policy.papers;
    if missed.any(|id| counted(id))
        || [&papers.sales_list, &papers.sales_entry, &papers.entry].iter().any(|id| counted(id))
    {
        return true;
    }
    let of_id: HashMap<&str, Option<&Phone>> =
        assessment.violations.iter().map(|violation| (violation.id.as_str(), violation.household.as_ref())).collect();
    let findings = entries.filter_map(|entry| entry.record.fact.row::<Finding>());
    let mut findings =
        findings.filter(|finding| counted(&finding.offence)).filter_map(|finding| finding.violation.as_deref());
    findings.any(|id| match of_id.get(id.trim().to_uppercase().as_str()) {
        // It turns a violation of a household that is not at hand, or only half.
        None => true,
        Some(of) => of.is_some_and(|of| of != household),
    })
}
