//! What managers found (违规处理登记表).

use super::cells::RowCells;
use super::column::{at, may, need, optional, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{AMOUNT, BOXES, DATE, NOTE, STAFF, YES_NO};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList, YesNoWords};
use crate::domain::{Message, StaffId, Verdict};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a manager found (违规处理登记表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Who answers for it (责任人).
    pub staff: StaffId,
    /// The offence's id in the policy.
    pub offence: String,
    /// Whom of the staff it concerns beside, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerning: Option<String>,
    /// Customers concerned; none counts as 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<u32>,
    /// Boxes concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boxes: Option<u32>,
    /// Yuan, inside the offence's range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Decimal>,
    /// Whether it is a severe case (情节严重).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub severe: bool,
    /// The id of the violation it decides; none: it is a violation of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub violation: Option<String>,
    /// What it says of that violation (处理意见).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Who found it (认定人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// Remarks as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

static SEVERE: YesNoWords =
    YesNoWords { yes: &["严重", "情节严重"], no: &["不严重", "一般", "轻微"], offered: YES_NO };

impl LedgerRow for Finding {
    const LEDGER: &'static Ledger = &Ledger {
        id: "finding",
        chinese: "违规处理登记表",
        named: &["违规处理登记表", "违规处理", "违规", "findings"],
        columns: Self::COLUMNS,
        bears_on_all: true,
        ..Ledger::USUAL
    };

    columns![
        at(&[&["认定日期", "认定时间", "findingdate"], DATE]),
        need(F::Staff, T::Staff(None), &[&["责任人"], STAFF], |row| row.staff.value()),
        need(F::Offence, T::Offence, &[&["违规类别", "违规类型", "违规事项"]], |row| row.offence.value()),
        may(F::Concerning, T::Person, &[&["涉及员工", "涉及人员"]], |row| row.concerning.value()),
        optional(phone()),
        may(F::Customers, T::Count, &[&["顾客数", "客户数", "涉及顾客数"]], |row| row.customers.value()),
        may(F::Boxes, T::Count, &[BOXES], |row| row.boxes.value()),
        may(F::Amount, T::Money, &[&["金额", "处理金额"], AMOUNT], |row| row.amount.value()),
        may(F::Severe, T::YesNo(&SEVERE), &[&["情节严重", "是否情节严重"]], |row| row.severe.value()),
        may(F::Violation, T::Code, &[&["违规编号", "违规单号"]], |row| row.violation.value()),
        may(F::Verdict, T::Word(WordList::Verdict), &[&["处理意见", "处理结果"]], |row| row.verdict.value()),
        may(F::DecidedBy, T::Person, &[&["认定人"]], |row| row.decided_by.value()),
        may(F::Note, T::Prose, &[NOTE], |row| row.note.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let offence = cells.offence(F::Offence);
        let boxes = cells.count(F::Boxes);
        let amount = cells.money(F::Amount);
        let violation = cells.text(F::Violation);
        let verdict = cells.word(F::Verdict);
        if let Some(offence) = &offence {
            cells.check_offence(offence, amount, boxes);
        }
        if violation.is_some() && verdict.is_none() && cells.is_blank(F::Verdict) {
            cells.wrong(F::Violation, Message::new("ingest-finding-no-verdict"));
        }
        let customers = cells.count(F::Customers);
        let severe = cells.yes(F::Severe);
        let concerning = cells.text(F::Concerning);
        let decided_by = cells.text(F::DecidedBy);
        let note = cells.note();
        let (staff, offence) = (staff?, offence?);
        Some(Finding {
            staff,
            offence,
            concerning,
            customers,
            boxes,
            amount,
            severe,
            violation,
            verdict,
            decided_by,
            note,
        })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let verdict = self.verdict.map(|verdict| PartValue::Word("verdict", verdict.id()));
        said([
            Some(RowPart::by("explain-row-finding", &self.staff).place("offence", PartValue::Offence(&self.offence))),
            verdict.map(|verdict| RowPart::new("explain-row-verdict").place("verdict", verdict)),
            RowPart::text("explain-row-found-by", &self.decided_by),
            RowPart::text("explain-row-note", &self.note),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}
