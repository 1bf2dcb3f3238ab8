//! Rejected rows are not forgotten: they are outstanding until the corrected row comes in or somebody has dealt with them.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};
use std::fs;

const HEADS: &str = "报名时间,顾客姓名,电话,来源,专员\n";
const GOOD: &str = "2026-03-02,王一,13800000001,单子,张三\n";
/// A digit too few.
const SHORT: &str = "2026-03-02,赵二,1380000000,单子,李四\n";
/// A channel there is not.
const ODD: &str = "2026-03-03,钱三,13800000003,空降,S2\n";

/// A house with a roster in which these signups were imported.
fn house(rows: &str) -> Clerk {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    clerk.write("花名册.csv", "工号,姓名\nS1,张三\nS2,李四\n");
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv"]).code, 0);
    signups(&clerk, "报名.csv", rows);
    clerk
}

fn signups(clerk: &Clerk, file: &str, rows: &str) -> Said {
    clerk.write(file, format!("{HEADS}{rows}"));
    clerk.zh(&["-C", "店", "import", file])
}

fn value(clerk: &Clerk, args: &[&str]) -> Value {
    serde_json::from_str(&clerk.zh(&[&["-C", "店", "--format", "json"], args].concat()).stdout).unwrap()
}

/// What `status` counts as outstanding.
fn outstanding(clerk: &Clerk) -> Value {
    value(clerk, &["status"])["rejected"].clone()
}

fn one_row() -> Value {
    json!([{"file": "报名.csv", "rows": 1, "rejects": ["报名-rejects-2.csv"]}])
}

/// The rejected rows that `check` lists: id and place.
fn listed(clerk: &Clerk, args: &[&str]) -> Vec<(String, Value)> {
    let rows = value(clerk, &[&["check"], args].concat());
    let rows = rows.as_array().unwrap().iter().filter(|row| row["code"] == "rejected");
    rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row["evidence"][0].clone())).collect()
}

/// Every file under `rejects/`.
fn files(clerk: &Clerk) -> Vec<String> {
    let root = clerk.path("店/rejects");
    let entries = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().flatten();
    let entries = entries.filter(|entry| entry.file_type().is_file());
    entries.map(|entry| entry.path().strip_prefix(&root).unwrap().display().to_string()).collect()
}

fn correct(clerk: &Clerk, file: &str, from: &str, to: &str) {
    let path = clerk.path("店/rejects").join(file);
    let text = fs::read_to_string(&path).unwrap();
    // The reason names the wrong cell too.
    let text: Vec<String> = text
        .split("\r\n")
        .map(|line| match line.rsplit_once(from) {
            Some((before, after)) => format!("{before}{to}{after}"),
            None => line.to_owned(),
        })
        .collect();
    fs::write(path, text.join("\r\n")).unwrap();
}

#[test]
fn the_reason_stands_beside_the_first_column() {
    let clerk = house(&format!("{GOOD}{SHORT}{ODD}"));
    assert_eq!(
        fs::read_to_string(clerk.path("店/rejects/报名-rejects-2.csv")).unwrap(),
        "\u{feff}退回行号,退回原因（新增资源一览表）,报名时间,顾客姓名,电话,来源,专员\r\n\
         3,“电话”：“1380000000”不是电话号码；手机要 11 位，座机要有区号或 7–8 位,2026-03-02,赵二,1380000000,单子,李四\r\n\
         4,“来源”：“空降”无法识别；可以写 单子、散收、专卖店回馈、电话回馈、社区、转介、其他,2026-03-03,钱三,13800000003,空降,S2\r\n"
    );
}

