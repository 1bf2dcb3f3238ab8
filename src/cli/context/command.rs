//! What a command works at: its words, its options, its streams, the day.

use crate::cli::context::choice::{colored, formats_of};
use crate::cli::context::env::{Env, PAPER};
use crate::cli::context::fault::{FaultyFile, ReadableError, said};
use crate::cli::context::interrupt::{self, Interrupt, Interrupted};
use crate::cli::context::known;
use crate::cli::context::options::GlobalOptions;
use crate::cli::context::pager;
use crate::cli::context::progress::Progress;
use crate::cli::context::shell::quoted;
use crate::cli::context::workspace::Workspace;
use crate::cli::context::written::write_whole;
use crate::domain::{Message, PhoneMasks, discreet, discreet_within};
use crate::journal::{Journal, JournalPoint, LockPatience};
use crate::policy::Policy;
use crate::render::{self, Format, visible};
use crate::report::Stamp;
use crate::texts::Texts;
use anyhow::Result;
use chrono::{Months, NaiveDate};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// How far ahead somebody may look.
const FARTHEST: Months = Months::new(120);

/// A batch of a whole year's ledgers is in after seconds; whoever holds the journal longer hangs.
const LONGEST_WAIT: Duration = Duration::from_secs(120);

/// How a command ended that could be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandOutcome {
    Done,
    /// Done, but rows or files were refused (exit code 3).
    Rejected,
    /// Done, and what was to be the same is not (exit code 1).
    Differs,
}

/// The surroundings of one command.
pub struct CommandContext {
    pub env: Env,
    pub texts: Texts,
    pub global: GlobalOptions,
    workspace: Option<Workspace>,
    /// What the log says of the command beside how it ended.
    pub remark: Option<Message>,
    /// What was asked for, without the options of every command.
    pub request: Vec<String>,
    /// What the answer is made of, until it is given out.
    pub stamp: Option<Stamp>,
    /// How the numbers of the result being told are hidden.
    pub masks: PhoneMasks,
    /// Where and by which policy a report of before is made again.
    pub made_again: Option<(JournalPoint, Policy)>,
    /// The formats the command's result can be written in.
    pub formats: Vec<Format>,
    /// Whether a result longer than the terminal is paged.
    pub is_paged: bool,
    /// Whether the command only says what it would do: nothing in the workspace changes, not even the log.
    pub leaves_no_trace: bool,
    pub interrupt: Interrupt,
    /// What is being done, if it takes long.
    pub progress: Progress,
}

impl CommandContext {
    pub fn new(env: Env, texts: Texts, global: GlobalOptions) -> Self {
        let progress = Progress::sign(env.stderr_is_terminal && !global.quiet);
        CommandContext {
            env,
            texts,
            global,
            workspace: None,
            remark: None,
            request: Vec::new(),
            stamp: None,
            masks: PhoneMasks::default(),
            made_again: None,
            formats: formats_of(""),
            is_paged: false,
            leaves_no_trace: false,
            interrupt: Interrupt::default(),
            progress,
        }
    }

    /// 数据截至日: `--as-of`, else today.
    pub fn as_of(&self) -> NaiveDate {
        self.global.as_of.unwrap_or(self.env.now.date())
    }

    /// Refuses a day so far ahead that it must be a slip: month after month would be reckoned up to it.
    pub fn refuse_far(&self, day: Option<NaiveDate>) -> Result<()> {
        let farthest = self.env.now.date().checked_add_months(FARTHEST).unwrap_or(NaiveDate::MAX);
        match day.filter(|day| *day > farthest) {
            None => Ok(()),
            Some(day) => {
                let said =
                    ReadableError::usage(Message::new("cli-usage-far").show("day", day).show("farthest", farthest));
                Err(said.remedy(Message::new("cli-usage-far-remedy")).into())
            }
        }
    }

