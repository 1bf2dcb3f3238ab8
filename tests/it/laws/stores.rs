//! Every store says the same: what is done to a journal in a file and to one in memory leaves equal answers.

use super::books::{Dice, books, dice, phone};
use super::known::{Deed, deed, perform, said};
use super::{day, rows};
use chrono::NaiveDateTime;
use huifang::domain::{Kind, Mention, Message};
use huifang::journal::memory::MemoryStore;
use huifang::journal::{
    BatchOrFile, HeldFile, Journal, KnownAt, ListedTask, LockPatience, Origin, Rejected, Settlement,
};
use proptest::prelude::*;

fn patience() -> LockPatience {
    LockPatience::new(std::time::Duration::from_secs(20), || {})
}

fn at(minute: i64) -> NaiveDateTime {
    NaiveDateTime::default() + chrono::Duration::minutes(minute)
}

fn refused(line: u32) -> Rejected {
    Rejected {
        file: "0.csv".to_owned(),
        sheet: None,
        line,
        kind: Kind::Signup,
        cells: vec!["李".to_owned(), format!("{line}")],
        wrong: vec![1],
        reasons: vec![Message::new("ingest-phone").with("value", "1").into()],
        written: format!("{line}.csv"),
    }
}

/// Hands a file in again with some of its rows and others, refuses rows and settles them, holds and lets go; gives what was
/// said of it on the way.
fn go_on(journal: &mut Journal, again: &[Dice], keeps: bool) -> String {
    let mut told = String::new();
    let mut import = journal.begin(at(100), "import").unwrap();
    import.file(Origin { file: "0 (2).csv".to_owned(), path: "in/0.csv".to_owned(), hash: [9; 32] }, false).unwrap();
    let sheet = import.sheet(Some("一"), Kind::Signup, &["电话".to_owned()]).unwrap();
    for entry in books(rows(again, 0, true)).entries {
        let odd = [Message::new("ingest-phone").with("value", "7")];
        told += &format!("{:?} ", import.row(sheet, entry.line, &entry.record, &[], &odd).unwrap());
    }
    let compared = import.compare().unwrap();
    told += &format!("{compared:?} {:?} {:?}", import.copies(), import.roster(&["0.csv".to_owned()]).unwrap());
    import.accept(&compared).unwrap();
    import.reject(refused(2), "0.csv");
    import.reject(refused(3), "0 (2).csv");
    import.hold(HeldFile { path: "x".to_owned(), hash: [1; 32], at: at(100), there: 1, gone: 2, twins: 3 });
    import.keep_policy("0123456789abcdef", "text", at(100)).unwrap();
    let latest = import.latest();
    told += &said(&import.books().unwrap());
    import.commit().unwrap();
    let mut import = journal.begin(at(101), "import").unwrap();
    told += &format!("{:?}", import.rejected().unwrap());
    import.release("x", [0; 32]).unwrap();
    import.reject(refused(4), "0.csv");
    import.settle(1, if latest > 0 { Settlement::In(latest) } else { Settlement::Again("0.csv".to_owned()) });
    if keeps {
        import.commit().unwrap()
    } else {
        import.leave().unwrap()
    }
    journal.see(&["item".to_owned()], &[2], "me", at(102)).unwrap();
    let last = journal.last_batch().unwrap().unwrap();
    for is_out in [true, false] {
        for batch in 1..=last {
            let of = BatchOrFile { batch, file: None };
            let taking = if is_out { journal.revert(&of, at(103)) } else { journal.restore(&of, at(104)) };
            if let Ok(taking) = taking {
                told += &format!("{} {:?} {:?} {:?}", taking.before, taking.moved, taking.again, taking.twice);
                // Every other one stays as it was.
                if batch % 2 == 0 || !is_out {
                    taking.commit().unwrap();
                }
            }
        }
    }
    told
}

/// All that can be asked of a journal.
fn answers(journal: &mut Journal) -> Vec<String> {
    let batches = journal.batches().unwrap();
    let mut all =
        vec![format!("{batches:?}"), format!("{:?}", journal.policy_known_since("0123456789abcdef").unwrap())];
    all.push(format!("{:?} {:?}", journal.kept_policy("0123").unwrap(), journal.held().unwrap()));
    for batch in std::iter::once(None).chain(batches.iter().map(|batch| Some(batch.id))) {
        for point in journal.points_after(batch).unwrap() {
            journal.stand_at(point).unwrap();
            let known = journal.known().unwrap();
            all.push(format!("{} {:?} {}", known.digest, known.batch, said(&known.books)));
            all.push(format!("{:?} {:?}", journal.roster().unwrap(), journal.warnings().unwrap()));
            all.push(format!("{:?} {:?}", journal.rejected().unwrap(), journal.outstanding().unwrap()));
            all.push(format!("{:?} {:?}", journal.seen().unwrap(), journal.files_of_rejected().unwrap()));
            let mut part = journal.part().unwrap();
            part.add_common(day(60)).unwrap();
            part.add(&[Mention::Phone(phone(0, 1))]).unwrap();
            all.push(said(&part.known().unwrap().books));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_journal_in_memory_says_what_one_in_a_file_says(
        deeds in prop::collection::vec(deed(), 1..7),
        again in dice(4, 30, 8),
        keeps in any::<bool>(),
    ) {
        let deeds: Vec<Deed> = deeds;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huifang.db");
        let mut in_file = Journal::create(&path, patience()).unwrap();
        let mut in_memory = Journal::over(MemoryStore::default());
        prop_assert_eq!(perform(&deeds, &mut in_file), perform(&deeds, &mut in_memory));
        prop_assert_eq!(go_on(&mut in_file, &again, keeps), go_on(&mut in_memory, &again, keeps));
        prop_assert_eq!(answers(&mut in_file), answers(&mut in_memory));
        // What was written is there for who opens the file next.
        let before = answers(&mut in_file);
        drop(in_file);
        prop_assert_eq!(before, answers(&mut Journal::open(&path, patience()).unwrap()));
    }
}

#[test]
fn a_task_is_kept_as_it_was_put_on_a_list_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huifang.db");
    let task = |customer: &str| ListedTask {
        task: "T-1".to_owned(),
        phone: phone(0, 1),
        customer: Some(customer.to_owned()),
        members: vec![phone(0, 1), phone(0, 2)],
    };
    for customer in ["王", "李"] {
        Journal::create(&path, patience()).unwrap().give_out_if_free(&[task(customer)], at(1));
    }
    let mut journal = Journal::open(&path, patience()).unwrap();
    let import = journal.begin(at(2), "import").unwrap();
    assert_eq!((import.given("T-1").unwrap(), import.given("T-2").unwrap()), (Some(task("王")), None));
    assert!(journal_is_empty(&path));
}

/// Another one who reads while an import is under way sees what was there before.
fn journal_is_empty(path: &std::path::Path) -> bool {
    let journal = Journal::open(path, patience()).unwrap();
    journal.point(KnownAt::Batch(1)).is_err() && journal.batches().unwrap().is_empty()
}
