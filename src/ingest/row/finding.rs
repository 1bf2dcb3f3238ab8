//! What a manager found, checked against the policy's offences.

use crate::domain::{Arg, Field, Message};
use crate::ingest::row::typing::Typing;
use crate::ingest::settings::OffenceTerms;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use rust_decimal::Decimal;

/// The offence a finding names by its id or its title.
pub fn offence<'a>(row: &mut Typing<'a>, field: Field) -> Option<&'a OffenceTerms> {
    let text = row.text(field);
    let text = row.need(field, text)?;
    let offences = &row.settings().offences;
    let folded = fold::word(&text);
    let named = |terms: &&OffenceTerms| terms.titles.iter().any(|title| fold::word(title) == folded);
    let found = offences.iter().find(|terms| fold::word(&terms.id) == folded);
    let found = found.or_else(|| offences.iter().find(named));
    if found.is_none() {
        let known = offences.iter().map(|terms| match terms.titles.first() {
            Some(title) => labels::word(title, &terms.id).into(),
            None => Arg::from(terms.id.as_str()),
        });
        let message = Message::new("ingest-offence-unknown").with("value", labels::cell(&text));
        row.wrong(field, message.with("known", Arg::List(known.collect())));
    }
    found
}

/// Notes what the offence does not allow or what it asks for beside.
pub fn check_offence(row: &mut Typing<'_>, offence: &str, amount: Option<Decimal>, boxes: Option<u32>) {
    let Some(terms) = row.settings().offences.iter().find(|terms| terms.id == offence) else { return };
    let title = terms.titles.first().map_or(terms.id.as_str(), String::as_str);
    let offence = labels::word(title, &terms.id);
    match (amount, terms.range) {
        (Some(_), None) => row.wrong(Field::Amount, Message::new("ingest-finding-fixed").with("offence", offence)),
        (Some(amount), Some((low, high))) if amount < low || amount > high => {
            let message = Message::new("ingest-finding-range").with("offence", offence).show("amount", amount);
            row.wrong(Field::Amount, message.show("low", low).show("high", high));
        }
        _ => {}
    }
    if terms.needs_boxes && boxes.is_none() && row.is_blank(Field::Boxes) {
        let offence = labels::word(title, &terms.id);
        row.wrong(Field::Offence, Message::new("ingest-finding-boxes").with("offence", offence));
    }
}
