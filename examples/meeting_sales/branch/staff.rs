//! The people who work at the branch.

use super::calendar::{FIRST, day};
use super::dice::Dice;
use chrono::{Datelike, NaiveDate};
use huifang::domain::{Fact, Month, Record, Role, StaffId, StaffRow, Wage};
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
/// Goes over to the first department in October, for more.
pub const HE: &str = "2002";
/// Leaves in September and comes back in October.
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
/// The first day of [`TANG`] after he came back.
pub const TANG_IS_BACK: NaiveDate = day(10, 27);
/// The day from which [`HE`] is of the other department.
pub const HE_MOVES: NaiveDate = day(10, 12);

/// The days on which the roster is written anew.
pub const ROSTERS: [NaiveDate; 5] = [FIRST, JIANG_COMES, TANG_IS_OFF, HE_MOVES, TANG_IS_BACK];

/// Somebody on the roster.
pub struct Staff {
    pub id: &'static str,
    pub name: &'static str,
    role: Role,
    department: &'static str,
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
        let is_back = self.id == TANG && on >= TANG_IS_BACK;
        let left = (self.id == TANG && on >= TANG_IS_OFF && !is_back).then_some(TANG_LEAVES);
        let has_moved = self.id == HE && on >= HE_MOVES;
        let commission = self.wage.is_none();
        Record {
            at: None,
            contact: None,
            fact: Fact::Staff(StaffRow {
                role: Some(self.role),
                department: Some(department(self.id, on).to_owned()),
                hired: Some(if is_back { TANG_IS_BACK } else { self.hired }),
                left,
                reason: left.map(|_| "个人原因".to_owned()),
                employment: Some(if commission { "劳务" } else { "劳动合同" }.to_owned()),
                monthly_wage: self.wage_on(on).map(Decimal::from),
                from: has_moved.then_some(HE_MOVES).or(is_back.then_some(TANG_IS_BACK)),
                ..StaffRow::named(self.id, self.name)
            }),
        }
    }

    fn wage_on(&self, on: NaiveDate) -> Option<u32> {
        let raise = if self.id == HE && on >= HE_MOVES { 400 } else { 0 };
        self.wage.map(|wage| wage + raise)
    }

    /// Their row of the wage sheet of that month: who works on commission has no base.
    pub fn paid(&self, month: Month) -> Record {
        let last = month.last();
        let base = self.wage_on(last).map(Decimal::from);
        let number: u64 = self.id.parse().unwrap_or_default();
        let mut dice = Dice::of(number * 10_000 + u64::from(last.month()));
        let extra = match (base, self.role) {
            (None, _) => 2_800 + dice.below(14) as u32 * 100,
            (Some(_), Role::Specialist) => dice.below(18) as u32 * 50,
            (Some(_), _) => 0,
        };
        let whole = base.unwrap_or_default() + Decimal::from(extra);
        let half = self.id == TANG && month == Month::of(TANG_LEAVES);
        let payable = Some(if half { whole / Decimal::TWO } else { whole });
        Record {
            at: None,
            contact: None,
            fact: Fact::Wage(Wage { staff: StaffId::new(self.id), month, payable, base }),
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

/// The department of that number on a day.
pub fn department(id: &str, on: NaiveDate) -> &'static str {
    if id == HE && on >= HE_MOVES {
        return FIRST_DEPARTMENT;
    }
    EVERYBODY.iter().find(|staff| staff.id == id).map_or("", |staff| staff.department)
}

/// The manager of somebody's department on a day.
pub fn manager(id: &str, on: NaiveDate) -> &'static str {
    match department(id, on) {
        FIRST_DEPARTMENT => ZHENG,
        SECOND_DEPARTMENT => SHEN,
        _ => XU,
    }
}

/// The expert who looks after that specialist's customers.
pub fn expert(id: &str) -> &'static str {
    if matches!(id, LIN | GAO | SONG | HE) { QIAN } else { WEN }
}
