use super::visible::steers;
use serde::Serialize;
use std::fmt::Write;

/// The rows as a JSON array, one object to a line.
///
/// # Errors
/// A row that cannot be said in JSON.
pub fn json<R: Serialize>(rows: &[R]) -> Result<Vec<u8>, serde_json::Error> {
    let mut out = String::from("[");
    for (index, row) in rows.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        push_escaped(&mut out, &serde_json::to_string(row)?);
    }
    out.push_str(if rows.is_empty() { "]\n" } else { "\n]\n" });
    Ok(out.into_bytes())
}

/// The first objects of an array of [`json`], and how many are left out; anything else as it is.
pub fn first_objects(array: Vec<u8>, count: usize) -> (Vec<u8>, usize) {
    let Some(rows) = array.strip_prefix(b"[\n").and_then(|rows| rows.strip_suffix(b"\n]\n")) else { return (array, 0) };
    let rows: Vec<&[u8]> = rows.split(|byte| *byte == b'\n').collect();
    let hidden = rows.len().saturating_sub(count);
    if hidden == 0 {
        return (array, 0);
    }
    let kept = rows[..count].join(&b'\n');
    let kept = kept.strip_suffix(b",").unwrap_or(&kept);
    let cut = if kept.is_empty() { b"[]\n".to_vec() } else { [b"[\n", kept, b"\n]\n"].concat() };
    (cut, hidden)
}

/// One thing as a JSON object.
///
/// # Errors
/// A thing that cannot be said in JSON.
pub fn json_object<R: Serialize>(thing: &R) -> Result<Vec<u8>, serde_json::Error> {
    let mut out = String::new();
    push_escaped(&mut out, &serde_json::to_string(thing)?);
    out.push('\n');
    Ok(out.into_bytes())
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
