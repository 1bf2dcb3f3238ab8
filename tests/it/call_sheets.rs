//! Call sheets (回访单): they go out, are filled in, and come back.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::path::{Path, PathBuf};

const DAY: &str = "2026-03-03";

/// 王一 is registered and not preheated; 赵二 has bought at a meeting: a form, a visit and calls are due.
fn clerk() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店", "--in-force-from", "none"]).code, 0);
    clerk.write(
        "花名册.csv",
        "工号,姓名,岗位,部门\nS1,张三,服务专员,一部\nS2,李四,服务专员,一部\nE1,钱专家,咨询专家,专家部\n",
    );
    clerk.write(
        "报名.csv",
        "报名时间,顾客姓名,电话,来源,专员,地址\n2026-03-02,王一,13800000001,单子,张三,和平路1号\n\
         2026-03-02,钱三,13700000003,单子,李四,\n",
    );
    clerk.write(
        "出货.csv",
        "出货日期,顾客姓名,电话,产品,盒数,专员,咨询专家,出货地点\n2026-03-02,赵二,13900000002,胶囊,2,张三,钱专家,会场\n",
    );
    let import = clerk.zh(&["-C", "店", "import", "花名册.csv", "报名.csv", "出货.csv", "--as-of", DAY]);
    assert_eq!(import.code, 0, "{import:?}");
    clerk
}

fn sheets(clerk: &Clerk, more: &[&str]) -> Vec<Value> {
    let args = [&["-C", "店", "due", "--sheets", "单", "--as-of", DAY, "--format", "json"][..], more].concat();
    let said = clerk.zh(&args);
    assert_eq!(said.code, 0, "{said:?}");
    serde_json::from_str(&said.stdout).unwrap()
}

fn files(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["file"].as_str().unwrap()).collect()
}

