//! A file as a whole.

use super::fault::{PolicyError, PolicyFault};
use super::reader::TableReader;
use super::reading::Reading;
use super::syntax::{is_only_twice, of_syntax};
use std::cell::RefCell;
use toml_spanner::{Arena, parse_recoverable};

/// What that function reads of a TOML file.
///
/// # Errors
/// Every fault of it, in the order of the file: what is no TOML (the first of each line, for one slip confuses the rest of
/// it), and, where the text can be taken apart all the same, what was noted while it was read.
pub fn read_document<T>(text: &str, read: impl FnOnce(&mut TableReader<'_>) -> Option<T>) -> Result<T, PolicyError> {
    let arena = Arena::new();
    let document = parse_recoverable(text, &arena);
    let errors = document.errors();
    let mut faults: Vec<PolicyFault> =
        errors.iter().map(|error| PolicyFault::at(text, error.span().range(), of_syntax(error, text))).collect();
    faults.dedup_by_key(|fault| fault.line);
    if !errors.iter().all(|error| is_only_twice(error, text)) {
        return Err(PolicyError { faults });
    }
    let reading = Reading { text, root: document.table(), faults: RefCell::new(faults) };
    let value = TableReader::of(&reading, reading.root, 0..0, read);
    let mut faults = reading.faults.into_inner();
    match value {
        Some(value) if faults.is_empty() => Ok(value),
        _ => {
            faults.sort_by_key(|fault| (fault.line, fault.column));
            Err(PolicyError { faults })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::policy::table::{Spanned, TableReader};
    use crate::texts::Texts;

    /// Place and words of every fault of the text, as that function reads it.
    fn faults<T>(text: &str, read: impl FnOnce(&mut TableReader<'_>) -> Option<T>) -> Vec<String> {
        let texts = Texts::new(Lang::En);
        let faults = read_document(text, read).err().map(|error| error.faults).unwrap_or_default();
        faults.iter().map(|at| format!("{}:{} {}", at.line, at.column, texts.say(&at.message))).collect()
    }

    fn house(table: &mut TableReader<'_>) -> Option<(String, u32, Option<bool>)> {
        let (name, staff) = (table.read("name"), table.table("office", |office| office.read("staff")));
        let open = table.read("open");
        Some((name?, staff?, open?))
    }

    #[test]
    fn what_is_sound_is_read_and_what_need_not_be_there_is_none() {
        let read = |text: &str| read_document(text, house).unwrap();
        assert_eq!(read("name = '甲'\n[office]\nstaff = 3"), ("甲".to_owned(), 3, None));
        assert_eq!(read("name = '甲'\nopen = false\noffice.staff = 3"), ("甲".to_owned(), 3, Some(false)));
    }

    #[test]
    fn every_fault_is_said_once_where_it_stands() {
        assert_eq!(
            faults("nam = '甲'\nopen = 1\n[office]\nstaff = -1\nseats = 2", house),
            [
                "1:1 `name` is missing here; add it",
                "1:1 there is no `nam` here; did you mean `name`? there can be name, office, open",
                "2:8 `true` or `false` is expected here, and a whole number is written",
                "4:9 a whole number, zero or more, is expected here, and a whole number is written",
                "5:1 there is no `seats` here; there can be staff",
            ]
        );
        assert_eq!(
            faults("office = ['甲']\nname = 2026-01-01", house),
            [
                "1:10 a group of `name = value` is expected here, and a list is written",
                "2:8 text in quotes is expected here, and a date or time is written",
            ]
        );
    }

    #[test]
    fn what_stands_twice_hides_nothing_else() {
        assert_eq!(
            faults("name = '甲'\nname = '乙'\nopen = 'no'\n[office]\nstaff = 3", house),
            [
                "2:1 `name` occurs twice in one place; remove one",
                "3:8 `true` or `false` is expected here, and text is written",
            ]
        );
        assert_eq!(
            faults("name = '甲'\n[office]\nstaff = 3\n[office]\nstaff = 4", house),
            ["4:1 `office` occurs twice in one place; remove one"]
        );
    }

    #[test]
    fn a_heading_is_the_place_of_its_table() {
        let heading =
            |text: &str| read_document(text, |file| file.table("office", |office| Some(office.span()))).unwrap();
        assert_eq!(heading("[office]\n"), 0..8);
        assert_eq!(heading("office = {}"), 9..11);
        let staff = |text| read_document(text, |file| file.read::<Spanned<u32>>("staff")).unwrap().span();
        assert_eq!(staff("staff = 12"), 8..10);
    }

    /// Every kind of slip that there can be in a file, by the line that has it.
    #[test]
    fn slips_of_syntax_have_our_own_words() {
        let texts = Texts::new(Lang::Zh);
        let slip = |text: &str| {
            let faults = read_document(text, |table| table.written("a").map(drop)).unwrap_err().faults;
            let said = texts.say(&faults[0].message);
            assert!(!said.contains("policy-") && !said.contains('$'), "{text}: {said}");
            (faults.len(), faults[0].message.key.trim_start_matches("policy-syntax-"))
        };
        for (text, key) in [
            ("a = 1\na = 2", "key-twice"),
            ("a = x", "unquoted"),
            ("a = 2天", "unquoted"),
            ("a = +", "unquoted"),
            ("a = 1.", "unquoted"),
            ("a = 2026-02-30", "date"),
            ("a = \"会", "open-quote"),
            ("a = '会", "open-quote"),
            ("a = \"\u{1}\"", "character"),
            ("a = \"C:\\新\"", "escape"),
            ("a = \"\\ud800\"", "escape"),
            ("a = [1 2]", "comma"),
            ("a = [1,, 2]", "comma"),
            ("a = { b = 1 c = 2 }", "comma"),
            ("a = [1", "unclosed"),
            ("a = { b = 1", "unclosed"),
            ("[a", "unclosed"),
            ("a =", "no-value"),
            ("a", "no-value"),
            ("a 2", "no-value"),
            ("年 = 2", "key"),
            ("= 2", "key"),
            ("\"\"\"a\"\"\" = 2", "key"),
            ("a = '1' '2'", "one-a-line"),
            ("a = 99999999999999999999999999999999999999999999", "unquoted"),
        ] {
            assert_eq!(slip(text), (1, key), "{text}");
        }
    }
}
