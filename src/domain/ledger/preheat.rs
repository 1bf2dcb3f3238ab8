//! First warm-up contacts (预热情况统计表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, METHOD, NOTE, OUTCOME, REPORTED, STAFF, STAMPED, STAMPED_WORDS, TASK};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList};
use crate::domain::{Method, Outcome, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A first warm-up contact (预热情况统计表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preheat {
    /// Who made it.
    pub staff: StaffId,
    /// How it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// The day it was reported (上报日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<NaiveDate>,
    /// Whether the paper is stamped (盖章).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stamped: bool,
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

impl LedgerRow for Preheat {
    const LEDGER: &'static Ledger = &Ledger {
        id: "preheat",
        chinese: "预热情况统计表",
        named: &["预热情况统计表", "预热", "preheats"],
        columns: Self::COLUMNS,
        turn: Some(3),
        needed: LedgerNeed::Next,
        ..Ledger::USUAL
    };

    columns![
        at(&[&["预热时间", "预热日期", "preheatdate"], DATE]),
        customer(),
        phone(),
        need(F::Staff, T::Staff(None), &[STAFF, &["预热人", "预热专员"]], |row| row.staff.value()),
        may(F::Method, T::Word(WordList::Method), &[&["方式", "预热方式"], METHOD], |row| row.method.value()),
        may(F::Result, T::Word(WordList::Outcome), &[OUTCOME, &["预热结果"]], |row| row.result.value()),
        may(F::Reported, T::Day, &[REPORTED], |row| row.reported.value()),
        may(F::Stamped, T::YesNo(&STAMPED_WORDS), &[STAMPED], |row| row.stamped.value()),
        may(F::Task, T::Code, &[TASK], |row| row.task.value()),
        may(F::Note, T::Prose, &[NOTE, &["预热情况"]], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let method = cells.word(F::Method);
        let result = cells.word(F::Result);
        let reported = cells.paper(F::Reported);
        let stamped = cells.yes(F::Stamped);
        let task = cells.text(F::Task);
        let note = cells.note();
        Some(Preheat { staff: staff?, method, reported, stamped, result, task, note })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([
            Some(RowPart::by("explain-row-preheat", &self.staff)),
            self.method.map(|method| {
                RowPart::new("explain-row-method").place("method", PartValue::Word("method", method.id()))
            }),
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
