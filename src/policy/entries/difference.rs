//! Two policies compared value by value.

use crate::policy::{EntryPart, Policy, PolicyEntry, Value};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A value that two policies do not share.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What is in the first policy, or only in the second.
    pub entry: PolicyEntry,
    /// What the first says; none: nothing.
    pub a: Option<Value>,
    /// What the second says; none: nothing.
    pub b: Option<Value>,
    /// Whether the whole part is in one of them only.
    pub only: Option<OnlyIn>,
}

/// The policy that alone has a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnlyIn {
    /// The first.
    A,
    /// The second.
    B,
}

/// What two policies say differently, in the order of the first, then what only the second has.
///
/// Values that change are compared as they are in force: on each day on which one of them changes. Holds are compared
/// for each way of registering, however a file groups them, and told together where they differ alike.
pub fn difference(a: &Policy, b: &Policy) -> Vec<Difference> {
    let (a, b) = (Values::of(a), Values::of(b));
    let keys = a.order.iter().chain(b.order.iter().filter(|key| !a.values.contains_key(key)));
    let found: Vec<Difference> = keys.flat_map(|key| compared(key, &a, &b)).collect();
    told_together(found)
}

/// Part, and what of it.
type Key = (String, &'static str);

/// The values of a policy by what they are values of.
struct Values {
    order: Vec<Key>,
    values: BTreeMap<Key, Vec<PolicyEntry>>,
    parts: BTreeSet<String>,
}

impl Values {
    fn of(policy: &Policy) -> Values {
        let mut all = Values { order: Vec::new(), values: BTreeMap::new(), parts: BTreeSet::new() };
        for entry in policy.entries().into_iter().flat_map(single) {
            let key = (entry.part.id(), entry.what.key);
            all.parts.insert(key.0.clone());
            let steps = all.values.entry(key.clone()).or_default();
            if steps.is_empty() {
                all.order.push(key);
            }
            steps.push(entry);
        }
        all
    }

    fn steps(&self, key: &Key) -> &[PolicyEntry] {
        self.values.get(key).map_or(&[], Vec::as_slice)
    }
}

/// A hold's value once for each way of registering.
fn single(entry: PolicyEntry) -> Vec<PolicyEntry> {
    match &entry.part {
        EntryPart::Hold(slots) => {
            slots.iter().map(|slot| PolicyEntry { part: EntryPart::Hold(vec![*slot]), ..entry.clone() }).collect()
        }
        _ => vec![entry],
    }
}

fn compared(key: &Key, a: &Values, b: &Values) -> Vec<Difference> {
    let (steps_a, steps_b) = (a.steps(key), b.steps(key));
    let only = match (a.parts.contains(&key.0), b.parts.contains(&key.0)) {
        (true, false) => Some(OnlyIn::A),
        (false, true) => Some(OnlyIn::B),
        _ => None,
    };
    let days: BTreeSet<Option<NaiveDate>> = steps_a.iter().chain(steps_b).map(|step| step.from).collect();
    let differing = days.into_iter().filter_map(|from| {
        let (a, b) = (in_force(steps_a, from), in_force(steps_b, from));
        let entry = PolicyEntry { from, ..a.or(b)?.clone() };
        let value = |step: Option<&PolicyEntry>| step.map(|step| step.value.clone());
        (value(a) != value(b)).then(|| Difference { entry, a: value(a), b: value(b), only })
    });
    differing.collect()
}

/// The step in force from that day.
fn in_force(steps: &[PolicyEntry], day: Option<NaiveDate>) -> Option<&PolicyEntry> {
    steps.iter().rev().find(|step| step.from <= day)
}

/// Ways of registering whose holds differ alike, told as one.
fn told_together(found: Vec<Difference>) -> Vec<Difference> {
    let mut told: Vec<Difference> = Vec::new();
    for difference in found {
        let EntryPart::Hold(slots) = &difference.entry.part else {
            told.push(difference);
            continue;
        };
        match told.iter_mut().find(|other| alike(other, &difference)) {
            Some(other) => {
                if let EntryPart::Hold(others) = &mut other.entry.part {
                    others.extend(slots);
                }
            }
            None => told.push(difference),
        }
    }
    told
}

fn alike(one: &Difference, other: &Difference) -> bool {
    let of = |difference: &Difference| (difference.entry.what.key, difference.entry.from);
    let holds = matches!((&one.entry.part, &other.entry.part), (EntryPart::Hold(_), EntryPart::Hold(_)));
    holds && of(one) == of(other) && (&one.a, &one.b) == (&other.a, &other.b) && one.entry.clause == other.entry.clause
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRESET: &str = include_str!("../presets/meeting-sales.toml");

    /// What the preset with those pieces replaced says differently: part, what, from, both values, who alone has it.
    fn told(changes: &[(&str, &str)]) -> Vec<String> {
        let mut text = PRESET.to_owned();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let policies = [PRESET, text.as_str()].map(|text| Policy::parse(text).unwrap());
        let value = |value: &Option<Value>| value.as_ref().map_or("-".to_owned(), |value| format!("{value:?}"));
        let told = |difference: &Difference| {
            let Difference { entry, a, b, only } = difference;
            let from = entry.from.map(|day| format!(" from {day}")).unwrap_or_default();
            let only = only.map(|side| format!(" only {side:?}")).unwrap_or_default();
            let what = entry.what.key.trim_start_matches("policy-entry-");
            format!("{}: {what}{from}: {} | {}{only}", entry.part.id(), value(a), value(b))
        };
        difference(&policies[0], &policies[1]).iter().map(told).collect()
    }

    #[test]
    fn the_same_in_other_words_is_no_difference() {
        assert_eq!(told(&[]), [""; 0]);
        assert_eq!(told(&[("days = 2", "days = [{ value = 2 }]"), ("amount = 50", "amount = \"50.00\"")]), [""; 0]);
    }

    #[test]
    fn a_value_that_changes_is_told_from_the_day_it_changes() {
        assert_eq!(
            told(&[(
                "days = 2",
                "days = [{ value = 2 }, { from = 2027-01-01, value = 3 }, { from = 2028-01-01, value = 2 }]"
            )]),
            ["hold flyer community other: hold-days from 2027-01-01: Days(2) | Days(3)"]
        );
        assert_eq!(
            told(&[("idle_months = 1", "idle_months = [{ value = 2 }, { from = 2027-01-01, value = 1 }]")]),
            ["ownership: idle-months: Months(1) | Months(2)"]
        );
    }

    #[test]
    fn holds_are_compared_however_they_are_grouped() {
        let split = "channels = [\"store\"]\ndays = 3\nyields_not_to = [\"referral\"]\nclause = \"supplement-2\"\n\n\
                     [[hold]]\nchannels = [\"phone_response\"]\n";
        assert_eq!(told(&[("channels = [\"store\", \"phone_response\"]\n", split)]), [""; 0]);
        let longer = split.replace("days = 3", "days = 4");
        assert_eq!(
            told(&[("channels = [\"store\", \"phone_response\"]\n", &longer)]),
            ["hold store: hold-days: Days(3) | Days(4)"]
        );
        let both = ("phone_response\"]\ndays = 3", "phone_response\"]\ndays = 5");
        assert_eq!(told(&[both]), ["hold store phone_response: hold-days: Days(3) | Days(5)"]);
    }

    #[test]
    fn what_only_one_of_them_has_is_told_value_by_value() {
        let offence = "[[offence]]\nid = \"rude\"\nclause = \"aftersales-8\"\ntitle = { zh = \"无礼\", en = \"rude\" }\n\n\
                       [[offence]]\nid = \"occupy\"";
        let told_of = told(&[("[[offence]]\nid = \"occupy\"", offence)]);
        assert_eq!(
            told_of,
            [
                "offence rude: title: - | Both(Bilingual { zh: \"无礼\", en: \"rude\" }) only B",
                "offence rude: clause: - | Text(\"aftersales-8\") only B",
                "offence rude: per: - | Words(\"per\", [\"each\"]) only B",
            ]
        );
        let clause =
            "\n[[clause]]\nid = \"house-1\"\ntitle = { zh = \"自定\", en = \"own\" }\nsource = \"x\"\n\n[[clause]]\n";
        assert_eq!(told(&[("\n[[clause]]\n", clause)]).len(), 2);
    }

    #[test]
    fn what_is_not_laid_down_is_blank() {
        assert_eq!(
            told(&[("# minimum_wage = 2000", "minimum_wage = 2000"), ("missed = \"late-form\"\n", "")]),
            ["obligation form-2d: missed: Text(\"late-form\") | -", "sanctions: minimum-wage: - | Number(2000)",]
        );
    }
}
