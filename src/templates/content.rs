//! The words of a short list as a template offers them; no others are taken.

use crate::domain::{ColumnType, Lang, WordList};
use crate::ingest::spelled;

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
    let word = |(id, chinese)| match lang {
        Lang::Zh => chinese,
        Lang::En => id,
    };
    spelled(list).into_iter().map(word).collect()
}

/// The word of that id as a template offers it; an id of no list stays as it is.
pub fn word(holds: ColumnType, id: &str, lang: Lang) -> String {
    let chinese = |list| spelled(list).into_iter().find(|(of, _)| *of == id).map(|(_, chinese)| chinese);
    match (holds, lang) {
        (ColumnType::Word(list), Lang::Zh) => chinese(list).unwrap_or(id).to_owned(),
        _ => id.to_owned(),
    }
}
