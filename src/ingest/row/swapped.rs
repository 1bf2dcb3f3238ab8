//! Two columns filled in the wrong way round: the phone in the name's and the name in the phone's. One row may be anything; most
//! of a table's rows say so.

use crate::domain::{Message, Record};
use crate::ingest::answer::ReadRow;
use crate::ingest::cell::RawRow;
use crate::ingest::row::context::RowContext;
use crate::ingest::row::record;
use crate::ingest::row::typing::Typing;
use crate::ingest::sheet::labels;
use crate::ingest::sheet::layout::TableLayout;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows tell how a table is filled in.
const SAMPLE: usize = 200;
/// Of those in which something is wrong so many are tried with their columns exchanged.
const TRIED: usize = 40;

/// What a row says as its columns are read.
pub struct RowReading {
    pub said: Option<Record>,
    pub problems: Vec<Message>,
    pub warnings: Vec<Message>,
    /// The columns in which something is wrong.
    wrong: BTreeSet<usize>,
    /// The columns whose day lies before the event it follows from, and what is said of it.
    early: Vec<(usize, Message)>,
}

impl RowReading {
    /// What the row says as its columns are read.
    pub fn of(row: &RawRow, table: &TableLayout, context: &RowContext<'_>) -> RowReading {
        let mut typing = Typing::new(context, &table.columns, &table.headings, table.span.start, row);
        let said = record::read(&mut typing);
        let Typing { problems, warnings, wrong, early, .. } = typing;
        RowReading { said, problems, warnings, wrong, early }
    }

    fn odd(&self) -> BTreeSet<usize> {
        self.wrong.iter().copied().chain(self.early.iter().map(|(at, _)| *at)).collect()
    }
}

/// A row of a table that is still to be handed on.
pub struct PendingRow {
    pub row: RawRow,
    pub reading: RowReading,
    /// What is odd about it beside what it says.
    pub beside: Vec<Message>,
}

/// The rows of a table while it is found out whether two of its columns are the wrong way round.
pub struct SwappedColumns<'t, 'c> {
    table: &'t TableLayout,
    context: &'t RowContext<'c>,
    waiting: Vec<PendingRow>,
    is_settled: bool,
    pair: Option<(usize, usize)>,
    /// Rows refused for it.
    refused: u64,
    is_said: bool,
}

impl<'t, 'c> SwappedColumns<'t, 'c> {
    pub fn new(table: &'t TableLayout, context: &'t RowContext<'c>) -> Self {
        SwappedColumns {
            table,
            context,
            waiting: Vec::new(),
            is_settled: false,
            pair: None,
            refused: 0,
            is_said: false,
        }
    }

    /// The next row; gives the rows that are known through it.
    pub fn next(&mut self, pending: PendingRow) -> Vec<PendingRow> {
        if self.is_settled {
            return vec![self.read_again(pending)];
        }
        self.waiting.push(pending);
        if self.waiting.len() < SAMPLE { Vec::new() } else { self.rest() }
    }

    /// The rows held back until it is known which way round the columns are.
    pub fn rest(&mut self) -> Vec<PendingRow> {
        if !self.is_settled {
            self.is_settled = true;
            self.pair = self.find();
        }
        std::mem::take(&mut self.waiting).into_iter().map(|pending| self.read_again(pending)).collect()
    }

    /// The remark that rows were refused because two columns may be the wrong way round.
    pub fn remark(&self) -> Option<Message> {
        let pair = self.pair.filter(|_| self.refused > 0)?;
        Some(self.said("ingest-swapped-rows", pair).with("rows", self.refused))
    }

