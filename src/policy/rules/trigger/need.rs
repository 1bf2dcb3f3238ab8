//! What a household's state can ask for.

use crate::domain::{Kind, words};
use serde::{Deserialize, Serialize};

words! {
    /// What a household's state asks for as long as it stands.
    HouseholdNeed {
        /// A claim without owner, or a referral its owner has not preheated.
        Claim = "claim",
        /// A meeting attended without buying: the visit after it.
        VisitDue = "visit-due",
    }
}

impl HouseholdNeed {
    /// The ledger whose rows end the state, by the rules of ownership: what they close is closed by that and nothing else.
    pub const fn ended_by(self) -> Kind {
        match self {
            HouseholdNeed::Claim => Kind::Preheat,
            HouseholdNeed::VisitDue => Kind::Visit,
        }
    }
}
