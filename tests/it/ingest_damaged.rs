//! Files damaged at random: whatever comes of them, it is an answer. `DAMAGED_ROUNDS` makes it go on for longer.

// Helpers of tests may fail loudly; the lint only knows that of the tests themselves.
#![allow(clippy::unwrap_used)]

use huifang::ingest::{
    IngestSettings, Pass, ReadError, ReadRow, SheetAnswer, SheetInfo, SheetTally, Sink, StaffFinder, list_files,
    read_file,
};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A small generator, so that a round can be had again by its number (Steele and Vigna's SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

pub fn settings() -> IngestSettings {
    IngestSettings {
        kind: None,
        year: None,
        today: "2026-11-21".parse().unwrap(),
        headings: BTreeMap::new(),
        roles: BTreeMap::new(),
        offences: Vec::new(),
    }
}

/// Checks the rows and keeps what their cells say.
#[derive(Default)]
struct Swallow(Vec<Vec<String>>);

impl Sink for Swallow {
    type Error = Infallible;

    fn sheet(&mut self, _: &SheetInfo) -> Result<(), Infallible> {
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<(), Infallible> {
        let harmless = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
        assert!(row.cells.iter().all(|cell| cell.chars().all(harmless)), "{:?}", row.cells);
        self.0.push(row.cells);
        Ok(())
    }

    fn end(&mut self, _: &SheetTally) -> Result<(), Infallible> {
        Ok(())
    }
}

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        let len = dice.below(16).min(bytes.len() - at);
        match dice.below(7) {
            _ if bytes.is_empty() => return,
            0 => bytes.truncate(at),
            1 => bytes[at] ^= 1 << dice.below(8),
            2 => bytes[at] = [0, 0xFF, 0x7F, 0x80, b'"', b'<', b'9'][dice.below(7)],
            3 => {
                let copy = bytes[at..at + len].to_vec();
                bytes.splice(at..at, copy);
            }
            4 => drop(bytes.drain(at..at + len)),
            5 => bytes[at..at + len].fill(0xFF),
            _ => {
                let number = (dice.below(usize::MAX) as u32).to_le_bytes();
                let end = (at + 4).min(bytes.len());
                bytes[at..end].copy_from_slice(&number[..end - at]);
            }
        }
    }
}

/// Damages one part of an archive and packs it again, so that the damage gets past the checksums.
fn damage_part(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).ok()?;
        let mut part = Vec::new();
        entry.read_to_end(&mut part).ok()?;
        parts.insert(entry.name().ok()?.to_string(), part);
    }
    let chosen = parts.keys().nth(dice.below(parts.len()))?.clone();
    damage(parts.get_mut(&chosen)?, dice);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in &parts {
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).ok()?;
        writer.write_all(part).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

#[test]
fn damaged_files_get_an_answer_within_seconds() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ingest");
    let dir = tempfile::tempdir().unwrap();
    for original in list_files(&[fixtures]).unwrap().files {
        let whole = fs::read(&original).unwrap();
        if whole.len() > 200_000 {
            continue;
        }
        for round in 0..rounds(3) {
            let mut dice = Dice(round.wrapping_mul(7919) ^ whole.len() as u64);
            let mut bytes = whole.clone();
            match damage_part(&whole, &mut dice).filter(|_| round % 3 > 0) {
                Some(repacked) => bytes = repacked,
                None => damage(&mut bytes, &mut dice),
            }
            let path = dir.path().join(original.file_name().unwrap());
            fs::write(&path, &bytes).unwrap();
            let start = Instant::now();
            let _ = read_file(&path, Pass::All, &settings(), &StaffFinder::default(), &mut Swallow::default());
            assert!(start.elapsed() < Duration::from_secs(20), "{} in round {round}", original.display());
        }
    }
}

/// What the rows of a file say, and whether anything was said of the file or a sheet.
fn read(path: &Path) -> (Vec<Vec<String>>, bool) {
    let mut rows = Swallow::default();
    let is_said = match read_file(path, Pass::All, &settings(), &StaffFinder::default(), &mut rows) {
        Ok(read) => read.sheets.iter().any(|sheet| {
            !matches!(sheet.answer, SheetAnswer::Read { .. } | SheetAnswer::Skipped(_)) || !sheet.remarks.is_empty()
        }),
        Err(ReadError::File(_)) => true,
        Err(ReadError::Sink(never)) => match never {},
    };
    (rows.0, is_said)
}

/// The workbooks among the fixtures that are read without a word, with what their rows say.
fn whole_books() -> Vec<(PathBuf, Vec<u8>, Vec<Vec<String>>)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ingest");
    let mut books = Vec::new();
    for path in list_files(&[fixtures]).unwrap().files {
        let bytes = fs::read(&path).unwrap();
        let is_book = bytes.starts_with(b"PK") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
        if !is_book || bytes.len() > 100_000 {
            continue;
        }
        let (rows, is_said) = read(&path);
        if !rows.is_empty() && !is_said {
            books.push((path, bytes, rows));
        }
    }
    books
}

fn rounds(usual: u64) -> u64 {
    std::env::var("DAMAGED_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

#[test]
fn a_workbook_that_is_cut_off_is_never_read_in_part_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let books = whole_books();
    let formats = ["xlsx", "xls", "xlsb", "ods"];
    let has = |format: &str| books.iter().any(|(path, ..)| path.extension().is_some_and(|it| it == format));
    assert!(formats.into_iter().all(has));
    let mut silent = Vec::new();
    for (original, whole, rows) in &books {
        let path = folder.path().join(original.file_name().unwrap());
        let mut dice = Dice(whole.len() as u64);
        for _ in 0..rounds(6) {
            let len = dice.below(whole.len());
            fs::write(&path, &whole[..len]).unwrap();
            let (found, is_said) = read(&path);
            if !is_said && found != *rows {
                silent.push(format!("{} at {len}", original.display()));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn altered_bytes_of_a_zipped_workbook_are_noticed_or_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut silent = Vec::new();
    for (original, whole, rows) in whole_books().iter().filter(|(_, bytes, _)| bytes.starts_with(b"PK")) {
        let path = folder.path().join(original.file_name().unwrap());
        let mut dice = Dice(whole.len() as u64);
        for _ in 0..rounds(12) {
            let mut bytes = whole.clone();
            // In the directory behind the parts only names stand: what is not found there was never written.
            let directory = bytes.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
            let (at, bit) = (dice.below(directory), dice.below(8));
            bytes[at] ^= 1 << bit;
            fs::write(&path, &bytes).unwrap();
            let (found, is_said) = read(&path);
            if !is_said && found != *rows {
                silent.push(format!("{} bit {bit} of byte {at}: {found:?}", original.display()));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

/// What a name ends in says nothing: every fixture under the endings of the other formats gives the same rows.
#[test]
fn a_workbook_under_another_ending_is_read_by_its_content() {
    let folder = tempfile::tempdir().unwrap();
    for (original, whole, rows) in whole_books() {
        for ending in ["csv", "xls", "xlsx", "xlsb", "ods", "et"] {
            let name = original.file_stem().unwrap().to_string_lossy().into_owned();
            let path = folder.path().join(format!("{name}.{ending}"));
            fs::write(&path, &whole).unwrap();
            assert_eq!(read(&path), (rows.clone(), false), "{}", path.display());
        }
    }
}
