//! What every reader of a format gives: sheets, and rows of cells.

use crate::domain::Message;
use crate::ingest::answer::ReadRow;
use crate::ingest::cell::RawRow;
use crate::ingest::format::marks::Marks;
use crate::ingest::format::reader_cells::ReaderRow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// A row as its reader gives it.
pub enum SourceRow<'a> {
    Row(RawRow),
    /// Only its cells, of which one is still to be made.
    Cells(ReaderRow<'a>),
}

impl SourceRow<'_> {
    /// The row's cells; none for a stretch of blank rows.
    pub fn row(self) -> RawRow {
        match self {
            SourceRow::Row(row) => row,
            SourceRow::Cells(cells) => cells.row(),
        }
    }
}

/// The rows of a sheet, one after the other. Rows with nothing in them may be left out; line numbers show it.
pub trait SheetRows<'a> {
    /// The next row; none at the sheet's end.
    ///
    /// # Errors
    /// What is damaged; nothing can be read after it.
    fn next(&mut self) -> Result<Option<SourceRow<'a>>, Message>;
}

/// A sheet that can be read from its beginning as often as needed.
pub trait SheetReader {
    /// Its rows.
    ///
    /// # Errors
    /// The sheet cannot be opened.
    fn rows(&mut self) -> Result<Box<dyn SheetRows<'_> + Send + '_>, Message>;

    /// What its cells bear beside their values; text bears nothing.
    ///
    /// # Errors
    /// The sheet cannot be looked through.
    fn marks(&mut self) -> Result<Marks, Message> {
        Ok(Marks::default())
    }
}

/// Things of about this size are handed over together, in bytes.
const BATCH: usize = 64 << 10;
/// So many batches may wait.
const WAITING: usize = 4;

/// What is handed from one thread to another, and how much memory it holds, in bytes.
pub trait Load: Send {
    fn size(&self) -> usize;
}

impl Load for Result<SourceRow<'_>, Message> {
    fn size(&self) -> usize {
        let text = |row: &RawRow| row.cells.iter().map(|cell| size_of_val(cell) + cell.text.len()).sum();
        let inside = match self {
            Ok(SourceRow::Row(row)) => text(row),
            Ok(SourceRow::Cells(cells)) => cells.size(),
            Err(_) => 0,
        };
        inside + size_of_val(self)
    }
}

impl Load for ReadRow {
    fn size(&self) -> usize {
        self.cells.iter().map(|cell| size_of_val(cell) + cell.len()).sum::<usize>() + size_of_val(self)
    }
}

/// Where a thread puts what it has made for another.
pub struct BatchSender<T> {
    to: SyncSender<Vec<T>>,
    batch: Vec<T>,
    size: usize,
}

impl<T: Load> BatchSender<T> {
    fn new() -> (BatchSender<T>, Receiver<Vec<T>>) {
        let (to, from) = sync_channel(WAITING);
        (BatchSender { to, batch: Vec::new(), size: 0 }, from)
    }

    /// Hands it over, now or soon; says whether anybody still takes it.
    #[must_use]
    pub fn put(&mut self, item: T) -> bool {
        self.size += item.size();
        self.batch.push(item);
        self.size <= BATCH || self.flush()
    }

    fn flush(&mut self) -> bool {
        self.size = 0;
        self.to.send(std::mem::take(&mut self.batch)).is_ok()
    }
}

