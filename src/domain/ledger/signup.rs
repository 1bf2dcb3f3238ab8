//! Registrations of customers (新增资源一览表).

use super::cells::RowCells;
use super::column::{alternative, at, customer, may, phone};
use super::description::{Ledger, LedgerNeed, LedgerRow, columns};
use super::field::Field as F;
use super::headings::{DATE, ENTERED, ENTERED_BY, REPORTED, STAFF, STAMPED, STAMPED_WORDS};
use super::telling::{PartValue, RowPart, said};
use super::value::{ColumnType as T, ToValue, WordList};
use crate::domain::{Channel, Message, Phone, StaffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A registration (新增资源一览表): one specialist's claim (报名) of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signup {
    /// The way they were registered (来源).
    pub channel: Channel,
    /// Who claims the customer; none: nobody, who came through shop or telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// Who wrote it down (登记人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<String>,
    /// Who sent the customer (介绍人), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referrer: Option<String>,
    /// The referrer's numbers, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referrer_phone: Vec<Phone>,
    /// The number of the household (家庭编号) as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<String>,
    /// The day it was reported (上报日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported: Option<NaiveDate>,
    /// The day it was entered (录入日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<NaiveDate>,
    /// Who entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<StaffId>,
    /// Whether the paper is stamped (盖章).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stamped: bool,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<String>,
    /// As written: it may be a year or a lunar date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub income: Option<String>,
    /// As written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interests: Option<String>,
}

impl LedgerRow for Signup {
    const LEDGER: &'static Ledger = &Ledger {
        id: "signup",
        chinese: "新增资源一览表",
        named: &["新增资源一览表", "新增资源", "资源一览", "资源表", "报名", "signups"],
        columns: Self::COLUMNS,
        turn: Some(2),
        related: Some(F::ReferrerPhone),
        needed: LedgerNeed::Next,
        ..Ledger::USUAL
    };

    columns![
        at(&[
            &[
                "报名时间",
                "报名日期",
                "登记日期",
                "登记时间",
                "记录时间",
                "填写日期",
                "建档日期",
                "建立日期",
                "注册日期",
                "申请日期",
                "创建时间",
                "录入时间",
                "注册时间",
                "申请时间",
                "填写时间",
                "创建日期",
                "添加时间",
                "建档时间",
                "signupdate",
                "registrationdate"
            ],
            DATE
        ]),
        customer(),
        phone(),
        alternative(&[&["其他电话", "其它电话", "备用电话", "备用手机", "备用号码", "第二电话", "电话2", "手机2"]]),
        may(
            F::Channel,
            T::Word(WordList::Channel),
            &[&[
                "来源",
                "来源渠道",
                "客户来源",
                "顾客来源",
                "资源来源",
                "渠道",
                "渠道来源",
                "信息来源",
                "获客渠道",
                "客户渠道",
                "source"
            ]],
            |row| row.channel.value()
        ),
        may(F::Staff, T::Staff(None), &[STAFF, &["单子专员", "报名专员"]], |row| row.staff.value()),
        may(F::TakenBy, T::Person, &[&["登记人", "登记员", "接待人"]], |row| row.taken_by.value()),
        may(
            F::Referrer,
            T::Code,
            &[&["介绍人", "介绍人姓名", "转介人", "转介绍人", "推荐人", "推荐人姓名"]],
            |row| row.referrer.value()
        ),
        may(
            F::ReferrerPhone,
            T::Phones,
            &[&["介绍人电话", "介绍人手机", "转介人电话", "推荐人电话"]],
            |row| row.referrer_phone.value()
        ),
        may(F::Household, T::Code, &[&["家庭编号", "家庭号", "家庭编码"]], |row| row.household.value()),
        may(F::Reported, T::Day, &[REPORTED], |row| row.reported.value()),
        may(F::Entered, T::Day, &[ENTERED], |row| row.entered.value()),
        may(F::EnteredBy, T::Staff(None), &[ENTERED_BY], |row| row.entered_by.value()),
        may(F::Stamped, T::YesNo(&STAMPED_WORDS), &[STAMPED], |row| row.stamped.value()),
        may(F::Gender, T::Code, &[&["性别", "sex"]], |row| row.gender.value()),
        may(F::Birthday, T::Birthday, &[&["生日", "出生日期", "出生年月", "出生年月日"]], |row| row
            .birthday
            .value()),
        may(F::Age, T::Code, &[&["年龄", "周岁"]], |row| row.age.value()),
        may(
            F::Address,
            T::Prose,
            &[&[
                "地址",
                "详细地址",
                "家庭住址",
                "居住地址",
                "居住住址",
                "现居住地",
                "通讯地址",
                "联络地址",
                "收货地址",
                "住址",
                "家庭地址",
                "联系地址",
                "住宅地址",
                "现住址"
            ]],
            |row| row.address.value()
        ),
        may(F::Occupation, T::Code, &[&["职业"]], |row| row.occupation.value()),
        may(F::Income, T::Figure, &[&["收入", "月收入"]], |row| row.income.value()),
        may(F::Interests, T::Prose, &[&["兴趣", "爱好", "兴趣爱好"]], |row| row.interests.value()),
    ];

    fn read<C: RowCells>(cells: &mut C) -> Option<Self> {
        let before = cells.faults();
        let channel = cells.word(F::Channel);
        let channel_known = cells.faults() == before;
        let channel = channel.unwrap_or(Channel::Other);
        let staff = cells.staff(F::Staff);
        let mute = matches!(channel, Channel::Store | Channel::PhoneResponse);
        if staff.is_none() && !mute && channel_known && cells.is_blank(F::Staff) {
            cells.wrong(F::Staff, Message::new("ingest-signup-nobody"));
        }
        Some(Signup {
            channel,
            staff,
            taken_by: cells.text(F::TakenBy),
            referrer: cells.text(F::Referrer),
            referrer_phone: cells.phones(F::ReferrerPhone),
            household: cells.text(F::Household),
            reported: cells.paper(F::Reported),
            entered: cells.paper(F::Entered),
            entered_by: cells.staff(F::EnteredBy),
            stamped: cells.yes(F::Stamped),
            gender: cells.text(F::Gender),
            birthday: cells.birthday(F::Birthday),
            age: cells.text(F::Age),
            address: cells.text(F::Address),
            occupation: cells.text(F::Occupation),
            income: cells.text(F::Income),
            interests: cells.text(F::Interests),
        })
    }

    fn told(&self) -> Vec<RowPart<'_>> {
        let main = match &self.staff {
            Some(staff) => RowPart::by("explain-row-signup", staff),
            None => RowPart::new("explain-row-signup-nobody"),
        };
        let (name, phone) = (self.referrer.as_deref(), self.referrer_phone.first());
        let referrer = (name.is_some() || phone.is_some()).then_some(PartValue::Named(name, phone));
        let number = self.household.as_deref().map(PartValue::Text);
        said([
            Some(main.place("channel", PartValue::Word("channel", self.channel.id()))),
            referrer.map(|who| RowPart::new("explain-row-referrer").place("who", who)),
            number.map(|number| RowPart::new("explain-row-number").place("number", number)),
        ])
    }

    fn papers(&self) -> Vec<RowPart<'_>> {
        said([
            RowPart::paper("explain-row-reported", self.reported, None),
            RowPart::paper("explain-row-entered", self.entered, self.entered_by.as_ref()),
        ])
    }

    fn staff(&self) -> Option<&StaffId> {
        self.staff.as_ref()
    }
}
