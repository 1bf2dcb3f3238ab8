/// A report laid out for people: words in their language, in the order they are read; no terminal, no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// What it is, with its as-of day (数据截至日).
    pub title: String,
    /// Counts, what was left out, or that there is nothing.
    pub summary: Vec<String>,
    /// The columns.
    pub headings: Vec<Heading>,
    /// The rows, in groups.
    pub groups: Vec<Group>,
    /// What has to be read with it.
    pub notes: Vec<String>,
}

impl Listing {
    /// The listing with its first rows only, and how many are left out.
    pub fn first_rows(mut self, count: usize) -> (Listing, usize) {
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
        (self, hidden)
    }
}

/// A column's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The id of the field below it.
    pub id: &'static str,
    /// Its words.
    pub title: String,
    /// What stands in the column.
    pub form: Form,
    /// How it gives way where the line is short.
    pub space: Space,
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

/// One value, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The words.
    pub text: String,
    /// How much it asks for attention.
    pub tone: Tone,
}

/// How much a cell asks for attention, where colour is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// No more than others.
    Plain,
    /// It can be left for later.
    Quiet,
    /// It wants looking at.
    Warning,
    /// It is late or over.
    Alarm,
}

impl Cell {
    /// The same value asking for attention.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// No value.
    pub fn blank() -> Self {
        String::new().into()
    }

    /// A value that may be missing, as it displays itself.
    pub fn maybe(value: Option<impl ToString>) -> Self {
        value.map(|value| value.to_string()).unwrap_or_default().into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell { text, tone: Tone::Plain }
    }
}
