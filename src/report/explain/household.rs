//! Why a household is whose it is: the rows of the answer.

use super::links::LinkRow;
use super::page_writer::{NamedClause, Teller};
use super::timeline::EventRow;
use super::verdict::Verdict;
use crate::domain::{Books, Message, Phone, Seq};
use crate::policy::{Assessment, Grounds, Household, KinshipLink, Roster, Violation, ViolationBasis};
use crate::report::names::names;
use crate::report::reach::LedgerReach;
use crate::report::{DueRow, OwnerRow, Presenter, ViolationRow, due};
use chrono::NaiveDate;
use serde::Serialize;
use std::borrow::Cow;

/// Whose a household is and why: everything recorded about it (依据说明).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HouseholdExplained {
    /// Always `household`.
    pub about: &'static str,
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// As `owners` lists it.
    #[serde(flatten)]
    pub state: OwnerRow,
    /// Whose it is, and why.
    pub verdict: Verdict,
    /// Who belongs to it.
    pub people: Vec<MemberRow>,
    /// What ties them.
    pub links: Vec<LinkRow>,
    /// What happened, in order.
    pub timeline: Vec<EventRow>,
    /// What is due.
    pub tasks: Vec<DueRow>,
    /// What was breached.
    pub violations: Vec<ViolationRow>,
    /// Every clause named, in plain words.
    pub clauses: Vec<NamedClause>,
}

/// A phone of the household and the names written beside it, in the order they came up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberRow {
    /// The person's number.
    pub phone: Phone,
    /// The names written, in the order of their rows.
    pub names: Vec<String>,
}

/// The violation as far as it is about the household: of what a leaver left behind, no other household.
fn about_it<'v>(violation: &'v Violation, household: &Household) -> Option<Cow<'v, Violation>> {
    let ViolationBasis::LeftBehind { households } = &violation.basis else {
        return (violation.household.as_ref() == Some(&household.key)).then_some(Cow::Borrowed(violation));
    };
    let rulings: Vec<Seq> = violation.rulings.iter().map(|ruling| ruling.row).collect();
    let rows = violation.grounds.rows().iter().filter(|row| household.events.contains(row) || rulings.contains(row));
    let grounds = Grounds::new(violation.grounds.clause().clone(), violation.grounds.cause());
    households.contains(&household.key).then(|| {
        Cow::Owned(Violation {
            grounds: grounds.and(rows.copied()),
            detail: Message::new("explain-left-behind"),
            ..violation.clone()
        })
    })
}

/// Explains a household of the assessment.
pub fn explain_household(
    household: &Household,
    assessment: &Assessment,
    books: &Books,
    kinship: &[KinshipLink],
    presenter: &Presenter<'_>,
) -> HouseholdExplained {
    let teller = Teller { presenter: *presenter, books };
    let as_of = assessment.reading.as_of;
    let people: Vec<MemberRow> =
        names(household, books).into_iter().map(|(phone, names)| MemberRow { phone, names }).collect();
    let timeline = teller.timeline(household);
    let verdict = teller.verdict(household, as_of);
    let tasks: Vec<DueRow> =
        due(assessment, books, None).into_iter().filter(|task| task.household == household.key).collect();
    let violations = assessment.violations.iter().filter_map(|violation| about_it(violation, household));
    let violations: Vec<ViolationRow> =
        violations.map(|violation| ViolationRow::of(&violation, books, presenter)).collect();
    let changes = timeline.iter().flat_map(|event| &event.changes);
    let passed = timeline.iter().flat_map(|event| &event.passed);
    let clauses = teller.clauses(
        (changes.map(|change| &change.clause))
            .chain(passed.filter_map(|passed| passed.clause.as_ref()))
            .chain(verdict.next.iter().map(|next| &next.clause))
            .chain(tasks.iter().filter_map(|task| task.clause.as_ref()))
            .chain(violations.iter().map(|violation| &violation.clause))
            .chain(household.clause.as_ref()),
    );
    HouseholdExplained {
        about: "household",
        as_of,
        state: OwnerRow::of(household, books, &LedgerReach::of(books, &Roster::of(books), as_of), as_of),
        verdict,
        links: teller.links(household, kinship),
        people,
        timeline,
        tasks,
        violations,
        clauses,
    }
}
