//! OLE files, looked through before a reader follows their chains of sectors: one that loops would never end.

use crate::domain::Message;
use std::collections::BTreeSet;

/// No old workbook is larger, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// From here on numbers of sectors mean something else.
const RESERVED: u32 = 0xFFFF_FFFA;

/// An OLE file whose chains all end and stay inside the file.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    table: Vec<u32>,
    /// What is short lies in smaller sectors, all in one chain.
    mini_table: Vec<u32>,
    mini: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect()
}

fn damaged() -> Message {
    Message::new("ingest-book-damaged")
}

impl<'a> Compound<'a> {
    /// Looks through the file.
    ///
    /// # Errors
    /// It is too large, or damaged: its tables or its directory loop or leave the file.
    pub fn read(bytes: &'a [u8]) -> Result<Compound<'a>, Message> {
        if bytes.len() as u64 > LARGEST {
            return Err(Message::new("ingest-book-large"));
        }
        Self::opened(bytes).ok_or_else(damaged)
    }

    fn opened(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let sector_size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let (table, mini_table) = (Vec::new(), Vec::new());
        let mut file = Compound { bytes, sector_size, table, mini_table, mini: Vec::new(), entries: Vec::new() };
        for id in file.table_sectors()? {
            let sector = numbers(file.sector(id)?);
            file.table.extend(sector);
        }
        let directory = file.chain(u32_at(bytes, 48)?)?;
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let root = file.entries.first()?.start;
        if u32_at(bytes, 64)? > 0 {
            file.mini_table = numbers(&file.chain(u32_at(bytes, 60)?)?);
            file.mini = file.chain(root)?;
        }
        Some(file)
    }

    /// Whether it has a stream or folder of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The stream of that name, if there is one.
    pub fn stream(&self, name: &str) -> Option<Result<Vec<u8>, Message>> {
        let entry = self.entry(name)?;
        let found = if entry.length < 4096 { self.mini_chain(entry.start) } else { self.chain(entry.start) };
        Some(found.ok_or_else(damaged).map(|mut bytes| {
            bytes.truncate(entry.length);
            bytes
        }))
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector_size)?;
        // The last sector of a file may be short.
        self.bytes.get(start..start.checked_add(self.sector_size)?.min(self.bytes.len()))
    }

    /// The sectors that hold the table of chains.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let mut ids: Vec<u32> = numbers(self.bytes.get(76..512)?);
        let mut seen = BTreeSet::new();
        let mut next = u32_at(self.bytes, 68)?;
        while next < RESERVED {
            if !seen.insert(next) {
                return None;
            }
            let mut further = numbers(self.sector(next)?);
            next = further.pop()?;
            ids.extend(further);
        }
        ids.retain(|id| *id < RESERVED);
        let different: BTreeSet<&u32> = ids.iter().collect();
        (different.len() == ids.len()).then_some(ids)
    }

    /// What a chain of sectors holds; none if it loops or leaves the file.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let ids = follow(start, &self.table)?;
        let mut bytes = Vec::with_capacity(ids.len() * self.sector_size);
        for id in ids {
            bytes.extend_from_slice(self.sector(id)?);
        }
        Some(bytes)
    }

    fn mini_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for id in follow(start, &self.mini_table)? {
            let start = (id as usize).checked_mul(64)?;
            bytes.extend_from_slice(self.mini.get(start..(start + 64).min(self.mini.len()))?);
        }
        Some(bytes)
    }
}

/// The sectors of a chain; none if it loops or leaves the table.
fn follow(start: u32, table: &[u32]) -> Option<Vec<u32>> {
    let mut ids = Vec::new();
    let mut next = start;
    while next < RESERVED {
        if ids.len() > table.len() {
            return None;
        }
        ids.push(next);
        next = *table.get(next as usize)?;
    }
    Some(ids)
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let name: Vec<u16> = (0..32).filter_map(|unit| u16_at(bytes, unit * 2)).take_while(|unit| *unit != 0).collect();
    let length = u32_at(bytes, 120)? as usize;
    Some(Entry { name: String::from_utf16_lossy(&name), start: u32_at(bytes, 116)?, length })
}
