//! Papers that somebody left blank.

use crate::domain::{Books, Entry, Fact, Field, Kind, Message, Sale, Signup};
use crate::ingest::field_named;
use crate::policy::Observation;
use chrono::NaiveDate;

/// Papers without a date or without a name: they prove nothing against anybody, but somebody left them blank.
pub fn blanks(books: &Books, as_of: NaiveDate) -> Vec<Observation> {
    type Blank = (Kind, Field, fn(&Fact) -> Option<bool>);
    const FIELDS: [Blank; 7] = [
        (Kind::Signup, Field::Reported, |fact| Some(signup(fact)?.reported.is_none())),
        (Kind::Signup, Field::Entered, |fact| Some(signup(fact)?.entered.is_none())),
        (Kind::Signup, Field::EnteredBy, |fact| Some(signup(fact)?.entered_by.is_none())),
        (Kind::Sale, Field::HandedIn, |fact| Some(listed(fact)?.handed_in.is_none())),
        (Kind::Sale, Field::HandedInBy, |fact| Some(listed(fact)?.handed_in_by.is_none())),
        (Kind::Sale, Field::Entered, |fact| Some(listed(fact)?.entered.is_none())),
        (Kind::Sale, Field::EnteredBy, |fact| Some(listed(fact)?.entered_by.is_none())),
    ];
    let dated = |entry: &&Entry| entry.record.at.is_some_and(|at| at.date <= as_of);
    let count = |(kind, field, blank): Blank| {
        let all: Vec<bool> = books.entries.iter().filter(dated).filter_map(|entry| blank(&entry.record.fact)).collect();
        let blank = all.iter().filter(|blank| **blank).count();
        let message = Message::new("cli-check-blank")
            .with("kind", Message { key: kind_key(kind), args: Vec::new() })
            .with("field", field_named(kind, field))
            .with("blank", blank)
            .with("rows", all.len());
        (blank > 0).then_some(Observation { message, rows: Vec::new() })
    };
    FIELDS.into_iter().filter_map(count).collect()
}

fn signup(fact: &Fact) -> Option<&Signup> {
    if let Fact::Signup(row) = fact { Some(row) } else { None }
}

/// A row of a meeting's sales list; other sales have no list to hand in.
fn listed(fact: &Fact) -> Option<&Sale> {
    match fact {
        Fact::Sale(row) if row.at_meeting() => Some(row),
        _ => None,
    }
}

fn kind_key(kind: Kind) -> &'static str {
    if kind == Kind::Sale { "report-kind-sale" } else { "report-kind-signup" }
}
