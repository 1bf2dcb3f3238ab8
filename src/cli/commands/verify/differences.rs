//! Where two renderings of one report differ.

use crate::report::ReportDifference;
use serde_json::{Map, Value};

/// Rows that stand at the same place, field by field; an object of lists is compared list by list.
pub fn json(report: &Value, derived: &Value) -> Vec<ReportDifference> {
    match (report, derived) {
        (Value::Array(report), Value::Array(derived)) => lists(report, derived, None),
        (Value::Object(report), Value::Object(derived)) => {
            let lists_of = |name: &String| {
                let list =
                    |of: &Map<String, Value>| of.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
                lists(&list(report), &list(derived), Some(name))
            };
            keys(report, derived).iter().flat_map(lists_of).collect()
        }
        _ => lists(std::slice::from_ref(report), std::slice::from_ref(derived), None),
    }
}

fn keys(one: &Map<String, Value>, other: &Map<String, Value>) -> Vec<String> {
    let mut keys: Vec<String> = one.keys().cloned().collect();
    keys.extend(other.keys().filter(|key| !one.contains_key(*key)).cloned());
    keys
}

fn lists(report: &[Value], derived: &[Value], name: Option<&String>) -> Vec<ReportDifference> {
    let said = |value: Option<&Value>| value.map(ToString::to_string);
    let row = |at: usize| match (report.get(at), derived.get(at)) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => keys(one, other)
            .into_iter()
            .filter(|key| one.get(key) != other.get(key))
            .map(|key| ReportDifference {
                row: at + 1,
                report: said(one.get(&key)),
                derived: said(other.get(&key)),
                field: Some(name.map_or(key.clone(), |name| format!("{name}.{key}"))),
            })
            .collect(),
        (one, other) if one == other => Vec::new(),
        (one, other) => {
            vec![ReportDifference { row: at + 1, field: name.cloned(), report: said(one), derived: said(other) }]
        }
    };
    (0..report.len().max(derived.len())).flat_map(row).collect()
}

/// Cells that stand at the same place; none if one of them is no CSV. What is not written in UTF-8 is in GB18030: it does
/// not say so, and of the two readings the one that fits is meant.
pub fn csv(report: &[u8], derived: &[u8]) -> Option<Vec<ReportDifference>> {
    let plain = csv_in_utf8(report, derived);
    if plain.as_ref().is_some_and(Vec::is_empty) {
        return plain;
    }
    let (decoded, _, _) = encoding_rs::GB18030.decode(report);
    let other = csv_in_utf8(decoded.as_bytes(), derived);
    let count = |found: &Option<Vec<ReportDifference>>| found.as_ref().map_or(usize::MAX, Vec::len);
    if count(&other) < count(&plain) { other } else { plain }
}

fn csv_in_utf8(report: &[u8], derived: &[u8]) -> Option<Vec<ReportDifference>> {
    let read = |bytes: &[u8]| {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let rows = reader.into_records().map(|row| Some(row.ok()?.iter().map(str::to_owned).collect::<Vec<_>>()));
        rows.collect::<Option<Vec<_>>>()
    };
    let (report, derived) = (read(report)?, read(derived)?);
    let headings = derived.first().cloned().unwrap_or_default();
    let width = report.iter().chain(&derived).map(Vec::len).max().unwrap_or_default();
    let mut found = Vec::new();
    for row in 0..report.len().max(derived.len()) {
        for column in 0..width {
            let cell = |rows: &[Vec<String>]| rows.get(row).and_then(|row| row.get(column)).cloned();
            let (one, other) = (cell(&report), cell(&derived));
            if one != other {
                let field = headings.get(column).cloned();
                found.push(ReportDifference { row: row + 1, field, report: one, derived: other });
            }
        }
    }
    Some(found)
}

/// Lines, those that both have left out: one line more shall not make all below it differ.
pub fn page(report: &str, derived: &str) -> Vec<ReportDifference> {
    let (one, other): (Vec<&str>, Vec<&str>) = (report.lines().collect(), derived.lines().collect());
    let start = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (one_rest, other_rest) = (&one[start..], &other[start..]);
    let end = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one_rest[..one_rest.len() - end], &other_rest[..other_rest.len() - end]);
    let line = |at: usize| ReportDifference {
        row: start + at + 1,
        field: None,
        report: one.get(at).map(ToString::to_string),
        derived: other.get(at).map(ToString::to_string),
    };
    let differs = |difference: &ReportDifference| difference.report != difference.derived;
    (0..one.len().max(other.len())).map(line).filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json as value;

    fn found(differences: &[ReportDifference]) -> Vec<(usize, &str, &str, &str)> {
        let text = |text: &Option<String>| text.clone().unwrap_or("—".to_owned()).leak() as &str;
        differences.iter().map(|d| (d.row, text(&d.field), text(&d.report), text(&d.derived))).collect()
    }

    #[test]
    fn rows_of_json_differ_field_by_field() {
        let report = value!([{"a": 1, "b": 2}, {"a": 3}]);
        let derived = value!([{"a": 1, "b": null}]);
        assert_eq!(found(&json(&report, &derived)), [(1, "b", "2", "null"), (2, "—", "{\"a\":3}", "—")]);
        let of = |owners: Value| value!({"owners": owners, "tasks": []});
        let (report, derived) = (of(value!([{"a": 1}])), of(value!([{"a": 2}])));
        assert_eq!(found(&json(&report, &derived)), [(1, "owners.a", "1", "2")]);
        assert_eq!(json(&report, &report), []);
    }

    #[test]
    fn sheets_differ_cell_by_cell_whether_marked_or_not() {
        let differ = |report: &str, derived: &str| csv(report.as_bytes(), derived.as_bytes()).unwrap();
        assert_eq!(differ("\u{feff}a,b\n1,2\n", "a,b\r\n1,\"2\"\n"), []);
        assert_eq!(
            found(&differ("a,b\n1,9\n", "a,b\n1,2\n3,4\n")),
            [(2, "b", "9", "2"), (3, "a", "—", "3"), (3, "b", "—", "4")]
        );
    }

    #[test]
    fn a_sheet_is_read_in_the_encoding_it_is_written_in() {
        let derived = "a\n王芳𠮷\n";
        let (other, _, _) = encoding_rs::GB18030.encode(derived);
        assert_eq!(csv(&other, derived.as_bytes()), Some(Vec::new()));
        let (changed, _, _) = encoding_rs::GB18030.encode("a\n王方𠮷\n");
        assert_eq!(found(&csv(&changed, derived.as_bytes()).unwrap()), [(2, "a", "王方𠮷", "王芳𠮷")]);
    }

    #[test]
    fn a_line_more_does_not_make_the_lines_below_it_differ() {
        assert_eq!(found(&page("a\nb\nc", "a\nx\nb\nc")), [(2, "—", "—", "x")]);
        assert_eq!(found(&page("a\nB\nc", "a\nb\nc")), [(2, "—", "B", "b")]);
        assert_eq!(page("a", "a"), []);
    }

    #[test]
    fn a_key_that_one_of_them_lacks_is_a_difference() {
        assert_eq!(keys(value!({"a": 1}).as_object().unwrap(), value!({"b": 1}).as_object().unwrap()), ["a", "b"]);
    }
}
