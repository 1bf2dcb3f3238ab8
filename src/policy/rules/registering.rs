//! Ways of registering as a hold names them.

use crate::domain::{Channel, Message, words};
use crate::policy::Value;
use crate::policy::rules::kinds::held::ValueKind;
use crate::policy::rules::parameter::{ParameterKind, ShownParameter};
use crate::policy::table::{ReadValue, Spanned, TableReader, WrittenValue};
use serde::{Deserialize, Serialize};

/// The ways of registering that something is for: at least one.
pub struct SomeChannels;

impl ValueKind for SomeChannels {
    type Held = Vec<Channel>;

    fn read_value(written: &WrittenValue<'_>) -> Option<Vec<Channel>> {
        let channels: Vec<Channel> = ReadValue::read_value(written)?;
        if channels.is_empty() {
            written.fault(Message::new("policy-fault-hold-of-nothing"));
        }
        Some(channels)
    }

    fn value(_held: &Vec<Channel>) -> Option<Value> {
        None
    }
}

/// Other ways of registering, each once; shown where there are any.
pub struct YieldingNotTo;

impl ValueKind for YieldingNotTo {
    type Held = Vec<Channel>;

    fn read_value(written: &WrittenValue<'_>) -> Option<Vec<Channel>> {
        let channels: Vec<Spanned<Channel>> = ReadValue::read_value(written)?;
        for (at, channel) in channels.iter().enumerate() {
            if channels[..at].iter().any(|before| before.get_ref() == channel.get_ref()) {
                written.fault_at(channel.span(), Message::new("policy-fault-twice").with("id", channel.get_ref().id()));
            }
        }
        Some(channels.into_iter().map(Spanned::into_inner).collect())
    }

    fn value(held: &Vec<Channel>) -> Option<Value> {
        (!held.is_empty()).then(|| Value::Words("channel", held.iter().map(|channel| channel.id()).collect()))
    }
}

words! {
    /// Whether it is clear who referred a customer.
    Referrer {
        /// It is.
        Clear = "clear",
        /// It is not.
        Unclear = "unclear",
    }
}

/// Whether the referrer has to be clear, which is asked of referrals only.
pub struct ReferrerKind;

impl ParameterKind for ReferrerKind {
    type Held = Option<bool>;

    fn read(table: &mut TableReader<'_>, key: &'static str, _default: Option<Self::Held>) -> Option<Self::Held> {
        let referrer: Option<Spanned<Referrer>> = table.read(key)?;
        let Some(referrer) = referrer else { return Some(None) };
        let is_referral = |channels: WrittenValue<'_>| {
            let mut ids = channels.as_list().unwrap_or_default().into_iter();
            ids.any(|channel| channel.as_text() == Some(Channel::Referral.id()))
        };
        if !table.written("channels").is_some_and(is_referral) {
            table.fault(referrer.span(), Message::new("policy-fault-referrer-unread"));
        }
        Some(Some(*referrer.get_ref() == Referrer::Clear))
    }

    fn show(_held: &Self::Held) -> Vec<ShownParameter> {
        Vec::new()
    }
}
