//! Which row stands in which file: a folder per month, and files named by the day they were handed to the clerk.

use super::calendar::{LAST, day, later};
use super::staff::{EVERYBODY, ROSTERS};
use chrono::{Datelike, NaiveDate};
use huifang::domain::{Fact, Month, Record, month_end};
use std::collections::BTreeMap;

/// The sheets of a file, by their place in it and their name.
pub type Sheets = BTreeMap<(u8, &'static str), Vec<Record>>;

/// The files, by name.
pub type Files = BTreeMap<String, Sheets>;

/// Puts every row into its file, each sheet in the order of its dates.
pub fn file(records: Vec<Record>) -> Files {
    let mut files = Files::new();
    for day in ROSTERS {
        let rows = EVERYBODY.iter().filter(|staff| staff.known(day)).map(|staff| staff.row(day));
        files.entry(named(day, "员工花名册.xlsx")).or_default().insert((0, "员工花名册"), rows.collect());
    }
    // Wages are reckoned in the second week of the next month, for whoever was on the roster.
    for (last, handed_in) in [(day(8, 31), day(9, 11)), (day(9, 30), day(10, 11))] {
        let month = Month::of(last);
        let rows = EVERYBODY.iter().filter(|staff| staff.known(last)).map(|staff| staff.paid(month));
        files.entry(named(handed_in, "工资表.xlsx")).or_default().insert((0, "工资表"), rows.collect());
    }
    for record in records {
        let Some((day, file, sheet)) = place(&record) else { continue };
        files.entry(named(day, file)).or_default().entry(sheet).or_default().push(record);
    }
    for rows in files.values_mut().flat_map(BTreeMap::values_mut) {
        rows.sort_by_key(|record| record.at);
    }
    files
}

fn named(day: NaiveDate, file: &str) -> String {
    format!("{}/{day} {file}", day.format("%Y-%m"))
}

/// The day, the file's name and the sheet.
fn place(record: &Record) -> Option<(NaiveDate, &'static str, (u8, &'static str))> {
    let day = record.at?.date;
    Some(match &record.fact {
        Fact::Signup(_) => (week_end(day), "资源周报.xlsx", (0, "新增资源一览表")),
        Fact::Preheat(_) => (week_end(day), "资源周报.xlsx", (1, "预热情况统计表")),
        Fact::Invite(_) => (week_end(day), "资源周报.xlsx", (2, "邀约登记表")),
        Fact::Attendance(_) => (day, "会议.xlsx", (0, "到会签到表")),
        Fact::Sale(sale) if sale.at_meeting() => (day, "会议.xlsx", (1, "出货名单")),
        Fact::Sale(_) => (week_end(day), "部门周报.xlsx", (0, "出货名单")),
        Fact::Return(_) => (week_end(day), "部门周报.xlsx", (1, "退货登记表")),
        Fact::Supervision(_) => (week_end(day), "部门周报.xlsx", (2, "部长监督电话登记表")),
        Fact::Stop(_) => (week_end(day), "部门周报.xlsx", (3, "停访登记表")),
        Fact::Assignment(_) => (week_end(day), "部门周报.xlsx", (4, "资源分配登记表")),
        Fact::Handover(_) => (week_end(day), "部门周报.xlsx", (5, "离职交接表")),
        Fact::Complaint(_) => (week_end(day), "部门周报.xlsx", (6, "投诉登记表")),
        Fact::Visit(visit) => (visit.submitted.unwrap_or(day), "客户回访表.csv", (0, "客户回访表")),
        Fact::ExpertCall(call) => (week_end(call.relayed.unwrap_or(day)), "专家电话回访表.csv", (0, "专家电话回访表")),
        Fact::Household(_) => (month_end(day).min(LAST), "家庭成员关系表.csv", (0, "家庭成员关系表")),
        Fact::Finding(_) => (month_end(day).min(LAST), "违规处理登记表.xlsx", (0, "违规处理登记表")),
        // The roster and the wages have files of their own; other ledgers this branch does not keep.
        _ => return None,
    })
}

/// The Sunday of that week, on which the week's sheets are handed in.
fn week_end(day: NaiveDate) -> NaiveDate {
    later(day, (7 - u64::from(day.weekday().number_from_monday())) % 7).min(LAST)
}
