//! An old workbook's records, walked before the reader makes rectangles of them: whether they are whole, and what they would
//! unfold into.
//!
//! Guards calamine, which reserves the rectangle between the outermost cells and stops without a word at a record that is cut off.
//! The walk may go once calamine gives old workbooks cell by cell and says where one ends early; reading of records stays, for marks.

/// What the reader may need, in bytes.
const MOST_MEMORY: u64 = 600 << 20;
/// A record of the reader: a cell with its place, and a place in the rectangle.
const PER_CELL: u64 = 72;
const PER_PLACE: u64 = 32;
const PER_FORMULA_PLACE: u64 = 24;

/// Whether the stream is encrypted: then its records have their kinds and lengths, and nonsense inside.
pub fn is_encrypted(stream: &[u8]) -> bool {
    BiffRecords::of(stream).take_while(|record| record.kind != 0x000A).any(|record| record.kind == 0x002F)
}

/// What a walk through a `Workbook` stream has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WalkOutcome {
    /// Its parts begin and end as they should.
    Whole,
    /// A part breaks off, or is not where the workbook says: what can still be read is not all.
    Damaged,
    /// The reader would need more memory for it than for any ledger.
    TooLarge,
}

/// Walks through the stream: the workbook's own part, then every sheet.
pub fn walk(stream: &[u8]) -> WalkOutcome {
    let mut sheets = Vec::new();
    let mut strings = Vec::new();
    let mut book = BiffRecords::of(stream);
    let mut is_first = true;
    loop {
        let Some(record) = book.next().filter(|record| record.is_likely()) else { return WalkOutcome::Damaged };
        match record.kind {
            BEGIN if is_first => {}
            _ if is_first => return WalkOutcome::Damaged,
            SHEET => {
                let (Some(start), Some(kind)) = (u32_at(record.data, 0), record.data.get(5)) else {
                    return WalkOutcome::Damaged;
                };
                sheets.push((start as usize, *kind));
            }
            STRINGS => strings = shared(&record, stream),
            END => break,
            _ => {}
        }
        is_first = false;
    }
    let mut memory = (strings.len() as u64) * 24 + strings.iter().map(|len| u64::from(*len)).sum::<u64>() * 3;
    let mut walked = 0;
    for (start, kind) in sheets {
        let sheet = match (stream.get(start..), kind) {
            (Some(sheet), WITH_CELLS) => sheet,
            (None, WITH_CELLS) => return WalkOutcome::Damaged,
            _ => continue,
        };
        let sheet = match sheet_of(sheet, &strings) {
            Ok(sheet) => sheet,
            Err(why) => return why,
        };
        memory = memory.saturating_add(sheet.memory);
        walked += sheet.bytes;
        if memory > MOST_MEMORY || walked > 1 << 30 {
            return WalkOutcome::TooLarge;
        }
    }
    if memory <= MOST_MEMORY { WalkOutcome::Whole } else { WalkOutcome::TooLarge }
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00FC;
/// The kind of sheet that has cells; charts and macros are not read.
const WITH_CELLS: u8 = 0;

#[derive(Clone, Copy)]
struct Extent {
    top: u64,
    bottom: u64,
    left: u64,
    right: u64,
}

impl Extent {
    const NOTHING: Extent = Extent { top: u64::MAX, bottom: 0, left: u64::MAX, right: 0 };

    fn take_in(&mut self, row: u16, column: u16) {
        self.top = self.top.min(row.into());
        self.bottom = self.bottom.max(row.into());
        self.left = self.left.min(column.into());
        self.right = self.right.max(column.into());
    }

    fn places(self) -> u64 {
        if self.top == u64::MAX { 0 } else { (self.bottom - self.top + 1) * (self.right - self.left + 1) }
    }
}

/// What a sheet may need in memory, and how many bytes its records are.
struct SheetSize {
    memory: u64,
    bytes: u64,
}

/// Walks through the records of a sheet, which begin here.
fn sheet_of(sheet: &[u8], strings: &[u16]) -> Result<SheetSize, WalkOutcome> {
    let (mut cells, mut text, mut walked) = (0_u64, 0_u64, 0_u64);
    let (mut values, mut formulas) = (Extent::NOTHING, Extent::NOTHING);
    let mut claimed = 0;
    // Charts that lie in a sheet have a beginning and an end of their own.
    let mut depth = 0;
    let mut records = BiffRecords::of(sheet);
    loop {
        let Some(record) = records.next().filter(BiffRecord::is_likely) else { return Err(WalkOutcome::Damaged) };
        walked += record.data.len() as u64 + 4;
        match record.kind {
            BEGIN => depth += 1,
            _ if depth == 0 => return Err(WalkOutcome::Damaged),
            END if depth == 1 => break,
            END => depth -= 1,
            _ => {}
        }
        let place = || Some((u16_at(record.data, 0)?, u16_at(record.data, 2)?));
        match record.kind {
            // What the sheet says of its size is set aside at once.
            0x0200 => {
                let rows = u32_at(record.data, 4).unwrap_or(0).saturating_sub(u32_at(record.data, 0).unwrap_or(0));
                let columns = u16_at(record.data, 10).unwrap_or(0).saturating_sub(u16_at(record.data, 8).unwrap_or(0));
                claimed += u64::from(rows).max(1) * u64::from(columns).max(1);
            }
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 | 0x00BD => {
                let Some((row, column)) = place() else { return Err(WalkOutcome::Damaged) };
                values.take_in(row, column);
                cells += 1;
                if record.kind == 0x00FD && depth == 1 {
                    let string = u32_at(record.data, 6).and_then(|at| strings.get(at as usize));
                    // A text that is not there would be read as an empty cell.
                    let Some(len) = string else { return Err(WalkOutcome::Damaged) };
                    text += u64::from(*len) * 3;
                }
                if record.kind == 0x0006 {
                    formulas.take_in(row, column);
                    text += record.data.len() as u64 * 8;
                }
                if record.kind == 0x00BD {
                    let more = (record.data.len().saturating_sub(6) / 6) as u64;
                    values.take_in(row, column.saturating_add(u16::try_from(more).unwrap_or(u16::MAX)));
                    cells += more;
                }
            }
            _ => {}
        }
    }
    let set_aside = claimed.saturating_mul(40);
    let unfolded = cells * PER_CELL + values.places() * PER_PLACE + formulas.places() * PER_FORMULA_PLACE;
    match set_aside <= MOST_MEMORY {
        true => Ok(SheetSize { memory: unfolded + text, bytes: walked }),
        false => Err(WalkOutcome::TooLarge),
    }
}

/// The lengths of the shared strings, in characters.
fn shared(record: &BiffRecord<'_>, stream: &[u8]) -> Vec<u16> {
    let mut lengths = Vec::new();
    let mut parts = vec![record.data];
    let mut rest = &stream[record.end..];
    while let Some(next) = BiffRecords::of(rest).next().filter(|next| next.kind == 0x003C) {
        parts.push(next.data);
        rest = &rest[next.end..];
    }
    let mut parts = Parts { parts: &parts, at: 8 };
    while let Some((length, flags)) = parts.head() {
        lengths.push(length);
        let runs = if flags & 8 != 0 { parts.number(2) } else { 0 };
        let further = if flags & 4 != 0 { parts.number(4) } else { 0 };
        parts.characters(length.into(), flags & 1 != 0);
        parts.skip(runs * 4 + further);
    }
    lengths
}

/// The data of a record and of those that continue it.
struct Parts<'a> {
    parts: &'a [&'a [u8]],
    at: usize,
}

