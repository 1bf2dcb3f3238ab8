//! Sheets as files: delimited text in the encodings people have, and workbooks.

use super::dice::Dice;
use super::sheet::Grid;
use super::values::{Cell, serial};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

#[derive(Debug, Clone, Copy)]
pub enum Encoding {
    Utf8,
    Utf8Bom,
    Gb18030,
    Utf16Le,
    Utf16Be,
}

pub const ENCODINGS: [Encoding; 5] =
    [Encoding::Utf8, Encoding::Utf8Bom, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be];

/// Delimited text and the ending of its name.
pub fn delimited(grid: &Grid, dice: &mut Dice) -> (&'static str, Vec<u8>) {
    let encoding = dice.choose(&ENCODINGS);
    let separator = dice.choose(&[',', ',', '\t', ';']);
    let ending = if separator == '\t' { dice.pick(&["tsv", "txt", "csv"]) } else { dice.pick(&["csv", "csv", "txt"]) };
    let end = if dice.chance(50) { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator as u8)
        .terminator(end)
        .flexible(true)
        .quote_style(if dice.chance(20) { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
        .from_writer(Vec::new());
    // Spreadsheets write every row as wide as the sheet.
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &grid.rows {
        let blank = width - row.len();
        writer.write_record(row.iter().map(text).chain(std::iter::repeat_n(String::new(), blank))).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    (ending, encoded(&text, encoding))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Moment(..) | Cell::Serial(_) => unreachable!("text has no dates"),
    }
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => marked.into_bytes(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Encoding::Utf16Le => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

/// A workbook of these sheets; around them there may be a sheet of notes and a hidden one.
pub fn workbook(sheets: &[(String, Grid)], dice: &mut Dice) -> Vec<u8> {
    let mut book = Workbook::new();
    // Workbooks of old Macintoshes count days from 1904.
    let is_1904 = dice.tries(12, "1904");
    if dice.tries(25, "notes sheet") {
        let notes = book.add_worksheet().set_name("填表说明").unwrap();
        notes.write(0, 0, "请于每日18点前交数据部。").unwrap();
        notes.write(1, 0, "电话请写全,不要用科学计数法。").unwrap();
    }
    for (name, grid) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        fill(sheet, grid, is_1904, dice);
    }
    if dice.tries(25, "hidden sheet") {
        let hidden = book.add_worksheet().set_name("旧预热").unwrap();
        for (at, (heading, value)) in
            [("预热时间", "2026-03-01"), ("电话", "13911112222"), ("专员", "无此人")].iter().enumerate()
        {
            hidden.write(0, at as u16, *heading).unwrap();
            hidden.write(1, at as u16, *value).unwrap();
        }
        hidden.set_hidden(true);
    }
    let book = book.save_to_buffer().unwrap();
    if is_1904 { from_1904(&book) } else { book }
}

/// The workbook with the mark that its days are counted from 1904.
fn from_1904(book: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut part = String::new();
        entry.read_to_string(&mut part).unwrap();
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(part.replace("<workbookPr ", "<workbookPr date1904=\"1\" ").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn fill(sheet: &mut Worksheet, grid: &Grid, is_1904: bool, dice: &mut Dice) {
    let number = |at| serial(at) - if is_1904 { 1462.0 } else { 0.0 };
    let day = Format::new().set_num_format(dice.pick(&["yyyy-mm-dd", "yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\""]));
    let moment = Format::new().set_num_format(dice.pick(&["yyyy-mm-dd hh:mm:ss", "yyyy/m/d h:mm", "m/d/yy h:mm"]));
    for (first_row, first, last_row, last) in &grid.merged {
        if (first_row, first) != (last_row, last) {
            let at = |number: &usize| u16::try_from(*number).unwrap();
            sheet
                .merge_range((*first_row) as u32, at(first), (*last_row) as u32, at(last), "", &Format::new())
                .unwrap();
        }
    }
    for (row, cells) in grid.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let (row, column) = (row as u32, column as u16);
            match cell {
                Cell::Text(text) if text.is_empty() => continue,
                Cell::Text(text) => sheet.write_string(row, column, text),
                Cell::Number(number) => sheet.write_number(row, column, *number),
                Cell::Serial(at) => sheet.write_number(row, column, number(*at)),
                Cell::Moment(at, timed) => {
                    sheet.write_number_with_format(row, column, number(*at), if *timed { &moment } else { &day })
                }
            }
            .unwrap();
        }
    }
}
