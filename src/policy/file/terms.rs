//! What of an obligation is written in one way today and was in another before.

use crate::domain::words;
use crate::policy::table::Spanned;
use crate::policy::{Evidence, Lacking, Trigger};
use serde::{Deserialize, Serialize};

words! {
    /// Who goes along.
    With {
        /// The expert of the purchase.
        Expert = "expert",
    }
}

/// What the older form says otherwise than that of today.
pub struct Terms {
    /// What starts it.
    pub trigger: Spanned<Trigger>,
    /// Who goes along.
    pub with: Option<Spanned<With>>,
    /// What closes it.
    pub evidence: Spanned<Evidence>,
    /// What rows that close it must say besides.
    pub lacking: Option<Spanned<Lacking>>,
}
