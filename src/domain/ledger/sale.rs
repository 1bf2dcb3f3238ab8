//! Sales lists (出货名单).

use super::cells::RowCells;
use super::column::{at, customer, may, need, phone};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{AMOUNT, BOXES, DATE, ENTERED, ENTERED_BY, EVENT, EXPERT, STAFF};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, FieldValue, ToValue, WordList};
use crate::domain::{Place, Role, StaffId};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A row of the sales list (出货名单).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    /// What was sold, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Boxes sold; none counts as 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boxes: Option<u32>,
    /// Yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Decimal>,
    /// Who sold.
    pub staff: StaffId,
    /// The expert who advised (咨询专家).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expert: Option<StaffId>,
    /// None: at a meeting, said or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Which meeting, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// The day the list was handed in (名单上交日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in: Option<NaiveDate>,
    /// Who handed it in (交单人).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_in_by: Option<StaffId>,
    /// The day it was entered (录入日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<NaiveDate>,
    /// Who entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<StaffId>,
    /// The day it was passed on to the expert (转交专家日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_expert: Option<NaiveDate>,
}

impl LedgerRow for Sale {
    const LEDGER: &'static Ledger = &Ledger {
        id: "sale",
        chinese: "出货名单",
        named: &["出货名单", "出货", "销售", "sales"],
        columns: Self::COLUMNS,
        turn: Some(6),
        needed: LedgerNeed::Next,
        ..Ledger::USUAL
    };

    columns![
        at(&[
            &[
                "出货日期",
                "出货时间",
                "销售日期",
                "销售时间",
                "购买日期",
                "成交日期",
                "下单日期",
                "下单时间",
                "订单日期",
                "消费日期",
                "消费时间",
                "购药时间",
                "购货日期",
                "开单日期",
                "发货日期",
                "出库日期",
                "交易日期",
                "成交时间",
                "支付时间",
                "saledate",
                "salesdate",
                "orderdate"
            ],
            DATE
        ]),
        customer(),
        phone(),
        may(
            F::Product,
            T::Code,
            &[&["产品", "产品名称", "商品", "商品名称", "品名", "购买产品", "产品名", "品种", "货品", "货名"]],
            |row| row.product.value()
        ),
        may(
            F::Boxes,
            T::Count,
            &[BOXES, &["出货盒数", "购买盒数", "购买数量", "订购数量", "出库数量", "套数", "瓶数"]],
            |row| row.boxes.value()
        ),
        may(
            F::Amount,
            T::Money,
            &[
                AMOUNT,
                &[
                    "消费金额",
                    "成交金额",
                    "成交价",
                    "订单金额",
                    "订单总金额",
                    "商品金额",
                    "货款",
                    "合计",
                    "总额",
                    "实收",
                    "实付金额",
                    "销售金额"
                ]
            ],
            |row| row.amount.value()
        ),
        need(F::Staff, T::Staff(None), &[STAFF], |row| row.staff.value()),
        may(F::Expert, T::Staff(Some(Role::Expert)), &[EXPERT], |row| row.expert.value()),
        may(F::Place, T::Word(WordList::Place), &[&["出货地点", "销售地点", "地点"]], |row| Some(
            FieldValue::Word(row.place.unwrap_or(Place::Meeting).id())
        )),
        may(F::Event, T::Code, &[EVENT], |row| row.event.value()),
        may(F::HandedIn, T::Day, &[&["名单上交日期", "名单上交时间", "上交日期"]], |row| row
            .handed_in
            .value()),
        may(F::HandedInBy, T::Staff(None), &[&["交单人", "上交人"]], |row| row.handed_in_by.value()),
        may(F::Entered, T::Day, &[ENTERED], |row| row.entered.value()),
        may(F::EnteredBy, T::Staff(None), &[ENTERED_BY], |row| row.entered_by.value()),
        may(F::ToExpert, T::Day, &[&["转交专家日期", "转专家日期"]], |row| row.to_expert.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let boxes = cells.signed_count(F::Boxes);
        // Of goods brought back, which stand here with a minus, boxes and sum are kept as they are counted.
        let is_back = boxes.is_some_and(|boxes| boxes < 0);
        let amount = if is_back { cells.signed_money(F::Amount).map(|it| it.abs()) } else { cells.money(F::Amount) };
        let boxes = boxes.and_then(|boxes| u32::try_from(boxes.unsigned_abs()).ok());
        let staff = cells.needed_staff(F::Staff);
        let product = cells.text(F::Product);
        let expert = cells.staff(F::Expert);
        // A blank says the same, and the same row is one row.
        let place = cells.word(F::Place).filter(|place| *place != Place::Meeting);
        let event = cells.text(F::Event);
        let handed_in = cells.paper(F::HandedIn);
        let handed_in_by = cells.staff(F::HandedInBy);
        let entered = cells.paper(F::Entered);
        let entered_by = cells.staff(F::EnteredBy);
        let to_expert = cells.paper(F::ToExpert);
        let staff = staff?;
        Some(Sale {
            product,
            boxes,
            amount,
            staff,
            expert,
            place,
            event,
            handed_in,
            handed_in_by,
            entered,
            entered_by,
            to_expert,
        })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let place = PartValue::Word("place", self.place.unwrap_or(Place::Meeting).id());
        let goods = (self.product.is_some() || self.boxes.is_some()).then(|| {
            RowPart::new("explain-row-goods")
                .place("product", PartValue::Text(self.product.as_deref().unwrap_or_default()))
                .place("boxes", PartValue::Count(self.boxes.unwrap_or(0)))
        });
        said([
            Some(RowPart::by("explain-row-sale", &self.staff).place("place", place)),
            goods,
            RowPart::sum("explain-row-amount", self.amount),
            self.expert.as_ref().map(|expert| RowPart::by("explain-row-expert", expert)),
        ])
    }

    fn papers(&self) -> Vec<RowPart<'_>> {
        said([
            RowPart::paper("explain-row-handed-in", self.handed_in, self.handed_in_by.as_ref()),
            RowPart::paper("explain-row-entered", self.entered, self.entered_by.as_ref()),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        Some(&self.staff)
    }
}

impl Sale {
    /// Whether it was sold at a meeting (会场): said so, or nothing said.
    pub fn at_meeting(&self) -> bool {
        self.place.is_none_or(|place| place == Place::Meeting)
    }
}
