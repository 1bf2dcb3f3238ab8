//! What a manager found, checked against the policy's offences.

use crate::domain::Field;
use crate::domain::{Arg, Fact, Finding, Message, Record};
use crate::ingest::row::dates::DateWindow;
use crate::ingest::row::typing::Typing;
use crate::ingest::settings::OffenceTerms;
use crate::ingest::sheet::labels;
use crate::ingest::text::fold;
use rust_decimal::Decimal;

/// What the row says; problems are in `row`.
pub fn read(row: &mut Typing<'_>) -> Option<Record> {
    let at = row.moment(Field::At, DateWindow::Usual);
    let at = row.need(Field::At, at);
    let contact = row.contact();
    let staff = row.needed_staff(Field::Staff);
    let terms = offence(row);
    let boxes = row.count(Field::Boxes);
    let amount = row.money(Field::Amount);
    let violation = row.text(Field::Violation);
    let verdict = row.word(Field::Verdict);
    if let Some(terms) = terms {
        check_terms(row, terms, amount, boxes);
    }
    if violation.is_some() && verdict.is_none() && row.is_blank(Field::Verdict) {
        row.wrong(Field::Violation, Message::new("ingest-finding-no-verdict"));
    }
    let customers = row.count(Field::Customers);
    let severe = row.yes(Field::Severe, &["严重", "情节严重"], &["不严重", "一般", "轻微"]);
    let concerning = row.text(Field::Concerning);
    let decided_by = row.text(Field::DecidedBy);
    let note = row.note();
    let (staff, offence) = (staff?, terms?.id.clone());
    let finding =
        Finding { staff, offence, concerning, customers, boxes, amount, severe, violation, verdict, decided_by, note };
    Some(Record { at: Some(at?), contact, fact: Fact::Finding(finding) })
}

/// The offence a finding names by its id or its title.
fn offence<'a>(row: &mut Typing<'a>) -> Option<&'a OffenceTerms> {
    let text = row.text(Field::Offence);
    let text = row.need(Field::Offence, text)?;
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
        row.wrong(Field::Offence, message.with("known", Arg::List(known.collect())));
    }
    found
}

fn check_terms(row: &mut Typing<'_>, terms: &OffenceTerms, amount: Option<Decimal>, boxes: Option<u32>) {
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
