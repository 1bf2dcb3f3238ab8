//! Names that are not known, with the one that was probably meant.

use crate::domain::Message;

/// How alike two names are, of 1, for one to be a slip of the other.
const ALIKE: f64 = 0.6;

/// What is said of a `name` that is none of `known`: the first text, or the second, which names the nearest (`near`).
pub fn unknown(texts: [&'static str; 2], place: &'static str, name: &str, known: &[&str]) -> Message {
    let [plain, near] = texts;
    let said = |key| Message::new(key).with(place, name).with("known", known.to_vec());
    match nearest(name, known) {
        Some(nearest) => said(near).with("near", nearest),
        None => said(plain),
    }
}

/// The known name that is most like it, if one is like it at all; of several the first.
fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let likeness = |other: &&str| strsim::normalized_damerau_levenshtein(name, other);
    let alike = known.iter().copied().filter(|other| likeness(other) >= ALIKE);
    alike.rev().max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_name() {
        let known = ["idle_months", "followup_months", "visit_months", "from"];
        for (name, near) in [
            ("idle_month", Some("idle_months")),
            ("form", Some("from")),
            ("visits_month", Some("visit_months")),
            ("idle", None),
            ("跟进月数", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, &known), near, "{name}");
        }
    }
}
