//! A row that somebody types in by itself: read and checked as a row of a sheet is.

use crate::domain::{Field, Kind};
use crate::ingest::answer::ReadRow;
use crate::ingest::cell::{RawCell, RawRow};
use crate::ingest::row::context::RowContext;
use crate::ingest::row::record;
use crate::ingest::row::roster::StaffFinder;
use crate::ingest::row::typing::Typing;
use crate::ingest::settings::IngestSettings;
use crate::ingest::sheet::columns::{ColumnMap, ReadHeading};
use crate::ingest::sheet::headings::Headings;
use crate::ingest::sheet::layout;

/// What is typed for a field, and what the field is called where it is typed.
#[derive(Debug, Clone)]
pub struct TypedEntry {
    /// Which field.
    pub field: Field,
    /// What it is called in messages: the option, `--by`.
    pub called: String,
    /// What was typed.
    pub text: String,
}

/// Reads a row of that kind; what is wrong with it names the fields as they were called.
pub fn read_entry(kind: Kind, typed: &[TypedEntry], settings: &IngestSettings, roster: &StaffFinder) -> ReadRow {
    let ids = typed.iter().map(|typed| typed.field.id().to_owned());
    let known = layout::headings_of(ids, &Headings::default());
    let columns = ColumnMap::read(kind, &known, 0..known.len());
    let called: Vec<ReadHeading> = known
        .into_iter()
        .zip(typed)
        .map(|(heading, typed)| ReadHeading { text: typed.called.clone(), ..heading })
        .collect();
    let cells = typed.iter().map(|typed| RawCell::text(&typed.text)).collect();
    let row = RawRow { line: 1, cells, ..RawRow::default() };
    let context = RowContext::new(settings, roster, None);
    let mut typing = Typing::new(&context, &columns, &called, 0, &row);
    let said = record::read(&mut typing);
    let (problems, warnings) = (typing.problems, typing.warnings);
    let cells = typed.iter().map(|typed| typed.text.clone()).collect();
    ReadRow { line: 1, first: None, cells, outcome: said.ok_or(problems), wrong: Vec::new(), warnings }
}
