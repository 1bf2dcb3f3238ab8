//! The choices that hold for every command: language, colour, format.

use super::env::Env;
use super::settings::Settings;
use super::workspace::Workspace;
use crate::domain::Lang;
use clap::ValueEnum;
use serde::Deserialize;
use std::path::PathBuf;

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
#[derive(Debug, Clone, Copy, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    Zh,
    En,
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

/// The language to speak, known before the arguments are understood because wrong ones are answered in it too:
/// `--lang`, then `HUIFANG_LANG`, then the house's, then the system's, else Chinese.
pub fn lang(env: &Env) -> Lang {
    let asked = option(env, "--lang").and_then(|value| spoken(&value));
    let set = || env.var("HUIFANG_LANG").and_then(|value| spoken(&value));
    let system = || env.locale.as_deref().and_then(spoken);
    asked.or_else(set).or_else(|| house(env)).or_else(system).unwrap_or(Lang::Zh)
}

/// The language of the house that will be worked in, if there is one and it has set one.
fn house(env: &Env) -> Option<Lang> {
    let named = option(env, "--workspace").or_else(|| option(env, "-C")).map(PathBuf::from);
    match named.or_else(|| env.var("HUIFANG_WORKSPACE").map(PathBuf::from)) {
        Some(folder) => Settings::language_of(&env.folder.join(folder)),
        None => Settings::language_of(env.folder.ancestors().find(|folder| Workspace::is_one(folder))?),
    }
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

fn option(env: &Env, name: &str) -> Option<String> {
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

/// `zh_CN.UTF-8`, `zh-Hant` and `en` alike; other languages are not spoken here.
fn spoken(tag: &str) -> Option<Lang> {
    let language = tag.split(['-', '_', '.']).next().unwrap_or_default();
    match language.to_ascii_lowercase().as_str() {
        "zh" | "中文" | "chinese" => Some(Lang::Zh),
        "en" | "英文" | "english" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], set: Option<&str>, system: Option<&str>) -> Lang {
        let mut env = Env::of_process();
        env.args = std::iter::once("huifang").chain(args.iter().copied()).map(Into::into).collect();
        env.vars = set.map(|value| ("HUIFANG_LANG".into(), value.into())).into_iter().collect();
        env.locale = system.map(str::to_owned);
        lang(&env)
    }

    #[test]
    fn the_nearest_wish_counts() {
        assert_eq!(chosen(&["--lang", "en"], Some("zh"), Some("zh-CN")), Lang::En);
        assert_eq!(chosen(&["due", "--lang=en"], Some("zh"), None), Lang::En);
        assert_eq!(chosen(&["due", "--lang", "英文"], Some("zh"), None), Lang::En);
        assert_eq!(chosen(&["due", "--lang", "中文"], Some("en"), None), Lang::Zh);
        assert_eq!(chosen(&[], Some("en_US.UTF-8"), Some("zh-CN")), Lang::En);
        assert_eq!(chosen(&[], None, Some("en-GB")), Lang::En);
        assert_eq!(chosen(&["import", "--", "--lang", "en"], None, Some("de-DE")), Lang::Zh);
        assert_eq!(chosen(&[], Some("nonsense"), None), Lang::Zh);
    }

    #[test]
    fn a_files_ending_asks_for_its_format() {
        assert_eq!(Format::of_ending("CSV"), Some(Format::Csv));
        assert_eq!(Format::of_ending("txt"), Some(Format::Table));
        assert_eq!(Format::of_ending("table"), None);
        assert_eq!(Format::of_ending("doc"), None);
    }
}
