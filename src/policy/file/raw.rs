//! A policy file as it is written.

use crate::domain::{Channel, Kind, Method};
use crate::policy::{Action, Amount, Bilingual, By, Dated, Per, Timed, Trigger, Window};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub preset: String,
    pub title: Spanned<Bilingual>,
    pub in_force_from: Option<Spanned<toml::value::Datetime>>,
    pub ownership: Ownership,
    pub hold: Vec<Spanned<Hold>>,
    pub calls: Calls,
    pub obligation: Vec<Spanned<Obligation>>,
    pub sanctions: Sanctions,
    pub papers: Papers,
    pub offence: Vec<Offence>,
    pub clause: Vec<ClauseText>,
    #[serde(default)]
    pub headings: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub roles: BTreeMap<String, Spanned<OneOrMany>>,
}

/// `经理 = ["店长", "分部经理"]` or `店长 = "经理"`.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ownership {
    pub idle_months: Timed<u32>,
    pub followup_months: Timed<u32>,
    pub visit_months: Timed<u32>,
    pub clauses: Clauses,
    pub suspicions: Suspicions,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clauses {
    pub sole_claim: Spanned<String>,
    pub several_claims: Spanned<String>,
    pub several_persons: Spanned<String>,
    pub contest: Spanned<String>,
    pub clear_referral: Spanned<String>,
    pub unassigned: Spanned<String>,
    pub departure: Spanned<String>,
    pub open_unvisited: Spanned<String>,
    pub open_referral: Spanned<String>,
    pub idle: Spanned<String>,
    pub not_followed_up: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspicions {
    pub claim_on_client: Spanned<String>,
    pub sale_by_non_owner: Spanned<String>,
    pub occupy_company: Spanned<String>,
    pub accept_resigned: Spanned<String>,
    pub no_handover: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    pub channels: Spanned<Vec<Channel>>,
    pub referrer: Option<Spanned<Referrer>>,
    pub days: Timed<u32>,
    pub protected: Option<bool>,
    #[serde(default)]
    pub yields_not_to: Vec<Spanned<Channel>>,
    #[serde(default)]
    pub yields_to_preheat: bool,
    pub clause: Spanned<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Referrer {
    Clear,
    Unclear,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calls {
    pub overdue_days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    pub id: Spanned<String>,
    pub title: Spanned<Bilingual>,
    pub clause: Spanned<String>,
    pub trigger: Spanned<Trigger>,
    pub window: Option<Spanned<Window>>,
    pub listed_before: Option<Spanned<Timed<u32>>>,
    pub by: Spanned<By>,
    pub answers: Option<Spanned<Answers>>,
    pub with_expert: Option<Spanned<bool>>,
    pub evidence: Spanned<Evidence>,
    pub missed: Option<Spanned<String>>,
    pub unsigned: Option<Spanned<String>>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    Seller,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub ledger: Spanned<Kind>,
    pub by: Option<Spanned<By>>,
    pub method: Option<Spanned<Method>>,
    pub accompanied: Option<Spanned<bool>>,
    pub dated: Option<Spanned<Dated>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sanctions {
    pub mode: Spanned<String>,
    pub rate: Option<Spanned<Amount>>,
    pub ceiling_percent: Spanned<Amount>,
    pub wage_month_days: Spanned<Amount>,
    pub minimum_wage: Option<Spanned<Amount>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    pub sales_list_days: Timed<u32>,
    pub sales_list: Spanned<String>,
    pub sales_entry: Spanned<String>,
    pub report: Spanned<String>,
    pub entry: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offence {
    pub id: Spanned<String>,
    pub clause: Spanned<String>,
    pub title: Spanned<Bilingual>,
    pub amount: Option<Spanned<Timed<Amount>>>,
    #[serde(default)]
    pub per: Per,
    #[serde(default)]
    pub first_only: bool,
    pub from_second: Option<Action>,
    pub action: Option<Action>,
    pub severe: Option<Action>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseText {
    pub id: Spanned<String>,
    pub title: Spanned<Bilingual>,
    pub source: Spanned<String>,
    pub statement: Option<Spanned<Bilingual>>,
    pub interpretation: Option<Spanned<Bilingual>>,
    pub undecidable: Option<Spanned<Bilingual>>,
    #[serde(default)]
    pub tested: bool,
}
