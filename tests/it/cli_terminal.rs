//! At a real terminal: what is asked, what is paged, what shows itself, and Ctrl-C.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use crate::cli_again::{clerk, corrected};
use crate::terminal::Terminal;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

const DAY: [&str; 2] = ["--as-of", "2026-03-10"];

fn at_terminal(clerk: &Clerk, vars: &[(&str, &str)], args: &[&str]) -> Terminal {
    Terminal::of(clerk, vars, &[&["-C", "店"], args, &DAY].concat())
}

/// All that the journal and its reports say, without the folder, the time of day and what was typed.
fn papers(clerk: &Clerk) -> BTreeMap<&'static str, String> {
    let reports = ["batches", "status", "check", "owners", "due", "violations", "fines", "disputes"];
    let folder = clerk.path("").display().to_string();
    let paper = |report: &'static str| {
        let said = clerk.zh(&[&["-C", "店", report, "--format", "json"], &DAY[..]].concat());
        assert_eq!(said.code, 0, "{said:?}");
        let mut json: Value = serde_json::from_str(&said.stdout).unwrap();
        leave_out(&mut json, &["at", "since", "command"]);
        (report, json.to_string().replace(&folder, ""))
    };
    reports.into_iter().map(paper).collect()
}

fn leave_out(json: &mut Value, names: &[&str]) {
    match json {
        Value::Array(rows) => rows.iter_mut().for_each(|row| leave_out(row, names)),
        Value::Object(fields) => {
            fields.retain(|name, _| !names.contains(&name.as_str()));
            fields.values_mut().for_each(|field| leave_out(field, names));
        }
        _ => {}
    }
}

/// Which of them differ.
fn differing(one: &BTreeMap<&'static str, String>, other: &BTreeMap<&'static str, String>) -> Vec<&'static str> {
    one.iter().filter(|(report, said)| other[**report] != **said).map(|(report, _)| *report).collect()
}

#[test]
fn a_corrected_sheet_is_asked_about_and_each_answer_is_its_command() {
    let question = "二/出货.csv：以新表为准（r）、两张都算（a），还是先放着（回车）？";
    let answers = [("r", Some("--replace"), 0), ("以新表为准", Some("--replace"), 0), ("A", Some("--add"), 0)];
    for (answer, command, code) in answers.into_iter().chain([("", None, 3), ("n", None, 3)]) {
        let (asked, twin) = (clerk(), clerk());
        let before = papers(&asked);
        asked.write("二/出货.csv", corrected());
        let mut terminal = at_terminal(&asked, &[], &["import", "二/出货.csv"]);
        terminal.sees(question);
        terminal.press(&format!("{answer}\n"));
        let (ended, shown) = terminal.end();
        assert_eq!(ended, code, "{answer}: {shown}");
        let beside = shown.find("旧 出货.csv 第 3 行：").zip(shown.find("新 出货.csv 第 3 行："));
        assert!(beside.is_some_and(|(old, new)| old < new && new < shown.find(question).unwrap()), "{shown}");
        assert!(shown.contains("电话【13800000002】") && shown.contains("电话【13800000012】"), "{shown}");

        twin.write("二/出货.csv", corrected());
        assert_eq!(twin.zh(&[&["-C", "店", "import", "二/出货.csv"], &DAY[..]].concat()).code, 3);
        if let Some(command) = command {
            let said = twin.zh(&[&["-C", "店", "import", command, "二/出货.csv"], &DAY[..]].concat());
            assert_eq!(said.code, 0, "{said:?}");
        }
        let after = papers(&asked);
        assert_eq!(differing(&after, &papers(&twin)), Vec::<&str>::new(), "{answer}");
        // Left as it is, nothing of it counts; it is only said to wait.
        assert_eq!(differing(&before, &after) == ["status"], command.is_none(), "{answer}");
    }
}

#[test]
fn a_batch_is_taken_back_only_by_who_says_yes() {
    let clerk = clerk();
    let before = papers(&clerk);
    for (answer, said, changed) in
        [("n", "什么也没有改动", false), ("", "什么也没有改动", false), ("是", "已撤销", true)]
    {
        let mut terminal = at_terminal(&clerk, &[], &["revert", "1"]);
        terminal.sees("确定撤销");
        terminal.press(&format!("{answer}\n"));
        terminal.sees(said);
        assert_eq!((terminal.end().0, differing(&before, &papers(&clerk)).is_empty()), (0, !changed), "{answer}");
    }
}

/// A shop with more households than the terminal has lines.
fn crowded() -> Clerk {
    let clerk = clerk();
    let mut rows = String::from("报名时间,顾客姓名,电话,来源,专员\n");
    (0..40).for_each(|row| writeln!(rows, "2026-03-02,客{row:02},139000000{row:02},单子,张三").unwrap());
    clerk.write("报名.csv", rows);
    assert_eq!(clerk.zh(&[&["-C", "店", "import", "报名.csv"], &DAY[..]].concat()).code, 0);
    clerk
}