#[test]
fn outstanding_rows_are_counted_by_file_and_listed_with_place_and_reasons() {
    let clerk = house(&format!("{GOOD}{SHORT}{ODD}"));
    assert_eq!(outstanding(&clerk), json!([{"file": "报名.csv", "rows": 2, "rejects": ["报名-rejects-2.csv"]}]));
    let status = clerk.zh(&["-C", "店", "status"]).stdout;
    assert!(status.contains("\n退回未处理“报名.csv”：2 行（rejects 里的 报名-rejects-2.csv）\n"), "{status}");
    let status = clerk.en(&["-C", "店", "status"]).stdout;
    assert!(
        status.contains("\nrejected and not settled: 2 rows of `报名.csv` (in rejects: 报名-rejects-2.csv)\n"),
        "{status}"
    );
    let home = clerk.zh(&["-C", "店"]).stdout;
    assert!(home.contains("\n退回：1 个文件还没有改好，共 2 行（报名-rejects-2.csv）\n"), "{home}");
    let page = clerk.zh(&["-C", "店", "check"]).stdout;
    let first: String = page.lines().skip(1).take(7).map(|line| format!("{}\n", line.trim_end())).collect();
    assert_eq!(
        first,
        "共 5 处要核对\n\n\
         编号        情况                                                                               台账行\n\
         ---------------------------------------------------------------------------------------------------------------\n\
         退回的行（改好后导入，或记为已处理）（2）\n\
         R-7PKVZLWE  “电话”：“138***0000”不是电话号码；手机要 11 位，座机要有区号或 7–8 位              报名.csv 第 3 行\n\
         R-ZBML7X5X  “来源”：“空降”无法识别；可以写 单子、散收、专卖店回馈、电话回馈、社区、转介、其他  报名.csv 第 4 行\n"
    );
}

#[test]
fn the_corrected_file_settles_its_rows_and_moves_when_all_are() {
    let clerk = house(&format!("{SHORT}{ODD}"));
    correct(&clerk, "报名-rejects-2.csv", "1380000000,", "13800000002,");
    let said = clerk.zh(&["-C", "店", "import", "店/rejects/报名-rejects-2.csv"]);
    assert_eq!((said.code, outstanding(&clerk), files(&clerk)), (3, one_row(), vec!["报名-rejects-2.csv".to_owned()]));
    correct(&clerk, "报名-rejects-2.csv", "空降", "社区");
    let said = clerk.zh(&["-C", "店", "import", "店/rejects/报名-rejects-2.csv"]);
    let done = clerk.path("店/rejects/done");
    let moved = format!("“报名-rejects-2.csv”里的行都已处理，移到“{}”\n", done.display());
    assert_eq!((said.code, said.stderr, outstanding(&clerk)), (0, moved, json!([])));
    assert_eq!(files(&clerk), ["done/报名-rejects-2.csv"]);
    assert_eq!(listed(&clerk, &["--all"]), []);
    // Whoever imports the first sheet once more is not told to correct it once more.
    assert_eq!(clerk.zh(&["-C", "店", "import", "报名.csv"]).code, 3);
    assert_eq!((outstanding(&clerk), files(&clerk)), (json!([]), vec!["done/报名-rejects-2.csv".to_owned()]));
}

#[test]
fn a_copy_under_another_name_settles_them_too() {
    let clerk = house(SHORT);
    correct(&clerk, "报名-rejects-2.csv", "1380000000,", "13800000002,");
    fs::copy(clerk.path("店/rejects/报名-rejects-2.csv"), clerk.path("店/inbox/改好了.csv")).unwrap();
    assert_eq!(clerk.zh(&["-C", "店", "nightly"]).code, 0);
    assert_eq!((outstanding(&clerk), files(&clerk)), (json!([]), vec!["done/报名-rejects-2.csv".to_owned()]));
}

#[test]
fn the_row_corrected_in_its_own_sheet_settles_it_and_another_days_row_there_does_not() {
    let clerk = house(&format!("{GOOD}{SHORT}"));
    // Another day's sheet of that name has another row in that place.
    let other = "2026-03-04,孙四,13800000004,单子,李四\n2026-03-04,周五,13800000005,单子,李四\n";
    assert_eq!(signups(&clerk, "别处/报名.csv", other).code, 0);
    assert_eq!(outstanding(&clerk), one_row());
    assert_eq!(
        signups(&clerk, "报名.csv", &format!("{GOOD}{}", SHORT.replace(",1380000000,", ",13800000002,"))).code,
        0
    );
    assert_eq!((outstanding(&clerk), files(&clerk)), (json!([]), vec!["done/报名-rejects-2.csv".to_owned()]));
}

