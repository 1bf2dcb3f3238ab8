//! One file of an import: read, compared with those of its name, and kept in or left out.

use super::again::HeldRow;
use super::answered::Over;
use super::before::Before;
use super::order::Order;
use super::rejects::Rejects;
use super::sink::{Reasons, Taking};
use super::taken::Taken;
use crate::cli::context::desk::Desk;
use crate::cli::context::place::file_name;
use crate::cli::context::progress::Progress;
use crate::cli::context::settings::SameName;
use crate::cli::context::workspace::Workspace;
use crate::ingest::{Pass, ReadError, Roster, Settings, read_file};
use crate::journal::{Compared, Held, Import, Origin};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What holds for every file of an import.
pub struct Session<'s, 'p> {
    pub order: &'s Order,
    pub workspace: &'s Workspace,
    pub settings: &'s Settings,
    pub roster: &'s Roster,
    pub progress: &'s mut Progress,
    pub reasons: &'s mut Reasons,
    pub over: &'s mut Over<'p>,
    pub before: &'s Rc<Before>,
}

impl Session<'_, '_> {
    /// Takes the file in, unless it has to be held.
    pub fn take(&mut self, path: PathBuf, import: &mut Import<'_>, desk: &Desk) -> Result<Taken> {
        let origin = origin(&path);
        let mut taken = self.read(path, &origin, self.order.replace, import, desk)?;
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
        if !compared.iter().any(Compared::looks_corrected) || self.order.same_name == SameName::Add {
            import.accept(&compared)?;
            import.release(&origin.path, origin.hash)?;
            return Ok(taken);
        }
        import.undo_file()?;
        self.reasons.forget(taken.said);
        if self.order.same_name == SameName::Replace && !taken.is_damaged() {
            let taken = self.read(taken.path, &origin, true, import, desk)?;
            import.release(&origin.path, origin.hash)?;
            return Ok(taken);
        }
        taken.hold(HeldRow::of(&taken.path, &compared, desk));
        import.hold(held(&origin, &compared, desk));
        Ok(taken)
    }

    /// Reads the file; sheets that are copies of others of it are passed over, which is known once all are read.
    fn read(
        &mut self,
        path: PathBuf,
        origin: &Origin,
        replace: bool,
        import: &mut Import<'_>,
        desk: &Desk,
    ) -> Result<Taken> {
        let mut taken = self.read_without(&[], path, origin, replace, import, desk)?;
        let copies: Vec<_> = import.copies().into_iter().filter(|(copy, _)| taken.is_whole(copy)).collect();
        if copies.is_empty() {
            return Ok(taken);
        }
        import.undo_file()?;
        self.reasons.forget(taken.said);
        taken.rejects = None;
        let mut taken = self.read_without(&copies, taken.path, origin, replace, import, desk)?;
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
        desk: &Desk,
    ) -> Result<Taken> {
        let of = |is_written| Rejects::of(&path, import.batch(), is_written, Rc::clone(self.before), self.workspace);
        let rejects = (!self.order.dry_run).then(|| of(!self.order.strict));
        let said = self.reasons.so_far();
        let replaced = import.file(origin.clone(), replace)?;
        let mut taking = Taking {
            import,
            texts: &desk.texts,
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
        let Taking { tables, held, rejects, .. } = taking;
        Ok(Taken { path, replaced, answer, tables, held, rejects, waiting: None, said })
    }
}

/// What the journal notes of a file that is held.
fn held(origin: &Origin, compared: &[Compared], desk: &Desk) -> Held {
    let differing = || compared.iter().filter(|of| of.looks_corrected());
    let sum = |of: fn(&Compared) -> usize| differing().map(of).sum::<usize>() as u64;
    Held {
        path: origin.path.clone(),
        hash: origin.hash,
        at: desk.env.now,
        there: sum(|of| of.there),
        gone: sum(|of| of.gone.len()),
        twins: sum(Compared::twins),
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
