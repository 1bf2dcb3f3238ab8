//! A listing as a sheet: title and summary, the heading row that stays in sight, the rows, their sums, the notes.

use super::book_cell::{COUNT, LINE, MONEY, as_text, float, grouped, put, shown};
use super::column_width::{MOST_LINES, column_for, height, lines, width};
use super::stored_text::stored;
use crate::report::{Cell, CellValue, Form, Heading, Listing, Space};
use crate::texts::Texts;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Worksheet, XlsxError,
    utility::column_number_to_name,
};

const HEAD: Color = Color::RGB(0xE4_EC_F4);
/// So many lines of the summary stand above the heading row, which stays in sight with them; more would leave no room.
const ABOVE: usize = 6;
/// Titles and notes run over at least so many half-width characters, also above narrow tables.
const LEAST_LINE: usize = 80;
/// How wide a column nobody has set is.
const UNSET: usize = 8;
/// Widths of columns, in half-width characters.
const NARROWEST: usize = 6;
const WIDEST: usize = 38;
/// No column is wider, however much stands in it.
const WIDEST_EVER: usize = 200;
/// Words of closed lists need no more.
const WIDEST_WORD: usize = 24;
/// The button that a heading is filtered by.
const BUTTON: usize = 3;

/// A column that has something in it.
struct BookColumn {
    at: u16,
    /// In half-width characters.
    width: usize,
    /// The sum of what stands below it, if that says something.
    sum: Option<ColumnSum>,
}

#[derive(Clone, Copy)]
struct ColumnSum {
    sum: Decimal,
    is_money: bool,
}

/// Lays the listing out, and says how wide it is, in half-width characters.
pub fn lay_out(sheet: &mut Worksheet, listing: &Listing, texts: &Texts) -> Result<usize, XlsxError> {
    let rows: Vec<&Vec<Cell>> = listing.groups.iter().flat_map(|group| &group.rows).collect();
    let columns = columns(&listing.headings, &rows);
    let table: usize = columns.iter().map(|column| column.width).sum();
    for (at, heading) in (0..).zip(&listing.headings) {
        match columns.iter().find(|column| column.at == at) {
            Some(column) => sheet.set_column_width(at, column.width as f64)?,
            // It is there for whoever looks for it, and takes no room.
            None => sheet.set_column_hidden(at)?,
        };
        debug_assert!(!heading.title.is_empty());
    }
    let mut page = SheetPage::over(sheet, listing.headings.len(), table);
    page.line(&listing.title, &Format::new().set_bold().set_font_size(14))?;
    let (above, below) = listing.summary.split_at(listing.summary.len().min(ABOVE));
    for line in above {
        page.line(line, &Format::new())?;
    }
    if !listing.headings.is_empty() {
        page.table(&listing.headings, &columns, &rows, texts)?;
    }
    if !below.is_empty() || !listing.notes.is_empty() {
        page.row += 1;
    }
    for line in below.iter().chain(&listing.notes) {
        page.line(line, &Format::new())?;
    }
    Ok(page.width)
}

/// The columns in which something stands; where there are no rows, all.
fn columns(headings: &[Heading], rows: &[&Vec<Cell>]) -> Vec<BookColumn> {
    let column = |(at, heading): (u16, &Heading)| {
        let cells = || rows.iter().map(|row| &row[usize::from(at)].value);
        if !rows.is_empty() && cells().all(CellValue::is_empty) {
            return None;
        }
        let sum = heading.is_summed.then(|| sum(cells())).filter(|_| rows.len() > 1);
        let widest = cells().map(|value| width(&shown(value))).max().unwrap_or_default();
        let widest = column_for(widest.max(sum.map_or(0, |sum| width(&sum.shown()) + 1)));
        // A heading may stand on two lines, beside the button it is filtered by.
        let heading_width = column_for(width(&heading.title).div_ceil(2)) + BUTTON;
        let least = heading_width.max(NARROWEST);
        let whole = heading.form == Form::Number || cells().any(is_whole);
        let column_width = match heading.space {
            _ if whole => widest + 1,
            Space::Whole => widest.min(if heading.form == Form::Code { WIDEST } else { WIDEST_WORD }),
            Space::Breaks | Space::Below => {
                let high = |at: usize| cells().any(|value| lines(&shown(value), at) > MOST_LINES);
                let mut at = widest.min(WIDEST);
                while at < WIDEST_EVER && high(at) {
                    at += at / 4;
                }
                at.min(WIDEST_EVER)
            }
        };
        Some(BookColumn { at, width: column_width.max(least), sum })
    };
    (0..).zip(headings).filter_map(column).collect()
}

/// Whether the value is shown on one line or not at all.
fn is_whole(value: &CellValue) -> bool {
    match value {
        CellValue::Day(_)
        | CellValue::Month(_)
        | CellValue::Moment(_)
        | CellValue::Count(_)
        | CellValue::Money(_)
        | CellValue::Number(_) => true,
        CellValue::Blank | CellValue::Text(_) | CellValue::Word(_) | CellValue::Id(_) | CellValue::Phone(_) => false,
    }
}

