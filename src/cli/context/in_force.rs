//! From when on breaches count, as `init` and `demo` are told.

use chrono::NaiveDate;

/// From when on breaches count (`in_force_from` of the policy).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InForce {
    From(NaiveDate),
    /// Whatever the ledgers hold.
    Always,
}

impl InForce {
    /// The policy's text with that day laid down as the first on which breaches count.
    pub fn written_into(self, policy: &str) -> String {
        let InForce::From(day) = self else { return policy.to_owned() };
        let line = format!("in_force_from = {day}\n");
        // A preset shows the line as a remark.
        let is_shown = |line: &str| line.trim_start_matches('#').trim_start().starts_with("in_force_from");
        let at = policy.split_inclusive('\n').position(is_shown);
        match at {
            Some(at) => {
                policy.split_inclusive('\n').enumerate().map(|(n, text)| if n == at { &line } else { text }).collect()
            }
            None => format!("{line}{policy}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn every_preset_takes_the_day_it_is_in_force_from() {
        let day: NaiveDate = "2026-11-27".parse().unwrap();
        for (name, text) in Policy::PRESETS {
            let begun = InForce::From(day).written_into(text);
            assert_eq!(Policy::parse(&begun).unwrap().in_force_from, Some(day), "{name}");
            assert_eq!(Policy::parse(&InForce::Always.written_into(text)).unwrap().in_force_from, None, "{name}");
            assert_eq!(begun.lines().count(), text.lines().count(), "{name}");
        }
    }
}
