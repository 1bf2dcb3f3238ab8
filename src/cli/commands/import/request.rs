//! What is asked of an import.

use crate::cli::context::settings::SameName;
use crate::domain::Kind;
use crate::ingest::{IngestSettings, OffenceTerms};
use crate::policy::{Per, Policy};
use chrono::NaiveDate;
use std::path::PathBuf;

/// What is to be taken in, and how.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    pub paths: Vec<PathBuf>,
    pub kind: Option<Kind>,
    pub year: Option<i32>,
    /// 已录至: the ledgers read are complete up to that day.
    pub through: Option<NaiveDate>,
    /// The department that this holds for; none: for all.
    pub department: Option<String>,
    /// Rows of before from files of these names count no longer.
    pub replace: bool,
    /// What becomes of a file that looks like a live one of its name corrected.
    pub same_name: SameName,
    pub strict: bool,
    pub dry_run: bool,
    /// Somebody is there to be asked before many people of the roster change.
    pub asks: bool,
}

/// What the reader is told: what was asked for, and what the policy says of headings and offences.
pub fn settings(order: &ImportRequest, policy: &Policy, today: NaiveDate) -> IngestSettings {
    let offences = policy.offences.iter().map(|offence| OffenceTerms {
        id: offence.id.to_string(),
        titles: vec![offence.title.zh.clone(), offence.title.en.clone()],
        range: offence.range(today),
        needs_boxes: offence.per == Per::Box,
    });
    IngestSettings {
        kind: order.kind,
        year: order.year,
        today,
        headings: policy.headings.clone(),
        roles: policy.roles.clone(),
        offences: offences.collect(),
    }
}
