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
