//! Complaints (投诉登记表).

use super::cells::RowCells;
use super::column::{at, customer, may, optional, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::DATE;
use super::telling::{RowPart, said};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A complaint (投诉登记表), of a customer or a member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Who complained (投诉人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complainant: Option<String>,
    /// Of what (事由), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Against whom (被投诉人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// The day it was settled (处理完结日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<NaiveDate>,
    /// The day the complainant was called back (投诉回访日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed_up: Option<NaiveDate>,
}

impl LedgerRow for Complaint {
    const LEDGER: &'static Ledger = &Ledger {
        id: "complaint",
        chinese: "投诉登记表",
        named: &["投诉登记表", "投诉", "complaints"],
        columns: Self::COLUMNS,
        turn: Some(8),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["投诉日期", "投诉时间", "接收时间", "complaintdate"], DATE]),
        may(F::Complainant, T::Code, &[&["投诉人", "投诉人姓名"]], |row| row.complainant.value()),
        customer(),
        optional(phone()),
        may(
            F::Subject,
            T::Prose,
            &[&["事由", "投诉内容", "投诉事项", "投诉事由", "问题描述", "投诉原因", "投诉问题"]],
            |row| row.subject.value()
        ),
        may(F::Against, T::Person, &[&["被投诉人", "投诉对象", "被投诉员工"]], |row| row.against.value()),
        may(F::Resolved, T::Day, &[&["处理完结日期", "完结日期", "处理时间", "处理日期"]], |row| row
            .resolved
            .value()),
        may(F::FollowedUp, T::Day, &[&["投诉回访日期", "投诉回访时间", "回访日期"]], |row| row
            .followed_up
            .value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        Some(Complaint {
            complainant: cells.text(F::Complainant),
            subject: cells.text(F::Subject),
            against: cells.text(F::Against),
            resolved: cells.paper(F::Resolved),
            followed_up: cells.paper(F::FollowedUp),
        })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([Some(RowPart::new("explain-row-complaint")), RowPart::text("explain-row-subject", &self.subject)])
    }

    fn staff(&self) -> Option<&StaffId> {
        None
    }
}
