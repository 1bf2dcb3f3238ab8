//! The columns of a template: what stands over them, how wide they are, how their cells are formatted.

use super::choices::{Choices, TemplateHouse};
use crate::domain::{Column, ColumnType, Field, Kind, Lang};
use rust_xlsxwriter::{Format, FormatAlign};

/// A column of a template.
#[derive(Debug, Clone)]
pub struct TemplateColumn {
    /// Which field it is of.
    pub field: Field,
    /// Of which type its values are: it decides format, width and drop-down.
    pub holds: ColumnType,
    /// Whether it must be filled.
    pub required: bool,
    /// What the notes call it.
    pub name: &'static str,
    /// What stands over it; the reader drops the mark of what is required.
    pub heading: String,
    /// Its drop-down; none: anything may be written, or there is nothing to offer.
    pub choices: Option<Choices>,
}

/// The columns of that kind of ledger.
pub fn columns(kind: Kind, house: &TemplateHouse, lang: Lang) -> Vec<TemplateColumn> {
    let column = |column: &Column| {
        let name = match lang {
            Lang::Zh => column.heading(),
            Lang::En => column.id(),
        };
        let heading = match (column.needed, lang) {
            (true, Lang::Zh) => format!("{name}（必填）"),
            (true, Lang::En) => format!("{name} (required)"),
            (false, _) => name.to_owned(),
        };
        let choices = house.choices(column.holds, lang);
        TemplateColumn { field: column.field, holds: column.holds, required: column.needed, name, heading, choices }
    };
    // The last day says all that a state would.
    let asked = kind.columns().iter().filter(|column| column.field != Field::State);
    asked.map(column).collect()
}

/// The day alone; a time that stands beside it is shown by [`TIMED`].
const DAY: &str = "yyyy-mm-dd";
/// The format of a day with a time.
pub const TIMED: &str = "yyyy-mm-dd hh:mm";
/// Text as typed (`@`). This and the next two are formats that every program knows by number.
pub const TEXT: u8 = 49;
const WHOLE: u8 = 1;
const DECIMALS: u8 = 2;

/// Whether its cells hold text as typed: numbers keep their leading noughts.
pub const fn is_text(holds: ColumnType) -> bool {
    matches!(
        holds,
        ColumnType::Phones
            | ColumnType::Month
            | ColumnType::Code
            | ColumnType::Figure
            | ColumnType::Birthday
            | ColumnType::StaffNumber
            | ColumnType::Staff(_)
            | ColumnType::Person
    )
}

impl TemplateColumn {
    /// The format of its cells.
    pub fn format(&self) -> Format {
        let format = Format::new().set_align(FormatAlign::VerticalCenter);
        match self.holds {
            ColumnType::Moment | ColumnType::Day => format.set_num_format(DAY).set_align(FormatAlign::Left),
            ColumnType::Count => format.set_num_format_index(WHOLE),
            ColumnType::Number | ColumnType::Money => format.set_num_format_index(DECIMALS),
            holds if is_text(holds) => format.set_num_format_index(TEXT),
            _ => format,
        }
    }

    /// Its width in characters of the usual font: what it holds or what stands over it, whichever is wider.
    pub fn width(&self) -> f64 {
        let needed = match self.holds {
            ColumnType::Moment => 17,
            ColumnType::Day => 12,
            ColumnType::Count => 8,
            ColumnType::Phones
            | ColumnType::Month
            | ColumnType::Code
            | ColumnType::Figure
            | ColumnType::Birthday
            | ColumnType::StaffNumber => 15,
            ColumnType::Prose => 30,
            ColumnType::Number
            | ColumnType::Money
            | ColumnType::Grade
            | ColumnType::Staff(_)
            | ColumnType::Person
            | ColumnType::Offence
            | ColumnType::Word(_)
            | ColumnType::YesNo(_) => 11,
        };
        let offered = self.choices.iter().flat_map(|choices| &choices.items).map(|item| width(item) + 4).max();
        // Headings are bold.
        let heading = width(&self.heading) + 3;
        needed.max(offered.unwrap_or(0).min(30)).max(heading) as f64
    }
}

/// How many columns of a plain font a text takes: Chinese characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
