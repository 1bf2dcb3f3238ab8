//! Another TOML file of the house, read with the same words for its faults.

use super::{PolicyError, PolicyFault, slip};
use serde::de::DeserializeOwned;
use toml::de::{DeTable, Deserializer};

/// What is written in a TOML file that is no policy.
///
/// # Errors
/// Every slip of syntax, or the first thing that does not belong there, where it stands.
pub fn read_plain<T: DeserializeOwned>(text: &str) -> Result<T, PolicyError> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let of_syntax = |error: &toml::de::Error| {
        PolicyFault::at(text, error.span(), slip::of_syntax(error.message(), error.span(), text))
    };
    let mut faults: Vec<PolicyFault> = errors.iter().map(of_syntax).collect();
    // One slip confuses the rest of its line.
    faults.dedup_by_key(|fault| fault.line);
    if !faults.is_empty() {
        return Err(PolicyError { faults });
    }
    T::deserialize(Deserializer::from(table)).map_err(|error| {
        let fault = PolicyFault::at(text, error.span(), slip::of_form(error.message(), None));
        PolicyError { faults: vec![fault] }
    })
}
