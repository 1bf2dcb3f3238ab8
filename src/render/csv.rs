use super::visible::visible;
use crate::report::{Cell, Form, Listing};

/// Whether the bytes say of themselves that they are UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// With a byte order mark: spreadsheets take a file without one for the system's encoding.
    Bom,
    /// Without: programs reading a pipe would take it for part of the first heading.
    None,
}

/// The listing's headings and rows as CSV in UTF-8; title, groups' lines and notes have no place in it.
///
/// # Errors
/// A row that cannot be written.
pub fn csv(listing: &Listing, mark: Mark) -> Result<Vec<u8>, ::csv::Error> {
    let bytes = match mark {
        Mark::Bom => "\u{feff}".as_bytes().to_vec(),
        Mark::None => Vec::new(),
    };
    let mut writer = ::csv::Writer::from_writer(bytes);
    writer.write_record(listing.headings.iter().map(|heading| heading.title.as_str()))?;
    for row in listing.groups.iter().flat_map(|group| &group.rows) {
        writer.write_record(row.iter().zip(&listing.headings).map(|(cell, heading)| harmless(cell, heading.form)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The cell's text, so written that a spreadsheet shows it and does not compute it.
fn harmless(cell: &Cell, form: Form) -> String {
    let text = visible(&cell.text);
    let starts_formula = |char: char| matches!(char, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    match form {
        Form::Text if text.starts_with(starts_formula) => format!("'{text}"),
        Form::Text | Form::Code | Form::Number => text.into_owned(),
    }
}
