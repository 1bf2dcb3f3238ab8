//! The books as far as some households depend on them, so that one is explained among a million rows without a wait.

use crate::cli::books::evaluator::{Evaluated, Evaluator};
use crate::cli::books::read::JudgedBooks;
use crate::cli::context::command::CommandContext;
use crate::domain::{Mention, Phone, name_key};
use anyhow::Result;

impl JudgedBooks {
    /// Reads the books as far as the households of these numbers depend on them; all of them where something of the
    /// households hangs on everybody's rows.
    pub fn about(context: &mut CommandContext, phones: &[Phone]) -> Result<JudgedBooks> {
        let workspace = context.workspace()?;
        let policy = context.policy(&workspace)?;
        let journal = context.journal(&workspace)?;
        let Some(Evaluated { known, assessment }) = Evaluator::of(context, &policy).about(&journal, phones)? else {
            return JudgedBooks::of(context, None);
        };
        context.stamp_with(&policy, known.digest, known.batch)?;
        context.keep_policy(&policy, journal, &workspace);
        Ok(JudgedBooks { policy, books: known.books, assessment })
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
