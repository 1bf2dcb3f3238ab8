//! What a house sets (`huifang.toml`): how it is called, in which language it is spoken to, whether phones are masked.

use crate::cli::context::choice::Language;
use crate::cli::context::fault::{FaultyFile, ReadableError};
use crate::domain::{Lang, Message, words};
use crate::policy::{ReadValue, TableReader, WrittenValue, read_document};
use crate::texts::Texts;
use serde::{Deserialize, Serialize};
use std::path::Path;
use toml_writer::{ToTomlValue, TomlStringBuilder};

/// The name of the file that makes a folder a workspace.
pub const FILE: &str = "huifang.toml";
/// The shape of the workspace this program writes and reads.
const FORMAT: u32 = 1;

/// The house's settings. What an older file does not say is as the program was before it could be said.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The shape of the workspace.
    pub format: u32,
    /// The preset its policy was made from (制度模板).
    pub preset: String,
    /// What the house is called (单位名称); none: its folder's name is.
    pub name: Option<String>,
    /// The language to speak where nobody asks for one; none: the system's.
    pub language: Option<Language>,
    /// Whether the middle of telephone numbers is hidden where they need not be dialled.
    pub masking: bool,
    /// How the night's work is done.
    pub nightly: NightlySettings,
}

/// How the night's work is done (`[nightly]`).
#[derive(Debug, Clone, Default)]
pub struct NightlySettings {
    /// What becomes of a file that looks like a live one of its name corrected.
    pub same_name: SameName,
}

words! {
    /// What becomes of a file that looks like a live one of its name corrected (`same_name` in the settings).
    #[derive(Default)]
    SameName {
        /// It is held until somebody says.
        #[default]
        Ask = "ask",
        /// It takes the place of the earlier one.
        Replace = "replace",
        /// It is put beside the earlier one.
        Add = "add",
    }
}

impl ReadValue for NightlySettings {
    fn read_value(written: &WrittenValue<'_>) -> Option<Self> {
        written.table(|table| {
            let same_name: Option<Option<SameName>> = table.read("same_name");
            Some(NightlySettings { same_name: same_name?.unwrap_or_default() })
        })
    }

    fn absent() -> Option<Self> {
        Some(NightlySettings::default())
    }
}

const fn masked() -> bool {
    true
}

impl Settings {
    /// Reads the settings of that folder.
    ///
    /// # Errors
    /// Each fault where it stands; a file of a newer program.
    pub fn read(folder: &Path) -> Result<Settings, ReadableError> {
        let path = folder.join(FILE);
        let text = std::fs::read_to_string(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidData => {
                ReadableError::new(Message::new("cli-settings-encoding").show("file", path.display()))
                    .remedy(Message::new("cli-policy-encoding-remedy"))
            }
            _ => ReadableError::io(&path, &error),
        })?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let settings: Settings = read_document(&text, Settings::of_table).map_err(|error| {
            let message = Message::new("cli-settings").show("file", path.display());
            let message = message.with("count", error.faults.len());
            let faulty = FaultyFile { file: path.display().to_string(), text, faults: error.faults };
            ReadableError { faulty: Some(Box::new(faulty)), ..ReadableError::new(message) }
                .remedy(Message::new("cli-policy-remedy"))
        })?;
        if settings.format > FORMAT {
            return Err(ReadableError::new(Message::new("cli-workspace-newer").show("file", path.display())));
        }
        Ok(settings)
    }

    fn of_table(table: &mut TableReader<'_>) -> Option<Settings> {
        let (format, preset) = (table.read("format"), table.read("preset"));
        let (name, language) = (table.read("name"), table.read("language"));
        let masking: Option<Option<bool>> = table.read("masking");
        let nightly = table.read("nightly");
        Some(Settings {
            format: format?,
            preset: preset?,
            name: name?,
            language: language?,
            masking: masking?.unwrap_or(masked()),
            nightly: nightly?,
        })
    }

    /// The language of the house in that folder, if it can be read at all.
    pub fn language_of(folder: &Path) -> Option<Lang> {
        Settings::read(folder).ok()?.language.map(Language::lang)
    }

    /// The file of a new house, each line explained in its language.
    pub fn written(preset: &str, name: &str, texts: &Texts) -> String {
        let text = |value: &str| TomlStringBuilder::new(value).as_default().to_toml_value();
        let lines = [
            ("cli-settings-format", "format", FORMAT.to_string()),
            ("cli-settings-preset", "preset", text(preset)),
            ("cli-settings-name", "name", text(name)),
            ("cli-settings-language", "language", text(texts.lang().id())),
            ("cli-settings-masking", "masking", masked().to_string()),
        ];
        let explained = |(said, key, value): (&'static str, &str, String)| {
            let said = texts.say(&Message { key: said, args: Vec::new() });
            let remark: String = said.lines().map(|line| format!("# {line}\n")).collect();
            format!("{remark}{key} = {value}\n")
        };
        let nightly = texts.get("cli-settings-nightly");
        let nightly: String = nightly.lines().map(|line| format!("# {line}\n")).collect();
        format!("{}\n{nightly}[nightly]\n# same_name = \"ask\"\n", lines.map(explained).join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<Settings, ReadableError> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), text).unwrap();
        Settings::read(folder.path())
    }

    #[test]
    fn a_new_house_is_read_as_it_is_written() {
        for lang in Lang::ALL {
            let written = Settings::written("meeting-sales", "\"老\\店\"", &Texts::new(lang));
            let read = settings(&written).unwrap();
            assert_eq!((read.format, read.preset.as_str(), read.masking), (FORMAT, "meeting-sales", true));
            assert_eq!((read.name.as_deref(), read.language.map(Language::lang)), (Some("\"老\\店\""), Some(lang)));
        }
    }

    #[test]
    fn a_file_of_the_first_version_is_still_read() {
        let read = settings("\u{feff}format = 1\npreset = \"meeting-sales\"\n").unwrap();
        assert_eq!((read.name, read.language.is_none(), read.masking), (None, true, true));
    }

    #[test]
    fn a_fault_is_shown_where_it_stands() {
        let fault = |rest: &str| {
            let said = settings(&format!("format = 1\npreset = \"meeting-sales\"\n{rest}")).unwrap_err();
            let fault = &said.faulty.unwrap().faults[0];
            (fault.line, fault.column, fault.message.key)
        };
        assert_eq!(fault("maskin = true"), (3, 1, "policy-fault-unknown-key-near"));
        assert_eq!(fault("masking = 是"), (3, 11, "policy-syntax-unquoted"));
        assert_eq!(fault("masking = \"no\""), (3, 11, "policy-fault-type"));
        assert_eq!(fault("language = \"de\""), (3, 12, "policy-fault-unknown-word"));
        assert_eq!(fault("format = 1"), (3, 1, "policy-syntax-key-twice"));
        assert_eq!(settings("format = 2\npreset = \"\"").unwrap_err().message.key, "cli-workspace-newer");
    }
}
