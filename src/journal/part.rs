//! Part of the books: the rows that somebody names, and those that bear on everybody.

use super::live::completed;
use super::read::{KnownBooks, ReadTrouble, StoredRow, sources, stated};
use super::{Journal, JournalError};
use crate::domain::{Books, Entry, Fact, Kind, Mention, Seq, Source, SourceId, StatedCoverage};
use chrono::NaiveDate;
use rusqlite::Transaction;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Rows gathered bit by bit, all of one moment.
pub struct PartialBooks<'j> {
    journal: &'j Journal,
    transaction: Transaction<'j>,
    sources: Vec<Source>,
    places: HashMap<u32, SourceId>,
    /// The rows whose place another one has taken.
    completed: HashSet<Seq>,
    stated: Vec<StatedCoverage>,
    entries: BTreeMap<Seq, Entry>,
}

impl Journal {
    /// No rows yet, and what was stated.
    pub fn part(&self) -> Result<PartialBooks<'_>, JournalError> {
        let begin = || -> Result<PartialBooks<'_>, ReadTrouble> {
            let transaction = self.connection.unchecked_transaction()?;
            let (sources, places) = sources(&transaction)?;
            let stated = stated(&transaction)?;
            let completed = completed(&transaction)?;
            Ok(PartialBooks {
                journal: self,
                transaction,
                sources,
                places,
                completed,
                stated,
                entries: BTreeMap::new(),
            })
        };
        begin().map_err(|trouble| trouble.at(self.path()))
    }
}

impl PartialBooks<'_> {
    /// Adds what bears on everybody: the rosters, wages and findings, and of each ledger and member of staff the row that shows it
    /// kept the longest up to `as_of`, for each time in which they may have been of one department. These say as much of coverage as all rows do.
    pub fn add_common(&mut self, as_of: NaiveDate) -> Result<(), JournalError> {
        self.add(&[Kind::Staff, Kind::Wage, Kind::Finding].map(Mention::Kind))?;
        self.add_reaching(as_of).map_err(|trouble| trouble.at(self.journal.path()))
    }

    /// Adds the rows found by any of these words.
    pub fn add(&mut self, mentions: &[Mention]) -> Result<(), JournalError> {
        let mut seqs = Vec::new();
        let mut find = || -> rusqlite::Result<()> {
            let mut statement = self.transaction.prepare_cached("SELECT seq FROM mention WHERE word = ?1")?;
            for mention in mentions {
                let mut rows = statement.query([mention.to_string()])?;
                while let Some(row) = rows.next()? {
                    seqs.push(row.get(0)?);
                }
            }
            Ok(())
        };
        let found = find().map_err(ReadTrouble::from);
        found.and_then(|()| self.take(seqs)).map_err(|trouble| trouble.at(self.journal.path()))
    }

    /// The rows so far, in journal order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> + Clone {
        self.entries.values()
    }

    /// The rows as books, and what a stamp says of the whole journal at the same moment.
    pub fn known(self) -> Result<KnownBooks, JournalError> {
        let (digest, batch) = (self.journal.digest()?, self.journal.last_batch()?);
        let books = Books { entries: self.entries.into_values().collect(), sources: self.sources, stated: self.stated };
        Ok(KnownBooks { books, digest, batch })
    }

    fn add_reaching(&mut self, as_of: NaiveDate) -> Result<(), ReadTrouble> {
        let mut seqs: Vec<Seq> = Vec::new();
        {
            let next = "SELECT ledger FROM reach WHERE ledger > ?1 ORDER BY ledger LIMIT 1";
            let mut next = self.transaction.prepare(next)?;
            let latest = "SELECT source, seq, at FROM reach WHERE ledger = ?1 AND day <= ?2 ORDER BY day DESC";
            let mut latest = self.transaction.prepare(latest)?;
            let changes = self.changes();
            let mut ledger = String::new();
            while let Some(row) = next.query([&ledger])?.next()? {
                ledger = row.get(0)?;
                let days = ledger.split_once(' ').and_then(|(_, staff)| changes.get(staff));
                let mut met: BTreeSet<usize> = BTreeSet::new();
                let mut rows = latest.query([&ledger, &as_of.to_string()])?;
                while let Some(row) = rows.next()? {
                    let (seq, at): (Seq, String) = (row.get(1)?, row.get(2)?);
                    let place = days.map_or(0, |days| days.iter().filter(|from| **from <= at).count());
                    let counts = self.places.contains_key(&row.get(0)?) && !self.completed.contains(&seq);
                    if counts && met.insert(place) {
                        seqs.push(seq);
                    }
                    if met.len() > days.map_or(0, BTreeSet::len) {
                        break;
                    }
                }
            }
        }
        self.take(seqs)
    }

    /// The days on which something about a member of staff changes by the roster: a row of theirs may be of another
    /// department on each side.
    fn changes(&self) -> HashMap<String, BTreeSet<String>> {
        let mut changes: HashMap<String, BTreeSet<String>> = HashMap::new();
        for entry in self.entries.values() {
            if let Fact::Staff(row) = &entry.record.fact
                && let Some(from) = row.from
            {
                changes.entry(row.staff_id.to_string()).or_default().insert(from.to_string());
            }
        }
        changes
    }

    fn take(&mut self, mut seqs: Vec<Seq>) -> Result<(), ReadTrouble> {
        seqs.sort_unstable();
        seqs.dedup();
        seqs.retain(|seq| !self.entries.contains_key(seq) && !self.completed.contains(seq));
        let mut statement =
            self.transaction.prepare_cached("SELECT seq, source, line, record FROM row WHERE seq = ?1")?;
        for seq in seqs {
            let mut rows = statement.query([seq])?;
            if let Some(row) = rows.next()?
                && let Some(source) = self.places.get(&row.get(1)?)
            {
                self.entries.insert(seq, StoredRow::of(row, *source)?.entry()?);
            }
        }
        Ok(())
    }
}
