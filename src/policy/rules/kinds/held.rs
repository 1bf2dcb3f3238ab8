//! A value under a key: one that changes, one that need not be laid down, one that is so or not.

use crate::policy::rules::parameter::{BelongsTo, ParameterKind, ShownParameter};
use crate::policy::table::{ReadValue, TableReader, WrittenValue};
use crate::policy::{Timed, Value};
use std::marker::PhantomData;

/// A kind whose parameters are one value under one key.
pub trait ValueKind {
    /// What the rules get.
    type Held;

    /// Reads what is written. None: it cannot be used, which has been noted as a fault.
    fn read_value(written: &WrittenValue<'_>) -> Option<Self::Held>;

    /// How it is shown; none: it is not.
    fn value(held: &Self::Held) -> Option<Value>;

    /// What it depends on by what it says.
    fn behind(_held: &Self::Held) -> Option<BelongsTo> {
        None
    }
}

impl<K: ValueKind> ParameterKind for K {
    type Held = K::Held;

    fn read(table: &mut TableReader<'_>, key: &'static str, default: Option<K::Held>) -> Option<K::Held> {
        table.read_by(key, |written| K::read_value(written), || default)
    }

    fn show(held: &K::Held) -> Vec<ShownParameter> {
        K::value(held).map(ShownParameter::always).unwrap_or_default()
    }

    fn behind(held: &K::Held) -> Option<BelongsTo> {
        <K as ValueKind>::behind(held)
    }
}

/// A value that may change on given days.
pub struct Changing<K>(PhantomData<K>);

impl<K: ValueKind> ParameterKind for Changing<K> {
    type Held = Timed<K::Held>;

    fn read(table: &mut TableReader<'_>, key: &'static str, default: Option<Self::Held>) -> Option<Self::Held> {
        table.read_by(key, |written| Timed::read_by(written, |step| K::read_value(step)), || default)
    }

    fn show(held: &Self::Held) -> Vec<ShownParameter> {
        let shown = |(from, step)| K::value(step).map(|value| ShownParameter { words: None, from, value });
        held.steps().filter_map(shown).collect()
    }
}

/// What need not be laid down.
pub struct IfAny<K>(PhantomData<K>);

impl<K: ParameterKind> ParameterKind for IfAny<K> {
    type Held = Option<K::Held>;

    fn read(table: &mut TableReader<'_>, key: &'static str, _default: Option<Self::Held>) -> Option<Self::Held> {
        match table.written(key) {
            Some(_) => K::read(table, key, None).map(Some),
            None => Some(None),
        }
    }

    fn show(held: &Self::Held) -> Vec<ShownParameter> {
        held.as_ref().map(K::show).unwrap_or_default()
    }

    fn behind(held: &Self::Held) -> Option<BelongsTo> {
        held.as_ref().and_then(K::behind)
    }
}

/// Something that is so or is not, and is shown where it is; false where it is not written.
pub struct Flag;

impl ParameterKind for Flag {
    type Held = bool;

    fn read(table: &mut TableReader<'_>, key: &'static str, default: Option<bool>) -> Option<bool> {
        table.read_by(key, bool::read_value, || Some(default.unwrap_or(false)))
    }

    fn show(held: &bool) -> Vec<ShownParameter> {
        if *held { ShownParameter::always(Value::Yes) } else { Vec::new() }
    }
}

/// Something that is so unless it is said not to be, which is shown.
pub struct Unless;

impl ParameterKind for Unless {
    type Held = bool;

    fn read(table: &mut TableReader<'_>, key: &'static str, default: Option<bool>) -> Option<bool> {
        table.read_by(key, bool::read_value, || Some(default.unwrap_or(true)))
    }

    fn show(held: &bool) -> Vec<ShownParameter> {
        Flag::show(&!held)
    }
}
