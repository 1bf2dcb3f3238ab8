//! The rows of one table: which of them are rows of the ledger, and what those say.

use crate::domain::{Field, Message, OutermostDays};
use crate::ingest::answer::{ReadRow, SheetTally};
use crate::ingest::cell::{CellForm, FarValue, RawCell, RawRow};
use crate::ingest::format::marks::{MarkCursor, Marks};
use crate::ingest::format::rows::{BatchSender, ReadAhead};
use crate::ingest::row::context::RowContext;
use crate::ingest::row::swapped::{PendingRow, RowReading, SwappedColumns};
use crate::ingest::row::typing::called;
use crate::ingest::sheet::headings::Headings;
use crate::ingest::sheet::labels;
use crate::ingest::sheet::layout::{TableLayout, WIDEST};
use crate::ingest::text::fold;
use crate::ingest::values::phone;

impl TableLayout {
    /// The headings as written, without those that a file of rejected rows has added.
    pub fn own_headings(&self) -> Vec<String> {
        let own = self.span.clone().zip(&self.headings).filter(|(at, _)| !self.added.contains(at));
        own.map(|(_, heading)| heading.text.clone()).collect()
    }

    /// The headings that mean nothing here.
    pub fn unknown(&self) -> Vec<String> {
        let known: Vec<usize> = self.columns.known().collect();
        let own = self.span.clone().zip(&self.headings);
        let unknown = own
            .filter(|(at, heading)| !known.contains(at) && !self.added.contains(at) && !heading.text.trim().is_empty());
        unknown.map(|(_, heading)| heading.text.clone()).collect()
    }

    /// That the row is not shown, or that some of it is struck through: perhaps it is not meant to count.
    fn marks(&self, is_hidden: bool, struck: &[usize]) -> Vec<Message> {
        let called = |at: &usize| called(&self.headings, self.span.start, *at);
        let struck: Vec<String> = struck.iter().filter(|at| self.span.contains(at)).map(called).collect();
        let struck = (!struck.is_empty()).then(|| Message::new("ingest-row-struck").with("columns", struck));
        is_hidden.then(|| Message::new("ingest-row-hidden")).into_iter().chain(struck).collect()
    }

    /// Takes the table's own part out of a row of the sheet. What stands left of its first heading goes behind the rest.
    fn part(&self, mut row: RawRow) -> RawRow {
        row.cells.truncate(self.reach.end);
        if self.span.start > 0 {
            let before: Vec<RawCell> = row.cells.drain(..self.span.start.min(row.cells.len())).collect();
            let own = before.get(self.reach.start..).unwrap_or_default();
            if own.iter().any(|cell| !cell.is_blank()) {
                row.cells.resize_with(row.cells.len().max(self.headings.len()), RawCell::default);
                row.cells.extend_from_slice(own);
            }
        }
        row
    }
}

/// What a row of a sheet is to a ledger.
enum RowSort {
    Row,
    /// An empty row of a workbook, or one with cells beside the table only.
    Nothing,
    Blank,
    Total,
    Heading,
    /// A line of a call sheet in which only what was written beforehand stands.
    Unfilled,
    /// Headings of another table below this one.
    OtherHeadings,
    Example,
}

/// How the reading of a table ended.
#[derive(Default)]
pub struct TableEnd {
    pub tally: SheetTally,
    /// Where the sheet is damaged.
    pub broken: Option<Message>,
    pub remarks: Vec<Message>,
}

