//! A line of a call sheet: whom to see about what, and what has to be known at the door.

use super::page::CallSheetPage;
use super::person::PersonRowsFinder;
use crate::domain::{Entry, Field, FieldValue, Kind, Message, Phone, Record, Sale, Seq, StaffId};
use crate::policy::{Choice, Condition, Evidence, Obligation, Same, Urgency, Wanted};
use crate::report::DueRow;
use crate::report::explain::Teller;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The tasks of one person that one row of a ledger can close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSheetLine {
    /// The sheet it stands on.
    pub page: CallSheetPage,
    /// The tasks, by deadline, then by obligation.
    pub tasks: Vec<CallSheetTask>,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// The number to dial.
    pub call: Phone,
    /// The household's number.
    pub household: Phone,
    /// The household's other numbers, sorted.
    pub family: Vec<Phone>,
    /// Who has to do it; none: nobody.
    pub assignee: Option<StaffId>,
    /// Their name; none: nobody, or not on the roster.
    pub assignee_name: Option<String>,
    /// Where they live, as last written; none: never given.
    pub address: Option<String>,
    /// The last visit, preheat, expert call or supervision, attempts too; none: there was none.
    pub last_contact: Option<String>,
    /// What was bought and when, the latest first, three days at most.
    pub bought: Vec<String>,
    /// The columns of the ledger that what is due asks for.
    pub asked: BTreeSet<Field>,
    /// The row that is to be completed.
    pub completes: Option<Record>,
}

/// One of the tasks of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSheetTask {
    /// Its number (回访单号).
    pub id: String,
    /// What it is called.
    pub what: String,
    /// What started it, in plain words.
    pub why: String,
    /// The deadline.
    pub due: NaiveDate,
    /// Whether that is over on the day of the list.
    pub is_overdue: bool,
    /// What it needs: a visit at home, the expert, a signature, the form handed in.
    pub needs: Vec<String>,
}

/// How many days on which something was bought are told.
const BOUGHT: usize = 3;

impl CallSheetLine {
    pub(super) fn of(
        page: CallSheetPage,
        tasks: &[&DueRow],
        finder: &PersonRowsFinder<'_>,
        teller: &Teller<'_>,
    ) -> Self {
        let mut tasks = tasks.to_vec();
        tasks.sort_by_key(|row| (row.due, row.task.clone(), row.id.clone()));
        let first = tasks[0];
        let rows = finder.rows(&first.household, &first.phone);
        let obligations: Vec<&Obligation> =
            tasks.iter().filter_map(|row| teller.presenter.policy.obligation(&row.task)).collect();
        let members = finder.members(&first.household).iter();
        let is_of_row = |seq: &Seq| matches!(page, CallSheetPage::ToComplete(_)).then(|| teller.entry(*seq)).flatten();
        CallSheetLine {
            page,
            customer: first.customer.clone(),
            call: first.call.clone(),
            household: first.household.clone(),
            family: members.filter(|phone| **phone != first.phone && **phone != first.call).cloned().collect(),
            assignee: first.assignee.clone(),
            assignee_name: first.assignee.as_ref().and_then(|id| teller.presenter.name(id)).map(str::to_owned),
            address: rows.iter().rev().find_map(|entry| address(entry)),
            last_contact: rows.iter().rev().find(|entry| is_contact(entry)).map(|entry| teller.on_its_day(entry)),
            bought: bought(&rows, teller),
            asked: obligations.iter().flat_map(|obligation| asked(obligation)).collect(),
            completes: is_of_row(&first.cause).map(|entry| entry.record.clone()),
            tasks: tasks.into_iter().map(|row| CallSheetTask::of(row, teller)).collect(),
        }
    }

    /// The numbers of its tasks (回访单号), as they come back.
    pub fn ids(&self) -> String {
        self.tasks.iter().map(|task| task.id.as_str()).collect::<Vec<_>>().join("、")
    }
}

