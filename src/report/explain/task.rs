//! `explain T-…`: why something is due, or by what it is over.

use super::page_writer::{ExplainedSentence, NamedClause, PageWriter, Teller};
use crate::domain::{Books, Message, StaffId};
use crate::policy::{Assessment, Clause, Obligation, Task, Urgency};
use crate::report::{Mark, Narrative, Paragraph, Presenter, Tone};
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// How something on the call list came to be, who has to do it until when, and what closes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskExplained {
    /// Always `task`.
    pub about: &'static str,
    /// The day the books are read at.
    pub as_of: NaiveDate,
    /// The day of the list.
    pub on: NaiveDate,
    /// Its id, the same for ever.
    pub id: String,
    /// The obligation's id in the policy.
    pub task: Arc<str>,
    /// The clause that asks for it; none: none does.
    pub clause: Option<Clause>,
    /// How it stands, as an id.
    pub status: Urgency,
    /// The day that started it; of what is due in a period, its first day.
    pub trigger: NaiveDate,
    /// The first day on which it counts as done.
    pub window_start: NaiveDate,
    /// The deadline.
    pub due: NaiveDate,
    /// Who has to do it; none: nobody employed on the day.
    pub assignee: Option<StaffId>,
    /// The expert who goes along; none: nobody does.
    pub with: Option<StaffId>,
    /// The person's number, hidden unless it is to be shown.
    pub phone: String,
    /// The name as last written; none: never given.
    pub customer: Option<String>,
    /// The household's number, hidden likewise.
    pub household: String,
    /// The ledger that a row closing it stands in.
    pub ledger: Option<&'static str>,
    /// Up to when that is complete where whoever has to do it works (已录至).
    pub covered_until: Option<NaiveDate>,
    /// The sentence, in the reader's language.
    pub text: String,
    /// What is due, by which clause and from which rows.
    pub why: ExplainedSentence,
    /// Who has to do it, and who goes along.
    pub who: Vec<String>,
    /// What closes it, and how far the ledger is kept.
    pub wanted: Vec<String>,
    /// The rows it started from, each as a sentence.
    pub rows: Vec<ExplainedSentence>,
    /// Every clause named, in the order of naming.
    pub clauses: Vec<NamedClause>,
}

/// Explains a task of the assessment's list.
pub fn explain_task(task: &Task, assessment: &Assessment, books: &Books, presenter: &Presenter<'_>) -> TaskExplained {
    let teller = Teller { presenter: *presenter, books };
    let obligation = presenter.policy.obligation(&task.task);
    let is_never_missed = obligation.is_some_and(Obligation::is_of_every_house);
    let ledger = obligation.map(|obligation| obligation.evidence.query.ledger);
    let status = task.urgency;
    let text = Message::new("explain-task-lead")
        .with("task", presenter.obligation(&task.task))
        .with("customer", teller.customer(task.customer.as_deref(), &task.phone))
        .with("status", presenter.word("status", status.id()))
        .show("due", task.due);
    let window = (task.window_start, task.due);
    let clause = task.clause.as_ref();
    let rows = task.behind.rows();
    TaskExplained {
        about: "task",
        as_of: assessment.reading.as_of,
        on: assessment.reading.on,
        id: task.id.clone(),
        task: task.task.clone(),
        clause: clause.cloned(),
        status,
        trigger: task.trigger,
        window_start: task.window_start,
        due: task.due,
        assignee: task.assignee.clone(),
        with: task.with.clone(),
        phone: presenter.phone(&task.phone),
        customer: task.customer.clone(),
        household: presenter.phone(&task.household),
        ledger: ledger.map(crate::domain::Kind::id),
        covered_until: task.covered_until,
        text: teller.say(&text),
        why: ExplainedSentence {
            text: teller.what_is_due(&task.task, task.trigger, window),
            clause: clause.cloned(),
            rows: Vec::new(),
        },
        who: teller.doers(task),
        wanted: ledger.map_or_else(Vec::new, |ledger| {
            let ledger = presenter.word("kind", ledger.id());
            let others = obligation.into_iter().flat_map(|obligation| &obligation.evidence.others);
            let any = others.fold(ledger.clone(), |one, other| {
                let other = presenter.word("kind", other.ledger.id());
                teller.say(&Message::new("explain-wanted-either").with("one", one).with("other", other))
            });
            let late = (task.urgency == Urgency::Overdue && !is_never_missed)
                .then(|| teller.say(&Message::new("explain-task-late")));
            let wanted = [teller.wanted(&task.task, window, None, &any), teller.reach(task, &ledger)];
            wanted.into_iter().chain(late).collect()
        }),
        rows: rows.iter().filter_map(|row| teller.evidence(*row, false)).collect(),
        clauses: teller.clauses(clause),
    }
}

impl Teller<'_> {
    fn doers(&self, task: &Task) -> Vec<String> {
        let by = match &task.assignee {
            Some(staff) => Message::new("explain-task-by").with("staff", self.presenter.staff(staff)),
            None => Message::new("explain-task-nobody"),
        };
        let with = task.with.as_ref();
        let with = with.map(|expert| Message::new("explain-task-with").with("expert", self.presenter.staff(expert)));
        std::iter::once(by).chain(with).map(|message| self.say(&message)).collect()
    }

    /// How far the ledger is kept that a row closing the task stands in.
    fn reach(&self, task: &Task, ledger: &str) -> String {
        let message = match task.covered_until {
            Some(day) => Message::new("explain-task-kept").show("day", day),
            None => Message::new("explain-task-not-kept"),
        };
        self.say(&message.with("ledger", ledger))
    }
}

/// A task's explanation as a page.
pub fn task_page(explained: &TaskExplained, presenter: &Presenter<'_>) -> Narrative {
    let mut page = PageWriter::new(presenter, &explained.clauses);
    let title = Message::new("explain-title-task")
        .with("id", explained.id.as_str())
        .show("on", explained.on)
        .show("as_of", explained.as_of);
    let tone = if explained.status == Urgency::Overdue { Tone::Warning } else { Tone::Plain };
    let plain = |lines: &[String]| lines.iter().map(Paragraph::plain).collect::<Vec<_>>();
    let due = std::iter::once(page.told(Mark::None, &explained.why)).chain(plain(&explained.who)).collect();
    let rows: Vec<Paragraph> = explained.rows.iter().map(|told| page.told(Mark::None, told)).collect();
    let sections = [
        ("explain-section-due", due),
        ("explain-section-closes", plain(&explained.wanted)),
        ("explain-section-rows", rows),
    ];
    Narrative {
        language: presenter.lang().tag(),
        title: page.say(&title),
        lead: vec![Paragraph::plain(&explained.text).toned(tone)],
        sections: page.sections(sections),
        notes: Vec::new(),
    }
}
