use super::page_writer::{ExplainedSentence, RowRef, Teller};
use crate::domain::{Message, Method};
use crate::policy::{By, ConsideredEvidence, Dated, EvidenceLack, Inquiry, Trigger, period};
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
    /// What is told of an inquiry.
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
            considered: inquiry.considered.iter().filter_map(|row| self.considered(row)).collect(),
            due: ExplainedSentence {
                text: due,
                clause: obligation.map(|obligation| obligation.clause.clone()),
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
        let message = Message::new("explain-inquiry-due").with("task", self.presenter.obligation(obligation));
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
        let dated = match obligation.map(|obligation| obligation.evidence.dated) {
            Some(Dated::Submitted) => "explain-wanted-submitted",
            Some(Dated::Relayed) => "explain-wanted-relayed",
            Some(Dated::At) | None => "explain-wanted-window",
        };
        let mut parts = vec![
            Message::new("explain-wanted-ledger").with("ledger", ledger),
            Message { key: dated, args: Vec::new() }.with("window", period(start, deadline)),
        ];
        if let Some(obligation) = obligation {
            let evidence = &obligation.evidence;
            let of_owner = evidence.owners && obligation.by == By::Owner;
            let of_claim = obligation.trigger == Trigger::Claim;
            let also = [
                (of_owner && !of_claim, "explain-wanted-owners"),
                (of_owner && of_claim, "explain-wanted-claimants"),
                (evidence.home, "explain-wanted-home"),
                (evidence.accompanied, "explain-wanted-accompanied"),
                (offence.is_some() && obligation.unsigned.as_deref() == offence, "explain-wanted-signed"),
            ];
            let also = also.into_iter().filter(|(wanted, _)| *wanted);
            parts.extend(also.map(|(_, key)| Message { key, args: Vec::new() }));
        }
        let said: Vec<String> = parts.iter().map(|part| self.say(part)).collect();
        self.joined(&said)
    }

    fn considered(&self, considered: &ConsideredEvidence) -> Option<ConsideredRow> {
        let entry = self.entry(considered.row)?;
        let lacks: Vec<LackRow> = considered.lacks.iter().map(|lack| self.lack(lack)).collect();
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

    fn lack(&self, lack: &EvidenceLack) -> LackRow {
        let (lack, message) = match lack {
            EvidenceLack::TooEarly => ("too-early", Message::new("explain-lack-too-early")),
            EvidenceLack::TooLate => ("too-late", Message::new("explain-lack-too-late")),
            EvidenceLack::NotEmployed => ("not-employed", Message::new("explain-lack-not-employed")),
            EvidenceLack::NotOwners { owner } => (
                "not-owners",
                Message::new("explain-lack-not-owners").with("owner", self.presenter.staff_or_nobody(owner.as_ref())),
            ),
            EvidenceLack::NotAtHome { method } => (
                "not-at-home",
                Message::new("explain-lack-not-at-home")
                    .with("method", self.presenter.word("method", method.map_or("none", Method::id))),
            ),
            EvidenceLack::NotReached { outcome } => (
                "not-reached",
                Message::new("explain-lack-not-reached").with("outcome", self.presenter.word("outcome", outcome.id())),
            ),
            EvidenceLack::Unaccompanied => ("unaccompanied", Message::new("explain-lack-unaccompanied")),
            EvidenceLack::NotHandedIn => ("not-handed-in", Message::new("explain-lack-not-handed-in")),
            EvidenceLack::NotRelayed => ("not-relayed", Message::new("explain-lack-not-relayed")),
            EvidenceLack::Unsigned => ("unsigned", Message::new("explain-lack-unsigned")),
        };
        LackRow { lack, text: self.say(&message) }
    }
}
