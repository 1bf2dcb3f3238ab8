//! The words of a short list as a template offers them; no others are taken.

use crate::domain::{Channel, ColumnType, Lang, Method, Outcome, Place, Role, StopReason, Verdict, WordList};
use crate::ingest::ClosedList;

/// The words that may stand in a column of that type; none for other types.
pub fn offered(holds: ColumnType, lang: Lang) -> Vec<&'static str> {
    match (holds, lang) {
        (ColumnType::Word(list), _) => of_list(list, lang),
        (ColumnType::YesNo(words), Lang::Zh) => words.offered.to_vec(),
        (ColumnType::YesNo(_), Lang::En) => vec!["yes", "no"],
        (ColumnType::Grade, _) => vec!["5", "4", "3", "2", "1"],
        _ => Vec::new(),
    }
}

fn of_list(list: WordList, lang: Lang) -> Vec<&'static str> {
    match list {
        WordList::Channel => words::<Channel>(lang),
        WordList::Role => words::<Role>(lang),
        WordList::Method => words::<Method>(lang),
        WordList::Place => words::<Place>(lang),
        WordList::Outcome => words::<Outcome>(lang),
        WordList::StopReason => words::<StopReason>(lang),
        WordList::Verdict => words::<Verdict>(lang),
    }
}

/// The words of a closed list: its Chinese names, or its ids.
fn words<T: ClosedList>(lang: Lang) -> Vec<&'static str> {
    let word = |(_, id, spellings): &(T, &'static str, &'static [&'static str])| match lang {
        Lang::Zh => spellings.first().copied().unwrap_or(*id),
        Lang::En => *id,
    };
    T::SPELLINGS.iter().map(word).collect()
}
