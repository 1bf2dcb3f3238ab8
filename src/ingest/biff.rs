//! What an old workbook would unfold into, read off its records before the reader makes rectangles of them.

/// What the reader may need, in bytes.
const MOST_MEMORY: u64 = 600 << 20;
/// A record of the reader: a cell with its place, and a place in the rectangle.
const PER_CELL: u64 = 72;
const PER_PLACE: u64 = 32;
const PER_FORMULA_PLACE: u64 = 24;

/// Whether the stream is encrypted: then its records have their kinds and lengths, and nonsense inside.
pub fn is_encrypted(stream: &[u8]) -> bool {
    Records::of(stream).take_while(|record| record.kind != 0x000A).any(|record| record.kind == 0x002F)
}

/// Whether the reader may unfold the sheets of this `Workbook` stream. What is damaged is left to the reader to say.
pub fn is_bounded(stream: &[u8]) -> bool {
    let mut starts = Vec::new();
    let mut strings = Vec::new();
    for record in Records::of(stream) {
        match record.kind {
            0x0085 => starts.push(u32_at(record.data, 0).unwrap_or(u32::MAX) as usize),
            0x00FC => strings = shared(&record, stream),
            0x000A => break,
            _ => {}
        }
    }
    let mut memory = (strings.len() as u64) * 24 + strings.iter().map(|len| u64::from(*len)).sum::<u64>() * 3;
    let mut walked = 0;
    for start in starts {
        let Some(sheet) = stream.get(start..) else { continue };
        let Some((needed, read)) = sheet_memory(sheet, &strings) else { return false };
        memory = memory.saturating_add(needed);
        walked += read;
        if memory > MOST_MEMORY || walked > 1 << 30 {
            return false;
        }
    }
    memory <= MOST_MEMORY
}

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

/// What a sheet may need and how many bytes it is; none if it claims a size no sheet has.
fn sheet_memory(sheet: &[u8], strings: &[u16]) -> Option<(u64, u64)> {
    let (mut cells, mut text, mut walked) = (0_u64, 0_u64, 0_u64);
    let (mut values, mut formulas) = (Extent::NOTHING, Extent::NOTHING);
    let mut claimed = 0;
    for record in Records::of(sheet) {
        walked += record.data.len() as u64 + 4;
        let place = || Some((u16_at(record.data, 0)?, u16_at(record.data, 2)?));
        match record.kind {
            0x000A => break,
            // What the sheet says of its size is set aside at once.
            0x0200 => {
                let rows = u32_at(record.data, 4).unwrap_or(0).saturating_sub(u32_at(record.data, 0).unwrap_or(0));
                let columns = u16_at(record.data, 10).unwrap_or(0).saturating_sub(u16_at(record.data, 8).unwrap_or(0));
                claimed += u64::from(rows).max(1) * u64::from(columns).max(1);
            }
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 | 0x00BD => {
                let Some((row, column)) = place() else { continue };
                values.take_in(row, column);
                cells += 1;
                if record.kind == 0x00FD {
                    let string = u32_at(record.data, 6).and_then(|at| strings.get(at as usize));
                    text += string.map_or(0, |len| u64::from(*len) * 3);
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
    (set_aside <= MOST_MEMORY).then_some((unfolded + text, walked))
}

/// The lengths of the shared strings, in characters.
fn shared(record: &Record<'_>, stream: &[u8]) -> Vec<u16> {
    let mut lengths = Vec::new();
    let mut parts = vec![record.data];
    let mut rest = &stream[record.end..];
    while let Some(next) = Records::of(rest).next().filter(|next| next.kind == 0x003C) {
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
pub struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
    /// Where the next record begins.
    end: usize,
}

/// The records of a stream, up to the first that is cut off.
pub struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// Those from the beginning of these bytes.
    pub const fn of(stream: &'a [u8]) -> Self {
        Records { stream, at: 0 }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.stream, self.at)?;
        let len = usize::from(u16_at(self.stream, self.at + 2)?);
        let data = self.stream.get(self.at + 4..self.at + 4 + len)?;
        self.at += 4 + len;
        Some(Record { kind, data, end: self.at })
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
        let start = (sheets * 12 + globals.len() + 4) as u32;
        let bound = record(0x0085, &[&start.to_le_bytes()[..], &[0; 4]].concat());
        [&bound.repeat(sheets), globals, &record(0x000A, &[]), sheet, &record(0x000A, &[])].concat()
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
        let record = Records::of(&stream).next().unwrap();
        assert_eq!(shared(&record, &stream), [3, 1]);
    }
}
