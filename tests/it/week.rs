//! A week of the house as it goes: what went wrong in the evening is seen in the morning.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use assert_cmd::Command;
use serde_json::Value;
use std::fs;

const ROSTER: &str = "工号,姓名,岗位,部门\nS1,张三,服务专员,一部\nS2,李四,服务专员,二部\n";

fn house() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店", "--in-force-from", "none"]).code, 0);
    clerk.write("店/inbox/花名册.csv", ROSTER);
    clerk
}

/// The night as the clock starts it: nobody sees what it says.
fn scheduled(clerk: &Clerk, as_of: &str) -> i32 {
    let mut night = Command::cargo_bin("huifang").unwrap();
    night.current_dir(clerk.path(".")).args(["-C", "店", "nightly", "--as-of", as_of]);
    night.env_clear().env("HUIFANG_LANG", "zh").env("LOGNAME", "wang");
    night.output().unwrap().status.code().unwrap()
}

fn read(clerk: &Clerk, name: &str) -> String {
    fs::read_to_string(clerk.path(name)).unwrap()
}

#[test]
fn a_scheduled_night_is_read_the_next_morning_from_its_files_alone() {
    let clerk = house();
    clerk.write(
        "店/inbox/报名.csv",
        "报名时间,顾客姓名,电话,来源,专员\n2026-03-30,王一,13800000001,单子,张三\n\
         2026-03-30,赵二,13800000002,单子,王五\n2026-03-30,钱三,138,单子,张三\n2026-03-30,孙四,139,单子,张三\n",
    );
    clerk.write("店/inbox/坏.csv", "甲,乙,丙\n1,2,3\n");
    assert_eq!(scheduled(&clerk, "2026-03-31"), 3);
    let told = read(&clerk, "店/reports/2026-03-31/录入情况.txt");
    let lines: Vec<&str> = told.lines().map(str::trim).collect();
    assert!(lines[0].starts_with("录入情况：2") && lines[0].ends_with(" 由系统用户 wang 运行"), "{told}");
    assert_eq!(lines[1], "批次 1：新增 3 行");
    let columns = |name: &str| {
        let line = lines.iter().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    // Rows, new, known, rejected.
    assert_eq!(columns("报名.csv")[1..6], ["新增资源一览表", "4", "1", "0", "3"]);
    assert_eq!(columns("花名册.csv")[1..6], ["员工花名册", "2", "2", "0", "0"]);
    let has = |start: &str| assert!(lines.iter().any(|line| line.starts_with(start)), "{start} in {told}");
    ["退回的行和原因：", "报名.csv 第 3 行：", "报名.csv 第 4 行：", "退回的行在“"].into_iter().for_each(has);
    ["留在收件箱的文件 1 个：", "坏.csv："].into_iter().for_each(has);
    let log = read(&clerk, "店/huifang.log");
    let line = log.lines().last().unwrap();
    let says = "\twang\t-C 店 nightly --as-of 2026-03-31\t完成，有行被退回\t\
         批次 1：文件 3 个，新增 3 行，已有 0 行，退回 3 行，留在收件箱 1 个，其中待确认 0 个";
    assert!(line.ends_with(says), "{line}");
    // A night over an empty inbox leaves what the first one told; where there was none it says so.
    fs::remove_file(clerk.path("店/inbox/坏.csv")).unwrap();
    assert_eq!(scheduled(&clerk, "2026-03-31"), 0);
    assert_eq!(read(&clerk, "店/reports/2026-03-31/录入情况.txt"), told);
    assert_eq!(scheduled(&clerk, "2026-04-01"), 0);
    assert!(read(&clerk, "店/reports/2026-04-01/录入情况.txt").ends_with("收件箱是空的\n"));
}

#[test]
fn a_corrected_sheet_is_held_over_night_and_settled_in_the_morning() {
    let clerk = house();
    let sheet = |phone: &str| {
        format!(
            "报名时间,顾客姓名,电话,来源,专员\n2026-03-02,王一,13800000001,单子,张三\n2026-03-02,赵二,{phone},单子,李四\n"
        )
    };
    clerk.write("店/inbox/报名.csv", sheet("13800000002"));
    assert_eq!(scheduled(&clerk, "2026-03-02"), 0);
    clerk.write("店/inbox/报名.csv", sheet("13800000012"));
    assert_eq!(scheduled(&clerk, "2026-03-03"), 3);
    let told = read(&clerk, "店/reports/2026-03-03/录入情况.txt");
    let left = told.split_once("留在收件箱的文件 1 个：\n").unwrap().1;
    let file = clerk.path("店/inbox/报名.csv");
    assert!(left.trim_start().starts_with("报名.csv 没有导入，等人确认："), "{told}");
    let replace = left.lines().find_map(|line| line.split_once("huifang -C 店 import --replace ")).unwrap().1;
    assert!(replace.contains(&file.display().to_string()), "{told}");
    assert_eq!(clerk.zh(&["-C", "店", "import", "--replace", "店/inbox/报名.csv"]).code, 0);
    let owners = clerk.zh(&["-C", "店", "owners", "--as-of", "2026-03-03", "--format", "json"]).stdout;
    assert!(owners.contains("13800000012") && !owners.contains("13800000002"), "{owners}");
    assert_eq!(scheduled(&clerk, "2026-03-04"), 0);
    assert!(!file.exists());
}

#[test]
fn a_ledger_that_lags_accuses_nobody_and_the_morning_list_says_so() {
    let clerk = house();
    clerk.write("店/inbox/报名.csv", "报名时间,顾客姓名,电话,来源,专员\n2026-03-02,王一,13800000001,单子,张三\n");
    clerk.write("店/inbox/预热.csv", "预热时间,电话,专员\n2026-03-02,13800000001,张三\n");
    clerk.write("店/inbox/出货.csv", "出货日期,电话,专员,盒数\n2026-03-06,13800000001,张三,2\n");
    clerk.write("店/inbox/回访.csv", "回访日期,电话,专员,方式,交回日期\n2026-03-05,13800000001,张三,上门,2026-03-05\n");
    assert_eq!(scheduled(&clerk, "2026-03-10"), 0);
    let list = read(&clerk, "店/reports/2026-03-10/due.txt");
    // The form was due on the 8th and the first visit on the 9th; the visits are kept to the 5th only.
    assert!(list.contains("台账还没录全的：一部 客户回访表（录到 2026-03-05）"), "{list}");
    assert_eq!(list.matches("逾期（台账只录到 03-05）").count(), 2, "{list}");
    let violations = |clerk: &Clerk, day: &str| {
        let said = clerk.zh(&["-C", "店", "violations", "--as-of", day, "--format", "json"]).stdout;
        let rows: Vec<Value> = serde_json::from_str(&said).unwrap();
        rows.iter().map(|row| format!("{} {}", row["offence"], row["status"]).replace('"', "")).collect::<Vec<_>>()
    };
    assert_eq!(violations(&clerk, "2026-03-10"), ["late-form pending", "missed-visit pending"]);
    // The forms come in: one of the two was in time, and the other is known now to be missing.
    clerk.write(
        "店/inbox/回访二.csv",
        "回访日期,电话,专员,方式,交回日期\n2026-03-07,13800000001,张三,电话,2026-03-07\n2026-03-11,13800000009,张三,电话,2026-03-11\n",
    );
    assert_eq!(scheduled(&clerk, "2026-03-11"), 0);
    assert_eq!(violations(&clerk, "2026-03-11"), ["missed-visit recorded"]);
    let list = read(&clerk, "店/reports/2026-03-11/due.txt");
    assert!(!list.contains("只录到"), "{list}");
}

#[test]
fn a_mistyped_year_is_rejected_and_comes_in_by_the_corrected_file() {
    let clerk = house();
    let heads = "报名时间,顾客姓名,电话,来源,专员\n";
    clerk.write(
        "店/inbox/报名.csv",
        format!("{heads}2026-03-02,王一,13800000001,单子,张三\n2027-03-02,赵二,13800000002,单子,李四\n"),
    );
    assert_eq!(scheduled(&clerk, "2026-03-02"), 3);
    let told = read(&clerk, "店/reports/2026-03-02/录入情况.txt");
    assert!(told.contains("报名.csv 第 3 行：") && told.contains("2027-03-02"), "{told}");
    let owners = |clerk: &Clerk| {
        let said = clerk.zh(&["-C", "店", "owners", "--as-of", "2026-03-03", "--format", "json"]).stdout;
        let rows: Vec<Value> = serde_json::from_str(&said).unwrap();
        rows.iter().map(|row| row["household"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(owners(&clerk), ["13800000001"]);
    let files: Vec<_> = fs::read_dir(clerk.path("店/rejects")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [rejected] = files.iter().filter(|path| path.is_file()).collect::<Vec<_>>()[..] else { panic!("{files:?}") };
    let corrected = fs::read_to_string(rejected).unwrap();
    assert_eq!(corrected.matches("2027-03-02").count(), 2, "in its cell and in the reason: {corrected}");
    clerk.write("店/inbox/改正.csv", corrected.replace("2027-03-02", "2026-03-02"));
    assert_eq!(scheduled(&clerk, "2026-03-03"), 0);
    assert_eq!(owners(&clerk), ["13800000001", "13800000002"]);
    // Who had typed the next day could have been a day ahead: that is taken, and said.
    clerk.write("店/inbox/明天.csv", format!("{heads}2026-03-04,孙四,13800000003,单子,张三\n"));
    assert_eq!(scheduled(&clerk, "2026-03-03"), 0);
    let told = read(&clerk, "店/reports/2026-03-03/录入情况.txt");
    assert!(told.contains("明天.csv 第 2 行"), "{told}");
}

#[test]
fn a_mistyped_month_does_not_make_a_ledger_look_complete() {
    let clerk = house();
    clerk.write(
        "店/inbox/预热.csv",
        "预热时间,电话,专员\n2026-03-02,13800000001,张三\n2026-03-03,13800000002,张三\n2026-06-03,13800000003,张三\n\
         2025-03-04,13800000004,李四\n",
    );
    assert_eq!(scheduled(&clerk, "2026-06-30"), 0);
    let said = clerk.zh(&["-C", "店", "status", "--as-of", "2026-06-30", "--format", "json"]);
    let status: Value = serde_json::from_str(&said.stdout).unwrap();
    let ledgers = status["ledgers"].as_array().unwrap().iter().filter(|row| row["ledger"] == "preheat");
    let covered: Vec<_> =
        ledgers.map(|row| (row["department"].clone(), row["covered"].clone(), row["strays"].clone())).collect();
    assert_eq!(covered, [("一部".into(), "2026-03-03".into(), 1.into()), ("二部".into(), Value::Null, 1.into())]);
    let page = clerk.zh(&["-C", "店", "status", "--as-of", "2026-06-30"]).stdout;
    assert!(page.contains("预热情况统计表 一部：1 行的日期与同一张表的其他行都相差 60 天以上"), "{page}");
}

#[test]
fn a_wrong_batch_is_taken_back_and_restored() {
    let clerk = house();
    assert_eq!(scheduled(&clerk, "2026-03-31"), 0);
    let owners = |clerk: &Clerk| clerk.zh(&["-C", "店", "owners", "--as-of", "2026-03-31", "--format", "json"]);
    let before = owners(&clerk);
    clerk.write("店/inbox/预热.csv", "预热时间,电话,专员\n2026-03-02,13800000001,张三\n");
    assert_eq!(scheduled(&clerk, "2026-03-31"), 0);
    let wrong = owners(&clerk);
    assert_ne!(before, wrong);
    assert_eq!(clerk.zh(&["-C", "店", "revert", "2", "--yes"]).code, 0);
    assert_eq!(owners(&clerk), before);
    assert_eq!(clerk.zh(&["-C", "店", "restore", "2", "--yes"]).code, 0);
    assert_eq!(owners(&clerk), wrong);
    let none = clerk.zh(&["-C", "店", "restore", "2", "--yes"]);
    assert_eq!(none, Said::failed(1, "错误：批次 2 没有撤销过，不需要恢复\n怎么办：请看“huifang batches”\n"));
}
