//! From the cells of one row to values of the fields, with every problem noted and none raised early.

use crate::domain::{Arg, ColumnType, Field, Kind, Message, Moment, StaffId};
use crate::ingest::cell::{CellForm, RawCell, RawRow, column_name};
use crate::ingest::row::context::RowContext;
use crate::ingest::settings::IngestSettings;
use crate::ingest::sheet::columns::{ColumnMap, ReadHeading};
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use crate::ingest::values::blank_words::{self, ColumnSense};
use crate::ingest::values::vocabulary;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Whether a text is a formula that has come without its result, as in `=E2*300`.
fn is_formula(text: &str) -> bool {
    text.strip_prefix('=').is_some_and(|rest| !rest.starts_with(['=', '>', ' ', '-']))
}

/// What words that say nothing there are told by.
fn sense(field: Field, holds: Option<ColumnType>) -> ColumnSense {
    match (field, holds) {
        // Whether there is a problem, and what it is.
        (Field::Problem | Field::Reason, _) => ColumnSense::Matter,
        (
            _,
            Some(ColumnType::Count | ColumnType::Number | ColumnType::Money | ColumnType::Grade | ColumnType::Figure),
        ) => ColumnSense::Number,
        (_, Some(ColumnType::StaffNumber)) => ColumnSense::Code,
        (_, Some(ColumnType::Moment | ColumnType::Day | ColumnType::Birthday | ColumnType::Month)) => ColumnSense::Day,
        (
            _,
            Some(
                ColumnType::Phones
                | ColumnType::Code
                | ColumnType::Prose
                | ColumnType::Person
                | ColumnType::Staff(_)
                | ColumnType::Offence
                | ColumnType::Word(_)
                | ColumnType::YesNo(_),
            )
            | None,
        ) => ColumnSense::Name,
    }
}

/// What a column of a table that begins at `start` is called: by its heading as written, else as spreadsheet programs call it.
pub fn called(headings: &[ReadHeading], start: usize, column: usize) -> String {
    let heading = headings.get(column - start).map(|heading| labels::cell(&heading.text));
    heading.filter(|text| !text.is_empty()).unwrap_or_else(|| column_name(column))
}

/// A row while it is being read.
pub struct Typing<'a> {
    pub(in crate::ingest) context: &'a RowContext<'a>,
    pub(in crate::ingest) columns: &'a ColumnMap,
    headings: &'a [ReadHeading],
    /// Where on the sheet the table begins.
    start: usize,
    cells: &'a [RawCell],
    /// When it happened, once that is read.
    pub at: Option<Moment>,
    pub problems: Vec<Message>,
    pub warnings: Vec<Message>,
    /// The columns in which something is wrong.
    pub wrong: BTreeSet<usize>,
    /// The columns whose day lies before the event it follows from, and what is said of it.
    pub early: Vec<(usize, Message)>,
}

static BLANK: RawCell = RawCell { text: String::new(), form: CellForm::Text, is_plain: true };

impl<'a> Typing<'a> {
    /// Reads the cells of a table, which begins at column `start` of the sheet.
    pub fn new(
        context: &'a RowContext<'a>,
        columns: &'a ColumnMap,
        headings: &'a [ReadHeading],
        start: usize,
        row: &'a RawRow,
    ) -> Self {
        let (problems, warnings) = (Vec::new(), Vec::new());
        let (wrong, early) = (BTreeSet::new(), Vec::new());
        Typing { context, columns, headings, start, cells: &row.cells, at: None, problems, warnings, wrong, early }
    }

    /// The kind of ledger the row stands in.
    pub fn kind(&self) -> Kind {
        self.columns.kind
    }

