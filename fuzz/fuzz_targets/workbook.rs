#![no_main]

mod reading;

use libfuzzer_sys::{Corpus, fuzz_target};
use reading::Reader;

thread_local!(static READER: Reader = Reader::new("ledger.xlsx"));

// Workbooks of every format by their content, and archives and compound files that are none.
fuzz_target!(|bytes: &[u8]| -> Corpus {
    if !bytes.starts_with(b"PK") && !bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Corpus::Reject;
    }
    READER.with(|reader| reader.read(bytes));
    Corpus::Keep
});
