use super::{Cell, Form, Group, Heading, Presenter, Space};
use crate::domain::Lang;

/// What a listing is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// To be read: a choice of fields, staff with their names.
    Page,
    /// To be worked on in a spreadsheet: every field, one value a cell.
    Sheet,
}

/// A field of a report: its id, how it stands on a page, and its words.
pub(super) struct Field<R> {
    id: &'static str,
    form: Form,
    space: Space,
    show: Show<R>,
}

type Show<R> = fn(&R, &Presenter<'_>) -> Cell;

impl<R> Field<R> {
    const fn new(id: &'static str, form: Form, space: Space, show: Show<R>) -> Self {
        Field { id, form, space, show }
    }

    /// Words that may break into several lines.
    pub const fn text(id: &'static str, show: Show<R>) -> Self {
        Field::new(id, Form::Text, Space::Breaks, show)
    }

    /// A word that stays whole.
    pub const fn word(id: &'static str, show: Show<R>) -> Self {
        Field::new(id, Form::Text, Space::Whole, show)
    }

    /// A day, a phone, a short id.
    pub const fn code(id: &'static str, show: Show<R>) -> Self {
        Field::new(id, Form::Code, Space::Whole, show)
    }

    /// A quantity.
    pub const fn number(id: &'static str, show: Show<R>) -> Self {
        Field::new(id, Form::Number, Space::Whole, show)
    }

    /// The same, moving below its row where the line is short.
    pub const fn below(mut self) -> Self {
        self.space = Space::Below;
        self
    }
}

/// The columns of a listing.
pub(super) struct Columns<R: 'static> {
    fields: Vec<&'static Field<R>>,
    medium: Medium,
}

impl<R> Columns<R> {
    /// Those fields, in their order.
    pub fn of(fields: &'static [Field<R>], medium: Medium) -> Self {
        Columns { fields: fields.iter().collect(), medium }
    }

    /// The fields chosen for a page, or all those of a sheet.
    pub fn on(medium: Medium, page: &'static [Field<R>], sheet: &'static [Field<R>]) -> Self {
        match medium {
            Medium::Page => Columns::of(page, medium),
            Medium::Sheet => Columns::of(sheet, medium),
        }
    }

    /// The same without a field that the lines above the groups already say.
    pub fn without(mut self, id: &str) -> Self {
        self.fields.retain(|field| field.id != id);
        self
    }

    /// Their headings. English sheets are headed with the ids, so that what reads them finds the fields of the JSON.
    pub fn headings(&self, presenter: &Presenter<'_>) -> Vec<Heading> {
        let title = |id: &'static str| match (self.medium, presenter.lang()) {
            (Medium::Sheet, Lang::En) => id.to_owned(),
            _ => presenter.word("field", id),
        };
        self.fields
            .iter()
            .map(|field| Heading { id: field.id, title: title(field.id), form: field.form, space: field.space })
            .collect()
    }

    /// Those rows below them.
    pub fn group<'r>(
        &self,
        title: Option<String>,
        rows: impl IntoIterator<Item = &'r R>,
        presenter: &Presenter<'_>,
    ) -> Group {
        let row = |row: &R| self.fields.iter().map(|field| (field.show)(row, presenter)).collect();
        Group { title, rows: rows.into_iter().map(row).collect() }
    }

    /// All rows in one group without a line of its own; none where there are no rows.
    pub fn whole(&self, rows: &[R], presenter: &Presenter<'_>) -> Vec<Group> {
        if rows.is_empty() { Vec::new() } else { vec![self.group(None, rows, presenter)] }
    }
}
