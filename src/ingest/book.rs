//! The formats of workbooks.

/// Which reader a workbook needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookFormat {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}
