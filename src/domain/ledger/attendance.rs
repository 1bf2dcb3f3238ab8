//! Who came to meetings (到会签到表).

use super::cells::RowCells;
use super::column::{at, customer, may, phone};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, EVENT, STAFF, YES_NO};
use super::telling::{RowPart, said};
use super::value::{ColumnType as T, ToValue, YesNoWords};
use crate::domain::StaffId;
use serde::{Deserialize, Serialize};

/// Somebody came to a meeting (到会签到表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Who brought them; none: they came by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// Which meeting, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Whether they spoke there (是否发言).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spoke: bool,
}

static SPOKE: YesNoWords = YesNoWords { yes: &["发言", "已发言"], no: &["未发言"], offered: YES_NO };

impl LedgerRow for Attendance {
    const LEDGER: &'static Ledger = &Ledger {
        id: "attendance",
        chinese: "到会签到表",
        named: &["到会签到表", "到会", "签到", "attendances"],
        columns: Self::COLUMNS,
        turn: Some(5),
        needed: LedgerNeed::Next,
        ..Ledger::USUAL
    };

    columns![
        at(&[
            &[
                "签到时间",
                "签到日期",
                "到会时间",
                "到会日期",
                "参会时间",
                "参会日期",
                "到场时间",
                "到店时间",
                "接收时间",
                "attendancedate"
            ],
            DATE
        ]),
        customer(),
        phone(),
        may(F::Staff, T::Staff(None), &[&["邀请专员", "邀请人", "邀约专员", "邀约人"], STAFF], |row| row
            .staff
            .value()),
        may(F::Event, T::Code, &[EVENT], |row| row.event.value()),
        may(F::Spoke, T::YesNo(&SPOKE), &[&["是否发言", "发言"]], |row| row.spoke.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.staff(F::Staff);
        let event = cells.text(F::Event);
        let spoke = cells.yes(F::Spoke);
        Some(Attendance { staff, event, spoke })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let main = match &self.staff {
            Some(staff) => RowPart::by("explain-row-attendance", staff),
            None => RowPart::new("explain-row-attendance-alone"),
        };
        said([Some(main), RowPart::text("explain-row-event", &self.event)])
    }

    fn staff(&self) -> Option<&StaffId> {
        self.staff.as_ref()
    }
}
