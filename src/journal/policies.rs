//! The policies that batches and reports were made under, kept by their digests.

use super::point::to_second;
use super::store::{KeptPolicy, Transaction, Wait};
use super::{Import, Journal, JournalError};
use chrono::NaiveDateTime;

impl Journal {
    /// The text of the policy whose digest begins like that, if one was kept.
    pub fn kept_policy(&self, digest: &str) -> Result<Option<String>, JournalError> {
        Ok(self.store().policy(digest)?.map(|kept| kept.text))
    }

    /// Since when the policy of that digest is known here; none: something is, but not that one.
    pub fn policy_known_since(&self, digest: &str) -> Result<Option<NaiveDateTime>, JournalError> {
        Ok(self.store().policy(digest)?.filter(|kept| kept.digest == digest).map(|kept| kept.at))
    }

    /// Keeps a policy that a report was made under, unless the journal cannot be written at once: nobody who only wants to
    /// read shall wait for that, or be refused.
    pub fn keep_policy_if_free(self, digest: &str, text: &str, at: NaiveDateTime) {
        let kept = self.policy_known_since(digest);
        if let Ok(None) = kept
            && let Ok(transaction) = Transaction::writing(self.store(), Wait::Never)
            && transaction.keep_policy(&policy(digest, text, at)).is_ok()
        {
            let _ = transaction.commit();
        }
    }
}

impl Import<'_> {
    /// Keeps the policy that the batch is taken in under.
    pub fn keep_policy(&self, digest: &str, text: &str, at: NaiveDateTime) -> Result<(), JournalError> {
        self.store().keep_policy(&policy(digest, text, at))
    }
}

fn policy(digest: &str, text: &str, at: NaiveDateTime) -> KeptPolicy {
    KeptPolicy { digest: digest.to_owned(), at: to_second(at), text: text.to_owned() }
}
