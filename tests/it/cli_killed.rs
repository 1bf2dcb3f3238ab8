//! A process killed at any moment leaves the journal whole: the batch is in, or it never was; and the next run does the
//! rest.
#![allow(clippy::unwrap_used)]

use crate::clerk::Clerk;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each command is killed: from its start until after its end.
const MOMENTS: u32 = 36;
const NIGHT: [&str; 5] = ["-C", "shop", "nightly", "--as-of", "2026-03-31"];
const IMPORT: [&str; 4] = ["-C", "shop", "import", "books"];

/// A workspace in which nothing was done yet, and `rows` invitations with a roster in `folder`.
fn clerk(folder: &str, rows: usize) -> Clerk {
    let clerk = Clerk::new();
    assert_eq!(clerk.en(&["init", "shop", "--in-force-from", "none"]).code, 0);
    clerk.write(&format!("{folder}/staff.csv"), "staff_id,name\nS1,Zhang\n");
    let mut invites = String::from("at,phone,staff,event\n");
    (0..rows).for_each(|number| writeln!(invites, "2026-03-02,138{number:08},S1,spring").unwrap());
    clerk.write(&format!("{folder}/invite.csv"), invites);
    clerk
}

/// Starts a command and kills it after that time, if it has not ended by then; says how long it ran.
fn killed(clerk: &Clerk, args: &[&str], after: Duration) -> Duration {
    let begun = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
    let command = command.current_dir(clerk.path(".")).args(args);
    command.env("HUIFANG_LANG", "en").env_remove("HUIFANG_WORKSPACE");
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while begun.elapsed() < after && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(500));
    }
    let _ = child.kill();
    child.wait().unwrap();
    begun.elapsed()
}

/// The moments to kill at, spread over the time the whole takes and a little more.
fn moments(whole: Duration) -> impl Iterator<Item = Duration> {
    let most = whole + whole / 10;
    (0..MOMENTS).map(move |number| Duration::from_millis(1) + most * number / (MOMENTS - 1))
}

/// What the journal says of itself, how many batches it holds and every row it holds.
fn journal(clerk: &Clerk) -> (String, u32, Vec<(u32, String)>) {
    let connection = Connection::open(clerk.path("shop/huifang.db")).unwrap();
    let whole = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    let batches = connection.query_row("SELECT count(*) FROM batch", [], |row| row.get(0)).unwrap();
    let mut rows = connection.prepare("SELECT line, kind || record FROM row ORDER BY seq").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    (whole, batches, rows.collect::<Result<_, _>>().unwrap())
}

