//! The sheet of notes (填写说明): what each column means, and the lists too long for a drop-down's rule.
//!
//! The reader passes over a sheet that holds no headings. So no cell here is a heading alone, and no row has more than
//! two cells.

use super::choices::{Choices, Colleague, OfferedOffence, TemplateHouse};
use super::columns::{TEXT, TemplateColumn};
use super::ledger::{A4, OPTIONAL, letter};
use crate::domain::{ColumnType, Field, Kind, Lang, LedgerNeed, Message};
use crate::texts::Texts;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

const FIRST: f64 = 26.0;
const SECOND: f64 = 84.0;
const LINE_HEIGHT: f64 = 17.0;

/// A row of the notes.
enum NoteLine {
    Title(String),
    /// Over both columns.
    Text(String),
    Heads(String, String),
    Entry(String, String),
    Blank,
}

/// The notes of a template, and where its lists stand on them.
pub struct TemplateNotes {
    lines: Vec<NoteLine>,
    /// Each list with its first and last row on the sheet, counted from 1.
    lists: Vec<(Vec<String>, usize, usize)>,
}

impl TemplateNotes {
    /// What there is to say of that kind of ledger.
    pub fn of(kind: Kind, columns: &[TemplateColumn], house: &TemplateHouse, texts: &Texts) -> TemplateNotes {
        let mut notes = TemplateNotes { lines: Vec::new(), lists: Vec::new() };
        let name = match texts.lang() {
            Lang::Zh => kind.ledger().chinese,
            Lang::En => kind.id(),
        };
        notes.lines.push(NoteLine::Title(texts.say(&Message::new("templates-notes-title").with("ledger", name))));
        notes.lines.extend(texts.find(&format!("templates-about-{kind}")).map(NoteLine::Text));
        notes.lines.push(NoteLine::Text(texts.say(&turn(kind))));
        for key in ["templates-notes-rows", "templates-notes-required", "templates-notes-import"] {
            notes.lines.push(NoteLine::Text(texts.say(&Message { key, args: Vec::new() })));
        }
        notes.lines.push(NoteLine::Blank);
        notes.lines.push(NoteLine::Heads(texts.get("templates-notes-column"), texts.get("templates-notes-meaning")));
        for (at, column) in (0u16..).zip(columns) {
            let place = Message::new("templates-notes-place").show("letter", letter(at)).with("column", column.name);
            notes.lines.push(NoteLine::Entry(texts.say(&place), entry(kind, column, texts)));
        }
        notes.staff(columns, house, texts);
        notes.offences(columns, house, texts);
        notes
    }

    /// The range of a list that stands here, as a rule names it; none for those that do not need one.
    pub fn range(&self, choices: &Choices, sheet: &str) -> Option<String> {
        let (_, first, last) = self.lists.iter().find(|(items, ..)| *items == choices.items)?;
        Some(format!("='{sheet}'!$A${first}:$A${last}"))
    }

    /// Whom the columns of staff offer; one list for each set of people.
    fn staff(&mut self, columns: &[TemplateColumn], house: &TemplateHouse, texts: &Texts) {
        let colleagues = house.colleagues();
        for column in columns {
            let (ColumnType::Staff(_) | ColumnType::Person, Some(choices)) = (column.holds, &column.choices) else {
                continue;
            };
            if self.lists.iter().any(|(items, ..)| *items == choices.items) {
                continue;
            }
            let heads = match column.holds {
                ColumnType::Staff(Some(role)) if choices.items.len() < colleagues.len() => {
                    let role = texts.find(&format!("templates-role-{}", role.id())).unwrap_or_default();
                    Message::new("templates-list-role").with("role", role)
                }
                _ => Message::new("templates-list-staff"),
            };
            let entry = |item: &String| {
                let known = colleagues.iter().find(|colleague| colleague.written == *item);
                (item.clone(), known.map(|known| particulars(known, texts)).unwrap_or_default())
            };
            let entries = choices.items.iter().map(entry).collect();
            self.list(texts.say(&heads), texts.get("templates-list-staff-detail"), entries);
        }
    }