#[test]
fn the_same_row_is_not_written_twice_and_a_reject_of_a_reject_keeps_name_and_place() {
    let clerk = house(&format!("{GOOD}{SHORT}"));
    for _ in 0..2 {
        let again = value(&clerk, &["import", "报名.csv"]);
        assert_eq!(again["rejects"], json!(clerk.path("店/rejects/报名-rejects-2.csv").display().to_string()));
        assert_eq!((outstanding(&clerk), files(&clerk)), (one_row(), vec!["报名-rejects-2.csv".to_owned()]));
    }
    correct(&clerk, "报名-rejects-2.csv", "1380000000,", "138000000,");
    assert_eq!(clerk.zh(&["-C", "店", "import", "店/rejects/报名-rejects-2.csv"]).code, 3);
    assert_eq!(files(&clerk), ["done/报名-rejects-2.csv", "报名-rejects-3.csv"]);
    assert_eq!(outstanding(&clerk), json!([{"file": "报名.csv", "rows": 1, "rejects": ["报名-rejects-3.csv"]}]));
    let place = json!({"kind": "signup", "file": "报名.csv", "sheet": null, "row": 3});
    assert_eq!(listed(&clerk, &[]).into_iter().map(|(_, place)| place).collect::<Vec<_>>(), [place]);
    let text = fs::read_to_string(clerk.path("店/rejects/报名-rejects-3.csv")).unwrap();
    assert_eq!(text.lines().nth(1).map(|line| line.starts_with("3,")), Some(true), "{text}");
    correct(&clerk, "报名-rejects-3.csv", "138000000,", "13800000002,");
    assert_eq!(clerk.zh(&["-C", "店", "import", "店/rejects/报名-rejects-3.csv"]).code, 0);
    assert_eq!((outstanding(&clerk), files(&clerk).len()), (json!([]), 2));
}

#[test]
fn a_settlement_that_is_taken_back_leaves_the_row_outstanding_again() {
    let clerk = house(&format!("{GOOD}{SHORT}"));
    correct(&clerk, "报名-rejects-2.csv", "1380000000,", "13800000002,");
    clerk.zh(&["-C", "店", "import", "店/rejects/报名-rejects-2.csv"]);
    let done = (json!([]), vec!["done/报名-rejects-2.csv".to_owned()]);
    let again = (one_row(), vec!["报名-rejects-2.csv".to_owned()]);
    assert_eq!((outstanding(&clerk), files(&clerk)), done);
    assert_eq!(clerk.zh(&["-C", "店", "revert", "3", "--yes"]).code, 0);
    assert_eq!((outstanding(&clerk), files(&clerk)), again);
    assert_eq!(clerk.zh(&["-C", "店", "restore", "3", "--yes"]).code, 0);
    assert_eq!((outstanding(&clerk), files(&clerk)), done);
    assert_eq!(clerk.zh(&["-C", "店", "revert", "3", "--file", "报名-rejects-2.csv", "--yes"]).code, 0);
    assert_eq!((outstanding(&clerk), files(&clerk)), again);
    // What was rejected of a file that is itself taken out waits for nobody.
    assert_eq!(clerk.zh(&["-C", "店", "revert", "2", "--yes"]).code, 0);
    assert_eq!(outstanding(&clerk), json!([]));
}

