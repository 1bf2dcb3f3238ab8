//! Several processes at once, and disks and folders that refuse: who waits says so, what fails says why, and the journal
//! is as it was.
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use rusqlite::Connection;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

const WAITING: [(&str, &str); 2] = [
    ("en", "another huifang is writing to the journal; waiting for it to finish …"),
    ("zh", "另一个 huifang 正在写台账库，等它写完……"),
];

/// A workspace with two files of `rows` invitations each, one of them with a row to be rejected, beside it.
fn clerk(rows: usize) -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    for (file, prefix) in [("books/invite.csv", 138), ("more/invite-april.csv", 139)] {
        let mut invites = String::from("at,phone,staff,event\n");
        (1..=rows).for_each(|number| writeln!(invites, "2026-03-02,{prefix}{number:08},S1,spring").unwrap());
        clerk.write(file, invites);
    }
    clerk.write("books/staff.csv", "staff_id,name\nS1,Zhang\n");
    clerk.write("more/staff.csv", "staff_id,name\nS1,Zhang\n");
    clerk.write("bad/invite.csv", "at,phone,staff,event\n2026-03-02,1,S1,\n2026-03-03,13700000000,S1,\n");
    clerk.write("bad/staff.csv", "staff_id,name\nS1,Zhang\n");
    clerk
}

