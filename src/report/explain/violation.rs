//! Why a violation is one, and how its cost came about.

use super::inquiry::InquiryRow;
use super::page_writer::{ExplainedSentence, NamedClause, RowRef, Teller};
use super::pricing::PricingRow;
use crate::domain::{Books, Message, Seq};
use crate::policy::{
    Assessment, Certainty, Decision, HolderThen, Household, OwnershipChange, Ruling, Violation, ViolationBasis,
};
use crate::report::names::named;
use crate::report::{Presenter, ViolationRow};
use chrono::NaiveDate;
use serde::Serialize;

/// How a violation was come to, what it costs and why, and what could still change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViolationExplained {
    /// Always `violation`.
    pub about: &'static str,
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// As `violations` lists it.
    #[serde(flatten)]
    pub violation: ViolationRow,
    /// The sentence, in the reader's language.
    pub text: String,
    /// How certain it is, as a sentence.
    pub certainty: String,
    /// What was due and looked for, where something due was missed, late or not signed.
    pub inquiry: Option<InquiryRow>,
    /// What it rests on otherwise.
    pub basis: Vec<ExplainedSentence>,
    /// The rows behind it, each as a sentence.
    pub rows: Vec<ExplainedSentence>,
    /// What it costs, step by step.
    pub pricing: PricingRow,
    /// What managers decided, the last one last.
    pub findings: Vec<FindingRow>,
    /// What could still change it.
    pub open: Vec<String>,
    /// Every clause named, in the order of naming.
    pub clauses: Vec<NamedClause>,
}

/// A finding on it (处理意见).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingRow {
    /// The day of the finding.
    pub on: NaiveDate,
    /// `confirm`, `waive`, `adjust`; null: the finding is the violation.
    pub verdict: Option<&'static str>,
    /// Who decided; none: not written.
    pub by: Option<String>,
    /// The reason as noted; none: none was given.
    pub why: Option<String>,
    /// The journal row.
    pub row: RowRef,
    /// The sentence, in the reader's language.
    pub text: String,
}

/// Explains a violation of the assessment.
pub fn explain_violation(
    violation: &Violation,
    assessment: &Assessment,
    books: &Books,
    presenter: &Presenter<'_>,
) -> ViolationExplained {
    let teller = Teller { presenter: *presenter, books };
    let staff = match &violation.staff {
        Some(staff) => presenter.staff(staff),
        None => presenter.texts.get("report-unnamed"),
    };
    let inquiry = match &violation.basis {
        ViolationBasis::Due(inquiry) => Some(teller.inquiry(inquiry, &violation.offence, &staff)),
        _ => None,
    };
    let customer =
        violation.phone.as_ref().map(|phone| teller.customer(named(books, violation.grounds.rows(), phone), phone));
    let household = violation.household.as_ref();
    let household = household.and_then(|key| assessment.households.iter().find(|household| household.key == *key));
    let whose = household.and_then(|household| whose(violation, household)).map(|decision| teller.because(decision));
    let basis: Vec<ExplainedSentence> = teller.basis(violation).into_iter().chain(whose).collect();
    let papers = matches!(violation.basis, ViolationBasis::Papers { .. });
    let in_question = [violation.grounds.clause()].into_iter();
    let due = inquiry.iter().filter_map(|inquiry| inquiry.due.clause.as_ref());
    let clauses = in_question.chain(due).chain(basis.iter().filter_map(|told| told.clause.as_ref()));
    ViolationExplained {
        clauses: teller.clauses(clauses),
        about: "violation",
        as_of: assessment.reading.as_of,
        text: teller.sentence(violation, &staff, customer.as_deref()),
        certainty: presenter.word("certainty", violation.status.id()),
        basis,
        rows: violation.grounds.rows().iter().filter_map(|row| teller.evidence(*row, papers)).collect(),
        pricing: teller.pricing(violation),
        findings: violation.rulings.iter().filter_map(|ruling| teller.ruling(ruling)).collect(),
        open: teller.open(violation, inquiry.as_ref()),
        violation: ViolationRow::of(violation, books, presenter),
        inquiry,
    }
}

/// What had made a household whose it was when somebody else acted on it.
fn whose<'h>(violation: &Violation, household: &'h Household) -> Option<&'h Decision> {
    let ViolationBasis::Act { .. } = violation.basis else { return None };
    let place = |row: Seq| household.events.iter().position(|event| *event == row);
    let act = place(violation.grounds.cause())?;
    let before = |decision: &&Decision| match place(decision.grounds.cause()) {
        Some(cause) => cause < act,
        // A departure stands before everything else of its day.
        None => decision.date <= violation.date,
    };
    let decides = |decision: &&Decision| {
        matches!(
            decision.change,
            OwnershipChange::Owned { .. } | OwnershipChange::ToCompany { .. } | OwnershipChange::Claimed { .. }
        )
    };
    household.history.iter().rev().filter(before).find(decides)
}

