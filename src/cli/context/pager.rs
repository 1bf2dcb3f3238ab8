//! A pager for what is longer than the terminal.

use crate::cli::context::env::Env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// A pager's command, its name first.
type PagerCommand = Vec<String>;

/// The pager for a result of so many lines; none where nobody sits at a terminal, or none is wanted.
///
/// `PAGER` names another one, with its options; set to nothing or to `cat` it wants none.
pub fn pager(env: &Env, lines: usize) -> Option<PagerCommand> {
    let height = env.height.filter(|_| env.stdout_is_terminal)?;
    if lines < usize::from(height) || env.var("TERM").as_deref() == Some("dumb") {
        return None;
    }
    match env.var("PAGER") {
        Some(set) => shlex::split(&set).filter(|words| words.first().is_some_and(|name| name != "cat")),
        None => Some(usual()),
    }
}

/// Ends by itself where everything fits, shows colours, and leaves what was read on the screen.
#[cfg(not(windows))]
fn usual() -> PagerCommand {
    ["less", "-FRX"].map(str::to_owned).into()
}

/// The one that Windows has reads the characters of the console's code page, which must be UTF-8 for that.
#[cfg(windows)]
fn usual() -> PagerCommand {
    ["cmd", "/d", "/c", "chcp 65001 >nul & more"].map(str::to_owned).into()
}

/// Shows it there; says whether the pager could be started.
pub fn show(words: &PagerCommand, result: &[u8]) -> bool {
    let Some((name, options)) = words.split_first() else { return false };
    let mut command = Command::new(name);
    command.args(options).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        // For a `less` that somebody has named without options.
        command.env("LESS", "FRX");
    }
    if std::env::var_os("LESSCHARSET").is_none() {
        // What it is given is UTF-8, also where the system has no such language installed.
        command.env("LESSCHARSET", "utf-8");
    }
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut pipe) = child.stdin.take() {
        // Whoever closes the pager has seen enough.
        let _: io::Result<()> = pipe.write_all(result);
    }
    let _ = child.wait();
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(height: Option<u16>, vars: &[(&str, &str)], lines: usize) -> Option<PagerCommand> {
        let mut env = Env::of_process();
        env.stdout_is_terminal = height.is_some();
        env.height = height.or(Some(24));
        env.vars = vars.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        pager(&env, lines)
    }

    #[test]
    fn only_what_is_longer_than_the_terminal_is_paged() {
        assert_eq!(chosen(Some(24), &[], 24), Some(usual()));
        assert_eq!(chosen(Some(24), &[], 23), None);
        assert_eq!(chosen(None, &[], 1000), None);
    }

    #[test]
    fn the_pager_wanted_is_taken() {
        let named = |pager: &str| chosen(Some(24), &[("PAGER", pager)], 100);
        assert_eq!(named("most -s '+/a b'"), Some(vec!["most".into(), "-s".into(), "+/a b".into()]));
        assert_eq!((named(""), named("cat")), (None, None));
        assert_eq!(chosen(Some(24), &[("TERM", "dumb")], 100), None);
    }

    #[test]
    fn a_pager_that_is_not_there_is_told() {
        assert!(!show(&vec!["no-such-pager-here".to_owned()], b"text"));
    }
}
