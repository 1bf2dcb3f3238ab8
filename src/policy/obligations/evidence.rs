//! Whether a row is evidence, and what it lacks to be one: the judgement and its explanation ask the same.

use super::doer::Doer;
use super::dossier::Dossier;
use super::instance::Instance;
use super::scene::HouseholdScene;
use crate::policy::rules::rows::PersonRow;
use crate::policy::{Condition, EvidenceBy, EvidenceLack, Query, Same, Subject};
use chrono::NaiveDate;

/// How contact was made: of what a row lacks that is said first, then whether anybody was reached, then the rest.
const HOW: &str = "method";

/// The rows that are looked at for something due, those of each ledger in the order of events: those of the person, or of the household where
/// its state asks, but not those that started it; or these alone.
pub fn candidates<'i, 's: 'i, 'a>(
    instance: &'i Instance<'_, 'a>,
    scene: &'i HouseholdScene<'s, 'a>,
) -> impl Iterator<Item = &'i PersonRow<'a>> {
    let evidence = &instance.obligation.evidence;
    let (own, all) = match instance.obligation.subject() {
        Subject::Household => (None, Some(scene.dossiers.values())),
        Subject::Person | Subject::Staff => (scene.dossiers.get(&instance.person), None),
    };
    let dossiers = own.into_iter().chain(all.into_iter().flatten());
    let of_ledgers =
        |dossier: &'i Dossier<'a>| evidence.queries().flat_map(|query| dossier.rows.of_ledger(query.ledger));
    let rows = dossiers.flat_map(of_ledgers);
    rows.filter(move |row| instance.rows.contains(&row.seq()) == (evidence.same == Same::Row))
}

/// What a row must be to be evidence, as one of its ledger.
pub fn query<'r>(instance: &'r Instance, row: &PersonRow) -> &'r Query {
    instance.obligation.evidence.query_of(row.record().fact.kind())
}

/// The day a row counts for as evidence; none: the date that counts is blank, or has not come by `as_of`.
pub fn counts_on(instance: &Instance, row: &PersonRow, as_of: NaiveDate) -> Option<NaiveDate> {
    query(instance, row).day_of(row.record()).filter(|day| *day <= as_of)
}

/// What a row lacks to be evidence of something due, whatever the window; nothing: it is one.
pub fn lacks<'r>(
    instance: &'r Instance<'_, '_>,
    row: &'r PersonRow<'_>,
    scene: &'r HouseholdScene<'_, '_>,
) -> impl Iterator<Item = EvidenceLack> + 'r {
    let as_of = scene.reading.as_of;
    let evidence = &instance.obligation.evidence;
    let query = query(instance, row);
    let is_other = evidence.same == Same::Person;
    let is_of_absent = row.needs_staff() && row.is_of_absent;
    let fact = &row.record().fact;
    let unfit = move |is_how: bool| {
        let conditions = query.unfulfilled(row.record(), as_of);
        let said_here = move |condition: &&Condition| (condition.field.id() == HOW) == is_how;
        conditions.filter(said_here).map(move |condition| unfit(condition, row, as_of))
    };
    let too_early = || (is_other && row.date < instance.trigger).then_some(EvidenceLack::TooEarly);
    let not_employed = move || (is_other && is_of_absent).then_some(EvidenceLack::NotEmployed);
    let of_another = move || if is_of_absent { None } else { of_another(instance, row, scene) };
    let is_attempt = move || is_other && fact.is_attempt() && !query.asks("result");
    let not_reached =
        move || fact.result().filter(|_| is_attempt()).map(|outcome| EvidenceLack::NotReached { outcome });
    let undated = move || match counts_on(instance, row, as_of) {
        Some(_) => None,
        None => query.dated.first().map(|field| EvidenceLack::Undated { field: field.column.field }),
    };
    too_early()
        .into_iter()
        .chain(not_employed())
        .chain(std::iter::once_with(of_another).flatten())
        .chain(unfit(true))
        .chain(std::iter::once_with(not_reached).flatten())
        .chain(unfit(false))
        .chain(std::iter::once_with(undated).flatten())
}

/// That a condition does not hold of a row.
pub fn unfit(condition: &Condition, row: &PersonRow, as_of: NaiveDate) -> EvidenceLack {
    EvidenceLack::Unfit { field: condition.field.column.field, found: condition.found(row.record(), as_of) }
}

/// That a row is not of whom it must be.
fn of_another(instance: &Instance, row: &PersonRow, scene: &HouseholdScene) -> Option<EvidenceLack> {
    let by = instance.obligation.evidence.by;
    let doer = match by {
        EvidenceBy::Anyone => return None,
        EvidenceBy::Owner => Doer::Owner,
        EvidenceBy::Doer => instance.doer,
    };
    let wanted = doer.at_end_of(row.date, scene);
    if row.staff.is_some() && row.staff == wanted {
        return None;
    }
    Some(match doer {
        Doer::Owner => EvidenceLack::NotOwners { owner: wanted.cloned() },
        Doer::Claimant(_) | Doer::OwnerElse(_) | Doer::Manager | Doer::Expert(_) => {
            EvidenceLack::NotDoers { doer: wanted.cloned() }
        }
    })
}
