//! The one place where rules are asked what they make of books: of all that counts, of what some households depend on, as it was
//! known at a point, under another policy.

use crate::cli::context::command::CommandContext;
use crate::domain::{Books, Phone};
use crate::journal::{Journal, JournalError, KnownAt, KnownBooks};
use crate::policy::{
    Assessment, Dependence, Ended, Observation, Policy, ReportDates, assess, ends, hangs_on_all, observe,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A policy and the days it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Evaluator<'p> {
    policy: &'p Policy,
    reading: ReportDates,
}

/// Books, what a stamp says of them, and what they are judged to be.
pub struct Evaluated {
    /// The books with the digest and the newest batch of the journal they are from.
    pub known: KnownBooks,
    /// What the policy makes of them.
    pub assessment: Assessment,
}

impl<'p> Evaluator<'p> {
    /// By that policy at the as-of day of the command, for the call list of the next day.
    pub fn of(context: &CommandContext, policy: &'p Policy) -> Evaluator<'p> {
        Evaluator::at(context.as_of(), policy)
    }

    /// By that policy at that day, for the call list of the next.
    pub fn at(as_of: NaiveDate, policy: &'p Policy) -> Evaluator<'p> {
        Evaluator { policy, reading: ReportDates { as_of, on: as_of.succ_opt().unwrap_or(as_of) } }
    }

    /// For the call list of that day, if one is named.
    pub fn for_list(self, on: Option<NaiveDate>) -> Evaluator<'p> {
        Evaluator { reading: ReportDates { on: on.unwrap_or(self.reading.on), ..self.reading }, ..self }
    }

    /// The days of a reading of before.
    pub fn again(reading: ReportDates, policy: &'p Policy) -> Evaluator<'p> {
        Evaluator { policy, reading }
    }

    /// What it makes of all that counts where the journal stands.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub fn whole(self, journal: &Journal) -> Result<Evaluated, JournalError> {
        Ok(self.evaluated(journal.known()?))
    }

    /// What it makes of the households of these numbers, from the rows they depend on; none: something of them hangs on rows of
    /// everybody, so all have to be read.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub fn about(self, journal: &Journal, phones: &[Phone]) -> Result<Option<Evaluated>, JournalError> {
        let mut part = journal.part()?;
        part.add_common(self.reading.as_of)?;
        let mut dependence = Dependence::of(phones.iter().cloned());
        loop {
            let beyond = dependence.beyond(part.entries());
            if beyond.is_empty() {
                break;
            }
            part.add(&beyond)?;
        }
        let Evaluated { known, assessment } = self.evaluated(part.known()?);
        let mut asked = assessment.households.iter().filter(|household| household.has_any(phones));
        let entries = &known.books.entries;
        let hangs = asked.any(|household| hangs_on_all(&household.key, &assessment, entries.iter(), self.policy));
        Ok((!hangs).then_some(Evaluated { known, assessment }))
    }

    /// The books as they were known then and what it makes of them; before anything was imported, and after batch 0, there were
    /// none.
    ///
    /// # Errors
    /// The journal cannot be read, or there was no such batch.
    pub fn known_at(self, journal: &mut Journal, known: KnownAt) -> Result<(Books, Assessment), JournalError> {
        let books = match (known, journal.books_at(known)) {
            (KnownAt::Batch(0), _) | (_, Err(JournalError::BeforeFirst { .. })) => Books::default(),
            (_, books) => books?,
        };
        let assessment = self.assess(&books);
        Ok((books, assessment))
    }

    /// What it makes of books at hand.
    pub fn assess(self, books: &Books) -> Assessment {
        assess(books, self.policy, self.reading)
    }

    /// What it makes of them a day earlier, and of the same list of today; none before the first day there is.
    pub fn day_before(self) -> Option<Evaluator<'p>> {
        let (as_of, on) = self.reading.as_of.pred_opt().zip(self.reading.on.pred_opt())?;
        Some(Evaluator { reading: ReportDates { as_of, on }, ..self })
    }

    /// Every task there is or was by its number, and what ended it.
    pub fn ends(self, books: &Books) -> BTreeMap<String, Option<Ended>> {
        ends(books, self.policy, self.reading)
    }

    /// What is odd in the books, whatever is concluded from them.
    pub fn observe(self, books: &Books) -> Vec<Observation> {
        observe(books, self.reading)
    }

    fn evaluated(self, known: KnownBooks) -> Evaluated {
        let assessment = self.assess(&known.books);
        Evaluated { known, assessment }
    }
}
