//! What every store has to do for the journal; the same tests run against each.

use super::memory::MemoryStore;
use super::*;
use crate::domain::{Contact, Fact, Invite, Kind, Message, Moment, Phone, Record, Role, StaffId, StaffRow};
use chrono::NaiveDateTime;
use std::time::Duration;

mod file;
mod index;

fn patient() -> LockPatience {
    LockPatience::new(Duration::from_secs(20), || {})
}

fn at(minute: u32) -> NaiveDateTime {
    "2026-04-01".parse::<chrono::NaiveDate>().unwrap().and_hms_opt(21, minute, 0).unwrap()
}

/// Runs a test at a new journal in each kind of store: a further store is a further line.
fn each_store(test: impl Fn(Journal)) {
    let folder = tempfile::tempdir().unwrap();
    test(Journal::create(&folder.path().join("huifang.db"), patient()).unwrap());
    test(Journal::over(MemoryStore::default()));
}

/// Somebody invited on a day of April.
fn invited(phone: &str, day: u32) -> Record {
    let contact = Contact { customer: None, phone: Phone::normalised(phone), others: Vec::new(), extension: None };
    let at = chrono::NaiveDate::from_ymd_opt(2026, 4, day).map(Moment::day);
    Record { at, contact: Some(contact), fact: Fact::Invite(Invite { staff: StaffId::new("S1"), event: None }) }
}

fn origin(file: &str) -> Origin {
    Origin { file: file.to_owned(), path: format!("/inbox/{file}"), hash: [7; 32] }
}

/// What is meant by a batch's number, and a file's name if one is.
fn which(batch: u64, file: Option<&str>) -> BatchOrFile {
    BatchOrFile { batch, file: file.map(str::to_owned) }
}

/// Takes a batch out; gives how many rows count no longer, and again.
fn revert(journal: &mut Journal, batch: u64, minute: u32) -> (u64, u64) {
    let taking = journal.revert(&which(batch, None), at(minute)).unwrap();
    let moved = (taking.out(), taking.back());
    taking.commit().unwrap();
    moved
}

/// Takes the files in as one batch; gives how many rows of each were new.
fn import(journal: &mut Journal, replace: bool, files: &[(&str, &[Record])]) -> Vec<usize> {
    let mut import = journal.begin(at(0), "import").unwrap();
    let mut added = Vec::new();
    for (name, records) in files {
        import.file(origin(name), replace).unwrap();
        let sheet = import.sheet(None, Kind::Invite, &["电话".to_owned()]).unwrap();
        let new = records.iter().enumerate().filter(|(line, record)| {
            let cells = ["as written".to_owned()];
            matches!(import.row(sheet, *line as u32 + 2, record, &cells, &[]).unwrap(), RowOutcome::New(_))
        });
        added.push(new.count());
    }
    import.commit().unwrap();
    added
}

/// The phones and files of the rows that count, in journal order.
fn rows(journal: &Journal) -> Vec<(String, String)> {
    let books = journal.books().unwrap();
    let of = |entry: &crate::domain::Entry| {
        let phone = entry.record.contact.as_ref().unwrap().phone.to_string();
        (phone, books.sources[entry.source as usize].file.clone())
    };
    books.entries.iter().map(of).collect()
}

fn pair(phone: &str, file: &str) -> (String, String) {
    (phone.to_owned(), file.to_owned())
}

#[test]
fn equal_rows_count_as_often_as_the_fullest_file_has_them() {
    each_store(|mut journal| {
        let (li, wang) = (invited("13900000001", 1), invited("13900000002", 1));
        assert_eq!(import(&mut journal, false, &[("a.csv", &[li.clone(), li.clone()])]), [2]);
        assert_eq!(import(&mut journal, false, &[("a.csv", &[li.clone(), li.clone()])]), [0]);
        assert_eq!(import(&mut journal, false, &[("b.csv", &[li.clone(), wang.clone(), li.clone(), li.clone()])]), [2]);
        // Within one import each file is compared with what stood before it, the earlier files of the import included.
        let zhao = invited("13900000003", 1);
        let files = [("c.csv", &[zhao.clone(), wang.clone()][..]), ("d.csv", &[zhao.clone(), zhao.clone(), wang][..])];
        assert_eq!(import(&mut journal, false, &files), [1, 1]);
        assert_eq!(rows(&journal).len(), 6);
    });
}

