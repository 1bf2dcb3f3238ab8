//! The roster of staff (员工花名册).

use super::cells::RowCells;
use super::column::{ColumnOf, may, need, unkept};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DEPARTMENT, STAFF_NAME, STAFF_NUMBER};
use super::telling::{RowPart, said};
use super::value::{ColumnType as T, FieldValue, ToValue, WordList};
use crate::domain::{Message, Role, StaffId};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A member of staff (员工花名册). What several rows of a number come to is said by `policy::Roster`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRow {
    /// The number (工号).
    pub staff_id: StaffId,
    /// The name as written.
    pub name: String,
    /// What they do; none: it is not said, or no role of the rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// What stands for the role where it is none of those the rules know (会计), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// The department as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// First day employed; none: unbounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hired: Option<NaiveDate>,
    /// Last day employed; none: unbounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<NaiveDate>,
    /// Why they left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How they are employed (用工类型).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment: Option<String>,
    /// Yuan a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_wage: Option<Decimal>,
    /// The first day on which role, department and wage of this row hold (生效日期); none: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Whether a blank last day says that they have not left: whether the sheet asked for it at all. Rows of before
    /// this was kept always said so.
    #[serde(default = "yes", skip_serializing_if = "bool::clone")]
    pub tells_left: bool,
}

const ROLE: ColumnOf<StaffRow> = may(
    F::Role,
    T::Word(WordList::Role),
    &[&["岗位", "职务", "职位", "岗位名称", "职称", "position"]],
    |row| row.role.value().or_else(|| row.position.as_deref().map(FieldValue::Text)),
);

const fn yes() -> bool {
    true
}

impl StaffRow {
    /// A row that gives a number and a name, and says nothing else.
    pub fn named(number: &str, name: &str) -> Self {
        StaffRow {
            staff_id: StaffId::new(number),
            name: name.to_owned(),
            role: None,
            position: None,
            department: None,
            hired: None,
            left: None,
            reason: None,
            employment: None,
            monthly_wage: None,
            from: None,
            tells_left: true,
        }
    }
}

impl LedgerRow for StaffRow {
    const LEDGER: &'static Ledger = &Ledger {
        id: "staff",
        chinese: "员工花名册",
        named: &["员工花名册", "花名册", "员工表", "员工名单", "roster"],
        columns: Self::COLUMNS,
        bears_on_all: true,
        needed: LedgerNeed::First,
        ..Ledger::USUAL
    };

    columns![
        need(F::StaffId, T::StaffNumber, &[STAFF_NUMBER], |row| row.staff_id.value()),
        need(F::Name, T::Code, &[STAFF_NAME], |row| row.name.value()),
        ROLE,
        may(F::Department, T::Code, &[DEPARTMENT, &["所在部门", "部门名称", "科室", "门店"]], |row| row
            .department
            .value()),
        may(F::Hired, T::Day, &[&["入职日期", "入职时间", "入司日期", "到岗日期", "hiredate"]], |row| {
            row.hired.value()
        }),
        may(F::Left, T::Day, &[&["离职日期", "离职时间", "离岗日期", "leavedate", "lastday"]], |row| row
            .left
            .value()),
        may(F::Reason, T::Prose, &[&["离职原因", "原因"]], |row| row.reason.value()),
        may(
            F::Employment,
            T::Code,
            &[&["用工类型", "用工形式", "用工性质", "员工类型", "员工性质"]],
            |row| row.employment.value()
        ),
        may(
            F::Wage,
            T::Money,
            &[&["月工资", "月薪", "工资", "薪资", "底薪", "基本工资", "月度薪酬", "wage"]],
            |row| row.monthly_wage.value()
        ),
        // Only says that somebody has left who has no last day, which is refused.
        unkept(F::State, T::Code, &[&["状态", "在职状态", "员工状态", "人员状态", "任职状态", "工作状态", "status"]]),
        may(F::From, T::Day, &[&["生效日期", "生效时间", "effectivedate"]], |row| row.from.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let staff_id = cells.text(F::StaffId);
        let staff_id = cells.need(F::StaffId, staff_id);
        let name = cells.text(F::Name);
        let name = cells.need(F::Name, name);
        let (role, position) = cells.role(F::Role);
        let department = cells.text(F::Department);
        let hired = cells.working_life(F::Hired);
        let left = cells.ahead(F::Left);
        cells.refuse_left_without_day(left);
        if let (Some(hired), Some(left)) = (hired, left)
            && left < hired
        {
            cells.noted(F::Left, Message::new("ingest-left-before-hired").show("left", left).show("hired", hired));
        }
        let reason = cells.text(F::Reason);
        let employment = cells.text(F::Employment);
        let monthly_wage = cells.money(F::Wage);
        let from = cells.ahead(F::From);
        // A blank beside the day from which something holds says nothing of the last day.
        let tells_left = left.is_some() || (cells.has(F::Left) && from.is_none());
        Some(StaffRow {
            staff_id: StaffId::new(&staff_id?),
            name: name?,
            role,
            position,
            department,
            hired,
            left,
            reason,
            employment,
            monthly_wage,
            from,
            tells_left,
        })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let left = RowPart::day("explain-row-left", self.left);
        let key = if left.is_some() { "explain-row-staff" } else { "explain-row-roster" };
        said([Some(RowPart::by(key, &self.staff_id)), left, RowPart::day("explain-row-from", self.from)])
    }

    fn staff(&self) -> Option<&StaffId> {
        None
    }

    /// Whether a roster's sheet had a column that the row leaves blank is no part of what the row says.
    fn compared(&self) -> Option<Self> {
        (!self.tells_left).then(|| StaffRow { tells_left: true, ..self.clone() })
    }
}
