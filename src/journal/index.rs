//! What rows are found by, written with every import: whether a row is there already, and which rows name somebody, so that a
//! household is read without reading everybody's rows.

use super::content::compared;
use super::key::RowKey;
use crate::domain::{Record, Seq};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, HashMap, HashSet};

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
    words: Vec<(String, Seq)>,
    reached: HashSet<(String, NaiveDate, NaiveDate, u32)>,
    /// Ledger, day reached, the row's own day, sheet, row.
    reaches: Vec<(String, NaiveDate, NaiveDate, u32, Seq)>,
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
    pub fn of(connection: &Connection) -> rusqlite::Result<Index> {
        let is_written = connection.query_row("SELECT EXISTS (SELECT 1 FROM known)", [], |row| row.get(0))?;
        Ok(Index { is_written, spans: Some(BTreeMap::new()), ..Index::default() })
    }

    /// A file is about to begin whose first sheet has that number: until the next one, [`Index::undo_file`] comes back to here.
    pub fn file(&mut self, first_sheet: u32, connection: &Connection) -> rusqlite::Result<()> {
        if self.rows >= KEPT_BACK {
            self.write(connection)?;
        }
        self.reached.clear();
        self.file = File { first_sheet, words: self.words.len(), reaches: self.reaches.len(), rows: self.rows };
        Ok(())
    }

    /// Forgets the file's rows; those written already go with its savepoint.
    pub fn undo_file(&mut self) {
        self.reached.clear();
        for (.., seq) in self.take_keys_of_file() {
            self.whole.remove(&seq);
        }
        let first = self.file.first_sheet;
        if let Some(spans) = &mut self.spans {
            spans.retain(|source, _| *source < first);
        }
        self.words.truncate(self.file.words);
        self.reaches.truncate(self.file.reaches);
        self.rows = self.file.rows;
    }

    /// The rows of sheets before `first` that are compared as equal, each with its sheet.
    pub fn equal(&self, connection: &Connection, key: &RowKey, first: u32) -> rusqlite::Result<Vec<(u32, Seq)>> {
        let kept_back = self.keys.get(key).into_iter().flatten().copied();
        let mut equal: Vec<(u32, Seq)> = kept_back.filter(|(source, _)| *source < first).collect();
        if !self.is_written {
            return Ok(equal);
        }
        let mut known = connection.prepare_cached("SELECT source, seq FROM known WHERE key = ?1 AND source < ?2")?;
        let mut rows = known.query(params![key, first])?;
        while let Some(row) = rows.next()? {
            equal.push((row.get(0)?, row.get(1)?));
        }
        Ok(equal)
    }

    /// Between which places the sheet's rows lie, if it has any.
    pub fn span(&self, connection: &Connection, source: u32) -> rusqlite::Result<Option<(Seq, Seq)>> {
        let mut written = connection.prepare_cached("SELECT first, last FROM span WHERE source = ?1")?;
        let written = written.query_row([source], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let kept_back = self.spans.as_ref().and_then(|spans| spans.get(&source)).copied();
        Ok(match (written, kept_back) {
            (Some((first, _)), Some((_, last))) => Some((first, last)),
            (written, kept_back) => written.or(kept_back),
        })
    }

    /// Takes what a row is found by.
    pub fn add(
        &mut self,
        connection: &Connection,
        source: u32,
        seq: Seq,
        (key, whole): (RowKey, RowKey),
        record: &Record,
    ) -> rusqlite::Result<()> {
        self.rows += 1;
        self.keys.entry(key).or_default().push((source, seq));
        if whole != key {
            self.whole.insert(seq, whole);
        }
        if let Some(spans) = &mut self.spans {
            spans.entry(source).or_insert((seq, seq)).1 = seq;
        }
        self.words.extend(record.mentions().into_iter().map(|mention| (mention.to_string(), seq)));
        let ledger = ledger(record);
        for (day, at) in record.shows_kept_until().zip(record.at.iter().cycle()) {
            if self.reached.insert((ledger.clone(), day, at.date, source)) {
                self.reaches.push((ledger.clone(), day, at.date, source, seq));
            }
        }
        if self.rows < self.file.rows + KEPT_BACK { Ok(()) } else { self.write_file(connection) }
    }

    /// Writes all that is kept back.
    pub fn write(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        self.file = File::default();
        self.write_file(connection)
    }

    /// Writes what is kept back of the file being taken in. That of earlier files stays: written now, it would go with this
    /// file's savepoint.
    fn write_file(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut keys = self.take_keys_of_file();
        keys.sort_unstable();
        self.is_written |= !keys.is_empty();
        let mut known = connection.prepare_cached("INSERT INTO known (key, source, seq) VALUES (?1, ?2, ?3)")?;
        for (key, source, seq) in &keys {
            known.execute(params![key, source, seq])?;
        }
        for (key, _, seq) in &mut keys {
            *key = self.whole.remove(seq).unwrap_or(*key);
        }
        write_digests(keys, connection)?;
        if let Some(spans) = &mut self.spans {
            let put = "INSERT INTO main.span (source, first, last) VALUES (?1, ?2, ?3)
                       ON CONFLICT DO UPDATE SET last = excluded.last";
            let mut put = connection.prepare_cached(put)?;
            for (source, (from, to)) in spans.split_off(&self.file.first_sheet) {
                put.execute(params![source, from, to])?;
            }
        }
        let File { words, reaches, rows, .. } = self.file;
        self.words[words..].sort_unstable();
        let mut mention = connection.prepare_cached("INSERT INTO mention (word, seq) VALUES (?1, ?2)")?;
        for (word, seq) in self.words.drain(words..) {
            mention.execute(params![word, seq])?;
        }
        self.reaches[reaches..].sort_unstable();
        let reach = "INSERT OR IGNORE INTO reach (ledger, day, at, source, seq) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut reach = connection.prepare_cached(reach)?;
        for (ledger, day, at, source, seq) in self.reaches.drain(reaches..) {
            reach.execute(params![ledger, day.to_string(), at.to_string(), source, seq])?;
        }
        self.rows = rows;
        Ok(())
    }

    /// Takes out the keys of the rows of the file being taken in.
    fn take_keys_of_file(&mut self) -> Vec<(RowKey, u32, Seq)> {
        let first = self.file.first_sheet;
        let mut taken = Vec::new();
        self.keys.retain(|key, rows| {
            taken.extend(rows.extract_if(.., |(source, _)| *source >= first).map(|(source, seq)| (*key, source, seq)));
            !rows.is_empty()
        });
        taken
    }
}

