//! Files damaged at random: whatever comes of them, it is an answer. `DAMAGED_ROUNDS` makes it go on for longer.

// Helpers of tests may fail loudly; the lint only knows that of the tests themselves.
#![allow(clippy::unwrap_used)]

use huifang::ingest::{Pass, ReadRow, Roster, Settings, SheetInfo, Sink, Tally, list_files, read_file};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
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

struct Swallow;

impl Sink for Swallow {
    type Error = Infallible;

    fn sheet(&mut self, _: &SheetInfo) -> Result<(), Infallible> {
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<(), Infallible> {
        let harmless = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
        assert!(row.cells.iter().all(|cell| cell.chars().all(harmless)), "{:?}", row.cells);
        Ok(())
    }

    fn end(&mut self, _: &Tally) -> Result<(), Infallible> {
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
    let rounds: u64 = std::env::var("DAMAGED_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(3);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ingest");
    let settings = Settings {
        kind: None,
        year: None,
        today: "2026-11-21".parse().unwrap(),
        headings: BTreeMap::new(),
        roles: BTreeMap::new(),
        offences: Vec::new(),
    };
    let dir = tempfile::tempdir().unwrap();
    for original in list_files(&[fixtures]).unwrap().files {
        let whole = fs::read(&original).unwrap();
        if whole.len() > 200_000 {
            continue;
        }
        for round in 0..rounds {
            let mut dice = Dice(round.wrapping_mul(7919) ^ whole.len() as u64);
            let mut bytes = whole.clone();
            match damage_part(&whole, &mut dice).filter(|_| round % 3 > 0) {
                Some(repacked) => bytes = repacked,
                None => damage(&mut bytes, &mut dice),
            }
            let path = dir.path().join(original.file_name().unwrap());
            fs::write(&path, &bytes).unwrap();
            let start = Instant::now();
            let _ = read_file(&path, Pass::All, &settings, &Roster::default(), &mut Swallow);
            assert!(start.elapsed() < Duration::from_secs(20), "{} in round {round}", original.display());
        }
    }
}
