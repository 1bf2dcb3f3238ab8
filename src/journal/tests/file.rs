//! What only a journal in a file has to do: be told from other files, be waited for, be brought up to date.

use super::index::{file, found};
use super::*;
use rusqlite::Connection;
use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use tempfile::TempDir;

fn fresh() -> (TempDir, Journal) {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::create(&folder.path().join("huifang.db"), patient()).unwrap();
    (folder, journal)
}

#[test]
fn other_files_are_refused_by_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("huifang.db");
    let key = |result: Result<Journal, JournalError>| result.err().unwrap().message().key;
    assert_eq!(key(Journal::open(&file, patient())), "journal-missing");
    fs::write(&file, "电话,姓名\n13900000001,李\n".repeat(100)).unwrap();
    assert_eq!(key(Journal::open(&file, patient())), "journal-none");
    fs::remove_file(&file).unwrap();
    let other = Connection::open(&file).unwrap();
    other.execute_batch("CREATE TABLE theirs (x)").unwrap();
    assert_eq!(key(Journal::open(&file, patient())), "journal-none");
    fs::remove_file(&file).unwrap();
    drop(Journal::create(&file, patient()).unwrap());
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(key(Journal::open(&file, patient())), "journal-newer");
}

#[test]
fn rows_cannot_be_changed_or_deleted() {
    let (folder, mut journal) = fresh();
    import(&mut journal, false, &[("a.csv", &[invited("13900000001", 1)])]);
    for sql in ["DELETE FROM row", "UPDATE row SET line = 9", "DELETE FROM main.batch", "UPDATE cells SET cells = '[]'"]
    {
        let connection = Connection::open(folder.path().join("huifang.db")).unwrap();
        let error = connection.execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains("only grows"), "{sql}: {error}");
    }
}

#[test]
fn a_second_process_waits_says_so_once_and_gives_up_in_the_end() {
    let (folder, mut journal) = fresh();
    let file = folder.path().join("huifang.db");
    let held = journal.begin(at(0), "import").unwrap();
    let told = Arc::new(AtomicU32::new(0));
    let (counter, (done, finished)) = (Arc::clone(&told), mpsc::channel());
    let other = std::thread::spawn(move || {
        let tell = move || {
            counter.fetch_add(1, Ordering::SeqCst);
        };
        let mut other = Journal::open(&file, LockPatience::new(Duration::from_millis(700), tell)).unwrap();
        let refused = other.begin(at(1), "import").err().map(|error| error.message().key);
        done.send(()).unwrap();
        refused
    });
    finished.recv().unwrap();
    drop(held);
    assert_eq!(other.join().unwrap(), Some("journal-busy"));
    assert_eq!(told.load(Ordering::SeqCst), 1);
}

#[test]
fn who_waits_gets_in_when_the_other_has_finished() {
    let (folder, mut journal) = fresh();
    let file = folder.path().join("huifang.db");
    let held = journal.begin(at(0), "import").unwrap();
    let (waiting, noticed) = mpsc::channel();
    let other = std::thread::spawn(move || {
        let tell = move || waiting.send(()).unwrap();
        let mut other = Journal::open(&file, LockPatience::new(Duration::from_secs(20), tell)).unwrap();
        import(&mut other, false, &[("b.csv", &[invited("13900000002", 1)])])
    });
    noticed.recv().unwrap();
    held.commit().unwrap();
    assert_eq!(other.join().unwrap(), [1]);
    assert_eq!(journal.batches().unwrap().len(), 2);
}

#[test]
fn a_journal_in_which_batches_were_taken_out_before_keeps_them_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    let mut journal = Journal::create(&path, patient()).unwrap();
    import(&mut journal, false, &[("a.csv", &[invited("13900000001", 1)])]);
    import(&mut journal, true, &[("a.csv", &[invited("13900000002", 1)])]);
    import(&mut journal, false, &[("b.csv", &[invited("13900000003", 1)])]);
    let older = "DROP TABLE taken; DROP TABLE leant; ALTER TABLE replaced DROP COLUMN by_file; PRAGMA user_version = 3;
        DROP TABLE version; DROP TABLE stays; DROP TABLE completed; DROP TABLE held; DROP TABLE settled;
        DROP TABLE rejected; DROP TABLE seen; DROP TABLE given; DROP TABLE span;
        CREATE TABLE reverted (batch INTEGER PRIMARY KEY, at TEXT NOT NULL, after INTEGER NOT NULL) STRICT;
        INSERT INTO reverted VALUES (3, '2026-04-01 21:30:00', 3);";
    drop(journal);
    Connection::open(&path).unwrap().execute_batch(older).unwrap();
    let mut journal = Journal::open(&path, patient()).unwrap();
    assert_eq!(rows(&journal), [pair("13900000002", "a.csv")]);
    assert_eq!(take(&mut journal, &which(3, None), false), Ok((0, 1)));
    assert_eq!(take(&mut journal, &which(2, Some("a.csv")), true), Ok((1, 1)));
    assert_eq!(rows(&journal), [pair("13900000001", "a.csv"), pair("13900000003", "b.csv")]);
}

#[test]
fn a_journal_from_before_the_index_gets_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    let mut journal = Journal::create(&path, patient()).unwrap();
    let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
    file(&mut import, "a", 0..8, 1);
    import.commit().unwrap();
    let older =
        "DROP TABLE known; DROP TABLE mention; DROP TABLE reach; DROP TABLE sheet_digest; PRAGMA user_version = 2;
                 DROP TABLE taken; DROP TABLE leant; ALTER TABLE replaced DROP COLUMN by_file;
                 CREATE TABLE reverted (batch INTEGER PRIMARY KEY, at TEXT NOT NULL, after INTEGER NOT NULL) STRICT;
                 DROP TABLE version; DROP TABLE stays; DROP TABLE completed; DROP TABLE held;
                 DROP TABLE settled; DROP TABLE rejected; DROP TABLE seen; DROP TABLE given;
                 DROP TABLE span;
                 CREATE INDEX row_key ON row (key, source);";
    drop(journal);
    Connection::open(&path).unwrap().execute_batch(older).unwrap();
    let mut journal = Journal::create(&path, patient()).unwrap();
    assert_eq!((0..8).map(|last| found(&journal, last)).sum::<usize>(), 8);
    let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
    assert_eq!(file(&mut import, "b", 0..9, 1), 1);
}
