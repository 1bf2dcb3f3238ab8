//! What the rights of files allow and what they forbid: dry runs and reports need nothing but to read.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use crate::clerk::{Clerk, Said};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use walkdir::WalkDir;

const ROSTER: &str = "工号,姓名,部门\nS1,张三,一部\n";
const INVITES: &str = "邀约时间,电话,专员\n2026-03-02,13800000001,张三\n2026-03-02,138,张三\n";
/// Somebody whom rights bind; root is bound by none.
const NOBODY: u32 = 65_534;

fn clerk() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店", "--in-force-from", "none"]).code, 0);
    clerk.write("花名册.csv", ROSTER);
    assert_eq!(clerk.zh(&["-C", "店", "import", "花名册.csv"]).code, 0);
    clerk.write("邀约.csv", INVITES);
    clerk
}

/// Runs the program as somebody whom rights bind, who owns all that the clerk has.
fn bound(clerk: &Clerk, args: &[&str]) -> Said {
    let own = assert_cmd::cargo::cargo_bin("huifang");
    // What was just made belongs to whoever runs the tests.
    let is_root = tempfile::NamedTempFile::new().unwrap().as_file().metadata().unwrap().uid() == 0;
    let mut command = if is_root {
        let program = clerk.path("huifang");
        if !program.exists() {
            fs::copy(own, &program).unwrap();
        }
        for entry in WalkDir::new(clerk.path("")) {
            chown(entry.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        let mut command = Command::new(program);
        command.uid(NOBODY).gid(NOBODY);
        command
    } else {
        Command::new(own)
    };
    command.current_dir(clerk.path("")).args(args);
    command.env("HUIFANG_LANG", "zh").env_remove("HUIFANG_WORKSPACE");
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Takes from everything in the folder, itself included, that it can be written, or gives it back.
fn seal(folder: &Path, is_sealed: bool) {
    for entry in WalkDir::new(folder).contents_first(is_sealed) {
        let entry = entry.unwrap();
        let mode = match (entry.file_type().is_dir(), is_sealed) {
            (true, true) => 0o500,
            (true, false) => 0o700,
            (false, true) => 0o400,
            (false, false) => 0o600,
        };
        set(entry.path(), mode);
    }
}

/// Every file and folder below with the digest of its content.
fn listing(folder: &Path) -> BTreeMap<PathBuf, Option<blake3::Hash>> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let digest = |path: &Path| path.is_file().then(|| blake3::hash(&fs::read(path).unwrap()));
    entries.map(|entry| (entry.path().to_owned(), digest(entry.path()))).collect()
}

#[test]
fn a_dry_run_says_what_the_import_would_and_touches_nothing() {
    let clerk = clerk();
    let before = listing(&clerk.path("店"));
    let dry = ["-C", "店", "import", "邀约.csv", "--dry-run"];
    let said = clerk.zh(&dry);
    assert_eq!((said.code, listing(&clerk.path("店")) == before), (3, true), "{said:?}");
    seal(&clerk.path("店"), true);
    assert_eq!(bound(&clerk, &dry), said, "with nothing in the workspace that can be written");
    seal(&clerk.path("店"), false);
    assert_eq!(listing(&clerk.path("店")), before);
    // What it says of the rows is what is said when they come in; only where they lie then it cannot say.
    let done = clerk.zh(&dry[..4]);
    let rows = |said: &Said| said.stdout.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!((done.code, rows(&done)), (3, rows(&said)));
    let mut rejected = done.stderr.lines().filter(|line| !line.contains("rejects"));
    assert!(rejected.all(|line| said.stderr.contains(line)), "{}\n{}", done.stderr, said.stderr);
}

#[test]
fn dry_runs_of_taking_back_touch_nothing_either() {
    let clerk = clerk();
    let before = listing(&clerk.path("店"));
    seal(&clerk.path("店"), true);
    let said = bound(&clerk, &["-C", "店", "revert", "1", "--dry-run"]);
    seal(&clerk.path("店"), false);
    assert_eq!((said.code, listing(&clerk.path("店")) == before), (0, true), "{said:?}");
}

#[test]
fn a_workspace_that_can_only_be_read_answers_and_refuses_to_take_in() {
    let clerk = clerk();
    assert_eq!(clerk.zh(&["-C", "店", "import", "邀约.csv"]).code, 3);
    seal(&clerk.path("店"), true);
    for command in ["due", "owners", "violations", "status", "check", "batches", "disputes", "expiring"] {
        let said = bound(&clerk, &["-C", "店", command]);
        assert_eq!(said.code, 0, "{command} {said:?}");
    }
    assert_eq!(bound(&clerk, &["-C", "店", "explain", "13800000001"]).code, 0);
    let said = bound(&clerk, &["-C", "店", "import", "邀约.csv"]);
    seal(&clerk.path("店"), false);
    assert_eq!((said.code, said.stdout.as_str()), (1, ""));
    assert!(said.stderr.contains("huifang.db"), "{}", said.stderr);
    assert_eq!(said.stderr.lines().count(), 2, "what, where, and what to do: {}", said.stderr);
}

#[test]
fn a_file_that_nobody_may_read_is_refused_and_the_others_come_in() {
    let clerk = clerk();
    clerk.write("台账/a.csv", INVITES.lines().take(2).collect::<Vec<_>>().join("\n"));
    clerk.write("台账/b.csv", INVITES);
    let said = {
        bound(&clerk, &["-C", "店", "status"]);
        set(&clerk.path("台账/b.csv"), 0o000);
        bound(&clerk, &["-C", "店", "import", "台账"])
    };
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.stdout.contains("a.csv"), "{}", said.stdout);
    let refused = said.stderr.lines().find(|line| line.contains("b.csv")).unwrap_or_default();
    assert!(refused.contains("读取权限"), "{}", said.stderr);
}