/// Adds those rows to the digests of their sheets, each in journal order.
fn write_digests(mut keys: Vec<(RowKey, u32, Seq)>, connection: &Connection) -> rusqlite::Result<()> {
    keys.sort_unstable_by_key(|(_, source, seq)| (*source, *seq));
    let mut before = connection.prepare_cached("SELECT digest FROM sheet_digest WHERE source = ?1")?;
    let mut put = connection.prepare_cached("REPLACE INTO sheet_digest (source, digest) VALUES (?1, ?2)")?;
    for sheet in keys.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let source = sheet[0].1;
        let mut hasher = blake3::Hasher::new();
        if let Some(row) = before.query([source])?.next()? {
            hasher.update(row.get_ref(0)?.as_blob()?);
        }
        for (key, ..) in sheet {
            hasher.update(key);
        }
        put.execute(params![source, hasher.finalize().as_bytes()])?;
    }
    Ok(())
}

/// The word for a ledger of one member of staff; what nobody is named in has one of its own.
fn ledger(record: &Record) -> String {
    let staff = record.fact.staff().map(|staff| staff.as_str()).unwrap_or_default();
    format!("{} {staff}", record.fact.kind().id())
}

/// Writes what every row of a journal is found by that was begun before there was an index.
pub fn fill(connection: &Connection) -> rusqlite::Result<()> {
    let mut index = Index::default();
    let mut rows = connection.prepare("SELECT source, seq, key, record FROM row ORDER BY seq")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        // A record that does not read is said when the books are.
        if let Ok(record) = serde_json::from_str::<Record>(row.get_ref(3)?.as_str()?) {
            let whole = row.get(2)?;
            let keys = (compared(&record).unwrap_or(whole), whole);
            index.add(connection, row.get(0)?, row.get(1)?, keys, &record)?;
        }
    }
    index.write(connection)
}

#[cfg(test)]
mod tests {
    use crate::domain::{Contact, Fact, Invite, Kind, Mention, Moment, Phone, Record, StaffId};
    use crate::journal::{BatchOrFile, Import, Journal, LockPatience, Origin, RowOutcome};
    use chrono::{NaiveDate, NaiveDateTime};
    use std::path::Path;
    use std::time::Duration;

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

    fn open(file: &Path) -> Journal {
        Journal::create(file, LockPatience::new(Duration::from_secs(20), || {})).unwrap()
    }

    /// Takes invitations of those people in from a file; how many were new.
    fn file(import: &mut Import, name: &str, people: std::ops::Range<u32>, on: u32) -> usize {
        import.file(Origin { file: name.to_owned(), path: name.to_owned(), hash: [0; 32] }, false).unwrap();
        let sheet = import.sheet(None, Kind::Invite, &[]).unwrap();
        let row = |last| import.row(sheet, last, &invited(last, on), &[], &[]).unwrap();
        people.map(row).filter(|added| matches!(added, RowOutcome::New(_))).count()
    }

    fn found(journal: &Journal, last: u32) -> usize {
        let mut part = journal.part().unwrap();
        part.add(&[Mention::Phone(phone(last))]).unwrap();
        part.entries().count()
    }

    #[test]
    fn what_is_kept_back_is_found_in_the_same_import_and_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = open(&folder.path().join("huifang.db"));
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
    }

    #[test]
    fn of_a_ledger_the_latest_row_that_counts_shows_it_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = open(&folder.path().join("huifang.db"));
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
    }

    #[test]
    fn a_journal_from_before_the_index_gets_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huifang.db");
        let mut journal = open(&path);
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
        rusqlite::Connection::open(&path).unwrap().execute_batch(older).unwrap();
        let mut journal = open(&path);
        assert_eq!((0..8).map(|last| found(&journal, last)).sum::<usize>(), 8);
        let mut import = journal.begin(NaiveDateTime::default(), "import").unwrap();
        assert_eq!(file(&mut import, "b", 0..9, 1), 1);
    }
}
