//! How much longer reading a ledger takes than reading its cells: the same workbook through calamine's own cells reader
//! and through the whole reader into a sink, in turns, as a ratio.
//!
//! `cargo bench --bench xlsx` makes a workbook of 200,000 rows and twelve columns and measures. To take a larger one in
//! with the program itself and see its memory:
//!
//! ```text
//! cargo bench --bench xlsx -- book /tmp/回访.xlsx 500000
//! cargo bench --bench xlsx -- text /tmp/回访.csv 1000000
//! cargo build --release
//! target/release/huifang init /tmp/shop
//! /usr/bin/time -v target/release/huifang -C /tmp/shop import /tmp/回访.xlsx /tmp/花名册.csv
//! ```
//!
//! The ratio is to stay under 1.3, the memory under 100 MB beside SQLite's cache.

// Whoever measures wants to see what fails.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod ledger;

use calamine::{Reader, Xlsx, open_workbook};
use huifang::domain::Fact;
use huifang::ingest::{IngestSettings, Pass, ReadRow, SheetInfo, SheetTally, Sink, StaffFinder, read_file};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: u32 = 200_000;
const TURNS: usize = 7;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["book", path, rows] => return ledger::book(Path::new(path), rows.parse().unwrap()),
        ["text", path, rows] => return ledger::text(Path::new(path), rows.parse().unwrap()),
        _ => {}
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("回访.xlsx");
    ledger::book(&path, ROWS);
    let roster = roster(dir.path());
    let mut times = [Vec::new(), Vec::new()];
    for turn in 0..TURNS * 2 {
        let start = Instant::now();
        match turn % 2 {
            0 => assert_eq!(cells(&path), u64::from(ROWS + 1) * 12),
            _ => assert_eq!(rows(&path, &roster).0, u64::from(ROWS)),
        }
        times[turn % 2].push(start.elapsed());
    }
    let [cells, rows] = times.map(median);
    println!("cells alone {cells:?}, rows of a ledger {rows:?}: ratio {:.2}", rows.as_secs_f64() / cells.as_secs_f64());
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Every cell through calamine alone.
fn cells(path: &Path) -> u64 {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).unwrap();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        black_box(cell.get_value());
        count += 1;
    }
    count
}

/// Every row as an import reads it.
fn rows(path: &Path, roster: &StaffFinder) -> (u64, StaffFinder) {
    let settings = IngestSettings {
        kind: None,
        year: None,
        today: "2026-11-21".parse().unwrap(),
        headings: BTreeMap::new(),
        roles: BTreeMap::new(),
        offences: Vec::new(),
    };
    let mut sink = Counting(0, StaffFinder::default());
    read_file(path, Pass::All, &settings, roster, &mut sink).unwrap();
    (sink.0, sink.1)
}

fn roster(folder: &Path) -> StaffFinder {
    let path = folder.join(ledger::ROSTER);
    ledger::roster(&path);
    rows(&path, &StaffFinder::default()).1
}

struct Counting(u64, StaffFinder);

impl Sink for Counting {
    type Error = Infallible;

    fn sheet(&mut self, _: &SheetInfo) -> Result<(), Infallible> {
        Ok(())
    }

    fn row(&mut self, row: ReadRow) -> Result<(), Infallible> {
        self.0 += 1;
        if let Fact::Staff(staff) = &row.outcome.as_ref().unwrap().fact {
            self.1.add(staff);
        }
        black_box(row);
        Ok(())
    }

    fn end(&mut self, _: &SheetTally) -> Result<(), Infallible> {
        Ok(())
    }
}