#[test]
fn a_listing_longer_than_the_terminal_goes_through_the_pager() {
    let clerk = crowded();
    let owners = |pager: &str, more: &[&str]| {
        let vars = [("PAGER", pager), ("HUIFANG_LANG", "zh")];
        let (code, shown) = at_terminal(&clerk, &vars, &[&["owners"], more].concat()).end();
        assert_eq!(code, 0, "{shown}");
        shown
    };
    let marks = "sed 's/^/页|/'";
    let plain = owners(marks, &["--no-pager"]);
    assert!(plain.lines().count() > 40 && plain.contains("139****0039"), "{plain}");
    let paged: String = plain.lines().map(|line| format!("页|{line}\n")).collect();
    assert_eq!(owners(marks, &[]), paged);
    // One that cannot be started hides nothing, nor does one that is not wanted.
    assert_eq!(owners("no-such-pager-here", &[]), plain);
    assert_eq!(owners("", &[]), plain);
    // What fits is not paged, nor what goes into a pipe or a file.
    assert!(!owners(marks, &["-n", "3"]).contains("页|"));
    let mut piped = Command::new(env!("CARGO_BIN_EXE_huifang"));
    piped.current_dir(clerk.path(".")).args([&["-C", "店", "owners"], &DAY[..]].concat());
    let piped = piped.env("HUIFANG_LANG", "zh").env("PAGER", marks).env_remove("HUIFANG_WORKSPACE").output().unwrap();
    let piped = String::from_utf8(piped.stdout).unwrap();
    assert!(piped.contains("139****0039") && !piped.contains("页|"), "{piped}");
    assert_eq!(owners(marks, &["-o", "归属.csv"]), "已写入 归属.csv\n");
}

/// Somebody who reads the journal, so that nobody can end writing it before they have done.
fn reader(clerk: &Clerk) -> Connection {
    let connection = Connection::open(clerk.path("店/huifang.db")).unwrap();
    connection.execute_batch("BEGIN").unwrap();
    connection.query_row("SELECT count(*) FROM batch", [], |row| row.get::<_, u32>(0)).unwrap();
    connection
}

/// Rows of which every other one is rejected.
fn many(rows: usize) -> String {
    let mut text = String::from("出货日期,顾客姓名,电话,盒数,金额,专员\n");
    for row in 0..rows {
        let staff = if row % 2 == 0 { "张三" } else { "无此人" };
        writeln!(text, "2026-03-05,客{row},136{row:08},1,200,{staff}").unwrap();
    }
    text
}

const WRITING: &str = "正在写入台账库";

#[test]
fn work_that_takes_long_shows_itself_on_a_terminal_and_nowhere_else() {
    let clerk = clerk();
    clerk.write("三/名单.csv", many(4));
    let reading = reader(&clerk);
    let mut terminal = at_terminal(&clerk, &[], &["import", "三"]);
    terminal.sees(WRITING);
    drop(reading);
    assert_eq!(terminal.end().0, 3);

    clerk.write("四/另一张.csv", many(4).replace(",136", ",137"));
    for (folder, more) in [("四", None), ("三", Some("-q"))] {
        let reading = reader(&clerk);
        let mut piped = Command::new(env!("CARGO_BIN_EXE_huifang"));
        piped.current_dir(clerk.path(".")).args([&["-C", "店", "import", folder], &DAY[..]].concat()).args(more);
        let piped = piped.env("HUIFANG_LANG", "zh").env_remove("HUIFANG_WORKSPACE");
        let child = piped.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Longer than anything stays unsaid on a terminal.
        std::thread::sleep(Duration::from_millis(1500));
        drop(reading);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(!said.contains(WRITING) && !said.contains('\u{1b}') && !said.contains('\r'), "{said}");
    }
}

#[test]
fn an_import_broken_off_at_any_point_never_was_and_can_be_run_again() {
    let undisturbed = clerk();
    undisturbed.write("三/名单.csv", many(600));
    let import = ["import", "三"];
    assert_eq!(undisturbed.zh(&[&["-C", "店"], &import[..], &DAY].concat()).code, 3);
    let expected = papers(&undisturbed);

    let clerk = clerk();
    clerk.write("三/名单.csv", many(600));
    let before = papers(&clerk);
    let rejects = || std::fs::read_dir(clerk.path("店/rejects")).map_or(0, Iterator::count);
    for while_writing in [false, true] {
        let reading = reader(&clerk);
        let mut terminal = at_terminal(&clerk, &[], &import);
        if while_writing {
            terminal.sees(WRITING);
        } else {
            // Rows are read as soon as one is rejected.
            while rejects() == 0 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        terminal.press("\u{3}");
        let (code, shown) = terminal.end();
        drop(reading);
        assert_eq!(code, 130, "{shown}");
        assert!(shown.contains("已中断。没有做到一半的事"), "{shown}");
        assert_eq!(differing(&before, &papers(&clerk)), Vec::<&str>::new());
    }
    assert_eq!(clerk.zh(&[&["-C", "店"], &import[..], &DAY].concat()).code, 3);
    assert_eq!(differing(&expected, &papers(&clerk)), Vec::<&str>::new());
    assert_eq!(rejects(), 1);
}
