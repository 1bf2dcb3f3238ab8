//! Listings as tables, as wide as the page at most.

use super::fit::fitting;
use super::sentence;
use super::setting::TablePage;
use super::visible::visible;
use super::written::written;
use crate::report::{Cell, CellValue, Form, Heading, Listing, Space, Tone};
use anstyle::Style;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle,
};
use unicode_width::UnicodeWidthStr;

/// Marks the rows whose place a line over the whole width takes; it cannot stand in visible text.
const WHOLE_LINE: char = '\u{fdd0}';

/// Words that may break need this much of a line to be readable.
const READABLE: u16 = 12;

/// Sentences need this much to stand in a column of their own.
const SENTENCE: u16 = 60;

const GAP: u16 = 2;

/// The listing as a table in UTF-8, as wide as the page at most.
///
/// A column in which nothing stands is left out. Where the line is too short for the others, sentences move below their
/// rows, and after them the last columns.
pub fn table(listing: &Listing, page: TablePage) -> Vec<u8> {
    let mut out = String::new();
    let mut say = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    told(&listing.title, "", page, Style::new().bold()).iter().for_each(|line| say(line));
    listing.summary.iter().flat_map(|line| told(line, "", page, Style::new())).for_each(|line| say(&line));
    if listing.groups.iter().any(|group| !group.rows.is_empty()) {
        say("");
        grid(listing, page).iter().for_each(|line| say(line));
    }
    if !listing.notes.is_empty() {
        say("");
    }
    listing.notes.iter().flat_map(|note| wrapped(note, "", page, None)).for_each(|line| say(&line));
    out.into_bytes()
}

/// Which columns stand side by side, and which below.
struct PageLayout {
    beside: Vec<usize>,
    below: Vec<usize>,
}

impl PageLayout {
    fn of(listing: &Listing, page: TablePage) -> Self {
        let all: Vec<usize> = (0..listing.headings.len()).collect();
        let rows = || listing.groups.iter().flat_map(|group| &group.rows);
        let mut trial = empty(listing, &all, page);
        for row in rows() {
            trial.add_row(row.iter().map(|cell| visible(&written(&cell.value)).into_owned()));
        }
        let widths = trial.column_max_content_widths();
        let least = |column: &usize| {
            let width = widths.get(*column).copied().unwrap_or_default();
            match listing.headings[*column].space {
                Space::Whole => width,
                Space::Breaks => width.min(READABLE),
                Space::Below => width.min(SENTENCE),
            }
        };
        let fit = |columns: &[usize]| {
            let gaps = usize::from(GAP) * columns.len().saturating_sub(1);
            columns.iter().map(|column| usize::from(least(column))).sum::<usize>() + gaps <= usize::from(page.width)
        };
        let says_something = |column: &usize| rows().any(|row| !row[*column].value.is_empty());
        let telling: Vec<usize> = all.into_iter().filter(says_something).collect();
        if fit(&telling) {
            return PageLayout { beside: telling, below: Vec::new() };
        }
        let stays = |column: &usize| listing.headings[*column].space != Space::Below;
        let (mut beside, sentences): (Vec<usize>, Vec<usize>) = telling.into_iter().partition(stays);
        let mut moved = Vec::new();
        while beside.len() > 1 && !fit(&beside) {
            moved.extend(beside.pop());
        }
        moved.reverse();
        moved.extend(sentences);
        PageLayout { beside, below: moved }
    }

    /// The lines below a row: short values share one, sentences have one each.
    fn lines_below(&self, row: &[Cell], headings: &[Heading]) -> Vec<String> {
        let (mut short, mut lines) = (Vec::new(), Vec::new());
        for column in self.below.iter().copied().filter(|column| !row[*column].value.is_empty()) {
            let said =
                format!("{}{}{}", headings[column].title, colon(&headings[column].title), written(&row[column].value));
            match headings[column].space {
                Space::Below if headings[column].form == Form::Text => lines.push(said),
                _ => short.push(said),
            }
        }
        if !short.is_empty() {
            lines.insert(0, short.join(" · "));
        }
        lines
    }
}

/// What stands between a title and its value: Chinese has a colon of its own.
fn colon(title: &str) -> &'static str {
    if title.is_ascii() { ": " } else { "：" }
}

/// Headings and rows, with the groups' lines and what moved below the rows.
fn grid(listing: &Listing, page: TablePage) -> Vec<String> {
    let plain = |width| grid_at(listing, TablePage { width, colour: false });
    let (width, lines) = fitting(page.width, plain);
    if page.colour { grid_at(listing, TablePage { width, ..page }) } else { lines }
}

