//! The same books, rewritten as people write them, give the same four reports row for row.
//!
//! Each book is imported twice: as plain CSV files with field ids, and as dice have rewritten it. What was done to it is
//! printed when the reports differ; `HUIFANG_SEEDS=100..200` tries others than the usual seeds.
#![allow(clippy::unwrap_used, clippy::panic)]

mod branch;
mod cases;
mod dice;
mod file;
mod ledger;
mod plan;
mod sheet;
mod shop;
mod values;
mod words;

use dice::Dice;
use ledger::Book;
use plan::rewritten;
use shop::{Plain, Shop};
use std::ops::Range;

/// Days the reports are read at.
const DAYS: [&str; 4] = ["2026-01-20", "2026-02-28", "2026-03-10", "2026-04-02"];

#[test]
fn the_worked_cases_rewritten_say_what_they_say_plain() {
    let books = [(0, 3), (1, 3), (2, 3)].map(|(first, step)| cases::joined("cases", first, step));
    assert_same(&books, seeds(0..12));
}

#[test]
fn a_branchs_books_rewritten_say_what_they_say_plain() {
    let books = [1, 2].map(|seed| branch::book(seed, 220));
    assert_same(&books, seeds(1_000..1_012));
}

fn seeds(usual: Range<u64>) -> Range<u64> {
    let asked = std::env::var("HUIFANG_SEEDS").ok();
    let asked = asked.and_then(|text| text.split_once("..").map(|(a, b)| a.parse().unwrap()..b.parse().unwrap()));
    asked.unwrap_or(usual)
}

fn assert_same(books: &[Book], seeds: Range<u64>) {
    let mut plain: Vec<Plain> = books.iter().map(Plain::of).collect();
    for seed in seeds {
        let mut dice = Dice::of(seed);
        let plain = &mut plain[seed as usize % books.len()];
        let batches = rewritten(&plain.book, &mut dice);
        let as_of = dice.pick(&DAYS);
        let shop = Shop::new();
        let outcome = shop.take_in(&batches, plain.book.lines.len(), &mut dice);
        let outcome = outcome.and_then(|()| plain.compare(&shop, as_of));
        if let Err(what) = outcome {
            let kept = shop.keep();
            panic!("seed {seed}, {as_of}, kept in {}\n{}\n\n{what}", kept.display(), dice.log.join("\n"));
        }
    }
}
