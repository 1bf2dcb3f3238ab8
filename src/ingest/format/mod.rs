//! Every format as rows of cells.

pub(in crate::ingest) mod convert;
pub(in crate::ingest) mod delimited;
pub(in crate::ingest) mod html;
pub(in crate::ingest) mod marks;
pub(in crate::ingest) mod reader_cells;
pub(in crate::ingest) mod rows;
pub(in crate::ingest) mod streamed;
pub(in crate::ingest) mod workbook;
