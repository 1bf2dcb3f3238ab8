//! The sheet that is filled in.

use super::choices::{Choices, OtherWords};
use super::columns::{TIMED, TemplateColumn, is_text};
use crate::domain::ColumnType;
use crate::texts::Texts;
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder,
    Formula, IgnoreError, Worksheet, XlsxError,
};

/// The last row of a sheet, counted from 0.
const LAST_ROW: u32 = 1_048_575;
/// The number by which workbooks call the paper size A4.
pub const A4: u8 = 9;
const REQUIRED: Color = Color::RGB(0xFF_E6_99);
/// What stands over columns that may stay empty, and over parts of the notes.
pub const OPTIONAL: Color = Color::RGB(0xDD_E6_F0);
const LINE: Color = Color::RGB(0x9A_A5_B1);

/// Lays the headings, formats and drop-downs out. `listed` says where the notes hold a list too long for a rule.
pub fn lay_out(
    sheet: &mut Worksheet,
    columns: &[TemplateColumn],
    listed: impl Fn(&Choices) -> Option<String>,
    texts: &Texts,
) -> Result<(), XlsxError> {
    for (at, column) in (0u16..).zip(columns) {
        sheet.set_column_width(at, column.width())?;
        sheet.set_column_format(at, &column.format())?;
        sheet.write_string_with_format(0, at, &column.heading, &heading(column.required))?;
        match column.holds {
            ColumnType::Moment => {
                let letter = letter(at);
                let timed = ConditionalFormatFormula::new().set_rule(format!("=MOD({letter}2,1)>0").as_str());
                let timed = timed.set_format(Format::new().set_num_format(TIMED));
                sheet.add_conditional_format(1, at, LAST_ROW, at, &timed)?;
            }
            holds if is_text(holds) => {
                sheet.ignore_error_range(1, at, LAST_ROW, at, IgnoreError::NumberStoredAsText)?;
            }
            _ => {}
        }
        if let Some(choices) = &column.choices {
            let rule = rule(choices, listed(choices), texts)?;
            sheet.add_data_validation(1, at, LAST_ROW, at, &rule)?;
        }
    }
    sheet.set_row_height(0, 26)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_selection(1, 0, 1, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_print_gridlines(true);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn heading(required: bool) -> Format {
    let format = Format::new().set_bold().set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter);
    let format = format.set_border(FormatBorder::Thin).set_border_color(LINE);
    format.set_background_color(if required { REQUIRED } else { OPTIONAL })
}

pub fn rule(choices: &Choices, listed: Option<String>, texts: &Texts) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new();
    let rule = match listed {
        Some(range) => rule.allow_list_formula(Formula::new(range)),
        None => rule.allow_list_strings(&choices.items)?,
    };
    Ok(match choices.others {
        OtherWords::Refused => rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(texts.get("templates-refused-title"))?
            .set_error_message(texts.get("templates-refused"))?,
        OtherWords::Questioned => rule
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(texts.get("templates-questioned-title"))?
            .set_error_message(texts.get("templates-questioned"))?,
        OtherWords::Taken => rule.show_error_message(false),
    })
}

/// The letter of a column, counted from 0. No ledger has more columns than letters.
pub fn letter(column: u16) -> char {
    u8::try_from(column).map_or('A', |at| char::from(b'A' + at % 26))
}
