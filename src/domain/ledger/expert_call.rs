//! Experts' telephone calls (专家电话回访表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, NEXT, NOTE, RESULT, TASK, VISIT_DATE, VISIT_NOTE, YES_NO};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList, YesNoWords};
use crate::domain::{Outcome, Role, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An expert's telephone call (专家电话回访表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpertCall {
    /// Who called.
    pub expert: StaffId,
    /// Whether the customer has a problem (有无问题).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub problem: bool,
    /// The day the problem was told to the specialist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relayed: Option<NaiveDate>,
    /// Whether somebody has to go there (需上门).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub needs_visit: bool,
    /// The day the problem was solved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<NaiveDate>,
    /// How it ended; none: they were reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    /// The day agreed for the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<NaiveDate>,
    /// The numbers of the tasks it answers (回访单号), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// Remarks as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

static PROBLEM: YesNoWords =
    YesNoWords {
        yes: &["有问题", "存在问题"], no: &["无问题", "没问题", "没有问题"], offered: &["有", "无"]
    };
static NEEDS_VISIT: YesNoWords = YesNoWords {
    yes: &["需要", "需", "需上门", "需要上门"],
    no: &["不需要", "不需", "无需", "无需上门"],
    offered: YES_NO,
};

impl LedgerRow for ExpertCall {
    const LEDGER: &'static Ledger = &Ledger {
        id: "expert_call",
        chinese: "专家电话回访表",
        named: &["专家电话回访表", "专家电话回访", "专家回访", "专家电话", "expertcall", "expertcalls", "expert_calls"],
        columns: Self::COLUMNS,
        turn: Some(8),
        kept_until: &[F::Relayed],
        ..Ledger::USUAL
    };

    columns![
        at(&[VISIT_DATE, &["通话日期", "通话时间", "电话日期", "电话时间", "calldate"], DATE]),
        customer(),
        phone(),
        need(
            F::Expert,
            T::Staff(Some(Role::Expert)),
            &[&["专家", "咨询专家", "专家姓名", "回访专家"], &["回访人", "回访人员"]],
            |row| row.expert.value()
        ),
        may(F::Problem, T::YesNo(&PROBLEM), &[&["有无问题", "是否有问题", "问题"]], |row| row
            .problem
            .value()),
        may(F::Relayed, T::Day, &[&["告知专员日期", "告知日期", "告知专员时间"]], |row| row
            .relayed
            .value()),
        may(
            F::NeedsVisit,
            T::YesNo(&NEEDS_VISIT),
            &[&["需上门", "是否需上门", "是否需要上门", "需要上门"]],
            |row| row.needs_visit.value()
        ),
        may(F::Solved, T::Day, &[&["解决日期", "解决时间"]], |row| row.solved.value()),
        may(F::Result, T::Word(WordList::Outcome), &[RESULT], |row| row.result.value()),
        may(F::NextAt, T::Day, &[NEXT], |row| row.next_at.value()),
        may(F::Task, T::Code, &[TASK], |row| row.task.value()),
        may(F::Note, T::Prose, &[NOTE, VISIT_NOTE], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let expert = cells.needed_staff(F::Expert);
        let problem = cells.yes(F::Problem);
        let relayed = cells.paper(F::Relayed);
        let needs_visit = cells.yes(F::NeedsVisit);
        let solved = cells.paper(F::Solved);
        let result = cells.word(F::Result);
        let next_at = cells.next(F::NextAt);
        let task = cells.text(F::Task);
        let note = cells.note();
        Some(ExpertCall { expert: expert?, problem, relayed, needs_visit, solved, result, next_at, task, note })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(RowPart::by("explain-row-expert-call", &self.expert)),
            self.result.map(|result| {
                RowPart::new("explain-row-outcome").place("outcome", PartValue::Word("outcome", result.id()))
            }),
            self.problem.then_some(RowPart::new("explain-row-problem")),
            RowPart::day("explain-row-relayed", self.relayed),
            self.needs_visit.then_some(RowPart::new("explain-row-needs-visit")),
            RowPart::day("explain-row-next", self.next_at),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.expert)
    }

    fn task(&self) -> Option<&str> {
        self.task.as_deref()
    }

    fn result(&self) -> Option<Outcome> {
        self.result
    }

    fn compared(&self) -> Option<Self> {
        self.task.is_some().then(|| Self { task: None, ..self.clone() })
    }
}
