//! JSON in UTF-8: the rows of a report, one to a line.

use super::exporter::{ExportError, Exporter, Report, StampedRecords};
use super::setting::ExportSetting;
use super::visible::steers;
use crate::report::{Medium, Records};
use serde::Serialize;
use std::fmt::Write;

/// `json`
pub(super) struct JsonExporter;

impl Exporter for JsonExporter {
    fn id(&self) -> &'static str {
        "json"
    }

    fn medium(&self) -> Option<Medium> {
        None
    }

    fn export(&self, report: &mut dyn Report, _: &ExportSetting<'_>) -> Result<Vec<u8>, ExportError> {
        let StampedRecords { records, stamp } = report.records()?;
        let rows = put_together(&records);
        let Some(stamp) = stamp else { return Ok(rows.into_bytes()) };
        let mut out = String::from("{\"stamp\":");
        push_escaped(&mut out, &stamp);
        out.push_str(",\"rows\":");
        out.push_str(rows.trim_end());
        out.push_str("}\n");
        Ok(out.into_bytes())
    }
}

/// The rows as a JSON array, one object to a line.
///
/// # Errors
/// A row that cannot be said in JSON.
pub fn json<R: Serialize>(rows: &[R]) -> Result<Vec<u8>, serde_json::Error> {
    Ok(put_together(&Records::rows(rows)?).into_bytes())
}

/// One thing as a JSON object.
///
/// # Errors
/// A thing that cannot be said in JSON.
pub fn json_object<R: Serialize>(thing: &R) -> Result<Vec<u8>, serde_json::Error> {
    Ok(put_together(&Records::one(thing)?).into_bytes())
}

fn put_together(records: &Records) -> String {
    let mut out = String::new();
    match records {
        Records::One(thing) => {
            push_escaped(&mut out, thing);
            out.push('\n');
        }
        Records::Rows(rows) => {
            out.push('[');
            for (index, row) in rows.iter().enumerate() {
                out.push_str(if index == 0 { "\n" } else { ",\n" });
                push_escaped(&mut out, row);
            }
            out.push_str(if rows.is_empty() { "]\n" } else { "\n]\n" });
        }
    }
    out
}

/// serde_json escapes the ASCII controls only; the others can only stand inside strings, where an escape means the same.
fn push_escaped(out: &mut String, object: &str) {
    let mut units = [0; 2];
    for char in object.chars() {
        if steers(char) {
            for unit in char.encode_utf16(&mut units) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(char);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_object_to_a_line() {
        let said = |rows: &[(&str, Option<u8>)]| String::from_utf8(json(rows).unwrap()).unwrap();
        assert_eq!(said(&[]), "[]\n");
        assert_eq!(said(&[("甲", None), ("\"", Some(2))]), "[\n[\"甲\",null],\n[\"\\\"\",2]\n]\n");
    }

    #[test]
    fn controls_are_escaped_and_come_back_as_they_were() {
        let name = "\u{1b}[2J\u{9b}2J\u{202e}王";
        let bytes = json(&[name]).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert_eq!(text, "[\n\"\\u001b[2J\\u009b2J\\u202e王\"\n]\n");
        assert_eq!(serde_json::from_str::<Vec<String>>(text).unwrap(), [name]);
    }
}
