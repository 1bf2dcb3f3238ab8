//! Rows.

use super::{KeptRow, MemoryStore};
use crate::domain::{Arg, Seq};
use crate::journal::error::JournalError;
use crate::journal::store::{NewRow, RowRange, Rows, StoredRow, StoredWarning, TakeRow};
use std::collections::BTreeMap;

impl Rows for MemoryStore {
    fn last_row(&self) -> Result<Seq, JournalError> {
        Ok(self.kept().rows.last_key_value().map_or(0, |(seq, _)| *seq))
    }

    fn add_row(&self, row: &NewRow<'_>) -> Result<(), JournalError> {
        let kept = KeptRow {
            sheet: row.sheet,
            line: row.line,
            kind: row.record.fact.kind(),
            whole: row.whole,
            text: row.text.to_owned(),
            warnings: row.warnings.iter().cloned().map(Arg::from).collect(),
        };
        self.keep().rows.insert(row.seq, kept);
        Ok(())
    }

    fn rows(&self, range: RowRange, take: &mut TakeRow<'_>) -> Result<(), JournalError> {
        let kept = self.kept();
        let places = match range {
            RowRange::All | RowRange::Kind(_) => 0..=Seq::MAX,
            RowRange::One(seq) => seq..=seq,
            RowRange::Between(first, last) => first..=last,
        };
        let is_meant = |row: &KeptRow| !matches!(range, RowRange::Kind(kind) if row.kind != kind);
        for (seq, row) in kept.rows.range(places).filter(|(_, row)| is_meant(row)) {
            let KeptRow { sheet, line, whole, text, .. } = row;
            if take(StoredRow { seq: *seq, sheet: *sheet, line: *line, whole: *whole, text })?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn rows_by_sheet(&self) -> Result<BTreeMap<u32, u64>, JournalError> {
        let mut counts = BTreeMap::new();
        self.kept().rows.values().for_each(|row| *counts.entry(row.sheet).or_default() += 1);
        Ok(counts)
    }

    fn warnings(&self) -> Result<Vec<StoredWarning>, JournalError> {
        let kept = self.kept();
        let odd = kept.rows.iter().filter(|(_, row)| !row.warnings.is_empty());
        let warning =
            |(seq, row): (&Seq, &KeptRow)| StoredWarning { seq: *seq, sheet: row.sheet, said: row.warnings.clone() };
        Ok(odd.map(warning).collect())
    }
}
