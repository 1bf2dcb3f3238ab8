//! Whether an obligation can be answered from the books: what the engine reads of each trigger, and of the rows that
//! close what it starts. Whatever else a policy asks for would never be found, and people would be fined for that.

use super::raw;
use crate::domain::{Kind, Message, Method};
use crate::policy::table::Spanned;
use crate::policy::{By, Dated, Trigger};
use std::ops::Range;

/// What is read of an obligation of a trigger.
struct Terms {
    /// Who can be asked.
    by: &'static [By],
    /// Whether it has a window of its own; else its days are those of the claim, the attendance or the month.
    window: bool,
    listed_before: bool,
    /// Whether there is a purchase, with its sellers and its expert.
    purchase: bool,
    /// Whether it stands on its own; else it is gone as soon as the household's state changes.
    stands: bool,
}

const fn terms(trigger: Trigger) -> Terms {
    const ALL: &[By] = By::ALL;
    match trigger {
        Trigger::Claim => {
            Terms { by: &[By::Owner], window: false, listed_before: false, purchase: false, stands: false }
        }
        Trigger::Attendance => {
            Terms { by: &[By::Owner, By::Manager], window: false, listed_before: true, purchase: false, stands: false }
        }
        Trigger::MeetingPurchase | Trigger::FirstPurchase => {
            Terms { by: ALL, window: true, listed_before: true, purchase: true, stands: true }
        }
        Trigger::Month => Terms { by: ALL, window: false, listed_before: true, purchase: false, stands: true },
        Trigger::ProblemCall | Trigger::VisitCall => {
            Terms { by: ALL, window: true, listed_before: true, purchase: false, stands: true }
        }
    }
}

/// Whether what starts so has a window of its own, which has to be written.
pub const fn has_window(trigger: Trigger) -> bool {
    terms(trigger).window
}

/// Whether a condition on rows is looked at, and with which value.
#[derive(Clone, Copy)]
enum Asked<T> {
    Never,
    IfSaid(T),
    Always(T),
}

/// What is looked at in the rows of a ledger that close something.
struct Looks {
    by: Asked<By>,
    method: Asked<Method>,
    accompanied: bool,
    dated: &'static [Dated],
}

/// None: no row of that ledger closes what the trigger starts.
const fn looks(trigger: Trigger, ledger: Kind) -> Option<Looks> {
    use Asked::{Always, IfSaid, Never};
    const fn calls(dated: &'static [Dated]) -> Option<Looks> {
        Some(Looks { by: Never, method: Never, accompanied: false, dated })
    }
    match (trigger, ledger) {
        (Trigger::Claim, Kind::Preheat) => {
            Some(Looks { by: Always(By::Owner), method: Never, accompanied: false, dated: &[Dated::At] })
        }
        (Trigger::Attendance, Kind::Visit) => {
            Some(Looks { by: Always(By::Owner), method: Always(Method::Home), accompanied: false, dated: &[Dated::At] })
        }
        (Trigger::Attendance, Kind::Supervision) => calls(&[Dated::At]),
        (Trigger::Claim | Trigger::Attendance, _) => None,
        (_, Kind::Visit) => Some(Looks {
            by: IfSaid(By::Owner),
            method: IfSaid(Method::Home),
            accompanied: true,
            dated: &[Dated::At, Dated::Submitted],
        }),
        (Trigger::ProblemCall | Trigger::VisitCall, Kind::ExpertCall) => calls(&[Dated::At, Dated::Relayed]),
        (Trigger::MeetingPurchase | Trigger::FirstPurchase | Trigger::Month, Kind::ExpertCall) => calls(&[Dated::At]),
        _ => None,
    }
}

/// Everything that obligation says which the engine does not read, or could answer for nobody, each with its place.
pub fn unanswerable(raw: &raw::Obligation) -> Vec<(Range<usize>, Message)> {
    let mut found = Found { trigger: *raw.trigger.get_ref(), faults: Vec::new() };
    found.terms(raw);
    found.evidence(&raw.evidence);
    found.breach(raw);
    found.faults
}

struct Found {
    trigger: Trigger,
    faults: Vec<(Range<usize>, Message)>,
}

impl Found {
    fn put(&mut self, at: Range<usize>, message: Message) {
        self.faults.push((at, message.with("trigger", self.trigger.id())));
    }

