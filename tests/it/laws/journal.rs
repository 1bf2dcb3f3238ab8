//! Laws of the journal: whatever is taken in twice, in another order or taken back leaves the same books.

use super::books::{Dice, books, dice};
use super::{concluded, on_day, rows};
use chrono::NaiveDateTime;
use huifang::domain::{Books, Kind, Record};
use huifang::journal::{BatchOrFile, Journal, LockPatience, Origin, RowOutcome};
use proptest::prelude::*;
use std::time::Duration;
use tempfile::TempDir;

struct Shop {
    journal: Journal,
    _folder: TempDir,
}

impl Shop {
    fn new() -> Shop {
        let folder = tempfile::tempdir().unwrap();
        let patience = LockPatience::new(Duration::from_secs(20), || {});
        let journal = Journal::create(&folder.path().join("huifang.db"), patience).unwrap();
        Shop { journal, _folder: folder }
    }

    /// Takes a file of those rows in; gives its batch and how many were new.
    fn import(&mut self, file: &str, rows: &[Record]) -> (u64, usize) {
        self.import_all(&[(file, rows)], false)
    }

    /// Takes files in together, in the place of those of their names or not.
    fn import_all(&mut self, files: &[(&str, &[Record])], replace: bool) -> (u64, usize) {
        let mut import = self.journal.begin(NaiveDateTime::default(), "import").unwrap();
        let batch = import.batch();
        let mut new = 0;
        for (file, rows) in files {
            import.file(Origin { file: (*file).to_owned(), path: (*file).to_owned(), hash: [0; 32] }, replace).unwrap();
            let sheet = import.sheet(None, Kind::Signup, &[]).unwrap();
            let added = rows.iter().map(|record| import.row(sheet, 2, record, &[], &[]).unwrap());
            new += added.filter(|added| matches!(added, RowOutcome::New(_))).count();
        }
        import.commit().unwrap();
        (batch, new)
    }

    /// Takes a batch out or brings it back, or a file of it.
    fn take(&mut self, batch: u64, file: Option<&str>, is_out: bool) {
        let (which, at) = (BatchOrFile { batch, file: file.map(str::to_owned) }, NaiveDateTime::default());
        let taking = if is_out { self.journal.revert(&which, at) } else { self.journal.restore(&which, at) };
        taking.unwrap().commit().unwrap();
    }

    /// What the reports are drawn from, and the digest of the rows.
    fn reports(&self) -> (super::Concluded, String) {
        (concluded(&on_day(&self.books(), 90)), self.journal.digest().unwrap())
    }

    fn books(&self) -> Books {
        self.journal.books().unwrap()
    }
}

fn records(books: &Books) -> Vec<Record> {
    books.entries.iter().map(|entry| entry.record.clone()).collect()
}

/// The roster and the rows of the throws.
fn file(dice: &[Dice]) -> Vec<Record> {
    records(&books(rows(dice, 0, true)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn taking_a_file_in_twice_changes_nothing(dice in dice(5, 100, 30), doubled in any::<prop::sample::Index>()) {
        let mut rows = file(&dice);
        // Two equal rows of one file are two rows, and stay two.
        rows.push(rows[doubled.index(rows.len())].clone());
        let mut shop = Shop::new();
        prop_assert_eq!(shop.import("a.csv", &rows).1, rows.len());
        let before = shop.books();
        prop_assert_eq!(shop.import("a.csv", &rows).1, 0);
        prop_assert_eq!(shop.import("again.csv", &rows).1, 0);
        prop_assert_eq!(concluded(&on_day(&before, 90)), concluded(&on_day(&shop.books(), 90)));
    }

    #[test]
    fn taking_a_batch_back_undoes_it_exactly(one in dice(5, 100, 30), other in dice(5, 100, 30)) {
        let mut shop = Shop::new();
        shop.import("a.csv", &file(&one));
        let before = shop.books();
        let (batch, new) = shop.import("b.csv", &file(&other));
        prop_assert_eq!(shop.books().entries.len(), before.entries.len() + new);
        shop.take(batch, None, true);
        prop_assert_eq!(records(&before), records(&shop.books()));
    }

    #[test]
    fn taking_out_and_bringing_back_changes_no_report(
        throws in prop::collection::vec(dice(5, 100, 20), 3),
        replace in any::<bool>(),
        single in any::<bool>(),
    ) {
        let files: Vec<_> = throws.iter().map(|dice| file(dice)).collect();
        let mut shop = Shop::new();
        shop.import_all(&[("a.csv", &files[0]), ("b.csv", &files[1])], false);
        let (batch, _) = shop.import_all(&[("a.csv", &files[2]), ("c.csv", &files[1])], replace);
        for batch in [1, batch] {
            let before = shop.reports();
            let of = single.then_some("a.csv");
            shop.take(batch, of, true);
            shop.take(batch, of, false);
            prop_assert_eq!(&before, &shop.reports());
            // A file that was out before the batch went out is out when the batch is back.
            shop.take(batch, Some("a.csv"), true);
            let without = shop.reports();
            shop.take(batch, None, true);
            shop.take(batch, None, false);
            prop_assert_eq!(&without, &shop.reports());
            shop.take(batch, None, false);
            prop_assert_eq!(&before, &shop.reports());
        }
    }

    #[test]
    fn a_file_taken_out_is_as_if_it_had_never_come(
        throws in prop::collection::vec(dice(5, 100, 20), 3),
        replace in any::<bool>(),
    ) {
        let files: Vec<_> = throws.iter().map(|dice| file(dice)).collect();
        let (mut with, mut without) = (Shop::new(), Shop::new());
        for shop in [&mut with, &mut without] {
            shop.import("b.csv", &files[0]);
        }
        with.import_all(&[("a.csv", &files[1]), ("b.csv", &files[2])], replace);
        with.take(2, Some("b.csv"), true);
        without.import_all(&[("a.csv", &files[1])], replace);
        prop_assert_eq!(with.reports().0, without.reports().0);
        prop_assert_eq!(records(&with.books()), records(&without.books()));
    }

    #[test]
    fn the_order_of_files_changes_nothing(dice in dice(5, 100, 40), cut in any::<prop::sample::Index>()) {
        // Household numbers link to the first that bore them in journal order, so only the law of rows has them.
        let rows = records(&books(rows(&dice, 0, false)));
        let (one, other) = rows.split_at(cut.index(rows.len()));
        let concluded_of = |files: [&[Record]; 2]| {
            let mut shop = Shop::new();
            for (ix, rows) in files.into_iter().enumerate() {
                shop.import(&format!("{ix}.csv"), rows);
            }
            concluded(&on_day(&shop.books(), 90))
        };
        prop_assert_eq!(concluded_of([one, other]), concluded_of([other, one]));
    }
}
