#![no_main]

use huifang::domain::Lang;
use huifang::ingest::single;
use huifang::texts::Texts;
use libfuzzer_sys::fuzz_target;

thread_local!(static TEXTS: [Texts; 2] = Lang::ALL.map(Texts::new));

// The first line is the file's name, the others are rows of headings parted by bars.
fuzz_target!(|text: &str| {
    let (name, rows) = text.split_once('\n').unwrap_or(("", text));
    let rows: Vec<Vec<&str>> = rows.split('\n').take(30).map(|row| row.split('|').take(2_100).collect()).collect();
    match single::kinds(&rows, name) {
        Ok(kinds) => {
            // Spaces and colons mean nothing in a heading.
            let spaced: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| format!(" {cell}\u{3000}")).collect()).collect();
            let spaced: Vec<Vec<&str>> = spaced.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            assert_eq!(single::kinds(&spaced, name), Ok(kinds));
        }
        Err(message) => TEXTS.with(|texts| {
            for texts in texts {
                let said = texts.say(&message);
                assert_ne!(said, message.key);
                assert!(!said.contains(char::is_control), "{said:?}");
            }
        }),
    }
});
