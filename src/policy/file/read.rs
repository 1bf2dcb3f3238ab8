//! From text to what is written, with every slip on the way: a value that cannot be read is set aside and what is
//! missing is lent by the preset, so that one slip does not hide the next. What was lent is never used.

use super::slip::KeyPlace;
use super::{PolicyFault, raw, slip};
use crate::policy::Policy;
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

/// The place of what was lent: nothing is wrong with it.
const LENT: Range<usize> = usize::MAX..usize::MAX;

/// Whether something of that place was lent.
pub fn is_lent(span: &Range<usize>) -> bool {
    *span == LENT
}

/// What was read of a policy file.
pub struct PolicyReading {
    /// None: too much is wrong to look at the rest.
    pub file: Option<raw::File>,
    pub faults: Vec<PolicyFault>,
    /// Whether a hold could not be read as written.
    pub is_hold_lent: bool,
    /// The tables that something was taken out of or lent to: what is left of them is not what was meant.
    pub disturbed: Vec<Range<usize>>,
}

/// Reads a policy file.
pub fn read(text: &str) -> PolicyReading {
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let mut reading = PolicyReading { file: None, faults: Vec::new(), is_hold_lent: false, disturbed: Vec::new() };
    for error in &errors {
        let fault = PolicyFault::at(text, error.span(), slip::of_syntax(error.message(), error.span(), text));
        // One slip confuses the rest of its line.
        if reading.faults.last().is_none_or(|last| last.line != fault.line) {
            reading.faults.push(fault);
        }
    }
    // Only what stands twice leaves the rest as it was meant.
    if errors.iter().any(|error| !slip::is_duplicate(error.message())) {
        return reading;
    }
    let mut set_aside: Vec<(Range<usize>, String)> = Vec::new();
    loop {
        let error = match raw::File::deserialize(Deserializer::from(table.clone())) {
            Ok(file) => {
                reading.file = Some(file);
                return reading;
            }
            Err(error) => error,
        };
        let span = error.span().unwrap_or_default();
        let missing = slip::missing(error.message()).map(str::to_owned);
        let place = match &missing {
            Some(key) => lend(&mut table, &span, key),
            None => take_out(table.get_mut(), root(), &span),
        };
        let known = |key: &String| set_aside.iter().any(|(of, taken)| *of == span && taken == key);
        if !missing.as_ref().is_some_and(known) {
            let message = slip::of_form(error.message(), place.as_ref());
            reading.faults.push(PolicyFault::at(text, Some(span), message));
        }
        let Some(place) = place else {
            return reading;
        };
        reading.disturbed.push(place.table.clone());
        reading.is_hold_lent |= place.path.first().is_some_and(|key| key == "hold");
        if missing.is_none() {
            set_aside.push((place.table, place.key));
        }
    }
}

/// The place of the whole file, as the reader gives it.
const fn root() -> Range<usize> {
    0..0
}

/// Takes the innermost key out whose name or value has that place.
fn take_out(table: &mut DeTable<'_>, at: Range<usize>, span: &Range<usize>) -> Option<KeyPlace> {
    let mut found = None;
    for (key, value) in table.iter_mut() {
        let name = key.get_ref().to_string();
        if let Some(mut place) = tables_in(value).find_map(|(of, table)| take_out(table, of, span)) {
            place.path.insert(0, name);
            return Some(place);
        }
        if key.span() == *span || holds(&value.span(), span) {
            found = Some(name);
            break;
        }
    }
    let key = found?;
    table.remove(key.as_str())?;
    Some(KeyPlace { path: Vec::new(), table: at, id: id_of(table), key })
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The table that a value is, or the tables it lists.
fn tables_in<'t, 'i>(value: &'t mut Spanned<DeValue<'i>>) -> impl Iterator<Item = (Range<usize>, &'t mut DeTable<'i>)> {
    let values = match value.get_ref() {
        DeValue::Array(_) => match value.get_mut() {
            DeValue::Array(items) => items.as_mut(),
            _ => Default::default(),
        },
        _ => std::slice::from_mut(value),
    };
    values.iter_mut().filter_map(|value| {
        let span = value.span();
        match value.get_mut() {
            DeValue::Table(table) => Some((span, table)),
            _ => None,
        }
    })
}

/// Puts the preset's value of a key into the table of that place that misses it.
fn lend(file: &mut Spanned<DeTable<'_>>, of: &Range<usize>, key: &str) -> Option<KeyPlace> {
    let (_, preset) = Policy::PRESETS.first()?;
    let preset = DeTable::parse(preset).ok()?.into_inner();
    let (path, table) = match *of == root() {
        true => (Vec::new(), file.get_mut()),
        false => table_at(file.get_mut(), of)?,
    };
    let wanted: Vec<&str> = path.iter().map(String::as_str).chain([key]).collect();
    table.insert(Spanned::new(LENT, key.to_owned().into()), lent(at_path(&preset, &wanted)?.clone()));
    Some(KeyPlace { path, table: of.clone(), id: id_of(table), key: key.to_owned() })
}

fn id_of(table: &DeTable<'_>) -> String {
    table.get("id").and_then(|id| id.get_ref().as_str()).unwrap_or_default().to_owned()
}

/// The table of that place, and the keys down to it.
fn table_at<'t, 'i>(table: &'t mut DeTable<'i>, of: &Range<usize>) -> Option<(Vec<String>, &'t mut DeTable<'i>)> {
    for (key, value) in table.iter_mut() {
        let name = key.get_ref().to_string();
        for (span, inner) in tables_in(value) {
            if span == *of {
                return Some((vec![name], inner));
            }
            if let Some((mut path, found)) = table_at(inner, of) {
                path.insert(0, name);
                return Some((path, found));
            }
        }
    }
    None
}

/// The first value with those keys, in any entry of a list.
fn at_path<'t>(table: &'t DeTable<'static>, path: &[&str]) -> Option<&'t Spanned<DeValue<'static>>> {
    let (key, rest) = path.split_first()?;
    let value = table.get(*key)?;
    if rest.is_empty() {
        return Some(value);
    }
    match value.get_ref() {
        DeValue::Table(table) => at_path(table, rest),
        DeValue::Array(items) => items.iter().find_map(|item| at_path(item.get_ref().as_table()?, rest)),
        _ => None,
    }
}

/// The same value at no place of the file.
fn lent(value: Spanned<DeValue<'static>>) -> Spanned<DeValue<'static>> {
    let moved = match value.into_inner() {
        DeValue::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (Spanned::new(LENT, key.into_inner()), lent(value)));
            DeValue::Table(entries.collect())
        }
        DeValue::Array(items) => DeValue::Array(items.into_iter().map(lent).collect()),
        other => other,
    };
    Spanned::new(LENT, moved)
}
