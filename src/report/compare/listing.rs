//! What differs between two judgements as listings.

use super::{
    Comparison, MovedRow, OwnerChange, OwnerState, RowsBehind, SumChange, TaskChange, TaskState, ViolationChange,
    ViolationState,
};
use crate::domain::{Arg, Message, StaffId};
use crate::report::field::{Columns, ShownField};
use crate::report::{Cell, Listing, Medium, Money, Presenter};

/// One thing that differs, in words.
struct DifferenceLine {
    /// Which list it is of: the section of a page, the first column of a sheet.
    section: &'static str,
    change: &'static str,
    /// The household, the id, or whose sum it is.
    of: Cell,
    what: String,
    before: Cell,
    after: Cell,
    /// Of sums that count the same.
    difference: Cell,
    rows: String,
}

const SECTION: ShownField<DifferenceLine> =
    ShownField::word("section", |line, presenter| Cell::word(presenter.word("section", line.section)));
const CHANGE: ShownField<DifferenceLine> =
    ShownField::word("change", |line, presenter| Cell::word(presenter.word("change", line.change)));
const OF: ShownField<DifferenceLine> = ShownField::text("of", |line, _| line.of.clone());
const WHAT: ShownField<DifferenceLine> = ShownField::text("what", |line, _| line.what.clone().into());
const BEFORE: ShownField<DifferenceLine> = ShownField::text("before", |line, _| line.before.clone());
const AFTER: ShownField<DifferenceLine> = ShownField::text("after", |line, _| line.after.clone());
const DIFFERENCE: ShownField<DifferenceLine> = ShownField::number("difference", |line, _| line.difference.clone());
const ROWS: ShownField<DifferenceLine> = ShownField::text("rows", |line, _| line.rows.clone().into());

const PAGE: &[ShownField<DifferenceLine>] = &[CHANGE, OF, WHAT, BEFORE, AFTER, DIFFERENCE, ROWS.below()];
const SHEET: &[ShownField<DifferenceLine>] = &[SECTION, CHANGE, OF, WHAT, BEFORE, AFTER, DIFFERENCE, ROWS];

/// What differs, in words: a group for owners, tasks, violations and sums each.
pub fn comparison_listing(
    comparison: &Comparison,
    title: &Message,
    medium: Medium,
    presenter: &Presenter<'_>,
) -> Listing {
    let columns = Columns::on(medium, PAGE, SHEET);
    let Comparison { owners, tasks, violations, sums } = comparison;
    let sections: [Vec<DifferenceLine>; 4] = [
        owners.iter().map(|change| owner(change, presenter)).collect(),
        tasks.iter().map(|change| task(change, presenter)).collect(),
        violations.iter().map(|change| violation(change, presenter)).collect(),
        sums.iter().map(|change| sum(change, presenter)).collect(),
    ];
    let group = |lines: &Vec<DifferenceLine>| {
        let section = lines.first()?.section;
        let title = Message::new("report-compare-group").with("of", presenter.word("section", section));
        Some(columns.group(Some(presenter.say(&title.with("count", lines.len()))), lines, presenter))
    };
    let groups: Vec<_> = sections.iter().filter_map(group).collect();
    let count = match groups.is_empty() {
        true => Message::new("report-compare-none"),
        false => Message::new("report-compare-count")
            .with("owners", owners.len())
            .with("tasks", tasks.len())
            .with("violations", violations.len())
            .with("sums", sums.len()),
    };
    Listing {
        title: presenter.say(title),
        summary: vec![presenter.say(&count)],
        headings: columns.headings(presenter),
        groups,
        notes: Vec::new(),
    }
}

fn owner(change: &OwnerChange, presenter: &Presenter<'_>) -> DifferenceLine {
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let mut keys: Vec<_> = [before, after].into_iter().flatten().map(|state| &state.household).collect();
    keys.dedup();
    let said = |state: Option<&OwnerState>| match state {
        None => presenter.word("compare", "unknown"),
        Some(state) => {
            let status = presenter.word("status", state.status.id());
            let by = state
                .since
                .map(|day| day.to_string())
                .into_iter()
                .chain(state.clause.iter().map(|id| presenter.clause(id)));
            let owner = state.owner.as_ref().map(|owner| presenter.staff(owner));
            owner.into_iter().chain([status]).chain(by).collect::<Vec<_>>().join(" · ")
        }
    };
    DifferenceLine {
        section: "owner",
        change: super::side::change(before.is_some(), after.is_some()),
        of: Cell::phone(keys.iter().map(|key| presenter.phone(key)).collect::<Vec<_>>().join(" → ")),
        what: String::new(),
        before: said(before).into(),
        after: said(after).into(),
        difference: Cell::blank(),
        rows: rows(change.behind.as_ref(), presenter),
    }
}

