//! What rows are found by: written with every import, so that a household is read without reading everybody's rows.

use crate::domain::{Record, Seq};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use std::collections::HashSet;

/// So many words are kept back and put in sorted, which a B-tree takes several times as fast as word by word.
const KEPT_BACK: usize = 1 << 17;

/// The words of rows on their way into the journal.
#[derive(Default)]
pub struct Mentions {
    words: Vec<(String, Seq)>,
    reached: HashSet<(String, NaiveDate, u32)>,
    reaches: Vec<(String, NaiveDate, u32, Seq)>,
    /// How many words and reaches are not of the file being taken in.
    before: (usize, usize),
}

impl Mentions {
    /// A new file is about to begin: until the next one, [`Mentions::undo_file`] comes back to here.
    pub fn file(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if self.words.len() >= KEPT_BACK {
            self.write(connection)?;
        }
        self.reached.clear();
        self.before = (self.words.len(), self.reaches.len());
        Ok(())
    }

    /// Forgets the file's rows; those written already go with the file's savepoint.
    pub fn undo_file(&mut self) {
        self.reached.clear();
        self.words.truncate(self.before.0);
        self.reaches.truncate(self.before.1);
    }

    /// Takes a row's words.
    pub fn add(&mut self, connection: &Connection, source: u32, seq: Seq, record: &Record) -> rusqlite::Result<()> {
        self.words.extend(record.mentions().into_iter().map(|mention| (mention.to_string(), seq)));
        let ledger = ledger(record);
        for day in record.shows_kept_until() {
            if self.reached.insert((ledger.clone(), day, source)) {
                self.reaches.push((ledger.clone(), day, source, seq));
            }
        }
        let (words, reaches) = self.before;
        // Those of earlier files stay kept back: written now, they would go with this file's savepoint.
        if self.words.len() < words + KEPT_BACK { Ok(()) } else { self.write_from(words, reaches, connection) }
    }

    /// Writes what is kept back.
    pub fn write(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        self.before = (0, 0);
        self.write_from(0, 0, connection)
    }

    fn write_from(&mut self, words: usize, reaches: usize, connection: &Connection) -> rusqlite::Result<()> {
        self.words[words..].sort_unstable();
        let mut word = connection.prepare_cached("INSERT INTO mention (word, seq) VALUES (?1, ?2)")?;
        for (text, seq) in self.words.drain(words..) {
            word.execute(params![text, seq])?;
        }
        self.reaches[reaches..].sort_unstable();
        let reach = "INSERT OR IGNORE INTO reach (ledger, day, source, seq) VALUES (?1, ?2, ?3, ?4)";
        let mut reach = connection.prepare_cached(reach)?;
        for (ledger, day, source, seq) in self.reaches.drain(reaches..) {
            reach.execute(params![ledger, day.to_string(), source, seq])?;
        }
        Ok(())
    }
}

/// The word for a ledger of one member of staff; what nobody is named in has one of its own.
fn ledger(record: &Record) -> String {
    let staff = record.fact.staff().map(|staff| staff.as_str()).unwrap_or_default();
    format!("{} {staff}", record.fact.kind().id())
}

/// Writes the words of every row of a journal that was begun before there were any.
pub fn fill(connection: &Connection) -> rusqlite::Result<()> {
    let mut mentions = Mentions::default();
    let mut rows = connection.prepare("SELECT source, seq, record FROM row ORDER BY seq")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        // A record that does not read is said when the books are.
        if let Ok(record) = serde_json::from_str(row.get_ref(2)?.as_str()?) {
            mentions.add(connection, row.get(0)?, row.get(1)?, &record)?;
        }
    }
    mentions.write(connection)
}
