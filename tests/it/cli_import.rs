//! `import`: what goes in, what is refused, and what is said about it.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::clerk::{Clerk, Said};
use serde_json::{Value, json};

const ROSTER: &str =
    "工号,姓名,岗位,部门,入职日期,月工资\nS1,张三,服务专员,一部,2020-01-01,4350\nS2,李四,服务专员,二部,2021-05-01,\n";
const SIGNUPS: &str = "报名时间,顾客姓名,电话,来源,专员\n2026-03-02 10:00,王一,13800000001,单子,张三\n\
    2026-03-02 11:00,赵二,1380000000,单子,李四\n2026-03-03,钱三,13800000003,社区,S2\n";

/// A clerk with a workspace, a roster and a day's signups, one of which has a digit too few.
fn clerk() -> Clerk {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    clerk.write("台账/花名册.csv", ROSTER);
    clerk.write("台账/3月2日.csv", SIGNUPS);
    clerk
}

fn import(clerk: &Clerk, args: &[&str]) -> (i32, Value) {
    let said = clerk.en(&[&["-C", "店", "import", "--format", "json"], args].concat());
    (said.code, serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{said:?}")))
}

/// What stands on a sheet of the JSON: rows, added, duplicate, rejected, skipped.
fn counts(imported: &Value, file: usize) -> [u64; 5] {
    ["rows", "added", "duplicate", "rejected", "skipped"]
        .map(|field| imported["files"][file]["sheets"][0][field].as_u64().unwrap())
}

#[test]
fn rejected_rows_are_said_kept_and_can_be_corrected() {
    let clerk = clerk();
    let said = clerk.zh(&["-C", "店", "import", "台账"]);
    assert_eq!(said.code, 3);
    assert_eq!(
        said.stdout,
        "批次 1：新增 4 行\n\n\
         文件        台账            行数  新增  已有  退回  跳过  提醒\n\
         --------------------------------------------------------------\n\
         3月2日.csv  新增资源一览表     3     2     0     1     0     0\n\
         花名册.csv  员工花名册         2     2     0     0     0     0\n"
    );
    let rejects = clerk.path("店/rejects/3月2日-rejects-1.csv");
    let lines: Vec<&str> = said.stderr.lines().collect();
    assert!(lines[0].starts_with("3月2日.csv 第 3 行："), "{}", lines[0]);
    let kept = format!("退回 1 行，存在“{}”：请在里面改好，再导入这个文件", rejects.display());
    assert_eq!(lines[1..], [kept]);
    let corrected = std::fs::read_to_string(&rejects).unwrap().replace(",1380000000,", ",13800000002,");
    std::fs::write(&rejects, corrected).unwrap();
    let (code, imported) = import(&clerk, &["店/rejects/3月2日-rejects-1.csv"]);
    assert_eq!((code, counts(&imported, 0)), (0, [1, 1, 0, 0, 0]), "{imported}");
}

#[test]
fn the_same_again_adds_nothing_and_makes_no_batch() {
    let clerk = clerk();
    let (code, first) = import(&clerk, &["台账"]);
    assert_eq!(code, 3);
    assert_eq!(first["batch"], json!(1));
    assert_eq!(first["files"][0]["path"], json!("台账/3月2日.csv"));
    assert_eq!(first["files"][0]["sheets"][0]["kind"], json!("signup"));
    assert_eq!((counts(&first, 0), counts(&first, 1)), ([3, 2, 0, 1, 0], [2, 2, 0, 0, 0]));
    let (code, again) = import(&clerk, &["台账"]);
    assert_eq!((code, &again["batch"]), (3, &Value::Null));
    assert_eq!((counts(&again, 0), counts(&again, 1)), ([3, 0, 2, 1, 0], [2, 0, 2, 0, 0]));
    clerk.write("台账/3月2日.csv", format!("{SIGNUPS}2026-03-04,孙四,13800000004,散收,S1\n"));
    let (_, grown) = import(&clerk, &["台账/3月2日.csv"]);
    assert_eq!((&grown["batch"], counts(&grown, 0)), (&json!(2), [4, 1, 2, 1, 0]));
}

#[test]
fn strict_and_dry_run_change_nothing() {
    let clerk = clerk();
    let strict = clerk.en(&["-C", "店", "import", "台账", "--strict"]);
    assert_eq!((strict.code, strict.stdout.as_str()), (1, ""));
    let tail = "error: nothing was imported, because not all of it could be (1 row rejected)\n\
                what to do: correct what is named above, or import without `--strict`\n";
    assert!(strict.stderr.ends_with(tail), "{}", strict.stderr);
    let (code, dry) = import(&clerk, &["台账", "--dry-run"]);
    assert_eq!((code, &dry["batch"], &dry["rejects"]), (3, &Value::Null, &Value::Null));
    assert_eq!(counts(&dry, 0), [3, 2, 0, 1, 0]);
    assert!(!clerk.path("店/rejects").exists());
    assert_eq!(clerk.en(&["-C", "店", "batches", "--format", "json"]), Said::done("[]\n"));
}

#[test]
fn replacing_takes_the_file_of_that_name_out_and_revert_brings_it_back() {
    let clerk = clerk();
    import(&clerk, &["台账"]);
    clerk.write("改/3月2日.csv", "报名时间,顾客姓名,电话,来源,专员\n2026-03-02 10:00,王一,13800000009,单子,张三\n");
    let (code, imported) = import(&clerk, &["改", "--replace"]);
    assert_eq!((code, &imported["batch"], &imported["files"][0]["replaced"]), (0, &json!(2), &json!(2)));
    let rows = |ledger: &str| {
        let status = clerk.en(&["-C", "店", "status", "--format", "json"]).stdout;
        let status: Value = serde_json::from_str(&status).unwrap();
        let of = |row: &&Value| row["ledger"] == json!(ledger);
        status["ledgers"].as_array().unwrap().iter().filter(of).map(|row| row["rows"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!((rows("signup"), rows("staff")), (1, 2));
    assert_eq!(
        clerk.zh(&["-C", "店", "revert", "--yes", "2"]),
        Said::done(
            "批次 2 已撤销：1 行不再有效；要恢复，用“huifang restore 2”\n不再有效的行：新增资源一览表 1\n重新有效的行：新增资源一览表 2\n归属、应办事项、违规和金额都没有变化\n"
        )
    );
    assert_eq!((rows("signup"), rows("staff")), (2, 2));
    let again = clerk.en(&["-C", "店", "revert", "--yes", "2"]);
    assert_eq!(again.code, 1);
    assert!(again.stderr.starts_with("error: batch 2 was reverted already, on 20"), "{}", again.stderr);
}

#[test]
fn half_a_file_does_not_replace_a_whole_one() {
    let clerk = clerk();
    import(&clerk, &["台账"]);
    clerk.write("改/3月2日.csv", "一,二,三\n1,2,3\n");
    let (code, imported) = {
        let said = clerk.en(&["-C", "店", "import", "改", "--replace", "--format", "json"]);
        assert!(said.stderr.ends_with("error: nothing could be read\n"), "{}", said.stderr);
        (said.code, serde_json::from_str::<Value>(&said.stdout).unwrap())
    };
    assert_eq!((code, &imported["batch"], &imported["files"][0]["replaced"]), (1, &Value::Null, &json!(0)));
}

#[test]
fn a_roster_that_is_missing_is_asked_for() {
    let clerk = clerk();
    let said = clerk.en(&["-C", "店", "import", "台账/3月2日.csv"]);
    assert_eq!(said.code, 3);
    let hint = "nobody is on the roster yet: import the roster (员工花名册), best together with these files\n";
    assert!(said.stderr.contains(hint), "{}", said.stderr);
}

#[test]
fn paths_that_lead_nowhere_say_where_to_go() {
    let clerk = clerk();
    assert_eq!(
        clerk.en(&["-C", "店", "import", "台账/花名单.csv"]),
        Said::failed(
            1,
            "error: there is no file or folder `台账/花名单.csv`\nwhat to do: did you mean `台账/花名册.csv`?\n"
        )
    );
    let nowhere = clerk.zh(&["import", "台账"]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.stderr.ends_with("怎么办：用“huifang init 文件夹”新建一个，或用“-C 文件夹”指明已有的\n"));
    std::fs::create_dir(clerk.path("空")).unwrap();
    assert_eq!(clerk.zh(&["-C", "店", "import", "空"]).code, 1);
}

#[test]
fn what_is_stated_complete_stands_without_a_row() {
    let clerk = clerk();
    import(&clerk, &["台账/花名册.csv"]);
    clerk.write("回访.csv", "回访日期,客户姓名,电话,专员\n");
    let (code, imported) = import(&clerk, &["回访.csv", "--through", "2026-03-31", "--department", "二部"]);
    assert_eq!((code, &imported["batch"]), (0, &json!(2)));
    let status = clerk.en(&["-C", "店", "status", "--format", "csv"]);
    assert_eq!(status.stdout, "ledger,department,rows,covered\nstaff,,2,\nvisit,二部,0,2026-03-31\n");
    assert_eq!(
        clerk.en(&["-C", "店", "import", "回访.csv", "--through", "2026-03-31", "--department", "三部"]),
        Said::failed(1, "error: nobody on the roster is in the department `三部`; known are 一部, 二部\n")
    );
    assert_eq!(clerk.en(&["-C", "店", "import", "回访.csv", "--department", "二部"]).code, 2);
}

#[test]
fn a_finding_may_name_a_violation_that_the_same_import_brings() {
    let clerk = clerk();
    let late = "报名时间,顾客姓名,电话,来源,专员,上报日期\n2026-03-02 10:00,王一,13800000001,单子,张三,2026-03-05\n";
    clerk.write("台账/3月2日.csv", late);
    let of = |id: &str| {
        let head = "认定日期,责任人,违规类别,违规编号,处理意见\n";
        format!("{head}2026-03-06,张三,late-report,{id},免予处理\n")
    };
    clerk.write("处理.csv", of("nothing"));
    let said = clerk.en(&["-C", "店", "import", "处理.csv", "台账"]);
    assert_eq!(said.code, 3);
    let reason = "处理.csv, row 2: there is no violation `nothing`; see `huifang violations` for the ids\n";
    assert!(said.stderr.starts_with(reason), "{}", said.stderr);
    let shown = |clerk: &Clerk| {
        let args = ["-C", "店", "violations", "--as-of", "2026-03-31", "--format", "json"];
        let rows: Value = serde_json::from_str(&clerk.en(&args).stdout).unwrap();
        (rows[0]["id"].as_str().unwrap().to_owned(), rows[0]["status"].as_str().unwrap().to_owned())
    };
    let (id, status) = shown(&clerk);
    assert_eq!(status, "recorded");
    clerk.en(&["-C", "店", "revert", "--yes", "1"]);
    // Read before the rows it follows from, and taken all the same.
    clerk.write("处理.csv", of(&id));
    let (code, imported) = import(&clerk, &["处理.csv", "台账"]);
    assert_eq!((code, counts(&imported, 0)), (0, [1, 1, 0, 0, 0]), "{imported}");
    assert_eq!(shown(&clerk), (id, "waived".to_owned()));
}

#[test]
fn two_imports_at_once_both_get_in() {
    let clerk = clerk();
    clerk.write("二/花名册二.csv", ROSTER.replace("S1", "S8").replace("S2", "S9").replace("张三", "周八"));
    let run = |path: &'static str| {
        let clerk = &clerk;
        move || import(clerk, &[path]).1["batch"].as_u64().unwrap()
    };
    let mut batches = std::thread::scope(|scope| {
        let (one, other) = (scope.spawn(run("台账/花名册.csv")), scope.spawn(run("二")));
        [one.join().unwrap(), other.join().unwrap()]
    });
    batches.sort_unstable();
    assert_eq!(batches, [1, 2]);
}

#[test]
fn a_drive_that_fails_leaves_the_journal_as_it_was() {
    let clerk = clerk();
    // What SQLite would write beside the journal cannot be written.
    std::fs::create_dir(clerk.path("店/huifang.db-journal")).unwrap();
    let said = clerk.en(&["-C", "店", "import", "台账"]);
    let file = clerk.path("店/huifang.db");
    let error =
        format!("error: the drive of the journal `{}` failed; the journal is as it was before\n", file.display());
    let remedy = "what to do: check the disk or the connection to the network drive, then do the same again\n";
    assert_eq!(said, Said::failed(1, &format!("{error}{remedy}")));
    std::fs::remove_dir(clerk.path("店/huifang.db-journal")).unwrap();
    assert_eq!(import(&clerk, &["台账"]).1["batch"], json!(1));
}

#[test]
fn what_is_odd_is_counted_and_with_v_said() {
    let clerk = clerk();
    clerk.write("邀约.csv", "邀约时间,电话,专员,会议,颜色\n2026-03-20,13800000001,S1,春季,红\n");
    let args = ["-C", "店", "import", "台账/花名册.csv", "邀约.csv", "--as-of", "2026-03-19", "-v", "--format", "csv"];
    let said = clerk.en(&args);
    assert_eq!(
        said.stdout,
        "file,sheet,kind,rows,added,duplicate,rejected,skipped,warnings\n\
         台账/花名册.csv,,staff,2,2,0,0,0,0\n邀约.csv,,invite,1,1,0,0,0,1\n"
    );
    let lines: Vec<&str> = said.stderr.lines().collect();
    assert_eq!(lines[0], "邀约.csv: these columns are not used, only kept with the rows: 颜色");
    assert!(lines[1].starts_with("邀约.csv, row 2 was imported, but: "), "{}", lines[1]);
    assert!(lines[2].contains("blank ledgers offer the new staff"), "{}", lines[2]);
    assert_eq!(lines.len(), 3);
}

#[test]
fn who_waits_for_another_import_says_so_and_then_gets_in() {
    let clerk = clerk();
    let mut other = rusqlite::Connection::open(clerk.path("店/huifang.db")).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let said = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| clerk.zh(&["-C", "店", "import", "台账/花名册.csv"]));
        std::thread::sleep(std::time::Duration::from_secs(2));
        drop(held);
        waiting.join().unwrap()
    });
    assert_eq!((said.code, said.stderr.as_str()), (0, "另一个 huifang 正在写台账库，等它写完……\n"));
}
