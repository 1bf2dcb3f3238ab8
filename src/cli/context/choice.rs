//! The choices that hold for every command: language, colour, format.

use crate::cli::context::env::Env;
use crate::domain::{ClosedList, Lang};
use crate::render::{Format, TextEncoding};
use crate::report::Medium;
use clap::ValueEnum;
use clap::builder::PossibleValue;

/// `--format`: its values are the ids of the formats there are.
impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

/// The formats in which the answer of the command called so can be written; where none is called, of how things stand.
pub fn formats_of(called: &str) -> Vec<Format> {
    match called {
        // These say a few lines, whatever the format.
        "" | "init" | "demo" | "templates" | "completions" | "help" => vec![Format::Table, Format::Csv, Format::Json],
        // It is told in paragraphs, and a spreadsheet has none.
        "explain" => {
            let fits = |format: &Format| format.exporter().medium() != Some(Medium::Sheet);
            Format::ALL.iter().copied().filter(fits).collect()
        }
        _ => Format::ALL.to_vec(),
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
    /// The language of texts under that choice.
    pub const fn lang(self) -> Lang {
        match self {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        }
    }
}

/// `--encoding`: of CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SheetEncoding {
    #[default]
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "gb18030")]
    Gb18030,
}

impl SheetEncoding {
    /// How a sheet of text is written under that choice.
    pub const fn written(self) -> TextEncoding {
        match self {
            SheetEncoding::Utf8 => TextEncoding::Utf8,
            SheetEncoding::Gb18030 => TextEncoding::Gb18030,
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
