//! Laws of what was known when: the journal as it stood is the journal as it was.

use super::books::{Dice, books, dice};
use super::rows;
use chrono::{Duration, NaiveDateTime};
use huifang::domain::{Books, Kind};
use huifang::journal::{BatchOrFile, Journal, KnownAt, LockPatience, Origin};
use proptest::prelude::*;

/// Something done to the journal.
#[derive(Debug, Clone)]
pub enum Deed {
    /// Files of those names with those rows are taken in together.
    Import { files: Vec<(usize, Vec<Dice>)>, replace: bool },
    /// One of the batches so far is taken out or brought back, or a file of it, if it is not so yet.
    Take { batch: prop::sample::Index, file: Option<usize>, is_out: bool },
}

pub fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (prop::collection::vec((0..3usize, dice(4, 30, 8)), 1..3), any::<bool>())
            .prop_map(|(files, replace)| Deed::Import { files, replace }),
        3 => (any::<prop::sample::Index>(), prop::option::of(0..3usize), any::<bool>())
            .prop_map(|(batch, file, is_out)| Deed::Take { batch, file, is_out }),
    ]
}

/// Everything that counts, with its origin.
pub fn said(books: &Books) -> String {
    let entry = |entry: &huifang::domain::Entry| {
        format!("{} {} {:?} {:?}\n", entry.seq, entry.line, books.sources[entry.source as usize], entry.record)
    };
    let rows: String = books.entries.iter().map(entry).collect();
    format!("{rows}{:?}", books.stated)
}

/// The journal as it was seen right after something was done.
#[derive(Debug, PartialEq)]
pub struct Seen {
    /// The newest batch then, and whether it was made just then.
    batch: u64,
    is_new: bool,
    at: NaiveDateTime,
    books: String,
    digest: String,
}

pub fn perform(deeds: &[Deed], journal: &mut Journal) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    let mut batch = 0;
    for (minute, deed) in (1..).zip(deeds) {
        let at = NaiveDateTime::default() + Duration::minutes(minute);
        let is_new = match deed {
            Deed::Import { files, replace } => {
                let mut import = journal.begin(at, "import").unwrap();
                batch = import.batch();
                for (file, dice) in files {
                    let file = format!("{file}.csv");
                    import.file(Origin { path: file.clone(), file, hash: [0; 32] }, *replace).unwrap();
                    let sheet = import.sheet(None, Kind::Signup, &[]).unwrap();
                    for entry in books(rows(dice, 0, true)).entries {
                        import.row(sheet, entry.line, &entry.record, &[], &[]).unwrap();
                    }
                }
                import.state(Kind::Visit, None, super::day(minute.unsigned_abs())).unwrap();
                import.commit().unwrap();
                true
            }
            Deed::Take { batch: which, file, is_out } if batch > 0 => {
                let file = file.map(|file| format!("{file}.csv"));
                let of = BatchOrFile { batch: 1 + which.index(batch as usize) as u64, file };
                let taking = if *is_out { journal.revert(&of, at) } else { journal.restore(&of, at) };
                let Ok(taking) = taking else { continue };
                taking.commit().unwrap();
                false
            }
            Deed::Take { .. } => continue,
        };
        let books = said(&journal.books().unwrap());
        seen.push(Seen { batch, is_new, at, books, digest: journal.digest().unwrap() });
    }
    seen
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_journal_as_it_stood_is_the_journal_as_it_was(deeds in prop::collection::vec(deed(), 1..9)) {
        let folder = tempfile::tempdir().unwrap();
        let patience = LockPatience::new(std::time::Duration::from_secs(20), || {});
        let mut journal = Journal::create(&folder.path().join("huifang.db"), patience).unwrap();
        let seen = perform(&deeds, &mut journal);
        let today = said(&journal.books().unwrap());
        for then in &seen {
            if then.is_new {
                prop_assert_eq!(&said(&journal.books_at(KnownAt::Batch(then.batch)).unwrap()), &then.books);
            }
            for late in [0, 59] {
                let at = then.at + Duration::seconds(late);
                prop_assert_eq!(&said(&journal.books_at(KnownAt::Moment(at)).unwrap()), &then.books);
            }
            // What was taken out after a batch and before the next is told apart, so that a report can say where it stood.
            let points = journal.points_after(Some(then.batch)).unwrap();
            let digests = points.into_iter().map(|point| {
                journal.stand_at(point).unwrap();
                journal.digest().unwrap()
            });
            prop_assert!(digests.collect::<Vec<_>>().contains(&then.digest));
            journal.stand_at(journal.point(KnownAt::Moment(then.at)).unwrap()).unwrap();
            prop_assert_eq!(journal.digest().unwrap(), then.digest.as_str());
            prop_assert_eq!(journal.last_batch().unwrap(), Some(then.batch));
            let batches = journal.batches().unwrap();
            prop_assert_eq!(batches.len() as u64, then.batch);
            let live: u64 = batches.iter().map(|batch| batch.live).sum();
            prop_assert_eq!(live as usize, then.books.lines().count() - 1);
        }
        if let Some(last) = seen.last() {
            prop_assert_eq!(&last.books, &today);
        }
    }
}

#[test]
fn what_was_never_known_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let patience = LockPatience::new(std::time::Duration::from_secs(20), || {});
    let mut journal = Journal::create(&folder.path().join("huifang.db"), patience).unwrap();
    let at = |minute| NaiveDateTime::default() + Duration::minutes(minute);
    let key = |journal: &Journal, known| journal.point(known).unwrap_err().message().key;
    assert_eq!(key(&journal, KnownAt::Batch(1)), "journal-no-batch-yet");
    assert_eq!(key(&journal, KnownAt::Moment(at(9))), "journal-before-any");
    journal.begin(at(5), "import").unwrap().commit().unwrap();
    for (known, said) in [
        (KnownAt::Batch(0), "journal-no-batch"),
        (KnownAt::Batch(2), "journal-no-batch"),
        (KnownAt::Moment(at(5) - Duration::seconds(1)), "journal-before-first"),
    ] {
        assert_eq!(key(&journal, known), said, "{known:?}");
    }
    assert!(journal.point(KnownAt::Moment(at(5))).is_ok());
    // What is written is written today, wherever the journal stood.
    journal.stand_at(journal.point(KnownAt::Batch(1)).unwrap()).unwrap();
    journal.begin(at(6), "import").unwrap().commit().unwrap();
    journal.revert(&BatchOrFile { batch: 2, file: None }, at(7)).unwrap().commit().unwrap();
    assert_eq!(journal.batches().unwrap().len(), 2);
}
