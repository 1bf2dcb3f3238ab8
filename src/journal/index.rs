//! What rows are found by, written with every import: whether a row is there already, and which rows name somebody, so that a
//! household is read without reading everybody's rows.

use super::JournalError;
use super::content::compared;
use super::key::RowKey;
use super::store::{IndexPart, Reach, RowRange, Store};
use crate::domain::{Record, Seq};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;

/// So many rows of a file are kept back at most; few in tests, which have few rows.
const KEPT_BACK: usize = if cfg!(test) { 3 } else { 1 << 16 };

/// What rows on their way into the journal are found by, kept back to be written in bulk.
#[derive(Default)]
pub struct Index {
    /// Of those kept back, the sheets a row stands in.
    keys: HashMap<RowKey, Vec<(u32, Seq)>>,
    /// The key of all that a row says, where that is more than it is compared by.
    whole: HashMap<Seq, RowKey>,
    /// Between which places the rows of each sheet lie; none where a later step of the schema notes that.
    spans: Option<BTreeMap<u32, (Seq, Seq)>>,
    /// The digests of the sheets written so far.
    digests: BTreeMap<u32, [u8; 32]>,
    words: Vec<(String, Seq)>,
    reached: HashSet<(String, NaiveDate, NaiveDate, u32)>,
    reaches: Vec<Reach>,
    /// The rows kept back.
    rows: usize,
    /// Whether any rows were written before, by this import or an earlier one.
    is_written: bool,
    /// Where what is kept back of the file being taken in begins.
    file: File,
}

#[derive(Default, Clone, Copy)]
struct File {
    first_sheet: u32,
    words: usize,
    reaches: usize,
    rows: usize,
}

impl Index {
    /// What rows are found by from now on.
    pub fn of(store: &dyn Store) -> Result<Index, JournalError> {
        Ok(Index { is_written: store.is_any_known()?, spans: Some(BTreeMap::new()), ..Index::default() })
    }

    /// A file is about to begin whose first sheet has that number: until the next one, [`Index::undo_file`] comes back to here.
    pub fn file(&mut self, first_sheet: u32, store: &dyn Store) -> Result<(), JournalError> {
        if self.rows >= KEPT_BACK {
            self.write(store)?;
        }
        self.reached.clear();
        self.file = File { first_sheet, words: self.words.len(), reaches: self.reaches.len(), rows: self.rows };
        Ok(())
    }

    /// Forgets the file's rows; those written already are undone with it.
    pub fn undo_file(&mut self) {
        self.reached.clear();
        for (.., seq) in self.take_keys_of_file() {
            self.whole.remove(&seq);
        }
        let first = self.file.first_sheet;
        if let Some(spans) = &mut self.spans {
            spans.retain(|sheet, _| *sheet < first);
        }
        self.digests.retain(|sheet, _| *sheet < first);
        self.words.truncate(self.file.words);
        self.reaches.truncate(self.file.reaches);
        self.rows = self.file.rows;
    }

    /// The rows of sheets before `first` that are compared as equal, each with its sheet.
    pub fn equal(&self, store: &dyn Store, key: &RowKey, first: u32) -> Result<Vec<(u32, Seq)>, JournalError> {
        let kept_back = self.keys.get(key).into_iter().flatten().copied();
        let mut equal: Vec<(u32, Seq)> = kept_back.filter(|(sheet, _)| *sheet < first).collect();
        if self.is_written {
            equal.extend(store.known(key, first)?);
        }
        Ok(equal)
    }

    /// Between which places the sheet's rows lie, if it has any.
    pub fn span(&self, store: &dyn Store, sheet: u32) -> Result<Option<(Seq, Seq)>, JournalError> {
        let written = store.span(sheet)?;
        let kept_back = self.spans.as_ref().and_then(|spans| spans.get(&sheet)).copied();
        Ok(match (written, kept_back) {
            (Some((first, _)), Some((_, last))) => Some((first, last)),
            (written, kept_back) => written.or(kept_back),
        })
    }