/// Reads the rows of a table, until nobody takes them any more.
pub fn read(
    rows: &mut ReadAhead<'_>,
    table: &TableLayout,
    marks: &Marks,
    headings: &Headings,
    context: &RowContext<'_>,
    out: &mut BatchSender<ReadRow>,
) -> TableEnd {
    let sorter = RowSorter::new(table, headings);
    let mut marking = MarkCursor::new(marks, table.head_line);
    let mut end = TableEnd::default();
    let mut strays = FarValues::default();
    let mut ends = OutermostDays::default();
    let mut before = table.head_line;
    let mut swapped = SwappedColumns::new(table, context);
    loop {
        let mut row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(message) => {
                end.broken = Some(message);
                break;
            }
        };
        let stray = strays.of(&mut row, table.head_line);
        if row.line <= table.head_line {
            continue;
        }
        let (line, last_line) = (row.line, row.last_line());
        let borne = marking.of(&mut row);
        let mut row = table.part(row);
        let mut part = sorter.sort(&row);
        if let (RowSort::Row, Some(filled)) = (&part, borne.filled) {
            // A merged total is one in every row it covers.
            row = table.part(filled);
            part = sorter.sort(&row);
        }
        if matches!(part, RowSort::Nothing) {
            continue;
        }
        let tally = &mut end.tally;
        // Workbooks leave out empty rows: between two rows they are counted, after the last they are not there.
        tally.blank += u64::from(line.saturating_sub(before).saturating_sub(1));
        before = last_line;
        match part {
            RowSort::Row => {
                let reading = RowReading::of(&row, table, context);
                let mut beside = table.marks(borne.is_hidden, &borne.struck);
                beside.extend(stray);
                if let Some(at) = reading.said.as_ref().and_then(|record| record.at) {
                    ends.add(at.date, line);
                }
                tally.rows += 1;
                tally.rejected += u64::from(reading.said.is_none());
                let known = swapped.next(PendingRow { row, reading, beside });
                if !known.into_iter().all(|row| out.put(sorter.read(row))) {
                    break;
                }
            }
            RowSort::Nothing => {}
            RowSort::Blank => tally.blank += 1,
            RowSort::OtherHeadings => {
                end.broken = Some(Message::new("ingest-table-other").show("line", line));
                break;
            }
            RowSort::Total => tally.totals += 1,
            RowSort::Heading => tally.headings += 1,
            RowSort::Example => tally.examples += 1,
            RowSort::Unfilled => tally.unfilled += 1,
        }
    }
    // Nobody may take them any more.
    let _ = swapped.rest().into_iter().all(|row| out.put(sorter.read(row)));
    end.remarks.extend(swapped.remark());
    end.remarks.extend(strays.remark());
    end.remarks.extend(ends.early().map(|(day, line, next)| {
        Message::new("ingest-date-alone").show("line", line).show("date", day).show("next", next)
    }));
    end
}

/// Values further right than is read, which nobody may believe to be taken in.
#[derive(Default)]
struct FarValues {
    rows: u64,
    first: Option<Message>,
}

impl FarValues {
    /// What is to be said of the row's.
    fn of(&mut self, row: &mut RawRow, head_line: u32) -> Option<Message> {
        let far = row.far.take().or_else(|| heading_far_away(row, head_line))?;
        self.rows += 1;
        let message = Message::new("ingest-far").with("value", labels::cell(&far.text));
        let message = message.with("place", far.place(row.line));
        self.first.get_or_insert_with(|| message.clone());
        Some(message)
    }

    /// What is to be said of all of them.
    fn remark(self) -> Option<Message> {
        let first = self.first?;
        let all = || Message { key: "ingest-far-rows", ..first.clone() }.with("rows", self.rows);
        Some(if self.rows == 1 { first } else { all() })
    }
}

/// Headings are looked for in fewer columns than values.
fn heading_far_away(row: &RawRow, head_line: u32) -> Option<FarValue> {
    if row.cells.len() <= WIDEST || row.line > head_line {
        return None;
    }
    let column = (WIDEST..row.cells.len()).find(|at| !row.cells[*at].is_blank())?;
    Some(FarValue { column: column as u32, text: row.cells[column].text.clone() })
}

/// Tells the rows of a ledger from what stands between them.
struct RowSorter<'a> {
    table: &'a TableLayout,
    /// Columns of the table that mean something, counted within it.
    known: Vec<usize>,
    /// Columns that only number the rows.
    numbering: Vec<usize>,
    phone: Option<usize>,
    at: Option<usize>,
    /// The number of the task (回访单号), and the columns that are left for whoever does it.
    task: Option<usize>,
    left_blank: Vec<usize>,
    headings: &'a Headings,
}

impl<'a> RowSorter<'a> {
    fn new(table: &'a TableLayout, headings: &'a Headings) -> Self {
        const NUMBERING: [&str; 8] = ["序号", "编号", "行号", "no", "no.", "#", "序", "id"];
        let start = table.span.start;
        let known: Vec<usize> = table.columns.known().map(|at| at - start).collect();
        let numbers = |at: &usize| NUMBERING.contains(&fold::word(&table.headings[*at].text).as_str());
        let added = table.added.iter().map(|at| at - start);
        let numbering =
            (0..table.headings.len()).filter(|at| !known.contains(at)).filter(numbers).chain(added).collect();
        let column = |field| table.columns.of(field).map(|at| at - start);
        let blanks = table.columns.fields().filter(|(field, _)| !field.is_written_beforehand());
        let left_blank = blanks.flat_map(|(field, _)| table.columns.columns_of(field)).map(|at| at - start).collect();
        let (phone, at, task) = (column(Field::Phone), column(Field::At), column(Field::Task));
        RowSorter { table, known, numbering, phone, at, task, left_blank, headings }
    }

