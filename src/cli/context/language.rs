//! The language to speak.

use crate::cli::context::choice::option;
use crate::cli::context::env::Env;
use crate::cli::context::settings::Settings;
use crate::cli::context::workspace::Workspace;
use crate::domain::Lang;
use std::path::PathBuf;

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
}
