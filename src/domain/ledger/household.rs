//! Who is family of whom (家庭成员关系表).

use super::cells::RowCells;
use super::column::{at, may, need, optional, phone};
use super::description::{Ledger, LedgerRow, columns};
use super::field::Field as F;
use super::headings::DATE;
use super::telling::{PartValue, RowPart};
use super::value::{ColumnType as T, ToValue};
use crate::domain::{Phone, StaffId};
use serde::{Deserialize, Serialize};

/// Two phones of one family (家庭成员关系表). The first is the record's contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// The relative's numbers, the first one first.
    pub related_phone: Vec<Phone>,
    /// What they are to each other, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
}

impl LedgerRow for Kin {
    const LEDGER: &'static Ledger = &Ledger {
        id: "household",
        chinese: "家庭成员关系表",
        named: &["家庭成员关系表", "家庭成员", "家庭关系", "亲属关系", "households"],
        columns: Self::COLUMNS,
        related: Some(F::RelatedPhone),
        ..Ledger::USUAL
    };

    columns![
        phone(),
        need(
            F::RelatedPhone,
            T::Phones,
            &[&["亲属电话", "亲属手机", "家属电话", "家属手机", "家人电话"]],
            |row| row.related_phone.value()
        ),
        may(F::Relation, T::Code, &[&["关系", "亲属关系", "与本人关系"]], |row| row.relation.value()),
        optional(at(&[&["登记日期", "登记时间"], DATE])),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let related = cells.phones(F::RelatedPhone);
        let related = cells.need(F::RelatedPhone, Some(related).filter(|related| !related.is_empty()));
        let relation = cells.text(F::Relation);
        Some(Kin { related_phone: related?, relation })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let relation = PartValue::Text(self.relation.as_deref().unwrap_or("—"));
        vec![RowPart::new("explain-row-kin").place("relation", relation)]
    }

    fn staff(&self) -> Option<&StaffId> {
        None
    }
}
