//! The parts of a zipped workbook, and which of them holds a sheet.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, BufReader, Read, Seek};
use zip::ZipArchive;

/// The content of a part, by its name in any case; none if there is no such part.
pub fn part<'a, R: Read + Seek>(archive: &'a mut ZipArchive<R>, name: &str) -> Option<impl BufRead + use<'a, R>> {
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_string()).collect();
    let plain = |name: &str| name.replace('\\', "/").to_ascii_lowercase();
    let wanted = plain(name);
    let at = names.iter().position(|name| plain(name) == wanted)?;
    Some(BufReader::new(archive.by_name(&names[at]).ok()?))
}

/// An attribute by its name without prefix, unescaped.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    let found = all.with_checks(false).flatten().find(|it| it.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value);
    Some(value.map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
}

/// Gives every tag that opens, with whether it is empty; stops at the end or at damage, and says which.
pub fn tags(from: impl BufRead, mut each: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut reader = Reader::from_reader(from);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) => each(&tag),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// The part behind a relation of the workbook.
pub fn related<R: Read + Seek>(archive: &mut ZipArchive<R>, rels: &str, id: &str) -> Option<String> {
    let mut target = None;
    tags(part(archive, rels)?, |tag| {
        if tag.local_name().as_ref() == "Relationship" && attribute(tag, "Id").as_deref() == Some(id) {
            target = attribute(tag, "Target");
        }
    })?;
    let target = target?.replace('\\', "/");
    Some(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if target.starts_with("xl/") => target,
        None => format!("xl/{target}"),
    })
}
