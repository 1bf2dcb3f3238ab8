//! A sheet handed in again: the file being taken in beside the live ones of its name.
//!
//! The rows of a file are read into the import and compared when its end is reached; what looks corrected is taken out of the
//! import again by [`Import::undo_file`]. Files that hold all of an earlier one are versions of it and from then on compared
//! as one.

use super::content::{Fields, RowContent, TASK, fields};
use super::import::Import;
use super::key::RowKey;
use super::store::{Remark, RowRange, RowRemark, StoredSheet, VersionOf};
use super::twins::twins;
use super::version::{IncomingRow, RowPlace, Version};
use super::{JournalError, name};
use crate::domain::{Kind, Record, Seq};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;

/// A row as it is put beside another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedRow {
    /// The file it stands in.
    pub file: String,
    /// Its sheet; none for text.
    pub sheet: Option<String>,
    /// Its line there, counted from one.
    pub line: u32,
    /// What it says, by field.
    pub fields: Fields,
}

/// How a file stands to an earlier one of its name, in one kind of ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetComparison {
    /// The ledger.
    pub kind: Kind,
    /// How many rows of the earlier one stand in this one.
    pub there: usize,
    /// Those that do not, in journal order, and with each its twin: the row of this file that differs in a field or two.
    pub gone: Vec<(ComparedRow, Option<ComparedRow>)>,
    sheets: Version,
    seqs: Vec<Seq>,
    completed: Vec<Seq>,
}

impl SheetComparison {
    /// How many of the rows that are gone have a twin.
    pub fn twins(&self) -> usize {
        self.gone.iter().filter(|(_, twin)| twin.is_some()).count()
    }

    /// Whether this one looks like the earlier one corrected: half of it or more is there while others are gone, or one that
    /// is gone has a twin.
    pub fn looks_corrected(&self) -> bool {
        !self.gone.is_empty() && (self.there >= self.gone.len() || self.twins() > 0)
    }
}

/// A later row of a roster takes the place of an earlier one by itself, so nothing in it is doubled.
const fn is_compared(kind: Kind) -> bool {
    !matches!(kind, Kind::Staff)
}