#[test]
fn a_row_of_another_day_is_another_row() {
    each_store(|mut journal| {
        let rows = [invited("13900000001", 1), invited("13900000001", 2)];
        assert_eq!(import(&mut journal, false, &[("a.csv", &rows)]), [2]);
    });
}

#[test]
fn a_dropped_import_never_was() {
    each_store(|mut journal| {
        let mut import = journal.begin(at(0), "import").unwrap();
        import.file(origin("a.csv"), false).unwrap();
        let sheet = import.sheet(None, Kind::Invite, &[]).unwrap();
        import.row(sheet, 2, &invited("13900000001", 1), &[], &[]).unwrap();
        assert_eq!(import.books().unwrap().entries.len(), 1);
        drop(import);
        assert_eq!(rows(&journal), []);
        assert_eq!(journal.batches().unwrap(), []);
    });
}

#[test]
fn the_books_come_back_as_they_went_in() {
    each_store(|mut journal| {
        let mut import = journal.begin(at(0), "import").unwrap();
        import.file(origin("人员.xlsx"), false).unwrap();
        let sheet = import.sheet(Some("四月"), Kind::Staff, &["工号".to_owned()]).unwrap();
        let someone = StaffRow {
            role: Some(Role::Expert),
            hired: "2020-02-29".parse().ok(),
            monthly_wage: "4350.50".parse().ok(),
            from: "2020-03-01".parse().ok(),
            tells_left: false,
            ..StaffRow::named("007", "欧阳雪")
        };
        let record = Record { at: None, contact: None, fact: Fact::Staff(someone.clone()) };
        import.row(sheet, 3, &record, &["007".to_owned()], &[Message::new("ingest-phone").with("value", "7")]).unwrap();
        import.state(Kind::Visit, Some("二部"), "2026-03-31".parse().unwrap()).unwrap();
        assert_eq!(import.roster(&[]).unwrap(), [someone]);
        assert_eq!(import.roster(&["人员.xlsx".to_owned()]).unwrap(), []);
        import.commit().unwrap();
        let books = journal.books().unwrap();
        assert_eq!((books.entries[0].seq, books.entries[0].line), (1, 3));
        assert_eq!(books.entries[0].record, record);
        let source = &books.sources[0];
        assert_eq!((source.batch, source.file.as_str(), source.sheet.as_deref()), (1, "人员.xlsx", Some("四月")));
        assert_eq!(books.stated.len(), 1);
        assert_eq!((books.stated[0].kind, books.stated[0].department.as_deref()), (Kind::Visit, Some("二部")));
    });
}

#[test]
fn replacing_takes_out_that_file_and_no_other_of_its_batch() {
    each_store(|mut journal| {
        let [li, wang, zhao] = ["13900000001", "13900000002", "13900000003"].map(|phone| invited(phone, 1));
        import(&mut journal, false, &[("a.csv", &[li.clone(), wang.clone()]), ("b.csv", std::slice::from_ref(&zhao))]);
        // What stays equal is new again: it comes from the corrected file now.
        assert_eq!(import(&mut journal, true, &[("a.csv", &[wang.clone(), zhao.clone()])]), [1]);
        let after = [pair("13900000003", "b.csv"), pair("13900000002", "a.csv")];
        assert_eq!(rows(&journal), after);
        import(&mut journal, true, &[("a.csv", std::slice::from_ref(&li))]);
        // Taking out the first correction brings nothing back that the second one replaced too.
        assert_eq!(revert(&mut journal, 2, 1), (0, 0));
        assert_eq!(rows(&journal), [pair("13900000003", "b.csv"), pair("13900000001", "a.csv")]);
        assert_eq!(revert(&mut journal, 3, 2), (1, 2));
        let first = [pair("13900000001", "a.csv"), pair("13900000002", "a.csv"), pair("13900000003", "b.csv")];
        assert_eq!(rows(&journal), first);
    });
}

