//! Part of the books: the rows that somebody names, and those that bear on everybody.

use super::counting::Counting;
use super::digest::digest;
use super::read::{KnownBooks, UnreadRow, sources};
use super::store::{RowRange, Transaction};
use super::{Journal, JournalError};
use crate::domain::{Books, Entry, Fact, Kind, Mention, Seq, Source, SourceId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;

/// Rows gathered bit by bit, all of one moment.
pub struct PartialBooks<'j> {
    transaction: Transaction<'j>,
    counting: Counting,
    sources: Vec<Source>,
    places: HashMap<u32, SourceId>,
    /// The rows whose place another one has taken.
    completed: HashSet<Seq>,
    entries: BTreeMap<Seq, Entry>,
}

impl Journal {
    /// Begins gathering: no rows yet, only what was stated of coverage.
    pub fn part(&self) -> Result<PartialBooks<'_>, JournalError> {
        let transaction = Transaction::reading(self.store())?;
        let counting = self.counting()?;
        let (sources, places) = sources(&counting);
        let completed = counting.completed();
        Ok(PartialBooks { transaction, counting, sources, places, completed, entries: BTreeMap::new() })
    }
}

impl PartialBooks<'_> {
    /// Adds what bears on everybody: the rosters, wages and findings, and of each ledger and member of staff the row that shows it
    /// kept the longest up to `as_of`, for each time in which they may have been of one department. These say as much of coverage as all rows do.
    pub fn add_common(&mut self, as_of: NaiveDate) -> Result<(), JournalError> {
        self.add(&[Kind::Staff, Kind::Wage, Kind::Finding].map(Mention::Kind))?;
        self.add_reaching(as_of)
    }

    /// Adds the rows found by any of these words.
    pub fn add(&mut self, mentions: &[Mention]) -> Result<(), JournalError> {
        let mut seqs = Vec::new();
        for mention in mentions {
            seqs.extend(self.transaction.mentioning(&mention.to_string())?);
        }
        self.take(seqs)
    }

    /// The rows so far, in journal order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> + Clone {
        self.entries.values()
    }

    /// The rows as books, and what a stamp says of the whole journal at the same moment.
    pub fn known(self) -> Result<KnownBooks, JournalError> {
        let PartialBooks { transaction, counting, sources, entries, .. } = self;
        let digest = digest(&counting, transaction.store())?;
        let books = Books { entries: entries.into_values().collect(), sources, stated: counting.stated() };
        Ok(KnownBooks { books, digest, batch: counting.last_batch() })
    }

    fn add_reaching(&mut self, as_of: NaiveDate) -> Result<(), JournalError> {
        let mut seqs: Vec<Seq> = Vec::new();
        let changes = self.changes();
        for ledger in self.transaction.ledgers()? {
            let days = ledger.split_once(' ').and_then(|(_, staff)| changes.get(staff));
            let most = days.map_or(0, BTreeSet::len);
            let mut met: BTreeSet<usize> = BTreeSet::new();
            self.transaction.reaching(&ledger, as_of, &mut |reach| {
                let place = days.map_or(0, |days| days.iter().filter(|from| **from <= reach.at).count());
                let counts = self.places.contains_key(&reach.sheet) && !self.completed.contains(&reach.seq);
                if counts && met.insert(place) {
                    seqs.push(reach.seq);
                }
                if met.len() > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
        }
        self.take(seqs)
    }

    /// The days on which something about a member of staff changes by the roster: a row of theirs may be of another
    /// department on each side.
    fn changes(&self) -> HashMap<String, BTreeSet<NaiveDate>> {
        let mut changes: HashMap<String, BTreeSet<NaiveDate>> = HashMap::new();
        for entry in self.entries.values() {
            if let Fact::Staff(row) = &entry.record.fact
                && let Some(from) = row.from
            {
                changes.entry(row.staff_id.to_string()).or_default().insert(from);
            }
        }
        changes
    }

    fn take(&mut self, mut seqs: Vec<Seq>) -> Result<(), JournalError> {
        seqs.sort_unstable();
        seqs.dedup();
        seqs.retain(|seq| !self.entries.contains_key(seq) && !self.completed.contains(seq));
        let (file, places) = (self.transaction.place(), &self.places);
        for seq in seqs {
            let entries = &mut self.entries;
            self.transaction.rows(RowRange::One(seq), &mut |row| {
                if let Some(source) = places.get(&row.sheet) {
                    entries.insert(seq, UnreadRow::of(row, *source).entry(file)?);
                }
                Ok(ControlFlow::Continue(()))
            })?;
        }
        Ok(())
    }
}
