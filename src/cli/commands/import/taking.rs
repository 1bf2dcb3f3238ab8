//! The import itself: every file in one batch, or no batch at all.

use super::ended_tasks::{EndedTasks, elsewhere};
use super::file::ImportSession;
use super::findings::known_violations;
use super::intake::{FileIntake, HeldBackRow, ImportRemarks, RosterSink};
use super::nearest::missing;
use super::outcome::Imported;
use super::rejections::EarlierRejections;
use super::rejects::{StagedRejects, recover};
use super::request::{ImportRequest, settings};
use super::roster_changes;
use super::taken::TakenFile;
use crate::cli::books::rejected::put_away;
use crate::cli::context::command::CommandContext;
use crate::cli::context::fault::ReadableError;
use crate::cli::context::place::file_name;
use crate::cli::context::progress::Progress;
use crate::cli::context::workspace::Workspace;
use crate::domain::{Kind, Message, StaffRow};
use crate::ingest::{FolderListing, IngestSettings, Pass, ReadError, StaffFinder, list_files, read_file};
use crate::journal::Import;
use crate::policy::{Policy, households};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;

/// Reads the files and takes their rows into the journal, in one transaction.
///
/// # Errors
/// Nothing was taken in: a path that is not there, a journal that cannot be written, with `strict` a rejected row.
pub fn take_in(order: &ImportRequest, workspace: &Workspace, context: &mut CommandContext) -> Result<Imported> {
    let policy = workspace.policy()?;
    let files = listed(order, context)?;
    let settings = settings(order, &policy, context.as_of());
    let mut journal = context.journal(workspace)?;
    let mut import = journal.begin(context.env.now, &context.asked())?;
    let before = Rc::new(EarlierRejections::of(import.rejected()?));
    if !order.dry_run {
        recover(&workspace.rejects(), &before)?;
    }
    let mut progress = Progress::of_rows(context.env.stderr_is_terminal && !context.global.quiet, &context.interrupt);
    let mut reasons = ImportRemarks { is_wordy: context.global.verbose, ..ImportRemarks::default() };
    let mut over = EndedTasks::by(&policy, context.as_of());
    let known = import.roster(&[])?;
    let roster = roster(&files, order, &settings, &import)?;

    let mut all = Vec::new();
    for path in files {
        progress.file(&path.display().to_string());
        let mut session = ImportSession {
            order,
            workspace,
            settings: &settings,
            roster: &roster,
            progress: &mut progress,
            reasons: &mut reasons,
            over: &mut over,
            before: &before,
        };
        all.push(session.take(path, &mut import, context)?);
    }
    settle_held(&mut all, &mut import, &policy, &mut progress, &mut reasons, &mut over, context)?;
    progress.end();
    let stated = state(order, &all, &mut import)?;
    tell(&all, &reasons, roster.is_empty(), context);

    let mut imported = Imported { dry_run: order.dry_run, ..Imported::default() };
    let mut put = StagedRejects::default();
    for taken in all {
        imported.files.push(taken.finish(&mut put, &context.texts)?);
    }
    if order.strict && imported.is_refused() {
        let message = Message::new("cli-import-strict").with("rejected", imported.rejected());
        return Err(ReadableError::new(message).remedy(Message::new("cli-import-strict-remedy")).into());
    }
    imported.roster = roster_changes::changes(&known, &import.roster(&[])?, context.as_of());
    agree(order, &imported, context)?;
    put.note(&mut import);
    let batch = import.batch();
    let done = if !order.dry_run && (imported.added() > 0 || imported.replaced() > 0 || stated) {
        if let Some(text) = workspace.policy_text_of(&policy) {
            import.keep_policy(&policy.digest(), &text, context.env.now)?;
        }
        context.interrupt.go_on()?;
        context.working(&Message::new("cli-progress-journal"));
        import.commit()?;
        context.progress.end();
        imported.batch = Some(batch);
        Message::new("cli-import-done").show("batch", batch).with("added", imported.added())
    } else {
        match order.dry_run {
            true => drop(import),
            false => import.leave()?,
        }
        Message::new("cli-import-nothing-new")
    };
    context.remark = Some(log(done, &imported));
    imported.rejects = match &put.keep()?[..] {
        [] => None,
        [one] => Some(one.display().to_string()),
        _ => Some(workspace.rejects().display().to_string()),
    };
    if let Some(rejects) = &imported.rejects {
        let message = Message::new("cli-import-rejects").with("rejected", imported.rejected());
        context.note(&message.with("path", rejects.as_str()));
    }
    if !order.dry_run {
        put_away(workspace, &journal, context)?;
    }
    Ok(imported)
}

/// Says what changes of the roster before it does, and asks where somebody is there and more than a few people change.
fn agree(order: &ImportRequest, imported: &Imported, context: &mut CommandContext) -> Result<()> {
    let changes = &imported.roster;
    roster_changes::told(changes, &context.texts).iter().for_each(|message| context.warn(message));
    let question = Message::new("cli-roster-ask").with("count", roster_changes::people(changes));
    if roster_changes::are_many(changes) && order.asks && !context.ask(&question)? {
        let said = ReadableError::new(Message::new("cli-roster-refused"));
        return Err(said.remedy(Message::new("cli-roster-refused-remedy")).into());
    }
    Ok(())
}

