//! What explanations are written with: rows referred to, clauses named, sentences said.

use crate::domain::{Arg, Books, Entry, Lang, Message, Phone, Seq, StaffId};
use crate::policy::Clause;
use crate::report::{Mark, Paragraph, Presenter, Section};
use serde::Serialize;
use std::collections::BTreeSet;

/// A ledger row and where it came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RowRef {
    /// The ledger's id.
    pub kind: &'static str,
    /// The file's name, without its folder.
    pub file: String,
    /// The sheet's name; none: the file has none.
    pub sheet: Option<String>,
    /// The import it came with.
    pub batch: u64,
    /// Counted from 1 with the headings.
    pub row: u32,
    /// Its place in the journal.
    pub seq: Seq,
}

/// A sentence, the clause that makes it so, and the rows behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedSentence {
    /// The sentence, in the reader's language.
    pub text: String,
    /// The clause that makes it so; none: none does.
    pub clause: Option<Clause>,
    /// The rows.
    pub rows: Vec<RowRef>,
}

/// A clause that is named, in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedClause {
    /// Its id, the same for ever.
    pub id: Clause,
    /// What it is called.
    pub title: String,
    /// What it lays down.
    pub words: String,
    /// Document and number; none: the house's own.
    pub source: Option<String>,
}

impl NamedClause {
    /// In plain words: what it lays down, else what it is called.
    pub fn of(id: &Clause, presenter: &Presenter<'_>) -> Self {
        let lang = presenter.lang();
        match presenter.policy.clause(id) {
            Some(clause) => {
                let title = clause.title.say(lang).to_owned();
                let words = clause.statement.as_ref().map_or_else(|| title.clone(), |said| said.say(lang).to_owned());
                NamedClause { id: id.clone(), words, title, source: Some(clause.source.clone()) }
            }
            // Only a decision of the company has no clause behind it.
            None => {
                let title = presenter.texts.get("explain-no-clause");
                NamedClause { id: id.clone(), words: title.clone(), title, source: None }
            }
        }
    }
}

/// Tells of rows, clauses and people.
pub(in crate::report) struct Teller<'a> {
    pub presenter: Presenter<'a>,
    pub books: &'a Books,
}

impl<'a> Teller<'a> {
    /// The message in words.
    pub fn say(&self, message: &Message) -> String {
        self.presenter.say(message)
    }

    /// The row of that place in the journal.
    pub fn entry(&self, seq: Seq) -> Option<&'a Entry> {
        self.books.entry(seq)
    }

    /// Those rows with their places, in the order given; the same rows in journal order are the same bytes.
    pub fn rows(&self, rows: &[Seq]) -> Vec<RowRef> {
        row_refs(self.books, rows)
    }

    /// Every clause of those, each once, in the order of their ids.
    pub fn clauses<'c>(&self, ids: impl IntoIterator<Item = &'c Clause>) -> Vec<NamedClause> {
        ids.into_iter().collect::<BTreeSet<_>>().into_iter().map(|id| NamedClause::of(id, &self.presenter)).collect()
    }

    /// Parts joined into one sentence.
    pub fn joined(&self, parts: &[String]) -> String {
        parts.join(if self.presenter.lang() == Lang::Zh { "，" } else { ", " })
    }

    /// Several members of staff as one text.
    pub fn people<'s>(&self, staff: impl IntoIterator<Item = &'s StaffId>) -> Arg {
        Arg::List(staff.into_iter().map(|id| self.presenter.staff(id).into()).collect())
    }

    /// A customer by name and phone.
    pub fn customer(&self, name: Option<&str>, phone: &Phone) -> String {
        match name {
            Some(name) => format!("{name} {}", self.presenter.phone(phone)),
            None => self.presenter.phone(phone),
        }
    }
}

