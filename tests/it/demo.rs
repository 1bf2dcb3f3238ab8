//! `demo`: what it shows, word for word in both languages, and that what it says to try can be tried.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use crate::golden::{difference, hold};

/// The program as its own answers call it.
fn program() -> String {
    assert_cmd::cargo::cargo_bin("huifang").display().to_string()
}

fn shows_and_can_be_gone_on_with(lang: &str, run: impl Fn(&Clerk, &[&str]) -> Said) {
    let clerk = Clerk::new();
    let said = run(&clerk, &["demo"]);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    hold([difference(format!("tests/golden/demo.{lang}.txt"), &said.stdout.replace(&program(), "huifang"))]);

    let commands: Vec<&str> =
        said.stdout.lines().filter_map(|line| line.trim_start().strip_prefix(&program())).collect();
    assert_eq!(commands.len(), 7, "two lists are shortened, five commands can be tried");
    for command in commands {
        let words: Vec<&str> = command.split_whitespace().collect();
        let answer = run(&clerk, &words);
        assert_eq!((answer.code, answer.stderr.as_str()), (0, ""), "{command}");
        assert!(answer.stdout.lines().count() > 5, "{command}\n{}", answer.stdout);
    }
}

#[test]
fn it_shows_the_branch_in_chinese() {
    shows_and_can_be_gone_on_with("zh", Clerk::zh);
}

#[test]
fn it_shows_the_branch_in_english() {
    shows_and_can_be_gone_on_with("en", Clerk::en);
}

#[test]
fn the_night_was_done_in_the_folder_named() {
    let clerk = Clerk::new();
    std::fs::create_dir(clerk.path("my shop")).unwrap();
    let said = clerk.en(&["demo", "my shop"]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stdout.contains(" -C 'my shop' due --as-of 2026-10-30\n"), "{}", said.stdout);
    let months = ["2026-08", "2026-09", "2026-10"];
    for month in months {
        assert_eq!(std::fs::read_dir(clerk.path("my shop/inbox").join(month)).map_or(0, Iterator::count), 0);
        assert!(clerk.path("my shop/archive/2026-10-30").join(month).is_dir());
    }
    for report in ["due.txt", "due.csv", "owners.csv", "violations.csv", "fines.csv"] {
        assert!(clerk.path("my shop/reports/2026-10-30").join(report).is_file(), "{report}");
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let clerk = Clerk::new();
    let program = program();
    clerk.write("full/letter.txt", "");
    assert_eq!(
        clerk.en(&["demo", "full"]),
        Said::failed(
            1,
            &format!("error: the folder `full` is not empty\nwhat to do: choose another folder: {program} demo DIR\n")
        )
    );
    assert_eq!(
        clerk.zh(&["demo", "full/letter.txt"]),
        Said::failed(
            1,
            &format!(
                "错误：“{}”：路径中有一段是文件，不是文件夹\n怎么办：请换一个名字\n",
                clerk.path("full/letter.txt").display()
            )
        )
    );
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    assert_eq!(
        clerk.en(&["demo", "shop"]),
        Said::failed(
            1,
            &format!(
                "error: there is a workspace in `shop` already\n\
                 what to do: go on with it: {program} -C shop due --as-of 2026-10-30; for a new one choose another folder, \
                 or delete `shop` first\n"
            )
        )
    );
    assert_eq!(
        clerk.zh(&["demo", "shop"]).stderr,
        format!(
            "错误：“shop”里已经有工作区了\n\
             怎么办：接着用它：{program} -C shop due --as-of 2026-10-30；要重新做一个，请换一个文件夹，或先删掉“shop”\n"
        )
    );
}

#[test]
fn it_is_a_page_and_nothing_else() {
    let clerk = Clerk::new();
    assert_eq!(
        clerk.en(&["demo", "--format", "json"]),
        Said::failed(
            2,
            "error: the demo is shown on the screen only\n\
             what to do: leave out `--format`; for files make the demo first, then ask with commands such as `due --format csv`\n"
        )
    );
    assert!(!clerk.path("huifang-demo").exists());
}