    /// The settings of the import.
    pub fn settings(&self) -> &'a IngestSettings {
        self.context.settings
    }

    pub(in crate::ingest) fn cell_at(&self, column: usize) -> &'a RawCell {
        self.cells.get(column - self.start).unwrap_or(&BLANK)
    }

    /// A message about a field, called by its heading as written.
    fn about(&self, field: Field, message: Message) -> Message {
        let written = self.columns.of(field).and_then(|at| self.headings.get(at - self.start));
        let column = match written {
            Some(heading) => Arg::from(labels::cell(&heading.text)),
            None => labels::field(self.kind(), field).into(),
        };
        Message::new("ingest-in-column").with("column", column).with("problem", message)
    }

    /// Notes what is wrong with a field, for which the row is refused.
    pub fn wrong(&mut self, field: Field, message: Message) {
        self.wrong.extend(self.columns.of(field));
        self.problems.push(self.about(field, message));
    }

    /// Notes what is odd about a field; the row is taken.
    pub fn noted(&mut self, field: Field, message: Message) {
        const EARLY: [&str; 4] =
            ["ingest-before-event", "ingest-next-before", "ingest-left-before-hired", "ingest-resumed-before-stop"];
        let is_early = EARLY.contains(&message.key);
        let said = self.about(field, message);
        if let Some(column) = self.columns.of(field).filter(|_| is_early) {
            self.early.push((column, said.clone()));
        }
        self.warnings.push(said);
    }

    /// Whether nothing is written there, or only a word that says nothing.
    pub fn is_blank(&self, field: Field) -> bool {
        self.says_nothing(field, self.cell(field))
    }

    pub(in crate::ingest) fn says_nothing(&self, field: Field, cell: &RawCell) -> bool {
        cell.is_blank()
            || (cell.form != CellForm::Error && blank_words::is_silent(&fold::value(&cell.text), self.sense(field)))
    }

    fn sense(&self, field: Field) -> ColumnSense {
        sense(field, self.columns.holds(field))
    }

    /// Whether the sheet has a column for it.
    pub fn has(&self, field: Field) -> bool {
        self.columns.of(field).is_some()
    }

    /// Says that a required field is blank.
    pub fn need<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() && self.is_blank(field) {
            let cell = self.cell(field);
            let message = match cell.is_blank() {
                true => Message::new("ingest-blank"),
                false => Message::new("ingest-silent").with("value", labels::cell(&cell.text)),
            };
            self.wrong(field, message);
        }
        value
    }

    /// The field's cell; another column of the same heading or occasion stands in for a blank one.
    pub(in crate::ingest) fn cell(&self, field: Field) -> &'a RawCell {
        let Some(column) = self.columns.of(field) else { return &BLANK };
        let cell = self.cell_at(column);
        let ColumnMap { twins, moments, .. } = self.columns;
        if (twins.is_empty() && moments.is_empty()) || !self.says_nothing(field, cell) {
            return cell;
        }
        let twins = twins.iter().filter(|(twin, _)| *twin == field).map(|(_, at)| at);
        let others = twins.chain(moments.iter().filter(|_| field == Field::At));
        others.map(|at| self.cell_at(*at)).find(|cell| !self.says_nothing(field, cell)).unwrap_or(cell)
    }

    /// Notes cells that cannot be used whatever they mean: those of which only the beginning was read, marks that point
    /// at the row above, formulas without a result.
    pub fn refuse_unusable(&mut self) {
        for (at, cell) in self.cells.iter().enumerate() {
            let key = match cell.form {
                CellForm::Cut => "ingest-cell-long",
                CellForm::Uncomputed => "ingest-formula-uncomputed",
                CellForm::Text if is_formula(&cell.text) => "ingest-formula-uncomputed",
                CellForm::Text if blank_words::is_ditto(&fold::value(&cell.text)) => "ingest-ditto",
                _ => continue,
            };
            let problem = Message::new(key).with("value", labels::cell(&cell.text));
            let column = self.called(self.start + at);
            self.wrong.insert(self.start + at);
            self.problems.push(Message::new("ingest-in-column").with("column", column).with("problem", problem));
        }
    }

    /// What the column is called: by its heading as written, else as spreadsheet programs call it.
    pub(in crate::ingest) fn called(&self, column: usize) -> String {
        called(self.headings, self.start, column)
    }

    /// The cell's text, folded; none if it says nothing, is of no use, or is a formula's error, which is noted.
    pub(in crate::ingest) fn written(&mut self, field: Field, fold: fn(&str) -> Cow<'_, str>) -> Option<Cow<'a, str>> {
        const ERRORS: [&str; 8] = ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#DATA!"];
        let cell = self.cell(field);
        if cell.text.is_empty() {
            return None;
        }
        if cell.form == CellForm::Error || (cell.text.starts_with('#') && ERRORS.contains(&cell.text.trim())) {
            self.wrong(field, Message::new("ingest-formula").with("value", labels::cell(&cell.text)));
            return None;
        }
        if matches!(cell.form, CellForm::Cut | CellForm::Uncomputed) {
            return None;
        }
        let text = if cell.is_plain { Cow::Borrowed(&*cell.text) } else { fold(&cell.text) };
        let folded = if cell.is_plain { Cow::Borrowed(&*text) } else { fold::value(&text) };
        let is_of_use = !text.is_empty()
            && !blank_words::is_silent(&folded, self.sense(field))
            && !(cell.form == CellForm::Text && (is_formula(&text) || blank_words::is_ditto(&folded)));
        is_of_use.then_some(text)
    }

    /// Text as written.
    pub fn text(&mut self, field: Field) -> Option<String> {
        self.written(field, fold::text).map(Cow::into_owned)
    }

    /// Remarks as written, those of several columns one after the other.
    pub fn note(&mut self) -> Option<String> {
        let mut note = self.text(Field::Note);
        for at in self.columns.twins.iter().filter(|(field, _)| *field == Field::Note).map(|(_, at)| *at) {
            let further = fold::text(&self.cell_at(at).text);
            if let Some(note) = &mut note
                && !self.says_nothing(Field::Note, self.cell_at(at))
                && *note != *further
            {
                note.push('；');
                note.push_str(&further);
            }
        }
        note
    }

    /// A member of staff, by number or name.
    pub fn staff(&mut self, field: Field) -> Option<StaffId> {
        if let Some(id) = self.context.roster.numbered(&self.cell(field).text) {
            return Some(id);
        }
        let text = self.written(field, fold::text)?;
        if let Some(id) = self.context.roster.numbered(&text) {
            return Some(id);
        }
        if let Some(message) = self.context.strangers.borrow().get(&*text).cloned() {
            self.wrong(field, message);
            return None;
        }
        match self.context.roster.resolve(&text) {
            Ok(id) => Some(id),
            Err(message) => {
                self.context.strangers.borrow_mut().insert(text.into_owned(), message.clone());
                self.wrong(field, message);
                None
            }
        }
    }

    /// Notes somebody who is said to have left on no day: they would be employed for ever.
    pub fn refuse_left_without_day(&mut self, left: Option<NaiveDate>) {
        if left.is_some() || !self.is_blank(Field::Left) {
            return;
        }
        if let Some(state) = self.written(Field::State, fold::value).filter(|state| vocabulary::has_left(state)) {
            self.wrong(Field::State, Message::new("ingest-left-without-day").with("value", labels::cell(&state)));
        }
    }
}
