//! The workbook of one person: a sheet for each ledger that closes something.

use super::columns::columns;
use super::page::{CallSheetPageLayout, lay_out};
use crate::domain::{Kind, Message};
use crate::report::{CallSheet, CallSheetLine, CallSheetPage};
use crate::templates::TemplateHouse;
use crate::texts::Texts;
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A file of call sheets.
#[derive(Debug, Clone)]
pub struct CallSheetFile {
    /// Its name, without a folder and without characters that a disk refuses.
    pub file: String,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// How a workbook says that it is one of these.
const CALL_SHEETS: &str = "huifang-call-sheets";

/// The workbook of somebody's call sheets for a day; the same sheets in the same language give the same bytes.
///
/// # Errors
/// The workbook could not be made.
pub fn call_sheet_file(
    sheet: &CallSheet,
    on: NaiveDate,
    house: &TemplateHouse,
    texts: &Texts,
) -> Result<CallSheetFile, Message> {
    let bytes = bytes(sheet, on, house, texts)
        .map_err(|error| Message::new("call-sheet-unmade").with("whose", sheet.whose.as_str()).show("reason", error))?;
    Ok(CallSheetFile { file: format!("{} {on}.xlsx", crate::files::without_unsafe(&sheet.whose)), bytes })
}

fn bytes(sheet: &CallSheet, on: NaiveDate, house: &TemplateHouse, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let whose = &sheet.whose;
    let mut book = Workbook::new();
    book.set_properties(&properties(&format!("{whose} {on}"), CALL_SHEETS)?);
    let mut names: Vec<String> = Vec::new();
    for lines in sheet.lines.chunk_by(|one, next| one.page == next.page) {
        let page = lines[0].page;
        let lines: Vec<&CallSheetLine> = lines.iter().collect();
        let mut name = page_name(page, texts);
        if names.contains(&name) {
            name = format!("{name} {}", names.len());
        }
        let ledger = page.ledger().map(|kind| ledger_name(kind, texts));
        let title = [Some(whose.clone()), Some(on.to_string()), Some(name.clone()), ledger];
        let title = title.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let columns = columns(page, &lines, house, texts);
        let layout = CallSheetPageLayout { title: &title, columns: &columns, lines: &lines };
        lay_out(book.add_worksheet().set_name(&name)?, &layout, texts)?;
        names.push(name);
    }
    book.save_to_buffer()
}

/// What every workbook says of itself; the day of making would make each another one.
pub fn properties(title: &str, kind: &str) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    Ok(DocProperties::new().set_title(title).set_author("huifang").set_keywords(kind).set_creation_datetime(&made))
}

fn page_name(page: CallSheetPage, texts: &Texts) -> String {
    match page {
        CallSheetPage::Ledger(kind) => {
            texts.find(&format!("call-sheet-page-{}", kind.id())).unwrap_or_else(|| ledger_name(kind, texts))
        }
        CallSheetPage::ToComplete(_) => texts.get("call-sheet-page-to-complete"),
        CallSheetPage::Others => texts.get("call-sheet-page-others"),
    }
}

/// What the reader knows the ledger by.
fn ledger_name(kind: Kind, texts: &Texts) -> String {
    match texts.lang() {
        crate::domain::Lang::Zh => kind.ledger().chinese.to_owned(),
        crate::domain::Lang::En => kind.id().to_owned(),
    }
}
