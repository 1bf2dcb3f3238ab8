//! A sheet handed in again: cumulative, another day's, or corrected; and what settles one that is held.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::clerk::Clerk;
use serde_json::{Value, json};

const HEAD: &str = "出货日期,顾客姓名,电话,盒数,金额,专员\n";
const ROWS: [&str; 4] = [
    "2026-03-02,王一,13800000001,2,400,张三\n",
    "2026-03-02,赵二,13800000002,3,600,张三\n",
    "2026-03-02,钱三,13800000003,1,200,李四\n",
    "2026-03-02,孙四,13800000004,5,1000,李四\n",
];

/// A shop with a roster and four sales from `出货.csv`.
pub fn clerk() -> Clerk {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店"]);
    clerk.write("花名册.csv", "工号,姓名,岗位\nS1,张三,服务专员\nS2,李四,服务专员\n");
    clerk.write("一/出货.csv", sheet(&ROWS));
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv", "一/出货.csv", "--as-of", "2026-03-10"]).code, 0);
    clerk
}

fn sheet(rows: &[&str]) -> String {
    format!("{HEAD}{}", rows.concat())
}

fn import(clerk: &Clerk, args: &[&str]) -> (i32, Value) {
    let said = clerk.en(&[&["-C", "店", "import", "--as-of", "2026-03-10", "--format", "json"], args].concat());
    (said.code, serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{said:?}")))
}

/// The sales that count, as customer, phone and boxes.
fn sales(clerk: &Clerk) -> Vec<String> {
    let connection = rusqlite::Connection::open(clerk.path("店/huifang.db")).unwrap();
    let all = "SELECT record FROM row JOIN source ON source.id = row.source WHERE source.kind = 'sale'
        AND source.id NOT IN (SELECT source FROM replaced)";
    let mut statement = connection.prepare(all).unwrap();
    let of = |record: String| {
        let record: Value = serde_json::from_str(&record).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let contact = &record["contact"];
        format!("{} {} {}", text(&contact["customer"]), text(&contact["phone"]), record["fact"]["sale"]["boxes"])
    };
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    let mut rows: Vec<String> = rows.map(|row| of(row.unwrap())).collect();
    rows.sort();
    rows
}

const BEFORE: [&str; 4] = ["孙四 13800000004 5", "王一 13800000001 2", "赵二 13800000002 3", "钱三 13800000003 1"];

#[test]
fn goods_brought_back_on_a_sales_list_are_rows_of_that_list() {
    let clerk = clerk();
    let back = "2026-03-04,王一,13800000001,-1,200,张三\n";
    let rows = [&ROWS[..], &[back]].concat();
    clerk.write("二/出货.csv", sheet(&rows));
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(1)), "{imported}");
    // The same sheet again is known, the row that became a return too.
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["duplicate"]), (0, &json!(5)), "{imported}");
    // And a correction of that row is seen as one.
    clerk.write("二/出货.csv", sheet(&[&ROWS[..], &["2026-03-04,王一,13800000001,-2,200,张三\n"]].concat()));
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["held"]["twins"]), (3, &json!(1)), "{imported}");
}

#[test]
fn a_cumulative_sheet_adds_its_new_rows() {
    let clerk = clerk();
    let more = "2026-03-03,李五,13800000005,1,200,张三\n";
    clerk.write("二/出货 (2).csv", sheet(&[&ROWS[..], &[more]].concat()));
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(1)), "{imported}");
    // A row of it that is corrected the day after is seen to be, though only this sheet held it.
    clerk.write("三/出货 - 副本.csv", sheet(&[&ROWS[..], &["2026-03-03,李五,13800000006,1,200,张三\n"]].concat()));
    let (code, imported) = import(&clerk, &["三"]);
    let held = &imported["files"][0]["held"];
    assert_eq!(
        (code, &held["there"], &held["gone"], &held["twins"]),
        (3, &json!(4), &json!(1), &json!(1)),
        "{imported}"
    );
}

