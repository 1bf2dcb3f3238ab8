//! `录入情况`: what the night took in, of whom and why not, for somebody who was not there. Each run of a day that found
//! files adds to it.

use crate::cli::commands::import::{FileRow, Imported, RowReason, SheetRow, changed, listing};
use crate::cli::context::command::CommandContext;
use crate::cli::context::env::PAPER;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::place::{file_name, place};
use crate::cli::context::written::write_whole;
use crate::domain::Message;
use crate::files;
use crate::render::{TablePage, table};
use crate::report::Medium;
use anyhow::Result;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Writes down what a run took in and what it left; a run over an empty inbox is only told where nothing else is.
///
/// # Errors
/// The file cannot be read or written.
pub fn note(imported: Option<&Imported>, folder: &Path, context: &CommandContext) -> Result<PathBuf> {
    let path = folder.join(format!("{}.txt", context.texts.get("cli-nightly-intake")));
    let before = match std::fs::read_to_string(&path) {
        Ok(before) => before,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => String::new(),
        Err(error) => return Err(ReadableError::place(&path, &error).into()),
    };
    if imported.is_none() && !before.is_empty() {
        return Ok(path);
    }
    files::create_folder(folder).map_err(|error| ReadableError::place(folder, &error))?;
    let gap = if before.is_empty() { "" } else { "\n" };
    write_whole(&path, format!("{before}{gap}{}", run(imported, context)).as_bytes())?;
    Ok(path)
}

/// One run, in words.
fn run(imported: Option<&Imported>, context: &CommandContext) -> String {
    let texts = &context.texts;
    let ran = Message::new("cli-nightly-ran")
        .show("at", context.env.now.format("%Y-%m-%d %H:%M:%S"))
        .with("who", context.env.user().unwrap_or_else(|| "?".to_owned()));
    let Some(imported) = imported else {
        return format!("{}\n{}\n", texts.say(&ran), texts.get("cli-nightly-inbox-empty"));
    };
    let mut told = listing(imported, Medium::Page, texts);
    // Of each file what is said of it, which may take several lines.
    let left = imported.files.iter().filter(|file| file.place.exists()).map(|file| left(file, context)).collect();
    let section = |key: &'static str, files: Vec<Vec<String>>| {
        let title =
            (!files.is_empty()).then(|| texts.say(&Message { key, args: Vec::new() }.with("count", files.len())));
        title.into_iter().chain(files.into_iter().flatten().map(|line| format!("  {line}"))).collect::<Vec<_>>()
    };
    told.notes.extend(changed(&imported.roster, texts).iter().map(|message| texts.say(message)));
    let rejected =
        imported.files.iter().map(|file| rejected(file, context)).filter(|lines| !lines.is_empty()).collect();
    told.notes.extend(section("cli-nightly-intake-rejected", rejected));
    let odd = imported.files.iter().map(|file| odd(file, context)).filter(|lines| !lines.is_empty()).collect();
    told.notes.extend(section("cli-nightly-intake-odd", odd));
    told.notes.extend(section("cli-nightly-intake-left", left));
    told.summary.insert(0, std::mem::take(&mut told.title));
    told.title = texts.say(&ran);
    String::from_utf8_lossy(&table(&told, TablePage { width: PAPER, colour: false })).into_owned()
}

/// A file, and the sheet in it.
fn place_of(file: &FileRow, sheet: &SheetRow) -> String {
    place(&file_name(&file.place), sheet.sheet.as_deref())
}

/// What is said of rows, each reason once with its rows.
fn of_rows(place: &str, reasons: &[RowReason], context: &CommandContext) -> Vec<String> {
    let reason = |reason: &RowReason| {
        let rows: Vec<String> = reason.rows.iter().map(ToString::to_string).collect();
        let line = Message::new("cli-nightly-intake-reason").with("file", place).with("rows", rows);
        context.texts.say(&line.with("why", reason.why.as_str()))
    };
    reasons.iter().map(reason).collect()
}

/// What is odd about a file though it was taken: about its sheets, then about rows of them.
fn odd(file: &FileRow, context: &CommandContext) -> Vec<String> {
    let of_sheet = |sheet: &SheetRow| {
        let place = place_of(file, sheet);
        let remark = |remark: &String| {
            let line = Message::new("cli-nightly-intake-why").with("file", place.as_str());
            context.texts.say(&line.with("why", remark.as_str()))
        };
        let remarks = sheet.remarks.iter().map(remark);
        remarks.chain(of_rows(&place, &sheet.odd, context)).collect::<Vec<_>>()
    };
    file.sheets.iter().flat_map(of_sheet).collect()
}

/// Why rows of a file were rejected, and where they are.
fn rejected(file: &FileRow, context: &CommandContext) -> Vec<String> {
    let of_sheet = |sheet: &SheetRow| of_rows(&place_of(file, sheet), &sheet.reasons, context);
    let kept = file
        .rejects
        .as_ref()
        .map(|path| context.texts.say(&Message::new("cli-nightly-intake-kept").with("path", path.as_str())));
    file.sheets.iter().flat_map(of_sheet).chain(kept).collect()
}

/// Why a file stays in the inbox; of one that is held also what settles it.
fn left(file: &FileRow, context: &CommandContext) -> Vec<String> {
    let name = file_name(&file.place);
    if let Some(held) = &file.held {
        let said = held.said(&name).into_iter().map(|message| context.texts.say(&message));
        return said.flat_map(|said| said.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    let sheet = |sheet: &SheetRow| {
        let why = sheet.refused.as_ref().or(sheet.passed.as_ref().filter(|_| sheet.kind.is_none()))?;
        Some(sheet.sheet.as_ref().map_or(why.clone(), |name| format!("{name}: {why}")))
    };
    let mut why: Vec<String> = file.refused.iter().cloned().chain(file.sheets.iter().filter_map(sheet)).collect();
    if why.is_empty() {
        why.push(context.texts.get("cli-nightly-intake-unmoved"));
    }
    vec![context.texts.say(&Message::new("cli-nightly-intake-why").with("file", name).with("why", why))]
}
