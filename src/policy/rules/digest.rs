//! The digest of a policy, by which stamps tell policies apart.

use crate::policy::Policy;

/// How much of the digest is shown: 64 bits, which nobody meets twice by chance.
const SHOWN: usize = 16;

impl Policy {
    /// A short digest (制度摘要) of everything the policy says: 16 hexadecimal digits.
    ///
    /// It is made of what was read and checked, so comments, spaces and the order of keys are not in it.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        // Neither fails: every key is text, and a hasher takes all it is given.
        let written = serde_json::to_writer(&mut hasher, self);
        debug_assert!(written.is_ok());
        let mut digest = hasher.finalize().to_hex().to_string();
        digest.truncate(SHOWN);
        digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRESET: &str = include_str!("../presets/meeting-sales.toml");

    fn digest(text: &str) -> String {
        Policy::parse(text).unwrap().digest()
    }

    /// The preset with one piece of it replaced.
    fn with(from: &str, to: &str) -> String {
        assert!(PRESET.contains(from), "{from}");
        PRESET.replacen(from, to, 1)
    }

    #[test]
    fn the_way_it_is_written_is_not_in_it() {
        let digest_of_preset = digest(PRESET);
        assert_eq!(digest_of_preset.len(), 16);
        for other in [
            PRESET.replace('\n', "\r\n"),
            PRESET.lines().filter(|line| !line.starts_with('#')).map(|line| format!("  {line}\n")).collect(),
            with("idle_months = 1", "idle_months = [{ value = 1 }]"),
            with("amount = 50", "amount = \"50.00\""),
            with("window = { from = 0, to = 2 }", "window = { to = 2, from = 0 }"),
        ] {
            assert_eq!(digest(&other), digest_of_preset);
        }
    }

    #[test]
    fn everything_it_says_is_in_it() {
        let mut digests = vec![digest(PRESET)];
        for (from, to) in [
            ("idle_months = 1", "idle_months = 2"),
            ("idle_months = 1", "idle_months = [{ value = 1 }, { from = 2027-01-01, value = 2 }]"),
            ("idle_months = 1", "idle_months = [{ value = 1 }, { from = 2027-01-02, value = 2 }]"),
            ("followup_months = 1", "followup_months = 2"),
            ("yields_to_preheat = true\nclause = \"resource-6\"", "clause = \"resource-6\""),
            ("amount = 50", "amount = \"50.01\""),
            ("# in_force_from = 2026-01-01", "in_force_from = 2026-01-01"),
            ("dated = [\"submitted\", \"at\"]", "dated = \"at\""),
            ("place = \"meeting\"", "place = \"store\""),
            ("every = \"month\", of = { ledger = \"sale\" }", "every = \"month\", of = { ledger = \"visit\" }"),
            ("en = \"preheat\"", "en = \"warm up\""),
            ("# [headings]\n# phone =", "[headings]\nphone ="),
        ] {
            digests.push(digest(&with(from, to)));
        }
        let all = digests.len();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), all);
    }
}
