//! What was looked for when something had been missed, and what each row lacked.

use super::page_writer::{ExplainedSentence, RowRef, Teller};
use crate::domain::{Field, Kind, Message};
use crate::policy::{
    By, Choice, Condition, ConsideredEvidence, EvidenceBy, EvidenceLack, HouseholdNeed, Inquiry, QueryField, Starting,
    Wanted, period,
};
use crate::report::policy::rows_said;
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// What was due, what was looked for, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InquiryRow {
    /// The obligation's id.
    pub task: Arc<str>,
    /// The day that started it; of what is due in a period, its first day.
    pub trigger: NaiveDate,
    /// The rows that started it.
    pub trigger_rows: Vec<RowRef>,
    /// The first day on which it counts as done.
    pub window_start: NaiveDate,
    /// The last day on time.
    pub deadline: NaiveDate,
    /// Whoever answers had to own the household from then to the deadline, and did; none: an expert answers.
    pub owned_from: Option<NaiveDate>,
    /// The ledger that would hold the evidence.
    pub ledger: &'static str,
    /// The department whose ledger has to reach the deadline; none: any.
    pub department: Option<String>,
    /// Up to when it is complete for that department (已录至).
    pub covered_until: Option<NaiveDate>,
    /// The rows that might have been evidence.
    pub considered: Vec<ConsideredRow>,
    /// The same in sentences: what was due, who answers, what would count, how far the ledger reaches.
    pub due: ExplainedSentence,
    /// Who answers for it, as a sentence.
    pub answers: String,
    /// What would have closed it, as a sentence.
    pub wanted: String,
    /// How far the ledger reaches, as a sentence.
    pub coverage: String,
}

/// A row that might have been evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConsideredRow {
    /// The day it counts on.
    pub date: NaiveDate,
    /// The journal row.
    pub row: RowRef,
    /// What it lacks; empty: it is evidence.
    pub lacks: Vec<LackRow>,
    /// The sentence, in the reader's language.
    pub text: String,
}

/// What it lacks; a row that lacks nothing was evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LackRow {
    /// What is lacking, as an id.
    pub lack: &'static str,
    /// The sentence, in the reader's language.
    pub text: String,
}

