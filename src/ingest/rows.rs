use super::cell::RawRow;
use crate::domain::Message;

/// The rows of a sheet, one after the other. Rows with nothing in them may be left out; line numbers show it.
pub trait Rows {
    /// The next row; none at the sheet's end.
    ///
    /// # Errors
    /// What is damaged; nothing can be read after it.
    fn next(&mut self) -> Result<Option<RawRow>, Message>;
}

/// A sheet that can be read from its beginning as often as needed.
pub trait Sheet {
    /// Its rows.
    ///
    /// # Errors
    /// The sheet cannot be opened.
    fn rows(&mut self) -> Result<Box<dyn Rows + '_>, Message>;
}