fn task(change: &TaskChange, presenter: &Presenter<'_>) -> DifferenceLine {
    let said = |state: Option<&TaskState>| {
        let Some(state) = state else { return String::new() };
        let with = state.with.as_ref().map(|expert| presenter.staff(expert));
        let parts = [presenter.staff_or_nobody(state.assignee.as_ref())].into_iter().chain(with);
        parts
            .chain([state.due.to_string(), presenter.word("status", state.status.id())])
            .collect::<Vec<_>>()
            .join(" · ")
    };
    DifferenceLine {
        section: "task",
        change: change.change,
        of: Cell::id(&change.id),
        what: format!("{} {}", presenter.obligation(&change.task), presenter.phone(&change.phone)),
        before: said(change.before.as_ref()).into(),
        after: said(change.after.as_ref()).into(),
        difference: Cell::blank(),
        rows: rows(change.behind.as_ref(), presenter),
    }
}

fn violation(change: &ViolationChange, presenter: &Presenter<'_>) -> DifferenceLine {
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let is_renamed = before.is_some_and(|before| after.is_some_and(|after| before.offence != after.offence));
    let is_passed_on = before.is_some_and(|before| after.is_some_and(|after| before.staff != after.staff));
    let said = |state: Option<&ViolationState>| {
        let Some(state) = state else { return String::new() };
        let parts = [
            is_renamed.then(|| presenter.offence(&state.offence)),
            is_passed_on.then(|| whose(state.staff.as_ref(), presenter)),
            Some(presenter.word("status", state.status.id())),
            state.amount.map(|amount| amount.to_string()),
            state.action.map(|action| presenter.word("action", action)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let phone = change.phone.as_ref().map(|phone| format!(" {}", presenter.phone(phone))).unwrap_or_default();
    let staff = whose(change.staff.as_ref(), presenter);
    DifferenceLine {
        section: "violation",
        change: change.change,
        of: Cell::id(&change.id),
        what: format!("{} {} {staff}{phone}", change.date, presenter.offence(&change.offence)),
        before: said(before).into(),
        after: said(after).into(),
        difference: Cell::blank(),
        rows: rows(change.behind.as_ref(), presenter),
    }
}

fn whose(staff: Option<&StaffId>, presenter: &Presenter<'_>) -> String {
    staff.map_or_else(|| presenter.texts.get("report-unnamed"), |staff| presenter.staff(staff))
}

fn sum(change: &SumChange, presenter: &Presenter<'_>) -> DifferenceLine {
    let department = change.department.clone().unwrap_or_else(|| presenter.texts.get("report-no-department"));
    // Where they count different things, each says what.
    let amount = |sum: Money, unit: &str| match change.difference {
        Some(_) => Cell::from(sum),
        None => format!("{sum} {}", presenter.word("sum", unit)).into(),
    };
    DifferenceLine {
        section: "sum",
        change: "changed",
        of: match &change.staff {
            Some(staff) => presenter.staff(staff).into(),
            None => department.into(),
        },
        what: change.month.map_or_else(|| presenter.word("compare", "all-months"), |month| month.to_string()),
        before: amount(change.before, change.unit_before),
        after: amount(change.after, change.unit),
        difference: Cell::maybe(change.difference),
        rows: rows(change.behind.as_ref(), presenter),
    }
}

/// The rows behind it by sheet, and how they are tied to it.
fn rows(behind: Option<&RowsBehind>, presenter: &Presenter<'_>) -> String {
    let Some(behind) = behind else { return String::new() };
    let of = |row: &MovedRow| (row.batch, row.change, row.kind, row.file.clone(), row.sheet.clone());
    let said = |rows: &[MovedRow]| {
        let first = rows.first()?;
        let file = presenter.place(&first.file, first.sheet.as_deref(), "/");
        let lines: Vec<Arg> = rows.iter().map(|row| row.row.to_string().into()).collect();
        let place = Message::new("report-evidence")
            .with("kind", presenter.word("kind", first.kind))
            .with("file", file)
            .with("rows", Arg::List(lines));
        let message = match first.change {
            "came" => Message::new("report-compare-came"),
            _ => Message::new("report-compare-went"),
        };
        Some(presenter.say(&message.with("place", place).show("batch", first.batch)))
    };
    let sorted = {
        let mut rows = behind.rows.clone();
        rows.sort_by(|a, b| (of(a), a.row).cmp(&(of(b), b.row)));
        rows
    };
    let places = sorted.chunk_by(|a, b| of(a) == of(b)).filter_map(said);
    let why = presenter.texts.find(&format!("report-behind-{}", behind.why));
    presenter.texts.joined(why.into_iter().chain(places))
}