#[test]
fn another_days_sheet_of_that_name_is_added() {
    let clerk = clerk();
    clerk.write(
        "二/出货.csv",
        sheet(&["2026-03-03,周六,13800000006,2,400,张三\n", "2026-03-03,吴七,13800000007,4,800,李四\n"]),
    );
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(2)), "{imported}");
    // And may be handed in once more, grown, though half of all rows of that name do not stand in it.
    clerk.write(
        "二/出货.csv",
        sheet(&[
            "2026-03-03,周六,13800000006,2,400,张三\n",
            "2026-03-03,吴七,13800000007,4,800,李四\n",
            "2026-03-03,郑八,13800000008,1,210,李四\n",
        ]),
    );
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(1)), "{imported}");
}

#[test]
fn half_of_the_rows_there_and_others_gone_is_held_and_fewer_are_not() {
    let clerk = clerk();
    let other = "2026-03-04,冯九,13800000009,7,1400,张三\n";
    clerk.write("二/出货.csv", sheet(&[ROWS[0], ROWS[1], other]));
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["held"]["gone"]), (3, &json!(2)), "{imported}");
    clerk.write("三/出货.csv", sheet(&[ROWS[0], other]));
    assert_eq!(import(&clerk, &["三"]).0, 0);
}

/// The sheet with one phone corrected.
pub fn corrected() -> String {
    sheet(&ROWS).replace("13800000002", "13800000012")
}

const AFTER: [&str; 4] = ["孙四 13800000004 5", "王一 13800000001 2", "赵二 13800000012 3", "钱三 13800000003 1"];

#[test]
fn a_corrected_sheet_is_held_and_said() {
    let clerk = clerk();
    clerk.write("店/inbox/出货(2).csv", corrected());
    let night = clerk.zh(&["-C", "店", "nightly", "--as-of", "2026-03-10"]);
    assert_eq!((night.code, sales(&clerk)), (3, BEFORE.map(str::to_owned).to_vec()), "{night:?}");
    assert!(clerk.path("店/inbox/出货(2).csv").exists());
    let file = clerk.path("店/inbox/出货(2).csv");
    let file = file.display();
    let expected = "出货(2).csv 没有导入，等人确认：与已导入的同名表相比，原有 4 行中 3 行还在，1 行不见了（其中 1 行在新表里只改了一两栏），像是改过的同一张表\n  \
         旧 出货.csv 第 3 行：出货日期 2026-03-02 · 顾客姓名 赵二 · 电话【13800000002】 · 盒数 3 · 金额 600 · 专员 S1\n  \
         新 出货(2).csv 第 3 行：出货日期 2026-03-02 · 顾客姓名 赵二 · 电话【13800000012】 · 盒数 3 · 金额 600 · 专员 S1\n";
    assert!(night.stderr.contains(expected), "{}", night.stderr);
    let replace = format!("huifang -C 店 import --replace '{file}'");
    let add = format!("huifang -C 店 import --add '{file}'");
    assert!(night.stderr.contains(&replace) && night.stderr.contains(&add), "{}", night.stderr);
    assert!(night.stdout.contains("有 1 个文件等人确认，留在收件箱"), "{}", night.stdout);
    let log = std::fs::read_to_string(clerk.path("店/huifang.log")).unwrap();
    assert!(log.lines().last().unwrap().ends_with("留在收件箱 1 个，其中待确认 1 个"), "{log}");
    let status: Value = serde_json::from_str(&clerk.zh(&["-C", "店", "status", "--format", "json"]).stdout).unwrap();
    assert_eq!(status["held"][0]["replace"], json!(replace), "{status}");
    assert_eq!(status["held"][0]["add"], json!(add), "{status}");
    assert!(clerk.zh(&["-C", "店", "status"]).stdout.contains("像是改过的同名表（原有 3 行还在，1 行不见了）"));
    // Whoever types the program's name alone the next morning reads which file waits, and both commands.
    let alone = clerk.zh(&["-C", "店", "--as-of", "2026-03-10"]).stdout;
    assert!(alone.contains("等人确认：1 个文件") && alone.contains("（出货(2).csv）"), "{alone}");
    assert!(alone.lines().any(|line| line.contains(&replace)), "{alone}");
    assert!(alone.lines().any(|line| line.contains(&add)), "{alone}");
    // Settled, it is held no longer; and once settled, the same sheet is known.
    assert_eq!(import(&clerk, &["店/inbox/出货(2).csv", "--replace"]).0, 0);
    assert_eq!(sales(&clerk), AFTER);
    let status: Value = serde_json::from_str(&clerk.zh(&["-C", "店", "status", "--format", "json"]).stdout).unwrap();
    assert_eq!(status["held"], json!([]));
    assert!(!clerk.zh(&["-C", "店", "--as-of", "2026-03-10"]).stdout.contains("等人确认"));
    assert_eq!(clerk.zh(&["-C", "店", "nightly", "--as-of", "2026-03-10"]).code, 0);
    assert_eq!(sales(&clerk), AFTER);
}

