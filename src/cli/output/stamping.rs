//! Stamps on what is given out: which books, which policy, which request.

use crate::cli::context::command::CommandContext;
use crate::cli::context::workspace::Workspace;
use crate::cli::context::written::write_whole;
use crate::files;
use crate::journal::Journal;
use crate::policy::Policy;
use crate::render;
use crate::report::{Listing, Stamp};
use anyhow::Result;
use std::path::{Path, PathBuf};

impl CommandContext {
    /// Notes what the answer is made of; it is stamped when it is given out.
    pub fn stamp_with(&mut self, policy: &Policy, journal: String, batch: Option<u64>) -> Result<()> {
        self.stamp = Some(Stamp {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            policy: policy.digest(),
            journal,
            batch,
            as_of: self.as_of(),
            request: self.request.clone(),
            lang: self.texts.lang().id().to_owned(),
            format: self.format()?.id().to_owned(),
            reveal: self.global.reveal,
            content: None,
        });
        Ok(())
    }

    /// Whether a report is told again as it was once, and nothing new is given out with it.
    pub const fn is_retold(&self) -> bool {
        self.made_again.is_some() || self.global.known_at.is_some()
    }

    /// Sees to it that the policy can still be had when the house has changed its file.
    pub fn keep_policy(&self, policy: &Policy, journal: Journal, workspace: &Workspace) {
        let digest = policy.digest();
        let is_wanted = self.made_again.is_none() && matches!(journal.kept_policy(&digest), Ok(None));
        if is_wanted && let Some(text) = workspace.policy_text_of(policy) {
            journal.keep_policy_if_free(&digest, &text, self.env.now);
        }
    }
}

/// The page with the stamp as its last line.
pub fn page(mut listing: Listing, stamp: Option<&Stamp>, context: &CommandContext) -> Listing {
    listing.notes.extend(stamp.map(|stamp| stamp.closing(&context.texts)));
    listing
}

/// The file beside a sheet that its stamp is written to.
pub fn beside(file: &Path) -> PathBuf {
    file.with_file_name(files::fitting(file.file_name().unwrap_or_default(), ".stamp"))
}

/// Writes the stamp of a sheet beside it.
pub fn write_beside(file: &Path, sheet: &[u8], stamp: &Stamp) -> Result<()> {
    let stamp = Stamp { content: Some(digest(sheet)), ..stamp.clone() };
    write_whole(&beside(file), &render::json_object(&stamp)?)
}

/// The digest of a file's bytes, as stamps carry it.
pub fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