/// Every file under a folder of the workspace with its content.
fn files(clerk: &Clerk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let root = clerk.path("shop").join(folder);
    let entries = walkdir::WalkDir::new(&root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let named = |path: &Path| (path.strip_prefix(&root).unwrap().display().to_string(), fs::read(path).unwrap());
    entries.map(|entry| named(entry.path())).collect()
}

/// Puts the workspace back to where nothing was done yet.
fn restore(clerk: &Clerk, blank: &[u8], inbox: &BTreeMap<String, Vec<u8>>) {
    for left in ["shop/huifang.db-journal", "shop/huifang.log"] {
        let _ = fs::remove_file(clerk.path(left));
    }
    for folder in ["shop/archive", "shop/reports", "shop/rejects"] {
        let _ = fs::remove_dir_all(clerk.path(folder));
    }
    clerk.write("shop/huifang.db", blank);
    inbox.iter().for_each(|(name, content)| clerk.write(&format!("shop/inbox/{name}"), content));
}

#[test]
fn a_killed_import_is_whole_or_never_was_and_the_next_one_completes_it() {
    let clerk = clerk("books", 20_000);
    let blank = fs::read(clerk.path("shop/huifang.db")).unwrap();
    // A machine busy with other things makes one run long; the moments are to lie inside the shortest.
    let runs = (0..3).map(|_| {
        restore(&clerk, &blank, &BTreeMap::new());
        killed(&clerk, &IMPORT, Duration::from_secs(60))
    });
    let whole = runs.min().unwrap();
    let complete = journal(&clerk);
    assert_eq!((complete.0.as_str(), complete.1, complete.2.len()), ("ok", 1, 20_001));
    let mut half_written = 0;
    for (number, moment) in moments(whole).enumerate() {
        restore(&clerk, &blank, &BTreeMap::new());
        killed(&clerk, &IMPORT, moment);
        half_written += usize::from(clerk.path("shop/huifang.db-journal").exists());
        // Every third time the next import is the first to see what the killed one has left.
        if number % 3 == 0 {
            assert_eq!(clerk.en(&IMPORT).code, 0, "after {moment:?}");
            assert!(journal(&clerk) == complete, "after {moment:?}");
            continue;
        }
        let left = journal(&clerk);
        assert_eq!(left.0, "ok", "after {moment:?}");
        assert!(left == complete || (left.1 == 0 && left.2.is_empty()), "after {moment:?}");
    }
    assert!(half_written > 0, "none was killed while it wrote");
}

/// The day's reports, without what tells when each night ran.
fn reports_of(clerk: &Clerk) -> BTreeMap<String, Vec<u8>> {
    let mut reports = files(clerk, "reports");
    reports.retain(|name, _| !name.ends_with("intake.txt"));
    reports
}

#[test]
fn a_killed_night_is_completed_by_the_next_one() {
    let clerk = clerk("shop/inbox", 1_000);
    let invites = fs::read_to_string(clerk.path("shop/inbox/invite.csv")).unwrap();
    clerk.write("shop/inbox/invite.csv", invites + "2026-03-02,138,S1,spring\n");
    let blank = fs::read(clerk.path("shop/huifang.db")).unwrap();
    let inbox = files(&clerk, "inbox");
    let whole = killed(&clerk, &NIGHT, Duration::from_secs(60));
    let (complete, reports, rejects) = (journal(&clerk), reports_of(&clerk), files(&clerk, "rejects"));
    assert_eq!((complete.1, complete.2.len(), reports.len()), (1, 1_001, 12));
    assert_eq!(rejects.keys().collect::<Vec<_>>(), ["invite-rejects-1.csv"]);
    let mut between = 0;
    for moment in moments(whole) {
        restore(&clerk, &blank, &inbox);
        killed(&clerk, &NIGHT, moment);
        let (left, waiting, archived) = (journal(&clerk), files(&clerk, "inbox"), files(&clerk, "archive/2026-03-31"));
        assert_eq!(left.0, "ok", "after {moment:?}");
        assert!(left == complete || (left.1 == 0 && left.2.is_empty()), "after {moment:?}");
        // Only what is in the journal for good has left the inbox, and every file is in one place.
        assert!(waiting == inbox || left.1 == 1, "after {moment:?}");
        let everywhere: BTreeMap<_, _> = waiting.clone().into_iter().chain(archived).collect();
        assert_eq!((everywhere == inbox, waiting.len() <= inbox.len()), (true, true), "after {moment:?}");
        between += usize::from(left.1 == 1 && !waiting.is_empty());
        // Rows are rejected for all to see only with their batch.
        let shown = files(&clerk, "rejects").into_keys().filter(|name| !name.starts_with(".new")).count();
        assert!(shown == 0 || left.1 == 1, "after {moment:?}");
        assert!([0, 3].contains(&clerk.en(&NIGHT).code), "after {moment:?}");
        assert!(left.1 == 1 && waiting.is_empty() || files(&clerk, "rejects") == rejects, "after {moment:?}");
        assert!(journal(&clerk) == complete, "after {moment:?}");
        let (waiting, archived) = (files(&clerk, "inbox"), files(&clerk, "archive/2026-03-31"));
        assert!(waiting.is_empty() && archived == inbox, "after {moment:?}: {:?}", archived.keys());
        assert!(reports_of(&clerk) == reports, "after {moment:?}");
    }
    // Chance rarely kills between the commit and the archive: this is what it leaves.
    restore(&clerk, &blank, &inbox);
    assert_eq!(clerk.en(&["-C", "shop", "import", "shop/inbox"]).code, 3);
    assert_eq!((files(&clerk, "inbox"), between), (inbox.clone(), between));
    assert_eq!(clerk.en(&NIGHT).code, 3);
    assert!(files(&clerk, "rejects") == rejects);
    assert!(journal(&clerk) == complete && files(&clerk, "archive/2026-03-31") == inbox);
    assert!(files(&clerk, "inbox").is_empty() && reports_of(&clerk) == reports);
}
