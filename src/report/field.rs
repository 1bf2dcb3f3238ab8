//! The columns of listings: each field once, with its id, how it stands, and the typed cell it shows.

use super::{Cell, Form, Group, Heading, Presenter, Space};
use crate::domain::Lang;
use crate::texts::Texts;

/// What a listing is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// To be read: a choice of fields, staff with their names.
    Page,
    /// To be worked on in a spreadsheet: every field, one value a cell.
    Sheet,
    /// The same to be printed as well: with words for headings, lines above and below, and a foot.
    Workbook,
}

impl Medium {
    /// Whether it is read only, so that it shows a choice of the fields.
    pub const fn is_page(self) -> bool {
        matches!(self, Medium::Page)
    }
}

/// A column: the id of its field, how it stands on a page, its words, and what makes a cell of a row.
pub(super) struct ShownColumn<F> {
    id: &'static str,
    /// Its heading is `report-field-` and this.
    heading: &'static str,
    form: Form,
    space: Space,
    /// Whether its sum says something.
    is_summed: bool,
    show: F,
}

/// A field of a report of a house: what is shown of it may hang on the policy, the roster, and whether phones are masked.
pub(super) type ShownField<R> = ShownColumn<fn(&R, &Presenter<'_>) -> Cell>;

/// A field of a listing that no policy is needed for.
pub(super) type PlainField<R> = ShownColumn<fn(&R, &Texts) -> Cell>;

impl<F> ShownColumn<F> {
    const fn new(id: &'static str, form: Form, space: Space, show: F) -> Self {
        ShownColumn { id, heading: id, form, space, is_summed: false, show }
    }

    /// Words that may break into several lines.
    pub const fn text(id: &'static str, show: F) -> Self {
        ShownColumn::new(id, Form::Text, Space::Breaks, show)
    }

    /// A word that stays whole.
    pub const fn word(id: &'static str, show: F) -> Self {
        ShownColumn::new(id, Form::Text, Space::Whole, show)
    }

    /// A day, a phone, a short id.
    pub const fn code(id: &'static str, show: F) -> Self {
        ShownColumn::new(id, Form::Code, Space::Whole, show)
    }

    /// A quantity.
    pub const fn number(id: &'static str, show: F) -> Self {
        ShownColumn::new(id, Form::Number, Space::Whole, show)
    }

    /// A quantity whose sum over all rows says something.
    pub const fn summed(id: &'static str, show: F) -> Self {
        let mut column = ShownColumn::number(id, show);
        column.is_summed = true;
        column
    }

    /// The same, moving below its row where the line is short.
    pub const fn below(mut self) -> Self {
        self.space = Space::Below;
        self
    }

    /// The same under another heading than other fields of its id.
    pub const fn headed(mut self, heading: &'static str) -> Self {
        self.heading = heading;
        self
    }
}

/// The columns of a listing.
pub(super) struct ColumnSet<F: 'static> {
    fields: Vec<&'static ShownColumn<F>>,
    medium: Medium,
}

/// Those of a report of a house.
pub(super) type Columns<R> = ColumnSet<fn(&R, &Presenter<'_>) -> Cell>;

/// Those of a listing that no policy is needed for.
pub(super) type PlainColumns<R> = ColumnSet<fn(&R, &Texts) -> Cell>;

impl<F> ColumnSet<F> {
    /// The columns of those fields, in their order.
    pub fn of(fields: &'static [ShownColumn<F>], medium: Medium) -> Self {
        ColumnSet { fields: fields.iter().collect(), medium }
    }

    /// The fields chosen for a page, or all those of a sheet.
    pub fn on(medium: Medium, page: &'static [ShownColumn<F>], sheet: &'static [ShownColumn<F>]) -> Self {
        match medium {
            Medium::Page => ColumnSet::of(page, medium),
            Medium::Sheet | Medium::Workbook => ColumnSet::of(sheet, medium),
        }
    }

    /// The fields of a page, with which a workbook does as well; a sheet names everything by its id.
    pub fn worded(medium: Medium, page: &'static [ShownColumn<F>], sheet: &'static [ShownColumn<F>]) -> Self {
        ColumnSet::of(if medium == Medium::Sheet { sheet } else { page }, medium)
    }

    /// The same without a field that is said already, or not asked for.
    pub fn without(mut self, id: &str) -> Self {
        self.fields.retain(|field| field.id != id);
        self
    }

    /// Their headings. English sheets are headed with the ids, so that what reads them finds the fields of the JSON.
    pub fn headings(&self, by: &impl AsRef<Texts>) -> Vec<Heading> {
        let texts = by.as_ref();
        let title = |field: &ShownColumn<F>| match (self.medium, texts.lang()) {
            (Medium::Sheet, Lang::En) => field.id.to_owned(),
            _ => texts.word("field", field.heading),
        };
        let heading = |field: &&ShownColumn<F>| Heading {
            id: field.id,
            title: title(field),
            form: field.form,
            space: field.space,
            is_summed: field.is_summed,
        };
        self.fields.iter().map(heading).collect()
    }

    /// Those rows below them, as that speaker shows them.
    pub fn group<'r, R: 'r, S>(&self, title: Option<String>, rows: impl IntoIterator<Item = &'r R>, by: &S) -> Group
    where
        F: Fn(&R, &S) -> Cell,
    {
        let row = |row: &R| self.fields.iter().map(|field| (field.show)(row, by)).collect();
        Group { title, rows: rows.into_iter().map(row).collect() }
    }

    /// All rows in one group without a line of its own; none where there are no rows.
    pub fn whole<R, S>(&self, rows: &[R], by: &S) -> Vec<Group>
    where
        F: Fn(&R, &S) -> Cell,
    {
        if rows.is_empty() { Vec::new() } else { vec![self.group(None, rows, by)] }
    }
}
