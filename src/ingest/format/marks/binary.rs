//! Marks of an xlsb sheet. Its formulas always hold a result.

use super::parts::{part, related};
use super::sheet::{Marks, Merged};
use std::io::{BufRead, Read, Seek};
use zip::ZipArchive;

/// The marks of the sheet; none if the workbook is damaged or the sheet not found.
pub fn read(file: impl Read + Seek, name: &str) -> Option<Marks> {
    let mut archive = ZipArchive::new(file).ok()?;
    let mut id = None;
    records(part(&mut archive, "xl/workbook.bin")?, |kind, data| {
        if kind == 0x009C {
            let mut at = 8;
            let found = wide(data, &mut at).zip(wide(data, &mut at));
            id = id.take().or_else(|| found.filter(|(_, sheet)| sheet == name).map(|(id, _)| id));
        }
    })?;
    let path = related(&mut archive, "xl/_rels/workbook.bin.rels", &id?)?;
    let struck = part(&mut archive, "xl/styles.bin").map(struck_formats).unwrap_or_default();
    let mut marks = Marks::default();
    let mut line = 0;
    records(part(&mut archive, &path)?, |kind, data| {
        let number = |at: usize| u32_at(data, at).unwrap_or_default();
        match kind {
            0x0000 => {
                line = number(0).saturating_add(1);
                if data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    marks.hidden.push((line, line));
                }
            }
            0x0002..=0x000B => {
                let format = (number(4) & 0x00FF_FFFF) as usize;
                if struck.get(format).copied().unwrap_or_default() {
                    marks.struck.push((line, number(0)));
                }
            }
            0x00B0 if number(4) > number(0) => {
                let (top, bottom) = (number(0).saturating_add(1), number(4).saturating_add(1));
                marks.merged.push(Merged { top, bottom, left: number(8) });
            }
            _ => {}
        }
    })?;
    (!marks.is_too_much()).then_some(marks)
}

/// Which formats of cells strike their content through.
fn struck_formats(styles: impl BufRead) -> Vec<bool> {
    let (mut fonts, mut formats) = (Vec::new(), Vec::new());
    let mut is_inside = false;
    let _ = records(styles, |kind, data| {
        let number = |at: usize| data.get(at..at + 2).map_or(0, |it| u16::from_le_bytes([it[0], it[1]]));
        match kind {
            0x002B => fonts.push(number(2) & 8 != 0),
            0x0269 => is_inside = true,
            0x026A => is_inside = false,
            0x002F if is_inside => {
                formats.push(fonts.get(usize::from(number(4))).copied().unwrap_or_default());
            }
            _ => {}
        }
    });
    formats
}

/// No record that is looked at is longer, in bytes.
const LONGEST: u32 = 1 << 20;

/// Gives every record with its kind; none at damage.
fn records(mut from: impl BufRead, mut each: impl FnMut(u16, &[u8])) -> Option<()> {
    let mut data = Vec::new();
    loop {
        let mut byte = [0];
        if from.read(&mut byte).ok()? == 0 {
            return Some(());
        }
        let mut kind = u16::from(byte[0]);
        if kind & 0x80 != 0 {
            from.read_exact(&mut byte).ok()?;
            kind = (kind & 0x7F) | (u16::from(byte[0] & 0x7F) << 7);
        }
        let mut length = 0_u32;
        for shift in 0..4 {
            from.read_exact(&mut byte).ok()?;
            length |= u32::from(byte[0] & 0x7F) << (7 * shift);
            if byte[0] & 0x80 == 0 {
                break;
            }
        }
        data.clear();
        let read = from.by_ref().take(u64::from(length)).read_to_end(&mut data).ok()?;
        if length > LONGEST || read < length as usize {
            return None;
        }
        each(kind, &data);
    }
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// A text with its length before it.
fn wide(data: &[u8], at: &mut usize) -> Option<String> {
    let length = u32_at(data, *at)? as usize;
    let start = *at + 4;
    let bytes = data.get(start..start.checked_add(length.checked_mul(2)?)?)?;
    *at = start + length * 2;
    let units: Vec<u16> = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).ok()
}