fn start(clerk: &Clerk, lang: &str, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
    command.current_dir(clerk.path(".")).args(["-C", "shop"]).args(args).env("HUIFANG_LANG", lang);
    command.env_remove("HUIFANG_WORKSPACE").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What the journal says of itself, and how many batches and rows it holds.
fn journal(clerk: &Clerk) -> (String, u32, u32) {
    let connection = Connection::open(clerk.path("shop/huifang.db")).unwrap();
    let number =
        |table: &str| connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
    let whole = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    (whole, number("batch"), number("row"))
}

fn whole(batches: u32, rows: u32) -> (String, u32, u32) {
    ("ok".to_owned(), batches, rows)
}

#[test]
fn whoever_comes_while_another_writes_waits_and_says_so() {
    let clerk = clerk(10);
    let commands: [&[&str]; 2] = [&["import", "books"], &["nightly", "--as-of", "2026-03-31"]];
    clerk.write("shop/inbox/invite-april.csv", fs::read(clerk.path("more/invite-april.csv")).unwrap());
    for ((lang, waiting), args) in WAITING.into_iter().zip(commands) {
        let other = Connection::open(clerk.path("shop/huifang.db")).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let before = journal(&clerk);
        let mut child = start(&clerk, lang, args);
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        stderr.read_line(&mut line).unwrap();
        assert_eq!(line.trim_end(), waiting);
        // Who only reads need not wait for it.
        assert_eq!(clerk.en(&["-C", "shop", "owners", "--as-of", "2026-03-31"]).code, 0);
        assert_eq!((child.try_wait().unwrap(), journal(&clerk)), (None, before));
        other.execute_batch("COMMIT").unwrap();
        let mut rest = String::new();
        stderr.read_to_string(&mut rest).unwrap();
        assert_eq!((child.wait().unwrap().code(), rest), (Some(0), String::new()));
    }
    assert_eq!(journal(&clerk), whole(2, 21));
}

#[test]
fn two_imports_at_once_are_both_in() {
    let clerk = clerk(3_000);
    let children = ["books", "more"].map(|folder| start(&clerk, "en", &["import", folder]));
    for child in children {
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let is_quiet = stderr.is_empty() || stderr.trim_end() == WAITING[0].1;
        assert_eq!((output.status.code(), is_quiet), (Some(0), true), "{stderr}");
    }
    assert_eq!(journal(&clerk), whole(2, 6_001));
}

#[test]
fn a_night_that_waits_keeps_a_second_one_out() {
    let clerk = clerk(10);
    clerk.write("shop/inbox/invite.csv", fs::read(clerk.path("books/invite.csv")).unwrap());
    clerk.write("shop/inbox/staff.csv", "staff_id,name\nS1,Zhang\n");
    let other = Connection::open(clerk.path("shop/huifang.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut first = start(&clerk, "en", &["nightly", "--as-of", "2026-03-31"]);
    let mut stderr = BufReader::new(first.stderr.take().unwrap());
    stderr.read_line(&mut String::new()).unwrap();
    let second = clerk.en(&["-C", "shop", "nightly", "--as-of", "2026-03-31"]);
    let lines: Vec<&str> = second.stderr.lines().collect();
    assert_eq!((second.code, second.stdout.as_str(), lines.len()), (1, "", 2));
    assert!(lines[0].contains(&format!("(PID {})", first.id())), "{}", lines[0]);
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(first.wait().unwrap().code(), Some(0));
    assert_eq!(journal(&clerk), whole(1, 11));
    assert_eq!(clerk.en(&["-C", "shop", "nightly", "--as-of", "2026-03-31"]).code, 0);
    assert_eq!(journal(&clerk), whole(1, 11));
}

/// Runs an import that may write no file of more than 100 KB; `ignored`: it is told so instead of killed.
#[cfg(unix)]
fn with_little_room(clerk: &Clerk, lang: &str, ignored: bool) -> std::process::Output {
    let trap = if ignored { "trap '' XFSZ;" } else { "" };
    // Units of 512 bytes or 1 KB, as the shell has it.
    let script = format!("{trap} ulimit -c 0; ulimit -f 100; exec \"$0\" -C shop import books");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_huifang")]).current_dir(clerk.path("."));
    command.env("HUIFANG_LANG", lang).env_remove("HUIFANG_WORKSPACE").output().unwrap()
}

#[cfg(unix)]
#[test]
fn no_room_for_the_journal_is_said_and_the_journal_is_as_it_was() {
    let clerk = clerk(3_000);
    let file = clerk.path("shop/huifang.db");
    let file = file.display();
    let said = |lang| {
        let output = with_little_room(&clerk, lang, true);
        (output.status.code(), String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(
        said("en"),
        (
            Some(1),
            format!(
                "error: the drive of the journal `{file}` failed; the journal is as it was before\n\
                 what to do: check the disk or the connection to the network drive, then do the same again\n"
            )
        )
    );
    assert_eq!(
        said("zh"),
        (
            Some(1),
            format!("错误：台账库“{file}”所在的磁盘出错；台账库保持原样\n怎么办：请检查磁盘或网络盘的连接，再做一遍\n")
        )
    );
    assert_eq!(journal(&clerk), whole(0, 0));
    // Most systems kill for it.
    assert_eq!(with_little_room(&clerk, "en", false).status.code(), None);
    assert_eq!(clerk.en(&["-C", "shop", "import", "books"]).code, 0);
    assert_eq!(journal(&clerk), whole(1, 3_001));
}

#[test]
fn a_file_where_a_folder_belongs_is_named_and_nothing_is_taken_in() {
    let clerk = clerk(1);
    let root = clerk.path("shop");
    let at = |name: &str| root.join(name).display().to_string();
    clerk.write("shop/rejects", "");
    assert_eq!(
        clerk.en(&["-C", "shop", "import", "-q", "bad"]),
        Said::failed(
            1,
            &format!(
                "error: `{}`: it exists already\nwhat to do: move away what stands in its place, then do the same again\n",
                at("rejects")
            )
        )
    );
    assert_eq!(
        clerk.zh(&["-C", "shop", "import", "-q", "bad"]),
        Said::failed(
            1,
            &format!("错误：“{}”：已经存在\n怎么办：请把占着这个位置的文件或文件夹移走，再做一遍\n", at("rejects"))
        )
    );
    assert_eq!(journal(&clerk), whole(0, 0));
    fs::remove_file(clerk.path("shop/rejects")).unwrap();
    assert_eq!(clerk.en(&["-C", "shop", "import", "bad"]).code, 3);
    assert_eq!(journal(&clerk), whole(1, 2));
}

#[test]
fn an_archive_or_reports_that_cannot_be_written_lose_nothing() {
    let clerk = clerk(1);
    let root = clerk.path("shop");
    let night = |lang: &str| match lang {
        "zh" => clerk.zh(&["-C", "shop", "nightly", "--as-of", "2026-03-31"]),
        _ => clerk.en(&["-C", "shop", "nightly", "--as-of", "2026-03-31"]),
    };
    clerk.write("shop/inbox/staff.csv", "staff_id,name\nS1,Zhang\n");
    clerk.write("shop/archive", "");
    let inbox = root.join("inbox/staff.csv").display().to_string();
    let said = night("en");
    assert_eq!(
        (said.code, said.stderr),
        (
            0,
            format!(
                "`{inbox}` is imported, but could not be moved to the archive: a part of the path is a file, not a folder\n"
            )
        )
    );
    assert_eq!(night("zh").stderr, format!("“{inbox}”已导入，但没能移到归档：路径中有一段是文件，不是文件夹\n"));
    assert_eq!((journal(&clerk), clerk.path("shop/inbox/staff.csv").exists()), (whole(1, 1), true));
    fs::remove_file(clerk.path("shop/archive")).unwrap();
    fs::remove_dir_all(clerk.path("shop/reports")).unwrap();
    clerk.write("shop/reports", "");
    let reports = root.join("reports/2026-03-31/intake.txt").display().to_string();
    assert_eq!(
        night("en"),
        Said::failed(
            1,
            &format!(
                "error: `{reports}`: a part of the path is a file, not a folder\n\
                 what to do: move away what stands in its place, then do the same again\n"
            )
        )
    );
    // What came before the reports is done and need not be done again.
    assert_eq!((journal(&clerk), clerk.path("shop/archive/2026-03-31/staff.csv").exists()), (whole(1, 1), true));
    fs::remove_file(clerk.path("shop/reports")).unwrap();
    assert_eq!(night("en").code, 0);
    assert_eq!((journal(&clerk), clerk.path("shop/reports/2026-03-31/due.csv").exists()), (whole(1, 1), true));
}

#[test]
fn an_inbox_that_cannot_be_looked_into_is_not_taken_for_an_empty_one() {
    let clerk = clerk(1);
    fs::remove_dir_all(clerk.path("shop/inbox")).unwrap();
    // A house may do without one.
    assert_eq!(clerk.en(&["-C", "shop", "nightly", "--as-of", "2026-03-31"]).code, 0);
    clerk.write("shop/inbox", "");
    let inbox = clerk.path("shop").join("inbox");
    for args in [["-C", "shop", "nightly"].as_slice(), &["-C", "shop", "status"]] {
        let said = clerk.en(args);
        let start = format!("error: `{}`: ", inbox.display());
        assert_eq!(
            (said.code, said.stdout.as_str(), said.stderr.starts_with(&start)),
            (1, "", true),
            "{}",
            said.stderr
        );
    }
}

#[test]
fn a_folder_in_the_journals_place_is_no_journal() {
    let clerk = clerk(1);
    fs::remove_file(clerk.path("shop/huifang.db")).unwrap();
    fs::create_dir(clerk.path("shop/huifang.db")).unwrap();
    let file = clerk.path("shop").join("huifang.db");
    assert_eq!(
        clerk.en(&["-C", "shop", "import", "books"]),
        Said::failed(
            1,
            &format!(
                "error: `{}` is not a journal of huifang\nwhat to do: move that file away and put the journal back\n",
                file.display()
            )
        )
    );
}