#[test]
fn what_is_added_beside_the_earlier_one_stays_settled() {
    let clerk = clerk();
    clerk.write("二/出货.csv", corrected());
    assert_eq!(import(&clerk, &["二"]).0, 3);
    let (code, imported) = import(&clerk, &["二", "--add"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(1)), "{imported}");
    let both =
        ["孙四 13800000004 5", "王一 13800000001 2", "赵二 13800000002 3", "赵二 13800000012 3", "钱三 13800000003 1"];
    assert_eq!(sales(&clerk), both);
    // The next day's cumulative sheet is not asked about again.
    clerk.write("三/出货.csv", format!("{}2026-03-05,陈十,13800000010,1,200,李四\n", corrected()));
    let (code, imported) = import(&clerk, &["三"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(1)), "{imported}");
    // What was added is taken back: it is asked about as if it had never been answered.
    clerk.zh(&["-C", "店", "revert", "3", "--yes"]);
    clerk.zh(&["-C", "店", "revert", "2", "--yes"]);
    assert_eq!(import(&clerk, &["二"]).0, 3);
}

#[test]
fn a_house_may_have_settled_it_beforehand() {
    for (rule, after) in [("replace", AFTER.to_vec()), ("add", [&BEFORE[..3], &AFTER[2..3], &BEFORE[3..]].concat())] {
        let clerk = clerk();
        let settings = std::fs::read_to_string(clerk.path("店/huifang.toml")).unwrap();
        clerk.write("店/huifang.toml", settings.replace("# same_name = \"ask\"", &format!("same_name = \"{rule}\"")));
        clerk.write("店/inbox/出货.csv", corrected());
        let night = clerk.zh(&["-C", "店", "nightly", "--as-of", "2026-03-10"]);
        assert_eq!(
            (night.code, sales(&clerk)),
            (0, after.iter().map(ToString::to_string).collect()),
            "{rule}: {night:?}"
        );
    }
}

#[test]
fn a_roster_handed_in_again_changes_people_and_is_not_held() {
    let clerk = clerk();
    clerk.write("二/花名册.csv", "工号,姓名,岗位\nS1,张三,部门经理\nS2,李四,服务专员\n");
    assert_eq!(import(&clerk, &["二"]).0, 0);
}