impl Teller<'_> {
    /// The inquiry into something missed, as rows with their sentences.
    pub fn inquiry(&self, inquiry: &Inquiry, offence: &str, staff: &str) -> InquiryRow {
        let obligation = self.presenter.policy.obligation(&inquiry.obligation);
        let due = self.what_is_due(&inquiry.obligation, inquiry.trigger, (inquiry.start, inquiry.deadline));
        let answers = match inquiry.owned_from {
            Some(from) => Message::new("explain-inquiry-owner").show("from", from),
            None => Message::new("explain-inquiry-expert"),
        };
        let answers = answers.with("staff", staff).show("deadline", inquiry.deadline);
        let ledger = self.presenter.word("kind", inquiry.ledger.id());
        let department = inquiry.department.clone().unwrap_or_else(|| self.presenter.texts.get("report-no-department"));
        let coverage = match inquiry.covered_until {
            None => Message::new("explain-coverage-never"),
            Some(day) if day < inquiry.deadline => Message::new("explain-coverage-short").show("day", day),
            Some(day) => Message::new("explain-coverage-whole").show("day", day),
        };
        let coverage =
            coverage.with("ledger", ledger.as_str()).with("department", department).show("deadline", inquiry.deadline);
        InquiryRow {
            task: inquiry.obligation.clone(),
            trigger: inquiry.trigger,
            trigger_rows: self.rows(&inquiry.rows),
            window_start: inquiry.start,
            deadline: inquiry.deadline,
            owned_from: inquiry.owned_from,
            ledger: inquiry.ledger.id(),
            department: inquiry.department.clone(),
            covered_until: inquiry.covered_until,
            considered: inquiry.considered.iter().filter_map(|row| self.considered(row, inquiry)).collect(),
            due: ExplainedSentence {
                text: due,
                clause: obligation.and_then(|obligation| obligation.clause.clone()),
                rows: self.rows(&inquiry.rows),
            },
            answers: self.say(&answers),
            wanted: self.wanted(&inquiry.obligation, (inquiry.start, inquiry.deadline), Some(offence), &ledger),
            coverage: self.say(&coverage),
        }
    }

    /// What is due, since when, and in which days.
    pub fn what_is_due(
        &self,
        obligation: &str,
        trigger: NaiveDate,
        (start, deadline): (NaiveDate, NaiveDate),
    ) -> String {
        let message = match start == deadline {
            true => Message::new("explain-inquiry-due-day"),
            false => Message::new("explain-inquiry-due"),
        };
        let message = message.with("task", self.presenter.obligation(obligation));
        self.say(&message.show("trigger", trigger).with("window", period(start, deadline)))
    }

    /// What a row must be to count: in which ledger, whose, how, dated when.
    pub fn wanted(
        &self,
        obligation: &str,
        (start, deadline): (NaiveDate, NaiveDate),
        offence: Option<&str>,
        ledger: &str,
    ) -> String {
        let obligation = self.presenter.policy.obligation(obligation);
        let mut parts = vec![Message::new("explain-wanted-ledger").with("ledger", ledger)];
        let window = period(start, deadline);
        let Some(obligation) = obligation else {
            parts.push(Message::new("explain-wanted-window").with("window", window));
            return self.all_of(&parts);
        };
        let evidence = &obligation.evidence;
        parts.push(match obligation.is_of_every_house() {
            // Nobody misses it, so a later day will do as well.
            true => Message::new("explain-wanted-from").show("day", start),
            false => self.dated(evidence.query.dated.first()).with("window", window),
        });
        let of_claim = obligation.trigger.terms().of_state == Some(HouseholdNeed::Claim);
        let whose = match (evidence.by, obligation.by) {
            (EvidenceBy::Anyone, _) => None,
            (EvidenceBy::Doer, By::Owner) if of_claim => Some("explain-wanted-claimants"),
            (EvidenceBy::Owner, _) | (EvidenceBy::Doer, By::Owner) => Some("explain-wanted-owners"),
            (EvidenceBy::Doer, By::Manager) => Some("explain-wanted-managers"),
            (EvidenceBy::Doer, By::Expert) => Some("explain-wanted-experts"),
        };
        parts.extend(whose.map(|key| Message { key, args: Vec::new() }));
        // How contact was made is said first.
        let (how, others): (Vec<_>, Vec<_>) =
            evidence.query.conditions.iter().partition(|condition| condition.field.id() == "method");
        parts.extend(how.into_iter().chain(others).map(|condition| self.wanted_of(condition)));
        let lacking = obligation.lacking.as_ref().filter(|lacking| offence == Some(&*lacking.offence));
        let also = lacking.into_iter().flat_map(|lacking| &lacking.conditions);
        parts.extend(also.map(|condition| self.wanted_of(condition)));
        self.all_of(&parts)
    }

    fn all_of(&self, parts: &[Message]) -> String {
        let said: Vec<String> = parts.iter().map(|part| self.say(part)).collect();
        self.joined(&said)
    }

    /// By which of its dates a row counts.
    fn dated(&self, field: Option<&QueryField>) -> Message {
        match field.map(|field| field.id()) {
            Some("submitted") => Message::new("explain-wanted-submitted"),
            Some("relayed") => Message::new("explain-wanted-relayed"),
            Some("at") | None => Message::new("explain-wanted-window"),
            Some(_) => {
                let field = field.map(|of| rows_said::field(*of, self.presenter.texts)).unwrap_or_default();
                Message::new("explain-wanted-dated").with("field", field)
            }
        }
    }

    /// What a row must say.
    fn wanted_of(&self, condition: &Condition) -> Message {
        match known(condition) {
            Some(KnownCondition::AtHome) => Message::new("explain-wanted-home"),
            Some(KnownCondition::Accompanied) => Message::new("explain-wanted-accompanied"),
            Some(KnownCondition::Signed) => Message::new("explain-wanted-signed"),
            None => {
                let said = rows_said::condition(condition, self.presenter.texts);
                Message::new("explain-wanted-said").with("condition", said)
            }
        }
    }

    fn considered(&self, considered: &ConsideredEvidence, inquiry: &Inquiry) -> Option<ConsideredRow> {
        let entry = self.entry(considered.row)?;
        let lacks: Vec<LackRow> = considered.lacks.iter().map(|lack| self.lack(lack, inquiry)).collect();
        let what = self.row(entry, false);
        let message = match lacks.is_empty() {
            true => Message::new("explain-considered-good"),
            false => Message::new("explain-considered")
                .with("lacks", lacks.iter().map(|lack| lack.text.clone()).collect::<Vec<_>>()),
        };
        Some(ConsideredRow {
            date: considered.date,
            row: self.rows(&[considered.row]).pop()?,
            text: self.say(&message.show("day", considered.date).with("what", what)),
            lacks,
        })
    }

    fn lack(&self, lack: &EvidenceLack, inquiry: &Inquiry) -> LackRow {
        let (lack, message) = match lack {
            EvidenceLack::TooEarly => ("too-early", Message::new("explain-lack-too-early")),
            EvidenceLack::TooLate => ("too-late", Message::new("explain-lack-too-late")),
            EvidenceLack::NotEmployed => ("not-employed", Message::new("explain-lack-not-employed")),
            EvidenceLack::NotOwners { owner } => (
                "not-owners",
                Message::new("explain-lack-not-owners").with("owner", self.presenter.staff_or_nobody(owner.as_ref())),
            ),
            EvidenceLack::NotDoers { doer } => (
                "not-doers",
                Message::new("explain-lack-not-doers").with("doer", self.presenter.staff_or_nobody(doer.as_ref())),
            ),
            EvidenceLack::Unfit { field, found } => return self.unfit(*field, found.as_deref(), inquiry),
            EvidenceLack::NotReached { outcome } => (
                "not-reached",
                Message::new("explain-lack-not-reached").with("outcome", self.presenter.word("outcome", outcome.id())),
            ),
            EvidenceLack::Undated { field: Field::Submitted } => {
                ("not-handed-in", Message::new("explain-lack-not-handed-in"))
            }
            EvidenceLack::Undated { field: Field::Relayed } => {
                ("not-relayed", Message::new("explain-lack-not-relayed"))
            }
            EvidenceLack::Undated { field } => {
                ("undated", Message::new("explain-lack-undated").with("field", self.field(*field, inquiry)))
            }
        };
        LackRow { lack, text: self.say(&message) }
    }

    /// What is told of a condition that does not hold of a row.
    fn unfit(&self, field: Field, found: Option<&str>, inquiry: &Inquiry) -> LackRow {
        let conditions = self.presenter.policy.obligation(&inquiry.obligation).map(|obligation| {
            let lacking = obligation.lacking.iter().flat_map(|lacking| &lacking.conditions);
            obligation
                .evidence
                .query
                .conditions
                .iter()
                .chain(lacking)
                .find(|condition| condition.field.column.field == field)
        });
        let condition = conditions.flatten();
        let word = |found: &str| {
            QueryField::of(inquiry.ledger, field.id()).map(|of| rows_said::word(found, of, self.presenter.texts))
        };
        let (lack, message) = match condition.and_then(known) {
            Some(KnownCondition::AtHome) => {
                let method = self.presenter.word("method", found.unwrap_or("none"));
                ("not-at-home", Message::new("explain-lack-not-at-home").with("method", method))
            }
            Some(KnownCondition::Accompanied) => ("unaccompanied", Message::new("explain-lack-unaccompanied")),
            Some(KnownCondition::Signed) => ("unsigned", Message::new("explain-lack-unsigned")),
            None => {
                let message = match found.and_then(word) {
                    Some(found) => Message::new("explain-lack-unfit").with("found", found),
                    None => Message::new("explain-lack-unfit-blank"),
                };
                ("unfit", message.with("field", self.field(field, inquiry)))
            }
        };
        LackRow { lack, text: self.say(&message) }
    }

    fn field(&self, field: Field, inquiry: &Inquiry) -> String {
        let known = QueryField::of(inquiry.ledger, field.id());
        known.map_or_else(|| field.id().to_owned(), |field| rows_said::field(field, self.presenter.texts))
    }
}

/// What people have words of their own for.
enum KnownCondition {
    /// A visit at home.
    AtHome,
    /// A visit with an expert.
    Accompanied,
    /// A form with the customer's own signature.
    Signed,
}

fn known(condition: &Condition) -> Option<KnownCondition> {
    let Wanted::OneOf(choices) = &condition.wanted else { return None };
    match (condition.field.ledger, condition.field.id(), choices.as_slice()) {
        (Kind::Visit, "method", [Choice::Word("home")]) => Some(KnownCondition::AtHome),
        (Kind::Visit, "accompanied_by", [Choice::Filled]) => Some(KnownCondition::Accompanied),
        (Kind::Visit, "signed", [Choice::YesNo(true)]) => Some(KnownCondition::Signed),
        _ => None,
    }
}
