//! Papers that somebody left blank.

use crate::domain::{Books, Entry, Fact, Field, Kind, Message, Sale};
use crate::ingest::field_named;
use crate::policy::Observation;
use chrono::NaiveDate;

/// The columns that say when papers were handed in and entered, and by whom.
const PAPERS: [(Kind, Field); 7] = [
    (Kind::Signup, Field::Reported),
    (Kind::Signup, Field::Entered),
    (Kind::Signup, Field::EnteredBy),
    (Kind::Sale, Field::HandedIn),
    (Kind::Sale, Field::HandedInBy),
    (Kind::Sale, Field::Entered),
    (Kind::Sale, Field::EnteredBy),
];

/// Papers without a date or without a name: they prove nothing against anybody, but somebody left them blank.
pub fn blanks(books: &Books, as_of: NaiveDate) -> Vec<Observation> {
    let dated = |entry: &&Entry| entry.record.at.is_some_and(|at| at.date <= as_of);
    let count = |(kind, field): (Kind, Field)| {
        let rows = books.entries.iter().filter(dated).filter(|entry| has_paper(&entry.record.fact, kind));
        let (rows, blank) = rows.fold((0_usize, 0_usize), |(rows, blank), entry| {
            (rows + 1, blank + usize::from(entry.record.fact.value(field).is_none()))
        });
        let message = Message::new("cli-check-blank")
            .with("kind", Message { key: kind_key(kind), args: Vec::new() })
            .with("field", field_named(kind, field))
            .with("blank", blank)
            .with("rows", rows);
        (blank > 0).then_some(Observation { message, rows: Vec::new() })
    };
    PAPERS.into_iter().filter_map(count).collect()
}

/// Whether it is a row of that ledger and has a paper behind it: sales elsewhere than at meetings have no list to hand in.
fn has_paper(fact: &Fact, kind: Kind) -> bool {
    fact.kind() == kind && fact.row::<Sale>().is_none_or(Sale::at_meeting)
}

fn kind_key(kind: Kind) -> &'static str {
    if kind == Kind::Sale { "report-kind-sale" } else { "report-kind-signup" }
}
