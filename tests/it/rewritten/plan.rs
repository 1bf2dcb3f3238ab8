//! Which rows go into which file, and when the files come.

use super::dice::Dice;
use super::file::{delimited, workbook};
use super::ledger::{Book, Line};
use super::sheet::{Grid, beside, grid, repeated};
use super::values::Hand;
use super::words::names;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Files by name, in the order in which they are to be taken in.
pub type Files = Vec<(String, Vec<u8>)>;

/// How a book is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// A table for each kind.
    Kinds,
    /// Each kind in some files, of which each begins with rows of the one before.
    Overlapping,
    /// Tables of so many days.
    Days(i64),
}

/// A book in other people's hands.
pub struct Rewritten {
    /// What comes with each import.
    pub batches: Vec<Files>,
    /// The year that whoever imports says dates are of.
    pub year: Option<i32>,
}

/// Writes the book anew.
pub fn rewritten(book: &Book, dice: &mut Dice) -> Rewritten {
    dice.log.push(book.name.clone());
    let year = dice.tries(25, "--year").then_some(2026);
    let book =
        &if !book.has_ties && dice.tries(40, "negative boxes") { with_negative_boxes(book) } else { book.clone() };
    let parts = dice.choose(&[Parts::Kinds, Parts::Overlapping, Parts::Days(1), Parts::Days(7), Parts::Days(30)]);
    let mut tables = tables(book, parts, dice);
    let batches = dice.choose(&[1, 1, 2, 3]);
    if !book.has_ties && dice.tries(70, "shuffled rows and files") {
        tables.iter_mut().for_each(|table| dice.shuffle(table));
        dice.shuffle(&mut tables);
    }
    if batches > 1 {
        // Nobody may be named before they are on a roster.
        tables.sort_by_key(|table| table[0].kind != "staff");
    }
    let verdicts: Vec<&Line> = book.lines.iter().filter(|line| line.names_violation()).collect();
    tables.extend(Some(verdicts).filter(|lines| !lines.is_empty()));
    let files = files(tables, parts, (&book.staff(), year), dice);
    let count = files.len().div_ceil(batches);
    let mut files = files.into_iter().peekable();
    let mut all = Vec::new();
    while files.peek().is_some() {
        all.push(files.by_ref().take(count).collect());
    }
    Rewritten { batches: all, year }
}

/// Goods brought back as those write it who have one list for both.
fn with_negative_boxes(book: &Book) -> Book {
    let mut book = book.clone();
    let fits =
        |line: &&mut Line| line.kind == "return" && !line.get("staff").is_empty() && line.get("reason").is_empty();
    for line in book.lines.iter_mut().filter(fits) {
        line.kind = "sale";
        for field in ["boxes", "amount"] {
            line.fields.entry(field.to_owned()).and_modify(|value| value.insert(0, '-'));
        }
    }
    book
}

fn tables<'b>(book: &'b Book, parts: Parts, dice: &mut Dice) -> Vec<Vec<&'b Line>> {
    let lines = book.lines.iter().filter(|line| !line.names_violation());
    let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let period = |line: &Line| match parts {
        Parts::Days(days) => line.day().parse().map_or(-1, |day: NaiveDate| (day - start).num_days().div_euclid(days)),
        Parts::Kinds | Parts::Overlapping => 0,
    };
    let mut by_period: BTreeMap<(i64, &str), Vec<&Line>> = BTreeMap::new();
    lines.for_each(|line| by_period.entry((period(line), line.kind)).or_default().push(line));
    let whole = by_period.into_values();
    match parts {
        Parts::Overlapping => whole.flat_map(|lines| overlapping(&lines, dice)).collect(),
        Parts::Kinds | Parts::Days(_) => whole.collect(),
    }
}

