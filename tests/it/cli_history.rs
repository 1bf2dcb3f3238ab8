//! `batches`, `revert`, `status`, `check`: what was taken in, and what to look at.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use serde_json::{Value, json};

fn clerk() -> Clerk {
    let clerk = Clerk::new();
    clerk.en(&["init", "shop", "--in-force-from", "none"]);
    clerk.write("staff.csv", "staff_id,name,department,left\nS1,Zhang,East,\nS2,Li,West,2026-02-28\n");
    clerk.write(
        "signup.csv",
        "at,customer,phone,channel,staff,reported\n2026-03-02,Wang,13800000001,flyer,S1,2026-03-02\n\
         2026-03-03,Zhao,13800000001,flyer,S2,\n",
    );
    clerk
}

fn json_of(said: &Said) -> Value {
    serde_json::from_str(&said.stdout).unwrap()
}

#[test]
fn the_history_keeps_what_was_taken_out() {
    let clerk = clerk();
    clerk.en(&["-C", "shop", "import", "staff.csv"]);
    clerk.en(&["-C", "shop", "import", "signup.csv"]);
    assert_eq!(
        clerk.en(&["-C", "shop", "revert", "--yes", "1"]),
        Said::done(
            "batch 1 is reverted: 2 rows no longer count; `huifang restore 1` brings it back\n\
             rows that no longer count: staff roster 2\n\
             no household, task, violation or sum is changed\n"
        )
    );
    let batches = json_of(&clerk.en(&["-C", "shop", "batches", "--format", "json"]));
    let shown = |at: usize| ["batch", "files", "added", "live"].map(|field| batches[at][field].clone());
    assert_eq!(shown(0), [json!(1), json!(["staff.csv"]), json!(2), json!(0)]);
    assert_eq!(shown(1), [json!(2), json!(["signup.csv"]), json!(2), json!(2)]);
    assert_eq!([&batches[0]["state"], &batches[1]["state"]], [&json!("reverted"), &json!("live")]);
    assert!(batches[0]["reverted"].is_string() && batches[1]["reverted"].is_null());
    let page = clerk.zh(&["-C", "shop", "batches"]).stdout;
    assert!(page.starts_with("批次\n共 2 个批次，先导入的在前\n\n批次  导入时间"), "{page}");
    assert_eq!(
        clerk.zh(&["-C", "shop", "revert", "--yes", "3"]),
        Said::failed(1, "错误：没有批次 3；最后一个是 2\n怎么办：请看“huifang batches”\n")
    );
}

#[test]
fn status_says_what_there_is_and_how_far_it_reaches() {
    let clerk = clerk();
    clerk.write("shop/inbox/tomorrow.csv", "");
    let folder = clerk.path("shop");
    assert_eq!(
        clerk.en(&["-C", "shop", "status", "--as-of", "2026-03-31"]).stdout,
        format!(
            "`{}` (as of 2026-03-31)\n\
             the books are empty: import the roster and the ledgers with `huifang import FILES`\n\
             waiting in the inbox: tomorrow.csv\n",
            folder.display()
        )
    );
    clerk.en(&["-C", "shop", "import", "staff.csv", "signup.csv"]);
    let status = json_of(&clerk.en(&["-C", "shop", "status", "--as-of", "2026-03-02", "--format", "json"]));
    assert_eq!(
        status["ledgers"],
        json!([
            {"ledger": "staff", "department": null, "rows": 2, "covered": null, "strays": 0},
            {"ledger": "signup", "department": "East", "rows": 1, "covered": "2026-03-02", "strays": 0},
            {"ledger": "signup", "department": "West", "rows": 1, "covered": null, "strays": 0}
        ])
    );
    assert_eq!((&status["last_batch"]["batch"], &status["last_batch"]["added"]), (&json!(1), &json!(4)));
}

#[test]
fn check_lists_what_to_look_at_with_its_rows() {
    let clerk = clerk();
    clerk.en(&["-C", "shop", "import", "staff.csv", "signup.csv"]);
    assert_eq!(
        clerk.en(&["-C", "shop", "check", "--as-of", "2026-03-31", "--format", "csv"]).stdout,
        "id,code,message,evidence\n\
         W-EYOERTXU,not-employed,\"S2 is not employed on 2026-03-03, so the row counts for nobody\",signup.csv row 3\n\
         W-5VSRSWAI,several-names,\"phone 138****0001 has several names: Wang, Zhao; if they are two people, give each a phone of their own\",signup.csv row 2; signup.csv row 3\n\
         W-MRHWTUSD,blank,signups: `reported` (上报日期) is blank in 1 of 2 rows,\n\
         W-YOY6UWX4,blank,signups: `entered` (录入日期) is blank in 2 of 2 rows,\n\
         W-NW4HXYEA,blank,signups: `entered_by` (录入人) is blank in 2 of 2 rows,\n"
    );
    let page = clerk.zh(&["-C", "shop", "check", "--as-of", "2026-03-02"]).stdout;
    assert!(page.starts_with("需要核对的资料（数据截至 2026-03-02）\n共 2 处要核对\n"), "{page}");
    assert!(page.contains("单据上没有填写的栏目（不能作为依据）（2）\n"), "{page}");
    // People read words: codes are for programs.
    assert!(page.contains("没填“录入日期”") && !page.contains("blank") && !page.contains("entered"), "{page}");
}