/// The files behind the paths.
fn listed(order: &ImportRequest, context: &mut CommandContext) -> Result<Vec<PathBuf>> {
    if let Some(path) = order.paths.iter().find(|path| !path.exists()) {
        return Err(missing(path).into());
    }
    let FolderListing { files, skipped } = list_files(&order.paths).map_err(ReadableError::from)?;
    skipped.iter().for_each(|message| context.note(message));
    Ok(files)
}

/// Everybody that a row may name: on the rosters of before, and on those among these files, wherever they come.
fn roster(
    files: &[PathBuf],
    order: &ImportRequest,
    settings: &IngestSettings,
    import: &Import<'_>,
) -> Result<StaffFinder> {
    let replaced: Vec<String> =
        if order.replace { files.iter().map(|path| file_name(path)).collect() } else { Vec::new() };
    let before: Vec<StaffRow> = import.roster(&replaced)?;
    let mut sink = RosterSink { found: Vec::new() };
    for path in files {
        match read_file(path, Pass::Rosters, settings, &StaffFinder::default(), &mut sink) {
            // What is wrong with a file is said when all of it is read.
            Ok(_) | Err(ReadError::File(_)) => {}
            Err(ReadError::Sink(error)) => return Err(error),
        }
    }
    Ok(sink.over(&before))
}

/// Takes in the rows that were held back, now that every row is in: findings that name a violation, which may follow from
/// any, and rows that name a task of a household that any may have joined with theirs.
fn settle_held(
    all: &mut [TakenFile],
    import: &mut Import<'_>,
    policy: &Policy,
    progress: &mut Progress,
    reasons: &mut ImportRemarks,
    over: &mut EndedTasks<'_>,
    context: &CommandContext,
) -> Result<()> {
    if all.iter().all(|taken| taken.held.is_empty()) {
        return Ok(());
    }
    let books = import.books()?;
    let any = |of: fn(&HeldBackRow) -> bool| all.iter().any(|taken| taken.held.iter().any(of));
    let known = match any(|row| row.violation().is_some()) {
        true => known_violations(&books, policy, context.as_of()),
        false => BTreeMap::new(),
    };
    let households = if any(|row| !row.elsewhere.is_empty()) { households(&books) } else { BTreeMap::new() };
    for taken in all {
        let held = std::mem::take(&mut taken.held);
        let mut taking = FileIntake {
            import: &mut *import,
            texts: &context.texts,
            progress: &mut *progress,
            reasons: &mut *reasons,
            over: &mut *over,
            file: file_name(&taken.path),
            copies: &[],
            is_copy: false,
            tables: std::mem::take(&mut taken.tables),
            held: Vec::new(),
            rejects: taken.rejects.take(),
        };
        for row in &held {
            let no_violation = row.violation().filter(|id| !known.contains_key(*id));
            let no_violation = no_violation.map(|id| Message::new("cli-import-no-violation").with("id", id));
            let elsewhere = elsewhere(&row.record, &row.elsewhere, &households);
            match &no_violation.into_iter().chain(elsewhere).collect::<Vec<_>>()[..] {
                [] => taking.take_held(row, row.violation().and_then(|id| known.get(id)?.as_ref()))?,
                reasons => taking.reject_held(row, reasons)?,
            }
        }
        FileIntake { tables: taken.tables, rejects: taken.rejects, .. } = taking;
    }
    Ok(())
}

/// Notes up to when the ledgers read are complete; says whether there was anything to note.
fn state(order: &ImportRequest, all: &[TakenFile], import: &mut Import<'_>) -> Result<bool> {
    let Some(through) = order.through else { return Ok(false) };
    if let Some(department) = &order.department {
        let roster = import.roster(&[])?;
        let known: BTreeSet<&str> = roster.iter().filter_map(|row| row.department.as_deref()).collect();
        if !known.contains(department.as_str()) {
            let known: Vec<&str> = known.into_iter().collect();
            let message = Message::new("cli-import-department").with("department", department.as_str());
            return Err(ReadableError::new(message.with("known", known)).into());
        }
    }
    let kinds: BTreeSet<Kind> = all.iter().flat_map(TakenFile::kinds).collect();
    for kind in &kinds {
        import.state(*kind, order.department.as_deref(), through)?;
    }
    Ok(!kinds.is_empty())
}

/// What the log says of an import: how many of what.
fn log(done: Message, imported: &Imported) -> Message {
    let message = Message::new("cli-import-log").with("done", done).with("rejected", imported.rejected());
    roster_changes::in_log(message.with("held", imported.held()), &imported.roster)
}

/// Says what was refused and why.
fn tell(all: &[TakenFile], reasons: &ImportRemarks, is_without_roster: bool, context: &mut CommandContext) {
    for taken in all {
        taken.refusals().iter().for_each(|message| context.warn(message));
        taken.remarks().iter().for_each(|message| context.warn(message));
        taken.copies().iter().for_each(|message| context.warn(message));
        // A blank ledger's own page of notes is none of the clerk's.
        taken.passed(&context.texts.get("templates-notes-sheet")).iter().for_each(|message| context.note(message));
    }
    for taken in all {
        taken.waits().iter().for_each(|message| context.warn(message));
    }
    reasons.unknown.iter().for_each(|message| context.note(message));
    all.iter().flat_map(TakenFile::warnings).for_each(|message| context.warn(&message));
    reasons.shown.iter().for_each(|message| context.warn(message));
    if reasons.hidden > 0 {
        context.warn(&Message::new("cli-import-more").with("count", reasons.hidden));
    }
    if is_without_roster && !reasons.shown.is_empty() {
        context.warn(&Message::new("cli-import-no-roster"));
    }
}
