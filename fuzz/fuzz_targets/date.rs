#![no_main]

use huifang::ingest::single;
use libfuzzer_sys::fuzz_target;

// What is read as a date reads the same as the program itself writes it, with or without a year to fall back on.
fuzz_target!(|cell: &str| {
    let Some((date, time)) = single::date(cell, None) else {
        single::date(cell, Some(2026));
        return;
    };
    assert_eq!(single::date(cell, Some(2027)), Some((date, time)));
    let written = match time {
        Some(time) => format!("{date} {time}"),
        None => date.to_string(),
    };
    // Years of more or fewer than four digits are no years of ledgers.
    if written.len() <= 19 && !written.starts_with(['-', '+', '0']) {
        assert_eq!(single::date(&written, None), Some((date, time)), "{written}");
    }
});
