//! A table laid out on a sheet: headings of one row or two, titles, totals, blank rows, columns nobody asked for.

use super::dice::Dice;
use super::ledger::{Line, fields_of};
use super::values::{Cell, Hand, WAYS, title};
use super::words::{FURTHER, decorated, headings, names};

/// The rows of a sheet, and which cells are merged: first row and column, last row and column.
#[derive(Debug, Default)]
pub struct Grid {
    pub rows: Vec<Vec<Cell>>,
    pub merged: Vec<(usize, usize, usize, usize)>,
}

/// What a column holds.
#[derive(Debug, Clone)]
enum Column {
    Field(String),
    /// The phone, with the other phones in the same cell.
    AllPhones,
    Further(&'static str),
    Empty,
}

/// The headings of a table: the upper row's and, where there are two, the lower row's.
struct Head {
    upper: Vec<String>,
    lower: Option<Vec<String>>,
    columns: Vec<Column>,
}

const BLANK: Cell = Cell::Text(String::new());

/// Lays out the rows of one kind. `named`: the file or the sheet says which kind it is, so that the headings need not;
/// `alone`: nothing else stands on the sheet.
pub fn grid(lines: &[&Line], named: bool, alone: bool, hand: &Hand<'_>, dice: &mut Dice) -> Grid {
    let kind = lines[0].kind;
    let is_titled = alone && dice.tries(35, "titled");
    let head = head(lines, named || is_titled, alone, dice);
    let mut grid = Grid::default();
    let width = head.columns.len();
    if is_titled {
        let name = title(names(kind)[0], dice);
        grid.rows.push(vec![Cell::Text(name)]);
        grid.merged.push((0, 0, 0, width - 1));
        if dice.chance(40) {
            grid.rows.push(vec![Cell::text("制表:数据部")]);
        }
        if dice.chance(30) {
            grid.rows.push(Vec::new());
        }
    }
    put_head(&head, &mut grid);
    let top = grid.rows.len();
    rows(lines, &head.columns, hand, alone, dice, &mut grid);
    if alone && hand.is_workbook && dice.tries(30, "merged downwards") {
        merge_down(&mut grid, top, &head.columns, dice);
    }
    if alone && dice.tries(20, "leading empty columns") {
        shift(&mut grid, 1 + dice.below(2));
    }
    grid
}

/// Two tables beside each other, with empty columns between.
pub fn beside(left: Grid, right: Grid, gap: usize) -> Grid {
    let width = left.rows.iter().map(Vec::len).max().unwrap_or(0) + gap;
    let mut rows = left.rows;
    let height = rows.len().max(right.rows.len());
    rows.resize(height, Vec::new());
    for (row, more) in rows.iter_mut().zip(right.rows) {
        row.resize(width, BLANK);
        row.extend(more);
    }
    Grid { rows, merged: Vec::new() }
}

/// The same rows in two tables of the same headings beside each other.
pub fn repeated(lines: &[&Line], hand: &Hand<'_>, dice: &mut Dice) -> Grid {
    let head = head(lines, true, false, dice);
    let (left, right) = lines.split_at(lines.len().div_ceil(2));
    let mut half = |lines: &[&Line]| {
        let mut grid = Grid::default();
        put_head(&head, &mut grid);
        rows(lines, &head.columns, hand, false, dice, &mut grid);
        grid
    };
    let (left, right) = (half(left), half(right));
    beside(left, right, 0)
}

fn head(lines: &[&Line], named: bool, alone: bool, dice: &mut Dice) -> Head {
    let kind = lines[0].kind;
    let mut fields = fields_of(lines.iter().copied());
    let mut columns = Vec::new();
    if fields.iter().any(|field| field == "alt_phone") && dice.tries(50, "phones in one cell") {
        fields.retain(|field| field != "alt_phone" && field != "phone");
        columns.push(Column::AllPhones);
    }
    columns.extend(fields.into_iter().map(Column::Field));
    if alone && dice.tries(30, "further columns") {
        columns.push(Column::Further(dice.pick(&FURTHER)));
    }
    if dice.tries(60, "shuffled columns") {
        dice.shuffle(&mut columns);
    }
    if alone && dice.chance(10) {
        let at = dice.below(columns.len());
        // An empty column parts nothing that needs each other: it is the first of what follows.
        columns.insert(if at == 0 { 0 } else { columns.len() }, Column::Empty);
    }
    if alone && dice.tries(25, "two-row headings") {
        return two_rows(kind, columns, named, dice);
    }
    let has_entered = columns.iter().any(|column| matches!(column, Column::Field(field) if field == "entered"));
    let upper = columns.iter().map(|column| heading(kind, column, named, has_entered, dice)).collect();
    Head { upper, lower: None, columns }
}

fn heading(kind: &str, column: &Column, named: bool, has_entered: bool, dice: &mut Dice) -> String {
    let field = match column {
        Column::Further(heading) => return (*heading).to_owned(),
        Column::Empty => return String::new(),
        Column::AllPhones => "phone",
        Column::Field(field) => field,
    };
    let known = headings(kind, field);
    // The date's heading tells the kind where nothing else does.
    let is_telling = field == "at" && !named;
    if known.is_empty() || (!is_telling && dice.chance(10)) {
        return decorated(field, dice);
    }
    let word = if is_telling || dice.chance(25) { known[0] } else { dice.pick(known) };
    // 录入时间 is either date's; where both are there, it is the entry's.
    let word = if word == "录入时间" && field == "at" && has_entered { known[0] } else { word };
    decorated(word, dice)
}

/// Headings over two rows: what belongs to one person stands below a common heading, the others reach over both rows.
fn two_rows(kind: &str, mut columns: Vec<Column>, named: bool, dice: &mut Dice) -> Head {
    let has_entered = columns.iter().any(|column| matches!(column, Column::Field(field) if field == "entered"));
    let mut upper = Vec::new();
    let mut lower = Vec::new();
    let mut ordered = Vec::new();
    let over = dice.pick(&["客户", "客户信息", "顾客资料"]);
    for (over, fields) in [(over, ["customer", "phone"]), ("介绍人", ["referrer", "referrer_phone"])] {
        let of = |column: &Column| matches!(column, Column::Field(field) if fields.contains(&field.as_str()));
        if columns.iter().filter(|column| of(column)).count() == 2 {
            columns.retain(|column| !of(column));
            ordered.extend(fields.map(|field| Column::Field(field.to_owned())));
            upper.extend([over.to_owned(), String::new()]);
            lower.extend(["姓名".to_owned(), "电话".to_owned()]);
        }
    }
    upper.extend(columns.iter().map(|column| heading(kind, column, named, has_entered, dice)));
    lower.resize(upper.len(), String::new());
    ordered.extend(columns);
    let lower = lower.iter().any(|heading| !heading.is_empty()).then_some(lower);
    Head { upper, lower, columns: ordered }
}

fn put_head(head: &Head, grid: &mut Grid) {
    let row = |headings: &[String]| headings.iter().map(|heading| Cell::text(heading)).collect::<Vec<_>>();
    let top = grid.rows.len();
    grid.rows.push(row(&head.upper));
    let Some(lower) = &head.lower else { return };
    grid.rows.push(row(lower));
    for (at, (above, below)) in head.upper.iter().zip(lower).enumerate() {
        match (above.is_empty(), below.is_empty()) {
            (false, true) => grid.merged.push((top, at, top + 1, at)),
            (true, false) => grid.merged.push((top, at - 1, top, at)),
            _ => {}
        }
    }
}

fn rows(lines: &[&Line], columns: &[Column], hand: &Hand<'_>, alone: bool, dice: &mut Dice, grid: &mut Grid) {
    // A column is kept by one hand, or every cell is written in another way.
    let ways: Vec<Option<usize>> =
        columns.iter().map(|_| if dice.chance(50) { Some(dice.below(WAYS)) } else { None }).collect();
    let (has_gaps, has_totals) = (alone && dice.tries(25, "blank rows"), alone && dice.tries(20, "totals"));
    for (number, line) in lines.iter().enumerate() {
        let cells = columns.iter().zip(&ways).map(|(column, way)| {
            let way = way.unwrap_or_else(|| dice.below(WAYS));
            match column {
                Column::Field(field) => hand.cell(line, field, way, dice),
                Column::AllPhones => all_phones(line, hand, way, dice),
                Column::Further("序号") => Cell::Text((number + 1).to_string()),
                Column::Further(_) => Cell::text(["", "无", "13", "2026-01-01"][way % 4]),
                Column::Empty => BLANK,
            }
        });
        let cells: Vec<Cell> = cells.collect();
        grid.rows.push(cells);
        if has_gaps && dice.chance(15) {
            grid.rows.push(vec![BLANK; dice.below(columns.len())]);
        }
        if has_totals && dice.chance(8) {
            grid.rows.push(total("小计", number, columns));
        }
    }
    if has_totals {
        grid.rows.push(total("合计", lines.len(), columns));
    }
}

/// In one column, cells that say the same as the one above become one cell with it.
fn merge_down(grid: &mut Grid, top: usize, columns: &[Column], dice: &mut Dice) {
    let at = dice.below(columns.len());
    if matches!(columns[at], Column::Empty) {
        return;
    }
    let mut first = top;
    for row in top + 1..=grid.rows.len() {
        let same = |one: &[Cell], other: &[Cell]| matches!((one.get(at), other.get(at)), (Some(a), Some(b)) if a == b && *a != BLANK);
        let is_more = grid.rows.get(row).is_some_and(|next| same(next, &grid.rows[first]));
        if is_more {
            continue;
        }
        if row - first > 1 {
            grid.merged.push((first, at, row - 1, at));
            grid.rows[first + 1..row].iter_mut().for_each(|covered| covered[at] = BLANK);
        }
        first = row;
    }
}

fn all_phones(line: &Line, hand: &Hand<'_>, way: usize, dice: &mut Dice) -> Cell {
    let first = hand.cell(line, "phone", way, dice);
    if line.get("alt_phone").is_empty() {
        return first;
    }
    let text = |cell: Cell| match cell {
        Cell::Text(text) => text,
        Cell::Number(number) => format!("{number}"),
        Cell::Moment(..) | Cell::Serial(_) => unreachable!(),
    };
    let separator = dice.pick(&["、", "/", ",", ";", "，", "；", " / "]);
    Cell::Text(format!("{}{separator}{}", text(first), text(hand.cell(line, "alt_phone", way / 3, dice))))
}

fn total(word: &str, count: usize, columns: &[Column]) -> Vec<Cell> {
    let first = columns.iter().position(|column| !matches!(column, Column::Empty)).unwrap();
    let cell = |(at, column): (usize, &Column)| match column {
        _ if at == first => Cell::text(word),
        Column::Field(field) if field == "boxes" || field == "amount" => Cell::Number(count as f64 * 2.0),
        _ => BLANK,
    };
    columns.iter().enumerate().map(cell).collect()
}

fn shift(grid: &mut Grid, by: usize) {
    grid.rows.iter_mut().filter(|row| !row.is_empty()).for_each(|row| drop(row.splice(0..0, vec![BLANK; by])));
    grid.merged.iter_mut().for_each(|(_, first, _, last)| (*first, *last) = (*first + by, *last + by));
}