impl Import<'_> {
    /// Looks for live files of the file's name with that kind of ledger.
    pub(super) fn begin_comparing(&mut self, kind: Kind) -> Result<(), JournalError> {
        if !is_compared(kind) || self.again.earlier.contains_key(&kind) {
            return Ok(());
        }
        let versions = self.versions(kind)?;
        if !versions.is_empty() {
            self.again.earlier.insert(kind, versions);
        }
        Ok(())
    }

    /// The live files of the file's name before it, each with its later versions.
    fn versions(&self, kind: Kind) -> Result<Vec<Version>, JournalError> {
        let is_meant = |sheet: &&StoredSheet| {
            let is_before = sheet.kind == kind && sheet.id < self.first_sheet;
            is_before && self.is_live(sheet.id) && name::plain(&sheet.origin.file) == self.again.name
        };
        let mut files: BTreeMap<(u64, &str), Version> = BTreeMap::new();
        for sheet in self.stored_sheets().iter().filter(is_meant) {
            files.entry((sheet.batch, &sheet.origin.path)).or_default().push(sheet.id);
        }
        let mut versions: Vec<Version> = Vec::new();
        for mut sheets in files.into_values() {
            let mut of: HashSet<u32> = HashSet::new();
            for sheet in &sheets {
                of.extend(self.store().versions_before(*sheet)?);
            }
            let (joined, others): (Vec<Version>, Vec<Version>) =
                versions.into_iter().partition(|version| version.iter().any(|sheet| of.contains(sheet)));
            sheets.extend(joined.into_iter().flatten());
            sheets.sort_unstable();
            versions = others;
            versions.push(sheets);
        }
        Ok(versions)
    }

    /// Notes a row of the file that is held back until the others are in.
    pub fn foresee(&mut self, line: u32, record: &Record) {
        let kind = record.fact.kind();
        let content = RowContent::of(record);
        self.sheets.row(content.key);
        if self.again.earlier.contains_key(&kind) {
            let place = RowPlace::Text(self.again.texts.len());
            self.again.rows.push(IncomingRow { kind, key: content.key, line, place });
            self.again.texts.push(content.text);
        }
    }

    /// How the file, all of whose rows are in, stands to each of the live ones of its name.
    pub fn compare(&self) -> Result<Vec<SheetComparison>, JournalError> {
        let mut all = Vec::new();
        for (kind, versions) in &self.again.earlier {
            let mut counts: HashMap<RowKey, usize> = HashMap::new();
            for met in self.again.rows.iter().filter(|met| met.kind == *kind) {
                *counts.entry(met.key).or_default() += 1;
            }
            for version in versions {
                all.extend(self.compare_with(version, *kind, counts.clone())?);
            }
        }
        Ok(all)
    }

    /// Beside one file; none if nothing of that one counts. `left` says how often each row stands in the new one.
    fn compare_with(
        &self,
        version: &Version,
        kind: Kind,
        mut left: HashMap<RowKey, usize>,
    ) -> Result<Option<SheetComparison>, JournalError> {
        let (mut there, mut gone) = (0, Vec::new());
        for sheet in version {
            for (seq, key) in self.rows_of(*sheet)? {
                match left.get_mut(&key).filter(|left| **left > 0) {
                    Some(left) => {
                        *left -= 1;
                        there += 1;
                    }
                    None if !self.staying.contains(&seq) => gone.push((seq, self.paper(seq)?)),
                    None => {}
                }
            }
        }
        if there == 0 && gone.is_empty() {
            return Ok(None);
        }
        let mut compared = SheetComparison {
            kind,
            there,
            gone: Vec::new(),
            sheets: version.clone(),
            seqs: Vec::new(),
            completed: Vec::new(),
        };
        if gone.is_empty() {
            return Ok(Some(compared));
        }
        let mut new = self.new_papers(kind, left)?;
        for (seq, old) in gone {
            match new.iter().position(|new| completes(new, &old)) {
                Some(at) => {
                    new.swap_remove(at);
                    compared.completed.push(seq);
                }
                None if new.iter().any(|new| follows_attempt(new, &old)) => {}
                None => {
                    compared.seqs.push(seq);
                    compared.gone.push((old, None));
                }
            }
        }
        new.sort_by_key(|paper| paper.line);
        let old: Vec<&Fields> = compared.gone.iter().map(|(old, _)| &old.fields).collect();
        let found = twins(&old, &new.iter().map(|new| &new.fields).collect::<Vec<_>>());
        for ((_, twin), at) in compared.gone.iter_mut().zip(found) {
            *twin = at.and_then(|at| new.get(at).cloned());
        }
        Ok(Some(compared))
    }

    /// The rows of the file that do not stand in the earlier one; `left` says how many of each.
    fn new_papers(&self, kind: Kind, mut left: HashMap<RowKey, usize>) -> Result<Vec<ComparedRow>, JournalError> {
        let mut papers = Vec::new();
        for met in self.again.rows.iter().rev().filter(|met| met.kind == kind) {
            let Some(left) = left.get_mut(&met.key).filter(|left| **left > 0) else { continue };
            *left -= 1;
            let paper = match met.place {
                RowPlace::Row(seq) => self.paper(seq)?,
                RowPlace::Text(at) => self.paper_of(self.again.texts.get(at).map_or("", String::as_str))?,
                RowPlace::Known => match self.index.equal(self.store(), &met.key, u32::MAX)?.first() {
                    Some((_, seq)) => ComparedRow { line: met.line, ..self.paper(*seq)? },
                    None => continue,
                },
            };
            papers.push(ComparedRow { line: met.line, ..paper });
        }
        Ok(papers)
    }

    fn paper_of(&self, text: &str) -> Result<ComparedRow, JournalError> {
        let file = self.origin.as_ref().map(|origin| origin.file.clone()).unwrap_or_default();
        Ok(ComparedRow { file, sheet: None, line: 0, fields: self.fields(text)? })
    }

    pub(super) fn paper(&self, seq: Seq) -> Result<ComparedRow, JournalError> {
        let mut found = None;
        self.store().rows(RowRange::One(seq), &mut |row| {
            let sheets = self.stored_sheets();
            let sheet = sheets.binary_search_by_key(&row.sheet, |sheet| sheet.id).ok().map(|at| &sheets[at]);
            found = sheet.map(|of| (of.origin.file.clone(), of.sheet.clone(), row.line, row.text.to_owned()));
            Ok(ControlFlow::Continue(()))
        })?;
        let (file, sheet, line, text) = found.ok_or_else(|| JournalError::unreadable(self.store().place()))?;
        Ok(ComparedRow { file, sheet, line, fields: self.fields(&text)? })
    }

    fn fields(&self, text: &str) -> Result<Fields, JournalError> {
        fields(text).map_err(|_| JournalError::unreadable(self.store().place()))
    }

    /// Notes what the comparison has shown, now that the file stays in: of which it is a later version, which rows stay
    /// beside it, and whose place its rows have taken.
    pub fn accept(&mut self, compared: &[SheetComparison]) -> Result<(), JournalError> {
        for of in compared.iter().filter(|of| of.gone.is_empty() || of.looks_corrected()) {
            self.accept_version(of)?;
        }
        let completed: BTreeSet<Seq> = compared.iter().flat_map(|of| of.completed.iter().copied()).collect();
        for seq in completed {
            self.store().remark(&Remark::Completed(self.row_remark(seq)))?;
            self.completed.insert(seq);
        }
        Ok(())
    }

    fn accept_version(&mut self, of: &SheetComparison) -> Result<(), JournalError> {
        let own = |sheet: &&StoredSheet| sheet.id >= self.first_sheet && sheet.kind == of.kind;
        for sheet in self.stored_sheets().iter().filter(own) {
            for earlier in &of.sheets {
                self.store().remark(&Remark::Version(VersionOf { sheet: sheet.id, earlier: *earlier }))?;
            }
        }
        for seq in &of.seqs {
            self.store().remark(&Remark::Stays(self.row_remark(*seq)))?;
        }
        self.staying.extend(&of.seqs);
        Ok(())
    }

    /// What the file being taken in has made of a row.
    pub(super) fn row_remark(&self, seq: Seq) -> RowRemark {
        let file = self.origin.as_ref().map(|origin| origin.file.clone()).unwrap_or_default();
        RowRemark { seq, batch: self.batch, file }
    }
}

/// Whether the new row answers the old one's task and says all it says and more.
fn completes(new: &ComparedRow, old: &ComparedRow) -> bool {
    old.fields.contains_key(TASK) && says_all(new, old)
}

/// Whether the new row says all that the old one says, and more.
pub(super) fn says_all(new: &ComparedRow, old: &ComparedRow) -> bool {
    let same = |(name, value): (&String, &String)| new.fields.get(name) == Some(value);
    new.fields.len() > old.fields.len() && old.fields.iter().all(same)
}

/// Whether the old row is an attempt at the new one's task, made on its day or before: both stand.
fn follows_attempt(new: &ComparedRow, old: &ComparedRow) -> bool {
    let is_attempt = old.fields.get("result").is_some_and(|result| result != "reached");
    let day = |of: &ComparedRow| of.fields.get("at").map(|at| at.chars().take(10).collect::<String>());
    is_attempt && old.fields.contains_key(TASK) && new.fields.get(TASK) == old.fields.get(TASK) && day(new) >= day(old)
}