    /// The path as seen from the folder the program was started in.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.env.folder.join(path)
    }

    /// The workspace: `-C`, else `HUIFANG_WORKSPACE`, else the current folder or the nearest parent that is one.
    pub fn workspace(&mut self) -> Result<Workspace> {
        let found = match self.global.workspace.clone().or_else(|| self.env.var("HUIFANG_WORKSPACE").map(PathBuf::from))
        {
            Some(named) => Workspace::at(&self.path(&named))?,
            None => Workspace::around(&self.env.folder)?,
        };
        // What was given out before is made again as it was.
        if self.made_again.is_none() && !found.settings()?.masking {
            self.global.reveal = true;
        }
        self.workspace = Some(found.clone());
        Ok(found)
    }

    /// The workspace if one is named, or the current folder lies in one.
    pub fn workspace_if_any(&mut self) -> Result<Option<Workspace>> {
        let is_named = self.global.workspace.is_some() || self.env.var("HUIFANG_WORKSPACE").is_some();
        let is_around = self.env.folder.ancestors().any(Workspace::is_one);
        (is_named || is_around).then(|| self.workspace()).transpose()
    }

    /// How long to wait for another process that writes to the journal; it is said when that takes a while.
    pub fn patience(&self) -> LockPatience {
        let waiting = self.texts.get("journal-waiting");
        LockPatience::new(LONGEST_WAIT, move || {
            // Nothing can be told to somebody who closed the channel it is told through.
            let _ = writeln!(io::stderr(), "{waiting}");
        })
    }

    /// The workspace's journal, standing where `--known-at` says. Where nothing is to change, what is done is done to a copy.
    pub fn journal(&mut self, workspace: &Workspace) -> Result<Journal> {
        let open = if self.leaves_no_trace { Journal::open_apart } else { Journal::open };
        let mut journal = open(&workspace.journal_file(), self.patience())?;
        if let Some((point, _)) = &self.made_again {
            journal.stand_at(*point)?;
        } else if let Some(known) = self.global.known_at
            && let Some(said) = known::stand(&mut journal, known)?
        {
            self.note(&said);
        }
        Ok(journal)
    }

    /// The policy to judge by: the house's.
    pub fn policy(&self, workspace: &Workspace) -> Result<Policy> {
        match &self.made_again {
            Some((_, policy)) => Ok(policy.clone()),
            None => workspace.policy(),
        }
    }

    /// The format asked for: `--format`, else by the ending of `-o`, else a table.
    pub fn format(&self) -> Result<Format> {
        let by_ending = |file: &PathBuf| {
            let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            Format::of_ending(ending).ok_or_else(|| {
                ReadableError::usage(Message::new("cli-usage-ending").show("file", file.display()))
                    .remedy(Message::new("cli-usage-ending-remedy"))
            })
        };
        let format = match (self.global.format, &self.global.output) {
            (Some(format), _) => format,
            (None, Some(file)) => by_ending(file)?,
            (None, None) => Format::Table,
        };
        if self.formats.contains(&format) {
            self.refuse_misplaced(format)?;
            return Ok(format);
        }
        let known: Vec<&str> = self.formats.iter().map(|format| format.id()).collect();
        let said = ReadableError::usage(Message::new("cli-usage-format").with("format", format.id()));
        Err(said.remedy(Message::new("cli-usage-format-remedy").with("known", known)).into())
    }

    /// Refuses to show a workbook on a terminal, and an encoding where there is none to choose.
    fn refuse_misplaced(&self, format: Format) -> Result<()> {
        let is_shown = self.env.stdout_is_terminal && self.global.output.is_none();
        if is_shown && !format.exporter().is_text() {
            let said = ReadableError::usage(Message::new("cli-usage-binary").with("format", format.id()));
            return Err(said.remedy(Message::new("cli-usage-binary-remedy").with("format", format.id())).into());
        }
        if self.global.encoding.is_some() && format != Format::Csv {
            let said = ReadableError::usage(Message::new("cli-usage-encoding").with("format", format.id()));
            return Err(said.remedy(Message::new("cli-usage-encoding-remedy")).into());
        }
        Ok(())
    }

    /// Gives out the result: to the file of `-o`, else to standard output.
    pub fn show(&mut self, result: &[u8]) -> Result<()> {
        self.progress.end();
        if let Some(file) = self.global.output.clone() {
            write_whole(&self.path(&file), result)?;
            // Somebody who watches wants to know that it is done; a script does not.
            if self.env.stderr_is_terminal {
                self.note(&Message::new("cli-written").show("file", file.display()));
            }
            return Ok(());
        }
        let lines = result.iter().filter(|byte| **byte == b'\n').count();
        if self.is_paged
            && !self.global.no_pager
            && let Some(words) = pager::pager(&self.env, lines)
            && self.interrupt.leave_to(|| pager::show(&words, result))
        {
            return Ok(());
        }
        match self.env.stdout.write_all(result).and_then(|()| self.env.stdout.flush()) {
            // Whoever read it has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(ReadableError::new(
                Message::new("cli-stdout").with("reason", crate::cli::context::fault::reason(&error)),
            )
            .into()),
            Ok(()) => Ok(()),
        }
    }

    /// Says something beside the result, unless `-q`.
    pub fn note(&mut self, message: &Message) {
        if !self.global.quiet {
            let text = self.texts.say(message);
            self.tell(&text);
        }
    }

    /// A command of this program as it can be typed here, in the same workspace.
    pub fn call(&self, words: &[&str]) -> String {
        let workspace = self.global.workspace.as_ref().map(|folder| format!(" -C {}", quoted(folder)));
        let words: String = words.iter().map(|word| format!(" {}", quoted(word))).collect();
        format!("huifang{}{words}", workspace.unwrap_or_default())
    }

    /// Says what is being done now, if it takes long.
    pub fn working(&mut self, at: &Message) {
        let said = self.texts.say(at);
        self.progress.stage(said, "{spinner} {msg}");
    }

    /// Says what was refused, also with `-q`.
    pub fn warn(&mut self, message: &Message) {
        let text = self.texts.say(message);
        self.tell(&text);
    }

    /// Ends the command: says what went wrong, notes it in the log, and gives the exit code.
    pub fn close(mut self, outcome: Result<CommandOutcome>) -> ExitCode {
        let (code, log) = match &outcome {
            Ok(CommandOutcome::Done) => (0, self.texts.get("cli-log-done")),
            Ok(CommandOutcome::Differs) => (1, self.texts.get("cli-log-differs")),
            Ok(CommandOutcome::Rejected) => (3, self.texts.get("cli-log-rejected")),
            Err(error) => {
                let said = said(error);
                self.complain(&said);
                let code = match said.is_usage {
                    _ if error.is::<Interrupted>() => interrupt::CODE,
                    true => 2,
                    false => 1,
                };
                (code, self.texts.say(&said.message))
            }
        };
        if let Some(workspace) = self.workspace.as_ref().filter(|_| !self.leaves_no_trace) {
            let remark = self.remark.iter().map(|remark| format!("\t{}", self.texts.say(remark))).collect::<String>();
            workspace.log(
                self.env.now,
                &visible(&self.env.user().unwrap_or_else(|| "?".to_owned())),
                &visible(&self.asked()),
                &discreet_within(&format!("{}{remark}", visible(&log))),
            );
        }
        ExitCode::from(code)
    }

    /// What was asked for, as the log keeps it: phone numbers have their middle hidden there too.
    pub fn asked(&self) -> String {
        self.env
            .args
            .iter()
            .skip(1)
            .map(|arg| discreet_within(&discreet(&arg.to_string_lossy())))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn complain(&mut self, said: &ReadableError) {
        let text = trouble(&self.texts, said);
        self.tell(&text);
        if let Some(FaultyFile { file, text, faults }) = said.faulty.as_deref() {
            let is_terminal = self.env.stderr_is_terminal;
            let colour = colored(self.global.color.unwrap_or_default(), &self.env, is_terminal);
            let width = self.env.width.unwrap_or(PAPER);
            let drawn = render::faults(file, text, faults, &self.texts, width.into(), colour);
            let _ = writeln!(self.env.stderr, "\n{drawn}\n");
        }
        if let Some(remedy) = remedy(&self.texts, said) {
            self.tell(&remedy);
        }
    }

    fn tell(&mut self, text: &str) {
        self.progress.end();
        // Names of files and sheets are whatever somebody made them.
        for line in text.split('\n').map(visible) {
            // Nothing can be told to somebody who closed the channel it is told through.
            let _ = writeln!(self.env.stderr, "{line}");
        }
    }
}

/// An error as it is shown: what and why, then what to do.
pub fn complaint(texts: &Texts, said: &ReadableError) -> String {
    [Some(trouble(texts, said)), remedy(texts, said)].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn trouble(texts: &Texts, said: &ReadableError) -> String {
    let mut text = texts.say(&Message::new("cli-error").with("what", said.message.clone()));
    for line in &said.more {
        text.push_str("\n  ");
        text.push_str(&texts.say(line));
    }
    text
}

fn remedy(texts: &Texts, said: &ReadableError) -> Option<String> {
    Some(texts.say(&Message::new("cli-remedy").with("what", said.remedy.clone()?)))
}
