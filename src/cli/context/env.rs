//! The world outside: arguments, folder, clock, terminal.

use chrono::NaiveDateTime;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::PathBuf;

/// What the program finds around it. Only here are the process's surroundings looked at.
pub struct Env {
    /// The arguments, the program's own name first.
    pub args: Vec<OsString>,
    /// The environment's variables.
    pub vars: HashMap<OsString, OsString>,
    /// The system's language, such as `zh-CN`.
    pub locale: Option<String>,
    /// The folder the program was started in.
    pub folder: PathBuf,
    /// The program's own file, where the system tells it.
    pub program: Option<PathBuf>,
    /// Local time at the start.
    pub now: NaiveDateTime,
    /// Where answers are read from.
    pub stdin: Box<dyn BufRead>,
    /// Whether somebody can answer there.
    pub stdin_is_terminal: bool,
    /// Where results go.
    pub stdout: Box<dyn Write>,
    /// Whether somebody looks at them there.
    pub stdout_is_terminal: bool,
    /// How wide a page is in columns: as `COLUMNS` says, else as the terminal; none where neither does.
    pub width: Option<u16>,
    /// Its height in lines.
    pub height: Option<u16>,
    /// Where remarks, questions and progress go.
    pub stderr: Box<dyn Write>,
    /// Whether somebody looks at them there.
    pub stderr_is_terminal: bool,
}

impl Env {
    /// The arguments, folder, clock and variables of this process.
    pub fn of_process() -> Self {
        Env {
            args: std::env::args_os().collect(),
            vars: std::env::vars_os().collect(),
            locale: sys_locale::get_locale(),
            // A folder removed under the shell leaves relative paths, which then fail with their own names.
            folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            program: std::env::current_exe().ok(),
            now: chrono::Local::now().naive_local(),
            stdin: Box::new(BufReader::new(io::stdin())),
            stdin_is_terminal: io::stdin().is_terminal(),
            stdout: Box::new(io::stdout()),
            stdout_is_terminal: io::stdout().is_terminal(),
            height: terminal_size::terminal_size_of(io::stdout()).map(|(_, height)| height.0),
            width: said_width().or_else(|| terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0)),
            stderr: Box::new(io::stderr()),
            stderr_is_terminal: io::stderr().is_terminal(),
        }
    }

    /// The name the user has on this system, as far as the surroundings tell: Unix says it one way, Windows another.
    pub fn user(&self) -> Option<String> {
        ["LOGNAME", "USER", "USERNAME"].into_iter().find_map(|name| self.var(name)).filter(|name| !name.is_empty())
    }

    /// An environment variable that is set to something readable.
    pub fn var(&self, name: &str) -> Option<String> {
        self.vars.get(std::ffi::OsStr::new(name)).and_then(|value| value.to_str()).map(str::to_owned)
    }
}

/// Width of a page where nothing says how wide it is, in columns: that of a terminal as it opens, and of a sheet of paper.
pub const PAPER: u16 = 80;

/// What somebody has set, if a page can be that wide.
fn said_width() -> Option<u16> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|width| *width > 0)
}