/// The rows of a sheet as text.
fn table(path: &Path, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn sheet_names(path: &Path) -> Vec<String> {
    let book: Xlsx<_> = open_workbook(path).unwrap();
    book.sheet_names()
}

/// Saves the workbook anew, as an office program does, with what somebody has written: sheet, customer, heading, text.
fn fill_in(path: &Path, written: &[(&str, &str, &str, &str)]) {
    let names = sheet_names(path);
    let tables: Vec<_> = names.iter().map(|name| table(path, name)).collect();
    let mut book = Workbook::new();
    for (name, rows) in names.iter().zip(&tables) {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (at, row) in rows.iter().enumerate() {
            for (column, text) in row.iter().enumerate() {
                let of_cell = |(on, customer, heading, _): &&(&str, &str, &str, &str)| {
                    at > 1 && on == name && row[0] == *customer && rows[1][column] == *heading
                };
                let text = written.iter().find(of_cell).map_or(text.as_str(), |(.., text)| text);
                if !text.is_empty() {
                    sheet.write_string(at as u32, column as u16, text).unwrap();
                }
            }
        }
    }
    book.save(path).unwrap();
}

fn open_tasks(clerk: &Clerk) -> Vec<String> {
    let said = clerk.zh(&["-C", "店", "due", "--as-of", DAY, "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&said.stdout).unwrap();
    let name = |row: &Value| format!("{} {}", row["customer"].as_str().unwrap(), row["task"].as_str().unwrap());
    let mut names: Vec<String> = rows.iter().map(name).collect();
    names.sort();
    names
}

fn import(clerk: &Clerk, file: &str) -> (i32, Value, String) {
    let said = clerk.zh(&["-C", "店", "import", file, "--as-of", DAY, "--format", "json"]);
    (said.code, serde_json::from_str(&said.stdout).unwrap_or(Value::Null), said.stderr)
}

/// How many rows it took in, of all sheets.
fn added(said: &Value) -> u64 {
    let sheets = said["files"].as_array().unwrap().iter().flat_map(|file| file["sheets"].as_array().unwrap());
    sheets.map(|sheet| sheet["added"].as_u64().unwrap()).sum()
}

fn path(clerk: &Clerk, name: &str) -> PathBuf {
    clerk.path(&format!("单/{name}"))
}

#[test]
fn everybody_gets_a_workbook_with_a_sheet_for_each_ledger() {
    let clerk = clerk();
    let rows = sheets(&clerk, &[]);
    assert_eq!(files(&rows), ["张三 S1 2026-03-04.xlsx", "李四 S2 2026-03-04.xlsx", "汇总.xlsx"]);
    let zhang = path(&clerk, "张三 S1 2026-03-04.xlsx");
    assert_eq!(sheet_names(&zhang), ["预热", "回访"]);
    let visits = table(&zhang, "回访");
    assert_eq!(visits.len(), 3, "{visits:?}");
    let heads: Vec<&str> = visits[1].iter().map(String::as_str).collect();
    let of = |heading: &str| visits[2][heads.iter().position(|head| *head == heading).unwrap()].as_str();
    assert_eq!((of("顾客姓名"), of("电话"), of("专员"), of("经手")), ("赵二", "13900000002", "S1", "张三"));
    assert_eq!(of("要办的事"), "两日内交回访表，期限 2026-03-04（交回回访表）\n三日内上门，期限 2026-03-05（上门）");
    assert!(of("情况说明").starts_with("起因：2026-03-02"), "{}", of("情况说明"));
    assert_eq!(of("回访单号").matches("T-").count(), 2);
    assert_eq!(of("回访日期"), "");
    let preheats = table(&zhang, "预热");
    assert!(preheats[2].iter().any(|cell| cell.ends_with("地址：和平路1号")), "{preheats:?}");
    let summary = table(&path(&clerk, "汇总.xlsx"), "汇总");
    assert_eq!(summary[1], ["部门", "工号", "姓名", "逾期", "当日应办", "即将到期", "合计"]);
    assert_eq!(summary.last().unwrap()[0], "合计");
}

#[test]
fn a_sheet_that_comes_back_closes_what_is_filled_in_and_nothing_else() {
    let clerk = clerk();
    let before = open_tasks(&clerk);
    assert!(before.contains(&"赵二 visit-3d".to_owned()) && before.contains(&"王一 preheat".to_owned()), "{before:?}");
    sheets(&clerk, &[]);
    let file = "单/张三 S1 2026-03-04.xlsx";
    let zhang = path(&clerk, "张三 S1 2026-03-04.xlsx");
    // Nothing is filled in yet.
    let (code, said, _) = import(&clerk, file);
    assert_eq!((code, added(&said)), (0, 0), "{said}");
    fill_in(
        &zhang,
        &[
            ("回访", "赵二", "回访日期", "3.3"),
            ("回访", "赵二", "方式", "上门"),
            ("回访", "赵二", "交回日期", "3月3日"),
        ],
    );
    let (code, said, stderr) = import(&clerk, file);
    assert_eq!((code, added(&said)), (0, 1), "{said} {stderr}");
    let after = open_tasks(&clerk);
    let closed: Vec<&String> = before.iter().filter(|task| !after.contains(task)).collect();
    assert_eq!(closed, ["赵二 form-2d", "赵二 visit-3d"]);
    assert!(after.iter().all(|task| before.contains(task)), "{after:?}");
    let (_, again, _) = import(&clerk, file);
    assert_eq!(added(&again), 0);
}

#[test]
fn a_line_with_anything_but_a_date_is_rejected_for_want_of_it() {
    let clerk = clerk();
    sheets(&clerk, &[]);
    fill_in(&path(&clerk, "张三 S1 2026-03-04.xlsx"), &[("回访", "赵二", "结果", "已接通")]);
    let (code, _, said) = import(&clerk, "单/张三 S1 2026-03-04.xlsx");
    assert_eq!(code, 3);
    assert!(said.contains("“回访日期”：没有填写"), "{said}");
}

#[test]
fn what_somebody_has_filled_in_keeps_its_place() {
    let clerk = clerk();
    sheets(&clerk, &[]);
    let zhang = path(&clerk, "张三 S1 2026-03-04.xlsx");
    // Opened and saved, but not filled in: it is replaced.
    fill_in(&zhang, &[]);
    let rows = sheets(&clerk, &[]);
    assert!(files(&rows).contains(&"张三 S1 2026-03-04.xlsx"));
    fill_in(&zhang, &[("预热", "王一", "结果", "未接")]);
    let filled = std::fs::read(&zhang).unwrap();
    let rows = sheets(&clerk, &[]);
    let row = rows.iter().find(|row| row["assignee"] == "S1").unwrap();
    assert_eq!(
        (&row["file"], &row["beside"]),
        (&"张三 S1 2026-03-04 续.xlsx".into(), &"张三 S1 2026-03-04.xlsx".into())
    );
    assert_eq!(std::fs::read(&zhang).unwrap(), filled);
    // The further one is replaced as long as nobody has filled it in.
    assert_eq!(files(&sheets(&clerk, &[])), files(&rows));
}

#[test]
fn the_supervisors_summary_is_passed_over_when_it_comes_back() {
    let clerk = clerk();
    sheets(&clerk, &[]);
    let (code, said, stderr) = import(&clerk, "单/汇总.xlsx");
    assert_eq!((code, added(&said)), (0, 0), "{said} {stderr}");
}

#[test]
fn a_department_can_have_one_workbook() {
    let clerk = clerk();
    let rows = sheets(&clerk, &["--by", "department"]);
    assert_eq!(files(&rows), ["一部 2026-03-04.xlsx", "汇总.xlsx"]);
    // A department is no member of staff.
    assert!(rows.iter().all(|row| row["assignee"].is_null()), "{rows:?}");
    let preheats = table(&path(&clerk, "一部 2026-03-04.xlsx"), "预热");
    let whose: Vec<&String> = preheats[2..].iter().filter_map(|row| row.last()).collect();
    assert_eq!(whose, ["张三", "李四"]);
}

#[test]
fn a_day_without_a_year_is_the_one_nearest_to_the_sheets_day() {
    let clerk = clerk();
    let read = |file: &str, day: &str| {
        clerk.write(file, format!("回访日期,电话,专员,方式,回访单号\n{day},13900000002,张三,上门,T-1\n"));
        let said = clerk.zh(&["-C", "店", "import", file, "--as-of", DAY, "--dry-run", "--format", "json"]);
        (said.code, said.stderr)
    };
    // The import's own day is today's: a day of the year before the sheet's is taken, one of the year after lies ahead.
    assert_eq!(read("张三 S1 2026-01-02.csv", "12.31").0, 0);
    let (code, said) = read("张三 S1 2025-12-31.csv", "1.2");
    assert_eq!(code, 0, "{said}");
}

#[test]
fn a_call_that_is_completed_takes_the_place_of_the_one_it_was_written_from() {
    let clerk = clerk();
    clerk.write("专家电话.csv", "日期,顾客姓名,电话,专家,有无问题\n2026-03-03 10:00,赵二,13900000002,钱专家,有\n");
    assert_eq!(import(&clerk, "专家电话.csv").0, 0);
    assert!(open_tasks(&clerk).contains(&"赵二 relay".to_owned()), "{:?}", open_tasks(&clerk));
    let rows = sheets(&clerk, &[]);
    let file = files(&rows).into_iter().find(|file| file.starts_with("钱专家")).unwrap().to_owned();
    let expert = path(&clerk, &file);
    assert_eq!(sheet_names(&expert), ["待补登"]);
    // Handed back as it is, it is the row that was there.
    fill_in(&expert, &[]);
    let file = format!("单/{file}");
    assert_eq!(added(&import(&clerk, &file).1), 0);
    fill_in(&expert, &[("待补登", "赵二", "告知专员日期", "2026-03-03")]);
    let (code, said, stderr) = import(&clerk, &file);
    assert_eq!((code, added(&said)), (0, 1), "{said} {stderr}");
    assert!(!open_tasks(&clerk).contains(&"赵二 relay".to_owned()));
    // One call is in the books, not two, and it may be taken back.
    let calls = |clerk: &Clerk| {
        let said = clerk.zh(&["-C", "店", "status", "--as-of", DAY, "--format", "json"]);
        let status: Value = serde_json::from_str(&said.stdout).unwrap();
        let ledgers = status["ledgers"].as_array().unwrap().iter().filter(|row| row["ledger"] == "expert_call");
        ledgers.map(|row| row["rows"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(calls(&clerk), 1);
    assert_eq!(clerk.zh(&["-C", "店", "revert", &said["batch"].to_string(), "--yes"]).code, 0);
    assert_eq!(calls(&clerk), 1);
    assert!(open_tasks(&clerk).contains(&"赵二 relay".to_owned()));
}