    fn sort(&self, row: &RawRow) -> RowSort {
        let filled = |at: &usize| row.cells.get(*at).is_some_and(|cell| !cell.is_blank());
        let Some(first) = row.first() else {
            return if row.cells.is_empty() { RowSort::Nothing } else { RowSort::Blank };
        };
        let known = self.known.iter().filter(|at| filled(at)).count();
        if known == 0 {
            let mut others = (0..self.table.headings.len()).filter(filled).peekable();
            if others.peek().is_none() {
                return RowSort::Nothing;
            }
            // Printed forms number rows that nobody has filled in.
            if others.all(|at| self.numbering.contains(&at)) {
                return RowSort::Blank;
            }
        }
        let phone = self.phone.and_then(|at| row.cells.get(at));
        if is_total(&first.text) && phone.is_none_or(|cell| phone::read(&fold::value(&cell.text)).is_err()) {
            return RowSort::Total;
        }
        let mut all = row.cells.iter().filter(|cell| !cell.is_blank());
        if all.all(|cell| is_signature(&cell.text)) {
            return RowSort::Total;
        }
        if is_example(&first.text) {
            return RowSort::Example;
        }
        if self.task.is_some_and(|task| filled(&task)) && !self.left_blank.iter().any(filled) {
            return RowSort::Unfilled;
        }
        let same = |at: &usize| {
            let cell = row.cells.get(*at).map_or("", |cell| cell.text.trim());
            cell.is_empty() || cell == self.table.headings[*at].text.trim()
        };
        if known > 0 && self.known.iter().all(same) {
            return RowSort::Heading;
        }
        // Rows below other headings would be read as something they are not.
        let is_heading = |at: usize| {
            row.cells.get(at).is_some_and(|cell| cell.form == CellForm::Text && self.is_heading(&cell.text))
        };
        match (self.phone, self.at) {
            (Some(phone), Some(at)) if is_heading(phone) && is_heading(at) => RowSort::OtherHeadings,
            _ => RowSort::Row,
        }
    }

    fn is_heading(&self, text: &str) -> bool {
        // Nearly every phone begins with a digit, and no heading does.
        !text.starts_with(|c: char| c.is_ascii_digit()) && !self.headings.meanings(text).is_empty()
    }

    /// The row as it is handed on.
    fn read(&self, pending: PendingRow) -> ReadRow {
        let start = self.table.span.start;
        // The first of the two columns that are added numbers the rows.
        let number = self.table.added.first().and_then(|at| pending.row.cells.get(at - start));
        let first = number.and_then(|cell| fold::value(&cell.text).parse().ok());
        let place = |column: usize| {
            let before = self.table.added.iter().filter(|at| **at < column).count();
            (!self.table.added.contains(&column)).then(|| column - start - before)
        };
        pending.into_row(first, |row| self.kept(row), place)
    }

    /// The cells to be kept: the table's own, without what a file of rejected rows has added.
    fn kept(&self, row: RawRow) -> Vec<String> {
        let start = self.table.span.start;
        let mut cells: Vec<String> = row.cells.into_iter().map(|cell: RawCell| cell.text).collect();
        for at in self.table.added.iter().rev().map(|at| at - start) {
            if at < cells.len() {
                cells.remove(at);
            }
        }
        cells
    }
}

fn is_total(text: &str) -> bool {
    const TOTALS: [&str; 7] = ["合计", "小计", "总计", "共计", "本页合计", "本页小计", "累计"];
    let mut starts = text.chars().filter(|c| !c.is_whitespace());
    let first = starts.next();
    // Nearly every row is told by its first character.
    if !matches!(
        first,
        Some('合' | '小' | '总' | '總' | '共' | '本' | '累' | 't' | 'T' | 's' | 'S' | 'g' | 'G' | 'ｔ' | 'Ｔ')
    ) {
        return false;
    }
    let word = fold::word(text);
    if TOTALS.iter().any(|total| word.starts_with(total)) {
        return true;
    }
    let latin: String = word.chars().take_while(char::is_ascii_alphabetic).collect();
    matches!(latin.as_str(), "total" | "totals" | "subtotal" | "grandtotal" | "sum")
}

/// Whether it is of the line at a sheet's foot: `制表：赵梅`, `审核：`.
fn is_signature(text: &str) -> bool {
    const SIGNED: [&str; 12] =
        ["制表", "填表", "制单", "审核", "复核", "审批", "主管", "部门经理", "负责人", "经办", "签字", "签名"];
    let text = text.trim();
    SIGNED.iter().any(|word| text.starts_with(word))
        && text.split_once(['：', ':']).is_some_and(|(label, _)| label.chars().count() <= 6)
}

fn is_example(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '（', '【', '[', ' ']);
    text.starts_with("示例") || text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("example"))
}
