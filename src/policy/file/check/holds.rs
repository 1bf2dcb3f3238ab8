//! Holds: every way of registering in one of them, and none that says what it cannot keep.

use super::super::raw;
use super::Check;
use crate::domain::{Channel, Message};
use crate::policy::Hold;
use std::collections::HashSet;
use std::sync::Arc;
use toml::Spanned;

impl Check<'_> {
    pub(super) fn holds(&mut self, raws: &[Spanned<raw::Hold>]) -> Vec<Arc<Hold>> {
        // Of a hold that could not be read as written nobody knows the channels.
        if !self.is_hold_lent {
            self.every_channel_in_one_hold(raws);
        }
        raws.iter().map(|spanned| Arc::new(self.hold(spanned.get_ref()))).collect()
    }

    fn hold(&mut self, raw: &raw::Hold) -> Hold {
        if raw.channels.get_ref().is_empty() {
            self.fault(raw.channels.span(), Message::new("policy-fault-hold-of-nothing"));
        }
        if let Some(referrer) = raw.referrer.as_ref().filter(|_| !raw.channels.get_ref().contains(&Channel::Referral)) {
            self.fault(referrer.span(), Message::new("policy-fault-referrer-unread"));
        }
        let mut others = HashSet::new();
        for channel in &raw.yields_not_to {
            if !others.insert(channel.get_ref()) {
                self.fault(channel.span(), Message::new("policy-fault-twice").with("id", channel.get_ref().id()));
            }
        }
        Hold {
            channels: raw.channels.get_ref().clone(),
            clear: raw.referrer.as_ref().map(|referrer| *referrer.get_ref() == raw::Referrer::Clear),
            days: raw.days.clone(),
            protected: raw.protected.unwrap_or(true),
            yields_not_to: raw.yields_not_to.iter().map(|channel| *channel.get_ref()).collect(),
            yields_to_preheat: raw.yields_to_preheat,
            clause: self.clause(&raw.clause),
        }
    }

    fn every_channel_in_one_hold(&mut self, raws: &[Spanned<raw::Hold>]) {
        let mut covered: HashSet<(Channel, bool)> = HashSet::new();
        for spanned in raws {
            let raw = spanned.get_ref();
            // Only a referral has a referrer who may be clear.
            let sides = |channel: Channel| match raw.referrer.as_ref().map(Spanned::get_ref) {
                Some(referrer) if channel == Channel::Referral => vec![*referrer == raw::Referrer::Clear],
                _ => vec![true, false],
            };
            let ways = raw.channels.get_ref().iter();
            for (channel, clear) in ways.flat_map(|channel| sides(*channel).into_iter().map(|clear| (*channel, clear)))
            {
                if !covered.insert((channel, clear)) {
                    let message = Message::new("policy-fault-overlapping-holds").with("channel", channel.id());
                    self.fault(spanned.span(), message);
                    break;
                }
            }
        }
        let place = raws.first().map_or(0..0, Spanned::span);
        for channel in Channel::ALL {
            if [true, false].into_iter().any(|clear| !covered.contains(&(*channel, clear))) {
                self.fault(place.clone(), Message::new("policy-fault-no-hold").with("channel", channel.id()));
            }
        }
    }
}