impl Teller<'_> {
    fn sentence(&self, violation: &Violation, staff: &str, customer: Option<&str>) -> String {
        let message = match customer {
            Some(customer) => Message::new("explain-violation-of").with("customer", customer),
            None => Message::new("explain-violation"),
        };
        let message = message
            .with("staff", staff)
            .with("offence", self.presenter.offence(&violation.offence))
            .show("day", violation.date)
            .with("detail", violation.detail.clone());
        self.say(&message)
    }

    /// What it rests on, where it is not something due.
    fn basis(&self, violation: &Violation) -> Vec<ExplainedSentence> {
        let message = match &violation.basis {
            ViolationBasis::Due(_) => return Vec::new(),
            ViolationBasis::Papers { day, deadline } => {
                Message::new("explain-basis-papers").show("day", day).show("deadline", deadline)
            }
            ViolationBasis::Act { whose: HolderThen::Owner(owner) } => {
                Message::new("explain-basis-owner").with("owner", self.presenter.staff(owner))
            }
            ViolationBasis::Act { whose: HolderThen::Company } => Message::new("explain-basis-company"),
            ViolationBasis::Act { whose: HolderThen::Claimed } => Message::new("explain-basis-claimed"),
            ViolationBasis::LeftBehind { households } => {
                Message::new("explain-basis-left").with("households", self.presenter.phones(households))
            }
            ViolationBasis::Found => Message::new("explain-basis-found"),
        };
        vec![ExplainedSentence {
            text: self.say(&message),
            clause: Some(violation.grounds.clause().clone()),
            rows: Vec::new(),
        }]
    }

    fn ruling(&self, ruling: &Ruling) -> Option<FindingRow> {
        let verdict = ruling.verdict.map(crate::domain::Verdict::id);
        let message = Message::new("explain-ruling")
            .show("on", ruling.on)
            .with("verdict", self.presenter.word("verdict", verdict.unwrap_or("own")))
            .with("by", ruling.by.as_deref().map(|by| Message::new("explain-ruling-by").with("text", by)))
            .with("why", ruling.why.as_deref().map(|why| Message::new("explain-ruling-why").with("text", why)));
        Some(FindingRow {
            on: ruling.on,
            verdict,
            by: ruling.by.clone(),
            why: ruling.why.clone(),
            row: self.rows(&[ruling.row]).pop()?,
            text: self.say(&message),
        })
    }

    /// What could still change it, and how that is done.
    fn open(&self, violation: &Violation, inquiry: Option<&InquiryRow>) -> Vec<String> {
        let id = |message: Message| message.with("id", violation.id.as_str());
        let messages = match violation.status {
            Certainty::Pending => {
                let pending = inquiry.map(|inquiry| {
                    Message::new("explain-open-pending")
                        .with("ledger", self.presenter.word("kind", inquiry.ledger))
                        .show("deadline", inquiry.deadline)
                });
                std::iter::once(pending).chain(self.ways(violation)).collect()
            }
            Certainty::Recorded => {
                let late = inquiry.map(|inquiry| {
                    Message::new("explain-open-late-row").with("ledger", self.presenter.word("kind", inquiry.ledger))
                });
                std::iter::once(late).chain(self.ways(violation)).collect()
            }
            Certainty::Suspected => {
                ["explain-open-found", "explain-open-unfounded"].map(|key| Some(id(Message::new(key)))).into()
            }
            Certainty::Upheld | Certainty::Waived => vec![Some(id(Message::new("explain-open-ruled")))],
        };
        messages.into_iter().flatten().map(|message| self.say(&message)).collect()
    }

    /// What a manager can decide about it, each with the whole command; another amount only where there is a range.
    fn ways(&self, violation: &Violation) -> impl Iterator<Item = Option<Message>> {
        let id = |message: Message| message.with("id", violation.id.as_str());
        let range = self.presenter.policy.offence(&violation.offence).and_then(|offence| offence.range(violation.date));
        let adjust = range.map(|(min, max)| id(Message::new("explain-open-adjust").show("min", min).show("max", max)));
        let plain = ["explain-open-confirm", "explain-open-waive"].map(|key| Some(id(Message::new(key))));
        plain.into_iter().chain([adjust])
    }
}