#[test]
fn what_was_dealt_with_is_recorded_and_listed_no_longer() {
    let clerk = house(&format!("{GOOD}{SHORT}"));
    let ids = |args: &[&str]| {
        let rows = value(&clerk, &[&["check"], args].concat());
        rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = ids(&[]);
    let unknown = clerk.zh(&["-C", "店", "check", "--seen", &all[0], "W-NONESUCH", "--by", "钱经理"]);
    let error = "错误：没有这样的编号：W-NONESUCH；什么也没有记下\n怎么办：编号见“huifang check”，处理过的见“huifang check --all”\n";
    assert_eq!((unknown, ids(&[])), (Said::failed(1, error), all.clone()));
    assert_eq!(clerk.zh(&["-C", "店", "check", "--seen", &all[0]]).code, 2);
    // Small letters are as good, and a rejected row and a remark go together.
    let seen = clerk.zh(&["-C", "店", "check", "--seen", &all[0].to_lowercase(), &all[1], "--by", "钱经理"]);
    assert_eq!((seen.code, seen.stdout.lines().next()), (0, Some("已记下：钱经理 处理了 2 处")));
    assert_eq!(ids(&[]), all[2..]);
    assert_eq!(ids(&["--all"]), all);
    let with = value(&clerk, &["check", "--all"]);
    let by: Vec<&Value> = with.as_array().unwrap().iter().map(|row| &row["seen_by"]).collect();
    assert_eq!(by[..3], [&json!("钱经理"), &json!("钱经理"), &Value::Null]);
    assert!(with[0]["seen_at"].as_str().unwrap().starts_with("20"), "{with}");
    assert_eq!((outstanding(&clerk), files(&clerk)), (json!([]), vec!["done/报名-rejects-2.csv".to_owned()]));
    // The same again is still dealt with.
    assert_eq!(clerk.zh(&["-C", "店", "import", "报名.csv"]).code, 3);
    assert_eq!((outstanding(&clerk), ids(&[])), (json!([]), all[2..].to_vec()));
    let again = clerk.en(&["-C", "店", "check", "--seen", &all[0], "--by", "Li"]);
    assert_eq!((again.code, again.stdout.lines().next()), (0, Some("recorded: Li has dealt with 0 items")));
    assert_eq!(value(&clerk, &["check", "--all"])[0]["seen_by"], json!("钱经理"));
}

#[test]
fn an_id_does_not_hang_on_the_order_of_the_files() {
    let ids = |files: [&str; 2]| {
        let clerk = house(SHORT);
        clerk.write("一.csv", format!("{HEADS}2026-03-02,王一,13800000001,单子,张三\n2026-03-02,孙四,12,单子,张三\n"));
        clerk.write("二.csv", format!("{HEADS}2026-03-02,王二,13800000001,单子,李四\n"));
        files.iter().for_each(|file| drop(clerk.zh(&["-C", "店", "import", file])));
        let rows = value(&clerk, &["check"]);
        let mut ids: Vec<String> = rows.as_array().unwrap().iter().map(|row| row["id"].to_string()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(["一.csv", "二.csv"]), ids(["二.csv", "一.csv"]));
}

#[test]
fn columns_filled_in_the_wrong_way_round_are_said_once() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    clerk.write("花名册.csv", "工号,姓名\nS1,张三\n");
    clerk.zh(&["-C", "店", "import", "花名册.csv"]);
    let swapped = "2026-03-02,13800000001,王一,单子,张三\n2026-03-02,13800000002,赵二,单子,张三\n";
    let said = signups(&clerk, "报名.csv", swapped);
    let kept = clerk.path("店/rejects/报名-rejects-2.csv");
    assert_eq!(
        (said.code, said.stderr),
        (
            3,
            format!(
                "报名.csv 已读取，请留意：“顾客姓名”和“电话”两栏填反了：有 2 行因此退回，对调两栏即可\n\
                 退回 2 行，存在“{}”：请在里面改好，再导入这个文件\n",
                kept.display()
            )
        )
    );
    let text = fs::read_to_string(kept).unwrap();
    assert_eq!(
        text.lines().nth(1),
        Some("2,“顾客姓名”和“电话”两栏填反了，请对调,2026-03-02,13800000001,王一,单子,张三")
    );
}

#[test]
fn a_workbook_comes_back_as_one_that_can_be_imported_when_it_is_corrected() {
    let clerk = house(GOOD);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("三月").unwrap();
    for (at, heading) in HEADS.trim().split(',').enumerate() {
        sheet.write(0, at as u16, heading).unwrap();
    }
    for (at, cell) in SHORT.trim().split(',').enumerate() {
        sheet.write(1, at as u16, cell).unwrap();
    }
    book.save(clerk.path("三月.xlsx")).unwrap();
    assert_eq!(clerk.zh(&["-C", "店", "import", "三月.xlsx"]).code, 3);
    let path = clerk.path("店/rejects/三月-rejects-3.xlsx");
    let mut read: Xlsx<_> = open_workbook(&path).unwrap();
    let range = read.worksheet_range("三月").unwrap();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0][..3], ["退回行号", "退回原因（新增资源一览表）", "报名时间"]);
    assert_eq!(
        (rows[1][0].as_str(), &rows[1][2..]),
        ("2", &SHORT.trim().split(',').map(str::to_owned).collect::<Vec<_>>()[..])
    );
    // Corrected by another program, which writes everything anew.
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("三月").unwrap();
    for (line, row) in rows.iter().enumerate() {
        for (at, cell) in row.iter().enumerate() {
            sheet.write(line as u32, at as u16, cell.replace("1380000000", "13800000002")).unwrap();
        }
    }
    book.save(&path).unwrap();
    assert_eq!(clerk.zh(&["-C", "店", "import", path.to_str().unwrap()]).code, 0);
    assert_eq!((outstanding(&clerk), files(&clerk)), (json!([]), vec!["done/三月-rejects-3.xlsx".to_owned()]));
}

