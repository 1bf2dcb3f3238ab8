//! `due --sheets`: a workbook for everybody who has something to do, to be filled in and handed back.

use crate::cli::books::read::JudgedBooks;
use crate::cli::commands::import::{ImportRequest, settings};
use crate::cli::context::command::CommandContext;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::written::write_whole;
use crate::files;
use crate::ingest::{IngestSettings, Pass, ReadRow, SheetAnswer, SheetInfo, SheetTally, Sink, StaffFinder, read_file};
use crate::report::{CallSheet, CallSheetLine, DueRow, WrittenCallSheet, call_sheets, supervisor_rows};
use crate::templates::{CallSheetFile, TemplateHouse, call_sheet_file, is_untouched, summary_file};
use anyhow::Result;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;

/// Writes the call sheets of those tasks into the folder, one workbook for each assignee or department, and the supervisor's
/// summary. Nothing that somebody has filled in is replaced.
pub fn write_call_sheets(
    reading: &JudgedBooks,
    rows: &[DueRow],
    by_department: bool,
    folder: &Path,
    context: &mut CommandContext,
) -> Result<Vec<WrittenCallSheet>> {
    let on = reading.assessment.reading.on;
    let sheets = {
        let presenter = reading.presenter(context);
        let of_people = call_sheets(rows, &reading.assessment, &reading.books, &presenter);
        match by_department {
            true => of_departments(of_people, &context.texts.get("call-sheet-nobody")),
            false => of_people,
        }
    };
    let house = TemplateHouse {
        staff: reading.assessment.roster.values().cloned().collect(),
        offences: Vec::new(),
        day: Some(on),
    };
    files::create_folder(folder).map_err(|error| ReadableError::io(folder, &error))?;
    let there = FilledSheets::of(reading, context);
    let mut written = Vec::new();
    for sheet in &sheets {
        let made = call_sheet_file(sheet, on, &house, &context.texts).map_err(ReadableError::new)?;
        let (file, beside) = there.put(&made, folder)?;
        let tasks = sheet.lines.iter().map(|line| line.tasks.len()).sum();
        written.push(WrittenCallSheet {
            file,
            assignee: sheet.assignee.clone(),
            lines: sheet.lines.len(),
            tasks,
            beside,
        });
    }
    let summary = {
        let presenter = reading.presenter(context);
        summary_file(&supervisor_rows(rows, &presenter), on, &context.texts).map_err(ReadableError::new)?
    };
    write_whole(&folder.join(&summary.file), &summary.bytes)?;
    written.push(WrittenCallSheet { file: summary.file, assignee: None, lines: 0, tasks: rows.len(), beside: None });
    Ok(written)
}

/// Those of each department together, each person's lines one after the other; of whoever has none under nobody's.
fn of_departments(sheets: Vec<CallSheet>, nobody: &str) -> Vec<CallSheet> {
    let mut departments: BTreeMap<(bool, Option<String>), Vec<CallSheetLine>> = BTreeMap::new();
    for CallSheet { assignee, department, lines, .. } in sheets {
        let department = department.filter(|_| assignee.is_some());
        departments.entry((department.is_none(), department)).or_default().extend(lines);
    }
    let sheet = |((_, department), mut lines): ((bool, Option<String>), Vec<CallSheetLine>)| {
        lines.sort_by_key(|line| line.page);
        let whose = department.clone().unwrap_or_else(|| nobody.to_owned());
        CallSheet { assignee: None, whose, department, lines }
    };
    departments.into_iter().map(sheet).collect()
}

/// Whether sheets that lie in a folder have been filled in.
struct FilledSheets {
    settings: IngestSettings,
    roster: StaffFinder,
}

impl FilledSheets {
    fn of(reading: &JudgedBooks, context: &CommandContext) -> Self {
        let settings = settings(&ImportRequest::default(), &reading.policy, context.env.now.date());
        let mut roster = StaffFinder::default();
        reading.assessment.roster.values().for_each(|row| roster.add(row));
        FilledSheets { settings, roster }
    }

    /// Writes the workbook where nobody has filled in the one that is there, else beside that; its name, and that of the
    /// one that stays.
    fn put(&self, made: &CallSheetFile, folder: &Path) -> Result<(String, Option<String>)> {
        let stem = made.file.strip_suffix(".xlsx").unwrap_or(&made.file);
        let mut beside = None;
        let names = std::iter::once(made.file.clone()).chain((1..).map(|nth| match nth {
            1 => format!("{stem} 续.xlsx"),
            nth => format!("{stem} 续{nth}.xlsx"),
        }));
        for name in names {
            let path = folder.join(&name);
            let filled = match std::fs::read(&path) {
                Ok(there) => !is_untouched(&there, &made.bytes) && self.is_filled_in(&path),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
                Err(error) => return Err(ReadableError::io(&path, &error).into()),
            };
            if filled {
                beside = Some(name);
                continue;
            }
            write_whole(&path, &made.bytes)?;
            return Ok((name, beside));
        }
        Ok((made.file.clone(), beside))
    }

    /// Whether anything but what was written beforehand stands in it. What cannot be told is.
    fn is_filled_in(&self, path: &Path) -> bool {
        let Ok(read) = read_file(path, Pass::All, &self.settings, &self.roster, &mut Unread) else { return true };
        read.sheets.iter().any(|sheet| match &sheet.answer {
            SheetAnswer::Read { tally, .. } => tally.rows > 0,
            // What is only to be read may have been written on.
            SheetAnswer::Broken { .. } | SheetAnswer::Refused(_) | SheetAnswer::Skipped(_) => true,
        })
    }
}

/// Takes rows only to count them.
struct Unread;

impl Sink for Unread {
    type Error = Infallible;

    fn sheet(&mut self, _: &SheetInfo) -> Result<(), Infallible> {
        Ok(())
    }

    fn row(&mut self, _: ReadRow) -> Result<(), Infallible> {
        Ok(())
    }

    fn end(&mut self, _: &SheetTally) -> Result<(), Infallible> {
        Ok(())
    }
}
