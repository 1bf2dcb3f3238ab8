//! Managers' supervision calls (部长监督电话登记表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, NOTE, OUTCOME, STAFF, TASK, YES_NO};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList, YesNoWords};
use crate::domain::{Outcome, Role, StaffId};
use serde::{Deserialize, Serialize};

/// A manager's supervision call (部长监督电话登记表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervision {
    /// The manager who called.
    pub staff: StaffId,
    /// Whether the customer says that somebody came (是否上门).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub visited: bool,
    /// How it ended; none: they were reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    /// The numbers of the tasks it answers (回访单号), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    /// Remarks as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

static VISITED: YesNoWords =
    YesNoWords { yes: &["已上门", "上门"], no: &["未上门", "没上门"], offered: YES_NO };

impl LedgerRow for Supervision {
    const LEDGER: &'static Ledger = &Ledger {
        id: "supervision",
        chinese: "部长监督电话登记表",
        named: &["部长监督电话登记表", "部长监督", "监督电话", "监督", "supervisions"],
        columns: Self::COLUMNS,
        turn: Some(8),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["电话日期", "电话时间", "监督日期", "监督时间", "calldate"], DATE]),
        customer(),
        phone(),
        need(
            F::Staff,
            T::Staff(Some(Role::Manager)),
            &[&["部长", "部门经理", "经理", "部门负责人", "主管", "上级主管", "地区经理"], STAFF],
            |row| row.staff.value()
        ),
        may(F::Visited, T::YesNo(&VISITED), &[&["是否上门", "是否已上门", "上门"]], |row| row
            .visited
            .value()),
        may(F::Result, T::Word(WordList::Outcome), &[OUTCOME], |row| row.result.value()),
        may(F::Task, T::Code, &[TASK], |row| row.task.value()),
        may(F::Note, T::Prose, &[NOTE], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let visited = cells.yes(F::Visited);
        let result = cells.word(F::Result);
        let task = cells.text(F::Task);
        let note = cells.note();
        Some(Supervision { staff: staff?, visited, result, task, note })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(RowPart::by("explain-row-supervision", &self.staff)),
            self.result.map(|result| {
                RowPart::new("explain-row-outcome").place("outcome", PartValue::Word("outcome", result.id()))
            }),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
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
