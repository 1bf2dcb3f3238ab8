//! Marks of an xlsx sheet.

use super::parts::{attribute, part, related, tags};
use super::sheet::{Marks, Merged};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, Read, Seek};
use zip::ZipArchive;

/// The marks of the sheet; none if the workbook is damaged behind its rows, or the sheet not found.
pub fn read(file: impl Read + Seek, name: &str) -> Option<Marks> {
    let mut archive = ZipArchive::new(file).ok()?;
    let mut id = None;
    tags(part(&mut archive, "xl/workbook.xml")?, |tag| {
        if tag.local_name().as_ref() == "sheet" && attribute(tag, "name").unwrap_or_default() == name {
            id = id.take().or_else(|| attribute(tag, "id"));
        }
    })?;
    let path = related(&mut archive, "xl/_rels/workbook.xml.rels", &id?)?;
    let struck = part(&mut archive, "xl/styles.xml").map(struck_formats).unwrap_or_default();
    sheet(part(&mut archive, &path)?, &struck)
}

/// Which formats of cells strike their content through.
fn struck_formats(styles: impl BufRead) -> Vec<bool> {
    let (mut fonts, mut formats) = (Vec::new(), Vec::new());
    let mut inside = "";
    let _ = tags(styles, |tag| match tag.local_name().as_ref() {
        "fonts" => inside = "fonts",
        "cellXfs" => inside = "cellXfs",
        "fills" | "borders" | "cellStyleXfs" | "cellStyles" | "dxfs" | "numFmts" => inside = "",
        "font" if inside == "fonts" => fonts.push(false),
        "strike" if inside == "fonts" => {
            let off = attribute(tag, "val").is_some_and(|value| value == "0" || value == "false");
            if let Some(font) = fonts.last_mut() {
                *font = !off;
            }
        }
        "xf" if inside == "cellXfs" => {
            let font = attribute(tag, "fontId").and_then(|id| id.parse::<usize>().ok());
            formats.push(font.and_then(|font| fonts.get(font)).copied().unwrap_or_default());
        }
        _ => {}
    });
    formats
}

/// A cell while it is looked through.
#[derive(Default)]
struct XmlCell {
    place: (u32, u32),
    is_struck: bool,
    is_text: bool,
    has_formula: bool,
    has_value: bool,
}

fn sheet(from: impl BufRead, struck: &[bool]) -> Option<Marks> {
    let strikes = struck.contains(&true);
    let mut reader = Reader::from_reader(from);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut marks = Marks::default();
    let (mut line, mut column) = (0_u32, 0_u32);
    let mut cell = XmlCell::default();
    let (mut in_value, mut rows_ended) = (false, false);
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            // Broken off among the rows, the reader of rows says so; behind them it would not.
            Err(_) => return (!rows_ended).then_some(marks),
        };
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => row(&tag, &mut line, &mut column, &mut marks),
                "c" => cell = open(&tag, (line, &mut column), strikes.then_some(struck)),
                "f" => cell.has_formula = true,
                "v" => in_value = true,
                "is" => cell.has_value = true,
                "mergeCell" => marks.merged.extend(merged(&tag)),
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "row" => row(&tag, &mut line, &mut column, &mut marks),
                "c" => {
                    let _ = open(&tag, (line, &mut column), None);
                }
                "f" => cell.has_formula = true,
                "mergeCell" => marks.merged.extend(merged(&tag)),
                _ => {}
            },
            Event::Text(text) if in_value => cell.has_value |= !text.is_empty(),
            Event::GeneralRef(_) | Event::CData(_) if in_value => cell.has_value = true,
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" => in_value = false,
                "c" => {
                    if cell.has_formula && !cell.has_value && !cell.is_text {
                        marks.uncomputed.push(cell.place);
                    }
                    if cell.is_struck && cell.has_value {
                        marks.struck.push(cell.place);
                    }
                }
                "sheetData" => rows_ended = true,
                _ => {}
            },
            Event::Eof => return Some(marks),
            _ => {}
        }
        if marks.is_too_much() {
            return None;
        }
    }
}

fn row(tag: &BytesStart<'_>, line: &mut u32, column: &mut u32, marks: &mut Marks) {
    *column = 0;
    *line = attribute(tag, "r").and_then(|number| number.parse().ok()).unwrap_or(*line + 1);
    if tag.attributes_raw().contains("hidden") && attribute(tag, "hidden").is_some_and(|it| it == "1" || it == "true") {
        marks.hidden.push((*line, *line));
    }
}

fn open(tag: &BytesStart<'_>, (line, column): (u32, &mut u32), struck: Option<&[bool]>) -> XmlCell {
    let mut open = XmlCell { place: (line, *column), ..XmlCell::default() };
    let mut attributes = tag.attributes();
    for attribute in attributes.with_checks(false).flatten() {
        match attribute.key.as_ref() {
            "r" => open.place = place(&attribute.value).unwrap_or(open.place),
            // A text without characters is a result too.
            "t" => open.is_text = &*attribute.value == "str",
            "s" => {
                let format = attribute.value.parse::<usize>().ok();
                open.is_struck =
                    struck.zip(format).is_some_and(|(struck, at)| struck.get(at).copied().unwrap_or_default());
            }
            _ => {}
        }
    }
    *column = open.place.1 + 1;
    open
}

/// `D2` as line and column.
fn place(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = text[..letters].bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((text[letters..].parse().ok()?, column.checked_sub(1)?))
}

/// Cells merged over several rows.
fn merged(tag: &BytesStart<'_>) -> Option<Merged> {
    let range = attribute(tag, "ref")?;
    let (first, last) = range.split_once(':')?;
    let ((top, left), (bottom, _)) = (place(&first.replace('$', ""))?, place(&last.replace('$', ""))?);
    (bottom > top).then_some(Merged { top, bottom, left })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_in_rows_cells_and_behind_them() {
        let xml = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>
            <row r="3" hidden="1"><c r="B3"><f>A1*2</f></c><c r="C3"><f>A1</f><v></v></c><c t="str"><f>A1</f><v></v></c>
            <c r="F3" s="1"><v>5</v></c><c r="G3" s="1"/></row></sheetData>
            <mergeCells><mergeCell ref="D2:D4"/><mergeCell ref="A1:C1"/></mergeCells></worksheet>"#;
        let marks = sheet(xml.as_bytes(), &[false, true]).unwrap();
        assert_eq!(marks.merged, [Merged { top: 2, bottom: 4, left: 3 }]);
        assert_eq!(marks.hidden, [(3, 3)]);
        assert_eq!(marks.uncomputed, [(3, 1), (3, 2)]);
        assert_eq!(marks.struck, [(3, 5)]);
    }

    #[test]
    fn formats_are_struck_by_their_fonts() {
        let xml = "<styleSheet><fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>\
                   <cellStyleXfs><xf fontId=\"1\"/></cellStyleXfs>\
                   <cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs></styleSheet>";
        assert_eq!(struck_formats(xml.as_bytes()), [false, true, false]);
    }
}
