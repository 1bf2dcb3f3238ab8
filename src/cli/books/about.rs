//! The books as far as some households depend on them, so that one is explained among a million rows without a wait.

use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::CommandContext;
use crate::domain::{Mention, Phone, name_key};
use crate::journal::{Journal, KnownBooks};
use crate::policy::{Dependence, ReportDates, assess, hangs_on_all};
use anyhow::Result;
use chrono::NaiveDate;

impl JudgedBooks {
    /// Reads the books as far as the households of these numbers depend on them; all of them where something of the
    /// households hangs on everybody's rows.
    pub fn about(context: &mut CommandContext, phones: &[Phone]) -> Result<JudgedBooks> {
        let workspace = context.workspace()?;
        let policy = context.policy(&workspace)?;
        let journal = context.journal(&workspace)?;
        let as_of = context.as_of();
        let known = known_about(&journal, phones, as_of)?;
        let books = known.books;
        let reading = ReportDates { as_of, on: as_of.succ_opt().unwrap_or(as_of) };
        let assessment = assess(&books, &policy, reading);
        let mut asked = assessment.households.iter().filter(|household| household.has_any(phones));
        if asked.any(|household| hangs_on_all(&household.key, &assessment, books.entries.iter(), &policy)) {
            return JudgedBooks::of(context, None);
        }
        context.stamp_with(&policy, known.digest, known.batch)?;
        context.keep_policy(&policy, journal, &workspace);
        Ok(JudgedBooks { policy, books, assessment })
    }
}

fn known_about(journal: &Journal, phones: &[Phone], as_of: NaiveDate) -> Result<KnownBooks> {
    let mut part = journal.part()?;
    part.add_common(as_of)?;
    let mut dependence = Dependence::of(phones.iter().cloned());
    loop {
        let beyond = dependence.beyond(part.entries());
        if beyond.is_empty() {
            return Ok(part.known()?);
        }
        part.add(&beyond)?;
    }
}

/// The numbers of customers of that name, as far as rows name them beside it.
pub fn phones_of_name(context: &mut CommandContext, name: &str) -> Result<Vec<Phone>> {
    let workspace = context.workspace()?;
    let journal = context.journal(&workspace)?;
    let mut part = journal.part()?;
    let name = name_key(name);
    part.add(&[Mention::Name(name.clone())])?;
    let contacts = part.entries().filter_map(|entry| entry.record.contact.as_ref());
    let bearers = contacts.filter(|contact| contact.customer.as_deref().map(name_key).as_ref() == Some(&name));
    Ok(bearers.map(|contact| contact.phone.clone()).collect())
}
