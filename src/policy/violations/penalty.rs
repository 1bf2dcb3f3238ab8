//! What violations cost: ladders per person, prices, and what findings settle.

use crate::domain::{Finding, StaffId};
use crate::policy::books::identity::People;
use crate::policy::books::roster::Roster;
use crate::policy::verdict::draft::DraftViolation;
use crate::policy::{
    Amount, Certainty, Cost, Grounds, Offence, Per, Policy, Pricing, Sanctions, Subject, Violation, ViolationBasis,
};
use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::HashMap;
use std::sync::Arc;

/// Counts each person's on the ladders, prices everything, and sorts it as it is reported.
pub fn settle(
    mut drafts: Vec<(String, DraftViolation)>,
    people: &People,
    roster: &Roster,
    policy: &Policy,
) -> Vec<Violation> {
    drafts.retain(|(_, draft)| policy.in_force_from.is_none_or(|from| from <= draft.date));
    drafts.sort_by_key(|(_, draft)| (draft.date, draft.order()));
    let mut counts: HashMap<(StaffId, Arc<str>), u32> = HashMap::new();
    let mut violations: Vec<Violation> = drafts
        .into_iter()
        .filter_map(|(id, draft)| {
            let offence = policy.offence(&draft.offence)?;
            let occurrence =
                draft.staff.clone().filter(|_| offence.has_ladder() && draft.certainty.counts()).map(|staff| {
                    let count = counts.entry((staff, draft.offence.clone())).or_default();
                    *count += 1;
                    *count
                });
            violation(id, draft, offence, occurrence, people, roster, policy)
        })
        .collect();
    violations.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    violations
}

/// By date, offence, staff, phone, household, subject, department, id; what is missing before every value.
fn sort_key(violation: &Violation) -> impl Ord {
    let Violation { date, offence, staff, phone, household, subject, department, id, .. } = violation;
    (date, offence, staff, phone, household, subject, department, id)
}

fn violation(
    id: String,
    draft: DraftViolation,
    offence: &Offence,
    occurrence: Option<u32>,
    people: &People,
    roster: &Roster,
    policy: &Policy,
) -> Option<Violation> {
    let later = occurrence.is_some_and(|nth| nth > 1);
    let severe = offence.severe.filter(|_| draft.finding.as_ref().is_some_and(|finding| finding.severe));
    let action = match (draft.certainty.counts(), later) {
        (false, _) => None,
        (true, true) => offence.from_second.or(severe).or(offence.action),
        (true, false) => severe.or(offence.action),
    };
    let wage = draft.staff.as_ref().and_then(|staff| roster.wage(staff, draft.date));
    let pricing = match draft.certainty {
        Certainty::Suspected => Pricing::default(),
        _ => pricing(offence, draft.date, draft.finding.as_ref(), wage, later),
    };
    let cost = cost(&pricing, &policy.sanctions);
    let of_due = match &draft.basis {
        ViolationBasis::Due(inquiry) => policy.obligation(&inquiry.obligation).map(|due| due.subject()),
        _ => None,
    };
    let person = draft.person.as_ref().map(|phone| people.person_of(phone));
    let (first, rest) = draft.rows.split_first()?;
    Some(Violation {
        id,
        date: draft.date,
        offence: draft.offence,
        grounds: Grounds::new(offence.clause.clone(), *first).and(rest.iter().copied()),
        status: draft.certainty,
        phone: person.map(|person| people.phone(person).clone()),
        household: person.map(|person| people.key(people.person(person).household).clone()),
        subject: match (of_due, person) {
            (Some(subject), _) => subject,
            (None, Some(_)) => Subject::Person,
            (None, None) => Subject::Staff,
        },
        department: draft.staff.as_ref().and_then(|staff| roster.department(staff, draft.date)).map(str::to_owned),
        staff: draft.staff,
        cost,
        action,
        occurrence,
        detail: draft.detail,
        basis: draft.basis,
        pricing,
        rulings: draft.rulings,
    })
}

/// The price in force on the violation's date, and everything it depends on.
fn pricing(
    offence: &Offence,
    date: NaiveDate,
    finding: Option<&Finding>,
    wage: Option<Decimal>,
    later: bool,
) -> Pricing {
    let beyond_first = later && offence.first_only;
    let Some(amount) = offence.amount.as_ref().map(|amount| amount.at(date)) else {
        return Pricing { beyond_first, ..Pricing::default() };
    };
    let set = finding.and_then(|finding| finding.amount).filter(|set| match amount {
        Amount::Range { min, max } => !beyond_first && min <= set && set <= max,
        Amount::Fixed(_) | Amount::WageDays(_) | Amount::WageShare(_) => false,
    });
    Pricing {
        times: match (offence.per, finding) {
            (Per::Customer, Some(finding)) => finding.customers.unwrap_or(1),
            (Per::Box, Some(finding)) => finding.boxes.unwrap_or(0),
            (Per::Each, _) | (_, None) => 1,
        },
        set,
        wage: wage.filter(|_| matches!(amount, Amount::WageDays(_) | Amount::WageShare(_))),
        amount: Some(amount.clone()),
        beyond_first,
    }
}

/// What that comes to, in yuan rounded half up to the fen.
fn cost(pricing: &Pricing, sanctions: &Sanctions) -> Cost {
    let Pricing { amount, times, set, wage, beyond_first } = pricing;
    if *beyond_first {
        return Cost::Yuan(Decimal::ZERO);
    }
    let Some(amount) = amount else { return Cost::None };
    let exact = match amount {
        Amount::Fixed(yuan) => Some(*yuan),
        Amount::Range { min, .. } => Some(set.unwrap_or(*min)),
        Amount::WageDays(days) => wage.map(|wage| wage * days / sanctions.wage_month_days),
        Amount::WageShare(share) => wage.map(|wage| wage * share),
    };
    exact.map_or(Cost::WageUnknown, |exact| Cost::Yuan(to_fen(exact * Decimal::from(*times))))
}

/// Yuan rounded half up to the fen.
pub fn to_fen(yuan: Decimal) -> Decimal {
    yuan.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_is_rounded_up() {
        let fen = |text: &str| to_fen(text.parse().unwrap()).to_string();
        assert_eq!(
            (fen("0.004"), fen("0.005"), fen("2175"), fen("10.125")),
            ("0.00".into(), "0.01".into(), "2175".into(), "10.13".into())
        );
    }
}