#[test]
fn a_policy_that_cannot_be_used_is_said_with_its_lines() {
    let clerk = clerk();
    let policy = std::fs::read_to_string(clerk.path("shop/policy.toml")).unwrap();
    clerk.write("shop/policy.toml", format!("nonsense = 1\n{policy}"));
    let file = clerk.path("shop/policy.toml").display().to_string();
    let place = format!("--> {file}:1:1\n  |\n1 | nonsense = 1\n  | ^^^^^^^^\n\n");
    let known = "hold, ownership, calls, obligation, sanctions, papers, offence, clause, headings, roles, preset, title, in_force_from";
    assert_eq!(
        clerk.en(&["-C", "shop", "check"]),
        Said::failed(
            1,
            &format!(
                "error: the policy `{file}` cannot be used: one place needs correcting\n\n\
                 there is no `nonsense` here; there can be {known}\n {place}\
                 what to do: correct these places in the file\n"
            )
        )
    );
    let said = clerk.zh(&["-C", "shop", "check", "--color", "always"]).stderr;
    assert!(
        said.contains("\u{1b}[") && said.starts_with(&format!("错误：制度文件“{file}”不能用，有 1 处要改\n")),
        "{said}"
    );
}

#[test]
fn a_journal_that_is_lost_is_no_empty_one() {
    let clerk = clerk();
    std::fs::remove_file(clerk.path("shop/huifang.db")).unwrap();
    let said = clerk.en(&["-C", "shop", "status"]);
    let journal = clerk.path("shop/huifang.db");
    let error = format!("error: there is no journal `{}`\n", journal.display());
    let remedy = "what to do: put the copy of it back, or start again with `huifang init` in another folder\n";
    assert_eq!(said, Said::failed(1, &format!("{error}{remedy}")));
    assert!(!journal.exists());
}

#[test]
fn a_workspace_is_found_from_inside_and_by_the_environment() {
    let clerk = clerk();
    assert_eq!(clerk.en(&["-C", "shop/inbox", "status"]).code, 1);
    assert_eq!(clerk.en_in("shop/inbox", &["batches", "--format", "json"]), Said::done("[]\n"));
    let file = clerk.path("batches.csv");
    assert_eq!(clerk.en(&["-C", "shop", "batches", "-o", "batches.csv"]), Said::done(""));
    let headings = "\u{feff}batch,at,files,added,live,state,reverted,command\n";
    assert_eq!(std::fs::read_to_string(file).unwrap(), headings);
}

#[test]
fn a_place_that_cannot_be_written_to_says_what_to_do() {
    let clerk = clerk();
    clerk.write("taken.csv/inside", "");
    for (output, reason, remedy) in [
        (
            "nowhere/batches.csv",
            "there is no such file or folder",
            "check the path; a folder that is to be written into must be there",
        ),
        ("taken.csv", "it is a folder, not a file", "choose another name"),
    ] {
        let error = format!("error: `{}`: {reason}\nwhat to do: {remedy}\n", clerk.path(output).display());
        assert_eq!(clerk.en(&["-C", "shop", "batches", "-o", output]), Said::failed(1, &error));
    }
    std::fs::remove_file(clerk.path("shop/policy.toml")).unwrap();
    let said = clerk.zh(&["-C", "shop", "check"]);
    let remedy =
        "怎么办：用“huifang init 文件夹 --preset meeting-sales”新建一个工作区，把里面的 policy.toml 复制过来\n";
    assert!(said.stderr.ends_with(remedy), "{}", said.stderr);
}

#[test]
fn the_environment_names_the_workspace() {
    let clerk = clerk();
    clerk.en(&["init", "other", "--in-force-from", "none"]);
    clerk.en(&["-C", "other", "import", "staff.csv"]);
    let mut command = assert_cmd::Command::cargo_bin("huifang").unwrap();
    command.current_dir(clerk.path("shop")).args(["batches", "--format", "csv"]);
    command.env("HUIFANG_LANG", "en").env("HUIFANG_WORKSPACE", clerk.path("other"));
    let output = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert_eq!(output.lines().count(), 2, "{output}");
}

#[test]
fn what_was_odd_about_a_row_is_listed_while_the_row_counts() {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店"]).code, 0);
    clerk.write("花名册.csv", "工号,姓名\n1001,张三\n");
    clerk.write("报名.csv", "报名时间,顾客姓名,电话,来源,专员\n2026-03-02,甲,55163077190,单子,1001\n");
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv", "报名.csv"]).code, 0);
    let listed = clerk.zh(&["-C", "店", "check"]).stdout;
    let line = "“电话”：开头的 0 丢了，已补上，按 0551-****7190 收下；请核对  报名.csv 第 2 行";
    assert!(listed.contains("已导入、但要留意的行（1）") && listed.contains(line), "{listed}");
    assert!(clerk.zh(&["-C", "店", "check", "--reveal"]).stdout.contains("0551-63077190"));
    assert_eq!(clerk.zh(&["-C", "店", "revert", "1", "--file", "报名.csv", "--yes"]).code, 0);
    let listed = clerk.zh(&["-C", "店", "check"]).stdout;
    assert!(!listed.contains("要留意的行"), "{listed}");
}
