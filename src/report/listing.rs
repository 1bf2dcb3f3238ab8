//! A report laid out for people.

use super::Cell;

/// A report laid out for people: words in their language, in the order they are read; no terminal, no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// What it is, with its as-of day (数据截至日).
    pub title: String,
    /// Counts, what was left out, or that there is nothing.
    pub summary: Vec<String>,
    /// Of each column; none: nothing but lines.
    pub headings: Vec<Heading>,
    /// The rows, as they stand together.
    pub groups: Vec<Group>,
    /// What has to be read with it.
    pub notes: Vec<String>,
}

impl Listing {
    /// Keeps the first rows only, and says how many that leaves out.
    pub fn keep_first(&mut self, count: usize) -> usize {
        let (mut left, mut hidden) = (count, 0);
        for group in &mut self.groups {
            let shown = group.rows.len().min(left);
            hidden += group.rows.len() - shown;
            group.rows.truncate(shown);
            left -= shown;
        }
        if hidden > 0 {
            self.groups.retain(|group| !group.rows.is_empty());
        }
        hidden
    }
}

/// A column's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The id of the field below it.
    pub id: &'static str,
    /// Its words.
    pub title: String,
    /// What stands below it.
    pub form: Form,
    /// How it gives way.
    pub space: Space,
    /// Whether the sum of what stands below it says something.
    pub is_summed: bool,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Words, among them what people wrote.
    Text,
    /// Digits that are no quantity: days, phones.
    Code,
    /// Quantities, set to the right.
    Number,
}

/// How a column gives way where the line is short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// It does not: it would be hard to read broken.
    Whole,
    /// It breaks into several lines.
    Breaks,
    /// It moves below the row.
    Below,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The line above them, if they have one.
    pub title: Option<String>,
    /// The rows: a cell for each heading.
    pub rows: Vec<Vec<Cell>>,
}