    /// The pair that is the wrong way round in most rows.
    fn find(&self) -> Option<(usize, usize)> {
        let odd: Vec<&PendingRow> = self.waiting.iter().filter(|pending| !pending.reading.odd().is_empty()).collect();
        // A table in which most is right has no columns that are wrong.
        if odd.len() < 2 || odd.len() * 2 <= self.waiting.len() {
            return None;
        }
        let tried = &odd[..odd.len().min(TRIED)];
        let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for pending in tried {
            for pair in self.pairs(pending) {
                *found.entry(pair).or_default() += usize::from(self.exchanged(pending, pair).is_some());
            }
        }
        // Of those that put most right the first.
        let (pair, count) = found.into_iter().rev().max_by_key(|(_, count)| *count)?;
        (count >= 2 && count * odd.len() * 2 > tried.len() * self.waiting.len()).then_some(pair)
    }

    /// Two columns with something in both, in one of which something is odd.
    fn pairs(&self, pending: &PendingRow) -> BTreeSet<(usize, usize)> {
        let start = self.table.span.start;
        let filled = |at: &usize| pending.row.cells.get(at - start).is_some_and(|cell| !cell.is_blank());
        let known: BTreeSet<usize> = self.table.columns.known().filter(filled).collect();
        let odd = pending.reading.odd();
        let with = |one: usize| {
            known.iter().filter(move |other| **other != one).map(move |other| (one.min(*other), one.max(*other)))
        };
        odd.iter().filter(|at| known.contains(at)).flat_map(|one| with(*one)).collect()
    }

    /// What the row says with these columns exchanged, if that puts both right and nothing else wrong.
    fn exchanged(&self, pending: &PendingRow, (one, other): (usize, usize)) -> Option<RowReading> {
        let start = self.table.span.start;
        let mut row = pending.row.clone();
        if row.cells.len() <= other - start {
            return None;
        }
        row.cells.swap(one - start, other - start);
        let reading = RowReading::of(&row, self.table, self.context);
        let (before, after) = (pending.reading.odd(), reading.odd());
        let is_right = !after.contains(&one) && !after.contains(&other) && after.is_subset(&before);
        (is_right && (before.contains(&one) || before.contains(&other))).then_some(reading)
    }

    /// The row with the pair said once instead of all that follows from it.
    fn read_again(&mut self, mut pending: PendingRow) -> PendingRow {
        let Some(pair) = self.pair.filter(|_| !pending.reading.odd().is_empty()) else { return pending };
        let Some(exchanged) = self.exchanged(&pending, pair) else { return pending };
        let reading = &mut pending.reading;
        if reading.said.is_none() {
            self.refused += 1;
            let said = self.said("ingest-swapped", pair);
            reading.problems = std::iter::once(said).chain(exchanged.problems).collect();
            reading.wrong = exchanged.wrong.into_iter().chain([pair.0, pair.1]).collect();
        } else {
            let of_pair = |(at, _): &&(usize, Message)| *at == pair.0 || *at == pair.1;
            let early: Vec<&Message> = reading.early.iter().filter(of_pair).map(|(_, said)| said).collect();
            reading.warnings.retain(|said| !early.contains(&said));
            if !std::mem::replace(&mut self.is_said, true) {
                let said = self.said("ingest-swapped-days", pair);
                pending.reading.warnings.push(said);
            }
        }
        pending
    }

    fn said(&self, key: &'static str, (one, other): (usize, usize)) -> Message {
        let called = |at: usize| labels::cell(&self.table.headings[at - self.table.span.start].text);
        Message { key, args: Vec::new() }.with("one", called(one)).with("other", called(other))
    }
}

impl PendingRow {
    /// The row as it is handed on; its cells that are kept, and the place of a column among them, are the table's to say.
    pub fn into_row(
        self,
        first: Option<u32>,
        kept: impl Fn(RawRow) -> Vec<String>,
        place: impl Fn(usize) -> Option<usize>,
    ) -> ReadRow {
        let PendingRow { row, reading, beside } = self;
        let RowReading { said, problems, mut warnings, wrong, .. } = reading;
        warnings.extend(beside);
        let (line, wrong) = (row.line, wrong.into_iter().filter_map(place).collect());
        ReadRow { line, first, cells: kept(row), outcome: said.ok_or(problems), wrong, warnings }
    }
}
