//! What managers found: violations of their own, and rulings on those the rules drafted.

use crate::domain::{Books, Entry, Finding, Message, Moment, Seq, Verdict};
use crate::policy::verdict::draft::{DraftViolation, ids};
use crate::policy::{Certainty, Ruling, ViolationBasis};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The violations with their ids, once findings had their say.
pub struct DecidedViolations<'a> {
    pub drafts: Vec<(String, DraftViolation)>,
    /// Findings on a violation that is not there.
    pub astray: Vec<(Seq, &'a str)>,
}

/// Adds findings of their own and turns the violations that findings name (违规处理登记表).
///
/// The drafts are put in the order of their dates and rows first, so ids do not depend on how they were found.
pub fn apply_findings<'a>(
    mut drafts: Vec<DraftViolation>,
    books: &'a Books,
    as_of: NaiveDate,
) -> DecidedViolations<'a> {
    let findings = findings(books, as_of);
    drafts.extend(findings.iter().filter(|found| found.finding.violation.is_none()).map(own));
    drafts.sort_by(|a, b| (a.date, a.order(), &a.offence, &a.key).cmp(&(b.date, b.order(), &b.offence, &b.key)));
    let mut drafts: Vec<(String, DraftViolation)> = ids(&drafts).into_iter().zip(drafts).collect();
    let at: HashMap<String, usize> = drafts.iter().enumerate().map(|(at, (id, _))| (id.clone(), at)).collect();
    let mut suspected_of = HashMap::new();
    let mut astray = Vec::new();
    for found in &findings {
        let Some(id) = &found.finding.violation else { continue };
        match at.get(&id.trim().to_uppercase()) {
            None => astray.push((found.entry.seq, id.as_str())),
            Some(at) => {
                let draft = &mut drafts[*at].1;
                // What was suspected stays so under a second finding, which may name another offence.
                if draft.certainty == Certainty::Suspected {
                    suspected_of.insert(*at, draft.offence.clone());
                }
                turn(draft, found, suspected_of.get(at));
            }
        }
    }
    DecidedViolations { drafts, astray }
}

struct FoundViolation<'a> {
    entry: &'a Entry,
    finding: &'a Finding,
    at: Moment,
}

/// The findings up to `as_of`, in the order of events.
fn findings(books: &Books, as_of: NaiveDate) -> Vec<FoundViolation<'_>> {
    let mut findings: Vec<FoundViolation> = books
        .entries
        .iter()
        .filter_map(|entry| {
            let finding = entry.record.fact.row()?;
            entry.record.at.filter(|at| at.date <= as_of).map(|at| FoundViolation { entry, finding, at })
        })
        .collect();
    findings.sort_by_key(|found| (found.at.date, found.at.sort_time(), found.entry.seq));
    findings
}

/// A finding that is a violation of its own.
fn own(found: &FoundViolation<'_>) -> DraftViolation {
    let FoundViolation { entry, finding, at } = *found;
    let contact = entry.record.contact.as_ref();
    let phone = contact.map_or("", |contact| contact.phone.as_str());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let detail = match &finding.decided_by {
        Some(by) => Message::new("policy-detail-found-by").with("by", by.as_str()),
        None => Message::new("policy-detail-found"),
    };
    DraftViolation {
        key: [&finding.staff.to_string(), &at.to_string(), phone, &text(&finding.concerning), &text(&finding.note)]
            .map(str::to_owned)
            .join("|"),
        date: at.date,
        offence: finding.offence.as_str().into(),
        certainty: Certainty::Upheld,
        staff: Some(finding.staff.clone()),
        person: contact.map(|contact| contact.phone.clone()),
        rows: vec![entry.seq],
        detail,
        basis: ViolationBasis::Found,
        finding: Some(finding.clone()),
        rulings: vec![ruling(found, None)],
    }
}

fn ruling(found: &FoundViolation, verdict: Option<Verdict>) -> Ruling {
    Ruling {
        row: found.entry.seq,
        on: found.at.date,
        verdict,
        by: found.finding.decided_by.clone(),
        why: found.finding.note.clone(),
    }
}

/// What a finding makes of the violation it names; date and id stay.
fn turn(draft: &mut DraftViolation, found: &FoundViolation<'_>, suspected_of: Option<&std::sync::Arc<str>>) {
    let finding = found.finding;
    let waived = finding.verdict == Some(Verdict::Waive);
    draft.certainty = if waived { Certainty::Waived } else { Certainty::Upheld };
    if let Some(suspected) = suspected_of {
        // Somebody has looked into it, so it no longer asks for that.
        if draft.detail.key == "policy-detail-suspected" {
            draft.detail.key = "policy-detail-act";
        }
        draft.offence = if waived { suspected.clone() } else { finding.offence.as_str().into() };
    }
    draft.finding = Some(finding.clone());
    draft.rows.push(found.entry.seq);
    draft.rulings.push(ruling(found, finding.verdict));
    let decided = if waived { Message::new("policy-detail-waived") } else { Message::new("policy-detail-upheld") };
    draft.detail = decided
        .with("detail", draft.detail.clone())
        .show("on", found.at.date)
        .with("by", finding.decided_by.as_deref().map(|by| Message::new("policy-detail-by").with("text", by)))
        .with("why", finding.note.as_deref().map(|why| Message::new("policy-detail-because").with("text", why)));
}