/// What `check` lists under these codes, each with its words and the files and rows.
fn checked(clerk: &Clerk, lang: &str, codes: &[&str]) -> Vec<(String, Vec<String>)> {
    let said = clerk.en(&["-C", "店", "check", "--as-of", "2026-03-10", "--lang", lang, "--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&said.stdout).unwrap();
    let wanted = rows.iter().filter(|row| codes.iter().any(|code| row["code"] == *code));
    let place = |row: &Value| format!("{} {} {}", row["file"].as_str().unwrap(), row["sheet"], row["row"]);
    let of = |row: &Value| {
        let evidence = row["evidence"].as_array().unwrap().iter().map(place).collect();
        (row["message"].as_str().unwrap().to_owned(), evidence)
    };
    wanted.map(of).collect()
}

#[test]
fn twins_between_files_of_any_name_are_listed() {
    let clerk = clerk();
    clerk.write(
        "二/名单.csv",
        sheet(&[
            "2026-03-02,赵二,13800000012,3,600,张三\n",
            "2026-03-02,钱三,13800000003,2,200,李四\n",
            // Two fields differ, the staff or the day does: no twins.
            "2026-03-02,孙四,13800000004,6,1200,李四\n",
            "2026-03-02,王一,13800000001,2,400,李四\n",
            "2026-03-03,王一,13800000001,2,400,张三\n",
        ]),
    );
    assert_eq!(import(&clerk, &["二"]).0, 0);
    let rows = |one: u32, other: u32| vec![format!("出货.csv null {one}"), format!("名单.csv null {other}")];
    let chinese = |field: &str, values: &str| {
        format!("两份表里各有一行，只有“{field}”不同（{values}），像是同一件事记了两次；请改正错的那份，再导入代替它")
    };
    assert_eq!(
        checked(&clerk, "zh", &["twins"]),
        [(chinese("电话", "138****0002、138****0012"), rows(3, 2)), (chinese("盒数", "1、2"), rows(4, 3)),]
    );
    let english = checked(&clerk, "en", &["twins"]);
    assert!(english[0].0.contains("(138****0002, 138****0012)"), "{english:?}");
}

#[test]
fn equal_rows_within_a_sheet_are_listed_and_both_count() {
    let clerk = clerk();
    let twice = "2026-03-03,周六,13800000006,2,400,张三\n";
    clerk.write("二/两盒.csv", sheet(&[twice, "2026-03-03,吴七,13800000007,4,800,李四\n", twice]));
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(3)), "{imported}");
    let rows = vec!["两盒.csv null 2".to_owned(), "两盒.csv null 4".to_owned()];
    let chinese = "同一张表里有 2 行完全相同；若是重复登记，请删去多余的行，再导入代替它";
    assert_eq!(checked(&clerk, "zh", &["equal", "twins"]), [(chinese.to_owned(), rows.clone())]);
    assert_eq!(checked(&clerk, "en", &["equal"])[0].1, rows);
}

/// A workbook with those sheets of sales: name, then customer and boxes of each row.
fn workbook(clerk: &Clerk, path: &str, sheets: &[(&str, &[(&str, u32)])]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (at, heading) in (0..).zip(["出货日期", "顾客姓名", "电话", "盒数", "专员"]) {
            sheet.write(0, at, heading).unwrap();
        }
        for (line, (customer, boxes)) in (1..).zip(*rows) {
            sheet.write(line, 0, "2026-03-05").unwrap();
            sheet.write(line, 1, *customer).unwrap();
            sheet.write(line, 2, format!("1380000{:04}", customer.chars().next().unwrap() as u32 % 10_000)).unwrap();
            sheet.write(line, 3, *boxes).unwrap();
            sheet.write(line, 4, "张三").unwrap();
        }
    }
    let path = clerk.path(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    book.save(path).unwrap();
}

