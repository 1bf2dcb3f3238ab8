//! What a report is laid on, and for whom.

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

/// What a report is laid on, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportSetting {
    /// How wide, and whether coloured.
    pub page: TablePage,
    /// Whether a text file says that it is UTF-8.
    pub mark: ByteOrderMark,
    /// The tag of the language it is in (`zh-CN`).
    pub language: &'static str,
}
