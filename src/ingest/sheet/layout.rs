//! Where on a sheet the tables are: title rows above, headings of one row or two, tables side by side.

use crate::domain::{Kind, LedgerNeed, Message};
use crate::ingest::cell::RawRow;
use crate::ingest::sheet::added;
use crate::ingest::sheet::columns::{ColumnMap, ReadHeading};
use crate::ingest::sheet::detect::{self, KindHints, KindUnclear};
use crate::ingest::sheet::headings::Headings;
use std::collections::BTreeSet;
use std::ops::Range;

/// How many rows with something in them may stand above the headings, with the heading rows themselves.
pub const HEAD: usize = 24;

/// More columns than any ledger has; what lies beyond is not looked at.
pub const WIDEST: usize = 2_000;

/// A table found on a sheet.
#[derive(Debug, Clone)]
pub struct TableLayout {
    /// Which columns of the sheet it spans.
    pub span: Range<usize>,
    /// Its columns, counted on the sheet.
    pub columns: ColumnMap,
    /// The headings of the span.
    pub headings: Vec<ReadHeading>,
    /// The columns that a file of rejected rows has added, which are not the table's own.
    pub added: Vec<usize>,
    /// The line of its last heading row.
    pub head_line: u32,
    /// Which columns of the sheet belong to it: those of no other table are kept with the one to their left.
    pub reach: Range<usize>,
}

impl TableLayout {
    /// Whether no heading that is known has a letter beyond ASCII.
    pub fn is_in_latin(&self) -> bool {
        self.columns.known().all(|at| self.headings[at - self.span.start].text.is_ascii())
    }
}

/// What a sheet turned out to be.
#[derive(Debug)]
pub enum SheetLayout {
    /// Ledgers, from left to right.
    Tables(Vec<TableLayout>),
    /// Nothing that looks like a ledger at all.
    Notes,
    /// Something like a ledger that cannot be told, and why.
    Unclear(Message),
}

/// The headings of a row of cells.
pub fn headings_of(cells: impl Iterator<Item = String>, known: &Headings) -> Vec<ReadHeading> {
    cells
        .map(|text| {
            let meanings = known.meanings(&text);
            // A ledger that hardly any house keeps makes no heading say less of those that all keep.
            let kept = meanings.iter().filter(|it| it.kind.ledger().needed != LedgerNeed::IfAsked);
            let kinds = kept.map(|it| it.kind).collect::<BTreeSet<Kind>>().len();
            ReadHeading { text, meanings, kinds }
        })
        .collect()
}