impl Parts<'_> {
    fn head(&mut self) -> Option<(u16, u8)> {
        while self.parts.first()?.len() <= self.at {
            self.parts = &self.parts[1..];
            self.at = 0;
        }
        let head = (u16_at(self.parts[0], self.at)?, *self.parts[0].get(self.at + 2)?);
        self.at += 3;
        Some(head)
    }

    fn number(&mut self, bytes: usize) -> usize {
        let Some(part) = self.parts.first() else { return 0 };
        let number = match bytes {
            2 => u16_at(part, self.at).map(usize::from),
            _ => u32_at(part, self.at).map(|number| number as usize),
        };
        self.at += bytes;
        number.unwrap_or(0)
    }

    fn characters(&mut self, mut left: usize, mut wide: bool) {
        while left > 0 {
            let Some(part) = self.parts.first() else { return };
            let width = if wide { 2 } else { 1 };
            let here = (part.len().saturating_sub(self.at) / width).min(left);
            self.at += here * width;
            left -= here;
            if left > 0 {
                // A string that goes on in the next record says there anew how wide its characters are.
                self.parts = &self.parts[1..];
                wide = self.parts.first().and_then(|part| part.first()).is_some_and(|flags| flags & 1 != 0);
                self.at = 1;
            }
        }
    }

    fn skip(&mut self, mut bytes: usize) {
        while let Some(part) = self.parts.first() {
            let here = part.len().saturating_sub(self.at);
            if bytes <= here {
                self.at += bytes;
                return;
            }
            bytes -= here;
            self.parts = &self.parts[1..];
            self.at = 0;
        }
    }
}

/// A record of a stream.
pub struct BiffRecord<'a> {
    pub kind: u16,
    pub data: &'a [u8],
    /// Where the next record begins.
    end: usize,
}

impl BiffRecord<'_> {
    /// Whether a spreadsheet program writes records of that kind and length: past damage there are others.
    fn is_likely(&self) -> bool {
        let len = self.data.len();
        match self.kind {
            END => len == 0,
            BEGIN => (4..=16).contains(&len),
            // Blank, number, boolean, shared text, number of fewer digits.
            0x0201 => len == 6,
            0x0203 => len == 14,
            0x0205 => len == 8,
            0x00FD | 0x027E => len == 10,
            // What said how the workbook was encrypted, blotted out when it was unlocked.
            0 => len >= 6 && self.data.iter().all(|byte| *byte == 0),
            _ => len <= 8_224 && self.kind < 0x1100,
        }
    }
}

