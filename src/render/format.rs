//! The formats there are. One more is a file that implements [`Exporter`], and a line here.

use super::exporter::Exporter;

macro_rules! formats {
    ($($(#[doc = $doc:literal])* $format:ident => $exporter:expr,)+) => {
        /// What a report can be written as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Format {
            $($(#[doc = $doc])* $format,)+
        }

        impl Format {
            /// All of them, as help lists them.
            pub const ALL: &'static [Format] = &[$(Format::$format),+];

            /// What writes it.
            pub const fn exporter(self) -> &'static dyn Exporter {
                match self {
                    $(Format::$format => &$exporter,)+
                }
            }
        }
    };
}

formats! {
    /// To be read on a terminal.
    Table => super::text::TextExporter,
    /// For a spreadsheet.
    Csv => super::csv::CsvExporter,
    /// A workbook to be worked on and printed.
    Xlsx => super::xlsx::XlsxExporter,
    /// For programs.
    Json => super::json::JsonExporter,
    /// A page to be opened, mailed or printed.
    Html => super::html::HtmlExporter,
}

impl Format {
    /// The word it is asked for by on the command line.
    pub fn id(self) -> &'static str {
        self.exporter().id()
    }

    /// The format that files of that ending are written in.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.exporter().ending().eq_ignore_ascii_case(ending))
    }
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