/// Finds the tables in the first rows of a sheet.
pub fn find(head: &[RawRow], known: &Headings, hints: &KindHints) -> SheetLayout {
    let rows: Vec<&RawRow> = head.iter().filter(|row| !row.is_blank()).take(HEAD).collect();
    let mut hints = hints.clone();
    let mut nearest: Option<(f64, usize, Message)> = None;
    for (at, row) in rows.iter().enumerate() {
        // Whoever leaves out the headings begins with data; a telephone number is none.
        if row.cells.iter().any(|cell| is_number(&cell.text)) {
            continue;
        }
        let single = headings_of(row.cells.iter().take(WIDEST).map(|cell| cell.text.clone()), known);
        // A title stands alone in its row; headings over headings do not.
        let alone = row.cells.iter().filter(|cell| !cell.is_blank()).count() < 2;
        let below = rows.get(at + 1).filter(|below| !alone && below.line == row.last_line() + 1);
        let double = below.and_then(|below| merged(&single, below, known));
        for (headings, line) in double.into_iter().chain([(single, row.last_line())]) {
            match tables(&headings, line, &hints) {
                Ok(tables) => return SheetLayout::Tables(tables),
                Err(KindUnclear { weight, message }) => {
                    let filled = headings.iter().filter(|heading| !heading.text.trim().is_empty()).count();
                    if nearest.as_ref().is_none_or(|(best, most, _)| (weight, filled) > (*best, *most)) {
                        nearest = Some((weight, filled, message));
                    }
                }
            }
        }
        if let [title] = row.cells.iter().filter(|cell| !cell.is_blank()).collect::<Vec<_>>()[..] {
            hints.near.extend(detect::kinds_in(&title.text));
        }
    }
    match nearest {
        // Two columns of sentences are notes; something with a known heading or three columns was meant as a table.
        Some((weight, filled, message)) if weight > 0.0 || filled > 2 => SheetLayout::Unclear(message),
        _ => SheetLayout::Notes,
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 7 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Headings of two rows, the upper one merged over several columns, if the row below is made of headings too.
fn merged(upper: &[ReadHeading], below: &RawRow, known: &Headings) -> Option<(Vec<ReadHeading>, u32)> {
    let lower = headings_of(below.cells.iter().take(WIDEST).map(|cell| cell.text.clone()), known);
    let filled = lower.iter().filter(|heading| !heading.text.trim().is_empty()).count();
    let known_below = lower.iter().filter(|heading| !heading.meanings.is_empty()).count();
    // A row of data may hold a word that is a heading elsewhere (`电话` as a way of visiting).
    if known_below == 0 || known_below * 2 < filled {
        return None;
    }
    let width = upper.len().max(lower.len());
    let mut over = "";
    let texts = (0..width).map(|at| {
        let above = upper.get(at).map_or("", |heading| heading.text.trim());
        let under = lower.get(at).map_or("", |heading| heading.text.trim());
        if !above.is_empty() {
            over = above;
        }
        let both = format!("{over}{under}");
        match (under.is_empty(), known.meanings(&both).is_empty()) {
            // Nothing below: the upper heading is this column's alone, not its neighbour's.
            (true, _) => above.to_owned(),
            (false, false) => both,
            (false, true) => under.to_owned(),
        }
    });
    let headings = headings_of(texts.collect::<Vec<_>>().into_iter(), known);
    Some((headings, below.last_line()))
}

fn tables(headings: &[ReadHeading], line: u32, hints: &KindHints) -> Result<Vec<TableLayout>, KindUnclear> {
    let mut hints = hints.clone();
    let added: Vec<usize> = (0..headings.len()).filter(|at| added::is_added(&headings[*at].text)).collect();
    if hints.settled.is_none() {
        hints.settled = added.iter().find_map(|at| added::kind_in(&headings[*at].text));
    }
    let table = |span: Range<usize>| -> Result<TableLayout, KindUnclear> {
        let columns = detect::kind_of(headings, span.clone(), &hints)?;
        let added = added.iter().copied().filter(|at| span.contains(at)).collect();
        Ok(TableLayout {
            headings: headings[span.clone()].to_vec(),
            span,
            columns,
            added,
            head_line: line,
            reach: 0..usize::MAX,
        })
    };
    for parts in [repeated(headings), apart(headings)].into_iter().flatten() {
        if let Ok(mut tables) = parts.into_iter().map(&table).collect::<Result<Vec<TableLayout>, KindUnclear>>() {
            for at in 1..tables.len() {
                tables[at].reach.start = tables[at].span.start;
                tables[at - 1].reach.end = tables[at].span.start;
            }
            return Ok(tables);
        }
    }
    let first = headings.iter().position(|heading| !heading.text.trim().is_empty()).unwrap_or(0);
    let last = headings.iter().rposition(|heading| !heading.text.trim().is_empty()).map_or(first, |at| at + 1);
    Ok(vec![table(first..last)?])
}

/// The same headings twice or more, in the same order.
fn repeated(headings: &[ReadHeading]) -> Option<Vec<Range<usize>>> {
    let written: Vec<usize> = (0..headings.len()).filter(|at| !headings[*at].text.trim().is_empty()).collect();
    let text = |at: usize| headings[written[at]].text.trim();
    let period = (1..=written.len() / 2).find(|at| text(*at) == text(0))?;
    let whole = period > 1
        && written.len().is_multiple_of(period)
        && (period..written.len()).all(|at| text(at) == text(at - period));
    whole.then(|| written.chunks(period).map(|part| part[0]..part[period - 1] + 1).collect())
}

/// Headings with empty columns between them.
fn apart(headings: &[ReadHeading]) -> Option<Vec<Range<usize>>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in (0..headings.len()).filter(|at| !headings[*at].text.trim().is_empty()) {
        match parts.last_mut() {
            Some(part) if part.end == at => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    (parts.len() > 1).then_some(parts)
}
