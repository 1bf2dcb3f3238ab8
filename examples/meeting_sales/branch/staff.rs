//! The people who work at the branch.

use super::calendar::day;
use chrono::NaiveDate;
use huifang::domain::{Fact, Record, Role, StaffRow};
use rust_decimal::Decimal;

pub const FIRST_DEPARTMENT: &str = "市场一部";
pub const SECOND_DEPARTMENT: &str = "市场二部";
pub const THIRD_DEPARTMENT: &str = "市场三部";
const EXPERTS: &str = "咨询部";

pub const ZHENG: &str = "1001";
pub const LIN: &str = "1002";
pub const GAO: &str = "1003";
pub const SONG: &str = "1004";
pub const SHEN: &str = "2001";
pub const HE: &str = "2002";
/// Leaves in September.
pub const TANG: &str = "2003";
pub const FENG: &str = "2004";
pub const XU: &str = "3001";
pub const CAO: &str = "3002";
/// Works on commission, so there is no wage on the roster.
pub const PENG: &str = "3003";
/// Comes in September.
pub const JIANG: &str = "3004";
pub const QIAN: &str = "8001";
pub const WEN: &str = "8002";
pub const LUO: &str = "9001";
pub const YE: &str = "9002";

/// The day [`JIANG`] comes, and the roster with her.
pub const JIANG_COMES: NaiveDate = day(9, 8);
/// The last day of [`TANG`].
pub const TANG_LEAVES: NaiveDate = day(9, 15);
/// The day the roster shows that.
pub const TANG_IS_OFF: NaiveDate = day(9, 16);

/// Somebody on the roster.
pub struct Staff {
    pub id: &'static str,
    pub name: &'static str,
    role: Role,
    pub department: &'static str,
    hired: NaiveDate,
    wage: Option<u32>,
}

const fn staff(
    id: &'static str,
    name: &'static str,
    role: Role,
    department: &'static str,
    hired: (i32, u32, u32),
    wage: u32,
) -> Staff {
    let hired = match NaiveDate::from_ymd_opt(hired.0, hired.1, hired.2) {
        Some(hired) => hired,
        None => NaiveDate::MIN,
    };
    Staff { id, name, role, department, hired, wage: if wage == 0 { None } else { Some(wage) } }
}

/// Everybody, by number.
pub const EVERYBODY: [Staff; 16] = [
    staff(ZHENG, "郑建华", Role::Manager, FIRST_DEPARTMENT, (2019, 3, 1), 7800),
    staff(LIN, "林晓梅", Role::Specialist, FIRST_DEPARTMENT, (2021, 6, 15), 5200),
    staff(GAO, "高志强", Role::Specialist, FIRST_DEPARTMENT, (2024, 2, 20), 4600),
    staff(SONG, "宋雅琴", Role::Specialist, FIRST_DEPARTMENT, (2022, 9, 1), 5000),
    staff(SHEN, "沈国栋", Role::Manager, SECOND_DEPARTMENT, (2018, 5, 7), 7800),
    staff(HE, "何丽娟", Role::Specialist, SECOND_DEPARTMENT, (2020, 11, 2), 5400),
    staff(TANG, "唐文斌", Role::Specialist, SECOND_DEPARTMENT, (2023, 4, 10), 4500),
    staff(FENG, "冯春燕", Role::Specialist, SECOND_DEPARTMENT, (2023, 8, 21), 4800),
    staff(XU, "许立新", Role::Manager, THIRD_DEPARTMENT, (2020, 1, 6), 7500),
    staff(CAO, "曹敏", Role::Specialist, THIRD_DEPARTMENT, (2021, 10, 11), 5100),
    staff(PENG, "彭俊", Role::Specialist, THIRD_DEPARTMENT, (2025, 3, 3), 0),
    staff(JIANG, "蒋小雨", Role::Specialist, THIRD_DEPARTMENT, (2026, 9, 8), 4200),
    staff(QIAN, "钱伯年", Role::Expert, EXPERTS, (2019, 7, 1), 8200),
    staff(WEN, "温如意", Role::Expert, EXPERTS, (2022, 3, 14), 7600),
    staff(LUO, "罗秉义", Role::Aftersales, "售后部", (2018, 5, 7), 8000),
    staff(YE, "叶小青", Role::Clerk, "客户数据部", (2023, 2, 6), 4300),
];

impl Staff {
    /// The row of the roster as it was written on `on`.
    pub fn row(&self, on: NaiveDate) -> Record {
        let left = (self.id == TANG && on >= TANG_IS_OFF).then_some(TANG_LEAVES);
        let commission = self.wage.is_none();
        Record {
            at: None,
            contact: None,
            fact: Fact::Staff(StaffRow {
                role: Some(self.role),
                department: Some(self.department.to_owned()),
                hired: Some(self.hired),
                left,
                reason: left.map(|_| "个人原因".to_owned()),
                employment: Some(if commission { "劳务" } else { "劳动合同" }.to_owned()),
                monthly_wage: self.wage.map(Decimal::from),
                ..StaffRow::named(self.id, self.name)
            }),
        }
    }

    /// Whether the roster of that day knows them.
    pub fn known(&self, on: NaiveDate) -> bool {
        self.hired <= on
    }

    /// Whether new customers come to them that day.
    pub fn takes_customers(&self, on: NaiveDate) -> bool {
        let leaving = self.id == TANG && on > day(9, 6);
        self.role == Role::Specialist && self.hired < on && !leaving
    }
}

/// The name of that number.
pub fn name(id: &str) -> &'static str {
    EVERYBODY.iter().find(|staff| staff.id == id).map_or("", |staff| staff.name)
}

/// The department of that number.
pub fn department(id: &str) -> &'static str {
    EVERYBODY.iter().find(|staff| staff.id == id).map_or("", |staff| staff.department)
}

/// The manager of somebody's department.
pub fn manager(id: &str) -> &'static str {
    match department(id) {
        FIRST_DEPARTMENT => ZHENG,
        SECOND_DEPARTMENT => SHEN,
        _ => XU,
    }
}

/// The expert who looks after that specialist's customers.
pub fn expert(id: &str) -> &'static str {
    if matches!(id, LIN | GAO | SONG | HE) { QIAN } else { WEN }
}
