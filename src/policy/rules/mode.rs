//! What the sums of a house are taken for.

use crate::domain::Message;
use crate::policy::Value;
use crate::policy::rules::kinds::{AboveZero, IfAny};
use crate::policy::rules::parameter::{ParameterKind, ShownParameter};
use crate::policy::table::{Spanned, TableReader};
use rust_decimal::Decimal;
use serde::Serialize;

/// What the amounts are taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Mode {
    /// Yuan.
    Amounts,
    /// Points, so many a yuan.
    Points {
        /// Points a yuan, above zero.
        rate: Decimal,
    },
    /// Yuan proposed for review.
    Proposals,
}

impl Mode {
    /// The id used in files and JSON.
    pub const fn id(&self) -> &'static str {
        match self {
            Mode::Amounts => "amounts",
            Mode::Points { .. } => "points",
            Mode::Proposals => "proposals",
        }
    }
}

/// What the amounts are taken for, with the `rate` that points need beside it.
pub struct ModeKind;

impl ParameterKind for ModeKind {
    type Held = Mode;

    fn read(table: &mut TableReader<'_>, key: &'static str, _default: Option<Mode>) -> Option<Mode> {
        let mode: Option<Spanned<String>> = table.read(key);
        let rate = <IfAny<AboveZero> as ParameterKind>::read(table, "rate", None)?;
        let mode = mode?;
        match (mode.get_ref().as_str(), rate) {
            ("amounts", _) => Some(Mode::Amounts),
            ("points", Some(rate)) => Some(Mode::Points { rate }),
            ("proposals", _) => Some(Mode::Proposals),
            (id, _) => {
                table.fault(mode.span(), Message::new("policy-fault-mode").with("mode", id));
                None
            }
        }
    }

    fn show(held: &Mode) -> Vec<ShownParameter> {
        let mut shown = ShownParameter::always(Value::Words("mode", vec![held.id()]));
        if let Mode::Points { rate } = held {
            shown.push(ShownParameter { words: Some("policy-entry-rate"), from: None, value: Value::Number(*rate) });
        }
        shown
    }
}