#[test]
fn what_a_killed_import_left_is_cleared_or_completed() {
    let clerk = house(&format!("{GOOD}{SHORT}"));
    // As if it had been killed right after its batch was in, and another before.
    let new = |name: &str| format!("店/rejects/.new/{name}");
    let kept = fs::read(clerk.path("店/rejects/报名-rejects-2.csv")).unwrap();
    clerk.write(&new("报名-rejects-2.csv"), &kept);
    fs::remove_file(clerk.path("店/rejects/报名-rejects-2.csv")).unwrap();
    clerk.write(&new("别的-rejects-3.csv"), "half a fil");
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv"]).code, 0);
    assert_eq!((files(&clerk), clerk.path("店/rejects/.new").exists()), (vec!["报名-rejects-2.csv".to_owned()], false));
    assert_eq!(fs::read(clerk.path("店/rejects/报名-rejects-2.csv")).unwrap(), kept);
}

#[test]
fn a_journal_of_before_opens_and_knows_of_no_rejected_rows() {
    let clerk = house(GOOD);
    let older = "ALTER TABLE rejected DROP COLUMN batch; ALTER TABLE rejected DROP COLUMN by_file;
        ALTER TABLE rejected DROP COLUMN wrong; ALTER TABLE settled DROP COLUMN by_file; PRAGMA user_version = 6;";
    rusqlite::Connection::open(clerk.path("店/huifang.db")).unwrap().execute_batch(older).unwrap();
    assert_eq!((outstanding(&clerk), listed(&clerk, &["--all"])), (json!([]), Vec::new()));
    signups(&clerk, "报名.csv", &format!("{GOOD}{SHORT}"));
    assert_eq!(outstanding(&clerk)[0]["rows"], json!(1));
}

#[test]
fn a_row_that_has_been_corrected_elsewhere_says_so_where_it_comes_in_again() {
    let clerk = house(&format!("{GOOD}{SHORT}"));
    let said = || signups(&clerk, "报名.csv", &format!("{GOOD}{SHORT}")).stderr;
    assert!(!said().contains("这一行以前退回过，已经处理"), "{}", said());
    correct(&clerk, "报名-rejects-2.csv", "1380000000,", "13800000002,");
    assert_eq!(clerk.zh(&["-C", "店", "import", "店/rejects/报名-rejects-2.csv"]).code, 0);
    assert!(said().contains("这一行以前退回过，已经处理"), "{}", said());
    assert_eq!(outstanding(&clerk), json!([]));
}

#[test]
fn a_column_that_nobody_fills_in_is_looked_at_once() {
    let clerk = house(GOOD);
    let blanks = || {
        let rows = value(&clerk, &["check"]);
        let rows = rows.as_array().unwrap().iter().filter(|row| row["code"] == "blank");
        rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let ids = blanks();
    assert_eq!(ids.len(), 3, "{ids:?}");
    let seen =
        [&["-C", "店", "check", "--by", "赵梅", "--seen"], &ids.iter().map(String::as_str).collect::<Vec<_>>()[..]];
    assert_eq!(clerk.zh(&seen.concat()).code, 0);
    // One more row without it says nothing new of the column; one with it among those without does.
    signups(&clerk, "报名二.csv", "2026-03-04,孙五,13800000005,单子,张三\n");
    assert_eq!(blanks(), Vec::<String>::new());
    clerk.write(
        "报名三.csv",
        "报名时间,顾客姓名,电话,来源,专员,上报日期\n2026-03-05,周六,13800000006,单子,张三,2026-03-05\n",
    );
    assert_eq!(clerk.zh(&["-C", "店", "import", "报名三.csv"]).code, 0);
    assert_eq!(blanks().len(), 1);
}
