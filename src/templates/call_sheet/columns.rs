//! The columns of a call sheet: what is read on paper, the blanks, and at the right what the way back needs.

use crate::domain::{Column, ColumnType, Field, FieldValue, Lang, Message, Moment};
use crate::report::{CallSheetLine, CallSheetPage, CallSheetTask};
use crate::templates::choices::{Choices, TemplateHouse};
use crate::templates::columns::is_text;
use crate::texts::Texts;
use std::collections::BTreeSet;

/// A column of a call sheet.
pub struct CallSheetColumn {
    /// What stands over it.
    pub heading: String,
    /// What its cells hold.
    pub holds: CallSheetCells,
    /// Its width in characters of the usual font.
    pub width: f64,
    /// Nobody needs it on this sheet: it is there, but not shown.
    pub is_hidden: bool,
    /// Its drop-down.
    pub choices: Option<Choices>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallSheetCells {
    /// What is due and until when, line by line.
    What,
    /// What has to be known: why, the last contact, the address, what was bought.
    Known,
    /// The household's number.
    Household,
    /// The name of whoever has to do it.
    Who,
    /// A column of the ledger.
    Of(Field, ColumnType),
}

/// What anybody may have to write of a contact, whatever was due.
const ALWAYS: [Field; 8] = [
    Field::At,
    Field::Method,
    Field::Result,
    Field::Satisfaction,
    Field::Problem,
    Field::NextAt,
    Field::Note,
    Field::Visited,
];

/// The columns of a page with those lines.
pub fn columns(
    page: CallSheetPage,
    lines: &[&CallSheetLine],
    house: &TemplateHouse,
    texts: &Texts,
) -> Vec<CallSheetColumn> {
    let own = |key: &'static str, holds, width| CallSheetColumn {
        heading: texts.get(key),
        holds,
        width,
        is_hidden: false,
        choices: None,
    };
    let told =
        [own("call-sheet-what", CallSheetCells::What, 19.0), own("call-sheet-known", CallSheetCells::Known, 30.0)];
    let back =
        [own("call-sheet-household", CallSheetCells::Household, 12.0), own("call-sheet-who", CallSheetCells::Who, 7.0)];
    let Some(kind) = page.ledger() else {
        let customer = own("call-sheet-customer", CallSheetCells::Of(Field::Customer, ColumnType::Code), 9.0);
        let phone = own("call-sheet-phone", CallSheetCells::Of(Field::Phone, ColumnType::Phones), 13.0);
        return [customer, phone].into_iter().chain(told).chain(back).collect();
    };
    let asked: BTreeSet<Field> = lines.iter().flat_map(|line| line.asked.iter().copied()).collect();
    let of = |column: &Column| ledger_column(column, page, &asked, house, texts);
    let of_field = |field: Field| kind.ledger().column(field).map(of);
    let blanks = kind.columns().iter().filter(|column| !column.field.is_written_beforehand()).map(of);
    let staff = [Field::Task, Field::Staff, Field::Expert].into_iter().filter_map(of_field);
    let [household, who] = back;
    let mut all: Vec<CallSheetColumn> = [Field::Customer, Field::Phone].into_iter().filter_map(of_field).collect();
    all.extend(told);
    all.extend(blanks);
    all.extend(staff);
    all.extend([household, who]);
    all
}

fn ledger_column(
    column: &Column,
    page: CallSheetPage,
    asked: &BTreeSet<Field>,
    house: &TemplateHouse,
    texts: &Texts,
) -> CallSheetColumn {
    let is_needed = column.needed || column.field.is_written_beforehand() || asked.contains(&column.field);
    let is_completed = matches!(page, CallSheetPage::ToComplete(_));
    CallSheetColumn {
        heading: match texts.lang() {
            Lang::Zh => column.heading().to_owned(),
            Lang::En => column.id().to_owned(),
        },
        holds: CallSheetCells::Of(column.field, column.holds),
        width: width(column),
        is_hidden: !(is_needed || is_completed || ALWAYS.contains(&column.field)),
        choices: house.choices(column.holds, texts.lang()),
    }
}

fn width(column: &Column) -> f64 {
    match (column.field, column.holds) {
        (Field::Customer | Field::Result | Field::Accompanied, _) => 8.0,
        (Field::Task, _) => 12.0,
        (Field::Staff | Field::Expert, _) => 6.0,
        (_, ColumnType::Phones) => 13.0,
        (_, ColumnType::Moment | ColumnType::Day) => 10.0,
        (Field::Problem, _) => 9.0,
        (_, ColumnType::Prose) => 11.0,
        (_, ColumnType::Grade | ColumnType::YesNo(_)) => 6.0,
        _ => 8.0,
    }
}

