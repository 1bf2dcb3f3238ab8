//! What a report is laid on, and for whom.

use crate::texts::Texts;

/// What a table is laid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TablePage {
    /// In columns of the terminal; Chinese characters take two.
    pub width: u16,
    /// Whether what asks for attention is coloured.
    pub colour: bool,
}

/// Whether the bytes say of themselves that they are UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteOrderMark {
    /// With a byte order mark: spreadsheets take a file without one for the system's encoding.
    Bom,
    /// Without: programs reading a pipe would take it for part of the first heading.
    None,
}

/// The encoding of a sheet of text (`--encoding`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// `utf-8`
    Utf8,
    /// `gb18030`: what spreadsheets of before take text for in China.
    Gb18030,
}

/// What a report is laid on, and for whom.
#[derive(Clone, Copy)]
pub struct ExportSetting<'a> {
    /// How wide, and whether coloured.
    pub page: TablePage,
    /// Whether a text file says that it is UTF-8.
    pub mark: ByteOrderMark,
    /// The encoding of a sheet of text.
    pub encoding: TextEncoding,
    /// The words of the language it is in.
    pub texts: &'a Texts,
}