    /// Notes the words a row is found by.
    pub fn add(
        &mut self,
        store: &dyn Store,
        sheet: u32,
        seq: Seq,
        (key, whole): (RowKey, RowKey),
        record: &Record,
    ) -> Result<(), JournalError> {
        self.rows += 1;
        self.keys.entry(key).or_default().push((sheet, seq));
        if whole != key {
            self.whole.insert(seq, whole);
        }
        if let Some(spans) = &mut self.spans {
            spans.entry(sheet).or_insert((seq, seq)).1 = seq;
        }
        self.words.extend(record.mentions().into_iter().map(|mention| (mention.to_string(), seq)));
        let ledger = ledger(record);
        for (day, at) in record.shows_kept_until().zip(record.at.iter().cycle()) {
            if self.reached.insert((ledger.clone(), day, at.date, sheet)) {
                self.reaches.push(Reach { ledger: ledger.clone(), day, at: at.date, sheet, seq });
            }
        }
        if self.rows < self.file.rows + KEPT_BACK { Ok(()) } else { self.write_file(store) }
    }

    /// Writes the words noted so far.
    pub fn write(&mut self, store: &dyn Store) -> Result<(), JournalError> {
        self.file = File::default();
        self.write_file(store)
    }

    /// Writes what is kept back of the file being taken in. That of earlier files stays: written now, it would be undone with
    /// this file.
    fn write_file(&mut self, store: &dyn Store) -> Result<(), JournalError> {
        let mut known = self.take_keys_of_file();
        known.sort_unstable();
        self.is_written |= !known.is_empty();
        let digests = self.digests_with(&known);
        let File { first_sheet, words, reaches, rows } = self.file;
        let spans = self.spans.as_mut().map(|spans| spans.split_off(&first_sheet)).unwrap_or_default();
        let (mut new_words, mut new_reaches) = (self.words.split_off(words), self.reaches.split_off(reaches));
        new_words.sort_unstable();
        new_reaches.sort_unstable();
        self.rows = rows;
        store.add_to_index(&IndexPart {
            known: &known,
            spans: &spans.into_iter().collect::<Vec<_>>(),
            digests: &digests,
            words: &new_words,
            reaches: &new_reaches,
        })
    }

    /// Takes out the keys of the rows of the file being taken in.
    fn take_keys_of_file(&mut self) -> Vec<(RowKey, u32, Seq)> {
        let first = self.file.first_sheet;
        let mut taken = Vec::new();
        self.keys.retain(|key, rows| {
            taken.extend(rows.extract_if(.., |(sheet, _)| *sheet >= first).map(|(sheet, seq)| (*key, sheet, seq)));
            !rows.is_empty()
        });
        taken
    }

    /// Adds rows to the digests of their sheets, each in journal order and by all it says; gives the digests they make.
    fn digests_with(&mut self, rows: &[(RowKey, u32, Seq)]) -> Vec<(u32, [u8; 32])> {
        let whole = |(key, sheet, seq): &(RowKey, u32, Seq)| (self.whole.remove(seq).unwrap_or(*key), *sheet, *seq);
        let mut rows: Vec<(RowKey, u32, Seq)> = rows.iter().map(whole).collect();
        rows.sort_unstable_by_key(|(_, sheet, seq)| (*sheet, *seq));
        let mut digests = Vec::new();
        for rows in rows.chunk_by(|(_, one, _), (_, other, _)| one == other) {
            let sheet = rows[0].1;
            let mut hasher = blake3::Hasher::new();
            if let Some(before) = self.digests.get(&sheet) {
                hasher.update(before);
            }
            for (key, ..) in rows {
                hasher.update(key);
            }
            let digest = *hasher.finalize().as_bytes();
            self.digests.insert(sheet, digest);
            digests.push((sheet, digest));
        }
        digests
    }
}

/// The word for a ledger of one member of staff; what nobody is named in has one of its own.
fn ledger(record: &Record) -> String {
    let staff = record.fact.staff().map(|staff| staff.as_str()).unwrap_or_default();
    format!("{} {staff}", record.fact.kind().id())
}

/// Writes what every row of a journal is found by that was begun before there was an index.
pub fn fill(store: &dyn Store) -> Result<(), JournalError> {
    let mut index = Index::default();
    store.rows(RowRange::All, &mut |row| {
        // A record that does not read is said when the books are.
        if let Ok(record) = serde_json::from_str::<Record>(row.text) {
            let keys = (compared(&record).unwrap_or(row.whole), row.whole);
            index.add(store, row.sheet, row.seq, keys, &record)?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    index.write(store)
}