/// Parts of which each but the first begins with rows of the one before. Equal rows stay together: how many a file holds
/// is what counts.
fn overlapping<'b>(lines: &[&'b Line], dice: &mut Dice) -> Vec<Vec<&'b Line>> {
    let count = if lines.len() < 6 { 1 } else { 1 + dice.below(3) };
    let whole = |mut at: usize| {
        while at > 0 && at < lines.len() && lines[at - 1] == lines[at] {
            at -= 1;
        }
        at
    };
    let part = |number: usize| {
        let start = whole((lines.len() * number / count).saturating_sub(if number == 0 { 0 } else { dice.below(4) }));
        lines[start..whole(lines.len() * (number + 1) / count)].to_vec()
    };
    (0..count).map(part).filter(|part| !part.is_empty()).collect()
}

/// Names of the staff by number, and the year that whoever imports says.
type Known<'a> = (&'a BTreeMap<String, String>, Option<i32>);

fn files(tables: Vec<Vec<&Line>>, parts: Parts, known: Known<'_>, dice: &mut Dice) -> Files {
    let mut tables = tables.into_iter().peekable();
    let mut files = Files::new();
    while let Some(first) = tables.next() {
        let mut together = vec![first];
        let most = dice.pick(&[1, 1, 2, 4]);
        // Of one file all equal rows count: parts that overlap are parts of different files.
        let kinds = |together: &[Vec<&Line>]| together.iter().map(|lines| lines[0].kind).collect::<BTreeSet<_>>();
        while together.len() < most
            && let Some(next) =
                tables.next_if(|next| parts != Parts::Overlapping || !kinds(&together).contains(next[0].kind))
        {
            together.push(next);
        }
        dice.log.push(String::new());
        let number = files.len();
        let (name, bytes) = file(number, &together, known, dice);
        if let Some(line) = dice.log.last_mut() {
            *line = format!("{name}: {}", line.trim_start_matches([',', ' ']));
        }
        files.push((name, bytes));
    }
    files
}

/// One file: a table as text, two beside each other, or sheets of a workbook.
fn file(number: usize, tables: &[Vec<&Line>], (staff, asked): Known<'_>, dice: &mut Dice) -> (String, Vec<u8>) {
    let (first, is_workbook) = (&tables[0], tables.len() > 2 || dice.chance(45));
    let year = first[0].day().get(..4).and_then(|year| year.parse().ok()).filter(|_| dice.chance(30));
    let hand = Hand { is_workbook, year: asked.or(year), staff };
    let stamp = year.map(|year| format!("{year}年")).unwrap_or_default();
    let kind = first[0].kind;
    let by_id = dice.chance(30);
    let called = |named: bool, dice: &mut Dice| match (named, by_id) {
        (true, true) => kind.to_owned(),
        (true, false) => dice.pick(names(kind)).to_owned(),
        (false, _) => "台账".to_owned(),
    };
    let (name, sheets) = match tables {
        [table] if table.len() > 1 && dice.tries(15, "twice the same headings") => {
            (called(true, dice), vec![("表1".to_owned(), repeated(table, &hand, dice))])
        }
        [table] => {
            let named = dice.chance(60);
            let name = called(named, dice);
            (name, vec![("Sheet1".to_owned(), grid(table, named, true, &hand, dice))])
        }
        [left, right] if !is_workbook || dice.chance(40) => {
            dice.note("side by side");
            let (left, right) = (grid(left, false, false, &hand, dice), grid(right, false, false, &hand, dice));
            (called(false, dice), vec![("日报".to_owned(), beside(left, right, 1 + dice.below(2)))])
        }
        several => (called(false, dice), several.iter().enumerate().map(|it| named_sheet(it, &hand, dice)).collect()),
    };
    let (ending, bytes) = match is_workbook {
        true => ("xlsx", workbook(&sheets, dice)),
        false => delimited(&sheets[0].1, dice),
    };
    (format!("{number:03}_{stamp}{name}.{ending}"), bytes)
}

fn named_sheet((number, lines): (usize, &Vec<&Line>), hand: &Hand<'_>, dice: &mut Dice) -> (String, Grid) {
    let named = dice.chance(70);
    let name =
        if named { format!("{}{}", dice.pick(names(lines[0].kind)), number + 1) } else { format!("表{}", number + 1) };
    (name, grid(lines, named, true, hand, dice))
}
