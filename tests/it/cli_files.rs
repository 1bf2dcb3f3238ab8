//! Files the program writes and moves: whose they are, what they are called, and which it leaves alone.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
#[cfg(unix)]
use std::fs;
#[cfg(unix)]
use std::os::unix::{ffi::OsStrExt, fs::PermissionsExt};
use std::path::{Path, PathBuf};

const ROSTER: &str = "工号,姓名,部门\nS1,张三,一部\n";
/// One row that can be taken, one that cannot.
const INVITES: &str = "邀约时间,电话,专员\n2026-03-02,13800000001,张三\n2026-03-02,138,张三\n";

fn clerk() -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.zh(&["init", "店"]).code, 0);
    clerk.write("店/inbox/花名册.csv", ROSTER);
    clerk
}

fn nightly(clerk: &Clerk) -> crate::clerk::Said {
    clerk.zh(&["-C", "店", "nightly", "--as-of", "2026-03-31"])
}

/// Everything under a folder of the clerk's.
fn below(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path()).collect()
}

/// The names of the files under a folder.
fn names(folder: &Path) -> Vec<String> {
    let files = below(folder).into_iter().filter(|path| path.is_file());
    files.map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_what_the_program_writes() {
    let clerk = clerk();
    clerk.write("店/inbox/邀约.csv", INVITES);
    fs::set_permissions(clerk.path("店/inbox/邀约.csv"), fs::Permissions::from_mode(0o664)).unwrap();
    clerk.write("owners.csv", "of before");
    fs::set_permissions(clerk.path("owners.csv"), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(nightly(&clerk).code, 3);
    assert_eq!(clerk.zh(&["-C", "店", "owners", "-o", "owners.csv"]).code, 0);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let of_workspace = below(&clerk.path("店"));
    let given_out = ["owners.csv", "owners.csv.stamp"].map(|name| clerk.path(name));
    let all = of_workspace.iter().chain(&given_out).cloned();
    // What is clicked on to start the night must be allowed to run.
    let is_run = |path: &Path| path.is_dir() || path.extension().is_some_and(|ending| ending == "sh");
    let open: Vec<_> = all.filter(|path| mode(path) != if is_run(path) { 0o700 } else { 0o600 }).collect();
    assert_eq!(open, Vec::<PathBuf>::new());
    let is_there = |name: &str| of_workspace.iter().any(|path| path.file_name().unwrap() == name);
    assert!(["huifang.db", "huifang.log", "邀约.csv", "邀约-rejects-1.csv", "due.txt"].into_iter().all(is_there));
}

#[cfg(unix)]
#[test]
fn what_sqlite_writes_beside_the_journal_is_as_private() {
    let clerk = clerk();
    let journal = rusqlite::Connection::open(clerk.path("店/huifang.db")).unwrap();
    journal.execute_batch("BEGIN IMMEDIATE; INSERT INTO batch (at, command) VALUES ('', '')").unwrap();
    let beside = fs::metadata(clerk.path("店/huifang.db-journal")).unwrap();
    assert_eq!(beside.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_name_as_long_as_a_disk_takes_stops_nothing() {
    let clerk = clerk();
    // 246 bytes: with what is put behind it for its rejected row, more than the 255 a name may have.
    let stem = "名".repeat(80);
    let name = format!("{stem}ab.csv");
    clerk.write(&format!("店/inbox/{name}"), INVITES);
    let said = nightly(&clerk);
    assert_eq!((said.code, names(&clerk.path("店/inbox"))), (3, Vec::new()), "{said:?}");
    assert_eq!(names(&clerk.path("店/archive")), [name.clone(), "花名册.csv".to_owned()]);
    assert_eq!(names(&clerk.path("店/rejects")), [format!("{stem}a-rejects-1.csv")]);
    // The same name once more: the archive numbers it.
    clerk.write(&format!("店/inbox/{name}"), INVITES);
    assert_eq!(nightly(&clerk).code, 3);
    assert!(names(&clerk.path("店/archive")).contains(&format!("{stem}ab (2).csv")));
}

/// What `报名.csv` is called on a disk that was written to by a Chinese Windows and is read without its code page.
#[cfg(unix)]
#[test]
fn a_file_whose_name_is_gbk_is_taken_in_and_archived() {
    let clerk = clerk();
    let name = std::ffi::OsStr::from_bytes(b"\xb1\xa8\xc3\xfb.csv");
    fs::write(clerk.path("店/inbox").join(name), INVITES.lines().take(2).collect::<Vec<_>>().join("\n")).unwrap();
    let said = nightly(&clerk);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{}", said.stdout);
    assert_eq!(below(&clerk.path("店/inbox")).len(), 1);
    assert!(clerk.path("店/archive/2026-03-31").join(name).is_file());
}

/// What holds no rows, beside a ledger that does: what is said of each, and what the import ends with.
#[test]
fn what_holds_no_rows_says_why_and_does_not_stop_the_rest() {
    let clerk = clerk();
    clerk.write("台账/a.csv", INVITES.lines().take(2).collect::<Vec<_>>().join("\n"));
    clerk.write("台账/空.csv", "");
    clerk.write("台账/字节.csv", b"\xd0\xd5\xc3\xfb,\x00\x00\x00\n\x00,\x01");
    // A folder is looked into whatever it is called.
    clerk.write("台账/x.xlsx/b.csv", INVITES.lines().take(1).collect::<Vec<_>>().join("\n"));
    assert_eq!(clerk.zh(&["-C", "店", "import", "店/inbox/花名册.csv"]).code, 0);
    let said = clerk.en(&["-C", "店", "import", "台账", "--format", "json"]);
    assert_eq!(said.code, 3, "{said:?}");
    let json: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let files = json["files"].as_array().unwrap();
    let of = |name: &str| files.iter().find(|file| file["path"].as_str().unwrap().ends_with(name)).unwrap();
    assert_eq!(of("a.csv")["sheets"][0]["added"], 1);
    assert_eq!(of("b.csv")["sheets"][0]["rows"], 0);
    assert!(of("空.csv")["refused"].as_str().unwrap().contains("empty"), "{said:?}");
    assert!(of("字节.csv")["refused"].is_string(), "{said:?}");
    for name in ["空.csv", "字节.csv"] {
        assert!(said.stderr.lines().any(|line| line.contains(name)), "{}", said.stderr);
    }
    // By itself there is nothing that could be done.
    assert_eq!(clerk.en(&["-C", "店", "import", "台账/空.csv"]).code, 1);
}

#[test]
fn a_file_that_goes_between_listing_and_reading_is_said_to_be_gone() {
    use huifang::ingest::{
        IngestSettings, Pass, ReadError, ReadRow, SheetInfo, SheetTally, Sink, StaffFinder, list_files, read_file,
    };
    struct Nowhere;
    impl Sink for Nowhere {
        type Error = std::convert::Infallible;
        fn sheet(&mut self, _: &SheetInfo) -> Result<(), Self::Error> {
            Ok(())
        }
        fn row(&mut self, _: ReadRow) -> Result<(), Self::Error> {
            Ok(())
        }
        fn end(&mut self, _: &SheetTally) -> Result<(), Self::Error> {
            Ok(())
        }
    }
    let clerk = Clerk::new();
    let settings = IngestSettings {
        kind: None,
        year: None,
        today: "2026-11-21".parse().unwrap(),
        headings: std::collections::BTreeMap::new(),
        roles: std::collections::BTreeMap::new(),
        offences: Vec::new(),
    };
    for name in ["a.csv", "a.xlsx"] {
        clerk.write(name, INVITES);
        let listed = list_files(&[clerk.path(name)]).unwrap().files;
        std::fs::remove_file(clerk.path(name)).unwrap();
        match read_file(&listed[0], Pass::All, &settings, &StaffFinder::default(), &mut Nowhere) {
            Err(ReadError::File(message)) => assert_eq!(message.key, "ingest-file-missing"),
            _ => panic!("{name} was read"),
        }
    }
}

/// A limit on what a process may write stands for a disk without room.
#[cfg(unix)]
#[test]
fn an_import_without_room_says_so_and_leaves_the_journal_whole() {
    let clerk = clerk();
    let rows: String = (0..20_000).map(|row| format!("2026-03-02,1391{row:07},张三\n")).collect();
    clerk.write("邀约.csv", format!("邀约时间,电话,专员\n{rows}"));
    assert_eq!(clerk.zh(&["-C", "店", "import", "店/inbox/花名册.csv"]).code, 0);
    let before = clerk.zh(&["-C", "店", "batches"]);
    let program = assert_cmd::cargo::cargo_bin("huifang");
    // Blocks of 512 bytes; without the signal, writing fails as on a full disk.
    let limited = format!("trap '' XFSZ; ulimit -f 1000; exec '{}' -C 店 import 邀约.csv", program.display());
    let output = std::process::Command::new("sh")
        .args(["-c", &limited])
        .current_dir(clerk.path(""))
        .env("HUIFANG_LANG", "zh")
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{stderr}");
    assert!(stderr.contains("huifang.db") && stderr.contains("怎么办"), "{stderr}");
    assert_eq!(clerk.zh(&["-C", "店", "batches"]), before);
    assert_eq!(clerk.zh(&["-C", "店", "import", "邀约.csv"]).code, 0);
}
