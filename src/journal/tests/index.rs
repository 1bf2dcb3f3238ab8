//! What rows are found by.

use super::each_store;
use crate::domain::{Contact, Fact, Invite, Kind, Mention, Moment, Phone, Record, StaffId};
use crate::journal::{BatchOrFile, Import, Journal, Origin, RowOutcome};
use chrono::{NaiveDate, NaiveDateTime};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, day).unwrap()
}

fn phone(last: u32) -> Phone {
    Phone::normalised(&format!("1380000{last:04}"))
}

/// Invited by S1 on that day of April.
fn invited(last: u32, on: u32) -> Record {
    let contact = Contact { customer: None, phone: phone(last), others: Vec::new(), extension: None };
    let fact = Fact::Invite(Invite { staff: StaffId::new("S1"), event: None });
    Record { at: Some(Moment::day(day(on))), contact: Some(contact), fact }
}

/// Takes invitations of those people in from a file; how many were new.
pub fn file(import: &mut Import, name: &str, people: std::ops::Range<u32>, on: u32) -> usize {
    import.file(Origin { file: name.to_owned(), path: name.to_owned(), hash: [0; 32] }, false).unwrap();
    let sheet = import.sheet(None, Kind::Invite, &[]).unwrap();
    let row = |last| import.row(sheet, last, &invited(last, on), &[], &[]).unwrap();
    people.map(row).filter(|added| matches!(added, RowOutcome::New(_))).count()
}

pub fn found(journal: &Journal, last: u32) -> usize {
    let mut part = journal.part().unwrap();
    part.add(&[Mention::Phone(phone(last))]).unwrap();
    part.entries().count()
}

#[test]
fn what_is_kept_back_is_found_in_the_same_import_and_after_it() {
    each_store(|mut journal| {
        let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
        // Each file alone, then together with the one before, has more rows than are kept back.
        assert_eq!(file(&mut import, "a", 0..2, 1), 2);
        assert_eq!(file(&mut import, "b", 0..9, 1), 7);
        // What a file left out again has written goes, what those before it have kept back stays.
        assert_eq!(file(&mut import, "c", 5..20, 2), 15);
        import.undo_file().unwrap();
        assert_eq!(file(&mut import, "d", 0..10, 1), 1);
        import.commit().unwrap();
        assert_eq!((0..20).map(|last| found(&journal, last)).sum::<usize>(), 10);
        let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
        assert_eq!(file(&mut import, "e", 0..11, 1), 1);
    });
}

#[test]
fn of_a_ledger_the_latest_row_that_counts_shows_it_kept() {
    each_store(|mut journal| {
        for on in [3, 9, 6] {
            let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
            file(&mut import, "a", on..on + 2, on);
            import.commit().unwrap();
        }
        let days = |journal: &Journal, as_of| {
            let mut part = journal.part().unwrap();
            part.add_common(day(as_of)).unwrap();
            part.entries().filter_map(|entry| entry.record.at).map(|at| at.date).collect::<Vec<_>>()
        };
        assert_eq!([2, 3, 8, 9].map(|as_of| days(&journal, as_of)), [vec![], vec![day(3)], vec![day(6)], vec![day(9)]]);
        let second = BatchOrFile { batch: 2, file: None };
        journal.revert(&second, NaiveDateTime::default()).unwrap().commit().unwrap();
        assert_eq!(days(&journal, 9), [day(6)]);
    });
}