    /// The offences, if a column offers them.
    fn offences(&mut self, columns: &[TemplateColumn], house: &TemplateHouse, texts: &Texts) {
        if columns.iter().any(|column| matches!(column.holds, ColumnType::Offence)) && !house.offences.is_empty() {
            let entries =
                house.offences.iter().map(|OfferedOffence { id, title }| (title.clone(), id.clone())).collect();
            self.list(texts.get("templates-list-offences"), texts.get("templates-list-offences-detail"), entries);
        }
    }

    fn list(&mut self, heading: String, detail: String, entries: Vec<(String, String)>) {
        self.lines.extend([NoteLine::Blank, NoteLine::Heads(heading, detail)]);
        let first = self.lines.len() + 1;
        let items: Vec<String> = entries.iter().map(|(item, _)| item.clone()).collect();
        let last = first + items.len() - 1;
        self.lines.extend(entries.into_iter().map(|(item, detail)| NoteLine::Entry(item, detail)));
        self.lists.push((items, first, last));
    }

    /// Writes the notes onto the sheet.
    pub fn lay_out(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_column_width(0, FIRST)?;
        sheet.set_column_width(1, SECOND)?;
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let heads = text.clone().set_bold().set_background_color(OPTIONAL);
        let line = Color::RGB(0xC5_CD_D6);
        let entry = text.clone().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(line);
        // What a drop-down takes from here must be text, as in the cells it is put into.
        let item = entry.clone().set_num_format_index(TEXT);
        for (row, line) in (0u32..).zip(&self.lines) {
            match line {
                NoteLine::Blank => {}
                NoteLine::Title(title) => {
                    let format = Format::new().set_bold().set_font_size(15);
                    sheet.write_string_with_format(row, 0, title, &format)?.set_row_height(row, 26)?;
                }
                NoteLine::Text(words) => {
                    sheet.merge_range(row, 0, row, 1, words, &text)?;
                    sheet.set_row_height(row, height(words, FIRST + SECOND))?;
                }
                NoteLine::Heads(one, other) => {
                    sheet.write_string_with_format(row, 0, one, &heads)?;
                    sheet.write_string_with_format(row, 1, other, &heads)?;
                    sheet.set_row_height(row, height(one, FIRST).max(height(other, SECOND)))?;
                }
                NoteLine::Entry(one, other) => {
                    sheet.write_string_with_format(row, 0, one, &item)?;
                    sheet.write_string_with_format(row, 1, other, &entry)?;
                    sheet.set_row_height(row, height(one, FIRST).max(height(other, SECOND)))?;
                }
            }
        }
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }
}

/// When a house that begins needs that ledger: names are known by the roster, and the rules begin with these few.
fn turn(kind: Kind) -> Message {
    Message::new(match kind.ledger().needed {
        LedgerNeed::First => "templates-turn-first",
        LedgerNeed::Next => "templates-turn-next",
        LedgerNeed::Later | LedgerNeed::IfAsked => "templates-turn-later",
    })
}

/// The height of a row whose text is wrapped at that width. In the usual fonts Latin letters are somewhat narrower than
/// the figures by which columns are measured, Chinese characters somewhat wider than two of them.
fn height(text: &str, columns: f64) -> f64 {
    let long: f64 = text.chars().map(|c| if c.is_ascii() { 0.92 } else { 2.12 }).sum();
    (long / columns).ceil().max(1.0) * LINE_HEIGHT
}

