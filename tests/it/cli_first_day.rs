//! A house's first day: from when breaches count, and the words for days that people type.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use chrono::{Datelike, Days, Local, NaiveDate};

const ROSTER: &str = "工号,姓名,岗位,部门,入职日期,月工资\nS1,张三,服务专员,一部,2020-01-01,4350\n";
/// The same slip on two days: each signup was reported a day late.
const SIGNUPS: &str = "报名时间,顾客姓名,电话,来源,专员,上报日期\n\
    2026-03-02,王一,13800000001,单子,张三,2026-03-05\n2026-03-03,王二,13800000002,单子,张三,2026-03-06\n";

/// A house begun with those words, with the two slips in it.
fn house(begun: &[&str]) -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&[&["init", "店"], begun].concat()).code, 0);
    clerk.write("花名册.csv", ROSTER);
    clerk.write("报名.csv", SIGNUPS);
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv", "报名.csv"]).code, 0);
    clerk
}

fn head(clerk: &Clerk, asked: &[&str]) -> Vec<String> {
    let said = clerk.zh(&[&["-C", "店"], asked, &["--as-of", "2026-03-31"]].concat());
    assert_eq!(said.code, 0, "{said:?}");
    said.stdout.lines().skip(1).take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The days of the late reports that count.
fn late(clerk: &Clerk) -> Vec<String> {
    let said = clerk.zh(&["-C", "店", "violations", "--format", "json", "--as-of", "2026-03-31"]);
    let rows: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let rows = rows.as_array().unwrap().iter().filter(|row| row["offence"] == "late-report");
    rows.map(|row| row["date"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn nobody_answers_for_what_lies_before_the_house_began() {
    assert_eq!(late(&house(&["--in-force-from", "none"])), ["2026-03-02", "2026-03-03"]);
    assert_eq!(late(&house(&["--in-force-from", "2026年3月2日"])), ["2026-03-02", "2026-03-03"]);
    assert_eq!(late(&house(&["--in-force-from", "2026/3/3"])), ["2026-03-03"]);
    assert_eq!(late(&house(&[])), Vec::<String>::new());
}

#[test]
fn it_begins_on_the_day_it_is_made() {
    for (asked, line) in [
        (&[][..], format!("in_force_from = {}", Local::now().date_naive())),
        (&["--as-of", "2026-04-01"], "in_force_from = 2026-04-01".to_owned()),
        (&["--in-force-from", "昨天"], format!("in_force_from = {}", Local::now().date_naive() - Days::new(1))),
    ] {
        let clerk = Clerk::new();
        clerk.zh(&[&["init", "店"], asked].concat());
        let policy = std::fs::read_to_string(clerk.path("店/policy.toml")).unwrap();
        assert!(policy.lines().any(|written| written == line), "{line}");
    }
    let clerk = house(&["--in-force-from", "none"]);
    let policy = std::fs::read_to_string(clerk.path("店/policy.toml")).unwrap();
    assert!(!policy.lines().any(|line| line.starts_with("in_force_from")));
}

#[test]
fn the_heads_of_violations_and_fines_say_from_when_they_count() {
    let clerk = house(&["--in-force-from", "2026-03-03"]);
    let says = |asked: &[&str]| head(&clerk, asked).iter().any(|line| line.starts_with("只计 2026-03-03 起的违规"));
    for reaching_behind in
        [&["violations"][..], &["violations", "--from", "2026-03-02"], &["fines"], &["fines", "--month", "2026-02"]]
    {
        assert!(says(reaching_behind), "{reaching_behind:?}");
    }
    for after in [&["violations", "--from", "2026-03-03"][..], &["fines", "--month", "2026-04"]] {
        assert!(!says(after), "{after:?}");
    }
    assert_eq!(head(&house(&["--in-force-from", "none"]), &["fines"]).len(), 1);
}

#[test]
fn days_and_months_are_typed_as_people_say_them() {
    let clerk = house(&["--in-force-from", "none"]);
    let today = Local::now().date_naive();
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    let asked = |day: &str| clerk.zh(&["-C", "店", "owners", "--as-of", day]);
    let whole = |day: NaiveDate| asked(&day.to_string()).stdout;
    for (word, day) in [("今天", today), ("昨天", today - Days::new(1)), ("周一", monday)] {
        let said = asked(word);
        assert_eq!((said.code, said.stdout), (0, whole(day)), "{word}");
        assert_eq!(said.stderr, format!("“--as-of {word}”按 {day} 处理\n"));
    }
    // What is whole in itself needs no word.
    let said = asked("2026年3月31日");
    assert_eq!((said.stdout, said.stderr), (asked("20260331").stdout, String::new()));
    let month = clerk.zh(&["-C", "店", "fines", "--month", "2026年3月", "--as-of", "2026/3/31"]);
    assert_eq!(
        month.stdout.lines().next(),
        clerk.zh(&["-C", "店", "fines", "--as-of", "20260331"]).stdout.lines().next()
    );
}

#[test]
fn what_is_no_day_is_refused_with_the_forms_that_are() {
    let clerk = Clerk::new();
    let said = clerk.zh(&["init", "店", "--as-of", "2026-02-30"]);
    assert_eq!((said.code, said.stdout.as_str()), (2, ""));
    for form in ["2026-11-20", "20261120", "2026年11月20日", "11-20", "今天", "周一"] {
        assert!(said.stderr.contains(form), "{}", said.stderr);
    }
    let said = clerk.en(&["fines", "--month", "2026-13"]);
    assert_eq!(said.code, 2);
    for form in ["2026-10", "2026年10月", "10月", "last month"] {
        assert!(said.stderr.contains(form), "{}", said.stderr);
    }
}

#[test]
fn a_report_asked_for_by_a_word_can_be_made_again_on_another_day() {
    let clerk = house(&["--in-force-from", "none"]);
    assert_eq!(clerk.zh(&["-C", "店", "violations", "--to", "昨天", "-o", "违规.csv"]).code, 0);
    let stamp = std::fs::read_to_string(clerk.path("违规.csv.stamp")).unwrap();
    let yesterday = Local::now().date_naive() - Days::new(1);
    assert!(stamp.contains(&format!("\"--to\",\"{yesterday}\"")), "{stamp}");
    assert_eq!(clerk.zh(&["-C", "店", "verify", "违规.csv"]).code, 0);
}

/// What `owners` shows of phones, with those lines added to the settings.
fn owners(clerk: &Clerk, lang: Option<&str>) -> String {
    let mut command = assert_cmd::Command::cargo_bin("huifang").unwrap();
    command.current_dir(clerk.path(".")).args(["-C", "店", "owners", "--as-of", "2026-03-31"]);
    command.env_remove("HUIFANG_WORKSPACE").env("LC_ALL", "de_DE.UTF-8");
    match lang {
        Some(lang) => command.env("HUIFANG_LANG", lang),
        None => command.env_remove("HUIFANG_LANG"),
    };
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn set(clerk: &Clerk, from: &str, to: &str) {
    let file = clerk.path("店/huifang.toml");
    let settings = std::fs::read_to_string(&file).unwrap();
    assert!(settings.contains(from), "{settings}");
    std::fs::write(file, settings.replace(from, to)).unwrap();
}

#[test]
fn a_house_is_spoken_to_in_its_language_unless_somebody_asks_for_another() {
    let clerk = house(&[]);
    assert!(owners(&clerk, None).starts_with("资源归属表"));
    assert!(!owners(&clerk, Some("en")).contains("资源归属表"));
    set(&clerk, "language = \"zh\"", "language = \"en\"");
    assert!(!owners(&clerk, None).contains("资源归属表"));
    assert!(owners(&clerk, Some("zh")).starts_with("资源归属表"));
}

#[test]
fn a_house_may_see_phones_in_full_and_what_it_gave_out_before_is_still_true() {
    let clerk = house(&[]);
    assert_eq!(clerk.zh(&["-C", "店", "owners", "--as-of", "2026-03-31", "-o", "归属.csv"]).code, 0);
    assert!(owners(&clerk, None).contains("138****0001"));
    set(&clerk, "masking = true", "masking = false");
    assert!(owners(&clerk, None).contains("13800000001"));
    assert_eq!(clerk.zh(&["-C", "店", "verify", "归属.csv"]).code, 0);
}

#[test]
fn a_fault_of_the_settings_is_shown_where_it_stands() {
    let clerk = house(&[]);
    set(&clerk, "masking = true", "maskin = true");
    let said = clerk.zh(&["-C", "店", "owners"]);
    assert_eq!(said.code, 1);
    for part in ["huifang.toml”不能用，有 1 处要改", "masking", "huifang.toml:15:1", "^^^^^^"] {
        assert!(said.stderr.contains(part), "{part}: {}", said.stderr);
    }
    // The first version wrote no more than this.
    clerk.write("店/huifang.toml", "format = 1\npreset = \"meeting-sales\"\n");
    assert_eq!(clerk.zh(&["-C", "店", "owners"]).code, 0);
}

/// `huifang` alone, in the house or, without one, anywhere.
fn alone(clerk: &Clerk, house: Option<&str>, day: &str) -> String {
    let folder: Vec<&str> = house.map(|house| vec!["-C", house]).unwrap_or_default();
    let said = clerk.zh(&[&folder[..], &["--as-of", day]].concat());
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    let at = clerk.path(house.unwrap_or_default()).display().to_string();
    said.stdout.replace(&at, "…")
}

#[test]
fn alone_it_says_how_to_begin() {
    let clerk = Clerk::new();
    let said = alone(&clerk, None, "2026-03-31");
    assert!(
        said.lines().count() <= 10 && said.contains("huifang init 门店") && said.contains("huifang demo"),
        "{said}"
    );
    assert!(clerk.en(&[]).stdout.contains("huifang init shop"));
}

#[test]
fn alone_it_says_how_things_stand_and_what_comes_next() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "店", "--in-force-from", "none"]);
    assert_eq!(
        alone(&clerk, Some("店"), "2026-03-04"),
        "店（数据截至 2026-03-04）\n工作区：…\n\
         台账库还是空的\n收件箱：没有等着导入的文件\n退回：没有\n\
         接下来：填好 templates 里的员工花名册，放进 inbox，再运行  huifang -C 店 nightly\n全部命令：huifang -C 店 --help\n"
    );
    clerk.write("店/inbox/花名册.csv", ROSTER);
    for file in ["报名.csv", "报名 (2).csv", "报名 (3).csv"] {
        clerk.write(&format!("店/inbox/{file}"), SIGNUPS.replace("张三", "王五"));
    }
    let said = alone(&clerk, Some("店"), "2026-03-04");
    assert!(said.contains("收件箱：4 个文件等着导入（报名 (2).csv、报名 (3).csv、报名.csv，另有 1 个）"), "{said}");
    assert!(said.contains("接下来：huifang -C 店 nightly"), "{said}");
    clerk.zh(&["-C", "店", "nightly", "--as-of", "2026-03-04"]);
    let said = alone(&clerk, Some("店"), "2026-03-04");
    assert!(said.contains("退回：3 个文件还没有改好"), "{said}");
    assert!(said.contains("接下来：改好 rejects 里的文件"), "{said}");
}

#[test]
fn alone_it_counts_what_is_due_tomorrow_and_names_ledgers_that_are_behind() {
    let clerk = house(&["--in-force-from", "none"]);
    clerk.write("预热.csv", "预热时间,顾客姓名,电话,专员\n2026-03-02 12:00,王一,13800000001,张三\n");
    clerk.zh(&["-C", "店", "import", "预热.csv"]);
    let said = alone(&clerk, Some("店"), "2026-03-04");
    assert!(said.contains("明天（2026-03-05）：当日到期 1 项，逾期 0 项，即将到期 0 项"), "{said}");
    assert!(said.contains("台账没有录全：一部的预热情况统计表只到 2026-03-02"), "{said}");
    assert!(said.lines().count() <= 10, "{said}");
    let kept = alone(&clerk, Some("店"), "2026-03-03");
    assert!(
        kept.contains("台账：都录到了昨天或今天") && kept.contains("接下来：看明天的应办清单  huifang -C 店 due"),
        "{kept}"
    );
}

#[test]
fn the_file_to_click_on_does_the_nights_work_wherever_the_folder_lies() {
    let clerk = Clerk::new();
    clerk.zh(&["init", "老 店", "--in-force-from", "none"]);
    let paper = std::fs::read_to_string(clerk.path("老 店/先看我.txt")).unwrap();
    let batch = std::fs::read_to_string(clerk.path("老 店/每晚导入.bat")).unwrap();
    let program = env!("CARGO_BIN_EXE_huifang");
    assert!(paper.contains(program) && batch.contains(program), "{batch}");
    if cfg!(unix) {
        std::fs::rename(clerk.path("老 店"), clerk.path("搬了家")).unwrap();
        clerk.write("搬了家/inbox/花名册.csv", ROSTER);
        let mut command = std::process::Command::new(clerk.path("搬了家/每晚导入.sh"));
        let output = command.env("HUIFANG_LANG", "zh").env_remove("HUIFANG_WORKSPACE").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(clerk.path("搬了家/archive").is_dir());
    }
}

#[test]
fn a_file_somebody_has_there_already_is_left_alone() {
    let clerk = Clerk::new();
    clerk.write("店/先看我.txt", "我的");
    assert_eq!(clerk.zh(&["init", "店"]).code, 0);
    assert_eq!(std::fs::read_to_string(clerk.path("店/先看我.txt")).unwrap(), "我的");
}

#[test]
fn n_limits_the_rows_of_a_listing_and_says_how_many_more() {
    let clerk = house(&["--in-force-from", "none"]);
    let asked = |rest: &[&str]| clerk.zh(&[&["-C", "店", "owners", "--as-of", "2026-03-31"], rest].concat());
    let page = asked(&["-n", "1"]);
    assert!(page.stdout.contains("138****0001") && !page.stdout.contains("138****0002"), "{}", page.stdout);
    assert!(page.stdout.contains("……另有 1 行没有列出（-n）"), "{}", page.stdout);
    let csv = asked(&["-n", "1", "--format", "csv"]);
    assert_eq!((csv.stdout.lines().count(), csv.stderr.as_str()), (2, "……另有 1 行没有列出（-n）\n"));
    let rows = |said: &str| serde_json::from_str::<serde_json::Value>(said).unwrap().as_array().unwrap().len();
    let json = |count: &str| rows(&asked(&["-n", count, "--format", "json"]).stdout);
    assert_eq!((json("0"), json("1"), json("2"), json("9")), (0, 1, 2, 2));
    assert!(!asked(&["-n", "2"]).stdout.contains("没有列出"));
    // A page cut short can be made again.
    assert_eq!(asked(&["-n", "1", "-o", "短.txt"]).code, 0);
    assert_eq!(clerk.zh(&["-C", "店", "verify", "短.txt"]).code, 0);
}

/// Ctrl-C in the middle of a long import.
#[cfg(unix)]
#[test]
fn an_import_broken_off_leaves_nothing_and_says_so() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let clerk = house(&[]);
    let row = |n: u32| {
        format!("2026-03-02,王{n},138{n:08},单子,{},2026-03-02\n", if n.is_multiple_of(2) { "张三" } else { "无此人" })
    };
    clerk.write(
        "很多.csv",
        SIGNUPS.lines().next().unwrap().to_owned() + "\n" + &(0..400_000).map(row).collect::<String>(),
    );
    let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
    command.current_dir(clerk.path(".")).args(["-C", "店", "import", "很多.csv"]).env("HUIFANG_LANG", "zh");
    let child = command.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    // Rows are read as soon as one is rejected.
    let since = Instant::now();
    let rejects = clerk.path("店/rejects");
    while std::fs::read_dir(&rejects).map_or(0, Iterator::count) == 0 && since.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{said}");
    assert!(said.contains("已中断。没有做到一半的事"), "{said}");
    assert_eq!(std::fs::read_dir(&rejects).unwrap().count(), 0);
    assert_eq!(clerk.zh(&["-C", "店", "batches", "--format", "csv"]).stdout.lines().count(), 2);
}

#[test]
fn alone_it_does_not_call_ledgers_kept_that_never_came_in() {
    let said = alone(&house(&[]), Some("店"), "2026-03-31");
    assert!(said.contains("台账：预热、回访等台账还没有导入"), "{said}");
    assert!(!said.contains("都录到了"), "{said}");
}

#[test]
fn init_says_from_when_on_breaches_count() {
    let clerk = Clerk::new();
    let begun = |asked: &[&str], dir: &str| clerk.zh(&[&["init", dir], asked].concat()).stdout;
    assert!(begun(&["--as-of", "2026-04-01"], "一").contains("2026-04-01 以前的事不算违规"));
    assert!(begun(&["--in-force-from", "none"], "二").contains("台账里所有日子的事都计算违规"));
}

#[test]
fn a_workspace_in_this_folder_is_named() {
    let clerk = Clerk::new();
    assert!(!clerk.zh(&[]).stdout.contains("是工作区"));
    clerk.zh(&["init", "门 店"]);
    let said = clerk.zh(&[]);
    assert_eq!(said.code, 0);
    assert_eq!(said.stdout.lines().next(), Some("这个文件夹里的“门 店”是工作区：先进去，或运行  huifang -C '门 店'"));
}