/// Reads the rows on a thread of their own while the caller makes something of those already read.
pub fn ahead<'a, T>(rows: Box<dyn SheetRows<'a> + Send + 'a>, make: impl FnOnce(&mut ReadAhead<'a>) -> T) -> T {
    thread::scope(|scope| {
        let (outlet, receiver) = BatchSender::new();
        let reader = scope.spawn(move || pump(rows, outlet));
        let made = make(&mut ReadAhead { receiver, batch: Vec::new().into_iter() });
        // The scope only waits for what the thread does; joined, it is gone with all that it held.
        match reader.join() {
            Ok(()) => made,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

fn pump<'a>(mut rows: Box<dyn SheetRows<'a> + Send + 'a>, mut to: BatchSender<Result<SourceRow<'a>, Message>>) {
    while let Some(row) = rows.next().transpose() {
        let is_last = row.is_err();
        if !to.put(row) || is_last {
            break;
        }
    }
    to.flush();
}

/// Makes things on a thread of their own while the caller takes those already made. An error of the taker's ends both.
pub fn beside<T: Load, R: Send, E>(
    make: impl FnOnce(&mut BatchSender<T>) -> R + Send,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<R, E> {
    thread::scope(|scope| {
        let (mut outlet, receiver) = BatchSender::new();
        let maker = scope.spawn(move || {
            let made = make(&mut outlet);
            outlet.flush();
            made
        });
        // Gone with an error, the receiver tells the maker that nobody takes any more.
        receiver.into_iter().flatten().try_for_each(&mut take)?;
        maker.join().or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Rows that are read ahead.
pub struct ReadAhead<'a> {
    receiver: Receiver<Vec<Result<SourceRow<'a>, Message>>>,
    batch: std::vec::IntoIter<Result<SourceRow<'a>, Message>>,
}

impl ReadAhead<'_> {
    /// The next row; none at the sheet's end.
    ///
    /// # Errors
    /// What is damaged; nothing can be read after it.
    pub fn next(&mut self) -> Result<Option<RawRow>, Message> {
        loop {
            if let Some(line) = self.batch.next() {
                return line.map(|line| Some(line.row()));
            }
            match self.receiver.recv() {
                Ok(batch) => self.batch = batch.into_iter(),
                Err(_) => return Ok(None),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::cell::RawCell;

    struct Counted(u32, Option<u32>);

    impl SheetRows<'_> for Counted {
        fn next(&mut self) -> Result<Option<SourceRow<'static>>, Message> {
            self.0 += 1;
            if self.1 == Some(self.0) {
                return Err(Message::new("ingest-book-damaged"));
            }
            let cells = vec![RawCell::text(&"长".repeat(100))];
            let row = RawRow { line: self.0, cells, ..RawRow::default() };
            Ok((self.0 <= 10_000).then_some(SourceRow::Row(row)))
        }
    }

    fn lines(rows: Counted, take: usize) -> (Vec<u32>, bool) {
        ahead(Box::new(rows), |rows| {
            let mut lines = Vec::new();
            while lines.len() < take {
                match rows.next() {
                    Ok(Some(row)) => lines.push(row.line),
                    Ok(None) => return (lines, false),
                    Err(_) => return (lines, true),
                }
            }
            (lines, false)
        })
    }

    #[test]
    fn rows_read_ahead_come_in_order_with_what_is_wrong_at_its_place() {
        assert_eq!(lines(Counted(0, None), usize::MAX), ((1..=10_000).collect(), false));
        assert_eq!(lines(Counted(0, Some(5_001)), usize::MAX), ((1..=5_000).collect(), true));
        assert_eq!(lines(Counted(0, None), 3), (vec![1, 2, 3], false));
    }

    struct Heavy(u32);

    impl Load for Heavy {
        fn size(&self) -> usize {
            BATCH / 3
        }
    }

    fn taken(until: u32) -> (Vec<u32>, Result<bool, u32>) {
        let mut taken = Vec::new();
        let make = |outlet: &mut BatchSender<Heavy>| (0..10_000).all(|at| outlet.put(Heavy(at)));
        let end = beside(make, |Heavy(at)| {
            taken.push(at);
            if at == until { Err(at) } else { Ok(()) }
        });
        (taken, end)
    }

    #[test]
    fn what_is_made_beside_is_taken_in_order_until_the_taker_fails() {
        assert_eq!(taken(u32::MAX), ((0..10_000).collect(), Ok(true)));
        assert_eq!(taken(7), ((0..=7).collect(), Err(7)));
    }
}
