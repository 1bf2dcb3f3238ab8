//! A template as somebody sees it who opens it: what stands over the columns, what the drop-downs offer, how cells are
//! formatted, what the notes give as examples. And a copy of it with rows filled in.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const SHEET: &str = "xl/worksheets/sheet1.xml";

pub struct Sheet {
    parts: BTreeMap<String, String>,
    headings: Vec<String>,
    /// The rows of the notes.
    notes: Vec<[String; 2]>,
    blank: Vec<String>,
}

/// What stands between two marks, every time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

impl Sheet {
    pub fn open(path: &Path) -> Sheet {
        let bytes = fs::read(path).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.insert(file.name().unwrap().into_owned(), text);
        }
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
        let names = book.sheet_names();
        assert_eq!(names.len(), 2);
        let text = |cell: Option<&Data>| cell.map(ToString::to_string).unwrap_or_default();
        let ledger = book.worksheet_range(&names[0]).unwrap();
        assert_eq!(ledger.height(), 1);
        let headings = ledger.rows().next().unwrap().iter().map(|cell| text(Some(cell))).collect();
        let notes = book.worksheet_range(&names[1]).unwrap();
        let notes = notes.rows().map(|row| [text(row.first()), text(row.get(1))]).collect();
        Sheet { parts, headings, notes, blank: Vec::new() }
    }

    pub fn leave_blank<const N: usize>(&mut self, headings: [&str; N]) {
        self.blank = headings.map(str::to_owned).to_vec();
    }

    fn letter(column: usize) -> char {
        char::from(b'A' + column as u8)
    }

    /// What the drop-down under that heading offers.
    pub fn choices(&self, heading: &str) -> Vec<String> {
        let column = self.headings.iter().position(|written| written == heading).unwrap();
        self.offered(column)
    }

    fn offered(&self, column: usize) -> Vec<String> {
        let below = format!("sqref=\"{0}2:{0}1048576\"", Self::letter(column));
        let rules = between(&self.parts[SHEET], "<dataValidation ", "</dataValidation>");
        let Some(rule) = rules.into_iter().find(|rule| rule.contains(&below)) else { return Vec::new() };
        assert!(rule.contains("type=\"list\""), "{rule}");
        let formula = between(rule, "<formula1>", "</formula1>")[0];
        match formula.trim_matches('"').split_once("!$A$") {
            None => formula.trim_matches('"').split(',').map(str::to_owned).collect(),
            Some((_, rows)) => {
                let (first, last) = rows.split_once(":$A$").unwrap();
                let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
                self.notes[first - 1..last].iter().map(|[item, _]| item.clone()).collect()
            }
        }
    }

    /// The style of a column and the number of its format.
    fn format(&self, column: usize) -> (usize, u32) {
        let sheet = &self.parts[SHEET];
        let number = |text: &str, name: &str| -> usize {
            between(text, &format!("{name}=\""), "\"").first().map_or(0, |value| value.parse().unwrap())
        };
        let spans = between(sheet, "<col ", "/>");
        let span = spans.into_iter().find(|col| (number(col, "min")..=number(col, "max")).contains(&(column + 1)));
        let style = number(span.unwrap(), "style");
        let styles = between(&self.parts["xl/styles.xml"], "<cellXfs", "</cellXfs>")[0];
        let formats: Vec<&str> = styles.split("<xf ").skip(1).collect();
        (style, number(formats[style], "numFmtId") as u32)
    }

    /// What the notes give as an example.
    fn example(&self, column: usize) -> Option<String> {
        let letter = Self::letter(column);
        let places = [format!("{letter} 列 "), format!("column {letter}: ")];
        let entry = self.notes.iter().find(|[place, _]| places.iter().any(|start| place.starts_with(start)));
        let [_, said] = entry.unwrap();
        let example = said.split_once("例：").or(said.split_once("Example: "))?.1;
        Some(example.to_owned())
    }

    /// A cell of the row with that number among those filled in, as the template's format makes it.
    fn cell(&self, column: usize, row: usize) -> Option<String> {
        let (style, format) = self.format(column);
        let place = format!("{}{}", Self::letter(column), row + 2);
        let number = |value: &str| Some(format!("<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>"));
        if self.blank.contains(&self.headings[column]) {
            return None;
        }
        let offered = self.offered(column);
        let text = match (offered.is_empty(), format) {
            (false, _) => offered[row % offered.len()].clone(),
            // What is agreed for the next time comes after this one.
            (true, 164..) if ["下次回访日期", "next_at"].contains(&&*self.headings[column]) => {
                return number("46347");
            }
            // The formats of dates are the first of the template's own.
            (true, 164..) => return number(if column == 0 && row % 2 == 1 { "46346.395833333336" } else { "46346" }),
            (true, 1 | 2) => return number(&self.example(column)?),
            (true, _) => self.example(column)?,
        };
        Some(format!("<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))
    }

    /// Writes a copy with every choice of every drop-down in some row, examples in the other columns; says how many rows.
    pub fn fill(&self, path: &Path) -> u64 {
        let columns = 0..self.headings.len();
        let rows = columns.clone().map(|column| self.offered(column).len()).max().unwrap().max(1);
        let row = |row: usize| {
            let cells: String = columns.clone().filter_map(|column| self.cell(column, row)).collect();
            format!("<row r=\"{}\">{cells}</row>", row + 2)
        };
        let filled: String = (0..rows).map(row).collect();
        let sheet = self.parts[SHEET].replace("</sheetData>", &format!("{filled}</sheetData>"));
        self.write(path, SHEET, &sheet);
        rows as u64
    }

    /// Writes a copy that says it was saved since.
    pub fn save_as_people_do(&self, path: &Path) {
        let part = "docProps/core.xml";
        let modified = self.parts[part]
            .replace("2026-01-01T00:00:00Z</dcterms:modified>", "2026-11-21T08:12:00Z</dcterms:modified>");
        assert_ne!(modified, self.parts[part]);
        self.write(path, part, &modified);
    }

    fn write(&self, path: &Path, changed: &str, text: &str) {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in &self.parts {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            let part = if name == changed { text } else { part };
            archive.write_all(part.as_bytes()).unwrap();
        }
        fs::write(path, archive.finish().unwrap().into_inner()).unwrap();
    }
}
