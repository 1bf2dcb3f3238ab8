//! How wide columns are, and how high what is broken into lines within them.

use unicode_width::UnicodeWidthStr;

/// How high a line is, in points: fonts with Chinese characters need more than others.
const LINE: f64 = 16.5;
/// What a row has above and below its lines, in points.
const AIR: f64 = 3.0;
/// No row can be higher, in points.
const HIGHEST: f64 = 409.0;
/// So many lines a row can show.
pub const MOST_LINES: usize = 24;

/// How wide a text is shown, in half-width characters: Chinese characters, and what Chinese fonts draw as wide, take two.
pub fn width(text: &str) -> usize {
    text.width_cjk()
}

/// A column's edges take about a character and a half, and Chinese characters a little more than two digits.
const EDGES: f64 = 1.5;
const STRETCH: f64 = 1.06;

/// How wide a column has to be for texts so wide.
pub fn column_for(text: usize) -> usize {
    (text as f64 * STRETCH + EDGES).ceil() as usize
}

/// How wide a text can be on one line of a column so wide.
pub fn room(column: usize) -> usize {
    ((column as f64 - EDGES) / STRETCH).max(2.0) as usize
}

/// How many lines a text takes in a column so wide: never too few.
pub fn lines(text: &str, column: usize) -> usize {
    let usable = room(column);
    if width(text) <= usable { 1 } else { broken(text, usable).len().max(1) }
}

/// The text broken as spreadsheets break it.
pub fn broken(text: &str, usable: usize) -> Vec<String> {
    // What is drawn wide counts as wide here too.
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in textwrap::WordSeparator::UnicodeBreakProperties.find_words(text) {
        let whole = format!("{}{}", word.word, word.whitespace);
        let wide = width(word.word);
        if used > 0 && used + wide > usable {
            lines.push(String::new());
            used = 0;
        }
        for char in whole.chars() {
            let wide = width(char.encode_utf8(&mut [0; 4]));
            if used + wide > usable && !char.is_whitespace() {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(char);
            }
            used += wide;
        }
    }
    lines
}

/// How high a row of so many lines is, in points.
pub fn height(lines: usize) -> f64 {
    (lines as f64 * LINE + AIR).min(HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_double_and_lines_are_never_too_few() {
        assert_eq!(width("王芳 12"), 7);
        assert_eq!(lines("王芳", 6), 1);
        assert_eq!(lines(&"长".repeat(20), 20), 3);
        assert!((1..200).all(|text| room(column_for(text)) >= text));
        assert_eq!(lines("one two three", 12), 2);
        assert_eq!(broken("T-YOSCKRPV3F-LONG", 10).concat(), "T-YOSCKRPV3F-LONG");
        assert!(height(MOST_LINES) < HIGHEST);
    }
}
