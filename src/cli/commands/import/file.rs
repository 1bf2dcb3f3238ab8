//! One file of an import: read, compared with those of its name, and kept in or left out.

use super::ended_tasks::EndedTasks;
use super::held::HeldRow;
use super::intake::{FileIntake, ImportRemarks};
use super::rejections::EarlierRejections;
use super::rejects::Rejects;
use super::request::ImportRequest;
use super::taken::TakenFile;
use crate::cli::context::command::CommandContext;
use crate::cli::context::place::file_name;
use crate::cli::context::progress::Progress;
use crate::cli::context::settings::SameName;
use crate::cli::context::workspace::Workspace;
use crate::ingest::{IngestSettings, Pass, ReadError, StaffFinder, read_file};
use crate::journal::{HeldFile, Import, Origin, SheetComparison};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What holds for every file of an import.
pub struct ImportSession<'s, 'p> {
    pub order: &'s ImportRequest,
    pub workspace: &'s Workspace,
    pub settings: &'s IngestSettings,
    pub roster: &'s StaffFinder,
    pub progress: &'s mut Progress,
    pub reasons: &'s mut ImportRemarks,
    pub over: &'s mut EndedTasks<'p>,
    pub before: &'s Rc<EarlierRejections>,
}

impl ImportSession<'_, '_> {
    /// Takes the file in, unless it has to be held.
    pub fn take(&mut self, path: PathBuf, import: &mut Import<'_>, context: &CommandContext) -> Result<TakenFile> {
        let origin = origin(&path);
        let mut taken = self.read(path, &origin, self.order.replace, import, context)?;
        if self.order.replace {
            if taken.is_damaged() {
                // Half of a file shall not stand for the whole of the one before.
                import.undo_file()?;
                taken.leave_out();
            } else {
                import.release(&origin.path, origin.hash)?;
            }
            return Ok(taken);
        }
        let compared = import.compare()?;
        if !compared.iter().any(SheetComparison::looks_corrected) || self.order.same_name == SameName::Add {
            import.accept(&compared)?;
            import.release(&origin.path, origin.hash)?;
            return Ok(taken);
        }
        import.undo_file()?;
        self.reasons.forget(taken.said);
        if self.order.same_name == SameName::Replace && !taken.is_damaged() {
            let taken = self.read(taken.path, &origin, true, import, context)?;
            import.release(&origin.path, origin.hash)?;
            return Ok(taken);
        }
        taken.hold(HeldRow::of(&taken.path, &compared, context));
        import.hold(held(&origin, &compared, context));
        Ok(taken)
    }

    /// Reads the file; sheets that are copies of others of it are passed over, which is known once all are read.
    fn read(
        &mut self,
        path: PathBuf,
        origin: &Origin,
        replace: bool,
        import: &mut Import<'_>,
        context: &CommandContext,
    ) -> Result<TakenFile> {
        let mut taken = self.read_without(&[], path, origin, replace, import, context)?;
        let copies: Vec<_> = import.copies().into_iter().filter(|(copy, _)| taken.is_whole(copy)).collect();
        if copies.is_empty() {
            return Ok(taken);
        }
        import.undo_file()?;
        self.reasons.forget(taken.said);
        taken.rejects = None;
        let mut taken = self.read_without(&copies, taken.path, origin, replace, import, context)?;
        taken.pass_over(&copies);
        Ok(taken)
    }

    fn read_without(
        &mut self,
        copies: &[(String, String)],
        path: PathBuf,
        origin: &Origin,
        replace: bool,
        import: &mut Import<'_>,
        context: &CommandContext,
    ) -> Result<TakenFile> {
        let of = |is_written| Rejects::of(&path, import.batch(), is_written, Rc::clone(self.before), self.workspace);
        let rejects = (!self.order.dry_run).then(|| of(!self.order.strict));
        let said = self.reasons.so_far();
        let replaced = import.file(origin.clone(), replace)?;
        let mut taking = FileIntake {
            import,
            texts: &context.texts,
            progress: &mut *self.progress,
            reasons: &mut *self.reasons,
            over: &mut *self.over,
            file: file_name(&path),
            copies,
            is_copy: false,
            tables: Vec::new(),
            held: Vec::new(),
            rejects,
        };
        let answer = match read_file(&path, Pass::All, self.settings, self.roster, &mut taking) {
            Ok(read) => Ok(read),
            Err(ReadError::File(message)) => Err(message),
            Err(ReadError::Sink(error)) => return Err(error),
        };
        let FileIntake { tables, held, rejects, .. } = taking;
        Ok(TakenFile { path, replaced, answer, tables, held, rejects, waiting: None, said })
    }
}

/// What the journal notes of a file that is held.
fn held(origin: &Origin, compared: &[SheetComparison], context: &CommandContext) -> HeldFile {
    let differing = || compared.iter().filter(|of| of.looks_corrected());
    let sum = |of: fn(&SheetComparison) -> usize| differing().map(of).sum::<usize>() as u64;
    HeldFile {
        path: origin.path.clone(),
        hash: origin.hash,
        at: context.env.now,
        there: sum(|of| of.there),
        gone: sum(|of| of.gone.len()),
        twins: sum(SheetComparison::twins),
    }
}

fn origin(path: &Path) -> Origin {
    let mut hasher = blake3::Hasher::new();
    // A file that cannot be opened is refused with its reason when it is read.
    if let Ok(file) = std::fs::File::open(path) {
        let _ = hasher.update_reader(file);
    }
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Origin { file: file_name(path), path: whole.display().to_string(), hash: *hasher.finalize().as_bytes() }
}
