use super::cell::RawRow;
use crate::domain::Message;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// The rows of a sheet, one after the other. Rows with nothing in them may be left out; line numbers show it.
pub trait Rows {
    /// The next row; none at the sheet's end.
    ///
    /// # Errors
    /// What is damaged; nothing can be read after it.
    fn next(&mut self) -> Result<Option<RawRow>, Message>;
}

/// A sheet that can be read from its beginning as often as needed.
pub trait Sheet {
    /// Its rows.
    ///
    /// # Errors
    /// The sheet cannot be opened.
    fn rows(&mut self) -> Result<Box<dyn Rows + Send + '_>, Message>;
}

/// Rows of about this size are handed over together, in bytes.
const BATCH: usize = 256 << 10;
/// So many batches may wait.
const WAITING: usize = 4;

type Batch = Vec<Result<RawRow, Message>>;

/// Reads the rows on a thread of their own while the caller makes something of those already read.
pub fn ahead<T>(rows: Box<dyn Rows + Send + '_>, make: impl FnOnce(&mut dyn Rows) -> T) -> T {
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        scope.spawn(move || pump(rows, &sender));
        make(&mut Received { receiver, batch: Batch::new().into_iter() })
    })
}

fn pump(mut rows: Box<dyn Rows + Send + '_>, to: &SyncSender<Batch>) {
    let (mut batch, mut size) = (Batch::new(), 0);
    while let Some(row) = rows.next().transpose() {
        let text = |row: &RawRow| row.cells.iter().map(|cell| size_of_val(cell) + cell.text.len()).sum::<usize>();
        size += row.as_ref().map_or(0, text) + size_of::<RawRow>();
        let is_last = row.is_err();
        batch.push(row);
        if size > BATCH || is_last {
            // Nobody takes them any more: the sink has failed.
            if to.send(std::mem::take(&mut batch)).is_err() || is_last {
                return;
            }
            size = 0;
        }
    }
    drop(to.send(batch));
}

struct Received {
    receiver: Receiver<Batch>,
    batch: std::vec::IntoIter<Result<RawRow, Message>>,
}

impl Rows for Received {
    fn next(&mut self) -> Result<Option<RawRow>, Message> {
        loop {
            if let Some(row) = self.batch.next() {
                return row.map(Some);
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
    use crate::ingest::cell::Cell;

    struct Counted(u32, Option<u32>);

    impl Rows for Counted {
        fn next(&mut self) -> Result<Option<RawRow>, Message> {
            self.0 += 1;
            if self.1 == Some(self.0) {
                return Err(Message::new("ingest-book-damaged"));
            }
            let cells = vec![Cell::text(&"长".repeat(100))];
            Ok((self.0 <= 10_000).then_some(RawRow { line: self.0, further: 0, cells }))
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
}
