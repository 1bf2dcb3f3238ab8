//! What is due in every house that keeps the ledgers, whatever its file lays down: the next contact agreed with a customer
//! (约定回访, 约定电话). It is no part of the file, nor of the policy's digest.

use crate::domain::Kind;
use crate::policy::rules::obligation::{Evidence, Obligation};
use crate::policy::rules::query::{Query, QueryField};
use crate::policy::rules::trigger::{AgreedTrigger, Trigger};
use crate::policy::rules::words::{By, EvidenceBy, Same};
use std::sync::LazyLock;

/// The next visit and the next call agreed on.
static AGREED: LazyLock<[Obligation; 2]> =
    LazyLock::new(|| [agreed("agreed-visit", Kind::Visit), agreed("agreed-call", Kind::ExpertCall)]);

/// What is due in every house beside what its file lays down.
pub fn of_every_house() -> &'static [Obligation] {
    &*AGREED
}

/// The contact agreed on in a row of that ledger: a visit or an expert's call with anybody closes it.
fn agreed(id: &str, ledger: Kind) -> Obligation {
    let reached = |ledger: Kind| Query {
        ledger,
        conditions: Vec::new(),
        dated: QueryField::of(ledger, "at").into_iter().collect(),
    };
    Obligation {
        id: id.into(),
        title: None,
        clause: None,
        trigger: Trigger::Agreed(AgreedTrigger { ledger }),
        window: None,
        listed_before: None,
        by: By::Owner,
        seller_answers: false,
        with_expert: false,
        evidence: Evidence {
            query: reached(Kind::Visit),
            others: vec![reached(Kind::ExpertCall)],
            by: EvidenceBy::Anyone,
            same: Same::Person,
        },
        missed: None,
        lacking: None,
    }
}
