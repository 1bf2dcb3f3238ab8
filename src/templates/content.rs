//! What a column of a ledger is filled with: it decides format, width and drop-down.

use crate::domain::{Channel, Kind, Lang, Method, Outcome, Place, Role, StopReason, Verdict};
use crate::ingest::{ClosedList, Field};

/// What is written in a column.
#[derive(Debug, Clone, Copy)]
pub enum ColumnContent {
    /// A day, with the time where it is known.
    Moment,
    Date,
    Phone,
    Count,
    /// Yuan.
    Money,
    /// A short text, kept as typed: numbers keep their leading noughts.
    Code,
    /// A longer text.
    Prose,
    /// A member of staff on the roster; if a role is named, first of all one who has it.
    Staff(Option<Role>),
    /// Somebody's name, most often a member of staff's.
    Person,
    /// An offence of the policy (违规类别).
    Offence,
    /// A word of a short list.
    Words(WordList),
}

/// The words of a short list in that language; no others are taken.
pub type WordList = fn(Lang) -> Vec<&'static str>;

const fn closed(of: WordList) -> ColumnContent {
    ColumnContent::Words(of)
}

/// The words of a closed list: its Chinese names, or its ids.
fn words<T: ClosedList>(lang: Lang) -> Vec<&'static str> {
    let word = |(_, id, spellings): &(T, &'static str, &'static [&'static str])| match lang {
        Lang::Zh => spellings.first().copied().unwrap_or(*id),
        Lang::En => *id,
    };
    T::SPELLINGS.iter().map(word).collect()
}

fn yes(lang: Lang) -> Vec<&'static str> {
    match lang {
        Lang::Zh => vec!["是", "否"],
        Lang::En => vec!["yes", "no"],
    }
}

fn problem(lang: Lang) -> Vec<&'static str> {
    match lang {
        Lang::Zh => vec!["有", "无"],
        Lang::En => yes(lang),
    }
}

/// 本人签名: who signed says more than yes or no.
fn signature(lang: Lang) -> Vec<&'static str> {
    match lang {
        Lang::Zh => vec!["本人", "手印", "家属代签", "拒签", "无"],
        Lang::En => yes(lang),
    }
}

fn satisfaction(_: Lang) -> Vec<&'static str> {
    vec!["5", "4", "3", "2", "1"]
}

/// What the column of that field holds in that kind of ledger.
pub fn holds(kind: Kind, field: Field) -> ColumnContent {
    use Field as F;
    match (kind, field) {
        (Kind::Stop, F::Reason) => closed(words::<StopReason>),
        (Kind::ExpertCall, F::Problem) => closed(problem),
        (Kind::Supervision, F::Staff) => ColumnContent::Staff(Some(Role::Manager)),
        (_, F::At) => ColumnContent::Moment,
        (Kind::Wage, F::Name) => ColumnContent::Person,
        (
            _,
            F::Entered
            | F::Expires
            | F::FollowedUp
            | F::From
            | F::HandedIn
            | F::Hired
            | F::Left
            | F::NextAt
            | F::Relayed
            | F::Reported
            | F::Resolved
            | F::Resumed
            | F::Solved
            | F::Submitted
            | F::ToExpert,
        ) => ColumnContent::Date,
        (_, F::Phone | F::AltPhone | F::ReferrerPhone | F::RelatedPhone) => ColumnContent::Phone,
        (_, F::Boxes | F::Customers) => ColumnContent::Count,
        (_, F::Amount | F::Base | F::Payable | F::Wage) => ColumnContent::Money,
        (_, F::Staff | F::EnteredBy | F::HandedInBy) => ColumnContent::Staff(None),
        (_, F::Expert | F::Accompanied) => ColumnContent::Staff(Some(Role::Expert)),
        (_, F::Against | F::Concerning | F::DecidedBy | F::ReceivedBy | F::TakenBy) => ColumnContent::Person,
        (_, F::Offence) => ColumnContent::Offence,
        (_, F::Channel) => closed(words::<Channel>),
        (_, F::Role) => closed(words::<Role>),
        (_, F::Place) => closed(words::<Place>),
        (_, F::Result) => closed(words::<Outcome>),
        (_, F::Verdict) => closed(words::<Verdict>),
        (_, F::Method) => closed(words::<Method>),
        (_, F::Stamped | F::Spoke | F::NeedsVisit | F::Visited | F::Severe) => closed(yes),
        (_, F::Signed) => closed(signature),
        (_, F::Satisfaction) => closed(satisfaction),
        (_, F::Address | F::Note | F::Problem | F::Reason | F::Subject | F::Interests) => ColumnContent::Prose,
        (
            _,
            F::Age
            | F::Birthday
            | F::Complainant
            | F::Customer
            | F::Department
            | F::Employment
            | F::Event
            | F::Gender
            | F::Household
            | F::Income
            | F::Month
            | F::Name
            | F::Occupation
            | F::Product
            | F::Referrer
            | F::Relation
            | F::StaffId
            | F::State
            | F::Task
            | F::Type
            | F::Violation,
        ) => ColumnContent::Code,
    }
}