/// Number, name, department and role of somebody, as far as they are known.
fn particulars(colleague: &Colleague, texts: &Texts) -> String {
    let row = &colleague.row;
    let role = row.role.and_then(|role| texts.find(&format!("templates-role-{}", role.id())));
    let other = if colleague.written == row.name { row.staff_id.to_string() } else { row.name.clone() };
    [Some(other), row.department.clone(), role].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a column means, whether it must be filled, how it is written, and an example.
fn entry(kind: Kind, column: &TemplateColumn, texts: &Texts) -> String {
    let of = |what: &str| worded(what, kind, column.field, texts);
    let needed = texts.get(if column.required { "templates-required" } else { "templates-optional" });
    let mut said = vec![needed, of("field").unwrap_or_default()];
    said.extend(form(column).map(|form| texts.say(&form)));
    let example = match column.holds {
        ColumnType::Phones
        | ColumnType::Count
        | ColumnType::Number
        | ColumnType::Money
        | ColumnType::Month
        | ColumnType::Code
        | ColumnType::Figure
        | ColumnType::Birthday
        | ColumnType::StaffNumber
        | ColumnType::Prose => of("example"),
        // How they are written shows one already, or the list does.
        ColumnType::Moment
        | ColumnType::Day
        | ColumnType::Staff(_)
        | ColumnType::Person
        | ColumnType::Word(_)
        | ColumnType::YesNo(_)
        | ColumnType::Grade
        | ColumnType::Offence => None,
    };
    said.extend(example.map(|example| texts.say(&Message::new("templates-example").with("example", example))));
    said.retain(|part| !part.is_empty());
    match texts.lang() {
        Lang::Zh => said.join("。"),
        Lang::En => said.join(". "),
    }
}

/// The text about a field, that of its ledger before that of all.
fn worded(what: &str, kind: Kind, field: Field, texts: &Texts) -> Option<String> {
    let id = field.id();
    let own = texts.find(&format!("templates-{what}-{id}-{kind}"));
    own.or_else(|| texts.find(&format!("templates-{what}-{id}")))
}

/// How a cell of that column is written.
fn form(column: &TemplateColumn) -> Option<Message> {
    let offered = column.choices.as_ref();
    Some(match column.holds {
        ColumnType::Moment => Message::new("templates-form-moment"),
        ColumnType::Day => Message::new("templates-form-date"),
        ColumnType::Phones => Message::new("templates-form-phone"),
        ColumnType::Count => Message::new("templates-form-count"),
        ColumnType::Number => Message::new("templates-form-number"),
        ColumnType::Money => Message::new("templates-form-money"),
        ColumnType::Staff(_) if offered.is_some() => Message::new("templates-form-staff"),
        ColumnType::Staff(_) => Message::new("templates-form-staff-unlisted"),
        ColumnType::Offence => Message::new("templates-form-offence"),
        ColumnType::Word(_) | ColumnType::YesNo(_) | ColumnType::Grade => {
            let items = offered.map(|choices| choices.items.clone()).unwrap_or_default();
            Message::new("templates-form-words").with("choices", items)
        }
        ColumnType::Month
        | ColumnType::Code
        | ColumnType::Figure
        | ColumnType::Birthday
        | ColumnType::StaffNumber
        | ColumnType::Prose
        | ColumnType::Person => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::columns::columns;

    #[test]
    fn every_ledger_and_every_column_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for kind in Kind::ALL {
                assert!(texts.find(&format!("templates-about-{kind}")).is_some(), "{lang:?} {kind}");
                for column in columns(kind, &TemplateHouse::default(), lang) {
                    assert!(worded("field", kind, column.field, &texts).is_some(), "{lang:?} {kind} {}", column.name);
                }
            }
        }
    }

    #[test]
    fn an_entry_says_whether_what_how_and_an_example() {
        let entry_of = |kind, name: &str, lang| {
            let columns = columns(kind, &TemplateHouse::default(), lang);
            let column = columns.iter().find(|column| column.name == name).unwrap();
            entry(kind, column, &Texts::new(lang))
        };
        assert_eq!(entry_of(Kind::Return, "盒数", Lang::Zh), "必填。退了多少盒。写整数。例：2");
        assert_eq!(
            entry_of(Kind::Sale, "出货地点", Lang::Zh),
            "可不填。在哪里卖的；空着算会场。从下拉列表中选：会场、专卖店、上门、电话"
        );
        assert_eq!(
            entry_of(Kind::Sale, "staff", Lang::En),
            "Required. The specialist who did it. Write the name or number; of two with the same name, the number"
        );
    }
}