#[test]
fn a_file_left_out_again_has_replaced_nothing() {
    each_store(|mut journal| {
        let [li, wang] = ["13900000001", "13900000002"].map(|phone| invited(phone, 1));
        import(&mut journal, false, &[("a.csv", std::slice::from_ref(&li))]);
        let mut import = journal.begin(at(1), "import").unwrap();
        let mut take = |name: &str, records: &[&Record]| {
            let replaced = import.file(origin(name), true).unwrap();
            let sheet = import.sheet(None, Kind::Invite, &[]).unwrap();
            let added = records.iter().map(|record| import.row(sheet, 2, record, &[], &[]).unwrap());
            let added = added.filter(|added| *added != RowOutcome::Duplicate).count();
            if name == "a.csv" {
                import.undo_file().unwrap();
            }
            (replaced, added)
        };
        assert_eq!(take("a.csv", &[&li, &wang]), (1, 2));
        assert_eq!(take("b.csv", &[&li, &wang]), (0, 1));
        import.commit().unwrap();
        assert_eq!(rows(&journal), [pair("13900000001", "a.csv"), pair("13900000002", "b.csv")]);
    });
}

#[test]
fn a_reverted_batch_stays_in_the_history_and_can_be_imported_again() {
    each_store(|mut journal| {
        let li = [invited("13900000001", 1)];
        let empty = journal.digest().unwrap();
        import(&mut journal, false, &[("a.csv", &li)]);
        let full = journal.digest().unwrap();
        assert_eq!(revert(&mut journal, 1, 5), (1, 0));
        assert_eq!(journal.digest().unwrap(), empty);
        assert_eq!(import(&mut journal, false, &[("a.csv", &li)]), [1]);
        assert_eq!(journal.digest().unwrap(), full);
        let batches = journal.batches().unwrap();
        let shown: Vec<_> = batches.iter().map(|batch| (batch.id, batch.added, batch.live, batch.reverted)).collect();
        assert_eq!(shown, [(1, 1, 0, Some(at(5))), (2, 1, 1, None)]);
        assert_eq!(batches[1].files, ["a.csv"]);
    });
}

#[test]
fn what_cannot_be_reverted_says_why() {
    each_store(|mut journal| {
        let key = |error: JournalError| error.message().key;
        assert_eq!(key(journal.revert(&which(1, None), at(0)).err().unwrap()), "journal-no-batch-yet");
        import(&mut journal, false, &[("a.csv", &[invited("13900000001", 1)])]);
        assert_eq!(key(journal.revert(&which(2, None), at(0)).err().unwrap()), "journal-no-batch");
        assert_eq!(key(journal.revert(&which(0, None), at(0)).err().unwrap()), "journal-no-batch");
        revert(&mut journal, 1, 3);
        let again = journal.revert(&which(1, None), at(4)).err().unwrap();
        assert!(matches!(again, JournalError::AlreadyReverted { batch: 1, at: before } if before == at(3)));
    });
}

/// Takes it out or brings it back.
fn take(journal: &mut Journal, which: &BatchOrFile, is_out: bool) -> Result<(u64, u64), &'static str> {
    let taking = if is_out { journal.revert(which, at(9)) } else { journal.restore(which, at(9)) };
    let taking = taking.map_err(|error| error.message().key)?;
    let moved = (taking.out(), taking.back());
    taking.commit().unwrap();
    Ok(moved)
}

#[test]
fn a_file_of_a_batch_goes_and_comes_on_its_own() {
    each_store(|mut journal| {
        let [li, wang] = ["13900000001", "13900000002"].map(|phone| invited(phone, 1));
        import(&mut journal, false, &[("a.csv", std::slice::from_ref(&li)), ("b.csv", std::slice::from_ref(&wang))]);
        let (a, b, whole) = (which(1, Some("a.csv")), which(1, Some("b.csv")), which(1, None));
        assert_eq!(take(&mut journal, &which(1, Some("c.csv")), true), Err("journal-no-file"));
        assert_eq!(take(&mut journal, &a, false), Err("journal-not-reverted-file"));
        assert_eq!(take(&mut journal, &whole, false), Err("journal-not-reverted"));
        assert_eq!(take(&mut journal, &a, true), Ok((1, 0)));
        assert_eq!(take(&mut journal, &a, true), Err("journal-reverted-before"));
        assert_eq!(rows(&journal), [pair("13900000002", "b.csv")]);
        assert_eq!(journal.batches().unwrap()[0].out, ["a.csv"]);
        // All of it, and of that one file back: the other is out on its own then.
        assert_eq!(take(&mut journal, &whole, true), Ok((1, 0)));
        assert_eq!(take(&mut journal, &b, true), Err("journal-reverted-before"));
        assert_eq!(take(&mut journal, &a, false), Ok((0, 1)));
        assert_eq!(rows(&journal), [pair("13900000001", "a.csv")]);
        assert_eq!(take(&mut journal, &whole, false), Ok((0, 1)));
        assert_eq!(rows(&journal).len(), 2);
    });
}