#[test]
fn a_sheet_that_is_a_copy_of_another_of_its_file_is_passed_over() {
    let clerk = clerk();
    workbook(
        &clerk,
        "二/三月.xlsx",
        &[
            ("五日", &[("周六", 2), ("周六", 2)]),
            ("三月", &[("周六", 2), ("吴七", 1), ("周六", 2)]),
            ("三月 (2)", &[("吴七", 1), ("周六", 2), ("周六", 2)]),
            ("六日", &[("周六", 2), ("郑八", 1)]),
        ],
    );
    let said = clerk.zh(&["-C", "店", "import", "二", "--as-of", "2026-03-10"]);
    let copy = |name: &str| format!("三月.xlsx {name}");
    for name in ["五日", "三月 (2)"] {
        let line = format!("工作表“{name}”的行都在工作表“三月”里，是它的副本，没有再导入一次");
        let said = &said.stderr;
        assert!(said.lines().any(|said| said.contains(&copy(name)) && said.contains(&line)), "{said}");
    }
    assert_eq!(said.code, 0);
    // What is no copy adds its rows, those that stand in another sheet as well, too; a row written twice counts twice.
    let kept: Vec<String> = sales(&clerk).into_iter().filter(|row| !BEFORE.contains(&row.as_str())).collect();
    let names: Vec<&str> = kept.iter().map(|row| row.split(' ').next().unwrap()).collect();
    assert_eq!(names, ["吴七", "周六", "周六", "周六", "郑八"]);
    let listed: Vec<String> = checked(&clerk, "zh", &["warning"]).into_iter().map(|(words, _)| words).collect();
    assert!(listed.iter().any(|words| words.contains("工作表“五日”的行都在工作表“三月”里")), "{listed:?}");
    // The file is known then, and its copies are still no rows.
    let (code, imported) = import(&clerk, &["二"]);
    assert_eq!((code, &imported["batch"]), (0, &Value::Null), "{imported}");
}

const VISITS: &str = "回访日期,顾客姓名,电话,专员,结果,满意度,回访单号\n";

fn visits(rows: &[&str]) -> String {
    format!("{VISITS}{}", rows.concat())
}

/// How many visits count.
fn live_visits(clerk: &Clerk) -> u64 {
    let batches = clerk.zh(&["-C", "店", "batches", "--format", "json"]).stdout;
    let batches: Vec<Value> = serde_json::from_str(&batches).unwrap();
    batches.iter().skip(1).map(|batch| batch["live"].as_u64().unwrap()).sum()
}

#[test]
fn a_row_with_a_task_is_completed_by_the_one_that_says_more() {
    let clerk = clerk();
    let first = "2026-03-06,王一,13800000001,张三,,,T-AAAAAAAAAA\n";
    clerk.write("一/回访.csv", visits(&[first]));
    import(&clerk, &["一/回访.csv"]);
    clerk.write("二/回访.csv", visits(&["2026-03-06,王一,13800000001,张三,已接通,5,T-AAAAAAAAAA\n"]));
    let (code, imported) = import(&clerk, &["二/回访.csv"]);
    assert_eq!((code, &imported["files"][0]["sheets"][0]["added"]), (0, &json!(1)), "{imported}");
    assert_eq!(live_visits(&clerk), 1);
    // Taken back, the first one counts again.
    assert_eq!(clerk.zh(&["-C", "店", "revert", "3", "--yes"]).code, 0);
    assert_eq!(live_visits(&clerk), 1);
    // Without a task it is a corrected row, and held.
    clerk.write("三/另.csv", visits(&["2026-03-07,王一,13800000001,张三,,,\n"]));
    import(&clerk, &["三/另.csv"]);
    clerk.write("四/另.csv", visits(&["2026-03-07,王一,13800000001,张三,已接通,5,\n"]));
    assert_eq!(import(&clerk, &["四/另.csv"]).0, 3);
}

#[test]
fn an_attempt_stands_beside_the_call_that_came_later() {
    for (later, code, live) in [("2026-03-07", 0, 2), ("2026-03-06", 0, 2), ("2026-03-05", 3, 1)] {
        let clerk = clerk();
        clerk.write("一/回访.csv", visits(&["2026-03-06,王一,13800000001,张三,未接,,T-AAAAAAAAAA\n"]));
        import(&clerk, &["一/回访.csv"]);
        clerk.write("二/回访.csv", visits(&[&format!("{later},王一,13800000001,张三,已接通,,T-AAAAAAAAAA\n")]));
        assert_eq!((import(&clerk, &["二/回访.csv"]).0, live_visits(&clerk)), (code, live), "{later}");
    }
}
