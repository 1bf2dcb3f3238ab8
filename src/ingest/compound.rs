//! The chains of sectors in an OLE file, checked before a reader follows them: one that loops would never end.

use crate::domain::Message;
use std::collections::BTreeSet;

/// No old workbook is larger.
pub const LARGEST: u64 = 256 << 20;

const FREE: u32 = 0xFFFF_FFFA;

/// The names of the streams, if every chain of sectors ends and stays inside the file.
///
/// # Errors
/// The file is damaged, or too large.
pub fn streams(bytes: &[u8]) -> Result<Vec<String>, Message> {
    if bytes.len() as u64 > LARGEST {
        return Err(Message::new("ingest-book-large"));
    }
    Compound::read(bytes).ok_or_else(|| Message::new("ingest-book-damaged").with("error", "OLE"))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
    fat: Vec<u32>,
}

impl Compound<'_> {
    fn read(bytes: &[u8]) -> Option<Vec<String>> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Compound { bytes, size, fat: Vec::new() };
        let tables = file.tables()?;
        for id in tables {
            let sector = file.sector(id)?.to_vec();
            file.fat.extend(sector.chunks_exact(4).filter_map(|entry| u32_at(entry, 0)));
        }
        let directory: Vec<u8> = file
            .chain(u32_at(bytes, 48)?, &file.fat)?
            .into_iter()
            .flat_map(|id| file.sector(id))
            .flatten()
            .copied()
            .collect();
        let mini = file.chain(u32_at(bytes, 60)?, &file.fat)?;
        let mini: Vec<u32> = mini
            .into_iter()
            .flat_map(|id| file.sector(id))
            .flat_map(|sector| sector.chunks_exact(4).filter_map(|entry| u32_at(entry, 0)).collect::<Vec<_>>())
            .collect();
        let mut names = Vec::new();
        for (at, entry) in directory.chunks_exact(128).enumerate() {
            let kind = entry[66];
            let start = u32_at(entry, 116)?;
            let length = u32_at(entry, 120)?;
            if !matches!(kind, 2 | 5) {
                continue;
            }
            let table = if kind == 2 && length < 4096 { &mini } else { &file.fat };
            if length > 0 || at == 0 {
                file.chain(start, table)?;
            }
            let units = usize::from(u16_at(entry, 64)?).min(64) / 2;
            let name: Vec<u16> = (0..units.saturating_sub(1)).filter_map(|unit| u16_at(entry, unit * 2)).collect();
            names.push(String::from_utf16_lossy(&name));
        }
        Some(names)
    }

    fn sector(&self, id: u32) -> Option<&[u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.size)?;
        // The last sector of a file that was cut off may be short.
        let end = start.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors that hold the allocation table.
    fn tables(&self) -> Option<Vec<u32>> {
        let mut ids: Vec<u32> =
            (0..109).filter_map(|at| u32_at(self.bytes, 76 + at * 4)).filter(|id| *id < FREE).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut seen = BTreeSet::new();
        while next < FREE {
            if !seen.insert(next) {
                return None;
            }
            let sector = self.sector(next)?;
            let (last, entries) = sector
                .chunks_exact(4)
                .filter_map(|entry| u32_at(entry, 0))
                .collect::<Vec<_>>()
                .split_last()
                .map(|(last, rest)| (*last, rest.to_vec()))?;
            ids.extend(entries.into_iter().filter(|id| *id < FREE));
            next = last;
        }
        let unique: BTreeSet<u32> = ids.iter().copied().collect();
        (unique.len() == ids.len()).then_some(ids)
    }

    /// The sectors of a chain; none if it loops or leaves the table.
    fn chain(&self, start: u32, table: &[u32]) -> Option<Vec<u32>> {
        let mut ids = Vec::new();
        let mut next = start;
        while next < FREE {
            if ids.len() > table.len() {
                return None;
            }
            ids.push(next);
            next = *table.get(next as usize)?;
        }
        Some(ids)
    }
}
