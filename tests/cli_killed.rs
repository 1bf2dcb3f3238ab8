//! A process killed at any moment leaves the journal whole: the batch is in, or it never was.
#![allow(clippy::unwrap_used)]

mod clerk;

use clerk::Clerk;
use serde_json::Value;
use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

const ROWS: usize = 6_000;
/// Milliseconds after which the process is killed: while it starts, reads, writes, or has just finished.
const MOMENTS: [u64; 10] = [1, 10, 30, 60, 120, 200, 350, 500, 800, 1_500];

fn json_of(clerk: &Clerk, args: &[&str]) -> Value {
    serde_json::from_str(&clerk.en(args).stdout).unwrap()
}

#[test]
fn killed_at_any_moment_the_journal_is_whole_and_the_next_run_completes_the_work() {
    let clerk = Clerk::new();
    clerk.en(&["init", "shop"]);
    clerk.write("shop/inbox/staff.csv", "staff_id,name\nS1,Zhang\n");
    let mut invites = String::from("at,phone,staff,event\n");
    for number in 0..ROWS {
        writeln!(invites, "2026-03-02,138{number:08},S1,spring").unwrap();
    }
    clerk.write("shop/inbox/invite.csv", invites);
    for moment in MOMENTS {
        let mut night = Command::new(env!("CARGO_BIN_EXE_huifang"))
            .current_dir(clerk.path("."))
            .args(["-C", "shop", "nightly", "--as-of", "2026-03-31"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(moment));
        night.kill().unwrap();
        night.wait().unwrap();
        let batches = json_of(&clerk, &["-C", "shop", "batches", "--format", "json"]);
        let added: Vec<u64> =
            batches.as_array().unwrap().iter().map(|batch| batch["added"].as_u64().unwrap()).collect();
        assert!(added.is_empty() || added == [ROWS as u64 + 1], "after {moment} ms: {added:?}");
    }
    let night = json_of(&clerk, &["-C", "shop", "nightly", "--as-of", "2026-03-31", "--format", "json"]);
    assert_eq!(night["reports"].as_array().unwrap().len(), 8);
    let status = json_of(&clerk, &["-C", "shop", "status", "--format", "json"]);
    assert_eq!(
        (status["ledgers"][1]["rows"].as_u64(), &status["inbox"]),
        (Some(ROWS as u64), &Value::Array(Vec::new()))
    );
    let archived = std::fs::read_dir(clerk.path("shop/archive/2026-03-31")).unwrap().count();
    assert_eq!(archived, 2);
}