/// The records of a stream, up to the first that is cut off.
pub struct BiffRecords<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> BiffRecords<'a> {
    /// Those from the beginning of these bytes.
    pub const fn of(stream: &'a [u8]) -> Self {
        BiffRecords { stream, at: 0 }
    }
}

impl<'a> Iterator for BiffRecords<'a> {
    type Item = BiffRecord<'a>;

    fn next(&mut self) -> Option<BiffRecord<'a>> {
        let kind = u16_at(self.stream, self.at)?;
        let len = usize::from(u16_at(self.stream, self.at + 2)?);
        let data = self.stream.get(self.at + 4..self.at + 4 + len)?;
        self.at += 4 + len;
        Some(BiffRecord { kind, data, end: self.at })
    }
}

/// Two bytes as a number; none beyond the end.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes as a number; none beyond the end.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    /// A workbook of so many sheets, all made of these records.
    fn books(sheets: usize, globals: &[u8], sheet: &[u8]) -> Vec<u8> {
        let (begin, end) = (record(BEGIN, &[0; 4]), record(END, &[]));
        let start = (begin.len() + sheets * 12 + globals.len() + 4) as u32;
        let bound = record(SHEET, &[&start.to_le_bytes()[..], &[0; 4]].concat());
        [&begin, &bound.repeat(sheets)[..], globals, &end, &begin, sheet, &end].concat()
    }

    fn is_bounded(stream: &[u8]) -> bool {
        walk(stream) != WalkOutcome::TooLarge
    }

    fn book(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
        books(1, globals, sheet)
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat())
    }

    #[test]
    fn cells_at_far_corners_make_a_large_rectangle() {
        assert!(is_bounded(&book(&[], &[number(0, 0), number(65_535, 20)].concat())));
        let corner = [number(0, 0), number(65_535, 255)].concat();
        assert!(is_bounded(&book(&[], &corner)));
        assert!(!is_bounded(&books(2, &[], &corner)));
    }

    #[test]
    fn a_password_is_told_from_a_large_sheet() {
        assert!(is_encrypted(&book(&record(0x002F, &[1, 0]), &number(0, 0))));
        assert!(!is_encrypted(&book(&[], &record(0x002F, &[1, 0]))));
    }

    #[test]
    fn what_breaks_off_or_is_not_there_is_damaged() {
        let two = [number(0, 0), number(1, 0)].concat();
        let whole = book(&[], &two);
        assert_eq!(walk(&whole), WalkOutcome::Whole);
        assert_eq!(walk(&whole[..whole.len() - 4]), WalkOutcome::Damaged, "no end");
        assert_eq!(walk(&whole[..whole.len() - 4 - number(1, 0).len()]), WalkOutcome::Damaged, "a row and the end");
        assert_eq!(walk(&whole[..whole.len() - 8]), WalkOutcome::Damaged, "in a record");
        let mut elsewhere = whole.clone();
        elsewhere[12] ^= 4;
        assert_eq!(walk(&elsewhere), WalkOutcome::Damaged, "a sheet that is not where it should be");
        let text = record(0x00FD, &[0; 10]);
        assert_eq!(walk(&book(&[], &text)), WalkOutcome::Damaged, "a text that is not there");
        let chart = [record(BEGIN, &[0; 4]), record(END, &[])].concat();
        assert_eq!(walk(&book(&[], &[number(0, 0), chart, number(1, 0)].concat())), WalkOutcome::Whole);
    }

    #[test]
    fn claimed_sizes_are_not_believed() {
        let claim =
            record(0x0200, &[&0_u32.to_le_bytes()[..], &u32::MAX.to_le_bytes(), &[0, 0, 255, 255, 0, 0]].concat());
        assert!(!is_bounded(&book(&[], &claim)));
    }

    #[test]
    fn a_long_string_shared_by_many_cells_counts_each_time() {
        let long = [&[1, 0, 0, 0, 1, 0, 0, 0][..], &8_000_u16.to_le_bytes(), &[0], &[b'a'; 8_000]].concat();
        let strings = record(0x00FC, &long);
        let label = |row: u16| record(0x00FD, &[&row.to_le_bytes()[..], &[0; 8]].concat());
        let labels = |count: u16| (0..count).flat_map(label).collect::<Vec<u8>>();
        assert!(is_bounded(&book(&strings, &labels(1_000))));
        assert!(!is_bounded(&book(&strings, &labels(60_000))));
    }

    #[test]
    fn strings_go_on_in_the_next_record() {
        let first = record(0x00FC, &[&[0; 8][..], &3_u16.to_le_bytes(), &[0], b"ab"].concat());
        let further = record(0x003C, &[&[1, b'c', 0][..], &1_u16.to_le_bytes(), &[0], b"d"].concat());
        let stream = [first, further].concat();
        let record = BiffRecords::of(&stream).next().unwrap();
        assert_eq!(shared(&record, &stream), [3, 1]);
    }
}
