//! A TOML file read table by table and key by key: every fault of it at once, each where it stands and in our own words.
//! It knows nothing of what a policy says.

mod document;
mod fault;
mod reader;
mod reading;
mod spanned;
mod syntax;
mod types;
mod unknown;
mod written;

pub use document::read_document;
pub use fault::{PolicyError, PolicyFault};
pub use reader::TableReader;
pub use spanned::Spanned;
pub use types::ReadValue;
pub use written::{Listed, WrittenValue};
