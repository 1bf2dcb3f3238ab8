//! The columns of a template: what stands over them, how wide they are, how their cells are formatted.

use super::choices::{Choices, TemplateHouse};
use super::content::{ColumnContent, holds};
use crate::domain::{Kind, Lang};
use crate::ingest::{self, Field};
use rust_xlsxwriter::{Format, FormatAlign};

/// A column of a template.
#[derive(Debug, Clone)]
pub struct Column {
    pub field: Field,
    pub holds: ColumnContent,
    pub required: bool,
    /// What the notes call it.
    pub name: &'static str,
    /// What stands over it; the reader drops the mark of what is required.
    pub heading: String,
    pub choices: Option<Choices>,
}

/// The columns of that kind of ledger.
pub fn columns(kind: Kind, house: &TemplateHouse, lang: Lang) -> Vec<Column> {
    let column = |column: &ingest::LedgerColumn| {
        let holds = holds(kind, column.field);
        let name = match lang {
            Lang::Zh => column.heading(),
            Lang::En => column.field.id(),
        };
        let heading = match (column.required, lang) {
            (true, Lang::Zh) => format!("{name}（必填）"),
            (true, Lang::En) => format!("{name} (required)"),
            (false, _) => name.to_owned(),
        };
        let choices = house.choices(holds, lang);
        Column { field: column.field, holds, required: column.required, name, heading, choices }
    };
    // The last day says all that a state would.
    let asked = ingest::columns(kind).iter().filter(|column| column.field != Field::State);
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

impl Column {
    /// The format of its cells.
    pub fn format(&self) -> Format {
        let format = Format::new().set_align(FormatAlign::VerticalCenter);
        match self.holds {
            ColumnContent::Moment | ColumnContent::Date => format.set_num_format(DAY).set_align(FormatAlign::Left),
            ColumnContent::Phone | ColumnContent::Code | ColumnContent::Staff(_) | ColumnContent::Person => {
                format.set_num_format_index(TEXT)
            }
            ColumnContent::Count => format.set_num_format_index(WHOLE),
            ColumnContent::Money => format.set_num_format_index(DECIMALS),
            ColumnContent::Prose | ColumnContent::Offence | ColumnContent::Words(_) => format,
        }
    }

    /// Its width in characters of the usual font: what it holds or what stands over it, whichever is wider.
    pub fn width(&self) -> f64 {
        let needed = match self.holds {
            ColumnContent::Moment => 17,
            ColumnContent::Date => 12,
            ColumnContent::Phone => 15,
            ColumnContent::Count => 8,
            ColumnContent::Money => 11,
            ColumnContent::Code => 15,
            ColumnContent::Prose => 30,
            ColumnContent::Staff(_) | ColumnContent::Person | ColumnContent::Offence | ColumnContent::Words(_) => 11,
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