#[test]
fn what_was_said_of_a_ledger_goes_with_the_last_file_that_holds_it() {
    each_store(|mut journal| {
        let mut import = journal.begin(at(0), "import").unwrap();
        for file in ["a.csv", "b.csv"] {
            import.file(origin(file), false).unwrap();
            import.sheet(None, Kind::Visit, &[]).unwrap();
        }
        import.state(Kind::Visit, None, "2026-03-31".parse().unwrap()).unwrap();
        import.commit().unwrap();
        let stated = |journal: &Journal| journal.books().unwrap().stated.len();
        take(&mut journal, &which(1, Some("a.csv")), true).unwrap();
        assert_eq!(stated(&journal), 1);
        take(&mut journal, &which(1, Some("b.csv")), true).unwrap();
        assert_eq!(stated(&journal), 0);
        take(&mut journal, &which(1, Some("a.csv")), false).unwrap();
        assert_eq!(stated(&journal), 1);
    });
}

#[test]
fn files_that_leant_on_what_goes_are_named() {
    each_store(|mut journal| {
        let [li, wang, zhao] = ["13900000001", "13900000002", "13900000003"].map(|phone| invited(phone, 1));
        let mut take_in = |name: &str, hash: u8, records: &[&Record]| {
            let mut import = journal.begin(at(0), "import").unwrap();
            import.file(Origin { hash: [hash; 32], ..origin(name) }, false).unwrap();
            let sheet = import.sheet(None, Kind::Invite, &[]).unwrap();
            let added = records.iter().map(|record| import.row(sheet, 2, record, &[], &[]).unwrap());
            match added.filter(|added| *added != RowOutcome::Duplicate).count() {
                0 => import.leave().unwrap(),
                _ => import.commit().unwrap(),
            }
        };
        take_in("monday.csv", 1, &[&li, &wang]);
        take_in("tuesday.csv", 2, &[&li, &wang, &zhao]);
        take_in("copy.csv", 3, &[&wang]);
        // The very bytes once more are what is meant to go.
        take_in("again.csv", 1, &[&li, &wang]);
        assert_eq!(journal.batches().unwrap().len(), 2);
        let named = |journal: &mut Journal, batch| -> Vec<(Option<u64>, String)> {
            let taking = journal.revert(&which(batch, None), at(1)).unwrap();
            taking.again.iter().map(|again| (again.batch, again.file.clone())).collect()
        };
        assert_eq!(named(&mut journal, 1), [(None, "copy.csv".to_owned()), (Some(2), "tuesday.csv".to_owned())]);
        assert_eq!(named(&mut journal, 2), []);
    });
}

#[test]
fn what_came_in_again_since_would_count_twice() {
    each_store(|mut journal| {
        let [li, wang] = ["13900000001", "13900000002"].map(|phone| invited(phone, 1));
        import(&mut journal, false, &[("a.csv", &[li.clone(), wang.clone()])]);
        // Equal rows that were two before are two after.
        import(&mut journal, false, &[("b.csv", &[li.clone(), li.clone()])]);
        revert(&mut journal, 1, 1);
        assert_eq!(journal.restore(&which(1, None), at(2)).unwrap().twice, []);
        import(&mut journal, false, &[("c.csv", std::slice::from_ref(&wang))]);
        let twice = journal.restore(&which(1, None), at(2)).unwrap().twice;
        assert_eq!(twice, [ReimportedRows { batch: 3, file: "c.csv".to_owned(), rows: 1 }]);
        // A file of its name that took its place keeps it.
        import(&mut journal, true, &[("a.csv", std::slice::from_ref(&wang))]);
        revert(&mut journal, 3, 3);
        assert_eq!(take(&mut journal, &which(1, None), false), Ok((0, 0)));
    });
}
