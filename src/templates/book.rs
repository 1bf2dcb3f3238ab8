//! A template: the workbook of one kind of ledger.

use super::choices::{Choices, TemplateHouse};
use super::columns::columns;
use super::ledger;
use super::notes::TemplateNotes;
use crate::domain::{Kind, Lang, Message};
use crate::texts::Texts;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A blank ledger (空白台账).
#[derive(Debug, Clone)]
pub struct Template {
    /// The name of its file.
    pub file: String,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// The template of that kind of ledger. The same house, language and kind give the same bytes.
///
/// # Errors
/// The workbook could not be made.
pub fn template(kind: Kind, house: &TemplateHouse, texts: &Texts) -> Result<Template, Message> {
    let name = match texts.lang() {
        Lang::Zh => kind.ledger().chinese,
        Lang::En => kind.id(),
    };
    let bytes = bytes(kind, name, house, texts)
        .map_err(|error| Message::new("templates-unmade").with("ledger", name).show("reason", error))?;
    Ok(Template { file: format!("{name}.xlsx"), bytes })
}

fn bytes(kind: Kind, name: &str, house: &TemplateHouse, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let columns = columns(kind, house, texts.lang());
    let notes = TemplateNotes::of(kind, &columns, house, texts);
    let notes_name = texts.get("templates-notes-sheet");
    let mut book = Workbook::new();
    // The day of making would make every workbook another one.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(name).set_author("huifang").set_creation_datetime(&made));
    let listed = |choices: &Choices| notes.range(choices, &notes_name);
    ledger::lay_out(book.add_worksheet().set_name(name)?, &columns, listed, texts)?;
    notes.lay_out(book.add_worksheet().set_name(&notes_name)?)?;
    book.save_to_buffer()
}