fn sum<'a>(cells: impl Iterator<Item = &'a CellValue>) -> ColumnSum {
    let nothing = ColumnSum { sum: Decimal::ZERO, is_money: false };
    cells.fold(nothing, |so_far, value| {
        let (more, is_money) = match value {
            CellValue::Count(count) => (Decimal::from(*count), false),
            CellValue::Money(sum) => (sum.shown(), true),
            CellValue::Number(number) => (*number, true),
            CellValue::Blank
            | CellValue::Text(_)
            | CellValue::Word(_)
            | CellValue::Id(_)
            | CellValue::Phone(_)
            | CellValue::Day(_)
            | CellValue::Month(_)
            | CellValue::Moment(_) => return so_far,
        };
        ColumnSum { sum: so_far.sum + more, is_money: so_far.is_money || is_money }
    })
}

impl ColumnSum {
    fn shown(self) -> String {
        if self.is_money { grouped(self.sum) } else { self.sum.to_string() }
    }
}

/// A sheet while it is written, from its first row to its last.
struct SheetPage<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    /// The last column that lines run over.
    last: u16,
    /// How wide all is, in half-width characters.
    width: usize,
}

impl<'a> SheetPage<'a> {
    fn over(sheet: &'a mut Worksheet, headings: usize, table: usize) -> Self {
        let beside = LEAST_LINE.saturating_sub(table).div_ceil(UNSET);
        let last = u16::try_from((headings + beside).saturating_sub(1)).unwrap_or(u16::MAX);
        SheetPage { sheet, row: 0, last, width: table + beside * UNSET }
    }

    /// A text over the whole width, in as many lines as it takes.
    fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let text = stored(text);
        let format = as_text(&text, format.clone().set_text_wrap().set_align(FormatAlign::Top));
        let is_title = self.row == 0;
        if self.last == 0 {
            self.sheet.write_string_with_format(self.row, 0, &text, &format)?;
        } else {
            self.sheet.merge_range(self.row, 0, self.row, self.last, &text, &format)?;
        }
        // Larger letters take more of the line.
        let room = if is_title { self.width * 3 / 4 } else { self.width };
        let high = height(lines(&text, room));
        self.sheet.set_row_height(self.row, if is_title { high * 4.0 / 3.0 } else { high })?;
        self.row += 1;
        Ok(())
    }

    fn table(
        &mut self,
        headings: &[Heading],
        columns: &[BookColumn],
        rows: &[&Vec<Cell>],
        texts: &Texts,
    ) -> Result<(), XlsxError> {
        let head = self.row;
        for (at, heading) in (0..).zip(headings) {
            let title = stored(&heading.title);
            self.sheet.write_string_with_format(head, at, &title, &heading_format(heading.form))?;
        }
        let of =
            |column: &BookColumn| lines(&headings[usize::from(column.at)].title, column.width.saturating_sub(BUTTON));
        let highest = columns.iter().map(of).max().unwrap_or(1);
        self.sheet.set_row_height(head, height(highest) + 4.0)?;
        self.row += 1;
        for row in rows {
            for (at, cell) in (0..).zip(*row) {
                put(self.sheet, self.row, at, cell)?;
            }
            let of = |column: &BookColumn| match &row[usize::from(column.at)].value {
                value if is_whole(value) => 1,
                value => lines(&shown(value), column.width),
            };
            self.sheet.set_row_height(self.row, height(columns.iter().map(of).max().unwrap_or(1)))?;
            self.row += 1;
        }
        let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
        self.sheet.set_freeze_panes(head + 1, 0)?;
        self.sheet.set_repeat_rows(head, head)?;
        if !rows.is_empty() {
            self.sheet.autofilter(head, 0, self.row - 1, last)?;
            // Numbers of staff and phones are meant to be text.
            self.sheet.ignore_error_range(head + 1, 0, self.row - 1, last, IgnoreError::NumberStoredAsText)?;
        }
        if columns.iter().any(|column| column.sum.is_some()) {
            self.totals(head + 1, columns, texts)?;
        }
        Ok(())
    }

    /// The sums below the rows: formulas that follow the filter, with what they come to.
    fn totals(&mut self, first: u32, columns: &[BookColumn], texts: &Texts) -> Result<(), XlsxError> {
        let format = Format::new().set_bold().set_border_top(FormatBorder::Thin);
        let (from, to) = (first + 1, self.row);
        for (at, column) in columns.iter().enumerate() {
            match column.sum {
                Some(sum) => {
                    let letters = column_number_to_name(column.at);
                    let formula = Formula::new(format!("=SUBTOTAL(9,{letters}{from}:{letters}{to})"));
                    let formula = formula.set_result(float(sum.sum).to_string());
                    let format = format.clone().set_num_format(if sum.is_money { MONEY } else { COUNT });
                    self.sheet.write_formula_with_format(self.row, column.at, formula, &format)?;
                }
                None if at == 0 => {
                    let total = texts.get("report-total");
                    self.sheet.write_string_with_format(self.row, column.at, total, &format)?;
                }
                None => {
                    self.sheet.write_blank(self.row, column.at, &format)?;
                }
            }
        }
        self.sheet.set_row_height(self.row, height(1))?;
        self.row += 1;
        Ok(())
    }
}

fn heading_format(form: Form) -> Format {
    let format = Format::new().set_bold().set_background_color(HEAD).set_text_wrap();
    let format = format.set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::VerticalCenter);
    match form {
        Form::Number => format.set_align(FormatAlign::Right).set_indent(1),
        Form::Text | Form::Code => format.set_align(FormatAlign::Left),
    }
}