/// A cell that is filled in beforehand.
pub enum CallSheetValue {
    /// Left for whoever does it.
    Blank,
    /// Text as it is.
    Text(String),
    /// A day.
    Moment(Moment),
    /// A number.
    Number(f64),
}

/// What a line says in a column.
pub fn value(line: &CallSheetLine, column: &CallSheetColumn, texts: &Texts) -> CallSheetValue {
    let text = |text: String| if text.is_empty() { CallSheetValue::Blank } else { CallSheetValue::Text(text) };
    match column.holds {
        CallSheetCells::What => text(what(line, texts)),
        CallSheetCells::Known => text(known(line, texts)),
        CallSheetCells::Household => text(line.household.written()),
        CallSheetCells::Who => text(line.assignee_name.clone().unwrap_or_default()),
        CallSheetCells::Of(Field::Task, _) => text(line.ids()),
        CallSheetCells::Of(field, holds) => match &line.completes {
            Some(record) => record.value(field).map_or(CallSheetValue::Blank, |value| of_record(&value, holds, texts)),
            None => text(match field {
                Field::Customer => line.customer.clone().unwrap_or_default(),
                Field::Phone => line.call.written(),
                Field::Staff | Field::Expert => line.assignee.as_ref().map(ToString::to_string).unwrap_or_default(),
                _ => String::new(),
            }),
        },
    }
}

/// A value of a row as it was read, in words that are read as the same again.
fn of_record(value: &FieldValue<'_>, holds: ColumnType, texts: &Texts) -> CallSheetValue {
    CallSheetValue::Text(match value {
        FieldValue::Text(text) => (*text).to_owned(),
        FieldValue::Word(id) => crate::templates::content::word(holds, id, texts.lang()),
        // A blank says no.
        FieldValue::YesNo(false) => return CallSheetValue::Blank,
        FieldValue::YesNo(true) => texts.get("call-sheet-yes"),
        FieldValue::Day(day) => return CallSheetValue::Moment(Moment::day(*day)),
        FieldValue::Moment(moment) => return CallSheetValue::Moment(*moment),
        FieldValue::Month(month) => month.to_string(),
        FieldValue::Number(number) | FieldValue::Money(number) if is_text(holds) => number.to_string(),
        FieldValue::Number(number) | FieldValue::Money(number) => {
            return rust_decimal::prelude::ToPrimitive::to_f64(number)
                .map_or(CallSheetValue::Blank, CallSheetValue::Number);
        }
        FieldValue::Phones(phones) => phones.iter().map(|phone| phone.written()).collect::<Vec<_>>().join("、"),
        FieldValue::Staff(staff) => staff.to_string(),
    })
}

/// `三日内上门 10-08 逾期（上门、本人签名）`, a line for each task.
fn what(line: &CallSheetLine, texts: &Texts) -> String {
    let task = |task: &CallSheetTask| {
        let key = if task.is_overdue { "call-sheet-task-overdue" } else { "call-sheet-task" };
        let message = Message { key, args: Vec::new() };
        let said = texts.say(&message.with("what", task.what.as_str()).show("due", task.due));
        match task.needs.is_empty() {
            true => said,
            false => texts.aside(&said, texts.joined(task.needs.iter().cloned())),
        }
    };
    line.tasks.iter().map(task).collect::<Vec<_>>().join("\n")
}

/// Why, when somebody was last there, where it is, what they have.
fn known(line: &CallSheetLine, texts: &Texts) -> String {
    let said = |key: &'static str, text: &str| texts.say(&Message { key, args: Vec::new() }.with("text", text));
    let mut reasons: Vec<&str> = Vec::new();
    for task in &line.tasks {
        if !task.why.is_empty() && !reasons.contains(&task.why.as_str()) {
            reasons.push(&task.why);
        }
    }
    let mut all: Vec<String> = reasons.into_iter().map(|why| said("call-sheet-why", why)).collect();
    all.extend(line.last_contact.as_deref().map(|text| said("call-sheet-last", text)));
    all.extend(line.address.as_deref().map(|text| said("call-sheet-address", text)));
    let family: Vec<String> = line.family.iter().map(|phone| phone.written()).collect();
    all.extend((!family.is_empty()).then(|| said("call-sheet-family", &texts.joined(family))));
    let is_told = |text: &&String| !line.tasks.iter().any(|task| task.why == **text);
    all.extend(line.bought.iter().filter(is_told).map(|text| said("call-sheet-bought", text)));
    all.join("\n")
}
