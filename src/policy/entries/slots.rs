//! The ways of registering a hold is of.

use super::entry::Slot;
use crate::domain::Channel;
use crate::policy::Hold;

impl Hold {
    /// The ways of registering it is the hold of, sorted.
    pub fn slots(&self) -> Vec<Slot> {
        let sides = |channel| match (channel, self.clear) {
            (Channel::Referral, None) => vec![Some(true), Some(false)],
            (Channel::Referral, clear) => vec![clear],
            _ => vec![None],
        };
        let of = |channel: Channel| sides(channel).into_iter().map(move |clear| Slot { channel, clear });
        let mut slots: Vec<Slot> = self.channels.iter().copied().flat_map(of).collect();
        slots.sort_unstable();
        slots
    }
}
