//! Invitations to meetings (邀约登记表).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, EVENT, STAFF};
use super::telling::{RowPart, said};
use super::value::{ColumnType as T, ToValue};
use crate::domain::StaffId;
use serde::{Deserialize, Serialize};

/// An invitation to a meeting (邀约登记表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// Who invited.
    pub staff: StaffId,
    /// Which meeting, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

impl LedgerRow for Invite {
    const LEDGER: &'static Ledger = &Ledger {
        id: "invite",
        chinese: "邀约登记表",
        named: &["邀约登记表", "邀约", "邀请", "invites", "invitation", "invitations"],
        columns: Self::COLUMNS,
        turn: Some(4),
        ..Ledger::USUAL
    };

    columns![
        at(&[&["邀约时间", "邀约日期", "邀请时间", "邀请日期", "invitedate", "invitationdate"], DATE]),
        customer(),
        phone(),
        need(F::Staff, T::Staff(None), &[STAFF, &["邀约人", "邀约专员", "邀请人", "邀请专员"]], |row| {
            row.staff.value()
        }),
        may(F::Event, T::Code, &[EVENT], |row| row.event.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff = cells.needed_staff(F::Staff);
        let event = cells.text(F::Event);
        Some(Invite { staff: staff?, event })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        said([Some(RowPart::by("explain-row-invite", &self.staff)), RowPart::text("explain-row-event", &self.event)])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}
