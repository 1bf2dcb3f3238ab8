//! Laws of the journal: whatever is taken in twice, in another order or taken back leaves the same books.

use super::books::{Dice, books, dice};
use super::{concluded, on_day, rows};
use chrono::NaiveDateTime;
use huifang::domain::{Books, Kind, Record};
use huifang::journal::{Added, Journal, Origin, Patience};
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
        let patience = Patience::new(Duration::from_secs(20), || {});
        let journal = Journal::create(&folder.path().join("huifang.db"), patience).unwrap();
        Shop { journal, _folder: folder }
    }

    /// Takes a file of those rows in; gives its batch and how many were new.
    fn import(&mut self, file: &str, rows: &[Record]) -> (u64, usize) {
        let mut import = self.journal.begin(NaiveDateTime::default(), "import").unwrap();
        let batch = import.batch();
        import.file(Origin { file: file.to_owned(), path: file.to_owned(), hash: [0; 32] }, false).unwrap();
        let sheet = import.sheet(None, Kind::Signup, &[]).unwrap();
        let new = rows.iter().filter(|record| matches!(import.row(sheet, 2, record, &[], &[]).unwrap(), Added::New(_)));
        let new = new.count();
        import.commit().unwrap();
        (batch, new)
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
        shop.journal.revert(batch, NaiveDateTime::default()).unwrap();
        prop_assert_eq!(records(&before), records(&shop.books()));
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
