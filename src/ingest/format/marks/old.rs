//! Marks of a sheet of an old workbook. Its formulas always hold a result, but one that reckons a number and holds an
//! empty text was written by a program that reckons nothing.

use super::sheet::{Marks, Merged};
use crate::ingest::guard::biff::{BiffRecords, u16_at, u32_at};
use crate::ingest::guard::compound::Compound;

/// The marks of the workbook's sheet; none if the workbook is damaged or has no such sheet.
pub fn read(bytes: &[u8], at: usize) -> Option<Marks> {
    let mut compound = Compound::read(bytes).ok()?;
    let stream = compound.stream("Workbook").or_else(|| compound.stream("Book"))?.ok()?;
    marks(&stream, at)
}

fn marks(stream: &[u8], at: usize) -> Option<Marks> {
    let (mut starts, mut fonts, mut formats) = (Vec::new(), Vec::new(), Vec::new());
    for record in BiffRecords::of(stream) {
        match record.kind {
            0x0085 => starts.push(u32_at(record.data, 0)? as usize),
            0x0031 => fonts.push(u16_at(record.data, 2)? & 8 != 0),
            0x00E0 => formats.push(u16_at(record.data, 0)?),
            0x000A => break,
            _ => {}
        }
    }
    let strikes = |format: u16| {
        // The fourth font has no number.
        let font = formats.get(usize::from(format)).map(|font| usize::from(*font)).unwrap_or_default();
        fonts.get(if font > 4 { font - 1 } else { font }).copied().unwrap_or_default()
    };
    let reckons_nothing = starts.iter().filter_map(|start| stream.get(*start..)).any(|sheet| {
        BiffRecords::of(sheet)
            .take_while(|record| record.kind != 0x000A)
            .any(|record| record.kind == 0x0006 && is_left_out(record.data))
    });
    let mut marks = Marks::default();
    let sheet = stream.get(*starts.get(at)?..)?;
    for record in BiffRecords::of(sheet).take_while(|record| record.kind != 0x000A) {
        let number = |at: usize| u16_at(record.data, at).unwrap_or_default();
        let (line, column) = (u32::from(number(0)) + 1, u32::from(number(2)));
        match record.kind {
            0x0208 if number(12) & 0x20 != 0 => marks.hidden.push((line, line)),
            0x00E5 => {
                let ranges = record.data.get(2..).unwrap_or_default().chunks_exact(8);
                marks.merged.extend(ranges.filter_map(merged));
            }
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => {
                if record.kind == 0x0006 && reckons_nothing && is_empty_text(record.data) {
                    marks.uncomputed.push((line, column));
                }
                if strikes(number(4)) {
                    marks.struck.push((line, column));
                }
            }
            // Several numbers in a row.
            0x00BD => {
                let cells = record.data.get(4..).unwrap_or_default().chunks_exact(6);
                let struck = cells.enumerate().filter(|(_, cell)| strikes(u16_at(cell, 0).unwrap_or_default()));
                marks.struck.extend(struck.map(|(further, _)| (line, column + further as u32)));
            }
            _ => {}
        }
    }
    (!marks.is_too_much()).then_some(marks)
}

fn merged(range: &[u8]) -> Option<Merged> {
    let (top, bottom, left) = (u16_at(range, 0)?, u16_at(range, 2)?, u16_at(range, 4)?);
    let (top, bottom) = (u32::from(top) + 1, u32::from(bottom) + 1);
    (bottom > top).then_some(Merged { top, bottom, left: left.into() })
}

/// Whether a formula's result is a text without characters.
fn is_empty_text(formula: &[u8]) -> bool {
    formula.get(6) == Some(&3) && formula.get(12..14) == Some(&[0xFF, 0xFF])
}

/// Whether a formula that ends in a sum, difference, product, quotient or power holds an empty text.
fn is_left_out(formula: &[u8]) -> bool {
    let length = u16_at(formula, 20).map(usize::from).unwrap_or_default();
    let last = formula.get(22..).and_then(|tokens| tokens.get(..length)).and_then(<[u8]>::last);
    is_empty_text(formula) && last.is_some_and(|token| (0x03..=0x07).contains(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn words(words: &[u16]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    fn formula(column: u16, tokens: &[u8]) -> Vec<u8> {
        let head = words(&[1, column, 0, 3, 0, 0, 0xFFFF, 0, 0, 0, tokens.len() as u16]);
        record(0x0006, &[&head[..], tokens].concat())
    }

    #[test]
    fn marks_stand_in_records_of_their_own() {
        let fonts = [record(0x0031, &words(&[200, 0])), record(0x0031, &words(&[200, 8]))].concat();
        let formats = [record(0x00E0, &words(&[0, 0])), record(0x00E0, &words(&[1, 0]))].concat();
        let sheet = [
            record(0x0208, &words(&[2, 0, 5, 0, 0, 0, 0x20, 0])),
            record(0x0203, &words(&[1, 2, 1, 0, 0, 0, 0])),
            formula(4, &[0x1E, 2, 0, 0x1E, 3, 0, 0x05]),
            formula(5, &[0x17, 0, 0]),
            record(0x00E5, &words(&[2, 1, 3, 3, 3, 0, 0, 0, 2])),
            record(0x000A, &[]),
        ]
        .concat();
        let globals = fonts.len() + formats.len() + 12 + 4;
        let bound = record(0x0085, &[&(globals as u32).to_le_bytes()[..], &[0; 4]].concat());
        let stream = [bound, fonts, formats, record(0x000A, &[]), sheet].concat();
        let marks = marks(&stream, 0).unwrap();
        assert_eq!(marks.merged, [Merged { top: 2, bottom: 4, left: 3 }]);
        assert_eq!(marks.hidden, [(3, 3)]);
        assert_eq!(marks.struck, [(2, 2)]);
        assert_eq!(marks.uncomputed, [(2, 4), (2, 5)]);
    }
}
