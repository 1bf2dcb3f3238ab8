//! Holds: every way of registering in one of them.

use crate::domain::{Channel, Message};
use crate::policy::Hold;
use crate::policy::table::{Spanned, TableReader};
use std::collections::HashSet;
use std::sync::Arc;

/// Reads the holds. None: one of them cannot be read as it is written, so nobody knows its channels; that has been noted.
pub fn holds(file: &mut TableReader<'_>) -> Option<Vec<Arc<Hold>>> {
    let read = file.tables("hold", |table| Some(Spanned::new(table.span(), Hold::read(table)?)))?;
    let holds: Vec<Spanned<Hold>> = read.into_iter().collect::<Option<_>>()?;
    every_channel_in_one_hold(file, &holds);
    Some(holds.into_iter().map(|hold| Arc::new(hold.into_inner())).collect())
}

fn every_channel_in_one_hold(file: &TableReader<'_>, holds: &[Spanned<Hold>]) {
    let mut covered: HashSet<(Channel, bool)> = HashSet::new();
    for spanned in holds {
        let hold = spanned.get_ref();
        // Only a referral has a referrer who may be clear.
        let sides = |channel: Channel| match hold.clear {
            Some(clear) if channel == Channel::Referral => vec![clear],
            _ => vec![true, false],
        };
        let ways = hold.channels.iter();
        for (channel, clear) in ways.flat_map(|channel| sides(*channel).into_iter().map(|clear| (*channel, clear))) {
            if !covered.insert((channel, clear)) {
                let message = Message::new("policy-fault-overlapping-holds").with("channel", channel.id());
                file.fault(spanned.span(), message);
                break;
            }
        }
    }
    let place = holds.first().map_or(0..0, Spanned::span);
    for channel in Channel::ALL {
        if [true, false].into_iter().any(|clear| !covered.contains(&(*channel, clear))) {
            file.fault(place.clone(), Message::new("policy-fault-no-hold").with("channel", channel.id()));
        }
    }
}