impl CallSheetTask {
    fn of(row: &DueRow, teller: &Teller<'_>) -> Self {
        let presenter = &teller.presenter;
        let needs = presenter.policy.obligation(&row.task).map(|obligation| needs(obligation, row, teller));
        let cause = teller.entry(row.cause);
        CallSheetTask {
            id: row.id.clone(),
            what: presenter.obligation(&row.task),
            why: cause.map(|entry| teller.on_its_day(entry)).unwrap_or_default(),
            due: row.due,
            is_overdue: row.status == Urgency::Overdue,
            needs: needs.unwrap_or_default(),
        }
    }
}

impl Teller<'_> {
    /// A row with its day, as a sentence.
    fn on_its_day(&self, entry: &Entry) -> String {
        let day = entry.record.at.map(|at| at.date.to_string()).unwrap_or_default();
        format!("{day} {}", self.row(entry, false)).trim_start().to_owned()
    }
}

fn is_contact(entry: &Entry) -> bool {
    [Kind::Visit, Kind::Preheat, Kind::ExpertCall, Kind::Supervision].contains(&entry.record.fact.kind())
}

fn address(entry: &Entry) -> Option<String> {
    match entry.record.value(Field::Address)? {
        FieldValue::Text(text) => Some(text.to_owned()),
        _ => None,
    }
}

/// What was bought, by day, the latest first.
fn bought(rows: &[&Entry], teller: &Teller<'_>) -> Vec<String> {
    let sales = rows.iter().rev().filter(|entry| entry.record.fact.row::<Sale>().is_some());
    sales.take(BOUGHT).map(|entry| teller.on_its_day(entry)).collect()
}

/// The columns that rows closing it are looked at by.
fn asked(obligation: &Obligation) -> Vec<Field> {
    let Evidence { query, same, .. } = &obligation.evidence;
    let lacking = obligation.lacking.iter().flat_map(|lacking| &lacking.conditions);
    let conditions = query.conditions.iter().chain(lacking).map(|condition| condition.field.column.field);
    let with = obligation.with_expert.then_some(Field::Accompanied).filter(|_| *same != Same::Row);
    conditions.chain(query.dated.iter().map(|field| field.column.field)).chain(with).collect()
}

/// What a row must say to close it, in words people know.
fn needs(obligation: &Obligation, row: &DueRow, teller: &Teller<'_>) -> Vec<String> {
    let query = &obligation.evidence.query;
    let lacking = obligation.lacking.iter().flat_map(|lacking| &lacking.conditions);
    let asks = |field: Field, id: &str| {
        let is_asked = |condition: &Condition| condition.field.column.field == field && wants(condition, id);
        query.conditions.iter().chain(lacking.clone()).any(is_asked)
    };
    let expert = row
        .with
        .as_ref()
        .map(|expert| Message::new("call-sheet-needs-expert-named").with("expert", teller.presenter.staff(expert)));
    let accompanied = || asks(Field::Accompanied, "*").then(|| Message::new("call-sheet-needs-expert"));
    let hands_in = query.dated.iter().any(|field| field.column.field == Field::Submitted);
    let all = [
        asks(Field::Method, "home").then(|| Message::new("call-sheet-needs-home")),
        expert.or_else(accompanied),
        asks(Field::Signed, "true").then(|| Message::new("call-sheet-needs-signature")),
        hands_in.then(|| Message::new("call-sheet-needs-form")),
    ];
    all.into_iter().flatten().map(|message| teller.say(&message)).collect()
}

/// Whether a condition asks for that alone.
fn wants(condition: &Condition, id: &str) -> bool {
    let Wanted::OneOf(choices) = &condition.wanted else { return false };
    match choices.as_slice() {
        [Choice::Word(word)] => *word == id,
        [Choice::Filled] => id == "*",
        [Choice::YesNo(yes)] => id == yes.to_string(),
        _ => false,
    }
}