/// Those rows with their places; rows that are not in the books have none.
pub(in crate::report) fn row_refs(books: &Books, rows: &[Seq]) -> Vec<RowRef> {
    let place = |seq: &Seq| {
        let entry = books.entry(*seq)?;
        let source = books.sources.get(entry.source as usize)?;
        Some(RowRef {
            kind: entry.record.fact.kind().id(),
            file: source.file.clone(),
            sheet: source.sheet.clone(),
            batch: source.batch,
            row: entry.line,
            seq: *seq,
        })
    };
    rows.iter().filter_map(place).collect()
}

/// The rows by sheet: `出货名单 3月.xlsx › 一部 第 5、6 行（批次 2）`.
pub(in crate::report) fn rows_said(rows: &[RowRef], presenter: &Presenter<'_>) -> String {
    let mut sorted: Vec<&RowRef> = rows.iter().collect();
    sorted.sort();
    let same = |a: &&RowRef, b: &&RowRef| (a.kind, &a.file, &a.sheet, a.batch) == (b.kind, &b.file, &b.sheet, b.batch);
    let said = |rows: &[&RowRef]| {
        let first = rows.first()?;
        let place = presenter.place(&first.file, first.sheet.as_deref(), " › ");
        let lines: Vec<Arg> = rows.iter().map(|row| row.row.to_string().into()).collect();
        let message = Message::new("explain-rows")
            .with("kind", presenter.word("kind", first.kind))
            .with("place", place)
            .with("rows", Arg::List(lines))
            .show("batch", first.batch);
        Some(presenter.say(&message))
    };
    presenter.texts.joined(sorted.chunk_by(same).filter_map(said))
}

/// Puts clauses and rows into a page: a clause's words stand where it is named first.
pub(super) struct PageWriter<'a> {
    pub presenter: &'a Presenter<'a>,
    clauses: &'a [NamedClause],
    named: BTreeSet<Clause>,
}

impl<'a> PageWriter<'a> {
    pub fn new(presenter: &'a Presenter<'a>, clauses: &'a [NamedClause]) -> Self {
        PageWriter { presenter, clauses, named: BTreeSet::new() }
    }

    /// A heading or other text that needs no values.
    pub fn get(&self, key: &'static str) -> String {
        self.presenter.texts.get(key)
    }

    /// The message in words.
    pub fn say(&self, message: &Message) -> String {
        self.presenter.say(message)
    }

    /// Those sections that say anything, each by its heading's key.
    pub fn sections<const N: usize>(&self, sections: [(&'static str, Vec<Paragraph>); N]) -> Vec<Section> {
        let said = sections.into_iter().filter(|(_, paragraphs)| !paragraphs.is_empty());
        said.map(|(key, paragraphs)| Section { title: self.get(key), paragraphs }).collect()
    }

    /// The text with the clause's id behind it, and its words below where it was not named before.
    pub fn with_clause(&mut self, mark: Mark, text: &str, clause: Option<&Clause>) -> Paragraph {
        let Some(id) = clause else { return Paragraph::marked(mark, text) };
        let words = self.clauses.iter().find(|clause| clause.id == *id).filter(|_| self.named.insert(id.clone()));
        let message = Message::new("explain-by-clause").with("text", text).with("clause", self.presenter.clause(id));
        let paragraph = Paragraph::marked(mark, self.say(&message));
        paragraph.with(words.map(|clause| {
            let message = Message::new("explain-clause-says").with("clause", self.presenter.clause(id));
            Paragraph::marked(Mark::Clause, self.say(&message.with("words", clause.words.as_str())))
        }))
    }

    /// A told sentence with its clause and rows.
    pub fn told(&mut self, mark: Mark, told: &ExplainedSentence) -> Paragraph {
        let rows = self.rows(&told.rows);
        self.with_clause(mark, &told.text, told.clause.as_ref()).with(rows)
    }

    /// The line of rows; none where there are no rows.
    pub fn rows(&self, rows: &[RowRef]) -> Option<Paragraph> {
        (!rows.is_empty()).then(|| {
            let message = Message::new("explain-ledger").with("rows", rows_said(rows, self.presenter));
            Paragraph::marked(Mark::Rows, self.say(&message))
        })
    }
}
