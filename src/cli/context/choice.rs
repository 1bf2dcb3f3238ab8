//! The choices that hold for every command: language, colour, format.

use crate::cli::context::env::Env;
use crate::domain::{ClosedList, Lang};
use clap::ValueEnum;

/// `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Json,
    Html,
}

impl Format {
    /// The format a file's ending asks for; text files are tables.
    pub fn of_ending(ending: &str) -> Option<Format> {
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(Format::Table),
            other => Format::from_str(other, true).ok().filter(|format| *format != Format::Table),
        }
    }

    /// The formats the result of the command called so can be written in.
    pub fn of_command(called: &str) -> &'static [Format] {
        match called {
            "explain" => &[Format::Table, Format::Json, Format::Html],
            "disputes" => &[Format::Table, Format::Csv, Format::Json, Format::Html],
            _ => &[Format::Table, Format::Csv, Format::Json],
        }
    }

    /// The name it is asked for by.
    pub const fn id(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Html => "html",
        }
    }
}

/// `--lang`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    Zh,
    En,
}

impl ClosedList for Language {
    fn all() -> &'static [Self] {
        &[Language::Zh, Language::En]
    }

    fn list_id(self) -> &'static str {
        self.lang().id()
    }
}

impl Language {
    /// What is spoken then.
    pub const fn lang(self) -> Lang {
        match self {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        }
    }
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// Whether a stream gets colours: `NO_COLOR` and dumb terminals are respected unless somebody insists.
pub fn colored(color: Color, env: &Env, is_terminal: bool) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let unwanted = env.var("NO_COLOR").is_some_and(|value| !value.is_empty());
            is_terminal && !unwanted && env.var("TERM").as_deref() != Some("dumb")
        }
    }
}

/// `--color` as written, for what is said before the arguments are understood.
pub fn early_color(env: &Env) -> Color {
    option(env, "--color").and_then(|value| Color::from_str(&value, true).ok()).unwrap_or_default()
}

/// The value of that option as written.
pub fn option(env: &Env, name: &str) -> Option<String> {
    let mut args = env.args.iter().skip(1).map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        match arg.strip_prefix(name) {
            Some("") => return args.next().map(|value| value.into_owned()),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            // `-Cshop`.
            Some(rest) if !name.starts_with("--") => return Some(rest.to_owned()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_ending_asks_for_its_format() {
        assert_eq!(Format::of_ending("CSV"), Some(Format::Csv));
        assert_eq!(Format::of_ending("txt"), Some(Format::Table));
        assert_eq!(Format::of_ending("table"), None);
        assert_eq!(Format::of_ending("doc"), None);
    }
}