fn grid_at(listing: &Listing, page: TablePage) -> Vec<String> {
    let layout = PageLayout::of(listing, page);
    let mut grid = empty(listing, &layout.beside, page);
    let mut whole_lines: Vec<Vec<String>> = Vec::new();
    let whole_line = || std::iter::once(comfy_table::Cell::new(WHOLE_LINE));
    for (index, group) in listing.groups.iter().enumerate() {
        if let Some(title) = &group.title {
            let mut lines = if index == 0 { Vec::new() } else { vec![String::new()] };
            lines.extend(told(title, "", page, Style::new().bold()));
            whole_lines.push(lines);
            grid.add_row(whole_line());
        }
        for row in &group.rows {
            grid.add_row(layout.beside.iter().map(|column| cell(&row[*column], listing.headings[*column].form)));
            let below = layout.lines_below(row, &listing.headings);
            if !below.is_empty() {
                whole_lines
                    .push(below.iter().flat_map(|line| told(line, "    ", page, Style::new().dimmed())).collect());
                grid.add_row(whole_line());
            }
        }
    }
    let mut whole_lines = whole_lines.into_iter();
    let put = |line: String| match line.contains(WHOLE_LINE) {
        true => whole_lines.next().unwrap_or_default(),
        false => vec![line.trim_end().to_owned()],
    };
    grid.lines().flat_map(put).collect()
}

/// A table with those headings and no rows: a line under the headings, and nothing else drawn.
fn empty(listing: &Listing, columns: &[usize], page: TablePage) -> Table {
    let mut table = plain(page);
    // Terminals set up for Chinese draw `─` two columns wide, and the line would be twice as long as the page.
    table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('-')));
    let headings = columns.iter().map(|column| &listing.headings[*column]);
    table.set_header(headings.clone().map(|heading| {
        let cell = Cell::from(CellValue::Text(heading.title.clone()));
        self::cell(&cell, heading.form).add_attribute(Attribute::Bold)
    }));
    let last = columns.len().saturating_sub(1);
    for (index, (column, heading)) in table.column_iter_mut().zip(headings).enumerate() {
        column.set_padding((0, if index == last { 0 } else { GAP }));
        if heading.space == Space::Whole {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table
}

fn plain(page: TablePage) -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Dynamic).set_width(page.width);
    if page.colour {
        table.enforce_styling()
    } else {
        table.force_no_tty()
    };
    table
}

fn cell(cell: &Cell, form: Form) -> comfy_table::Cell {
    let shown = comfy_table::Cell::new_owned(visible(&written(&cell.value)).into_owned()).set_alignment(match form {
        Form::Number => CellAlignment::Right,
        Form::Text | Form::Code => CellAlignment::Left,
    });
    match cell.tone {
        Tone::Plain => shown,
        Tone::Quiet => shown.add_attribute(Attribute::Dim),
        Tone::Warning => shown.fg(Color::Yellow),
        Tone::Alarm => shown.fg(Color::Red),
    }
}

/// A text over the whole width, indented as it is itself and by that.
fn told(text: &str, indent: &str, page: TablePage, style: Style) -> Vec<String> {
    let said = text.trim_start_matches(' ');
    let indent = format!("{indent}{}", &text[..text.len() - said.len()]);
    let lines = sentence::lines(said, &indent, &indent, page.width);
    let styled = |line: String| match page.colour && style != Style::new() {
        true => format!("{}{line}{}", style.render(), style.render_reset()),
        false => line,
    };
    lines.into_iter().map(styled).collect()
}

/// The same, broken at spaces only: what has to come together again as it was.
pub(super) fn wrapped(text: &str, indent: &str, page: TablePage, attribute: Option<Attribute>) -> Vec<String> {
    let is_wide = || indent.width() + visible(text).width() > usize::from(page.width);
    if let Some((said, command)) = sentence::command(text).filter(|_| is_wide()) {
        let mut lines = if said.is_empty() { Vec::new() } else { wrapped(said, indent, page, attribute) };
        lines.push(format!("{indent}  {}", visible(command)));
        return lines;
    }
    let plain = |width| wrapped_at(text, indent, TablePage { width, colour: false }, attribute);
    let (width, lines) = fitting(page.width, plain);
    if page.colour { wrapped_at(text, indent, TablePage { width, ..page }, attribute) } else { lines }
}

fn wrapped_at(text: &str, indent: &str, page: TablePage, attribute: Option<Attribute>) -> Vec<String> {
    let indented = u16::try_from(indent.len()).unwrap_or_default();
    let mut table = plain(TablePage { width: page.width.saturating_sub(indented), ..page });
    let cell = comfy_table::Cell::new_owned(visible(text).into_owned());
    table.add_row([attribute.into_iter().fold(cell, comfy_table::Cell::add_attribute)]);
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 0));
    });
    table.lines().map(|line| format!("{indent}{}", line.trim_end())).collect()
}