    fn terms(&mut self, raw: &raw::Obligation) {
        let terms = terms(self.trigger);
        let by = *raw.by.get_ref();
        if !terms.by.contains(&by) {
            let known = terms.by.iter().map(|by| by.id()).collect::<Vec<_>>();
            self.put(raw.by.span(), Message::new("policy-fault-by").with("by", by.id()).with("known", known));
        }
        let with_expert = raw.with_expert.as_ref().filter(|wanted| *wanted.get_ref());
        for (key, at, is_read) in [
            ("window", raw.window.as_ref().map(Spanned::span), terms.window),
            ("listed_before", raw.listed_before.as_ref().map(Spanned::span), terms.listed_before),
            ("answers", raw.answers.as_ref().map(Spanned::span), terms.purchase),
            ("with_expert", with_expert.map(Spanned::span), terms.purchase),
        ] {
            if let Some(at) = at.filter(|_| !is_read) {
                self.put(at, Message::new("policy-fault-unread").with("key", key));
            }
        }
        if let Some(answers) = raw.answers.as_ref().filter(|_| terms.purchase && by != By::Owner) {
            self.put(answers.span(), Message::new("policy-fault-answers-not-owner").with("by", by.id()));
        }
        if let Some(with) = with_expert.filter(|_| terms.purchase && by == By::Expert) {
            self.put(with.span(), Message::new("policy-fault-with-expert-alone"));
        }
    }

    fn evidence(&mut self, evidence: &Spanned<raw::Evidence>) {
        let (whole, raw) = (evidence.span(), evidence.get_ref());
        let ledger = *raw.ledger.get_ref();
        let Some(looks) = looks(self.trigger, ledger) else {
            let known = Kind::ALL.into_iter().filter(|ledger| looks(self.trigger, *ledger).is_some());
            let known = known.map(Kind::id).collect::<Vec<_>>();
            let message = Message::new("policy-fault-evidence-ledger").with("ledger", ledger.id());
            self.put(raw.ledger.span(), message.with("known", known));
            return;
        };
        let id = |by: &Spanned<By>| (by.span(), by.get_ref().id());
        self.asked("by", raw.by.as_ref().map(id), looks.by, By::id, ledger, &whole);
        let id = |method: &Spanned<Method>| (method.span(), method.get_ref().id());
        self.asked("method", raw.method.as_ref().map(id), looks.method, Method::id, ledger, &whole);
        if let Some(wanted) = raw.accompanied.as_ref().filter(|wanted| *wanted.get_ref() && !looks.accompanied) {
            self.unlooked("accompanied", "true", &[], ledger, wanted.span());
        }
        if let Some(dated) = raw.dated.as_ref().filter(|dated| !looks.dated.contains(dated.get_ref())) {
            let known = looks.dated.iter().map(|dated| dated.id()).collect::<Vec<_>>();
            self.unlooked("dated", dated.get_ref().id(), &known, ledger, dated.span());
        }
    }

    fn asked<T: Copy>(
        &mut self,
        key: &'static str,
        said: Option<(Range<usize>, &'static str)>,
        asked: Asked<T>,
        id: fn(T) -> &'static str,
        ledger: Kind,
        whole: &Range<usize>,
    ) {
        match (asked, said) {
            (Asked::Always(wanted) | Asked::IfSaid(wanted), Some((_, found))) if found == id(wanted) => {}
            (Asked::Never, Some((at, found))) => self.unlooked(key, found, &[], ledger, at),
            (Asked::Always(wanted) | Asked::IfSaid(wanted), Some((at, found))) => {
                self.unlooked(key, found, &[id(wanted)], ledger, at);
            }
            (Asked::Always(wanted), None) => {
                let message = Message::new("policy-fault-evidence-needs").with("key", key);
                self.put(whole.clone(), message.with("ledger", ledger.id()).with("wanted", id(wanted)));
            }
            (Asked::Never | Asked::IfSaid(_), None) => {}
        }
    }

    /// A condition that nobody looks at; `known`: those of its kind that are looked at.
    fn unlooked(&mut self, key: &'static str, found: &str, known: &[&str], ledger: Kind, at: Range<usize>) {
        let message = match known {
            [] => Message::new("policy-fault-evidence-unread"),
            known => Message::new("policy-fault-evidence-value").with("known", known.to_vec()),
        };
        self.put(at, message.with("key", key).with("found", found).with("ledger", ledger.id()));
    }

    /// What missing it is, where somebody could answer for that.
    fn breach(&mut self, raw: &raw::Obligation) {
        let stands = terms(self.trigger).stands;
        let is_managers = *raw.by.get_ref() == By::Manager;
        for (key, offence) in [("missed", &raw.missed), ("unsigned", &raw.unsigned)] {
            let Some(offence) = offence else { continue };
            if !stands {
                self.put(offence.span(), Message::new("policy-fault-breach-of-state").with("key", key));
            } else if is_managers {
                self.put(offence.span(), Message::new("policy-fault-breach-of-nobody").with("key", key));
            } else if key == "unsigned" && *raw.evidence.get_ref().ledger.get_ref() != Kind::Visit {
                let ledger = raw.evidence.get_ref().ledger.get_ref().id();
                self.put(offence.span(), Message::new("policy-fault-unsigned").with("ledger", ledger));
            }
        }
    }
}

#[cfg(test)]
mod tests;
